"""Sending messages, and what other resources need of messages: rows, JSON, delivery."""

from __future__ import annotations

from ...state import ledger
from ...state.context import Context
from ..account.service import MULTICHANNEL
from .delivery import SCENARIOS, scenarios_for, set_outcome, start_delivery
from .quote import Quote, quote
from .rows import basics, campaign_row, message_row, text_analysis

__all__ = [
    "SCENARIOS",
    "Quote",
    "basics",
    "campaign_row",
    "charge_and_send",
    "message_row",
    "quote",
    "require_credit",
    "scenarios_for",
    "send",
    "set_outcome",
    "start_delivery",
    "text_analysis",
]


def require_credit(context: Context, quoted: Quote) -> None:
    """Raise an `ApiError` if the account cannot pay, or could not if each message took its most expensive channel."""
    ledger.require_credit(context, quoted.cost)
    if quoted.campaign["channel"] == MULTICHANNEL:
        ledger.require_credit(context, quoted.highest_cost, code=1130)


def charge_and_send(context: Context, quoted: Quote) -> None:
    """Charge for the messages and send them."""
    require_credit(context, quoted)
    ledger.charge(context, quoted.cost)
    send(context, quoted)


def send(context: Context, quoted: Quote) -> None:
    """Store the messages and start their delivery."""
    context.store.insert("campaigns", [quoted.campaign])
    context.store.insert("messages", quoted.messages)
    start_delivery(context, quoted.campaign_id, quoted.messages)
