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
from ...state import ledger as billing
from ...state.context import World
from ...telecom import magic_numbers as magic
from ..account.channels import MULTICHANNEL, SMS
from ..applications import service as applications
from . import delivery as lifecycle
from . import recipients, texts
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
    world: World,
    body: Mapping[str, Any],
    channel: str = SMS,
    *,
    to_groups: bool = False,
    heeds_quiet_hours: bool = True,
) -> Quote:
    """Work out the messages of a request; an ApiError tells why there can be none."""
    settings = applications.settings(world)
    section = settings[channel]
    ttl = time_to_live(body, section["ttl"]) if channel == MULTICHANNEL else None
    audience = recipients.of_groups(world, body) if to_groups else recipients.of_numbers(body)
    quiet_hours = section["quietHours"] if heeds_quiet_hours else None
    times = recipients.due_times(world, body, audience.numbers, quiet_hours)
    transliterator = _transliterator(body, section) if channel == SMS else Transliterator()
    shared = {**_shared(world, body, section), "ttl": ttl}
    options = [
        _work_out(world, attempt, audience, body.get("customFields", {}), transliterator)
        for attempt in attempts(world, channel, body, shared["originator"])
    ]
    messages = [
        {**shared, "msg_id": world.rng.uuid(), **own} for own in _messages(world, channel, audience, times, options)
    ]
    saved = None if transliterator.is_idle else _compare(options[0], audience, transliterator)
    campaign = _campaign(body, channel, audience, times, options[0].attempt, shared)
    return Quote(campaign, messages, audience, shared["dlr_callback_url"], saved)


def require_credit(world: World, quoted: Quote) -> None:
    """Refuse what the account cannot pay for, or could not if each message had to take its dearest channel."""
    billing.require_credit(world, quoted.cost)
    if quoted.campaign["channel"] == MULTICHANNEL:
        billing.require_credit(world, quoted.highest_cost, code=1130)


def dispatch(world: World, quoted: Quote) -> None:
    """Charge for the messages, and launch them."""
    require_credit(world, quoted)
    billing.charge(world, quoted.cost)
    launch(world, quoted)


def launch(world: World, quoted: Quote) -> None:
    """Store the messages, and let them go their way."""
    world.store.insert("campaigns", [quoted.campaign])
    world.store.insert("messages", quoted.messages)
    lifecycle.begin(world, quoted.campaign_id, quoted.messages)


def originator_for(world: World, asked: str) -> str:
    """The sender that a message gets when this one is asked for."""
    approved = world.store.one("SELECT 1 FROM originators WHERE originator = ? AND approved", asked)
    return asked if approved else SYSTEM_ORIGINATOR


def _transliterator(body: Mapping[str, Any], section: Mapping[str, Any]) -> Transliterator:
    asked = body.get("transliteration", section["transliteration"])
    return Transliterator(asked["alphabet"], asked.get("removeEmojis", False))


def _work_out(
    world: World, attempt: Attempt, audience: Audience, custom: Fields, transliterator: Transliterator
) -> _Option:
    """The text and the fate of each recipient's message; custom fields of the request win over those of a contact."""
    known: Sequence[Fields | None] = audience.fields or [None if attempt.channel == SMS else {}] * len(audience.numbers)
    people = [{**(fields or {}), **custom} for fields in known] if custom else known
    written = texts.write(world, attempt.text, people, transliterator)
    if attempt.channel == SMS:
        texts.require_sms(written)
    return _Option(
        attempt, written, lifecycle.lives_of(world, [number.e164 for number in audience.numbers], attempt.channel)
    )


def _messages(
    world: World, channel: str, audience: Audience, times: Sequence[Due], options: Sequence[_Option]
) -> Iterator[dict[str, Any]]:
    """The columns in which the messages of a request differ."""
    opted_out = recipients.opted_out(world, audience.numbers)
    for index, (number, due) in enumerate(zip(audience.numbers, times)):
        covered = magic.find(number.e164).has_coverage
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


def _shared(world: World, body: Mapping[str, Any], section: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that all messages of a request have in common."""
    return {
        "campaign_id": world.rng.uuid(),
        "source": "api",
        "error_code": None,
        "created_at": world.stamp(),
        "updated_at": None,
        "originator": originator_for(world, section.get("enforceOriginator") or body["from"]),
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
