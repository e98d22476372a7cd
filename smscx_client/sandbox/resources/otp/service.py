"""One-time passwords: `PENDING` until the PIN comes back, time or attempts run out, or they are called off."""

from __future__ import annotations

from typing import Any

from ...spec.dates import moment
from ...state import scheduler, webhook_queue
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row

__all__ = ["add", "find", "latest_pin", "settle", "show"]

_EXPIRE = "otp.expire"


def add(context: Context, row: Row) -> None:
    """Keep a new one, which waits for its PIN until `expires_at`."""
    context.store.insert("otps", [row])
    scheduler.schedule(context, _EXPIRE, row["otp_id"], moment(row["expires_at"]).timestamp())


def find(context: Context, otp_id: str) -> Row | None:
    """The one with an id."""
    return context.store.one("SELECT * FROM otps WHERE otp_id = ?", otp_id.lower())


def latest_pin(context: Context, phone_number: str) -> str | None:
    """The PIN that was sent to a number (E.164) last, whatever has become of it; None if there is none.

    One for a number that has opted out is not sent, and costs nothing.
    """
    row = context.store.one(
        "SELECT pin FROM otps WHERE phone_number = ? AND cost > 0 ORDER BY id DESC LIMIT 1", phone_number
    )
    return None if row is None else str(row["pin"])


def settle(context: Context, row: Row, status: str) -> None:
    """Give one that is pending its final status, and tell whoever wants to know."""
    context.store.execute("UPDATE otps SET status = ? WHERE id = ?", status, row["id"])
    webhook_queue.notify(context, "otp_update", row["callback_url"], [show({**row, "status": status})])


def show(row: Row) -> dict[str, Any]:
    """One as the API and its callbacks show it."""
    return {
        "otpId": row["otp_id"],
        "trackId": row["track_id"],
        "phoneNumber": row["phone_number"],
        "countryIso": row["country_iso"],
        "status": row["status"],
        "cost": as_number(row["cost"]),
        "parts": row["parts"],
        "maxAttempts": row["max_attempts"],
        "attempts": row["attempts"],
        "ttl": row["ttl"],
        "otpCallbackUrl": row["callback_url"],
        "dateCreated": row["created_at"],
        "dateExpires": row["expires_at"],
    }


@scheduler.on(_EXPIRE)
def _expire(context: Context, at: float, otp_id: str) -> None:
    row = find(context, otp_id)
    if row and row["status"] == "PENDING":
        settle(context, row, "EXPIRED")
