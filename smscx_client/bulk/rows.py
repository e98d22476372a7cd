"""The rows of a large response, read piece by piece: a parsed response of 25,000 rows would take 30 MB."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any

from smscx_client._transport.bodies import iter_body
from smscx_client._transport.failures import TRANSPORT_ERRORS, connection_failure
from smscx_client.bulk.columns import WHITE_SPACE, scan
from smscx_client.exceptions import ApiConnectionException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from urllib3 import BaseHTTPResponse

__all__ = ["Document"]

_BETWEEN_ROWS = re.compile(rf"[{WHITE_SPACE}]*,[{WHITE_SPACE}]*\{{")
_AFTER_VALUE = re.compile(rf"[{WHITE_SPACE}]*[,:}}]")


class Document:
    """A JSON object: first its `rows`, the objects of the array `data`, then its other fields.

    :param response: a response of urllib3 with its body unread.
    """

    def __init__(self, response: BaseHTTPResponse):
        self._response = response
        self._chunks = iter_body(response)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._text = ""
        self.fields: dict[str, Any] = {}

    def rows(self, read: Callable[[str], bool] | None = None) -> Iterator[list[dict[str, Any]]]:
        """Yield the objects of `data`, some hundred at a time; after that, `fields` has all other fields.

        :param read: gets the text of some hundred objects, ``{...},{...}``. They are left out if it returns True.
        :raises ApiConnectionException: the body cannot be read, or is not the JSON of a response.
        """
        try:
            yield from self._rows(read)
            for _ in self._chunks:  # white space, so that the connection can be used again
                pass
            self._response.release_conn()
        except TRANSPORT_ERRORS as error:  # these include ValueError: it is not JSON
            self._response.close()
            if type(error) is ValueError or isinstance(error, json.JSONDecodeError):
                problem = "the response cannot be read: it is not JSON"
                raise ApiConnectionException(problem, outcome_unknown=True) from error
            raise connection_failure(error) from error

    def _rows(self, read: Callable[[str], bool] | None) -> Iterator[list[dict[str, Any]]]:
        """Read one field after the other."""
        self._take("{")
        while True:
            name = self._value()
            self._take(":")
            if name == "data" and self._next() == "[":
                self._take("[")
                yield from self._pieces(read)
            else:
                self.fields[name] = self._value()
            if self._next() == "}":
                return
            self._take(",")

    def _pieces(self, read: Callable[[str], bool] | None) -> Iterator[list[dict[str, Any]]]:
        """Yield the objects of an array, whose bracket was read.

        The text is cut between two objects, by what is between its first two. A cut in the middle of a text or of an
        inner list is no JSON, and so it never goes unnoticed.
        """
        self._next()
        while True:
            between = _between(self._text)
            cut = self._text.rfind(between) + 1 if between else 0
            if read and read(self._text[:cut]):
                self._text = self._text[cut + len(between) - 2 :]
            elif cut:
                found, end = _parsed(f"[{self._text[:cut]}]")
                if end == cut + 2:
                    self._text = self._text[cut + len(between) - 2 :]
                    yield found
            found, end = _parsed(f"[{self._text}")
            if end:
                self._text = self._text[end - 1 :]
                yield found
                return
            self._fill()

    def _value(self) -> Any:
        """Read the next value, whole."""
        self._next()
        while True:
            found, end = _parsed(self._text)
            if end and _AFTER_VALUE.match(self._text, end):  # a number may continue
                self._text = self._text[end:]
                return found
            self._fill()

    def _take(self, character: str) -> None:
        """Read a character that must come next."""
        if self._next() != character:
            raise ValueError(f"{character} is missing")
        self._text = self._text[1:]

    def _next(self) -> str:
        """The next character that is no white space."""
        while True:
            self._text = self._text.lstrip(WHITE_SPACE)
            if self._text:
                return self._text[0]
            self._fill()

    def _fill(self) -> None:
        """Read on.

        :raises ValueError: the body has ended too early.
        """
        chunk = next(self._chunks, None)
        if chunk is None:
            raise ValueError("the body ends too early")
        self._text += self._decode(chunk)


def _between(text: str) -> str:
    """What is between the first two objects of a text, with their braces, such as ``},{``; empty without the second."""
    _, end = _parsed(text)
    found = _BETWEEN_ROWS.match(text, end) if end else None
    return f"}}{found[0]}" if found else ""


def _parsed(text: str) -> tuple[Any, int]:
    """The value at the start of `text`, and where it ends; 0 if it is not complete."""
    try:
        found, end = scan(text, 0)
    except (ValueError, StopIteration, RecursionError):
        return None, 0
    return found, end
