"""Files that the API sends: streamed into the temporary folder, readable by their owner only."""

from __future__ import annotations

import os
import re
import tempfile
from typing import TYPE_CHECKING, BinaryIO

from smscx_client.rest import connection_failure

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["saved"]

CHUNK = 1 << 16


def saved(response: BaseHTTPResponse, folder: str | None) -> BinaryIO:
    """Write the body of ``response`` to a new file in ``folder`` and open it for reading.

    The server's name for the file shows in its name and has no say in where it lies. The file stays until somebody deletes it.
    """
    stem, suffix = _safe_name(response.headers.get("Content-Disposition", ""))
    handle, path = tempfile.mkstemp(prefix=f"{stem}-", suffix=suffix, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in response.stream(CHUNK):
                file.write(chunk)
    except Exception as error:
        os.unlink(path)
        raise connection_failure(error) from error
    finally:
        response.release_conn()
    return open(path, "rb")  # noqa: SIM115 - the caller closes it


def _safe_name(disposition: str) -> tuple[str, str]:
    found = re.search(r'filename="?([^";]*)', disposition)
    name = re.split(r"[\\/]", found.group(1) if found else "")[-1]
    stem, dot, suffix = name.rpartition(".")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", stem if dot else name)[:80].strip("_") or "export"
    suffix = re.sub(r"[^A-Za-z0-9]", "", suffix)[:10] if dot else "xlsx"
    return stem, f".{suffix or 'xlsx'}"
