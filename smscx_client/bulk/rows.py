"""The rows of a large response, read one after the other: a parsed response of 25,000 rows would take 30 MB."""

from __future__ import annotations

import json
import re
import threading
from typing import TYPE_CHECKING, Any

from smscx_client.exceptions import ApiConnectionException, decoded
from smscx_client.rest import receive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3 import BaseHTTPResponse

__all__ = ["ONE_AT_A_TIME", "Document"]

#: Held while a response is in memory, so that the memory does not grow with the number of workers.
ONE_AT_A_TIME = threading.Lock()

_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
_skip = re.compile(r"[ \t\n\r]*").match


class Document:
    """A JSON object: first its `rows`, the objects of the array `data`, then its other fields.

    :param response: the response, with its body unread.
    :raises ApiConnectionException: the body cannot be read.
    """

    def __init__(self, response: BaseHTTPResponse):
        response = receive(response, preload=True)
        self._text = decoded(response.data, response.headers.get("Content-Type", ""))
        self.fields: dict[str, Any] = {}

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the objects of `data`; after that, `fields` has all other fields.

        :raises ApiConnectionException: the body is not the JSON of a response.
        """
        try:
            yield from self._rows()
        except (ValueError, StopIteration, IndexError, RecursionError) as error:
            raise ApiConnectionException("the response cannot be read: it is not JSON", outcome_unknown=True) from error

    def _rows(self) -> Iterator[dict[str, Any]]:
        text, position = self._text, self._after(0, "{")
        while True:
            name, position = _scan(text, position)
            position = self._after(position, ":")
            if name == "data" and text[position] == "[":
                position = yield from self._array(self._next(position + 1))
            else:
                self.fields[name], position = _scan(text, position)
            position = self._next(position)
            if text[position] == "}":
                return
            position = self._after(position, ",")

    def _array(self, position: int) -> Any:
        """Yield the objects of the array whose first character is at `position`; return where it ends."""
        text = self._text
        if text[position] == "]":
            return position + 1
        while True:
            row, position = _scan(text, position)
            yield row
            if text[position] != ",":
                position = self._next(position)
                if text[position] == "]":
                    return position + 1
                if text[position] != ",":
                    raise ValueError(position)
            position += 1
            if text[position] != "{":
                position = self._next(position)

    def _next(self, position: int) -> int:
        """The position of the next character that is no white space."""
        found = _skip(self._text, position)
        assert found is not None
        return found.end()

    def _after(self, position: int, character: str) -> int:
        """The position after this character, which must come next."""
        position = self._next(position)
        if self._text[position] != character:
            raise ValueError(position)
        return self._next(position + 1)
