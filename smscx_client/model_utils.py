"""A model is a typed view of one JSON object, which it keeps as it goes over the wire.

Reading an attribute reads the wrapped ``dict``; nested objects are wrapped when they are first touched, dates are
parsed when they are read. Parsing an answer therefore costs what ``json.loads`` costs, and fields this library does not
know survive.

Strict on the way out: what a program puts into a model is checked at once, and a mistake names its place.
Lenient on the way in: what the server sends is never refused, however new or odd it is.

    Model         an object with declared fields
    MapModel      an object whose keys are data, such as prices by country
    OneOfModel    an object that takes one of several forms
    ScalarModel   a single value that the API gives a name of its own
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Callable, ClassVar, Generic, TypeVar

from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiAttributeError, ApiKeyError, ApiTypeError, ApiValueError
from smscx_client.fields import (
    ALL_CHECKS,
    Checks,
    DateTime,
    Field,
    Kind,
    ListOf,
    MapOf,
    Path,
    Ref,
    as_utc,
    copied,
    field,
    said,
)

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda cls: cls


__all__ = ["MapModel", "Model", "OneOfModel", "ScalarModel", "field"]
_new = object.__new__


class _ModelType(type):
    """Turns the fields of a class body into properties, and keeps them in tables."""

    _fields: dict[str, Field]
    _by_wire: dict[str, Field]
    _required: tuple[Field, ...]
    _kept_fields: tuple[Field, ...]
    _forget: tuple[Callable[[Any, None], None], ...]

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> _ModelType:
        inherited = {k: v for base in bases for k, v in getattr(base, "_fields", {}).items()}
        own = {k: v for k, v in body.items() if isinstance(v, Field)}
        given = body.get("__slots__", ())
        slots = [given] if isinstance(given, str) else list(given)
        for attribute, one in own.items():
            one.name = attribute
            body[attribute] = mcs.property_of(one)
            if mcs.keeps(one):
                slots.append(_slot_of(one))
        body["__slots__"] = slots
        cls = super().__new__(mcs, name, bases, body, **options)
        for one in own.values():
            one.slot = cls.__dict__.get(_slot_of(one))
        cls._fields = {**inherited, **own}
        cls._by_wire = {one.wire: one for one in cls._fields.values()}
        cls._required = tuple(one for one in cls._fields.values() if one.required)
        cls._kept_fields = tuple(one for one in cls._fields.values() if one.slot is not None)
        cls._forget = (
            *(forget for base in bases for forget in getattr(base, "_forget", ())),
            *(cls.__dict__[slot].__set__ for slot in slots if slot.startswith("_kept")),
        )
        return cls

    @staticmethod
    def keeps(one: Field) -> bool:
        """Whether each object keeps what a program sees of this field, in a slot."""
        return one.kind.kept or one.local_flag is not None

    @staticmethod
    def property_of(one: Field) -> property:
        return _property(one)


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
        raw = self._settled().get(wire)
        return None if raw is None else one.wrap(raw, self._wire)

    def read_kept(self: Model) -> Any:
        value = kept(self)
        if value is None:
            raw = self._wire.get(wire)
            if raw is not None:
                value = kind.wrap(raw)
                one.slot.__set__(self, value)
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

    def delete(self: Model) -> None:
        if one.required:
            raise ApiAttributeError("is required and cannot be deleted", [one.name])
        self._drop(one)

    return property(read, write, delete)


@dataclass_transform(field_specifiers=(field,), eq_default=False)
class Model(metaclass=_ModelType):
    """A typed view of one JSON object.

    Attributes have Python names; ``model["name"]`` takes the Python or the wire name, and is the way to send or read a
    field that is newer than this library. An optional field that is not set reads ``None``; ``"name" in model`` tells
    whether it is there.

    Raises :class:`~smscx_client.ApiTypeError` for a missing, unknown or wrongly typed field and
    :class:`~smscx_client.ApiValueError` for one outside its limits, both when the model is made and when a field is
    set.
    """

    __slots__ = ("_wire",)

    if TYPE_CHECKING:
        _wire: dict[str, Any]
        _kept: Any  # of the special shapes below; here, each kept field has a slot of its own
        _fields: ClassVar[dict[str, Field]]
        _by_wire: ClassVar[dict[str, Field]]
        _required: ClassVar[tuple[Field, ...]]
        _kept_fields: ClassVar[tuple[Field, ...]]
        _forget: ClassVar[tuple[Callable[[Any, None], None], ...]]

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any):
        checks = _checks_from(kwargs)
        _set_wire(self, {})
        for forget in self._forget:
            forget(self, None)
        if args:
            kwargs = self._positional(args, kwargs)
        self._fill(kwargs, (), checks)

    def _positional(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        names = [one.name for one in self._required]
        if len(args) > len(names):
            most = f"at most {len(names)} positional values ({', '.join(names)})" if names else "keywords only"
            raise ApiTypeError(f"{type(self).__name__} takes {most}, not {len(args)}")
        given = dict(zip(names, args))
        for twice in given.keys() & kwargs.keys():
            raise ApiTypeError(f"{type(self).__name__} got it twice, positionally and by name", [twice])
        return {**given, **kwargs}

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        for name, value in values.items():
            one = self._fields.get(name) or self._by_wire.get(name)
            if one is not None:
                self._put(one, value, (*path, one.name), checks)
            elif not checks.types:
                self._wire[name] = value
            elif not checks.discard_unknown:
                raise self._unknown(name, path)
        if checks.types:
            missing = [one.name for one in self._required if one.wire not in self._wire]
            if missing:
                raise ApiTypeError(
                    f"{type(self).__name__} is missing {', '.join(f'`{name}`' for name in missing)}", list(path)
                )

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
        self._wire[one.wire] = one.unwrap(value, self._wire)

    def _drop(self, one: Field) -> None:
        self._wire.pop(one.wire, None)
        if one.slot is not None:
            one.slot.__set__(self, None)

    def _settled(self) -> dict[str, Any]:
        """The wire form, with what was done to wrapped lists and dates brought back into it."""
        for one in self._kept_fields:
            value = one.slot.__get__(self)
            if value is not None:
                self._wire[one.wire] = one.unwrap(value, self._wire)
        return self._wire

    @classmethod
    def _view(cls, wire: dict[str, Any]) -> Self:
        """Wrap a parsed JSON object without looking at it."""
        self = _new(cls)
        _set_wire(self, wire)
        for forget in cls._forget:
            forget(self, None)
        return self

    @classmethod
    def _views(cls, rows: list[Any]) -> list[Any]:
        """Wrap each object of a list; what is no object stays as it is.

        Long lists are why this is one step at a time for all rows, in C, and not :meth:`_view` for each.
        """
        if not set(map(type, rows)) <= {dict}:
            return [cls._view(row) if type(row) is dict else row for row in rows]
        views = list(map(_new, repeat(cls, len(rows))))
        _exhaust(map(_set_wire, views, rows))
        for forget in cls._forget:
            _exhaust(map(forget, views, repeat(None)))
        return views

    @classmethod
    def _checked(cls, values: Mapping[str, Any], path: Path = (), checks: Checks = ALL_CHECKS) -> Self:
        """Make one from a dict with Python or wire names, checked as if it were constructed."""
        self = cls._view({})
        self._fill(values, path, checks)
        return self

    @classmethod
    def _unknown(cls, name: Any, path: Path = ()) -> ApiTypeError:
        return ApiTypeError(
            f"{cls.__name__} has no field `{name}`{did_you_mean(str(name), cls._fields)}", list(path), key_type=True
        )

    @classmethod
    def _wire_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """The wire form of a dict with Python or wire names, unchecked."""
        wire = {cls._fields[name].wire if name in cls._fields else name: value for name, value in values.items()}
        for name, value in wire.items():
            if name in cls._by_wire:
                wire[name] = cls._by_wire[name].unwrap(value, wire)
        return wire

    @classmethod
    def _found_in(cls, values: Mapping[str, Any]) -> int:
        """How many of the required fields ``values`` has, those of nested objects included."""
        there = [(one, values[name]) for one in cls._required for name in {one.wire, one.name} if name in values]
        return sum(1 + _required_of(one.kind, value) for one, value in there)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read a copy of a JSON object, with wire or Python names, as leniently as an answer of the server.

        :raises ApiTypeError: ``data`` is not a mapping.
        """
        if not isinstance(data, Mapping):
            raise ApiTypeError(f"{cls.__name__}.from_dict takes a mapping, not {said(data)}")
        return cls._view(cls._wire_of(copied(dict(data))))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the JSON text of an object, with wire names, such as the body of a webhook.

        :raises ApiValueError: ``text`` is not JSON.
        :raises ApiTypeError: ``text`` is JSON, but not an object.
        """
        data = cls._parsed(text)
        if not isinstance(data, dict):
            raise ApiTypeError(f"{cls.__name__}.from_json takes the JSON text of an object, not of {said(data)}")
        return cls._view(data)

    @classmethod
    def _parsed(cls, text: str | bytes) -> Any:
        if not isinstance(text, (str, bytes, bytearray)):
            raise ApiTypeError(f"{cls.__name__}.from_json takes JSON text, not {said(text)}")
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ApiValueError(f"{cls.__name__}.from_json takes JSON text: {error}") from None

    def to_dict(self, wire: bool = False) -> dict[str, Any]:
        """A copy as plain dicts and lists, with Python names, or with ``wire=True`` as it goes over the wire."""
        settled = self._settled()
        return copied(settled) if wire else self._renamed(settled)

    def _renamed(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        out = {}
        for key, raw in wire.items():
            one = self._by_wire.get(key)
            if one is None:
                out[key] = copied(raw)
            elif hide and one.secret and raw is not None:
                out[one.name] = "***"
            else:
                out[one.name] = one.kind.plain(raw, hide)
        return out

    def to_json(self) -> str:
        """The JSON text that goes over the wire."""
        return encode_json(self._settled())

    def to_str(self) -> str:
        """The fields on indented lines, secrets as ``***``."""
        from pprint import pformat

        try:
            return pformat(self._renamed(self._settled(), hide=True), width=100, sort_dicts=False)
        except RecursionError:
            return repr(self)

    def __str__(self) -> str:
        return self.to_str()

    def __repr__(self) -> str:
        shown = self._renamed(_shortened(self._settled()), hide=True)
        return f"{type(self).__name__}({', '.join(f'{_named(name)}={value!r}' for name, value in shown.items())})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, Model)
        return self._settled() == other._settled()

    def __copy__(self) -> Self:
        return _revived(type(self), dict(self._settled()), self._given_dates())

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _revived(type(self), copied(self._settled()), self._given_dates())

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self._settled(), self._given_dates())

    def _given_dates(self) -> dict[int, Any]:
        """The dates whose wire form hangs on another field, as they were given, by position."""
        kept = ((i, one.slot.__get__(self)) for i, one in enumerate(self._kept_fields) if one.local_flag is not None)
        return {i: value for i, value in kept if value is not None}

    def get(self, name: str, default: Any = None) -> Any:
        """The field, by Python or wire name, or ``default`` when it is not set."""
        if name not in self:
            return default
        return self[name]

    def __getitem__(self, name: str) -> Any:
        one = self._fields.get(name) or self._by_wire.get(name)
        if one is not None:
            return getattr(self, one.name)
        try:
            return self._wire[name]
        except KeyError:
            raise ApiKeyError(str(self._unknown(name))) from None

    def __setitem__(self, name: str, value: Any) -> None:
        one = self._fields.get(name) or self._by_wire.get(name)
        if one is not None:
            setattr(self, one.name, value)
        else:
            self._wire[name] = value._settled() if isinstance(value, Model) else value

    def __contains__(self, name: object) -> bool:
        one = self._fields.get(name)  # type: ignore[call-overload]
        return (one.wire if one is not None else name) in self._wire

    def __iter__(self) -> Iterator[str]:
        return iter([self._by_wire[key].name if key in self._by_wire else key for key in self._wire])

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in type(self)._fields:
            raise ApiAttributeError(str(self._unknown(name)))
        object.__setattr__(self, name, value)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            raise ApiAttributeError(str(self._unknown(name)))


_set_wire = Model.__dict__["_wire"].__set__
_exhaust = deque[None](maxlen=0).extend


M = TypeVar("M", bound="Model")
V = TypeVar("V")


class _MapType(_ModelType):
    """A map's one declared field is its placeholder, which stands for all of the entries."""

    _entries_field: Field

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> _MapType:
        values = options.pop("values", object)
        cls = super().__new__(mcs, name, bases, body, **options)
        assert isinstance(cls, _MapType)
        cls._entries_field = next(iter(cls._fields.values()), None) or field("", type={str: values})
        return cls

    @staticmethod
    def keeps(one: Field) -> bool:
        return False

    @staticmethod
    def property_of(one: Field) -> property:
        return property(lambda self: self._entries(), lambda self, value: self._replace(value))


