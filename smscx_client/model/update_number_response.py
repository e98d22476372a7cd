# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_phone_number_update import InfoPhoneNumberUpdate


class UpdateNumberResponse(Model):
    """The response of ``update_contact_from_group``.

    :param info: Identifiers of the updated phone number and its group. Required.
    """

    info: InfoPhoneNumberUpdate = field("info", type="info_phone_number_update.InfoPhoneNumberUpdate", required=True)
    """Identifiers of the updated phone number and its group."""
