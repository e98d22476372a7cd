# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class RichMedia(Model):
    """A part of ``DataTemplate``, ``TemplatesNewRequest`` and ``TemplatesUpdateRequest``.

    :param image_url: URL of the picture displayed over the call-to-action button; may be ``None``. A URL. Example:
        ``"https://example.com/images/winter-sale.jpg"``. Required.
    :param button_caption: Label of the call-to-action button, such as ``Click Here`` or ``Shop Now``; may be ``None``.
        1 to 30 characters. Example: ``"Shop now"``. Required.
    :param target_url: Address that a click on the button leads to; may be ``None``. A URL. Example:
        ``"https://example.com/winter-sale"``. Required.
    """

    image_url: str | None = field("imageUrl", required=True, nullable=True, format="uri")
    """URL of the picture displayed over the call-to-action button; may be ``None``. A URL. Example:
    ``"https://example.com/images/winter-sale.jpg"``."""
    button_caption: str | None = field("buttonCaption", required=True, nullable=True, min_length=1, max_length=30)
    """Label of the call-to-action button, such as ``Click Here`` or ``Shop Now``; may be ``None``. 1 to 30
    characters. Example: ``"Shop now"``."""
    target_url: str | None = field("targetUrl", required=True, nullable=True, format="uri")
    """Address that a click on the button leads to; may be ``None``. A URL. Example:
    ``"https://example.com/winter-sale"``."""

    if TYPE_CHECKING:

        def __init__(self, image_url: str | None, button_caption: str | None, target_url: str | None) -> None: ...
