# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.original_network import OriginalNetwork
    from smscx_client.model.ported_network import PortedNetwork
    from smscx_client.model.roaming_network import RoamingNetwork


class DataNumberLookupWebhook(Model):
    """A part of ``CallBackRequestNumberLookup``.

    :param phone_number: The number that this object is about, written in E.164 form. Required.
    :param lookup_bulk_id: Identifies the bulk lookup uniquely; may be ``None``. A UUID. Required.
    :param lookup_id: Identifier that belongs to this lookup alone. A UUID. Required.
    :param cost: Amount charged for looking up the phone number. Required.
    :param mcc: MCC (mobile country code) of the phone number. Required.
    :param mccmnc: MCC and MNC joined: the mobile country code followed by the mobile network code. Required.
    :param country_iso: Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or
        ``IT``. 2 characters. Required.
    :param country_name: Country that the phone number belongs to, by name. Required.
    :param country_name_locale: Country name as written in its local language. Required.
    :param status: Status that the lookup found for the phone number. One of ``ACTIVE``, ``ABSENT``, ``BARRED``,
        ``UNKNOWN``, ``FAILED``. Required.
    :param status_description: Brief explanation of what ``status`` means. Required.
    :param ported: Whether the phone number has been ported to another mobile network. Required.
    :param roaming: Whether the phone number is currently roaming on another network. Required.
    :param original_network: Mobile network the phone number originally belonged to. Required.
    :param ported_network: Mobile network the phone number was ported to. Required.
    :param roaming_network: Network on which the phone number is roaming. Required.
    :param datetime: When the lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    """

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    lookup_bulk_id: str | None = field("lookupBulkId", type="uuid", required=True, nullable=True)
    """Identifies the bulk lookup uniquely; may be ``None``. A UUID."""
    lookup_id: str = field("lookupId", type="uuid", required=True)
    """Identifier that belongs to this lookup alone. A UUID."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for looking up the phone number."""
    mcc: str = field("mcc", required=True)
    """MCC (mobile country code) of the phone number."""
    mccmnc: str = field("mccmnc", required=True)
    """MCC and MNC joined: the mobile country code followed by the mobile network code."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2
    characters."""
    country_name: str = field("countryName", required=True)
    """Country that the phone number belongs to, by name."""
    country_name_locale: str = field("countryNameLocale", required=True)
    """Country name as written in its local language."""
    status: Literal["ACTIVE", "ABSENT", "BARRED", "UNKNOWN", "FAILED"] = field(
        "status", required=True, enum=("ACTIVE", "ABSENT", "BARRED", "UNKNOWN", "FAILED")
    )
    """Status that the lookup found for the phone number. One of ``ACTIVE``, ``ABSENT``, ``BARRED``, ``UNKNOWN``,
    ``FAILED``."""
    status_description: str = field("statusDescription", required=True)
    """Brief explanation of what ``status`` means."""
    ported: bool = field("ported", type=bool, required=True)
    """Whether the phone number has been ported to another mobile network."""
    roaming: bool = field("roaming", type=bool, required=True)
    """Whether the phone number is currently roaming on another network."""
    original_network: OriginalNetwork = field("originalNetwork", type="original_network.OriginalNetwork", required=True)
    """Mobile network the phone number originally belonged to."""
    ported_network: PortedNetwork = field("portedNetwork", type="ported_network.PortedNetwork", required=True)
    """Mobile network the phone number was ported to."""
    roaming_network: RoamingNetwork = field("roamingNetwork", type="roaming_network.RoamingNetwork", required=True)
    """Network on which the phone number is roaming."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """When the lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
