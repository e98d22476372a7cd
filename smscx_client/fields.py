"""What a field of a JSON object may hold: the kinds of value, their limits, and :func:`field`, which declares one.

Models declare their fields with it, and operations their parameters. A *kind* knows both directions: what it takes from
a program, checked at once, and how it reads what the server sent, without ever refusing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from importlib import import_module
from typing import TYPE_CHECKING, Any, Callable

from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from smscx_client.configuration import Configuration
    from smscx_client.model_utils import Model

__all__ = [
    "ALL_CHECKS",
    "NO_CHECKS",
    "Checks",
    "DateTime",
    "Field",
    "Kind",
    "ListOf",
    "MapOf",
    "Path",
    "Ref",
    "as_utc",
    "copied",
    "field",
    "kind_of",
    "said",
]

#: Attribute names and list positions that lead to a value: ``("strategy", 1, "channel")``.
Path = tuple["str | int", ...]


class Checks:
    """What is checked of a value on its way out: its type, and every rule that is not skipped."""

    __slots__ = ("discard_unknown", "skipped", "types")

    def __init__(self, *, types: bool = True, skipped: frozenset[str] = frozenset(), discard_unknown: bool = False):
        self.types = types
        self.skipped = skipped
        self.discard_unknown = discard_unknown

    @classmethod
    def of(cls, configuration: Configuration | None, types: bool = True) -> Checks:
        """The checks that ``configuration`` leaves on."""
        if configuration is None:
            return ALL_CHECKS if types else NO_CHECKS
        skipped = EVERY_RULE
        if types and configuration.client_side_validation:
            skipped = frozenset(
                filter(None, configuration.disabled_client_side_validations.replace(" ", "").split(","))
            )
        return cls(types=types, skipped=skipped, discard_unknown=configuration.discard_unknown_keys)


def _matches(value: str, pattern: str) -> bool:
    """Whether ``value`` matches as JSON Schema has it, where ``$`` is the very end, a line break included."""
    return re.search(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern, value) is not None


#: attribute of a field, JSON Schema keyword, whether a value keeps it, what to say when not
_RULES: tuple[tuple[str, str, Callable[[Any, Any], bool], str], ...] = (
    ("enum", "enum", lambda value, allowed: value in allowed, "must be one of {}"),
    ("min_length", "minLength", lambda value, least: len(value) >= least, "must have at least {} characters"),
    ("max_length", "maxLength", lambda value, most: len(value) <= most, "must have at most {} characters"),
    ("minimum", "minimum", lambda value, least: value >= least, "must be at least {}"),
    ("maximum", "maximum", lambda value, most: value <= most, "must be at most {}"),
    ("pattern", "pattern", _matches, "must match {}"),
    ("max_properties", "maxProperties", lambda value, most: len(value) <= most, "must have at most {} entries"),
)
EVERY_RULE = frozenset(keyword for _, keyword, _, _ in _RULES)
ALL_CHECKS = Checks()
NO_CHECKS = Checks(types=False, skipped=EVERY_RULE)


def said(value: Any) -> str:
    """``value`` as messages speak of it: by its type, and never by what may be a secret."""
    return _a(type(value).__name__) if value is not None else "None"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeioAEIO' else 'a'} {noun}"


def copied(value: Any) -> Any:
    """A deep copy of a JSON value, however deep it is, and even if it contains itself."""
    if not isinstance(value, (dict, list, tuple)):
        return value
    top = [value]
    copies: dict[int, Any] = {}
    unfinished: list[Any] = [top]
    while unfinished:
        holder = unfinished.pop()
        for key, item in holder.items() if isinstance(holder, dict) else enumerate(holder):
            if isinstance(item, (dict, list, tuple)):
                if id(item) not in copies:
                    copies[id(item)] = dict(item) if isinstance(item, dict) else list(item)
                    unfinished.append(copies[id(item)])
                holder[key] = copies[id(item)]
    return top[0]


class Kind:
    """One JSON type: what it takes from a program, and how it reads what the server sent."""

    #: Whether what a program sees differs from what the wire carries, so that it is wrapped once and kept.
    kept = False
    label = "a value"

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        """Check ``value``; return what to keep of it (of a kind that is not kept: the wire value)."""
        return value

    def wrap(self, raw: Any) -> Any:
        """Turn a wire value into what a program sees; one of the wrong type stays as it is."""
        return raw

    def unwrap(self, value: Any) -> Any:
        """Turn what a program sees, and may have changed, back into the wire value."""
        return value

    def plain(self, raw: Any, hide: bool) -> Any:
        """A copy of a wire value with Python names; ``hide`` puts ``***`` in the place of secrets."""
        return copied(raw)

    def refuse(self, value: Any, path: Path, hint: str = "") -> ApiTypeError:
        return ApiTypeError(f"must be {self.label}, not {said(value)}{hint}", list(path))


class Plain(Kind):
    """A string, number or boolean."""

    def __init__(self, label: str, types: tuple[type, ...], never: tuple[type, ...] = ()):
        self.label, self.types, self.never = label, types, never

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if checks.types and (not isinstance(value, self.types) or isinstance(value, self.never)):
            raise self.refuse(value, path)
        return value


class Float(Plain):
    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        value = super().take(value, path, checks)
        if checks.types and not abs(value) < float("inf"):
            raise ApiValueError("must be a finite number", list(path))
        return value


class Uuid(Plain):
    """A UUID as text; takes a :class:`uuid.UUID` too. Its form is the server's to judge."""

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if not isinstance(value, str):
            from uuid import UUID

            if isinstance(value, UUID):
                return str(value)
        return super().take(value, path, checks)


