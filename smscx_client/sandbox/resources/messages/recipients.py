"""The recipients of a send: the numbers in `to`, or the contacts of groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...engine.steps import Steps, slices
from ...spec.errors import ApiError, Assumed
from ...state.context import Context
from ...state.store import Row
from ...telecom import magic_numbers
from ...telecom.numbers import Number
from ...telecom.prices import RESTRICTED
from ..groups import service as groups
from ..numbers.service import is_unassigned, refuse_invalid, valid_number

__all__ = [
    "MAX_RECIPIENTS",
    "Recipients",
    "from_groups",
    "from_numbers",
    "require_coverage",
    "require_valid",
]

MAX_RECIPIENTS = 25_000
"""Phone numbers of one send."""


class Recipients(NamedTuple):
    """The recipients of a send.

    `contacts` has the contact of each recipient; it is None for numbers in `to`. `groups` and `duplicates_removed` are
    set for a send to groups.
    """

    numbers: list[Number]
    contacts: list[Row] | None = None
    invalid: Sequence[str] = ()
    groups: Sequence[dict[str, Any]] = ()
    duplicates_removed: int = 0


def from_numbers(body: Mapping[str, Any]) -> Steps[Recipients]:
    """The valid numbers in `to`, duplicates included, and the invalid texts.

    Invalid texts are an error unless `allowInvalid` is set and at least one number is valid.
    """
    texts = [body["to"]] if isinstance(body["to"], str) else body["to"]
    parsed: list[tuple[str, Number | None]] = []
    for part in slices(len(texts)):
        if parsed:
            yield None
        parsed += [(text, valid_number(text, body.get("countryIso"))) for text in texts[part]]
    invalid = [text for text, number in parsed if number is None]
    refuse_invalid(invalid, len(texts), allow_some=bool(body.get("allowInvalid")))
    return Recipients([number for _, number in parsed if number], invalid=invalid)


def from_groups(context: Context, body: Mapping[str, Any]) -> Steps[Recipients]:
    """The contacts of the groups in `groups`, each number once; unassigned numbers are invalid."""
    found = yield from groups.contacts_in_steps(context, body["groups"])
    if len(found.contacts) > MAX_RECIPIENTS:
        raise ApiError(1103, detail=f"Contacts in the groups: {len(found.contacts)}.")
    invalid = [contact["phone_number"] for contact in found.contacts if is_unassigned(contact["phone_number"])]
    refuse_invalid(invalid, len(found.contacts), allow_some=True)
    refused = set(invalid)
    valid = [contact for contact in found.contacts if contact["phone_number"] not in refused]
    return Recipients(
        [Number(contact["phone_number"], contact["country_iso"]) for contact in valid],
        valid,
        invalid,
        groups=found.groups,
        duplicates_removed=found.duplicates_removed,
    )


def require_valid(recipients: Recipients) -> None:
    """Raise an `ApiError` if any number is invalid."""
    refuse_invalid(recipients.invalid, len(recipients.numbers) + len(recipients.invalid))


def require_coverage(numbers: Sequence[Number]) -> None:
    """Raise an `ApiError` for a restricted destination, and for a magic number that makes requests fail."""
    if any(number.country in RESTRICTED for number in numbers):
        raise ApiError(1119)
    for number in numbers:
        if magic_numbers.find(number.e164).fails_request:
            raise ApiError(Assumed.SERVER_ERROR, detail=f"The magic number {number.e164} makes the request fail.")
