"""One-time passwords: send a PIN, compare the one that comes back, look, call off."""

from __future__ import annotations

from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from smscx_client.text.placeholders import RANDOM, Template

from ...engine.registry import Call, operation
from ...spec.dates import stamp
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number
from ..applications.service import settings
from ..messages.recipients import valid
from ..messages.service import dispatch, quote
from . import service as otp

_PIN = "pin"
_SETTLED = {"VERIFIED": 2023, "CANCELLED": 2024, "FAILED": 2026}
"""What a PIN is answered that comes when nobody waits for one any longer."""


@operation("new_otp")
def new_otp(context: Context, call: Call) -> dict[str, Any]:
    """Send a new PIN; what the request leaves out comes from the application's settings."""
    asked = {**settings(context)["otp"], **call.body}
    number = _recipient(call.body)
    if not asked["from"]:
        raise ApiError(2004)
    if not asked["pinType"]:
        raise ApiError(2013)
    template = Template.of(asked["template"] or "")
    if all(placeholder.name != _PIN for placeholder in template.placeholders):
        raise ApiError(2006)
    pin = context.rng.text(int(asked["pinLength"]), RANDOM[asked["pinType"]])
    message = _send(context, number, asked["from"], template.render({_PIN: lambda _: pin}))
    now = context.clock.seconds()
    row = {
        "otp_id": context.rng.uuid(),
        "track_id": asked.get("trackId"),
        "phone_number": number.e164,
        "country_iso": number.country,
        "pin": pin,
        "status": "PENDING",
        "cost": message["cost"],
        "parts": message["parts"],
        "max_attempts": asked["maxAttempts"],
        "attempts": 0,
        "ttl": asked["ttl"],
        "callback_url": asked.get("otpCallbackUrl") or asked["otpCallback"],
        "created_at": stamp(now),
        "expires_at": stamp(now + asked["ttl"]),
    }
    otp.add(context, row)
    return otp.show(row)


@operation("get_otp_status")
def get_otp_status(context: Context, call: Call) -> dict[str, Any]:
    """Show what has become of one."""
    return otp.show(_found(context, call))


@operation("verify_otp")
def verify_otp(context: Context, call: Call) -> dict[str, Any]:
    """Compare a PIN with the one that was sent.

    Assumed: capitals matter; the attempt that is the last one allowed is answered with 2027, those after it with 2026;
    after the time is over, the right PIN with 2028 and any other with 2025.
    """
    row = _found(context, call)
    is_right = call.body["pin"] == row["pin"]
    if row["status"] in _SETTLED:
        raise ApiError(_SETTLED[row["status"]])
    if row["status"] == "EXPIRED":
        raise ApiError(2028 if is_right else 2025)
    if not is_right:
        raise _failed_attempt(context, row)
    otp.settle(context, row, "VERIFIED")
    return {"status": "VERIFIED"}


@operation("cancel_otp")
def cancel_otp(context: Context, call: Call) -> dict[str, Any]:
    """Call off one that is pending; what it cost is not given back (assumed)."""
    row = _found(context, call)
    if row["status"] != "PENDING":
        raise ApiError(2030 if row["status"] == "CANCELLED" else 2031)
    otp.settle(context, row, "CANCELLED")
    return {"info": {"id": row["otp_id"]}}


def _found(context: Context, call: Call) -> Row:
    row = otp.find(context, call.parameters["otpId"])
    if row is None:
        raise ApiError(2021)
    return row


def _failed_attempt(context: Context, row: Row) -> ApiError:
    """Count a wrong PIN; the refusal of it, after which the count stays."""
    row = {**row, "attempts": row["attempts"] + 1}
    context.store.execute("UPDATE otps SET attempts = ? WHERE id = ?", row["attempts"], row["id"])
    if row["attempts"] < row["max_attempts"]:
        return ApiError(2029, keeps_changes=True)
    otp.settle(context, row, "FAILED")
    return ApiError(2027, keeps_changes=True)


def _recipient(body: dict[str, Any]) -> Number:
    """The number to send to; `countryIso` matters, and must be right, only where that is in national form."""
    written, country = body["phoneNumber"].strip(), body.get("countryIso")
    is_national = not written.startswith(("+", "00"))
    if is_national and country and country.upper() not in SUPPORTED_REGIONS:
        raise ApiError(2003)
    number = valid(written, country)
    if number is None:
        raise ApiError(2002 if is_national and not country and written[:1].isdigit() else 2020, invalid=[written])
    return number


def _send(context: Context, number: Number, sender: str, text: str) -> Row:
    """The message, on its way at any hour; what keeps it from being sent is told with the codes that an OTP has."""
    try:
        quoted = quote(context, {"to": number.e164, "from": sender, "text": text}, heeds_quiet_hours=False)
    except ApiError as error:
        if error.code == INVALID_PARAM:
            raise
        meaning = context.spec.error(error.code, error.type).meaning
        raise ApiError(INVALID_PARAM, detail=f"`template`: {meaning} {error.detail}".rstrip()) from error
    (message,) = quoted.messages
    if message["status"] == "NO COVERAGE":
        raise ApiError(2020, detail="It is out of coverage.", invalid=[number.e164])
    dispatch(context, quoted)
    return message
