# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoOtp(Model):
    """A part of ``CancelOtpResponse``."""

    id: str = field("id", type="uuid", required=True)
    """ID of the one-time password (OTP) request."""
