# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smscx_client.model.group_add import GroupAdd
    from smscx_client.types import GroupAddDict, GroupAddWireDict


class AddContactsToGroupWithFieldsRequest(Model):
    """The body of ``add_contacts_to_group_with_fields``.

    :param phone_numbers: Contacts to add: one object each, with the phone number and the data that texts can use as
        placeholders. At least 1 item. Required.
    :param allow_invalid: With ``True``, the request goes ahead even if some phone numbers turn out to be invalid,
        instead of raising an error. Default: ``False``.
    """

    phone_numbers: list[GroupAdd] = field("phoneNumbers", type=["group_add.GroupAdd"], required=True, min_items=1)
    """Contacts to add: one object each, with the phone number and the data that texts can use as placeholders. At
    least 1 item."""
    allow_invalid: bool | None = field("allowInvalid", type=bool, default=None, kw_only=True)
    """With ``True``, the request goes ahead even if some phone numbers turn out to be invalid, instead of raising an
    error. Default: ``False``."""

    if TYPE_CHECKING:

        def __init__(
            self,
            phone_numbers: Sequence[GroupAdd | GroupAddDict | GroupAddWireDict],
            *,
            allow_invalid: bool | None = None,
        ) -> None: ...
