"""Downloads: streamed into files in the temporary folder that only their owner can read."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from urllib3.exceptions import HTTPError

from smscx_client import _cancellation
from smscx_client._transport.bodies import iter_body
from smscx_client._transport.failures import connection_failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from urllib3 import BaseHTTPResponse

__all__ = ["discard", "save_body"]

#: How the names of the folders begin.
_PREFIX = "smscx-"


def save_body(response: BaseHTTPResponse, folder: str | None) -> BinaryIO:
    """Write the body of ``response`` to a file in a new folder below ``folder`` and open it for reading.

    The file has the name that the server gives, without folders. The caller deletes file and folder. A download that
    fails leaves neither.

    :raises ApiConnectionException: the body is incomplete or cannot be decompressed.
    """
    try:
        path = _write(iter_body(response), _safe_name(response.headers.get("Content-Disposition", "")), folder)
    except HTTPError as error:
        response.close()
        raise connection_failure(error) from error
    except BaseException:
        response.close()
        raise
    response.release_conn()
    return path.open("rb")


def discard(result: object) -> None:
    """Close a file or response that a call returned and nobody uses; delete the file that :func:`save_body` made."""
    close = getattr(result, "close", None)
    if not callable(close):
        return
    close()
    name = getattr(result, "name", None)
    path = Path(name) if isinstance(name, str) else None
    if path is not None and path.parent.name.startswith(_PREFIX):
        with suppress(OSError):  # the program has moved the file, or put another one beside it
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def _write(body: Iterable[bytes], name: str, folder: str | None) -> Path:
    own = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    path = own / name
    try:
        with open(path, "xb", opener=_private) as file:
            for chunk in body:
                _cancellation.check()
                file.write(chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        own.rmdir()
        raise
    return path


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
