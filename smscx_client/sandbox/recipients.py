"""To whom, when and at which price: what a send works out for each of its phone numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .clock import moment, stamp
from .errors import ApiError
from .telecom.numbers import Number, look_up, to_utc
from .telecom.prices import RESTRICTED, SMS_PRICES
from .world import World

__all__ = ["Rate", "due_times", "rates", "read_numbers"]


class Rate(NamedTuple):
    """What a part costs, in millionths, and why it costs nothing if the message is not to be sent."""

    price: int
    refusal: str | None = None


def read_numbers(body: dict[str, Any]) -> tuple[list[Number], list[str]]:
    """The valid numbers in `to`, as often as they were given, and what is no number.

    Invalid ones are an error unless `allowInvalid` is set and at least one is valid.
    """
    written = [body["to"]] if isinstance(body["to"], str) else body["to"]
    found = [(text, look_up(text, body.get("countryIso"))) for text in written]
    invalid = [text for text, number in found if number is None]
    if invalid and (not body.get("allowInvalid") or len(invalid) == len(written)):
        raise ApiError(1207 if len(written) == 1 else 1210, invalid=invalid)
    return [number for _, number in found if number], invalid


def due_times(world: World, body: dict[str, Any], numbers: Sequence[Number]) -> list[str | None]:
    """When each message is due, in UTC; None for now."""
    if "scheduledDate" not in body:
        return [None] * len(numbers)
    asked = moment(body["scheduledDate"])
    if body.get("isUtc", True):
        due = [asked.timestamp()] * len(numbers)
    else:
        due = [to_utc(asked, number.e164).timestamp() for number in numbers]
    if min(due) < world.clock.seconds():
        raise ApiError(1116)
    return [stamp(seconds) for seconds in due]


def rates(world: World, numbers: Sequence[Number]) -> list[Rate]:
    """What a part to each number costs; a restricted destination refuses the whole request."""
    if any(number.country in RESTRICTED for number in numbers):
        raise ApiError(1119)
    opted_out = world.store.among("optouts", "phone_number", [number.e164 for number in numbers])
    return [_rate(number, opted_out) for number in numbers]


def _rate(number: Number, opted_out: set[str]) -> Rate:
    if number.e164 in opted_out:
        return Rate(0, "REJECTED")
    if number.country not in SMS_PRICES:
        return Rate(0, "NO COVERAGE")
    return Rate(SMS_PRICES[number.country])
