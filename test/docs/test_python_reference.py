"""The reference of the hand-written classes: complete, and made of the docstrings."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import re

import pytest

from codegen.docstrings import parsed
from smscx_client import Configuration
from smscx_client.sandbox import Settings
from smscx_client.sandbox.serving.options import OPTIONS
from test.support import ROOT

FOLDER = ROOT / "docs" / "reference" / "python"
#: Public names that are documented elsewhere: a second spelling, values, and helpers of the sandbox.
ELSEWHERE = {
    "RateLimitExcedeedException",
    *("ALPHABETS", "GSM_7", "MAX_PARTS", "UCS_2", "ATTACHMENTS", "PIN", "RANDOM", "SHORTLINK"),
    *("Renderer", "Template", "Transliterator"),
    "django",  # a module; its function has a section
}


@functools.cache
def page(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")


def described(text: str, name: str) -> bool:
    """Whether a table has a row for ``name`` with a description."""
    rows = re.findall(rf"^\| (?:`\w+`<br>)*`{re.escape(name)}`[^|]* \| [^|]* \| (.*) \|$", text, re.MULTILINE)
    return any(re.sub(r"<br>\*.*\*$", "", row).strip() for row in rows)


def settings() -> list[str]:
    names = {name for base in Configuration.__mro__ for name in vars(base).get("__annotations__", {})}
    names |= {name for name, value in vars(Configuration).items() if isinstance(value, property)}
    return sorted(name for name in names if not name.startswith("_"))


def test_every_setting_is_described() -> None:
    assert len(settings()) > 40
    assert [name for name in settings() if not described(page("configuration"), name)] == []


def test_every_setting_of_the_sandbox_is_described() -> None:
    fields = [one.name for one in dataclasses.fields(Settings)]
    assert len(fields) > 25
    assert [name for name in fields if not described(page("sandbox"), name)] == []


def test_every_option_of_the_sandbox_command_is_described() -> None:
    for option in OPTIONS:
        assert re.search(rf"^\| `--{option.name}\b.*`{option.variable}`", page("commands"), re.MULTILINE)


def test_every_command_has_a_section() -> None:
    headings = re.findall(r"^## (.+)$", page("commands"), re.MULTILINE)
    commands = (
        "balance",
        "send",
        "estimate",
        "bulk send",
        "bulk resume",
        "export",
        "webhooks listen",
        "call",
        "doctor",
    )
    assert {f"smscx {name}" for name in commands} <= set(headings)


MODULES = (
    *("", "bulk", "webhooks", "text", "exports"),
    *("integrations.celery", "integrations.django", "integrations.opentelemetry", "sandbox.django"),
)


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_has_a_section(module: str) -> None:
    imported = importlib.import_module(f"smscx_client.{module}".rstrip("."))
    pages = "\n".join(one.read_text("utf-8") for one in sorted(FOLDER.glob("*.md")))
    titles = set(re.findall(r"^## (\S+)$", pages, re.MULTILINE))
    expected = {f"{module}.{name}".lstrip(".") for name in imported.__all__ if name not in ELSEWHERE}
    expected -= {"exports.Progress", "integrations.celery.BatchTask"}  # a type, and a function that Celery calls
    assert expected
    assert sorted(expected - titles) == []


def test_every_parameter_and_attribute_is_described() -> None:
    """Generated pages have a row for each parameter. Without a description, its last cell is empty."""
    rows = 0
    for one in sorted(FOLDER.glob("*.md")):
        found = re.findall(r"^\| `.+` .*?\| ([^|]*) \|$", one.read_text("utf-8"), re.MULTILINE)
        rows += len(found)
        assert [text for text in found if not re.sub(r"(<br>)?\*.*\*$", "", text).strip()] == [], one.name
    assert rows > 400


def test_every_method_of_a_class_has_a_docstring() -> None:
    found = 0
    for one in sorted(FOLDER.glob("*.md")):
        for section in one.read_text("utf-8").split("\n### ")[1:]:
            found += 1
            assert re.match(r"\S+\n\n```\w+\n[^`]*```\n\n[A-Z*`]", section), f"{section[:60]!r} on {one.name}"
    assert found > 30


def test_a_page_has_no_markup_of_docstrings() -> None:
    pages = sorted(FOLDER.glob("*.md"))
    assert len(pages) > 5
    for one in pages:
        text = re.sub(r"^```.*?^```$", "", one.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        assert re.findall(r"``|:(?:class|meth|func|attr|mod|param|raises|return)\b|::$", text) == [], one.name


def test_a_docstring_becomes_markdown() -> None:
    found = parsed(
        """Send ``text`` with :meth:`~smscx_client.Client.send`.

        See :class:`Other`.

        :param a, b: two of them, over
            two lines.
        :param c: a third.
        :return: a :class:`Result`.
        :raises ValueError: ``a`` is wrong.

        Example::

            send("a",
                 "b")

            send("c")
        """,
        {"smscx_client.Client.send": "client.md#send", "Result": "bulk.md#result"}.get,
    )
    assert found.text == (
        "Send `text` with [`send`](client.md#send).\n\nSee `Other`.\n\n"
        '```python\nsend("a",\n     "b")\n\nsend("c")\n```'
    )
    assert found.parameters == {
        "a": "two of them, over two lines.",
        "b": "two of them, over two lines.",
        "c": "a third.",
    }
    assert found.returns == "a [`Result`](bulk.md#result)."
    assert found.raises == [("`ValueError`", "`a` is wrong.")]
