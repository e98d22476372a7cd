"""`smscx doctor`: a correct setup, and the errors that it finds."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import smscx_client
from test.cli.conftest import KEY, Command
from test.support import ROOT


def checks(smscx: Command, *words: str, code: int = 0) -> dict[str, tuple[str, str]]:
    result = smscx("doctor", *words, "--json", ok=False)
    assert (result.exit_code, result.stderr) == (code, "")
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return {row["check"]: (row["state"], row["detail"]) for row in rows}


def test_everything_is_right_against_a_sandbox(smscx: Command) -> None:
    smscx.sandbox.context.clock.reset()
    found = checks(smscx)
    assert {name for name, (state, _) in found.items() if state == "failed"} == set()
    assert list(found) == [
        *("python", "package", "libraries", "sandbox", "credentials", "proxy", "network", "key", "clock", "rate limit")
    ]
    assert found["credentials"][1] == "API key of the environment (SMSCX_API_KEY)"
    assert found["network"][1] == f"{smscx.url} responds"
    assert "5,000.00" in found["key"][1]
    lines = smscx("doctor").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert KEY not in "\n".join(lines)


def test_a_wrong_key_is_found(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_API_KEY", "wrong-key")
    found = checks(smscx, code=1)
    assert found["network"][0] == "ok"
    assert found["key"][0] == "failed"
    advice = f"{smscx.url} does not accept the API key: a sandbox prints its key when it starts. "
    assert found["key"][1].startswith(f"{advice}InvalidCredentialsException: 401")
    assert "wrong-key" not in str(found)


def test_a_host_that_does_not_respond_is_found(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_HOST", "http://127.0.0.1:1")
    found = checks(smscx, code=1)
    assert found["network"][0] == "failed"
    assert "refused; is the sandbox running? The command smscx-sandbox starts it" in found["network"][1]
    assert "key" not in found


def test_missing_credentials_are_found(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMSCX_API_KEY")
    assert checks(smscx, code=1)["credentials"][0] == "failed"


def test_a_proxy_is_shown_without_its_password(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://user:secret@127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    found = checks(smscx, code=1)
    assert found["proxy"] == ("ok", "http://127.0.0.1:1")
    assert "sandbox" not in found["network"][1]
    assert found["network"][0] == "failed"
    assert "secret" not in str(found)


@pytest.mark.parametrize("package", ["starlette", "xlsxwriter"])
def test_a_missing_package_of_the_sandbox_is_found(
    smscx: Command, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    advice = f"{package} missing; to use it: pip install 'smscx_client[sandbox]'"
    assert checks(smscx)["sandbox"] == ("warning", advice)


def test_two_packages_with_the_same_module_are_found(smscx: Command, tmp_path: Path) -> None:
    other = tmp_path / "other_client-9.9.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: other-client\nVersion: 9.9\n")
    (other / "top_level.txt").write_text("smscx_client\n")
    done = smscx.process("doctor", "--json", env={"PYTHONPATH": str(tmp_path)})
    found = {row["check"]: (row["state"], row["detail"]) for row in json.loads(done.stdout)}
    assert done.returncode == 1
    assert found["package"][0] == "failed"
    assert "other-client 9.9" in found["package"][1]


def test_another_package_under_the_same_name_is_found(smscx: Command, tmp_path: Path) -> None:
    other = tmp_path / "smscx_client-0.1.13.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: smscx_client\nVersion: 0.1.13\n")
    (other / "top_level.txt").write_text("smscx_client\n")
    done = smscx.process("doctor", "--json", env={"PYTHONPATH": str(ROOT)}, cwd=tmp_path)
    found = {row["check"]: (row["state"], row["detail"]) for row in json.loads(done.stdout)}
    assert done.returncode == 1
    state, detail = found["package"]
    assert state == "failed"
    assert detail.startswith(f"smscx_client 0.1.13 is installed, but programs import {smscx_client.__version__} from ")


def test_the_right_package_is_named(smscx: Command) -> None:
    detail = checks(smscx)["package"][1]
    assert detail.startswith(f"smscx_client {smscx_client.__version__} at ")
    assert detail.endswith("this library, not the other package of that name (0.1.x)")


def test_a_clock_that_is_wrong_is_found(smscx: Command) -> None:
    from smscx_client.cli.commands.doctor import clock_check

    date = "Fri, 27 Nov 2026 03:00:00 GMT"
    at = 1795748400.0
    assert clock_check(date, at + 29).state == "ok"
    assert clock_check(date, at + 90).detail == "90 s ahead of the server; set the time of this machine"
    assert clock_check(date, at - 90).detail == "90 s behind the server; set the time of this machine"
    assert clock_check(None, at).state == "warning"
    assert clock_check("soon", at).state == "warning"
