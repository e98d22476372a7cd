# ruff: noqa: RUF001 (letters that look alike are the point here)
"""Transliteration with the API's alphabets, and its savings."""

from __future__ import annotations

import copy
import json
import pickle
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.sandbox.spec.openapi import Spec
from smscx_client.text import ALPHABETS, Transliterator, is_gsm, transliterate
from test.text.test_analysis import ANY


@pytest.mark.parametrize(
    ("alphabet", "text", "latin"),
    [
        (
            "RUSSIAN_CYRILLIC",
            "Съешь ещё этих мягких французских булок, да выпей чаю",
            "s'esh' eshche etikh myagkikh frantsuzskikh bulok, da vypey chayu",
        ),
        (
            "BULGARIAN_CYRILLIC",
            "Ах, чудна българска земьо, полюшвай цъфтящи жита",
            "ah, chudna balgarska zemyo, polyushvay tsaftyashti zhita",
        ),
        (
            "UKRAINIAN_CYRILLIC",
            "Жебракують філософи при ґанку в Гадячі, ще й шатро їхнє",
            "zhebrakuiut' filosofy pry ganku v hadiachi, shche i shatro ikhnie",
        ),
        (
            "BELARUSIAN_CYRILLIC",
            "Я жорстка заб'ю ў сэрца гэты профіль, што ходзіць ля хаты",
            "ya zhorstka zab'yu u sertsa hety profil', shto khodzits' lya khaty",
        ),
        (
            "SERBIAN_CYRILLIC",
            "Љубазни фењерџија чађавог лица хоће да покаже штос",
            "ljubazni fenjerdzija cadjavog lica hoce da pokaze stos",
        ),
        (
            "MACEDONIAN_CYRILLIC",
            "Ѕидарски пејзаж: шугав билмез со чудење џвака ќофте и кељ на туѓ цех",
            "dzidarski pejzazh: shugav bilmez so chudenje djvaka kjofte i kelj na tugj ceh",
        ),
        ("POLISH", "Zażółć gęślą jaźń, ŁÓDŹ, ŻÓŁĆ", "Zazolc gesla jazn, LODZ, ZOLC"),
        (
            "TURKISH",
            "Hasta yağız şoföre çabucak güvendi: ılık ĞIİŞÂÎÛ",
            "Hasta yagiz soföre cabucak güvendi: ilik GIISAIU",
        ),
        (
            "ROMANIAN",
            "Muzicologă în bej vând whisky și tequila, preț fix ĂÂÎȘŞȚŢ",
            "Muzicologa in bej vand whisky si tequila, pret fix AAISSTT",
        ),
        ("GREEK", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία ΑΩΏ", "Ξeskepazo tin psychofthora vdelygmia AΩO"),
        ("GREEK", "Καλημέρα Σας", "Kalimera Σas"),
        ("NON_GSM", "“ž” – è ã 中 Ж\u00a0ﬁ 5ª", '"z" - è a ? zh fi 5a'),
        ("POLISH", "中", "?"),
        ("NONE", "中ł e\u0301", "中ł e\u0301"),
        ("NON_GSM", "e\u0301 z\u0307 x\u0301 \u0435\u0308", "é z x e"),
        ("RUSSIAN_CYRILLIC", unicodedata.normalize("NFD", "ёлка чай"), "elka chay"),
        ("NON_GSM", "？", "?"),
        ("NON_GSM", "a\u1680b\uff9e", "a b?"),  # a space, and a separate accent: neither decomposes to GSM-7
    ],
)
def test_transliteration(alphabet: str, text: str, latin: str) -> None:
    assert transliterate(text, alphabet) == latin


def test_the_alphabets_are_those_of_the_description() -> None:
    schema = Spec().schemas.resolve({"$ref": "#/components/schemas/Transliteration"})
    assert set(schema["properties"]["alphabet"]["enum"]) == set(ALPHABETS)


@given(ANY, st.sampled_from(sorted(set(ALPHABETS) - {"NONE"})))
def test_transliterated_text_is_gsm(text: str, alphabet: str) -> None:
    after = transliterate(text, alphabet)
    assert is_gsm(after)
    assert not any(map(is_gsm, after.replaced))
    assert all(letter in text for letter in after.replaced)


@pytest.mark.parametrize("emoji", ["👧", "👨‍👩‍👧", "❤️", "🇳🇱", "👍🏽", "⌚", "1️⃣"])
def test_emojis_are_removed(emoji: str) -> None:
    left = "1" if emoji.startswith("1") else ""
    assert Transliterator(remove_emojis=True).apply(f"a{emoji}b") == f"a{left}b"


@given(
    st.text(st.sampled_from("ąćęłńóśźżéàñöüěščřžğışțй ёа"), max_size=100),
    st.sampled_from(sorted(set(ALPHABETS) - {"NONE"})),
)
def test_decomposed_letters_are_transliterated_as_composed_ones(text: str, alphabet: str) -> None:
    assert transliterate(unicodedata.normalize("NFD", text), alphabet) == transliterate(text, alphabet)


def test_the_result_is_the_text_and_has_the_savings() -> None:
    before = "Zażółć gęślą jaźń! " * 4
    after = transliterate(before, "POLISH")
    assert isinstance(after, str)
    assert after.text == after == "Zazolc gesla jazn! " * 4
    assert after.original == before
    assert (after.before.encoding, after.before.parts) == ("UCS-2", 2)
    assert (after.after.encoding, after.after.parts) == ("GSM-7", 1)
    assert after.replaced == dict.fromkeys("żółćęśąźń", 4)
    assert json.loads(json.dumps({"text": after})) == {"text": after.text}


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_copy_has_the_original_text_too(duplicate: Any) -> None:
    again = duplicate(transliterate("łódź", "POLISH"))
    assert (again, again.original, again.replaced) == ("lodz", "łódź", {"ł": 1, "ó": 1, "ź": 1})


def test_a_transliterator_is_idle_if_it_changes_no_text() -> None:
    options = [("NONE", False), ("NONE", True), ("POLISH", False), ("POLISH", True)]
    assert [Transliterator(*one).is_idle for one in options] == [True, False, False, False]
    assert Transliterator().is_idle


def test_by_default_all_alphabets_are_transliterated_and_emojis_are_not_removed() -> None:
    assert transliterate("łжω👍") == "lzho?"


def test_emojis_are_removed_on_request() -> None:
    assert transliterate("łap 👨‍👩‍👧", "POLISH", remove_emojis=True) == "lap "
    assert transliterate("ł👍", "NONE", remove_emojis=True).replaced == {"👍": 1}


@pytest.mark.parametrize(
    ("alphabet", "hint"),
    [
        ("polish", "did you mean 'POLISH'"),
        ("RUSSIAN", "did you mean 'RUSSIAN_CYRILLIC'"),
        ("KLINGON", "use one of NONE, "),
    ],
)
def test_an_unknown_alphabet_is_refused_with_a_hint(alphabet: str, hint: str) -> None:
    with pytest.raises(ValueError, match=f"^alphabet: the API has no alphabet '{alphabet}'; {hint}"):
        transliterate("x", alphabet)
