# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client._models.sequences import SequenceNotStr


class OptoutsNewRequest(Model):
    """The body of ``add_contact_to_optouts_list``.

    :param phone_numbers: Phone numbers to put on the opt-out list. At least 1 item. Example: ``["+491729973186"]``.
        Required.
    :param allow_invalid: Whether the request is processed even if some of the phone numbers are invalid. Required.
    """

    phone_numbers: list[str] = field("phoneNumbers", type=[str], required=True, min_items=1)
    """Phone numbers to put on the opt-out list. At least 1 item. Example: ``["+491729973186"]``."""
    allow_invalid: bool = field("allowInvalid", type=bool, required=True)
    """Whether the request is processed even if some of the phone numbers are invalid."""

    if TYPE_CHECKING:

        def __init__(self, phone_numbers: SequenceNotStr[str], allow_invalid: bool) -> None: ...
