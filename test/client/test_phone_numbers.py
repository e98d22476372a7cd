"""Cleaning of phone numbers changes the writing only, never the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client._phone_numbers import clean_phone_number, phone_number_key
from smscx_client.sandbox.telecom.numbers import parse_number

SEPARATORS = st.text(" ().-/", max_size=3)
NUMBERS = st.sampled_from(
    ["+31612469333", "0031612469333", "31612469333", "+442079460000", "0612469333", "+46701740605"]
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A number with separators between its digits."""
    return "".join(character + draw(SEPARATORS) for character in draw(NUMBERS)).strip()


@pytest.mark.parametrize(
    "text",
    [
        "+31612469333",
        " +31 6 12 46 93 33\t",
        "+31 (0) 6-12.46/93 33".replace("(0) ", ""),
        "0031612469333",
        "00 31 6 12469333",
        "\u202d+31612469333\u202c",
        "+31\u00a06\u201112469333",
        "\ufeff+31612469333",
        "+31612469333.0",
    ],
)
def test_ways_to_write_a_number(text: str) -> None:
    assert clean_phone_number(text) == "+31612469333"


@pytest.mark.parametrize(("text", "cleaned"), [("31612469333.0", "31612469333"), ("06 12", "0612"), ("112", "112")])
def test_a_number_without_a_country_code_stays_as_it_is(text: str, cleaned: str) -> None:
    assert clean_phone_number(text) == cleaned


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "is empty"),
        (" ()", "is empty"),
        ("Ann", "contains letters or other invalid characters"),
        ("+316nine", "contains letters"),
        ("+31612469333, +33612345678", "contains letters"),
        ("12", "has too few or too many digits"),
        ("+", "has too few or too many digits"),
        ("+3161246933312345", "has 16 digits; a phone number has 3 to 15"),
        ("001234567890123456", "has 16 digits"),
        ("3.1612469E+10", "is in scientific notation"),
        ("3,1612E+10", "is in scientific notation"),
        ("٣١٦١٢٤٦٩٣٣٣", "contains letters"),
    ],
)
def test_a_text_that_is_no_number_is_refused_without_being_shown(text: str, error: str) -> None:
    with pytest.raises(ValueError, match=error) as caught:
        clean_phone_number(text)
    assert len(text) < 3 or text not in str(caught.value)


@given(written(), st.sampled_from([None, "NL", "GB", "SE"]))
def test_the_api_reads_the_same_number_before_and_after(text: str, country: str | None) -> None:
    before = parse_number(text, country)
    if before is not None:
        assert parse_number(clean_phone_number(text), country) == before


@given(written())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean_phone_number(text)
    assert clean_phone_number(cleaned) == cleaned


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_an_error(text: str) -> None:
    try:
        cleaned = clean_phone_number(text)
    except ValueError as error:
        assert str(error)
    else:
        assert cleaned.lstrip("+").isdecimal()
        assert cleaned.isascii()


def test_the_key_is_the_same_with_and_without_plus() -> None:
    assert phone_number_key("+31612469333") == phone_number_key("31612469333") == "+31612469333"
