"""What the server answers: believable, of any size, and made before anything is measured."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

__all__ = ["BALANCE", "CSV_BLOCK", "numbers", "sent"]

BALANCE = b'{"balance":250.75,"currency":"eur","billing":"prepaid"}'
#: A piece of an export, about 64 KiB of whole lines.
CSV_BLOCK = b"".join(
    b"ceca1c78-7108-4d6a-a0b2-%012x;+316%08d;InfoText;DELIVERED;2026-11-02 10:00:00;0.075\n" % (i, i) for i in range(720)
)

_INFO: dict[str, Any] = {
    "campaignId": "6f6ad855-e542-411e-b316-caa909a1ccda",
    "totalInvalid": 0,
    "dlrCallbackUrl": None,
    "scheduled": False,
    "totalInQuietHours": 0,
    "invalid": [],
}
_ROW = (
    '{"msgId":"%08x-7108-4d6a-a0b2-c64a4f567933","status":"ACCEPTED","statusCode":1,"errorCode":null,'
    '"createdAt":"2026-11-02 10:%02d:00","inQuietHours":false,"cost":0.075,"to":"+316%08d","countryIso":"NL",'
    '"from":"InfoText"%s,"parts":1%s}'
)
_TEXT = ',"text":"Your parcel arrives today between 14:00 and 16:00."'
_ANALYSIS = ',"textAnalysis":{"length":50,"unicode":false,"parts":1}'


def numbers(count: int) -> list[str]:
    """Recipients, each a text of its own, as they come from a database."""
    return [f"+316{i:08d}" for i in range(count)]


@lru_cache(maxsize=2)
def sent(count: int, details: bool) -> bytes:
    """The answer of ``send_sms`` for ``count`` recipients, with or without the text and its analysis."""
    more = (_TEXT, _ANALYSIS) if details else ("", "")
    rows = ",".join(_ROW % (i, i % 60, i, *more) for i in range(count))
    totals = {"totalPhoneNumbers": count, "totalValid": count, "totalCost": round(count * 0.075, 3)}
    info = {**_INFO, **totals, "totalParts": count, "phoneNumbersByCountry": {"NL": count}}
    return f'{{"info":{json.dumps(info)},"data":[{rows}]}}'.encode()
