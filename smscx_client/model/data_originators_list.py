# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.two_way import TwoWay


class DataOriginatorsList(Model):
    """A part of ``OriginatorsListResponse``.

    :param id: Numeric identifier of the sender name. Example: ``304``. Required.
    :param originator: Sender name, as given in ``from_`` when a request sends messages. 3 to 15 characters; matches
        ``^[a-zA-Z0-9]+$``. Example: ``"OldBrand"``. Required.
    :param is_default: Whether this originator is the default one. Required.
    :param approved: Whether the originator has been approved for use. Required.
    :param created_at: When the originator was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param two_way: Two-way messaging of the originator; an empty object when it is not active.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the sender name. Example: ``304``."""
    originator: str = field("originator", required=True, min_length=3, max_length=15, pattern="^[a-zA-Z0-9]+$")
    """Sender name, as given in ``from_`` when a request sends messages. 3 to 15 characters; matches
    ``^[a-zA-Z0-9]+$``. Example: ``"OldBrand"``."""
    is_default: bool = field("isDefault", type=bool, required=True)
    """Whether this originator is the default one."""
    approved: bool = field("approved", type=bool, required=True)
    """Whether the originator has been approved for use."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """When the originator was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    two_way: TwoWay | None = field("twoWay", type="two_way.TwoWay", default=None, kw_only=True)
    """Two-way messaging of the originator; an empty object when it is not active."""
