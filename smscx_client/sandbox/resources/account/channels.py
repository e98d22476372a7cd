"""The channels of the account: which are active, and what a message on each costs."""

from __future__ import annotations

from collections.abc import Mapping

from ...state.context import Context
from ...telecom.prices import RICH_PRICES, SMS_PRICES

__all__ = ["ATTEMPTED", "CHANNELS", "MULTICHANNEL", "SMS", "prices", "status", "switch"]

SMS = "sms"
MULTICHANNEL = "multichannel"
ATTEMPTED = (SMS, *RICH_PRICES)
"""The channels that a message really takes."""
CHANNELS = (*ATTEMPTED, MULTICHANNEL)
_KEY = "channels"


def status(context: Context) -> dict[str, bool]:
    """Whether each channel is active; a new account has all of them."""
    return {**dict.fromkeys(CHANNELS, True), **context.store.get(_KEY, {})}


def switch(context: Context, changed: Mapping[str, bool]) -> None:
    """Make channels active or inactive."""
    context.store.put(_KEY, {**status(context), **changed})


def prices(context: Context, channel: str, is_promotional: bool = False) -> Mapping[str, int]:
    """The price of a part by country, in millionths; there is none on a channel that is not active (assumed)."""
    if not status(context)[channel]:
        return {}
    if channel == SMS:
        return SMS_PRICES
    return {
        country: price.promotional if is_promotional else price.transactional
        for country, price in RICH_PRICES[channel].items()
    }
