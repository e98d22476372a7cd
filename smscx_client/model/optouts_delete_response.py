# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_optout import InfoOptout


class OptoutsDeleteResponse(Model):
    """The response of ``delete_contact_from_optouts_list``.

    :param info: The opt-out entry that was removed. Required.
    """

    info: InfoOptout = field("info", type="info_optout.InfoOptout", required=True)
    """The opt-out entry that was removed."""
