"""`smscx webhooks listen`: prints each callback once."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import urllib3

from test.cli.conftest import COMMAND, Command

REPORT = {
    "msgId": "11111111-1111-4111-8111-111111111111",
    "campaignId": "22222222-2222-4222-8222-222222222222",
    "statusCode": 2,
    "status": "DELIVERED",
    "errorCode": None,
    "datetime": "2026-11-27 03:04:05",
    "trackData": None,
}
BODY = json.dumps({"event": "dlr_update", "data": [REPORT]}).encode()


@contextmanager
def listening(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, listening on a free port; yields it and its callback URL."""
    child = subprocess.Popen(
        [*COMMAND, "webhooks", "listen", "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SMSCX_WEBHOOK_TOKEN": "sesame"},
    )
    with child:
        assert child.stderr is not None
        line = child.stderr.readline()
        found = re.search(r"callback URL is (\S+)", line)
        assert found, line
        try:
            yield child, found[1]
        finally:
            child.kill()


def post(url: str, body: bytes = BODY) -> int:
    with urllib3.PoolManager(retries=False, timeout=30) as pool:
        return pool.request("POST", url, body=body, headers={"Content-Type": "application/json"}).status


def test_each_event_is_a_line_of_json_once(smscx: Command) -> None:
    other = json.dumps({"event": "dlr_update", "data": [{**REPORT, "status": "FAILED", "errorCode": 11}]}).encode()
    with listening("--json", "--count", "2") as (child, url):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=sesame", url)
        assert [post(url), post(url), post(url, other)] == [200, 200, 200]
        out, err = child.communicate(timeout=300)
        assert (child.returncode, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert first == {"event": "dlr_update", "class": "DeliveryReport", "data": REPORT}
    assert second["data"]["status"] == "FAILED"


def test_a_wrong_token_and_a_wrong_body_print_nothing(smscx: Command) -> None:
    with listening("--count", "1") as (child, url):
        assert post(url.replace("sesame", "wrong")) == 401
        assert post(url, b"{}") == 422
        assert post(url) == 200
        out, err = child.communicate(timeout=300)
        assert (child.returncode, err) == (0, "")
    assert out.startswith("2026-11-27 03:04:05  DeliveryReport  msgId=11111111-1111-4111-8111-111111111111  ")
    assert out.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_ends_it(smscx: Command) -> None:
    with listening() as (child, _):
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=300)
        assert (child.returncode, out, err) == (130, "", "smscx: interrupted\n")


def test_the_public_url_gets_the_token(smscx: Command) -> None:
    with listening("--public-url", "https://localhost/sms") as (_, url):
        assert url == "https://localhost/sms/?token=sesame"


def test_a_port_in_use_is_one_sentence(smscx: Command) -> None:
    port = smscx.url.rpartition(":")[2]
    code, error = smscx.fails("webhooks", "listen", "--port", port)
    assert (code, error) == (
        1,
        f"smscx: cannot listen on 127.0.0.1:{port}: Address already in use; choose another --port",
    )


def test_senders_that_go_away_are_no_error_and_slow_ones_do_not_keep_it_alive(smscx: Command) -> None:
    with listening() as (child, url):
        address = ("127.0.0.1", int(re.findall(r":(\d+)/", url)[0]))
        head = b"POST /?token=sesame HTTP/1.1\r\nContent-Length: 9000\r\n"
        for sent in (b"", b"POST", head, head + b"\r\n{", head + b"x: y\r\n" * 300):
            with socket.create_connection(address) as sender:
                sender.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset
                sender.sendall(sent)
        assert post(url) == 200
        with socket.create_connection(address) as slow:
            slow.sendall(head + b"\r\n")
            with urllib3.PoolManager(retries=False, timeout=30) as pool:  # a body without a type
                assert pool.request("POST", url, body=BODY).status == 200
            child.send_signal(signal.SIGINT)
            _, shown = child.communicate()
    assert child.returncode == 130
    assert shown == "smscx: interrupted\n"
