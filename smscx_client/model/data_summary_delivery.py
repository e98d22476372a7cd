# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.accepted import Accepted
    from smscx_client.model.delivered import Delivered
    from smscx_client.model.failed import Failed
    from smscx_client.model.no_coverage import NoCoverage
    from smscx_client.model.scheduled import Scheduled


class DataSummaryDelivery(Model):
    """Described by the API, used by no operation.

    :param accepted: Summary figures for accepted messages. Required.
    :param delivered: Summary figures for delivered messages. Required.
    :param failed: Summary figures for failed messages. Required.
    :param scheduled: Summary figures for scheduled messages. Required.
    :param no_coverage: Summary figures for messages to destinations without coverage. Required.
    """

    accepted: Accepted = field("accepted", type="accepted.Accepted", required=True)
    """Summary figures for accepted messages."""
    delivered: Delivered = field("delivered", type="delivered.Delivered", required=True)
    """Summary figures for delivered messages."""
    failed: Failed = field("failed", type="failed.Failed", required=True)
    """Summary figures for failed messages."""
    scheduled: Scheduled = field("scheduled", type="scheduled.Scheduled", required=True)
    """Summary figures for scheduled messages."""
    no_coverage: NoCoverage = field("noCoverage", type="no_coverage.NoCoverage", required=True)
    """Summary figures for messages to destinations without coverage."""