class DateTime(Kind):
    """``YYYY-MM-DD HH:MM:SS``, in UTC; an aware datetime is kept as given until the request goes out."""

    label = "a datetime, or text as YYYY-MM-DD HH:MM:SS"

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if isinstance(value, datetime):
            try:
                self.unwrap(value)
            except OverflowError:
                raise ApiValueError("is outside the years 1 to 9999 in UTC", list(path)) from None
        elif checks.types:
            if not isinstance(value, str):
                raise self.refuse(value, path)
            parsed = as_utc(value)
            if parsed is value or self.unwrap(parsed) != value:
                raise ApiValueError(f"must be {self.label}", list(path))
        return value

    def wrap(self, raw: Any, *, local: bool = False) -> Any:
        """An aware UTC datetime, with ``local`` a naive one; what is no date stays as it is."""
        parsed = as_utc(raw)
        return parsed.replace(tzinfo=None) if local and isinstance(parsed, datetime) else parsed

    def unwrap(self, value: Any, *, local: bool = False) -> Any:
        if not isinstance(value, datetime):
            return value
        if value.utcoffset() is not None and not local:
            value = value.astimezone(timezone.utc)
        return value.replace(tzinfo=None, microsecond=0).isoformat(sep=" ")


def as_utc(raw: Any) -> Any:
    """An aware UTC datetime of a date's text; what is no date stays as it is."""
    if not isinstance(raw, str):
        return raw
    if len(raw) == 19:
        try:
            return datetime.fromisoformat(raw + "+00:00")  # the API's own form names no zone
        except ValueError:
            pass
    from dateutil.parser import isoparse

    try:
        value = isoparse(raw)
        return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)
    except (ValueError, OverflowError):
        return raw


