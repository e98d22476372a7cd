"""`smscx call OPERATION`: any operation of the API."""

from contextlib import nullcontext
from pathlib import Path
from textwrap import fill
from typing import Annotated, Any, Iterator, List, Optional  # noqa: UP035 - typer reads these at run time

import typer

from smscx_client.cli import operations, output
from smscx_client.cli.commands.export import write
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.options import Json, Profile, Yes
from smscx_client.cli.shell import Shell, changing, shell_of

__all__ = ["register"]

_HELP_WORDS = ("--help", "-h")
_INDENT = 6 * " "


def _operation_names(incomplete: str) -> Iterator[tuple[str, str]]:
    for name, entry in operations.operations().items():
        if name.startswith(incomplete.replace("-", "_")):
            yield name, operations.summary_of(entry)


def _argument_words(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    entry = operations.operations().get((context.params.get("operation") or "").replace("-", "_"))
    for word, argument in entry.words if entry else ():
        if word.startswith(incomplete):
            yield f"{word}=", argument.type
        elif incomplete.startswith(f"{word}="):
            values = argument.choices or (("true", "false") if argument.is_switch else ())
            yield from ((f"{word}={value}", "") for value in values)


def call(
    context: typer.Context,
    operation: Annotated[
        Optional[str],
        typer.Argument(
            metavar="OPERATION",
            help="The name of the method, such as send_sms.",
            autocompletion=_operation_names,
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        Optional[List[str]],  # noqa: UP006
        typer.Argument(metavar="KEY=VALUE", help="Its arguments.", autocompletion=_argument_words, show_default=False),
    ] = None,
    save_to: Annotated[
        Optional[Path], typer.Option("--save-to", metavar="FILE", help="Write an export to this file.")
    ] = None,
    all_pages: Annotated[
        bool, typer.Option("--all", help="Print the rows of all pages of a paged operation; limit=N is the page size.")
    ] = False,
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Call any operation of the API. Without OPERATION, list all of them.

    Arguments are written as key=value or --key value. key:=JSON gives a value as JSON, key=@FILE the content of a file,
    and key=@- that of stdin. Repeat a key to give a list, and write a.b=value for a field of an object.

    `smscx call OPERATION --help` lists the arguments of an operation.
    """
    shell = shell_of(context, json, profile)
    given = [*(words or ()), *context.args]
    if operation is None:
        _list_all(shell)
        return
    if operation in _HELP_WORDS:
        print(context.get_help())
        return
    entry = operations.operation_named(operation)
    if any(word in _HELP_WORDS for word in given):
        _describe(entry)
        return
    arguments = operations.arguments_of(entry, given)
    if entry.is_export:
        write(shell, entry, arguments, save_to, "--save-to")
        return
    if save_to is not None:
        raise CommandError("--save-to is for exports only")
    if all_pages:
        _print_all(shell, entry, arguments)
        return
    _confirm(shell, entry, arguments, yes)
    with shell.client() as client:
        with changing() if entry.operation.changes else nullcontext():
            data = client.api_client.call(entry.operation, operations.grouped(entry, arguments), {})
        shell.show(data)


def _print_all(shell: Shell, entry: operations.Entry, arguments: dict[str, Any]) -> None:
    """Print the rows of all pages."""
    name = entry.operation.name.replace("get_", "iter_", 1)
    if not hasattr(entry.api_class, name):
        raise CommandError(f"{entry.operation.name} has one page only: leave --all out")
    for cursor in ("next", "previous", "short_response"):
        if cursor in arguments:
            raise CommandError(f"{cursor}: --all reads all pages: leave it out")
    size = {"page_size": arguments.pop("limit")} if "limit" in arguments else {}
    with shell.client() as client:
        shell.show(list(getattr(entry.api_class(client.api_client), name)(**arguments, **size)))


def _confirm(shell: Shell, entry: operations.Entry, arguments: dict[str, Any], yes: bool) -> None:
    if not entry.operation.paid:
        return
    count = operations.recipients_of(arguments)
    if count is None:
        shell.confirm(f"{entry.operation.name} costs money for every contact of the groups. Continue?", yes=yes)
    elif count > 1:
        shell.confirm(f"{entry.operation.name} costs money for {count:,} recipients. Continue?", yes=yes)


def _list_all(shell: Shell) -> None:
    rows = [
        {
            "operation": name,
            "HTTP": f"{entry.operation.method} {entry.operation.path}",
            "paid": entry.operation.paid,
            "summary": operations.summary_of(entry),
        }
        for name, entry in operations.operations().items()
    ]
    if shell.json:
        output.print_json(rows)
    else:
        output.print_rows([{"operation": row["operation"], "summary": row["summary"]} for row in rows], wrap="summary")


def _describe(entry: operations.Entry) -> None:
    """Print the help of an operation."""
    operation, descriptions, width = entry.operation, entry.descriptions, output.console().width
    print(f"Usage: smscx call {operation.name} [KEY=VALUE]...\n")
    for paragraph in entry.description.split("\n\n"):
        print(fill(paragraph, width), end="\n\n")
    print(f"HTTP: {operation.method} {operation.path}")
    if operation.paid:
        print("It costs money.")
    if entry.arguments:
        print("\nArguments:")
    for word, argument in entry.words:
        print(f"  {word}=  {argument.type}{', required' if argument.required else ''}")
        described = descriptions.get(f"{word}_") or descriptions.get(word)
        if described:
            print(fill(described, width, initial_indent=_INDENT, subsequent_indent=_INDENT))


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    settings = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
    app.command(context_settings=settings)(call)
