"""Exports as CSV and XLSX files. Text stays text in a spreadsheet: it never becomes a formula.

The rows are read in steps. The file is made of them while other requests run, so `rows` must not use the store.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from ..state.context import Context
from ..state.store import Row
from .registry import Success
from .steps import SLICE, Steps

__all__ = ["ToFile", "as_csv", "as_csv_later", "as_xlsx", "read_in_steps"]

ToFile = Callable[[str, Sequence[str], Iterable[Mapping[str, Any]]], Success]
"""`as_csv_later` or `as_xlsx`."""
_ABOVE_ALL = 1 << 62

CSV = "application/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = re.compile(r"[=@\t\r\n\uff1d\uff0b\uff0d\uff20-]|\+(?![0-9]+\Z)")
"""The start of a text that a spreadsheet would evaluate, full-width signs included; a phone number such as
`+31612469333` stays unchanged."""


def as_csv(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Success:
    """Return a CSV file with a header line; a row may lack a column."""
    later = as_csv_later(name, columns, rows)
    return Success(content=_csv(columns, rows), headers=later.headers)


def as_csv_later(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Success:
    """Return the same file, made while other requests run."""
    return _file(f"{name}.csv", CSV, partial(_csv, columns, rows))


def as_xlsx(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Success:
    """Return an XLSX file with a header row; the same rows give the same bytes."""
    return _file(f"{name}.xlsx", XLSX, partial(_xlsx, columns, rows))


def read_in_steps(context: Context, select: str, *values: Any) -> Steps[list[Row]]:
    """Read all rows of a query without an order, in steps; the highest `id` comes first."""
    rows: list[Row] = []
    last = _ABOVE_ALL
    while True:
        part = context.store.all(f"{select} AND id < ? ORDER BY id DESC LIMIT ?", *values, last, SLICE)
        rows += part
        if len(part) < SLICE:
            return rows
        last = part[-1]["id"]
        yield None


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_csv_cell(column) for column in columns])
    writer.writerows([_csv_cell(row.get(column)) for column in columns] for row in rows)
    return file.getvalue().encode()


def _xlsx(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    from datetime import datetime

    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2026, 1, 1)})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, columns)
        for number, row in enumerate(rows, start=1):
            for column, field in enumerate(columns):
                _xlsx_cell(sheet, number, column, row.get(field))
    return file.getvalue()


def _file(name: str, media_type: str, make_content: Callable[[], bytes]) -> Success:
    headers = {"Content-Type": media_type, "Content-Disposition": f'attachment; filename="{name}"'}
    return Success(make_content=make_content, headers=headers)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _xlsx_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, str(value))
