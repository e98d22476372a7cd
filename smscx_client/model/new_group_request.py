# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    pass


class NewGroupRequest(Model):
    """The body of ``create_group``."""

    name: str = field("name", required=True, min_length=3, max_length=60)
    """Name of the contact group."""

    if TYPE_CHECKING:

        def __init__(self, name: str) -> None: ...
