"""Which names and values an HTTP header can have."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Any

from smscx_client.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CREDENTIAL_HEADERS", "DefaultHeaders", "canonical", "check_header", "is_header_value"]

CREDENTIAL_HEADERS = ("X-API-KEY", "Authorization")
#: The headers that the client sets, by their names in lower case.
_CANONICAL = {name.lower(): name for name in (*CREDENTIAL_HEADERS, "Accept", "Content-Type", "Cookie", "User-Agent")}

#: The headers that say where a request ends. Another value would cut the body, or add a second request.
_OF_THE_BODY = {"content-length", "transfer-encoding"}

_OF_NAMES = frozenset(f"{string.ascii_letters}{string.digits}!#$%&'*+.^_`|~-")


def canonical(name: str) -> str:
    """The spelling of ``name`` that the client uses, so that a dict holds each header once."""
    return _CANONICAL.get(name.lower(), name)


class DefaultHeaders(dict[str, str]):
    """Headers by name. Names are case-insensitive: each header is kept once, under the name that was set last."""

    def __init__(self, headers: Mapping[str, str] | None = None):
        super().__init__()
        self.update(headers or {})

    def _key(self, name: str) -> str:
        lower = name.lower()
        return next((key for key in self if key.lower() == lower), name)

    def __setitem__(self, name: str, value: str) -> None:
        super().pop(self._key(name), None)
        super().__setitem__(canonical(name), value)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(self._key(name))

    def __delitem__(self, name: str) -> None:
        super().__delitem__(self._key(name))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(self._key(name))

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(self._key(name), default)

    def pop(self, name: str, *default: Any) -> Any:
        return super().pop(self._key(name), *default)

    def setdefault(self, name: str, default: str = "") -> str:
        if name not in self:
            self[name] = default
        return self[name]

    def update(self, *headers: Any, **more: str) -> None:
        for name, value in dict(*headers, **more).items():
            self[name] = value


def check_header(name: str, value: str, argument: str) -> None:
    """Refuse a header that cannot be sent, or that would be read as two headers or change where the body ends.

    :param argument: the argument that the error names. The message does not show the value, which may be secret.
    :raises ApiValueError: name or value has characters that a header cannot have, or the name is one of HTTP itself.
    """
    if name.lower() in _OF_THE_BODY:
        raise ApiValueError(f"leave out {name}: the client sends the right length of the body", [argument])
    if not (name and _OF_NAMES.issuperset(name)):
        raise ApiValueError(
            "a header name can have ASCII letters, digits and dashes, and no space or colon", [argument]
        )
    if not is_header_value(value):
        raise ApiValueError("has characters that a header cannot have, such as a line break", [argument])


def is_header_value(text: str) -> bool:
    """Whether ``text`` can be the value of a header."""
    plain = text.isascii() and text.isprintable()  # nearly all values: compile no pattern for them
    return plain or re.fullmatch(r"[\x20-\x7e\xa0-\xff]*", text) is not None
