# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoInboundSms(Model):
    """A part of ``GetInboundSMSResponse``.

    :param rent_id: ID that uniquely identifies this number rental. A UUID. Example:
        ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``. Required.
    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+46701740633"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example:
        ``"SE"``. Required.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental. A UUID. Example: ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+46701740633"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example: ``"SE"``."""
