"""Operations of the application: list, settings, scopes."""

from __future__ import annotations

import json
from typing import Any

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row

_LIFETIME_TEXTS = {86_400: "1 day", 604_800: "1 week", 0: "never"}


@operation("get_applications_list")
def get_applications_list(context: Context, call: Call) -> dict[str, Any]:
    """List the applications, newest first."""
    rows = context.store.all("SELECT * FROM applications ORDER BY id DESC")
    return {"data": [_application_json(row) for row in rows]}


@operation("get_application_settings")
def get_application_settings(context: Context, call: Call) -> dict[str, Any]:
    """Return the settings of one application."""
    row = context.store.one("SELECT * FROM applications WHERE application_id = ?", call.parameters["applicationId"])
    if row is None:
        raise ApiError(1500)
    return {
        "applicationId": row["application_id"],
        "name": row["application_name"],
        "scopes": row["scopes"],
        "tokenExpiration": _lifetime_text(row["token_lifetime"]),
        "settings": json.loads(row["settings"]),
    }


@operation("get_scopes")
def get_scopes(context: Context, call: Call) -> list[str]:
    """List the scopes that a token can include."""
    return list(context.spec.scopes)


def _application_json(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "applicationId": row["application_id"],
        "applicationSecret": row["application_secret"],
        "applicationName": row["application_name"],
        "scopes": row["scopes"],
        "tokenExpiration": _lifetime_text(row["token_lifetime"]),
        "createdAt": row["created_at"],
    }


def _lifetime_text(seconds: int) -> str:
    """The lifetime of a token as text; the dashboard has fixed texts for three lifetimes."""
    return _LIFETIME_TEXTS.get(seconds, f"{seconds} seconds")
