# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class QuietHours(Model):
    """A part of ``Multichannel``, ``Sms``, ``Viber`` and others.

    :param start: Time at which quiet hours begin. Example: ``"00:00"``. Required.
    :param stop: Time at which quiet hours end. Example: ``"00:00"``. Required.
    """

    start: str = field("start", required=True)
    """Time at which quiet hours begin. Example: ``"00:00"``."""
    stop: str = field("stop", required=True)
    """Time at which quiet hours end. Example: ``"00:00"``."""
