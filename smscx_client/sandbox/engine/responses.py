"""Responses in the API's form, success and error, each checked against `openapi.yaml` before it leaves the sandbox."""

from __future__ import annotations

import logging
from typing import Any

from ..spec.errors import INVALID_PARAM, NO_CREDIT, ApiError, Assumed
from ..spec.openapi import OperationSpec, Spec
from ..state.store import is_timeout
from .http import CONTROL_PREFIX, Response
from .registry import Success

__all__ = ["ERRORS_PATH", "check", "error_response", "success_response"]

logger = logging.getLogger(__name__)

ERRORS_PATH = f"{CONTROL_PREFIX}/errors"
"""The control endpoint that explains an error code; the `uri` of every error points there."""

_TOO_LONG = (
    "The request took too long, and nothing was changed: ask for less data, or raise `Settings.request_timeout`."
)


def success_response(spec: Spec, operation: OperationSpec, result: Any) -> Response:
    """Return the response for the result of a handler."""
    success = result if isinstance(result, Success) else Success(result)
    status = success.status or operation.success
    if success.content is not None or status == 204:
        return Response(status, dict(success.headers), success.content or b"")
    if success.make_content:
        return Response(status, dict(success.headers), make_body=success.make_content)
    check(spec, operation, status, success.value, success.omitted)
    return Response.of_json(status, success.value)


def error_response(spec: Spec, operation: OperationSpec | None, error: Exception) -> Response:
    """Return the response for an exception; anything but an `ApiError` is a bug in the sandbox: logged, status 500."""
    if is_timeout(error):
        error = ApiError(Assumed.SERVER_ERROR, detail=_TOO_LONG, status=503)
    if isinstance(error, ApiError):
        try:
            return _api_error_response(spec, operation, error)
        except RuntimeError as bug:
            error = bug
    logger.error("the sandbox failed", exc_info=error)
    detail = f"{type(error).__name__}: {error}. See the log of the sandbox for the traceback."
    return _api_error_response(spec, None, ApiError(Assumed.SERVER_ERROR, detail=detail))


def _api_error_response(spec: Spec, operation: OperationSpec | None, error: ApiError) -> Response:
    row = spec.error(error.code, error.type or (operation.error_type(error.code) if operation else ""))
    status = error.status or row.status
    message = f"{row.meaning} {error.detail}".rstrip()
    uri = f"{ERRORS_PATH}/{row.code}"
    value: dict[str, Any] = {"error": {"type": row.type, "message": message, "uri": uri, "code": row.code}}
    if error.invalid is not None:  # the guides have it in one place and in the other
        value["invalid"] = value["error"]["invalid"] = list(error.invalid)
    if operation:
        if row.code not in {*operation.codes, *Assumed, INVALID_PARAM, *(NO_CREDIT if operation.is_paid else ())}:
            raise RuntimeError(f"the sandbox's response to {operation.id} has error {row.code}, which is not listed")
        check(spec, operation, status, value)
    return Response.of_json(status, value, error.headers)


def check(spec: Spec, operation: OperationSpec, status: int, value: Any, omitted: tuple[str, ...] = ()) -> None:
    """Raise RuntimeError if a JSON response does not match `openapi.yaml`."""
    problem = spec.response_problem(operation, status, value, omitted)
    if problem:
        raise RuntimeError(f"the sandbox's response to {operation.id} does not match openapi.yaml at {problem}")
