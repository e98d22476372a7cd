"""What a request asks to be sent: on one channel, or on several, each of them tried if the one before it fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ..account import channels
from ..account.channels import MULTICHANNEL, SMS
from ..rentals import service as rentals

__all__ = ["Attempt", "attempts", "time_to_live"]

_SHORTEST_TTL = 300
_LONGEST_TTL = 1_209_600


class Attempt(NamedTuple):
    """A text, its placeholders not yet filled in, on a channel; `prices` has what a part costs in each country."""

    channel: str
    text: str
    prices: Mapping[str, int]


def attempts(context: Context, channel: str, body: Mapping[str, Any], originator: str) -> list[Attempt]:
    """The attempts in their order: one, or for multichannel those of its strategy."""
    if channel != MULTICHANNEL:
        return [_attempt(context, channel, body, originator)]
    steps = body["strategy"]
    _check_order([step["channel"] for step in steps])
    tried = [_attempt(context, step["channel"], step, originator) for step in steps]
    active = channels.status(context)
    inactive = [name for name in (*(each.channel for each in tried), MULTICHANNEL) if not active[name]]
    if inactive:
        raise ApiError(1131, detail=f"It is {' and '.join(inactive)}.")
    return tried


def time_to_live(body: Mapping[str, Any], default: int) -> int:
    """The seconds that each channel of a multichannel message has."""
    ttl: int = body.get("ttl", default)
    if ttl < _SHORTEST_TTL:
        raise ApiError(1125)
    if ttl > _LONGEST_TTL:
        raise ApiError(1134)
    return ttl


def _check_order(names: Sequence[str]) -> None:
    if len(names) < 2:
        raise ApiError(1121)
    if names[-1] != SMS:
        raise ApiError(1122)
    if len(set(names)) < len(names):
        raise ApiError(1129)


def _attempt(context: Context, channel: str, asked: Mapping[str, Any], originator: str) -> Attempt:
    if channel == SMS:
        if not asked.get("text"):
            raise ApiError(1107)
        return Attempt(SMS, asked["text"], rentals.sms_prices(context, originator))
    if asked.get("templateId") is None:
        raise ApiError(1126)
    template = _template(context, channel, asked["templateId"])
    return Attempt(channel, template["text"], channels.prices(context, channel, template["type"] == "promotional"))


def _template(context: Context, channel: str, template_id: int) -> Row:
    """A template of the channel that is approved and locked."""
    row = context.store.one("SELECT * FROM templates WHERE id = ? AND channel = ?", template_id, channel)
    if row is None:
        raise ApiError(1128, detail=f"It is {template_id}, for {channel}.")
    if not row["approved"]:
        raise ApiError(1132)
    if not row["locked"]:
        raise ApiError(1133)
    return row
