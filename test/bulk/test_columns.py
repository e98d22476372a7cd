"""The columns of rows are the same, whether they are read with a pattern or as JSON."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiConnectionException
from smscx_client.bulk.columns import Columns
from smscx_client.bulk.rows import Document

texts = st.text(max_size=5) | st.sampled_from(['a},{"to":"x"', "{", "}", '"', "\\", "é", "\n", '"},{"'])
scalars = st.none() | st.booleans() | st.integers(-99, 99) | st.sampled_from([0.075, 1e22, -0.5]) | texts
rows = st.fixed_dictionaries(
    {"id": texts, "status": scalars, "to": texts, "cost": scalars},
    optional={"other": scalars | st.lists(scalars, max_size=2) | st.dictionaries(texts, scalars, max_size=2)},
)


def text_of(found: list[dict[str, Any]], **options: Any) -> str:
    comma, _ = options.setdefault("separators", (",", ":"))
    return comma.join(json.dumps(row, **options) for row in found)


def seen(columns: Columns) -> list[Any]:
    """The content of each row."""
    results = [columns.results[code] for code in columns.codes]
    return [repr(row) for row in zip(*columns.texts.values(), results)]


separators = st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", "\t: ")])


@given(st.lists(rows, min_size=1, max_size=6), st.booleans(), st.booleans(), separators, st.lists(scalars, max_size=2))
def test_both_ways_of_reading_return_the_same(
    found: list[dict[str, Any]], is_ascii: bool, is_alike: bool, between: tuple[str, str], from_: list[Any]
) -> None:
    found = [{**found[0], **row} for row in found] if is_alike else found
    alike = ["from"] if from_ else []
    found = [{**row, **({"from": from_[place % len(from_)]} if from_ else {})} for place, row in enumerate(found)]
    fast, slow = (Columns(["to", "id"], ["status", "cost"], alike) for _ in range(2))
    text = text_of(found, ensure_ascii=is_ascii, separators=between)
    slow.take(json.loads(f"[{text}]"))
    if fast.read(text):
        assert seen(fast) == seen(slow)
    else:
        assert not fast.codes


def test_rows_with_the_same_originator_are_not_parsed_and_others_are() -> None:
    found = [{"id": f"i{n}", "status": "ACCEPTED", "from": "Info.Text", "to": f"+{n}", "cost": n % 2} for n in range(9)]
    columns = Columns(["to", "id"], ["status", "cost"], ["from"])
    for sender, first, is_read in (("Info.Text", "Info.Text", True), ("MyShop", "MyShop", True), ("A", "B", False)):
        assert (
            columns.read(text_of([{**found[0], "from": first}, *({**row, "from": sender} for row in found)])) is is_read
        )
    senders = [columns.results[code]["from"] for code in columns.codes]
    assert senders == ["Info.Text"] * 10 + ["MyShop"] * 10
    assert columns.results[0] == {"status": "ACCEPTED", "cost": 0, "from": "Info.Text"}


@pytest.mark.parametrize("layout", [{"separators": (",", ":")}, {}, {"indent": 2}])
def test_rows_that_are_alike_are_not_parsed(layout: dict[str, Any]) -> None:
    found = [{"id": f"i{n}", "status": "ACCEPTED", "errorCode": None, "to": f"+{n}", "cost": n % 2} for n in range(9)]
    columns = Columns(["to", "id"], ["status", "cost"])
    assert columns.read(json.dumps(found, **layout)[1:-1].strip())
    assert columns.texts == {"to": [row["to"] for row in found], "id": [row["id"] for row in found]}
    assert columns.results == [{"status": "ACCEPTED", "cost": 0}, {"status": "ACCEPTED", "cost": 1}]
    assert columns.codes == [row["cost"] for row in found]
    assert columns.read(json.dumps(found[:1], **layout)[1:-1].strip())
    assert Columns(["to"], ["cost"]).read('{"to":"+1","cost":1},{"to":"+2","cost":1}')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "1",
        '{"to":"+1"}',  # a field is missing
        '{"to":"+1","cost":1},{"to":"+2","cost":1',  # the end is missing
        '{"to":"+1","cost":1},{"cost":1,"to":"+2"}',
        '{"to":"+1","cost":1},{"to":2,"cost":1}',
        '{"to":"+1","cost":1},{"to":2,"cost":1},{"to":"+3","cost":1}',
        '{"to":"+1","cost":1},{"to":"+2", "cost":1}',
        '{"to":"+1","cost":[1]}',
        '{"to":1,"cost":1},{"to":"+2","cost":1}',
        '{"to":"+1","cost":1,"more":{"to":"+2","cost":1}},{"to":"+3","cost":1,"more":{"to":"+4","cost":1}}',
        '{"to":"+1","cost":1},{"to":"\\u002b2","cost":1}',
        '{"to":"+1","to":"+2","cost":1}',
        '{"to":"+1","to":"+2","cost":1},{"to":"+3","cost":1}',
    ],
)
def test_rows_of_another_form_are_parsed_as_json(text: str) -> None:
    columns = Columns(["to"], ["cost"])
    assert not columns.read(text)
    assert not columns.codes


@pytest.mark.parametrize("layout", [{"separators": (",", ":")}, {}, {"indent": 2}])
def test_a_long_response_is_read_in_pieces(layout: dict[str, Any]) -> None:
    found = [{"to": f"+{n}", "cost": 1, "text": "x" * 99} for n in range(3000)]
    response = urllib3.HTTPResponse(io.BytesIO(json.dumps({"data": found}, **layout).encode()), preload_content=False)
    pieces = list(Document(response).rows())
    assert [row for piece in pieces for row in piece] == found
    assert len(pieces) > 3
    columns = Columns(["to"], ["cost"])
    response = urllib3.HTTPResponse(io.BytesIO(json.dumps({"data": found}, **layout).encode()), preload_content=False)
    for piece in Document(response).rows(columns.read):
        columns.take(piece)
    assert columns.texts["to"] == [row["to"] for row in found]


@pytest.mark.parametrize("bad", [0, 2])
def test_a_value_that_is_no_json_is_a_failure(bad: int) -> None:
    many = [f'{{"to":"+{n}","cost":{"1-1" if n == bad else "1"}}}' for n in range(5)]
    body = f'{{"data":[{",".join(many)}]}}'.encode()
    response = urllib3.HTTPResponse(io.BytesIO(body), status=200, preload_content=False)
    with pytest.raises(ApiConnectionException, match="the response cannot be read: it is not JSON \\["):
        list(Document(response).rows(Columns(["to"], ["cost"]).read))
    assert response.closed
