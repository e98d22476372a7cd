# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Lookup(Model):
    """A part of ``Settings``.

    :param lookup_callback: Callback URL for phone number lookup results. May be ``None``. A URL. Required.
    """

    lookup_callback: str | None = field("lookupCallback", required=True, nullable=True)
    """Callback URL for phone number lookup results. May be ``None``. A URL."""
