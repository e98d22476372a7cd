# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class VerifyPinResponse(Model):
    """The response of ``verify_otp``.

    :param status: Outcome of the check: ``VERIFIED`` when the submitted PIN is right. Default: ``'VERIFIED'``.
    """

    status: str | None = field("status", default=None, kw_only=True)
    """Outcome of the check: ``VERIFIED`` when the submitted PIN is right. Default: ``'VERIFIED'``."""
