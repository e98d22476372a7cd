"""The events of a call: one for each try, one for the call, and no content of requests and responses."""

from __future__ import annotations

import copy
import io
import json
import logging
import pickle
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from decimal import Decimal
from typing import Any, Callable

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

import smscx_client
from smscx_client import CallEvent
from smscx_client.apis import AccountApi, NumbersApi, OauthApi, OptoutsApi, OtpApi, SmsApi
from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException
from smscx_client.rest import receive
from smscx_client.retry import RetryPolicy
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import InProcessTransport

NUMBER = "+31612469333"
TEXT = "Your parcel arrives today"
PIN = "714285"
OTP_ID = "d658b586-93b0-441a-9eb1-dc433430c9c9"
PRIVATE = ("612469333", "parcel", PIN)
ECHO = f"{NUMBER} {TEXT} {PIN}"
#: A response that repeats all private data, as a bad server may.
ECHOED = json.dumps(
    {"error": {"type": "invalid_param", "code": 1106, "message": ECHO, "invalid": [NUMBER]}, "data": ECHO}
)


class Reply:
    """A response to send, or an exception to raise."""

    def __init__(self, status: int = 200, body: str = "{}", failure: BaseException | None = None, **headers: str):
        self.status = status
        self.body = body
        self.failure = failure
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Replies:
    """A transport that returns replies in order, the last one again and again."""

    def __init__(self, *replies: Reply):
        self.replies = list(replies)
        self.headers: list[dict[str, str]] = []

    def request(
        self, method: str, url: str, headers: Mapping[str, str], *_: Any, preload: bool = True, **__: Any
    ) -> urllib3.BaseHTTPResponse:
        self.headers.append(dict(headers))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if reply.failure is not None:
            raise reply.failure
        body = io.BytesIO(reply.body.encode())
        response = urllib3.HTTPResponse(body, reply.headers, reply.status, preload_content=False)
        return receive(response, preload=preload)

    def close(self) -> None:
        pass


