# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Any, Literal
    from uuid import UUID


class NewOtpRequest(Model):
    """The body of ``new_otp``."""

    phone_number: str = field("phoneNumber", required=True, min_length=1)
    """Destination or contact number, in international (E.164) or national form."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """Country of destination numbers given in national form, as an ISO 3166-1 alpha-2 code: ``FR`` for France,
    ``GB`` (not ``UK``) for the United Kingdom."""
    _from: str | None = field("from", default=None, kw_only=True, min_length=3, max_length=15)
    """Sender name shown on the OTP text message, 3 to 15 characters."""
    template: str | None = field("template", default=None, kw_only=True)
    """Body of the OTP SMS; has to include ``{{pin}}`` and may use the general placeholders."""
    track_id: str | None = field("trackId", type="uuid", default=None, kw_only=True, format="uuid-1-to-5")
    """UUID (v1 to v5) that the client supplies to track the OTP; may be ``null``."""
    ttl: int | None = field("ttl", type=int, default=None, kw_only=True, minimum=60, maximum=1800)
    """Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes)."""
    max_attempts: int | None = field("maxAttempts", type=int, default=None, kw_only=True, minimum=1, maximum=10)
    """How many verification tries are permitted before the OTP is marked as failed."""
    pin_type: Literal["letters", "numbers", "alphanumeric"] | None = field(
        "pinType", default=None, kw_only=True, enum=("letters", "numbers", "alphanumeric")
    )
    """Kind of PIN created for each phone number and inserted in place of ``{{pin}}``."""
    pin_length: int | None = field("pinLength", type=int, default=None, kw_only=True, minimum=4, maximum=10)
    """Number of characters in the PIN."""
    otp_callback_url: str | None = field("otpCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the OTP verification status changes; must be a valid URL."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str | None:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str | None) -> None: ...

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
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
