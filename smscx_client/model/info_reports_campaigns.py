# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoReportsCampaigns(Model):
    """A part of ``ReportsCampaignsRespone``.

    :param total_campaigns: How many campaigns were sent. Example: ``2``. Required.
    """

    total_campaigns: int = field("totalCampaigns", type=int, required=True)
    """How many campaigns were sent. Example: ``2``."""
