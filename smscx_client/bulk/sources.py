"""Recipients and contacts from what a program has: an iterable, a CSV file, a data frame.

The other modules of this package read a source in one pass, item by item, and only through these functions. Data frames
of pandas and polars are recognised by their methods, so neither is imported.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from json.encoder import encode_basestring_ascii
from typing import Any, NamedTuple

from smscx_client._models.kinds import without_numpy
from smscx_client._phone_numbers import are_e164, clean_phone_number
from smscx_client.bulk.contact_fields import CUSTOM, MOST_CUSTOM_FIELDS, NUMBER, field_names
from smscx_client.bulk.csv_files import CsvSource, Table, read_csv
from smscx_client.exceptions import ApiTypeError, ApiValueError
from smscx_client.models import GroupAdd

__all__ = ["CsvSource", "Recipients", "contacts", "lists", "read_csv", "recipient_lists", "recipients"]

_encode = json.JSONEncoder(separators=(",", ":")).encode
#: Contacts that are encoded at a time.
_AT_ONCE = 1000

_WIRE_NUMBER, _WIRE_CUSTOM = field_names()[NUMBER], field_names()[CUSTOM]


class Recipients(NamedTuple):
    """Some recipients, as a job has them."""

    lines: list[str]
    """The phone number of each, or the contact as JSON."""
    numbers: list[str]
    fields: frozenset[str]
    """The fields that contacts have values for, perhaps contacts of an earlier list."""


def recipients(source: Iterable[Any]) -> Iterator[str]:
    """Yield the phone number of each item: a text, an int, or a mapping with `phone_number` (or `phoneNumber`).

    A number is cleaned the way the API reads it. A text that is no phone number is yielded without the spaces around
    it, so that the API reports it as invalid. Duplicates are left to the journal.

    :raises ApiTypeError: an item is neither a text nor a mapping; the message has its position.
    """
    for (one,) in recipient_lists(source, 1):
        yield one


def recipient_lists(source: Iterable[Any], size: int) -> Iterator[list[str]]:
    """Yield the same in lists of `size`. Numbers in E.164 format are checked a list at a time: there can be millions.

    :raises ApiTypeError: see :func:`recipients`.
    """
    items = _items(source)
    position = 0
    while some := list(islice(items, size)):
        yield some if are_e164(some) else [_cleaned(_number_of(item, position + n)) for n, item in enumerate(some)]
        position += len(some)


def lists(source: Iterable[Any], size: int, has_contacts: bool) -> Iterator[Recipients]:
    """Yield the recipients, or the contacts, as lines of text in lists of `size`.

    :raises ApiTypeError, ApiValueError: see :func:`recipients` and :func:`contacts`.
    """
    if has_contacts:
        yield from _contact_lists(source, size)
        return
    for numbers in recipient_lists(source, size):
        if "" in numbers:
            numbers = [number or "-" for number in numbers]  # the API reports it as invalid
        yield Recipients(numbers, numbers, frozenset())


def _contact_lists(source: Iterable[Any], size: int) -> Iterator[Recipients]:
    lines: list[str] = []
    numbers: list[str] = []
    fields: set[str] = set()
    for some in map(_table_lines, source._tables()) if isinstance(source, CsvSource) else _contact_lines(source):
        lines += some.lines
        numbers += some.numbers
        fields |= some.fields
        while len(lines) >= size:
            yield Recipients(lines[:size], numbers[:size], frozenset(fields))
            del lines[:size], numbers[:size]
    if lines:
        yield Recipients(lines, numbers, frozenset(fields))


def _contact_lines(source: Iterable[Any]) -> Iterator[Recipients]:
    """Encode contacts some at a time. A line ends where one contact does, if the text leaves no doubt."""
    items = contacts(source)
    while some := list(islice(items, _AT_ONCE)):
        text = _encode(some)[1:-1]
        is_clear = text.count("},{") == len(some) - 1
        lines = text.replace("},{", "}\n{").split("\n") if is_clear else list(map(_encode, some))
        custom = (contact[_WIRE_CUSTOM] for contact in some if _WIRE_CUSTOM in contact)
        yield Recipients(lines, [contact[_WIRE_NUMBER] for contact in some], frozenset().union(*some, *custom))


def _table_lines(table: Table) -> Recipients:
    """Encode contacts that have values for the same fields."""
    names = _wire_names()
    columns = dict(zip(table.fields, table.columns))
    known = [NUMBER, *(field for field in columns if field in names and field != NUMBER)]
    own = [field for field in columns if field not in names]
    parts = [f"{_escaped(names[field])}:%s" for field in known]
    if own:
        parts.append(f'"{_WIRE_CUSTOM}":{{{",".join(f"{_escaped(field)}:%s" for field in own)}}}')
    values = zip(*(map(encode_basestring_ascii, columns[field]) for field in (*known, *own)))
    lines = list(map(f"{{{','.join(parts)}}}".__mod__, values))
    return Recipients(lines, list(columns[NUMBER]), frozenset(names.get(field, field) for field in columns))


def _escaped(name: str) -> str:
    """A name as JSON, in a template."""
    return encode_basestring_ascii(name).replace("%", "%%")


def contacts(source: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield each item as the API has a contact: ``{"phoneNumber": ..., "firstName": ..., "customFields": {...}}``.

    The fields of a mapping have the names of the API or of Python (`first_name`); any other key is a custom field. A
    field without a value (None, NaN, empty text) is left out. Values become text: 5.0, which a data frame makes of 5,
    becomes `5`.

    :raises ApiTypeError: an item is no mapping, or has no phone number; the message has its position.
    :raises ApiValueError: an item has more than 20 custom fields.
    """
    for position, item in enumerate(_items(source)):
        yield _contact(item, position)


