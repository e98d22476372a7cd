"""The API's date format, `YYYY-MM-DD HH:MM:SS` in UTC: written and read."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import lru_cache

__all__ = ["FORMAT", "moment", "stamp"]

FORMAT = "%Y-%m-%d %H:%M:%S"

_LENGTH = 19


def stamp(seconds: float) -> str:
    """Return a Unix timestamp in the API's format."""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime(FORMAT)


@lru_cache(maxsize=1024)
def moment(text: str) -> datetime:
    """Parse a date in the API's format; raises ValueError for anything else."""
    if len(text) != _LENGTH or not text.isascii():
        raise ValueError(f"{text!r} does not match YYYY-MM-DD HH:MM:SS")
    return datetime.strptime(text, FORMAT).replace(tzinfo=timezone.utc)
