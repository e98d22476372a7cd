# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, overload

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any
    from uuid import UUID

    from smscx_client._models.sequences import SequenceNotStr
    from smscx_client.model.custom_fields import CustomFields


class SendWhatsappMessageRequest(Model):
    """The body of ``send_whatsapp_message``.

    :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
        ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
        both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. Required.
    :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a
        system default such as ``InfoText``. Example: ``"MyShop"``. Required.
    :param _from: another name of ``from_``.
    :param template_id: ID of the WhatsApp template to send; it has to be an approved one. Example: ``704``. Required.
    :param custom_fields: Custom field values for the template, keyed by field name.
    :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or
        ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an
        ISO 3166-1 alpha-2 code.
    :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
        listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
    :param scheduled_date: When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc``
        set to ``False``, the value counts as local time at the destination and the API converts it to UTC. Example:
        ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
    :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of
        UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
    :param dlr_callback_url: Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL.
        Takes precedence over the application setting. A URL.
    :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value
        that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
    :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the
        response size. Default: ``False``.
    :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when
        sending to long lists of numbers. Default: ``False``.
    :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
    :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid
        UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
    """

    to: list[str] = field("to", type=[str], required=True, min_items=1, max_items=25000)
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int = field("templateId", type=int, required=True)
    """ID of the WhatsApp template to send; it has to be an approved one. Example: ``704``."""
    custom_fields: CustomFields | None = field(
        "customFields", type="custom_fields.CustomFields", default=None, kw_only=True
    )
    """Custom field values for the template, keyed by field name."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None = field("allowInvalid", type=bool, default=None, kw_only=True)
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | None = field(
        "scheduledDate", type=datetime, default=None, kw_only=True, local_flag="isUtc"
    )
    """When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``,
    the value counts as local time at the destination and the API converts it to UTC. Example: ``"2035-06-01
    09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None = field("isUtc", type=bool, default=None, kw_only=True)
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL. Takes precedence over
    the application setting. A URL."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True, format="uuid-1-to-5")
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None = field("shortResponse", type=bool, default=None, kw_only=True)
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None = field("noTextDetails", type=bool, default=None, kw_only=True)
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None = field("showTimezone", type=bool, default=None, kw_only=True)
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | None = field("idempotencyId", type="uuid", default=None, kw_only=True, format="uuid-1-to-5")
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a
            system default such as ``InfoText``. Example: ``"MyShop"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a
            system default such as ``InfoText``. Example: ``"MyShop"``."""

        @overload
        def __init__(
            self,
            to: SequenceNotStr[str],
            from_: str,
            template_id: int,
            *,
            custom_fields: CustomFields | Mapping[str, str] | None = None,
            country_iso: str | None = None,
            allow_invalid: bool | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            track_data: str | UUID | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
            idempotency_id: str | UUID | None = None,
        ) -> None: ...

        @overload
        def __init__(
            self,
            to: SequenceNotStr[str],
            _from: str,
            template_id: int,
            *,
            custom_fields: CustomFields | Mapping[str, str] | None = None,
            country_iso: str | None = None,
            allow_invalid: bool | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            track_data: str | UUID | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
            idempotency_id: str | UUID | None = None,
        ) -> None: ...
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
