"""From what a caller asks to send to messages that have a recipient, a text, a price and a status.

`quote` works everything out and changes nothing, so that an estimate is a quote that is only shown; `dispatch` charges
for the messages, stores them and starts their lives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import billing, lifecycle, recipients, texts
from .schemas import is_uuid
from .telecom.transliteration import Transliterator
from .world import World

__all__ = ["Quote", "dispatch", "quote"]

SYSTEM_ORIGINATOR = "InfoText"
"""The sender in place of one that is not approved."""


@dataclass(frozen=True)
class Quote:
    """The messages of one request as they would be sent; each is a row of the table `messages`."""

    campaign_id: str
    messages: list[dict[str, Any]]
    invalid: list[str]
    is_scheduled: bool
    dlr_callback_url: str | None
    transliteration: dict[str, Any] | None

    @property
    def cost(self) -> int:
        """What the request costs, in millionths."""
        return sum(message["cost"] for message in self.messages)


def quote(world: World, body: dict[str, Any]) -> Quote:
    """Work out the messages of an SMS request; an ApiError tells why there can be none."""
    numbers, invalid = recipients.read_numbers(body)
    times = recipients.due_times(world, body, numbers)
    transliterator = _transliterator(body)
    written = texts.write(world, body["text"], transliterator, len(numbers))
    rates = recipients.rates(world, numbers)
    lives = lifecycle.lives_of(world, [number.e164 for number in numbers])
    shared = _shared(world, body)
    messages = [
        {
            **shared,
            "msg_id": world.rng.uuid(),
            "status": rate.refusal or ("SCHEDULED" if scheduled_at else "ACCEPTED"),
            "life": life,
            "scheduled_at": scheduled_at,
            "recipient": number.e164,
            "country_iso": number.country,
            "text": text.text,
            "encoding": text.analysis.encoding,
            "parts": text.analysis.parts,
            "cost": rate.price * text.analysis.parts,
        }
        for number, scheduled_at, text, rate, life in zip(numbers, times, written, rates, lives)
    ]
    prices = [rate.price for rate in rates]
    saved = None if transliterator.is_idle else texts.compare(body["text"], transliterator, written, prices)
    return Quote(shared["campaign_id"], messages, invalid, any(times), shared["dlr_callback_url"], saved)


def dispatch(world: World, quoted: Quote) -> None:
    """Charge for the messages, store them and let them go their way."""
    billing.charge(world, quoted.cost)
    world.store.insert("messages", quoted.messages)
    lifecycle.begin(world, quoted.campaign_id, quoted.messages)


def _transliterator(body: dict[str, Any]) -> Transliterator:
    asked = body.get("transliteration", {})
    return Transliterator(asked.get("alphabet", "NONE"), asked.get("removeEmojis", False))


def _shared(world: World, body: dict[str, Any]) -> dict[str, Any]:
    """The columns that all messages of a request have in common."""
    approved = world.store.one("SELECT 1 FROM originators WHERE originator = ? AND approved", body["from"])
    return {
        "campaign_id": world.rng.uuid(),
        "channel": "sms",
        "source": "api",
        "error_code": None,
        "created_at": world.stamp(),
        "updated_at": None,
        "in_quiet_hours": 0,
        "originator": body["from"] if approved else SYSTEM_ORIGINATOR,
        "track_data": body["trackData"] if is_uuid(body.get("trackData")) else None,
        "dlr_callback_url": body.get("dlrCallbackUrl"),
    }
