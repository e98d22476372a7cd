# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class ShortlinkUpdateRequest(Model):
    """The body of ``update_shortlink``.

    :param name: Name to give the short link in place of its current one. 3 to 25 characters. Example: ``"Summer
        offers"``. Required.
    :param url: Long URL that the short link should point to from now on. A URL. Example:
        ``"https://example.com/summer-offers"``. Required.
    """

    name: str = field("name", required=True, min_length=3, max_length=25)
    """Name to give the short link in place of its current one. 3 to 25 characters. Example: ``"Summer offers"``."""
    url: str = field("url", required=True, format="uri")
    """Long URL that the short link should point to from now on. A URL. Example:
    ``"https://example.com/summer-offers"``."""

    if TYPE_CHECKING:

        def __init__(self, name: str, url: str) -> None: ...
