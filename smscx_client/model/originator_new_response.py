# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_originator import InfoOriginator


class OriginatorNewResponse(Model):
    """The response of ``create_originator`` and ``delete_originator``.

    :param info: The originator submitted for approval. Required.
    """

    info: InfoOriginator = field("info", type="info_originator.InfoOriginator", required=True)
    """The originator submitted for approval."""
