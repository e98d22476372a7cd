"""The rows that a new sandbox starts with: the account and what belongs to it; with `Settings.demo` also example data.

The example data has the ids of the examples in `openapi.yaml`, so that every example request works.
"""

from __future__ import annotations

from importlib import import_module

from .resources.applications.service import application_id
from .state.context import Context

__all__ = ["application_id", "fill"]

_SET_UP = ("account", "applications", "originators", "optouts", "rentals")
"""The resources that have rows in every new sandbox."""

_WITH_EXAMPLES = (
    "applications",
    "rentals",
    "originators",
    "shortlinks",
    "attachments",
    "hits",
    "groups",
    "optouts",
    "templates",
    "reports",
    "messages",
    "otp",
    "numbers",
    "conversations",
)
"""The resources that have example data; each comes after those that its data needs."""


def fill(context: Context) -> None:
    """Fill an empty store."""
    for name in _SET_UP:
        import_module(f".resources.{name}.demo", __package__).set_up(context)
    if context.settings.demo:
        for name in _WITH_EXAMPLES:
            import_module(f".resources.{name}.demo", __package__).fill(context)
