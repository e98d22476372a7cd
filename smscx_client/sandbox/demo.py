"""What a new sandbox holds: an account and an application; with `Settings.demo` also all that the examples speak of.

The ids of the demo data are the examples in `openapi.yaml`, read from there: one place tells them.
"""

from __future__ import annotations

import json
from importlib import import_module

from .resources.applications.service import DEFAULTS
from .resources.links import service as links
from .resources.messages.service import SYSTEM_ORIGINATOR
from .resources.rentals import inventory
from .state.context import Context
from .state.money import millionths

__all__ = ["application_id", "fill"]

_PARTS = (
    "applications",
    "rentals",
    "originators",
    "shortlinks",
    "attachments",
    "groups",
    "optouts",
    "templates",
    "reports",
    "messages",
    "otp",
    "numbers",
    "conversations",
)
"""The modules of this package that fill a part of the store each, in an order in which each finds what it needs."""


def application_id(context: Context) -> str:
    """The OAuth application's id: from the settings, else from the example."""
    return context.settings.application_id or str(
        context.spec.operations["get_application_settings"].example("applicationId")
    )


def fill(context: Context) -> None:
    """Fill an empty store."""
    settings = context.settings
    account = {
        "balance": millionths(settings.balance),
        "currency": settings.currency,
        "billing": settings.billing,
        "credit_line": millionths(settings.credit_line),
    }
    application = {
        "application_id": application_id(context),
        "application_secret": settings.application_secret,
        "application_name": "Sandbox",
        "scopes": " ".join(context.spec.scopes),
        "token_lifetime": settings.token_lifetime,
        "settings": json.dumps(DEFAULTS),
        "created_at": context.stamp(),
    }
    context.store.insert("account", [account])
    context.store.insert("applications", [application])
    system = {"originator": SYSTEM_ORIGINATOR, "is_default": True, "approved": True, "created_at": context.stamp()}
    context.store.insert("originators", [system])
    links.set_optout_list_id(context, links.new_id(context))
    inventory.fill(context)
    if settings.demo:
        for part in _PARTS:
            import_module(f".resources.{part}.demo", __package__).fill(context)
