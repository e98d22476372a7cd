"""When a request may be repeated, and after how long.

Every message costs money, so the question is never "did it fail?" but "could it have acted?". A request is repeated
only if

* nothing was sent, or the server did not carry it out (429), for any request; or
* it cannot act twice (it reads, estimates or deletes at no cost, or it has an idempotency id), and the response was
  lost or had a 5xx status.

Clock, sleep and random are parameters, so that tests are fast and deterministic.
"""

from __future__ import annotations

import random
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Callable

from smscx_client._cancellation import pause
from smscx_client.exceptions import (
    ApiConnectionException,
    ApiException,
    RateLimitExcedeedException,
    ServerErrorException,
)

if TYPE_CHECKING:
    from smscx_client.configuration import Configuration

__all__ = ["RetryPolicy", "Tries", "UnknownOutcomes", "max_retries_of"]

#: Seconds: the first pause is random from 0 to this, the next from 0 to twice this, and so on up to the longest.
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
#: Seconds that a call waits at most because the server asks for it. If it asks for more, the call fails at once.
LONGEST_SERVER_PAUSE = 60.0
#: Seconds that a try that may act needs at least, or half of the total time if that is less. A shorter try would often
#: lose the response, and so replace a clear failure by an unknown outcome.
SHORTEST_TRY = 5.0
#: Seconds of Unix time after which a request that may have acted is not repeated, half of the time for which the API
#: remembers an idempotency id (assumed). The total time of a call does not end it: on most systems, the clock that
#: measures it stands still while the machine sleeps.
LONGEST_SLEEP = 43_200.0


class RetryPolicy:
    """How a client repeats its calls: clock, pauses, random numbers.

    :param clock: returns seconds that never go back, to measure the total time of a call.
    :param now: returns Unix time, to compare with times of a server that sends no ``Date``.
    :param sleep: waits for a number of seconds.
    :param uniform: returns a random number between two numbers.

    Example::

        client = smscx_client.Client(retry_policy=RetryPolicy(sleep=lambda seconds: None))  # a test without pauses
    """

    #: Unix time after which a request that changes something is not sent; None for no limit.
    not_after: float | None = None

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = pause,
        uniform: Callable[[float, float], float] = random.uniform,
    ):
        self.clock = clock
        self.now = now
        self.sleep = sleep
        self.uniform = uniform

    def until(self, not_after: float | None) -> RetryPolicy:
        """Return the same policy for requests that must not be sent later, because the API may have forgotten them.

        :param not_after: Unix time; None for no limit.
        """
        from copy import copy  # imported here: a program without jobs does not need it

        other = copy(self)
        other.not_after = not_after
        return other

    def start(self, *, repeatable: bool, max_retries: int, budget: float | None, acts: bool = True) -> Tries:
        """Start the tries of one call.

        :param repeatable: whether the request cannot act twice.
        :param max_retries: how often it may be repeated.
        :param budget: seconds for all tries together; None for no limit.
        :param acts: whether a single request may act: send, buy or change something. Each try then needs at least
            ``SHORTEST_TRY`` seconds, or half of ``budget`` if that is less.
        """
        return Tries(self, repeatable, max_retries, budget, acts)


