"""Every error that the description lists for an operation of the sandbox, provoked over HTTP."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

import pytest

from smscx_client.sandbox import operations
from smscx_client.sandbox.spec import Spec

SPEC = Spec()
BUILT = [operation for operation in SPEC.operations.values() if operations.find(operation.id)]
MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
UNKNOWN_ID = "7ad0e8a5-0c4b-4f6e-9d5e-2f1f0a5a3c11"


@dataclass(frozen=True)
class Provocation:
    """A request that has to fail: what is different from one that does not, and what is done before."""

    change: dict[str, Any] = field(default_factory=dict)
    without: str = ""
    path: dict[str, str] = field(default_factory=dict)
    form: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    before: tuple[tuple[str, Any], ...] = ()


def _account(**account: Any) -> tuple[tuple[str, Any], ...]:
    return (("/_sandbox/balance", account),)


def _basic(application: str, secret: str) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{application}:{secret}'.encode()).decode()}"}


APPLICATION = _basic(SPEC.operations["get_application_settings"].example("applicationId"), "sandbox-secret")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

SMS = {
    1103: Provocation({"to": ["+31612469333"] * 25_001}),
    1104: Provocation(without="to"),
    1105: Provocation(without="from"),
    1106: Provocation({"from": "ab"}),
    1107: Provocation({"text": ""}),
    1108: Provocation({"scheduledDate": "tomorrow at nine"}),
    1109: Provocation({"dlrCallbackUrl": "not a URL"}),
    1110: Provocation({"transliteration": {"alphabet": "KLINGON"}}),
    1112: Provocation({"text": "Look: {{shortlink:nowhere}}"}),
    1113: Provocation(before=_account(balance=0.01)),
    1114: Provocation(before=_account(billing="postpaid", balance=-9.99, creditLine=10)),
    1116: Provocation({"scheduledDate": "2020-02-29 12:00:00"}),
    1119: Provocation({"to": ["+31612469333", "+5351234567"]}),
    1135: Provocation({"transliteration": "NON_GSM"}),
    1136: Provocation({"text": "{{alphanumeric:many}}"}),
    1137: Provocation({"text": "{{numbers:21}}"}),
    1207: Provocation({"to": ["+3161"]}),
    1210: Provocation({"to": ["+31612469333", "+3161"]}),
    1503: Provocation({"transliteration": {"alphabet": "NONE", "removeEmojis": "yes"}}),
}

PROVOCATIONS: dict[tuple[str, int, str], Provocation] = {
    **{("send_sms", code, SPEC.error(code).type): each for code, each in SMS.items()},
    ("send_sms", 1111, "invalid_param"): Provocation({"idempotencyId": "1234"}),
    **{("estimate_sms", code, SPEC.error(code).type): each for code, each in SMS.items()},
    ("get_single_report", 1160, "not_found"): Provocation(path={"msgId": UNKNOWN_ID}),
    ("get_single_report", 1165, "invalid_param"): Provocation(path={"msgId": "1234"}),
    ("delete_scheduled_sms", 1100, "not_found"): Provocation(path={"msgId": UNKNOWN_ID}),
    ("delete_scheduled_sms", 1115, "invalid_param"): Provocation(path={"msgId": "1234"}),
    ("delete_scheduled_sms", 1118, "access_denied"): Provocation(
        path={"msgId": SPEC.operations["get_single_report"].example("msgId")}
    ),
    ("get_access_token", 1600, "invalid_client"): Provocation(
        form=b"grant_type=client_credentials", headers=_basic("sandbox", "guess")
    ),
    ("get_access_token", 1600, "invalid_request"): Provocation(form=b"scope=sms", headers=APPLICATION),
    ("get_access_token", 1600, "unsupported_grant_type"): Provocation(form=b"grant_type=password", headers=APPLICATION),
    ("get_access_token", 1600, "invalid_scope"): Provocation(
        form=b"grant_type=client_credentials&scope=SMS", headers=APPLICATION
    ),
}

LISTED = [
    (operation, row["status"], row["code"], row["type"])
    for operation in BUILT
    for row in operation.definition.get("x-errors", ())
]


def test_every_listed_error_has_its_provocation() -> None:
    assert {(operation.id, code, type_) for operation, _, code, type_ in LISTED} == set(PROVOCATIONS)
    assert len(LISTED) == len(PROVOCATIONS) == 48


@pytest.mark.parametrize(
    ("operation", "status", "code", "type_"), LISTED, ids=[f"{row[0].id}-{row[2]}-{row[3]}" for row in LISTED]
)
def test_listed_error(remote: Any, operation: Any, status: int, code: int, type_: str) -> None:
    provocation = PROVOCATIONS[operation.id, code, type_]
    body: Any = provocation.form
    if operation.bodies and body is None:
        body = {**MESSAGE, **provocation.change}
        body.pop(provocation.without, None)
    for path, before in provocation.before:
        assert remote("POST", path, before).status == 200
    headers = {**(FORM if provocation.form else {}), **provocation.headers}

    answer = remote(operation.method, operation.path.format(**provocation.path), body, headers)

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
