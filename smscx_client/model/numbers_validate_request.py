# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client._models.sequences import SequenceNotStr


class NumbersValidateRequest(Model):
    """The body of ``validate_numbers``.

    :param phone_numbers: Phone numbers to validate, in E.164 or national format. With national numbers, supply
        ``country_iso`` so that validation is reliable. 1 to 40,000 items. Example: ``["+31612469333"]``. Required.
    :param country_iso: ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those
        already in international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"DE"``.
    """

    phone_numbers: list[str] = field("phoneNumbers", type=[str], required=True, min_items=1, max_items=40000)
    """Phone numbers to validate, in E.164 or national format. With national numbers, supply ``country_iso`` so that
    validation is reliable. 1 to 40,000 items. Example: ``["+31612469333"]``."""
    country_iso: str | None = field(
        "countryIso", default=None, kw_only=True, min_length=2, max_length=2, format="country"
    )
    """ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those already in
    international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"DE"``."""

    if TYPE_CHECKING:

        def __init__(self, phone_numbers: SequenceNotStr[str], *, country_iso: str | None = None) -> None: ...
