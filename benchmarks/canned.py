"""Responses of the server: realistic, of any size, and made before anything is measured."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

__all__ = ["BALANCE", "CSV_BLOCK", "TWILIO", "listed", "numbers", "peer_response", "sent"]

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
_TWILIO_MESSAGE: dict[str, Any] = {
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
}
_STRIPE_CUSTOMER: dict[str, Any] = {
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
}
#: Responses to other SDKs, by path: objects with the structure and size that their documentation shows.
_PEERS: dict[str, bytes] = {
    path: json.dumps(response, separators=(",", ":")).encode()
    for path, response in {
        TWILIO + "/Balance.json": {"account_sid": "AC" + 32 * "0", "balance": "250.75", "currency": "EUR"},
        TWILIO + "/Messages.json": _TWILIO_MESSAGE,
        "/v1/balance": {
            "object": "balance",
            "available": [{"amount": 25075, "currency": "eur", "source_types": {"card": 25075}}],
            "livemode": False,
            "pending": [{"amount": 0, "currency": "eur", "source_types": {"card": 0}}],
        },
        "/v1/customers": _STRIPE_CUSTOMER,
        "/api/auth.test": {
            "ok": True,
            "url": "https://subarachnoid.slack.com/",
            "team": "Subarachnoid Workspace",
            "user": "grace",
            "team_id": "T12345678",
            "user_id": "W12345678",
        },
        "/api/chat.postMessage": {
            "ok": True,
            "channel": "C123456",
            "ts": "1503435956.000247",
            "message": {
                "text": "Your parcel arrives today.",
                "username": "ecto1",
                "bot_id": "B123456",
                "attachments": [],
                "type": "message",
                "subtype": "bot_message",
                "ts": "1503435956.000247",
            },
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


#: Pages of the lists of other SDKs, and rows of each page.
_PEER_PAGES, _PEER_ROWS = 10, 100


def peer_response(target: str, body: bytes) -> bytes | None:
    """The response to another SDK, by path and query; None for the paths of this API.

    A list that only one method reads may have its cursor in the body, as with ``slack_sdk``.
    """
    path, _, query = target.partition("?")
    if path in _PEER_LISTS:
        given = dict(parse_qsl(query or ("" if path in _PEERS else body.decode())))
        if given:
            return _peer_page(path, given)
    return _PEERS.get(path)


def _peer_page(path: str, given: dict[str, str]) -> bytes:
    """A page of a list. Its number is in the cursor. Each API has its own form of cursor."""
    cursor = given.get("Page") or given.get("cursor") or given.get("starting_after", "")
    number = int("".join(filter(str.isdigit, cursor.rpartition("_")[2])) or 0)
    if "starting_after" in given:
        number = number // _PEER_ROWS + 1
    return _listed_by_peer(path, number)


@lru_cache(maxsize=100)
def _listed_by_peer(path: str, number: int) -> bytes:
    places = range(number * _PEER_ROWS, (number + 1) * _PEER_ROWS)
    return json.dumps(_PEER_LISTS[path](places, number + 1 < _PEER_PAGES, number), separators=(",", ":")).encode()


def _twilio_list(places: range, more: bool, number: int) -> dict[str, Any]:
    path = f"{TWILIO}/Messages.json?PageSize={_PEER_ROWS}"
    return {
        "messages": [{**_TWILIO_MESSAGE, "sid": f"SM{place:032x}"} for place in places],
        "page": number,
        "page_size": _PEER_ROWS,
        "start": places.start,
        "end": places.stop - 1,
        "uri": f"{path}&Page={number}",
        "first_page_uri": f"{path}&Page=0",
        "previous_page_uri": None,
        "next_page_uri": f"{path}&Page={number + 1}&PageToken=PA{number + 1}" if more else None,
    }


def _stripe_list(places: range, more: bool, _: int) -> dict[str, Any]:
    rows = [{**_STRIPE_CUSTOMER, "id": f"cus_{place:08}"} for place in places]
    return {"object": "list", "url": "/v1/customers", "has_more": more, "data": rows}


def _slack_list(places: range, more: bool, number: int) -> dict[str, Any]:
    row = {"name": "general", "is_channel": True, "created": 1449252889, "creator": "W012A3CDE", "is_archived": False}
    topic = {"value": "Company-wide announcements", "creator": "W012A3CDE", "last_set": 1449709364}
    rows = [{"id": f"C{place:09}", **row, "topic": topic, "num_members": 4} for place in places]
    return {
        "ok": True,
        "channels": rows,
        "response_metadata": {"next_cursor": f"page{number + 1}" if more else ""},
    }


_PEER_LISTS = {
    f"{TWILIO}/Messages.json": _twilio_list,
    "/v1/customers": _stripe_list,
    "/api/conversations.list": _slack_list,
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
