# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoPhoneNumberUpdate(Model):
    """A part of ``UpdateNumberResponse``."""

    id: str = field("id", type="uuid", required=True)
    """ID of the phone number that was updated."""
    group_id: str = field("groupId", required=True)
    """ID of the group the contact belongs to."""
