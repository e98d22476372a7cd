# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Group(Model):
    """A part of ``DataReportsCampaigns``, ``InfoCampaign``, ``InfoMultichannelCampaign`` and others.

    :param id: Numeric identifier of the group. Example: ``4501``. Required.
    :param name: Name of the application, group or attachment that the object describes. Example: ``"Customers"``.
        Required.
    :param phone_numbers: Count of phone numbers in the group or report entry. Example: ``4``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the group. Example: ``4501``."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes. Example: ``"Customers"``."""
    phone_numbers: int = field("phoneNumbers", type=int, required=True)
    """Count of phone numbers in the group or report entry. Example: ``4``."""
