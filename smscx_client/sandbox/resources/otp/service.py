"""One-time passwords: `PENDING` until the PIN comes back, time or attempts run out, or they are called off."""

from __future__ import annotations

from typing import Any

from ...state import scheduler as events
from ...state import webhook_queue as webhooks
from ...state.clock import moment
from ...state.context import World
from ...state.money import as_number
from ...state.store import Row

__all__ = ["add", "find", "latest_pin", "settle", "show"]

_EXPIRE = "otp.expire"


def add(world: World, row: Row) -> None:
    """Keep a new one, which waits for its PIN until `expires_at`."""
    world.store.insert("otps", [row])
    events.schedule(world, _EXPIRE, row["otp_id"], moment(row["expires_at"]).timestamp())


def find(world: World, otp_id: str) -> Row | None:
    """The one with an id."""
    return world.store.one("SELECT * FROM otps WHERE otp_id = ?", otp_id.lower())


def latest_pin(world: World, phone_number: str) -> str | None:
    """The PIN that was sent to a number (E.164) last, whatever has become of it; None if there is none.

    One for a number that has opted out is not sent, and costs nothing.
    """
    row = world.store.one(
        "SELECT pin FROM otps WHERE phone_number = ? AND cost > 0 ORDER BY id DESC LIMIT 1", phone_number
    )
    return None if row is None else str(row["pin"])


def settle(world: World, row: Row, status: str) -> None:
    """Give one that is pending its final status, and tell whoever wants to know."""
    world.store.execute("UPDATE otps SET status = ? WHERE id = ?", status, row["id"])
    webhooks.notify(world, "otp_update", row["callback_url"], [show({**row, "status": status})])


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


@events.on(_EXPIRE)
def _expire(world: World, at: float, otp_id: str) -> None:
    row = find(world, otp_id)
    if row and row["status"] == "PENDING":
        settle(world, row, "EXPIRED")
