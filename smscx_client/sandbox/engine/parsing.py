"""Strict parsing of body and parameters: the result is safe to validate and to store."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from ..spec.errors import ApiError, Assumed
from .http import JSON, Request

__all__ = ["read_body", "read_parameters"]

_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
"""The texts of booleans in a query: PHP writes 1 and 0 (assumed)."""
_MOST_DIGITS = 18
_LARGEST_EXACT = 1 << 53
_DEEPEST = 32
"""How deep objects and lists may be nested; those of the API have a few levels."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_body(request: Request, media_type: str, limit: int) -> Any:
    """Return the body as a JSON value, or as the fields of a form; raises ApiError if it cannot be parsed."""
    if len(request.body) > limit:
        raise ApiError(Assumed.BODY_TOO_LARGE, detail=f"The limit is {limit} bytes.")
    if not request.body.strip():
        raise ApiError(Assumed.MALFORMED_BODY, detail="It is empty.")
    if request.content_type != media_type:
        given = f"not {request.content_type[:80]}" if request.content_type else "and none was given"
        raise ApiError(Assumed.CONTENT_TYPE, detail=f"Send `Content-Type: {media_type}`, {given}.")
    try:
        text = request.body.decode()
        return _parse_json(text) if media_type == JSON else dict(parse_qsl(text, keep_blank_values=True))
    except RecursionError:
        raise ApiError(Assumed.MALFORMED_BODY, detail="It is nested too deeply.") from None
    except ValueError as error:
        raise ApiError(Assumed.MALFORMED_BODY, detail=f"{error}.") from None


def read_parameters(texts: dict[str, str], types: dict[str, str]) -> dict[str, Any]:
    """Convert path and query parameters to their types; a text that cannot be converted stays a text."""
    return {name: _CONVERTERS.get(types[name], str)(text) for name, text in texts.items() if name in types}


def _parse_json(text: str) -> Any:
    value = json.loads(text, parse_int=_integer, parse_float=_decimal, parse_constant=_reject_constant)
    if "\\u" in text and _LONE_SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise ValueError("It contains half of a surrogate pair, which is not a character")
    if text.count("[") + text.count("{") > _DEEPEST and _is_too_deep(value):
        raise RecursionError
    return value


def _is_too_deep(value: Any) -> bool:
    """Whether the code that reads a value could run out of stack."""
    level = [value]
    for _ in range(_DEEPEST):
        inner = (each.values() if isinstance(each, dict) else each for each in level)
        level = [each for children in inner for each in children if isinstance(each, (dict, list))]
        if not level:
            return False
    return True


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("It contains an integer of more than 64 bits")
    return int(digits)


def _decimal(digits: str) -> int | float:
    """Read 300.0 as 300: JSON Schema accepts both as an integer."""
    value = float(digits)
    return int(value) if value.is_integer() and abs(value) < _LARGEST_EXACT else value


def _reject_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _number_or_text(text: str) -> int | str:
    return int(text) if re.fullmatch(rf"-?[0-9]{{1,{_MOST_DIGITS}}}", text) else text


def _boolean_or_text(text: str) -> bool | str:
    return _BOOLEANS.get(text.lower(), text)


def _decimal_or_text(text: str) -> float | str:
    return float(text) if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) else text


_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "integer": _number_or_text,
    "number": _decimal_or_text,
    "boolean": _boolean_or_text,
}
