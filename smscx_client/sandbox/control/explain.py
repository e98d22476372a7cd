"""What the sandbox can tell of itself: the API's description, errors, magic numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..spec.errors import ApiError, Assumed
from ..telecom import magic_numbers
from .endpoint import COUNT, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["ENDPOINTS"]


def _description(sandbox: Sandbox, values: Values) -> Values:
    """`openapi.yaml` as JSON, with this sandbox as its server."""
    return {**sandbox.context.spec.document, "servers": [{"url": "/"}]}


def _error(sandbox: Sandbox, values: Values) -> Values:
    spec = sandbox.context.spec
    rows = [row._asdict() for row in spec.errors if row.code == values["code"]]
    if not rows:
        raise ApiError(Assumed.NO_ROUTE, detail=f"Nor has it an error {values['code']}.")
    listed = sorted(operation.id for operation in spec.operations.values() if values["code"] in operation.codes)
    return {"errors": rows, "operations": listed}


def _magic(sandbox: Sandbox, values: Values) -> Values:
    return {
        "numbers": [{"phoneNumber": number, "effect": each.effect} for number, each in magic_numbers.NUMBERS.items()]
    }


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/openapi.json", _description),
    Endpoint("GET", f"{PREFIX}/errors/{{code}}", _error, {"code": COUNT}, ("code",)),
    Endpoint("GET", f"{PREFIX}/magic", _magic),
)
