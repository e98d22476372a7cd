"""What becomes of a message: `ACCEPTED` or `SCHEDULED`, then `SENT`, then `DELIVERED` or `FAILED`.

A life is data: steps with the time between them. Reports come at once, in time, or by tick (`Settings.delivery`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from . import events
from .clock import moment, stamp
from .world import World

__all__ = ["DEFAULT_LIFE", "LIVES", "STATUS_CODES", "Step", "begin", "lives_of"]


class Step(NamedTuple):
    """A status, and the seconds that pass before it when reports come in time."""

    status: str
    after: float
    error_code: int | None = None


LIVES = {
    "delivered": (Step("SENT", 1), Step("DELIVERED", 3)),
    "failed": (Step("SENT", 1), Step("FAILED", 5, error_code=27)),
}
"""What can become of a message that is taken for delivery. The error code is assumed: the guides print no list."""

DEFAULT_LIFE = "delivered"

STATUS_CODES = {
    "ACCEPTED": 1,
    "SENT": 2,
    "DELIVERED": 3,
    "FAILED": 4,
    "SCHEDULED": 5,
    "REJECTED": 6,
    "NO COVERAGE": 7,
}
"""`statusCode` of each status (assumed)."""

_WAITING = ("ACCEPTED", "SCHEDULED")
_STEP = "message.step"


def lives_of(world: World, phone_numbers: Sequence[str]) -> list[str]:
    """The life that a message to each of these numbers will have."""
    chosen = {row["phone_number"]: row["life"] for row in world.store.all("SELECT * FROM outcomes")}
    return [chosen.get(number, DEFAULT_LIFE) for number in phone_numbers]


def begin(world: World, campaign_id: str, messages: Iterable[dict[str, Any]]) -> None:
    """Let the waiting messages of a campaign go their way: each group of the same life and time in one event."""
    waiting = (message for message in messages if message["status"] in _WAITING)
    for life, scheduled_at in dict.fromkeys((message["life"], message["scheduled_at"]) for message in waiting):
        start = moment(scheduled_at).timestamp() if scheduled_at else world.clock.seconds()
        _schedule(world, {"campaign": campaign_id, "scheduled_at": scheduled_at, "life": life, "step": 0}, start)


def _schedule(world: World, payload: dict[str, Any], start: float) -> None:
    delivery = world.settings.delivery
    wait = LIVES[payload["life"]][payload["step"]].after if delivery == "timed" else 0
    events.schedule(world, _STEP, payload, start + wait, by_tick=delivery == "manual")


@events.on(_STEP)
def _take_step(world: World, at: float, payload: dict[str, Any]) -> None:
    steps = LIVES[payload["life"]]
    number = payload["step"]
    before = _WAITING if number == 0 else (steps[number - 1].status,)
    world.store.execute(
        "UPDATE messages SET status = ?, error_code = ?, updated_at = ? WHERE campaign_id = ? AND scheduled_at IS ? "
        f"AND life = ? AND status IN ({', '.join('?' * len(before))})",
        *(steps[number].status, steps[number].error_code, stamp(at)),
        *(payload["campaign"], payload["scheduled_at"], payload["life"], *before),
    )
    if number + 1 < len(steps):
        _schedule(world, {**payload, "step": number + 1}, at)
