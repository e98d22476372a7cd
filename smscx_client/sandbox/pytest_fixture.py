"""The pytest fixture `smscx_sandbox`: a sandbox, a client for it, and methods to inspect and control it.

The methods use the control API, so a test can do the same in the process and over HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from smscx_client import ApiClient, AsyncClient, Client

from .control.endpoint import MOST_ROWS
from .control.messages import MOST_MESSAGES
from .engine.http import Request
from .sandbox import Sandbox
from .serving.environment import Environment, variables
from .serving.in_process import client_arguments, connect, respond
from .serving.webhook_sender import http_post
from .state.snapshots import Snapshot
from .state.webhook_queue import Post

__all__ = ["Message", "SmscxSandbox"]


@dataclass(frozen=True)
class Message:
    """A sent message, with all its data."""

    id: int
    """Its number in the sandbox: later messages have higher numbers."""
    msg_id: str
    """The id that the API gives to the message."""
    campaign_id: str
    """The id of the campaign, that is, of the request that sent it."""
    channel: str
    """`sms`, `viber` or `whatsapp`."""
    to: str
    """The recipient, in E.164 format."""
    country_iso: str
    """The country of the recipient, such as `NL`."""
    originator: str
    """The sender that is shown."""
    text: str
    """The text as it was sent: transliterated, with its placeholders filled in."""
    status: str
    """`ACCEPTED`, `DELIVERED` and so on, as in delivery reports."""
    error_code: int | None
    """Why it was not delivered, as in delivery reports; None without an error."""
    encoding: str
    """`GSM-7` or `UCS-2`."""
    parts: int
    """The number of parts, each of which is billed."""
    cost: float
    """Cost of all parts, in the account's currency."""
    created_at: str
    """In UTC, `YYYY-MM-DD HH:MM:SS`, like the times below."""
    scheduled_at: str | None
    """When it is to be sent; None if at once."""
    updated_at: str | None
    """When its status last changed."""
    track_data: str | None
    """The `track_data` of the request."""
    requested_originator: str
    """The originator in the request. The API replaces one that is not approved by `InfoText`."""


