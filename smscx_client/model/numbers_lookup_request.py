# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client._models.sequences import SequenceNotStr


class NumbersLookupRequest(Model):
    """The body of ``lookup_numbers``."""

    phone_numbers: list[str] = field("phoneNumbers", type=[str], required=True, min_items=1, max_items=40000)
    """Phone numbers to look up, in E.164 or national format."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country of the numbers to look up."""
    lookup_callback_url: str | None = field("lookupCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the lookup results; must be a valid URL."""

    if TYPE_CHECKING:

        def __init__(
            self,
            phone_numbers: SequenceNotStr[str],
            *,
            country_iso: str | None = None,
            lookup_callback_url: str | None = None,
        ) -> None: ...
