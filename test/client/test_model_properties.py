"""Properties of models for any data: JSON can be read, valid requests stay valid, dates keep their point in time."""

from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smscx_client import ApiTypeError, ApiValueError, models
from smscx_client.model_utils import ScalarModel
from smscx_client.models import CustomFieldsObj, SendSmsMessageRequest
from test.support.models import read_everything
from test.support.spec import METHODS_BY_NAME, document, ref_name, resolved, snake, values_of

SCHEMAS: dict[str, dict[str, Any]] = document()["components"]["schemas"]
thorough = settings(max_examples=200)
brief = settings(max_examples=30)


def responses() -> list[str]:
    """The models of responses, error responses included, and of callbacks."""
    found = set()
    for method in METHODS_BY_NAME.values():
        for response in method.raw["responses"].values():
            for content in resolved(response).get("content", {}).values():
                if "$ref" in content["schema"]:
                    found.add(ref_name(content["schema"]))
    return sorted(found | {name for name in SCHEMAS if name.startswith("CallBackRequest")})


def bodies() -> list[str]:
    """The models of request bodies."""
    found = set()
    for method in METHODS_BY_NAME.values():
        if method.body_argument() and method.content:
            schema = method.content[1]["schema"]
            found |= {ref_name(one) for one in schema.get("anyOf", [schema])}
    return sorted(found)


def test_there_are_models_of_responses_and_requests() -> None:
    assert len(responses()) >= 78
    assert len(bodies()) > 30


# Any JSON

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=()))
)


def below(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3)


anything = st.recursive(scalars | st.sampled_from(["2024-05-01 10:00:00", "ACCEPTED", "\ud800"]), below, max_leaves=8)


def nearly(name: str, levels: int = 4) -> st.SearchStrategy[Any]:
    """JSON that looks like the model, with some wrong values."""
    if not levels:
        return anything
    schema = SCHEMAS[name]
    if "oneOf" in schema:
        return st.one_of([nearly(ref_name(one), levels) for one in schema["oneOf"]])
    known = {wire: nearly_value(node, levels - 1) for wire, node in properties(name).items()}
    known.update({schema["x-placeholder"]: anything} if "x-placeholder" in schema else {})
    whole = st.fixed_dictionaries({}, optional=known) if known else st.just({})
    entries = nearly_value(schema["additionalProperties"], levels - 1) if "additionalProperties" in schema else anything
    more = st.dictionaries(st.text(max_size=8), entries, max_size=2)
    return st.builds(lambda one, other: {**other, **one}, whole, more)


def nearly_value(node: dict[str, Any], levels: int) -> st.SearchStrategy[Any]:
    if "$ref" in node:
        right = nearly(ref_name(node), levels)
    elif node.get("type") == "array":
        right = st.lists(nearly_value(node["items"], levels), max_size=2)
    elif node.get("type") == "object":
        right = st.dictionaries(st.text(max_size=8), nearly_value(values_of(node), levels), max_size=2)
    else:
        right = scalars
    return st.one_of(right, right, right, anything)


def properties(name: str) -> dict[str, Any]:
    schema = SCHEMAS[name]
    inherited = {k: v for base in schema.get("allOf", []) for k, v in properties(ref_name(base)).items()}
    return {**inherited, **schema.get("properties", {})}


@pytest.mark.parametrize("name", responses())
def test_any_object_can_be_read_as_a_response(name: str) -> None:
    @brief
    @given(nearly(name))
    def holds(data: dict[str, Any]) -> None:
        assert_holds(getattr(models, name), data)

    holds()


@thorough
@given(st.sampled_from(sorted(SCHEMAS)), st.dictionaries(st.text(max_size=8), anything, max_size=4))
def test_any_object_can_be_read_as_any_model(name: str, data: dict[str, Any]) -> None:
    assert_holds(getattr(models, name), data)


def assert_holds(cls: Any, data: dict[str, Any]) -> None:
    untouched = copy.deepcopy(data)
    model = cls.from_dict(data)
    fresh = cls.from_dict(data)
    read_everything(model)
    assert model == fresh
    repr(model).encode()
    str(model).encode()
    assert model.to_dict(wire=True) == data == untouched
    for again in (pickle.loads(pickle.dumps(model)), copy.copy(model), copy.deepcopy(model)):
        assert again == model
        assert repr(again) == repr(model)
    if not issubclass(cls, ScalarModel):
        assert json.loads(model.to_json()) == json.loads(json.dumps(data))
        assert cls.from_json(json.dumps(data)) == model


# Valid requests


def wire_values(node: dict[str, Any], levels: int = 4) -> st.SearchStrategy[Any]:
    """Values that keep all rules of ``node``."""
    if "$ref" in node:
        return objects_of(ref_name(node), levels)
    node = {**node, **node.get("x-checks", {})}
    kinds = node.get("type", "any")
    (kind,) = [one for one in kinds if one != "null"] if isinstance(kinds, list) else [kinds]
    if kind == "array":
        return st.lists(wire_values(node["items"], levels), min_size=node.get("minItems", 0), max_size=3)
    if kind == "object":
        return st.dictionaries(st.text(max_size=8), wire_values(values_of(node), levels), max_size=3)
    if "enum" in node:
        return st.sampled_from([one for one in node["enum"] if one is not None])
    return PLAIN[kind](node) if kind != "string" else valid_text(node)


PLAIN: dict[str, Any] = {
    "integer": lambda node: st.integers(node.get("minimum"), node.get("maximum")),
    "number": lambda node: st.floats(allow_nan=False, allow_infinity=False) | st.integers(),
    "boolean": lambda node: st.booleans(),
    "any": lambda node: st.just({"any": [1, None]}) | scalars,
}


