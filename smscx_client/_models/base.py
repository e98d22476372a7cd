"""The base class of models: a typed view of one JSON object, which it keeps in wire form.

Reading an attribute reads the wrapped ``dict``. Nested objects are wrapped when they are first read, and dates are
parsed when they are read. So parsing a response costs what ``json.loads`` costs, and unknown fields are preserved.

Strict for requests: a value that a program sets is checked at once, and the error has its path.
Lenient for responses: no value of the server is refused, even if it is new or of an unexpected type.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Callable, ClassVar

from smscx_client._models.checks import ALL_CHECKS, Checks
from smscx_client._models.field import Field, alias_of, field
from smscx_client._models.given import Given
from smscx_client._models.json import deep_copy, encode_json, wire_value
from smscx_client._models.kinds import DateTime, Path, as_utc, type_name
from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiAttributeError, ApiKeyError, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import TypeVar

    from typing_extensions import Self, dataclass_transform

    M = TypeVar("M", bound="Model")
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda cls: cls


__all__ = ["Model", "ModelType", "checks_from", "set_wire"]
_new = object.__new__
_TABLES = ("attribute_map", "openapi_types", "allowed_values")


class ModelType(type):
    """The metaclass of models: turns the fields of a class body into properties, and keeps them in tables."""

    _fields: dict[str, Field]
    _by_wire: dict[str, Field]
    _by_alias: dict[str, Field]
    _required: tuple[Field, ...]
    _required_names: frozenset[str]
    _kept_fields: tuple[Field, ...]
    _mutable_fields: tuple[Field, ...]
    _followed_fields: tuple[Field, ...]
    _slot_setters: tuple[Callable[[Any, None], None], ...]
    __wire_view__: Any

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> ModelType:
        inherited = {k: v for base in bases for k, v in getattr(base, "_fields", {}).items()}
        own = {k: v for k, v in body.items() if isinstance(v, Field)}
        given = body.get("__slots__", ())
        slots = [given] if isinstance(given, str) else list(given)
        for attribute, one in own.items():
            one.name = attribute
            body[attribute] = mcs.property_of(one)
            alias = alias_of(attribute)
            if alias is not None:
                body[alias] = body[attribute]
            if mcs.keeps(one):
                slots.append(_slot_of(one))
        body["__slots__"] = slots
        cls = super().__new__(mcs, name, bases, body, **options)
        for one in own.values():
            one.slot = cls.__dict__.get(_slot_of(one))
        cls._fields = {**inherited, **own}
        cls._by_wire = {one.wire: one for one in cls._fields.values()}
        cls._by_alias = {alias: one for name, one in cls._fields.items() if (alias := alias_of(name)) is not None}
        cls._required = tuple(one for one in cls._fields.values() if one.required)
        cls._required_names = frozenset(one.wire for one in cls._required)
        cls._kept_fields = tuple(one for one in cls._fields.values() if one.slot is not None)
        cls._mutable_fields = tuple(one for one in cls._fields.values() if one.kind.mutable)
        cls._followed_fields = tuple(one for one in cls._kept_fields if one.kind.mutable)
        cls._slot_setters = (
            *(setter for base in bases for setter in getattr(base, "_slot_setters", ())),
            *(cls.__dict__[slot].__set__ for slot in slots if slot.startswith("_kept")),
        )
        cls.__wire_view__ = staticmethod(_viewer(cls))
        return cls

    def __getattr__(cls, name: str) -> Any:
        """The signature, and the tables that published clients have on each model: ``Model.attribute_map`` ..."""
        if name == "__signature__" and cls.__init__ is Model.__init__:  # type: ignore[misc]
            from smscx_client._models.signatures import signature_of

            return signature_of(cls, cls._fields)
        if name not in _TABLES:
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        from smscx_client._models.compat import TABLES

        return TABLES[name](cls._fields)

    @staticmethod
    def keeps(one: Field) -> bool:
        """Whether each model keeps the value that a program sees of this field, in a slot."""
        return one.kind.kept or one.local_flag is not None

    @staticmethod
    def property_of(one: Field) -> property:
        """The property that reads, sets and deletes a field."""
        return _property(one)


def _viewer(cls: Any) -> Callable[[dict[str, Any]], Any]:
    """Return the function that wraps a parsed JSON object as a ``cls``. It runs for each nested object that is read."""
    setters = cls._slot_setters

    def view(wire: dict[str, Any]) -> Any:
        self = _new(cls)
        set_wire(self, wire)
        for set_slot in setters:
            set_slot(self, None)
        return self

    return view


def _slot_of(one: Field) -> str:
    return f"_kept_{one.name}"


def _property(one: Field) -> property:
    wire, kind, kept = one.wire, one.kind, attrgetter(_slot_of(one))

    def read_plain(self: Model) -> Any:
        try:
            return self._wire[wire]
        except KeyError:
            return None

    def read_date(self: Model) -> Any:
        return as_utc(self._wire.get(wire))

    def read_local_date(self: Model) -> Any:
        raw = self.__wire_sync__().get(wire)
        return None if raw is None else one.wrap(raw, self._wire)

    def read_kept(self: Model) -> Any:
        value = kept(self)
        if value is None:
            raw = self._wire.get(wire)
            if raw is not None:
                value = kind.wrap(raw)
                one.slot.__set__(self, value)
        elif type(value) is Given:
            return value.current(kind, ALL_CHECKS)
        return value

    read: Callable[[Model], Any] = read_plain
    if one.local_flag is not None:
        read = read_local_date
    elif isinstance(kind, DateTime):
        read = read_date
    elif kind.kept:
        read = read_kept

    def write(self: Model, value: Any) -> None:
        self._put(one, value, (one.name,), ALL_CHECKS)
        self._follow(one, value)

    def delete(self: Model) -> None:
        if one.required:
            raise ApiAttributeError("is required and cannot be deleted", [one.name])
        self._drop(one)

    return property(read, write, delete)


@dataclass_transform(field_specifiers=(field,), eq_default=False)
class Model(metaclass=ModelType):
    """A typed view of one JSON object.

    Attributes have Python names. A wire name, or the name of a field that is newer than this library, is an attribute
    too; it reads a copy of the value in wire form, which ``json.dumps`` accepts. ``model["name"]`` accepts the Python
    or the wire name; use it to set a field that is newer than this library. An optional field that is not set reads
    ``None``; ``"name" in model`` is True if it is set.

    The constructor and assignments raise :class:`~smscx_client.ApiTypeError` for a missing, unknown or wrongly typed
    field and :class:`~smscx_client.ApiValueError` for a value outside its limits.
    """

    __slots__ = ("_wire",)

    if TYPE_CHECKING:
        _wire: dict[str, Any]
        _kept: Any  # of the models in `shapes`; here, each kept field has its own slot
        _fields: ClassVar[dict[str, Field]]
        _by_wire: ClassVar[dict[str, Field]]
        _by_alias: ClassVar[dict[str, Field]]
        _required: ClassVar[tuple[Field, ...]]
        _required_names: ClassVar[frozenset[str]]
        _kept_fields: ClassVar[tuple[Field, ...]]
        _mutable_fields: ClassVar[tuple[Field, ...]]
        _followed_fields: ClassVar[tuple[Field, ...]]
        _slot_setters: ClassVar[tuple[Callable[[Any, None], None], ...]]

        @classmethod
        def __wire_view__(cls, wire: dict[str, Any]) -> Self:
            """Wrap a parsed JSON object without a check or a copy."""
            ...

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any):
        checks = checks_from(kwargs)
        set_wire(self, {})
        for set_slot in self._slot_setters:
            set_slot(self, None)
        if args:
            kwargs = self._positional(args, kwargs)
        self._fill(kwargs, (), checks)
        for one in self._followed_fields:
            self._follow(one, kwargs.get(one.name, kwargs.get(one.wire)))

    def _follow(self, one: Field, given: Any) -> None:
        """Follow the changes of the list or dict that the value of a field was made of."""
        if isinstance(given, (list, dict)):
            value = one.slot and one.slot.__get__(self)
            if value is not None and value is not given:
                with suppress(RecursionError):  # JSON cannot represent it, which the call reports
                    one.slot.__set__(self, Given(given, value))

    def _positional(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        names = [one.name for one in self._required]
        if len(args) > len(names):
            most = f"at most {len(names)} positional values ({', '.join(names)})" if names else "keywords only"
            raise ApiTypeError(f"{type(self).__name__} takes {most}, not {len(args)}")
        positional = dict(zip(names, args))
        for name in positional.keys() & kwargs.keys():
            raise ApiTypeError(f"{type(self).__name__} got it twice, positionally and by name", [name])
        return {**positional, **kwargs}

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        for name, value in values.items():
            one = self._field_named(name)
            if one is not None:
                shown = name if name in self._by_alias else one.name
                if checks.types and one.wire in self._wire:
                    raise self._given_twice(one, values, path)
                self._put(one, value, (*path, shown), checks)
            elif not checks.types:
                self._wire[name] = value
            elif not checks.discard_unknown:
                raise self._unknown(name, path)
        if checks.types and not self._wire.keys() >= self._required_names:
            missing = [one.name for one in self._required if one.wire not in self._wire]
            if checks.of_call:
                missing = [alias_of(name) or name for name in missing]
            raise ApiTypeError(
                f"{type(self).__name__} is missing {', '.join(f'`{name}`' for name in missing)}", list(path)
            )

    @classmethod
    def _field_named(cls, name: str) -> Field | None:
        """The field with this Python name, wire name or alias."""
        return cls._fields.get(name) or cls._by_wire.get(name) or cls._by_alias.get(name)

    @classmethod
    def _given_twice(cls, one: Field, values: Mapping[str, Any], path: Path) -> ApiTypeError:
        names = " and ".join(f"`{name}`" for name in values if cls._field_named(name) is one)
        return ApiTypeError(f"is given twice, as {names}", [*path, one.name])

    def _put(self, one: Field, value: Any, path: Path, checks: Checks) -> None:
        if value is None:
            if one.nullable:
                self._drop(one)
                self._wire[one.wire] = None
            elif one.required and checks.types:
                raise one.kind.refuse(value, path)
            else:
                self._drop(one)
            return
        value = one.take(value, path, checks)
        if one.slot is not None:
            one.slot.__set__(self, value)
        self._wire[one.wire] = one.unwrap(value, self._wire) if one.converted else value

    def _drop(self, one: Field) -> None:
        self._wire.pop(one.wire, None)
        if one.slot is not None:
            one.slot.__set__(self, None)

    def __wire_sync__(self) -> dict[str, Any]:
        """Write changes of nested lists, dicts and dates into the wire form, and return it."""
        for one in self._kept_fields:
            value = one.slot.__get__(self)
            if value is not None:
                if type(value) is Given:
                    value = value.current(one.kind, ALL_CHECKS)
                self._wire[one.wire] = one.unwrap(value, self._wire)
        return self._wire

    def __wire_check__(self, path: Path, checks: Checks) -> None:
        """Check the contents of nested lists, dicts and models, which a program may have changed."""
        for one in self._mutable_fields:
            if one.wire not in self._wire:
                continue
            path_of_field = (*path, one.name)
            kept = one.slot and one.slot.__get__(self)
            value = kept.checked(one.kind, path_of_field, checks) if type(kept) is Given else getattr(self, one.name)
            if value is not None:
                one.check_at_call(value, path_of_field, checks)

    @classmethod
    def __wire_sent__(cls, wire: dict[str, Any]) -> dict[str, Any]:
        """Return the wire form as the API reads it: without placeholders of maps."""
        for one in cls._mutable_fields:
            raw = wire.get(one.wire)
            sent = one.kind.sent(raw)
            if sent is not raw:
                wire = {**wire, one.wire: sent}
        return wire

    @classmethod
    def __wire_names__(cls) -> list[str]:
        """The names of the fields as keywords."""
        return [alias_of(name) or name for name in cls._fields]

    @classmethod
    def __wire_views__(cls, rows: list[Any]) -> list[Any]:
        """Wrap each object of a list. Other items stay as they are."""
        if list(map(type, rows)).count(dict) != len(rows):
            return [cls.__wire_view__(row) if type(row) is dict else row for row in rows]
        return cls.__wire_views_of_objects__(rows)

    @classmethod
    def __wire_views_of_objects__(cls, rows: list[dict[str, Any]]) -> list[Self]:
        """Wrap each object of a list that holds nothing else.

        For long lists, each step runs for all rows at once, in C, instead of :meth:`__wire_view__` for each row.
        """
        if len(rows) < 8:
            return list(map(cls.__wire_view__, rows))
        views = list(map(_new, repeat(cls, len(rows))))
        _run_all(map(set_wire, views, rows))
        for set_slot in cls._slot_setters:
            _run_all(map(set_slot, views, repeat(None)))
        return views

    @classmethod
    def __wire_checked__(cls, values: Mapping[str, Any], path: Path = (), checks: Checks = ALL_CHECKS) -> Self:
        """Make a model of a dict with Python or wire names, with the checks of the constructor."""
        self = cls.__wire_view__({})
        self._fill(values, path, checks)
        return self

    @classmethod
    def _unknown(cls, name: Any, path: Path = ()) -> ApiTypeError:
        return ApiTypeError(
            f"{cls.__name__} has no field `{name}`{did_you_mean(str(name), [*cls._fields, *cls._by_alias])}",
            list(path),
            key_type=True,
        )

    @classmethod
    def __wire_from__(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the wire form of a dict with Python or wire names, unchecked."""
        named = {**cls._fields, **cls._by_alias}
        wire = {named[name].wire if name in named else name: value for name, value in values.items()}
        if len(wire) < len(values):
            twice = next(one for one in named.values() if sum(cls._field_named(name) is one for name in values) > 1)
            raise cls._given_twice(twice, values, ())
        for name, value in wire.items():
            if name in cls._by_wire:
                wire[name] = cls._by_wire[name].unwrap(value, wire)
        return wire

    @classmethod
    def __wire_required__(cls, values: Mapping[str, Any]) -> int:
        """Count the required fields that ``values`` has, those of nested objects included."""
        present = [
            (one, values[name])
            for one in cls._required
            for name in {one.wire, one.name, alias_of(one.name) or one.name}
            if name in values
        ]
        return sum(1 + one.kind.count_required(value) for one, value in present)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read a copy of a JSON object with wire or Python names. Like a response, it is not checked.

        :raises ApiTypeError: ``data`` is not a mapping, or it has a field twice, by two of its names.
        """
        if not isinstance(data, Mapping):
            raise ApiTypeError(f"{cls.__name__}.from_dict takes a mapping, not {type_name(data)}")
        return cls.__wire_view__(cls.__wire_from__(deep_copy(dict(data))))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the JSON text of an object with wire names, such as the body of a webhook.

        :raises ApiValueError: ``text`` is not JSON.
        :raises ApiTypeError: ``text`` is JSON, but not an object.
        """
        data = cls._parsed(text)
        if not isinstance(data, dict):
            raise ApiTypeError(f"{cls.__name__}.from_json takes the JSON text of an object, not of {type_name(data)}")
        return cls.__wire_view__(data)

    @classmethod
    def _parsed(cls, text: str | bytes) -> Any:
        if not isinstance(text, (str, bytes, bytearray)):
            raise ApiTypeError(f"{cls.__name__}.from_json takes JSON text, not {type_name(text)}")
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ApiValueError(f"{cls.__name__}.from_json takes JSON text: {error}") from None

    def to_dict(self, wire: bool = False) -> dict[str, Any]:
        """Return a copy as plain dicts and lists with Python names; with ``wire=True`` in wire form."""
        synced = self.__wire_sync__()
        return deep_copy(synced) if wire else self.__wire_plain__(synced)

    def __wire_plain__(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        """Return a copy of ``wire`` with Python names; ``hide`` replaces secrets with ``***``."""
        out = {}
        for key, raw in wire.items():
            one = self._by_wire.get(key)
            if one is None:
                out[key] = deep_copy(raw)
            elif hide and one.secret and raw is not None:
                out[one.name] = "***"
            else:
                out[one.name] = one.kind.plain(raw, hide)
        return out

    def to_json(self) -> str:
        """Return the wire form as JSON text."""
        return encode_json(self.__wire_sync__())

    def to_str(self) -> str:
        """Return the fields on indented lines, secrets as ``***``. A list of over 100 items is cut, with their number.

        ``print``, ``pprint`` and ``repr`` show the same text.
        """
        from pprint import pformat

        from smscx_client._models.printing import printable

        shown = self.__wire_plain__(printable(self.__wire_sync__()), hide=True)
        return pformat(shown, width=100, sort_dicts=False)

    def __str__(self) -> str:
        return self.to_str()

    def __repr__(self) -> str:
        return self.to_str()

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, Model)
        return self.__wire_sync__() == other.__wire_sync__()

    def __copy__(self) -> Self:
        return _restored(type(self), dict(self.__wire_sync__()), self._local_dates())

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _restored(type(self), deep_copy(self.__wire_sync__()), self._local_dates())

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.__wire_sync__(), self._local_dates())

    def _local_dates(self) -> dict[str, Any]:
        """The dates whose wire form depends on another field, as the program set them, by name."""
        kept = ((one.name, one.slot.__get__(self)) for one in self._kept_fields if one.local_flag is not None)
        return {name: value for name, value in kept if value is not None}

    def get(self, name: str, default: Any = None) -> Any:
        """Return the field, by Python or wire name, or ``default`` if it is not set."""
        if name not in self:
            return default
        return self[name]

    def exact(self, name: str) -> Decimal:
        """Return a number as a decimal, for amounts of money: sums of floats are off, as in ``0.1 + 0.2``.

        The decimal has the digits of the JSON text. (A float keeps up to 15 of them, and all that a server with floats
        of its own can write.)

        :param name: the Python or wire name of the field.
        :raises ApiKeyError: there is no such field.
        :raises ApiValueError: the field is not set.
        :raises ApiTypeError: the field is not a number.

        Example::

            total = sum(row.exact("cost") for row in response.data)
        """
        from decimal import Decimal

        value = self[name]
        if value is None:
            raise ApiValueError("is not set", [name])
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ApiTypeError(f"is not a number, but {type_name(value)}", [name])
        return Decimal(value) if isinstance(value, int) else Decimal(repr(value))

    def __getitem__(self, name: str) -> Any:
        one = self._field_named(name)
        if one is not None:
            return getattr(self, one.name)
        try:
            return self._wire[name]
        except KeyError:
            raise ApiKeyError(str(self._unknown(name))) from None

    def __setitem__(self, name: str, value: Any) -> None:
        one = self._field_named(name)
        if one is not None:
            setattr(self, one.name, value)
        else:
            self._wire[name] = value.__wire_sync__() if isinstance(value, Model) else value

    def __contains__(self, name: object) -> bool:
        one = self._fields.get(name) or self._by_alias.get(name)  # type: ignore[call-overload]
        return (one.wire if one is not None else name) in self._wire

    def __iter__(self) -> Iterator[str]:
        return iter([self._by_wire[key].name if key in self._by_wire else key for key in self._wire])

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self._fields:
            one = self._by_wire.get(name) or self._by_alias.get(name)
            if one is None:
                raise ApiAttributeError(str(self._unknown(name)))
            name = one.name
        object.__setattr__(self, name, value)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            if name in _TABLES:
                return getattr(type(self), name)
            wire = self.__wire_sync__()
            if name in wire:
                return wire_value(wire[name])
            if name in self._by_wire:
                return None
            raise ApiAttributeError(str(self._unknown(name)))


set_wire = Model.__dict__["_wire"].__set__
_run_all = deque[None](maxlen=0).extend


def checks_from(kwargs: dict[str, Any]) -> Checks:
    """Remove the constructor options of the published client from ``kwargs``. Return the checks that they turn on."""
    if _MODEL_OPTIONS.isdisjoint(kwargs):
        return ALL_CHECKS
    options = {name: kwargs.pop(name) for name in _MODEL_OPTIONS if name in kwargs}
    return Checks.of(options.get("_configuration"), options.get("_check_type", True))


_MODEL_OPTIONS = frozenset(
    ("_check_type", "_configuration", "_spec_property_naming", "_path_to_item", "_visited_composed_classes")
)


def _restored(model: type[M], wire: dict[str, Any], dates: dict[str, Any]) -> M:
    self = model.__wire_view__(wire)
    for name, value in dates.items():
        if name in model._fields:  # a newer version may have renamed the field
            model._fields[name].slot.__set__(self, value)
    return self
