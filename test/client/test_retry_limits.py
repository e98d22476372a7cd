"""The exact limits of retries and authentication: the behaviour at each bound, and just beyond it."""

from __future__ import annotations

import gc
import ssl
import threading
import weakref
from typing import Any, Callable

import pytest

from smscx_client import (
    ApiClient,
    ApiConnectionException,
    ApiException,
    ApiTypeError,
    ApiValueError,
    Configuration,
    RateLimitExceededException,
    ServerErrorException,
)
from smscx_client.apis import AccountApi
from smscx_client.auth import MOST_IDENTITIES, Authenticator, Identity, TokenSource, check_encrypted, override, token_of
from smscx_client.models import OauthTokenResponse
from smscx_client.retry import RetryPolicy, Tries, UnknownOutcomes
from test.support.recorder import Recorder

BUSY = ServerErrorException(503)


class Recorded:
    """A policy whose clock is always at 100, and the bounds of the random pauses that it requested."""

    def __init__(self) -> None:
        self.now = 100.0
        self.bounds: list[tuple[float, float]] = []
        self.policy = RetryPolicy(clock=lambda: self.now, sleep=lambda seconds: None, uniform=self._uniform)

    def _uniform(self, least: float, most: float) -> float:
        self.bounds.append((least, most))
        return most

    def start(self, **options: Any) -> Tries:
        return self.policy.start(**{"repeatable": True, "max_retries": 99, "budget": None, **options})


def test_pauses_are_random_from_zero_and_double_up_to_eight_seconds() -> None:
    recorded = Recorded()
    tries = recorded.start()
    for _ in range(7):
        pause = tries.pause_after(BUSY)
        assert pause is not None
        tries.wait(pause)
    assert recorded.bounds == [(0.0, most) for most in (0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0)]


@pytest.mark.parametrize(("requested", "pause"), [("0", 0.5), ("59", 59.5), ("60", 60.5), ("61", None)])
def test_a_server_may_ask_for_sixty_seconds(requested: str, pause: float | None) -> None:
    recorded = Recorded()
    assert recorded.start().pause_after(RateLimitExceededException(429, headers={"Retry-After": requested})) == pause
    assert recorded.bounds == ([] if pause is None else [(0.0, 0.5)])


@pytest.mark.parametrize(("status", "uncertain"), [(399, True), (400, False), (498, False), (499, False), (500, True)])
def test_only_a_4xx_response_says_that_nothing_was_done(status: int, uncertain: bool) -> None:
    tries = Recorded().start(repeatable=False)
    assert tries.uncertain is False
    tries.pause_after(ApiException(status))
    assert tries.uncertain is uncertain


@pytest.mark.parametrize(
    ("status", "explained"), [(399, False), (400, True), (401, False), (429, False), (499, True), (500, False)]
)
def test_only_a_4xx_response_is_explained_by_an_earlier_unknown_outcome(status: int, explained: bool) -> None:
    outcomes = UnknownOutcomes()
    lost = ApiConnectionException("lost", outcome_unknown=True)
    outcomes.failed("DELETE /groups/1", lost)
    failure = ApiException(status)
    failure.outcome_unknown = False
    outcomes.failed("DELETE /groups/1", failure)
    assert failure.after_unknown is explained
    assert bool(outcomes) is not explained


def test_a_success_without_an_unknown_outcome_changes_nothing() -> None:
    outcomes = UnknownOutcomes()
    outcomes.succeeded("GET /groups")
    assert not outcomes


@pytest.mark.parametrize(("left", "enough"), [(4.99, False), (5.0, True), (5.01, True)])
def test_a_try_that_may_act_needs_five_seconds(left: float, enough: bool) -> None:
    recorded = Recorded()
    tries = recorded.start(budget=60)
    recorded.now += 60 - left
    assert tries.has_time() is enough


@pytest.mark.parametrize(("left", "enough"), [(1.0, True), (0.0, False), (-1.0, False)])
def test_a_try_that_only_reads_needs_some_time(left: float, enough: bool) -> None:
    recorded = Recorded()
    tries = recorded.start(budget=64, acts=False)
    recorded.now += 64 - left
    assert tries.has_time() is enough


def test_steps_before_a_try_leave_time_for_it() -> None:
    recorded = Recorded()
    tries = recorded.start(budget=60)
    assert tries.time_before() == 55
    recorded.now += 58
    assert tries.time_before() == 0
    assert recorded.start(budget=None).time_before() is None


def test_an_invalid_certificate_is_final_however_deep_it_is() -> None:
    inner = ssl.SSLCertVerificationError("expired")
    for place in ("__cause__", "__context__"):
        wrapped = OSError("wrapped")
        setattr(wrapped, place, inner)
        failure = ApiConnectionException("no connection")
        failure.__cause__ = wrapped
        assert Recorded().start().pause_after(failure) is None
    failure = ApiConnectionException("no connection")
    failure.__cause__ = OSError("refused")
    assert Recorded().start().pause_after(failure) == 0.5
    failure.final = True
    assert Recorded().start().pause_after(failure) is None


