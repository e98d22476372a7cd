"""The request pipeline of the API: every request takes the same steps, in the same order.

Route, fault rules, rate limit, credentials and scope, parameters, body, schemas, idempotency, handler, response check.
"""

from __future__ import annotations

from ..spec.error_rules import error_for
from ..spec.errors import ApiError, Assumed
from ..spec.openapi import OperationSpec
from ..state import ledger
from ..state.context import Context
from ..state.rate_limit import RateLimiter
from . import faults, idempotency, registry
from .auth import Caller, authenticate
from .foreign_forms import usual_form
from .http import Request, Response
from .parsing import read_body, read_parameters
from .registry import Call, Handler
from .responses import error_response, success_response

__all__ = ["handle"]


def handle(context: Context, limiter: RateLimiter, request: Request) -> Response:
    """Return the response to a request; never raises."""
    started = context.clock.seconds()
    headers = {"X-Request-Id": context.rng.uuid()}
    operation = fault = None
    try:
        operation, path_values = context.spec.route(request.method, request.path)
        fault = faults.first_match(context, operation.id)
        headers.update(limiter.take(started).headers())
        is_skipped = fault is not None and not fault.runs_operation
        response = Response(200) if is_skipped else _perform(context, operation, path_values, request)
        if fault and fault.has_error:
            raise faults.error_of(context, fault)
    except Exception as error:
        response = error_response(context.spec, operation, error)
    if fault:
        response = faults.apply(context, fault, response)
    headers["X-Response-Time"] = f"{max(0, context.clock.seconds() - started) * 1000:.0f}ms"
    # A success has the headers that `openapi.yaml` lists for it; an error has all of them (assumed).
    listed = operation.headers(response.status) if operation and response.status < 400 else headers
    response.headers.update({name: value for name, value in headers.items() if name in listed})
    return response


def _perform(context: Context, operation: OperationSpec, path_values: dict[str, str], request: Request) -> Response:
    """Authenticate, validate, and run the handler in a transaction."""
    caller = authenticate(context, operation, request)
    handler = registry.find(operation.id)
    if handler is None:
        raise ApiError(Assumed.NOT_BUILT, detail=f"It is `{operation.id}`: {operation.method} {operation.path}.")
    call = _validated_call(context, operation, caller, path_values, request)
    committed_error = None
    with ledger.attributed_to(operation.id, call.idempotency_id), context.transaction():
        try:
            return _run_once(context, handler, call)
        except ApiError as error:
            if not error.keeps_changes:
                raise
            committed_error = error
    raise committed_error


def _validated_call(
    context: Context, operation: OperationSpec, caller: Caller, path_values: dict[str, str], request: Request
) -> Call:
    """Return the parameters and the body of a request, after the checks against `openapi.yaml`."""
    parameters = read_parameters({**request.query_values, **path_values}, operation.parameter_types)
    violations = context.spec.parameter_violations(operation, parameters)
    body = None
    if operation.bodies:
        body = read_body(request, operation.media_type, context.settings.body_limit)
        body = usual_form(body, context.spec.object_fields(operation))
        violations += context.spec.body_violations(operation, body)
    if violations:
        raise error_for(violations, operation.codes)
    return Call(operation, caller, parameters, body)


def _run_once(context: Context, handler: Handler, call: Call) -> Response:
    """Run the handler; return the first response again if the idempotency id was used before."""
    if call.idempotency_id is None:
        return success_response(context.spec, call.operation, handler(context, call))
    response = idempotency.recall(context, call.operation, call.idempotency_id)
    if response is None:
        response = success_response(context.spec, call.operation, handler(context, call))
        idempotency.remember(context, call.operation, call.idempotency_id, response)
    response.headers["X-Idempotency-Id"] = call.idempotency_id
    return response
