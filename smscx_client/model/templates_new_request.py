# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rich_media import RichMedia
    from smscx_client.types import RichMediaDict, RichMediaWireDict


class TemplatesNewRequest(Model):
    """The body of ``create_template``.

    :param text: Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. At least 1 character.
        Example: ``"Winter sale: 30% off everything until Sunday."``. Required.
    :param name: Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11
        21:00:00``. 3 to 100 characters. Example: ``"Winter sale"``.
    :param channel: Names the messaging channel that the template belongs to. One of ``sms``, ``viber``, ``whatsapp``.
    :param rich_media: Rich media of the template: image, button caption and button target.
    """

    text: str = field("text", required=True, min_length=1)
    """Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. At least 1 character. Example:
    ``"Winter sale: 30% off everything until Sunday."``."""
    name: str | None = field("name", default=None, kw_only=True, min_length=3, max_length=100)
    """Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11 21:00:00``. 3
    to 100 characters. Example: ``"Winter sale"``."""
    channel: Literal["sms", "viber", "whatsapp"] | None = field(
        "channel", default=None, kw_only=True, enum=("sms", "viber", "whatsapp")
    )
    """Names the messaging channel that the template belongs to. One of ``sms``, ``viber``, ``whatsapp``."""
    rich_media: RichMedia | None = field("richMedia", type="rich_media.RichMedia", default=None, kw_only=True)
    """Rich media of the template: image, button caption and button target."""

    if TYPE_CHECKING:

        def __init__(
            self,
            text: str,
            *,
            name: str | None = None,
            channel: Literal["sms", "viber", "whatsapp"] | None = None,
            rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None = None,
        ) -> None: ...
