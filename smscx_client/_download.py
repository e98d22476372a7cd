"""Exports, streamed into files: into a file of the program, or into a private file in the temporary folder.

An export can be larger than the memory, and its transfer can break off. A file that a program names is complete or
absent: the export is written to another file in the same folder, which gets the name at the end.
"""

from __future__ import annotations

import io
import os
import re
import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Callable, cast

from urllib3.exceptions import HTTPError

from smscx_client import _cancellation
from smscx_client._models.kinds import type_name
from smscx_client._transport.bodies import iter_body
from smscx_client._transport.failures import connection_failure
from smscx_client.exceptions import ApiConnectionException, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from urllib3 import BaseHTTPResponse

    from smscx_client._export_limit import LimitCheck
    from smscx_client.exports import Progress

__all__ = ["discard", "save_body", "saving_to"]

#: How the names of the folders of :func:`save_body` begin.
_PREFIX = "smscx-"


def save_body(response: BaseHTTPResponse, folder: str | None) -> BinaryIO:
    """Write the body of ``response`` to a file in a new folder below ``folder`` and open it for reading.

    The file has the name that the server gives, without folders. The caller deletes file and folder. A download that
    fails leaves neither.

    :raises ApiConnectionException: the body is incomplete or cannot be decompressed.
    """
    name = _safe_name(response.headers.get("Content-Disposition", ""))
    own = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    path = own / name
    try:
        with open(path, "xb", opener=_private) as file:
            file.writelines(_chunks(response, None))
    except BaseException:
        response.close()
        path.unlink(missing_ok=True)
        own.rmdir()
        raise
    return path.open("rb")


def discard(result: object) -> None:
    """Close a response whose body was not read, or close and delete a file of :func:`save_body`, if that is a result.

    For the result of a call that nobody waits for any more.
    """
    if hasattr(result, "release_conn"):
        cast("Any", result).close()
    elif isinstance(result, io.BufferedReader):
        path = Path(result.name)
        if path.parent.name.startswith(_PREFIX):
            result.close()
            with suppress(OSError):
                path.unlink()
                path.parent.rmdir()


def saving_to(
    save_to: Any, progress: Progress | None, check: LimitCheck | None = None
) -> Callable[[BaseHTTPResponse], Any]:
    """Return a function that writes the body of a response to ``save_to`` and returns the path or the file.

    It can be called again with another response after it has failed.

    :param check: also gets what is written to a file, since that may not be readable.
    :raises ApiTypeError: ``save_to`` is neither a path nor a binary file, or ``progress`` cannot be called.
    :raises ApiValueError: there cannot be a file of this name.
    """
    if progress is not None and not callable(progress):
        raise ApiTypeError(f"must be a function of two numbers, not {type_name(progress)}", ["progress"])
    if isinstance(save_to, (str, os.PathLike)):
        return _ToPath(save_to, progress)
    return _ToFile(save_to, progress, check)


class _ToPath:
    """Writes to a new file in the folder of the path, and renames it when it is complete."""

    def __init__(self, path: str | os.PathLike[str], progress: Progress | None):
        self._path, self._progress = Path(path), progress
        self._target = target = Path(os.path.realpath(path))  # a link keeps pointing to the file
        if target.is_dir():
            raise ApiValueError("is a folder; add the name of the file", ["save_to"])
        if target.exists() and not target.is_file():
            raise ApiValueError("is not a regular file; open it and give the open file", ["save_to"])
        if not target.parent.is_dir():
            raise ApiValueError("its folder does not exist; create the folder first", ["save_to"])

    def __call__(self, response: BaseHTTPResponse) -> Path:
        part = self._target.with_name(f".smscx-{secrets.token_hex(8)}.part")
        try:
            with part.open("xb") as file:
                file.writelines(_chunks(response, self._progress))
            if self._target.exists():
                shutil.copymode(self._target, part)
            part.replace(self._target)
        except BaseException:
            response.close()  # an error of the disk leaves the body unread
            with suppress(OSError):
                part.unlink()
            raise
        return self._path


class _ToFile:
    """Writes to an open file. After a failure, it removes what it wrote, if the file can go back."""

    def __init__(self, file: Any, progress: Progress | None, check: LimitCheck | None):
        self._file, self._progress, self._check = file, progress, check
        if not callable(getattr(file, "write", None)):
            raise ApiTypeError(f"must be a path or an open binary file, not {type_name(file)}", ["save_to"])
        try:
            file.write(b"")
        except TypeError:
            raise ApiTypeError("is a text file; open it in binary mode, as `wb`", ["save_to"]) from None
        except ValueError as error:  # io.UnsupportedOperation is one
            raise ApiValueError(f"cannot be written ({error}); open it in binary mode, as `wb`", ["save_to"]) from None
        self._start: int | None = None
        with suppress(AttributeError, OSError):
            self._start = file.tell()

    def __call__(self, response: BaseHTTPResponse) -> Any:
        written = 0
        if self._check is not None:
            self._check.restart()
        try:
            for chunk in _chunks(response, self._progress):
                written += len(chunk)
                self._write(chunk)
                if self._check is not None:
                    self._check.add(chunk)
        except BaseException as failure:
            response.close()
            if not written or self._went_back() or not isinstance(failure, ApiConnectionException):
                raise
            raise _unfinished(failure) from failure
        return self._file

    def _write(self, chunk: bytes) -> None:
        count = self._file.write(chunk)
        while isinstance(count, int) and count < len(chunk):  # a file without a buffer can write a part
            chunk = chunk[count:]
            count = self._file.write(chunk)

    def _went_back(self) -> bool:
        try:
            self._file.seek(self._start)
            self._file.truncate()
        except (AttributeError, OSError, TypeError, ValueError):
            return False
        return True


def _unfinished(failure: ApiConnectionException) -> ApiConnectionException:
    why = "the file has a part of the export, and the call was not repeated, since the file cannot go back"
    unfinished = type(failure)(f"{failure.args[0]}; {why}", outcome_unknown=True)
    unfinished.final = True
    return unfinished


def _chunks(response: BaseHTTPResponse, progress: Progress | None) -> Iterable[bytes]:
    """The chunks of the body.

    :raises ApiConnectionException: the body is incomplete or cannot be decompressed.
    """
    chunks = _received(response)
    return chunks if progress is None else _reported(chunks, response, progress)


def _received(response: BaseHTTPResponse) -> Iterator[bytes]:
    try:
        for chunk in iter_body(response):
            _cancellation.check()
            yield chunk
    except HTTPError as error:
        raise connection_failure(error) from error
    response.release_conn()


def _reported(chunks: Iterable[bytes], response: BaseHTTPResponse, progress: Progress) -> Iterator[bytes]:
    packed = "Content-Encoding" in response.headers
    total = None if packed else response.length_remaining
    received = 0
    for chunk in chunks:
        received += len(chunk)
        progress(received, total)
        yield chunk


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _safe_name(disposition: str) -> str:
    """The name in a ``Content-Disposition`` header, with safe characters only."""
    found = re.search(r'filename="?([^";]*)', disposition)
    name = re.split(r"[\\/]", found.group(1) if found else "")[-1]
    stem, dot, suffix = name.rpartition(".")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", stem if dot else name)[:80].strip("_") or "export"
    suffix = re.sub(r"[^A-Za-z0-9]", "", suffix)[:10] if dot else ""
    return f"{stem}.{suffix or 'xlsx'}"
