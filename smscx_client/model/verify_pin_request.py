# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class VerifyPinRequest(Model):
    """The body of ``verify_otp``."""

    pin: str = field("pin", required=True, secret=True, min_length=1)
    """PIN that the user received by phone and is submitting for verification."""
