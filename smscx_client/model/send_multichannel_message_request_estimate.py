# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, overload

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any
    from uuid import UUID

    from smscx_client._models.sequences import SequenceNotStr
    from smscx_client.model.strategy import Strategy
    from smscx_client.types import StrategyDict, StrategyWireDict


class SendMultichannelMessageRequestEstimate(Model):
    """The body of ``estimate_multichannel_message``."""

    to: list[str] = field("to", type=[str], required=True, min_items=1, max_items=25000)
    """Recipients: a list of phone numbers, in E.164 or national format."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Originator (sender name) shown on the message, 3 to 15 characters."""
    strategy: list[Strategy] = field("strategy", type=["strategy.Strategy"], required=True, min_items=2)
    """Channels in sending order: ``viber``, ``whatsapp``, ``sms``."""
    ttl: int | None = field("ttl", type=int, default=None, kw_only=True, minimum=300, maximum=1209600)
    """Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days)."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom."""
    allow_invalid: bool | None = field("allowInvalid", type=bool, default=None, kw_only=True)
    """When ``true``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``."""
    scheduled_date: datetime | None = field(
        "scheduledDate", type=datetime, default=None, kw_only=True, local_flag="isUtc"
    )
    """When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    is_utc: bool | None = field("isUtc", type=bool, default=None, kw_only=True)
    """Set to ``false`` when ``scheduledDate`` is in the local time of the destination number instead of UTC; the API
    then calculates the offset and converts it to UTC."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the delivery reports of the Multichannel message; must be a valid URL."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True, format="uuid-1-to-5")
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback."""
    short_response: bool | None = field("shortResponse", type=bool, default=None, kw_only=True)
    """When ``true``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size."""
    no_text_details: bool | None = field("noTextDetails", type=bool, default=None, kw_only=True)
    """Leaves ``data.text`` and ``data.textAnalysis`` out of the response, to keep it small when sending to long
    lists of numbers."""
    show_timezone: bool | None = field("showTimezone", type=bool, default=None, kw_only=True)
    """Includes a ``timezone`` value with every phone number returned."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...

        @overload
        def __init__(
            self,
            to: SequenceNotStr[str],
            _from: str,
            strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
            *,
            ttl: int | None = None,
            country_iso: str | None = None,
            allow_invalid: bool | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            track_data: str | UUID | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
        ) -> None: ...

        @overload
        def __init__(
            self,
            to: SequenceNotStr[str],
            from_: str,
            strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
            *,
            ttl: int | None = None,
            country_iso: str | None = None,
            allow_invalid: bool | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            track_data: str | UUID | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
        ) -> None: ...
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
