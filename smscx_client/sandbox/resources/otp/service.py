"""One-time passwords. Each is `PENDING` until it is verified, fails, expires or is cancelled."""

from __future__ import annotations

from typing import Any

from ...spec.dates import moment
from ...state import scheduler, webhook_queue
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row

__all__ = ["add", "find", "latest_pin", "otp_json", "set_final_status"]

_EXPIRE = "otp.expire"


def add(context: Context, row: Row) -> None:
    """Store a new one-time password, which is pending until `expires_at`."""
    context.store.insert("otps", [row])
    scheduler.schedule(context, _EXPIRE, row["otp_id"], moment(row["expires_at"]).timestamp())


def find(context: Context, otp_id: str) -> Row | None:
    """The one-time password with this id."""
    return context.store.one("SELECT * FROM otps WHERE otp_id = ?", otp_id.lower())


def latest_pin(context: Context, phone_number: str) -> str | None:
    """The PIN that was last sent to a number (E.164), whatever its status; None if there is none.

    The PIN for a number on the opt-out list is not sent and costs nothing.
    """
    row = context.store.one(
        "SELECT pin FROM otps WHERE phone_number = ? AND cost > 0 ORDER BY id DESC LIMIT 1", phone_number
    )
    return None if row is None else str(row["pin"])


def set_final_status(context: Context, row: Row, status: str) -> None:
    """Give a pending one-time password its final status, and queue its callback."""
    context.store.execute("UPDATE otps SET status = ? WHERE id = ?", status, row["id"])
    webhook_queue.notify(context, "otp_update", row["callback_url"], [otp_json({**row, "status": status})])


def otp_json(row: Row) -> dict[str, Any]:
    """A one-time password as the API and its callbacks return it."""
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
        set_final_status(context, row, "EXPIRED")
