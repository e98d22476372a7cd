"""Responses of the server: realistic, of any size, and made before anything is measured."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

__all__ = ["BALANCE", "CSV_BLOCK", "PEERS", "TWILIO", "listed", "numbers", "sent"]

BALANCE = b'{"balance":250.75,"currency":"eur","billing":"prepaid"}'
#: A piece of an export, about 64 KiB of whole lines.
CSV_BLOCK = b"".join(
    b"ceca1c78-7108-4d6a-a0b2-%012x;+316%08d;InfoText;DELIVERED;2026-11-02 10:00:00;0.075\n" % (i, i)
    for i in range(720)
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


TWILIO = "/2010-04-01/Accounts/AC" + 32 * "0"
#: Responses to other SDKs, by path: objects with the structure and size that their documentation shows.
PEERS: dict[str, bytes] = {
    path: json.dumps(response, separators=(",", ":")).encode()
    for path, response in {
        TWILIO + "/Balance.json": {"account_sid": "AC" + 32 * "0", "balance": "250.75", "currency": "EUR"},
        TWILIO + "/Messages.json": {
            "account_sid": "AC" + 32 * "0",
            "api_version": "2010-04-01",
            "body": "Your parcel arrives today.",
            "date_created": "Mon, 02 Nov 2026 10:00:00 +0000",
            "date_sent": None,
            "date_updated": "Mon, 02 Nov 2026 10:00:00 +0000",
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": "InfoText",
            "messaging_service_sid": None,
            "num_media": "0",
            "num_segments": "1",
            "price": None,
            "price_unit": "EUR",
            "sid": "SM" + 32 * "1",
            "status": "queued",
            "subresource_uris": {"media": TWILIO + "/Messages/SM" + 32 * "1" + "/Media.json"},
            "to": "+31612469333",
            "uri": TWILIO + "/Messages/SM" + 32 * "1" + ".json",
        },
        "/v1/balance": {
            "object": "balance",
            "available": [{"amount": 25075, "currency": "eur", "source_types": {"card": 25075}}],
            "livemode": False,
            "pending": [{"amount": 0, "currency": "eur", "source_types": {"card": 0}}],
        },
        "/v1/customers": {
            "id": "cus_NffrFeUfNV2Hib",
            "object": "customer",
            "address": None,
            "balance": 0,
            "created": 1680893993,
            "currency": None,
            "default_source": None,
            "delinquent": False,
            "description": None,
            "email": "ada@example.com",
            "invoice_prefix": "0759376C",
            "invoice_settings": {"custom_fields": None, "default_payment_method": None, "footer": None},
            "livemode": False,
            "metadata": {},
            "name": "Ada Lovelace",
            "next_invoice_sequence": 1,
            "phone": None,
            "preferred_locales": [],
            "shipping": None,
            "tax_exempt": "none",
            "test_clock": None,
        },
        "/v1/models/gpt-4o-mini": {
            "id": "gpt-4o-mini",
            "object": "model",
            "created": 1721172741,
            "owned_by": "system",
        },
        "/v1/chat/completions": {
            "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
            "object": "chat.completion",
            "created": 1741569952,
            "model": "gpt-4o-mini",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": "Hello!", "refusal": None, "annotations": []},
                    "logprobs": None,
                    "finish_reason": "stop",
                }
            ],
            "usage": {
                "prompt_tokens": 10,
                "completion_tokens": 2,
                "total_tokens": 12,
                "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
            },
            "service_tier": "default",
        },
    }.items()
}


def numbers(count: int) -> list[str]:
    """Recipients, each a separate string, as a database returns them."""
    return [f"+316{i:08d}" for i in range(count)]


@lru_cache(maxsize=2)
def sent(count: int, details: bool) -> bytes:
    """The response of ``send_sms`` for ``count`` recipients, with or without the text and its analysis."""
    more = (_TEXT, _ANALYSIS) if details else ("", "")
    rows = ",".join(_ROW % (i, i % 60, i, *more) for i in range(count))
    totals = {"totalPhoneNumbers": count, "totalValid": count, "totalCost": round(count * 0.075, 3)}
    info = {**_INFO, **totals, "totalParts": count, "phoneNumbersByCountry": {"NL": count}}
    return f'{{"info":{json.dumps(info)},"data":[{rows}]}}'.encode()


_LISTED = (
    _ROW.replace('"parts":1', '"updatedAt":"2026-11-02 11:%02d:00","source":"api","channel":"sms","scheduledAt":null')
).replace("ACCEPTED", "DELIVERED")


@lru_cache(maxsize=2)
def _rows(count: int) -> str:
    return ",".join(_LISTED % (i, i % 60, i, _TEXT, i % 60, _ANALYSIS) for i in range(count))


def listed(total: int, limit: int, start: int) -> bytes:
    """A page of ``get_campaign_report``: rows from ``start``, out of ``total``. The cursor is the number of a row."""
    end = min(start + limit, total)
    following = f'"{end}"' if end < total else "null"
    paging = f'{{"next":{following},"previous":null,"size":{limit}}}'
    totals = {"totalPhoneNumbers": total, "totalCost": round(total * 0.075, 3), "totalParts": total}
    info = {"campaignId": _INFO["campaignId"], "campaignName": "November", **totals, "channel": "sms"}
    return f'{{"info":{json.dumps(info)},"data":[{_rows(end - start)}],"paging":{paging}}}'.encode()
