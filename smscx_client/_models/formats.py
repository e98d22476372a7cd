"""The forms of text that a request is checked for: UUID, URL, country code."""

from __future__ import annotations

import re
from typing import Callable

__all__ = ["FORMATS", "Format"]

#: The codes that ISO 3166-1 assigns, and AC, TA and XK, which phone numbers have too.
_CODES = """
AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT
TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
_COUNTRIES = frozenset(_CODES.split())
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_UUID_1_TO_5 = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_URL = r"https?://([^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#@:\[\]]+)(:[0-9]{1,5})?([/?#]\S*)?"


class Format:
    """A form of text: ``matches(text)`` is whether the text has it, ``str()`` names it in an error message."""

    __slots__ = ("_label", "matches")

    def __init__(self, label: str, matches: Callable[[str], object]):
        self._label, self.matches = label, matches

    def __str__(self) -> str:
        return self._label


def _like(pattern: str) -> Callable[[str], object]:
    return lambda text: re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII)


#: The values of the rule ``format``.
FORMATS = {
    "uuid": Format("a UUID with hyphens, as the API returned it", _like(_UUID)),
    "uuid-1-to-5": Format("a UUID of version 1 to 5 with hyphens, such as str(uuid.uuid4())", _like(_UUID_1_TO_5)),
    "uri": Format("a URL that begins with http:// or https://", _like(_URL)),
    "country": Format(
        "an ISO 3166-1 alpha-2 country code, such as NL or GB (not UK)", lambda text: text.upper() in _COUNTRIES
    ),
}
