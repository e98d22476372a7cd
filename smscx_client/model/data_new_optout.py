# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataNewOptout(Model):
    """Opt-out event; one callback request carries up to 200 such objects.

    :param hit_id: Numeric identifier of the link hit. Required.
    :param optout_id: Identifies the opt-out link involved in the event. Required.
    :param optout_url: Web address of the opt-out link involved in the event. A URL. Required.
    :param optout_type: How the contact unsubscribed: ``link`` if they opened the opt-out link and submitted its form,
        ``admin`` if you put them on the opt-out list. One of ``admin``, ``link``. Required.
    :param country_iso: Country of the unsubscribed phone number, as an ISO 3166-1 alpha-2 code. Required.
    :param datetime: When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param phone_number: The phone number that has opted out.
    :param campaign_id: Identifies the campaign the contact opted out of; never ``None`` when opt-out tracking was on. A
        UUID.
    :param group_id: Identifies the group that held the contact; never ``None`` when opt-out tracking was on.
    """

    hit_id: int = field("hitId", type=int, required=True)
    """Numeric identifier of the link hit."""
    optout_id: str = field("optoutId", required=True)
    """Identifies the opt-out link involved in the event."""
    optout_url: str = field("optoutUrl", required=True)
    """Web address of the opt-out link involved in the event. A URL."""
    optout_type: Literal["admin", "link"] = field("optoutType", required=True, enum=("admin", "link"))
    """How the contact unsubscribed: ``link`` if they opened the opt-out link and submitted its form, ``admin`` if
    you put them on the opt-out list. One of ``admin``, ``link``."""
    country_iso: str = field("countryIso", required=True)
    """Country of the unsubscribed phone number, as an ISO 3166-1 alpha-2 code."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    phone_number: str | None = field("phoneNumber", default=None, kw_only=True)
    """The phone number that has opted out."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """Identifies the campaign the contact opted out of; never ``None`` when opt-out tracking was on. A UUID."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """Identifies the group that held the contact; never ``None`` when opt-out tracking was on."""
