"""The command as a process: terminals, pipes, Ctrl-C, colors, completion, a missing extra."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from test.cli.conftest import COMMAND, Command
from test.support import ROOT

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")

ONE, OTHER = "+31612469333", "+33612345678"
SEND = ("send", "--to", ONE, "--to", OTHER, "--from", "InfoText", "--text", "Hi")


@contextmanager
def on_a_terminal(*words: str, **environment: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The command with a terminal of 80 columns as its stdin, stdout and stderr; yields it and the other end."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "PYTHONUTF8": "1", **environment},
    )
    os.close(theirs)
    try:
        yield child, ours
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def read_until(terminal: int, wanted: bytes) -> bytes:
    """The output of the command until `wanted`, or until its end."""
    shown = b""
    while wanted not in shown:
        try:
            shown += os.read(terminal, 1024) or b""
        except OSError:  # the command has ended
            break
    return shown


def test_a_terminal_shows_the_question(smscx: Command) -> None:
    with on_a_terminal(*SEND) as (child, terminal):
        assert b"Send to 2 recipients for 0.116? [y/N] " in read_until(terminal, b"[y/N] ")
        assert smscx.messages == []
        os.write(terminal, b"y\n")
        read_until(terminal, b"\0")
        assert child.wait() == 0
    assert len(smscx.messages) == 2


@pytest.mark.parametrize("response", [b"\n", b"n\n", b"\x04"])
def test_anything_but_yes_sends_nothing(smscx: Command, response: bytes) -> None:
    with on_a_terminal(*SEND) as (child, terminal):
        read_until(terminal, b"[y/N] ")
        os.write(terminal, response)
        assert b"not confirmed: nothing was sent" in read_until(terminal, b"\0")
        assert child.wait() == 2
    assert smscx.messages == []


def test_ctrl_c_at_the_question_is_one_line(smscx: Command) -> None:
    with on_a_terminal(*SEND) as (child, terminal):
        read_until(terminal, b"[y/N] ")
        child.send_signal(signal.SIGINT)
        shown = read_until(terminal, b"\0")
        assert child.wait() == 130
    assert b"interrupted" in shown
    assert b"Traceback" not in shown
    assert smscx.messages == []


def test_colors_are_for_terminals_without_no_color(smscx: Command) -> None:
    with on_a_terminal("balance") as (child, terminal):
        assert b"\x1b[" in read_until(terminal, b"\0")
        assert child.wait() == 0
    with on_a_terminal("balance", NO_COLOR="1") as (child, terminal):
        shown = read_until(terminal, b"\0")
        assert not re.search(rb"\x1b\[[0-9;]*[34]\d", shown)
    assert "\x1b" not in smscx.process("balance").stdout


@pytest.mark.parametrize("words", ["call", "call send_sms to=+31612469333 from=InfoText text=Hi"])
def test_a_pipe_that_is_closed_early_ends_the_command_quietly(smscx: Command, words: str) -> None:
    with subprocess.Popen([*COMMAND, *words.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 141


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("send --to 1", "missing option '--from' (see `smscx send --help`)"),
        ("balance --api-key x", "no such option: --api-key (see `smscx balance --help`)"),
        ("--api-key x balance", "no such option: --api-key (see `smscx --help`)"),
        ("sned", "no such command 'sned'. Did you mean 'send'? (see `smscx --help`)"),
        ("list", "no such command 'list' (see `smscx --help`; `smscx call` lists all operations of the API)"),
        ("bulk list", "no such command 'list' (see `smscx bulk --help`)"),
        ("send --to 1 --from x --body Hi", "no such option: --body, did you mean `--text`? (see `smscx send --help`)"),
        (
            "otp verify x --pin 1",
            "no such option: --pin; PIN is an argument, write its value alone (see `smscx otp verify --help`)",
        ),
        ("send --sender x", "no such option: --sender, did you mean `--from`? (see `smscx send --help`)"),
        ("bulk status", "missing argument 'JOURNAL' (see `smscx bulk status --help`)"),
        ("bulk resume x.db --workers x", "invalid value for '--workers': "),
    ],
)
def test_wrong_usage_is_one_sentence(smscx: Command, words: str, error: str) -> None:
    code, sentence = smscx.fails(*words.split())
    assert code == 2
    assert sentence.startswith(f"smscx: {error}")
    for place in (0, len(words.split())):
        given = words.split()
        given.insert(place, "--json")
        result = smscx(*given, ok=False)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"smscx: {json.loads(result.stderr)['error']['message']}" == sentence


def test_a_group_without_a_command_prints_its_help(smscx: Command) -> None:
    result = smscx("bulk", ok=False)
    assert "Usage: smscx bulk " in result.stdout + result.stderr


def test_version_and_help(smscx: Command) -> None:
    from smscx_client import __version__

    assert smscx.process("--version").stdout == f"smscx_client {__version__}\n"
    done = smscx.process("--help")
    assert done.returncode == 0
    for name in ("balance", "send", "estimate", "otp", "export", "webhooks", "text", "call", "sandbox", "doctor"):
        assert re.search(rf"^  {name} ", done.stdout, re.MULTILINE)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_sandbox_is_the_command_of_the_sandbox(smscx: Command) -> None:
    done = smscx.process("sandbox", "--help")
    assert done.returncode == 0
    assert "--delivery" in done.stdout
    assert smscx.process("sandbox", "--port", "70000").returncode == 2


def test_names_are_completed(smscx: Command) -> None:
    def completed(words: str, position: int) -> set[str]:
        environment = {"_SMSCX_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(position)}
        return set(smscx.process(env=environment).stdout.split())

    assert completed("smscx ba", 1) == {"balance"}
    assert completed("smscx call send_s", 2) == {"send_sms", "send_sms_campaign"}
    assert completed("smscx call send_sms te", 3) == {"text="}
    assert completed("smscx export gr", 2) == {"group"}


WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from smscx_client.cli import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize(
    ("package", "words", "error"),
    [
        ("typer", ["balance"], "smscx: needs typer; install it: pip install 'smscx_client[cli]'"),
        ("rich", ["text", "Hi"], "smscx: needs rich; install it: pip install 'smscx_client[cli]'"),
        (
            "jsonschema_rs",
            ["sandbox"],
            "smscx-sandbox: the sandbox needs the package jsonschema_rs. "
            "Install it: pip install 'smscx_client[sandbox]'",
        ),
        (
            "matplotlib",
            ["bulk", "report", "november.db", "--plot", "x.png"],
            "smscx: --plot needs matplotlib; install it: pip install matplotlib",
        ),
    ],
)
def test_a_missing_package_is_one_line(
    smscx: Command, tmp_path: Path, package: str, words: list[str], error: str
) -> None:
    sender = ("--from", "MyShop", "--text", "Hi", "--quiet", "--journal", tmp_path / "november.db")
    smscx("bulk", "send", "--name", "november", "--to", ONE, *sender)
    command = [sys.executable, "-c", WITHOUT, package, *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("", f"{error}\n")
    assert done.returncode in (1, 2)


def test_importing_the_library_does_not_import_the_extra() -> None:
    code = "import sys, smscx_client, smscx_client.cli; print({'typer', 'rich', 'click'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    assert done.stdout == "set()\n"


def test_help_and_errors_do_not_load_rich_or_the_models() -> None:
    code = (
        "import sys; from smscx_client.cli import main\n"
        "try: main(['--help'])\n"
        "finally: print({name for name in sys.modules if name.startswith(('rich', 'smscx_client.model.'))})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_failure(smscx: Command, closed: str) -> None:
    """As in a service or a cron job that closes them."""
    run = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "balance"], capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])  # buffered output is written at the end of the process
def test_a_full_disk_does_not_report_sent_messages_as_refused(smscx: Command, unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*COMMAND, "send", "--to", ONE, "--from", "InfoText", "--text", "Hi"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            text=True,
            check=False,
        )
    expected = "smscx: send_sms: carried out, do not repeat it; but afterwards: No space left on device\n"
    assert (run.returncode, run.stderr) == (6, expected)
    assert len(smscx.messages) == 1


def test_sigterm_says_how_to_go_on(smscx: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        environment = {**os.environ, "SMSCX_HOST": f"http://127.0.0.1:{silent.getsockname()[1]}"}
        words = [*COMMAND, "send", "--to", ONE, "--from", "InfoText", "--text", "Hi"]
        with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True) as child:
            connection, _ = silent.accept()
            with connection:
                connection.recv(1)
                child.terminate()
                _, shown = child.communicate()
    assert child.returncode == 143
    assert "the message may have been sent" in shown
    assert "--idempotency-id " in shown
