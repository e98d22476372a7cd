"""CSV files as people have them: any encoding and delimiter, with lines that are wrong.

A line that cannot be used does not stop the job, and is not lost: it is written, with its number and what is wrong with
it, into NAME.rejected.csv beside the file. Correct it there, and read that file as the next source.
"""

from __future__ import annotations

import codecs
import csv
import os
import re
import warnings
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smscx_client._phone_numbers import clean_phone_number, clean_phone_numbers
from smscx_client._stacklevel import caller_stacklevel
from smscx_client._suggest import did_you_mean
from smscx_client.bulk.contact_fields import CUSTOM, MOST_CUSTOM_FIELDS, NUMBER, field_names, is_custom
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["CsvSource", "GuessedEncodingWarning", "RejectedLinesWarning", "Table", "read_csv"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What a file is read as that is no UTF-8 and has no byte order mark: what spreadsheet programs write in the West.
_FALLBACK = "cp1252"
_DELIMITERS = (",", ";", "\t", "|")
#: What Python's csv module does not take, or not in all versions.
_NO_DELIMITERS = '"\r\n\0'
#: Columns that an error names, and those that it compares a wrong name with.
_MOST_SHOWN, _MOST_COMPARED = 50, 1000
_CHUNK = 1 << 20
#: Lines that are read together.
_AT_ONCE = 500
#: A record of more lines than this is a quotation mark that is never closed.
_MOST_LINES = 100


class GuessedEncodingWarning(UserWarning):
    """A CSV file is not UTF-8, so that its letters may be read wrongly. Give its ``encoding`` to be sure."""


class RejectedLinesWarning(UserWarning):
    """Lines of a CSV file were left out. The message has their number and the file that they were written into."""


def read_csv(
    path: str | os.PathLike[str], *, encoding: str | None = None, delimiter: str | None = None, **columns: str | int
) -> CsvSource:
    """Return the lines of a CSV file as contacts, or as recipients.

    :param path: the file. Its first line has the names of the columns.
    :param encoding: the encoding; by default the one of the byte order mark, else UTF-8, else Windows-1252, with a
        :class:`GuessedEncodingWarning`.
    :param delimiter: what separates the columns; by default found in the first line: a comma, semicolon, tab or bar.
    :param columns: the column of each field: ``phone_number="mobile", first_name="first", voucher="code"``. The fields
        are `phone_number`, `first_name`, `last_name`, `email`, `country_iso`, `field1` to `field5`, and up to 20 of
        your own. Without any, the columns are fields by their own names. A number instead of a name is the position of
        the column, from 0, in a file without a first line of names.
    :return: an iterable of dicts. Each iteration reads the file, with flat memory. Lines that cannot be used are
        written into NAME.rejected.csv, and a :class:`RejectedLinesWarning` says how many there were, once for the
        same lines.
    :raises ApiTypeError, ApiValueError: the file has no such column, there are too many fields, or there is no such
        encoding.
    :raises OSError: the file cannot be read.

    Example::

        contacts = bulk.read_csv("november.csv", phone_number="mobile", first_name="first", voucher="code")
    """
    if not isinstance(path, (str, os.PathLike)):
        raise ApiTypeError(f"must be the path of a file, not {type(path).__name__}", ["path"])
    return CsvSource(Path(path), encoding, delimiter, columns)


class _Bad(NamedTuple):
    """A line that cannot be used."""

    number: int
    problem: str
    cells: Sequence[str]


class Table(NamedTuple):
    """Contacts that all have values for the same fields: the column of each field."""

    fields: Sequence[str]
    columns: Sequence[Sequence[str]]


class CsvSource:
    """The contacts in a CSV file; see :func:`read_csv`.

    :param path: the file.
    :param encoding, delimiter: those of the file; None to find them out.
    :param columns: by the name of the field, the name or index of its column.
    :ivar encoding, delimiter: those of the file.
    :ivar rejected: the number of lines that the last iteration left out.
    """

    def __init__(self, path: Path, encoding: str | None, delimiter: str | None, columns: Mapping[str, str | int]):
        _check_columns(columns)
        _check_format(encoding, delimiter)
        if not path.is_file() and path.exists() and not path.is_dir():
            raise ApiValueError(f"{path} is a pipe or device; a CSV file is read more than once, so save it first", [])
        self.path = path
        self.encoding = encoding or _encoding_of(path)
        if not encoding and self.encoding == _FALLBACK:
            warnings.warn(
                f"{path.name} is not UTF-8 and is read as Windows-1252; if letters look wrong, give its encoding, such "
                "as encoding='cp1250'",
                GuessedEncodingWarning,
                stacklevel=caller_stacklevel(),
            )
        with self._reading(), self._open() as file:
            first = list(islice(file, _MOST_LINES))
        self._has_names = not any(isinstance(place, int) for place in columns.values())
        self.delimiter = delimiter or _delimiter_of(first, columns.values())
        cells = self._cells(first)
        self._width = len(cells)
        self._names = cells if self._has_names else []
        self._places = self._places_of(columns)
        self.rejected = 0
        self._warned = ""

    @property
    def rejected_path(self) -> Path:
        """The file that lines are written into that cannot be used. It exists only if there are any."""
        return self.path.with_name(f"{self.path.stem}.rejected.csv")

    def __repr__(self) -> str:
        return f"<CsvSource {self.path.name!r}: {self.encoding}, delimiter {self.delimiter!r}>"

    def __iter__(self) -> Iterator[dict[str, str]]:
        for table in self._tables():
            for values in zip(*table.columns):
                yield dict(zip(table.fields, values))

    def _tables(self) -> Iterator[Table]:
        """Yield the same contacts, many at a time."""
        self.rejected = 0
        first_problem = ""
        with ExitStack() as stack:
            stack.enter_context(self._reading())
            rejected = None
            for found in self._records(stack.enter_context(self._open())):
                if not isinstance(found, _Bad):
                    yield found
                    continue
                if rejected is None:
                    rejected = _Rejected(stack.enter_context(_private(self.rejected_path)), self._names)
                    first_problem = f"line {found.number} {found.problem}"
                rejected.add(found)
                self.rejected += 1
        if self.rejected:
            lines = "1 line was" if self.rejected == 1 else f"{self.rejected} lines were"
            self._warn(
                f"{self.path.name}: {lines} left out, the first because {first_problem}; see {self.rejected_path.name}"
            )

    def _warn(self, message: str) -> None:
        """Warn of rejected lines, unless an earlier iteration has, such as the one of an estimate."""
        if message != self._warned:
            warnings.warn(RejectedLinesWarning(message), stacklevel=caller_stacklevel())
            self._warned = message

    def _open(self) -> TextIO:
        return self.path.open(encoding=self.encoding, errors="replace", newline="")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Some encodings raise an error in any case, such as UTF-16 without a byte order mark."""
        try:
            yield
        except UnicodeError as error:
            raise ApiValueError(f"{self.path.name} cannot be read as {self.encoding}: {error}", ["encoding"]) from None

    def _cells(self, first: Sequence[str]) -> list[str]:
        try:
            return _first_record(first, self.delimiter)
        except csv.Error as error:
            raise ApiValueError(f"{self.path.name}: its first line cannot be read: {error}", []) from None

    def _places_of(self, columns: Mapping[str, str | int]) -> dict[str, int]:
        """The position of the column of each field."""
        if not self._has_names:
            _check_fields(columns)
            return {field: self._checked(field, int(place)) for field, place in columns.items()}
        names = [name.strip() for name in self._names]
        wanted = columns or {_own_name(name): name for name in names if name}
        # The first line of each: after a missing quotation mark, the rest is contacts.
        shown = [repr(name.partition("\n")[0]) for name in names[:_MOST_SHOWN]]
        shown += ["..."] if len(names) > _MOST_SHOWN else []
        its_columns = f"its columns are {', '.join(shown) or 'none'}"
        for field, name in wanted.items():
            if name not in names:
                hint = did_you_mean(str(name), names[:_MOST_COMPARED])
                raise ApiValueError(f"{self.path.name} has no column {name!r}; {its_columns}{hint}", [field])
        if NUMBER not in wanted:
            problem = f"say which column of {self.path.name} has the phone numbers: phone_number=..."
            raise ApiTypeError(f"{problem}; {its_columns}", [NUMBER])
        _check_fields(wanted)
        return {field: names.index(str(name)) for field, name in wanted.items()}

    def _checked(self, field: str, place: int) -> int:
        if place >= self._width > 0:
            raise ApiValueError(
                f"{self.path.name} has no column {place}; it has columns 0 to {self._width - 1}", [field]
            )
        return place

    def _records(self, file: TextIO) -> Iterator[Table | _Bad]:
        """The records of the file after the names: contacts, and bad lines."""
        lines = _Lines(file)
        reader = csv.reader(lines, delimiter=self.delimiter)
        if self._has_names:
            while next(reader, self._names) != self._names:
                pass
        while True:
            lines.begin()
            if table := self._table(lines.ahead()):
                yield table
                lines.skip()
                continue
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield lines.broken(f"cannot be read: {error}", [])
                continue
            if not any(map(str.strip, cells)):
                continue
            if len(lines.taken) > _MOST_LINES:
                yield lines.broken("has a quotation mark that is never closed", cells)
            elif len(cells) != self._width:
                yield lines.broken(_wrong_width(len(cells), self._width, len(lines.taken)), cells)
            else:
                yield self._contact(cells, lines.number)

    def _table(self, some: Sequence[str]) -> Table | None:
        """Read lines together that are one good record each, with a value for each field; None if one is not."""
        text = "".join(some)
        if '"' in text or "\ufffd" in text:
            return None
        try:
            records = list(csv.reader(some, delimiter=self.delimiter))
            if set(map(len, records)) != {self._width}:
                return None
            cells = list(zip(*records))
            columns = {field: list(map(str.strip, cells[place])) for field, place in self._places.items()}
            columns[NUMBER] = list(clean_phone_numbers(columns[NUMBER]))
        except (csv.Error, IndexError, ValueError):
            return None
        return Table(list(columns), list(columns.values())) if all(map(all, columns.values())) else None

    def _contact(self, cells: Sequence[str], number: int) -> Table | _Bad:
        if any("\ufffd" in cell for cell in cells):
            return _Bad(number, f"has characters that are not {self.encoding}", cells)
        values = {field: cells[place].strip() for field, place in self._places.items()}
        try:
            values[NUMBER] = clean_phone_number(values[NUMBER])
        except ValueError as error:
            problem = f"has a phone number that {error}" if values[NUMBER] else "has no phone number"
            return _Bad(number, problem, cells)
        return Table(*zip(*((field, [value]) for field, value in values.items() if value)))


def _wrong_width(columns: int, width: int, lines: int) -> str:
    found = f"has {columns} column{'s' if columns > 1 else ''} instead of {width}"
    if lines == 1:
        return found
    return f"{found} up to the next quotation mark, {lines - 1} line{'s' if lines > 2 else ''} below: is one missing?"


class _Lines:
    """The lines of a file. Lines that a wrong record took can be given back, to be read again one by one."""

    def __init__(self, file: Iterable[str]):
        self._file = iter(file)
        self._returned: deque[str] = deque()
        self._read = 0
        self.taken: list[str] = []
        """The lines of this record."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._file)
        self._read += 1
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """Begin a record."""
        self.taken = []

    def ahead(self) -> Sequence[str]:
        """The next lines, without taking them; none while lines that were read ahead are left."""
        if not self._returned:
            self._returned.extend(islice(self._file, _AT_ONCE))
            return self._returned
        return ()

    def skip(self) -> None:
        """Take all lines that were read ahead."""
        self._read += len(self._returned)
        self._returned.clear()

    @property
    def number(self) -> int:
        """The number of the first line of this record, from 1."""
        return self._read - len(self.taken) + 1

    def broken(self, problem: str, cells: Sequence[str]) -> _Bad:
        """A broken record. Its first line is the bad one; the others are read again, since they may be good."""
        number, first, others = self.number, self.taken[0], self.taken[1:]
        self._returned.extendleft(reversed(others))
        self._read -= len(others)
        return _Bad(number, problem, [first.rstrip("\r\n")] if others or not cells else cells)


class _Rejected:
    """Writes the lines that cannot be used, so that the file can be read as a source once it is corrected."""

    def __init__(self, file: TextIO, names: Sequence[str]):
        self._writer = csv.writer(file)
        self._width = len(names)
        if names:
            self._writer.writerow([*names, "line", "problem"])

    def add(self, bad: _Bad) -> None:
        """Write a line: its cells under their names, then its number and what is wrong with it."""
        width = self._width or len(bad.cells)
        cells = [*bad.cells[:width], *[""] * (width - len(bad.cells))]
        self._writer.writerow([*cells, bad.number, bad.problem, *bad.cells[width:]])


def _private(path: Path) -> TextIO:
    """A new file that only its owner can read, since it has phone numbers."""
    with suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="")


