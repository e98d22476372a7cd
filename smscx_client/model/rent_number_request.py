# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal
    from uuid import UUID


class RentNumberRequest(Model):
    """The body of ``rent_number``.

    :param number_id: Identifier of the number to rent, as given in the list of numbers available for rent. A UUID.
        Example: ``"8b134d16-2369-463b-984c-002dafd2a71e"``. Required.
    :param rent_period: How many days the number is rented for. One of ``1``, ``7``, ``30``. Required.
    :param auto_renew: Whether the rental renews by itself when its period ends. Default: ``False``.
    :param callback_url: Webhook address to which SMS arriving on the rented number are delivered. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``.
    :param registration_id: Refers to the registration record of the number by its unique ID. Needed only where the
        number has to be registered. A UUID.
    """

    number_id: str = field("numberId", type="uuid", required=True, format="uuid")
    """Identifier of the number to rent, as given in the list of numbers available for rent. A UUID. Example:
    ``"8b134d16-2369-463b-984c-002dafd2a71e"``."""
    rent_period: Literal[1, 7, 30] = field("rentPeriod", type=int, required=True, enum=(1, 7, 30))
    """How many days the number is rented for. One of ``1``, ``7``, ``30``."""
    auto_renew: bool | None = field("autoRenew", type=bool, default=None, kw_only=True)
    """Whether the rental renews by itself when its period ends. Default: ``False``."""
    callback_url: str | None = field("callbackUrl", default=None, kw_only=True, nullable=True, format="uri")
    """Webhook address to which SMS arriving on the rented number are delivered. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""
    registration_id: str | None = field("registrationId", type="uuid", default=None, kw_only=True, format="uuid")
    """Refers to the registration record of the number by its unique ID. Needed only where the number has to be
    registered. A UUID."""

    if TYPE_CHECKING:

        def __init__(
            self,
            number_id: str | UUID,
            rent_period: Literal[1, 7, 30],
            *,
            auto_renew: bool | None = None,
            callback_url: str | None = None,
            registration_id: str | UUID | None = None,
        ) -> None: ...
