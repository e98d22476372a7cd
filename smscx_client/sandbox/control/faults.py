"""Failures on demand: add a rule, list the rules, drop them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine import faults
from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from .endpoint import COUNT, NAME, PREFIX, SECONDS, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["ENDPOINTS"]

_EFFECTS = {
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "code": COUNT,
    "latency": SECONDS,
    "reset": {"type": "boolean"},
    "body": {"type": "string", "enum": list(faults.BODIES)},
    "contentType": {"type": "string", "pattern": r"^[\x20-\x7e]{1,200}$"},
    "when": {"type": "string", "enum": ["before", "after"]},
}
_FREQUENCY = {
    "operation": NAME,
    "times": {**COUNT, "minimum": 1},
    "probability": {"type": "number", "minimum": 0, "maximum": 1},
}


def _list(sandbox: Sandbox, values: Values) -> Values:
    return {"faults": [_show(row) for row in faults.listed(sandbox.context)]}


def _show(row: Values) -> Values:
    effect = {("contentType" if name == "content_type" else name): value for name, value in row["effect"].items()}
    return {
        "id": row["id"],
        "operation": row["operation"],
        **{name: value for name, value in effect.items() if value not in (None, False, 0)},
        "times": row["times"],
        "probability": row["probability"],
        "struck": row["struck"],
    }


def _add(sandbox: Sandbox, values: Values) -> Values:
    effect = {("content_type" if name == "contentType" else name): values[name] for name in _EFFECTS if name in values}
    if not effect.keys() - {"when"}:
        raise ApiError(INVALID_PARAM, detail=f"Say what goes wrong: one of {', '.join(_EFFECTS)}.")
    fault = faults.Fault(**effect)
    operation = values.get("operation", faults.ANY)
    rule = faults.add(sandbox.context, operation, fault, values.get("times"), values.get("probability", 1))
    return next(_show(row) for row in faults.listed(sandbox.context) if row["id"] == rule)


def _remove(sandbox: Sandbox, values: Values) -> Values:
    if not faults.remove(sandbox.context, values["rule"]):
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no fault rule {values['rule']}.")
    return _list(sandbox, values)


def _clear(sandbox: Sandbox, values: Values) -> Values:
    faults.clear(sandbox.context)
    return _list(sandbox, values)


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/faults", _list),
    Endpoint("POST", f"{PREFIX}/faults", _add, {**_EFFECTS, **_FREQUENCY}),
    Endpoint("DELETE", f"{PREFIX}/faults", _clear),
    Endpoint("DELETE", f"{PREFIX}/faults/{{rule}}", _remove, {"rule": COUNT}),
)
