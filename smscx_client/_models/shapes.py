"""Models that are not objects with declared fields.

MapModel      an object whose keys are data, such as prices by country
OneOfModel    an object that has one of several forms
ScalarModel   a single value with a name of its own in the API
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Callable, ClassVar, Generic, TypeVar, cast

from smscx_client._models.base import Model, ModelType, checks_from, set_wire
from smscx_client._models.checks import ALL_CHECKS, Checks
from smscx_client._models.field import Field, field
from smscx_client._models.json import deep_copy, encode_json, wire_value
from smscx_client._models.kinds import Path, Ref
from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiAttributeError, ApiKeyError, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["MapModel", "OneOfModel", "ScalarModel"]

V = TypeVar("V")


class _MapType(ModelType):
    """The metaclass of maps. The one declared field of a map is its placeholder, which represents all entries."""

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

    Made of a dict, of keywords, or of the placeholder that holds the entries in the description of the API:
    ``CustomFieldsObj(custom_field_name={"height": "1.78m"})``. A response is read with and without that placeholder.
    """

    #: ``_kept`` is (entries in wire form, entries as a program sees them), or None before the entries are read.
    __slots__ = ("_kept",)

    if TYPE_CHECKING:
        _entries_field: ClassVar[Field]

    def __init__(self, entries: Mapping[str, V] | None = None, /, **kwargs: Any):
        checks = checks_from(kwargs)
        if entries is not None and not isinstance(entries, Mapping):
            raise self._entries_field.kind.refuse(entries, ())
        self._fill({**(entries or {}), **kwargs}, (), checks)

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        one = self._entries_field
        taken = one.take(dict(self._within(values)), path, checks)
        set_wire(self, one.kind.unwrap(taken))
        object.__setattr__(self, "_kept", (self._wire, taken))

    @classmethod
    def _within(cls, values: Mapping[str, Any]) -> Any:
        """The entries: the value of the placeholder if that is the only key, else ``values``."""
        one = cls._entries_field
        if len(values) == 1 and one.wire:
            for name in (one.wire, one.name):
                if isinstance(values.get(name), Mapping):
                    return values[name]
        return values

    def _entries(self) -> dict[str, V]:
        """The entries as a program sees them. A change of this dict changes the model."""
        if self._kept is None:
            self._hold(self._within(self._wire))
        entries: dict[str, V] = self._kept[1]
        return entries

    def _hold(self, raw: Any) -> None:
        object.__setattr__(self, "_kept", (raw, self._entries_field.kind.wrap(raw)))

    def _replace(self, entries: Mapping[str, V]) -> None:
        made = type(self)(entries)
        set_wire(self, made._wire)
        object.__setattr__(self, "_kept", made._kept)

    def __wire_sync__(self) -> dict[str, Any]:
        if self._kept is not None:
            raw, entries = self._kept
            if entries is not raw:
                synced = self._entries_field.kind.unwrap(entries)
                for key in raw.keys() - synced.keys():
                    del raw[key]
                raw.update(synced)
        return self._wire

    def _wire_entries(self) -> dict[str, Any]:
        """The entries in wire form, without the placeholder."""
        wire = self.__wire_sync__()
        entries: dict[str, Any] = self._within(wire) if self._kept is None else self._kept[0]
        return entries

    @classmethod
    def __wire_sent__(cls, wire: dict[str, Any]) -> dict[str, Any]:
        sent: dict[str, Any] = cls._entries_field.kind.sent(cls._within(wire))
        return sent

    def __wire_check__(self, path: Path, checks: Checks) -> None:
        entries, one = self._entries(), self._entries_field
        one.kind.recheck(entries, path, checks)
        one.check_rules(entries, path, checks)

    @classmethod
    def __wire_from__(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        one, entries = cls._entries_field, cls._within(values)
        wire: dict[str, Any] = one.kind.unwrap(entries)
        return wire if entries is values else {one.wire: wire}

    @classmethod
    def __wire_required__(cls, values: Mapping[str, Any]) -> int:
        return cls._entries_field.kind.count_required(cls._within(values))

    def __wire_plain__(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        own = self._kept is not None and self._kept[0] is self._wire
        plain: dict[str, Any] = self._entries_field.kind.plain(wire if own else self._within(wire), hide)
        return plain

    def __copy__(self) -> Self:
        return _map_of(type(self), dict(self._wire_entries()))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _map_of(type(self), deep_copy(self._wire_entries()))

    def __reduce__(self) -> tuple[Any, ...]:
        return _map_of, (type(self), self._wire_entries())

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, MapModel)
        return self._entries() == other._entries()

    def keys(self) -> Any:
        """Return the keys, as a dict does."""
        return self._entries().keys()

    def values(self) -> Any:
        """Return the values, as a dict does."""
        return self._entries().values()

    def items(self) -> Any:
        """Return the pairs of key and value, as a dict does."""
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
        one.check_rules({**entries, **taken}, (), ALL_CHECKS)
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
                if name == self._entries_field.wire:
                    return wire_value(self._wire_entries())
                if hasattr(type(self), name):  # a table of published clients
                    return getattr(type(self), name)
                raise ApiAttributeError(str(error)) from None


M = TypeVar("M", bound="MapModel[Any]")


def _map_of(model: type[M], entries: dict[str, Any]) -> M:
    """A map of these entries in wire form, even if one of them is named like the placeholder."""
    self = model.__wire_view__(entries)
    self._hold(entries)
    return self


class OneOfModel(Model):
    """An object that has one of several forms. :attr:`actual` is the object as a model of the form that fits.

    Attributes, items and iteration are those of :attr:`actual`.
    """

    #: ``_kept`` is the value of ``actual``, or None before it is read.
    __slots__ = ("_kept",)

    #: The models that it can be, in the order of the API: ``"module.Class"``, or names in ``smscx_client.models``.
    forms: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any):
        self._adopt(lambda form: form(*args, **kwargs))

    def _fill(self, values: Mapping[str, Any], path: Path, checks: Checks) -> None:
        self._adopt(lambda form: form.__wire_checked__(values, path, checks))

    def _adopt(self, make: Callable[[type[Model]], Model]) -> None:
        """Become the best of the models that ``make`` can make."""
        made, errors = [], []
        for form in self._models():
            try:
                made.append(make(form))
            except (ApiTypeError, ApiValueError) as error:
                errors.append(f"{form.__name__}: {error}")
        if not made:
            raise ApiTypeError(f"{type(self).__name__} fits none of its forms. {'. '.join(errors)}")
        best = max(made, key=lambda one: one.__wire_required__(one._wire))
        set_wire(self, best.__wire_sync__())
        object.__setattr__(self, "_kept", best)

    @classmethod
    def _models(cls) -> list[type[Model]]:
        return [cast("type[Model]", Ref(form).model) for form in cls.forms]

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """The class of :attr:`actual`, so that ``isinstance`` is also true for the form, which methods declare."""
        return type(self.actual)

    @property
    def actual(self) -> Any:
        """This object as a model of the form that fits best: the one with the most required fields present."""
        if self._kept is None:
            object.__setattr__(self, "_kept", self._best_form(self._wire).__wire_view__(self._wire))
        return self._kept

    def __wire_adopt__(self, form: type[Model]) -> None:
        """Use this form, whatever the fields are: the caller knows which one it is."""
        object.__setattr__(self, "_kept", form.__wire_view__(self._wire))

    @classmethod
    def _best_form(cls, values: Mapping[str, Any]) -> type[Model]:
        forms = sorted(cls._models(), key=lambda form: form.__wire_required__(values), reverse=True)
        for form in forms:
            try:
                form.__wire_checked__(values)
            except (ApiTypeError, ApiValueError):
                continue
            return form
        return forms[0]

    @classmethod
    def __wire_from__(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return cls._best_form(values).__wire_from__(values)

    @classmethod
    def __wire_sent__(cls, wire: dict[str, Any]) -> dict[str, Any]:
        return cls._best_form(wire).__wire_sent__(wire)

    def __wire_check__(self, path: Path, checks: Checks) -> None:
        self.actual.__wire_check__(path, checks)

    def __wire_sync__(self) -> dict[str, Any]:
        synced: dict[str, Any] = self._kept.__wire_sync__() if self._kept is not None else self._wire
        return synced

    def __wire_plain__(self, wire: dict[str, Any], *, hide: bool = False) -> dict[str, Any]:
        actual: Model = self.actual
        return actual.__wire_plain__(wire, hide=hide)

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
    """A single value with a name of its own in the API, in the field ``value``."""

    def to_json(self) -> str:
        return encode_json(self._wire.get("value"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        return cls.__wire_view__({"value": cls._parsed(text)})

    def to_str(self) -> str:
        from smscx_client._models.printing import printable

        return str(printable(self._wire.get("value")))
