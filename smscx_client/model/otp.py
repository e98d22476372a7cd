# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class Otp(Model):
    """A part of ``Settings``.

    :param template: Message template that the application uses for OTP SMS. Example: ``"{{pin}} is your verification
        code."``. Required.
    :param from_: Originator that the application uses for OTP messages. 3 to 15 characters. Example: ``"InfoText"``.
        Required.
    :param _from: another name of ``from_``.
    :param pin_type: Kind of PIN that the application generates for OTPs. One of ``letters``, ``numbers``,
        ``alphanumeric``. Required.
    :param pin_length: PIN length, in characters, set for the application. 4 to 10. Example: ``4``. Required.
    :param ttl: Seconds for which a PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). 60 to 1,800. Example:
        ``300``. Required.
    :param max_attempts: Maximum verification attempts per OTP set for the application. 1 to 10. Example: ``3``.
        Required.
    :param otp_callback: Callback URL configured for OTP status updates, or ``None`` when not set. A URL. Required.
    """

    template: str = field("template", required=True)
    """Message template that the application uses for OTP SMS. Example: ``"{{pin}} is your verification code."``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Originator that the application uses for OTP messages. 3 to 15 characters. Example: ``"InfoText"``."""
    pin_type: Literal["letters", "numbers", "alphanumeric"] = field(
        "pinType", required=True, enum=("letters", "numbers", "alphanumeric")
    )
    """Kind of PIN that the application generates for OTPs. One of ``letters``, ``numbers``, ``alphanumeric``."""
    pin_length: int = field("pinLength", type=int, required=True, minimum=4, maximum=10)
    """PIN length, in characters, set for the application. 4 to 10. Example: ``4``."""
    ttl: int = field("ttl", type=int, required=True, minimum=60, maximum=1800)
    """Seconds for which a PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). 60 to 1,800. Example: ``300``."""
    max_attempts: int = field("maxAttempts", type=int, required=True, minimum=1, maximum=10)
    """Maximum verification attempts per OTP set for the application. 1 to 10. Example: ``3``."""
    otp_callback: str | None = field("otpCallback", required=True, nullable=True)
    """Callback URL configured for OTP status updates, or ``None`` when not set. A URL."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Originator that the application uses for OTP messages. 3 to 15 characters. Example: ``"InfoText"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Originator that the application uses for OTP messages. 3 to 15 characters. Example: ``"InfoText"``."""
