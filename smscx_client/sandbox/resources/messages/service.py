"""Sending messages, and what other resources need of messages: rows, JSON, delivery."""

from __future__ import annotations

from ...engine.steps import Steps, slices
from ...state import ledger, scheduler
from ...state.context import Context
from ..account.service import MULTICHANNEL
from .delivery import SCENARIOS, Batch, new_batches, scenarios_for, set_outcome, start_delivery
from .quote import Quote, quote, quote_in_steps
from .rows import basics, message_row, text_analysis
from .storage import CAMPAIGN_KEY, Writer, campaign_row, delete_messages, insert_messages, msg_id_value

__all__ = [
    "CAMPAIGN_KEY",
    "SCENARIOS",
    "Quote",
    "basics",
    "campaign_row",
    "charge_and_send",
    "complete",
    "delete_messages",
    "deliver_in_steps",
    "insert_messages",
    "message_row",
    "msg_id_value",
    "new_batches",
    "quote",
    "quote_in_steps",
    "recover",
    "require_credit",
    "scenarios_for",
    "send",
    "set_outcome",
    "start_delivery",
    "store_in_steps",
    "text_analysis",
    "undo",
]
_UNFINISHED = "unfinished_sends"
"""Cost and source, by campaign id, of the sends whose messages are not all stored yet."""


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
    batches = new_batches(context, quoted.messages)
    insert_messages(context, quoted.messages)
    start_delivery(context, batches)


def store_in_steps(context: Context, quoted: Quote, source: tuple[str, str | None]) -> Steps[list[Batch]]:
    """Charge for many messages and store them, some at a time; returns the batches for `complete`.

    Until `complete`, the send is in a list of unfinished ones: `undo` and, after a crash, `recover` take it back.
    `source` is operation and idempotency id, for the ledger.
    """
    with ledger.attributed_to(*source), context.transaction():
        require_credit(context, quoted)
        ledger.charge(context, quoted.cost)
        context.store.insert("campaigns", [quoted.campaign])
        context.store.put(
            _UNFINISHED, {**context.store.get(_UNFINISHED, {}), quoted.campaign_id: [quoted.cost, source]}
        )
    batches: list[Batch] = []
    writer = Writer(context)
    for part in slices(len(quoted.messages)):
        yield None
        with context.transaction():
            batches += new_batches(context, quoted.messages[part])
            writer.insert(quoted.messages[part])
    return batches


def complete(context: Context, quoted: Quote, batches: list[Batch]) -> None:
    """Make a send final, in the transaction of the caller; `deliver_in_steps` then starts its delivery."""
    unfinished = context.store.get(_UNFINISHED, {})
    del unfinished[quoted.campaign_id]
    context.store.put(_UNFINISHED, unfinished)
    start_delivery(context, batches, held=True)


def deliver_in_steps(context: Context) -> Steps[None]:
    """Run the events of a send that are due now, one after the other."""
    while scheduler.release(context, 1):
        scheduler.run_due(context)
        yield None


def undo(context: Context, campaign_id: str) -> None:
    """Take an unfinished send back: delete its messages and refund its cost."""
    unfinished = context.store.get(_UNFINISHED, {})
    if campaign_id not in unfinished:  # the state was reset since
        return
    cost, source = unfinished.pop(campaign_id)
    with ledger.attributed_to(*source), context.transaction():
        delete_messages(context, f"campaign = {CAMPAIGN_KEY}", campaign_id)
        context.store.execute("DELETE FROM campaigns WHERE campaign_id = ?", campaign_id)
        ledger.refund(context, cost)
        context.store.put(_UNFINISHED, unfinished)


def recover(context: Context) -> None:
    """Take back what was unfinished when a process ended or a snapshot was taken, and start held deliveries."""
    for campaign_id in context.store.get(_UNFINISHED, {}):
        undo(context, campaign_id)
    while scheduler.release(context, 1000):
        pass
