# ruff: noqa: RUF001 (letters that look alike are the point here)
"""Facts of the trade: parts, alphabets, numbers, prices."""

from __future__ import annotations

import pytest
import smsutil
from hypothesis import example, given
from hypothesis import strategies as st

from smscx_client.sandbox.spec.openapi import Spec
from smscx_client.sandbox.spec.schemas import is_uuid
from smscx_client.sandbox.state.rng import Rng
from smscx_client.sandbox.telecom.numbers import parse_number, time_zone
from smscx_client.sandbox.telecom.prices import RESTRICTED, SMS_PRICES
from smscx_client.text.placeholders import Template
from smscx_client.text.segments import analyse, is_gsm, split
from smscx_client.text.transliteration import ALPHABETS, Transliterator

GSM = st.text(st.sampled_from("@£$¥èéùìòÇ\nØøΔ_ΦΓΛΩ ÆæßÉ!\"#¤%&'azAZ09¡¿ÄÖÑÜ§äöñüà" + "^{}\\[~]|€"), max_size=700)
ANY = st.text(st.one_of(st.sampled_from("aé中я€^"), st.characters(exclude_categories=["Cs"])), max_size=500)


@given(GSM)
@example("€" * 80)
@example("€" * 81)
@example("x" * 152 + "€" * 10)
@example("x" * 305 + "€" * 10)
def test_gsm_parts_are_those_of_smsutil(text: str) -> None:
    expected = smsutil.split(text)
    assert (analyse(text).encoding, analyse(text).parts) == ("GSM-7", max(1, len(expected.parts)))
    assert split(text) == ([part.content for part in expected.parts] or [""])


@given(ANY)
@example("я" * 66 + "😀" * 10)
@example("😀" * 35)
@example("😀" * 36)
def test_ucs2_parts_are_those_of_smsutil(text: str) -> None:
    if is_gsm(text):
        text += "я"
    expected = smsutil.split(text)
    assert (analyse(text).encoding, analyse(text).parts) == ("UCS-2", len(expected.parts))
    assert split(text) == [part.content for part in expected.parts]


@given(st.one_of(GSM, ANY))
def test_parts_hold_all_of_the_text_and_no_more_than_they_can(text: str) -> None:
    parts = split(text)
    assert "".join(parts) == text
    if len(parts) > 1 and is_gsm(text):
        assert all(len(part) + sum(part.count(each) for each in "^{}\\[~]|€\f") <= 153 for part in parts)
    elif len(parts) > 1:
        assert all(len(part.encode("utf-16-be")) <= 134 for part in parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("", 1), ("x" * 160, 1), ("x" * 161, 2), ("x" * 306, 2), ("x" * 307, 3), ("я" * 70, 1), ("я" * 71, 2), ("`", 1)],
    ids=lambda value: str(value)[:8],
)
def test_limits_of_a_part(text: str, parts: int) -> None:
    assert analyse(text).parts == parts


def test_a_backtick_is_not_gsm() -> None:
    assert analyse("`").encoding == "UCS-2"


@pytest.mark.parametrize(
    ("alphabet", "text", "latin"),
    [
        ("RUSSIAN_CYRILLIC", "Привет", "privet"),
        ("BULGARIAN_CYRILLIC", "къща", "kashta"),
        ("UKRAINIAN_CYRILLIC", "їжак", "izhak"),
        ("BELARUSIAN_CYRILLIC", "воўк", "vouk"),
        ("SERBIAN_CYRILLIC", "љубав", "ljubav"),
        ("MACEDONIAN_CYRILLIC", "ѓурѓевден", "gjurgjevden"),
        ("POLISH", "cześć, Łódź", "czesc, Lodz"),
        ("TURKISH", "edilmiş ığdır", "edilmis igdir"),
        ("ROMANIAN", "bună, ștampilă", "buna, stampila"),
        ("GREEK", "Καλημέρα Σας", "Kalimera Σas"),
        ("NON_GSM", "“ž” – è ã 中 Ж\u00a0ﬁ", '"z" - è a ? zh fi'),
        ("POLISH", "中", "?"),
        ("NONE", "中ł", "中ł"),
    ],
)
def test_transliteration(alphabet: str, text: str, latin: str) -> None:
    assert Transliterator(alphabet).apply(text) == latin


def test_the_alphabets_are_those_of_the_description() -> None:
    schema = Spec().schemas.resolve({"$ref": "#/components/schemas/Transliteration"})
    assert set(schema["properties"]["alphabet"]["enum"]) == set(ALPHABETS)


@given(ANY, st.sampled_from(sorted(set(ALPHABETS) - {"NONE"})))
def test_transliterated_text_is_gsm(text: str, alphabet: str) -> None:
    transliterator = Transliterator(alphabet)
    assert is_gsm(transliterator.apply(text))
    assert set(transliterator.replaced(text)) <= {letter for letter in text if not is_gsm(letter)}


@pytest.mark.parametrize("emoji", ["👧", "👨‍👩‍👧", "❤️", "🇳🇱", "👍🏽", "⌚", "1️⃣"])
def test_emojis_are_removed(emoji: str) -> None:
    left = "1" if emoji.startswith("1") else ""
    assert Transliterator(remove_emojis=True).apply(f"a{emoji}b") == f"a{left}b"


@pytest.mark.parametrize(
    "text",
    ["", "+", "abc", "+31612", "+3161246933312", "1-800-FLOWERS", "+31612469333 ext 5", "٠٦١٢٤٦٩٣٣٣", "+8835100012345"],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("e164", "country", "zone"),
    [
        ("+31612469333", "NL", "Europe/Amsterdam"),
        ("+14165550123", "CA", "America/Toronto"),
        ("+390612345678", "IT", "Europe/Rome"),
        ("+34612345678", "ES", "Europe/Madrid"),
        ("+34922123456", "ES", "Atlantic/Canary"),
        ("+351912345678", "PT", "Europe/Lisbon"),
        ("+79123456789", "RU", "Europe/Moscow"),
        ("+18002345678", "US", "America/New_York"),
        ("+18083334444", "US", "Pacific/Honolulu"),
        ("+61412345678", "AU", "Australia/Sydney"),
        ("+77710009998", "KZ", "Asia/Almaty"),
        ("+447400123456", "GB", "Europe/London"),
    ],
)
def test_numbers_know_their_home(e164: str, country: str, zone: str) -> None:
    number = parse_number(e164)
    assert number is not None
    assert (number.e164, number.country) == (e164, country)
    assert time_zone(e164) == zone


def test_prices() -> None:
    assert all(price > 0 for price in SMS_PRICES.values())
    assert not RESTRICTED & set(SMS_PRICES)
    assert 3 * SMS_PRICES["FR"] == 123_000


@given(st.text(max_size=60))
def test_a_template_without_renderers_is_its_text(text: str) -> None:
    assert Template.of(text).render({}) == text


def test_placeholders_are_found_with_their_arguments() -> None:
    found = Template.of("{{a}} {{ b : 2 }} {{c:}} {{{d}}} {{e f}} {x}").placeholders
    assert [(each.name, each.argument) for each in found] == [("a", None), ("b", "2"), ("c", ""), ("d", None)]


@given(st.integers(), st.integers(1, 50))
def test_chance_is_reproducible(seed: int, length: int) -> None:
    one, other = Rng(seed), Rng(seed)
    assert [one.uuid(), one.text(length)] == [other.uuid(), other.text(length)]
    assert is_uuid(one.uuid()) and len(one.text(length)) == length
    assert Rng(seed + 1).uuid() != Rng(seed).uuid()
    assert Rng(seed, one.draws).uuid() == one.uuid()
