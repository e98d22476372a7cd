"""Large requests run while other requests run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from smscx_client.sandbox import Request, Response
from smscx_client.sandbox.telecom import numbers
from test.sandbox.conftest import KEY

HEADERS = {"x-api-key": KEY["X-API-KEY"], "content-type": "application/json"}


def test_an_xlsx_is_written_while_other_requests_run(call: Any) -> None:
    campaign = call.send("+31612469333", "Hi")["info"]["campaignId"]
    started = call.sandbox.begin(Request("GET", f"/reports/campaigns/{campaign}/xlsx", "", HEADERS))
    assert not started.is_complete
    assert call.send("+31612469333")["info"]["totalPhoneNumbers"] == 1
    done = call.sandbox.complete(started)
    assert done.is_complete and done.body.startswith(b"PK")
    assert done.headers["Content-Disposition"].endswith('.xlsx"')
    assert done.body == call("GET", f"/reports/campaigns/{campaign}/xlsx").body


def test_head_of_an_xlsx_runs_beside_other_requests_too(call: Any) -> None:
    get, head = (Request(method, "/optouts/xlsx", "", HEADERS) for method in ("GET", "HEAD"))
    started = call.sandbox.begin(head)
    assert not started.is_complete
    done = call.sandbox.complete(started)
    assert (done.status, done.body) == (200, b"")
    assert done.headers["Content-Length"] == str(len(call.sandbox.handle(get).body))


def test_a_fault_breaks_an_xlsx_too(remote: Any) -> None:
    remote("POST", "/_sandbox/faults", {"operation": "export_optouts_to_xlsx", "body": "html", "times": 1})
    assert b"Bad gateway" in remote("GET", "/optouts/xlsx").body
    assert remote("GET", "/optouts/xlsx").body.startswith(b"PK")


MANY = [f"+316{12_000_000 + number}" for number in range(2500)]
SEND = {"to": MANY, "from": "InfoText", "text": "Hi {{numbers:6}}"}


def _begin(call: Any, path: str = "/sms", **fields: Any) -> Response:
    started: Response = call.sandbox.begin(Request("POST", path, "", HEADERS, json.dumps({**SEND, **fields}).encode()))
    return started


def _steps(call: Any, started: Response) -> Iterator[Response]:
    """Each step of a request, one after the other; the last one is the response."""
    while started.rest:
        started = started.rest()
        yield started


def _all_messages(call: Any) -> list[dict[str, Any]]:
    return [{**row, "id": 0} for row in call.sandbox.messages()]


def test_other_requests_run_between_the_steps_of_a_large_send(call: Any) -> None:
    started = _begin(call)
    balances = []
    for step in _steps(call, started):
        balances.append(call("GET", "/account/balance").status)
        started = step
    assert len(balances) > 10 and set(balances) == {200}
    assert started.json()["info"]["totalPhoneNumbers"] == len(MANY)
    sent = call.sandbox.messages()
    assert [row["recipient"] for row in sent] == MANY
    assert {row["status"] for row in sent} == {"DELIVERED"}
    assert [row["msg_id"] for row in sent] == [item["msgId"] for item in started.json()["data"]]
    assert call.balance() == pytest.approx(5000 - started.json()["info"]["totalCost"])
    assert len(call("GET", "/_sandbox/ledger").json()["entries"]) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"shortResponse": True},
        {"noTextDetails": True},
        {"showTimezone": True},
        {"scheduledDate": "2035-06-01 09:00:00", "isUtc": False},
        {"allowInvalid": True, "to": [*MANY, "nobody"]},
        {"transliteration": {"alphabet": "NON_GSM"}, "text": "Zażółć"},
        {"dlrCallbackUrl": "http://127.0.0.1:9/dlr", "trackData": "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/sms", "/sms/estimate"])
def test_a_large_send_is_like_a_small_one(
    make: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, path: str, fields: dict[str, Any]
) -> None:
    fields = {"text": "Hi", **fields}
    in_steps, at_once = make(), make()
    first = in_steps("POST", path, {**SEND, **fields})
    monkeypatch.setattr("smscx_client.sandbox.resources.messages.operations.SLICE", 100_000)
    monkeypatch.setattr("smscx_client.sandbox.engine.steps.SLICE", 100_000)
    second = at_once("POST", path, {**SEND, **fields})
    assert first.status == second.status == 200
    assert first.json() == second.json()
    assert first.headers.keys() == second.headers.keys()
    ignored = {"batch"}
    rows = [
        [{k: v for k, v in row.items() if k not in ignored} for row in _all_messages(c)] for c in (in_steps, at_once)
    ]
    assert rows[0] == rows[1]
    items = [
        [item for hook in c("GET", "/_sandbox/webhooks").json()["webhooks"] for item in hook["data"]]
        for c in (in_steps, at_once)
    ]
    key = lambda item: (item["msgId"], item["statusCode"])  # noqa: E731
    assert sorted(items[0], key=key) == sorted(items[1], key=key)


@pytest.mark.parametrize(("text", "rest"), [("Hi {{firstName}}", ["Hi Anna", "Hi "])])
def test_a_large_campaign(call: Any, text: str, rest: list[str]) -> None:
    group = call("POST", "/groups", {"name": "Many"}).json()["info"]["id"]
    contacts = [{"phoneNumber": MANY[0], "firstName": "Anna"}, *({"phoneNumber": number} for number in MANY[1:])]
    assert call("POST", f"/groups/{group}", {"phoneNumbers": contacts}).status == 200
    body = {"groups": [group], "from": "InfoText", "text": text}
    sent = call("POST", "/sms/campaign", body).json()
    assert sent["info"]["groups"] == [{"id": group, "name": "Many", "phoneNumbers": len(MANY)}]
    assert [row["text"] for row in call.sandbox.messages()] == [rest[0], *rest[1:] * (len(MANY) - 1)]


def test_a_large_send_that_the_balance_cannot_pay_changes_nothing(make: Callable[..., Any]) -> None:
    call = make(balance="100")
    refused = call("POST", "/sms", SEND)
    assert (refused.status, refused.json()["error"]["code"]) == (400, 1113)
    assert (call.balance(), call.sandbox.messages()) == (100, [])


@pytest.mark.parametrize("change", [{"text": ""}, {"text": "{{shortlink:none1}}"}, {"to": [*MANY, "nobody"]}], ids=str)
def test_an_error_in_a_large_send_changes_nothing(call: Any, change: dict[str, Any]) -> None:
    few = {**SEND, **change, "to": change.get("to", MANY)[-2:]}
    refused, usual = call("POST", "/sms", {**SEND, **change}), call("POST", "/sms", few)
    assert refused.json()["error"]["code"] == usual.json()["error"]["code"]
    assert (call.balance(), call.sandbox.messages()) == (5000, [])


KEY_ID = "0e9b4a63-6d1f-4c3e-8f35-5a7c2d90b1e4"


def test_the_same_large_send_twice_at_the_same_time_is_sent_once(call: Any) -> None:
    first, second = _begin(call, idempotencyId=KEY_ID), _begin(call, idempotencyId=KEY_ID.upper())
    while first.rest or second.rest:
        first, second = (each.rest() if each.rest else each for each in (second, first))
    assert first.body == second.body
    assert first.headers["X-Idempotency-Id"].lower() == second.headers["X-Idempotency-Id"].lower() == KEY_ID
    assert len(call.sandbox.messages()) == len(MANY)
    assert call("POST", "/sms", {**SEND, "idempotencyId": KEY_ID}).body == first.body


@pytest.mark.parametrize("action", ["reset", "restore"])
def test_a_reset_in_the_middle_of_a_large_send(call: Any, action: str) -> None:
    call("POST", "/_sandbox/snapshots", {"name": "empty"})
    steps = _steps(call, _begin(call))
    while not call.sandbox.messages():
        next(steps)
    call("POST", "/_sandbox/reset" if action == "reset" else "/_sandbox/snapshots/empty/restore")
    *_, last = steps
    assert (last.status, "was reset or restored" in last.json()["error"]["message"]) == (503, True)
    assert (call.balance(), call.sandbox.messages()) == (5000, [])
    assert call("POST", "/sms", SEND).status == 200


def test_a_snapshot_in_the_middle_of_a_large_send_does_not_have_it(call: Any) -> None:
    started = _begin(call)
    steps = _steps(call, started)
    while not call.sandbox.messages():
        next(steps)
    call("POST", "/_sandbox/snapshots", {"name": "middle"})
    *_, last = steps
    assert (last.status, len(call.sandbox.messages())) == (200, len(MANY))
    call("POST", "/_sandbox/snapshots/middle/restore")
    assert (call.balance(), call.sandbox.messages()) == (5000, [])


def test_a_crash_in_the_middle_of_a_large_send_undoes_it(make: Callable[..., Any], tmp_path: Path) -> None:
    """The files of the database after each step are what a killed process leaves behind."""
    call = make(database=str(tmp_path / "sandbox.db"))
    outcomes = []
    started = _begin(call, idempotencyId=KEY_ID)
    for number, step in enumerate(_steps(call, started)):
        for name in ("sandbox.db", "sandbox.db-wal"):
            (tmp_path / f"{number}-{name}").write_bytes((tmp_path / name).read_bytes())
        after = make(database=str(tmp_path / f"{number}-sandbox.db"))
        outcomes.append((len(after.sandbox.messages()), after.balance() < 5000))
        response = after("POST", "/sms", {**SEND, "idempotencyId": KEY_ID}).json()
        assert response["info"]["totalPhoneNumbers"] == len(after.sandbox.messages()) == len(MANY)
        assert after.balance() == pytest.approx(5000 - response["info"]["totalCost"])
        assert {row["status"] for row in after.sandbox.messages()} == {"DELIVERED"}
        after.sandbox.close()
        started = step
    assert started.status == 200
    assert set(outcomes) == {(0, False), (len(MANY), True)}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"1", b'{"to": 5}', b'{"to": [[]]}', b"[" * 100_000, b"\xff", b'{"to": {}}']
)
@pytest.mark.usefixtures("no_garbage_collection")
def test_a_malformed_send_has_no_steps(call: Any, body: bytes) -> None:
    started = call.sandbox.begin(Request("POST", "/sms", "", HEADERS, body))
    assert (started.is_complete, started.status) == (True, 400)


def test_a_large_send_over_http(remote: Any) -> None:
    numbers = [f"+316{12_000_000 + number}" for number in range(2000)]
    sent = remote("POST", "/sms", {"to": numbers, "from": "InfoText", "text": "Hi"}).json()
    assert sent["info"]["totalPhoneNumbers"] == 2000
    assert len(json.dumps(numbers)) > 16 * 1024


def _with_group(make: Callable[..., Any]) -> Any:
    call = make(balance="1000000")
    assert call("POST", "/groups", {"name": "Many"}).json()["info"]["id"] == 1
    for number in (MANY[0], MANY[-1]):
        call("POST", "/groups/1", {"phoneNumbers": [number]})
        call("POST", "/optouts", {"phoneNumbers": [number, MANY[7]]})
    return call


def _texts(**fields: Any) -> dict[str, Any]:
    return {"phoneNumbers": ["nobody", *MANY, MANY[1]], **fields}


LISTS = {
    "validation": ("/numbers/validate", _texts()),
    "lookup": ("/numbers/lookup", _texts(lookupCallbackUrl="http://127.0.0.1:9/lookup")),
    "import": ("/groups/1", _texts(allowInvalid=True)),
}


def _begin_list(call: Any, name: str) -> Response:
    path, body = LISTS[name]
    started: Response = call.sandbox.begin(Request("POST", path, "", HEADERS, json.dumps(body).encode()))
    return started


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_is_worked_on_while_other_requests_run(
    make: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    in_steps, at_once = _with_group(make), _with_group(make)
    others, response = 0, _begin_list(in_steps, name)
    while response.rest:
        response = response.rest()
        others += in_steps("GET", "/account/channels/status").status == 200
    assert response.status == 200
    assert others > 2 * len(MANY) // 1000, "a request runs after every slice of a thousand numbers"
    for module in ("numbers.operations", "groups.operations"):
        monkeypatch.setattr(f"smscx_client.sandbox.resources.{module}.SLICE", 100_000)
    monkeypatch.setattr("smscx_client.sandbox.engine.steps.SLICE", 100_000)
    monkeypatch.setattr("smscx_client.sandbox.engine.pipeline.SLICE", 100_000)
    path, body = LISTS[name]
    assert _without_ids(at_once("POST", path, body).body) == _without_ids(response.body)
    assert at_once.balance() == in_steps.balance()
    for listed in ("/groups/1", "/_sandbox/webhooks", "/numbers/lookup"):
        assert _without_ids(at_once("GET", listed).body) == _without_ids(in_steps("GET", listed).body)


def _without_ids(body: bytes) -> str:
    """The other requests between the steps draw random numbers too."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", body.decode())


