"""What every command uses: its client, its output, and the question before money is spent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from getpass import getpass
from typing import TYPE_CHECKING, Any

from smscx_client.cli.exit_codes import CommandError, ExitCode

if TYPE_CHECKING:
    import typer

    from smscx_client.client import Client
    from smscx_client.events import CallEvent

__all__ = ["Shell", "changing", "read_secret", "shell_of"]


@dataclass
class Shell:
    """The global options of one run of the command, and what follows from them."""

    json: bool = False
    profile: str | None = None
    _done: dict[str, None] = field(default_factory=dict)

    @contextmanager
    def client(self) -> Iterator[Client]:
        """A client with the credentials of the environment or a profile."""
        from smscx_client.cli.profiles import configuration_of, settings_of
        from smscx_client.client import Client

        configuration = configuration_of(settings_of(self.profile))
        configuration.on_event = self._note_done
        with Client(configuration=configuration) as client:
            yield client

    def _note_done(self, event: CallEvent) -> None:
        if event.kind == "call" and event.exception is None:
            self._done[event.operation] = None

    @property
    def done(self) -> list[str]:
        """The operations that were carried out and changed something: what fails after them can say so."""
        from smscx_client.cli.operations import operations

        known = operations()
        return [name for name in self._done if name in known and known[name].operation.changes]

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


@contextmanager
def changing() -> Iterator[None]:
    """For a call that costs money or changes something: Ctrl-C says that the request may have been carried out.

    :raises CommandError: the call was interrupted.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(
            "interrupted: the request may have been carried out; find out before you repeat it", ExitCode.INTERRUPTED
        ) from None


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
