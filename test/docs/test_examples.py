"""The example scripts, one per method: each runs to its end in the sandbox and prints the output of its page."""

from __future__ import annotations

import pathlib
import py_compile
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.cli import main
from smscx_client.sandbox.demo import application_id
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.snapshots import Snapshot
from test.support import ROOT
from test.support.spec import METHODS_BY_NAME, snake

CLOCK = "frozen:2026-11-02 10:00:00"
PRINTS = re.compile(r"^Prints:\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: The start of the table that `smscx-sandbox run` prints after the output of the script.
TABLE = re.compile(r"\n(Nothing was sent\.\n$|TO  )")
SENDING = {name for name in METHODS_BY_NAME if re.match("send_|new_otp$", name)}


def folder_of(name: str) -> str:
    return snake(METHODS_BY_NAME[name].api_class).replace("_", "-")


def path_of(name: str) -> pathlib.Path:
    return ROOT / "examples" / folder_of(name) / f"{name.replace('_', '-')}.py"


def printed_on_page(name: str) -> str:
    """The output of a script that the section of its method shows."""
    page = (ROOT / "docs" / "reference" / "api" / f"{folder_of(name)}.md").read_text(encoding="utf-8")
    (section,) = [part for part in page.split("\n## ") if part.startswith(f"{name}\n")]
    (printed,) = PRINTS.findall(section)
    return str(printed)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run scripts in their own folder: some of them save a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")


def test_there_is_a_script_for_every_method() -> None:
    assert len({path_of(name) for name in METHODS_BY_NAME}) == 101
    assert [name for name in METHODS_BY_NAME if not path_of(name).is_file()] == []


@pytest.mark.parametrize("name", METHODS_BY_NAME)
def test_script_compiles_and_says_how_to_run_it(name: str, tmp_path: pathlib.Path) -> None:
    script = path_of(name)
    py_compile.compile(str(script), cfile=str(tmp_path / "compiled"), doraise=True)
    text = script.read_text(encoding="utf-8")
    assert f"smscx-sandbox run {script.relative_to(ROOT).as_posix()}" in text
    assert ("Costs money." in text) == bool(METHODS_BY_NAME[name].raw.get("x-paid"))


@pytest.fixture(scope="module")
def _server() -> Iterator[tuple[Server, Snapshot]]:
    """A sandbox like that of `smscx-sandbox run`, with a stopped clock, and its first state."""
    sandbox = Sandbox(Settings(demo=True), Clock.from_text(CLOCK))
    with Server(sandbox) as server:
        yield server, sandbox.snapshot()
    sandbox.close()


@pytest.fixture
def sandbox(_server: tuple[Server, Snapshot], monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A new sandbox, to which the environment points."""
    server, first_state = _server
    server.sandbox.restore(first_state)
    context = server.sandbox.context
    monkeypatch.setenv("SMSCX_HOST", server.url)
    monkeypatch.setenv("SMSCX_API_KEY", context.settings.api_key)
    monkeypatch.setenv("SMSCX_APPLICATION_ID", application_id(context))
    monkeypatch.setenv("SMSCX_APPLICATION_SECRET", context.settings.application_secret)
    return server.sandbox


@pytest.mark.parametrize("name", METHODS_BY_NAME)
def test_script_prints_what_its_page_shows(
    name: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> None:
    """The script runs in this process: 101 starts of an interpreter take longer than all scripts."""
    before = len(sandbox.messages())
    runpy.run_path(str(path_of(name)), run_name="__main__")
    printed, errors = capsys.readouterr()
    assert errors == ""
    assert printed == printed_on_page(name)
    assert [line for line in printed.splitlines() if len(line) > 80] == []
    assert (len(sandbox.messages()) > before) == (name in SENDING)
    assert [file.read_bytes()[:2] for file in tmp_path.iterdir()] == [b"PK"] * name.endswith("_to_xlsx")


@pytest.mark.parametrize("name", ["send_sms", "get_access_token", "export_group_to_csv", "get_templates_list"])
def test_the_command_prints_what_the_page_shows(name: str) -> None:
    command = [sys.executable, "-m", "smscx_client.sandbox", "run", "--clock", CLOCK, "--seed", "0", str(path_of(name))]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert TABLE.split(done.stdout, maxsplit=1)[0] == printed_on_page(name)


def test_the_first_command_shows_the_sms(capfd: pytest.CaptureFixture[str]) -> None:
    """As in the README: the clock is real, and it can be night."""
    assert main(["run", str(path_of("send_sms"))]) == 0
    shown = capfd.readouterr().out
    assert [line for line in shown.splitlines() if len(line) > 80] == []
    assert "+31612469333" in shown
    assert "DELIVERED" in shown
    assert "Your parcel arrives today between 14:00 and 16:00." in shown
