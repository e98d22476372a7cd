# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client.model.data_summary import DataSummary

if TYPE_CHECKING:
    from typing import Literal


class ReportsSummaryChannelResponseDataValue(DataSummary):
    """Summary totals for one of the channels used to send messages.

    :param phone_numbers: Count of phone numbers in the group or report entry. Required.
    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    :param value: Messaging channel that this summary entry covers. One of ``sms``, ``viber``, ``whatsapp``,
        ``multichannel``.
    """

    value: Literal["sms", "viber", "whatsapp", "multichannel"] | None = field(
        "value", default=None, kw_only=True, enum=("sms", "viber", "whatsapp", "multichannel")
    )
    """Messaging channel that this summary entry covers. One of ``sms``, ``viber``, ``whatsapp``, ``multichannel``."""
