"""To whom, when and at which price: what a send works out for each of its phone numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...spec.dates import moment, stamp
from ...spec.errors import ApiError, Assumed
from ...state.context import Context
from ...telecom import magic_numbers
from ...telecom.numbers import Number, parse_number, to_utc
from ...telecom.prices import RESTRICTED
from ..groups import service as contacts
from . import quiet_hours

__all__ = [
    "MOST",
    "Audience",
    "Due",
    "due_times",
    "of_groups",
    "of_numbers",
    "opted_out",
    "require_coverage",
    "require_valid",
    "valid",
]

MOST = 25_000
"""Phone numbers of one send."""


class Audience(NamedTuple):
    """Whom a send goes to.

    `fields` has what is known of each number, by the placeholder that stands for it; None if nothing can be known, as
    of numbers in `to`. `groups` and `duplicates_removed` are of a send to groups.
    """

    numbers: list[Number]
    fields: list[Mapping[str, str]] | None = None
    invalid: Sequence[str] = ()
    groups: Sequence[dict[str, Any]] = ()
    duplicates_removed: int = 0


class Due(NamedTuple):
    """When a message is due, in UTC; None for now."""

    at: str | None
    in_quiet_hours: bool = False


def valid(text: str, country: str | None = None) -> Number | None:
    """The number that a text stands for, or None if it is not a valid one, or not any longer."""
    number = parse_number(text, country)
    return None if number and _is_unassigned(number.e164) else number


def of_numbers(body: Mapping[str, Any]) -> Audience:
    """The valid numbers in `to`, as often as they were given, and what is no number.

    Invalid ones are an error unless `allowInvalid` is set and at least one is valid.
    """
    written = [body["to"]] if isinstance(body["to"], str) else body["to"]
    found = [(text, valid(text, body.get("countryIso"))) for text in written]
    invalid = [text for text, number in found if number is None]
    if invalid and (not body.get("allowInvalid") or len(invalid) == len(written)):
        raise _refusal(invalid, written)
    return Audience([number for _, number in found if number], invalid=invalid)


def of_groups(context: Context, body: Mapping[str, Any]) -> Audience:
    """The contacts of the groups in `groups`, each number once, and those whose number is not valid any longer."""
    found = contacts.of_groups(context, body["groups"])
    if len(found.contacts) > MOST:
        raise ApiError(1103, detail=f"The groups have {len(found.contacts)}.")
    invalid = [contact["phone_number"] for contact in found.contacts if _is_unassigned(contact["phone_number"])]
    usable = [contact for contact in found.contacts if contact["phone_number"] not in invalid]
    if not usable:
        raise _refusal(invalid, found.contacts)
    return Audience(
        [Number(contact["phone_number"], contact["country_iso"]) for contact in usable],
        [contacts.placeholders(contact) for contact in usable],
        invalid,
        groups=found.groups,
        duplicates_removed=found.duplicates_removed,
    )


def due_times(
    context: Context, body: Mapping[str, Any], numbers: Sequence[Number], quiet: Mapping[str, str] | None
) -> list[Due]:
    """When each message is due: as asked, but not in quiet hours."""
    now = context.clock.seconds()
    try:
        asked = _asked(body, numbers)
        if asked and min(asked) < now:
            raise ApiError(1116)
        times = zip(asked or [now] * len(numbers), numbers)
        moved = [quiet_hours.due_after(quiet, due, number.e164) if quiet else None for due, number in times]
    except OverflowError:
        raise ApiError(1108, detail="It is too far away.") from None
    on_time = [Due(stamp(due)) for due in asked] or [Due(None)] * len(numbers)
    return [due if later is None else Due(stamp(later), in_quiet_hours=True) for due, later in zip(on_time, moved)]


def _is_unassigned(phone_number: str) -> bool:
    return magic_numbers.find(phone_number).is_unassigned


def _refusal(invalid: Sequence[str], given: Sequence[object]) -> ApiError:
    return ApiError(1207 if len(given) == 1 else 1210, invalid=invalid)


def _asked(body: Mapping[str, Any], numbers: Sequence[Number]) -> list[float]:
    """The times of `scheduledDate`; none if it is not given."""
    if "scheduledDate" not in body:
        return []
    asked = moment(body["scheduledDate"])
    if body.get("isUtc", True):
        return [asked.timestamp()] * len(numbers)
    return [to_utc(asked, number.e164).timestamp() for number in numbers]


def require_valid(audience: Audience) -> None:
    """Refuse an audience with numbers that are not valid."""
    if audience.invalid:
        raise _refusal(audience.invalid, [*audience.numbers, *audience.invalid])


def require_coverage(numbers: Sequence[Number]) -> None:
    """Refuse a request to a restricted destination as a whole; one to a number that is to fail, fails."""
    if any(number.country in RESTRICTED for number in numbers):
        raise ApiError(1119)
    for number in numbers:
        if magic_numbers.find(number.e164).fails_request:
            raise ApiError(Assumed.SERVER_ERROR, detail=f"{number.e164} is a magic number that makes it fail.")


def opted_out(context: Context, numbers: Sequence[Number]) -> set[str]:
    """Which of these numbers want no messages."""
    return context.store.among("optouts", "phone_number", [number.e164 for number in numbers])
