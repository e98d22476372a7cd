"""A server is killed in the middle of a handler: the sandbox delivers again, and the handler runs to its end once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from smscx_client import webhooks
from smscx_client.api.sms_api import SmsApi
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.serving.webhook_sender import http_post
from smscx_client.sandbox.state.clock import Clock
from test.support import ROOT

SERVER = ("-m", "gunicorn", "--workers", "1", "--chdir", ".", "test.webhooks.killed_app:app")


def test_a_handler_that_was_killed_runs_again_and_the_others_do_not(tmp_path: Path) -> None:
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        url = webhooks.Receiver(token="token").url(f"http://127.0.0.1:{port}/")
        os.set_inheritable(listening.fileno(), True)
        command = [sys.executable, *SERVER, "--bind", f"fd://{listening.fileno()}"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (
            (tmp_path / "server.log").open("wb") as log,
            subprocess.Popen(
                command, cwd=tmp_path, env=environment, stdout=log, stderr=log, pass_fds=[listening.fileno()]
            ) as process,
        ):
            try:
                _deliver(url)
            finally:
                process.terminate()
    runs = (tmp_path / "runs.txt").read_text(encoding="utf-8").splitlines()
    keys = {line.rpartition(" ")[2] for line in runs}
    counts = Counter(line.rpartition(" ")[0] for line in runs)
    assert len(keys) > 1
    assert len(keys) == counts["first"] == counts["second ends"]
    assert counts["second begins"] == len(keys) + 1


def _deliver(url: str) -> None:
    """Send to two recipients, and let the sandbox post the delivery reports, again after a failure."""
    statuses = []
    send = http_post(30)

    def post(address: str, body: bytes) -> int:
        try:
            statuses.append(send(address, body))
        except OSError:
            statuses.append(0)
            raise
        return statuses[-1]

    with closing(Sandbox(Settings(), Clock.frozen())) as sandbox:
        request = {"to": ["+31612469333", "+31612469334"], "from": "InfoText", "text": "Hi", "dlrCallbackUrl": url}
        SmsApi(connect(sandbox)).send_sms(request)
        for _ in range(20):
            sandbox.advance(3_600)
            sandbox.deliver_webhooks(post)
    assert statuses.count(0) == 1  # the connection of the killed process
    assert set(statuses) == {0, 200}
