# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_optouts_new import InfoOptoutsNew


class OptoutsNewResponse(Model):
    """The response of ``add_contact_to_optouts_list``.

    :param info: Counts of the submitted numbers (valid, invalid, duplicate) and the list of invalid ones. Required.
    """

    info: InfoOptoutsNew = field("info", type="info_optouts_new.InfoOptoutsNew", required=True)
    """Counts of the submitted numbers (valid, invalid, duplicate) and the list of invalid ones."""
