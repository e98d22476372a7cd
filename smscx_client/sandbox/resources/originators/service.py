"""The originator that a message is sent from: the requested one if it is approved, otherwise the system's.

With `Settings.strict_originators`, a request for one that is not approved is an error.
"""

from __future__ import annotations

from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context

__all__ = ["SYSTEM_ORIGINATOR", "approved_or_refused", "approved_or_system"]

SYSTEM_ORIGINATOR = "InfoText"
"""The originator that replaces one that is not approved."""


def approved_or_refused(context: Context, requested: str) -> str:
    """Return the originator of a request; raises `ApiError` for one that is not approved if the settings ask for it."""
    originator = approved_or_system(context, requested)
    if context.settings.strict_originators and originator != requested.lstrip("+"):
        raise ApiError(
            INVALID_PARAM,
            detail=f"`from`: {requested} is not an approved originator. The API would send from {SYSTEM_ORIGINATOR}. "
            "Create the originator and wait for its approval, or set `strict_originators` to false.",
        )
    return originator


def approved_or_system(context: Context, originator: str) -> str:
    """The originator itself if it is approved, else `SYSTEM_ORIGINATOR`; a number may have its plus sign (assumed)."""
    name = originator[1:] if originator.startswith("+") and originator[1:].isdecimal() else originator
    approved = context.store.one("SELECT 1 FROM originators WHERE originator = ? AND approved", name)
    return name if approved else SYSTEM_ORIGINATOR
