# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.info_rent_status import InfoRentStatus


class GetRentStatusResponse(Model):
    """The answer of ``get_rent_status``."""

    info: InfoRentStatus = field("info", type="InfoRentStatus", required=True)
    """Details and current state of the rental."""
