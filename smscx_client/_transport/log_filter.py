"""Keeps personal data out of the log records that urllib3 writes for requests of this library.

urllib3 logs the URL of a request, which can contain a phone number: at DEBUG of every request, at WARNING of a response
with malformed headers.
"""

from __future__ import annotations

import logging

from smscx_client._transport.deadlines import current

__all__ = ["install"]

_LOGGERS = (
    "urllib3.connection",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.response",
    "urllib3.util.retry",
)
_REPLACEMENT = "/..."


class _UrlFilter(logging.Filter):
    """Replaces the path of the current request, and errors that quote the response."""

    def filter(self, record: logging.LogRecord) -> bool:
        path = current.private_path
        if path is not None:
            if isinstance(record.args, tuple):
                record.args = tuple(type(one).__name__ if isinstance(one, Exception) else one for one in record.args)
            record.msg, record.args = record.getMessage().replace(path, _REPLACEMENT), ()
            record.exc_info = record.exc_text = None
        return True


def install() -> None:
    """Filter the loggers of urllib3, once per process."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(one, _UrlFilter) for one in logger.filters):
            logger.addFilter(_UrlFilter())
