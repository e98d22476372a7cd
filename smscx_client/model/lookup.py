# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class Lookup(Model):
    """A part of ``Settings``.

    :param lookup_callback: Callback URL for phone number lookup results. May be ``None``. A URL. Required.
    """

    lookup_callback: str | None = field("lookupCallback", required=True, nullable=True)
    """Callback URL for phone number lookup results. May be ``None``. A URL."""
