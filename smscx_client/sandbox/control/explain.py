"""Reference data: `openapi.yaml`, errors, magic numbers, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.responses import ERRORS_PATH
from ..resources.applications.service import application_id
from ..spec.errors import ApiError, Assumed
from ..telecom import magic_numbers
from .endpoint import COUNT, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]


def _description(runtime: Runtime, values: Values) -> Values:
    """Return `openapi.yaml` as JSON, with this sandbox as its server."""
    document = {key: value for key, value in runtime.context.spec.document.items() if key != "x-generated"}
    return {**document, "servers": [{"url": "/"}]}


def _error(runtime: Runtime, values: Values) -> Values:
    spec = runtime.context.spec
    rows = [row._asdict() for row in spec.errors if row.code == values["code"]]
    if not rows:
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no error {values['code']}.")
    listed = sorted(operation.id for operation in spec.operations.values() if values["code"] in operation.codes)
    return {"errors": rows, "operations": listed}


def _magic(runtime: Runtime, values: Values) -> Values:
    return {
        "numbers": [{"phoneNumber": number, "effect": each.effect} for number, each in magic_numbers.NUMBERS.items()]
    }


def _settings(runtime: Runtime, values: Values) -> Values:
    """Return what a program needs to call this account, and how it behaves."""
    settings = runtime.context.settings
    return {
        "apiKey": settings.api_key,
        "applicationId": application_id(runtime.context),
        "delivery": settings.delivery,
        "seed": settings.seed,
        "strictOriginators": settings.strict_originators,
        "linkHost": settings.link_host,
    }


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/openapi.json", _description),
    Endpoint("GET", f"{ERRORS_PATH}/{{code}}", _error, {"code": COUNT}, ("code",)),
    Endpoint("GET", f"{PREFIX}/magic", _magic),
    Endpoint("GET", f"{PREFIX}/settings", _settings),
)
