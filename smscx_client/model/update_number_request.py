# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smscx_client.model.custom_fields_obj import CustomFieldsObj


class UpdateNumberRequest(Model):
    """The body of ``update_contact_from_group``.

    :param phone_number: Number that takes over from the stored one, in E.164 format.
    :param first_name: Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``.
    :param last_name: Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
        ``"Harris-Young"``.
    :param email: Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
        ``"olivia@example.com"``.
    :param field1: First extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field1}}``.
    :param field2: Second extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field2}}``.
    :param field3: Third extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field3}}``.
    :param field4: Fourth extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field4}}``.
    :param field5: Fifth extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field5}}``.
    :param custom_fields: Custom data of the contact as key-value pairs, with at most 20 fields.
    """

    phone_number: str | None = field("phoneNumber", default=None, kw_only=True)
    """Number that takes over from the stored one, in E.164 format."""
    first_name: str | None = field("firstName", default=None, kw_only=True)
    """Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``."""
    last_name: str | None = field("lastName", default=None, kw_only=True)
    """Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
    ``"Harris-Young"``."""
    email: str | None = field("email", default=None, kw_only=True)
    """Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
    ``"olivia@example.com"``."""
    field1: str | None = field("field1", default=None, kw_only=True)
    """First extra data field of the contact. Insert it in a message text with the placeholder ``{{field1}}``."""
    field2: str | None = field("field2", default=None, kw_only=True)
    """Second extra data field of the contact. Insert it in a message text with the placeholder ``{{field2}}``."""
    field3: str | None = field("field3", default=None, kw_only=True)
    """Third extra data field of the contact. Insert it in a message text with the placeholder ``{{field3}}``."""
    field4: str | None = field("field4", default=None, kw_only=True)
    """Fourth extra data field of the contact. Insert it in a message text with the placeholder ``{{field4}}``."""
    field5: str | None = field("field5", default=None, kw_only=True)
    """Fifth extra data field of the contact. Insert it in a message text with the placeholder ``{{field5}}``."""
    custom_fields: CustomFieldsObj | None = field(
        "customFields", type="custom_fields_obj.CustomFieldsObj", default=None, kw_only=True
    )
    """Custom data of the contact as key-value pairs, with at most 20 fields."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            phone_number: str | None = None,
            first_name: str | None = None,
            last_name: str | None = None,
            email: str | None = None,
            field1: str | None = None,
            field2: str | None = None,
            field3: str | None = None,
            field4: str | None = None,
            field5: str | None = None,
            custom_fields: CustomFieldsObj | Mapping[str, str] | None = None,
        ) -> None: ...
