# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoReportsCampaigns(Model):
    """A part of ``ReportsCampaignsRespone``."""

    total_campaigns: int = field("totalCampaigns", type=int, required=True)
    """How many campaigns were sent."""
