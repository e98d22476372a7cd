"""Responses with one row for each recipient of the request: a job can then be measured without a sandbox.

The paths are those of the API: ``/sms``, ``/groups``, ``/groups/1``, ``/sms/campaign``. A group keeps its numbers
until it is deleted, which is the only request without a body.
"""

from __future__ import annotations

import json
from itertools import count
from typing import Any

__all__ = ["response"]

_ROW = (
    '{{"msgId":"{:08x}-7108-4d6a-a0b2-c64a4f567933","status":"ACCEPTED","statusCode":1,"errorCode":null,'
    '"createdAt":"2026-11-02 10:00:00","inQuietHours":false,"cost":0.075,"to":"{}","countryIso":"NL",'
    '"from":"InfoText","parts":1}}'
)
_groups: dict[str, list[str]] = {}
_ids = count(1)


def response(route: str, body: bytes) -> bytes:
    """The body of the response to a request."""
    name, _, rest = route.partition("/")
    fields = json.loads(body) if body else {}
    if name == "groups":
        return _grouped(rest, fields)
    if rest == "campaign":
        return _sent([number for group in fields["groups"] for number in _groups[str(group)]])
    return _sent(fields["to"])


def _grouped(group: str, fields: dict[str, Any]) -> bytes:
    if not group:
        return json.dumps({"info": {"id": next(_ids), "name": fields["name"]}}).encode()
    if not fields:
        return json.dumps(
            {"info": {"id": int(group), "name": "", "totalPhoneNumbers": len(_groups.pop(group))}}
        ).encode()
    numbers = _groups[group] = [contact["phoneNumber"] for contact in fields["phoneNumbers"]]
    return json.dumps({"info": {**_totals(len(numbers)), "totalDuplicates": 0, "invalid": []}}).encode()


def _sent(numbers: list[str]) -> bytes:
    rows = ",".join(_ROW.format(place, number) for place, number in enumerate(numbers))
    info = {"campaignId": "6f6ad855-e542-411e-b316-caa909a1ccda", **_totals(len(numbers)), "totalParts": len(numbers)}
    return f'{{"info":{json.dumps({**info, "scheduled": False, "invalid": []})},"data":[{rows}]}}'.encode()


def _totals(size: int) -> dict[str, Any]:
    totals = {"totalPhoneNumbers": size, "totalValid": size, "totalInvalid": 0, "totalCost": round(size * 0.075, 3)}
    return {**totals, "phoneNumbersByCountry": {"NL": size}}
