# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client.model.data_summary import DataSummary

if TYPE_CHECKING:
    from typing import Literal


class ReportsSummarySourceResponseDataValue(DataSummary):
    """Summary totals for one of the sources that messages were sent from.

    :param phone_numbers: Count of phone numbers in the group or report entry. Required.
    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    :param value: Message source that this summary entry covers. One of ``api``, ``excel``, ``campaigns``, ``smpp``,
        ``plugin``, ``alerts``.
    """

    value: Literal["api", "excel", "campaigns", "smpp", "plugin", "alerts"] | None = field(
        "value", default=None, kw_only=True, enum=("api", "excel", "campaigns", "smpp", "plugin", "alerts")
    )
    """Message source that this summary entry covers. One of ``api``, ``excel``, ``campaigns``, ``smpp``, ``plugin``,
    ``alerts``."""
