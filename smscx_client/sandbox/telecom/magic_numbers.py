"""Magic numbers: phone numbers with a fixed behaviour, for cases that are hard to produce otherwise.

They are in the Swedish range that is reserved for fiction (070-174 06 05 to 99): valid for `phonenumbers`, and not
assigned to anyone.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NUMBERS", "Magic", "find"]


class Magic(NamedTuple):
    """The behaviour of a number: `effect` describes it, the other fields control it."""

    effect: str
    scenario: str | None = None
    """The delivery scenario of messages to it."""
    has_coverage: bool = True
    is_unassigned: bool = False
    """Whether it is no longer valid: only groups accept it."""
    fails_request: bool = False
    """Whether a send to it returns a server error and does nothing."""
    lookup: str | None = None
    """Its status in a lookup; None for a random one."""
    ported_to: str | None = None
    """The name of its network in a lookup, if it is not the network of its prefix."""
    roaming_in: str | None = None
    """The ISO code of the country in which a lookup finds it."""


NUMBERS = {
    "+46701740680": Magic("A message to it has the status NO COVERAGE and costs nothing.", has_coverage=False),
    "+46701740681": Magic("The network refuses each message: FAILED with error code 11.", scenario="refused"),
    "+46701740682": Magic(
        "Its phone is switched off: FAILED with error code 27 (absent subscriber); a lookup returns ABSENT.",
        scenario="failed",
        lookup="ABSENT",
    ),
    "+46701740683": Magic(
        "It was ported to another network; a lookup returns that network.", lookup="ACTIVE", ported_to="Tele2 Sverige"
    ),
    "+46701740684": Magic("Each message is delivered ten minutes after it was sent.", scenario="slow"),
    "+46701740685": Magic("A send or estimate with it returns status 500 and does nothing.", fails_request=True),
    "+46701740686": Magic("A lookup returns BARRED.", lookup="BARRED"),
    "+46701740687": Magic("A lookup returns UNKNOWN.", lookup="UNKNOWN"),
    "+46701740688": Magic("A lookup returns FAILED.", lookup="FAILED"),
    "+46701740689": Magic("Its phone is roaming in Germany; a lookup returns that.", lookup="ACTIVE", roaming_in="DE"),
    "+46701740690": Magic(
        "It is no longer assigned: groups accept it; sends, validation and lookups find it invalid.", is_unassigned=True
    ),
}
"""By number in E.164."""

_ORDINARY = Magic("")


def find(phone_number: str) -> Magic:
    """Return the behaviour of a number in E.164; that of most numbers is ordinary."""
    return NUMBERS.get(phone_number, _ORDINARY)
