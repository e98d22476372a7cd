"""Idempotency ids: a repeated call gets the first response and does not run again.

Only a success is stored, so a refused call can be corrected and repeated under its id. A repeat with another body gets
the first response too. Stored responses never expire (all assumed).
"""

from __future__ import annotations

import zlib

from ..spec.openapi import OperationSpec
from ..state.context import Context
from .http import Response

__all__ = ["recall", "remember"]

_FASTEST = 1


def recall(context: Context, operation: OperationSpec, idempotency_id: str) -> Response | None:
    """Return the response that was stored under this id, if there is one."""
    row = context.store.one(
        "SELECT * FROM idempotent_responses WHERE operation = ? AND idempotency_id = ?",
        *(operation.id, idempotency_id.lower()),
    )
    if row is None:
        return None
    return Response(row["status"], {"Content-Type": "application/json"}, zlib.decompress(row["body"]))


def remember(context: Context, operation: OperationSpec, idempotency_id: str, response: Response) -> None:
    """Store a response under its id."""
    row = {
        "operation": operation.id,
        "idempotency_id": idempotency_id.lower(),
        "status": response.status,
        "body": zlib.compress(response.body, _FASTEST),
    }
    context.store.insert("idempotent_responses", [row])
