"""Messages that are still scheduled."""

from __future__ import annotations

from .. import lifecycle
from ..clock import stamp
from ..sending import quote
from ..store import Row
from ..world import World

_WEEK = 7 * 24 * 3600


def fill(world: World) -> None:
    """Add the messages of the examples of deletes."""
    operations = world.spec.operations
    now = world.clock.seconds()
    scheduled = _message(world, operations["delete_scheduled_sms"].example("msgId"))
    scheduled |= {"status": "SCHEDULED", "scheduled_at": stamp(now + _WEEK)}
    world.store.insert("messages", [scheduled])
    lifecycle.begin(world, scheduled["campaign_id"], [scheduled])


def _message(world: World, msg_id: str) -> Row:
    """The message of the example of `send_sms`, under an id of its own."""
    (message,) = quote(world, world.spec.operations["send_sms"].body_example).messages
    return {**message, "msg_id": msg_id}
