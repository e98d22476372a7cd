"""Time limits as users give them, and their checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing_extensions import TypeAlias

__all__ = ["LONGEST_TIMEOUT", "Timeout", "checked_seconds", "checked_timeout", "longest_of"]

#: Seconds, or ``(connect, read)`` seconds; None for no limit.
Timeout: TypeAlias = Union[float, "tuple[float | None, float | None]", None]
#: Seconds: the longest timeout of a socket, 24 days.
LONGEST_TIMEOUT = 2_147_483


def checked_timeout(value: Any, name: str) -> Timeout:
    """Return ``value`` if it is a timeout: positive seconds, a pair ``(connect, read)`` of them, or None.

    :param name: the name that an error shows.
    :raises ApiTypeError: it is not a number, a pair or None.
    :raises ApiValueError: it is not positive, or not finite.
    """
    if not isinstance(value, (tuple, list)):
        return checked_seconds(value, name)
    if len(value) != 2:
        raise ApiValueError("as a pair, it is (connect, read) seconds", [name])
    return checked_seconds(value[0], name), checked_seconds(value[1], name)


def checked_seconds(value: Any, name: str) -> float | None:
    """Return ``value`` if it is a positive number of seconds, or None.

    :raises ApiTypeError: it is not a number or None.
    :raises ApiValueError: it is not positive, or not finite.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        hint = f"; write {name}={value} without quotes" if _is_number(value) else ""
        raise ApiTypeError(
            f"must be a number of seconds, or None for no limit, not {type(value).__name__}{hint}", [name]
        )
    if not 0 < value <= LONGEST_TIMEOUT:
        raise ApiValueError(f"must be positive and at most {LONGEST_TIMEOUT} seconds, or None for no limit", [name])
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and value.replace(".", "", 1).isdecimal()


def longest_of(timeout: Timeout, total: float | None) -> float | None:
    """Return ``total``, or the time that a try with ``timeout`` may take if that is longer; None for no limit."""
    seconds = timeout if isinstance(timeout, tuple) else (timeout,)
    if total is None or None in seconds:
        return None
    return max(total, sum(one for one in seconds if one is not None))
