# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.info_id import InfoId


class ShortlinkUpdateResponse(Model):
    """The answer of ``update_shortlink``."""

    info: InfoId = field("info", type="InfoId", required=True)
    """Identifier of the object that the request acted on."""
