# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smscx_client.model.group_add_custom_fields import GroupAddCustomFields


class GroupAdd(Model):
    """A part of ``AddContactsToGroupWithFieldsRequest``.

    :param phone_number: Destination or contact number, in international (E.164) or national form. A national number
        should come with ``country_iso``, the country it belongs to, for more reliable validation. Example:
        ``"+491729968532"``. Required.
    :param first_name: Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``.
        Example: ``"Klara"``.
    :param last_name: Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
        ``"Neumann"``.
    :param email: Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
        ``"klara.neumann@example.com"``.
    :param field1: First extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field1}}``. Example: ``"Gold"``.
    :param field2: Second extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field2}}``.
    :param field3: Third extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field3}}``.
    :param field4: Fourth extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field4}}``.
    :param field5: Fifth extra data field of the contact. Insert it in a message text with the placeholder
        ``{{field5}}``.
    :param country_iso: Country (ISO 3166-1 alpha-2) against which the phone number is validated. It has no effect on a
        number given in international E.164 form. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"SE"``.
    :param custom_fields: Further contact data as key-value pairs under names of your choice.
    """

    phone_number: str = field("phoneNumber", required=True)
    """Destination or contact number, in international (E.164) or national form. A national number should come with
    ``country_iso``, the country it belongs to, for more reliable validation. Example: ``"+491729968532"``."""
    first_name: str | None = field("firstName", default=None, kw_only=True)
    """Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``. Example:
    ``"Klara"``."""
    last_name: str | None = field("lastName", default=None, kw_only=True)
    """Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
    ``"Neumann"``."""
    email: str | None = field("email", default=None, kw_only=True)
    """Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
    ``"klara.neumann@example.com"``."""
    field1: str | None = field("field1", default=None, kw_only=True)
    """First extra data field of the contact. Insert it in a message text with the placeholder ``{{field1}}``.
    Example: ``"Gold"``."""
    field2: str | None = field("field2", default=None, kw_only=True)
    """Second extra data field of the contact. Insert it in a message text with the placeholder ``{{field2}}``."""
    field3: str | None = field("field3", default=None, kw_only=True)
    """Third extra data field of the contact. Insert it in a message text with the placeholder ``{{field3}}``."""
    field4: str | None = field("field4", default=None, kw_only=True)
    """Fourth extra data field of the contact. Insert it in a message text with the placeholder ``{{field4}}``."""
    field5: str | None = field("field5", default=None, kw_only=True)
    """Fifth extra data field of the contact. Insert it in a message text with the placeholder ``{{field5}}``."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """Country (ISO 3166-1 alpha-2) against which the phone number is validated. It has no effect on a number given
    in international E.164 form. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"SE"``."""
    custom_fields: GroupAddCustomFields | None = field(
        "customFields", type="group_add_custom_fields.GroupAddCustomFields", default=None, kw_only=True
    )
    """Further contact data as key-value pairs under names of your choice."""

    if TYPE_CHECKING:

        def __init__(
            self,
            phone_number: str,
            *,
            first_name: str | None = None,
            last_name: str | None = None,
            email: str | None = None,
            field1: str | None = None,
            field2: str | None = None,
            field3: str | None = None,
            field4: str | None = None,
            field5: str | None = None,
            country_iso: str | None = None,
            custom_fields: GroupAddCustomFields | Mapping[str, str] | None = None,
        ) -> None: ...
