"""Placeholders: positions, known names, suggestions for misspelt names; and templates, which render them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.text import Template, placeholders

GENERAL = ["optoutLink", "shortlink", "attachement", "attachment", "numbers", "letters", "alphanumeric", "today"]
CONTACT = ["firstName", "lastName", "email", "field1", "field2", "field3", "field4", "field5"]


def test_placeholders_have_name_argument_and_position() -> None:
    text = "Hi {{firstName}}: {{ numbers : 8 }} {{shortlink:}}"
    found = placeholders(text)
    assert [(one.name, one.argument, one.position) for one in found] == [
        ("firstName", None, 3),
        ("numbers", "8", 18),
        ("shortlink", "", 36),
    ]
    assert [text[one.position :].startswith(one.written) for one in found] == [True] * 3


@pytest.mark.parametrize(
    ("names", "kind"), [(GENERAL, "general"), (CONTACT, "contact"), (["pin"], "pin"), (["height"], "custom")]
)
def test_known_placeholders_have_a_kind(names: list[str], kind: str) -> None:
    found = placeholders("".join(f"{{{{{name}}}}}" for name in names), fields=["height"])
    assert [(one.name, one.kind, one.is_known, one.suggestion) for one in found] == [
        (name, kind, True, None) for name in names
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("firstname", "firstName"),
        ("first_name", "firstName"),
        ("first name", "firstName"),
        ("FIRSTNAME", "firstName"),
        ("fristName", "firstName"),
        ("firsName", "firstName"),
        ("firstNamee", "firstName"),
        ("firstNome", "firstName"),
        ("last-name", "lastName"),
        ("optoutlink", "optoutLink"),
        ("opt_out_link", "optoutLink"),
        ("shortLink", "shortlink"),
        ("attachments", "attachment"),
        ("number", "numbers"),
        ("Today", "today"),
        ("PIN", "pin"),
        ("field6", "field1"),
        ("vouchr", "voucher"),
        ("N" * 40, "n" * 40),
    ],
)
def test_a_misspelt_name_has_a_suggestion(name: str, meant: str) -> None:
    (found,) = placeholders(f"{{{{{name}}}}}", fields=["voucher", "n" * 40])
    assert (found.name, found.is_known, found.suggestion) == (name, False, meant)


@pytest.mark.parametrize("name", ["orderNumber", "name", "day", "firmName", "x" * 100, "a.b"])
def test_another_unknown_name_has_no_suggestion(name: str) -> None:
    (found,) = placeholders(f"{{{{{name}}}}}")
    assert (found.kind, found.suggestion) == ("unknown", None)


@pytest.mark.parametrize("text", ["", "{firstName}", "{{}}", "{{ : 5}}", "{{firstName}", "{ {firstName}}", "{{a{b}}"])
def test_texts_without_placeholders(text: str) -> None:
    assert placeholders(text) == []


@given(st.text(max_size=60))
def test_a_template_without_renderers_is_its_text(text: str) -> None:
    assert Template.of(text).render({}) == text


@given(st.text(st.sampled_from("{}: ab_-\n\u00a0"), max_size=40))
def test_a_template_has_the_placeholders_of_the_grammar(text: str) -> None:
    grammar = re.compile(r"\{\{\s*(\w+)\s*(?::\s*([^{}]*?)\s*)?\}\}")  # clear, but takes cubic time
    found = Template.of(text).placeholders
    assert [(one.name, one.argument, one.written, one.position) for one in found] == [
        (one[1], one[2], one[0], one.start()) for one in grammar.finditer(text)
    ]


def test_a_template_renders_what_has_a_renderer() -> None:
    template = Template.of("{{a}} {{ b : 2 }} {{c:}} {{{d}}} {{e f}} {x}")
    assert [(one.name, one.argument) for one in template.placeholders] == [
        ("a", None),
        ("b", "2"),
        ("c", ""),
        ("d", None),
    ]
    assert not any(one.is_known for one in template.placeholders)
    assert template.render({"b": lambda one: f"<{one.argument}>", "d": lambda _: "D"}) == (
        "{{a}} <2> {{c:}} {D} {{e f}} {x}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{a:" + " " * 10**6,
        "{{" + " " * 10**6,
        "{" * 10**6,
        "{{a:b" * 200_000,
        "{{firstnam}}" * 80_000,
        "{{a:}" * 200_000,
    ],
    ids=["argument", "spaces", "braces", "open", "misspelt", "half closed"],
)
def test_a_text_of_a_megabyte_takes_linear_time(text: str) -> None:
    """A quadratic step would not end."""
    assert len(Template.of(text).placeholders) == text.count("}}")
    assert len(placeholders(text)) == text.count("}}")


@pytest.mark.parametrize("fields", [None, 5, "voucher", b"voucher", [None]])
def test_the_names_of_fields_are_several_texts(fields: Any) -> None:
    with pytest.raises(TypeError, match="^fields: must be a list of names"):
        placeholders("{{voucher}}", fields)
