"""Retries: which calls are repeated, after which pause, and the exceptions of failed calls. The clock is a fake."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from email.utils import formatdate
from typing import Any

import pytest
import urllib3

import smscx_client
from smscx_client import apis
from smscx_client.apis import GroupsApi, NumbersApi, SmsApi
from smscx_client.models import SendSmsMessageRequest
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME

BODY = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
SENT: dict[str, Any] = {"info": {"totalCost": 0.075}, "data": []}
BROKEN = Response(503, b"<html>busy</html>", (("Content-Type", "text/html"),))


class FakeTime:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def policy(self) -> RetryPolicy:
        return RetryPolicy(
            clock=lambda: self.now, now=lambda: self.now, sleep=self.sleep, uniform=lambda least, most: most
        )


@pytest.fixture
def clock(api_client: smscx_client.ApiClient) -> FakeTime:
    """A fake clock for the client."""
    clock = FakeTime()
    api_client.retry_policy = clock.policy()
    return clock


class Resetting:
    """A server that reads a request and closes the connection without a response."""

    def __init__(self) -> None:
        self.requests = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.host = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                if connection.recv(65536):
                    self.requests += 1

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def resetting() -> Iterator[Resetting]:
    server = Resetting()
    yield server
    server.close()


def arguments(name: str) -> dict[str, Any]:
    method = METHODS_BY_NAME[name]
    found = method.arguments()
    if method.body_argument():
        assert method.content is not None
        found[method.body_argument() or ""] = method.content[1]["example"]
    return found


def call(client: smscx_client.ApiClient, name: str) -> Any:
    return getattr(getattr(apis, METHODS_BY_NAME[name].api_class)(client), name)(**arguments(name))


@pytest.mark.parametrize("name", METHODS_BY_NAME)
def test_every_operation_is_repeated_as_openapi_says(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, name: str
) -> None:
    api_client.configuration.username, api_client.configuration.password = "app", "secret"
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        call(api_client, name)
    repeated = METHODS_BY_NAME[name].raw["x-repeat"] in ("safe", "keyed")
    assert len(recorder.requests) == (3 if repeated else 1)
    assert len({(one.method, one.target, one.body) for one in recorder.requests}) == 1


def test_a_paid_call_is_never_safe() -> None:
    safe_posts = set()
    for method in METHODS_BY_NAME.values():
        repeat = method.raw["x-repeat"]
        if method.raw.get("x-paid"):
            assert repeat in ("keyed", "never"), method.name
        if repeat == "safe" and method.verb not in ("GET", "DELETE"):
            safe_posts.add(method.name)
    assert sum(one.raw["x-repeat"] == "keyed" for one in METHODS_BY_NAME.values()) == 7
    assert len(safe_posts) == 9
    assert all(one.startswith("estimate_") or one in ("validate_numbers", "get_access_token") for one in safe_posts)


READS = (
    *(name for name in METHODS_BY_NAME if name.startswith("estimate_")),
    *("validate_number", "validate_numbers", "get_access_token", "get_groups_list", "get_otp_status"),
)
ACTS = ("mark_conversation_as_read", "delete_group", "empty_group", "send_sms", "verify_otp", "lookup_number")


@pytest.mark.parametrize("name", [*READS, *ACTS])
def test_the_outcome_of_a_call_that_changes_nothing_is_never_unknown(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, name: str
) -> None:
    api_client.configuration.username, api_client.configuration.password = "app", "secret"
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException) as raised:
        call(api_client, name)
    assert raised.value.outcome_unknown is (name in ACTS)
    assert ("may have been carried out" in str(raised.value)) is (name in ACTS)
    if name in READS:
        assert len(recorder.requests) == 3


def test_emptying_a_group_is_not_repeated_after_a_lost_response(resetting: Resetting) -> None:
    configuration = smscx_client.Configuration(host=resetting.host, api_key="KEY")
    with smscx_client.ApiClient(configuration) as client:
        client.retry_policy = FakeTime().policy()
        with pytest.raises(smscx_client.ApiConnectionException) as raised:
            GroupsApi(client).empty_group(4503)
    assert raised.value.outcome_unknown
    assert resetting.requests == 1


def test_a_send_gets_one_id_for_all_tries(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(BROKEN, BROKEN, Response(200, b'{"info": {}, "data": []}'))
    request = SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi")
    SmsApi(api_client).send_sms(request)
    SmsApi(api_client).send_sms(request)
    ids = [one.json["idempotencyId"] for one in recorder.requests]
    assert len(ids) == 4
    assert len(set(ids[:3])) == 1
    assert ids[3] != ids[0]
    assert "idempotency_id" not in request


@pytest.mark.parametrize("mine", [None, "3f0b1c9e-8d6a-4b4e-9a53-6f9d0f6c2a11"])
def test_a_failure_has_the_idempotency_id_to_repeat_the_call_with(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, mine: str | None
) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException) as raised:
        SmsApi(api_client).send_sms({**BODY, **({"idempotency_id": mine} if mine else {})})
    sent = {one.json["idempotencyId"] for one in recorder.requests}
    assert sent == {raised.value.idempotency_id}
    assert mine in (None, raised.value.idempotency_id)
    assert f"with idempotency id {raised.value.idempotency_id}" in str(raised.value)


def test_a_failure_of_a_call_without_an_idempotency_id_has_none(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException) as raised:
        NumbersApi(api_client).lookup_number("+31612469333")
    assert raised.value.idempotency_id is None


def test_an_id_of_the_caller_is_kept(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(SENT)
    mine = "3f0b1c9e-8d6a-4b4e-9a53-6f9d0f6c2a11"
    SmsApi(api_client).send_sms({**BODY, "idempotencyId": mine})
    assert recorder.requests[0].json["idempotencyId"] == mine


def test_an_id_of_the_caller_is_kept_in_an_unchecked_dict(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(BROKEN)
    for name in ("idempotency_id", "idempotencyId"):
        with pytest.raises(smscx_client.ServerErrorException) as raised:
            SmsApi(api_client).send_sms({**BODY, "text": 5, name: "mine"}, _check_input_type=False)
        assert raised.value.idempotency_id == "mine"
    assert [one.json for one in recorder.requests] == [{**BODY, "text": 5, "idempotencyId": "mine"}] * 6


@pytest.mark.parametrize("mine", [5, ["a"], {"a": "b"}])
def test_an_invalid_id_does_not_make_a_call_repeatable(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, mine: Any
) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException, match="may have been carried out") as raised:
        SmsApi(api_client).send_sms({**BODY, "idempotencyId": mine}, _check_input_type=False)
    assert raised.value.idempotency_id is None
    assert [one.json["idempotencyId"] for one in recorder.requests] == [mine]


def test_without_ids_a_send_is_not_repeated(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.configuration.auto_idempotency = False
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        SmsApi(api_client).send_sms(BODY)
    assert len(recorder.requests) == 1
    assert "idempotencyId" not in recorder.requests[0].json


def test_a_lookup_that_was_cut_off_is_not_repeated(resetting: Resetting) -> None:
    configuration = smscx_client.Configuration(host=resetting.host, api_key="KEY")
    with smscx_client.ApiClient(configuration) as client:
        client.retry_policy = FakeTime().policy()
        with pytest.raises(smscx_client.ApiConnectionException) as raised:
            NumbersApi(client).lookup_number("+31612469333")
    assert raised.value.outcome_unknown
    assert resetting.requests == 1


def test_a_send_that_was_cut_off_is_repeated(resetting: Resetting) -> None:
    configuration = smscx_client.Configuration(host=resetting.host, api_key="KEY", max_retries=4)
    clock = FakeTime()
    with smscx_client.ApiClient(configuration) as client:
        client.retry_policy = clock.policy()
        with pytest.raises(smscx_client.ApiConnectionException):
            SmsApi(client).send_sms(BODY)
    assert resetting.requests == 5
    assert clock.slept == [0.5, 1.0, 2.0, 4.0]


def test_a_request_that_was_not_sent_is_repeated_for_every_operation() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    clock = FakeTime()
    with smscx_client.ApiClient(smscx_client.Configuration(host=f"http://127.0.0.1:{port}", api_key="KEY")) as client:
        client.retry_policy = clock.policy()
        with pytest.raises(smscx_client.ApiConnectionException) as raised:
            NumbersApi(client).lookup_number("+31612469333")
    assert len(clock.slept) == 2
    assert not raised.value.outcome_unknown


def test_rate_limit_waits_until_it_resets(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    limited = Response(429, b"{}", (("X-Rate-Limit-Reset", str(int(clock.now) + 7)), ("Retry-After", "3")))
    recorder.respond(limited, Response(429, b"{}", (("Retry-After", "3"),)), Response(200, b'{"data": {}}'))
    NumbersApi(api_client).lookup_number("+31612469333")
    assert clock.slept == [7.5, 3.5]  # and up to half a second more, so that not all threads repeat at the same time


def test_the_pause_of_a_rate_limit_goes_by_the_clock_of_the_server(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    server_time = int(clock.now) - 100_000
    date = ("Date", formatdate(server_time, usegmt=True))
    recorder.respond(
        Response(429, b"{}", (date, ("X-Rate-Limit-Reset", str(server_time + 7)))),
        Response(429, b"{}", (date, ("X-Rate-Limit-Reset", str(server_time - 7)), ("Retry-After", "3"))),
        Response(200, b'{"data": []}'),
    )
    GroupsApi(api_client).get_groups_list()
    assert clock.slept == [7.5, 3.5]


def test_retry_after_is_the_pause_that_the_client_would_make(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.configuration.max_retries = 0
    recorder.respond(Response(429, b"{}", (("X-Rate-Limit-Reset", str(int(clock.now) + 8)), ("Retry-After", "3"))))
    with pytest.raises(smscx_client.RateLimitExceededException) as raised:
        GroupsApi(api_client).get_groups_list()
    assert raised.value.retry_after == 8.0


@pytest.mark.parametrize(("total", "pause", "tries"), [(20, 14, 2), (20, 16, 1), (4, 1, 2), (4, 2, 1), (None, 60, 2)])
def test_a_send_begins_only_with_enough_time(
    api_client: smscx_client.ApiClient,
    clock: FakeTime,
    recorder: Recorder,
    total: float | None,
    pause: int,
    tries: int,
) -> None:
    api_client.configuration.total_timeout = total
    api_client.configuration.max_retries = 1
    recorder.respond(Response(429, b"{}", (("Retry-After", str(pause)),)))
    with pytest.raises(smscx_client.RateLimitExceededException) as raised:
        SmsApi(api_client).send_sms(BODY)
    assert not raised.value.outcome_unknown
    assert len(recorder.requests) == tries


def test_a_read_may_begin_with_little_time(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.configuration.total_timeout = 4
    recorder.respond(Response(429, b"{}", (("Retry-After", "3"),)), Response(200, b'{"data": []}'))
    GroupsApi(api_client).get_groups_list()
    assert len(recorder.requests) == 2


@pytest.mark.parametrize(
    ("timeout", "limit"), [(300, 300), ((5, 300), 305), ((5, None), None), (10, 180), ((5, 60), 180), (None, 180)]
)
def test_the_timeout_of_a_call_is_not_cut_short_by_the_total_time(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, timeout: Any, limit: float | None
) -> None:
    given: list[Any] = []
    send = api_client.rest_client.request

    def request(*arguments: Any, **options: Any) -> Any:
        given.append(arguments[5])
        return send(*arguments, **options)

    api_client.rest_client.request = request  # type: ignore[method-assign]
    GroupsApi(api_client).get_groups_list(_request_timeout=timeout)
    if timeout is not None:  # which is no limit there
        GroupsApi(api_client.with_options(timeout=timeout)).get_groups_list()
    assert set(given) == {limit}
    GroupsApi(api_client.with_options(timeout=timeout, total_timeout=7)).get_groups_list()
    assert given[-1] == 7


def test_retry_after_of_an_overloaded_server_is_kept(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(Response(503, b"{}", (("Retry-After", "20"),)), Response(200, b'{"data": []}'))
    GroupsApi(api_client).get_groups_list()
    assert clock.slept == [20.5]


def test_a_long_retry_after_is_raised_at_once(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(Response(503, b"{}", (("Retry-After", "3600"),)))
    with pytest.raises(smscx_client.ServerErrorException) as raised:
        GroupsApi(api_client).get_groups_list()
    assert clock.slept == []
    assert raised.value.retry_after == 3600


def test_an_error_with_an_unknown_outcome_says_so(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException, match="may have been carried out") as raised:
        NumbersApi(api_client).lookup_number("+31612469333")
    assert raised.value.outcome_unknown


def test_a_long_rate_limit_is_the_callers_to_wait_for(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(Response(429, b"{}", (("X-Rate-Limit-Reset", str(int(clock.now) + 3600)),)))
    with pytest.raises(smscx_client.RateLimitExceededException):
        GroupsApi(api_client).get_groups_list()
    assert clock.slept == []


def test_the_total_time_is_never_passed(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.configuration.total_timeout = 10
    api_client.configuration.max_retries = 100
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        GroupsApi(api_client).get_groups_list()
    assert sum(clock.slept) < 10
    assert clock.slept == [0.5, 1.0, 2.0, 4.0]


def test_no_number_of_tries_is_too_high(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.configuration.total_timeout = None
    api_client.configuration.max_retries = 1_030
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        GroupsApi(api_client).get_groups_list()
    assert (len(clock.slept), clock.slept[-1]) == (1_030, 8.0)


@pytest.mark.parametrize("retries", [0, False, urllib3.Retry(0), urllib3.Retry(False)])
def test_retries_of_todays_users_turn_it_off(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, retries: Any
) -> None:
    api_client.configuration.retries = retries
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        GroupsApi(api_client).get_groups_list()
    assert len(recorder.requests) == 1


@pytest.mark.parametrize("retries", [3, urllib3.Retry(3, allowed_methods=None, status_forcelist=[503])])
def test_retries_of_todays_users_never_repeat_what_is_unsafe(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, retries: Any
) -> None:
    api_client.configuration.retries = retries
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        NumbersApi(api_client).lookup_number("+31612469333")
    assert len(recorder.requests) == 1
    with pytest.raises(smscx_client.ServerErrorException):
        GroupsApi(api_client).get_groups_list()
    assert len(recorder.requests) == 5


def test_a_delete_whose_repeat_finds_nothing_says_that_it_may_have_worked(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    recorder.respond(BROKEN, Response(404, b"{}"))
    with pytest.raises(smscx_client.ResourceNotFoundException) as raised:
        GroupsApi(api_client).delete_group(4504)
    assert raised.value.outcome_unknown
    recorder.respond(Response(404, b"{}"))
    with pytest.raises(smscx_client.ResourceNotFoundException) as raised:
        GroupsApi(api_client).delete_group(4504)
    assert not raised.value.outcome_unknown


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409])
def test_an_error_response_of_the_api_is_not_repeated(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, status: int
) -> None:
    recorder.respond(Response(status, b"{}"))
    with pytest.raises(smscx_client.ApiException):
        GroupsApi(api_client).get_groups_list()
    assert len(recorder.requests) == 1


def test_after_a_day_of_sleep_a_machine_repeats_no_call_that_may_have_acted(
    api_client: smscx_client.ApiClient, clock: FakeTime, resetting: Resetting
) -> None:
    """The API may have forgotten the idempotency id. The clock that measures a call does not move in the meantime."""
    api_client.configuration.host = resetting.host
    api_client.retry_policy = RetryPolicy(
        clock=lambda: 0.0, now=lambda: clock.now, sleep=lambda seconds: clock.sleep(86_400)
    )
    with pytest.raises(smscx_client.ApiConnectionException) as error:
        SmsApi(api_client).send_sms(BODY)
    assert error.value.outcome_unknown
    assert resetting.requests == 1
    with pytest.raises(smscx_client.ApiConnectionException):
        SmsApi(api_client).estimate_sms(BODY)
    assert resetting.requests == 1 + 3  # an estimate can be repeated at any time


@pytest.mark.parametrize(("status", "slept", "requests"), [(503, 43_200.0, 2), (503, 43_200.5, 1), (429, 86_400.0, 2)])
def test_what_may_have_acted_is_repeated_for_half_a_day(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder, status: int, slept: float, requests: int
) -> None:
    """A request that the rate limit refused has not acted, so that it can be repeated at any time."""
    api_client.retry_policy = RetryPolicy(
        clock=lambda: 0.0, now=lambda: clock.now, sleep=lambda seconds: clock.sleep(slept)
    )
    recorder.will(Response(status, b"{}"))
    api_client.configuration.max_retries = 1
    with pytest.raises(smscx_client.ApiException):
        SmsApi(api_client).send_sms(BODY)
    assert len(recorder.asked) == requests


@pytest.mark.parametrize("stopped", [False, True])
def test_a_program_that_is_stopped_while_it_connects_does_not_repeat_what_may_have_acted(
    api_client: smscx_client.ApiClient,
    clock: FakeTime,
    resetting: Resetting,
    monkeypatch: pytest.MonkeyPatch,
    stopped: bool,
) -> None:
    connect = urllib3.util.connection.create_connection

    def connect_slowly(*given: Any, **options: Any) -> socket.socket:
        if stopped and resetting.requests:
            clock.sleep(86_400)
        return connect(*given, **options)

    monkeypatch.setattr(urllib3.util.connection, "create_connection", connect_slowly)
    api_client.configuration.host = resetting.host
    api_client.retry_policy = RetryPolicy(clock=lambda: 0.0, now=lambda: clock.now, sleep=clock.sleep)
    with pytest.raises(smscx_client.ApiConnectionException) as error:
        SmsApi(api_client).send_sms(BODY)
    assert error.value.outcome_unknown
    assert resetting.requests == (1 if stopped else 3)
    assert ("may have forgotten the idempotency id" in str(error.value)) is stopped


def test_a_request_that_comes_too_late_is_not_sent(
    api_client: smscx_client.ApiClient, clock: FakeTime, recorder: Recorder
) -> None:
    api_client.retry_policy = clock.policy().until(clock.now + 10)
    recorder.will(*[Response(200, b'{"data": [], "info": {}}')] * 2)
    SmsApi(api_client).send_sms(BODY)
    clock.sleep(11)
    with pytest.raises(smscx_client.ApiConnectionException, match="this try was not sent") as error:
        SmsApi(api_client).send_sms(BODY)
    assert not error.value.outcome_unknown
    GroupsApi(api_client).get_groups_list()  # reads nothing that could be forgotten
    assert len(recorder.asked) == 2
