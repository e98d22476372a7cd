# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataOptouts(Model):
    """A part of ``OptoutsListResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the opt-out entry."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 country code of the number that opted out."""
    optout_from: Literal["admin", "link"] = field("optoutFrom", required=True, enum=("admin", "link"))
    """How the opt-out arose: ``admin`` when the admin added the contact by hand, ``link`` when the contact clicked
    the opt-out link."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """Identifies the campaign that the contact opted out of; may be ``null``."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """Identifies the group that held the contact; may be ``null``."""
    group_name: str | None = field("groupName", default=None, kw_only=True, nullable=True)
    """Name of the group that held the contact; may be ``null``."""
    campaign_name: str | None = field("campaignName", default=None, kw_only=True, nullable=True)
    """Name of the campaign that the contact opted out of; may be ``null``."""
