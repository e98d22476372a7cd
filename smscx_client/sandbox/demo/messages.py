"""Messages, one delivered and one that is still scheduled."""

from __future__ import annotations

from .. import lifecycle
from ..clock import stamp
from ..sending import quote
from ..store import Row
from ..world import World

_HOUR = 3600
_WEEK = 7 * 24 * _HOUR


def fill(world: World) -> None:
    """Add the messages of the examples of reports and of deletes."""
    operations = world.spec.operations
    now = world.clock.seconds()
    delivered = _message(world, operations["get_single_report"].example("msgId"))
    delivered |= {"status": "DELIVERED", "created_at": stamp(now - _HOUR), "updated_at": stamp(now - _HOUR + 4)}
    scheduled = _message(world, operations["delete_scheduled_sms"].example("msgId"))
    scheduled |= {"status": "SCHEDULED", "scheduled_at": stamp(now + _WEEK)}
    world.store.insert("messages", [delivered, scheduled])
    lifecycle.begin(world, scheduled["campaign_id"], [scheduled])


def _message(world: World, msg_id: str) -> Row:
    """The message of the example of `send_sms`, under an id of its own."""
    (message,) = quote(world, world.spec.operations["send_sms"].body_example).messages
    return {**message, "msg_id": msg_id}