class Time:
    """A clock that only pauses move, by their length."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    def policy(self) -> RetryPolicy:
        return RetryPolicy(
            clock=lambda: self.now, now=lambda: self.now, sleep=self.sleep, uniform=lambda least, most: most
        )


class Watched:
    """A client with replies, a clock, and the events of its calls."""

    def __init__(self, *replies: Reply, on_event: Any = None, **settings: Any):
        self.events: list[CallEvent] = []
        self.transport = Replies(*replies)
        self.time = Time()
        settings = {"host": "http://127.0.0.1:1", **settings}
        if not settings.keys() & {"username", "access_token"}:
            settings["api_key"] = "k"
        configuration = smscx_client.Configuration(on_event=on_event or self.events.append, **settings)
        self.client = smscx_client.ApiClient(
            configuration, transport=self.transport, retry_policy=self.time.policy(), pool_threads=1
        )

    def send(self, **options: Any) -> Any:
        return SmsApi(self.client).send_sms({"to": [NUMBER], "from": "InfoText", "text": TEXT}, **options)

    def summary(self) -> list[tuple[Any, ...]]:
        return [(one.kind, one.operation, one.attempt, one.status, one.pause) for one in self.events]


def test_a_call_that_succeeds_has_an_event_for_its_try_and_one_for_the_call() -> None:
    watched = Watched(Reply(body='{"info": {"totalCost": 0.075}}', X_Request_Id="req-1"))
    watched.send()
    attempt, call = watched.events
    (sent,) = watched.transport.headers
    assert watched.summary() == [("try", "send_sms", 1, 200, None), ("call", "send_sms", 1, 200, 0.0)]
    for event in (attempt, call):
        assert (event.method, event.path, event.host) == ("POST", "/sms", "http://127.0.0.1:1")
        assert event.http_line == "POST /sms"
        assert event.request_id == "req-1"
        assert event.exception is None
        assert event.started_at == 1_800_000_000.0
        assert event.idempotency_id == attempt.idempotency_id and len(attempt.idempotency_id or "") == 36
    assert sent["X-API-KEY"] == "k"


def test_an_event_cannot_be_changed_and_can_be_copied() -> None:
    watched = Watched(Reply(503))
    with pytest.raises(smscx_client.ServerErrorException):
        watched.send()
    for event in watched.events:
        with pytest.raises(AttributeError):
            event.status = 200  # type: ignore[misc]
        again = pickle.loads(pickle.dumps(event))
        assert (again.status, repr(again.exception)) == (503, repr(event.exception))
        assert copy.copy(event) == event


def test_the_pause_is_in_the_event_before_the_wait() -> None:
    at_event: list[tuple[float | None, int]] = []
    watched = Watched(Reply(503), Reply(429, Retry_After="3"), Reply(), on_event=lambda event: None)
    watched.client.configuration.on_event = lambda event: at_event.append((event.pause, len(watched.time.pauses)))
    watched.send()
    assert watched.time.pauses == [0.5, 3.5]
    assert at_event == [(0.5, 0), (3.5, 1), (None, 2), (4.0, 2)]


def test_the_call_takes_as_long_as_its_tries_and_pauses() -> None:
    watched = Watched(Reply(503), Reply(503), Reply())
    watched.send()
    assert [(one.kind, one.seconds) for one in watched.events] == [("try", 0), ("try", 0), ("try", 0), ("call", 1.5)]
    assert [one.started_at - 1_800_000_000 for one in watched.events] == [0.0, 0.5, 1.5, 0.0]


def test_a_failure_is_in_the_events() -> None:
    body = json.dumps({"error": {"type": "rate_limit", "code": 1004, "message": "slow down"}})
    watched = Watched(Reply(429, body, Retry_After="100", X_Request_Id="req-9"))
    with pytest.raises(smscx_client.RateLimitExceededException):
        watched.send()
    assert watched.summary() == [("try", "send_sms", 1, 429, None), ("call", "send_sms", 1, 429, 0.0)]
    for event in watched.events:
        error = event.exception
        assert type(error) is smscx_client.RateLimitExceededException
        assert (error.status, error.error_type, error.error_code) == (429, "rate_limit", 1004)
        assert (error.retry_after, error.request_id) == (100.0, "req-9")
        assert error.idempotency_id == event.idempotency_id


def test_a_lost_response_is_in_the_events() -> None:
    watched = Watched(Reply(failure=ApiTimeoutException(ECHO, outcome_unknown=True)), max_retries=1)
    with pytest.raises(ApiTimeoutException):
        watched.send()
    assert watched.summary() == [
        ("try", "send_sms", 1, 0, 0.5),
        ("try", "send_sms", 2, 0, None),
        ("call", "send_sms", 2, 0, 0.5),
    ]
    for event in watched.events:
        assert type(event.exception) is ApiTimeoutException
        assert event.exception.outcome_unknown
        assert event.exception.error_type == "timeout"


def test_an_unreadable_response_is_a_failure_with_a_status() -> None:
    watched = Watched(Reply(200, "<html>"), max_retries=0)
    with pytest.raises(ApiConnectionException):
        AccountApi(watched.client).get_account_balance()
    assert [(one.status, type(one.exception)) for one in watched.events] == [(200, ApiConnectionException)] * 2


def test_a_token_fetch_has_its_own_events() -> None:
    token = Reply(body='{"access_token": "secret-token", "expires_in": 3600}')
    watched = Watched(token, Reply(), Reply(401), token, Reply(), username="app", password="secret-word")
    watched.send()
    watched.send()
    assert watched.summary() == [
        ("try", "get_access_token", 1, 200, None),
        ("call", "get_access_token", 1, 200, 0.0),
        ("try", "send_sms", 1, 200, None),
        ("call", "send_sms", 1, 200, 0.0),
        ("try", "send_sms", 1, 401, 0.0),  # the token is renewed, and the request repeated at once
        ("try", "get_access_token", 1, 200, None),
        ("call", "get_access_token", 1, 200, 0.0),
        ("try", "send_sms", 2, 200, None),
        ("call", "send_sms", 2, 200, 0.0),
    ]
    assert "secret" not in repr(watched.events)


def test_a_call_without_token_has_no_try() -> None:
    watched = Watched(Reply(401), username="app", password="word")
    with pytest.raises(smscx_client.InvalidCredentialsException):
        watched.send()
    assert watched.summary()[-1] == ("call", "send_sms", 0, 0, 0.0)
    assert type(watched.events[-1].exception) is smscx_client.InvalidCredentialsException


def test_wrong_input_has_no_events() -> None:
    watched = Watched(Reply())
    with pytest.raises(smscx_client.ApiValueError):
        SmsApi(watched.client).send_sms({"to": [], "from": "InfoText", "text": TEXT})
    assert watched.events == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(ECHO), OSError(5, ECHO), UnicodeError(ECHO)])
def test_any_other_exception_ends_the_try_and_the_call(error: BaseException) -> None:
    watched = Watched(Reply(failure=error))
    with pytest.raises(type(error)) as raised:
        watched.send()
    assert raised.value is error
    assert [(one.kind, type(one.exception)) for one in watched.events] == [("try", type(error)), ("call", type(error))]
    assert not any(word in repr(watched.events) for word in PRIVATE)


def test_an_async_call_has_events() -> None:
    watched = Watched(Reply())
    with watched.client:
        watched.send(async_req=True).get(30)
    assert [one.kind for one in watched.events] == ["try", "call"]


def test_an_async_call_runs_in_the_context_of_its_caller() -> None:
    tenant = ContextVar("tenant", default="nobody")
    seen: list[str] = []
    watched = Watched(Reply(), on_event=lambda event: seen.append(tenant.get()))
    with watched.client:
        tenant.set("acme")
        watched.send(async_req=True).get(30)
    assert seen == ["acme", "acme"]


def test_a_response_that_the_caller_reads_has_events() -> None:
    watched = Watched(Reply(body='{"info": {"totalCost": 1.5}}'))
    response = watched.send(_preload_content=False)
    assert [(one.kind, one.status, one.cost) for one in watched.events] == [("try", 200, None), ("call", 200, None)]
    response.close()


# Content


CALLS: tuple[Callable[[Watched], Any], ...] = (
    lambda watched: watched.send(),
    lambda watched: NumbersApi(watched.client).validate_number(NUMBER),
    lambda watched: OtpApi(watched.client).verify_otp(OTP_ID, PIN),
    lambda watched: OptoutsApi(watched.client).add_contact_to_optouts_list({"phone_numbers": [NUMBER]}),
)


def failures() -> list[Reply]:
    """Every kind of failure, each with private data wherever possible."""
    cause = ApiConnectionException(ECHO, outcome_unknown=True)
    cause.__cause__ = OSError(ECHO)
    return [
        *(Reply(status, ECHOED, Retry_After="100", X_Echo=ECHO) for status in (302, 400, 401, 403, 404, 418, 429, 503)),
        Reply(400, json.dumps({"error": {"type": ECHO, "code": ECHO}})),
        Reply(200, ECHO),
        Reply(failure=cause),
        Reply(failure=ApiTimeoutException(ECHO)),
    ]


@pytest.mark.parametrize("call", CALLS)
def test_events_have_no_content(call: Callable[[Watched], Any]) -> None:
    found = failures()
    assert len(found) == 12
    for reply in found:
        watched = Watched(reply, max_retries=0)
        with pytest.raises(smscx_client.ApiException) as raised:
            call(watched)
        assert len(watched.events) == 2
        for event in watched.events:
            error = event.exception
            assert type(error) is type(raised.value)
            assert error.outcome_unknown == raised.value.outcome_unknown
            assert error.__cause__ is error.__context__ is error.__traceback__ is None
            shown = (
                repr(event)
                + repr(vars(error))
                + str(error)
                + repr(error.invalid)
                + pickle.dumps(event).decode("latin-1")
            )
            assert [word for word in PRIVATE if word in shown] == []


def test_the_event_of_a_call_says_what_its_exception_says() -> None:
    already = Reply(400, json.dumps({"error": {"type": "otp_verified", "code": 2023, "message": ECHO}}))
    watched = Watched(Reply(503), already, max_retries=0)
    for expected in (smscx_client.ServerErrorException, smscx_client.OtpAlreadyVerifiedException):
        with pytest.raises(expected) as raised:
            OtpApi(watched.client).verify_otp(OTP_ID, PIN)
        copied = watched.events[-1].exception
        assert type(copied) is expected
        for name in ("status", "error_type", "error_code", "outcome_unknown", "after_unknown", "received_at", "docs"):
            assert getattr(copied, name) == getattr(raised.value, name), name
    assert raised.value.after_unknown


def test_the_user_can_ask_for_content() -> None:
    watched = Watched(Reply(400, ECHOED), log_content=True)
    with pytest.raises(smscx_client.InvalidRequestException) as raised:
        watched.send()
    assert [event.exception for event in watched.events] == [raised.value] * 2
    assert raised.value.error_message == ECHO


# Cost


@pytest.mark.parametrize(
    ("body", "cost"),
    [
        ('{"info": {"totalCost": 3948.0905}}', "3948.0905"),
        ('{"info": {"totalCost": 0}}', "0"),
        ('{"info": {}}', None),
        ('{"info": {"totalCost": "free"}}', None),
        ("{}", None),
    ],
)
def test_the_cost_of_a_call_is_exact(body: str, cost: str | None) -> None:
    watched = Watched(Reply(body=body))
    watched.send()
    assert [one.cost for one in watched.events] == [None, None if cost is None else Decimal(cost)]


def test_an_estimate_costs_nothing() -> None:
    watched = Watched(Reply(body='{"info": {"totalCost": 5}}'))
    SmsApi(watched.client).estimate_sms({"to": [NUMBER], "from": "InfoText", "text": TEXT})
    assert [one.cost for one in watched.events] == [None, None]


def test_the_cost_is_that_of_the_balance() -> None:
    """Against the sandbox: the sum of the costs is what the account pays, for each kind of paid call."""
    sandbox = Sandbox(Settings(api_key="k", demo=True))
    events: list[CallEvent] = []
    configuration = smscx_client.Configuration(host="http://127.0.0.1:1", api_key="k", on_event=events.append)
    with smscx_client.ApiClient(configuration, transport=InProcessTransport(sandbox)) as client:
        before = AccountApi(client).get_account_balance().balance
        SmsApi(client).send_sms({"to": [NUMBER], "from": "InfoText", "text": TEXT})
        OtpApi(client).new_otp({"phone_number": NUMBER})
        NumbersApi(client).lookup_number(NUMBER)
        NumbersApi(client).lookup_numbers({"phone_numbers": [NUMBER]})
        free = NumbersApi(client).get_available_numbers("SE").data[0]
        NumbersApi(client).rent_number({"number_id": free.number_id, "rent_period": 30})
        after = AccountApi(client).get_account_balance().balance
    sandbox.close()
    costs = {one.operation: one.cost for one in events if one.kind == "call" and one.cost is not None}
    assert set(costs) == {"send_sms", "new_otp", "lookup_number", "lookup_numbers", "rent_number"}
    assert all(cost > 0 for cost in costs.values())
    assert sum(costs.values()) == Decimal(str(before)) - Decimal(str(after))


# Consumers


def broken(event: CallEvent) -> None:
    raise KeyError("a bug in the consumer")


@pytest.mark.parametrize("consumers", [broken, [broken]])
def test_a_consumer_that_raises_changes_no_outcome(consumers: Any, capsys: pytest.CaptureFixture[str]) -> None:
    watched = Watched(Reply(503, ECHOED), Reply(body='{"info": {"totalCost": 1}}'), on_event=consumers)
    assert watched.send().info.total_cost == 1
    watched = Watched(Reply(404, ECHOED), on_event=consumers)
    with pytest.raises(smscx_client.ResourceNotFoundException) as raised:
        watched.send()
    assert raised.value.__context__ is None
    printed = capsys.readouterr().err
    assert printed.count("KeyError: 'a bug in the consumer'") == 5
    assert [word for word in PRIVATE if word in printed] == []


def test_a_list_of_consumers_is_called_in_order() -> None:
    calls: list[str] = []
    first, last = (lambda event: calls.append("first")), (lambda event: calls.append("last"))
    Watched(Reply(), on_event=[first, broken, last]).send()
    assert calls == ["first", "last", "first", "last"]


def test_consumers_can_be_added_to_those_of_a_client() -> None:
    steps: list[tuple[str, str, str]] = []
    calls: list[CallEvent] = []
    watched = Watched(Reply(), on_event=[Tracer("a", steps), None])
    client = watched.client
    more = client.with_options(on_event=[calls.append, client.configuration.on_event])
    AccountApi(more).get_account_balance()
    assert [one[1:] for one in steps] == [("start", "call"), ("start", "try"), ("end", "try"), ("end", "call")]
    assert [one.kind for one in calls] == ["try", "call"]
    none = Watched(Reply()).client.with_options(on_event=None)
    AccountApi(none.with_options(on_event=[calls.append, none.configuration.on_event])).get_account_balance()
    assert len(calls) == 4


def test_a_copy_of_the_configuration_has_the_same_consumers() -> None:
    class Counter:
        count = 0

        def __call__(self, event: CallEvent) -> None:
            self.count += 1

    one, other = Counter(), Counter()
    for on_event in (one, [one, other], (one.__call__,)):
        copied = copy.deepcopy(smscx_client.Configuration(api_key="k", on_event=on_event))
        assert copied.on_event is not None
        copied.on_event(CallEvent("try", "send_sms", "POST", "/sms", "http://127.0.0.1:1", 1, 0.0))
    assert (one.count, other.count) == (3, 1)


@pytest.mark.parametrize("value", ["print", 5, [print, 5], {print}])
def test_a_consumer_that_is_not_callable_is_refused(value: Any) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="on_event: must be a callable"):
        smscx_client.Configuration(on_event=value)


class Handlers:
    async def handle(self, event: CallEvent) -> None: ...


@pytest.mark.parametrize("value", [Handlers().handle, [None, Handlers().handle]])
def test_an_async_function_is_refused(value: Any) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="on_event: must be a plain function"):
        smscx_client.Configuration(on_event=value)


def test_without_consumer_and_log_there_are_no_events(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(*_: object, **__: object) -> None:
        raise AssertionError("an event was made")

    watched = Watched(Reply())
    watched.client.configuration.on_event = None
    monkeypatch.setattr(logging.getLogger("smscx_client"), "level", logging.WARNING)
    monkeypatch.setattr("smscx_client._watch.Watch.__init__", made)
    watched.send()


class Tracer:
    """A consumer that also acts at the start."""

    def __init__(self, name: str, steps: list[tuple[str, str, str]]):
        self.name = name
        self.steps = steps

    def __call__(self, event: CallEvent) -> None:
        raise AssertionError("`start` succeeded")

    def start(self, event: CallEvent, headers: dict[str, str]) -> Callable[[CallEvent], object]:
        self.steps.append((self.name, "start", event.kind))
        headers["X-Trace"] = f"{self.name}-{event.attempt}"
        return lambda end: self.steps.append((self.name, "end", end.kind))


def test_a_consumer_can_act_at_the_start_and_add_headers() -> None:
    steps: list[tuple[str, str, str]] = []
    watched = Watched(Reply(503), Reply(), on_event=[Tracer("a", steps), Tracer("b", steps)])
    watched.send()
    one_try = [("a", "start", "try"), ("b", "start", "try"), ("b", "end", "try"), ("a", "end", "try")]
    assert steps == [
        ("a", "start", "call"),
        ("b", "start", "call"),
        *one_try,
        *one_try,
        ("b", "end", "call"),
        ("a", "end", "call"),
    ]
    assert [one["X-Trace"] for one in watched.transport.headers] == ["b-1", "b-2"]


class Renaming:
    """A consumer that sets headers of the client under names in other case."""

    def __call__(self, event: CallEvent) -> None:
        raise AssertionError("`start` succeeded")

    def start(self, event: CallEvent, headers: dict[str, str]) -> Callable[[CallEvent], object]:
        headers.update({"user-agent": "mine", "x-api-key": "other"})
        return lambda end: None


def test_a_header_of_a_consumer_is_sent_once() -> None:
    watched = Watched(Reply(), on_event=Renaming())
    watched.send()
    sent = sorted((name.lower(), value) for name, value in watched.transport.headers[0].items())
    assert [pair for pair in sent if pair[0] in ("user-agent", "x-api-key")] == [
        ("user-agent", "mine"),
        ("x-api-key", "other"),
    ]


class BrokenTracer:
    def __init__(self) -> None:
        self.events: list[CallEvent] = []

    def __call__(self, event: CallEvent) -> None:
        self.events.append(event)

    def start(self, event: CallEvent, headers: dict[str, str]) -> Callable[[CallEvent], object]:
        headers["X-Trace"] = "two\r\nlines"
        raise KeyError("a bug at the start")


def test_a_start_that_raises_or_adds_a_bad_header_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tracer = BrokenTracer()
    watched = Watched(Reply(), on_event=tracer)
    watched.send()
    assert [one.kind for one in tracer.events] == ["try", "call"]
    assert "X-Trace" not in watched.transport.headers[0]
    assert "a bug at the start" in capsys.readouterr().err


def test_the_log_has_a_line_per_try(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched(Reply(503, X_Request_Id="req-1\n"), Reply(failure=ApiTimeoutException(ECHO)), Reply())
    with caplog.at_level(logging.INFO, logger="smscx_client"):
        watched.send()
    assert [one.getMessage() for one in caplog.records if one.name == "smscx_client"] == [
        "POST /sms 503 in 0.000 s, try 1, request req-1\\n",
        "POST /sms no response in 0.000 s, try 2, request -",
        "POST /sms 200 in 0.000 s, try 3, request -",
    ]


def test_events_of_threads_do_not_mix() -> None:
    watched = Watched(Reply())
    threads = [threading.Thread(target=watched.send) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    ids = [event.idempotency_id for event in watched.events if event.kind == "call"]
    assert len(watched.events) == 16
    assert len(set(ids)) == 8


# Any course of a call


REPLIES = st.sampled_from(
    [
        lambda: Reply(body='{"info": {"totalCost": 0.075}}'),
        lambda: Reply(200, "<html>"),
        lambda: Reply(400, ECHOED),
        lambda: Reply(401, ECHOED),
        lambda: Reply(429, ECHOED),
        lambda: Reply(429, ECHOED, Retry_After="90"),
        lambda: Reply(500, ECHOED),
        lambda: Reply(failure=ApiConnectionException(ECHO)),
        lambda: Reply(failure=ApiTimeoutException(ECHO, outcome_unknown=True)),
        lambda: Reply(failure=KeyboardInterrupt(ECHO)),
    ]
)


@given(st.lists(REPLIES, min_size=1, max_size=6), st.integers(0, 4), st.booleans(), st.sampled_from(CALLS))
def test_events_of_any_course(
    replies: list[Any], max_retries: int, oauth: bool, call: Callable[[Watched], Any]
) -> None:
    credentials = {"username": "app", "password": "word"} if oauth else {}
    token = [Reply(body='{"access_token": "t", "expires_in": 3600}')] if oauth else []
    watched = Watched(*token, *(make() for make in replies), max_retries=max_retries, total_timeout=5, **credentials)
    failure: BaseException | None = None
    try:
        call(watched)
    except (smscx_client.ApiException, KeyboardInterrupt) as error:
        failure = error
    tries = [event for event in watched.events if event.kind == "try"]
    calls = [event for event in watched.events if event.kind == "call"]
    assert len(tries) == len(watched.transport.headers)  # one event per request
    assert sum(one.attempt for one in calls) == len(tries)
    assert type(calls[-1].exception) is type(failure)  # the last event is that of the call
    assert watched.events[-1] is calls[-1]
    assert [one.pause for one in tries if one.pause] == watched.time.pauses  # each pause was known before
    assert sum(one.pause or 0.0 for one in calls) == pytest.approx(sum(watched.time.pauses))
    assert [word for word in PRIVATE if word in repr(watched.events)] == []


def test_the_operation_of_a_token_is_that_of_the_method() -> None:
    watched = Watched(Reply(body='{"access_token": "t", "expires_in": 1}'), username="app", password="word")
    OauthApi(watched.client).get_access_token()
    assert [one.operation for one in watched.events] == ["get_access_token"] * 2


def test_on_event_is_a_setting_of_a_client_and_of_single_calls() -> None:
    everything: list[CallEvent] = []
    some: list[CallEvent] = []
    transport = Replies(Reply())
    with smscx_client.Client(
        api_key="k", host="http://127.0.0.1:1", transport=transport, on_event=everything.append
    ) as client:
        client.account.get_account_balance()
        client.with_options(on_event=some.append).account.get_account_balance()
        client.with_options(on_event=[some.append, everything.append]).account.get_channels_status()
        client.with_options(on_event=None).account.get_account_balance()
    assert [(one.kind, one.operation) for one in everything] == [
        ("try", "get_account_balance"),
        ("call", "get_account_balance"),
        ("try", "get_channels_status"),
        ("call", "get_channels_status"),
    ]
    assert [one.kind for one in some] == ["try", "call"] * 2
