"""Fault rules: add, list, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine import faults
from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from ..state import fault_rules
from .endpoint import COUNT, NAME, PREFIX, SECONDS, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_EFFECTS = {
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "code": COUNT,
    "latency": SECONDS,
    "reset": {"type": "boolean"},
    "body": {"type": "string", "enum": list(faults.BODIES)},
    "contentType": {"type": "string", "pattern": r"^[\x20-\x7e]{1,200}$"},
    "when": {"type": "string", "enum": ["before", "after"]},
    "profile": {"type": "string", "enum": list(faults.PROFILES)},
}
_WEBHOOK = {
    "webhook": {"type": "string", "enum": list(fault_rules.WEBHOOK_FAULTS)},
    "event": NAME,
    "seconds": SECONDS,
}
"""A fault of webhooks instead of one of calls."""
_FREQUENCY = {
    "operation": NAME,
    "times": {**COUNT, "minimum": 1},
    "probability": {"type": "number", "minimum": 0, "maximum": 1},
}


def _list(runtime: Runtime, values: Values) -> Values:
    return {"faults": [_rule_json(row) for row in faults.listed(runtime.context)]}


def _rule_json(row: Values) -> Values:
    effect = {("contentType" if name == "content_type" else name): value for name, value in row["effect"].items()}
    return {
        "id": row["id"],
        "operation": row["operation"],
        **{name: value for name, value in effect.items() if value not in (None, False, 0)},
        "times": row["times"],
        "probability": row["probability"],
        "struck": row["struck"],
    }


def _add(runtime: Runtime, values: Values) -> Values:
    if "webhook" in values:
        return _add_for_webhooks(runtime, values)
    effect = {("content_type" if name == "contentType" else name): values[name] for name in _EFFECTS if name in values}
    if not effect.keys() - {"when"}:
        raise ApiError(INVALID_PARAM, detail=f"Name at least one effect: {', '.join(_EFFECTS)}.")
    fault = faults.Fault(**effect)
    operation = values.get("operation", faults.ANY)
    rule = faults.add(runtime.context, operation, fault, values.get("times"), values.get("probability", 1))
    return next(_rule_json(row) for row in faults.listed(runtime.context) if row["id"] == rule)


def _add_for_webhooks(runtime: Runtime, values: Values) -> Values:
    if values.keys() & {*_EFFECTS, "operation"}:
        raise ApiError(INVALID_PARAM, detail="A fault of webhooks has no effect on calls: add another rule for these.")
    if values["webhook"] == "delay" and not values.get("seconds"):
        raise ApiError(INVALID_PARAM, detail="`seconds`: say by how much webhooks are delayed.")
    effect: Values = {name: values[name] for name in ("webhook", "seconds") if name in values}
    rule = faults.add_for_webhooks(
        runtime.context, values.get("event", faults.ANY), effect, values.get("times"), values.get("probability", 1)
    )
    return next(_rule_json(row) for row in faults.listed(runtime.context) if row["id"] == rule)


def _remove(runtime: Runtime, values: Values) -> Values:
    if not faults.remove(runtime.context, values["rule"]):
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no fault rule {values['rule']}.")
    return _list(runtime, values)


def _clear(runtime: Runtime, values: Values) -> Values:
    faults.clear(runtime.context)
    return _list(runtime, values)


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/faults", _list),
    Endpoint("POST", f"{PREFIX}/faults", _add, {**_EFFECTS, **_WEBHOOK, **_FREQUENCY}),
    Endpoint("DELETE", f"{PREFIX}/faults", _clear),
    Endpoint("DELETE", f"{PREFIX}/faults/{{rule}}", _remove, {"rule": COUNT}),
)
