"""OAuth 2: tokens for applications."""

from __future__ import annotations

from typing import Any

from ...engine.auth import issue_token
from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...state.context import Context


@operation("get_access_token")
def get_access_token(context: Context, call: Call) -> dict[str, Any]:
    """Issue a bearer token for the scopes asked for, or for all that the application has."""
    asked = frozenset(call.body.get("scope", "").split()) or call.caller.scopes
    if not asked <= call.caller.scopes:
        raise ApiError(1600, "invalid_scope", detail=f"Not granted: {' '.join(sorted(asked - call.caller.scopes))}.")
    row = context.store.one("SELECT * FROM applications WHERE application_id = ?", call.caller.application)
    assert row is not None
    return {
        "access_token": issue_token(context, call.caller, asked, row["token_lifetime"]),
        "expires_in": row["token_lifetime"],
        "token_type": "Bearer",  # a kind of token, no token  # nosec B105
        "scope": " ".join(sorted(asked)),
    }
