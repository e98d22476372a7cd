# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.quiet_hours import QuietHours


class Multichannel(Model):
    """A part of ``Settings``.

    :param dlr_callback: Callback URL for delivery reports on this channel. May be ``None``. Required.
    :param receive_callback: Callback URL for incoming messages on this channel. May be ``None``. Required.
    :param quiet_hours: Quiet hours interval set for this channel. Required.
    :param ttl: Seconds that each channel of a multichannel message has to deliver, before the next channel is tried.
        Example: ``300``. Required.
    :param expire_after_ttl: Whether the message expires once its ``ttl`` has run out. Required.
    """

    dlr_callback: str | None = field("dlrCallback", required=True, nullable=True)
    """Callback URL for delivery reports on this channel. May be ``None``."""
    receive_callback: str | None = field("receiveCallback", required=True, nullable=True)
    """Callback URL for incoming messages on this channel. May be ``None``."""
    quiet_hours: QuietHours = field("quietHours", type="quiet_hours.QuietHours", required=True)
    """Quiet hours interval set for this channel."""
    ttl: int = field("ttl", type=int, required=True)
    """Seconds that each channel of a multichannel message has to deliver, before the next channel is tried. Example:
    ``300``."""
    expire_after_ttl: bool = field("expireAfterTtl", type=bool, required=True)
    """Whether the message expires once its ``ttl`` has run out."""
