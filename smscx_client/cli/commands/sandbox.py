"""`smscx sandbox`: the same as the command `smscx-sandbox`."""

import typer

__all__ = ["register"]


def sandbox(context: typer.Context) -> None:
    """Run the API on this machine: the same as `smscx-sandbox`, with the same options."""
    from smscx_client.sandbox.cli import main

    raise typer.Exit(main(context.args))


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    settings = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
    app.command(context_settings=settings)(sandbox)
