# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoGroup(Model):
    """A part of ``GroupResponse``.

    :param id: Numeric ID of the group. Example: ``4503``. Required.
    :param name: Name given to the group. A name of up to 60 characters can be set; here it has at most 40. 3 to 40
        characters. Example: ``"Guests 2025"``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric ID of the group. Example: ``4503``."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name given to the group. A name of up to 60 characters can be set; here it has at most 40. 3 to 40 characters.
    Example: ``"Guests 2025"``."""
