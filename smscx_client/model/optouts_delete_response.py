# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.info_optout import InfoOptout


class OptoutsDeleteResponse(Model):
    """The answer of ``delete_contact_from_optouts_list``."""

    info: InfoOptout = field("info", type="InfoOptout", required=True)
    """The opt-out entry that was removed."""
