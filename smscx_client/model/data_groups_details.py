# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.custom_fields_obj import CustomFieldsObj


class DataGroupsDetails(Model):
    """A part of ``GroupDetailsResponse``.

    :param id: Unique identifier of the attachment, group contact or opt-out that the object describes. A UUID. Example:
        ``"73f2cade-6d32-46e5-9d57-6cb641789bb3"``. Required.
    :param phone_number: Phone number of the group contact or of the opt-out entry. Example: ``"+46701740605"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 country code of the contact's phone number. Example: ``"SE"``. Required.
    :param first_name: First name of the group contact; may be ``None``. Example: ``"Elin"``. Required.
    :param last_name: Last name of the group contact; may be ``None``. Example: ``"Lindqvist"``. Required.
    :param email: Email address of the group contact; may be ``None``. Example: ``"elin.lindqvist@example.com"``.
        Required.
    :param field1: Extra data stored for the contact, available in texts as ``{{field1}}``; may be ``None``. Example:
        ``"Gold"``. Required.
    :param field2: Extra data stored for the contact, available in texts as ``{{field2}}``; may be ``None``. Required.
    :param field3: Extra data stored for the contact, available in texts as ``{{field3}}``; may be ``None``. Required.
    :param field4: Extra data stored for the contact, available in texts as ``{{field4}}``; may be ``None``. Required.
    :param field5: Extra data stored for the contact, available in texts as ``{{field5}}``; may be ``None``. Required.
    :param group_id: Identifier of the group the contact belongs to. Example: ``4501``. Required.
    :param optout: Whether the contact has opted out of receiving messages. Required.
    :param date_added: When the contact was added to the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-09-03 07:41:10"``. Required.
    :param custom_fields: Custom data of the contact as key-value pairs, with at most 20 fields.
    """

    id: str = field("id", type="uuid", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes. A UUID. Example:
    ``"73f2cade-6d32-46e5-9d57-6cb641789bb3"``."""
    phone_number: str = field("phoneNumber", required=True)
    """Phone number of the group contact or of the opt-out entry. Example: ``"+46701740605"``."""
    country_iso: str = field("countryIso", required=True)
    """ISO 3166-1 alpha-2 country code of the contact's phone number. Example: ``"SE"``."""
    first_name: str | None = field("firstName", required=True, nullable=True)
    """First name of the group contact; may be ``None``. Example: ``"Elin"``."""
    last_name: str | None = field("lastName", required=True, nullable=True)
    """Last name of the group contact; may be ``None``. Example: ``"Lindqvist"``."""
    email: str | None = field("email", required=True, nullable=True)
    """Email address of the group contact; may be ``None``. Example: ``"elin.lindqvist@example.com"``."""
    field1: str | None = field("field1", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field1}}``; may be ``None``. Example: ``"Gold"``."""
    field2: str | None = field("field2", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field2}}``; may be ``None``."""
    field3: str | None = field("field3", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field3}}``; may be ``None``."""
    field4: str | None = field("field4", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field4}}``; may be ``None``."""
    field5: str | None = field("field5", required=True, nullable=True)
    """Extra data stored for the contact, available in texts as ``{{field5}}``; may be ``None``."""
    group_id: int = field("groupId", type=int, required=True)
    """Identifier of the group the contact belongs to. Example: ``4501``."""
    optout: bool = field("optout", type=bool, required=True)
    """Whether the contact has opted out of receiving messages."""
    date_added: str = field("dateAdded", required=True)
    """When the contact was added to the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-09-03
    07:41:10"``."""
    custom_fields: CustomFieldsObj | None = field(
        "customFields", type="custom_fields_obj.CustomFieldsObj", default=None, kw_only=True
    )
    """Custom data of the contact as key-value pairs, with at most 20 fields."""
