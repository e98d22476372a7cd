"""Operations of the API as data, and how their arguments become path, query and body.

Each method of the generated API classes has one :class:`Operation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from smscx_client._models.kinds import kind_of, type_name, without_numpy
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smscx_client._models.checks import Checks
    from smscx_client._models.field import Field

__all__ = ["JSON", "UNSET", "Operation", "body_of", "form_of", "path_and_parameters", "wire_body"]

JSON = "application/json"
#: The content type of each kind of export.
EXPORTS = {"csv": "application/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class _Unset:
    """The type of :data:`UNSET`."""

    def __repr__(self) -> str:
        return "UNSET"


#: The default of the keywords of methods: not given.
UNSET: Any = _Unset()


class Keywords(dict[str, Any]):
    """A body that was given as keywords of a method."""


class Operation:
    """One operation of the API, as data.

    :param name: the name of the method.
    :param path: the path, with the wire names of its parameters in braces.
    :param parameters: Python name to field. Parameters that are not in the path go into the query or the form.
    :param body: the argument for the body, and the models that it can be:
        ``("verify_pin_request", "verify_pin_request.VerifyPinRequest")``.
    :param bare: the field of the body that a single value is used for: ``verify_otp(otp_id, "1544")``.
    :param returns: the type of the response: a model, ``[str]``, ``"csv"``, ``"xlsx"``; None without a body.
    :param scheme: how it is authenticated: ``"key"`` (API key or token) or ``"basic"``.
    :param repeat: ``"safe"``: a repeated request cannot act twice; ``"keyed"``: it cannot act twice with an idempotency
        id; ``"never"``: it can act twice.
    :param changes: whether it costs or changes something; if None, it does unless it is safe and not a DELETE.
    :param paid: whether it costs money.
    :param form: whether its parameters are sent as a form.
    :param forms: for a response of several forms, the parameter that decides, and the model for each of its values.
    :param may_be_empty: whether the response can have status 204 and no body.
    """

    __slots__ = (
        "accept",
        "bare",
        "bodies",
        "body",
        "changes",
        "form",
        "forms",
        "in_path",
        "may_be_empty",
        "method",
        "name",
        "paid",
        "parameters",
        "path",
        "repeat",
        "response",
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
        changes: bool | None = None,
        paid: bool = False,
        form: bool = False,
        may_be_empty: bool = False,
        forms: tuple[str, dict[str, str]] | None = None,
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
        #: The kinds that its body can be, in the order in which they are tried.
        self.bodies = tuple(map(kind_of, body[1:])) if body else ()
        self.returns = returns
        #: The kind of its response, if that is JSON.
        self.response = None if returns in (None, *EXPORTS) else kind_of(returns)
        self.scheme = scheme
        self.repeat = repeat
        self.changes = (repeat != "safe" or method == "DELETE") if changes is None else changes
        self.paid = paid
        self.form = form
        self.may_be_empty = may_be_empty
        self.forms = forms
        self.accept = f"{EXPORTS[returns]}, {JSON}" if returns in ("csv", "xlsx") else JSON


def form_of(operation: Operation, arguments: Mapping[str, Any]) -> Any:
    """The model that the arguments of a call decide for its response; None if they decide none."""
    assert operation.forms is not None
    name, forms = operation.forms
    found = forms.get(str(arguments.get(name)))
    kind: Any = None if found is None else kind_of(found)
    return None if kind is None else kind.model


def path_and_parameters(
    operation: Operation, arguments: Mapping[str, Any], checks: Checks, safe: str
) -> tuple[str, list[tuple[str, str]]]:
    """The path with its parameters filled in, and the other parameters as pairs of wire name and text.

    :param safe: characters that stay unquoted in the path.
    :raises ApiTypeError: an argument is missing or of the wrong type.
    :raises ApiValueError: an argument is outside its limits.
    """
    path = operation.path
    others = []
    for name, one in operation.parameters.items():
        value = arguments.get(name)
        if value is None:
            if one.required:
                raise ApiTypeError(f"{operation.name} requires it; it is missing or None", [name])
            continue
        text = _wire_text(one.take(value, (name,), checks), name)
        if name in operation.in_path:
            path = path.replace(f"{{{one.wire}}}", _segment(text, name, safe))
        else:
            others.append((one.wire, text))
    return path, others


def _wire_text(value: Any, name: str) -> str:
    plain = next((kind for kind in (str, bool, int, float) if isinstance(value, kind)), None)
    if plain is None:  # only without checks
        value = without_numpy(value)
        plain = bool if isinstance(value, bool) else None
    try:
        # Not str(): an enum that is also a str or an int has its own text there, such as "Channel.SMS".
        text = str(value) if plain is None else str.__str__(value) if plain is str else plain.__repr__(value)
        text.encode()
    except ValueError:
        raise ApiValueError("has characters that a URL cannot have, or is too long a number", [name]) from None
    return text.lower() if plain is bool else text


def _segment(text: str, name: str, safe: str) -> str:
    """``text`` as one segment of a path, whatever its characters."""
    if not text:
        raise ApiValueError("must not be empty: it is part of the path", [name])
    quoted = quote(text, safe="".join(set(safe) - set("/?#%\\")))
    return quoted.replace(".", "%2E") if text in (".", "..") else quoted


def body_of(operation: Operation, body: Any, fields: Mapping[str, Any], options: dict[str, Any]) -> Any:
    """The body of a call: the one that is given, or the fields that are given as keywords.

    :param fields: the keywords of the method, :data:`UNSET` for those that are not given.
    :param options: the other keywords. Those that are fields by another name are removed.
    :raises ApiTypeError: a body and keywords are given.
    """
    given = Keywords((name, value) for name, value in fields.items() if value is not UNSET)
    for name in options.keys() & _ALIASES:
        given[name] = options.pop(name)
    if body is UNSET:
        return given
    if isinstance(body, str) and operation.bare is None:
        raise ApiTypeError(f"{operation.name} takes keywords: {operation.name}({_required(operation)}); not a str")
    if given:
        names = ", ".join(f"{name}=" for name in given)
        raise ApiTypeError(f"{operation.name} takes a request or keywords, not both; beside the request it got {names}")
    return body


def _required(operation: Operation) -> str:
    """The required fields of a call as its keywords: ``to=..., from_=..., text=...``."""
    fields = getattr(operation.bodies[0], "model", None)
    names = [name for name, one in getattr(fields, "_fields", {}).items() if one.required] or ["..."]
    return ", ".join(f"{'from_' if name == '_from' else name}=..." for name in names)


#: Names of fields that are no keywords of the methods, but names of them in models.
_ALIASES = frozenset({"_from"})


def wire_body(operation: Operation, value: Any, checks: Checks) -> dict[str, Any]:
    """The body in wire form: a dict after a check against the models of the operation, a model as it is.

    The contents of a model's lists and dicts are checked again: the program may have changed them since.

    A dict without checks still gets wire names: the idempotency id must be found.

    :raises ApiTypeError: ``value`` fits none of the models.
    :raises ApiValueError: a value is outside its limits.
    """
    assert operation.body is not None
    argument = operation.body[0]
    path = () if isinstance(value, Keywords) else (argument,)
    if operation.bare is not None and isinstance(value, str):
        value, path = {operation.bare: value}, ()
    elif operation.bare is not None and checks.types and isinstance(value, (int, float)):
        hint = "put it in quotes, since digits of text can begin with 0"
        raise ApiTypeError(f"must be a str, not {type_name(value)}: {hint}", [argument])
    if isinstance(value, dict) and not checks.types:
        first = operation.bodies[0]
        unchecked: dict[str, Any] = first.sent(first.unwrap(value))
        return unchecked
    if not checks.types and not hasattr(value, "__wire_sync__"):
        raise operation.bodies[0].refuse(value, (argument,))
    failure: ApiTypeError | ApiValueError | None = None
    for kind in operation.bodies:
        try:
            taken = kind.take(value, path, checks)
        except (ApiTypeError, ApiValueError) as error:
            failure = error
            continue
        if checks.types:
            kind.recheck(taken, path, checks)
        wire: dict[str, Any] = kind.sent(kind.unwrap(taken))
        return wire
    assert failure is not None
    raise failure