def _check_format(encoding: str | None, delimiter: str | None) -> None:
    for name, value, kind in (
        ("encoding", encoding, "the name of an encoding"),
        ("delimiter", delimiter, "a character"),
    ):
        if not isinstance(value, (str, type(None))):
            raise ApiTypeError(f"must be {kind}, not {type(value).__name__}", [name])
    try:
        b"+".decode(encoding or "utf-8", "replace")
    except (LookupError, UnicodeError):  # a codec that is no encoding of text, such as hex, is a LookupError too
        raise ApiValueError(
            f"there is no encoding {encoding!r}; use one such as utf-8, cp1252 or cp1250", ["encoding"]
        ) from None
    if len(delimiter or ",") != 1:
        raise ApiValueError(f"must be one character, not {delimiter!r}", ["delimiter"])
    if delimiter and delimiter in _NO_DELIMITERS:
        raise ApiValueError(f"cannot be a quotation mark or the end of a line: {delimiter!r}", ["delimiter"])


def _check_columns(columns: Mapping[str, str | int]) -> None:
    for field, place in columns.items():
        if isinstance(place, bool) or not isinstance(place, (str, int)):
            raise ApiTypeError("must be the name of a column, or its position", [field])
        if isinstance(place, int) and place < 0:
            raise ApiValueError("must be the position of a column, from 0", [field])
    kinds = set(map(type, columns.values()))
    if len(kinds) > 1:
        raise ApiTypeError("columns are given by name or by position, not both", [next(iter(columns))])
    if columns and NUMBER not in columns:
        raise ApiTypeError("is missing: say which column has the phone numbers", [NUMBER])


