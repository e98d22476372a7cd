"""State: it is reproducible, can be kept in a file, and is read and changed with `/_sandbox/`."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smscx_client.sandbox.spec.openapi import OperationSpec, Spec
from smscx_client.sandbox.state import store
from smscx_client.sandbox.state.store import StoreError

BODY = {"to": ["+31612469333", "+4915228817386"], "from": "InfoText", "text": "Code {{numbers:6}} {{optoutLink}}"}


def _run(call: Any) -> list[bytes]:
    responses = [
        call("POST", "/sms", BODY),
        call("POST", "/sms", {**BODY, "scheduledDate": "2035-06-01 09:00:00"}),
        call("POST", "/sms/estimate", BODY),
        call("GET", "/groups"),
        call("GET", "/_sandbox/messages"),
    ]
    return [response.body + str(sorted(response.headers.items())).encode() for response in responses]


def test_same_seed_and_calls_same_bytes(make: Callable[..., Any]) -> None:
    assert _run(make(demo=True)) == _run(make(demo=True))
    assert _run(make(demo=True)) != _run(make(demo=True, seed=1))


EXPORTS = [operation for operation in Spec().operations.values() if operation.path.endswith(("/csv", "/xlsx"))]


@pytest.mark.parametrize("export", EXPORTS, ids=[export.id for export in EXPORTS])
def test_exports_are_the_same_bytes(make: Callable[..., Any], export: OperationSpec) -> None:
    values = {name: each["example"] for name, each in export.parameters.items() if each["in"] == "path"}
    path = export.path.format(**values) + ("?period=2026-10" if "period" in export.parameters else "")
    first, again = (make(demo=True)("GET", path) for _ in range(2))
    assert (again.status, again.body) == (200, first.body)
    if export.path.endswith("/xlsx"):
        with zipfile.ZipFile(io.BytesIO(first.body)) as workbook:
            dates = re.findall(rb"W3CDTF\">([^<]+)<", workbook.read("docProps/core.xml"))
        assert set(dates) == {b"2026-01-01T00:00:00Z"}, "whenever it is made"


def test_reset_restores_the_first_state(make: Callable[..., Any]) -> None:
    call = make(demo=True)
    first = _run(call)
    call("POST", "/_sandbox/clock", {"advance": 12.5})
    call("POST", "/_sandbox/optouts", {"phoneNumber": "+31612469333"})
    call("POST", "/_sandbox/balance", {"balance": 1, "billing": "postpaid", "creditLine": 2})
    assert call("POST", "/_sandbox/reset").json() == {}
    assert _run(call) == first


def test_a_file_keeps_the_state(make: Callable[..., Any], tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.db")
    call = make(database=database, demo=True)
    first = call("POST", "/sms", BODY).json()["data"][0]
    balance = call.balance()
    call.sandbox.close()

    call = make(database=database, demo=True)
    assert call.balance() == balance
    report = call("GET", f"/reports/single/{first['msgId']}").json()["data"]
    assert (report["text"], report["status"]) == (first["text"], "DELIVERED")
    assert call("POST", "/sms", BODY).json()["data"][0]["msgId"] != first["msgId"]
    assert call("DELETE", "/sms/scheduled/7c9d4a52-1e6b-4f38-8a0d-5b2e9f3c6d71").status == 200


@pytest.mark.parametrize("content", ["text", "sql"])
def test_a_file_of_another_kind_is_not_changed(make: Callable[..., Any], tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.db"
    if content == "text":
        path.write_text("notes" * 1000)
    else:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE mine (x)")
        other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"other\.db"):
        make(database=str(path))
    assert path.read_bytes() == before


def test_the_error_for_a_file_of_another_version_says_what_to_do(
    make: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "old.db"
    make(database=str(database)).sandbox.close()
    before = database.read_bytes()
    tables = shutil.copytree(store.TABLES, tmp_path / "tables")
    with (tables / "state/tables.sql").open("a") as changed:
        changed.write("CREATE TABLE invented (x);")
    monkeypatch.setattr(store, "TABLES", tables)
    with pytest.raises(StoreError, match=r"old\.db is not a database of this version.* another file.* delete this one"):
        make(database=str(database))
    assert database.read_bytes() == before


def test_named_snapshots_outlive_the_process(make: Callable[..., Any], tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.db")
    call = make(database=database, demo=True)
    call("POST", "/_sandbox/limits", {"rateLimit": 7, "rateWindow": 8})
    call("POST", "/_sandbox/reset", {"seed": 3})
    call("POST", "/_sandbox/clock", {"advance": 60})
    call.send("+31612469333", "first")
    call("POST", "/_sandbox/limits", {"rateLimit": 7, "rateWindow": 8})
    for name in ("before", "../tickets ✓", "dropped"):
        call("POST", "/_sandbox/snapshots", {"name": name})
    call("DELETE", "/_sandbox/snapshots/dropped")
    call("POST", "/_sandbox/clock", {"advance": 60})
    expected = call.send("+31612469333", "second")
    messages = len(call.sandbox.messages())
    call("POST", "/_sandbox/reset", {"demo": False})
    call.sandbox.close()

    call = make(database=database)
    assert call("GET", "/_sandbox/snapshots").json() == {"snapshots": ["../tickets ✓", "before"]}
    for _ in range(2):
        assert call("POST", "/_sandbox/snapshots/before/restore").json()["now"] == "2026-11-02 09:01:00"
        assert call("GET", "/_sandbox/limits").json() == {"rateLimit": 7, "rateWindow": 8}
        call("POST", "/_sandbox/clock", {"advance": 60})
        assert call.send("+31612469333", "second") == expected
        assert len(call.sandbox.messages()) == messages
    assert {path.name for path in tmp_path.iterdir()} <= {
        *("sandbox.db", "sandbox.db-wal", "sandbox.db-shm", "sandbox.db.snapshots")
    }


def test_a_snapshot_in_a_file_replaces_one_of_the_same_name(make: Callable[..., Any], tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.db")
    call = make(database=database)
    for balance in (1, 2):
        call("POST", "/_sandbox/balance", {"balance": balance})
        assert call("POST", "/_sandbox/snapshots", {"name": "x"}).json() == {"snapshots": ["x"]}
    call.sandbox.close()
    call = make(database=database)
    call("POST", "/_sandbox/balance", {"balance": 3})
    call("POST", "/_sandbox/snapshots/x/restore")
    assert call.balance() == 2
    assert call("DELETE", "/_sandbox/snapshots/x").json() == {"snapshots": []}
    call.sandbox.close()
    assert make(database=database)("POST", "/_sandbox/snapshots/x/restore").status == 404


def test_a_file_that_is_no_snapshot_is_an_error(make: Callable[..., Any], tmp_path: Path) -> None:
    database = tmp_path / "sandbox.db"
    (tmp_path / "sandbox.db.snapshots").mkdir()
    notes = tmp_path / "sandbox.db.snapshots" / "notes.db"
    notes.write_text("notes" * 1000)
    with pytest.raises(StoreError, match=r"notes\.db") as failure:
        make(database=str(database))
    notes.unlink()
    make(database=str(database))  # the first one has closed its database, although its frames are still alive
    assert failure.tb


def test_messages_can_be_searched(demo: Any) -> None:
    demo.send("+4915228817386", "Hallo")
    *_, found = demo("GET", "/_sandbox/messages?to=%2B4915228817386").json()["messages"]
    assert (found["to"], found["text"], found["encoding"], found["cost"]) == (
        "+4915228817386",
        "Hallo",
        "GSM-7",
        0.08,
    )
    everything = demo("GET", "/_sandbox/messages").json()["messages"]
    assert demo("GET", f"/_sandbox/messages?after={everything[-2]['id']}").json()["messages"] == everything[-1:]
    assert demo("GET", "/_sandbox/messages?limit=1").json()["messages"] == everything[:1]


def test_the_clock_can_be_moved(call: Any) -> None:
    assert call("GET", "/_sandbox/clock").json() == {"now": "2026-11-02 09:00:00", "rate": 0}
    assert call("POST", "/_sandbox/clock", {"advance": 90}).json() == {"now": "2026-11-02 09:01:30", "rate": 0}


def test_the_balance_can_be_set(call: Any) -> None:
    assert call("POST", "/_sandbox/balance", {"balance": 12.34}).json() == {
        "balance": 12.34,
        "currency": "eur",
        "billing": "prepaid",
        "creditLine": 1000,
    }
    assert call.balance() == 12.34


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/_sandbox/clock", {}),
        ("/_sandbox/clock", {"advance": -1}),
        ("/_sandbox/clock", {"advance": "soon"}),
        ("/_sandbox/clock", {"advance": 1e300}),
        ("/_sandbox/clock", {"now": "9999-12-31 23:59:59"}),
        ("/_sandbox/balance", {"balance": None}),
        ("/_sandbox/balance", {"saldo": 1}),
        ("/_sandbox/optouts", {"phoneNumber": "0612469333"}),
        ("/_sandbox/outcomes", {"phoneNumber": "+31612469333", "outcome": "lost"}),
        ("/_sandbox/optouts", []),
    ],
)
def test_wrong_changes_are_refused(call: Any, path: str, body: Any) -> None:
    before = call.sandbox.context.store.all("SELECT * FROM account"), call("GET", "/_sandbox/clock").json()
    response = call("POST", path, body)
    assert (response.status, response.json()["error"]["type"]) == (400, "invalid_param")
    assert before == (call.sandbox.context.store.all("SELECT * FROM account"), call("GET", "/_sandbox/clock").json())


@pytest.mark.parametrize("query", ["limit=-1", "limit=all", "after=1e3", "limit=99999999999999999999"])
def test_wrong_searches_are_refused(call: Any, query: str) -> None:
    assert call("GET", f"/_sandbox/messages?{query}").status == 400


@pytest.mark.parametrize("code", ["1", "many", "-1"])
def test_there_is_no_explanation_of_an_unknown_error(call: Any, code: str) -> None:
    assert call("GET", f"/_sandbox/errors/{code}").status in (400, 404)


def test_a_reset_returns_the_space_of_deleted_rows(make: Callable[..., Any], tmp_path: Path) -> None:
    database = tmp_path / "sandbox.db"
    call = make(database=str(database), balance="1000000")
    call("POST", "/_sandbox/reset")
    empty = _size(tmp_path)
    call.send([f"+316{12_000_000 + number}" for number in range(25_000)])
    assert _size(tmp_path) > empty + 5_000_000
    call("POST", "/_sandbox/reset")
    assert _size(tmp_path) < empty + 1_000_000
    assert call.send("+31612469333")["info"]["totalPhoneNumbers"] == 1


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())
