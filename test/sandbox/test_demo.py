"""The demo data: at the time of the examples in `openapi.yaml`, each example request has the example response."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from codegen.record import example_of, response_of
from smscx_client.sandbox.spec.dates import moment
from smscx_client.sandbox.spec.openapi import Spec
from smscx_client.sandbox.state.clock import Clock

OPERATIONS = Spec().operations
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_all_operations_are_checked() -> None:
    assert len(OPERATIONS) == 100


@pytest.mark.parametrize("operation_id", [name for name in OPERATIONS if not name.endswith(("_to_csv", "_to_xlsx"))])
def test_responses_are_those_of_the_examples(operation_id: str) -> None:
    """If this fails, record them again: `python -m codegen --record`."""
    operation = OPERATIONS[operation_id]
    shown = operation.response_example
    assert as_lines(example_of(operation, shown, response_of(operation))) == as_lines(shown)


def as_lines(example: Any) -> str:
    """JSON in which 0 and 0.0 differ, and which pytest compares line by line."""
    return json.dumps(example, indent=1, sort_keys=True, ensure_ascii=False)


@pytest.mark.parametrize("operation_id", [name for name in OPERATIONS if name.endswith("_to_csv")])
def test_exported_files_are_those_of_the_examples(operation_id: str) -> None:
    operation = OPERATIONS[operation_id]
    shown = operation.definition["responses"]["200"]["content"]["application/csv"]["example"]
    assert example_of(operation, shown, response_of(operation)) == shown


@pytest.mark.parametrize("operation_id", [name for name in OPERATIONS if name.endswith("_to_xlsx")])
def test_workbooks_have_the_rows_of_the_csv_files(operation_id: str) -> None:
    workbook, text = (response_of(OPERATIONS[name]) for name in (operation_id, operation_id.replace("xlsx", "csv")))
    assert workbook.headers["Content-Type"] == XLSX
    assert list(rows_of(workbook.body)) == list(csv.reader(io.StringIO(text.body.decode())))


def rows_of(workbook: bytes) -> Iterator[list[str]]:
    """The cells of a workbook's only sheet, as its CSV file has them."""
    with ZipFile(io.BytesIO(workbook)) as file:
        strings = ["".join(one.itertext()) for one in ElementTree.fromstring(file.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    kinds = {"s": lambda index: strings[int(index)], "b": lambda index: ("false", "true")[int(index)]}
    rows = [
        {re.sub(r"\d", "", cell.attrib["r"]): kinds.get(cell.get("t", ""), str)(cell[0].text) for cell in row}
        for row in sheet.iterfind(".//{*}row")
    ]
    for row in rows:
        yield [row.get(column, "") for column in rows[0]]


def test_times_move_with_the_clock(make: Callable[..., Any]) -> None:
    group = make(Clock.frozen(moment("2027-11-02 10:00:00")), demo=True)("GET", "/groups/4501").json()["info"]
    assert group["createdAt"] == "2027-08-20 09:10:00"
