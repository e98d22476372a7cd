# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class NewOtpResponse(Model):
    """The response of ``new_otp``.

    :param otp_id: Identifier that belongs to this OTP request alone. A UUID. Example:
        ``"04df8452-d8fc-4dba-981c-0fcfc61dcba6"``. Required.
    :param track_id: UUID (v1 to v5) that the client supplies to track the OTP; may be ``None``. A UUID. Example:
        ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``. Required.
    :param phone_number: Destination phone number of the PIN. Example: ``"+31612469333"``. Required.
    :param country_iso: Country of the phone number, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2
        characters. Example: ``"NL"``. Required.
    :param status: Current state of the OTP request, which starts as ``PENDING``. One of ``PENDING``, ``VERIFIED``,
        ``EXPIRED``, ``CANCELLED``, ``FAILED``. Required.
    :param cost: Amount charged for the OTP request. Example: ``0.075``. Required.
    :param parts: Number of parts that the message takes up. At least 1. Example: ``1``. Required.
    :param max_attempts: How many verification tries are permitted before the OTP is marked as failed. A value given in
        the request takes precedence over the application setting. 1 to 10. Example: ``3``. Required.
    :param attempts: How many tries at validating the PIN have failed. 0 to 10. Example: ``0``. Required.
    :param ttl: Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the
        request takes precedence over the application setting. 60 to 1,800. Example: ``300``. Required.
    :param otp_callback_url: Webhook URL that gets the OTP status updates, or ``None`` if there is none. A URL. Example:
        ``"https://example.com/webhooks/otp"``. Required.
    :param date_created: When the OTP was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param date_expires: When the OTP request expires, as ``YYYY-MM-DD HH:MM:SS`` in UTC; the PIN stops being valid
        after that. Required.
    """

    otp_id: str = field("otpId", type="uuid", required=True)
    """Identifier that belongs to this OTP request alone. A UUID. Example:
    ``"04df8452-d8fc-4dba-981c-0fcfc61dcba6"``."""
    track_id: str | None = field("trackId", type="uuid", required=True, nullable=True)
    """UUID (v1 to v5) that the client supplies to track the OTP; may be ``None``. A UUID. Example:
    ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``."""
    phone_number: str = field("phoneNumber", required=True)
    """Destination phone number of the PIN. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2 characters.
    Example: ``"NL"``."""
    status: Literal["PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED"] = field(
        "status", required=True, enum=("PENDING", "VERIFIED", "EXPIRED", "CANCELLED", "FAILED")
    )
    """Current state of the OTP request, which starts as ``PENDING``. One of ``PENDING``, ``VERIFIED``, ``EXPIRED``,
    ``CANCELLED``, ``FAILED``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the OTP request. Example: ``0.075``."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up. At least 1. Example: ``1``."""
    max_attempts: int = field("maxAttempts", type=int, required=True, minimum=1, maximum=10)
    """How many verification tries are permitted before the OTP is marked as failed. A value given in the request
    takes precedence over the application setting. 1 to 10. Example: ``3``."""
    attempts: int = field("attempts", type=int, required=True, minimum=0, maximum=10)
    """How many tries at validating the PIN have failed. 0 to 10. Example: ``0``."""
    ttl: int = field("ttl", type=int, required=True, minimum=60, maximum=1800)
    """Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the request
    takes precedence over the application setting. 60 to 1,800. Example: ``300``."""
    otp_callback_url: str | None = field("otpCallbackUrl", required=True, nullable=True)
    """Webhook URL that gets the OTP status updates, or ``None`` if there is none. A URL. Example:
    ``"https://example.com/webhooks/otp"``."""
    date_created: datetime = field("dateCreated", type=datetime, required=True)
    """When the OTP was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    date_expires: datetime = field("dateExpires", type=datetime, required=True)
    """When the OTP request expires, as ``YYYY-MM-DD HH:MM:SS`` in UTC; the PIN stops being valid after that."""