class Ref(Kind):
    """An object of another model, imported on first use.

    :param name: ``"paging.Paging"``: module below ``smscx_client.model``, and class; or the class alone.
    """

    kept = True

    def __init__(self, name: str):
        self.module, _, self.name = name.rpartition(".")
        self.label = f"{_a(self.name)} or a dict"
        self._model: type[Model] | None = None

    @property
    def model(self) -> type[Model]:
        if self._model is None:
            module = f"smscx_client.model.{self.module}" if self.module else "smscx_client.models"
            self._model = getattr(import_module(module), self.name)
        return self._model

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if isinstance(value, dict):
            return self.model._checked(value, path, checks)
        if checks.types and not isinstance(value, self.model):
            raise self.refuse(value, path)
        return value

    def wrap(self, raw: Any) -> Any:
        return (self._model or self.model)._view(raw) if type(raw) is dict else raw

    def unwrap(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self.model._wire_of(value)
        return value._settled() if hasattr(value, "_settled") else value

    def plain(self, raw: Any, hide: bool) -> Any:
        return self.model._view(raw)._renamed(raw, hide=hide) if type(raw) is dict else copied(raw)


class ListOf(Kind):
    """A list of one kind."""

    def __init__(self, item: Kind):
        self.item, self.kept = item, item.kept or isinstance(item, DateTime)
        self.label = f"a list, each item {item.label}"

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if not isinstance(value, (list, tuple)):
            if not checks.types:
                return value
            raise self.refuse(value, path, "; put it in a list" if isinstance(value, str) else "")
        if type(self.item) is Plain and set(map(type, value)) <= set(self.item.types):
            return list(value)
        take = self.item.take
        return [take(item, (*path, i), checks) for i, item in enumerate(value)]

    def wrap(self, raw: Any) -> Any:
        if type(raw) is not list or not self.kept:
            return raw
        return self.item.model._views(raw) if isinstance(self.item, Ref) else list(map(self.item.wrap, raw))

    def unwrap(self, value: Any) -> Any:
        return list(map(self.item.unwrap, value)) if isinstance(value, list) and self.kept else value

    def plain(self, raw: Any, hide: bool) -> Any:
        if type(raw) is not list or not self.kept:
            return copied(raw)
        return [self.item.plain(item, hide) for item in raw]


class MapOf(Kind):
    """An object from text to one kind."""

    def __init__(self, item: Kind):
        self.item, self.kept = item, item.kept or isinstance(item, DateTime)
        self.label = f"a dict, each value {item.label}"

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if not isinstance(value, Mapping):
            if not checks.types:
                return value
            raise self.refuse(value, path)
        if checks.types and not all(isinstance(key, str) for key in value):
            raise ApiTypeError("must have str keys only", list(path), key_type=True)
        take = self.item.take
        return {key: take(item, (*path, key), checks) for key, item in value.items()}

    def wrap(self, raw: Any) -> Any:
        if type(raw) is not dict or not self.kept:
            return raw
        return {key: self.item.wrap(item) for key, item in raw.items()}

    def unwrap(self, value: Any) -> Any:
        if not isinstance(value, dict) or not self.kept:
            return value
        return {key: self.item.unwrap(item) for key, item in value.items()}

    def plain(self, raw: Any, hide: bool) -> Any:
        if type(raw) is not dict or not self.kept:
            return copied(raw)
        return {key: self.item.plain(item, hide) for key, item in raw.items()}


_PLAIN: dict[Any, Kind] = {
    str: Plain("a str", (str,)),
    int: Plain("an int", (int,), never=(bool,)),
    float: Float("a number", (int, float), never=(bool,)),
    bool: Plain("a bool", (bool,)),
    datetime: DateTime(),
    object: Kind(),
    "uuid": Uuid("a UUID as text", (str,)),
}


def kind_of(spec: Any) -> Kind:
    """The kind that a field's ``type`` names: ``str``, ``datetime``, ``"Paging"``, ``[str]``, ``{str: "Price"}`` ..."""
    if isinstance(spec, list):
        return ListOf(kind_of(spec[0]))
    if isinstance(spec, dict):
        return MapOf(kind_of(spec[str]))
    return _PLAIN.get(spec) or Ref(spec)


class Field:
    """What the library knows of one field or parameter: its name on the wire, its kind, its limits."""

    __slots__ = ("kind", "local_flag", "name", "nullable", "required", "rules", "secret", "slot", "wire")

    def __init__(self, wire: str, kind: Kind, required: bool, nullable: bool, secret: bool, local_flag: str | None):
        self.wire = self.name = wire
        self.kind = kind
        self.required = required
        self.nullable = nullable
        self.secret = secret
        self.local_flag = local_flag
        #: The slot that keeps its value in each object, of a field whose wire form differs from what a program sees.
        self.slot: Any = None
        self.rules: tuple[tuple[str, Any, Callable[[Any, Any], bool], str], ...] = ()

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        """Check ``value`` and return what to keep of it."""
        value = self.kind.take(value, path, checks)
        if self.rules:
            self.obey(value, path, checks)
        return value

    def obey(self, value: Any, path: Path, checks: Checks) -> None:
        """Refuse a ``value`` that breaks one of the field's rules."""
        for keyword, limit, keeps, text in self.rules:
            if keyword not in checks.skipped:
                for one, place in _each(value, path):
                    if not keeps(one, limit):
                        raise ApiValueError(self._broken(one, limit, text), list(place))

    def wrap(self, raw: Any, fields: Mapping[str, Any]) -> Any:
        """Turn ``raw`` into what a program sees, next to the other ``fields`` of its object."""
        if self.local_flag is None:
            return self.kind.wrap(raw)
        assert isinstance(self.kind, DateTime)
        return self.kind.wrap(raw, local=fields.get(self.local_flag) is False)

    def unwrap(self, value: Any, fields: Mapping[str, Any]) -> Any:
        """Turn ``value`` back into its wire value, next to the other ``fields`` of its object."""
        if self.local_flag is None:
            return self.kind.unwrap(value)
        assert isinstance(self.kind, DateTime)
        return self.kind.unwrap(value, local=fields.get(self.local_flag) is False)

    def _broken(self, value: Any, limit: Any, text: str) -> str:
        if not isinstance(limit, tuple):
            return text.format(limit)
        allowed = text.format(", ".join(map(repr, limit)))
        return allowed if self.secret else f"{allowed}{did_you_mean(str(value), map(str, limit))}"


def _each(value: Any, path: Path) -> Iterable[tuple[Any, Path]]:
    """The values that a field's rules speak of: the items of a list, else the value itself."""
    if isinstance(value, list):
        return ((item, (*path, i)) for i, item in enumerate(value))
    return ((value, path),)


def field(
    wire: str,
    *,
    type: Any = str,
    required: bool = False,
    default: Any = None,
    kw_only: bool = False,
    nullable: bool = False,
    secret: bool = False,
    local_flag: str | None = None,
    **limits: Any,
) -> Any:
    """Declare a field: its name on the wire and all that the library needs at run time.

    :param wire: the name on the wire, such as ``"scheduledDate"``.
    :param type: ``str``, ``int``, ``float``, ``bool``, ``datetime``, ``object``, ``"uuid"``, a model as
        ``"paging.Paging"``, a list of one of these or a dict from ``str`` to one of these.
    :param required: whether it must be given; required fields also go positionally.
    :param default, kw_only: for type checkers, which read them off the call (PEP 681); an unset field always reads
        None.
    :param nullable: whether ``None`` is a value that goes over the wire; otherwise it means that the field is not set.
    :param secret: shown as ``***`` wherever the model is printed.
    :param local_flag: of a date: the wire name of the field that says, with ``False``, that the date is local time.
    :param limits: ``enum``, ``min_length``, ``max_length``, ``minimum``, ``maximum``, ``pattern``,
        ``max_properties``.
    """
    declared = Field(wire, kind_of(type), required, nullable, secret, local_flag)
    declared.rules = tuple(
        (word, limits.pop(name), keeps, text) for name, word, keeps, text in _RULES if name in limits
    )
    if limits:
        raise TypeError(f"field({wire!r}) knows no {', '.join(limits)}")
    return declared
