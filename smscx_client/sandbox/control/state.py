"""The state as a whole: reset, snapshots, clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..spec.dates import moment
from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from .endpoint import NAME, PREFIX, SECONDS, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime
    from ..state.snapshots import Snapshot

__all__ = ["ENDPOINTS"]

_LATEST = "9000-01-01 00:00:00"
"""A thousand years before the last possible date, so that later events still have one."""


def _health(runtime: Runtime, values: Values) -> Values:
    """Return that the sandbox can take requests; a container uses it as its health check."""
    return {
        "status": "ok",
        "now": runtime.context.stamp(),
        "apiVersion": runtime.context.spec.document["info"]["version"],
    }


def _reset(runtime: Runtime, values: Values) -> Values:
    runtime.reset(values.get("seed"), values.get("demo"))
    return {}


def _tick(runtime: Runtime, values: Values) -> Values:
    return {"steps": runtime.tick()}


def _clock(runtime: Runtime, values: Values) -> Values:
    return {"now": runtime.context.stamp(), "rate": runtime.context.clock.rate}


def _move_clock(runtime: Runtime, values: Values) -> Values:
    clock = runtime.context.clock
    seconds = values.get("advance", 0.0)
    if "now" in values:
        try:
            seconds += moment(values["now"]).timestamp() - clock.seconds()
        except ValueError as error:
            raise ApiError(INVALID_PARAM, detail=f"`now`: {error}.") from None
    if seconds < 0:
        raise ApiError(
            INVALID_PARAM, detail=f"`now`: the clock only moves forward, and it is {runtime.context.stamp()}."
        )
    if clock.seconds() + seconds > moment(_LATEST).timestamp():
        raise ApiError(INVALID_PARAM, detail=f"The clock cannot be later than {_LATEST}.")
    runtime.advance(seconds)
    if "rate" in values:
        clock.set_rate(values["rate"])
    return _clock(runtime, values)


def _snapshots(runtime: Runtime, values: Values) -> Values:
    return {"snapshots": sorted(runtime.snapshots)}


def _snapshot(runtime: Runtime, values: Values) -> Values:
    new = runtime.snapshot()
    # A snapshot in a file is a copy of its own; one in memory stays open until another replaces it.
    unused = new if runtime.context.store.is_kept else runtime.snapshots.get(values["name"])
    runtime.snapshots[values["name"]] = new
    if unused:
        unused.store.close()
    return _snapshots(runtime, values)


def _restore(runtime: Runtime, values: Values) -> Values:
    snapshot = _snapshot_named(runtime, values["name"])
    runtime.restore(snapshot)
    if runtime.context.store.is_kept:  # it was read from its file
        snapshot.store.close()
    return _clock(runtime, values)


def _delete_snapshot(runtime: Runtime, values: Values) -> Values:
    _snapshot_named(runtime, values["name"]).store.close()
    del runtime.snapshots[values["name"]]
    return _snapshots(runtime, values)


def _snapshot_named(runtime: Runtime, name: str) -> Snapshot:
    if name not in runtime.snapshots:
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no snapshot {name!r}.")
    return runtime.snapshots[name]


_RATE = {"type": "number", "minimum": 0, "maximum": 1_000_000}

ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/health", _health),
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
    Endpoint("DELETE", f"{PREFIX}/snapshots/{{name}}", _delete_snapshot, {"name": NAME}),
    Endpoint("POST", f"{PREFIX}/snapshots/{{name}}/restore", _restore, {"name": NAME}),
)
