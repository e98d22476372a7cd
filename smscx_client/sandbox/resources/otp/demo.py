"""One-time passwords: one that was verified yesterday, and two that wait for their PIN."""

from __future__ import annotations

from typing import Any

from ...engine.examples import at
from ...spec.dates import stamp
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row
from . import service as otp

_LONGEST_TTL = 1800


def fill(context: Context) -> None:
    """Add those of the examples, those that wait with as much time as there can be."""
    operations = context.spec.operations
    verified = _row(operations["get_otp_status"].response_example, pin="6407")
    times = {name: at(context, verified[name]) for name in ("created_at", "expires_at")}
    context.store.insert("otps", [{**verified, **times}])
    now = context.clock.seconds()
    fresh = {
        **_row(operations["new_otp"].response_example, pin=operations["verify_otp"].body_example["pin"]),
        "ttl": _LONGEST_TTL,
        "created_at": stamp(now),
        "expires_at": stamp(now + _LONGEST_TTL),
    }
    for operation_id in ("verify_otp", "cancel_otp"):
        otp.add(context, {**fresh, "otp_id": operations[operation_id].example("otpId")})


def _row(shown: dict[str, Any], pin: str) -> Row:
    """The row that is shown as in an example."""
    return {
        "otp_id": shown["otpId"],
        "track_id": shown["trackId"],
        "phone_number": shown["phoneNumber"],
        "country_iso": shown["countryIso"],
        "pin": pin,
        "status": shown["status"],
        "cost": millionths(shown["cost"]),
        "parts": shown["parts"],
        "max_attempts": shown["maxAttempts"],
        "attempts": shown["attempts"],
        "ttl": shown["ttl"],
        "callback_url": shown["otpCallbackUrl"],
        "created_at": shown["dateCreated"],
        "expires_at": shown["dateExpires"],
    }
