"""The settings of the account's application: quiet hours, callbacks and defaults, in a section for each channel.

The API's users change them in its dashboard; here they change by `POST /_sandbox/application`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ...state.context import Context

__all__ = ["ALWAYS_AWAKE", "DEFAULTS", "SCHEMA", "callback", "change", "settings"]

ALWAYS_AWAKE = {"start": "00:00", "stop": "00:00"}
"""Quiet hours that are none: they end when they begin (assumed)."""

_CHANNEL: Mapping[str, Any] = {"dlrCallback": None, "receiveCallback": None, "quietHours": ALWAYS_AWAKE}

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "sms": {**_CHANNEL, "enforceOriginator": None, "transliteration": {"alphabet": "NONE", "removeEmojis": False}},
    "viber": _CHANNEL,
    "whatsapp": _CHANNEL,
    "multichannel": {**_CHANNEL, "ttl": 300, "expireAfterTtl": True},
    "shortlinks": {"shortlinksCallback": None},
    "attachments": {"attachmentsCallback": None},
    "optouts": {"optoutsCallback": None},
    "lookup": {"lookupCallback": None},
    "otp": {
        "template": "{{pin}} is your verification code.",
        "from": "InfoText",
        "pinType": "numbers",
        "pinLength": 4,
        "ttl": 300,
        "maxAttempts": 3,
        "otpCallback": None,
    },
}
"""How a new application is set up (assumed): it tells nobody anything, and sends at any hour."""


_TIME = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_FORMS: Mapping[str, Mapping[str, Any]] = {
    "quietHours": {
        "type": "object",
        "required": ["start", "stop"],
        "properties": {"start": _TIME, "stop": _TIME},
        "additionalProperties": False,
    },
    "transliteration": {"$ref": "#/components/schemas/TransliterationAppSettings"},
    "enforceOriginator": {"type": ["string", "null"], "minLength": 3, "maxLength": 15},
    "expireAfterTtl": {"type": "boolean"},
    "pinType": {"enum": ["letters", "numbers", "alphanumeric"]},
    "pinLength": {"type": "integer", "minimum": 4, "maximum": 10},
    "maxAttempts": {"type": "integer", "minimum": 1, "maximum": 10},
    "ttl": {"type": "integer", "minimum": 60},
    "template": {"type": "string", "pattern": r"\{\{\s*pin\s*\}\}"},
    "from": {"type": "string", "minLength": 3, "maxLength": 15},
}
_URL = {"type": ["string", "null"], "format": "uri"}

SCHEMA: dict[str, Any] = {
    section: {
        "type": "object",
        "properties": {name: _FORMS.get(name, _URL) for name in values},
        "additionalProperties": False,
    }
    for section, values in DEFAULTS.items()
}
"""The JSON Schema of each section as `change` takes it: any of its settings may be left out."""


def settings(context: Context) -> dict[str, Any]:
    """All settings by section, as `GET /applications/{applicationId}` shows them."""
    row = context.store.one("SELECT settings FROM applications")
    assert row is not None
    found: dict[str, Any] = json.loads(row["settings"])
    return found


def callback(context: Context, section: str, name: str) -> str | None:
    """The URL under a name such as `dlrCallback` in a section such as `sms`; None if there is none."""
    url: str | None = settings(context)[section][name]
    return url


def change(context: Context, changed: Mapping[str, Mapping[str, Any]]) -> None:
    """Put other values in the place of some settings, section by section."""
    merged = {section: {**values, **changed.get(section, {})} for section, values in settings(context).items()}
    context.store.execute("UPDATE applications SET settings = ?", json.dumps(merged))
