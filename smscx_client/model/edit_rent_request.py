# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class EditRentRequest(Model):
    """The body of ``edit_rent_settings``.

    :param auto_renew: Whether the number is rented again without further request once the rental period finishes.
        Default: ``False``.
    :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``.
    """

    auto_renew: bool | None = field("autoRenew", type=bool, default=None, kw_only=True)
    """Whether the number is rented again without further request once the rental period finishes. Default:
    ``False``."""
    callback_url: str | None = field("callbackUrl", default=None, kw_only=True, nullable=True, format="uri")
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""

    if TYPE_CHECKING:

        def __init__(self, *, auto_renew: bool | None = None, callback_url: str | None = None) -> None: ...
