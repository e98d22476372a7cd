"""The sandbox follows the description that it serves, for all requests that schemathesis generates.

Every operation gets its examples, the limits of each of its fields, and random requests, valid and invalid. Chains of
calls create objects, then read, change and delete them. The last tests break the sandbox on purpose, and check that
each error is found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from smscx_client.sandbox import Request
from smscx_client.sandbox.engine import pipeline, registry
from smscx_client.sandbox.engine.auth import Caller
from smscx_client.sandbox.engine.registry import Call
from smscx_client.sandbox.spec.errors import ApiError
from smscx_client.sandbox.spec.openapi import Spec
from smscx_client.sandbox.state.context import Context

if sys.version_info < (3, 10):
    pytest.skip(
        "the last schemathesis for Python 3.9 reports valid requests as invalid; newer Pythons run the same tests",
        allow_module_level=True,
    )

import schemathesis
from schemathesis import GenerationMode
from schemathesis.core.failures import AcceptedNegativeData, FailureGroup, ServerError
from schemathesis.openapi.checks import (
    ContentDeserializationError,
    EnsureResourceAvailability,
    IgnoredAuth,
    JsonSchemaError,
    RejectedPositiveData,
    UndefinedContentType,
    UndefinedStatusCode,
    UseAfterFree,
)

from test.sandbox.contract import EXCEPTIONS, LINKS, REPEATABLE, SEQUENCES, Judge, judge, schema

RANDOM_REQUESTS = 5
"""Random requests for each operation, besides its examples and the limits of its fields."""


@pytest.fixture(scope="module")
def judging() -> Iterator[Judge]:
    with judge() as one:
        yield one


@schema().parametrize()
@settings(REPEATABLE, max_examples=RANDOM_REQUESTS)
def test_operation(case: schemathesis.Case, judging: Judge) -> None:
    judging.check(case)


@pytest.mark.parametrize("tags", SEQUENCES, ids="-".join)
def test_chains_of_calls(tags: tuple[str, ...], judging: Judge) -> None:
    judging.check_chains(tags, chains=8, calls=6)


def test_the_tables_name_existing_operations() -> None:
    named = {name for _, _, names in EXCEPTIONS for name in names} | {name for link in LINKS for name in link[:2]}
    assert named <= Spec().operations.keys()


def found(check: Callable[[], object]) -> set[type[Exception]]:
    """The kinds of errors that the check finds."""
    with pytest.raises(FailureGroup) as raised:
        check()
    return {type(error) for error in raised.value.exceptions}


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"status": 500}, ServerError),
        ({"status": 409}, UndefinedStatusCode),
        ({"contentType": "text/html"}, UndefinedContentType),
        ({"body": "garbage"}, ContentDeserializationError),
    ],
    ids=str,
)
def test_a_fault_is_found(judging: Judge, fault: dict[str, Any], error: type[Exception]) -> None:
    case = schema()["/groups"]["GET"].Case()
    judging.check(case)
    rule = json.dumps({"operation": "get_groups_list", **fault}).encode()
    added = judging.sandbox.handle(Request("POST", "/_sandbox/faults", "", {"content-type": "application/json"}, rule))
    assert added.status == 200
    assert error in found(lambda: case.call_and_validate(**judging.arguments(case)))


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[Context, Call], Any]], None]:
    """Replace the handler of an operation."""
    find = registry.find

    def replace(operation: str, handler: Callable[[Context, Call], Any]) -> None:
        monkeypatch.setattr(registry, "find", lambda name: handler if name == operation else find(name))

    return replace


def check_random_requests(judging: Judge, mode: GenerationMode) -> None:
    """Check `POST /groups` with random requests, all of them valid or all invalid."""

    @given(case=schema()["/groups"]["POST"].as_strategy(generation_mode=mode))
    @settings(REPEATABLE, max_examples=10, phases=[Phase.generate], report_multiple_bugs=False)
    def check(case: schemathesis.Case) -> None:
        judging.check(case)

    check()


def refuse(code: int) -> Callable[[Context, Call], Any]:
    """A handler that refuses every request."""

    def handler(context: Context, call: Call) -> Any:
        raise ApiError(code)

    return handler


def test_a_missing_authentication_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "authenticate", lambda context, *_: Caller(frozenset(context.spec.scopes)))
    with judge() as judging:
        assert found(lambda: judging.check(schema()["/groups"]["GET"].Case())) == {IgnoredAuth}


def test_a_response_of_another_form_is_found(
    judging: Judge, plant: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Spec, "response_problem", lambda *_: None)  # the sandbox does not check its own responses
    plant("get_groups_list", lambda context, call: {"data": [{"id": "4501"}]})
    assert found(lambda: judging.check(schema()["/groups"]["GET"].Case())) == {JsonSchemaError}


def test_accepting_bad_data_is_found(
    judging: Judge, plant: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_random_requests(judging, GenerationMode.NEGATIVE)
    monkeypatch.setattr(Spec, "body_violations", lambda *_: [])
    plant("create_group", lambda context, call: {"info": {"id": 1, "name": "People"}})
    assert found(lambda: check_random_requests(judging, GenerationMode.NEGATIVE)) == {AcceptedNegativeData}


def test_refusing_good_data_is_found(judging: Judge, plant: Callable[..., None]) -> None:
    check_random_requests(judging, GenerationMode.POSITIVE)
    plant("create_group", refuse(1206))
    assert found(lambda: check_random_requests(judging, GenerationMode.POSITIVE)) == {RejectedPositiveData}


def test_an_object_that_exists_after_its_deletion_is_found(judging: Judge, plant: Callable[..., None]) -> None:
    plant("delete_template", lambda context, call: {"info": {"id": call.parameters["templateId"]}})
    assert found(lambda: judging.check_chains(("Templates",), chains=30, calls=6)) == {UseAfterFree}


def test_a_created_object_that_does_not_exist_is_found(judging: Judge, plant: Callable[..., None]) -> None:
    plant("get_template", refuse(1800))
    assert found(lambda: judging.check_chains(("Templates",), chains=30, calls=6)) == {EnsureResourceAvailability}
