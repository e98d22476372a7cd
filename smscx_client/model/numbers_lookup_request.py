# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client._models.sequences import SequenceNotStr


class NumbersLookupRequest(Model):
    """The body of ``lookup_numbers``.

    :param phone_numbers: Phone numbers to look up, in E.164 or national format. With national numbers, supply
        ``country_iso`` so that validation and lookup are reliable. 1 to 40,000 items. Example: ``["+31612469333"]``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 country of the numbers to look up. Has no effect on numbers already in E.164
        format. 2 characters; an ISO 3166-1 alpha-2 code.
    :param lookup_callback_url: Webhook that is sent the lookup results; must be a valid URL. Takes precedence over the
        application setting. A URL. Example: ``"https://example.com/webhooks/lookup"``.
    """

    phone_numbers: list[str] = field("phoneNumbers", type=[str], required=True, min_items=1, max_items=40000)
    """Phone numbers to look up, in E.164 or national format. With national numbers, supply ``country_iso`` so that
    validation and lookup are reliable. 1 to 40,000 items. Example: ``["+31612469333"]``."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country of the numbers to look up. Has no effect on numbers already in E.164 format. 2
    characters; an ISO 3166-1 alpha-2 code."""
    lookup_callback_url: str | None = field("lookupCallbackUrl", default=None, kw_only=True, format="uri")
    """Webhook that is sent the lookup results; must be a valid URL. Takes precedence over the application setting. A
    URL. Example: ``"https://example.com/webhooks/lookup"``."""

    if TYPE_CHECKING:

        def __init__(
            self,
            phone_numbers: SequenceNotStr[str],
            *,
            country_iso: str | None = None,
            lookup_callback_url: str | None = None,
        ) -> None: ...
