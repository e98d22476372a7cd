"""`smscx mcp`: the API as tools for agents, over stdin and stdout."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from smscx_client.cli.exit_codes import CommandError, ExitCode
from smscx_client.cli.options import Profile
from smscx_client.cli.shell import shell_of

__all__ = ["register"]


def mcp(
    context: typer.Context,
    live: Annotated[bool, typer.Option("--live", help="Use the real API and the credentials of the profile.")] = False,
    max_cost: Annotated[
        str, typer.Option("--max-cost", metavar="AMOUNT", help="With --live: the most that all calls may cost.")
    ] = "0",
    profile: Profile = None,
) -> None:
    """Serve the API to an agent, by the Model Context Protocol over stdin and stdout.

    Without --live, the calls go to a sandbox with example data in this process: no account, and nothing is sent. With
    --live, a call that costs money is estimated first, and refused if the sum would exceed --max-cost. So without
    --max-cost, nothing that costs money is called.
    """
    try:
        import mcp.server  # noqa: F401 - for its name in the error
    except ModuleNotFoundError as error:
        needed = f"needs {error.name}, and Python 3.10 or later; install it: pip install 'smscx_client[mcp]'"
        raise CommandError(needed, ExitCode.REFUSED) from error
    from smscx_client.cli.mcp_server import Tools, server

    if live:
        limit = _amount(max_cost)
        with shell_of(context, False, profile).client() as client, _ended_by_signals():
            server(Tools(client, limit), limit=limit).run()
        return
    from smscx_client.client import Client
    from smscx_client.sandbox import Sandbox, Settings
    from smscx_client.sandbox.serving.in_process import client_arguments

    sandbox = Sandbox(Settings(demo=True))
    try:
        with Client(**client_arguments(sandbox, {})) as client, _ended_by_signals():
            server(Tools(client), limit=None).run()
    finally:
        sandbox.close()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End the process at once at Ctrl-C and SIGTERM: the thread that reads stdin would keep it alive."""
    previous = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _amount(text: str) -> Decimal:
    with suppress(InvalidOperation):
        if 0 <= (amount := Decimal(text)) < Decimal("Infinity"):
            return amount
    raise CommandError(f"--max-cost: `{text}` is no amount; write one such as 5 or 0.50")


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(mcp)
