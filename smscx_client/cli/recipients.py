"""Recipients as options give them: numbers, and files with one number on each line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from smscx_client.cli.exit_codes import CommandError

__all__ = ["recipients_of"]


def recipients_of(given: Iterable[str]) -> list[str]:
    """The numbers of ``--to`` options, each once, in order.

    :raises CommandError: a file cannot be read, a line is no phone number, or there is no number.
    """
    found = dict.fromkeys(number for one in given for number in _numbers(one))
    if not found:
        raise CommandError("there is no recipient in what --to names")
    return list(found)


def _numbers(given: str) -> Iterator[str]:
    from smscx_client._phone_numbers import clean_phone_number

    lines = _lines(given[1:]) if given.startswith("@") else [given]
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        try:
            yield clean_phone_number(text)
        except ValueError as error:
            place = f"{given[1:]}, line {number}" if given.startswith("@") else "--to"
            raise CommandError(f"{place}: {error}") from None


def _lines(path: str) -> list[str]:
    try:
        return sys.stdin.read().splitlines() if path == "-" else Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise CommandError(
            f"--to: cannot read {path}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}"
        ) from None
