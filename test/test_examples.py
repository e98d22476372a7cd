"""The example scripts: one per method, all compile; those whose operations the sandbox has run to the end in it."""

from __future__ import annotations

import os
import pathlib
import py_compile
import subprocess
import sys

import pytest
from spec import METHODS_BY_NAME, ROOT, snake

from smscx_client.sandbox import operations


def path_of(name: str) -> pathlib.Path:
    folder = snake(METHODS_BY_NAME[name].api_class).replace("_", "-")
    return ROOT / "examples" / folder / f"{name.replace('_', '-')}.py"


def test_there_is_a_script_for_every_method() -> None:
    assert len({path_of(name) for name in METHODS_BY_NAME}) == 101
    assert [name for name in METHODS_BY_NAME if not path_of(name).is_file()] == []


@pytest.mark.parametrize("name", METHODS_BY_NAME)
def test_script_compiles_and_tells_how_to_run_it(name: str, tmp_path: pathlib.Path) -> None:
    script = path_of(name)
    py_compile.compile(str(script), cfile=str(tmp_path / "compiled"), doraise=True)
    text = script.read_text(encoding="utf-8")
    assert f"smscx-sandbox run {script.relative_to(ROOT).as_posix()}" in text
    assert ("Costs money." in text) == bool(METHODS_BY_NAME[name].raw.get("x-paid"))


def run(name: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "smscx_client.sandbox", "run", str(path_of(name))]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.mark.parametrize("name", [name for name in METHODS_BY_NAME if operations.find(name)])
def test_script_runs_to_the_end(name: str) -> None:
    done = run(name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert done.stdout.strip()


def test_the_first_command_shows_the_sms() -> None:
    shown = run("send_sms").stdout
    assert all(len(line) <= 80 for line in shown.splitlines()), shown
    assert "+31612469333" in shown
    assert "DELIVERED" in shown
    assert "Your parcel arrives today between 14:00 and 16:00." in shown


def test_the_first_slice_is_there() -> None:
    slice_one = {
        "get_account_balance",
        "send_sms",
        "estimate_sms",
        "get_single_report",
        "delete_scheduled_sms",
        "get_access_token",
    }
    assert {name for name in slice_one if operations.find(name)} == slice_one
