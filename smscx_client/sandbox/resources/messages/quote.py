"""From a request to the messages that it sends: recipient, text, price, status and due time of each, on any channel.

`quote` only reads, so an estimate is a quote that is returned and not sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smscx_client.text import Transliterator

from ...spec.schemas import is_uuid
from ...state.context import Context
from ...state.store import Row
from ...telecom import magic_numbers
from ...telecom.numbers import Number
from ..account.service import MULTICHANNEL, SMS
from ..applications import service as applications
from ..optouts.service import opted_out
from ..originators.service import approved_or_refused
from . import texts
from .channel_strategy import StrategyStep, strategy_steps, time_to_live
from .delivery import scenarios_for
from .recipients import Recipients, from_groups, from_numbers
from .rows import campaign_row, message_row
from .schedule import DueTime, due_times
from .texts import Fields, RenderedText

__all__ = ["Quote", "quote"]


@dataclass(frozen=True)
class Quote:
    """The messages of one request, not sent yet: a row of the table `campaigns`, and rows of the table `messages`."""

    campaign: Row
    messages: list[Row]
    recipients: Recipients
    dlr_callback_url: str | None
    transliteration: dict[str, Any] | None

    @property
    def campaign_id(self) -> str:
        """The id that all messages have in common."""
        return str(self.campaign["campaign_id"])

    @property
    def is_scheduled(self) -> bool:
        """Whether any message is scheduled for later."""
        return any(message["scheduled_at"] for message in self.messages)

    @property
    def cost(self) -> int:
        """The cost of the request, in millionths."""
        return sum(message["cost"] for message in self.messages)

    @property
    def highest_cost(self) -> int:
        """The cost of the request if each message is delivered on its most expensive channel."""
        return sum(message["cost"] + message["reserve"] for message in self.messages)


@dataclass(frozen=True)
class _RenderedStep:
    """A step of the channel strategy, with text and delivery scenario for each recipient."""

    step: StrategyStep
    texts: list[RenderedText]
    scenarios: list[str]


def quote(
    context: Context,
    body: Mapping[str, Any],
    channel: str = SMS,
    *,
    to_groups: bool = False,
    apply_quiet_hours: bool = True,
) -> Quote:
    """The messages that a request would send; an `ApiError` if it cannot be sent."""
    section = applications.settings(context)[channel]
    ttl = time_to_live(body, section["ttl"]) if channel == MULTICHANNEL else None
    recipients = from_groups(context, body) if to_groups else from_numbers(body)
    times = due_times(context, body, recipients.numbers, section["quietHours"] if apply_quiet_hours else None)
    transliterator = _transliterator(body, section) if channel == SMS else Transliterator()
    shared = {**_shared_columns(context, body, section), "ttl": ttl}
    steps = [
        _render(context, step, recipients, body.get("customFields", {}), transliterator)
        for step in strategy_steps(context, channel, body, shared["originator"])
    ]
    messages = [
        message_row(number, **shared, msg_id=context.rng.uuid(), **columns)
        for number, columns in _message_columns(context, channel, recipients, times, steps)
    ]
    saved = None if transliterator.is_idle else _transliteration_analysis(steps[0], recipients, transliterator)
    campaign = campaign_row(
        **{column: shared[column] for column in ("campaign_id", "originator", "created_at")},
        source="api",
        name=f"Campaign {shared['created_at']}" if recipients.groups else "",
        channel=channel,
        text=steps[0].step.text,
        groups=recipients.groups,
        scheduled_at=min(due.at for due in times if due.at) if "scheduledDate" in body else None,
    )
    return Quote(campaign, messages, recipients, shared["dlr_callback_url"], saved)


def _transliterator(body: Mapping[str, Any], section: Mapping[str, Any]) -> Transliterator:
    options = body.get("transliteration", section["transliteration"])
    return Transliterator(options["alphabet"], options.get("removeEmojis", False))


def _shared_columns(context: Context, body: Mapping[str, Any], section: Mapping[str, Any]) -> Row:
    """The columns that all messages of a request have in common."""
    originator = approved_or_refused(context, section.get("enforceOriginator") or body["from"])
    return {
        "campaign_id": context.rng.uuid(),
        "created_at": context.stamp(),
        "originator": originator,
        "requested_originator": body["from"] if body["from"] != originator else None,
        "track_data": body["trackData"] if is_uuid(body.get("trackData")) else None,
        "dlr_callback_url": body.get("dlrCallbackUrl", section["dlrCallback"]),
    }


def _render(
    context: Context, step: StrategyStep, recipients: Recipients, custom: Fields, transliterator: Transliterator
) -> _RenderedStep:
    """Render the text for each recipient; custom fields of the request override those of a contact."""
    count = len(recipients.numbers)
    fields: Sequence[Fields | None] = recipients.fields or [None if step.channel == SMS else {}] * count
    if custom:
        fields = [{**(own or {}), **custom} for own in fields]
    rendered = texts.render(context, step.text, fields, transliterator)
    if step.channel == SMS:
        texts.require_sms(rendered)
    scenarios = scenarios_for(context, [number.e164 for number in recipients.numbers], step.channel)
    return _RenderedStep(step, rendered, scenarios)


def _message_columns(
    context: Context,
    channel: str,
    recipients: Recipients,
    times: Sequence[DueTime],
    steps: Sequence[_RenderedStep],
) -> Iterator[tuple[Number, Row]]:
    """Each recipient, and the columns in which its message differs from the others of the request."""
    on_optout_list = opted_out(context, recipients.numbers)
    for index, (number, due) in enumerate(zip(recipients.numbers, times)):
        has_coverage = magic_numbers.find(number.e164).has_coverage
        usable = [each for each in steps if has_coverage and number.country in each.step.prices]
        refusal = "REJECTED" if number.e164 in on_optout_list else "" if usable else "NO COVERAGE"
        by_channel: list[Row] = [
            {
                "channel": each.step.channel,
                "text": each.texts[index].text,
                "encoding": each.texts[index].analysis.encoding,
                "cost": 0 if refusal else each.step.prices[number.country] * _parts(channel, each, index),
                "scenario": each.scenarios[index],
            }
            for each in (steps[:1] if refusal else usable)
        ]
        yield (
            number,
            {
                **by_channel[0],
                "status": refusal or ("SCHEDULED" if due.at else "ACCEPTED"),
                "scheduled_at": due.at if usable else None,
                "in_quiet_hours": due.in_quiet_hours and bool(usable),
                "parts": _parts(channel, steps[0], index),
                "reserve": max(each["cost"] for each in by_channel) - by_channel[0]["cost"],
                "fallbacks": json.dumps(by_channel[1:]) if channel == MULTICHANNEL else None,
            },
        )


def _parts(channel: str, step: _RenderedStep, index: int) -> int:
    """Only a request for SMS has messages of several parts; the SMS of a multichannel message counts as one part."""
    return step.texts[index].analysis.parts if channel == SMS else 1


def _transliteration_analysis(
    step: _RenderedStep, recipients: Recipients, transliterator: Transliterator
) -> dict[str, Any]:
    prices = [step.step.prices.get(number.country, 0) for number in recipients.numbers]
    return texts.transliteration_analysis(step.step.text, transliterator, step.texts, prices)
