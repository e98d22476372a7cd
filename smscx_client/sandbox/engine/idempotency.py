"""Idempotency ids: a repeated call gets the first response and does not run again.

Only a success is stored, so a refused call can be corrected and repeated under its id. A repeat with another body gets
the first response too. Stored responses never expire (all assumed).
"""

from __future__ import annotations

import zlib

from ..spec.openapi import OperationSpec
from ..state.context import Context
from .http import JSON, Response

__all__ = ["pack", "recall", "remember"]

_FASTEST = 1


def recall(context: Context, operation: OperationSpec, idempotency_id: str) -> Response | None:
    """Return the response that was stored under this id, if there is one."""
    row = context.store.one(
        "SELECT * FROM idempotent_responses WHERE operation = ? AND idempotency_id = ?",
        *(operation.id, idempotency_id.lower()),
    )
    if row is None:
        return None
    return Response(row["status"], {"Content-Type": JSON}, zlib.decompress(row["body"]))


def pack(body: bytes) -> bytes:
    """Compress the body of a response."""
    return zlib.compress(body, _FASTEST)


def remember(
    context: Context, operation: OperationSpec, idempotency_id: str, response: Response, packed: bytes | None = None
) -> None:
    """Store a response under its id; `packed` is its compressed body, if there is one already."""
    row = {
        "operation": operation.id,
        "idempotency_id": idempotency_id.lower(),
        "status": response.status,
        "body": packed or pack(response.body),
    }
    context.store.insert("idempotent_responses", [row])
