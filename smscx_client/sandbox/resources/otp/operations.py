"""Operations of one-time passwords: send a PIN, verify it, read the status, cancel."""

from __future__ import annotations

from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from smscx_client.text import PIN, RANDOM, Template

from ...engine.registry import Call, operation
from ...spec.dates import stamp
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number
from ..applications.service import settings
from ..messages.service import charge_and_send, quote
from ..numbers.service import valid_number
from . import service as otp

_FINAL_STATUS_ERRORS = {"VERIFIED": 2023, "CANCELLED": 2024, "FAILED": 2026}
"""The error for a PIN that arrives after the final status."""


@operation("new_otp")
def new_otp(context: Context, call: Call) -> dict[str, Any]:
    """Send a new PIN. The application's settings are the defaults of the request."""
    values = {**settings(context)["otp"], **call.body}
    number = _recipient(call.body)
    if not values["from"]:
        raise ApiError(2004)
    if not values["pinType"]:
        raise ApiError(2013)
    template = Template.of(values["template"] or "")
    if all(placeholder.name != PIN for placeholder in template.placeholders):
        raise ApiError(2006)
    pin = context.rng.text(int(values["pinLength"]), RANDOM[values["pinType"]])
    message = _send(context, number, values["from"], template.render({PIN: lambda _: pin}))
    now = context.clock.seconds()
    row = {
        "otp_id": context.rng.uuid(),
        "track_id": values.get("trackId"),
        "phone_number": number.e164,
        "country_iso": number.country,
        "pin": pin,
        "status": "PENDING",
        "cost": message["cost"],
        "parts": message["parts"],
        "max_attempts": values["maxAttempts"],
        "attempts": 0,
        "ttl": values["ttl"],
        "callback_url": values.get("otpCallbackUrl") or values["otpCallback"],
        "created_at": stamp(now),
        "expires_at": stamp(now + values["ttl"]),
    }
    otp.add(context, row)
    return otp.otp_json(row)


@operation("get_otp_status")
def get_otp_status(context: Context, call: Call) -> dict[str, Any]:
    """Return the status of a one-time password."""
    return otp.otp_json(_found(context, call))


@operation("verify_otp")
def verify_otp(context: Context, call: Call) -> dict[str, Any]:
    """Compare a PIN with the one that was sent.

    Assumed: upper and lower case differ; the last allowed attempt gets error 2027 and those after it 2026; after the
    expiry, the right PIN gets 2028 and any other 2025.
    """
    row = _found(context, call)
    is_right = call.body["pin"] == row["pin"]
    if row["status"] in _FINAL_STATUS_ERRORS:
        raise ApiError(_FINAL_STATUS_ERRORS[row["status"]])
    if row["status"] == "EXPIRED":
        raise ApiError(2028 if is_right else 2025)
    if not is_right:
        raise _failed_attempt(context, row)
    otp.set_final_status(context, row, "VERIFIED")
    return {"status": "VERIFIED"}


@operation("cancel_otp")
def cancel_otp(context: Context, call: Call) -> dict[str, Any]:
    """Cancel a pending one-time password; its cost is not refunded (assumed)."""
    row = _found(context, call)
    if row["status"] != "PENDING":
        raise ApiError(2030 if row["status"] == "CANCELLED" else 2031)
    otp.set_final_status(context, row, "CANCELLED")
    return {"info": {"id": row["otp_id"]}}


def _found(context: Context, call: Call) -> Row:
    row = otp.find(context, call.parameters["otpId"])
    if row is None:
        raise ApiError(2021)
    return row


def _failed_attempt(context: Context, row: Row) -> ApiError:
    """Count a wrong PIN; returns the error for it, which keeps the count."""
    row = {**row, "attempts": row["attempts"] + 1}
    context.store.execute("UPDATE otps SET attempts = ? WHERE id = ?", row["attempts"], row["id"])
    if row["attempts"] < row["max_attempts"]:
        return ApiError(2029, keeps_changes=True)
    otp.set_final_status(context, row, "FAILED")
    return ApiError(2027, keeps_changes=True)


def _recipient(body: dict[str, Any]) -> Number:
    """The number to send to; `countryIso` is used, and must be valid, only if the number is in national format."""
    text, country = body["phoneNumber"].strip(), body.get("countryIso")
    is_national = not text.startswith(("+", "00"))
    if is_national and country and country.upper() not in SUPPORTED_REGIONS:
        raise ApiError(2003)
    number = valid_number(text, country)
    if number is None:
        raise ApiError(2002 if is_national and not country and text[:1].isdigit() else 2020, invalid=[text])
    return number


def _send(context: Context, number: Number, sender: str, text: str) -> Row:
    """Send the message without regard to quiet hours; errors of a send become errors of a one-time password."""
    try:
        quoted = quote(context, {"to": number.e164, "from": sender, "text": text}, apply_quiet_hours=False)
    except ApiError as error:
        if error.code == INVALID_PARAM:
            raise
        meaning = context.spec.error(error.code, error.type).meaning
        raise ApiError(INVALID_PARAM, detail=f"`template`: {meaning} {error.detail}".rstrip()) from error
    (message,) = quoted.messages
    if message["status"] == "NO COVERAGE":
        raise ApiError(2020, detail="The number is out of coverage.", invalid=[number.e164])
    charge_and_send(context, quoted)
    return message