def test_the_certificate_of_an_earlier_call_does_not_matter() -> None:
    earlier = ApiConnectionException("an earlier call")
    earlier.__cause__ = ssl.SSLCertVerificationError("expired")
    failure = ApiConnectionException("no connection")
    failure.__cause__ = earlier
    assert Recorded().start().pause_after(failure) == 0.5


@pytest.mark.parametrize(
    ("moment", "fetches"), [(0, 1), (3539.9, 1), (3540, 2), (3599.9, 2), (3600, 2), (9999, 2)], ids=str
)
def test_a_token_of_an_hour_is_renewed_a_minute_before_its_end(moment: float, fetches: int) -> None:
    now, count = [0.0], [0]

    def fetch(left: float | None) -> tuple[str, float]:
        count[0] += 1
        return f"token {count[0]}", 3600.0

    source = TokenSource(fetch, lambda: now[0])
    assert source.token() == "token 1"
    now[0] = moment
    assert source.token() == f"token {fetches}"


@pytest.mark.parametrize(
    ("lifetime", "fetches"), [(0.5, 2), (1.0, 2), (0.0, 1), (-1.0, 1)], ids=["half a second", "a second", "0", "-1"]
)
def test_a_token_without_lifetime_does_not_expire(lifetime: float, fetches: int) -> None:
    now, count = [0.0], [0]

    def fetch(left: float | None) -> tuple[str, float]:
        count[0] += 1
        return "token", lifetime

    source = TokenSource(fetch, lambda: now[0])
    source.token()
    now[0] = 1e9
    source.token()
    assert count[0] == fetches


