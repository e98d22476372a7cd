# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataOtp(Model):
    """The response of ``get_otp_status``."""

    otp_id: str = field("otpId", type="uuid", required=True)
    """Identifier that belongs to this OTP request alone."""
    track_id: str | None = field("trackId", type="uuid", required=True, nullable=True)
    """UUID (v1 to v5) that the client supplies to track the OTP; may be ``null``."""
    phone_number: str = field("phoneNumber", required=True)
    """Destination phone number of the PIN."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``."""
    status: Literal["PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED"] = field(
        "status", required=True, enum=("PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED")
    )
    """Current state of the OTP request, which starts as ``PENDING``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the OTP request."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up."""
    max_attempts: int = field("maxAttempts", type=int, required=True, minimum=1, maximum=10)
    """Verification tries allowed before the OTP counts as failed."""
    attempts: int = field("attempts", type=int, required=True, minimum=0, maximum=10)
    """How many tries at validating the PIN have failed."""
    ttl: int = field("ttl", type=int, required=True, minimum=60, maximum=1800)
    """Lifetime of the PIN in seconds, from ``60`` (1 minute) to ``1800`` (30 minutes)."""
    otp_callback_url: str | None = field("otpCallbackUrl", required=True, nullable=True)
    """Webhook URL that is called with status updates on the OTP validation; may be ``null``."""
    date_created: datetime = field("dateCreated", type=datetime, required=True)
    """When the OTP was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    date_expires: datetime = field("dateExpires", type=datetime, required=True)
    """When the OTP request expires, as ``YYYY-MM-DD HH:MM:SS`` in UTC; the PIN stops being valid after that."""
