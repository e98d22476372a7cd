"""The channels of the account: which are active, and the price of a message on each."""

from __future__ import annotations

from collections.abc import Mapping

from ...state.context import Context
from ...telecom.prices import RICH_PRICES, SMS_PRICES

__all__ = [
    "CHANNELS",
    "MESSAGE_CHANNELS",
    "MULTICHANNEL",
    "SMS",
    "VIBER",
    "WHATSAPP",
    "channel_prices",
    "channel_status",
    "set_channel_status",
]

SMS = "sms"
VIBER = "viber"
WHATSAPP = "whatsapp"
MULTICHANNEL = "multichannel"
MESSAGE_CHANNELS = (SMS, *RICH_PRICES)
"""The channels that deliver messages: all but `multichannel`, which selects one of them per message."""
CHANNELS = (*MESSAGE_CHANNELS, MULTICHANNEL)
_KEY = "channels"


def channel_status(context: Context) -> dict[str, bool]:
    """Whether each channel is active; in a new account all are."""
    return {**dict.fromkeys(CHANNELS, True), **context.store.get(_KEY, {})}


def set_channel_status(context: Context, changes: Mapping[str, bool]) -> None:
    """Activate or deactivate some channels."""
    context.store.put(_KEY, {**channel_status(context), **changes})


def channel_prices(context: Context, channel: str, is_promotional: bool = False) -> Mapping[str, int]:
    """The price of a part by country, in millionths. An inactive channel has no prices (assumed)."""
    if not channel_status(context)[channel]:
        return {}
    if channel == SMS:
        return SMS_PRICES
    return {
        country: price.promotional if is_promotional else price.transactional
        for country, price in RICH_PRICES[channel].items()
    }
