"""Sends with an idempotency id, in any order with restarts, crashes, snapshots and resets, against a simple model."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from smscx_client.sandbox import Request, Sandbox, Settings
from smscx_client.sandbox.state.clock import Clock

KEYS = [f"0b3a9a3e-3a0c-4c5e-8d2f-{number:012}" for number in range(3)]
BALANCE, PRICE = Decimal(120), Decimal("0.075")
HEADERS = {"x-api-key": "sandbox-key", "content-type": "application/json"}


@dataclass(frozen=True)
class Model:
    """The expected state: the first response for each idempotency id, and the ids of all messages."""

    responses: dict[str, bytes] = field(default_factory=dict)
    messages: tuple[str, ...] = ()

    @property
    def spent(self) -> Decimal:
        return PRICE * len(self.messages)


class SendsAndRestarts(RuleBasedStateMachine):
    """A sandbox with a database file."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.starts = 0
        self.model, self.saved = Model(), None
        self._forget()
        self._open()

    def _forget(self) -> None:
        """Read the messages from the start again."""
        self.last_row, self.read = 0, set[str]()

    def _open(self) -> None:
        database = self.folder / f"{self.starts}.db"
        self.sandbox = Sandbox(Settings(database=str(database), balance=str(BALANCE)), Clock.frozen())

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        raw = b"" if body is None else json.dumps(body).encode()
        return self.sandbox.handle(Request(method, path, "", HEADERS, raw))

    @rule(key=st.sampled_from(KEYS), count=st.sampled_from([1, 2, 1001]), due=st.booleans())
    def send(self, key: str, count: int, due: bool) -> None:
        to = [f"+316{12_000_000 + number}" for number in range(count)]
        body = {"to": to, "from": "InfoText", "text": "Hi", "idempotencyId": key}
        response = self._call("POST", "/sms", {**body, "scheduledDate": "2035-06-01 09:00:00"} if due else body)
        first = self.model.responses.get(key)
        if first is not None:
            assert (response.status, response.body) == (200, first)
        elif self.model.spent + PRICE * count > BALANCE:
            assert response.json()["error"]["code"] == 1113
        else:
            sent = tuple(message["msgId"] for message in response.json()["data"])
            assert len(sent) == count
            responses = {**self.model.responses, key: response.body}
            self.model = replace(self.model, responses=responses, messages=self.model.messages + sent)

    @rule()
    def delete_the_last_message(self) -> None:
        if not self.model.messages:
            return
        *others, last = self.model.messages
        if self._call("DELETE", f"/sms/scheduled/{last}").status == 200:
            self.model = replace(self.model, messages=tuple(others))

    @rule()
    def restart(self) -> None:
        self.sandbox.close()
        self._open()

    @rule()
    def crash(self) -> None:
        """Continue with a copy of the current files, without a close."""
        for path in self.folder.glob(f"{self.starts}.db*"):
            copied = path.name.replace(f"{self.starts}.db", f"{self.starts + 1}.db", 1)
            (shutil.copytree if path.is_dir() else shutil.copy)(path, self.folder / copied)
        self.sandbox.close()
        self.starts += 1
        self._open()

    @rule()
    def take_snapshot(self) -> None:
        assert self._call("POST", "/_sandbox/snapshots", {"name": "one"}).status == 200
        self.saved = self.model

    @rule()
    def restore_snapshot(self) -> None:
        status = self._call("POST", "/_sandbox/snapshots/one/restore").status
        assert status == (404 if self.saved is None else 200)
        if self.saved is not None:
            self.model = self.saved
            self._forget()

    @rule()
    def reset(self) -> None:
        self._call("POST", "/_sandbox/reset")
        self.model = Model()
        self._forget()

    @invariant()
    def the_state_is_that_of_the_model(self) -> None:
        rows = self.sandbox.messages()
        assert sorted(row["msg_id"] for row in rows) == sorted(self.model.messages)
        assert Decimal(str(self._call("GET", "/account/balance").json()["balance"])) == BALANCE - self.model.spent
        assert Decimal(str(self._call("GET", "/_sandbox/ledger").json()["total"])) == self.model.spent

    @invariant()
    def continued_reading_misses_no_message(self) -> None:
        for row in self.sandbox.messages(after=self.last_row):
            self.last_row = row["id"]
            self.read.add(row["msg_id"])
        assert self.read >= set(self.model.messages)

    def teardown(self) -> None:
        self.sandbox.close()
        shutil.rmtree(self.folder)


TestSendsAndRestarts = SendsAndRestarts.TestCase
TestSendsAndRestarts.settings = settings(max_examples=10, stateful_step_count=10, deadline=None)
