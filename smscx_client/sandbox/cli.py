"""The command `smscx-sandbox`: serve the sandbox, or run a script against a new one and print the sent messages."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .settings import DELIVERY_MODES, LOOPBACK_NAMES, Settings
from .state.clock import Clock
from .state.store import StoreError

if TYPE_CHECKING:
    from .serving.server import Server

__all__ = ["main"]

BANNER = """\
SMS.CX sandbox  {url}
API key         {api_key}
Inbox           {url}/

Nothing is sent and nothing is charged. Press Ctrl-C to stop."""

_EXTRA = {"jsonschema_rs", "phonenumbers", "starlette", "uvicorn"}
_FAILED = 1
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        server = _server(options)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        return _fail(f'the sandbox needs the package {error.name}. Install it: pip install "smscx_client[sandbox]"')
    except StoreError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(
            f"cannot listen on {options.host}:{options.port}: {error.strerror}. Choose another --port or --host."
        )
    try:
        return _run(server, options.script, options.arguments) if options.command == "run" else _serve(server)
    finally:
        server.sandbox.close()


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--port", type=_port, help="port to listen on (default: 8025; for run: a free port)")
    common.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    common.add_argument("--allow-host", action="append", metavar="NAME", help="allow this host name, besides localhost")
    common.add_argument(
        "--allow-origin",
        action="append",
        metavar="ORIGIN",
        type=_origin,
        help="allow calls from web pages of this origin, such as http://localhost:3000",
    )
    common.add_argument(
        "--webhook-host",
        action="append",
        metavar="NAME",
        help="post webhooks to this host too, besides this machine; * for any host",
    )
    common.add_argument(
        "--strict-originators",
        action="store_true",
        help="refuse sends from an originator that is not approved, instead of sending from InfoText",
    )
    common.add_argument("--db", metavar="FILE", help="store the state in this file (default: in memory)")
    common.add_argument("--demo", action="store_true", help="start with the data of the examples (always on for run)")
    common.add_argument("--seed", type=int, help="seed of all ids, tokens and PINs (default: 0)")
    common.add_argument(
        "--clock",
        type=_clock,
        help="real, frozen, frozen:'2026-11-02 09:00:00' or a factor: 60x (default: real)",
    )
    common.add_argument(
        "--delivery", choices=DELIVERY_MODES, help="time of the final message status (default: immediate)"
    )
    parser = argparse.ArgumentParser("smscx-sandbox", description=__doc__, parents=[common])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", parents=[common], help="serve until interrupted (default)")
    run = commands.add_parser("run", parents=[common], help="run a Python script against a new sandbox")
    run.add_argument("script", metavar="SCRIPT", type=_script)
    run.add_argument("arguments", metavar="ARGS", nargs=argparse.REMAINDER)
    parser.set_defaults(
        command="serve", host="127.0.0.1", port=None, db=":memory:", demo=False, strict_originators=False
    )
    parser.set_defaults(allow_host=[], allow_origin=[], webhook_host=[])
    parser.set_defaults(seed=Settings.seed, clock=None, delivery=Settings.delivery)
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text} is not a port: use a number from 0 to 65535")
    return int(text)


def _origin(text: str) -> str:
    origin = text.rstrip("/")
    if not re.fullmatch(r"https?://[^/?#]+", origin):
        raise argparse.ArgumentTypeError(f"{text} is not an origin: use a form such as http://localhost:3000")
    return origin


def _clock(text: str) -> Clock:
    try:
        return Clock.from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _script(text: str) -> str:
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {text}")
    return text


def _server(options: argparse.Namespace) -> Server:
    """Return a listening server for the options."""
    from .sandbox import Sandbox
    from .serving.server import Server

    is_run = options.command == "run"
    if options.port is None:
        options.port = 0 if is_run else 8025
    settings = Settings(
        database=options.db,
        seed=options.seed,
        demo=options.demo or is_run,
        delivery=options.delivery,
        hosts=LOOPBACK_NAMES | {options.host, *options.allow_host},
        origins=frozenset(options.allow_origin),
        strict_originators=options.strict_originators,
        webhook_hosts=frozenset(options.webhook_host),
    )
    sandbox = Sandbox(settings, options.clock)
    return Server(sandbox, options.host, options.port)


def _serve(server: Server) -> int:
    print(BANNER.format(url=server.url, api_key=server.sandbox.context.settings.api_key), flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        return 0
    return 0


def _run(server: Server, script: str, arguments: Sequence[str]) -> int:
    """Run the script, print the messages it sent, and return its exit status."""
    from .serving.message_table import table
    from .state.ledger import account

    sandbox = server.sandbox
    before = sandbox.messages()
    with server, subprocess.Popen([sys.executable, script, *arguments], env=_environment(server)) as child:
        try:
            status = child.wait()
        except KeyboardInterrupt:
            status = _INTERRUPTED
    sent = sandbox.messages(after=before[-1]["id"] if before else 0)
    print(f"\n{table(sent, account(sandbox.context)['currency'])}", flush=True)
    return status if status >= 0 else 128 - status


def _environment(server: Server) -> dict[str, str]:
    """Return the environment of the script: it points to the sandbox, without a token or a proxy for it."""
    from .serving.environment import variables

    environment = {name: value for name, value in os.environ.items() if name != "SMSCX_ACCESS_TOKEN"}
    no_proxy = [environment.get("NO_PROXY") or environment.get("no_proxy") or "", "127.0.0.1", "localhost"]
    return {
        **environment,
        "NO_PROXY": ",".join(filter(None, no_proxy)),
        "no_proxy": ",".join(filter(None, no_proxy)),
        **variables(server.sandbox.context, server.url),
    }


def _fail(reason: str) -> int:
    print(f"smscx-sandbox: {reason}", file=sys.stderr)
    return _FAILED
