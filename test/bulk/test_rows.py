"""Rows of a response are read the same however the network divides it, and a broken body is a failure."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiConnectionException
from smscx_client.bulk.rows import Document

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8) | st.just('a},{"b": ["'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
objects = st.dictionaries(st.text(max_size=4), values, max_size=4)
bodies = st.fixed_dictionaries({"data": st.lists(objects, max_size=8)}, optional={"info": objects, "paging": values})


class _Chunks:
    """A body that arrives in pieces of some bytes."""

    def __init__(self, body: bytes, size: int):
        self.response = urllib3.HTTPResponse(io.BytesIO(body), status=200, preload_content=False)
        self.response.stream = (
            lambda *_, **__: (  # type: ignore[method-assign]
                body[place : place + size] for place in range(0, len(body), size)
            )
        )


def read(body: bytes, size: int = 7) -> tuple[list[Any], dict[str, Any]]:
    document = Document(_Chunks(body, size).response)
    found = [row for some in document.rows() for row in some]
    return found, document.fields


@given(bodies, st.integers(1, 60), st.sampled_from([(",", ":"), (", ", ": ")]), st.booleans())
def test_reads_what_json_reads(body: dict[str, Any], size: int, separators: tuple[str, str], is_ascii: bool) -> None:
    ordered = dict(reversed(body.items())) if size % 2 else body
    text = json.dumps(ordered, separators=separators, ensure_ascii=is_ascii)
    found, fields = read(text.encode("utf-8", "surrogatepass"), size)
    expected = json.loads(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    assert found == expected.pop("data")
    assert fields == expected


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "nope",
        '{"info": , "data": []}',
        '{"data"; []}',
        '{"data": [{"a": 1}',
        '{"data": [{"a": 1},]}',
        '{"data": [{}] "x": 1}',
    ],
)
def test_a_broken_body_is_a_failure_that_may_have_acted(body: str) -> None:
    with pytest.raises(ApiConnectionException) as error:
        read(body.encode())
    assert error.value.outcome_unknown
    assert "the response cannot be read: it is not JSON [" in str(error.value)


def test_a_body_that_is_cut_off_is_a_failure_that_may_have_acted() -> None:
    body = io.BytesIO(b'{"data": [{"to": "+1"}], "info": {}}')
    response = urllib3.HTTPResponse(
        body, {"Content-Length": "99"}, status=200, preload_content=False, enforce_content_length=True
    )
    with pytest.raises(ApiConnectionException, match="IncompleteRead") as error:
        list(Document(response).rows())
    assert error.value.outcome_unknown
    assert response.closed


def test_every_cut_of_a_body_is_a_failure() -> None:
    body = json.dumps({"info": {"n": 12}, "data": [{"to": "+1"}, {"to": "+2"}]}, separators=(",", ":")).encode()
    for length in range(len(body)):
        with pytest.raises(ApiConnectionException):
            read(body[:length])
    assert read(body)[0] == [{"to": "+1"}, {"to": "+2"}]


def test_data_that_is_no_list_is_a_field() -> None:
    assert read(b'{"data": null, "info": 12.5}', size=1) == ([], {"data": None, "info": 12.5})


def test_bytes_that_are_no_utf_8_are_replaced() -> None:
    assert read(b'{"data": [{"to": "\xff"}]}') == ([{"to": "\ufffd"}], {})


def test_a_response_that_is_not_read_to_its_end_is_closed() -> None:
    response = urllib3.HTTPResponse(io.BytesIO(b"[" + b" " * 2_000_000), status=200, preload_content=False)
    with pytest.raises(ApiConnectionException):
        list(Document(response).rows())
    assert response.closed
