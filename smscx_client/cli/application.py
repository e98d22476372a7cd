"""The application: its commands, its global options, and how a run ends."""

import sys
import warnings
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from smscx_client._version import __version__
from smscx_client.cli import exit_codes, output
from smscx_client.cli.commands import REGISTER
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import Shell, shell_of
from smscx_client.exceptions import ApiTypeError, ApiValueError

__all__ = ["app"]

_HELP = """The SMS.CX messaging API from the command line.

Credentials come from the environment (SMSCX_API_KEY; or SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET) or from a
profile file (`smscx configure`), never from an option. `smscx doctor` finds what is wrong.

Exit codes: 0 done, 1 refused by the API, 2 wrong usage, 3 no credentials or wrong ones, 4 balance too low, 5 try again
later, 6 outcome unknown, 7 not done for all recipients, 130 Ctrl-C, 141 pipe closed.
"""


class _Commands(TyperGroup):
    """Runs a command, and turns an exception into one sentence and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("default", UserWarning)
                warnings.showwarning = _show_warning
                result = super().invoke(ctx)
            sys.stdout.flush()
        except BaseException as error:
            code = exit_codes.exit_code_of(error)
            if code is None:
                raise
            _report(error, code, ctx.obj if isinstance(ctx.obj, Shell) else Shell())
            raise typer.Exit(code) from None
        return result


def _show_warning(message: object, category: type[Warning], *_: Any, **__: Any) -> None:
    if issubclass(category, UserWarning) and not issubclass(category, DeprecationWarning):
        print(f"smscx: warning: {message}", file=sys.stderr, flush=True)


def _report(error: BaseException, code: exit_codes.ExitCode, shell: Shell) -> None:
    """Print an error: one sentence, or an object with ``--json``; nothing for a closed pipe."""
    if code == exit_codes.ExitCode.PIPE_CLOSED:
        output.discard_stdout()
        return
    if isinstance(error, (ApiTypeError, ApiValueError)) and error.path_to_item:
        from smscx_client.cli.operations import place_of

        error.path_to_item = place_of(error.path_to_item)
    described = exit_codes.description_of(error)
    if shell.json:
        output.print_json({"error": described}, file=sys.stderr)
    else:
        print(f"smscx: {output.printable(described['message'])}", file=sys.stderr, flush=True)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"smscx_client {__version__}")
        raise typer.Exit()


app = typer.Typer(
    name="smscx",
    help=_HELP,
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _global_options(
    context: typer.Context,
    json: Json = False,
    profile: Profile = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    shell_of(context, json, profile)


for register in REGISTER:
    register(app)
