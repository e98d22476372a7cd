"""The settings of the application: quiet hours, callbacks and defaults, in one section per channel.

The real platform changes them in its dashboard, the sandbox by `POST /_sandbox/application`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ...state.context import Context

__all__ = ["DEFAULTS", "NO_QUIET_HOURS", "SCHEMA", "application_id", "callback", "change", "settings"]

NO_QUIET_HOURS = {"start": "00:00", "stop": "00:00"}
"""Equal times mean that there are no quiet hours (assumed)."""

_CHANNEL_DEFAULTS: Mapping[str, Any] = {"dlrCallback": None, "receiveCallback": None, "quietHours": NO_QUIET_HOURS}

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "sms": {
        **_CHANNEL_DEFAULTS,
        "enforceOriginator": None,
        "transliteration": {"alphabet": "NONE", "removeEmojis": False},
    },
    "viber": _CHANNEL_DEFAULTS,
    "whatsapp": _CHANNEL_DEFAULTS,
    "multichannel": {**_CHANNEL_DEFAULTS, "ttl": 300, "expireAfterTtl": True},
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
"""The settings of a new application (assumed): no callbacks, no quiet hours."""

_TIME = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_SETTING_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
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
    "otp.ttl": {"type": "integer", "minimum": 60, "maximum": 1800},
    "multichannel.ttl": {"type": "integer", "minimum": 300, "maximum": 1_209_600},
    "template": {"type": "string", "pattern": r"\{\{\s*pin\s*\}\}"},
    "from": {"type": "string", "minLength": 3, "maxLength": 15},
}
_URL = {"type": ["string", "null"], "format": "uri"}


def _setting_schema(section: str, name: str) -> Mapping[str, Any]:
    return _SETTING_SCHEMAS.get(f"{section}.{name}") or _SETTING_SCHEMAS.get(name, _URL)


SCHEMA: dict[str, Any] = {
    section: {
        "type": "object",
        "properties": {name: _setting_schema(section, name) for name in values},
        "additionalProperties": False,
    }
    for section, values in DEFAULTS.items()
}
"""The JSON Schema of each section in the argument of `change`: every setting is optional."""


def application_id(context: Context) -> str:
    """The id of the OAuth application: from the sandbox's settings, otherwise from the example."""
    return context.settings.application_id or str(
        context.spec.operations["get_application_settings"].example("applicationId")
    )


def settings(context: Context) -> dict[str, Any]:
    """All settings by section, as `GET /applications/{applicationId}` returns them."""
    row = context.store.one("SELECT settings FROM applications")
    assert row is not None
    by_section: dict[str, Any] = json.loads(row["settings"])
    return by_section


def callback(context: Context, section: str, name: str) -> str | None:
    """The callback URL in a section such as `sms` under a name such as `dlrCallback`, or None."""
    url: str | None = settings(context)[section][name]
    return url


def change(context: Context, changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Replace the given settings; all others stay as they are."""
    merged = {section: {**values, **changes.get(section, {})} for section, values in settings(context).items()}
    context.store.execute("UPDATE applications SET settings = ?", json.dumps(merged))
