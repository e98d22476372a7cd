"""All of the state at once: seed, snapshots, the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from ..state.clock import moment
from .endpoint import NAME, PREFIX, SECONDS, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox
    from ..state.snapshots import Snapshot

__all__ = ["ENDPOINTS"]

_LATEST = "9000-01-01 00:00:00"
"""A thousand years before dates end, so that what is to happen later still has one."""


def _reset(sandbox: Sandbox, values: Values) -> Values:
    sandbox.reset(values.get("seed"), values.get("demo"))
    return {}


def _tick(sandbox: Sandbox, values: Values) -> Values:
    return {"steps": sandbox.tick()}


def _clock(sandbox: Sandbox, values: Values) -> Values:
    return {"now": sandbox.context.stamp(), "rate": sandbox.context.clock.rate}


def _move_clock(sandbox: Sandbox, values: Values) -> Values:
    clock = sandbox.context.clock
    seconds = values.get("advance", 0.0)
    if "now" in values:
        try:
            seconds += moment(values["now"]).timestamp() - clock.seconds()
        except ValueError as error:
            raise ApiError(INVALID_PARAM, detail=f"`now`: {error}.") from None
    if seconds < 0:
        raise ApiError(
            INVALID_PARAM, detail=f"`now`: the clock only goes forward, and it is {sandbox.context.stamp()}."
        )
    if clock.seconds() + seconds > moment(_LATEST).timestamp():
        raise ApiError(INVALID_PARAM, detail=f"The clock goes no further than {_LATEST}.")
    sandbox.advance(seconds)
    if "rate" in values:
        clock.go_on(values["rate"])
    return _clock(sandbox, values)


def _snapshots(sandbox: Sandbox, values: Values) -> Values:
    return {"snapshots": sorted(sandbox.snapshots)}


def _snapshot(sandbox: Sandbox, values: Values) -> Values:
    sandbox.snapshots[values["name"]] = sandbox.snapshot()
    return _snapshots(sandbox, values)


def _restore(sandbox: Sandbox, values: Values) -> Values:
    sandbox.restore(_found(sandbox, values["name"]))
    return _clock(sandbox, values)


def _forget(sandbox: Sandbox, values: Values) -> Values:
    _found(sandbox, values["name"])
    del sandbox.snapshots[values["name"]]
    return _snapshots(sandbox, values)


def _found(sandbox: Sandbox, name: str) -> Snapshot:
    if name not in sandbox.snapshots:
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no snapshot {name!r}.")
    return sandbox.snapshots[name]


_RATE = {"type": "number", "minimum": 0, "maximum": 1_000_000}

ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/reset",
        _reset,
        {"seed": {"type": "integer"}, "demo": {"type": "boolean"}},
        body_is_optional=True,
    ),
    Endpoint("POST", f"{PREFIX}/tick", _tick),
    Endpoint("GET", f"{PREFIX}/clock", _clock),
    Endpoint("POST", f"{PREFIX}/clock", _move_clock, {"advance": SECONDS, "now": TEXT, "rate": _RATE}),
    Endpoint("GET", f"{PREFIX}/snapshots", _snapshots),
    Endpoint("POST", f"{PREFIX}/snapshots", _snapshot, {"name": NAME}, ("name",)),
    Endpoint("DELETE", f"{PREFIX}/snapshots/{{name}}", _forget, {"name": NAME}),
    Endpoint("POST", f"{PREFIX}/snapshots/{{name}}/restore", _restore, {"name": NAME}),
)
