"""`openapi.yaml` is the source of all generated files, so it must be correct itself.

The document is valid and complete, and its examples all come from one believable account: each fits its own schema, its
phone numbers are valid, its sums add up, and no example deletes what another one reads.
"""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import phonenumbers
import pytest
import smsutil
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from test.support import ROOT

DOCUMENT = ROOT / "openapi.yaml"
SPEC = yaml.load(DOCUMENT.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
VERBS = ("get", "post", "put", "patch", "delete")


class Operation(NamedTuple):
    """One method of the client: an operation, or a second method that shares its path (`x-also`)."""

    name: str
    verb: str
    path: str
    node: dict[str, Any]

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return self.node.get("parameters", [])

    @property
    def bodies(self) -> dict[str, Any]:
        return self.node.get("requestBody", {}).get("content", {})

    @property
    def responses(self) -> list[tuple[str, dict[str, Any]]]:
        """Media type and content of every successful response."""
        responses = self.node.get("responses", {})
        successes = [response for status, response in responses.items() if str(status).startswith("2")]
        return [pair for response in successes for pair in response.get("content", {}).items()]

    @property
    def request(self) -> list[tuple[str, Any]]:
        """The values that the example sends: name and value of each parameter, then the bodies."""
        sent = [(parameter["name"], parameter["example"]) for parameter in self.parameters]
        return sent + [("body", body["example"]) for body in self.bodies.values()]

    @property
    def examples(self) -> list[Any]:
        return [value for _, value in self.request] + [content.get("example") for _, content in self.responses]

    @property
    def deletes(self) -> bool:
        # Emptying a group is a GET that deletes data.
        return self.verb == "delete" or self.name == "empty_group"


def all_operations() -> Iterator[Operation]:
    for path, item in SPEC["paths"].items():
        for verb in VERBS:
            if verb in item:
                for node in (item[verb], *item[verb].get("x-also", [])):
                    yield Operation(node["operationId"], verb, path, node)


OPERATIONS = list(all_operations())


def each_operation(applies: Callable[[Operation], object]) -> pytest.MarkDecorator:
    """One test per operation that the check applies to, so that no test passes because there is nothing to check."""
    chosen = [operation for operation in OPERATIONS if applies(operation)]
    assert chosen
    return pytest.mark.parametrize("operation", chosen, ids=lambda operation: operation.name)


formats = FormatChecker(formats=())


@formats.checks("uuid", raises=ValueError)
def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or (str(uuid.UUID(value)) == value and uuid.UUID(value).version == 4)


@formats.checks("uri", raises=ValueError)
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or (urlsplit(value).scheme == "https" and bool(urlsplit(value).hostname))


@formats.checks("sms-datetime", raises=ValueError)
def _is_sms_datetime(value: object) -> bool:
    return not isinstance(value, str) or datetime.strptime(value, "%Y-%m-%d %H:%M:%S").isoformat(" ") == value


def as_json_schema(node: Any) -> Any:
    """The node with its references made absolute.

    `oneOf` is read as `anyOf`: the branches of GetChannelPricing200Response and GetSummaryReports200Response overlap
    (a summary entry fits four of five), so that no example can fit exactly one.
    """
    if isinstance(node, list):
        return [as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    out = {"anyOf" if key == "oneOf" else key: as_json_schema(value) for key, value in node.items()}
    if isinstance(out.get("$ref"), str):
        out["$ref"] = "urn:openapi" + out["$ref"]
    return out


COMPONENTS = as_json_schema({"components": {"schemas": SPEC["components"]["schemas"]}})
REGISTRY: Registry[Any] = Registry().with_resource("urn:openapi", DRAFT202012.create_resource(COMPONENTS))


def problems(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator(as_json_schema(schema), registry=REGISTRY, format_checker=formats)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def walk(node: Any) -> Iterator[Any]:
    """The node and everything inside it."""
    yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from walk(child)


def dicts(node: Any) -> Iterator[dict[str, Any]]:
    return (inner for inner in walk(node) if isinstance(inner, dict))


def test_the_document_is_valid_openapi() -> None:
    validate(SPEC)


@pytest.mark.parametrize(
    ("what", "count", "expected"),
    [
        ("operations", lambda: len([verb for item in SPEC["paths"].values() for verb in item if verb in VERBS]), 100),
        ("methods", lambda: len({operation.name for operation in OPERATIONS}), 101),
        ("parameters", lambda: sum(len(operation.parameters) for operation in OPERATIONS), 140),
        ("bodies", lambda: sum(len(operation.bodies) for operation in OPERATIONS), 35),
        ("schemas", lambda: len(SPEC["components"]["schemas"]), 261),
    ],
)
def test_nothing_is_missing(what: str, count: Callable[[], int], expected: int) -> None:
    assert count() == expected, what


@each_operation(lambda operation: operation.request)
def test_request_examples_fit_their_schema(operation: Operation) -> None:
    for part in (*operation.parameters, *operation.bodies.values()):
        assert problems(part["schema"], part["example"]) == []


@each_operation(lambda operation: operation.responses)
def test_response_examples_fit_their_schema(operation: Operation) -> None:
    for kind, content in operation.responses:
        if kind == "application/json":
            assert problems(content["schema"], content["example"]) == []
        elif kind == "application/csv":
            header, *rows = csv.reader(io.StringIO(content["example"]))
            assert len(set(header)) == len(header)
            assert rows
            assert {len(row) for row in rows} == {len(header)}
        else:
            assert operation.name.endswith("_to_xlsx"), f"{operation.name} has a response of an unknown {kind}"


def phone_numbers(node: Any) -> Iterator[tuple[str, str | None]]:
    """Every phone number in an example, with the country in the field beside it."""
    if isinstance(node, str) and node.startswith("+"):
        yield node, None
    for entry in dicts(node):
        for key, value in entry.items():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, str) and (item.startswith("+") or key in ("to", "phoneNumber", "phoneNumbers")):
                    yield item, entry.get("countryIso")


@each_operation(lambda operation: any(any(phone_numbers(example)) for example in operation.examples))
def test_phone_numbers_are_valid_unless_the_response_calls_them_invalid(operation: Operation) -> None:
    entries = [entry for example in operation.examples for entry in dicts(example)]
    called_invalid = {entry["phoneNumber"] for entry in entries if entry.get("invalid") is True}
    assert called_invalid == ({"+46701740"} if operation.name == "validate_numbers" else set())
    for example in operation.examples:
        for number, country in phone_numbers(example):
            parsed = phonenumbers.parse(number, country)
            assert phonenumbers.is_valid_number(parsed) == (number not in called_invalid), number


def data_of(operation: Operation) -> list[dict[str, Any]]:
    """The entries of the response's `data`, where that is a list of objects."""
    for _, content in operation.responses:
        response = content.get("example")
        data = response.get("data") if isinstance(response, dict) else None
        if isinstance(data, list):
            return data
    return []


def response_of(operation: Operation) -> dict[str, Any]:
    return next((content["example"] for kind, content in operation.responses if kind == "application/json"), {})


def recipient(entry: dict[str, Any]) -> Any:
    # An inbound SMS goes `to` a number of the account and has the country of its sender.
    return entry.get("from" if "receivedAt" in entry else "to", entry.get("phoneNumber"))


@each_operation(lambda operation: any("countryIso" in entry and recipient(entry) for entry in data_of(operation)))
def test_countries_belong_to_their_number(operation: Operation) -> None:
    for entry in data_of(operation):
        if "countryIso" in entry and recipient(entry):
            number = phonenumbers.parse(recipient(entry))
            assert phonenumbers.region_code_for_number(number) == entry["countryIso"]


@each_operation(lambda operation: any("textAnalysis" in entry for entry in dicts(response_of(operation))))
def test_texts_are_counted_right(operation: Operation) -> None:
    for entry in dicts(response_of(operation)):
        if "textAnalysis" in entry:
            text, analysis = entry["text"], entry["textAnalysis"]
            parts = len(smsutil.split(text).parts)
            assert analysis == {"length": len(text), "unicode": not smsutil.is_valid_gsm(text), "parts": parts}
            assert entry.get("parts", parts) == parts


@each_operation(lambda operation: "info" in response_of(operation) and data_of(operation))
def test_totals_add_up(operation: Operation) -> None:
    info, data = response_of(operation)["info"], data_of(operation)
    if "totalPhoneNumbers" in info:
        assert info["totalPhoneNumbers"] == len(data)
    if "totalCost" in info and "cost" in data[0]:
        assert info["totalCost"] == pytest.approx(sum(entry["cost"] for entry in data))
    if "totalParts" in info:
        assert info["totalParts"] == sum(entry.get("parts") or entry["textAnalysis"]["parts"] for entry in data)
    if "phoneNumbersByCountry" in info:
        assert info["phoneNumbersByCountry"] == Counter(entry["countryIso"] for entry in data if "countryIso" in entry)
    if "hits" in info:
        assert info["hits"] == len(data)


@each_operation(lambda operation: "to" in dict(operation.request).get("body", {}) and data_of(operation))
def test_responses_to_sends_repeat_the_request(operation: Operation) -> None:
    body = dict(operation.request)["body"]
    assert [(entry["to"], entry["from"]) for entry in data_of(operation)] == [(to, body["from"]) for to in body["to"]]
    assert {entry.get("trackData") for entry in data_of(operation)} == {body.get("trackData")}
    assert response_of(operation)["info"]["dlrCallbackUrl"] == body.get("dlrCallbackUrl")
    assert response_of(operation)["info"]["scheduled"] == ("scheduledDate" in body)


@each_operation(lambda operation: "paging" in response_of(operation))
def test_pages_have_the_requested_size(operation: Operation) -> None:
    limit = dict(operation.request)["limit"]
    assert response_of(operation)["paging"]["size"] == limit
    assert 0 < len(data_of(operation)) <= limit


@each_operation(lambda operation: "scheduledDate" in dict(operation.request).get("body", {}))
def test_scheduled_sends_stay_in_the_future(operation: Operation) -> None:
    assert dict(operation.request)["body"]["scheduledDate"] >= "2035"
    assert all(entry["scheduledAt"] >= "2035" for entry in data_of(operation))


@each_operation(lambda operation: operation.deletes)
def test_no_example_uses_an_object_that_another_one_deletes(operation: Operation) -> None:
    deleted = next(parameter["example"] for parameter in reversed(operation.parameters) if parameter["in"] == "path")
    others = [other for other in OPERATIONS if other.name != operation.name]
    assert [other.name for other in others if deleted in walk([value for _, value in other.request])] == []


def test_every_scheduled_date_names_the_flag_that_makes_it_local() -> None:
    properties = [schema.get("properties", {}) for schema in SPEC["components"]["schemas"].values()]
    flagged = [each for each in properties if "scheduledDate" in each and "isUtc" in each]
    assert len(flagged) == 14
    assert all(each["scheduledDate"].get("x-utc-flag") == "isUtc" for each in flagged)


def test_no_example_fixes_an_idempotency_id() -> None:
    # The client adds a fresh one; a fixed one would make the second run of a script a repeat of the first.
    entries = [entry for operation in OPERATIONS for example in operation.examples for entry in dicts(example)]
    assert not any("idempotencyId" in entry for entry in entries)


def test_addresses_and_secrets_are_not_real() -> None:
    text = json.dumps([operation.examples for operation in OPERATIONS])
    hosts = {urlsplit(url).hostname for url in re.findall(r"https?://[^\s\"\\]+", text)}
    assert hosts == {"example.com", "files.example.com", "s.example.com"}
    secrets = set(re.findall(r'"(?:applicationSecret|access_token)": "([^"]+)"', text))
    assert secrets == {"sandbox-application-secret", "sandbox-access-token"}
