# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Attachments(Model):
    """A part of ``Settings``.

    :param attachments_callback: URL that receives attachment callbacks; may be ``None``. Example:
        ``"https://example.com/webhooks/attachments"``. Required.
    """

    attachments_callback: str | None = field("attachmentsCallback", required=True, nullable=True)
    """URL that receives attachment callbacks; may be ``None``. Example:
    ``"https://example.com/webhooks/attachments"``."""