class SmscxSandbox:
    """A sandbox for one test. Its clock is frozen: only `advance` and the client's pauses move it.

    :param sandbox: the sandbox to control. The fixture makes one for each test.

    Example::

        def test_the_pin_is_sent(smscx_sandbox):
            smscx_sandbox.environ()
            sign_up("+31612469333")
            assert len(smscx_sandbox.otp_pin("+31612469333")) == 4
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._open = ExitStack()

    @property
    def api_key(self) -> str:
        """The account's API key."""
        return self.sandbox.context.settings.api_key

    @cached_property
    def client(self) -> ApiClient:
        """An `ApiClient` that calls this sandbox without a socket."""
        return self._open.enter_context(connect(self.sandbox))

    def new_client(self, **settings: Any) -> Client:
        """Return a new `Client` that calls this sandbox without a socket. It is closed at the end of the test.

        :param settings: credentials and settings, as of `Client`; by default the account's API key.
        """
        return self._open.enter_context(Client(**client_arguments(self.sandbox, settings)))

    def async_client(self, *, max_concurrency: int = 64, **settings: Any) -> AsyncClient:
        """Return a new `AsyncClient` that calls this sandbox without a socket. It is closed at the end of the test.

        :param max_concurrency: how many calls run at the same time.
        :param settings: credentials and settings, as of `AsyncClient`; by default the account's API key.
        """
        client = AsyncClient(**client_arguments(self.sandbox, settings), max_concurrency=max_concurrency)
        self._open.callback(client.close_blocking)
        return client

    def environ(self) -> Environment:
        """Point the environment variables to this sandbox, for code that makes its own client.

        They are set at once, until the end of the test, or of the `with` block if it is used in one. The value is a
        dict of them, for other uses. Programs that this process starts get them too.
        """
        environment = Environment(variables(self.sandbox.context, self.url))
        self._open.callback(environment.undo)
        return environment

    @cached_property
    def url(self) -> str:
        """The URL of the sandbox over HTTP, for code under test that is not in this process.

        The first use starts the server, which posts webhooks as soon as they are due. Before that, only
        `deliver_webhooks` posts them.
        """
        from .serving.server import Server

        return self._open.enter_context(Server(self.sandbox)).url

    @property
    def messages(self) -> list[Message]:
        """The messages sent so far, oldest first."""
        return [_message(row) for row in self._all("messages", MOST_MESSAGES)]

    @property
    def balance(self) -> float:
        """The balance of the account."""
        return float(self.control("GET", "balance")["balance"])

    @property
    def ledger(self) -> list[dict[str, Any]]:
        """The changes of the balance: `at`, `operation`, `idempotencyId`, `amount`, `balance` (after it)."""
        return list(self._all("ledger", MOST_ROWS, "entries"))

    @property
    def webhooks(self) -> list[dict[str, Any]]:
        """The webhooks, posted and pending: `event`, `url`, `data`, `state`, `attempts`."""
        return list(self._all("webhooks", MOST_ROWS))

    def wait_for_message(
        self,
        to: str | None = None,
        *,
        text: str | None = None,
        status: str | None = None,
        channel: str | None = None,
        timeout: float = 5,
    ) -> Message:
        """Wait for the first matching message and return it.

        :param to: the recipient, in E.164 format.
        :param text: a part of the message text, in upper or lower case.
        :param status: such as `DELIVERED`.
        :param channel: `sms`, `viber` or `whatsapp`.
        :param timeout: real seconds.
        :raises AssertionError: there is no such message in this time.
        """
        __tracebackhide__ = True  # pytest shows the line of the test
        filters = {"to": to, "search": text, "status": status, "channel": channel}
        found = self.control("GET", "messages/wait", **filters, timeout=timeout)["message"]
        if found is None:
            wanted = ", ".join(f"{name}={value!r}" for name, value in filters.items() if value is not None)
            raise AssertionError(
                f"no message with {wanted or 'anything'} within {timeout} s; sent messages: {self._sent()}"
            )
        return _message(found)

    def otp_pin(self, to: str) -> str:
        """Return the last PIN sent to a number.

        :param to: the number, in E.164 format.
        :raises AssertionError: no PIN was sent to it.
        """
        __tracebackhide__ = True
        pin: str | None = self.control("GET", f"otps/{quote(to, safe='')}")["pin"]
        if pin is None:
            raise AssertionError(f"no PIN was sent to {to}; sent messages: {self._sent()}")
        return pin

    def receive_sms(self, sender: str, text: str, to: str | None = None) -> dict[str, Any]:
        """Receive an SMS from a phone.

        :param sender: the number of the phone, in E.164 format.
        :param text: what it sends.
        :param to: the number or originator that it sends to; None for the originator of the last message to this phone.
        """
        return self.receive("sms", sender, text, to)

    def receive(self, channel: str, sender: str, text: str, to: str | None = None) -> dict[str, Any]:
        """Receive a message from a phone; see :meth:`receive_sms`.

        :param channel: `sms`, `viber` or `whatsapp`.
        :param sender, text, to: as in :meth:`receive_sms`.
        """
        values = {"channel": channel, "from": sender, "text": text, "to": to}
        received: dict[str, Any] = self.control("POST", "inbound", **values)
        return received

    def opt_out(self, phone_number: str) -> None:
        """Opt out a phone number, as by the link in a message.

        :param phone_number: in E.164 format.
        """
        self.control("POST", "optouts", phoneNumber=phone_number)

    def outcome(self, phone_number: str, outcome: str) -> None:
        """Set the outcome of later messages to a number.

        :param phone_number: in E.164 format.
        :param outcome: `delivered`, `failed`, `refused`, `slow` or `unreported`.
        """
        self.control("POST", "outcomes", phoneNumber=phone_number, outcome=outcome)

    def advance(self, **duration: float) -> None:
        """Move the clock forward and run what becomes due, such as delivery reports and expired PINs.

        :param duration: the keywords of `datetime.timedelta`: `advance(minutes=5)`.
        """
        self.control("POST", "clock", advance=timedelta(**duration).total_seconds())

    def set_balance(self, balance: float) -> None:
        """Set the balance of the account.

        :param balance: the new balance, in the currency of the account.
        """
        self.control("POST", "balance", balance=balance)

    def fail(
        self,
        operation: str = "*",
        *,
        status: int | None = None,
        code: int | None = None,
        latency: float | None = None,
        reset: bool | None = None,
        body: str | None = None,
        content_type: str | None = None,
        when: str | None = None,
        times: int | None = 1,
        probability: float | None = None,
    ) -> None:
        """Make calls of an operation fail.

        :param operation: the name of the method, such as `send_sms`; `*` for all operations.
        :param status: return this status, with an error of the API.
        :param code: return this error; the operation must list it.
        :param latency: delay the response by this many seconds; the frozen clock moves, without a real delay.
        :param reset: reset the connection.
        :param body: return a body that is `truncated`, `garbage`, `empty` or `html`.
        :param content_type: return another content type.
        :param when: fail `before` the call runs, or `after` it; by default, errors and resets are before it.
        :param times: how often; None for always.
        :param probability: the probability of each failure, from 0 to 1, based on the sandbox's seed.
        """
        self.control(
            "POST",
            "faults",
            operation=operation,
            status=status,
            code=code,
            latency=latency,
            reset=reset,
            body=body,
            contentType=content_type,
            when=when,
            times=times,
            probability=probability,
        )

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Undo all changes at the end of the block; yields the snapshot, for `sandbox.restore` within the block."""
        before = self.sandbox.snapshot()
        try:
            yield before
        finally:
            self.sandbox.restore(before)
            before.store.close()

    def deliver_webhooks(self, post: Post | None = None) -> int:
        """Post the webhooks that are due now; returns the number of posts, failed ones included.

        :param post: takes URL and body, and returns the status of the response, as `receiver.post` does. None: they go
            to their URLs over HTTP.
        """
        settings = self.sandbox.context.settings
        return self.sandbox.deliver_webhooks(post or http_post(settings.webhook_timeout, settings.webhook_hosts))

    def control(self, method: str, path: str, **values: Any) -> Any:
        """Call the control API: `control("GET", "clock")`.

        :param method: the HTTP method.
        :param path: below `/_sandbox/`.
        :param values: the fields of the request; those that are None are left out.
        :raises ValueError: the control API returned an error.
        """
        given = {name: value for name, value in values.items() if value is not None}
        query, body, headers = "", b"", {}
        if method == "POST":
            body, headers = json.dumps(given).encode(), {"content-type": "application/json"}
        else:
            query = urlencode(given)
        response = respond(self.sandbox, Request(method, f"/_sandbox/{path}", query, headers, body))
        if response.status >= 400:
            raise ValueError(response.json()["error"]["message"])
        return response.json()

    def close(self) -> None:
        """Close the clients, stop the server, and undo the changes of the environment."""
        self._open.close()

    def _all(self, path: str, size: int, name: str = "") -> Iterator[dict[str, Any]]:
        """Yield the rows of all pages; `name` is the field of the rows, if it is not like the path."""
        after = 0
        while page := self.control("GET", path, limit=size, after=after)[name or path]:
            yield from page
            after = page[-1]["id"] if len(page) == size else 10**9

    def _sent(self) -> str:
        return "; ".join(f"{message.to} {message.text!r}" for message in self.messages[-10:]) or "none"


def _message(row: dict[str, Any]) -> Message:
    return Message(
        id=row["id"],
        msg_id=row["msgId"],
        campaign_id=row["campaignId"],
        channel=row["channel"],
        to=row["to"],
        country_iso=row["countryIso"],
        originator=row["from"],
        text=row["text"],
        status=row["status"],
        error_code=row["errorCode"],
        encoding=row["encoding"],
        parts=row["parts"],
        cost=row["cost"],
        created_at=row["createdAt"],
        scheduled_at=row["scheduledAt"],
        updated_at=row["updatedAt"],
        track_data=row["trackData"],
        requested_originator=row["requestedFrom"],
    )
