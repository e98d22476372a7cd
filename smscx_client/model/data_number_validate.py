# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataNumberValidate(Model):
    """A part of ``NumberValidateResponse``.

    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+31612469333"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. Example: ``"NL"``. Required.
    :param network_operator: Operator whose network the phone number is on. Example: ``"KPN"``. Required.
    :param timezone: Timezone that applies to the phone number, derived from its country code. Example:
        ``"Europe/Amsterdam"``. Required.
    """

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. Example: ``"NL"``."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on. Example: ``"KPN"``."""
    timezone: str = field("timezone", required=True)
    """Timezone that applies to the phone number, derived from its country code. Example: ``"Europe/Amsterdam"``."""
