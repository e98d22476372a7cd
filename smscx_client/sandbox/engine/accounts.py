"""Accounts beside the main one: each is a sandbox of its own, with its own state, clock and balance.

A test makes an account, uses it by its API key, and drops it. So tests in any language run at the same time, against
one server, without seeing each other. The accounts are in memory.
"""

from __future__ import annotations

import binascii
import secrets
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar
from uuid import uuid4

from ..settings import Settings
from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from ..state.clock import Clock
from ..state.context import Context
from .auth import has_token
from .http import CONTROL_PREFIX, Request

__all__ = ["ACCOUNTS_PATH", "MOST_ACCOUNTS", "Accounts"]

ACCOUNTS_PATH = f"{CONTROL_PREFIX}/accounts"
MOST_ACCOUNTS = 200
_PREFIX = "account-"


class _Account(Protocol):
    context: Context

    def close(self) -> None: ...


_Sandbox = TypeVar("_Sandbox", bound=_Account)


class Accounts(Generic[_Sandbox]):
    """The open accounts by API key. Thread-safe."""

    def __init__(self, make: Callable[[Settings, Clock], _Sandbox]) -> None:
        self.make = make
        """Makes a sandbox that is no account; the caller closes it."""
        self._open: dict[str, tuple[_Sandbox, ExitStack]] = {}
        self._services: list[Callable[[_Sandbox], AbstractContextManager[Any]]] = []
        self._lock = RLock()

    def __iter__(self) -> Iterator[_Sandbox]:
        with self._lock:
            return iter([sandbox for sandbox, _ in self._open.values()])

    def create(self, settings: Settings, clock: Clock) -> _Sandbox:
        """Open an account with these settings, but with keys and a database of its own."""
        with self._lock:
            if len(self._open) >= MOST_ACCOUNTS:
                raise ApiError(
                    INVALID_PARAM, detail=f"{MOST_ACCOUNTS} accounts are open: drop those that are not used any more."
                )
            own = replace(
                settings,
                api_key=f"{_PREFIX}{secrets.token_hex(16)}",
                application_id=str(uuid4()),
                application_secret=secrets.token_hex(16),
                database=":memory:",
            )
            sandbox = self.make(own, clock)
            stack = ExitStack()
            stack.callback(sandbox.close)
            for service in self._services:
                stack.enter_context(service(sandbox))
            self._open[own.api_key] = (sandbox, stack)
            return sandbox

    def drop(self, api_key: str) -> None:
        """Close an account; raises ApiError if there is none."""
        with self._lock:
            if api_key not in self._open:
                raise ApiError(Assumed.NO_ROUTE, detail="There is no account with this API key.")
            self._open.pop(api_key)[1].close()

    def close(self) -> None:
        """Close all accounts."""
        with self._lock:
            for api_key in list(self._open):
                self.drop(api_key)

    @contextmanager
    def served_by(self, service: Callable[[_Sandbox], AbstractContextManager[Any]]) -> Iterator[None]:
        """Run a service, such as one that posts webhooks, for each account during the block."""
        with self._lock:
            self._services.append(service)
        try:
            yield
        finally:
            with self._lock:
                self._services.remove(service)
                self.close()

    def of(self, request: Request) -> _Sandbox | None:
        """Return the account of a request; None for the main one.

        A request to the API has the account's credentials. One to the control API has the account's API key in
        `X-API-KEY`, or in the query as `account`. Raises ApiError for an account that was dropped.
        """
        if request.path == ACCOUNTS_PATH or request.path.startswith(f"{ACCOUNTS_PATH}/"):
            return None
        key = request.headers.get("x-api-key", "")
        if request.path == "/" or request.path.startswith(f"{CONTROL_PREFIX}/"):
            key = request.query_values.get("account", key) if "account=" in request.query else key
            if key.startswith(_PREFIX) and key not in self._open:
                raise ApiError(Assumed.BAD_API_KEY, detail="The account was dropped, or never existed.")
        if key or not self._open:
            return self._open[key][0] if key in self._open else None
        return self._by_authorization(request.headers.get("authorization", ""))

    def _by_authorization(self, header: str) -> _Sandbox | None:
        scheme, _, value = header.partition(" ")
        if scheme.lower() == "basic":
            try:
                application = b64decode(value, validate=True).decode().partition(":")[0]
            except (binascii.Error, ValueError):
                return None
            return next((each for each in self if each.context.settings.application_id == application), None)
        if scheme.lower() == "bearer":
            return next((each for each in self if has_token(each.context, value.strip())), None)
        return None
