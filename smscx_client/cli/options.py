"""Options that several commands have."""

from typing import Annotated, List, Optional  # noqa: UP035 - typer reads these at run time, on Python 3.9 too

import typer

__all__ = ["Destinations", "Json", "Originator", "Profile", "Text", "Yes"]

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Profile = Annotated[
    Optional[str],
    typer.Option("--profile", metavar="NAME", help="Use the credentials of this profile; see `smscx configure`."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before money is spent.")]
Destinations = Annotated[
    List[str],  # noqa: UP006
    typer.Option(
        "--to", metavar="NUMBER|@FILE", help="A recipient; repeatable. @FILE has one on each line; @- is stdin."
    ),
]
Originator = Annotated[str, typer.Option("--from", metavar="NAME", help="The originator: the sender that is shown.")]
Text = Annotated[Optional[str], typer.Option("--text", metavar="TEXT", help="The text. Without it, stdin is read.")]
