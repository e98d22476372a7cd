# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoReportCampaign(Model):
    """A part of ``ReportsCampaignResponse``.

    :param campaign_id: ID of the campaign the report covers. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        Required.
    :param campaign_name: Name of the campaign the report covers. Example: ``"Campaign 2026-10-16 10:00:00"``. Required.
    :param total_phone_numbers: Total number of phone numbers: those submitted to the opt-out list, or those covered by
        the report. Example: ``4``. Required.
    :param total_cost: Overall price of the messages in the report. Example: ``0.29``. Required.
    :param total_parts: Sum of the message parts in the report. Example: ``4``. Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. Example: ``"sms"``. Required.
    """

    campaign_id: str = field("campaignId", required=True)
    """ID of the campaign the report covers. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``."""
    campaign_name: str = field("campaignName", required=True)
    """Name of the campaign the report covers. Example: ``"Campaign 2026-10-16 10:00:00"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """Total number of phone numbers: those submitted to the opt-out list, or those covered by the report. Example:
    ``4``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the messages in the report. Example: ``0.29``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts in the report. Example: ``4``."""
    channel: str = field("channel", required=True)
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. Example: ``"sms"``."""
