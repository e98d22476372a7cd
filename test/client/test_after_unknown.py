"""After a call with an unknown outcome, the error of the next call for the same object says so (`after_unknown`)."""

from __future__ import annotations

import json
from typing import Any, Callable

import pytest

import smscx_client
from smscx_client.apis import GroupsApi, OtpApi
from smscx_client.retry import UnknownOutcomes
from test.support.recorder import Recorder, Response

OTP = "d658b586-93b0-441a-9eb1-dc433430c9c9"
OTHER = "8aea6177-4b5a-43ff-bad0-6c4087388917"
BROKEN = Response(503)
VERIFIED = {"status": "VERIFIED"}


def error(status: int, error_type: str, code: int) -> Response:
    return Response(status, json.dumps({"error": {"type": error_type, "code": code}}).encode())


ALREADY = error(400, "otp_verified", 2023)
WRONG = error(400, "invalid_pin", 2029)


@pytest.fixture
def fails(recorder: Recorder) -> Callable[..., smscx_client.ApiException]:
    def fails(response: Response, call: Callable[..., Any], *arguments: Any) -> smscx_client.ApiException:
        recorder.respond(response)
        with pytest.raises(smscx_client.ApiException) as raised:
            call(*arguments)
        return raised.value

    return fails


@pytest.fixture
def client(api_client: smscx_client.ApiClient) -> smscx_client.ApiClient:
    api_client.configuration.max_retries = 0
    return api_client


def test_a_pin_that_is_already_verified_after_a_lost_response(client: smscx_client.ApiClient, fails: Any) -> None:
    verify = OtpApi(client).verify_otp
    lost = fails(BROKEN, verify, OTP, "1544")
    assert lost.outcome_unknown and not lost.after_unknown
    again = fails(ALREADY, verify, OTP, "1544")
    assert type(again) is smscx_client.OtpAlreadyVerifiedException
    assert again.after_unknown and not again.outcome_unknown
    assert "the call before it for the same object may have been carried out" in str(again)
    assert not fails(ALREADY, verify, OTP, "1544").after_unknown  # now it is known


def test_a_pin_that_is_already_verified_without_a_lost_response(client: smscx_client.ApiClient, fails: Any) -> None:
    verify = OtpApi(client).verify_otp
    assert not fails(ALREADY, verify, OTP, "1544").after_unknown
    fails(BROKEN, verify, OTHER, "1544")
    assert not fails(ALREADY, verify, OTP, "1544").after_unknown  # another OTP
    assert not fails(BROKEN, OtpApi(client).get_otp_status, OTP).outcome_unknown
    assert not fails(ALREADY, verify, OTP, "1544").after_unknown  # another call


@pytest.mark.parametrize("known", [WRONG, VERIFIED])
def test_a_response_in_between_says_what_the_lost_call_did(
    client: smscx_client.ApiClient, recorder: Recorder, fails: Any, known: Any
) -> None:
    verify = OtpApi(client).verify_otp
    fails(BROKEN, verify, OTP, "1544")
    recorder.respond(known)
    try:
        verify(OTP, "1544")
    except smscx_client.InvalidPinException as wrong:
        assert wrong.after_unknown
    assert not fails(ALREADY, verify, OTP, "1544").after_unknown


@pytest.mark.parametrize("status", [401, 429, 503])
def test_a_response_that_says_nothing_about_the_pin_changes_nothing(
    client: smscx_client.ApiClient, fails: Any, status: int
) -> None:
    verify = OtpApi(client).verify_otp
    fails(BROKEN, verify, OTP, "1544")
    assert not fails(Response(status), verify, OTP, "1544").after_unknown
    assert fails(ALREADY, verify, OTP, "1544").after_unknown


def test_a_deleted_object_is_gone(client: smscx_client.ApiClient, fails: Any) -> None:
    delete = GroupsApi(client).delete_group
    fails(BROKEN, delete, 4501)
    gone = fails(error(404, "not_found", 1201), delete, 4501)
    assert type(gone) is smscx_client.ResourceNotFoundException
    assert gone.after_unknown
    assert not fails(error(404, "not_found", 1201), delete, 4502).after_unknown


def test_a_call_without_an_object_says_nothing(client: smscx_client.ApiClient, fails: Any) -> None:
    create = GroupsApi(client).create_group
    fails(BROKEN, create, {"name": "Customers"})
    assert not fails(error(400, "duplicate_value", 1201), create, {"name": "Customers"}).after_unknown


def test_the_options_of_a_call_do_not_matter(client: smscx_client.ApiClient, fails: Any) -> None:
    fails(BROKEN, OtpApi(client.with_options(total_timeout=5)).verify_otp, OTP, "1544")
    assert fails(ALREADY, OtpApi(client).verify_otp, OTP, "1544").after_unknown


def test_a_client_remembers_the_last_thousand_calls() -> None:
    outcomes = UnknownOutcomes()
    lost = smscx_client.ApiConnectionException("reset", outcome_unknown=True)
    for number in range(1001):
        outcomes.failed(f"POST /otp/{number}", lost)

    def is_known(number: int) -> bool:
        failure = smscx_client.OtpAlreadyVerifiedException(400)
        outcomes.failed(f"POST /otp/{number}", failure)
        return failure.after_unknown

    assert [is_known(number) for number in (0, 1, 1000)] == [False, True, True]
