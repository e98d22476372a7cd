"""Forms in which other clients send the same values: read as the form that `openapi.yaml` describes (all assumed).

- A date in ISO 8601 with its offset, such as `2035-06-01T09:00:00+00:00`. The offset is not used if `isUtc` is false:
  the date is then a local time of the recipient.
- Custom fields under the name that the description gives to their keys: `{"customFieldName": {"height": "1.78m"}}`.
- An empty array for an empty object: PHP has one type for both.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timezone
from typing import Any

from ..spec.dates import FORMAT

__all__ = ["usual_form"]

_CUSTOM_FIELDS = "customFields"
_PLACEHOLDER = "customFieldName"
_ISO_8601 = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?(Z|[+-][0-9]{2}:?[0-9]{2})",
    re.ASCII | re.IGNORECASE,
)


def usual_form(body: Any, object_fields: Collection[str]) -> Any:
    """Return a body in its usual form; `object_fields` are the fields that are objects."""
    if body == []:
        return {}
    if not isinstance(body, dict):
        return body
    changed = {name: _field(name, value, object_fields) for name, value in body.items()}
    if isinstance(changed.get("scheduledDate"), str):
        changed["scheduledDate"] = _date(changed["scheduledDate"], is_local=changed.get("isUtc") is False)
    return changed


def _field(name: str, value: Any, object_fields: Collection[str]) -> Any:
    if value == [] and name in object_fields:
        return {}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [usual_form(each, object_fields) if isinstance(each, dict) else each for each in value]
    if not isinstance(value, dict):
        return value
    if name == _CUSTOM_FIELDS:
        inner = {} if value.get(_PLACEHOLDER) == [] else value.get(_PLACEHOLDER)
        return inner if len(value) == 1 and isinstance(inner, dict) else value
    return usual_form(value, object_fields)


def _date(text: str, is_local: bool) -> str:
    """Return a date in the API's format; a text that is no date stays as it is."""
    found = _ISO_8601.fullmatch(text)
    if not found:
        return text
    date, time, offset = found.groups()
    if is_local:
        return f"{date} {time}"
    try:
        offset = re.sub("[zZ]", "+00:00", offset)
        moment = datetime.strptime(f"{date} {time}{offset}", f"{FORMAT}%z")
        return moment.astimezone(timezone.utc).strftime(FORMAT)
    except (ValueError, OverflowError):
        return text
