"""Example data: hits, from the examples of the two operations that list them."""

from __future__ import annotations

from ...spec.examples import at
from ...state.context import Context
from ...state.store import Row
from .service import FIELDS

__all__ = ["example_rows"]


def example_rows(context: Context, kind: str, operation_id: str) -> list[Row]:
    """Rows of the table `hits` from the example of the operation that lists them."""
    response = context.spec.operations[operation_id].answer_example
    return [
        {
            "kind": kind,
            "link_id": response["info"]["id"],
            **{column: hit[name] for name, column in FIELDS.items()},
            "created_at": at(context, hit["datetime"]),
        }
        for hit in reversed(response["data"])
    ]