def valid_text(node: dict[str, Any]) -> st.SearchStrategy[str]:
    if node.get("format") in ("uuid", "uuid-1-to-5"):
        return st.uuids(version=4).map(str)
    if node.get("format") == "uri":
        return st.sampled_from(["https://localhost/dlr", "http://localhost:8080/?x=1"])
    if node.get("format") == "country":
        return st.sampled_from(["NL", "GB", "se"])
    if node.get("format") == "sms-datetime":
        return st.datetimes().map(lambda one: one.replace(microsecond=0).isoformat(sep=" "))
    least, most = node.get("minLength", 0), node.get("maxLength", 30)
    if "pattern" in node:
        letters = "abcXYZ019"
        return st.text(letters, min_size=least, max_size=most).filter(lambda one: re.fullmatch(node["pattern"], one))
    return st.text(min_size=least, max_size=most)


def objects_of(name: str, levels: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    schema, known = SCHEMAS[name], properties(name)
    if not known:
        entries = wire_values(values_of(schema), levels - 1)
        most = min(3, schema.get("maxProperties", 3))
        return st.dictionaries(st.text(max_size=8), entries, max_size=most)
    required = schema.get("required", [])
    return st.fixed_dictionaries(
        {wire: wire_values(node, levels - 1) for wire, node in known.items() if wire in required},
        optional={wire: wire_values(node, levels - 1) for wire, node in known.items() if wire not in required},
    )


@pytest.mark.parametrize("name", bodies())
def test_a_valid_request_stays_valid(name: str) -> None:
    cls = getattr(models, name)

    @brief
    @given(objects_of(name))
    def holds(data: dict[str, Any]) -> None:
        request = cls(**data)
        assert json.loads(request.to_json()) == request.to_dict(wire=True) == data
        assert cls(**request.to_dict()) == cls.from_dict(request.to_dict()) == request
        assert cls.from_json(request.to_json()) == pickle.loads(pickle.dumps(request)) == request
        for wire in data:
            read = request[wire]
            if not isinstance(read, datetime) or read.tzinfo:
                setattr(request, name_of(name, wire), read)
        assert request.to_dict(wire=True) == data

    holds()


def name_of(model: str, wire: str) -> str:
    return str(properties(model)[wire].get("x-python-name", snake(wire)))


@thorough
@given(st.sampled_from(bodies()), st.dictionaries(st.text(max_size=8), anything, max_size=3), st.booleans(), st.data())
def test_wrong_input_is_refused_with_errors_of_this_library(
    name: str, more: dict[str, Any], complete: bool, data: st.DataObject
) -> None:
    given = {**(data.draw(objects_of(name)) if complete else {}), **data.draw(nearly(name)), **more}
    cls = getattr(models, name)
    try:
        request = cls(**given)
    except (ApiTypeError, ApiValueError) as refusal:
        assert str(refusal)
        assert pickle.loads(pickle.dumps(refusal)).path_to_item == refusal.path_to_item
    else:
        assert cls(**request.to_dict()) == request


# Dates

offsets = st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@thorough
@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)), offsets)
def test_an_aware_date_is_sent_as_the_same_instant(naive: datetime, zone: timezone) -> None:
    aware = naive.replace(tzinfo=zone)
    request = SendSmsMessageRequest(["+3161"], "Info", "Hi", scheduled_date=aware)
    expected = aware.astimezone(timezone.utc).replace(microsecond=0)
    assert json.loads(request.to_json())["scheduledDate"] == expected.replace(tzinfo=None).isoformat(sep=" ")
    assert request.scheduled_date == expected
    assert SendSmsMessageRequest.from_json(request.to_json()).scheduled_date == expected
    request.is_utc = False
    wall = naive.replace(microsecond=0)
    assert json.loads(request.to_json())["scheduledDate"] == wall.isoformat(sep=" ")
    assert request.scheduled_date == wall


@thorough
@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)), offsets, st.sampled_from(["T", " "]))
def test_a_date_in_any_iso_form_is_read_as_the_same_instant(naive: datetime, zone: timezone, between: str) -> None:
    aware = naive.replace(tzinfo=zone)
    read = SendSmsMessageRequest.from_dict({"scheduledDate": aware.isoformat(sep=between)}).scheduled_date
    assert read == aware
    assert read is not None
    assert read.utcoffset() == timedelta(0)


@thorough
@given(st.text(st.sampled_from("0123456789-: TZ+.W\ud800٣"), max_size=25) | st.text(max_size=20))
def test_any_text_can_stand_where_a_date_is_expected(text: str) -> None:
    for flag in ({}, {"isUtc": False}):
        request = SendSmsMessageRequest.from_dict({"scheduledDate": text, **flag})
        read = request.scheduled_date
        assert read == text or isinstance(read, datetime)
        assert request.to_dict(wire=True)["scheduledDate"] == text


# Maps

steps = st.lists(
    st.tuples(st.sampled_from(["set", "delete", "live"]), st.sampled_from(["a", "b", "c", "customFieldName"])),
    max_size=12,
)


@thorough
@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=5), st.booleans(), steps)
def test_a_map_behaves_like_a_dict(entries: dict[str, str], placeholder: bool, done: list[tuple[str, str]]) -> None:
    fields = CustomFieldsObj.from_dict({"customFieldName": entries} if placeholder else entries)
    expected = dict(entries)
    for number, (what, key) in enumerate(done):
        if what == "set":
            fields[key] = expected[key] = str(number)
        elif what == "live":
            fields.custom_field_name[key] = expected[key] = str(number)
        elif key in expected:
            del fields[key], expected[key]
        assert dict(fields.items()) == fields.to_dict() == expected
        assert CustomFieldsObj.from_json(fields.to_json()) == fields
        assert len(fields) == len(expected)
