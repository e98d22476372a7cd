# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataOptouts(Model):
    """A part of ``OptoutsListResponse``.

    :param id: Numeric identifier of the opt-out entry. Example: ``9103``. Required.
    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+491729973185"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 country code of the number that opted out. 2 characters. Example: ``"DE"``.
        Required.
    :param optout_from: How the opt-out arose: ``admin`` when the admin added the contact by hand, ``link`` when the
        contact clicked the opt-out link. One of ``admin``, ``link``. Required.
    :param datetime: When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-19 13:40:00"``.
        Required.
    :param campaign_id: Identifies the campaign that the contact opted out of; may be ``None``. A UUID. Example:
        ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
    :param group_id: Identifies the group that held the contact; may be ``None``. Example: ``"4501"``.
    :param group_name: Name of the group that held the contact; may be ``None``. Example: ``"Customers"``.
    :param campaign_name: Name of the campaign that the contact opted out of; may be ``None``. Example: ``"Campaign
        2026-10-16 10:00:00"``.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the opt-out entry. Example: ``9103``."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+491729973185"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 country code of the number that opted out. 2 characters. Example: ``"DE"``."""
    optout_from: Literal["admin", "link"] = field("optoutFrom", required=True, enum=("admin", "link"))
    """How the opt-out arose: ``admin`` when the admin added the contact by hand, ``link`` when the contact clicked
    the opt-out link. One of ``admin``, ``link``."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-19 13:40:00"``."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """Identifies the campaign that the contact opted out of; may be ``None``. A UUID. Example:
    ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """Identifies the group that held the contact; may be ``None``. Example: ``"4501"``."""
    group_name: str | None = field("groupName", default=None, kw_only=True, nullable=True)
    """Name of the group that held the contact; may be ``None``. Example: ``"Customers"``."""
    campaign_name: str | None = field("campaignName", default=None, kw_only=True, nullable=True)
    """Name of the campaign that the contact opted out of; may be ``None``. Example: ``"Campaign 2026-10-16
    10:00:00"``."""
