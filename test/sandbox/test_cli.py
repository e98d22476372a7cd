"""The command `smscx-sandbox`, as its own process."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import urllib3
import uvicorn

import smscx_client
from smscx_client.sandbox import Sandbox, Settings, cli
from smscx_client.sandbox.control.trigger import EVENTS
from smscx_client.sandbox.serving.options import OPTIONS, settings_of, with_defaults
from test.support import ROOT

COMMAND = [sys.executable, "-m", "smscx_client.sandbox"]

SEND = """
import json, os, sys, urllib3
assert "SMSCX_ACCESS_TOKEN" not in os.environ
http, host = urllib3.PoolManager(), os.environ["SMSCX_HOST"]
key = {"X-API-KEY": os.environ["SMSCX_API_KEY"], "Content-Type": "application/json"}
for text in sys.argv[1:-1]:
    body = json.dumps({"to": ["+31612469333", "+33612345678"], "from": "InfoText", "text": text})
    response = http.request("POST", host + "/sms", body=body.encode(), headers=key)
    assert response.status == 200, response.data
secret = urllib3.make_headers(basic_auth="{SMSCX_APPLICATION_ID}:{SMSCX_APPLICATION_SECRET}".format_map(os.environ))
form = {"Content-Type": "application/x-www-form-urlencoded", **secret}
token = http.request("POST", host + "/oauth/token", body=b"grant_type=client_credentials", headers=form)
assert token.status == 200, token.data
print("script done")
sys.exit(int(sys.argv[-1]))
"""


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SMSCX_ACCESS_TOKEN": "real", "SMSCX_HOST": "https://api.sms.cx", "PYTHONUTF8": "1"}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "send.py"
    path.write_text(SEND, encoding="utf-8")
    return path


def test_run_shows_what_the_script_sent(script: Path) -> None:
    done = _run("run", script, "Short", "Longer: " + "word " * 40 + "✓", 0)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "script done"
    table = done.stdout.splitlines()[2:]
    assert table[0].split() == ["TO", "FROM", "STATUS", "PARTS", "ENCODING", "COST"]
    assert table[2].split() == ["+31612469333", "InfoText", "DELIVERED", "1", "GSM-7", "0.075"]
    assert table[3] == "    Short"
    assert table[6].split() == ["+31612469333", "InfoText", "DELIVERED", "4", "UCS-2", "0.30"]
    assert "word ✓" in "\n".join(table)
    assert table[-1] == "4 messages, 10 parts, 0.58 EUR"
    assert max(map(len, table)) <= 80


@pytest.mark.parametrize("status", [0, 3])
def test_run_ends_as_the_script_ends(script: Path, status: int) -> None:
    done = _run("run", script, status)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (status, "Nothing was sent.")


def test_a_script_that_fails_still_shows_what_it_sent(script: Path) -> None:
    script.write_text(SEND.replace('print("script done")', "1 / 0"), encoding="utf-8")
    done = _run("run", script, "Hi", 0)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert "2 messages" in done.stdout


def test_a_message_cannot_move_the_cursor(script: Path) -> None:
    done = _run("run", script, "red \x1b[31m\r\nline two", 0)
    assert "\x1b" not in done.stdout
    assert "    line two" in done.stdout.splitlines()


def test_long_lists_are_cut(script: Path) -> None:
    done = _run("run", script, *["Hi"] * 26, 0)
    assert done.stdout.count("InfoText") == 50
    assert "... and 2 more" in done.stdout
    assert "52 messages" in done.stdout


def test_options_before_and_after_the_command(script: Path, tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    for arguments in (["--db", database, "run", script], ["run", "--db", database, "--clock", "frozen", script]):
        done = _run(*arguments, "Hi", 0)
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 messages, 2 parts, 0.116 EUR")
    assert database.stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["run"], "SCRIPT"),
        (["run", "nowhere.py"], "nowhere.py"),
        (["--clock", "fast"], "fast"),
        (["--port", "70000"], "70000"),
        (["--delivery", "never"], "never"),
        (["--allow-origin", "localhost:3000"], "http://localhost:3000"),
        (["--allow-origin", "http://localhost:3000/app"], "http://localhost:3000/app"),
        (["--db", "/nowhere/at/all.db"], "/nowhere/at/all.db"),
        (["unknown"], "unknown"),
        (["run", "-m"], "run -m MODULE"),
        (["run", "--"], "run -- PROGRAM"),
        (["run", "--", "no-such-program"], "no-such-program"),
        (["--balance", "much"], "much"),
        (["--webhook-retries", "0"], "webhook_retries"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], reason: str) -> None:
    done = _run(*arguments)
    assert done.returncode in (1, 2)
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("CLOCK", "fast"), ("PORT", "70000"), ("DEMO", "perhaps"), ("DELIVERY", "never"), ("BALANSE", "5")],
)
def test_a_wrong_variable_is_explained(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"SMSCX_SANDBOX_{name}", value)
    done = _run("--host", "127.0.0.1")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"SMSCX_SANDBOX_{name}" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_option_is_a_variable() -> None:
    values: dict[Any, str] = {str: "text", int: "7", float: "7", "_count": "7", "_amount": "7.5", "_seconds": "1,2"}
    environment, expected = {}, {}
    for option in OPTIONS:
        if option.setting:
            text = (
                option.choices[-1] if option.choices else values.get(option.type, values.get(option.type.__name__, ""))
            )
            environment[option.variable] = "yes" if option.is_flag else text
            expected[option.setting] = option.read(environment[option.variable])
    environment |= {
        "SMSCX_SANDBOX_DB": "kept.db",
        "SMSCX_SANDBOX_HOST": "0.0.0.0",
        "SMSCX_SANDBOX_ALLOW_HOST": "sandbox, api.lan",
        "SMSCX_SANDBOX_ALLOW_ORIGIN": "http://localhost:3000/",
        "SMSCX_SANDBOX_WEBHOOK_HOST": "app,*",
        "SMSCX_SANDBOX_DEMO": "1",
    }
    settings = settings_of(with_defaults(argparse.Namespace(command="serve"), environment))
    assert {name: getattr(settings, name) for name in expected} == expected
    assert (settings.database, settings.demo) == ("kept.db", True)
    assert settings.hosts == {"localhost", "0.0.0.0", "sandbox", "api.lan"}
    assert settings.origins == {"http://localhost:3000"}
    assert settings.webhook_hosts == {"app", "*"}
    others = {"database", "demo", "hosts", "origins", "webhook_hosts"}
    assert {field.name for field in fields(Settings)} == {*expected, *others}


def test_an_option_takes_precedence_over_its_variable() -> None:
    options = with_defaults(argparse.Namespace(command="serve", balance="1"), {"SMSCX_SANDBOX_BALANCE": "2"})
    assert settings_of(options).balance == "1"
    assert settings_of(with_defaults(argparse.Namespace(command="serve"), {})) == Settings(
        hosts=frozenset({"localhost", "127.0.0.1"})
    )


@pytest.mark.parametrize(
    "command",
    [["-m", "send"], ["--", sys.executable, "-m", "send"], ["--seed", "3", "--", sys.executable, "-m", "send"]],
)
def test_run_a_module_and_a_program(script: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setenv("PYTHONPATH", str(script.parent))
    done = _run("run", *command, "--balance", "-m", "7")
    assert (done.returncode, done.stderr) == (7, "")
    assert "4 messages" in done.stdout, "the arguments of the program stay its own"


def test_the_banner_has_the_lines_for_a_shell() -> None:
    banner = cli.BANNER.format(url="http://127.0.0.1:1", api_key="k").splitlines()
    assert [line for line in banner if line.startswith("export ")] == [
        "export SMSCX_HOST=http://127.0.0.1:1",
        "export SMSCX_API_KEY=k",
    ]


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[Any]]]:
    """A receiver of webhooks, and the bodies that it has received."""
    received: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if "broken" in self.path else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", received
    server.shutdown()
    thread.join()
    server.server_close()


def test_trigger_posts_a_callback(receiver: tuple[str, list[Any]], capsys: pytest.CaptureFixture[str]) -> None:
    url, received = receiver
    assert cli.main(["trigger", "receive_sms", "--to", f"{url}/hook", "--data", '{"text": "Hello"}']) == 0
    (body,) = received
    assert (body["event"], body["data"][0]["text"]) == ("receive_sms", "Hello")
    shown = capsys.readouterr()
    assert json.loads(shown.out) == body
    assert shown.err.splitlines() == [f"{url}/hook: 200"]
    assert cli.main(["trigger", "dlr_update", "--to", f"{url}/broken"]) == 1


def test_a_wrong_trigger_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trigger", "dlr", "--to", "http://127.0.0.1:9/"]) == 2
    reason = capsys.readouterr().err
    assert [event for event in EVENTS if f'"{event}"' not in reason] == [], "it names every event"
    assert cli.main(["trigger", "dlr_update", "--to", "nowhere"]) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows reports a closed pipe in another way")
@pytest.mark.parametrize("arguments", [["trigger", "dlr_update", "--to", "URL"], ["run", "-m", "this"]])
def test_a_closed_pipe_is_no_error(receiver: tuple[str, list[Any]], arguments: list[str]) -> None:
    """As after `| head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [*COMMAND, *(argument.replace("URL", receiver[0]) for argument in arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True) as process:
        os.close(writing)
        errors = process.communicate()[1]
    own = [line for line in errors.splitlines() if "smscx" in line or "cannot listen" in line]
    assert (process.returncode, own) == (141, [])


def test_a_port_in_use_is_explained() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _run("--port", port)
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in done.stderr and "--port" in done.stderr


def test_a_database_in_use_is_explained(tmp_path: Path) -> None:
    database = tmp_path / "sandbox.db"
    first = Sandbox(Settings(database=str(database)))
    done = _run("--port", 0, "--db", database)
    assert done.returncode == 1
    assert f"another process uses {database}" in done.stderr
    assert "choose another file" in done.stderr
    assert "Traceback" not in done.stderr
    assert first.messages() == []
    first.close()
    Sandbox(Settings(database=str(database))).close()


def test_a_missing_package_is_explained() -> None:
    program = "import sys\nsys.modules['uvicorn'] = None\nfrom smscx_client.sandbox import cli\nsys.exit(cli.main())"
    command = [sys.executable, "-c", program, "serve", "--port", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'smscx_client[sandbox]'" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process can handle")
def test_sigterm_stops_the_program_too(tmp_path: Path) -> None:
    script = tmp_path / "wait.py"
    script.write_text("import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(600)\n", encoding="utf-8")
    with subprocess.Popen([*COMMAND, "run", script], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        child = int(process.stdout.readline())
        process.terminate()
        output = process.stdout.read()
    assert (process.returncode, output) == (143, "\nNothing was sent.\n")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process can handle")
def test_sigterm_ends_a_server_cleanly(tmp_path: Path) -> None:
    command = [*COMMAND, "--port", "0", "--db", str(tmp_path / "state.db")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.terminate()
        assert process.stderr.read() == ""
    assert process.returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == ["state.db"], "the database is closed"


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_signal_that_arrives_before_the_server_runs_ends_it_cleanly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], signal_number: signal.Signals
) -> None:
    serve = uvicorn.Server.serve

    def interrupted(*arguments: Any, **keywords: Any) -> Any:
        coroutine = serve(*arguments, **keywords)
        signal.raise_signal(signal_number)
        return coroutine

    monkeypatch.setattr(uvicorn.Server, "serve", interrupted)
    assert cli.main(["--port", "0"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("signal_number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("step", [(Settings, "__post_init__"), (subprocess, "Popen")], ids=["settings", "program"])
def test_signal_that_arrives_before_the_program_runs_ends_the_command(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    step: tuple[Any, str],
    signal_number: signal.Signals,
    status: int,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        signal.raise_signal(signal_number)

    monkeypatch.setattr(*step, interrupted)
    assert cli.main(["run", "--", sys.executable, "-c", ""]) == status
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
@pytest.mark.parametrize("command", [[], ["serve"]], ids=["alone", "serve"])
def test_serve_until_interrupted(command: list[str]) -> None:
    with subprocess.Popen(
        [*COMMAND, *command, "--port", "0", "--demo", "--allow-origin", "http://localhost:3000/"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout and process.stderr
        try:
            url = process.stdout.readline().split()[-1]
            assert process.stdout.readline().split() == ["API", "key", "sandbox-key"]
            key = {"X-API-KEY": "sandbox-key", "Origin": "http://localhost:3000"}
            with urllib3.PoolManager() as http:
                assert http.request("GET", f"{url}/account/balance", headers=key).status == 200
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert process.stderr.read() == ""


WAITS = """
import os, sys, urllib3
key = {"X-API-KEY": os.environ["SMSCX_API_KEY"]}
body = {"phoneNumber": "+31612469333", "from": "InfoText", "template": "{{pin}}"}
assert urllib3.request("POST", os.environ["SMSCX_HOST"] + "/otp", json=body, headers=key).status == 201
sys.exit(0 if sys.stdin.readline() == "PIN\\n" else 1)
"""
AT_ONCE = "import sys\nfrom smscx_client.sandbox import cli\ncli._PATIENCE = 0\nsys.exit(cli.main())"


@pytest.mark.parametrize(
    "command", [["-c", AT_ONCE, "run"], [*COMMAND[1:], "run", "--port", "0"]], ids=["long", "port"]
)
def test_a_program_that_waits_for_a_person_gets_the_address_of_the_inbox(tmp_path: Path, command: list[str]) -> None:
    script = tmp_path / "sign_up.py"
    script.write_text(WAITS, encoding="utf-8")
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, *command, str(script)], cwd=ROOT, text=True, **pipes) as process:
        assert process.stderr
        line = process.stderr.readline()
        url = line.split()[1]
        assert line == f"Inbox {url} (until the program ends)\n"
        with urllib3.PoolManager() as http:
            assert b"<title>Inbox" in http.request("GET", url).data
        output, errors = process.communicate("PIN\n")
    assert (process.returncode, errors) == (0, "")
    assert "Inbox" not in output and "1 message" in output


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"smscx_client {smscx_client.__version__}\n"
