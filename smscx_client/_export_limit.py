"""The warning about an export that ends at the limit of the API, which does not say whether there are more rows."""

from __future__ import annotations

import io
import re
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smscx_client._stacklevel import caller_stacklevel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smscx_client.operation import Operation

__all__ = ["LimitCheck", "limit_check"]

_LIMIT = "limit"
#: How many rows an export has at most if no limit is given.
_MOST_ROWS = 500
#: Bytes of an export that are kept to count its rows; a longer one does not end at the limit.
_MOST_BYTES = 1 << 24


def limit_check(operation: Operation, arguments: Mapping[str, Any], options: Mapping[str, Any]) -> LimitCheck | None:
    """Return the check for a call; None if its export has all rows, or as many as the program asked for."""
    limit = arguments.get(_LIMIT)
    is_chosen = limit is not None and not (isinstance(limit, int) and limit > _MOST_ROWS)
    is_read = options.get("_preload_content", True) and not options.get("async_req")
    return LimitCheck(operation.name) if _LIMIT in operation.parameters and is_read and not is_chosen else None


class LimitCheck:
    """Whether one export ends at the limit."""

    def __init__(self, operation: str):
        self._operation = operation
        self._is_at_limit = False
        self._copy = bytearray()
        """The export, while it is written to a file that cannot be read."""

    def restart(self) -> None:
        """Begin a new try of the export."""
        self._copy.clear()

    def add(self, chunk: bytes) -> None:
        """Keep bytes that are written to a file of the program."""
        if len(self._copy) < _MOST_BYTES:
            self._copy += chunk

    def finish(self, result: Any) -> None:
        """Count the rows of the export, given the result of its call."""
        from smscx_client.exports import count_rows

        with suppress(Exception):  # the program gets the export as it is, also one that cannot be read
            self._is_at_limit = count_rows(self._export_in(result), _MOST_ROWS + 1) == _MOST_ROWS
        self._copy.clear()

    def _export_in(self, result: Any) -> Path | bytearray | str:
        result = result[0] if isinstance(result, tuple) else result
        if isinstance(result, io.BufferedReader) and not self._copy:
            return Path(result.name)
        return result if isinstance(result, (str, Path)) else self._copy

    def warn(self) -> None:
        """Warn the calling program if the export ends at the limit."""
        if not self._is_at_limit:
            return
        from smscx_client.exports import ExportLimitWarning

        iterator = re.sub("^export_(.*)_to_.*", r"iter_\1", self._operation)
        message = (
            f"{self._operation}: the export ends at its limit of {_MOST_ROWS} rows, there may be more; {iterator} "
            f"yields all rows. With {_LIMIT}={_MOST_ROWS}, this warning is not shown"
        )
        warning = ExportLimitWarning(message, self._operation, _MOST_ROWS)
        warnings.warn(warning, stacklevel=caller_stacklevel())