@pytest.mark.parametrize("name", ["lookup", "import"])
def test_a_long_list_that_fails_in_the_middle_leaves_nothing(make: Callable[..., Any], name: str) -> None:
    call = _with_group(make)
    before = call.balance(), call("GET", "/groups/1").json()["info"]
    steps = _steps(call, _begin_list(call, name))
    table = {"lookup": "lookups", "import": "contacts"}[name]
    while call.sandbox.context.store.all(f"SELECT count(*) AS rows FROM {table}")[0]["rows"] < 1000:
        next(steps)
    call.sandbox.context.store.execute(
        "CREATE TRIGGER broken BEFORE UPDATE ON account BEGIN SELECT raise(ABORT, ''); END"
    )
    call.sandbox.context.store.execute(
        "CREATE TRIGGER also_broken BEFORE INSERT ON contacts BEGIN SELECT raise(ABORT, ''); END"
    )
    *_, last = steps
    assert last.status == 500
    assert (call.balance(), call("GET", "/groups/1").json()["info"]) == before
    assert call.sandbox.context.store.all("SELECT count(*) AS rows FROM lookups") == [{"rows": 0}]


def test_a_crash_in_the_middle_of_a_bulk_lookup_leaves_no_lookup(make: Callable[..., Any], tmp_path: Path) -> None:
    call = make(database=str(tmp_path / "sandbox.db"), balance="1000000")
    steps = _steps(call, _begin_list(call, "lookup"))
    while call.sandbox.context.store.one("SELECT * FROM lookups") is None:
        next(steps)
    call("POST", "/_sandbox/snapshots", {"name": "middle"})  # the copy has the files that a killed process leaves
    call("POST", "/_sandbox/snapshots/middle/restore")
    assert call.sandbox.context.store.one("SELECT * FROM lookups") is None
    assert call.balance() == 1_000_000


def test_parsed_numbers_are_forgotten_when_no_large_request_needs_them(
    call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def known() -> int:
        return numbers.parse_number.cache_info().currsize

    monkeypatch.setattr(numbers, "_FEW", 20)
    numbers.parse_number.cache_clear()
    call("POST", "/sms", {**SEND, "to": MANY[:30]})
    assert known() == 0
    started = _begin(call)
    assert started.rest
    started = started.rest()
    assert known() == len(MANY)
    call("POST", "/sms", {**SEND, "to": MANY[:30]})
    assert known() == len(MANY)
    call.sandbox.complete(started)
    assert known() == 0
