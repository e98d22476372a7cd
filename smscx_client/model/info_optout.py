# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoOptout(Model):
    """A part of ``OptoutsDeleteResponse``."""

    id: str = field("id", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes."""
    phone_number: str = field("phoneNumber", required=True)
    """Phone number of the group contact or of the opt-out entry."""
