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


class _Guard(logging.Filter):
    """Handles the records of the requests of this library, and lets all others pass.

    It replaces the path of the request, and errors that quote the response. A filter or handler of the program that
    raises must not replace the outcome of the request, so the guard calls them itself.
    """

    def __init__(self, logger: logging.Logger):
        super().__init__()
        self._logger = logger

    def filter(self, record: logging.LogRecord) -> bool:
        if not current.requesting:
            return True
        path = current.private_path
        if path is not None:
            if isinstance(record.args, tuple):
                record.args = tuple(type(one).__name__ if isinstance(one, Exception) else one for one in record.args)
            record.msg, record.args = record.getMessage().replace(path, _REPLACEMENT), ()
            record.exc_info = record.exc_text = None
        from smscx_client.events import safely

        safely(self._handle, record)
        return False

    def _handle(self, record: logging.LogRecord) -> None:
        """Do what the logger does after this filter."""
        for one in list(self._logger.filters):
            if one is not self:
                passed = one.filter(record) if isinstance(one, logging.Filter) else one(record)  # type: ignore[operator]
                if not passed:
                    return
                if isinstance(passed, logging.LogRecord):  # Python 3.12
                    record = passed
        self._logger.callHandlers(record)


def install() -> None:
    """Guard the loggers of urllib3, once per process: before their other filters."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not (logger.filters and isinstance(logger.filters[0], _Guard)):
            logger.filters[:] = [_Guard(logger), *(one for one in logger.filters if not isinstance(one, _Guard))]
