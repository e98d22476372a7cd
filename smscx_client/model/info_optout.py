# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoOptout(Model):
    """A part of ``OptoutsDeleteResponse``.

    :param id: Unique identifier of the attachment, group contact or opt-out that the object describes. Example:
        ``"9101"``. Required.
    :param phone_number: Phone number of the group contact or of the opt-out entry. Example: ``"+491749464308"``.
        Required.
    """

    id: str = field("id", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes. Example: ``"9101"``."""
    phone_number: str = field("phoneNumber", required=True)
    """Phone number of the group contact or of the opt-out entry. Example: ``"+491749464308"``."""
