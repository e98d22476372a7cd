"""What one part costs, by country, in the account's currency: invented, but of the right order."""

from __future__ import annotations

from ..money import millionths

__all__ = ["RESTRICTED", "SMS_PRICES"]

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

RESTRICTED = frozenset({"CU", "KP"})
"""Countries to which a request is refused as a whole (assumed)."""
