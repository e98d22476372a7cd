"""The command `smscx`: the API, and what the library adds to it, from a terminal.

    application.py  the application: its commands and global options
    shell.py        what every command uses: the client, output, questions
    exit_codes.py   how the command ends, and the errors that it prints
    profiles.py     credentials from the environment or a profile file
    output.py       tables for people, JSON for programs
    operations.py   all operations of the API, and their arguments as words of a command line
    mcp_server.py   the operations as tools for agents
    commands/       one module for each command, or group of commands

Needs the extra: ``pip install 'smscx_client[cli]'``. This module imports nothing of the extra, so that it can say so.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["main"]

_EXTRA = ("typer", "rich", "click")
_FAILED = 1
_INTERRUPTED = 130
_TERMINATED = 143


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit code.

    :param arguments: the words after the name of the command; those of the process if None.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        with _termination():
            from smscx_client.cli.application import app

            app(args=None if arguments is None else list(arguments), prog_name="smscx")
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRA:
            raise
        print(f"smscx: needs {package}; install it: pip install 'smscx_client[cli]'", file=sys.stderr)
        sys.exit(_FAILED)
    except KeyboardInterrupt:  # before a command ran
        sys.exit(_INTERRUPTED)


def _open_closed_streams() -> None:
    """Open stdin, stdout and stderr where the caller has closed them: Python has None in their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


@contextmanager
def _termination() -> Iterator[None]:
    """Treat SIGTERM as Ctrl-C, so that a job stops cleanly and files with phone numbers are deleted."""
    terminated = []

    def terminate(number: int, frame: FrameType | None) -> None:
        terminated.append(number)
        handler = signal.getsignal(signal.SIGINT)
        if not callable(handler):  # Ctrl-C is ignored, as in a background job of a shell
            raise KeyboardInterrupt
        handler(signal.SIGINT, frame)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except (KeyboardInterrupt, SystemExit) as error:
        if terminated and getattr(error, "code", _INTERRUPTED) == _INTERRUPTED:
            sys.exit(_TERMINATED)
        raise
    finally:
        signal.signal(signal.SIGTERM, previous)


if not TYPE_CHECKING:  # a type checker would take any name for an attribute

    def __getattr__(name: str) -> Any:
        """Load `app`, the typer application, on first use."""
        if name == "app":
            from smscx_client.cli.application import app

            return app
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
