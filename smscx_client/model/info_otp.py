# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoOtp(Model):
    """A part of ``CancelOtpResponse``.

    :param id: ID of the one-time password (OTP) request. A UUID. Example: ``"c87aff5b-7ba8-4705-ac03-d2c19d62349d"``.
        Required.
    """

    id: str = field("id", type="uuid", required=True)
    """ID of the one-time password (OTP) request. A UUID. Example: ``"c87aff5b-7ba8-4705-ac03-d2c19d62349d"``."""
