"""The sent messages as a table for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ..state.money import as_text
from ..state.store import Row

__all__ = ["table"]

WIDTH = 80
MOST_ROWS = 50

_LINE = "{:<16} {:<15} {:<11} {:>5}  {:<8} {:>8}"
_HEADING = _LINE.format("TO", "FROM", "STATUS", "PARTS", "ENCODING", "COST")
_INDENT = "    "


def table(messages: Sequence[Row], currency: str) -> str:
    """Return one line per message with its text below, and a total; a long list ends with the number of the rest."""
    if not messages:
        return "Nothing was sent."
    lines = [_HEADING, "-" * len(_HEADING)]
    for message in messages[:MOST_ROWS]:
        lines += _entry(message)
    if len(messages) > MOST_ROWS:
        lines.append(f"... and {len(messages) - MOST_ROWS:,} more")
    return "\n".join([*lines, "", _total(messages, currency)])


def _entry(message: Row) -> Iterator[str]:
    columns = ("recipient", "originator", "status", "parts", "encoding")
    yield _LINE.format(*(message[column] for column in columns), as_text(message["cost"])).rstrip()
    for line in message["text"].splitlines():
        yield from textwrap.wrap(_printable(line), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _printable(text: str) -> str:
    """Replace control characters, so that a text cannot control the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _total(messages: Sequence[Row], currency: str) -> str:
    parts = sum(message["parts"] for message in messages)
    cost = as_text(sum(message["cost"] for message in messages))
    return f"{_count(len(messages), 'message')}, {_count(parts, 'part')}, {cost} {currency.upper()}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
