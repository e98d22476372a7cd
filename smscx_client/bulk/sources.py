"""Recipients and contacts from what a program has: an iterable, a CSV file, a data frame.

The other modules of this package read a source in one pass, item by item, and only through these functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os

__all__ = ["contacts", "read_csv", "recipients"]


def recipients(source: Iterable[Any]) -> Iterator[str]:
    """Yield the phone number of each item: a text, or a mapping with `phone_number` (or `phoneNumber`).

    A number is cleaned the way the API reads it. A text that is no phone number is yielded without the spaces around
    it, so that the API reports it as invalid. Duplicates are left to the journal.

    :raises ApiTypeError: an item is neither a text nor a mapping; the message has its position.
    """
    for item in source:
        value = item.get("phone_number", item.get("phoneNumber")) if isinstance(item, Mapping) else item
        yield str(value).strip()


def contacts(source: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield each item as the API has a contact: ``{"phoneNumber": ..., "firstName": ..., "customFields": {...}}``.

    The fields of a mapping have the names of the API or of Python (`first_name`); any other key is a custom field.
    """
    names = {"phone_number": "phoneNumber", "first_name": "firstName", "last_name": "lastName", "country": "countryIso"}
    known = {"phoneNumber", "firstName", "lastName", "email", "countryIso", *(f"field{n}" for n in range(1, 6))}
    for item in source:
        values = {"phoneNumber": item} if isinstance(item, str) else {names.get(k, k): v for k, v in item.items()}
        contact = {key: value for key, value in values.items() if key in known and value is not None}
        custom = {key: value for key, value in values.items() if key not in known and value is not None}
        yield {**contact, **({"customFields": custom} if custom else {})}


def read_csv(path: str | os.PathLike[str], **columns: Any) -> Iterable[dict[str, str]]:
    """Return the rows of a CSV file as recipients or contacts; can be read more than once."""
    raise NotImplementedError
