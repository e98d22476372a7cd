"""Downloads: streamed into files in the temporary folder that only their owner can read."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from urllib3.exceptions import HTTPError

from smscx_client._transport.bodies import iter_body
from smscx_client._transport.failures import connection_failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from urllib3 import BaseHTTPResponse

__all__ = ["save_body"]


def save_body(response: BaseHTTPResponse, folder: str | None) -> BinaryIO:
    """Write the body of ``response`` to a new file in ``folder`` and open it for reading.

    The name of the file begins with the name that the server gives, without its folders. The caller deletes the file.
    A download that fails leaves no file.

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


def _write(body: Iterable[bytes], name: tuple[str, str], folder: str | None) -> Path:
    stem, suffix = name
    handle, file_name = tempfile.mkstemp(prefix=f"{stem}-", suffix=suffix, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(body)
    except BaseException:
        Path(file_name).unlink()
        raise
    return Path(file_name)


def _safe_name(disposition: str) -> tuple[str, str]:
    """The stem and suffix of the name in a ``Content-Disposition`` header, with safe characters only."""
    found = re.search(r'filename="?([^";]*)', disposition)
    name = re.split(r"[\\/]", found.group(1) if found else "")[-1]
    stem, dot, suffix = name.rpartition(".")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", stem if dot else name)[:80].strip("_") or "export"
    suffix = re.sub(r"[^A-Za-z0-9]", "", suffix)[:10] if dot else ""
    return stem, f".{suffix or 'xlsx'}"
