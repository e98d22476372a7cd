"""The request pipeline of the API: every request takes the same steps, in the same order.

Route, fault rules, rate limit, credentials and scope, parameters, body, schemas, idempotency, handler, response check.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from ..spec.error_rules import error_for
from ..spec.errors import ApiError, Assumed
from ..spec.openapi import OperationSpec
from ..state import ledger
from ..state.context import Context
from ..state.rate_limit import RateLimiter
from ..telecom.numbers import parse_number
from . import faults, idempotency, registry
from .auth import Caller, authenticate
from .foreign_forms import usual_form
from .http import Request, Response
from .parsing import read_body, read_parameters
from .registry import Call, Handler, LongHandler, Success
from .responses import error_response, success_response
from .steps import SLICE, Steps

__all__ = ["handle"]

_NUMBER_FIELDS = ("to", "phoneNumbers")
_MOST_NUMBERS = 40_000


def handle(context: Context, limiter: RateLimiter, request: Request) -> Steps[Response]:
    """Return the response to a request, in steps; never raises."""
    started = context.clock.seconds()
    headers = {"X-Request-Id": context.rng.uuid()}
    operation = fault = None
    try:
        operation, path_values = context.spec.route(request.method, request.path)
        fault = faults.first_match(context, operation.id)
        headers.update(limiter.take(started).headers())
        is_skipped = fault is not None and not fault.runs_operation
        response = Response(200) if is_skipped else (yield from _perform(context, operation, path_values, request))
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


def _perform(
    context: Context, operation: OperationSpec, path_values: dict[str, str], request: Request
) -> Steps[Response]:
    """Authenticate, validate, and run the handler, usually in one transaction."""
    caller = authenticate(context, operation, request)
    handler = registry.find(operation.id)
    if handler is None:
        raise ApiError(Assumed.NOT_BUILT, detail=f"It is `{operation.id}`: {operation.method} {operation.path}.")
    call = _validated_call(context, operation, caller, path_values, request)
    texts = _many_numbers(call.body)
    if texts:
        yield partial(_parse_ahead, texts, call.body.get("countryIso"))
    while call.key in context.running_calls:  # the same call is running: its response will be there
        yield None
    long_handler = registry.find_long(context, call)
    if long_handler:
        return (yield from _run_in_steps(context, long_handler, call))
    committed_error = None
    with ledger.attributed_to(operation.id, call.idempotency_id), context.transaction():
        try:
            return _run_once(context, handler, call)
        except ApiError as error:
            if not error.keeps_changes:
                raise
            committed_error = error
    raise committed_error


def _many_numbers(body: Any) -> list[str]:
    """Return the phone numbers in a body if they are many."""
    if not isinstance(body, dict):
        return []
    found: list[Any] = next((body[name] for name in _NUMBER_FIELDS if isinstance(body.get(name), list)), [])
    if len(found) <= SLICE:
        return []
    texts = (each.get("phoneNumber") if isinstance(each, dict) else each for each in found[:_MOST_NUMBERS])
    return [text for text in texts if isinstance(text, str)]


def _parse_ahead(texts: list[str], country: str | None) -> None:
    """Parse phone numbers without the lock: the handler finds them in a cache."""
    for text in texts:
        parse_number(text, country)


def _run_in_steps(context: Context, handler: LongHandler, call: Call) -> Steps[Response]:
    """Run a handler of many steps; return the first response again if the idempotency id was used before."""
    recalled = _recall(context, call)
    if recalled:
        return recalled

    def finish(success: Success) -> Response:
        return _remember(context, call, success_response(context.spec, call.operation, success), success.packed)

    context.running_calls.add(call.key)
    try:
        return (yield from handler(context, call, finish))
    finally:
        context.running_calls.discard(call.key)


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
    response = _recall(context, call)
    if response is None:
        response = _remember(context, call, success_response(context.spec, call.operation, handler(context, call)))
    return response


def _recall(context: Context, call: Call) -> Response | None:
    if call.idempotency_id is None:
        return None
    response = idempotency.recall(context, call.operation, call.idempotency_id)
    if response:
        response.headers["X-Idempotency-Id"] = call.idempotency_id
    return response


def _remember(context: Context, call: Call, response: Response, packed: bytes | None = None) -> Response:
    if call.idempotency_id is not None:
        idempotency.remember(context, call.operation, call.idempotency_id, response, packed)
        response.headers["X-Idempotency-Id"] = call.idempotency_id
    return response
