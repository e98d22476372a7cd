# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class OriginatorNewRequest(Model):
    """The body of ``create_originator``.

    :param originator: Sender name to submit for approval. 3 to 15 characters; matches ``^[a-zA-Z0-9]+$``. Example:
        ``"Bakery24"``. Required.
    """

    originator: str = field("originator", required=True, min_length=3, max_length=15, pattern="^[a-zA-Z0-9]+$")
    """Sender name to submit for approval. 3 to 15 characters; matches ``^[a-zA-Z0-9]+$``. Example: ``"Bakery24"``."""

    if TYPE_CHECKING:

        def __init__(self, originator: str) -> None: ...
