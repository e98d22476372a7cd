"""What a command prints: tables for people, JSON for programs.

A table is never wider than the terminal, or 80 columns where the output is no terminal. Rows that do not fit are
printed as blocks, one value on a line, so that no value is cut. Values come from the server and from other people, so
characters that could control the terminal are printed as escapes.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TextIO

from smscx_client._money import amount_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = [
    "console",
    "discard_stdout",
    "end_stdout",
    "flat",
    "plain",
    "print_block",
    "print_data",
    "print_json",
    "print_rows",
    "printable",
    "wire",
]

_GAP = 2
_AMOUNT = re.compile(r"(^|_)(cost|balance|credit_returned)(_|$)")
"""The names of amounts of money."""


def console() -> Console:
    """A console for stdout. Colors are off without a terminal and with ``NO_COLOR``."""
    from rich.console import Console

    made = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    made.on_broken_pipe = _broken_pipe  # type: ignore[method-assign]
    return made


def _broken_pipe() -> NoReturn:
    """Raise the error that rich handles: it would end the process with exit code 1."""
    raise


def wire(data: Any) -> Any:
    """The data of a response as the JSON of the API."""
    if isinstance(data, list):
        return [wire(item) for item in data]
    return data.to_dict(wire=True) if hasattr(data, "to_dict") else data


def plain(data: Any) -> Any:
    """The data of a response with Python names, secrets as ``***``."""
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.__wire_plain__(data.__wire_sync__(), hide=True) if hasattr(data, "__wire_plain__") else data


def print_json(data: Any, *, file: TextIO | None = None, indent: int | None = 2) -> None:
    """Print data as JSON, to stdout by default; without ``indent`` on one line."""
    target = file or sys.stdout
    unicode = (target.encoding or "").lower().startswith("utf")
    print(json.dumps(data, ensure_ascii=not unicode, indent=indent, default=str), file=target, flush=True)


def printable(value: Any) -> str:
    """A value as text without characters that control the terminal; a line break stays."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (float, Decimal)):  # all numbers of the API that are not whole are money
        return amount_text(value)
    if isinstance(value, (list, dict)) and not value:
        return "none"
    if isinstance(value, list) and not any(isinstance(item, (list, dict)) for item in value):
        return ", ".join(map(printable, value))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\n" else one.encode("unicode_escape").decode() for one in text)


def _shown(name: str) -> str:
    """The name of a value as a person writes it: ``from`` for ``_from``."""
    return name.lstrip("_")


def _printable(name: str, value: Any) -> str:
    """A value by its name: the API can write a whole amount of money without decimals."""
    is_amount = type(value) is int and _AMOUNT.search(name.rpartition(".")[2]) is not None
    return amount_text(value) if is_amount else printable(value)


def print_data(data: Any) -> None:
    """Print any JSON value: single values as a block, objects as blocks of their own, lists of objects as tables."""
    target = console()
    for number, (title, content) in enumerate(_sections(data)):
        if number:
            target.print()
        if title:
            target.print(f"{title}:", style="bold")
        if isinstance(content, list):
            print_rows(content, target=target)
        else:
            print_block(content, target=target)


def _sections(data: Any) -> list[tuple[str, Any]]:
    """Some data in parts, each with its title: values by their names, or rows."""
    if isinstance(data, list):
        return [("", _rows(data))]
    if not isinstance(data, Mapping):
        return [("", {"value": data})]
    if _is_table(data):
        return [("", [{"": key, **flat(row)} for key, row in data.items()])]
    values: dict[str, Any] = {}
    parts: list[tuple[str, Any]] = []
    for key, value in data.items():
        if isinstance(value, list) and any(isinstance(row, Mapping) for row in value):
            parts.append((key, _rows(value)))
        elif isinstance(value, Mapping) and value:
            parts += [(f"{key}.{name}" if name else key, part) for name, part in _sections(value)]
        else:
            values[key] = value
    return [*([("", values)] if values else []), *parts]


def _rows(items: Iterable[Any]) -> list[dict[str, Any]]:
    return [flat(item) if isinstance(item, Mapping) else {"value": item} for item in items]


def _is_table(data: Any) -> bool:
    """Whether an object is a map of like objects, such as prices by country."""
    if not isinstance(data, Mapping) or len(data) < 2:
        return False
    rows = list(data.values())
    return all(isinstance(row, Mapping) and row.keys() == rows[0].keys() for row in rows)


def flat(row: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """A row without nested objects: ``text_analysis.parts``."""
    values: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping) and value:
            values.update(flat(value, f"{prefix}{key}."))
        else:
            values[f"{prefix}{key}"] = value
    return values


def print_rows(rows: Sequence[Mapping[str, Any]], *, target: Console | None = None, wrap: str | None = None) -> None:
    """Print rows as a table, or as blocks if the table is too wide. Columns without any value are left out.

    :param wrap: a column of sentences, which continue on the next line instead.
    """
    target = target or console()
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if _has_value(rows, name)]
    if not names:
        target.print("none")
        return
    cells = [["" if row.get(name) is None else _printable(name, row[name]) for name in names] for row in rows]
    headers = [_shown(name).replace("_", " ").replace(".", " ") for name in names]
    widths = [max(map(_width, column)) for column in zip(headers, *cells)]
    if wrap is None and sum(widths) + _GAP * (len(widths) - 1) > target.width:  # continue headers on the next line
        widths = [
            max(*map(_width, header.split(" ")), *map(_width, column)) for header, *column in zip(headers, *cells)
        ]
    if wrap is None and sum(widths) + _GAP * (len(widths) - 1) > target.width:
        for number, row in enumerate(rows):
            if number:
                target.print()
            print_block({name: row.get(name) for name in names if row.get(name) is not None}, target=target)
        return
    table = _table()
    for name, header, width in zip(names, headers, widths):
        is_number = all(type(row.get(name)) in (int, float, Decimal, type(None)) for row in rows)
        justify: Literal["left", "right"] = "right" if is_number and name != names[0] else "left"
        fixed = None if name == wrap else width
        table.add_column(header, justify=justify, overflow="fold", width=fixed, vertical="top")
    for row_cells in cells:
        table.add_row(*row_cells)
    _write(target, table)


def _has_value(rows: Iterable[Mapping[str, Any]], name: str) -> bool:
    return any(row.get(name) not in (None, "") for row in rows)


def _width(text: str) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, text.split("\n")))


def _table(*, header: bool = True) -> Table:
    from rich.table import Table

    return Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))


def print_block(values: Mapping[str, Any], *, target: Console | None = None) -> None:
    """Print values, one on a line, each after its name."""
    table = _table(header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, value in flat(values).items():
        table.add_row(_shown(name), _printable(name, value))
    _write(target or console(), table)


def _write(target: Console, table: Table) -> None:
    if target.is_terminal:
        target.print(table)
        return
    with target.capture() as captured:
        target.print(table)
    for line in captured.get().splitlines():
        target.file.write(f"{line.rstrip()}\n")


def end_stdout() -> None:
    """Write what is left. If that fails, discard it: else the end of the process fails, with another exit code."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        discard_stdout()


def discard_stdout() -> None:
    """Send what is still to be written to nowhere, so that the end of the process does not fail on a closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
