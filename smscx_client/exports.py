"""Exported files: rows as text, so that a phone number keeps its ``+`` and its zeros, and ``NA`` stays ``NA``.

The methods ``export_..._to_csv`` and ``export_..._to_xlsx`` write such files: with ``save_to=``, straight to the disk.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Callable, Optional, Protocol, TextIO, TypeVar, Union

from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # only the name of a type  # nosec B405
    from zipfile import ZipFile

__all__ = ["BinaryFile", "ExportLimitWarning", "Progress", "rows"]

#: What ``progress=`` is called with: the bytes received so far, and the size of the export in bytes, or None if the
#: server does not send it. When the transfer is repeated, the bytes count from 0 again. If it raises, the export ends.
Progress = Callable[[int, Optional[int]], object]

StrPath = Union[str, "os.PathLike[str]"]


class BinaryFile(Protocol):
    """What ``save_to=`` needs of an open file."""

    def write(self, data: bytes, /) -> Any:
        """Write bytes.

        :param data: the next bytes of the file.
        """


File = TypeVar("File", bound=BinaryFile)


class ExportLimitWarning(UserWarning):
    """An export without `limit` has as many rows as the API then exports at most: 500. There may be more rows.

    The API does not say whether there are more. To read all rows, use the method that iterates over them. If 500 rows
    are what you want, give ``limit=500``. Calls with ``async_req=True`` do not warn.

    :ivar operation: the method that made the export, such as `export_advanced_report_to_csv`.
    :ivar rows: the number of rows.
    """

    def __init__(self, message: str, operation: str = "", rows: int = 0):
        super().__init__(message)
        self.operation = operation
        self.rows = rows


_ZIP = b"PK\x03\x04"
_DELIMITERS = ",;\t|"


def rows(path: StrPath) -> Iterator[dict[str, str]]:
    """Yield the rows of an exported file, CSV or XLSX, as dicts from the name of the column to its text.

    Nothing is converted: numbers and dates are the text in the file. An empty cell is ``""``. One row is in memory at a
    time; of an XLSX file also the table of its texts.

    :param path: the file. CSV is read as UTF-8, with the delimiter that its first line has.
    :raises OSError: the file cannot be opened.
    :raises ApiTypeError: ``path`` is not a path.
    :raises ApiValueError: a row has more values than there are columns, or the file is neither CSV nor XLSX.

    Example::

        path = client.groups.export_group_to_csv(4501, save_to="group.csv")
        for row in exports.rows(path):
            print(row["phoneNumber"])
    """
    if not isinstance(path, (str, os.PathLike)):
        raise ApiTypeError(f"must be the path of a file, not {type(path).__name__}", ["path"])
    with Path(path).open("rb") as file:
        is_zip = file.read(len(_ZIP)) == _ZIP
    return _named(_of_xlsx(path) if is_zip else _of_csv(path))


def count_rows(export: Path | bytes | bytearray | str, most: int) -> int:
    """Return the number of rows of an export in a file or in memory, but count no further than ``most``."""
    if isinstance(export, str):
        return _count(_of_csv_text(io.StringIO(export, newline="")), most)
    with export.open("rb") if isinstance(export, Path) else io.BytesIO(export) as file:
        is_zip = file.read(len(_ZIP)) == _ZIP
        file.seek(0)
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        return _count(_of_xlsx(file) if is_zip else _of_csv_text(text), most)


def _count(lines: Iterator[list[str]], most: int) -> int:
    return sum(1 for _ in islice(_named(lines), most))


def _named(lines: Iterator[list[str]]) -> Iterator[dict[str, str]]:
    columns = next(lines, [])
    for number, values in enumerate(lines, 2):
        if len(values) > len(columns):
            if any(values[len(columns) :]):
                raise ApiValueError(f"row {number} has {len(values)} values for {len(columns)} columns")
            del values[len(columns) :]
        values += [""] * (len(columns) - len(values))
        yield dict(zip(columns, values))


def _of_csv(path: StrPath) -> Iterator[list[str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        yield from _of_csv_text(file)


def _of_csv_text(file: TextIO) -> Iterator[list[str]]:
    try:
        first = file.readline()
        unquoted = re.sub('"[^"]*"', "", first)
        delimiter = max(_DELIMITERS, key=unquoted.count)
        yield from filter(None, csv.reader(chain([first], file), delimiter=delimiter))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ApiValueError(f"the file is neither CSV in UTF-8 nor XLSX: {error}") from error


def _of_xlsx(path: StrPath | IO[bytes]) -> Iterator[list[str]]:
    from xml.etree.ElementTree import ParseError  # only the name of an exception  # nosec B405
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812 - as other exceptions are named

    try:
        with ZipFile(path) as book:
            sheets = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/\w+\.xml", name))
            if not sheets:
                raise ApiValueError("the file has no worksheet; it is not an XLSX file")
            texts = [_text(one) for one in _elements(book, "xl/sharedStrings.xml", "si")]
            for row in _elements(book, sheets[0], "row"):
                yield _values(row, texts)
    except (BadZipFile, EOFError, IndexError, ParseError, ZlibError) as error:
        raise ApiValueError(f"the file is not a whole XLSX file: {error}") from error


def _elements(book: ZipFile, name: str, tag: str) -> Iterator[Element]:
    """The elements with this tag in a part of the workbook, one in memory at a time."""
    from xml.etree.ElementTree import iterparse  # of a file of this API, and expat limits entities  # nosec B405

    if name not in book.namelist():
        return
    with book.open(name) as part:
        parents: list[Element] = []
        for event, element in iterparse(part, ("start", "end")):  # nosec B314
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            if element.tag.endswith(f"}}{tag}"):
                yield element
                parents[-1].clear()


def _values(row: Element, texts: list[str]) -> list[str]:
    values: list[str] = []
    for cell in row:
        letters = re.match("[A-Z]*", cell.get("r", ""))
        column = _column(letters[0]) if letters and letters[0] else len(values)
        values += [""] * (column - len(values))
        values.append(_value(cell, texts))
    return values


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: Element, texts: list[str]) -> str:
    kind = cell.get("t")
    text = _text(cell)
    if kind == "s":
        return texts[int(text)]
    return {"0": "false", "1": "true"}.get(text, text) if kind == "b" else text


def _text(element: Element) -> str:
    """The text of a cell or of a shared text, without formulas and phonetic hints."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterable[str]:
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name in ("t", "v"):
            yield child.text or ""
        elif name in ("is", "r"):
            yield from _texts(child)
