"""Small calls of other SDKs against the same server, and the same calls in hand-written code.

The benchmark compares how much each SDK adds to a call. Each peer reads a small object and creates one, as its
documentation shows. Peers with an async client make their second call with many in flight too, and peers that page
through lists by themselves read one. The floor is urllib3 with a body and a response of the same content; beside an
async client, in a thread pool. Twilio's calls are the same as this client's: a balance, and one SMS. The calls differ,
so compare a peer's microseconds only with its own floor. The ratios of different SDKs can be compared.

Each peer is installed from the package index into its own environment, in the user's cache folder, and runs there. This
client runs as a peer too, in the environment of the benchmarks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from benchmarks import bulk, startup
from benchmarks.async_calls import Loop
from benchmarks.async_calls import by_hand as in_threads
from benchmarks.canned import TWILIO
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Scale, Side, cpu, measure, reported
from benchmarks.peer_calls import IN_FLIGHT

__all__ = ["peers"]

_HERE = Path(__file__).parent
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_ROWS = 1_000  # of a list, in pages of 100
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


class Listing(NamedTuple):
    """A peer's list, read page by page."""

    what: str
    path: str
    rows: str
    #: The path of the next page; None after the last one.
    following: Callable[[dict[str, Any]], str | None]
    #: The fields that are read from each row.
    fields: tuple[str, ...]


_REPORT = "/1000/reports/campaigns/6f6ad855-e542-411e-b316-caa909a1ccda?limit=100"
_SENT = Exchange(
    "send_sms",
    "/1/sms",
    lambda body: (body["info"]["totalCost"], body["data"][0]["msgId"], body["data"][0]["status"]),
    content_type=_JSON,
    fields={"to": ["+31612469333"], "from": "InfoText", "text": _TEXT},
)


def _next(path: str, cursor: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], str | None]:
    """The function that returns the path of the next page: ``path`` with the cursor of this page."""
    return lambda body: f"{path}{value}" if (value := cursor(body)) else None


