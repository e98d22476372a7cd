"""The command `smscx-sandbox`: serve the sandbox, or run a program against a new one and print the sent messages."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from smscx_client._version import __version__

from .serving.options import add_options, settings_of, split_program, with_defaults
from .settings import EXTRA, needs
from .state.store import StoreError

if TYPE_CHECKING:
    from .serving.server import Server

__all__ = ["main"]

BANNER = """\
SMS.CX sandbox  {url}
API key         {api_key}
Inbox           {url}/
Health          {url}/_sandbox/health

export SMSCX_HOST={url}
export SMSCX_API_KEY={api_key}

Nothing is sent and nothing is charged. Press Ctrl-C to stop."""

INBOX = "Inbox {url}/ (until the program ends)"

_PATIENCE = 5
"""Seconds that a program runs before `run` prints the address of the inbox page: one that sends and ends needs none."""

_FAILED = 1
_WRONG_USE = 2
_INTERRUPTED = 130
_BROKEN_PIPE = 141
_TERMINATED = 143


class _Terminated(BaseException):
    """The process got SIGTERM, with which containers and CI stop a process."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    try:
        with _handled_by(_terminate, signal.SIGTERM):
            status = _main(arguments)
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output has ended, such as `| head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except _Terminated:
        return _TERMINATED
    return status


def _main(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    own, program = split_program(list(sys.argv[1:] if arguments is None else arguments))
    parser = _parser()
    try:
        options = with_defaults(parser.parse_args(own), os.environ)
        if options.command == "trigger":
            return _trigger(options)
        if options.command == "run":
            program = _command(program)
        patience = _PATIENCE if options.port is None else 0
        server = _server(options)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        return _fail(needs(error.name))
    except (StoreError, ValueError) as error:
        return _fail(str(error), _FAILED if isinstance(error, StoreError) else _WRONG_USE)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(
            f"cannot listen on {options.host}:{options.port}: {error.strerror}. Choose another --port or --host."
        )
    try:
        return _run(server, program, patience) if options.command == "run" else _serve(server)
    finally:
        server.sandbox.close()


def _terminate(*_: object) -> None:
    """Handle SIGTERM: the program that runs is stopped, and the state is closed."""
    raise _Terminated


@contextmanager
def _handled_by(handler: Callable[..., None], *signals: signal.Signals) -> Iterator[None]:
    """Handle signals with a function inside the block. Only the main thread can do so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = {each: signal.signal(each, handler) for each in signals}
    try:
        yield
    finally:
        for each, earlier in previous.items():
            signal.signal(each, earlier)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    add_options(common)
    parser = argparse.ArgumentParser(
        "smscx-sandbox",
        description=__doc__,
        parents=[common],
        epilog="Each option is also an environment variable: --rate-limit is SMSCX_SANDBOX_RATE_LIMIT. Commas separate "
        "several values.",
    )
    parser.add_argument("--version", action="version", version=f"smscx_client {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", parents=[common], help="serve until interrupted (default)")
    commands.add_parser(
        "run",
        parents=[common],
        help="run a program against a new sandbox",
        usage="smscx-sandbox run [OPTIONS] SCRIPT.py | -m MODULE | -- PROGRAM [ARGS]",
    )
    trigger = commands.add_parser("trigger", parents=[common], help="post a callback to your webhook receiver")
    trigger.add_argument("event", metavar="EVENT", help="such as dlr_update; a wrong one lists all")
    trigger.add_argument("--to", required=True, metavar="URL", help="the URL of your receiver")
    trigger.add_argument("--data", metavar="JSON", default="{}", help="fields that replace those of the callback")
    parser.set_defaults(command="serve")
    return parser


def _command(program: list[str]) -> list[str]:
    """Return the command line of a program to run; raises ValueError if there is no such program."""
    if program[:1] == ["-m"] and len(program) > 1:
        return [sys.executable, *program]
    command = program[1:] if program[:1] == ["--"] else program
    if not command or program[:1] == ["-m"]:
        raise ValueError("run needs a program: smscx-sandbox run SCRIPT.py, run -m MODULE, or run -- PROGRAM")
    name = command[0]
    if Path(name).is_file() and (name.endswith(".py") or not os.access(name, os.X_OK)):
        return [sys.executable, *command]
    found = shutil.which(name)
    if found is None:
        raise ValueError(f"there is no file {name}, and no program of this name")
    return [found, *command[1:]]


def _server(options: argparse.Namespace) -> Server:
    """Return a listening server for the options."""
    from .sandbox import Sandbox
    from .serving.server import Server

    if options.port is None:
        options.port = 0 if options.command == "run" else 8025
    sandbox = Sandbox(settings_of(options), options.clock)
    try:
        return Server(sandbox, options.host, options.port)
    except OSError:
        sandbox.close()
        raise


def _serve(server: Server) -> int:
    """Serve until a signal stops the server; a second one ends it at once.

    The first one raises nothing: it may arrive after the banner is printed and before uvicorn handles signals itself.
    """

    def stop(*_: object) -> None:
        if server.is_stopping:
            raise KeyboardInterrupt
        server.stop()

    with suppress(KeyboardInterrupt), _handled_by(stop, signal.SIGINT, signal.SIGTERM):
        print(BANNER.format(url=server.url, api_key=server.sandbox.context.settings.api_key), flush=True)
        server.run()
    return 0


def _trigger(options: argparse.Namespace) -> int:
    """Post a callback to a URL, print it and the status of the response; returns 0 for a status from 200 to 299."""
    from .engine.http import JSON, Request
    from .sandbox import Sandbox
    from .serving.webhook_sender import http_post

    settings = settings_of(options)
    sandbox = Sandbox(settings, options.clock)
    try:
        body = {"event": options.event, "to": options.to, "data": json.loads(options.data)}
        call = Request("POST", "/_sandbox/trigger", "", {"content-type": JSON}, json.dumps(body).encode())
        response = sandbox.handle(call).json()
        if "error" in response:
            raise ValueError(response["error"]["message"])
        # The person who names the receiver allows it.
        hosts = {*settings.webhook_hosts, urlsplit(options.to).hostname or ""}
        sandbox.deliver_webhooks(http_post(settings.webhook_timeout, hosts))
        (webhook,) = sandbox.handle(Request("GET", "/_sandbox/webhooks")).json()["webhooks"]
    finally:
        sandbox.close()
    (attempt,) = webhook["attempts"]
    print(json.dumps({"event": webhook["event"], "data": webhook["data"]}, ensure_ascii=False, indent=2))
    print(f"{webhook['url']}: {attempt['status'] or attempt['error']}", file=sys.stderr)
    return 0 if webhook["state"] == "delivered" else _FAILED


@contextmanager
def _inbox_printed_after(seconds: float, url: str) -> Iterator[None]:
    """Print the address of the inbox page if the block takes longer: a person may need a PIN while the program runs."""
    timer = threading.Timer(seconds, print, [INBOX.format(url=url)], {"file": sys.stderr, "flush": True})
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _run(server: Server, command: Sequence[str], patience: float) -> int:
    """Run a program, print the messages it sent, and return its exit status.

    Prints the address of the inbox page to standard error after `patience` seconds.
    """
    from .serving.message_table import table
    from .state.ledger import account

    sandbox = server.sandbox
    before = sandbox.messages()
    inbox = _inbox_printed_after(patience, server.url)
    with server, inbox, subprocess.Popen(command, env=_environment(server)) as child:
        try:
            status = child.wait()
        except KeyboardInterrupt:  # the terminal sends it to the program too
            status = _INTERRUPTED
        except _Terminated:
            child.terminate()
            status = _TERMINATED
    sent = sandbox.messages(after=before[-1]["id"] if before else 0)
    print(f"\n{table(sent, account(sandbox.context)['currency'])}", flush=True)
    return status if status >= 0 else 128 - status


def _environment(server: Server) -> dict[str, str]:
    """Return the environment of the program: it points to the sandbox, without a token or a proxy for it."""
    from .serving.environment import variables

    environment = {name: value for name, value in os.environ.items() if name != "SMSCX_ACCESS_TOKEN"}
    no_proxy = [environment.get("NO_PROXY") or environment.get("no_proxy") or "", "127.0.0.1", "localhost"]
    return {
        **environment,
        "NO_PROXY": ",".join(filter(None, no_proxy)),
        "no_proxy": ",".join(filter(None, no_proxy)),
        **variables(server.sandbox.context, server.url),
    }


def _fail(reason: str, status: int = _FAILED) -> int:
    print(f"smscx-sandbox: {reason}", file=sys.stderr)
    return status
