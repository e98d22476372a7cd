"""Recipients and texts as options give them: numbers, files with one number on each line, stdin."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from smscx_client._phone_numbers import clean_phone_number, phone_number_key
from smscx_client.cli.exit_codes import CommandError

__all__ = ["lines_of", "recipients_of", "text_of"]


def recipients_of(given: Iterable[str]) -> list[str]:
    """The numbers of ``--to`` options, each once, in order.

    :raises CommandError: a file cannot be read, a line is no phone number, or there is no number.
    """
    found: dict[str, str] = {}
    for one in given:
        for number in _numbers(one):
            found.setdefault(phone_number_key(number), number)
    if not found:
        raise CommandError("there is no recipient in what --to names")
    return list(found.values())


def _numbers(given: str) -> Iterator[str]:
    lines = _numbered(given[1:]) if given.startswith("@") else [(0, given)]
    for number, text in lines:
        try:
            yield clean_phone_number(text)
        except ValueError as error:
            raise CommandError(f"{f'{given[1:]}, line {number}' if number else '--to'}: {error}") from None


def lines_of(path: str) -> Iterator[str]:
    """The numbers in a file, one on each line; ``-`` is stdin. What follows a ``#`` is a comment.

    :raises CommandError: the file cannot be read.
    """
    return (text for _, text in _numbered(path))


def _numbered(path: str) -> Iterator[tuple[int, str]]:
    try:
        with nullcontext(sys.stdin) if path == "-" else Path(path).open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                text = line.partition("#")[0].strip()
                if text:
                    yield number, text
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise CommandError(f"--to: cannot read {path}: {reason}") from None


def text_of(text: str | None, to: Iterable[str]) -> str:
    """The text of a message: the option, or stdin without the line break at its end.

    :raises CommandError: there is no text.
    """
    if text is not None:
        return text
    if "@-" in to:
        raise CommandError("--to @- reads the recipients from stdin, so give the text with --text")
    if sys.stdin.isatty():
        print("Text, then Ctrl-D:", file=sys.stderr)
    given = sys.stdin.read().rstrip("\r\n")
    if not given:
        raise CommandError("there is no text: give it with --text, or on stdin")
    return given
