"""Templates that messages on Viber and WhatsApp are sent from."""

from __future__ import annotations

from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row

__all__ = ["sendable_template"]


def sendable_template(context: Context, channel: str, template_id: int) -> Row:
    """The template of a channel with this id; an `ApiError` unless it exists, is approved and is locked."""
    row = context.store.one("SELECT * FROM templates WHERE id = ? AND channel = ?", template_id, channel)
    if row is None:
        raise ApiError(1128, detail=f"Channel: {channel}. Template: {template_id}.")
    if not row["approved"]:
        raise ApiError(1132)
    if not row["locked"]:
        raise ApiError(1133)
    return row
