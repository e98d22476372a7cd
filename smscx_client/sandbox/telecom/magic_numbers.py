"""Phone numbers with a will of their own, for what state cannot easily produce.

They are of the Swedish range that is kept for fiction (070-174 06 05 to 99): `phonenumbers` calls them valid, and
nobody has them.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NUMBERS", "Magic", "find"]


class Magic(NamedTuple):
    """What a number does: `effect` in words, and what each part of the sandbox has to know of it."""

    effect: str
    life: str | None = None
    """A name in `lifecycle.LIVES`: what becomes of a message to it."""
    has_coverage: bool = True
    is_given_up: bool = False
    """Whether it is invalid by now: only a group still takes it."""
    fails: bool = False
    """Whether a request to send to it ends in an error of the server, without being carried out."""
    lookup: str | None = None
    """Its status in a lookup, if that is not to be a matter of chance."""
    ported_to: str | None = None
    """The name of the network that a lookup finds it in, other than that of its prefix."""
    roaming_in: str | None = None
    """The ISO code of the country that a lookup finds it in."""


NUMBERS = {
    "+46701740680": Magic("A message to it has the status NO COVERAGE and costs nothing.", has_coverage=False),
    "+46701740681": Magic("The network refuses each message: FAILED with error code 11.", life="refused"),
    "+46701740682": Magic(
        "Its phone is switched off: FAILED with error code 27 (absent subscriber); a lookup says ABSENT.",
        life="failed",
        lookup="ABSENT",
    ),
    "+46701740683": Magic(
        "It was ported to another network, as a lookup says.", lookup="ACTIVE", ported_to="Tele2 Sverige"
    ),
    "+46701740684": Magic("Each message is delivered ten minutes after it was sent.", life="slow"),
    "+46701740685": Magic("A send or estimate with it is answered with status 500, and not carried out.", fails=True),
    "+46701740686": Magic("A lookup says BARRED.", lookup="BARRED"),
    "+46701740687": Magic("A lookup says UNKNOWN.", lookup="UNKNOWN"),
    "+46701740688": Magic("A lookup says FAILED.", lookup="FAILED"),
    "+46701740689": Magic("Its phone roams in Germany, as a lookup says.", lookup="ACTIVE", roaming_in="DE"),
    "+46701740690": Magic(
        "It was given up: a group takes it, all that sends, validates or looks up finds it invalid.", is_given_up=True
    ),
}
"""The numbers in E.164. What is not said of one is as for any other number."""

_ORDINARY = Magic("")


def find(phone_number: str) -> Magic:
    """What a number in E.164 does; nothing out of the ordinary, as a rule."""
    return NUMBERS.get(phone_number, _ORDINARY)
