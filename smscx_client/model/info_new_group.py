# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoNewGroup(Model):
    """A part of ``NewGroupResponse``.

    :param id: ID given to the newly created group. Example: ``4505``. Required.
    :param name: Name given to the group just created. A name of up to 60 characters can be set; here it has at most 40.
        3 to 40 characters. Example: ``"Summer sale 2026"``. Required.
    """

    id: int = field("id", type=int, required=True)
    """ID given to the newly created group. Example: ``4505``."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name given to the group just created. A name of up to 60 characters can be set; here it has at most 40. 3 to
    40 characters. Example: ``"Summer sale 2026"``."""