def _contact(item: Any, position: int) -> dict[str, Any]:
    item = _unwrapped(item)
    if not isinstance(item, Mapping):
        return {_WIRE_NUMBER: _cleaned(_number_of(item, position))}
    names = _wire_names()
    contact: dict[str, Any] = {}
    custom: dict[str, str] = {}
    for key, value in item.items():
        if names.get(key) == _WIRE_CUSTOM:
            custom.update({str(name): _text(one) for name, one in (value or {}).items() if _has_value(one)})
        elif _has_value(value) or names.get(key) == _WIRE_NUMBER:
            target = contact if key in names else custom
            target[names.get(key, str(key))] = _text(value) if _has_value(value) else ""
    if _WIRE_NUMBER not in contact:
        raise _without_number(item, position)
    if len(custom) > MOST_CUSTOM_FIELDS:
        raise ApiValueError(
            f"has {len(custom)} custom fields; the API takes {MOST_CUSTOM_FIELDS}", ["recipients", position]
        )
    contact = {_WIRE_NUMBER: _cleaned(contact.pop(_WIRE_NUMBER)), **contact}
    return {**contact, _WIRE_CUSTOM: custom} if custom else contact


@lru_cache(maxsize=1)
def _wire_names() -> dict[str, str]:
    """The name on the wire of each field of a contact, by both of its names."""
    names = field_names()
    return {**names, **{name: name for name in names.values()}}


def _items(source: Any) -> Iterator[Any]:
    """The items of a source; of a data frame its rows, as mappings."""
    if isinstance(source, (str, bytes, os.PathLike, Mapping)):
        raise ApiTypeError(
            f"must be an iterable of recipients, not {type(source).__name__}: use [number] for one number, "
            "bulk.read_csv(path) for a file",
            ["recipients"],
        )
    if hasattr(source, "collect_schema") and not hasattr(source, "iter_rows"):
        raise ApiTypeError("is a lazy frame: use frame.collect()", ["recipients"])
    if hasattr(source, "iter_rows") and hasattr(source, "columns"):
        rows: Iterator[Any] = source.iter_rows(named=True)  # polars
        return rows
    if hasattr(source, "itertuples") and hasattr(source, "columns"):
        names = list(source.columns)  # pandas
        return (dict(zip(names, row)) for row in source.itertuples(index=False, name=None))
    try:
        return iter(source)
    except TypeError:
        raise ApiTypeError(f"must be an iterable, not {type(source).__name__}", ["recipients"]) from None


def _number_of(item: Any, position: int) -> str:
    """The phone number of an item as text; empty if there is none."""
    item = _unwrapped(item)
    if isinstance(item, Mapping):
        names = [name for name in (NUMBER, _WIRE_NUMBER) if name in item]
        if not names:
            raise _without_number(item, position)
        item = item[names[0]]
    if not _has_value(item):
        return ""
    if isinstance(item, bool) or not isinstance(without_numpy(item), (str, int, float)):
        raise ApiTypeError(f"must be a phone number or a mapping, not {type(item).__name__}", ["recipients", position])
    return _text(item)


def _unwrapped(item: Any) -> Any:
    """A model as a mapping; anything else as it is."""
    return item.to_dict() if isinstance(item, GroupAdd) else item


def _without_number(item: Mapping[Any, Any], position: int) -> ApiTypeError:
    keys = ", ".join(map(str, item)) or "none"
    return ApiTypeError(f"has no `phone_number`; its fields are: {keys}", ["recipients", position])


def _cleaned(text: str) -> str:
    try:
        return clean_phone_number(text)
    except ValueError:
        return " ".join(text.split())  # the API reports it


def _has_value(value: Any) -> bool:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):  # of pandas
        return False
    return not (value == "" or (isinstance(value, float) and math.isnan(value)))


def _text(value: Any) -> str:
    """A value as text. Half of an emoji, from a text that was cut off, becomes U+FFFD: it is no character."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    value = without_numpy(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
