# ruff: noqa: RUF001 (letters that look alike are the point here)
"""Encoding, parts and units of a text, compared with GSM 03.38 and with smsutil."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import smsutil
from hypothesis import example, given
from hypothesis import strategies as st

from smscx_client import text
from smscx_client.text import analyze

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = "\f^{}\\[~]|€"
GSM = st.text(st.sampled_from(BASIC + EXTENSION), max_size=700)
ANY = st.text(
    st.one_of(st.sampled_from("aé中я€^😀\u0301\r\n"), st.characters(exclude_categories=["Cs"])), max_size=500
).map(lambda value: value.replace("\x1b", ""))
"""Without U+001B, the escape code, which smsutil counts as a character; a phone reads it together with the next one."""


def assert_like_smsutil(value: str) -> None:
    expected = smsutil.split(value)
    analysis = analyze(value)
    if value:
        assert analysis.encoding == {"gsm0338": "GSM-7", "utf_16_be": "UCS-2"}[expected.encoding]
        assert list(analysis.texts) == [part.content for part in expected.parts]
    assert analysis.parts == len(analysis.texts) == max(1, len(expected.parts))
    assert analysis.units == (expected.total_bytes if analysis.encoding == "GSM-7" else expected.total_bytes // 2)


@given(GSM)
@example("")
@example("€" * 80)
@example("€" * 81)
@example("x" * 152 + "€" * 10)
@example("x" * 305 + "€" * 10)
def test_gsm_texts_are_split_as_by_smsutil(value: str) -> None:
    assert analyze(value).encoding == "GSM-7"
    assert_like_smsutil(value)


@given(ANY)
@example("я" * 66 + "😀" * 10)
@example("😀" * 35)
@example("😀" * 36)
@example("👨‍👩‍👧" * 20)
@example("🇳🇱" * 40)
def test_texts_are_split_as_by_smsutil(value: str) -> None:
    assert_like_smsutil(value)


def test_gsm_7_is_gsm_03_38() -> None:
    gsm = {chr(code) for code in range(0x110000) if analyze(chr(code)).encoding == "GSM-7"}
    assert gsm == set(BASIC + EXTENSION)
    assert len(BASIC) == 127
    assert {character for character in gsm if analyze(character).units == 2} == set(EXTENSION)


@given(st.one_of(GSM, ANY))
def test_parts_hold_all_of_the_text_and_no_more_than_they_can(value: str) -> None:
    analysis = analyze(value)
    parts = analysis.texts
    assert "".join(parts) == value
    most = {"GSM-7": (160, 153), "UCS-2": (70, 67)}[analysis.encoding][len(parts) > 1]
    sizes = [analyze(part).units if analysis.encoding == "GSM-7" else utf_16_length(part) for part in parts]
    assert max(sizes) <= most
    assert sum(sizes) == analysis.units
    assert analysis.units_left == most - sizes[-1]


@given(st.one_of(GSM, ANY))
def test_one_more_unit_than_is_left_takes_another_part(value: str) -> None:
    analysis = analyze(value)
    filler = "x" if analysis.encoding == "GSM-7" else "я"
    assert analyze(value + filler * analysis.units_left).parts == analysis.parts
    assert analyze(value + filler * (analysis.units_left + 1)).parts == analysis.parts + 1


@given(ANY)
def test_expensive_characters_have_their_position(value: str) -> None:
    analysis = analyze(value)
    assert bool(analysis.non_gsm) == (analysis.encoding == "UCS-2")
    cheap = ""
    end = 0
    for character, position, replacement in analysis.non_gsm:
        assert value[position : position + len(character)] == character
        assert position >= end
        assert replacement is None or analyze(replacement).encoding == "GSM-7"
        cheap += value[end:position] + ("?" if replacement is None else replacement)
        end = position + len(character)
    assert analyze(cheap + value[end:]).encoding == "GSM-7"


def utf_16_length(value: str) -> int:
    return len(value.encode("utf-16-be")) // 2


@pytest.mark.parametrize(
    ("value", "encoding", "parts", "units", "left"),
    [
        ("", "GSM-7", 1, 0, 160),
        ("x" * 160, "GSM-7", 1, 160, 0),
        ("x" * 161, "GSM-7", 2, 161, 145),
        ("x" * 306, "GSM-7", 2, 306, 0),
        ("x" * 307, "GSM-7", 3, 307, 152),
        ("x" * 1530, "GSM-7", 10, 1530, 0),
        ("x" * 152 + "€" * 5, "GSM-7", 2, 162, 143),
        ("a\r\nb", "GSM-7", 1, 4, 156),
        ("я" * 70, "UCS-2", 1, 70, 0),
        ("я" * 71, "UCS-2", 2, 71, 63),
        ("я" * 66 + "😀" * 3, "UCS-2", 2, 72, 61),
        ("🇳🇱", "UCS-2", 1, 4, 66),
        ("👨‍👩‍👧", "UCS-2", 1, 8, 62),
        ("`", "UCS-2", 1, 1, 69),
        ("ç", "UCS-2", 1, 1, 69),
        ("Çöüñà", "GSM-7", 1, 5, 155),
        ("e\u0301", "UCS-2", 1, 2, 68),
        ("\ud83d", "UCS-2", 1, 1, 69),
        ("я" * 69 + "\ud83d\ude00", "UCS-2", 2, 71, 63),
        ("я" * 133 + "\ud83d", "UCS-2", 2, 134, 0),
        ("я" * 66 + "\U00100000" * 3, "UCS-2", 2, 72, 61),
        ("я" * 135, "UCS-2", 3, 135, 66),
        ("힣" * 134, "UCS-2", 2, 134, 0),  # U+D7A3, just below the surrogates
        ("я" * 65 + "🐀" + "я" * 67, "UCS-2", 2, 134, 0),  # ends with U+DC00, the first low surrogate
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_units_and_parts(value: str, encoding: str, parts: int, units: int, left: int) -> None:
    analysis = analyze(value)
    assert (analysis.encoding, analysis.parts, analysis.units, analysis.units_left) == (encoding, parts, units, left)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Zażółć", [("ż", 2, "z"), ("ó", 3, "o"), ("ł", 4, "l"), ("ć", 5, "c")]),
        ("é e\u0301", [("e\u0301", 2, "é")]),
        ("z\u0307 中", [("z\u0307", 0, "z"), ("中", 3, None)]),
        ("x\u0301", [("x\u0301", 0, "x")]),
        ("中\u0301", [("中\u0301", 0, None)]),
        ("“so” – 5\u00a0€", [("“", 0, '"'), ("”", 3, '"'), ("–", 5, "-"), ("\u00a0", 8, " ")]),
        ("ok 👍", [("👍", 3, None)]),
        ("".join(f"ł{one}" for one in BASIC), [("ł", 2 * index, "l") for index in range(len(BASIC))]),
        ("plain", []),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_expensive_characters_have_a_replacement_where_there_is_one(value: str, expected: list[Any]) -> None:
    assert list(analyze(value).non_gsm) == expected


@given(st.text(st.sampled_from("ąćęłńóśźżáíúâêîôûãõçčďěňřšťžğışșțőű"), min_size=1, max_size=100))
def test_decomposed_letters_are_replaced_as_composed_ones(value: str) -> None:
    decomposed = analyze(unicodedata.normalize("NFD", value))
    assert [one.replacement for one in decomposed.non_gsm] == [one.replacement for one in analyze(value).non_gsm]


def test_an_analysis_is_shown_with_its_expensive_characters() -> None:
    assert repr(analyze("ł")) == (
        "TextAnalysis(encoding='UCS-2', parts=1, units=1, units_left=69, "
        "non_gsm=(NonGsmCharacter(character='ł', position=0, replacement='l'),), texts=('ł',))"
    )


def test_the_api_sends_at_most_ten_parts() -> None:
    assert not analyze("x" * 1530).is_too_long
    assert analyze("x" * 1531).is_too_long
    assert not analyze("я" * 670).is_too_long
    assert analyze("я" * 671).is_too_long


@pytest.mark.parametrize("value", [None, b"text", 5, ["text"]])
@pytest.mark.parametrize(
    "function", [text.analyze, text.placeholders, text.transliterate, text.is_gsm, text.Template.of]
)
def test_only_a_str_is_a_text(function: Any, value: object) -> None:
    with pytest.raises(TypeError, match=f"^text: must be a str, not {type(value).__name__}$"):
        function(value)


@pytest.mark.parametrize(
    "value",
    ["€" * 10**6, "😀" * 10**6, "я" * 10**6, "e\u0301" * 500_000, "a" + "\u0315\u0300" * 500_000],
    ids=["extension", "emoji", "cyrillic", "accents", "one long run of accents"],
)
def test_a_text_of_a_megabyte_takes_linear_time(value: str) -> None:
    """A quadratic step would not end."""
    assert "".join(analyze(value).texts) == value
    assert analyze(text.transliterate(value)).encoding == "GSM-7"
