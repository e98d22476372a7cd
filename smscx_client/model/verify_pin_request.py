# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class VerifyPinRequest(Model):
    """The body of ``verify_otp``.

    :param pin: PIN that the user received by phone and is submitting for verification. At least 1 character. Required.
    """

    pin: str = field("pin", required=True, secret=True, min_length=1)
    """PIN that the user received by phone and is submitting for verification. At least 1 character."""

    if TYPE_CHECKING:

        def __init__(self, pin: str) -> None: ...
