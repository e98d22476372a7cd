"""Every error that the description lists for an operation, caused over HTTP by the method of the real client.

One call checks both sides: status, code and type of the sandbox's response, and the class that the library raises. The
expected class is read from the pages of docs/reference/api, as users do; `test_exceptions.py` checks the table behind
those pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from smscx_client import ApiClient, ApiException, Configuration, apis
from test.sandbox.provocations import SPEC, Provocation, every
from test.support import ROOT
from test.support.spec import METHODS_BY_NAME, Method, snake

MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
PROVOCATIONS = every()

LISTED = [
    (operation.id, row["status"], row["code"], row["type"])
    for operation in SPEC.operations.values()
    for row in operation.definition.get("x-errors", ())
]

HEADING = re.compile(r"## (\w+)$")
ERROR = re.compile(r"\| (?P<status>\d+), code (?P<code>\d+)<br>`(?P<type>\w+)` \| \[`(?P<raised>\w+)`\]")


def promised() -> Iterator[tuple[tuple[str, int, int, str], str]]:
    """Each error in the tables of docs/reference/api, with its method and its exception class."""
    method = ""
    for page in sorted((ROOT / "docs" / "reference" / "api").glob("*.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            if heading := HEADING.match(line):
                method = heading[1]
            elif error := ERROR.match(line):
                yield (method, int(error["status"]), int(error["code"]), error["type"]), error["raised"]


PROMISED = dict(promised())


def test_every_listed_error_has_its_provocation() -> None:
    listed = {(operation_id, code, type_) for operation_id, _, code, type_ in LISTED}
    assert len(listed) == len(LISTED) > 500
    assert listed == PROVOCATIONS.keys()


@pytest.fixture(scope="session")
def _client(_remote: Any) -> Iterator[ApiClient]:
    """The real client, without retries and automatic ids, with long timeouts for a busy machine."""
    configuration = Configuration(
        host=_remote.url,
        api_key="sandbox-key",
        max_retries=0,
        auto_idempotency=False,
        timeout=None,
        total_timeout=None,
    )
    with ApiClient(configuration) as client:
        yield client


def arguments_of(method: Method, provocation: Provocation) -> dict[str, Any]:
    """Those of the operation's example, changed as the provocation says."""
    in_path = {one["name"]: one["example"] for one in method.parameters if one["in"] == "path"}
    names = {one["name"]: one.get("x-python-name", snake(one["name"])) for one in method.parameters}
    arguments = {names.get(name, name): value for name, value in {**in_path, **provocation.parameters}.items()}
    argument = method.body_argument()
    if argument:
        arguments[argument] = body_of(method, provocation)
    return arguments


def body_of(method: Method, provocation: Provocation) -> Any:
    if provocation.body is not None:
        return provocation.body
    body = {**SPEC.operations[method.name].body_example, **provocation.change}
    body.pop(provocation.without, None)
    return body


def options_of(provocation: Provocation) -> dict[str, Any]:
    """The client checks nothing itself, so that the error reaches the sandbox."""
    own = {"_request_auths": [{"key": "Authorization", "value": provocation.credentials}]}
    return {"_check_input_type": False, **(own if provocation.credentials else {})}


@pytest.mark.parametrize(
    ("operation_id", "status", "code", "type_"), LISTED, ids=[f"{row[0]}-{row[2]}-{row[3]}" for row in LISTED]
)
def test_listed_error(
    remote: Any,
    _client: ApiClient,
    record_property: Callable[[str, Any], None],
    operation_id: str,
    status: int,
    code: int,
    type_: str,
) -> None:
    provocation = PROVOCATIONS[operation_id, code, type_]
    for verb, path, body in provocation.before:
        assert remote(verb, path, body).status < 300
    for verb, path, body in provocation.refused:
        assert 400 <= remote(verb, path, body).status < 500
    method = METHODS_BY_NAME[operation_id]
    call = getattr(getattr(apis, method.api_class)(_client), operation_id)

    with pytest.raises(ApiException) as caught:
        call(**arguments_of(method, provocation), **options_of(provocation))

    raised = caught.value
    error = json.loads(raised.body)["error"]
    assert (raised.status, error["code"], error["type"]) == (status, code, type_)
    assert type(raised).__name__ == PROMISED[operation_id, status, code, type_]
    assert (raised.error_code, raised.error_type) == (code, type_)
    assert error["message"].startswith(SPEC.error(code, type_).meaning)
    assert raised.headers["Content-Type"] == "application/json"
    assert raised.request_id
    record_property("listed errors", len(LISTED))


def test_invalid_numbers_are_listed_beside_the_error(remote: Any) -> None:
    response = remote("POST", "/sms", {**MESSAGE, "to": ["+31612469333", "nobody", "+3161"]}).json()
    assert response["invalid"] == ["nobody", "+3161"]


def test_a_link_to_an_error_leads_to_its_explanation(remote: Any) -> None:
    error = remote("POST", "/sms", {**MESSAGE, "from": "ab"}).json()["error"]
    explained = remote("GET", error["uri"]).json()
    assert [row["code"] for row in explained["errors"]] == [1106]
    assert {"send_sms", "estimate_sms", "send_sms_campaign"} <= set(explained["operations"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to": [], "from": "", "text": ""}, 1104),
        ({"from": "", "text": ""}, 1105),
        ({"to": ["+31612469333"] * 25_001, "from": "ab"}, 1103),
        ({"from": "x" * 16, "scheduledDate": "x"}, 1106),
        ({"to": ["+3161"], "scheduledDate": "2020-01-01 00:00:00"}, 1207),
        ({"scheduledDate": "2020-01-01 00:00:00", "text": "{{numbers:0}}"}, 1116),
        ({"text": "{{numbers:0}}", "to": "+5351234567"}, 1137),
        ({"to": "+5351234567"}, 1119),
    ],
    ids=lambda value: str(value)[:40],
)
def test_the_first_of_several_errors_is_reported(remote: Any, change: dict[str, Any], code: int) -> None:
    remote("POST", "/_sandbox/balance", {"balance": 0})
    assert remote("POST", "/sms", {**MESSAGE, **change}).json()["error"]["code"] == code


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"allowInvalid": "yes"}, "`allowInvalid`"),
        ({"to": 31612469333}, "`to`"),
        ({"to": [31612469333]}, "`to.*`"),
        ({"countryIso": "NLD"}, "`countryIso`"),
        ({"text": "x" * 1531}, "11 parts"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_error_without_its_own_code_is_named(remote: Any, change: dict[str, Any], place: str) -> None:
    error = remote("POST", "/sms", {**MESSAGE, **change}).json()["error"]
    assert (error["type"], error["code"]) == ("invalid_param", 1212)
    assert place in error["message"]
