"""A repeated call with the same idempotency id gets the first answer and is not carried out again.

Only success is remembered, so that a refused call can be mended and repeated under its id; a repeat with another body
gets the first answer all the same; nothing is forgotten (all assumed).
"""

from __future__ import annotations

import zlib

from ..spec.openapi import Operation
from ..state.context import Context
from .http import Response

__all__ = ["recall", "remember"]

_FAST = 1


def recall(context: Context, operation: Operation, idempotency_id: str) -> Response | None:
    """The answer given before under this id."""
    row = context.store.one(
        "SELECT * FROM answers WHERE operation = ? AND idempotency_id = ?", operation.id, idempotency_id.lower()
    )
    if row is None:
        return None
    return Response(row["status"], {"Content-Type": "application/json"}, zlib.decompress(row["body"]))


def remember(context: Context, operation: Operation, idempotency_id: str, response: Response) -> None:
    """Keep an answer under its id."""
    row = {
        "operation": operation.id,
        "idempotency_id": idempotency_id.lower(),
        "status": response.status,
        "body": zlib.compress(response.body, _FAST),
    }
    context.store.insert("answers", [row])
