# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_otp import InfoOtp


class CancelOtpResponse(Model):
    """The response of ``cancel_otp``.

    :param info: Details of the OTP that was cancelled. Required.
    """

    info: InfoOtp = field("info", type="info_otp.InfoOtp", required=True)
    """Details of the OTP that was cancelled."""
