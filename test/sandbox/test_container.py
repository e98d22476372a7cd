"""The container files. Tests carry out their lines, since no container can be built without a network."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import urllib3
import yaml

from smscx_client.sandbox.serving.options import OPTIONS
from test.support import ROOT

FOLDER = ROOT / "examples" / "compose"
COMPOSE = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))["services"]


def _instructions() -> Iterator[tuple[str, str]]:
    """The instructions of the container file with their arguments."""
    for line in (ROOT / "Containerfile").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.partition(" ")
            yield name, rest


INSTRUCTIONS = list(_instructions())
ENV = dict(pair.split("=", 1) for name, rest in INSTRUCTIONS if name == "ENV" for pair in shlex.split(rest))
(CMD,) = (json.loads(rest) for name, rest in INSTRUCTIONS if name == "CMD")
(HEALTH,) = (json.loads(rest.partition("CMD ")[2]) for name, rest in INSTRUCTIONS if name == "HEALTHCHECK")


def _environment(*added: dict[str, str]) -> dict[str, str]:
    merged = {name: value for name, value in os.environ.items() if not name.startswith("SMSCX_")}
    for each in added:
        merged.update(each)
    return {**merged, "PYTHONPATH": str(ROOT)}


@contextmanager
def _sandbox() -> Iterator[str]:
    """Start the service as compose does, on a free port."""
    program = {"smscx-sandbox": [sys.executable, "-m", "smscx_client.sandbox"]}[CMD[0]]
    free_port = {"SMSCX_SANDBOX_PORT": "0"}
    environment = _environment(ENV, COMPOSE["sandbox"]["environment"], free_port)
    with subprocess.Popen([*program, *CMD[1:]], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = re.search(r":(\d+)$", process.stdout.readline().strip())
        assert port
        try:
            yield port[1]
        finally:
            process.terminate()


def test_the_container_copies_and_installs_the_package() -> None:
    assert [name for name, _ in INSTRUCTIONS] == [
        *("FROM", "WORKDIR", "COPY", "RUN", "WORKDIR", "RUN", "USER", "ENV", "EXPOSE", "HEALTHCHECK", "CMD"),
    ]
    assert INSTRUCTIONS[3][1].endswith('".[sandbox]"')
    assert dict(INSTRUCTIONS)["EXPOSE"] == ENV["SMSCX_SANDBOX_PORT"]
    for service in COMPOSE.values():
        build = service["build"]
        assert (FOLDER / build["context"] / build["dockerfile"]).resolve() == ROOT / "Containerfile"


def test_every_variable_is_an_option() -> None:
    known = {option.variable for option in OPTIONS}
    assert {*ENV, *COMPOSE["sandbox"]["environment"]} <= known
    assert COMPOSE["app"]["depends_on"]["sandbox"]["condition"] == "service_healthy"


def test_the_application_sends_through_the_sandbox() -> None:
    with _sandbox() as port:
        program, *arguments = HEALTH
        assert program == "python"
        health = subprocess.run(
            [sys.executable, *arguments], env=_environment({"SMSCX_SANDBOX_PORT": port}), check=False, timeout=60
        )
        assert health.returncode == 0

        service = COMPOSE["app"]
        app = Path(service["command"][1].replace("/src", str(ROOT)))
        variables = {**service["environment"], "SMSCX_HOST": f"http://127.0.0.1:{port}"}
        done = subprocess.run(
            [sys.executable, app], env=_environment(variables), capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Sent ")

        def get(path: str) -> Any:
            host = service["environment"]["SMSCX_HOST"].partition("://")[2]
            response = http.request("GET", f"http://127.0.0.1:{port}{path}", headers={"Host": host})
            assert response.status == 200
            return json.loads(response.data)

        with urllib3.PoolManager() as http:
            assert get("/_sandbox/messages?search=The%20application")["messages"][0]["text"] == "The application is up."
            assert get("/_sandbox/balance")["balance"] == pytest.approx(20 - 0.075)
            assert get("/_sandbox/limits")["rateLimit"] == 600
