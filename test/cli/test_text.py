"""`smscx text`: the cost of a text, and the characters that make it expensive."""

from __future__ import annotations

import pytest

from smscx_client import text
from test.cli.conftest import Command

LONG = "Zażółć gęślą jaźń. " * 8


def test_a_cheap_text_is_three_lines(smscx: Command) -> None:
    assert smscx("text", "Hi").stdout == (
        "encoding  GSM-7\nparts     1\nunits     2 septets, 158 left in the last part\n"
    )


def test_expensive_characters_are_marked_and_listed_with_their_replacement(smscx: Command) -> None:
    lines = smscx("text", "Hi “ż” 👍").stdout.splitlines()
    assert lines[0].split() == ["encoding", "UCS-2"]
    marked = lines.index("Hi “ż” 👍")
    assert lines[marked + 1] == "   ^^^ ^^"
    assert ["”", "U+201D", "Right", "double", "quotation", "mark", '"', "5"] in [line.split() for line in lines]
    assert ["👍", "U+1F44D", "Thumbs", "up", "sign", "?", "7"] in [line.split() for line in lines]
    assert 'text      Hi "z" ?' in lines


def test_it_shows_the_savings_of_transliteration(smscx: Command) -> None:
    lines = smscx("text", LONG).stdout.splitlines()
    before, after = text.analyze(LONG), text.transliterate(LONG).after
    assert (before.parts, after.parts) == (3, 1)
    assert f"parts     {before.parts}" in lines
    assert "saved     2 of 3 parts (66 % of the cost)" in lines
    assert max(map(len, lines)) <= 80


def test_a_character_is_listed_once_with_its_first_positions(smscx: Command) -> None:
    words = smscx("text", "ł" * 30).stdout.split()
    assert words.count("U+0142") == 1
    assert " 0, 1, 2, 3, 4 and 25 more " in " ".join(words)


def test_it_shows_the_cost_to_a_number(smscx: Command) -> None:
    shown = smscx.json("text", LONG, "--to", "+31612469333")
    assert (shown["cost"], shown["transliteration"]["cost"]) == (0.225, 0.075)
    assert "cost      0.225" in smscx("text", LONG, "--to", "+31612469333").stdout.splitlines()
    assert smscx.messages == []


def test_json_has_the_analysis_before_and_after(smscx: Command) -> None:
    shown = smscx.json("text", LONG, "--alphabet", "polish")
    assert (shown["encoding"], shown["parts"], len(shown["texts"])) == ("UCS-2", 3, 3)
    assert shown["non_gsm"][0] == {"character": "ż", "position": 2, "replacement": "z"}
    assert (shown["transliteration"]["parts"], shown["transliteration"]["alphabet"]) == (1, "POLISH")


def test_a_text_is_read_from_stdin_and_needs_no_account(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMSCX_API_KEY")
    assert smscx.json("text", stdin="Hi\nthere\n")["units"] == 8


def test_a_text_with_too_many_parts_is_named(smscx: Command) -> None:
    assert "the API sends at most 10 parts" in smscx("text", "x" * 1531).stdout


def test_emojis_can_be_removed(smscx: Command) -> None:
    assert smscx.json("text", "Hi 👍", "--remove-emojis")["transliteration"]["text"] == "Hi "


def test_each_placeholder_has_its_use_and_a_misspelt_one_a_suggestion(smscx: Command) -> None:
    text = "Hi {{firstname}}, {{lastName}}: {{pin}} {{optoutLink}}"
    rows = [line.split(maxsplit=2) for line in smscx("text", text).stdout.split("\n\n")[-1].splitlines()]
    assert rows == [
        ["placeholder", "position", "filled in"],
        ["{{firstname}}", "3", "no message; did you mean `firstName`?"],
        ["{{lastName}}", "18", "campaigns to groups"],
        ["{{pin}}", "32", "OTP templates"],
        ["{{optoutLink}}", "40", "any message"],
    ]
    first = smscx.json("text", text)["placeholders"][0]
    assert (first["name"], first["position"], first["suggestion"]) == ("firstname", 3, "firstName")


def test_a_text_without_placeholders_has_no_table_of_them(smscx: Command) -> None:
    assert "placeholder" not in smscx("text", "Hi").stdout
    assert smscx.json("text", "Hi")["placeholders"] == []


def test_an_unknown_alphabet_is_named(smscx: Command) -> None:
    code, error = smscx.fails("text", "Hi", "--alphabet", "polsh")
    assert (code, error) == (2, "smscx: alphabet: the API has no alphabet 'POLSH'; did you mean 'POLISH'?")
