"""Files that the API sends: streamed into the temporary folder, readable by their owner only."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from urllib3.exceptions import HTTPError

from smscx_client.rest import connection_failure, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from urllib3 import BaseHTTPResponse

__all__ = ["saved"]


def saved(response: BaseHTTPResponse, folder: str | None) -> BinaryIO:
    """Write the body of ``response`` to a new file in ``folder`` and open it for reading.

    The server's name for the file shows in the file's name and has no say in where it lies. The file stays until
    somebody deletes it; of a download that fails nothing stays.
    """
    try:
        path = _written(pieces(response), _safe_name(response.headers.get("Content-Disposition", "")), folder)
    except HTTPError as error:
        response.close()
        raise connection_failure(error) from error
    except BaseException:
        response.close()
        raise
    response.release_conn()
    return path.open("rb")


def _written(body: Iterable[bytes], name: tuple[str, str], folder: str | None) -> Path:
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
    """Stem and suffix of the name that a ``Content-Disposition`` header gives, without what could leave the folder."""
    found = re.search(r'filename="?([^";]*)', disposition)
    name = re.split(r"[\\/]", found.group(1) if found else "")[-1]
    stem, dot, suffix = name.rpartition(".")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", stem if dot else name)[:80].strip("_") or "export"
    suffix = re.sub(r"[^A-Za-z0-9]", "", suffix)[:10] if dot else ""
    return stem, f".{suffix or 'xlsx'}"