class MapModel(Model, Generic[V], metaclass=_MapType):
    """An object whose keys are data: ``prices["FR"]``, ``"FR" in prices``, ``prices.items()``.

    Made from a dict, from keywords, or from the placeholder under which the API's description lists the entries:
    ``CustomFieldsObj(custom_field_name={"height": "1.78m"})``. Answers are read with and without that placeholder.
    """

    #: ``_kept`` is the entries on the wire and the entries as a program sees them, or None until one is touched.
    __slots__ = ("_kept",)

    if TYPE_CHECKING:
        _entries_field: ClassVar[Field]

    def __init__(self, entries: Mapping[str, V] | None = None, /, **kwargs: Any):
        checks = _checks_from(kwargs)
        if entries is not None and not isinstance(entries, Mapping):
            raise self._entries_field.kind.refuse(entries, ())
        self._fill({**(entries or {}), **kwargs}, (), checks)

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        one = self._entries_field
        taken = one.take(self._within(values), path, checks)
        _set_wire(self, one.kind.unwrap(taken))
        object.__setattr__(self, "_kept", (self._wire, taken))

    @classmethod
    def _within(cls, values: Mapping[str, Any]) -> Any:
        """The entries: what the placeholder holds, where it stands alone, else ``values`` themselves."""
        one = cls._entries_field
        if len(values) == 1 and one.wire:
            for name in (one.wire, one.name):
                if isinstance(values.get(name), Mapping):
                    return values[name]
        return values

    def _entries(self) -> dict[str, V]:
        """The entries as a program sees them; a change to this dict is a change to the model."""
        if self._kept is None:
            raw = self._within(self._wire)
            object.__setattr__(self, "_kept", (raw, self._entries_field.kind.wrap(raw)))
        entries: dict[str, V] = self._kept[1]
        return entries

    def _replace(self, entries: Mapping[str, V]) -> None:
        made = type(self)(entries)
        _set_wire(self, made._wire)
        object.__setattr__(self, "_kept", made._kept)

    def _settled(self) -> dict[str, Any]:
        if self._kept is not None:
            raw, entries = self._kept
            if entries is not raw:
                settled = self._entries_field.kind.unwrap(entries)
                for gone in raw.keys() - settled.keys():
                    del raw[gone]
                raw.update(settled)
        return self._wire

    @classmethod
    def _wire_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        one, entries = cls._entries_field, cls._within(values)
        settled: dict[str, Any] = one.kind.unwrap(entries)
        return settled if entries is values else {one.wire: settled}

    @classmethod
    def _found_in(cls, values: Mapping[str, Any]) -> int:
        return _required_of(cls._entries_field.kind, cls._within(values))

    def _renamed(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        plain: dict[str, Any] = self._entries_field.kind.plain(self._within(wire), hide)
        return plain

    def __copy__(self) -> Self:
        return self._view(dict(self._within(self._settled())))

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, MapModel)
        return self._entries() == other._entries()

    def keys(self) -> Any:
        """The keys, as of a dict."""
        return self._entries().keys()

    def values(self) -> Any:
        """The values, as of a dict."""
        return self._entries().values()

    def items(self) -> Any:
        """The pairs, as of a dict."""
        return self._entries().items()

    def __len__(self) -> int:
        return len(self._entries())

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries())

    def __contains__(self, key: object) -> bool:
        return key in self._entries()

    def __getitem__(self, key: str) -> V:
        try:
            return self._entries()[key]
        except KeyError:
            raise ApiKeyError(
                f"{type(self).__name__} has no entry `{key}`{did_you_mean(str(key), map(str, self._entries()))}"
            ) from None

    def __setitem__(self, key: str, value: V) -> None:
        one, entries = self._entries_field, self._entries()
        taken = one.kind.take({key: value}, (), ALL_CHECKS)
        one.obey({**entries, **taken}, (), ALL_CHECKS)
        entries.update(taken)

    def __delitem__(self, key: str) -> None:
        self[key]
        del self._entries()[key]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            try:
                return self[name]
            except KeyError as error:
                raise ApiAttributeError(str(error)) from None


