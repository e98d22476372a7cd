"""Every model against openapi.yaml: valid and refused input, reading and sending, and lenient reading of responses.

The tests read the schemas themselves, and do not use the generator that wrote the models.
"""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
import zlib
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from smscx_client import ApiAttributeError, ApiTypeError, ApiValueError, models
from smscx_client.model_utils import MapModel, Model, OneOfModel, ScalarModel
from test.support import ROOT
from test.support.models import read_everything
from test.support.spec import document, ref_name, resolved, snake, values_of

SCHEMAS: dict[str, dict[str, Any]] = document()["components"]["schemas"]
LIMITS = ("enum", "minLength", "maxLength", "minimum", "maximum", "pattern")


class Field:
    """One field as openapi.yaml describes it."""

    def __init__(self, wire: str, node: dict[str, Any], required: bool):
        whole = resolved(node)
        self.wire = wire
        self.name = whole.get("x-python-name") or snake(wire)
        self.node = node
        self.required = required
        self.nullable = "null" in types_of(whole)
        self.limits = {word: whole[word] for word in LIMITS if word in whole}
        self.flag = whole.get("x-utc-flag")

    def __repr__(self) -> str:
        return self.name


def types_of(node: dict[str, Any]) -> list[str]:
    kinds = node.get("type", "any")
    return kinds if isinstance(kinds, list) else [kinds]


def shape(node: dict[str, Any]) -> str:
    """``model``, ``array``, ``map``, ``date``, ``uuid``, or the plain JSON type."""
    if "$ref" in node:
        return "model"
    (one,) = [name for name in types_of(node) if name != "null"]
    if one == "object":
        return "map"
    if one == "string":
        return {"sms-datetime": "date", "uuid": "uuid"}.get(node.get("format", ""), "string")
    return one


def model_shape(name: str) -> str:
    """``one of``, ``object``, ``map`` or ``scalar``."""
    schema = SCHEMAS[name]
    if "oneOf" in schema:
        return "one of"
    if "properties" in schema or "allOf" in schema:
        return "object"
    return "map" if schema["type"] == "object" else "scalar"


def fields_of(name: str) -> list[Field]:
    """All fields, those of the schemas it extends first, in the order of the document."""
    schema = SCHEMAS[name]
    inherited = [one for base in schema.get("allOf", []) for one in fields_of(ref_name(base))]
    return inherited + own_fields(name)


def own_fields(name: str) -> list[Field]:
    schema = SCHEMAS[name]
    required = schema.get("required", [])
    return [Field(wire, node, wire in required) for wire, node in schema.get("properties", {}).items()]


def cls_of(name: str) -> Any:
    return getattr(models, name)


NAMES = list(SCHEMAS)
OBJECTS = [name for name in NAMES if model_shape(name) == "object"]
MAPS = [name for name in NAMES if model_shape(name) == "map"]

every_model = pytest.mark.parametrize("name", NAMES)
every_object = pytest.mark.parametrize("name", OBJECTS)
every_map = pytest.mark.parametrize("name", MAPS)


# Valid values


def valid(node: dict[str, Any], seed: str, full: bool) -> Any:
    """A wire value that keeps all rules of ``node``; ``seed`` makes the values of neighbours differ."""
    kind = shape(node)
    node = {**node, **node.get("x-checks", {})}
    if kind == "model":
        return valid_model(ref_name(node), full)
    if kind == "array":
        item = {**resolved(node["items"]), **limits_of(node)} if limits_of(node) else node["items"]
        return [valid(item, f"{seed}{i}", full) for i in range(2 if full else node.get("minItems", 1))]
    if kind == "map":
        return {f"{seed}{i}": valid(values_of(node), f"{seed}{i}", full) for i in range(2)}
    if "enum" in node:
        allowed = [one for one in node["enum"] if one is not None]
        return allowed[zlib.crc32(seed.encode()) % len(allowed)]
    return PLAIN[kind](node, seed)


