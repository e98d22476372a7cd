"""Which names and values an HTTP header can have."""

from __future__ import annotations

import re

from smscx_client.exceptions import ApiValueError

__all__ = ["check_header", "is_header_value"]


def check_header(name: str, value: str, argument: str) -> None:
    """Refuse a header that cannot be sent, or that would be read as two headers.

    :param argument: the argument that the error names. The message does not show the value, which may be secret.
    :raises ApiValueError: name or value has characters that a header cannot have.
    """
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
        raise ApiValueError("a header name has letters, digits and dashes only", [argument])
    if not is_header_value(value):
        raise ApiValueError("has characters that a header cannot have, such as a line break", [argument])


def is_header_value(text: str) -> bool:
    """Whether ``text`` can be the value of a header."""
    return re.fullmatch(r"[\x20-\x7e\xa0-\xff]*", text) is not None
