# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class RenewRentRequest(Model):
    """The body of ``renew_rent``.

    :param rent_period: New rental length in days. Optional; when left out, the rental renews for its current period.
        One of ``1``, ``7``, ``30``.
    :param auto_renew: Whether the number is rented again without further request once the rental period finishes.
        Default: ``False``.
    :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``.
    """

    rent_period: Literal[1, 7, 30] | None = field("rentPeriod", type=int, default=None, kw_only=True, enum=(1, 7, 30))
    """New rental length in days. Optional; when left out, the rental renews for its current period. One of ``1``,
    ``7``, ``30``."""
    auto_renew: bool | None = field("autoRenew", type=bool, default=None, kw_only=True)
    """Whether the number is rented again without further request once the rental period finishes. Default:
    ``False``."""
    callback_url: str | None = field("callbackUrl", default=None, kw_only=True, nullable=True, format="uri")
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            rent_period: Literal[1, 7, 30] | None = None,
            auto_renew: bool | None = None,
            callback_url: str | None = None,
        ) -> None: ...
