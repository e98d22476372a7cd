"""From what a caller asks to send to messages that have a recipient, a text, a price and a status, on any channel.

`quote` works everything out and changes nothing, so that an estimate is a quote that is only shown; `dispatch` charges
for the messages, stores them and starts their lives.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smscx_client.text.transliteration import Transliterator

from ...spec.schemas import is_uuid
from ...state import ledger
from ...state.context import Context
from ...telecom import magic_numbers
from ..account.channels import MULTICHANNEL, SMS
from ..applications import service as applications
from . import delivery, recipients, texts
from .recipients import Audience, Due
from .strategy import Attempt, attempts, time_to_live
from .texts import Fields, Written

__all__ = ["SYSTEM_ORIGINATOR", "Quote", "dispatch", "launch", "originator_for", "quote", "require_credit"]

SYSTEM_ORIGINATOR = "InfoText"
"""The sender in place of one that is not approved."""


@dataclass(frozen=True)
class Quote:
    """The messages of one request as they would be sent: a row of `campaigns`, and rows of `messages`."""

    campaign: dict[str, Any]
    messages: list[dict[str, Any]]
    audience: Audience
    dlr_callback_url: str | None
    transliteration: dict[str, Any] | None

    @property
    def campaign_id(self) -> str:
        """The id that all of the messages have in common."""
        return str(self.campaign["campaign_id"])

    @property
    def is_scheduled(self) -> bool:
        """Whether any of the messages has to wait for its time."""
        return any(message["scheduled_at"] for message in self.messages)

    @property
    def cost(self) -> int:
        """What the request costs, in millionths."""
        return sum(message["cost"] for message in self.messages)

    @property
    def highest_cost(self) -> int:
        """What the request costs if each message is delivered on the dearest of its channels."""
        return sum(
            max([message["cost"], *(each["cost"] for each in json.loads(message["fallbacks"] or "[]"))])
            for message in self.messages
        )


@dataclass(frozen=True)
class _Option:
    """An attempt, worked out for each recipient."""

    attempt: Attempt
    written: list[Written]
    lives: list[str]


def quote(
    context: Context,
    body: Mapping[str, Any],
    channel: str = SMS,
    *,
    to_groups: bool = False,
    heeds_quiet_hours: bool = True,
) -> Quote:
    """Work out the messages of a request; an ApiError tells why there can be none."""
    settings = applications.settings(context)
    section = settings[channel]
    ttl = time_to_live(body, section["ttl"]) if channel == MULTICHANNEL else None
    audience = recipients.of_groups(context, body) if to_groups else recipients.of_numbers(body)
    quiet_hours = section["quietHours"] if heeds_quiet_hours else None
    times = recipients.due_times(context, body, audience.numbers, quiet_hours)
    transliterator = _transliterator(body, section) if channel == SMS else Transliterator()
    shared = {**_shared(context, body, section), "ttl": ttl}
    options = [
        _work_out(context, attempt, audience, body.get("customFields", {}), transliterator)
        for attempt in attempts(context, channel, body, shared["originator"])
    ]
    messages = [
        {**shared, "msg_id": context.rng.uuid(), **own} for own in _messages(context, channel, audience, times, options)
    ]
    saved = None if transliterator.is_idle else _compare(options[0], audience, transliterator)
    campaign = _campaign(body, channel, audience, times, options[0].attempt, shared)
    return Quote(campaign, messages, audience, shared["dlr_callback_url"], saved)


def require_credit(context: Context, quoted: Quote) -> None:
    """Refuse what the account cannot pay for, or could not if each message had to take its dearest channel."""
    ledger.require_credit(context, quoted.cost)
    if quoted.campaign["channel"] == MULTICHANNEL:
        ledger.require_credit(context, quoted.highest_cost, code=1130)


def dispatch(context: Context, quoted: Quote) -> None:
    """Charge for the messages, and launch them."""
    require_credit(context, quoted)
    ledger.charge(context, quoted.cost)
    launch(context, quoted)


def launch(context: Context, quoted: Quote) -> None:
    """Store the messages, and let them go their way."""
    context.store.insert("campaigns", [quoted.campaign])
    context.store.insert("messages", quoted.messages)
    delivery.begin(context, quoted.campaign_id, quoted.messages)


def originator_for(context: Context, asked: str) -> str:
    """The sender that a message gets when this one is asked for."""
    approved = context.store.one("SELECT 1 FROM originators WHERE originator = ? AND approved", asked)
    return asked if approved else SYSTEM_ORIGINATOR


def _transliterator(body: Mapping[str, Any], section: Mapping[str, Any]) -> Transliterator:
    asked = body.get("transliteration", section["transliteration"])
    return Transliterator(asked["alphabet"], asked.get("removeEmojis", False))


def _work_out(
    context: Context, attempt: Attempt, audience: Audience, custom: Fields, transliterator: Transliterator
) -> _Option:
    """The text and the fate of each recipient's message; custom fields of the request win over those of a contact."""
    known: Sequence[Fields | None] = audience.fields or [None if attempt.channel == SMS else {}] * len(audience.numbers)
    people = [{**(fields or {}), **custom} for fields in known] if custom else known
    written = texts.write(context, attempt.text, people, transliterator)
    if attempt.channel == SMS:
        texts.require_sms(written)
    return _Option(
        attempt, written, delivery.lives_of(context, [number.e164 for number in audience.numbers], attempt.channel)
    )


