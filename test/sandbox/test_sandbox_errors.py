"""Every error that the description lists for an operation of the sandbox, provoked over HTTP."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

import pytest
from provocations import SPEC, UNREACHABLE, Provocation, every

from smscx_client.sandbox import operations
from smscx_client.sandbox.spec import Operation

BUILT = [operation for operation in SPEC.operations.values() if operations.find(operation.id)]
MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
PROVOCATIONS = every()


LISTED = [
    (operation, row["status"], row["code"], row["type"])
    for operation in BUILT
    for row in operation.definition.get("x-errors", ())
]
REACHABLE = [row for row in LISTED if (row[0].id, row[2], row[3]) not in UNREACHABLE]


def test_every_listed_error_has_its_provocation() -> None:
    listed = {(operation.id, code, type_) for operation, _, code, type_ in LISTED}
    assert listed == {*PROVOCATIONS, *UNREACHABLE}
    assert not PROVOCATIONS.keys() & UNREACHABLE.keys()
    print(f"{len(PROVOCATIONS)} of {len(listed)} listed errors of {len(BUILT)} operations are provoked")


def target_of(operation: Operation, provocation: Provocation) -> str:
    """Path and query of the operation's example, changed as the provocation says."""
    examples = {name: each["example"] for name, each in operation.parameters.items() if each["in"] == "path"}
    path = operation.path.format(**{k: quote(str(v), safe="") for k, v in {**examples, **provocation.path}.items()})
    return f"{path}?{urlencode(provocation.query)}" if provocation.query else path


def body_of(operation: Operation, provocation: Provocation) -> Any:
    if not operation.bodies or provocation.body is not None:
        return provocation.body
    body = {**operation.body_example, **provocation.change}
    body.pop(provocation.without, None)
    return body


@pytest.mark.parametrize(
    ("operation", "status", "code", "type_"), REACHABLE, ids=[f"{row[0].id}-{row[2]}-{row[3]}" for row in REACHABLE]
)
def test_listed_error(remote: Any, operation: Operation, status: int, code: int, type_: str) -> None:
    provocation = PROVOCATIONS[operation.id, code, type_]
    for method, path, body in provocation.before:
        assert remote(method, path, body).status < 300
    for method, path, body in provocation.refused:
        assert 400 <= remote(method, path, body).status < 500

    answer = remote(
        operation.method, target_of(operation, provocation), body_of(operation, provocation), provocation.headers
    )

    error = answer.json()["error"]
    assert (answer.status, error["code"], error["type"]) == (status, code, type_)
    assert error["message"].startswith(SPEC.error(code, type_).meaning)
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Request-Id"]


def test_invalid_numbers_are_listed_beside_the_error(remote: Any) -> None:
    answer = remote("POST", "/sms", {**MESSAGE, "to": ["+31612469333", "nobody", "+3161"]}).json()
    assert answer["invalid"] == ["nobody", "+3161"]


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
def test_the_first_of_several_mistakes_is_told(remote: Any, change: dict[str, Any], code: int) -> None:
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
def test_a_mistake_without_a_code_of_its_own_is_named(remote: Any, change: dict[str, Any], place: str) -> None:
    error = remote("POST", "/sms", {**MESSAGE, **change}).json()["error"]
    assert (error["type"], error["code"]) == ("invalid_param", 1212)
    assert place in error["message"]
