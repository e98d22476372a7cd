# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataOtp(Model):
    """The response of ``get_otp_status``.

    :param otp_id: Identifier that belongs to this OTP request alone. A UUID. Example:
        ``"8aea6177-4b5a-43ff-bad0-6c4087388917"``. Required.
    :param track_id: UUID (v1 to v5) that the client supplies to track the OTP; may be ``None``. A UUID. Required.
    :param phone_number: Destination phone number of the PIN. Example: ``"+4915228817386"``. Required.
    :param country_iso: Country of the phone number, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2
        characters. Required.
    :param status: Current state of the OTP request, which starts as ``PENDING``. One of ``PENDING``, ``VERIFIED``,
        ``EXPIRED``, ``CANCELLED``, ``FAILED``. Required.
    :param cost: Amount charged for the OTP request. Example: ``0.08``. Required.
    :param parts: Number of parts that the message takes up. At least 1. Example: ``1``. Required.
    :param max_attempts: Verification tries allowed before the OTP counts as failed. 1 to 10. Example: ``3``. Required.
    :param attempts: How many tries at validating the PIN have failed. 0 to 10. Example: ``1``. Required.
    :param ttl: Lifetime of the PIN in seconds, from ``60`` (1 minute) to ``1800`` (30 minutes). 60 to 1,800. Example:
        ``300``. Required.
    :param otp_callback_url: Webhook URL that is called with status updates on the OTP validation; may be ``None``. A
        URL. Required.
    :param date_created: When the OTP was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param date_expires: When the OTP request expires, as ``YYYY-MM-DD HH:MM:SS`` in UTC; the PIN stops being valid
        after that. Required.
    """

    otp_id: str = field("otpId", type="uuid", required=True)
    """Identifier that belongs to this OTP request alone. A UUID. Example:
    ``"8aea6177-4b5a-43ff-bad0-6c4087388917"``."""
    track_id: str | None = field("trackId", type="uuid", required=True, nullable=True)
    """UUID (v1 to v5) that the client supplies to track the OTP; may be ``None``. A UUID."""
    phone_number: str = field("phoneNumber", required=True)
    """Destination phone number of the PIN. Example: ``"+4915228817386"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2 characters."""
    status: Literal["PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED"] = field(
        "status", required=True, enum=("PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED")
    )
    """Current state of the OTP request, which starts as ``PENDING``. One of ``PENDING``, ``VERIFIED``, ``EXPIRED``,
    ``CANCELLED``, ``FAILED``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the OTP request. Example: ``0.08``."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up. At least 1. Example: ``1``."""
    max_attempts: int = field("maxAttempts", type=int, required=True, minimum=1, maximum=10)
    """Verification tries allowed before the OTP counts as failed. 1 to 10. Example: ``3``."""
    attempts: int = field("attempts", type=int, required=True, minimum=0, maximum=10)
    """How many tries at validating the PIN have failed. 0 to 10. Example: ``1``."""
    ttl: int = field("ttl", type=int, required=True, minimum=60, maximum=1800)
    """Lifetime of the PIN in seconds, from ``60`` (1 minute) to ``1800`` (30 minutes). 60 to 1,800. Example:
    ``300``."""
    otp_callback_url: str | None = field("otpCallbackUrl", required=True, nullable=True)
    """Webhook URL that is called with status updates on the OTP validation; may be ``None``. A URL."""
    date_created: datetime = field("dateCreated", type=datetime, required=True)
    """When the OTP was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    date_expires: datetime = field("dateExpires", type=datetime, required=True)
    """When the OTP request expires, as ``YYYY-MM-DD HH:MM:SS`` in UTC; the PIN stops being valid after that."""
