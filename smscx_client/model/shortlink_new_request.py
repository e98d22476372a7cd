# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    pass


class ShortlinkNewRequest(Model):
    """The body of ``create_shortlink``."""

    url: str = field("url", required=True, format="uri")
    """Long address to shorten; must be a valid URL."""
    name: str | None = field("name", default=None, kw_only=True, min_length=3, max_length=25)
    """Name given to the short link."""

    if TYPE_CHECKING:

        def __init__(self, url: str, *, name: str | None = None) -> None: ...
