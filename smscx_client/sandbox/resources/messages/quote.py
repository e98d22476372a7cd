"""From a request to the messages that it sends: recipient, text, price, status and due time of each, on any channel.

A quote only reads, so an estimate is a quote that is returned and not sent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from smscx_client.text import Transliterator

from ...engine.steps import Steps, at_once, slices
from ...spec.schemas import is_uuid
from ...state.context import Context
from ...state.store import Row
from ...telecom import magic_numbers
from ...telecom.numbers import Number
from ..account.service import MULTICHANNEL, SMS
from ..applications import service as applications
from ..groups import service as groups
from ..optouts.service import opted_out
from ..originators.service import approved_or_refused
from . import texts
from .channel_strategy import StrategyStep, strategy_steps, time_to_live
from .delivery import scenarios_for
from .recipients import Recipients, from_groups, from_numbers
from .rows import message_row
from .schedule import DueTime, due_times
from .storage import campaign_row
from .texts import Fields, RenderedText

__all__ = ["Quote", "quote", "quote_in_steps"]


@dataclass(frozen=True)
class Quote:
    """The messages of one request, not sent yet: a row of the table `campaigns`, and all columns of each message."""

    campaign: Row
    messages: list[Row]
    recipients: Recipients
    dlr_callback_url: str | None
    transliteration: dict[str, Any] | None

    @property
    def campaign_id(self) -> str:
        """The id that all messages have in common."""
        return str(self.campaign["campaign_id"])

    @cached_property
    def is_scheduled(self) -> bool:
        """Whether any message is scheduled for later."""
        return any(message["scheduled_at"] for message in self.messages)

    @cached_property
    def cost(self) -> int:
        """The cost of the request, in millionths."""
        return sum(message["cost"] for message in self.messages)

    @cached_property
    def highest_cost(self) -> int:
        """The cost of the request if each message is delivered on its most expensive channel."""
        reserved: int = sum(message["reserve"] for message in self.messages)
        return self.cost + reserved


@dataclass(frozen=True)
class _RenderedStep:
    """A step of the channel strategy, with text and delivery scenario for some recipients."""

    step: StrategyStep
    texts: list[RenderedText]
    scenarios: list[str]


def quote(context: Context, body: Mapping[str, Any], channel: str = SMS, *, apply_quiet_hours: bool = True) -> Quote:
    """The messages that a request to some numbers would send; an `ApiError` if it cannot be sent."""
    return at_once(quote_in_steps(context, body, channel, apply_quiet_hours=apply_quiet_hours))


def quote_in_steps(
    context: Context,
    body: Mapping[str, Any],
    channel: str,
    *,
    to_groups: bool = False,
    apply_quiet_hours: bool = True,
) -> Steps[Quote]:
    """The messages that a request would send, in steps; an `ApiError` if it cannot be sent."""
    section = applications.settings(context)[channel]
    ttl = time_to_live(body, section["ttl"]) if channel == MULTICHANNEL else None
    recipients = yield from from_groups(context, body) if to_groups else from_numbers(body)
    draft = _Draft(context, body, channel, section, ttl, recipients, apply_quiet_hours)
    messages: list[Row] = []
    for part in slices(len(recipients.numbers)):
        if messages:
            yield None
        messages += draft.rows(part)
    return draft.quote(messages)


class _Draft:
    """What the messages of a request have in common; it makes the rows of some recipients at a time."""

    def __init__(
        self,
        context: Context,
        body: Mapping[str, Any],
        channel: str,
        section: Mapping[str, Any],
        ttl: int | None,
        recipients: Recipients,
        apply_quiet_hours: bool,
    ) -> None:
        self._context = context
        self._body = body
        self._channel = channel
        self._recipients = recipients
        self._quiet_hours = section["quietHours"] if apply_quiet_hours else None
        due_times(context, body, recipients.numbers[:1], self._quiet_hours)  # a wrong date comes before a wrong text
        self._transliterator = _transliterator(body, section) if channel == SMS else Transliterator()
        self._shared = {**_shared_columns(context, body, section), "ttl": ttl}
        self._renderers = [
            (step, texts.TextRenderer(context, step.text, self._transliterator))
            for step in strategy_steps(context, channel, body, self._shared["originator"])
        ]
        self._first_texts: list[RenderedText] = []
        self._earliest: str | None = None

    def rows(self, part: slice) -> list[Row]:
        """The rows of the messages to some of the recipients."""
        numbers = self._recipients.numbers[part]
        times = due_times(self._context, self._body, numbers, self._quiet_hours)
        steps = [self._render(step, renderer, numbers, part) for step, renderer in self._renderers]
        self._first_texts += steps[0].texts
        self._earliest = min((at for at in (self._earliest, *(due.at for due in times)) if at), default=None)
        on_optout_list = opted_out(self._context, numbers)
        return [
            message_row(
                number,
                **self._shared,
                msg_id=self._context.rng.uuid(),
                **_columns(self._channel, steps, index, number, due, number.e164 in on_optout_list),
            )
            for index, (number, due) in enumerate(zip(numbers, times))
        ]

    def _render(
        self, step: StrategyStep, renderer: texts.TextRenderer, numbers: Sequence[Number], part: slice
    ) -> _RenderedStep:
        """Render the text for each recipient; custom fields of the request override those of a contact."""
        contacts, custom = self._recipients.contacts, self._body.get("customFields", {})
        fields: Sequence[Fields | None] = [None if step.channel == SMS else {}] * len(numbers)
        if contacts is not None:
            fields = [groups.placeholders(contact) for contact in contacts[part]]
        if custom:
            fields = [{**(own or {}), **custom} for own in fields]
        rendered = renderer.render(fields)
        if step.channel == SMS:
            texts.require_sms(rendered)
        return _RenderedStep(
            step, rendered, scenarios_for(self._context, [each.e164 for each in numbers], step.channel)
        )

    def quote(self, messages: list[Row]) -> Quote:
        """The quote of these messages."""
        shared, recipients, (first, _) = self._shared, self._recipients, self._renderers[0]
        campaign = campaign_row(
            **{column: shared[column] for column in ("campaign_id", "originator", "created_at")},
            source="api",
            name=f"Campaign {shared['created_at']}" if recipients.groups else "",
            channel=self._channel,
            text=first.text,
            groups=recipients.groups,
            scheduled_at=self._earliest if "scheduledDate" in self._body else None,
        )
        saved = None
        if not self._transliterator.is_idle:
            prices = [first.prices.get(number.country, 0) for number in recipients.numbers]
            saved = texts.transliteration_analysis(first.text, self._transliterator, self._first_texts, prices)
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
        "requested_originator": body["from"] if body["from"].lstrip("+") != originator else None,
        "track_data": body["trackData"] if is_uuid(body.get("trackData")) else None,
        "dlr_callback_url": body.get("dlrCallbackUrl", section["dlrCallback"]),
    }


def _columns(
    channel: str, steps: Sequence[_RenderedStep], index: int, number: Number, due: DueTime, is_opted_out: bool
) -> Row:
    """The columns in which the message to one recipient differs from the others of the request."""
    has_coverage = magic_numbers.find(number.e164).has_coverage
    usable = [each for each in steps if has_coverage and number.country in each.step.prices]
    refusal = "REJECTED" if is_opted_out else "" if usable else "NO COVERAGE"
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
    return {
        **by_channel[0],
        "status": refusal or ("SCHEDULED" if due.at else "ACCEPTED"),
        "scheduled_at": due.at if usable else None,
        "in_quiet_hours": due.in_quiet_hours and bool(usable),
        "parts": _parts(channel, steps[0], index),
        "reserve": max(each["cost"] for each in by_channel) - by_channel[0]["cost"],
        "fallbacks": json.dumps(by_channel[1:]) if channel == MULTICHANNEL else None,
    }


def _parts(channel: str, step: _RenderedStep, index: int) -> int:
    """Only a request for SMS has messages of several parts; the SMS of a multichannel message counts as one part."""
    return step.texts[index].analysis.parts if channel == SMS else 1
