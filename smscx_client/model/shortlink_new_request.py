# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class ShortlinkNewRequest(Model):
    """The body of ``create_shortlink``.

    :param url: Long address to shorten; must be a valid URL. A URL. Example:
        ``"https://example.com/winter-sale?utm_source=sms"``. Required.
    :param name: Name given to the short link. When left out, the API assigns one such as ``Short link #433``. 3 to 25
        characters. Example: ``"Winter sale"``.
    """

    url: str = field("url", required=True, format="uri")
    """Long address to shorten; must be a valid URL. A URL. Example:
    ``"https://example.com/winter-sale?utm_source=sms"``."""
    name: str | None = field("name", default=None, kw_only=True, min_length=3, max_length=25)
    """Name given to the short link. When left out, the API assigns one such as ``Short link #433``. 3 to 25
    characters. Example: ``"Winter sale"``."""

    if TYPE_CHECKING:

        def __init__(self, url: str, *, name: str | None = None) -> None: ...
