"""The running state of a sandbox: its clock, events that are due, webhooks, snapshots, reset.

The control API and `Sandbox` act on it. It does not know requests.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from threading import RLock
from typing import Any

from . import demo
from .engine.accounts import Accounts
from .engine.http import Poll, Response
from .engine.request_log import RequestLog
from .resources.messages.service import recover
from .resources.numbers.service import remove_unfinished
from .settings import Settings
from .spec.openapi import Spec
from .state import scheduler, snapshots, webhook_queue
from .state.change_watch import ChangeWatch
from .state.clock import Clock
from .state.context import Context
from .state.rate_limit import RateLimiter
from .state.rng import Rng
from .state.running_state import RunningState
from .state.snapshots import Snapshot
from .state.store import Row, Store
from .state.webhook_queue import Delivery, Post, PostResult

__all__ = ["Runtime", "Waiter"]

_OF_THE_STORE = ("campaign", "variant", "report_channel")
"""Columns of messages that say how the messages are stored."""


_MOST_SILENT = 1000
"""How many receivers of webhooks are remembered as silent."""


class Waiter:
    """Someone who waits for a message; `response` is None until one matches."""

    def __init__(self, poll: Poll, wake: Callable[[], None]) -> None:
        self.poll = poll
        self.wake = wake
        self.response: Response | None = None

    def check(self, find: Callable[[], Response | None]) -> None:
        """Wake up if `find` returns a response; the sandbox is locked."""
        if self.response is None and (response := find()):
            self.response = response
            self.wake()


class Runtime:
    """One sandbox's state and what changes it. Thread-safe: each method takes the lock."""

    accounts: Accounts[Any]
    """The accounts beside this one."""

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None, spec: Spec | None = None) -> None:
        self._settings = settings or Settings()
        self.is_closed = False
        store = Store(self._settings.database)
        with ExitStack() as on_error:
            on_error.callback(store.close)
            self._begin(store, clock, spec)
            on_error.pop_all()

    def _begin(self, store: Store, clock: Clock | None, spec: Spec | None) -> None:
        """Continue from what is in the store, or fill it."""
        settings = self._settings
        self._running_state = running = RunningState(store)
        self.limiter = RateLimiter(settings.rate_limit, settings.rate_window)
        running.continue_limits(self.limiter)
        settings = replace(settings, seed=running.seed(settings))
        rng = Rng(settings.seed, store.get("draws", 0))
        self.context = Context(settings, spec or Spec(), store, running.clock(clock), rng)
        self.requests = RequestLog(self.context.spec, settings.request_log)
        """The log of API requests."""
        self.snapshots = snapshots.named_snapshots(settings.database)
        """The named snapshots, by name."""
        self.version = 0
        """A number that changes whenever the state changes."""
        self._lock = RLock()
        self._subscribers: dict[object, Callable[[], None]] = {}
        self._waiters: list[Waiter] = []
        self._change_watch = ChangeWatch(store)
        self.changed_rows: dict[str, list[Any]] = {}
        """What has changed before the waiters are woken: each kind of rows is read once for all of them."""
        self._seen_changes = 0
        self._webhooks_in_flight: dict[str, Delivery] = {}
        """The webhooks that are being posted, by URL."""
        self._silent_receivers: dict[str, None] = {}
        """The receivers of webhooks that did not respond last time."""
        if store.one("SELECT * FROM account") is None:
            self.reset()
        recover(self.context)
        remove_unfinished(self.context)

    @contextmanager
    def exclusive(self) -> Iterator[Context]:
        """Hold the lock during the block; call the subscribers after it if anything has changed."""
        with self._lock:
            try:
                yield self.context
            finally:
                if not self.is_closed:
                    self._after_change()

    def _after_change(self) -> None:
        """Save what is not in the tables; wake the waiters and call the subscribers if anything has changed."""
        self._save_running_state()
        if self._seen_changes != self.context.store.changes:
            self._wake_waiters()
            self._seen_changes = self.context.store.changes
            self.version += 1
            for callback in self._subscribers.values():
                callback()

    def last_response(self, waiter: Waiter, response: Response) -> Response:
        """Return the response to a caller whose time to wait is over."""
        if waiter.response is None and waiter.poll.at_end and not self.is_closed:
            with self.exclusive():
                return waiter.poll.at_end()
        return waiter.response or response

    def _save_running_state(self) -> None:
        context = self.context
        self._running_state.save(context.clock, self.limiter, self._settings.seed, context.settings.seed)

    @contextmanager
    def subscribed(self, callback: Callable[[], None]) -> Iterator[None]:
        """Call `callback` after each change during the block. It runs in the changing thread and must not block."""
        key = object()
        with self._lock:
            self._subscribers[key] = callback
        try:
            yield
        finally:
            with self._lock:
                del self._subscribers[key]

    @contextmanager
    def waiting(self, poll: Poll, wake: Callable[[], None]) -> Iterator[Waiter]:
        """Call `wake` when the response of `poll` changes during the block. It must not block.

        A waiter costs nothing while no message to its recipient is sent or changes.
        """
        waiter = Waiter(poll, wake)
        with self._lock:
            self._waiters.append(waiter)
            self._change_watch.start()
            waiter.check(poll.catch_up)
        try:
            yield waiter
        finally:
            with self._lock:
                self._waiters.remove(waiter)

    def _wake_waiters(self) -> None:
        watch = self._change_watch
        if watch.is_on:
            recipients = watch.recipients() if self._waiters else set()
            for waiter in list(self._waiters):
                poll = waiter.poll
                if poll.any_change or (recipients and (poll.recipient is None or poll.recipient in recipients)):
                    waiter.check(poll.check)
            watch.forget(stop=not self._waiters)
        self.changed_rows.clear()
        self.requests.just_finished.clear()

    def touch(self) -> None:
        """Count something outside of the database as a change: the subscribers are called."""
        self._seen_changes = -1

    def run_due(self) -> int:
        """Run the events that are due; returns the version after that."""
        with self.exclusive() as context:
            if not self.is_closed:
                scheduler.run_due(context)
        return self.version

    def messages(self, to: str | None = None, after: int = 0, limit: int = -1) -> list[Row]:
        """Return the sent messages, oldest first: all, those to one number, those with an id above `after`."""
        with self.exclusive() as context:
            scheduler.run_due(context)
            rows = context.store.all(
                "SELECT * FROM messages WHERE id > ? AND (? IS NULL OR recipient = ?) ORDER BY id LIMIT ?",
                *(after, to, to, limit),
            )
        return [{column: value for column, value in row.items() if column not in _OF_THE_STORE} for row in rows]

    def advance(self, seconds: float) -> None:
        """Move the clock forward and run the events that become due."""
        with self.exclusive() as context:
            context.clock.advance(seconds)
            self._seen_changes = -1
            scheduler.run_due(context)

    def tick(self) -> int:
        """With `manual` delivery, move each waiting message one step on; returns the number of steps."""
        with self.exclusive() as context:
            scheduler.run_due(context)
            return scheduler.tick(context)

    def post_webhook(self, post: Post) -> bool:
        """Post the webhook that has been due longest, and log the result; returns False if none is due.

        The lock is free during the post, so that the receiver may call the sandbox.
        """
        delivery = self.take_webhook()
        if delivery is None:
            return False
        self.log_webhook(delivery, webhook_queue.post_delivery(post, delivery))
        return True

    def take_webhook(self) -> Delivery | None:
        """Return the webhook to post next, if one is due; its URL gets no other one before `log_webhook`."""
        with self.exclusive() as context:
            scheduler.run_due(context)
            delivery = webhook_queue.claim(context, self._webhooks_in_flight.values(), self._silent_receivers)
            if delivery:
                self._webhooks_in_flight[delivery.url] = delivery
            return delivery

    def log_webhook(self, delivery: Delivery, result: PostResult) -> None:
        """Log the result of a post; ignores a delivery that was taken before a reset."""
        with self.exclusive() as context:
            if self._webhooks_in_flight.get(delivery.url) is delivery:
                del self._webhooks_in_flight[delivery.url]
                webhook_queue.record(context, delivery, result)
                self._silent_receivers.pop(delivery.receiver, None)
                if result.status is None and len(self._silent_receivers) < _MOST_SILENT:
                    self._silent_receivers[delivery.receiver] = None

    def deliver_webhooks(self, post: Post) -> int:
        """Post all webhooks that are due now; `post` takes URL and body and returns the status of the response.

        Returns the number of posts. The clock does not move: a failed post is due again later.
        """
        posted = 0
        while self.post_webhook(post):
            posted += 1
        return posted

    def webhook_pause(self) -> float | None:
        """Return the real seconds until a webhook may be due; None if none is until the state changes."""
        with self.exclusive() as context:
            due = (scheduler.next_due(context), webhook_queue.next_due(context, self._webhooks_in_flight.values()))
            return context.clock.wait(min((time for time in due if time is not None), default=math.inf))

    def reset(self, seed: int | None = None, with_demo: bool | None = None) -> None:
        """Return to the initial state, optionally with another seed, or with or without demo data."""
        settings = replace(
            self._settings,
            seed=self._settings.seed if seed is None else seed,
            demo=self._settings.demo if with_demo is None else with_demo,
        )
        with self.exclusive():
            self.context = context = replace(self.context, settings=settings, rng=Rng(settings.seed))
            self._webhooks_in_flight = {}
            self._silent_receivers = {}
            context.clock.reset()
            self.limiter.reset()
            self.requests.clear()
            with context.transaction():
                context.store.clear()
                demo.fill(context)
            self._running_state.forget()
            context.store.shrink()

    def snapshot(self) -> Snapshot:
        """Return a copy of the state, the clock and the random source, for `restore`."""
        with self.exclusive() as context:
            return Snapshot.of(context, self.limiter)

    def restore(self, snapshot: Snapshot) -> None:
        """Return to a snapshot; it can be restored any number of times."""
        with self.exclusive() as context:
            self._webhooks_in_flight = {}
            self.context = snapshot.restore(context, self.limiter)
            recover(self.context)
            remove_unfinished(self.context)
            self._running_state.forget()
            self._change_watch.mark_all()
            self._seen_changes = -1

    @property
    def waiters(self) -> int:
        """How many callers wait for a change."""
        return len(self._waiters)

    @property
    def initial_settings(self) -> Settings:
        """The settings that the sandbox was made with."""
        return self._settings

    def close(self) -> None:
        """Close the database, and wake those who wait."""
        with self._lock:
            self.is_closed = True
            self.context.store.close()
            snapshots.close(self.snapshots)
            for callback in self._subscribers.values():
                callback()
