# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class Group(Model):
    """A part of ``DataReportsCampaigns``, ``InfoCampaign``, ``InfoMultichannelCampaign`` and others."""

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the application or group."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes."""
    phone_numbers: int = field("phoneNumbers", type=int, required=True)
    """Count of phone numbers in the group or report entry."""
