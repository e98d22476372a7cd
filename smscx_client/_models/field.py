"""Fields: :func:`field` declares a field of a model or a parameter of an operation."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Callable

from smscx_client._models.checks import OF_WHOLE_LISTS, RULES, combined
from smscx_client._models.formats import FORMATS
from smscx_client._models.kinds import DateTime, kind_of
from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smscx_client._models.checks import Checks
    from smscx_client._models.kinds import Kind, Path

    #: JSON Schema keyword, limit, function (value, limit) -> bool, error message.
    _Rule = tuple[str, Any, Callable[[Any, Any], bool], str]

__all__ = ["Field", "alias_of", "field"]


def alias_of(name: str) -> str | None:
    """The other name of a field whose wire name is a Python keyword: ``_from`` to ``from_``; None for other fields."""
    return f"{name[1:]}_" if name[:1] == "_" and iskeyword(name[1:]) else None


class Field:
    """A field of a model or a parameter of an operation: its wire name, its kind, its rules."""

    __slots__ = (
        "_fits",
        "_list_fits",
        "converted",
        "kind",
        "local_flag",
        "name",
        "nullable",
        "required",
        "rules",
        "secret",
        "slot",
        "wire",
    )

    def __init__(self, wire: str, kind: Kind, required: bool, nullable: bool, secret: bool, local_flag: str | None):
        self.wire = self.name = wire
        self.kind = kind
        self.required = required
        self.nullable = nullable
        self.secret = secret
        self.local_flag = local_flag
        #: The slot of each model that keeps the value that a program sees, if that is not the wire value.
        self.slot: Any = None
        #: Whether a program sees another value than the wire value.
        self.converted = kind.kept or isinstance(kind, DateTime)
        self.rules: tuple[_Rule, ...] = ()
        #: Whether a value that is no list passes all rules.
        self._fits: Callable[[Any], object] = bool
        #: Whether a list that is about to be sent passes all rules without a look at its items.
        self._list_fits: Callable[[Any], object] = bool

    def limit(self, rules: tuple[_Rule, ...]) -> None:
        """Set the rules that a value must pass."""
        self.rules = rules
        self._fits = combined([rule for rule in rules if rule[0] not in OF_WHOLE_LISTS])
        of_list = [rule for rule in rules if rule[0] in OF_WHOLE_LISTS]
        self._list_fits = combined(of_list) if len(of_list) == len(rules) else _never

    def take(self, value: Any, path: Path, checks: Checks) -> Any:
        """Check ``value`` and return the value to keep."""
        value = self.kind.take(value, path, checks)
        if self.rules and (checks.skipped or isinstance(value, list) or not self._fits(value)):
            self.check_rules(value, path, checks)
        return value

    def check_at_call(self, value: Any, path: Path, checks: Checks) -> None:
        """Check a value that is about to be sent, and that the program may have changed since :meth:`take`.

        :raises ApiTypeError: a part of it is of the wrong type.
        :raises ApiValueError: it breaks a rule.
        """
        self.kind.recheck(value, path, checks)
        if self.rules and (checks.skipped or not isinstance(value, list) or not self._list_fits(value)):
            self.check_rules(value, path, checks, at_call=True)

    def check_rules(self, value: Any, path: Path, checks: Checks, *, at_call: bool = False) -> None:
        """Check ``value`` against the rules of the field: of a list its length, and each item.

        A list may still be short when the model is made: the program may add items later.

        :param at_call: whether the value is about to be sent, so that a list must be long enough.

        :raises ApiValueError: it breaks a rule.
        """
        for keyword, limit, passes, message in self.rules:
            if keyword not in checks.skipped and (at_call or keyword != "minItems"):
                for one, place in ((value, path),) if keyword in OF_WHOLE_LISTS else _each(value, path):
                    if not passes(one, limit):
                        raise ApiValueError(self._rule_message(one, limit, message), list(place))

    def wrap(self, raw: Any, fields: Mapping[str, Any]) -> Any:
        """Convert ``raw`` into the value that a program sees. ``fields`` is the wire form of the whole object."""
        if self.local_flag is None:
            return self.kind.wrap(raw)
        assert isinstance(self.kind, DateTime)
        return self.kind.wrap(raw, local=fields.get(self.local_flag) is False)

    def unwrap(self, value: Any, fields: Mapping[str, Any]) -> Any:
        """Convert ``value`` back into its wire value. ``fields`` is the wire form of the whole object."""
        if self.local_flag is None:
            return self.kind.unwrap(value)
        assert isinstance(self.kind, DateTime)
        return self.kind.unwrap(value, local=fields.get(self.local_flag) is False)

    def _rule_message(self, value: Any, limit: Any, message: str) -> str:
        if not isinstance(limit, tuple):
            return message.format(limit, s="" if limit == 1 else "s")
        text = message.format(", ".join(map(repr, limit)))
        return text if self.secret else f"{text}{did_you_mean(str(value), map(str, limit))}"


def _never(value: Any) -> bool:
    return False


def _each(value: Any, path: Path) -> Iterable[tuple[Any, Path]]:
    """The values that rules apply to, with their paths: the items of a list, else the value itself."""
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
    """Declare a field: its wire name and everything that the library needs at run time.

    :param wire: the name on the wire, such as ``"scheduledDate"``.
    :param type: ``str``, ``int``, ``float``, ``bool``, ``datetime``, ``object``, ``"uuid"``, a model as
        ``"module.Class"``, a list of one of these or a dict from ``str`` to one of these.
    :param required: whether a value must be given. Required fields can be given positionally.
    :param default, kw_only: for type checkers, which read them from the call (PEP 681). A field that is not set always
        reads None.
    :param nullable: whether ``None`` is sent as ``null``. Otherwise it means that the field is not set.
    :param secret: whether the value is printed as ``***``.
    :param local_flag: of a date: the wire name of a field. If that field is ``False``, the date is in local time.
    :param limits: ``enum``, ``min_length``, ``max_length``, ``minimum``, ``maximum``, ``pattern``,
        ``format`` (a key of `FORMATS`), ``max_properties``, ``min_items``, ``max_items``.
    """
    declared = Field(wire, kind_of(type), required, nullable, secret, local_flag)
    if "format" in limits:
        limits["format"] = FORMATS[limits["format"]]
    declared.limit(
        tuple(
            (keyword, limits.pop(name), passes, message) for name, keyword, passes, message in RULES if name in limits
        )
    )
    if limits:
        raise TypeError(f"field({wire!r}) has no parameter {', '.join(limits)}")
    return declared
