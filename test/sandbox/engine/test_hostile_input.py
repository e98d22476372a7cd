"""Input that takes long in a careless parser. Another process reads it, so that a hang is a failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HANG = 60
"""Seconds after which a process counts as hanging: each input here takes milliseconds, or hours."""

ESTIMATE = """
import json, sys
from smscx_client.sandbox import Request, Sandbox, Settings
text = eval(sys.argv[1])
body = json.dumps({"to": ["+31612469333"], "from": "InfoText", "text": text}).encode()
headers = {"x-api-key": "sandbox-key", "content-type": "application/json"}
for path in "/sms/estimate", "/sms":
    print(Sandbox(Settings(balance="1000000")).handle(Request("POST", path, "", headers, body)).status)
"""


@pytest.mark.parametrize(
    "text",
    [
        "'{{a:' + ' ' * 100_000",
        "'{{' + ' ' * 100_000",
        "'{{a' + ' ' * 100_000",
        "'{{a:' + ' x' * 50_000",
        "'{' * 100_000",
        "'{{ ' * 30_000",
        "'{{a:' * 30_000",
        "'{{' + 'a' * 100_000",
        "'\\u2003' * 100_000",
    ],
)
def test_a_text_that_is_nearly_a_placeholder_takes_no_longer_than_another(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ESTIMATE, text], capture_output=True, text=True, timeout=HANG, check=False
    )
    statuses = done.stdout.split()
    assert len(statuses) == 2, done.stderr
    assert set(statuses) <= {"200", "400"}


def test_a_request_that_takes_too_long_is_aborted(make: Any, tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.db")
    numbers = [f"+316{12_000_000 + number}" for number in range(25_000)]
    patient = make(database=database)
    patient.send(numbers, "Yes/no")
    patient.sandbox.close()
    impatient = make(database=database, request_timeout=0)
    assert impatient.send()["info"]["totalPhoneNumbers"] == 1
    link = impatient("GET", "/optouts").json()["info"]["link"]
    click = impatient("POST", "/_sandbox/clicks", {"url": f"{link}none"})  # searches 25,000 texts
    assert (click.status, click.json()["error"]["type"]) == (503, "server_error")
    assert "request_timeout" in click.json()["error"]["message"]
    assert impatient.send()["info"]["totalPhoneNumbers"] == 1