def limits_of(node: dict[str, Any]) -> dict[str, Any]:
    return {word: node[word] for word in LIMITS if word in node}


def valid_model(name: str, full: bool) -> Any:
    schema = SCHEMAS[name]
    kind = model_shape(name)
    if kind == "one of":
        return valid_model(ref_name(schema["oneOf"][0]), full)
    if kind == "scalar":
        return schema["enum"][0]
    if kind == "map":
        return valid({**schema, "type": "object"}, name[0], full)
    return {one.wire: valid(one.node, one.wire, full) for one in fields_of(name) if full or one.required}


def valid_string(node: dict[str, Any], seed: str) -> str:
    if "x-secret" in node:
        return f"s3cret{seed}"
    if node.get("format") == "uri":
        return f"https://localhost/{seed}"
    if node.get("format") == "country":
        return ("NL", "GB", "SE")[zlib.crc32(seed.encode()) % 3]
    least, most = node.get("minLength", 0), node.get("maxLength", 40)
    letters = re.sub("[^a-zA-Z]", "", seed) or "x"
    for length in range(min(most, max(least, len(letters))), least - 1, -1):
        text = (letters * (length + 1))[:length]
        if re.search(node.get("pattern", ""), text):
            return text
    raise AssertionError(f"no text for {node}")


def valid_integer(node: dict[str, Any], seed: str) -> int:
    least = node.get("minimum", 0)
    return int(least + zlib.crc32(seed.encode()) % (node.get("maximum", least + 1000) - least + 1))


PLAIN: dict[str, Any] = {
    "string": valid_string,
    "integer": valid_integer,
    "number": lambda node, seed: valid_integer(node, seed) + 0.25,
    "boolean": lambda node, seed: zlib.crc32(seed.encode()) % 2 == 0,
    "date": lambda node, seed: f"2024-05-01 10:00:{zlib.crc32(seed.encode()) % 60:02}",
    "uuid": lambda node, seed: f"{zlib.crc32(seed.encode()):08x}-8b86-4d01-b42d-00cf4fc964ff",
    "any": lambda node, seed: [seed, {"more": None}],
}


def keyword_values(name: str, full: bool) -> dict[str, Any]:
    wire = valid_model(name, full)
    return {one.name: wire[one.wire] for one in fields_of(name) if one.wire in wire}


def made(name: str, full: bool = True) -> Any:
    """A model made of valid values as a program makes it."""
    if model_shape(name) == "object":
        return cls_of(name)(**keyword_values(name, full))
    if model_shape(name) == "one of":
        return cls_of(name)(**valid_model(name, full))
    return cls_of(name)(valid_model(name, full))


# Values that break a rule


