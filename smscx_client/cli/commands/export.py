"""`smscx export`: an export of the API as a file."""

import re
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Iterator, List, Optional  # noqa: UP035 - typer reads these at run time

import typer

from smscx_client import exports
from smscx_client._suggest import did_you_mean
from smscx_client.cli import operations, output
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import Shell, shell_of

__all__ = ["limit_message", "register", "write"]

_PREFIX, _CSV = "export_", "_to_csv"
_FORMATS = ("csv", "xlsx")


def _kinds() -> dict[str, operations.Entry]:
    """The exports of the API by the middle of their names: ``export_group_to_csv`` is ``group``."""
    return {
        name[len(_PREFIX) : -len(_CSV)].replace("_", "-"): entry
        for name, entry in operations.operations().items()
        if name.startswith(_PREFIX) and name.endswith(_CSV)
    }


def _kind_names(incomplete: str) -> Iterator[tuple[str, str]]:
    for name, entry in _kinds().items():
        if name.startswith(incomplete):
            yield name, operations.summary_of(entry)


def export(
    context: typer.Context,
    kind: Annotated[
        Optional[str],
        typer.Argument(
            metavar="KIND", help="What to export, such as group.", autocompletion=_kind_names, show_default=False
        ),
    ] = None,
    words: Annotated[
        Optional[List[str]],  # noqa: UP006
        typer.Argument(metavar="ID|KEY=VALUE", help="Which one, and filters.", show_default=False),
    ] = None,
    save_to: Annotated[
        Optional[Path],
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; .xlsx for a workbook. Default: stdout."
        ),
    ] = None,
    form: Annotated[
        Optional[str], typer.Option("--format", help="csv or xlsx; by default as FILE ends, else csv.")
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Write an export to a file or to stdout. Without KIND, list the exports.

    ID is the group, campaign, attachment, short link or lookup of the export; filters are written as key=value.

    smscx export group 4223 -o contacts.xlsx
    """
    shell = shell_of(context, json, profile)
    if kind is None:
        _list_all(shell)
        return
    known = _kinds()
    if kind.replace("_", "-") not in known:
        raise CommandError(f"there is no export `{kind}`{did_you_mean(kind, known)}; `smscx export` lists all")
    chosen = _format(form, save_to)
    entry = operations.operation_named(f"{_PREFIX}{kind.replace('-', '_')}_to_{chosen}")
    arguments = operations.arguments_of(entry, _named(entry, words or ()))
    write(shell, entry, arguments, save_to, "--output")


def _format(form: Optional[str], save_to: Optional[Path]) -> str:
    found = form or (save_to.suffix.lower().lstrip(".") if save_to else "csv")
    if form is not None and form not in _FORMATS:
        raise CommandError(f"--format must be csv or xlsx, not {form}")
    return found if found in _FORMATS else "csv"


def _named(entry: operations.Entry, words: Any) -> list[str]:
    """The words as ``key=value``: a word without a name is the next required argument."""
    required = [argument.word for argument in entry.arguments.values() if argument.required]
    return [word if "=" in word or not required else f"{required.pop(0)}={word}" for word in words]


def write(
    shell: Shell, entry: operations.Entry, arguments: dict[str, Any], save_to: Optional[Path], option: str
) -> None:
    """Write an export to a file, which is complete or absent, or to stdout.

    :param option: the option that names the file, for the message about a workbook on a terminal.
    """
    if save_to is None and entry.operation.returns == "xlsx" and sys.stdout.isatty():
        raise CommandError(f"an xlsx export is no text: name a file with {option} FILE")
    with shell.client() as client:
        export_to = partial(getattr(entry.api_class(client.api_client), entry.operation.name), **arguments)
        if save_to is not None:
            export_to(save_to=save_to)
            shell.show({"path": str(save_to), "bytes": save_to.stat().st_size})
        else:
            export_to(save_to=sys.stdout.buffer)
    sys.stdout.buffer.flush()


def limit_message(warning: exports.ExportLimitWarning) -> str:
    """What the warning of the library means for somebody who types commands."""
    lister = re.sub(f"^{_PREFIX}(.*)_to_.*", r"get_\1", warning.operation)
    return (
        f"the report ends at its limit of {warning.rows:,} rows, there may be more: `smscx call {lister} ... --all "
        "--json` reads all rows"
    )


def _list_all(shell: Shell) -> None:
    rows = [
        {
            "export": name,
            "required": " ".join(one.word for one in entry.arguments.values() if one.required) or None,
            "filters": " ".join(one.word for one in entry.arguments.values() if not one.required) or None,
        }
        for name, entry in _kinds().items()
    ]
    if shell.json:
        output.print_json(rows)
    else:
        output.print_rows(rows, wrap="filters")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(export)
