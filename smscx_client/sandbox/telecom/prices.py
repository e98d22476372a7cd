"""What a message costs, by channel and country, in the account's currency: invented, but of the right order."""

from __future__ import annotations

from typing import NamedTuple

from ..state.money import millionths

__all__ = ["RESTRICTED", "RICH_PRICES", "SMS_PRICES", "RichPrice"]

_SMS = {
    "0.01": "US CA PR",
    "0.0112": "IN CN",
    "0.0245": "ES LT LV PL RO TR",
    "0.0295": "BR MX NZ TH ZA",
    "0.0338": "CZ EE FI GR HR HU IE PT SI SK",
    "0.04": "AU",
    "0.041": "FR GB IT",
    "0.0465": "AR CL CO CR PE UY",
    "0.0515": "AT BG CY DK HK IS JP KR LU MT NO SG TW",
    "0.055": "SE",
    "0.0625": "BE CH MD ME MK RS UA",
    "0.075": "NL",
    "0.08": "DE",
    "0.0825": "AE AL AM BA BY GE IL JO KW KZ MY OM PH QA SA VN",
    "0.0985": (
        "AO BB BD BF BI BJ BN BO BS BW BZ CD CG CI CM CV DO DZ EC EG ET FJ GA GH GM GN GT GY HN HT ID IQ JM "
        "KE KG KH LA LB LK LR LS MA MG ML MM MN MO MR MU MV MW MZ NA NE NG NI NP PA PG PK PS PY RU RW SC SL "
        "SN SR SV SZ TD TG TJ TN TT TZ UG UZ VE XK ZM ZW"
    ),
}

SMS_PRICES = {country: millionths(price) for price, countries in _SMS.items() for country in countries.split()}
"""Price of one SMS part in millionths; a country that is not listed has no coverage."""

_RICH = {
    "viber": {
        "0.008 0.012": "BD ID IN LK MM NP PH TH VN",
        "0.012 0.018": "AL AM AZ BA BG BY CY CZ EE GE GR HR HU LT LV MD ME MK MT PL RO RS SI SK TR UA XK",
        "0.018 0.027": "DK FI IS NO SE",
        "0.02 0.03": "AU BE CH LU NL NZ",
        "0.022 0.033": "AT DE ES FR GB IE IL IT PT",
    },
    "whatsapp": {
        "0.01 0.025": "AR BR CL CO ID IN MX MY PE PH TH VN ZA",
        "0.025 0.06": "AE BG CZ EE ES GR HK HR HU IL IT JP KR LT LV PL PT RO RS SA SG SI SK TR TW UA",
        "0.03 0.075": "AU CA NZ US",
        "0.045 0.1": "DK FI IS NO SE",
        "0.05 0.11": "BE FR GB IE LU NL",
        "0.055 0.12": "AT CH DE",
    },
}


class RichPrice(NamedTuple):
    """What a Viber or WhatsApp message costs, in millionths: with text only, and with an image or a button."""

    transactional: int
    promotional: int


RICH_PRICES = {
    channel: {
        country: RichPrice(*map(millionths, price.split()))
        for price, countries in table.items()
        for country in countries.split()
    }
    for channel, table in _RICH.items()
}
"""Prices by channel and country; a country that is not listed has no coverage on that channel."""

RESTRICTED = frozenset({"CU", "KP"})
"""Countries to which a request is refused as a whole (assumed)."""
