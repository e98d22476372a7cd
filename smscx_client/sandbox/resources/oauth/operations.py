"""Operations of OAuth 2: access tokens for applications."""

from __future__ import annotations

from typing import Any

from ...engine.auth import issue_token
from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...state.context import Context


@operation("get_access_token")
def get_access_token(context: Context, call: Call) -> dict[str, Any]:
    """Issue a bearer token for the requested scopes, or for all scopes of the application."""
    requested = frozenset(call.body.get("scope", "").split()) or call.caller.scopes
    if not requested <= call.caller.scopes:
        raise ApiError(
            1600, "invalid_scope", detail=f"Not granted: {' '.join(sorted(requested - call.caller.scopes))}."
        )
    row = context.store.one("SELECT * FROM applications WHERE application_id = ?", call.caller.application)
    assert row is not None
    return {
        "access_token": issue_token(context, call.caller, requested, row["token_lifetime"]),
        "expires_in": row["token_lifetime"],
        "token_type": "Bearer",  # the type of the token, not a secret  # nosec B105
        "scope": " ".join(sorted(requested)),
    }
