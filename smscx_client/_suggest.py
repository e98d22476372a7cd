"""Suggestions for unknown names in error messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]


#: Names that other libraries have, and the names here, the most likely one first.
_SYNONYMS = {
    "sender": ("from_", "from"),
    "sender_id": ("from_", "from"),
    "source": ("from_", "from"),
    "originator": ("from_", "from"),
    "from": ("from_",),
    "body": ("text",),
    "message": ("text",),
    "content": ("text",),
    "msg": ("text",),
    "phone": ("to", "phone_number", "phone_numbers"),
    "phone_number": ("to", "phone_numbers"),
    "phone_numbers": ("to", "phone_number"),
    "number": ("to", "phone_number", "phone_numbers"),
    "numbers": ("to", "phone_numbers"),
    "recipient": ("to", "phone_number", "phone_numbers"),
    "recipients": ("to", "phone_numbers"),
    "to": ("phone_number", "phone_numbers"),
    "code": ("pin",),
    "callback_url": ("dlr_callback_url", "lookup_callback_url", "otp_callback_url"),
    "schedule": ("scheduled_date",),
    "send_at": ("scheduled_date",),
    "timeout": ("_request_timeout",),
}


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return ``", did you mean `x`?"`` for the most similar of ``names``, or empty text. Case does not matter."""
    from difflib import get_close_matches

    known = {one.lower(): one for one in names}
    for synonym in _SYNONYMS.get(name.lower(), ()):
        if synonym in known:
            return f", did you mean `{known[synonym]}`?"
    near = get_close_matches(name.lower(), known, n=1)
    return f", did you mean `{known[near[0]]}`?" if near else ""