class Tries:
    """The tries of one call."""

    __slots__ = (
        "_deadline",
        "_longest_pause",
        "_max_retries",
        "_policy",
        "_repeatable",
        "_shortest",
        "_started_at",
        "number",
        "uncertain",
    )

    def __init__(self, policy: RetryPolicy, repeatable: bool, max_retries: int, budget: float | None, acts: bool):
        self._policy = policy
        self._shortest = 0.0 if budget is None or not acts else min(SHORTEST_TRY, budget / 2)
        self._repeatable = repeatable
        self._max_retries = max_retries
        self._deadline = None if budget is None else policy.clock() + budget
        self._started_at = policy.now()
        self._longest_pause = FIRST_PAUSE
        #: The number of the current try, from 1.
        self.number = 1
        #: Whether an earlier try may have acted although its response was lost.
        self.uncertain = False

    def time_left(self) -> float | None:
        """Return the seconds until the total time of the call is used up; None without a limit."""
        return None if self._deadline is None else self._deadline - self._policy.clock()

    def has_time(self, pause: float = 0.0) -> bool:
        """Whether a try that starts after ``pause`` seconds has enough time."""
        left = self.time_left()
        return left is None or (pause < left and left - pause >= self._shortest)

    def time_before(self) -> float | None:
        """Return the seconds for what comes before the next try, such as fetching a token; None without a limit."""
        left = self.time_left()
        return None if left is None else max(0.0, left - self._shortest)

    def pause_after(self, failure: ApiException) -> float | None:
        """Return the seconds to wait for the next try, or None if there must be no other try."""
        self.uncertain = self.uncertain or _may_have_acted(failure)
        pause = self._pause_after(failure)
        return pause if pause is not None and self.has_time(pause) else None

    def is_forgotten(self) -> bool:
        """Whether the API may have forgotten a request that may have acted, such as while this machine was asleep."""
        now, limit = self._policy.now(), self._policy.not_after
        return (limit is not None and now > limit) or (self.uncertain and now - self._started_at > LONGEST_SLEEP)

    def last_check(self) -> Callable[[], bool] | None:
        """Return what to ask right before a request is written; None if it may be sent at any time."""
        return self.is_forgotten if self.uncertain or self._policy.not_after is not None else None

    def wait(self, pause: float) -> None:
        """Wait for the next try."""
        self._policy.sleep(pause)
        self.number += 1
        self._longest_pause = min(2 * self._longest_pause, LONGEST_PAUSE)

    def _pause_after(self, failure: ApiException) -> float | None:
        if self.number > self._max_retries or not (_never_acted(failure) or self._repeatable):
            return None
        if not isinstance(failure, _TEMPORARY) or _is_final(failure):
            return None
        requested = failure.retry_after
        if requested is None:
            return self._policy.uniform(0.0, self._longest_pause)
        return requested + self._policy.uniform(0.0, FIRST_PAUSE) if requested <= LONGEST_SERVER_PAUSE else None


#: Failures that may not happen again on the next try.
_TEMPORARY = (ApiConnectionException, RateLimitExcedeedException, ServerErrorException)


def _never_acted(failure: ApiException) -> bool:
    if isinstance(failure, ApiConnectionException):
        return not failure.outcome_unknown
    return isinstance(failure, RateLimitExcedeedException)


def _may_have_acted(failure: ApiException) -> bool:
    if isinstance(failure, ApiConnectionException):
        return failure.outcome_unknown
    return not 400 <= failure.status <= 499  # even a redirect does not exclude it


def _is_final(failure: ApiException) -> bool:
    """Whether there must be no other try, or it must fail too, because the certificate of the server is not valid."""
    if isinstance(failure, ApiConnectionException) and failure.final:
        return True
    import ssl

    from urllib3.util.ssl_match_hostname import CertificateError

    cause: BaseException | None = failure.__cause__
    while cause is not None and not isinstance(cause, ApiException):  # the cause of an earlier call
        if isinstance(cause, (ssl.SSLCertVerificationError, CertificateError)):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


class UnknownOutcomes:
    """The requests of a client whose outcome is unknown, so that a later error for the same object can be explained.

    It keeps the last ``MOST_UNKNOWN`` of them, by method and URL.
    """

    __slots__ = ("_requests",)

    def __init__(self) -> None:
        self._requests: OrderedDict[str, None] = OrderedDict()

    def failed(self, request: str, failure: ApiException) -> None:
        """Note a failed call, and set ``after_unknown`` of its failure."""
        if failure.outcome_unknown:
            self._requests[request] = None
            if len(self._requests) > MOST_UNKNOWN:
                self._requests.popitem(last=False)
        elif 400 <= failure.status <= 499 and failure.status not in _NOT_PROCESSED:
            failure.after_unknown = request in self._requests
            self._requests.pop(request, None)

    def succeeded(self, request: str) -> None:
        """Note a call that succeeded."""
        self._requests.pop(request, None)

    def __bool__(self) -> bool:
        return bool(self._requests)


#: The number of requests with an unknown outcome that a client remembers.
MOST_UNKNOWN = 1000
#: Responses that say nothing about the object of a request: 401 and 429.
_NOT_PROCESSED = (401, 429)


def max_retries_of(configuration: Configuration) -> int:
    """How many repeats are allowed: ``retries``, an int or a urllib3 ``Retry``, if it is set, else ``max_retries``.

    Only the total of a ``Retry`` is used: this module decides which requests may be repeated.
    """
    retries = configuration.retries
    if retries is None:
        return configuration.max_retries
    total = getattr(retries, "total", retries)
    return int(total) if total else 0
