# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoOptouts(Model):
    """A part of ``OptoutsListResponse``.

    :param id: Identifier of the opt-out list. Example: ``"oP5nT"``. Required.
    :param link: Link that belongs to the opt-out list. Example: ``"https://s.example.com/oP5nT"``. Required.
    :param total: Total number of opt-outs in the list. Example: ``3``. Required.
    """

    id: str = field("id", required=True)
    """Identifier of the opt-out list. Example: ``"oP5nT"``."""
    link: str = field("link", required=True)
    """Link that belongs to the opt-out list. Example: ``"https://s.example.com/oP5nT"``."""
    total: int = field("total", type=int, required=True)
    """Total number of opt-outs in the list. Example: ``3``."""