#: The package that pip installs for a peer, if it has another name.
_REQUIREMENTS = {"stripe": ["stripe[async]"], "slack_sdk": ["slack_sdk", "aiohttp"]}
#: The peer that runs in the environment of the benchmarks.
_THIS = "this client"
#: By peer: its imports, and its calls by the names that peer_calls.py uses.
_PEERS: dict[str, tuple[str, dict[str, Exchange | Listing]]] = {
    _THIS: (
        "import smscx_client; smscx_client.Client",
        {
            "get": Exchange("get_account_balance", "/1/account/balance", lambda body: body["balance"]),
            "post": _SENT,
            "async": _SENT,
            "pages": Listing(
                "iter_campaign_report",
                _REPORT,
                "data",
                _next(f"{_REPORT}&next=", lambda body: body["paging"]["next"]),
                ("msgId", "status", "cost"),
            ),
        },
    ),
    "smscx-client": (
        "import smscx_client; from smscx_client.api import sms_api; "
        "from smscx_client.model.send_sms_message_request import SendSmsMessageRequest",
        {
            "get": Exchange("get_account_balance", "/1/account/balance", lambda body: body["balance"]),
            "post": _SENT,
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
            "pages": Listing(
                "messages.stream",
                f"{TWILIO}/Messages.json?PageSize=100",
                "messages",
                lambda body: body["next_page_uri"],
                ("sid", "status", "price"),
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
            "pages": Listing(
                "customers.list().auto_paging_iter",
                "/v1/customers?limit=100",
                "data",
                _next(
                    "/v1/customers?limit=100&starting_after=", lambda body: body["has_more"] and body["data"][-1]["id"]
                ),
                ("id", "name", "created"),
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
    "slack_sdk": (
        "from slack_sdk import WebClient",
        {
            "get": Exchange(
                "auth_test",
                "/api/auth.test",
                lambda body: body["user"],
                content_type=_FORM,
                encode=urlencode,
                fields={},
            ),
            "post": Exchange(
                "chat_postMessage",
                "/api/chat.postMessage",
                lambda body: (body["ts"], body["channel"], body["message"]["text"]),
                content_type=_JSON,
                fields={"channel": "C123456", "text": _TEXT},
            ),
            "pages": Listing(
                "conversations_list",
                "/api/conversations.list?limit=100",
                "channels",
                _next(
                    "/api/conversations.list?limit=100&cursor=", lambda body: body["response_metadata"]["next_cursor"]
                ),
                ("id", "name", "num_members"),
            ),
        },
    ),
}
#: Peers whose async client makes the call "post".
_ASYNC = ("twilio", "stripe", "openai", "slack_sdk")
for _name in _ASYNC:
    _PEERS[_name][1]["async"] = _PEERS[_name][1]["post"]


class _SilentError(Exception):
    """A peer's process ended without output."""


def peers(url: str, scale: Scale) -> Iterator[Figure]:
    for name, (imports, exchanges) in _PEERS.items():
        try:
            python = _installed(name)
            with _running(python, name, url, scale.rows) as ask, ExitStack() as stack:
                for contest in _contests(name, exchanges, ask, url, scale, stack):
                    yield measure(contest, scale.pairs)
            for contest in startup.importing_of(name, python, imports):
                yield measure(contest, scale.pairs)
        except (OSError, subprocess.CalledProcessError, _SilentError) as error:
            yield Figure(f"peer-{name}", f"{name}: not measured", "", None, note=str(error))


def _contests(
    name: str,
    exchanges: dict[str, Exchange | Listing],
    ask: Callable[[str, int], float],
    url: str,
    scale: Scale,
    stack: ExitStack,
) -> Iterator[Contest]:
    common: dict[str, Any] = {"meter": reported, "same": False}
    for call, exchange in exchanges.items():
        by_hand, title, times, units = _floor_of(call, exchange, url, scale, stack)
        yield Contest(
            name=f"peer-{name.replace(' ', '-')}-{call}",
            title=f"{name}: {title}",
            floor=Side.calling(partial(cpu, partial(by_hand.run, None))),
            client=Side.calling(partial(ask, call, times)),
            unit="µs",
            scale=1e-6,
            per=times * units,
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


def _floor_of(
    call: str, exchange: Exchange | Listing, url: str, scale: Scale, stack: ExitStack
) -> tuple[Side, str, int, int]:
    """The floor of a call, its title, how often it is made in a sample, and the calls or rows in each."""
    if isinstance(exchange, Listing):
        times = max(1, scale.calls // 50)
        by_hand = Side.calling(_listed_by_hand(Floor(url), exchange), times)
        return by_hand, f"CPU per row of `{exchange.what}`, 10 pages of 100", times, _ROWS
    one = _by_hand(Floor(url, maxsize=IN_FLIGHT), exchange)
    if call != "async":
        return Side.calling(one, scale.calls), f"CPU of `{exchange.what}`", scale.calls, 1
    times, runner = max(1, scale.calls // 20), Loop()
    stack.callback(runner.close)
    pool = stack.enter_context(ThreadPoolExecutor(IN_FLIGHT))
    title = f"CPU of `await` `{exchange.what}`, {IN_FLIGHT} in flight"
    return runner.side(in_threads(pool, one), IN_FLIGHT, times * IN_FLIGHT), title, times, IN_FLIGHT


def _listed_by_hand(floor: Floor, listing: Listing) -> Callable[[], Any]:
    headers = {"Accept": _JSON, "User-Agent": "by-hand/1.0", "Authorization": "Bearer benchmark"}
    first, second, third = listing.fields

    def call() -> Any:
        path: str | None = listing.path
        count = 0
        while path:
            response = floor.pool.request("GET", floor.url + path, headers=headers)
            if response.status != 200:
                raise RuntimeError(f"{response.status}: {response.data!r}")
            body = json.loads(response.data)
            for row in body[listing.rows]:
                last = row[first], row[second], row[third]
                count += 1
            path = listing.following(body)
        if count != _ROWS:
            raise RuntimeError(f"{listing.what} has {count} rows")
        return last

    return call


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
    if name == _THIS:
        return Path(sys.executable)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "smscx-benchmarks" / f"{name}-py{sys.version_info[0]}.{sys.version_info[1]}"
    python = folder / "bin" / "python"
    finished, wanted = folder / "installed", _REQUIREMENTS.get(name, [name])
    if not finished.exists() or finished.read_text(encoding="utf-8").split() != wanted:
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", *wanted], check=True)
        finished.write_text(" ".join(wanted), encoding="utf-8")
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
