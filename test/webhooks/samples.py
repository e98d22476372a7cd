"""Callbacks as the API sends them, one body for each kind, made by the sandbox or from its description."""

from __future__ import annotations

import json
from typing import Any

CAMPAIGN, MESSAGE = "6f6ad855-e542-411e-b316-caa909a1ccda", "ceca1c78-7108-4d6a-a0b2-c64a4f567933"
REPORT = {
    "campaignId": CAMPAIGN,
    "msgId": MESSAGE,
    "statusCode": 4,
    "status": "DELIVERED",
    "errorCode": None,
    "datetime": "2026-11-02 10:00:05",
    "trackData": None,
}
INBOUND = {
    "msgId": MESSAGE,
    "from": "+31612469333",
    "countryIso": "NL",
    "to": "+442079460123",
    "text": "Yes, please!",
    "cost": 0,
    "receivedAt": "2026-11-02 10:00:05",
}
OTP = {
    "otpId": "0b1f6e2a-3f0a-4a5e-9a43-0c7a1d2e3f40",
    "trackId": None,
    "phoneNumber": "+31612469333",
    "countryIso": "NL",
    "status": "VERIFIED",
    "cost": 0.05,
    "parts": 1,
    "maxAttempts": 3,
    "attempts": 0,
    "ttl": 300,
    "otpCallbackUrl": None,
    "dateCreated": "2026-11-02 10:00:05",
    "dateExpires": "2026-11-02 10:05:05",
}
LOOKUP = {
    "phoneNumber": "+31612469333",
    "lookupBulkId": None,
    "lookupId": "4d2b2c36-6f0c-4a0e-8f8e-9e1d2c3b4a59",
    "cost": 0.005,
    "mcc": "204",
    "mccmnc": "20404",
    "countryIso": "NL",
    "countryName": "Netherlands",
    "countryNameLocale": "Nederland",
    "status": "ACTIVE",
    "statusDescription": "The number is reachable.",
    "ported": True,
    "roaming": False,
    "originalNetwork": {"name": "KPN", "mnc": "08"},
    "portedNetwork": {"name": "Vodafone", "mnc": "04"},
    "roamingNetwork": {"name": None, "mnc": None, "countryIso": None},
    "datetime": "2026-11-02 10:00:05",
}
HIT = {
    "hitId": 17,
    "shortlinkId": "aB3dE",
    "url": "https://s.example.com/aB3dE",
    "device": "mobile",
    "browser": "Firefox",
    "browserVersion": "140.0",
    "os": "Android",
    "osVersion": "16",
    "brand": "Fairphone",
    "model": "FP6",
    "screenResolution": "1116x2484",
    "acceptLanguage": "nl",
    "referrer": None,
    "ipAddress": "127.0.0.0",
    "countryIso": "NL",
    "city": "Utrecht",
    "datetime": "2026-11-02 10:00:05",
}
OPTOUT = {
    "hitId": 18,
    "optoutId": "xY7zQ",
    "optoutUrl": "https://s.example.com/xY7zQ",
    "optoutType": "link",
    "countryIso": "NL",
    "datetime": "2026-11-02 10:00:05",
    "phoneNumber": "+31612469333",
    "campaignId": CAMPAIGN,
    "groupId": None,
}
CALLBACKS: dict[str, tuple[str, dict[str, Any]]] = {
    "DeliveryReport": ("dlr_update", REPORT),
    "InboundSms": ("receive_sms", INBOUND),
    "InboundViber": ("receive_viber", INBOUND),
    "InboundWhatsapp": ("receive_whatsapp", INBOUND),
    "OtpUpdate": ("otp_update", OTP),
    "NumberLookup": ("otp_update", LOOKUP),
    "ShortlinkHit": ("shortlink_hit", HIT),
    "AttachmentHit": ("attachment_hit_update", HIT),
    "NewOptout": ("new_optout", OPTOUT),
    "UnknownEvent": ("viber_seen", {"seenBy": "+31612469333", "datetime": "2026-11-02 10:00:05"}),
}
"""The event's name and an item, by the name of the class."""


def body(event: str | None, *items: Any, **more: Any) -> bytes:
    """The body of a callback."""
    named = {} if event is None else {"event": event}
    return json.dumps({**named, "data": list(items), **more}).encode()


def report(number: int, status: str = "DELIVERED", **changes: Any) -> dict[str, Any]:
    """The report of one of many messages."""
    return {**REPORT, "msgId": f"00000000-0000-4000-8000-{number:012}", "status": status, **changes}
