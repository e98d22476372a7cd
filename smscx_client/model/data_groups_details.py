# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.custom_fields_obj import CustomFieldsObj


class DataGroupsDetails(Model):
    """A part of ``GroupDetailsResponse``."""

    id: str = field("id", type="uuid", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes."""
    phone_number: str = field("phoneNumber", required=True)
    """Phone number of the group contact or of the opt-out entry."""
    country_iso: str = field("countryIso", required=True)
    """ISO 3166-1 alpha-2 country code of the contact's phone number."""
    first_name: str | None = field("firstName", required=True, nullable=True)
    """First name of the group contact; may be ``null``."""
    last_name: str | None = field("lastName", required=True, nullable=True)
    """Last name of the group contact; may be ``null``."""
    email: str | None = field("email", required=True, nullable=True)
    """Email address of the group contact; may be ``null``."""
    field1: str | None = field("field1", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field1}}``; may be ``null``."""
    field2: str | None = field("field2", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field2}}``; may be ``null``."""
    field3: str | None = field("field3", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field3}}``; may be ``null``."""
    field4: str | None = field("field4", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field4}}``; may be ``null``."""
    field5: str | None = field("field5", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field5}}``; may be ``null``."""
    group_id: int = field("groupId", type=int, required=True)
    """Identifier of the group the contact belongs to."""
    optout: bool = field("optout", type=bool, required=True)
    """Whether the contact has opted out of receiving messages."""
    date_added: str = field("dateAdded", required=True)
    """When the contact was added to the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    custom_fields: CustomFieldsObj | None = field(
        "customFields", type="custom_fields_obj.CustomFieldsObj", default=None, kw_only=True
    )
    """Custom data of the contact as key-value pairs, with at most 20 fields."""
