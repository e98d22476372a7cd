# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    pass


class ShortlinkUpdateRequest(Model):
    """The body of ``update_shortlink``."""

    name: str = field("name", required=True, min_length=3, max_length=25)
    """Name to give the short link in place of its current one."""
    url: str = field("url", required=True, format="uri")
    """Long URL that the short link should point to from now on."""

    if TYPE_CHECKING:

        def __init__(self, name: str, url: str) -> None: ...
