"""What an operation of the API is, as data, and how its arguments become path, query and body.

The generated API modules are lists of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from smscx_client.exceptions import ApiTypeError, ApiValueError
from smscx_client.fields import Checks, Field, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Operation", "split", "wire_body"]

JSON = "application/json"
#: What an export is sent as.
FILES = {"csv": "application/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class Operation:
    """One operation of the API, as data.

    :param name: the method's name.
    :param path: the path, with wire names in braces for its parameters.
    :param parameters: Python name to field; those not in the path go into the query, or into the form.
    :param body: the argument of the body and the models that it accepts:
        ``("verify_pin_request", "verify_pin_request.VerifyPinRequest")``.
    :param bare: the field of the body that a bare value stands for: ``verify_otp(otp_id, "1544")``.
    :param returns: the response: a model, such as ``"paging.Paging"``, ``[str]``, ``"csv"``, ``"xlsx"``.
    :param scheme: how it is authenticated: ``"key"`` (API key or token) or ``"basic"``.
    :param repeat: ``"safe"``: repeating it cannot act twice; ``"keyed"``: nor does it with an idempotency id;
        ``"never"``: it may.
    :param form: whether its parameters are sent as a form.
    :param may_be_empty: whether it may answer with status 204 and nothing else.
    """

    __slots__ = (
        "accept",
        "answer",
        "bare",
        "bodies",
        "body",
        "form",
        "in_path",
        "may_be_empty",
        "method",
        "name",
        "parameters",
        "path",
        "repeat",
        "returns",
        "scheme",
    )

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        parameters: Mapping[str, Any] | None = None,
        body: tuple[str, ...] | None = None,
        bare: str | None = None,
        returns: Any = None,
        scheme: str = "key",
        repeat: str = "never",
        form: bool = False,
        may_be_empty: bool = False,
    ):
        self.name = name
        self.method = method
        self.path = path
        self.parameters: dict[str, Field] = dict(parameters or {})
        for python_name, one in self.parameters.items():
            one.name = python_name
        self.in_path = frozenset(n for n, one in self.parameters.items() if f"{{{one.wire}}}" in path)
        self.body = body
        self.bare = bare
        #: What its body may be, in the order in which they are tried.
        self.bodies = tuple(map(kind_of, body[1:])) if body else ()
        self.returns = returns
        #: How its answer is read, where that is JSON.
        self.answer = None if returns in (None, *FILES) else kind_of(returns)
        self.scheme = scheme
        self.repeat = repeat
        self.form = form
        self.may_be_empty = may_be_empty
        self.accept = f"{FILES[returns]}, {JSON}" if returns in ("csv", "xlsx") else JSON


def split(
    operation: Operation, arguments: Mapping[str, Any], checks: Checks, safe: str
) -> tuple[str, list[tuple[str, str]]]:
    """The path with its parameters filled in, and the other parameters as wire name and text."""
    path = operation.path
    others = []
    for name, one in operation.parameters.items():
        value = arguments.get(name)
        if value is None:
            if one.required:
                raise ApiTypeError(f"{operation.name} needs it; it is missing or None", [name])
            continue
        text = _wire_text(one.take(value, (name,), checks), name)
        if name in operation.in_path:
            path = path.replace(f"{{{one.wire}}}", _segment(text, name, safe))
        else:
            others.append((one.wire, text))
    return path, others


def _wire_text(value: Any, name: str) -> str:
    try:
        text = str(value)
        text.encode()
    except ValueError:
        raise ApiValueError("has characters that no address can carry, or is too long a number", [name]) from None
    return text.lower() if isinstance(value, bool) else text


def _segment(text: str, name: str, safe: str) -> str:
    """``text`` as one segment of a path, whatever it holds."""
    if not text:
        raise ApiValueError("must not be empty: it is part of the path", [name])
    quoted = quote(text, safe="".join(set(safe) - set("/?#%\\")))
    return quoted.replace(".", "%2E") if text in (".", "..") else quoted


def wire_body(operation: Operation, value: Any, checks: Checks) -> dict[str, Any]:
    """The body in wire form: of a model as it is, of a dict checked against the models that the operation takes.

    Of a dict that is not to be checked, the names are still those of the wire: an idempotency id must be one.
    """
    assert operation.body is not None
    argument = operation.body[0]
    if operation.bare is not None and isinstance(value, str):
        value = {operation.bare: value}
    if isinstance(value, dict) and not checks.types:
        unchecked: dict[str, Any] = operation.bodies[0].unwrap(value)
        return unchecked
    refusal: ApiTypeError | ApiValueError | None = None
    for kind in operation.bodies:
        try:
            wire: dict[str, Any] = kind.unwrap(kind.take(value, (argument,), checks))
            return wire
        except (ApiTypeError, ApiValueError) as error:
            refusal = error
    assert refusal is not None
    raise refusal
