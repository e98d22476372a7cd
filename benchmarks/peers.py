"""Small calls of other SDKs against the same server, and the same calls in hand-written code.

The benchmark compares how much each SDK adds to a call. Each peer reads a small object and creates one, as its
documentation shows. Its floor is urllib3 with a body and a response of the same content. Twilio's calls are the same as
this client's: a balance, and one SMS. The calls differ, so compare a peer's microseconds only with its own floor. The
ratios of different SDKs can be compared.

Each peer is installed from the package index into its own environment, in the user's cache folder, and runs there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from benchmarks import bulk, startup
from benchmarks.canned import TWILIO
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Scale, Side, cpu, measure, reported

__all__ = ["peers"]

_HERE = Path(__file__).parent
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_TEXT = "Your parcel arrives today."


class Exchange(NamedTuple):
    """A peer's call as HTTP request and response."""

    what: str
    path: str
    #: Reads the fields from the response.
    read: Callable[[dict[str, Any]], Any]
    #: The request body: its type, the function that encodes it, and its fields; no body with GET.
    content_type: str | None = None
    encode: Callable[[Any], str] = json.dumps
    fields: Any = None


#: By peer: its imports, and its calls by the names that peer_calls.py uses.
_PEERS: dict[str, tuple[str, dict[str, Exchange]]] = {
    "smscx-client": (
        "import smscx_client; from smscx_client.api import sms_api; "
        "from smscx_client.model.send_sms_message_request import SendSmsMessageRequest",
        {
            "get": Exchange("get_account_balance", "/1/account/balance", lambda body: body["balance"]),
            "post": Exchange(
                "send_sms",
                "/1/sms",
                lambda body: (
                    body["info"]["totalCost"],
                    body["data"][0]["msgId"],
                    body["data"][0]["status"],
                ),
                content_type=_JSON,
                fields={"to": ["+31612469333"], "from": "InfoText", "text": _TEXT},
            ),
        },
    ),
    "twilio": (
        "from twilio.rest import Client",
        {
            "get": Exchange("balance.fetch", f"{TWILIO}/Balance.json", lambda body: body["balance"]),
            "post": Exchange(
                "messages.create",
                f"{TWILIO}/Messages.json",
                lambda body: (body["sid"], body["status"], body["price"]),
                content_type=_FORM,
                encode=urlencode,
                fields={"To": "+31612469333", "From": "InfoText", "Body": _TEXT},
            ),
        },
    ),
    "stripe": (
        "from stripe import StripeClient",
        {
            "get": Exchange("balance.retrieve", "/v1/balance", lambda body: body["available"][0]["amount"]),
            "post": Exchange(
                "customers.create",
                "/v1/customers",
                lambda body: (body["id"], body["name"], body["created"]),
                content_type=_FORM,
                encode=urlencode,
                fields={"name": "Ada Lovelace", "email": "ada@example.com"},
            ),
        },
    ),
    "openai": (
        "from openai import OpenAI",
        {
            "get": Exchange("models.retrieve", "/v1/models/gpt-4o-mini", lambda body: body["owned_by"]),
            "post": Exchange(
                "chat.completions.create",
                "/v1/chat/completions",
                lambda body: (body["id"], body["choices"][0]["message"]["content"], body["created"]),
                content_type=_JSON,
                fields={
                    "model": "gpt-4o-mini",
                    "messages": [{"role": "user", "content": "Say hello."}],
                    "max_tokens": 10,
                },
            ),
        },
    ),
}


class _SilentError(Exception):
    """A peer's process ended without output."""


def peers(url: str, scale: Scale) -> Iterator[Figure]:
    for name, (imports, exchanges) in _PEERS.items():
        try:
            python = _installed(name)
            with _running(python, name, url, scale.rows) as ask:
                for contest in _contests(name, exchanges, ask, url, scale):
                    yield measure(contest, scale.pairs)
            for contest in startup.importing_of(name, python, imports):
                yield measure(contest, scale.pairs)
        except (OSError, subprocess.CalledProcessError, _SilentError) as error:
            yield Figure(f"peer-{name}", f"{name}: not measured", "", None, note=str(error))


def _contests(
    name: str, exchanges: dict[str, Exchange], ask: Callable[[str, int], float], url: str, scale: Scale
) -> Iterator[Contest]:
    common: dict[str, Any] = {"meter": reported, "same": False}
    for call, exchange in exchanges.items():
        by_hand = Side.calling(_by_hand(Floor(url), exchange), scale.calls)
        yield Contest(
            name=f"peer-{name}-{call}",
            title=f"{name}: CPU of `{exchange.what}`",
            floor=Side.calling(partial(cpu, partial(by_hand.run, None))),
            client=Side.calling(partial(ask, call, scale.calls)),
            unit="µs",
            scale=1e-6,
            per=scale.calls,
            **common,
        )
    if name == "smscx-client":
        (many,) = bulk.sending(url, scale)
        yield Contest(
            name=f"peer-{name}-bulk",
            title=f"{name}: CPU of {scale.rows:,} recipients in one `send_sms`",
            floor=Side.calling(partial(cpu, partial(many.floor.run, None))),
            client=Side.calling(partial(ask, "bulk", 1)),
            unit="ms",
            scale=1e-3,
            often=0,
            **common,
        )


def _by_hand(floor: Floor, exchange: Exchange) -> Callable[[], Any]:
    method = "GET" if exchange.content_type is None else "POST"
    headers = {"Accept": _JSON, "User-Agent": "by-hand/1.0", "Authorization": "Bearer benchmark"}
    if exchange.content_type is not None:
        headers["Content-Type"] = exchange.content_type

    def call() -> Any:
        body = None if exchange.fields is None else exchange.encode(exchange.fields)
        response = floor.pool.request(method, floor.url + exchange.path, body=body, headers=headers)
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {response.data!r}")
        return exchange.read(json.loads(response.data))

    return call


def _installed(name: str) -> Path:
    """The interpreter of the peer's environment, which is made on first use.

    The published ``smscx-client`` is only run; its code is not read.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "smscx-benchmarks" / f"{name}-py{sys.version_info[0]}.{sys.version_info[1]}"
    python = folder / "bin" / "python"
    finished = folder / "installed"
    if not finished.exists():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", name], check=True)
        finished.touch()
    return python


@contextmanager
def _running(python: Path, name: str, url: str, rows: int) -> Iterator[Callable[[str, int], float]]:
    """Run the peer in its own process; yields a function that returns the processor time of a number of calls."""
    command = [str(python), "-I", str(_HERE / "peer_calls.py"), name, url, str(rows)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        requests, results = process.stdin, process.stdout

        def ask(call: str, times: int) -> float:
            requests.write(f"{call} {times}\n")
            requests.flush()
            response = results.readline()
            if not response:
                raise _SilentError(f"{name} failed at `{call}`")
            return float(response)

        yield ask
