# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoCancelRent(Model):
    """A part of ``CancelRentResponse``.

    :param rent_id: ID that uniquely identifies the rental in force. A UUID. Example:
        ``"db3fcf54-ec79-4812-bb92-30bd15901c51"``. Required.
    :param number_id: Identifier assigned uniquely to the phone number for rental. A UUID. Example:
        ``"dc6692f0-1882-46e9-a4ec-843e65f15b36"``. Required.
    :param phone_number: E.164 number (international form) that the rental covers. Example: ``"+46701740677"``.
        Required.
    :param country_iso: Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
        ``"SE"``. Required.
    :param credit_returned: Amount credited back to the account balance. It covers the rental cost only; the one-off
        setup (provisioning) charge is not refunded. Example: ``3.5``. Required.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies the rental in force. A UUID. Example: ``"db3fcf54-ec79-4812-bb92-30bd15901c51"``."""
    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental. A UUID. Example:
    ``"dc6692f0-1882-46e9-a4ec-843e65f15b36"``."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that the rental covers. Example: ``"+46701740677"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example: ``"SE"``."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the account balance. It covers the rental cost only; the one-off setup (provisioning)
    charge is not refunded. Example: ``3.5``."""