def _check_fields(fields: Collection[str]) -> None:
    if CUSTOM in fields:
        raise ApiTypeError("is no column: give each field of your own by its name, such as voucher=...", [CUSTOM])
    wire = field_names()
    for name in fields:
        if name in wire and wire[name] != name and wire[name] in fields:
            raise ApiTypeError(f"is given twice, as `{name}` and `{wire[name]}`", [name])
    custom = list(filter(is_custom, fields))
    if len(custom) > MOST_CUSTOM_FIELDS:
        raise ApiValueError(
            f"is field {MOST_CUSTOM_FIELDS + 1} of your own; a contact takes {MOST_CUSTOM_FIELDS}",
            [custom[MOST_CUSTOM_FIELDS]],
        )


def _own_name(column: str) -> str:
    """The field of a column that is not mapped: ``firstName`` and ``First name`` are `first_name`."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\s-]+", "_", column).lower()
    return name if name in field_names() else column


def _encoding_of(path: Path) -> str:
    """The encoding of a file: that of its byte order mark, else UTF-8 if all of it is that, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        for mark, encoding in _BYTE_ORDER_MARKS:
            if start.startswith(mark):
                return encoding
        chunks = chain([start], iter(lambda: file.read(_CHUNK), b""))
        try:
            for _ in codecs.iterdecode(chunks, "utf-8"):
                pass
        except UnicodeDecodeError:
            return _FALLBACK
    return "utf-8"


def _first_record(lines: Iterable[str], delimiter: str) -> list[str]:
    """The cells of the first record that has any."""
    return next((cells for cells in csv.reader(lines, delimiter=delimiter) if any(map(str.strip, cells))), [])


def _delimiter_of(lines: Sequence[str], places: Iterable[str | int]) -> str:
    """The delimiter with which the first record has the most of the wanted columns, then the most columns."""
    wanted = set(places)

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            cells = _first_record(lines, delimiter)
        except csv.Error:  # without its delimiter, a long line is one cell, which is too long
            return 0, 0
        return len(wanted.intersection(cell.strip() for cell in cells)), len(cells)

    return max(_DELIMITERS, key=fit)