def wrong_types(node: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    """Values of the wrong type, each with the path of the wrong value below the field."""
    kind = shape(node)
    for value in ("text", 5, 1.5, True, b"bytes", object(), ["item"], {"key": "value"}, {"item"}):
        if type(value).__name__ not in TAKEN[kind]:
            yield value, ""
    if kind == "array":
        yield "text", ""
        yield from ((value, f"[0]{place}") for value, place in wrapped(wrong_types(node["items"]), lambda one: [one]))
        yield from ((value, f"[1]{place}") for value, place in second_wrong(node))
    if kind == "map":
        inner = wrapped(wrong_types(values_of(node)), lambda one: {"key": one})
        yield from ((value, f".key{place}") for value, place in inner)


def wrapped(values: Iterator[tuple[Any, str]], wrap: Any) -> Iterator[tuple[Any, str]]:
    return ((wrap(value), place) for value, place in values)


def second_wrong(node: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    first = valid(node, "first", False)[0]
    return wrapped(wrong_types(node["items"]), lambda one: [first, one])


TAKEN = {
    "model": ("dict",),
    "array": ("list",),
    "map": ("dict",),
    "date": ("str",),
    "uuid": ("str",),
    "string": ("str",),
    "integer": ("int",),
    "number": ("int", "float"),
    "boolean": ("bool",),
    "any": ("str", "int", "float", "bool", "bytes", "object", "list", "dict", "set"),
}


def around_limits(one: Field) -> tuple[list[Any], list[Any]]:
    """Values just inside and just outside each limit, by themselves."""
    inside: list[Any] = []
    outside: list[Any] = []
    for word, limit in one.limits.items():
        kept, broken = EDGES[word](limit)
        inside += kept
        outside += broken
    item = resolved(one.node["items"]) if shape(one.node) == "array" else resolved(one.node)
    if item.get("x-checks", {}).get("format") == "country":
        inside = ["NL"]
    return [value for value in inside if keeps_all(value, one.limits)], [
        value for value in outside if fits_type(value, item) and not keeps_all(value, one.limits)
    ]


def enum_edges(allowed: list[Any]) -> tuple[list[Any], list[Any]]:
    known = [one for one in allowed if one is not None]
    if isinstance(known[0], str):
        return known, [known[0] + "x", known[0].swapcase(), ""]
    return known, [max(known) + 1, min(known) - 1]


EDGES: dict[str, Any] = {
    "enum": enum_edges,
    "minLength": lambda least: (["a" * least], ["a" * (least - 1)]),
    "maxLength": lambda most: (["a" * most, "é" * most], ["a" * (most + 1)]),
    "minimum": lambda least: ([least], [least - 1]),
    "maximum": lambda most: ([most], [most + 1]),
    "pattern": lambda _: (["a", "aB3"], ["a b", "a\n", "é", "a-b-c"]),
}
KEEPS: dict[str, Any] = {
    "enum": lambda value, allowed: value in allowed,
    "minLength": lambda value, least: len(value) >= least,
    "maxLength": lambda value, most: len(value) <= most,
    "minimum": lambda value, least: value >= least,
    "maximum": lambda value, most: value <= most,
    "pattern": lambda value, pattern: re.fullmatch(pattern.lstrip("^").rstrip("$"), value) is not None,
}


def keeps_all(value: Any, limits: dict[str, Any]) -> bool:
    return all(KEEPS[word](value, limit) for word, limit in limits.items())


def fits_type(value: Any, node: dict[str, Any]) -> bool:
    return type(value).__name__ in TAKEN[shape(node)]


def refused(name: str, field: Field, value: Any, place: str, error: type[Exception]) -> None:
    """Whether construction and assignment both refuse ``value`` and say where."""
    given = keyword_values(name, full=False)
    model = cls_of(name)(**given)
    before = model.to_json()
    for attempt in (
        lambda: cls_of(name)(**{**given, field.name: value}),
        lambda: setattr(model, field.name, value),
        lambda: model.__setitem__(field.wire, value),
    ):
        with pytest.raises(error) as caught:
            attempt()
        assert str(caught.value).startswith(f"{field.name}{place}"), (str(caught.value), value)
    assert model.to_json() == before


# Names and tables


def test_every_model_is_here() -> None:
    assert len(NAMES) == 261
    assert (len(OBJECTS), len(MAPS)) == (248, 9)
    assert set(models.__all__) == set(NAMES)
    files = {path.stem for path in (ROOT / "smscx_client" / "model").glob("*.py")} - {"__init__"}
    assert files == {schema["x-module"] for schema in SCHEMAS.values()}


@every_model
def test_a_module_holds_its_model_and_no_more(name: str) -> None:
    cls = cls_of(name)
    source = (ROOT / "smscx_client" / "model" / f"{SCHEMAS[name]['x-module']}.py").read_text(encoding="utf-8")
    assert cls.__module__ == f"smscx_client.model.{SCHEMAS[name]['x-module']}"
    assert (cls.__name__, cls.__qualname__) == (name, name)
    assert cls.__doc__
    assert cls.__doc__.strip()
    assert len(source.splitlines()) < 180
    assert [node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)] == [name]
    base = {"object": Model, "map": MapModel, "one of": OneOfModel, "scalar": ScalarModel}[model_shape(name)]
    assert issubclass(cls, base)
    for parent in SCHEMAS[name].get("allOf", []):
        assert issubclass(cls, cls_of(ref_name(parent)))


def annotation(node: dict[str, Any]) -> str:
    """The type annotation for ``node``."""
    kind = shape(node)
    if kind == "model":
        return ref_name(node)
    if kind == "array":
        return f"list[{annotation(node['items'])}]"
    if kind == "map":
        return f"dict[str, {annotation(values_of(node))}]"
    if "enum" in node:
        return f"Literal[{', '.join(repr(one) for one in node['enum'] if one is not None)}]"
    return {
        "date": "datetime",
        "uuid": "str",
        "string": "str",
        "integer": "int",
        "number": "float",
        "boolean": "bool",
        "any": "Any",
    }[kind]


@every_object
def test_annotations_agree_with_the_schema(name: str) -> None:
    source = (ROOT / "smscx_client" / "model" / f"{SCHEMAS[name]['x-module']}.py").read_text(encoding="utf-8")
    (body,) = [node.body for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    annotated = [node for node in body if isinstance(node, ast.AnnAssign)]
    found = {ast.unparse(node.target): ast.unparse(node.annotation) for node in annotated}
    expected = {}
    for one in own_fields(name):
        text = annotation(one.node) + ("" if one.required and not one.nullable else " | None")
        expected[one.name] = ast.unparse(ast.parse(text, mode="eval"))
    assert found == expected


@every_object
def test_names_are_free_and_clear(name: str) -> None:
    fields = fields_of(name)
    assert len({one.name for one in fields}) == len(fields)
    wires = {one.wire: one for one in fields}
    for one in fields:
        assert one.name not in dir(Model), "hides a method of every model"
        assert wires.get(one.name, one) is one, "is the wire name of another field"
        assert isinstance(getattr(cls_of(name), one.name), property)


# Valid input


@every_object
def test_a_model_is_made_of_valid_values(name: str) -> None:
    for full in (False, True):
        wire = valid_model(name, full)
        by_keyword = made(name, full)
        assert json.loads(by_keyword.to_json()) == by_keyword.to_dict(wire=True) == wire
        assert cls_of(name)(**wire) == by_keyword
        for one in fields_of(name):
            assert (one.name in by_keyword) == (one.wire in by_keyword) == (one.wire in wire)
            read = getattr(by_keyword, one.name)
            assert_reads(read, one, wire)
            assert by_keyword[one.name] == by_keyword[one.wire] == by_keyword.get(one.wire) == read
        assert set(by_keyword) == {one.name for one in fields_of(name) if one.wire in wire}


def assert_reads(read: Any, one: Field, wire: dict[str, Any]) -> None:
    """Whether ``read`` is the value that a program should see of a field, given the wire form of the object."""
    if one.wire not in wire:
        assert read is None
    elif one.flag is not None:
        expected = parsed(wire[one.wire])
        assert read == (expected.replace(tzinfo=None) if wire.get(one.flag) is False else expected)
    else:
        assert seen(read) == expected_of(one.node, wire[one.wire])


def parsed(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc)


def expected_of(node: dict[str, Any], raw: Any) -> Any:
    """``raw`` with every model replaced by its type and wire form, and every date by a date object."""
    kind = shape(node)
    if kind == "model":
        return (cls_of(ref_name(node)), raw)
    if kind == "array":
        return [expected_of(node["items"], item) for item in raw]
    if kind == "map":
        return {key: expected_of(values_of(node), item) for key, item in raw.items()}
    return parsed(raw) if kind == "date" else raw


def seen(read: Any) -> Any:
    if isinstance(read, Model):
        return (type(read), read.to_dict(wire=True))
    if isinstance(read, list):
        return [seen(item) for item in read]
    return {key: seen(item) for key, item in read.items()} if isinstance(read, dict) else read


@every_object
def test_required_fields_go_positionally_in_the_order_of_the_document(name: str) -> None:
    values = keyword_values(name, full=False)
    order = [one.name for one in fields_of(name) if one.required]
    given = [values[one] for one in order]
    for many in range(len(order) + 1):
        rest = {one: values[one] for one in order[many:]}
        assert cls_of(name)(*given[:many], **rest) == cls_of(name)(**values)
    with pytest.raises(ApiTypeError, match=f"{name} takes .*not {len(order) + 1}"):
        cls_of(name)(*given, "one too many")


@every_object
def test_nested_models_may_be_given_as_models(name: str) -> None:
    wire = valid_model(name, full=True)
    given = {}
    for one in fields_of(name):
        item = one.node["items"] if shape(one.node) == "array" else one.node
        if shape(item) != "model":
            given[one.name] = wire[one.wire]
        elif item is one.node:
            given[one.name] = made(ref_name(item))
        else:
            given[one.name] = [made(ref_name(item)), made(ref_name(item))]
    model = cls_of(name)(**given)
    assert model.to_dict(wire=True) == wire
    for one in fields_of(name):
        if shape(one.node) == "model":
            assert getattr(model, one.name) is given[one.name]


# Refused input


@every_object
def test_a_missing_required_field_is_named(name: str) -> None:
    values = keyword_values(name, full=True)
    for one in fields_of(name):
        rest = {key: value for key, value in values.items() if key != one.name}
        if one.required:
            with pytest.raises(ApiTypeError, match=f"^{name} is missing `{one.name}`$"):
                cls_of(name)(**rest)
        else:
            assert one.name not in cls_of(name)(**rest)


@every_object
def test_an_unknown_keyword_names_the_nearest(name: str) -> None:
    values = keyword_values(name, full=False)
    model = cls_of(name)(**values)
    for one in fields_of(name):
        message = f"{name} has no field `{one.name}x`, did you mean `{one.name}`?"
        with pytest.raises(ApiTypeError) as refusal:
            cls_of(name)(**values, **{f"{one.name}x": 1})
        assert str(refusal.value) == message
        with pytest.raises(ApiAttributeError) as unread:
            getattr(model, f"{one.name}x")
        with pytest.raises(ApiAttributeError) as unset:
            setattr(model, f"{one.name}x", 1)
        assert str(unread.value) == str(unset.value) == message


@every_object
def test_a_wrong_type_is_refused_with_its_path(name: str) -> None:
    for one in fields_of(name):
        for value, place in wrong_types(one.node):
            refused(name, one, value, f"{place}: must be ", ApiTypeError)
        if shape(one.node) == "number":
            for value in (float("nan"), float("inf"), float("-inf")):
                refused(name, one, value, ": must be a finite number", ApiValueError)
        if shape(one.node) == "date":
            for value in ("", "soon", "2024-05-01", "2024-05-01T10:00:00", "2024-02-30 10:00:00"):
                refused(name, one, value, ": must be a datetime, or text as YYYY-MM-DD HH:MM:SS", ApiValueError)


@every_object
def test_limits_hold_just_inside_and_just_outside(name: str) -> None:
    for one in fields_of(name):
        inside, outside = around_limits(one)
        assert not one.limits or (inside and outside)
        in_list = shape(one.node) == "array"
        for value in inside:
            given = [value] if in_list else value
            model = cls_of(name)(**{**keyword_values(name, full=False), one.name: given})
            assert getattr(model, one.name) == given
            setattr(model, one.name, given)
            assert model.to_dict(wire=True)[one.wire] == given
        for value in outside:
            if in_list:
                refused(name, one, [valid(one.node, "first", False)[0], value], "[1]: must ", ApiValueError)
            else:
                refused(name, one, value, ": must ", ApiValueError)


@every_object
def test_an_error_in_a_nested_model_has_its_path(name: str) -> None:
    for one in fields_of(name):
        item = one.node["items"] if shape(one.node) == "array" else one.node
        if shape(item) != "model" or model_shape(ref_name(item)) != "object":
            continue
        place = "[0]" if item is not one.node else ""
        for inner in fields_of(ref_name(item)):
            for value in ({"wrong"}, b"wrong"):
                bad = {**valid_model(ref_name(item), full=False), inner.wire: value}
                refused(name, one, [bad] if place else bad, f"{place}.{inner.name}: must be ", ApiTypeError)


# None


@every_object
def test_none(name: str) -> None:
    values = keyword_values(name, full=False)
    for one in fields_of(name):
        if one.required and not one.nullable:
            refused(name, one, None, ": must be ", ApiTypeError)
            continue
        constructed = cls_of(name)(**{**values, one.name: None})
        assigned = made(name, full=True)
        setattr(assigned, one.name, None)
        for model in (constructed, assigned):
            assert getattr(model, one.name) is None
            assert (one.name in model) == (one.wire in json.loads(model.to_json())) == one.nullable
            assert model.to_dict(wire=True).get(one.wire) is None


@every_object
def test_deleting(name: str) -> None:
    for one in fields_of(name):
        model = made(name, full=True)
        if one.required:
            with pytest.raises(ApiAttributeError, match=f"^{one.name}: is required and cannot be deleted"):
                delattr(model, one.name)
        else:
            delattr(model, one.name)
            assert one.wire not in json.loads(model.to_json())


# Round trips


@every_model
def test_round_trips(name: str) -> None:
    cls = cls_of(name)
    for full in (False, True):
        model = made(name, full)
        others = [
            cls.from_dict(model.to_dict()),
            cls.from_dict(model.to_dict(wire=True)),
            cls.from_json(model.to_json()),
            cls.from_json(model.to_json().encode()),
            pickle.loads(pickle.dumps(model)),
            copy.copy(model),
            copy.deepcopy(model),
        ]
        for other in others:
            assert type(other) is cls
            assert other == model
            assert other.to_json() == model.to_json()
            assert other.to_dict() == model.to_dict()
            assert repr(other) == repr(model)
            assert str(other) == str(model)
        assert cls.from_dict({"other": "data"}) != model


@every_model
def test_repr_has_no_secrets(name: str) -> None:
    model = made(name)
    secret = "s3cret" in model.to_json()
    for text in (repr(model), str(model)):
        assert "s3cret" not in text
        assert ("***" in text) == secret


def test_the_secrets_are_those_of_openapi_yaml() -> None:
    assert sum("s3cret" in made(name).to_json() for name in NAMES) >= 3


# Responses


ODD = (
    None,
    "NEW_VALUE",
    "",
    -1,
    1.5,
    True,
    [],
    [None],
    ["x"],
    [{}],
    [[1]],
    {},
    {"": 1},
    {"a": {"b": [None]}},
    "\ud800",
)


@every_object
def test_a_response_is_read_with_any_values(name: str) -> None:
    good = valid_model(name, full=True)
    for one in fields_of(name):
        without = {key: value for key, value in good.items() if key != one.wire}
        for sent in (without, *({**good, one.wire: odd} for odd in ODD)):
            assert_survives(name, sent)


@every_model
def test_a_response_is_read_with_new_and_missing_fields(name: str) -> None:
    good = valid_model(name, full=True)
    if model_shape(name) == "scalar":
        for value in ("NEW_VALUE", None, 5, []):
            assert json.loads(cls_of(name).from_json(json.dumps(value)).to_json()) == value
        return
    assert_survives(name, {})
    assert_survives(name, {**good, "newField": {"newer": [1, None]}, "another": None})
    for odd in ODD:
        assert_survives(name, dict.fromkeys(good, odd))
        assert_survives(name, {"entry": odd})
        placeholder = SCHEMAS[name].get("x-placeholder")
        if placeholder:
            assert_survives(name, {placeholder: odd})


def assert_survives(name: str, sent: dict[str, Any]) -> None:
    """Whether every attribute of ``sent`` can be read, and its JSON stays the same."""
    model = cls_of(name).from_json(json.dumps(sent))
    read_everything(model)
    assert json.loads(model.to_json()) == sent
    again = cls_of(name).from_dict(sent)
    assert again == model
    assert again.to_dict(wire=True) == sent
    assert repr(again) == repr(model)
    str(again).encode()


# Maps


@every_map
def test_a_map_takes_entries_in_every_form(name: str) -> None:
    cls, schema = cls_of(name), SCHEMAS[name]
    entries = valid_model(name, full=True)
    placeholder = schema.get("x-placeholder")
    forms = [cls(entries), cls(**entries), cls.from_dict(entries), cls.from_json(json.dumps(entries))]
    if placeholder:
        attribute = snake(placeholder)
        forms += [
            cls({placeholder: entries}),
            cls(**{attribute: entries}),
            cls.from_dict({placeholder: entries}),
            cls.from_dict({attribute: entries}),
        ]
        for form in forms:
            assert seen(getattr(form, attribute)) == expected_of(schema, entries)
    for form in forms:
        assert form == forms[0]
        assert {key: seen(value) for key, value in form.items()} == expected_of(schema, entries)
        assert list(form) == list(form.keys()) == list(entries)
        assert len(form) == len(form.values()) == len(entries)
        for key in entries:
            assert key in form
            assert form[key] is getattr(form, key)
    for form in forms[: 6 if placeholder else 2]:
        assert json.loads(form.to_json()) == json.loads(form.to_json()) == entries


@every_map
def test_a_map_refuses_by_entry(name: str) -> None:
    values = values_of(SCHEMAS[name])
    for value, place in wrong_types(values):
        with pytest.raises(ApiTypeError) as caught:
            cls_of(name)({"entry": value})
        assert str(caught.value).startswith(f"entry{place}: must be ")
        model = made(name)
        with pytest.raises(ApiTypeError) as caught:
            model["entry"] = value
        assert str(caught.value).startswith(f"entry{place}: must be ")
        assert model == made(name)
    most = SCHEMAS[name].get("maxProperties", 0)
    if most:
        entries = {f"k{i}": valid(values, "v", False) for i in range(most)}
        assert len(cls_of(name)(entries)) == most
        with pytest.raises(ApiValueError, match=f"at most {most} entries"):
            cls_of(name)({**entries, "more": entries["k0"]})


# One of several forms, a single value


@pytest.mark.parametrize("name", [name for name in NAMES if model_shape(name) == "one of"])
def test_one_of_reads_as_the_form_that_was_sent(name: str) -> None:
    forms = [ref_name(one) for one in SCHEMAS[name]["oneOf"]]
    assert [form.rsplit(".", 1)[-1] for form in cls_of(name).forms] == forms
    for form in forms:
        for full in (False, True):
            sent = made(form, full)
            response = cls_of(name).from_json(sent.to_json())
            assert response.to_dict() == sent.to_dict()
            assert seen_by_fields(response.actual) == seen_by_fields(sent)


def seen_by_fields(model: Model) -> Any:
    """The values that a program sees, without class names: two forms may have the same fields."""
    if isinstance(model, Model):
        return {key: seen_by_fields(model[key]) for key in model}
    if isinstance(model, dict):
        return {key: seen_by_fields(value) for key, value in model.items()}
    return model


def test_the_one_scalar() -> None:
    (name,) = [name for name in NAMES if model_shape(name) == "scalar"]
    for value in SCHEMAS[name]["enum"]:
        assert json.loads(cls_of(name)(value).to_json()) == cls_of(name)(value).value == value
    for value in ("", "new", 5, None, ["dlr_update"]):
        with pytest.raises((ApiTypeError, ApiValueError), match="^value: must be "):
            cls_of(name)(value)
