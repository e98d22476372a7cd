# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, overload

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from smscx_client.model.custom_fields import CustomFields


class SendViberCampaignRequestEstimate(Model):
    """The body of ``estimate_viber_campaign``.

    :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``.
        Required.
    :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a
        system default such as ``InfoText``. Example: ``"MyShop"``. Required.
    :param _from: another name of ``from_``.
    :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
        WhatsApp). Example: ``701``. Required.
    :param custom_fields: Custom field values for the template, keyed by field name.
    :param scheduled_date: When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set
        to ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime
        without a time zone counts as UTC, unless ``is_utc`` is False.
    :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of
        UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
    :param dlr_callback_url: Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL. Takes
        precedence over the application setting. A URL.
    :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the
        response size. Default: ``False``.
    :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when
        sending to long lists of numbers. Default: ``False``.
    :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
    """

    groups: list[int] = field("groups", type=[int], required=True, min_items=1)
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int = field("templateId", type=int, required=True)
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``701``."""
    custom_fields: CustomFields | None = field(
        "customFields", type="custom_fields.CustomFields", default=None, kw_only=True
    )
    """Custom field values for the template, keyed by field name."""
    scheduled_date: datetime | None = field(
        "scheduledDate", type=datetime, default=None, kw_only=True, local_flag="isUtc"
    )
    """When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the
    value counts as local time at the destination and the API converts it to UTC. A datetime without a time zone
    counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None = field("isUtc", type=bool, default=None, kw_only=True)
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL. Takes precedence over
    the application setting. A URL."""
    short_response: bool | None = field("shortResponse", type=bool, default=None, kw_only=True)
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None = field("noTextDetails", type=bool, default=None, kw_only=True)
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None = field("showTimezone", type=bool, default=None, kw_only=True)
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""

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
            groups: Sequence[int],
            from_: str,
            template_id: int,
            *,
            custom_fields: CustomFields | Mapping[str, str] | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
        ) -> None: ...

        @overload
        def __init__(
            self,
            groups: Sequence[int],
            _from: str,
            template_id: int,
            *,
            custom_fields: CustomFields | Mapping[str, str] | None = None,
            scheduled_date: datetime | str | None = None,
            is_utc: bool | None = None,
            dlr_callback_url: str | None = None,
            short_response: bool | None = None,
            no_text_details: bool | None = None,
            show_timezone: bool | None = None,
        ) -> None: ...
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
