"""Behaviour of both clients: each test here runs with Client and with AsyncClient."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import smscx_client
from smscx_client.models import NewOtpRequest, SendSmsMessageRequest
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.state.clock import Clock
from test.support import ROOT
from test.support.both import KINDS, Caller, FakeTime
from test.support.recorder import Recorder, Response
from test.support.scripted import Scripted, closes, http_response, keeps_silent, resets

TO = "+31612469333"
BODY = {"to": [TO], "from": "InfoText", "text": "Hi"}
BROKEN = Response(503, b"<html>busy</html>", (("Content-Type", "text/html"),))
SENT: dict[str, Any] = {"info": {"totalCost": 0.075}, "data": []}
BALANCE = {"balance": 5.5, "currency": "EUR"}
TOKEN = {"access_token": "token-1", "token_type": "bearer", "expires_in": 3600}

#: Makes a client of the kind under test.
Connect = Callable[..., Caller]


@pytest.fixture(params=KINDS)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Makes clients of one kind."""
    loop = asyncio.new_event_loop() if request.param == "AsyncClient" else None
    made: list[Caller] = []

    def connect(**arguments: Any) -> Caller:
        caller = Caller(getattr(smscx_client, request.param)(**arguments), loop)
        made.append(caller)
        return caller

    yield connect
    for caller in made:
        caller.close()
    if loop is not None:
        loop.close()


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    server = Scripted()
    yield server
    server.close()


@pytest.fixture
def clock() -> FakeTime:
    return FakeTime()


@pytest.fixture
def recorded(connect: Connect, recorder: Recorder, clock: FakeTime) -> Caller:
    """A client of the recorder, whose pauses take no time."""
    return connect(host=recorder.host, api_key="key", retry_policy=clock.policy())


@pytest.fixture(params=KINDS)
def sandboxed(request: pytest.FixtureRequest, smscx_sandbox: SmscxSandbox) -> Iterator[Callable[..., Caller]]:
    """Makes clients of the sandbox, all of one kind."""
    loop = asyncio.new_event_loop() if request.param == "AsyncClient" else None
    new = smscx_sandbox.new_client if loop is None else smscx_sandbox.async_client
    yield lambda **settings: Caller(new(**settings), loop)
    if loop is not None:
        loop.close()


# Calls


