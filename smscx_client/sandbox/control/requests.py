"""The log of API requests: what was sent, what came back, and what to do about a refusal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..spec.errors import ApiError, Assumed
from .endpoint import COUNT, NAME, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..engine.request_log import Entry
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_MOST = 500
_PAGE = {**COUNT, "maximum": _MOST}


def _list(runtime: Runtime, values: Values) -> Values:
    """Return requests: the latest ones or, with `after`, the first ones after an id; oldest first."""
    log = runtime.requests
    found = (entry for entry in log.newest_first() if _matches(entry, values))
    if "after" in values:
        page = list(found)[::-1][: values.get("limit", 100)]
    else:
        page = list(islice(found, values.get("latest", values.get("limit", 100))))[::-1]
    return {"requests": [log.as_json(entry) for entry in page]}


def _matches(entry: Entry, values: Values) -> bool:
    status = entry.response.status if entry.response else 0
    return (
        entry.id > values.get("after", 0)
        and entry.id < values.get("before", entry.id + 1)
        and values.get("refused", entry.is_refused) == entry.is_refused
        and values.get("operation", entry.operation) == entry.operation
        and values.get("status", status) == status
        and ("search" not in values or values["search"].casefold() in entry.text)
    )


def _one(runtime: Runtime, values: Values) -> Values:
    for entry in runtime.requests.newest_first():
        if entry.id == values["id"]:
            return runtime.requests.as_json(entry)
    raise ApiError(Assumed.NO_ROUTE, detail=f"There is no request {values['id']} in the log.")


def _clear(runtime: Runtime, values: Values) -> Values:
    runtime.requests.clear()
    runtime.touch()
    return {"requests": []}


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/requests",
        _list,
        {
            **dict.fromkeys(("after", "before", "status"), COUNT),
            "limit": _PAGE,
            "latest": _PAGE,
            "refused": {"type": "boolean"},
            "operation": NAME,
            "search": TEXT,
        },
    ),
    Endpoint("GET", f"{PREFIX}/requests/{{id}}", _one, {"id": COUNT}),
    Endpoint("DELETE", f"{PREFIX}/requests", _clear),
)
