# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoPhoneNumberUpdate(Model):
    """A part of ``UpdateNumberResponse``.

    :param id: ID of the phone number that was updated. A UUID. Example: ``"56fdefb3-09e5-46df-9aaf-7d86c36016d0"``.
        Required.
    :param group_id: ID of the group the contact belongs to. Example: ``"4502"``. Required.
    """

    id: str = field("id", type="uuid", required=True)
    """ID of the phone number that was updated. A UUID. Example: ``"56fdefb3-09e5-46df-9aaf-7d86c36016d0"``."""
    group_id: str = field("groupId", required=True)
    """ID of the group the contact belongs to. Example: ``"4502"``."""
