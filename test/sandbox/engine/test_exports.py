"""CSV exports: no text becomes a formula, and phone numbers keep their form."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smscx_client.sandbox.engine.exports import as_csv


def _cell(value: object) -> str:
    content = as_csv("test", ["value"], [{"value": value}]).content
    assert isinstance(content, bytes)
    return list(csv.reader(io.StringIO(content.decode(), newline="")))[1][0]


@pytest.mark.parametrize("value", ["+31612469333", "Hello", "a=1", "2 + 3", ""])
def test_other_texts_stay_as_they_are(value: str) -> None:
    assert _cell(value) == value


@pytest.mark.parametrize("value", [-2, -0.5, 3])
def test_numbers_stay_numbers(value: float) -> None:
    assert _cell(value) == str(value)


@example("-2+3+cmd|' /C calc'!A0")
@example("+1+1")
@example("+31612469333\n=1+1")
@example("-5")
@example("+٣")
@given(
    st.builds(
        "".join,
        st.tuples(st.sampled_from("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"), st.text("0123456789+-=|'!\nA", max_size=12)),
    )
)
def test_a_text_that_could_be_a_formula_is_quoted(value: str) -> None:
    is_phone_number = value[0] == "+" and value[1:].isascii() and value[1:].isdigit()
    assert _cell(value) == (value if is_phone_number else f"'{value}")