def test_body_as_dict_or_model(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(SENT)
    for body in (BODY, SendSmsMessageRequest(to=[TO], _from="InfoText", text="Hi")):
        assert recorded.sms.send_sms(body).info.total_cost == 0.075
    first, second = (one.json for one in recorder.requests)
    assert first.pop("idempotencyId") != second.pop("idempotencyId")
    assert first == second == BODY


def test_body_as_keywords(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(SENT)
    assert recorded.sms.send_sms(to=TO, from_="InfoText", text="Hi").info.total_cost == 0.075
    sent = recorder.requests[0].json
    del sent["idempotencyId"]
    assert sent == BODY


def test_status_and_headers(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(SENT, **{"X-Request-Id": "request-1"})
    send = recorded.client.sms.send_sms
    response = recorded.wait(smscx_client.with_response(send, to=TO, from_="InfoText", text="Hi"))
    assert (response.status, response.request_id, response.data.info.total_cost) == (200, "request-1", 0.075)


def test_arguments_and_options(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond({"data": []})
    data, status, headers = recorded.groups.get_group_details(
        7, limit=2, _return_http_data_only=False, _request_timeout=5
    )
    assert (data.data, status, headers["Content-Type"]) == ([], 200, "application/json")
    assert recorder.requests[0].path == "/groups/7"
    assert dict(recorder.requests[0].query) == {"limit": "2"}


def test_unread_response(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    response = recorded.account.get_account_balance(_preload_content=False)
    assert response.read() == b'{"balance": 5.5, "currency": "EUR"}'
    response.release_conn()


def test_other_options_for_some_calls(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    other = recorded.with_options(api_key="other", headers={"X-Trace": "1"})
    recorded.account.get_account_balance()
    other.account.get_account_balance()
    assert [one.headers.get("X-API-KEY") for one in recorder.requests] == ["key", "other"]
    assert [one.headers.get("X-Trace") for one in recorder.requests] == [None, "1"]
    other.close()
    recorded.account.get_account_balance()


def test_many_calls_at_the_same_time(connect: Connect, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    caller = connect(host=recorder.host, api_key="key")
    found = caller.together(*[lambda client: client.account.get_account_balance()] * 40)
    assert [one.balance for one in found] == [5.5] * 40


def test_calls_after_close(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    recorded.account.get_account_balance()
    recorded.close()
    assert recorded.account.get_account_balance().balance == 5.5


# Retries


def test_read_is_repeated_after_growing_pauses(recorded: Caller, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN, BROKEN, Response(200, b'{"balance": 5.5}'))
    assert recorded.account.get_account_balance().balance == 5.5
    assert clock.pauses == [0.5, 1.0]


def test_last_failure_is_raised(recorded: Caller, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException) as caught:
        recorded.account.get_account_balance()
    assert len(recorder.requests) == 3
    assert (caught.value.status, caught.value.outcome_unknown) == (503, False)


def test_pause_that_the_server_asks_for(recorded: Caller, recorder: Recorder, clock: FakeTime) -> None:
    busy = Response(429, b'{"error": {"status": 429, "type": "too_many_requests"}}', (("Retry-After", "7"),))
    recorder.respond(busy, Response(200, b'{"balance": 5.5}'))
    recorded.account.get_account_balance()
    assert clock.pauses == [7.5]


def test_call_that_could_act_twice_is_not_repeated(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException) as caught:
        recorded.otp.new_otp(NewOtpRequest(TO, _from="InfoText", template="{{pin}}"))
    assert len(recorder.requests) == 1
    assert caught.value.outcome_unknown


def test_number_of_retries_of_one_call(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BROKEN)
    with pytest.raises(smscx_client.ServerErrorException):
        recorded.with_options(max_retries=0).account.get_account_balance()
    assert len(recorder.requests) == 1


def test_nothing_was_sent(connect: Connect, scripted: Scripted, clock: FakeTime) -> None:
    scripted.stop_listening()
    caller = connect(host=scripted.host, api_key="key", retry_policy=clock.policy())
    with pytest.raises(smscx_client.ApiConnectionException) as caught:
        caller.otp.new_otp(NewOtpRequest(TO, _from="InfoText", template="{{pin}}"))
    assert len(clock.pauses) == 2
    assert not caught.value.outcome_unknown


# Faults and idempotency


@pytest.mark.parametrize(
    "step", [closes(), resets(), closes(http_response()[:-1]), http_response(b"<html>"), http_response(b"")]
)
def test_unusable_response(connect: Connect, scripted: Scripted, clock: FakeTime, step: Any) -> None:
    scripted.respond(step, http_response(b'{"info": {"totalCost": 0.075}, "data": []}'))
    caller = connect(host=scripted.host, api_key="key", retry_policy=clock.policy())
    assert caller.sms.send_sms(BODY).info.total_cost == 0.075
    ids = {one.partition(b"idempotencyId")[2] for one in scripted.requests}
    assert (len(scripted.requests), len(ids)) == (2, 1)


def test_idempotency_id_of_the_caller(recorded: Caller, recorder: Recorder) -> None:
    recorder.respond(BROKEN)
    own = "2f4f8b2e-7c1f-4b7e-9d59-0a4a2f7f8f3a"
    with pytest.raises(smscx_client.ServerErrorException) as caught:
        recorded.sms.send_sms({**BODY, "idempotencyId": own})
    assert [one.json["idempotencyId"] for one in recorder.requests] == [own] * 3
    assert (caught.value.idempotency_id, caught.value.outcome_unknown) == (own, True)


FAULTS = st.lists(
    st.sampled_from(
        [
            {"status": 503},
            {"status": 503, "when": "after"},
            {"reset": True},
            {"reset": True, "when": "after"},
            {"body": "truncated"},
            {"body": "garbage"},
            {"code": 1007},
        ]
    ),
    max_size=5,
)


@pytest.mark.parametrize("kind", KINDS)
@given(faults=FAULTS, calls=st.integers(1, 3))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_nothing_is_sent_twice_and_nothing_is_lost(kind: str, faults: list[dict[str, Any]], calls: int) -> None:
    sandbox = _sandbox()
    sandbox.reset()
    controls = SmscxSandbox(sandbox)
    for fault in faults:
        controls.fail("send_sms", **fault)
    loop = asyncio.new_event_loop() if kind == "AsyncClient" else None
    caller = Caller(controls.new_client() if loop is None else controls.async_client(), loop)
    found = caller.together(*[lambda client: client.sms.send_sms(BODY)] * calls)
    caller.close()
    if loop is not None:
        loop.close()
    succeeded = [one for one in found if not isinstance(one, Exception)]
    unknown = [one for one in found if isinstance(one, smscx_client.ApiException) and one.outcome_unknown]
    assert len(succeeded) <= len(controls.messages) <= len(succeeded) + len(unknown)
    assert sum(entry["amount"] for entry in controls.ledger) == pytest.approx(0.075 * len(controls.messages))
    controls.close()


_sandboxes: list[Sandbox] = []


def _sandbox() -> Sandbox:
    if not _sandboxes:
        _sandboxes.append(Sandbox(Settings(), Clock.frozen()))
    return _sandboxes[0]


@pytest.fixture(scope="module", autouse=True)
def _close_sandbox() -> Iterator[None]:
    yield
    while _sandboxes:
        _sandboxes.pop().close()


# Tokens


def test_one_token_for_many_calls(connect: Connect, recorder: Recorder) -> None:
    recorder.respond(TOKEN, BALANCE)
    caller = connect(host=recorder.host, application_id="app", application_secret="secret")
    caller.together(*[lambda client: client.account.get_account_balance()] * 20)
    fetched = [one for one in recorder.requests if one.path == "/oauth/token"]
    assert (len(fetched), len(recorder.requests)) == (1, 21)
    assert {one.headers["Authorization"] for one in recorder.requests if one not in fetched} == {"Bearer token-1"}


def test_rejected_token_is_renewed(connect: Connect, recorder: Recorder) -> None:
    rejected = Response(401, b'{"error": {"status": 401, "code": 1004, "type": "unauthorized"}}')
    recorder.respond(TOKEN, rejected, {**TOKEN, "access_token": "token-2"}, BALANCE)
    recorder.responses[1] = rejected
    caller = connect(host=recorder.host, application_id="app", application_secret="secret")
    assert caller.account.get_account_balance().balance == 5.5
    used = [one.headers["Authorization"] for one in recorder.requests if one.path != "/oauth/token"]
    assert used == ["Bearer token-1", "Bearer token-2"]


def test_failed_fetch_of_a_token(connect: Connect, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN)
    caller = connect(host=recorder.host, application_id="app", application_secret="secret", retry_policy=clock.policy())
    with pytest.raises(smscx_client.ServerErrorException) as caught:
        caller.sms.send_sms(BODY)
    assert {one.path for one in recorder.requests} == {"/oauth/token"}
    assert not caught.value.outcome_unknown


def test_token_that_the_program_makes(connect: Connect, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    threads: list[threading.Thread] = []

    def token() -> str:
        threads.append(threading.current_thread())
        return "mine"

    connect(host=recorder.host, access_token=token).account.get_account_balance()
    assert recorder.requests[0].headers["Authorization"] == "Bearer mine"
    assert len(threads) == 1


# Deadlines


def test_total_time(connect: Connect, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN)
    caller = connect(host=recorder.host, api_key="key", total_timeout=6, max_retries=9, retry_policy=clock.policy())
    with pytest.raises(smscx_client.ServerErrorException):
        caller.account.get_account_balance()
    assert clock.pauses == [0.5, 1.0, 2.0]


def test_silent_server(connect: Connect, scripted: Scripted, clock: FakeTime) -> None:
    scripted.respond(keeps_silent)
    caller = connect(host=scripted.host, api_key="key", timeout=(5, 0.05), max_retries=1, retry_policy=clock.policy())
    with pytest.raises(smscx_client.ApiTimeoutException) as caught:
        caller.sms.send_sms(BODY)
    assert len(scripted.requests) == 2
    assert caught.value.outcome_unknown


# Errors


@pytest.mark.parametrize(
    ("expected", "namespace", "method", "arguments"),
    [
        (smscx_client.InvalidPhoneNumberException, "sms", "send_sms", [{**BODY, "to": ["+31000"]}]),
        (smscx_client.ResourceNotFoundException, "groups", "get_group_details", [99]),
        (smscx_client.InsufficientBalanceException, "sms", "send_sms", [{**BODY, "to": [TO] * 2, "text": "x" * 1000}]),
        (smscx_client.ResourceNotFoundException, "otp", "get_otp_status", ["2f4f8b2e-7c1f-4b7e-9d59-0a4a2f7f8f3a"]),
    ],
)
def test_error_responses(
    sandboxed: Callable[..., Caller],
    smscx_sandbox: SmscxSandbox,
    expected: type[smscx_client.ApiException],
    namespace: str,
    method: str,
    arguments: list[Any],
) -> None:
    smscx_sandbox.set_balance(0.2)
    with pytest.raises(expected) as caught:
        getattr(getattr(sandboxed(), namespace), method)(*arguments)
    assert type(caught.value) is expected
    assert caught.value.error_code and caught.value.body and not caught.value.outcome_unknown
    assert smscx_sandbox.messages == []


@pytest.mark.parametrize(
    ("expected", "words", "call"),
    [
        (smscx_client.ApiTypeError, "text", lambda client: client.sms.send_sms({"to": [TO], "from": "InfoText"})),
        (smscx_client.ApiTypeError, "option `timeout`", lambda client: client.sms.send_sms(BODY, timeout=5)),
        (smscx_client.ApiValueError, "otp_id", lambda client: client.otp.get_otp_status("7")),
        (TypeError, "otp_id", lambda client: client.otp.get_otp_status()),
        (smscx_client.ApiAttributeError, "client.sms.send_sms", lambda client: client.client.send_sms),
        (smscx_client.ApiTypeError, "host", lambda client: client.with_options(host="http://127.0.0.1:1")),
    ],
)
def test_wrong_input(
    recorded: Caller, recorder: Recorder, expected: type[Exception], words: str, call: Callable[[Caller], Any]
) -> None:
    with pytest.raises(expected, match=words):
        call(recorded)
    assert recorder.requests == []


def test_no_credentials(connect: Connect, recorder: Recorder) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="SMSCX_API_KEY"):
        connect(host=recorder.host).account.get_account_balance()
    assert recorder.requests == []


def test_unknown_setting(connect: Connect) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="max_retrys.*max_retries"):
        connect(api_key="key", max_retrys=2)


# Events


def test_events_of_a_call_that_is_repeated(connect: Connect, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN, Response(200, b'{"info": {"totalCost": 0.075}}', (("X-Request-Id", "request-2"),)))
    events: list[smscx_client.CallEvent] = []
    caller = connect(host=recorder.host, api_key="key", retry_policy=clock.policy(), on_event=events.append)
    caller.sms.send_sms(to=TO, from_="InfoText", text="Hi")
    assert [(one.kind, one.operation, one.attempt, one.status) for one in events] == [
        ("try", "send_sms", 1, 503),
        ("try", "send_sms", 2, 200),
        ("call", "send_sms", 2, 200),
    ]
    assert {one.idempotency_id for one in events} == {recorder.requests[0].json["idempotencyId"]}
    assert (events[2].request_id, events[2].pause) == ("request-2", sum(clock.pauses))
    assert TO not in repr(events)


def test_an_event_consumer_that_raises_changes_no_outcome(connect: Connect, recorder: Recorder) -> None:
    recorder.respond(BALANCE)

    def broken(event: smscx_client.CallEvent) -> None:
        raise ZeroDivisionError

    caller = connect(host=recorder.host, api_key="key", on_event=broken)
    assert caller.account.get_account_balance().balance == 5.5


def test_events_of_calls_at_the_same_time_do_not_mix(connect: Connect, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    caller = connect(host=recorder.host, api_key="key")
    names = [f"tenant-{number}" for number in range(8)]
    seen: dict[str, list[smscx_client.CallEvent]] = {name: [] for name in names}
    caller.together(
        *(
            lambda client, name=name: client.with_options(on_event=seen[name].append).account.get_account_balance()
            for name in names
        )
    )
    assert {tuple(one.kind for one in of_name) for of_name in seen.values()} == {("try", "call")}


# The table of options in docs/guides/client.md: one check for each row


def failing(caller: Caller, clock: FakeTime) -> int:
    """Make a call whose tries all fail; return the number of tries."""
    before = len(clock.pauses)
    with pytest.raises((smscx_client.ServerErrorException, smscx_client.RateLimitExceededException)):
        caller.account.get_account_balance()
    return 1 + len(clock.pauses) - before


def check_timeouts(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(Response(429, b"", (("Retry-After", "20"),)))
    assert failing(caller.with_options(timeout=9, total_timeout=15), clock) == 1  # no time for a pause of 20 seconds
    assert failing(caller, clock) == 3


def check_max_retries(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BROKEN)
    assert [failing(caller.with_options(max_retries=number), clock) for number in (0, 1, 4)] == [1, 2, 5]


def check_headers(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    caller.with_options(headers={"X-Trace": "7"}).account.get_account_balance()
    caller.account.get_account_balance()
    assert [one.headers.get("X-Trace") for one in recorder.requests] == ["7", None]


def check_auto_idempotency(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    caller.with_options(auto_idempotency=False).sms.send_sms(**KEYWORDS)
    caller.sms.send_sms(**KEYWORDS)
    assert ["idempotencyId" in one.json for one in recorder.requests] == [False, True]


def check_idempotency_id(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    own = "0e6e7b2c-5d3c-4c1e-9f65-0c4f2e0d9a11"
    caller.sms.send_sms(**KEYWORDS, idempotency_id=own)
    assert recorder.requests[0].json["idempotencyId"] == own


def check_credentials(caller: Caller, recorder: Recorder, clock: FakeTime) -> None:
    caller.with_options(api_key="other").account.get_account_balance()
    caller.with_options(access_token="token").account.get_account_balance()
    sent = [(one.headers.get("X-API-KEY"), one.headers.get("Authorization")) for one in recorder.requests]
    assert sent == [("other", None), (None, "Bearer token")]


KEYWORDS: dict[str, Any] = {"to": TO, "from_": "InfoText", "text": "Hi"}
OPTIONS = {
    "`with_options(timeout=, total_timeout=)`": check_timeouts,
    "`with_options(max_retries=)`": check_max_retries,
    "`with_options(headers=)`": check_headers,
    "`with_options(auto_idempotency=False)`": check_auto_idempotency,
    "`idempotency_id=` of the method": check_idempotency_id,
    "`with_options(api_key=)` and other credentials": check_credentials,
}


def test_each_row_of_the_table_of_options_has_a_check() -> None:
    guide = (ROOT / "docs/guides/client.md").read_text(encoding="utf-8")
    table = guide.partition("| Option of a call |")[2].partition("\n\n")[0]
    assert [row.split(" | ")[0].strip("| ") for row in table.splitlines()[2:]] == list(OPTIONS)


@pytest.mark.parametrize("option", OPTIONS)
def test_option_of_a_call(option: str, recorded: Caller, recorder: Recorder, clock: FakeTime) -> None:
    recorder.respond(BALANCE)
    OPTIONS[option](recorded, recorder, clock)
