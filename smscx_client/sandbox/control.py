"""What the real API does not have: looking at the sandbox and changing its state, under `/_sandbox/`.

No credentials are asked for: whoever can reach the sandbox may use it, and web pages of other sites cannot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from . import billing
from .errors import ApiError, Assumed, error_for
from .http import Request, Response
from .lifecycle import LIVES
from .money import as_number, millionths
from .reading import JSON, read_body, read_parameters
from .routing import Branch
from .store import Row

if TYPE_CHECKING:
    from .core import Sandbox

__all__ = ["ERRORS", "MESSAGES", "answer", "owns"]

PREFIX = "/_sandbox"
MESSAGES = f"{PREFIX}/messages"
ERRORS = f"{PREFIX}/errors"

Values = dict[str, Any]


class Endpoint(NamedTuple):
    """What answers, and the JSON Schema of what it takes: by GET in path and query, by POST in the body."""

    answer: Callable[[Sandbox, Values], Any]
    fields: dict[str, Any]
    required: tuple[str, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        """The schema of all of it."""
        return {
            "type": "object",
            "required": list(self.required),
            "properties": self.fields,
            "additionalProperties": False,
        }


def owns(path: str) -> bool:
    """Whether a path is the sandbox's own and not the API's."""
    return path == "/" or path.startswith(f"{PREFIX}/")


def answer(sandbox: Sandbox, request: Request) -> Response:
    """Answer a request to the control API."""
    found = _ROUTES.find(request.path)
    if found is None:
        raise ApiError(Assumed.NO_ROUTE)
    endpoints, path_values = found
    if request.method not in endpoints:
        allowed = ", ".join(sorted(endpoints))
        raise ApiError(Assumed.METHOD, detail=f"It takes {allowed}.", headers={"Allow": allowed})
    endpoint = endpoints[request.method]
    world = sandbox.world
    if request.method == "GET":
        types = {name: schema["type"] for name, schema in endpoint.fields.items()}
        values = read_parameters({**request.query_values, **path_values}, types)
    else:
        values = read_body(request, JSON, world.settings.body_limit) if endpoint.fields else {}
    violations = world.spec.schemas.violations((request.method, request.path), endpoint.schema, values)
    if violations:
        raise error_for(violations, ())
    return Response.of_json(200, endpoint.answer(sandbox, values))


def _show(message: Row) -> Values:
    """A message as the control API shows it: all that is known of it."""
    return {
        "id": message["id"],
        "msgId": message["msg_id"],
        "campaignId": message["campaign_id"],
        "channel": message["channel"],
        "to": message["recipient"],
        "countryIso": message["country_iso"],
        "from": message["originator"],
        "text": message["text"],
        "status": message["status"],
        "errorCode": message["error_code"],
        "encoding": message["encoding"],
        "parts": message["parts"],
        "cost": as_number(message["cost"]),
        "createdAt": message["created_at"],
        "scheduledAt": message["scheduled_at"],
        "updatedAt": message["updated_at"],
        "trackData": message["track_data"],
    }


def _home(sandbox: Sandbox, values: Values) -> Values:
    return {"sandbox": "SMS.CX API on your machine: nothing is sent, nothing is charged.", "messages": MESSAGES}


def _messages(sandbox: Sandbox, values: Values) -> Values:
    found = sandbox.messages(values.get("to"), values.get("after", 0), values.get("limit", 500))
    return {"messages": [_show(message) for message in found]}


def _reset(sandbox: Sandbox, values: Values) -> Values:
    sandbox.reset()
    return {}


def _tick(sandbox: Sandbox, values: Values) -> Values:
    return {"steps": sandbox.tick()}


def _clock(sandbox: Sandbox, values: Values) -> Values:
    return {"now": sandbox.world.stamp()}


def _advance(sandbox: Sandbox, values: Values) -> Values:
    sandbox.advance(values["advance"])
    return _clock(sandbox, values)


def _balance(sandbox: Sandbox, values: Values) -> Values:
    account = billing.account(sandbox.world)
    return {
        "balance": as_number(account["balance"]),
        "currency": account["currency"],
        "billing": account["billing"],
        "creditLine": as_number(account["credit_line"]),
    }


def _set_balance(sandbox: Sandbox, values: Values) -> Values:
    changed = {**_balance(sandbox, values), **values}
    billing.set_account(
        sandbox.world, millionths(changed["balance"]), changed["billing"], millionths(changed["creditLine"])
    )
    return _balance(sandbox, values)


def _opt_out(sandbox: Sandbox, values: Values) -> Values:
    sandbox.world.store.execute("INSERT OR IGNORE INTO optouts VALUES (?)", values["phoneNumber"])
    return values


def _set_outcome(sandbox: Sandbox, values: Values) -> Values:
    sandbox.world.store.execute(
        "INSERT OR REPLACE INTO outcomes VALUES (?, ?)", values["phoneNumber"], values["outcome"]
    )
    return values


def _error(sandbox: Sandbox, values: Values) -> Values:
    spec = sandbox.world.spec
    rows = [row._asdict() for row in spec.errors if row.code == values["code"]]
    if not rows:
        raise ApiError(Assumed.NO_ROUTE, detail=f"Nor has it an error {values['code']}.")
    listed = sorted(operation.id for operation in spec.operations.values() if values["code"] in operation.codes)
    return {"errors": rows, "operations": listed}


_PHONE = {"type": "string", "pattern": r"^\+[0-9]{5,15}$"}
_COUNT = {"type": "integer", "minimum": 0, "maximum": 1_000_000_000}
_AMOUNT = {"type": "number", "minimum": -1e9, "maximum": 1e9}
_TEN_YEARS = 10 * 366 * 86_400

_ROUTES: Branch[Endpoint] = Branch()
for _method, _path, _endpoint in (
    ("GET", "/", Endpoint(_home, {})),
    ("GET", MESSAGES, Endpoint(_messages, {"to": {"type": "string"}, "after": _COUNT, "limit": _COUNT})),
    ("POST", f"{PREFIX}/reset", Endpoint(_reset, {})),
    ("POST", f"{PREFIX}/tick", Endpoint(_tick, {})),
    ("GET", f"{PREFIX}/clock", Endpoint(_clock, {})),
    (
        "POST",
        f"{PREFIX}/clock",
        Endpoint(_advance, {"advance": {"type": "number", "minimum": 0, "maximum": _TEN_YEARS}}, ("advance",)),
    ),
    ("GET", f"{PREFIX}/balance", Endpoint(_balance, {})),
    (
        "POST",
        f"{PREFIX}/balance",
        Endpoint(
            _set_balance, {"balance": _AMOUNT, "billing": {"enum": ["prepaid", "postpaid"]}, "creditLine": _AMOUNT}
        ),
    ),
    ("POST", f"{PREFIX}/optouts", Endpoint(_opt_out, {"phoneNumber": _PHONE}, ("phoneNumber",))),
    (
        "POST",
        f"{PREFIX}/outcomes",
        Endpoint(_set_outcome, {"phoneNumber": _PHONE, "outcome": {"enum": list(LIVES)}}, ("phoneNumber", "outcome")),
    ),
    ("GET", f"{ERRORS}/{{code}}", Endpoint(_error, {"code": _COUNT}, ("code",))),
):
    _ROUTES.add(_method, _path, _endpoint)
