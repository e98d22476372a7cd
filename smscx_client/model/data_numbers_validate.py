# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataNumbersValidate(Model):
    """A part of ``NumbersValidateResponse``.

    :param phone_number: The number, written in E.164 form. An invalid one is as it was sent (assumed). Example:
        ``"+31612469333"``. Required.
    :param invalid: Whether the phone number is invalid. Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. Example: ``"NL"``.
    :param network_operator: Operator whose network the phone number is on. Example: ``"KPN"``.
    :param timezone: Timezone that applies to the phone number, derived from its country code. Example:
        ``"Europe/Amsterdam"``.
    """

    phone_number: str = field("phoneNumber", required=True)
    """The number, written in E.164 form. An invalid one is as it was sent (assumed). Example: ``"+31612469333"``."""
    invalid: bool = field("invalid", type=bool, required=True)
    """Whether the phone number is invalid."""
    country_iso: str | None = field("countryIso", default=None, kw_only=True)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. Example: ``"NL"``."""
    network_operator: str | None = field("networkOperator", default=None, kw_only=True)
    """Operator whose network the phone number is on. Example: ``"KPN"``."""
    timezone: str | None = field("timezone", default=None, kw_only=True)
    """Timezone that applies to the phone number, derived from its country code. Example: ``"Europe/Amsterdam"``."""
