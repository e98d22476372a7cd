# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoOriginator(Model):
    """A part of ``OriginatorNewResponse``.

    :param id: Numeric identifier of the sender name. Example: ``305``. Required.
    :param originator: Originator (sender name) put forward for approval. 3 to 15 characters; matches
        ``^[a-zA-Z0-9]+$``. Example: ``"Bakery24"``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the sender name. Example: ``305``."""
    originator: str = field("originator", required=True, min_length=3, max_length=15, pattern="^[a-zA-Z0-9]+$")
    """Originator (sender name) put forward for approval. 3 to 15 characters; matches ``^[a-zA-Z0-9]+$``. Example:
    ``"Bakery24"``."""
