"""Prices by channel and country, in millionths of the account's currency: invented, but of a realistic size."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["RESTRICTED", "RICH_PRICES", "SMS_PRICES", "RichPrice"]


class RichPrice(NamedTuple):
    """The prices of a Viber or WhatsApp message: with text only, and with an image or a button."""

    transactional: int
    promotional: int


_SMS = {
    10_000: "US CA PR",
    11_200: "IN CN",
    24_500: "ES LT LV PL RO TR",
    29_500: "BR MX NZ TH ZA",
    33_800: "CZ EE FI GR HR HU IE PT SI SK",
    40_000: "AU",
    41_000: "FR GB IT",
    46_500: "AR CL CO CR PE UY",
    51_500: "AT BG CY DK HK IS JP KR LU MT NO SG TW",
    55_000: "SE",
    62_500: "BE CH MD ME MK RS UA",
    75_000: "NL",
    80_000: "DE",
    82_500: "AE AL AM BA BY GE IL JO KW KZ MY OM PH QA SA VN",
    98_500: (
        "AO BB BD BF BI BJ BN BO BS BW BZ CD CG CI CM CV DO DZ EC EG ET FJ GA GH GM GN GT GY HN HT ID IQ JM "
        "KE KG KH LA LB LK LR LS MA MG ML MM MN MO MR MU MV MW MZ NA NE NG NI NP PA PG PK PS PY RU RW SC SL "
        "SN SR SV SZ TD TG TJ TN TT TZ UG UZ VE XK ZM ZW"
    ),
}

SMS_PRICES = {country: price for price, countries in _SMS.items() for country in countries.split()}
"""The price of one SMS part; a country that is not listed has no coverage."""

_RICH = {
    "viber": {
        RichPrice(8_000, 12_000): "BD ID IN LK MM NP PH TH VN",
        RichPrice(12_000, 18_000): "AL AM AZ BA BG BY CY CZ EE GE GR HR HU LT LV MD ME MK MT PL RO RS SI SK TR UA XK",
        RichPrice(18_000, 27_000): "DK FI IS NO SE",
        RichPrice(20_000, 30_000): "AU BE CH LU NL NZ",
        RichPrice(22_000, 33_000): "AT DE ES FR GB IE IL IT PT",
    },
    "whatsapp": {
        RichPrice(10_000, 25_000): "AR BR CL CO ID IN MX MY PE PH TH VN ZA",
        RichPrice(25_000, 60_000): "AE BG CZ EE ES GR HK HR HU IL IT JP KR LT LV PL PT RO RS SA SG SI SK TR TW UA",
        RichPrice(30_000, 75_000): "AU CA NZ US",
        RichPrice(45_000, 100_000): "DK FI IS NO SE",
        RichPrice(50_000, 110_000): "BE FR GB IE LU NL",
        RichPrice(55_000, 120_000): "AT CH DE",
    },
}


RICH_PRICES = {
    channel: {country: price for price, countries in table.items() for country in countries.split()}
    for channel, table in _RICH.items()
}
"""Prices by channel and country; a country that is not listed has no coverage on that channel."""

RESTRICTED = frozenset({"CU", "KP"})
"""Countries for which the whole request is refused (assumed)."""
