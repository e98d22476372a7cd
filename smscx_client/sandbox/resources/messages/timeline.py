"""The statuses that a message had, with their times: for the inbox page, since the API shows the last one only.

The messages of a variant share them: see `storage.py`. The column `timeline` has `STATUS@SECONDS@CHANNEL` for each
status after the first one, with the seconds since the creation, and without the channel if it is `sms`.
"""

from __future__ import annotations

from typing import NamedTuple

from ...spec.dates import moment, stamp
from ...state.store import Row

__all__ = ["ADD_STATUS", "Step", "timeline"]

ADD_STATUS = (
    "timeline = ifnull(timeline, '') || ? || '@' || CAST(? - strftime('%s', created_at) AS INTEGER) "
    "|| CASE channel WHEN 'sms' THEN ' ' ELSE '@' || channel || ' ' END"
)
"""The SQL assignment that adds a status at a Unix time."""


class Step(NamedTuple):
    """A status that a message got, at a time and on a channel."""

    status: str
    at: str
    channel: str


def timeline(message: Row) -> list[Step]:
    """Return the statuses of a message from its creation to now."""
    created = moment(message["created_at"]).timestamp()
    later = [_step(each, created) for each in (message["timeline"] or "").split()]
    was_refused = message["batch"] is None and not later
    status = message["status"] if was_refused else "SCHEDULED" if message["scheduled_at"] else "ACCEPTED"
    first = Step(status, message["created_at"], later[0].channel if later else message["channel"])
    return [first, *later]


def _step(text: str, created: float) -> Step:
    status, seconds, channel = (*text.split("@"), "sms")[:3]
    return Step(status, stamp(created + int(seconds)), channel)
