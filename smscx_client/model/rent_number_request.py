# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal
    from uuid import UUID


class RentNumberRequest(Model):
    """The body of ``rent_number``."""

    number_id: str = field("numberId", type="uuid", required=True, format="uuid")
    """Identifier of the number to rent, as given in the list of numbers available for rent."""
    rent_period: Literal[1, 7, 30] = field("rentPeriod", type=int, required=True, enum=(1, 7, 30))
    """How many days the number is rented for."""
    auto_renew: bool | None = field("autoRenew", type=bool, default=None, kw_only=True)
    """Whether the rental renews by itself when its period ends."""
    callback_url: str | None = field("callbackUrl", default=None, kw_only=True, nullable=True, format="uri")
    """Webhook address to which SMS arriving on the rented number are delivered."""
    registration_id: str | None = field("registrationId", type="uuid", default=None, kw_only=True, format="uuid")
    """Refers to the registration record of the number by its unique ID."""

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
