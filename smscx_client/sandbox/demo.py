"""What a new sandbox holds: an account and an application; with `Settings.demo` also all that the examples speak of.

The ids of the demo data are the examples in `openapi.yaml`, read from there: one place tells them.
"""

from __future__ import annotations

from . import billing, lifecycle
from .clock import stamp
from .money import millionths
from .sending import SYSTEM_ORIGINATOR, quote
from .store import Row
from .world import World

__all__ = ["application_id", "fill"]

_HOUR = 3600
_WEEK = 7 * 24 * _HOUR


def application_id(world: World) -> str:
    """The OAuth application's id: from the settings, else from the example."""
    return world.settings.application_id or str(
        world.spec.operations["get_application_settings"].example("applicationId")
    )


def fill(world: World) -> None:
    """Fill an empty store."""
    settings = world.settings
    account = {
        "balance": millionths(settings.balance),
        "currency": settings.currency,
        "billing": settings.billing,
        "credit_line": millionths(settings.credit_line),
    }
    application = {
        "application_id": application_id(world),
        "application_secret": settings.application_secret,
        "application_name": "Sandbox",
        "scopes": " ".join(world.spec.scopes),
        "token_lifetime": settings.token_lifetime,
        "created_at": world.stamp(),
    }
    world.store.insert("account", [account])
    world.store.insert("applications", [application])
    world.store.insert("originators", [{"originator": SYSTEM_ORIGINATOR}])
    if settings.demo:
        _demonstrate(world)


def _demonstrate(world: World) -> None:
    operations = world.spec.operations
    now = world.clock.seconds()
    world.store.insert("originators", [{"originator": "MyShop"}])
    world.store.insert("shortlinks", [{"short_id": operations["get_shortlink_hits"].example("shortId")}])
    world.store.insert("attachments", [{"attachment_id": operations["get_attachment_hits"].example("attachmentId")}])
    delivered = _message(world, operations["get_single_report"].example("msgId"))
    delivered |= {"status": "DELIVERED", "created_at": stamp(now - _HOUR), "updated_at": stamp(now - _HOUR + 4)}
    scheduled = _message(world, operations["delete_scheduled_sms"].example("msgId"))
    scheduled |= {"status": "SCHEDULED", "scheduled_at": stamp(now + _WEEK)}
    world.store.insert("messages", [delivered, scheduled])
    billing.charge(world, scheduled["cost"])
    lifecycle.begin(world, scheduled["campaign_id"], [scheduled])


def _message(world: World, msg_id: str) -> Row:
    """The message of the example of `send_sms`, under an id of its own."""
    (message,) = quote(world, world.spec.operations["send_sms"].body_example).messages
    return {**message, "msg_id": msg_id}
