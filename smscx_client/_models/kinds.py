"""The kinds of value that a field can hold.

A *kind* converts in both directions: it checks a value of a program at once, and it reads a value of the server without
ever refusing it.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, datetime, timezone
from importlib import import_module
from operator import is_
from typing import TYPE_CHECKING, Any, Callable

from smscx_client._models.json import deep_copy
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing import Protocol

    from typing_extensions import Self

    from smscx_client._models.checks import Checks

    class WireModel(Protocol):
        """What a :class:`Ref` needs of a model class.

        The attributes of a model are the fields of the API, so these names have the form of special methods: no field
        has such a name.
        """

        @classmethod
        def __wire_names__(cls) -> list[str]:
            """The names of the fields as keywords."""
            ...

        @classmethod
        def __wire_view__(cls, wire: dict[str, Any]) -> Self:
            """Wrap a parsed JSON object without a check or a copy."""
            ...

        @classmethod
        def __wire_views__(cls, rows: list[Any]) -> list[Any]:
            """Wrap each object of a list. Other items stay as they are."""
            ...

        @classmethod
        def __wire_checked__(cls, values: Mapping[str, Any], path: Path, checks: Checks) -> Self:
            """Make a model of a dict with Python or wire names, with the checks of the constructor."""
            ...

        @classmethod
        def __wire_from__(cls, values: Mapping[str, Any]) -> dict[str, Any]:
            """Return the wire form of a dict with Python or wire names, unchecked."""
            ...

        @classmethod
        def __wire_required__(cls, values: Mapping[str, Any]) -> int:
            """Count the required fields that ``values`` has, those of nested objects included."""
            ...

        @classmethod
        def __wire_sent__(cls, wire: dict[str, Any]) -> dict[str, Any]:
            """Return the wire form as the API reads it: without placeholders of maps."""
            ...

        def __wire_check__(self, path: Path, checks: Checks) -> None:
            """Check the contents of nested lists, dicts and models, which a program may have changed."""
            ...

        def __wire_sync__(self) -> dict[str, Any]:
            """Write changes of nested lists, dicts and dates into the wire form, and return it."""
            ...

        def __wire_plain__(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
            """Return a copy of ``wire`` with Python names; ``hide`` replaces secrets with ``***``."""
            ...


__all__ = ["DateTime", "Kind", "ListOf", "MapOf", "Path", "Ref", "as_utc", "kind_of", "type_name", "without_numpy"]

#: Attribute names and list positions that lead to a value: ``("strategy", 1, "channel")``.
Path = tuple["str | int", ...]


def type_name(value: Any) -> str:
    """The type of ``value`` for an error message. The value itself may be a secret."""
    if value is None:
        return "None"
    cls = type(value)
    same_name = getattr(builtins, cls.__name__, cls)  # numpy has a `bool` too
    return _with_article(cls.__name__ if same_name is cls else f"{cls.__module__}.{cls.__name__}")


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeioAEIO' else 'a'} {noun}"


class Kind:
    """A kind of value: checks a value of a program, and reads a value of the server. By itself: any JSON value."""

    #: Whether a program sees another object than the wire value. Each model keeps such an object once it is made.
    kept = False
    #: Whether it has contents that a program can change after they were checked.
    mutable = False
    label = "a value"

    @property
    def names(self) -> list[str]:
        """The names of its fields as keywords, if it is an object."""
        return []

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        """Check ``value`` and return the value to keep (the wire value if the kind is not kept)."""
        return value

    def recheck(self, value: Any, path: Path, checks: Checks) -> None:
        """Check the contents of a value that the program may have changed since :meth:`take`."""

    def wrap(self, raw: Any) -> Any:
        """Convert a wire value into the value that a program sees. A value of the wrong type stays as it is."""
        return raw

    def unwrap(self, value: Any) -> Any:
        """Convert the value that a program sees, and may have changed, back into the wire value."""
        return value

    def sent(self, raw: Any) -> Any:
        """Return a wire value as the API reads it: without placeholders of maps. ``raw`` itself stays as it is."""
        return raw

    def plain(self, raw: Any, hide: bool) -> Any:
        """Return a copy of a wire value with Python names; ``hide`` replaces secrets with ``***``."""
        return deep_copy(raw)

    def count_required(self, raw: Any) -> int:
        """Count the required fields that the objects in a wire value have."""
        return 0

    def refuse(self, value: Any, path: Path, hint: str = "") -> ApiTypeError:
        """Return the error for a value of the wrong type."""
        return ApiTypeError(f"must be {self.label}, not {type_name(value)}{hint}", list(path))


class Plain(Kind):
    """A string, number or boolean."""

    def __init__(self, label: str, types: tuple[type, ...], never: tuple[type, ...] = ()):
        self.label, self.types, self.never = label, types, never

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if checks.types and (not isinstance(value, self.types) or isinstance(value, self.never)):
            plain = without_numpy(value)
            if not isinstance(plain, self.types) or isinstance(plain, self.never):
                raise self.refuse(value, path)
            return plain
        return value


def without_numpy(value: Any) -> Any:
    """The Python value of a numpy scalar. Anything else stays as it is."""
    return value.item() if type(value).__module__ == "numpy" and getattr(value, "shape", None) == () else value


class Float(Plain):
    """A finite number."""

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        value = super().take(value, path, checks)
        if checks.types and not abs(value) < float("inf"):
            raise ApiValueError("must be a finite number", list(path))
        return value


class Uuid(Plain):
    """A UUID as text, or a :class:`uuid.UUID`."""

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if not isinstance(value, str):
            from uuid import UUID

            if isinstance(value, UUID):
                return str(value)
        return super().take(value, path, checks)


class DateText(Plain):
    """A day as text, or a :class:`datetime.date`. Of an aware datetime, the day in UTC. The server checks the text."""

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if isinstance(value, datetime):
            try:
                day = DateTime().unwrap(value)[:10]
            except ApiValueError:
                raise ApiValueError(f"must be {self.label}; use None for no date", list(path)) from None
            return day
        return value.isoformat() if isinstance(value, date) else super().take(value, path, checks)


class DateTime(Kind):
    """``YYYY-MM-DD HH:MM:SS`` in UTC. An aware datetime is converted to UTC when the request is sent."""

    label = "a datetime, or text as YYYY-MM-DD HH:MM:SS"

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if isinstance(value, datetime):
            try:
                self.unwrap(value)
            except ApiValueError as error:
                raise ApiValueError(error.args[0], list(path)) from None
        elif checks.types:
            if not isinstance(value, str):
                raise self.refuse(value, path)
            parsed = as_utc(value)
            if parsed is value or self.unwrap(parsed) != value:
                raise ApiValueError(f"must be {self.label}", list(path))
        return value

    def wrap(self, raw: Any, *, local: bool = False) -> Any:
        """Return an aware UTC datetime, with ``local`` a naive one. Text that is not a date stays as it is."""
        parsed = as_utc(raw)
        return parsed.replace(tzinfo=None) if local and isinstance(parsed, datetime) else parsed

    def unwrap(self, value: Any, *, local: bool = False) -> Any:
        """Return the text of a datetime, with ``local`` that of its own time zone.

        :raises ApiValueError: it is none, as ``pandas.NaT``, or it is outside the years 1 to 9999.
        """
        if not isinstance(value, datetime):
            return value
        try:
            if value.utcoffset() is not None and not local:
                value = value.astimezone(timezone.utc)
            naive = value.replace(tzinfo=None)
            return datetime.isoformat(naive, " ", "seconds")  # a subclass can have another isoformat
        except ValueError:
            raise ApiValueError(f"must be {self.label}; use None for no date") from None
        except OverflowError:
            raise ApiValueError("is outside the years 1 to 9999 in UTC") from None


_fromisoformat = datetime.fromisoformat


def as_utc(raw: Any) -> Any:
    """Return the aware UTC datetime of a date in text form. Anything else stays as it is."""
    if not isinstance(raw, str):
        return raw
    if len(raw) == 19:
        try:
            return _fromisoformat(raw + "+00:00")  # the usual form of the API has no time zone
        except ValueError:
            pass
    from dateutil.parser import isoparse

    try:
        value = isoparse(raw)
        return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)
    except (ValueError, OverflowError):
        return raw


class Ref(Kind):
    """An object of another model, which is imported on first use.

    :param target: ``"module.Class"`` for a class of ``smscx_client.model.module``, such as ``"paging.Paging"``; or a
        name in ``smscx_client.models``.
    """

    kept = mutable = True

    def __init__(self, target: str):
        self._module, _, self.name = target.rpartition(".")
        self.label = f"{_with_article(self.name)} or a dict"
        self._model: type[WireModel] | None = None
        #: Wraps a parsed JSON object as this model, once the model is imported.
        self._view: Callable[[dict[str, Any]], Any] | None = None

    @property
    def model(self) -> type[WireModel]:
        if self._model is None:
            module = import_module(f"smscx_client.model.{self._module}" if self._module else "smscx_client.models")
            self._model = getattr(module, self.name)
            self._view = self._model.__wire_view__
        return self._model

    @property
    def names(self) -> list[str]:
        return self.model.__wire_names__()

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if isinstance(value, dict):
            return self.model.__wire_checked__(value, path, checks)
        if checks.types and not isinstance(value, self.model):
            if isinstance(value, Mapping):
                return self.model.__wire_checked__(value, path, checks)
            raise self.refuse(value, path)
        return value

    def recheck(self, value: Any, path: Path, checks: Checks) -> None:
        if isinstance(value, self.model):
            value.__wire_check__(path, checks)
        elif isinstance(value, dict):
            self.take(value, path, checks)

    def wrap(self, raw: Any) -> Any:
        return (self._view or self.model.__wire_view__)(raw) if type(raw) is dict else raw

    def unwrap(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self.model.__wire_from__(value)
        return value.__wire_sync__() if hasattr(value, "__wire_sync__") else value

    def sent(self, raw: Any) -> Any:
        return self.model.__wire_sent__(raw) if isinstance(raw, dict) else raw

    def plain(self, raw: Any, hide: bool) -> Any:
        return self.model.__wire_view__(raw).__wire_plain__(raw, hide=hide) if type(raw) is dict else deep_copy(raw)

    def count_required(self, raw: Any) -> int:
        return self.model.__wire_required__(raw) if isinstance(raw, dict) else 0


class ListOf(Kind):
    """A list of one kind. A list that needs no conversion is kept, not copied: the program may add items later.

    A list that needs a conversion is followed: see :mod:`smscx_client._models.given`.
    """

    mutable = True

    def __init__(self, item: Kind):
        self.item, self.kept = item, item.kept or isinstance(item, DateTime)
        self.label = f"a list, each item {item.label}"
        #: The types of items that need no further check.
        self._plain = frozenset(item.types) if type(item) is Plain else frozenset()

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        if not isinstance(value, (list, tuple)):
            if not checks.types:
                return value
            value = self._listed(value, path, checks)
        own = isinstance(value, list) and not self.kept
        if self._plain.issuperset(map(type, value)):
            return value if own else list(value)
        take = self.item.take
        taken = [take(item, (*path, i), checks) for i, item in enumerate(value)]
        return value if own and all(map(is_, taken, value)) else taken

    def _listed(self, value: Any, path: Path, checks: Checks) -> list[Any]:
        """A sequence that is no list as a list; in a call, one string too."""
        if isinstance(value, str) and checks.of_call and self.item is _PLAIN[str]:
            return [value]
        if type(value).__module__.partition(".")[0] in ("numpy", "pandas") and hasattr(value, "tolist"):
            value = value.tolist()
        if not isinstance(value, Sequence) or isinstance(value, (str, bytes, bytearray)):
            raise self.refuse(value, path, self._hint(value))
        return list(value)

    def _hint(self, value: Any) -> str:
        """How to make a list of a value: it is one item, or it has items that can be read only once or in any order."""
        if isinstance(value, str) or type(value) in self._plain:
            return "; put it in a list"
        if isinstance(self.item, Ref) and (isinstance(value, Mapping) or hasattr(value, "to_dict")):
            return "; put it in a list"
        return "; make a list of it with list()" if isinstance(value, (Set, Iterator)) else ""

    def recheck(self, value: Any, path: Path, checks: Checks) -> None:
        if not isinstance(value, list):
            return
        self.take(value, path, checks)
        if self.item.mutable:
            for i, item in enumerate(value):
                self.item.recheck(item, (*path, i), checks)

    def wrap(self, raw: Any) -> Any:
        if type(raw) is not list or not self.kept:
            return raw
        return self.item.model.__wire_views__(raw) if isinstance(self.item, Ref) else list(map(self.item.wrap, raw))

    def unwrap(self, value: Any) -> Any:
        return list(map(self.item.unwrap, value)) if isinstance(value, list) and self.kept else value

    def sent(self, raw: Any) -> Any:
        return list(map(self.item.sent, raw)) if self.item.mutable and isinstance(raw, list) else raw

    def plain(self, raw: Any, hide: bool) -> Any:
        if type(raw) is not list or not self.kept:
            return deep_copy(raw)
        return [self.item.plain(item, hide) for item in raw]

    def count_required(self, raw: Any) -> int:
        return sum(map(self.item.count_required, raw)) if isinstance(raw, list) else 0


class MapOf(Kind):
    """An object from text to one kind. A dict that needs no conversion is kept, not copied, like a list."""

    mutable = True

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
        taken = {key: take(item, (*path, key), checks) for key, item in value.items()}
        own = type(value) is dict and not self.kept and all(map(is_, taken.values(), value.values()))
        return value if own else taken

    def recheck(self, value: Any, path: Path, checks: Checks) -> None:
        if isinstance(value, Mapping):
            for key, item in self.take(value, path, checks).items():
                self.item.recheck(item, (*path, key), checks)

    def wrap(self, raw: Any) -> Any:
        if type(raw) is not dict or not self.kept:
            return raw
        return {key: self.item.wrap(item) for key, item in raw.items()}

    def unwrap(self, value: Any) -> Any:
        if not isinstance(value, dict) or not self.kept:
            return value
        return {key: self.item.unwrap(item) for key, item in value.items()}

    def sent(self, raw: Any) -> Any:
        if not self.item.mutable or not isinstance(raw, dict):
            return raw
        return {key: self.item.sent(item) for key, item in raw.items()}

    def plain(self, raw: Any, hide: bool) -> Any:
        if type(raw) is not dict or not self.kept:
            return deep_copy(raw)
        return {key: self.item.plain(item, hide) for key, item in raw.items()}

    def count_required(self, raw: Any) -> int:
        return sum(map(self.item.count_required, raw.values())) if isinstance(raw, dict) else 0


_PLAIN: dict[Any, Kind] = {
    str: Plain("a str", (str,)),
    int: Plain("an int", (int,), never=(bool,)),
    float: Float("a number", (int, float), never=(bool,)),
    bool: Plain("a bool", (bool,)),
    datetime: DateTime(),
    object: Kind(),
    "uuid": Uuid("a UUID as text", (str,)),
    "date": DateText("a date, or text as YYYY-MM-DD", (str,)),
}


def kind_of(spec: Any) -> Kind:
    """The kind for a field's ``type``: ``str``, ``datetime``, ``"paging.Paging"``, ``[str]``, ``{str: int}`` ..."""
    if isinstance(spec, list):
        return ListOf(kind_of(spec[0]))
    if isinstance(spec, dict):
        return MapOf(kind_of(spec[str]))
    return _PLAIN.get(spec) or Ref(spec)
