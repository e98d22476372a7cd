"""The application: its commands, its global options, and how a run ends."""

import sys
import warnings
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from smscx_client._suggest import did_you_mean
from smscx_client._version import __version__
from smscx_client.cli import exit_codes, output
from smscx_client.cli.commands import REGISTER
from smscx_client.cli.commands.export import limit_message
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import Shell, shell_of
from smscx_client.exceptions import ApiTypeError, ApiValueError
from smscx_client.exports import ExportLimitWarning

__all__ = ["app"]

_HELP = """The SMS.CX messaging API from the command line.

Credentials come from the environment (SMSCX_API_KEY; or SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET) or from a
profile file (`smscx configure`), never from an option. `smscx doctor` finds what is wrong.

Exit codes: 0 done, 1 refused by the API, 2 wrong usage, 3 no credentials or wrong ones, 4 balance too low, 5 try again
later, 6 outcome unknown, 7 not done for all recipients, 130 Ctrl-C, 141 pipe closed, 143 SIGTERM.
"""


#: What click raises for wrong words; newer versions of typer have a click of their own.
_UsageError: Any = typer.BadParameter.__base__


class _Commands(TyperGroup):
    """Runs a command, and turns an exception into one sentence and an exit code."""

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        self._is_json = "--json" in args  # also if the words cannot be read
        try:
            return super().make_context(info_name, args, parent, **extra)
        except _UsageError as error:
            self._fail(error, Shell(json=self._is_json))

    def invoke(self, ctx: Any) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("default", UserWarning)
                warnings.showwarning = _show_warning
                result = super().invoke(ctx)
            sys.stdout.flush()
        except BaseException as error:
            shell = ctx.obj if isinstance(ctx.obj, Shell) else Shell()
            if isinstance(error, _UsageError):
                shell.json = self._is_json
            self._fail(error, shell)
        return result

    def _fail(self, error: BaseException, shell: Shell) -> NoReturn:
        """Print an error, and end the run with its exit code."""
        if isinstance(error, _UsageError) and type(error).__name__ != "NoArgsIsHelpError":
            error = exit_codes.CommandError(_usage(error))
        code = exit_codes.exit_code_of(error)
        if code is None:
            raise error
        if isinstance(error, (OSError, KeyboardInterrupt)) and code != exit_codes.ExitCode.PIPE_CLOSED and shell.done:
            what = exit_codes.description_of(error)["message"]
            code = exit_codes.ExitCode.UNKNOWN if isinstance(error, OSError) else code
            done = " and ".join(shell.done)
            error = exit_codes.CommandError(f"{done}: carried out, do not repeat it; but afterwards: {what}")
        _report(error, code, shell)
        output.end_stdout()
        raise typer.Exit(code) from None


def _usage(error: Any) -> str:
    """What is wrong with the words, in one sentence."""
    message = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else "smscx"
    more = ""
    if type(error).__name__ == "NoSuchOption":
        message = f"no such option: {error.option_name}{_option_like(error)}"
    elif command == "smscx" and message.startswith("No such command") and "Did you mean" not in message:
        more = "; `smscx call` lists all operations of the API"
    return f"{message[:1].lower()}{message[1:]} (see `{command} --help`{more})"


def _option_like(error: Any) -> str:
    """The option that was meant, also by the name that another library has for it; or that it is an argument."""
    parameters = error.ctx.command.params if error.ctx else []
    wanted = error.option_name.lstrip("-").replace("-", "_")
    for one in parameters:
        if one.param_type_name == "argument" and one.name == wanted:
            return f"; {wanted.upper()} is an argument, write its value alone"
    known = [name.lstrip("-") for one in parameters if one.param_type_name == "option" for name in one.opts]
    return did_you_mean(error.option_name.lstrip("-"), known).replace("`", "`--", 1)


def _show_warning(message: object, category: type[Warning], *_: Any, **__: Any) -> None:
    if issubclass(category, UserWarning) and not issubclass(category, DeprecationWarning):
        message = limit_message(message) if isinstance(message, ExportLimitWarning) else message
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
