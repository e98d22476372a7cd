"""Example data: a one-time password verified yesterday, and two that are pending."""

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
    """Add those of the examples; the pending ones with the longest lifetime."""
    operations = context.spec.operations
    verified = _row(operations["get_otp_status"].response_example, pin="6407")
    times = {name: at(context, verified[name]) for name in ("created_at", "expires_at")}
    context.store.insert("otps", [{**verified, **times}])
    now = context.clock.seconds()
    pending = {
        **_row(operations["new_otp"].response_example, pin=operations["verify_otp"].body_example["pin"]),
        "ttl": _LONGEST_TTL,
        "created_at": stamp(now),
        "expires_at": stamp(now + _LONGEST_TTL),
    }
    for operation_id in ("verify_otp", "cancel_otp"):
        otp.add(context, {**pending, "otp_id": operations[operation_id].example("otpId")})


def _row(example: dict[str, Any], pin: str) -> Row:
    """The row of the table `otps` for an example."""
    return {
        "otp_id": example["otpId"],
        "track_id": example["trackId"],
        "phone_number": example["phoneNumber"],
        "country_iso": example["countryIso"],
        "pin": pin,
        "status": example["status"],
        "cost": millionths(example["cost"]),
        "parts": example["parts"],
        "max_attempts": example["maxAttempts"],
        "attempts": example["attempts"],
        "ttl": example["ttl"],
        "callback_url": example["otpCallbackUrl"],
        "created_at": example["dateCreated"],
        "expires_at": example["dateExpires"],
    }