class OneOfModel(Model):
    """An object that takes one of several forms; :attr:`actual` is it in the form that fits.

    Attributes, items and iteration are those of that form.
    """

    #: ``_kept`` is the object in the form that fits, or None until it is touched.
    __slots__ = ("_kept",)

    #: Names of the models it may be, as the API lists them.
    forms: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any):
        self._adopt(lambda form: form(*args, **kwargs))

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        self._adopt(lambda form: form._checked(values, path, checks))

    def _adopt(self, make: Callable[[type[Model]], Model]) -> None:
        """Become the best of the forms that ``make`` can make."""
        made, refusals = [], []
        for form in self._models():
            try:
                made.append(make(form))
            except (ApiTypeError, ApiValueError) as refusal:
                refusals.append(f"{form.__name__}: {refusal}")
        if not made:
            raise ApiTypeError(f"{type(self).__name__} fits none of its forms. {'. '.join(refusals)}")
        best = max(made, key=lambda one: one._found_in(one._wire))
        _set_wire(self, best._settled())
        object.__setattr__(self, "_kept", best)

    @classmethod
    def _models(cls) -> list[type[Model]]:
        return [Ref(name).model for name in cls.forms]

    @property
    def actual(self) -> Any:
        """This object as the form that fits, or comes nearest: the one that finds most of its required fields."""
        if self._kept is None:
            object.__setattr__(self, "_kept", self._fitting(self._wire)._view(self._wire))
        return self._kept

    @classmethod
    def _fitting(cls, values: Mapping[str, Any]) -> type[Model]:
        forms = sorted(cls._models(), key=lambda form: form._found_in(values), reverse=True)
        for form in forms:
            try:
                form._checked(values)
            except (ApiTypeError, ApiValueError):
                continue
            return form
        return forms[0]

    @classmethod
    def _wire_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return cls._fitting(values)._wire_of(values)

    def _settled(self) -> dict[str, Any]:
        settled: dict[str, Any] = self._kept._settled() if self._kept is not None else self._wire
        return settled

    def _renamed(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        actual: Model = self.actual
        return actual._renamed(wire, hide=hide)

    def __getitem__(self, name: str) -> Any:
        return self.actual[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.actual[name] = value

    def __contains__(self, name: object) -> bool:
        return name in self.actual

    def __iter__(self) -> Iterator[str]:
        return iter(self.actual)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.actual, name, value)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.actual, name)


