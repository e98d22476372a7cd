"""Requests and responses of other clients of the API: the published Python client and a PHP client."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smscx_client.sandbox.spec.openapi import Spec
from test.support import ROOT

NL = "+31612469333"


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2035-06-01T09:00:00+00:00", "2035-06-01 09:00:00"),
        ("2035-06-01T09:00:00Z", "2035-06-01 09:00:00"),
        ("2035-06-01t09:00:00.123456z", "2035-06-01 09:00:00"),
        ("2035-06-01 09:00:00+02:00", "2035-06-01 07:00:00"),
        ("2035-06-01T00:30:00+0530", "2035-05-31 19:00:00"),
        ("2035-06-01T09:00:00-07:00", "2035-06-01 16:00:00"),
    ],
)
def test_a_date_in_iso_8601(call: Any, written: str, due: str) -> None:
    assert call.send(NL, scheduledDate=written)["data"][0]["scheduledAt"] == due


def test_the_offset_of_a_local_date_is_not_used(call: Any) -> None:
    for offset in "+00:00", "-11:00":
        sent = call.send(NL, scheduledDate=f"2035-06-01T09:00:00{offset}", isUtc=False)
        assert sent["data"][0]["scheduledAt"] == "2035-06-01 07:00:00"


@pytest.mark.parametrize(
    "written", ["2035-06-01T09:00Z", "2035-13-01T09:00:00Z", "2035-06-01T09:00:00+99:00", "0001-01-01T00:00:00+14:00"]
)
def test_other_texts_are_no_dates(call: Any, written: str) -> None:
    assert call("POST", "/sms", {"to": NL, "from": "InfoText", "text": "Hi", "scheduledDate": written}).status == 400


@pytest.mark.parametrize(("written", "is_short"), [("1", True), ("0", False), ("True", True), ("false", False)])
def test_booleans_in_a_query(demo: Any, written: str, is_short: bool) -> None:
    group = demo("GET", "/groups").json()["data"][0]["id"]
    full = demo("GET", f"/groups/{group}").json()
    response = demo("GET", f"/groups/{group}?short_response={written}").json()
    assert (response == full) is not is_short


def test_invalid_numbers_are_listed_beside_the_error_and_inside_it(call: Any) -> None:
    response = call.send([NL, "nobody", "+3161"])
    assert response["invalid"] == response["error"]["invalid"] == ["nobody", "+3161"]


@pytest.fixture
def group(call: Any) -> str:
    return str(call("POST", "/groups", {"name": "Customers"}).json()["info"]["id"])


def _custom_fields(call: Any, group: str) -> Any:
    return call("GET", f"/groups/{group}").json()["data"][0]["customFields"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"customFieldName": {"height": "1.78m"}}, {"height": "1.78m"}),
        ({"customFieldName": "1.78m"}, {"customFieldName": "1.78m"}),
        ([], {}),
        ({"customFieldName": []}, {}),
    ],
)
def test_forms_of_custom_fields(call: Any, group: str, written: Any, kept: dict[str, str]) -> None:
    contact = {"phoneNumber": NL, "customFields": written}
    assert call("POST", f"/groups/{group}", {"phoneNumbers": [contact]}).status == 200
    assert _custom_fields(call, group) == kept


def test_an_empty_array_is_no_object_where_a_list_is_expected(call: Any) -> None:
    assert call.send([])["error"]["code"] == 1104


def test_an_empty_array_for_an_empty_body(call: Any, group: str) -> None:
    call("POST", f"/groups/{group}", {"phoneNumbers": [NL]})
    contact = call("GET", f"/groups/{group}").json()["data"][0]["id"]
    path = f"/groups/{group}/{contact}"
    assert [call("PATCH", path, body).json()["error"]["code"] for body in ([], {})] == [1213, 1213]


def test_an_empty_array_for_an_empty_object_of_the_control_api(demo: Any) -> None:
    assert demo("POST", "/_sandbox/reset", []).status == 200
    callback = {"event": "receive_sms", "to": "http://127.0.0.1:9/", "data": []}
    assert demo("POST", "/_sandbox/trigger", callback).status == 200
    assert demo("POST", "/_sandbox/expect", {"messages": [], "timeout": 0}).status == 200
    assert demo("POST", "/_sandbox/application", []).status == 400


def _properties(node: Any) -> Any:
    if isinstance(node, dict):
        for name, schema in node.get("properties", {}).items():
            yield name, schema.get("type", "object") if isinstance(schema, dict) else "object"
        for each in node.values():
            yield from _properties(each)
    elif isinstance(node, list):
        for each in node:
            yield from _properties(each)


def _decimals(node: Any) -> Any:
    """The names of fields with a decimal number."""
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, float):
                yield name
            yield from _decimals(value)
    elif isinstance(node, list):
        for each in node:
            yield from _decimals(each)


def test_an_integer_is_never_written_as_a_decimal() -> None:
    types: dict[str, set[str]] = {}
    for name, type_ in _properties(Spec().document):
        types.setdefault(name, set()).add(type_ if isinstance(type_, str) else "several")
    integers = {name for name, known in types.items() if known == {"integer"}}
    examples = [json.loads(path.read_text("utf-8")) for path in (ROOT / "openapi" / "examples").glob("*.json")]
    assert len(examples) > 80
    assert {name for example in examples for name in _decimals(example)} & integers == set()