def _messages(
    context: Context, channel: str, audience: Audience, times: Sequence[Due], options: Sequence[_Option]
) -> Iterator[dict[str, Any]]:
    """The columns in which the messages of a request differ."""
    opted_out = recipients.opted_out(context, audience.numbers)
    for index, (number, due) in enumerate(zip(audience.numbers, times)):
        covered = magic_numbers.find(number.e164).has_coverage
        open_to = [option for option in options if covered and number.country in option.attempt.prices]
        refusal = "REJECTED" if number.e164 in opted_out else "" if open_to else "NO COVERAGE"
        ways = [
            {
                "channel": option.attempt.channel,
                "text": option.written[index].text,
                "encoding": option.written[index].analysis.encoding,
                "cost": 0 if refusal else option.attempt.prices[number.country] * _parts(channel, option, index),
                "life": option.lives[index],
            }
            for option in (options[:1] if refusal else open_to)
        ]
        yield {
            **ways[0],
            "status": refusal or ("SCHEDULED" if due.at else "ACCEPTED"),
            "scheduled_at": due.at,
            "in_quiet_hours": due.in_quiet_hours,
            "recipient": number.e164,
            "country_iso": number.country,
            "parts": _parts(channel, options[0], index),
            "fallbacks": json.dumps(ways[1:]) if channel == MULTICHANNEL else None,
        }


def _parts(channel: str, option: _Option, index: int) -> int:
    """Only an SMS has several parts, and not when it is the last way of a multichannel message."""
    return option.written[index].analysis.parts if channel == SMS else 1


def _compare(option: _Option, audience: Audience, transliterator: Transliterator) -> dict[str, Any]:
    prices = [option.attempt.prices.get(number.country, 0) for number in audience.numbers]
    return texts.compare(option.attempt.text, transliterator, option.written, prices)


def _shared(context: Context, body: Mapping[str, Any], section: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that all messages of a request have in common."""
    return {
        "campaign_id": context.rng.uuid(),
        "source": "api",
        "error_code": None,
        "created_at": context.stamp(),
        "updated_at": None,
        "originator": originator_for(context, section.get("enforceOriginator") or body["from"]),
        "track_data": body["trackData"] if is_uuid(body.get("trackData")) else None,
        "dlr_callback_url": body.get("dlrCallbackUrl", section["dlrCallback"]),
    }


def _campaign(
    body: Mapping[str, Any],
    channel: str,
    audience: Audience,
    times: Sequence[Due],
    attempt: Attempt,
    shared: Mapping[str, Any],
) -> dict[str, Any]:
    columns = ("campaign_id", "source", "originator", "created_at")
    return {
        **{column: shared[column] for column in columns},
        "name": f"Campaign {shared['created_at']}" if audience.groups else "",
        "channel": channel,
        "text": attempt.text,
        "groups": json.dumps(audience.groups),
        "scheduled_at": min(due.at for due in times if due.at) if "scheduledDate" in body else None,
    }
