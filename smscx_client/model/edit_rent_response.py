# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_edit_rent import InfoEditRent


class EditRentResponse(Model):
    """The response of ``edit_rent_settings``.

    :param info: Rental details after the edit. Required.
    """

    info: InfoEditRent = field("info", type="info_edit_rent.InfoEditRent", required=True)
    """Rental details after the edit."""
