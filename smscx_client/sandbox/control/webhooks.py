"""Webhooks: the log, and replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..spec.errors import ApiError, Assumed
from ..state import webhook_queue
from .endpoint import COUNT, PAGE, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]


def _log(runtime: Runtime, values: Values) -> Values:
    """Return deliveries; `search` looks at the latest 5,000 with an id above `after`, and returns the latest."""
    return {"webhooks": webhook_queue.log(runtime.context, **values)}


def _replay(runtime: Runtime, values: Values) -> Values:
    try:
        return {"id": webhook_queue.replay(runtime.context, values["id"])}
    except LookupError as error:
        raise ApiError(Assumed.NO_ROUTE, detail=f"{error}.") from None


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/webhooks",
        _log,
        {"after": COUNT, "limit": PAGE, "latest": {**PAGE, "minimum": 1}, "search": TEXT},
    ),
    Endpoint("POST", f"{PREFIX}/webhooks/{{id}}/replay", _replay, {"id": COUNT}),
)
