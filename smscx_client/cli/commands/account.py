"""`smscx balance`."""

import typer

from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import shell_of

__all__ = ["register"]


def balance(context: typer.Context, json: Json = False, profile: Profile = None) -> None:
    """Print the balance of the account."""
    shell = shell_of(context, json, profile)
    with shell.client() as client:
        shell.show(client.account.get_account_balance())


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(balance)
