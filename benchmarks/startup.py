"""Cold import: the time before the first line of a script runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.harness import Contest, Figure, Scale, Side, reported

__all__ = ["importing", "importing_of", "instructions"]

_FLOOR = "import urllib3, json"
_CLIENT = (
    "import smscx_client; from smscx_client.api import sms_api; "
    "from smscx_client.model.send_sms_message_request import SendSmsMessageRequest"
)
_FIRST_SEND = """import smscx_client
class Transport:
    def request(self, *arguments, **more): raise SystemExit
    def close(self): pass
client = smscx_client.Client(api_key="key", transport=Transport())
try: client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi")
except SystemExit: pass"""
_TIMED = "import time; t = time.perf_counter()\n{}\nprint(time.perf_counter() - t)"
_WHOLE = (
    "import subprocess, sys, time; t = time.perf_counter(); subprocess.run([sys.executable, '-c', {!r}], check=True); "
    "print(time.perf_counter() - t)"
)
_ROOT = Path(__file__).resolve().parent.parent


def _environment(folder: str) -> dict[str, str]:
    """The environment of this process, with a folder for compiled modules that both sides fill during the warm-up."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "PYTHONPYCACHEPREFIX": folder, "PYTHONHASHSEED": "0"}


def _side(code: str, environment: dict[str, str], python: str = sys.executable) -> Side:
    command = [python, "-c", code]

    def run() -> float:
        done = subprocess.run(
            command,
            cwd=_ROOT if python == sys.executable else "/",
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return float(done.stdout)

    return Side.calling(run)


#: Name, title, how it is timed, code, and target.
_IMPORTS = (
    (
        "import",
        "Cold import of the client, one API class and its request model, against `import urllib3, json`",
        _TIMED,
        _CLIENT,
        1.15,
    ),
    ("import-first-send", "... until the first message of a new `Client` is ready to send", _TIMED, _FIRST_SEND, 1.15),
    (
        "import-whole",
        "... with the interpreter's start and end: `python -c` from outside",
        _WHOLE,
        _CLIENT,
        None,
    ),
)


def importing(url: str, scale: Scale) -> Iterator[Contest]:
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        for name, title, timed, code, target in _IMPORTS:
            yield Contest(
                name=name,
                title=title,
                floor=_side(timed.format(_FLOOR), environment),
                client=_side(timed.format(code), environment),
                meter=reported,
                unit="ms",
                scale=1e-3,
                same=False,
                target=target,
                often=2,
            )


def importing_of(name: str, python: Path, imports: str) -> Iterator[Contest]:
    """The cold import of another client, in its own environment."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        yield Contest(
            name=f"peer-{name}-import",
            title=f"{name}: cold import",
            floor=_side(_TIMED.format(_FLOOR), environment),
            client=_side(_TIMED.format(imports), environment, str(python)),
            meter=reported,
            unit="ms",
            scale=1e-3,
            same=False,
        )


def instructions(url: str, scale: Scale) -> Iterator[Figure]:
    """The same in instructions, which do not depend on the load of the machine; only if valgrind is installed."""
    if shutil.which("valgrind") is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        nothing = _counted("pass", environment)
        floor = [(_counted(_FLOOR, environment) - nothing) / 1e6 for _ in range(2)]
        for name, title, code in (
            ("import-instructions", "... the import alone, in instructions (valgrind)", _CLIENT),
            ("import-first-send-instructions", "... until the first message is ready, in instructions", _FIRST_SEND),
        ):
            client = [(_counted(code, environment) - nothing) / 1e6 for _ in range(2)]
            yield Figure(name, title, "million", target=1.15, note="", floor=floor, client=client)


def _counted(code: str, environment: dict[str, str]) -> float:
    run = partial(subprocess.run, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True)
    command = [sys.executable, "-c", code]
    run(command)  # writes the compiled modules
    done = run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *command])
    (line,) = (line for line in done.stderr.splitlines() if "I" in line and "refs:" in line)
    return float(line.rpartition(":")[2].replace(",", ""))
