# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoDeleteGroup(Model):
    """A part of ``DeleteGroup``.

    :param id: ID of the group that was removed. Example: ``4504``. Required.
    :param name: Name the group had before it was removed. Example: ``"Trial run"``. Required.
    :param total_phone_numbers: How many phone numbers the removed group held. Example: ``2``. Required.
    """

    id: int = field("id", type=int, required=True)
    """ID of the group that was removed. Example: ``4504``."""
    name: str = field("name", required=True)
    """Name the group had before it was removed. Example: ``"Trial run"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the removed group held. Example: ``2``."""
