# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class NewGroupRequest(Model):
    """The body of ``create_group``.

    :param name: Name of the contact group. 3 to 60 characters. Example: ``"Summer sale 2026"``. Required.
    """

    name: str = field("name", required=True, min_length=3, max_length=60)
    """Name of the contact group. 3 to 60 characters. Example: ``"Summer sale 2026"``."""

    if TYPE_CHECKING:

        def __init__(self, name: str) -> None: ...