class ScalarModel(Model):
    """A single value that the API gives a name of its own, in the field ``value``."""

    def to_json(self) -> str:
        return encode_json(self._wire.get("value"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        return cls._view({"value": cls._parsed(text)})

    def __str__(self) -> str:
        return str(self._wire.get("value"))


def _checks_from(kwargs: dict[str, Any]) -> Checks:
    """Take the constructor options of today's users out of ``kwargs``."""
    if _MODEL_OPTIONS.isdisjoint(kwargs):
        return ALL_CHECKS
    options = {name: kwargs.pop(name) for name in _MODEL_OPTIONS if name in kwargs}
    return Checks.of(options.get("_configuration"), options.get("_check_type", True))


_MODEL_OPTIONS = frozenset(
    ("_check_type", "_configuration", "_spec_property_naming", "_path_to_item", "_visited_composed_classes")
)


def _required_of(kind: Kind, raw: Any) -> int:
    """How many of the fields that ``kind`` requires ``raw`` has, those of nested objects included."""
    if isinstance(kind, Ref) and isinstance(raw, dict):
        return kind.model._found_in(raw)
    if isinstance(kind, MapOf) and isinstance(raw, dict):
        return sum(_required_of(kind.item, item) for item in raw.values())
    if isinstance(kind, ListOf) and isinstance(raw, list):
        return sum(_required_of(kind.item, item) for item in raw)
    return 0


def _revived(model: type[M], wire: dict[str, Any], dates: dict[int, Any]) -> M:
    self = model._view(wire)
    for i, value in dates.items():
        model._kept_fields[i].slot.__set__(self, value)
    return self


class _Told:
    """Stands in a ``repr`` for what is left out of it."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text


_LONGEST_TEXT, _MOST_ITEMS, _MOST_ENTRIES, _DEEPEST = 80, 3, 30, 6


def _shortened(value: Any, depth: int = 0) -> Any:
    """A copy of a JSON value for ``repr``, with long texts, lists and objects cut."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[: _LONGEST_TEXT - 3]}..."
    if isinstance(value, (dict, list)) and depth == _DEEPEST:
        return _Told("...")
    if isinstance(value, list):
        few = [_shortened(item, depth + 1) for item in value[:_MOST_ITEMS]]
        return few if len(few) == len(value) else [*few, _Told(f"... {len(value)} in all")]
    if isinstance(value, dict):
        some = {_shortened(key): _shortened(item, depth + 1) for key, item in islice(value.items(), _MOST_ENTRIES)}
        return some if len(some) == len(value) else {**some, "...": _Told(f"{len(value)} in all")}
    return value


def _named(name: Any) -> str:
    """A field's name as ``repr`` shows it: in quotes when it could be no keyword."""
    return name if isinstance(name, str) and name.isidentifier() else repr(name)


_encoder = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


def encode_json(wire: Any) -> str:
    """JSON text of a wire value; what JSON cannot carry is refused in words."""
    try:
        return _encoder.encode(wire)
    except (TypeError, ValueError, RecursionError) as error:
        raise ApiTypeError(f"cannot be sent as JSON: {error}") from None
