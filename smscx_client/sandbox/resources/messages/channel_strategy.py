"""The channels of a request: one, or the ones of a multichannel strategy, tried in order until one delivers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...spec.errors import ApiError
from ...state.context import Context
from ..account.service import MULTICHANNEL, SMS, channel_prices, channel_status
from ..rentals.service import sms_prices
from ..templates.service import sendable_template

__all__ = ["StrategyStep", "strategy_steps", "time_to_live"]

_MIN_TTL = 300
_MAX_TTL = 1_209_600


class StrategyStep(NamedTuple):
    """A channel and the text on it, with its placeholders; `prices` has the price of a part in each country."""

    channel: str
    text: str
    prices: Mapping[str, int]


def strategy_steps(context: Context, channel: str, body: Mapping[str, Any], originator: str) -> list[StrategyStep]:
    """The steps of a request, in order; on a single channel there is one."""
    if channel != MULTICHANNEL:
        return [_step(context, channel, body, originator)]
    requested = body["strategy"]
    _check_order([step["channel"] for step in requested])
    steps = [_step(context, step["channel"], step, originator) for step in requested]
    active = channel_status(context)
    inactive = [name for name in (*(step.channel for step in steps), MULTICHANNEL) if not active[name]]
    if inactive:
        raise ApiError(1131, detail=f"Not active: {', '.join(inactive)}.")
    return steps


def time_to_live(body: Mapping[str, Any], default: int) -> int:
    """The seconds that each channel of a multichannel message has for delivery."""
    ttl: int = body.get("ttl", default)
    if ttl < _MIN_TTL:
        raise ApiError(1125)
    if ttl > _MAX_TTL:
        raise ApiError(1134)
    return ttl


def _check_order(channels: Sequence[str]) -> None:
    if len(channels) < 2:
        raise ApiError(1121)
    if channels[-1] != SMS:
        raise ApiError(1122)
    if len(set(channels)) < len(channels):
        raise ApiError(1129)


def _step(context: Context, channel: str, step: Mapping[str, Any], originator: str) -> StrategyStep:
    if channel == SMS:
        if not step.get("text"):
            raise ApiError(1107)
        return StrategyStep(SMS, step["text"], sms_prices(context, originator))
    if step.get("templateId") is None:
        raise ApiError(1126)
    template = sendable_template(context, channel, step["templateId"])
    is_promotional = template["type"] == "promotional"
    return StrategyStep(channel, template["text"], channel_prices(context, channel, is_promotional))
