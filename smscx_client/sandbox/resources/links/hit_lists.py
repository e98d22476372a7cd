"""How the hits on a link are shown, be it a short link or an attachment."""

from __future__ import annotations

from typing import Any

from ...engine.exports import as_csv, as_xlsx
from ...engine.paging import page_of
from ...engine.registry import Call, Success
from ...state.context import Context
from .hits import FIELDS, shown

__all__ = ["count_of", "csv_of", "forget", "listed", "xlsx_of"]

_HITS = "SELECT * FROM hits WHERE kind = ? AND link_id = ?"


def count_of(context: Context, kind: str, link_id: str) -> int:
    """How often a link was opened."""
    row = context.store.one("SELECT COUNT(*) AS hits FROM hits WHERE kind = ? AND link_id = ?", kind, link_id)
    assert row is not None
    return int(row["hits"])


def listed(context: Context, call: Call, kind: str, link_id: str) -> dict[str, Any]:
    """`data` and `paging` of the hits on a link."""
    page = page_of(context, call.parameters, _HITS, kind, link_id)
    return {"data": [shown(hit) for hit in page.rows], "paging": page.paging}


def csv_of(context: Context, kind: str, link_id: str) -> Success:
    """The hits on a link as CSV."""
    return as_csv(f"{kind}-{link_id}", list(FIELDS), _all(context, kind, link_id))


def xlsx_of(context: Context, kind: str, link_id: str) -> Success:
    """The hits on a link as XLSX."""
    return as_xlsx(f"{kind}-{link_id}", list(FIELDS), _all(context, kind, link_id))


def forget(context: Context, kind: str, link_id: str) -> None:
    """Remove the hits on a link."""
    context.store.execute("DELETE FROM hits WHERE kind = ? AND link_id = ?", kind, link_id)


def _all(context: Context, kind: str, link_id: str) -> list[dict[str, Any]]:
    return [shown(hit) for hit in context.store.all(f"{_HITS} ORDER BY id DESC", kind, link_id)]
