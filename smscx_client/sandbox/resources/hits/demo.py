"""Example data: hits on a short link and on an attachment."""

from __future__ import annotations

from ...engine.examples import at
from ...state.context import Context
from ...state.store import Row
from ..links import service as links
from .service import FIELDS


def fill(context: Context) -> None:
    """Add the hits of the examples."""
    for kind, operation_id in ((links.SHORTLINK, "get_shortlink_hits"), (links.ATTACHMENT, "get_attachment_hits")):
        context.store.insert("hits", _rows(context, kind, operation_id))


def _rows(context: Context, kind: str, operation_id: str) -> list[Row]:
    """Rows of the table `hits` from the example of the operation that lists them."""
    response = context.spec.operations[operation_id].response_example
    return [
        {
            "kind": kind,
            "link_id": response["info"]["id"],
            **{column: hit[name] for name, column in FIELDS.items()},
            "created_at": at(context, hit["datetime"]),
        }
        for hit in reversed(response["data"])
    ]
