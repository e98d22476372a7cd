# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Any, Literal
    from uuid import UUID


class NewOtpRequest(Model):
    """The body of ``new_otp``.

    :param phone_number: Destination or contact number, in international (E.164) or national form. A national number
        should come with ``country_iso``, the country it belongs to, for more reliable validation. At least 1 character.
        Example: ``"+31612469333"``. Required.
    :param country_iso: Country of destination numbers given in national form, as an ISO 3166-1 alpha-2 code: ``FR`` for
        France, ``GB`` (not ``UK``) for the United Kingdom. It has no effect when ``phone_number`` is in E.164 format. 2
        characters.
    :param from_: Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP settings
        of the SMS API application. A name without approval is replaced by a system default such as ``InfoText``.
        Example: ``"MyShop"``.
    :param _from: another name of ``from_``.
    :param template: Body of the OTP SMS; has to include ``{{pin}}`` and may use the general placeholders. Optional:
        send it only to replace the OTP template set for the application. Example: ``"{{pin}} is your MyShop code. It is
        valid for 5 minutes."``.
    :param track_id: UUID (v1 to v5) that the client supplies to track the OTP. It comes back in the response and in
        callbacks. A UUID of version 1 to 5. Example: ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``.
    :param ttl: Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the
        request takes precedence over the application setting. 60 to 1,800. Example: ``300``.
    :param max_attempts: How many verification tries are permitted before the OTP is marked as failed. A value given in
        the request takes precedence over the application setting. 1 to 10. Example: ``3``.
    :param pin_type: Kind of PIN created for each phone number and inserted in place of ``{{pin}}``. Takes precedence
        over the application setting. One of ``letters``, ``numbers``, ``alphanumeric``.
    :param pin_length: Number of characters in the PIN. Takes precedence over the application setting. 4 to 10. Example:
        ``4``.
    :param otp_callback_url: Webhook that is sent the OTP verification status changes; must be a valid URL. Takes
        precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/otp"``.
    """

    phone_number: str = field("phoneNumber", required=True, min_length=1)
    """Destination or contact number, in international (E.164) or national form. A national number should come with
    ``country_iso``, the country it belongs to, for more reliable validation. At least 1 character. Example:
    ``"+31612469333"``."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """Country of destination numbers given in national form, as an ISO 3166-1 alpha-2 code: ``FR`` for France,
    ``GB`` (not ``UK``) for the United Kingdom. It has no effect when ``phone_number`` is in E.164 format. 2
    characters."""
    _from: str | None = field("from", default=None, kw_only=True, min_length=3, max_length=15)
    """Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP settings of the
    SMS API application. A name without approval is replaced by a system default such as ``InfoText``. Example:
    ``"MyShop"``."""
    template: str | None = field("template", default=None, kw_only=True)
    """Body of the OTP SMS; has to include ``{{pin}}`` and may use the general placeholders. Optional: send it only
    to replace the OTP template set for the application. Example: ``"{{pin}} is your MyShop code. It is valid for 5
    minutes."``."""
    track_id: str | None = field("trackId", type="uuid", default=None, kw_only=True, format="uuid-1-to-5")
    """UUID (v1 to v5) that the client supplies to track the OTP. It comes back in the response and in callbacks. A
    UUID of version 1 to 5. Example: ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``."""
    ttl: int | None = field("ttl", type=int, default=None, kw_only=True, minimum=60, maximum=1800)
    """Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the request
    takes precedence over the application setting. 60 to 1,800. Example: ``300``."""
    max_attempts: int | None = field("maxAttempts", type=int, default=None, kw_only=True, minimum=1, maximum=10)
    """How many verification tries are permitted before the OTP is marked as failed. A value given in the request
    takes precedence over the application setting. 1 to 10. Example: ``3``."""
    pin_type: Literal["letters", "numbers", "alphanumeric"] | None = field(
        "pinType", default=None, kw_only=True, enum=("letters", "numbers", "alphanumeric")
    )
    """Kind of PIN created for each phone number and inserted in place of ``{{pin}}``. Takes precedence over the
    application setting. One of ``letters``, ``numbers``, ``alphanumeric``."""
    pin_length: int | None = field("pinLength", type=int, default=None, kw_only=True, minimum=4, maximum=10)
    """Number of characters in the PIN. Takes precedence over the application setting. 4 to 10. Example: ``4``."""
    otp_callback_url: str | None = field("otpCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the OTP verification status changes; must be a valid URL. Takes precedence over the
    application setting. A URL. Example: ``"https://example.com/webhooks/otp"``."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str | None:
            """Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP settings
            of the SMS API application. A name without approval is replaced by a system default such as ``InfoText``.
            Example: ``"MyShop"``."""

        @from_.setter
        def from_(self, value: str | None) -> None:
            """Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP settings
            of the SMS API application. A name without approval is replaced by a system default such as ``InfoText``.
            Example: ``"MyShop"``."""

        @overload
        def __init__(
            self,
            phone_number: str,
            *,
            country_iso: str | None = None,
            from_: str | None = None,
            template: str | None = None,
            track_id: str | UUID | None = None,
            ttl: int | None = None,
            max_attempts: int | None = None,
            pin_type: Literal["letters", "numbers", "alphanumeric"] | None = None,
            pin_length: int | None = None,
            otp_callback_url: str | None = None,
        ) -> None: ...

        @overload
        def __init__(
            self,
            phone_number: str,
            *,
            country_iso: str | None = None,
            _from: str | None = None,
            template: str | None = None,
            track_id: str | UUID | None = None,
            ttl: int | None = None,
            max_attempts: int | None = None,
            pin_type: Literal["letters", "numbers", "alphanumeric"] | None = None,
            pin_length: int | None = None,
            otp_callback_url: str | None = None,
        ) -> None: ...
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
