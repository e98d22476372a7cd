"""What the pytest fixture `smscx_sandbox` is: a sandbox, a client of it, and what a test wants to do and to see.

Everything goes through the control API, so that a test can do no more in the process than over HTTP.
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

from smscx_client import ApiClient

from .engine.http import Request
from .sandbox import Sandbox
from .serving.in_process import ask, connect
from .serving.webhook_sender import over_http
from .state.snapshots import Snapshot
from .state.webhook_queue import Post

__all__ = ["Message", "SmscxSandbox"]


@dataclass(frozen=True)
class Message:
    """A message that was sent, as the sandbox knows it."""

    id: int
    msg_id: str
    campaign_id: str
    channel: str
    to: str
    country_iso: str
    originator: str
    text: str
    status: str
    error_code: int | None
    encoding: str
    parts: int
    cost: float
    """In the account's currency, for all parts."""
    created_at: str
    """In UTC, as the times below: `YYYY-MM-DD HH:MM:SS`."""
    scheduled_at: str | None
    updated_at: str | None
    track_data: str | None


class SmscxSandbox:
    """A sandbox for one test. Its clock is frozen: time passes by `advance`, and by the client's pauses."""

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

    @cached_property
    def url(self) -> str:
        """Where the sandbox answers over HTTP, for what is tested from outside.

        From the first use on it is served, and webhooks are posted as soon as they are due; before, by
        `deliver_webhooks` only.
        """
        from .serving.server import Server

        return self._open.enter_context(Server(self.sandbox)).url

    @property
    def messages(self) -> list[Message]:
        """What was sent so far, oldest first."""
        return [_message(shown) for shown in self.control("GET", "messages", limit=1_000_000)["messages"]]

    @property
    def balance(self) -> float:
        """What is left of the account's money."""
        return float(self.control("GET", "balance")["balance"])

    @property
    def ledger(self) -> list[dict[str, Any]]:
        """Each movement of the balance: `at`, `operation`, `idempotencyId`, `amount`, `balance` after it."""
        return list(self.control("GET", "ledger")["entries"])

    @property
    def webhooks(self) -> list[dict[str, Any]]:
        """What is to be posted, or was: `event`, `url`, `data`, `state`, `attempts`."""
        return list(self.control("GET", "webhooks")["webhooks"])

    def wait_for_message(
        self,
        to: str | None = None,
        *,
        text: str | None = None,
        status: str | None = None,
        channel: str | None = None,
        timeout: float = 5,
    ) -> Message:
        """The first message that fits, as soon as there is one; an AssertionError after `timeout` real seconds.

        `text` is what its text has in it, in any case of letters.
        """
        asked = {"to": to, "search": text, "status": status, "channel": channel}
        found = self.control("GET", "messages/wait", **asked, timeout=timeout)["message"]
        if found is None:
            wanted = ", ".join(f"{name}={value!r}" for name, value in asked.items() if value is not None)
            raise AssertionError(f"no message with {wanted or 'anything'} in {timeout} s; sent were: {self._sent()}")
        return _message(found)

    def otp_pin(self, to: str) -> str:
        """The PIN that was sent to a number last; an AssertionError if there is none."""
        pin: str | None = self.control("GET", f"otps/{quote(to, safe='')}")["pin"]
        if pin is None:
            raise AssertionError(f"no PIN was sent to {to}; sent were: {self._sent()}")
        return pin

    def receive_sms(self, sender: str, text: str, to: str | None = None) -> dict[str, Any]:
        """Let a phone send an SMS to a number of the account: a rented one, or the one it was written to from."""
        return self.receive("sms", sender, text, to)

    def receive(self, channel: str, sender: str, text: str, to: str | None = None) -> dict[str, Any]:
        """Let a phone write by `sms`, `viber` or `whatsapp`."""
        values = {"channel": channel, "from": sender, "text": text, "to": to}
        received: dict[str, Any] = self.control("POST", "inbound", **values)
        return received

    def opt_out(self, phone_number: str) -> None:
        """Let a phone's owner opt out by the link in a message."""
        self.control("POST", "optouts", phoneNumber=phone_number)

    def outcome(self, phone_number: str, outcome: str) -> None:
        """Let messages to a number be `delivered`, `failed`, `refused`, `slow` or `unreported` from now on."""
        self.control("POST", "outcomes", phoneNumber=phone_number, outcome=outcome)

    def advance(self, **duration: float) -> None:
        """Let time pass, and happen what is due in it: `advance(minutes=5)`; what `datetime.timedelta` takes."""
        self.control("POST", "clock", advance=timedelta(**duration).total_seconds())

    def set_balance(self, balance: float) -> None:
        """Give the account so much money."""
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
        """Let calls of an operation fail, such as `send_sms`; `*` is all of them.

        :param status: answer with this status and the API's error form.
        :param code: answer with this error, out of those that the operation lists.
        :param latency: be late by so many seconds, of which nobody waits for one: the frozen clock moves.
        :param reset: reset the connection.
        :param body: answer with a body that is `truncated`, `garbage`, `empty` or `html`.
        :param content_type: answer with another content type.
        :param when: `before` the call is carried out, or `after` it was; unless said, errors and resets are before it.
        :param times: how often; None for always.
        :param probability: how likely it is each time, by the sandbox's seed.
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
        """Undo at the end of the block all that has happened in it; `sandbox.restore` goes back to it before that."""
        before = self.sandbox.snapshot()
        try:
            yield before
        finally:
            self.sandbox.restore(before)
            before.store.close()

    def deliver_webhooks(self, post: Post | None = None) -> int:
        """Post the webhooks that are due now, and return how many were posted, whatever came of it.

        They go to their URLs over HTTP; or to `post`, which takes URL and body and returns the status of the answer.
        """
        settings = self.sandbox.context.settings
        return self.sandbox.deliver_webhooks(post or over_http(settings.webhook_timeout, settings.webhook_hosts))

    def control(self, method: str, path: str, **values: Any) -> Any:
        """Call the control API: `control("GET", "clock")`. None is left out; an error is a ValueError."""
        given = {name: value for name, value in values.items() if value is not None}
        query, body, headers = "", b"", {}
        if method == "POST":
            body, headers = json.dumps(given).encode(), {"content-type": "application/json"}
        else:
            query = urlencode(given)
        answer = ask(self.sandbox, Request(method, f"/_sandbox/{path}", query, headers, body))
        if answer.status >= 400:
            raise ValueError(answer.json()["error"]["message"])
        return answer.json()

    def close(self) -> None:
        """End what `client` and `url` have begun."""
        self._open.close()

    def _sent(self) -> str:
        return "; ".join(f"{message.to} {message.text!r}" for message in self.messages[-10:]) or "none"


def _message(shown: dict[str, Any]) -> Message:
    return Message(
        id=shown["id"],
        msg_id=shown["msgId"],
        campaign_id=shown["campaignId"],
        channel=shown["channel"],
        to=shown["to"],
        country_iso=shown["countryIso"],
        originator=shown["from"],
        text=shown["text"],
        status=shown["status"],
        error_code=shown["errorCode"],
        encoding=shown["encoding"],
        parts=shown["parts"],
        cost=shown["cost"],
        created_at=shown["createdAt"],
        scheduled_at=shown["scheduledAt"],
        updated_at=shown["updatedAt"],
        track_data=shown["trackData"],
    )
