"""What every command uses: its client, its output, and the question before money is spent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from typing import TYPE_CHECKING, Any

from smscx_client.cli.exit_codes import CommandError

if TYPE_CHECKING:
    import typer

    from smscx_client.client import Client

__all__ = ["Shell", "read_secret", "shell_of"]


@dataclass
class Shell:
    """The global options of one run of the command, and what follows from them."""

    json: bool = False
    profile: str | None = None

    @contextmanager
    def client(self) -> Iterator[Client]:
        """A client with the credentials of the environment or a profile."""
        from smscx_client.cli.profiles import configuration_of, settings_of
        from smscx_client.client import Client

        with Client(configuration=configuration_of(settings_of(self.profile))) as client:
            yield client

    def show(self, data: Any) -> None:
        """Print the data of a response: a table, or its JSON."""
        from smscx_client.cli import output

        if self.json:
            output.print_json(output.wire(data))
        else:
            output.print_data(output.plain(data))

    def note(self, text: str) -> None:
        """Print a line that is no part of the output."""
        print(f"smscx: {text}", file=sys.stderr, flush=True)

    def confirm(self, question: str, *, yes: bool) -> None:
        """Ask before money is spent.

        :raises CommandError: the question was not confirmed, or there is no terminal to ask on.
        """
        if yes:
            return
        if not sys.stdin.isatty():
            raise CommandError(f"{question} There is no terminal to ask on: add --yes to confirm")
        print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise CommandError("not confirmed: nothing was sent")


def read_secret(name: str) -> str:
    """Ask for a secret without showing it, or read it from stdin where that is no terminal.

    :raises CommandError: nothing was entered.
    """
    secret = (getpass(f"{name}: ") if sys.stdin.isatty() else sys.stdin.readline()).strip()
    if not secret:
        raise CommandError(f"no {name} was given: nothing was done")
    return secret


def shell_of(context: typer.Context, json: bool = False, profile: str | None = None) -> Shell:
    """The shell of this run. Options after the name of a command are added to those before it."""
    root = context.find_root()
    shell: Shell = root.obj if isinstance(root.obj, Shell) else Shell()
    root.obj = shell
    shell.json = shell.json or json
    shell.profile = profile or shell.profile
    return shell
