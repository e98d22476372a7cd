"""Carry out `Containerfile` line by line in a folder, then start the services of `examples/compose` from there.

For machines on which no image can be built. The folder replaces the root of the container, a new virtual environment
the Python image: with the interpreter that is the argument, or else with this one. Run by ``tox -e package``. It needs
the package index, root, and for the line ``USER`` an interpreter that every user may run.
"""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "examples" / "compose" / "compose.yaml"
UNSAFE = ("SMSCX_", "PYTHONPATH", "VIRTUAL_ENV")


class Container:
    """Carries out the instructions of a container file in a folder: one method for each instruction."""

    def __init__(self, root: pathlib.Path, python: str) -> None:
        self.root = root
        self.python = python
        self.folder = root
        self.as_user: dict[str, Any] = {}
        self.command: list[str] = []
        self.health: list[str] = []
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(UNSAFE)}

    def inside(self, text: str) -> str:
        """A text with the paths of the container as paths of this machine."""
        return text.replace("/src", f"{self.root}/src").replace("/data", f"{self.root}/data")

    def run(self, command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command as the container would; if it fails, the check fails."""
        return subprocess.run(command, check=True, capture_output=True, text=True, **self.options(variables))

    def options(self, variables: dict[str, str]) -> dict[str, Any]:
        """The arguments of `subprocess` for a process of the container."""
        return {"cwd": self.folder, "env": {**self.environment, **variables}, **self.as_user}

    def do_from(self, image: str) -> None:
        """A new environment of an interpreter whose version may differ from that of the image."""
        assert image.startswith("docker.io/library/python:3."), image
        subprocess.run([self.python, "-m", "venv", self.root / "python"], check=True)
        self.environment["PATH"] = f"{self.root}/python/bin:{self.environment['PATH']}"

    def do_workdir(self, path: str) -> None:
        """Make a folder, and work in it."""
        self.folder = pathlib.Path(self.inside(path))
        self.folder.mkdir(exist_ok=True)

    def do_copy(self, arguments: str) -> None:
        """Copy the sources without the files that `.dockerignore` names."""
        assert arguments == ". .", arguments
        patterns = [line.removeprefix("**/") for line in (ROOT / ".dockerignore").read_text("utf-8").split()]
        shutil.copytree(ROOT, self.folder, ignore=shutil.ignore_patterns(*patterns), dirs_exist_ok=True)

    def do_run(self, line: str) -> None:
        """Run a line of shell."""
        self.run(["sh", "-c", self.inside(line)])

    def do_user(self, name: str) -> None:
        """Run the following as another user, if it may run this interpreter."""
        as_user = {"user": name, "group": "nogroup", "extra_groups": ()}
        try:
            subprocess.run([self.root / "python" / "bin" / "python", "--version"], check=True, **as_user)
            self.as_user = as_user
        except PermissionError:
            print(f"  not checked: {name} may not run {self.python}")

    def do_env(self, pairs: str) -> None:
        """Set variables."""
        self.environment.update(pair.split("=", 1) for pair in shlex.split(pairs))

    def do_expose(self, port: str) -> None:
        """The port is the one on which the sandbox listens."""
        assert port == self.environment["SMSCX_SANDBOX_PORT"], port

    def do_healthcheck(self, arguments: str) -> None:
        """Keep the command that checks the health."""
        self.health = json.loads(arguments.partition("CMD ")[2])

    def do_cmd(self, arguments: str) -> None:
        """Keep the command that starts the service."""
        self.command = json.loads(arguments)

    @contextlib.contextmanager
    def started(self, **variables: str) -> Iterator[None]:
        """Start the service, wait until it is healthy, and stop it as `podman stop` does."""
        with subprocess.Popen(self.command, **self.options(variables)) as process:
            try:
                self.wait_until_healthy(variables)
                yield
            finally:
                process.send_signal(signal.SIGTERM)
        assert process.returncode == 0, process.returncode

    def wait_until_healthy(self, variables: dict[str, str]) -> None:
        """Try the health check until it succeeds, as often as the container file says."""
        for _ in range(15):
            done = subprocess.run(self.health, capture_output=True, check=False, **self.options(variables))
            if done.returncode == 0:
                return
            time.sleep(2)
        raise SystemExit(f"the sandbox did not get healthy:\n{done.stderr.decode()}")


def main() -> None:
    """Build, start, and send from the application; the first failure stops."""
    if os.name == "nt" or os.getuid() != 0:
        print("The container file is not checked: its lines `RUN chown` and `USER` need root.")
        return
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder).chmod(0o755)
        container = Container(pathlib.Path(folder), sys.argv[1] if sys.argv[1:] else sys.executable)
        for line in (ROOT / "Containerfile").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                instruction, _, arguments = line.partition(" ")
                print(f"{instruction} {arguments[:90]}", flush=True)
                getattr(container, f"do_{instruction.lower()}")(arguments)
        start(container)


def start(container: Container) -> None:
    """Start the services of the compose file, on a free port of 127.0.0.1, with a database in the folder for data."""
    services = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    here = {"SMSCX_SANDBOX_HOST": "127.0.0.1", "SMSCX_SANDBOX_PORT": port}
    variables = {**services["sandbox"]["environment"], **here}
    database = container.inside("/data/sandbox.db")
    with container.started(**variables, SMSCX_SANDBOX_DB=database):
        app = services["app"]
        assert app["environment"]["SMSCX_HOST"] == "http://sandbox:8025"
        url = f"http://127.0.0.1:{port}"
        command = [container.inside(word) for word in app["command"]]
        print(container.run(command, **{**app["environment"], "SMSCX_HOST": url}).stdout, end="")
        with urllib.request.urlopen(f"{url}/_sandbox/messages?latest=1") as response:
            (message,) = json.load(response)["messages"]
        assert message["text"] == "The application is up.", message
    assert pathlib.Path(database).stat().st_size > 0
    print("The application sent through the sandbox; the state is in its volume.")


if __name__ == "__main__":
    main()
