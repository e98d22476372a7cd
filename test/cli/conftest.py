"""The command in this process and as its own process, against a sandbox on 127.0.0.1."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import urllib3
from typer.testing import CliRunner, Result

from smscx_client.cli import app
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock

COMMAND = [sys.executable, "-m", "smscx_client.cli"]
KEY = "sandbox-key"


def _runner() -> CliRunner:
    """A runner that keeps stdout and stderr apart, as newer versions do by default."""
    separate = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    return CliRunner(**separate)


class Command:
    """Runs `smscx` against a sandbox."""

    def __init__(self, sandbox: Sandbox, url: str) -> None:
        self.sandbox = sandbox
        self.url = url

    def __call__(self, *words: object, stdin: str | None = None, ok: bool = True) -> Result:
        """Run the command in this process. With `ok`, it must succeed without a word on stderr."""
        result = _runner().invoke(app, list(map(str, words)), input=stdin, prog_name="smscx")
        if ok:
            assert (result.exit_code, result.stderr) == (0, "")
        return result

    def json(self, *words: object, stdin: str | None = None) -> Any:
        """Run the command with `--json`; returns its output, parsed."""
        return json.loads(self(*words, "--json", stdin=stdin).stdout)

    def fails(self, *words: object, stdin: str | None = None) -> tuple[int, str]:
        """Run the command; returns its exit code and its one line on stderr. It must print nothing else."""
        result = self(*words, stdin=stdin, ok=False)
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr
        return result.exit_code, result.stderr.rstrip()

    def process(self, *words: object, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run the command as a process."""
        return subprocess.run(
            [*COMMAND, *map(str, words)],
            env={**os.environ, "PYTHONUTF8": "1", **options.pop("env", {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
            **options,
        )

    def control(self, path: str, **values: Any) -> None:
        """Call the control API of the sandbox."""
        with urllib3.PoolManager(retries=False) as pool:
            body = json.dumps(values).encode()
            url = f"{self.url}/_sandbox/{path}"
            response = pool.request("POST", url, body=body, headers={"Content-Type": "application/json"})
        assert response.status == 200, response.data

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages in the sandbox."""
        return self.sandbox.messages()


@pytest.fixture(scope="session")
def _served() -> Iterator[Command]:
    sandbox = Sandbox(Settings(api_key=KEY), Clock.frozen())
    with Server(sandbox) as server:
        yield Command(sandbox, server.url)
    sandbox.close()


@pytest.fixture
def smscx(_served: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command with the key of an empty sandbox in the environment."""
    _served.sandbox.reset()
    monkeypatch.setenv("SMSCX_HOST", _served.url)
    monkeypatch.setenv("SMSCX_API_KEY", KEY)
    monkeypatch.setenv("SMSCX_PROFILES", str(tmp_path / "settings" / "profiles.ini"))
    for name in ("SMSCX_PROFILE", "SMSCX_WEBHOOK_TOKEN", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return _served
