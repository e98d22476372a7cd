# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class EditRentRequest(Model):
    """The body of ``edit_rent_settings``."""

    auto_renew: bool | None = field("autoRenew", type=bool, default=None, kw_only=True)
    """Whether the number is rented again without further request once the rental period finishes."""
    callback_url: str | None = field("callbackUrl", default=None, kw_only=True, nullable=True, format="uri")
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number."""
