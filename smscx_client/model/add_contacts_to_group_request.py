# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client._models.sequences import SequenceNotStr


class AddContactsToGroupRequest(Model):
    """The body of ``add_contacts_to_group`` and ``add_contact_to_optouts_list``.

    :param phone_numbers: Contacts to add, as plain phone numbers. At least 1 item. Example: ``["+491729925904"]``.
        Required.
    :param allow_invalid: With ``True``, the request goes ahead even if some phone numbers turn out to be invalid,
        instead of raising an error. Default: ``False``.
    :param country_iso: ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those
        already in international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code.
    """

    phone_numbers: list[str] = field("phoneNumbers", type=[str], required=True, min_items=1)
    """Contacts to add, as plain phone numbers. At least 1 item. Example: ``["+491729925904"]``."""
    allow_invalid: bool | None = field("allowInvalid", type=bool, default=None, kw_only=True)
    """With ``True``, the request goes ahead even if some phone numbers turn out to be invalid, instead of raising an
    error. Default: ``False``."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those already in
    international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code."""

    if TYPE_CHECKING:

        def __init__(
            self,
            phone_numbers: SequenceNotStr[str],
            *,
            allow_invalid: bool | None = None,
            country_iso: str | None = None,
        ) -> None: ...
