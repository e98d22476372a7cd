# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Status(Model):
    """Message counts by delivery status for one campaign, present only if the request sets ``delivery_reports`` to
    ``True``.

    :param accepted: How many messages have the accepted status. Example: ``0``. Required.
    :param delivered: How many messages have the delivered status. Example: ``3``. Required.
    :param failed: How many messages have the failed status. Example: ``1``. Required.
    :param scheduled: How many messages have the scheduled status. Example: ``0``. Required.
    :param no_coverage: How many messages have the no coverage status. Example: ``0``. Required.
    """

    accepted: int = field("accepted", type=int, required=True)
    """How many messages have the accepted status. Example: ``0``."""
    delivered: int = field("delivered", type=int, required=True)
    """How many messages have the delivered status. Example: ``3``."""
    failed: int = field("failed", type=int, required=True)
    """How many messages have the failed status. Example: ``1``."""
    scheduled: int = field("scheduled", type=int, required=True)
    """How many messages have the scheduled status. Example: ``0``."""
    no_coverage: int = field("noCoverage", type=int, required=True)
    """How many messages have the no coverage status. Example: ``0``."""
