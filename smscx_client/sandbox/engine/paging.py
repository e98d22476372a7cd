"""Pages of a list, newest first, by cursor: pages stay stable while the list grows.

A cursor is opaque to callers. It names the row after or before which the page begins.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..spec.errors import INVALID_PARAM, ApiError
from ..state.context import Context
from ..state.store import Row

__all__ = ["LARGEST_PAGE", "Page", "limit_of", "page_of"]

LARGEST_PAGE = 500
"""The highest `limit`, and the default; a larger one is an error (assumed)."""

_LARGEST = 1 << 62
_ANY_ROW = (-_LARGEST, _LARGEST)


class Page(NamedTuple):
    """The rows of a page, and the `paging` object of the response; its `size` is the requested limit."""

    rows: list[Row]
    paging: dict[str, Any]


def limit_of(parameters: Mapping[str, Any]) -> int:
    """Return the `limit` of a request; raises ApiError if it is out of range."""
    limit = parameters.get("limit", LARGEST_PAGE)
    if not isinstance(limit, int) or not 1 <= limit <= LARGEST_PAGE:
        raise ApiError(INVALID_PARAM, detail=f"`limit`: must be from 1 to {LARGEST_PAGE}.")
    return limit


def page_of(
    context: Context,
    parameters: dict[str, Any],
    select: str,
    *values: Any,
    key: str = "id",
    within: tuple[int, int] = _ANY_ROW,
) -> Page:
    """Return the page that a request selects with `limit`, `next` and `previous`.

    `select` is a query without ORDER BY whose rows have an integer in the column `key`; the highest comes first.
    `within` has the lowest and the highest of them, if they are known. With `short_response` the page is empty, and so
    is its paging.
    """
    limit = limit_of(parameters)
    if parameters.get("short_response"):
        return Page([], {"next": None, "previous": None, "size": limit})
    after, before = _cursor(parameters, "next", "after"), _cursor(parameters, "previous", "before")
    if after is not None and before is not None:
        raise ApiError(INVALID_PARAM, detail="`next` and `previous` cannot be combined.")
    backwards = before is not None
    low, high = within  # one lower and one upper bound: SQLite would use only one of several to find the first row
    low = low if before is None else max(low, before + 1)
    high = high if after is None else min(high, after - 1)
    rows = context.store.all(
        f"SELECT * FROM ({select}) WHERE {key} BETWEEN ? AND ? ORDER BY {key} {'ASC' if backwards else 'DESC'} LIMIT ?",
        *(*values, low, high, limit + 1),
    )
    has_more, rows = len(rows) > limit, rows[:limit]
    if backwards:
        rows.reverse()
    return Page(
        rows, _paging(rows, key, limit, older=has_more or backwards, newer=has_more if backwards else after is not None)
    )


def _paging(rows: Sequence[Row], key: str, limit: int, older: bool, newer: bool) -> dict[str, Any]:
    return {
        "next": _token("after", rows[-1][key]) if rows and older else None,
        "previous": _token("before", rows[0][key]) if rows and newer else None,
        "size": limit,
    }


def _token(side: str, row: int) -> str:
    return urlsafe_b64encode(json.dumps({side: row}, separators=(",", ":")).encode()).decode().rstrip("=")


def _cursor(parameters: dict[str, Any], name: str, side: str) -> int | None:
    """Return the row that a cursor names; raises ApiError if it is not a cursor of this API."""
    token = parameters.get(name)
    if token is None:
        return None
    try:
        row = json.loads(urlsafe_b64decode(token + "=" * (-len(token) % 4)))[side]
    except (ValueError, KeyError, TypeError, RecursionError):
        row = None
    if not isinstance(row, int) or isinstance(row, bool) or abs(row) >= _LARGEST:
        raise ApiError(INVALID_PARAM, detail=f"`{name}`: is not a valid cursor; take it from `paging` unchanged.")
    return row
