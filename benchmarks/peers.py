"""Other clients at small calls of their own, against the same server, and the same calls by hand.

Compared is what an SDK adds to an exchange: each peer reads a small object and creates one, as its documentation shows
it, and its floor is urllib3 with a body and an answer of the same content. The twilio calls are those of this client:
a balance, and one SMS. Ratios of different SDKs say what their users pay for convenience; their exchanges
differ, so their microseconds compare only with their own floor.

Each peer is installed from the package index into an environment of its own, in the user's cache folder, and runs there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Union
from urllib.parse import urlencode

import urllib3

from benchmarks import bulk, startup
from benchmarks.canned import TWILIO
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Scale, Side, cpu, told

__all__ = ["peers"]

_HERE = Path(__file__).parent


class _Exchange(NamedTuple):
    """A call as it goes over the wire, and what is read from the answer."""

    what: str
    path: str
    body: Callable[[], str] | None
    read: Callable[[dict[str, Any]], Any]
    content_type: str = "application/x-www-form-urlencoded"


class _Peer(NamedTuple):
    imports: str
    calls: dict[str, _Exchange]


_PEERS: dict[str, _Peer] = {
    "smscx-client": _Peer(
        "import smscx_client; from smscx_client.api import sms_api; "
        "from smscx_client.model.send_sms_message_request import SendSmsMessageRequest",
        {
            "get": _Exchange("get_account_balance", "/1/account/balance", None, lambda answer: answer["balance"]),
            "post": _Exchange(
                "send_sms",
                "/1/sms",
                lambda: json.dumps({"to": ["+31612469333"], "from": "InfoText", "text": "Your parcel arrives today."}),
                lambda answer: (answer["info"]["totalCost"], answer["data"][0]["msgId"], answer["data"][0]["status"]),
                "application/json",
            ),
        },
    ),
    "twilio": _Peer(
        "from twilio.rest import Client",
        {
            "get": _Exchange("balance.fetch", f"{TWILIO}/Balance.json", None, lambda answer: answer["balance"]),
            "post": _Exchange(
                "messages.create",
                f"{TWILIO}/Messages.json",
                lambda: urlencode({"To": "+31612469333", "From": "InfoText", "Body": "Your parcel arrives today."}),
                lambda answer: (answer["sid"], answer["status"], answer["price"]),
            ),
        },
    ),
    "stripe": _Peer(
        "import stripe; from stripe import StripeClient",
        {
            "get": _Exchange("balance.retrieve", "/v1/balance", None, lambda answer: answer["available"][0]["amount"]),
            "post": _Exchange(
                "customers.create",
                "/v1/customers",
                lambda: urlencode({"name": "Ada Lovelace", "email": "ada@example.com"}),
                lambda answer: (answer["id"], answer["name"], answer["created"]),
            ),
        },
    ),
    "openai": _Peer(
        "from openai import OpenAI",
        {
            "get": _Exchange("models.retrieve", "/v1/models/gpt-4o-mini", None, lambda answer: answer["owned_by"]),
            "post": _Exchange(
                "chat.completions.create",
                "/v1/chat/completions",
                lambda: json.dumps(
                    {
                        "model": "gpt-4o-mini",
                        "messages": [{"role": "user", "content": "Say hello."}],
                        "max_tokens": 10,
                    }
                ),
                lambda answer: (answer["id"], answer["choices"][0]["message"]["content"], answer["created"]),
                "application/json",
            ),
        },
    ),
}


class _Silent(Exception):
    """A peer's process ended without an answer."""


def peers(url: str, scale: Scale) -> Iterator[Union[Contest, Figure]]:
    for name, peer in _PEERS.items():
        try:
            python = _installed(name)
            with _running(python, name, url, scale.rows) as ask:
                yield from _contests(name, peer, ask, url, scale)
                yield from startup.importing_of(name, python, peer.imports)
        except (OSError, subprocess.CalledProcessError, _Silent) as error:
            yield Figure(f"peer-{name}", f"{name}: not measured", "", None, note=f"{error}")


def _contests(name: str, peer: _Peer, ask: Callable[[str, int], float], url: str, scale: Scale) -> Iterator[Contest]:
    pool = Floor(url).pool
    for call, exchange in peer.calls.items():
        yield Contest(
            name=f"peer-{name}-{call}",
            title=f"{name}: CPU of `{exchange.what}`",
            floor=Side(lambda _, by_hand=_by_hand(pool, url, exchange): cpu(lambda: _times(by_hand, scale.calls))),
            client=Side(lambda _, call=call: ask(call, scale.calls)),
            meter=told,
            unit="µs",
            scale=1e-6,
            per=scale.calls,
            same=False,
        )
    if name == "smscx-client":
        (ours,) = bulk.sending(url, scale)
        yield Contest(
            name=f"peer-{name}-bulk",
            title=f"{name}: {scale.rows:,} recipients in one `send_sms`",
            floor=Side(lambda _: cpu(lambda: ours.floor.run(None))),
            client=Side(lambda _: ask("bulk", 1)),
            meter=told,
            unit="ms",
            scale=1e-3,
            same=False,
            often=0.5,
        )


def _by_hand(pool: urllib3.PoolManager, url: str, exchange: _Exchange) -> Callable[[], Any]:
    headers = {"Accept": "application/json", "User-Agent": "by-hand/1.0", "Authorization": "Bearer benchmark"}
    method = "GET" if exchange.body is None else "POST"
    if exchange.body is not None:
        headers["Content-Type"] = exchange.content_type

    def call() -> Any:
        body = None if exchange.body is None else exchange.body()
        response = pool.request(method, url + exchange.path, body=body, headers=headers)
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {response.data!r}")
        return exchange.read(json.loads(response.data))

    return call


def _times(call: Callable[[], Any], times: int) -> None:
    for _ in range(times):
        call()


def _installed(name: str) -> Path:
    """The interpreter of the environment that has the peer; made on first use.

    The published ``smscx-client`` is run, and never read.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "smscx-benchmarks" / f"{name}-py{sys.version_info[0]}.{sys.version_info[1]}"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", name], check=True)
        (folder / "installed").touch()
    return python


@contextmanager
def _running(python: Path, name: str, url: str, rows: int) -> Iterator[Callable[[str, int], float]]:
    """The peer in a process of its own: ask it for the processor time of so many calls."""
    command = [python, "-I", _HERE / "peer_calls.py", name, url, str(rows)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        questions, answers = process.stdin, process.stdout

        def ask(call: str, times: int) -> float:
            questions.write(f"{call} {times}\n")
            questions.flush()
            answer = answers.readline()
            if not answer:
                raise _Silent(f"{name} failed at `{call}`; see above")
            return float(answer)

        try:
            yield ask
        finally:
            questions.close()