class Fetching:
    """A token source whose fetches have these results, and the time limits of the fetches.

    Before its lock is acquired, it can run one function: what another thread does first.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *results: tuple[str, float] | ApiException) -> None:
        self.now = 100.0
        self.results = list(results)
        self.given: list[float | None] = []
        self.waits: list[float] = []
        self.first: Callable[[], None] | None = None
        lock = threading.RLock()
        fetching = self

        class Lock:
            def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
                fetching.waits.append(timeout)
                first, fetching.first = fetching.first, None
                if first:
                    first()
                return lock.acquire(blocking, timeout)

            release = lock.release

        with monkeypatch.context() as patched:
            patched.setattr("smscx_client.auth.threading.RLock", Lock)
            self.source = TokenSource(self._fetch, lambda: self.now)

    def _fetch(self, left: float | None) -> tuple[str, float]:
        self.given.append(left)
        result = self.results.pop(0)
        if isinstance(result, ApiException):
            raise result
        return result

    def pass_time(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.parametrize(
    ("left", "wait", "left_then"),
    [(None, -1, None), (5.0, 5.0, 2.0), (3.0, 3.0, 0.0), (2.0, 2.0, 0.0), (-1.0, 0.0, 0.0)],
)
def test_the_wait_for_another_thread_is_part_of_the_time_for_a_token(
    monkeypatch: pytest.MonkeyPatch, left: float | None, wait: float, left_then: float | None
) -> None:
    fetching = Fetching(monkeypatch, ("token", 90.0))
    fetching.first = lambda: fetching.pass_time(3.0)
    assert fetching.source.token(left) == "token"
    assert (fetching.waits, fetching.given) == ([wait], [left_then])


@pytest.mark.parametrize(
    ("had", "left", "shared"),
    [(None, 5.0, True), (None, None, True), (5.0, 5.0, True), (5.0, 4.0, True), (5.0, 6.0, False), (5.0, None, False)],
)
def test_the_failure_of_another_thread_is_shared_unless_there_is_more_time(
    monkeypatch: pytest.MonkeyPatch, had: float | None, left: float | None, shared: bool
) -> None:
    failure = ServerErrorException(503)
    failure.__cause__ = OSError("refused")
    fetching = Fetching(monkeypatch, failure, ("token", 90.0))

    def other_thread() -> None:
        with pytest.raises(ServerErrorException):
            fetching.source.token(had)

    fetching.first = other_thread
    if shared:
        with pytest.raises(ServerErrorException) as raised:
            fetching.source.token(left)
        assert raised.value is not failure
        assert raised.value.__cause__ is failure.__cause__
    else:
        assert fetching.source.token(left) == "token"
    assert len(fetching.given) == (1 if shared else 2)


def test_an_earlier_failure_is_neither_shared_nor_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cause(OSError):
        pass

    failure = ServerErrorException(503)
    failure.__cause__ = Cause()
    cause = weakref.ref(failure.__cause__)
    fetching = Fetching(monkeypatch, failure, ("token", 90.0), ("token", 90.0), ("other", 90.0))
    with pytest.raises(ServerErrorException):
        fetching.source.token()
    fetching.first = lambda: assert_equal(fetching.source.token(), "token")
    assert fetching.source.renew("token") == "token"  # a server may send the rejected token again
    assert fetching.source.renew("token") == "other"
    del failure
    gc.collect()
    assert cause() is None


def assert_equal(found: object, expected: object) -> None:
    assert found == expected


def test_an_expired_token_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for late in (0.0, 0.1):
        fetching = Fetching(monkeypatch, ("token", 90.0), BUSY, BUSY)
        assert fetching.source.token() == "token"
        fetching.now += 89.9
        assert fetching.source.token() == "token"
        fetching.now += 0.1 + late
        with pytest.raises(ServerErrorException):
            fetching.source.token()


def test_an_identity_does_not_show_its_secret() -> None:
    shown = repr(Identity("https://127.0.0.1", "application", "secret", None))
    assert "127.0.0.1" in shown
    assert "secret" not in shown and "application" not in shown


@pytest.mark.parametrize(
    ("response", "found"),
    [
        ({"access_token": "a", "expires_in": 90}, ("a", 90.0)),
        ({"access_token": "a", "expires_in": None}, ("a", 0.0)),
        ({"access_token": "a", "expires_in": "soon"}, ("a", 0.0)),
        ({"access_token": "a"}, ("a", 0.0)),
    ],
)
def test_the_lifetime_of_a_token(response: dict[str, Any], found: tuple[str, float]) -> None:
    assert token_of(OauthTokenResponse.from_dict(response)) == found


@pytest.mark.parametrize("token", ["", 5, None, "two\r\nlines"])
def test_values_that_are_no_token(token: Any) -> None:
    with pytest.raises(
        ApiConnectionException, match="the server sent status 200, but its response has no usable token$"
    ):
        token_of(OauthTokenResponse.from_dict({"access_token": token, "expires_in": 90}))


@pytest.mark.parametrize("given", [{"application_id": "id"}, {"application_secret": "secret"}])
def test_half_an_application_is_no_credential(given: dict[str, str]) -> None:
    authenticator = Authenticator(Configuration(**given), lambda identity, left: ("token", 90.0))
    (missing,) = {"application_id", "application_secret"} - set(given)
    with pytest.raises(
        ApiValueError, match=f"^{next(iter(given))} is set, but {missing} is not: .*SMSCX_{missing.upper()}$"
    ):
        authenticator.headers("key", "https://127.0.0.1")


@pytest.mark.parametrize("given", [{}, {"access_token": ""}, {"access_token": str}], ids=["none", "empty", "callable"])
def test_without_credentials_nothing_is_sent(recorder: Recorder, given: dict[str, Any]) -> None:
    wanted = r"^there are no credentials: set Configuration\(api_key=\.\.\.\) or "
    with ApiClient(Configuration(host=recorder.host, **given)) as client, pytest.raises(ApiValueError, match=wanted):
        AccountApi(client).get_account_balance()
    assert recorder.requests == []


def test_tokens_of_the_first_identity_are_dropped_when_there_are_too_many() -> None:
    configuration = Configuration(application_id="id", application_secret="secret")
    authenticator = Authenticator(configuration, lambda identity, left: ("token", 90.0))

    def source(number: int) -> Any:
        return authenticator.headers("key", f"https://127.0.0.1:{number}")[1]

    sources = [source(number) for number in range(MOST_IDENTITIES)]
    assert [source(0), source(1)] == sources[:2]
    source(MOST_IDENTITIES)
    assert source(1) is sources[1]
    assert source(0) is not sources[0]


@pytest.mark.parametrize(
    ("host", "allow_http", "allowed"),
    [
        ("https://sms.example", False, True),
        ("http://sms.example", True, True),
        ("http://127.0.0.1:8025", False, True),
        ("http://sms.example", False, False),
        ("//", False, False),
    ],
)
def test_credentials_go_over_tls_or_to_this_machine(host: str, allow_http: bool, allowed: bool) -> None:
    if allowed:
        check_encrypted(host, allow_http)
        return
    with pytest.raises(
        ApiValueError, match=r"^host: .* is not encrypted: .* allow it with Configuration\(allow_http=True\)$"
    ):
        check_encrypted(host, allow_http)


@pytest.mark.parametrize("wrong", ["key", {"key": ""}, {"key": "X-API-KEY", "in": "query"}])
def test_values_that_are_no_credential_of_a_call(wrong: Any) -> None:
    with pytest.raises(
        ApiTypeError, match='^_request_auths: takes dicts such as {"key": "X-API-KEY", "value": "..."}$'
    ):
        override({}, [wrong])


def test_credentials_of_a_call_replace_all_others() -> None:
    headers = {"X-API-KEY": "old", "Authorization": "Bearer old", "Accept": "text/csv"}
    override(headers, [{"key": "x-api-key", "value": "new", "in": "header"}, {"key": "X-Other"}])
    assert headers == {"Accept": "text/csv", "X-API-KEY": "new", "X-Other": ""}
