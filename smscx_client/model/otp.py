# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class Otp(Model):
    """A part of ``Settings``."""

    template: str = field("template", required=True)
    """Message template that the application uses for OTP SMS."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Originator that the application uses for OTP messages."""
    pin_type: Literal["letters", "numbers", "alphanumeric"] = field(
        "pinType", required=True, enum=("letters", "numbers", "alphanumeric")
    )
    """Kind of PIN that the application generates for OTPs."""
    pin_length: int = field("pinLength", type=int, required=True, minimum=4, maximum=10)
    """PIN length, in characters, set for the application."""
    ttl: int = field("ttl", type=int, required=True, minimum=60, maximum=1800)
    """Time to live in seconds: how long each channel of a multichannel message has to deliver, or how long an OTP
    pin stays valid."""
    max_attempts: int = field("maxAttempts", type=int, required=True, minimum=1, maximum=10)
    """Maximum verification attempts per OTP set for the application."""
    otp_callback: str | None = field("otpCallback", required=True, nullable=True)
    """Callback URL configured for OTP status updates, or null when not set."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
