"""Deliveries of the sandbox, posted to the example programs under difficult conditions.

Each delivery of the sandbox reaches a real server, in any order, half of them twice. A third of all posts has a wrong
token, some bodies are malformed, and some are sent while the server is down. The sender repeats what it could not
deliver. At the end, the program must have the data of the sandbox.

    python -m test.webhooks.storm --deliveries 10000 [SERVER ...]
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import urllib3

from smscx_client import webhooks
from smscx_client.api.sms_api import SmsApi
from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.serving.webhook_sender import http_post
from smscx_client.sandbox.state.clock import Clock
from test.support import ROOT
from test.support.ports import free_port

EXAMPLES = ROOT / "examples" / "webhooks"
TOKEN = "a-token-for-the-storm"
SERVERS = {
    "fastapi-uvicorn": ["-m", "uvicorn", "--port", "{port}", "--log-level", "warning", "fastapi_app:app"],
    "flask-waitress": ["-m", "waitress", "--listen", "127.0.0.1:{port}", "flask_app:app"],
    "flask-gunicorn": [
        "-m",
        "gunicorn",
        "--workers",
        "2",
        "--threads",
        "2",
        "--bind",
        "127.0.0.1:{port}",
        "flask_app:app",
    ],
    "django-gunicorn": ["-m", "gunicorn", "--workers", "2", "--bind", "127.0.0.1:{port}", "django_app:application"],
    "django-runserver": [str(EXAMPLES / "django_app.py"), "runserver", "--noreload", "127.0.0.1:{port}"],
}
"""How each server is started with Python."""
REPLIES = {"good": 200, "forged": 401, "malformed": 422}
"""The expected status of each kind of post, while the server runs."""
DOWN = 0
"""The status of a post to a server that is down."""
_PHONES = ["+31612469333", "+4915228817386", "+491749091317", "+46701740606"]
_RENTED = "+442079460123"


class Truth(NamedTuple):
    """The messages of the sandbox, and its deliveries."""

    bodies: list[bytes]
    reports: Counter[tuple[str, str]]
    """How often each message had each status: once."""
    final: dict[str, str]
    """The last status of each message."""
    replies: Counter[tuple[str, str]]
    """The replies, by id and text."""


class Post(NamedTuple):
    """One request to make."""

    kind: str
    body: bytes


class Result(NamedTuple):
    """The result of a storm: the number of posts by kind and status, and the rows that the program has stored."""

    statuses: Counter[tuple[str, int]]
    reports: Counter[tuple[str, str]]
    final: dict[str, str]
    replies: Counter[tuple[str, str]]


def truth(count: int, seed: int = 1) -> Truth:
    """Send and receive messages in the sandbox until it has made this number of deliveries."""
    chance = random.Random(seed)
    settings = Settings(
        seed=seed, demo=True, delivery="manual", balance="1000000", rate_limit=10**9, request_timeout=600
    )
    sandbox = SmscxSandbox(Sandbox(settings, Clock.frozen()))
    sandbox.control("POST", "application", sms={"receiveCallback": "http://127.0.0.1/replies"})
    sandbox.outcome(_PHONES[1], "failed")
    bodies: list[bytes] = []

    def post(url: str, body: bytes) -> int:
        bodies.append(body)
        return 200

    sent = _send(sandbox, count * 2 // 5, chance)
    replies: Counter[tuple[str, str]] = Counter()
    while len(bodies) < count:
        replies.update(_reply(sandbox, chance))
        sandbox.deliver_webhooks(post)
        sandbox.control("POST", "tick")
    messages = {message.msg_id: message.status for message in sandbox.messages if message.msg_id in sent}
    sandbox.close()
    sandbox.sandbox.close()
    reports = Counter((msg_id, status) for msg_id in messages for status in {"SENT", messages[msg_id]})
    return Truth(bodies, reports, messages, replies)


def _send(sandbox: SmscxSandbox, count: int, chance: random.Random) -> set[str]:
    """Send messages, most of them one by one; each send has its own callback URL, and so its own deliveries."""
    api, sent = SmsApi(sandbox.client), set()
    for number in range(count):
        phones = chance.sample(_PHONES, chance.choice((1, 1, 1, 4)))
        url = f"http://127.0.0.1/reports/{number}"
        request = SendSmsMessageRequest(phones, "InfoText", f"Message {number}", dlr_callback_url=url)
        sent.update(item.msg_id for item in api.send_sms(request).data)
    return sent


def _reply(sandbox: SmscxSandbox, chance: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(chance.randrange(5)):
        text = f"Reply {chance.random()}"
        yield sandbox.receive_sms(chance.choice(_PHONES), text, to=_RENTED)["msgId"], text


def posts(bodies: list[bytes], seed: int = 1) -> list[Post]:
    """The posts for deliveries: in random order, some of them twice, with a wrong token or malformed."""
    chance = random.Random(seed)
    good = [Post("good", body) for body in bodies]
    malformed = [Post("malformed", body[: chance.randrange(len(body))]) for body in bodies[::20]]
    made = [*good, *chance.sample(good, len(good) // 2), *malformed]
    chance.shuffle(made)
    for index in sorted(chance.sample(range(len(made)), len(made) // 20), reverse=True):
        made.insert(index, made[index])  # the same delivery twice at a time
    for _ in range(len(made) // 2):
        made.insert(chance.randrange(len(made)), Post("forged", chance.choice(bodies)))
    return made


@contextmanager
def served(name: str, folder: Path, port: int) -> Iterator[None]:
    """Run one of the example programs in a folder, until the end of the block."""
    command = [sys.executable, *(part.format(port=port) for part in SERVERS[name])]
    environment = {**os.environ, "WEBHOOK_TOKEN": TOKEN, "PYTHONPATH": f"{EXAMPLES}{os.pathsep}{ROOT}"}
    with (
        (folder / f"{name}.log").open("ab") as log,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log) as process,
        urllib3.PoolManager(retries=urllib3.Retry(connect=10, backoff_factor=0.05)) as http,
    ):
        try:
            assert http.request("GET", _url(port)).status == 200
            yield
        finally:
            process.terminate()


def _url(port: int, token: str = TOKEN) -> str:
    return webhooks.Receiver(token=token).url(f"http://127.0.0.1:{port}/sms")


def storm(name: str, made: list[Post], folder: Path) -> Result:
    """Post everything to a server, which is down for a while in the middle, and repeat lost posts."""
    port = free_port()
    urls = {kind: _url(port, "forged" if kind == "forged" else TOKEN) for kind in REPLIES}
    statuses: Counter[tuple[str, int]] = Counter()
    send = http_post(30)

    def status_of(post: Post) -> int:
        try:
            return send(urls[post.kind], post.body)
        except ConnectionRefusedError:
            return DOWN

    def deliver(part: list[Post]) -> list[Post]:
        """Make posts, four at a time; returns the deliveries to repeat."""
        with ThreadPoolExecutor(4) as senders:
            got = list(senders.map(status_of, part))
        statuses.update((post.kind, status) for post, status in zip(part, got))
        return [post for post, status in zip(part, got) if post.kind == "good" and status != 200]

    third = len(made) // 3
    with served(name, folder, port):
        again = deliver(made[:third])
    again += deliver(made[third : third + third // 10])
    with served(name, folder, port):
        again = deliver([*again, *made[third + third // 10 :]])
        assert deliver(again) == []
    return Result(statuses, *_stored(folder))


def _stored(folder: Path) -> tuple[Counter[tuple[str, str]], dict[str, str], Counter[tuple[str, str]]]:
    """The rows that the program has stored: one for each run of a handler."""
    with closing(sqlite3.connect(folder / "messages.db")) as database:
        reports = Counter(database.execute("SELECT msg_id, status FROM reports"))
        final = dict(database.execute("SELECT msg_id, status FROM reports ORDER BY is_final, at"))
        replies = Counter(database.execute("SELECT msg_id, text FROM replies"))
    return reports, final, replies


def check(result: Result, wanted: Truth) -> None:
    """Assert that nothing was lost, nothing was handled twice, and every post got the expected response."""
    assert {status for kind, status in result.statuses if kind != "good"} <= {DOWN, *REPLIES.values()}
    for kind, status in result.statuses:
        assert status in (REPLIES[kind], DOWN), result.statuses
    assert result.reports == wanted.reports
    assert result.final == wanted.final
    assert result.replies == wanted.replies


def main() -> None:
    """Run the storm against servers, and print their responses."""
    options = argparse.ArgumentParser(prog="python -m test.webhooks.storm", description=__doc__)
    options.add_argument("servers", nargs="*", default=list(SERVERS), metavar="SERVER", help=", ".join(SERVERS))
    options.add_argument("--deliveries", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    wanted = truth(given.deliveries, given.seed)
    made = posts(wanted.bodies, given.seed)
    print(f"{len(wanted.bodies)} deliveries, {sum(wanted.reports.values())} reports, {len(wanted.replies)} replies")
    for name in given.servers:
        with tempfile.TemporaryDirectory() as folder:
            result = storm(name, made, Path(folder))
            check(result, wanted)
        counts = ", ".join(
            f"{kind} {status or 'down'}: {count}" for (kind, status), count in sorted(result.statuses.items())
        )
        print(f"{name}: {counts}; as in the sandbox, each handled once")


if __name__ == "__main__":
    main()
