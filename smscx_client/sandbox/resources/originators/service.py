"""The originator that a message is sent from: the requested one if it is approved, otherwise the system's."""

from __future__ import annotations

from ...state.context import Context

__all__ = ["SYSTEM_ORIGINATOR", "approved_or_system"]

SYSTEM_ORIGINATOR = "InfoText"
"""The originator that replaces one that is not approved."""


def approved_or_system(context: Context, originator: str) -> str:
    """The originator itself if it is approved, else `SYSTEM_ORIGINATOR`; a number may have its plus sign (assumed)."""
    name = originator[1:] if originator.startswith("+") and originator[1:].isdecimal() else originator
    approved = context.store.one("SELECT 1 FROM originators WHERE originator = ? AND approved", name)
    return name if approved else SYSTEM_ORIGINATOR
