"""Bulk jobs on many machines, and webhooks in a queue, with Celery. Needs ``pip install 'smscx_client[celery]'``.

    app = Celery("shop", broker="redis://localhost", backend="redis://localhost")
    batches = BatchTasks(app)                  # in a module that the workers import, too

    bulk.send_sms(client, numbers, name="november", journal="november.db", from_="MyShop", text="Sale!",
                  pool=batches.pool(), workers=24)

The program that calls :func:`~smscx_client.bulk.send_sms` keeps the journal. A task carries one batch with its
idempotency id. It is acknowledged after it is done, so that the batch of a machine that stops is sent by another one,
with the same idempotency id. An operation without idempotency id (lookups) is acknowledged before it is sent, and
claimed in Redis: it is never sent twice, and its batch is `unknown` if the machine stops.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Callable, Union

from smscx_client import webhooks
from smscx_client.bulk.batch import DELETE_GROUP, BatchTask, run_batch
from smscx_client.bulk.outcome import AGAIN, DONE, LOST, Outcome
from smscx_client.client import Client

try:
    import celery  # noqa: F401 - for its name in the error
    import redis
    from celery.exceptions import Ignore
    from kombu.exceptions import OperationalError
    from redis.backoff import NoBackoff
    from redis.retry import Retry as Retries

    from smscx_client.integrations._shared_rate_limit import SharedRateLimit, account_of
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"{__name__} needs the package {error.name}; install it: pip install 'smscx_client[celery]'", name=error.name
    ) from error

if TYPE_CHECKING:
    from celery import Celery, Task
    from celery.exceptions import Retry

    from smscx_client.bulk.pool import Finished

__all__ = ["BatchTasks", "CeleryPool", "enqueue_events"]

#: The pause before a task is tried again is random, up to the first, doubled for each failure, at most the last.
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
#: Seconds between two looks for results, at first and at most.
_FIRST_LOOK, _LONGEST_LOOK = 0.02, 0.5
#: Seconds that a request to Redis may take, unless its URL says otherwise.
_REDIS_TIMEOUT = 5.0
#: Seconds for which a claim is kept: longer than any task stays in a queue.
_CLAIM = 7 * 86_400

#: A client, or what makes one in each worker process; None for ``Client()`` with the settings of the environment.
ClientOption = Union[Client, Callable[[], Client], None]


class BatchTasks:
    """The tasks that send batches. Make it once, in a module that both the workers and the launching program import.

    :param app: the Celery app. It needs a result backend.
    :param client: a client, or a function that makes one in each worker process; by default ``Client()``, with the
        settings of the environment (``SMSCX_API_KEY`` ...).
    :param rate_limit: the Redis server for the shared rate limit, as URL or client; by default that of the broker or
        the result backend. False for no shared rate limit.
    :param rate_window: seconds of the rate limit of the API (assumed).
    :param retries: how often a worker repeats a failed batch before it returns the failure to the launching program,
        which repeats the batch too.
    :raises ValueError: the app has no result backend, or there is no Redis server for the rate limit.

    Example::

        batches = BatchTasks(Celery("shop", broker="redis://localhost", backend="redis://localhost"))
        bulk.send_sms(client, numbers, name="november", journal="november.db", from_="MyShop", text="Sale!",
                      pool=batches.pool(), workers=24)
    """

    def __init__(
        self,
        app: Celery,
        client: ClientOption = None,
        *,
        rate_limit: str | redis.Redis | bool | None = None,
        rate_window: float = 60.0,
        retries: int = 4,
    ):
        self._app = app
        self._client_option = client
        self._rate_window = rate_window
        self._retries = retries
        self._redis = _redis_for(app, rate_limit)
        if type(app.backend).__name__ == "DisabledBackend":
            raise ValueError("the Celery app has no result backend: set Celery(..., backend='redis://...')")

        def run(task: Task, batch: str, not_after: float | None, failures: int = 0, uncertain: bool = False) -> str:
            return self._run(task, _Order(batch, not_after, failures, uncertain)).to_json()

        #: Results have no phone numbers, but ids of messages: Celery logs their first characters only.
        common: dict[str, Any] = {"bind": True, "max_retries": None, "ignore_result": False, "resultrepr_maxsize": 32}
        self._late = app.task(run, name="smscx_client.run_batch", acks_late=True, reject_on_worker_lost=True, **common)
        self._once = app.task(run, name="smscx_client.run_batch_once", acks_late=False, **common)

    def pool(self, *, patience: float = 600.0) -> CeleryPool:
        """Return a pool for one run of a job: ``bulk.send_sms(..., pool=batches.pool())``.

        :param patience: seconds after which a batch without a result is sent again, with the same idempotency id. Give
            it more than the time that a batch waits in the queue.
        """
        return CeleryPool(self, patience=patience)

    @property
    def has_redis(self) -> bool:
        """Whether launching program and workers share a Redis server."""
        return self._redis is not None

    def task_for(self, batch: BatchTask) -> Task:
        """Return the Celery task that runs a batch.

        :param batch: the batch of a job.
        """
        return self._late if _is_repeatable(batch) else self._once

    # --- In a worker -------------------------------------------------------------------------------------------------

    @cached_property
    def client(self) -> Client:
        """The client of this process."""
        option = self._client_option
        if isinstance(option, Client):
            return option
        return Client() if option is None else option()

    @cached_property
    def _limit(self) -> SharedRateLimit | None:
        if self._redis is None:
            return None
        settings = self.client.configuration
        secrets = (settings.get_api_key_with_prefix("ApiKeyAuth"), settings.username)
        return SharedRateLimit(self._redis, account_of(settings.host, *secrets), self._rate_window)

    def _run(self, task: Task, order: _Order) -> Outcome:
        """Send one batch, or put the task off; return the outcome."""
        batch = order.batch()
        repeatable = _is_repeatable(batch)
        was_delivered = bool((task.request.delivery_info or {}).get("redelivered"))
        if was_delivered and repeatable:
            order = replace(order, uncertain=True)  # another worker may have sent it
        now = self.client.api_client.retry_policy.now
        ahead = self.clock_difference(now) if order.not_after is not None else 0.0
        is_late = order.not_after is not None and now() + ahead > order.not_after
        if batch.not_after is not None:
            batch = replace(batch, not_after=batch.not_after - ahead)
        pause = self._limit.acquire() if self._limit and not is_late else 0.0
        if pause > 0:
            raise _put_off(task, order, pause + random.uniform(0.0, 0.5))  # nosec B311
        if not (repeatable or self._may_start(task, was_delivered)):
            raise Ignore  # no result: the one that started it may still be at work, and has the result
        if is_late:
            return order.outcome(Outcome(AGAIN, error="was too long in the queue"))
        outcome = run_batch(self.client, replace(batch, is_repeated=batch.is_repeated or order.uncertain))
        if self._limit:
            self._limit.observe(outcome.limit, outcome.remaining)
            if outcome.is_rate_limit:
                self._limit.hold(outcome.retry_after)
        wait = self._pause_after(batch, outcome, order.failures)
        if wait is None:
            return order.outcome(outcome)
        raise _put_off(task, order.after(outcome), wait)

    def _may_start(self, task: Task, was_delivered: bool) -> bool:
        """Whether nobody has started a task that must not run twice, and nobody will."""
        return not was_delivered if self._redis is None else self.claim(task.request.id)

    def clock_difference(self, now: Callable[[], float]) -> float:
        """The seconds by which the clock of the Redis server, which all machines share, is ahead of the clock here.

        :param now: the clock here.
        """
        if self._redis is None:
            return 0.0
        try:
            seconds, microseconds = self._redis.time()
        except redis.RedisError:
            return 0.0
        return float(seconds + microseconds / 1e6 - now())

    def claim(self, task_id: str) -> bool:
        """Claim a task that must not run twice, to run it or to give it up. It needs Redis.

        :param task_id: the id that Celery gave to the task.
        :return: whether nobody has claimed it before.
        """
        assert self._redis is not None
        try:
            return bool(self._redis.set(f"smscx_client:claim:{task_id}", 1, nx=True, ex=_CLAIM))
        except redis.RedisError:
            return False

    def _pause_after(self, batch: BatchTask, outcome: Outcome, failures: int) -> float | None:
        """The seconds after which this task sends the batch again; None if it returns the outcome."""
        if outcome.state not in (AGAIN, LOST) or not _is_repeatable(batch) or failures >= self._retries:
            return None
        if outcome.retry_after is not None:
            return outcome.retry_after
        return random.uniform(0.0, min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**failures))  # nosec B311


@dataclass(frozen=True)
class _Order:
    """What the message of a task carries."""

    text: str
    """The batch as JSON, as the launching program sent it."""
    not_after: float | None
    """Unix time after which it must not be sent, by the clock of the Redis server if there is one. That in the batch
    is the same."""
    failures: int
    uncertain: bool
    """Whether a try of this task may have acted, which the launching program does not know."""

    def batch(self) -> BatchTask:
        return BatchTask.from_json(self.text)

    def after(self, outcome: Outcome) -> _Order:
        """The order for the next try."""
        batch = replace(self.batch(), group_id=outcome.group_id, left_out=outcome.left_out)
        failures = self.failures + (not outcome.is_rate_limit)
        return _Order(batch.to_json(), self.not_after, failures, self.uncertain or outcome.state == LOST)

    def outcome(self, outcome: Outcome) -> Outcome:
        """What to return to the launching program: it does not know what earlier tries may have done."""
        if self.uncertain and outcome.state != DONE and not self.batch().is_repeated:
            return replace(outcome, state=LOST)
        return outcome


def _put_off(task: Task, order: _Order, pause: float) -> Retry:
    """Put the same task into the queue for later; return what Celery wants to be raised."""
    arguments = (order.text, order.not_after, order.failures, order.uncertain)
    retry: Retry = task.retry(arguments, {}, throw=False, countdown=pause, **_message_options(order.batch()))
    return retry


class CeleryPool:
    """Sends the batches of a job as Celery tasks: the value of ``pool=`` of the functions in :mod:`smscx_client.bulk`.

    :param tasks: the tasks that send the batches.
    :param patience: see :meth:`BatchTasks.pool`.
    :param sleep: waits for a number of seconds.
    :param now: returns Unix time.
    """

    def __init__(
        self,
        tasks: BatchTasks,
        *,
        patience: float = 600.0,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ):
        self._tasks = tasks
        self._patience = patience
        self._sleep = sleep
        self._now = now
        self._waiting: dict[str, _Sent] = {}
        self._finished: list[Finished] = []

    def submit(self, key: int, task: BatchTask) -> None:
        """Put a batch into the queue.

        :param key: the number of the batch.
        :param task: the batch.
        """
        celery_task = self._tasks.task_for(task)
        now = self._now()
        not_after = task.not_after if _is_repeatable(task) else now + self._patience
        if not_after is not None:  # the workers may have other clocks
            not_after += self._tasks.clock_difference(self._now)
        if task.not_after is not None:
            task = replace(task, not_after=not_after)
        try:
            result = celery_task.apply_async((task.to_json(), not_after), **_message_options(task))
        except OperationalError as error:  # the broker may have the task nevertheless
            self._finished.append((key, Outcome(LOST, error=f"the broker failed: {type(error).__name__}")))
            return
        self._waiting[result.id] = _Sent(key, now + self._patience, _is_repeatable(task))

    def wait(self, seconds: float | None) -> list[Finished]:
        """Return the batches with a result, as soon as there is any; else an empty list.

        :param seconds: how long to wait for a result; None for no limit.
        """
        look, left = _FIRST_LOOK, seconds
        while True:
            self._finished += self._look()
            if self._finished or (left is not None and left <= 0):
                finished, self._finished = self._finished, []
                return finished
            pause = look if left is None else min(look, left)
            self._sleep(pause)
            look, left = min(_LONGEST_LOOK, 2 * look), None if left is None else left - pause

    def close(self) -> None:
        """Take the batches back that are still in the queue, where the broker can do that."""
        if self._waiting:
            try:
                self._tasks._app.control.revoke(list(self._waiting))
            except _broker_errors(self._tasks._app):
                pass  # each of them can still run, which the journal knows

    def _look(self) -> list[Finished]:
        finished: list[Finished] = []
        for task_id, sent in list(self._waiting.items()):
            outcome = self._outcome(task_id)
            if outcome is None and self._now() >= sent.lost_at:
                outcome = self._given_up(task_id, sent)
            if outcome is not None:
                del self._waiting[task_id]
                finished.append((sent.key, outcome))
        return finished

    def _given_up(self, task_id: str, sent: _Sent) -> Outcome | None:
        """The outcome of a task without a result; None if it still has time."""
        error = f"no result after {self._patience:g} s"
        if sent.is_repeatable or sent.has_started:
            return Outcome(LOST, error=error)
        if self._tasks.has_redis and self._tasks.claim(task_id):
            return Outcome(AGAIN, error=error)  # no worker has started it, and none will
        longest = self._tasks.client.configuration.total_timeout or self._patience
        self._waiting[task_id] = replace(sent, lost_at=self._now() + longest, has_started=True)
        return None

    def _outcome(self, task_id: str) -> Outcome | None:
        """The outcome of a task; None as long as there is none."""
        backend = self._tasks._app.backend
        try:
            meta = backend.get_task_meta(task_id)
            if meta["status"] not in backend.READY_STATES:
                return None
            backend.forget(task_id)
        except _broker_errors(self._tasks._app):
            return None
        if meta["status"] == "SUCCESS":
            return Outcome.from_json(meta["result"])
        error = meta["result"]  # the worker was killed or stopped it, or an error of the program
        return Outcome(LOST, error=type(error).__name__ if isinstance(error, BaseException) else meta["status"])


@dataclass(frozen=True)
class _Sent:
    """A batch in the queue."""

    key: int
    lost_at: float
    """Unix time after which its result is not waited for."""
    is_repeatable: bool
    has_started: bool = False
    """Whether a worker has started it, or may have, although it has no result yet."""


def enqueue_events(app: Celery, receiver: webhooks.Receiver, *, max_retries: int | None = None, **options: Any) -> Task:
    """Make a receiver of webhooks put its events into a queue, and return the task that runs its handlers.

    Call it in a module that both the web server and the workers import. Both need the same store of handled events:
    ``Receiver(seen=redis.Redis(...))``.

    :param app: the Celery app.
    :param receiver: the receiver.
    :param max_retries: how often an event is repeated whose handler raises; None for no limit.
    :param options: more options of the task, such as ``queue="webhooks"``.
    :return: the task.

    Example::

        receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=redis.Redis())
        enqueue_events(app, receiver, queue="webhooks")
    """

    def handle(body: str) -> None:
        receiver.handle(webhooks.parse(body))

    task = app.task(
        handle,
        **{
            "name": "smscx_client.handle_event",
            "acks_late": True,
            "reject_on_worker_lost": True,
            "ignore_result": True,
            "autoretry_for": (Exception,),
            "retry_backoff": True,
            "retry_backoff_max": 600,
            "max_retries": max_retries,
            **options,
        },
    )
    receiver.enqueue = lambda event: task.apply_async((event.body(),), argsrepr="(<event>,)")
    return task


def _is_repeatable(task: BatchTask) -> bool:
    return task.operation == DELETE_GROUP or task.how.is_repeatable


def _message_options(task: BatchTask) -> dict[str, Any]:
    """The options of the message with a task: packed, and shown in logs without phone numbers and texts."""
    recipients = task.recipients.count("\n") + 1 if task.recipients else 0
    return {"compression": "zlib", "argsrepr": f"(<{task.operation}, {recipients} recipients>,)"}


def _broker_errors(app: Celery) -> tuple[type[BaseException], ...]:
    """What the broker and the result backend raise when they cannot be reached."""
    return (OperationalError, OSError, redis.RedisError, *getattr(app.backend, "connection_errors", ()))


def _redis_for(app: Celery, option: str | redis.Redis | bool | None) -> redis.Redis | None:
    if option is False:
        return None
    if isinstance(option, redis.Redis):
        return option
    urls = [option] if isinstance(option, str) else [app.conf.broker_url, app.conf.result_backend]
    url = next((url for url in urls if str(url).startswith(("redis://", "rediss://", "unix://"))), None)
    if url is None:
        raise ValueError("there is no Redis server for the shared rate limit: set rate_limit='redis://...' or False")
    limits = {"socket_timeout": _REDIS_TIMEOUT, "socket_connect_timeout": _REDIS_TIMEOUT}  # older versions have none
    return redis.Redis.from_url(url, retry=Retries(NoBackoff(), 1), **limits)
