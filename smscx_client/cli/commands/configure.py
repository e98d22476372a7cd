"""`smscx configure`: save credentials in a profile file that only its owner can read."""

from typing import Annotated, Optional

import typer

from smscx_client.cli import profiles
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import read_secret, shell_of
from smscx_client.exceptions import ApiExceptionBase

__all__ = ["register"]


def configure(
    context: typer.Context,
    application_id: Annotated[
        Optional[str],
        typer.Option("--application-id", metavar="ID", help="Save this application and its secret, not an API key."),
    ] = None,
    host: Annotated[
        Optional[str], typer.Option("--host", metavar="URL", help="The API to use, if not https://api.sms.cx.")
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Save credentials in a profile.

    The API key, or with --application-id the secret of an application, is asked for without showing it, or read from
    stdin, so it is never an argument. It is written to smscx/profiles.ini in the folder for settings (~/.config, or
    SMSCX_PROFILES names the file), which only you can read. The profile is called `default` unless --profile NAME is
    given. `default` is used where the environment has no credentials; any other with --profile NAME, or SMSCX_PROFILE.
    """
    shell = shell_of(context, json, profile)
    name = shell.profile or profiles.DEFAULT
    secret = "application_secret" if application_id else "api_key"
    values = {"application_id": application_id, secret: read_secret(secret.replace("_", " ")), "host": host}
    given = {key: value for key, value in values.items() if value}
    try:
        profiles.configuration_of(profiles.Settings(given, ""))
    except ApiExceptionBase as error:
        raise CommandError(str(error)) from None
    path = profiles.save_profile(name, given)
    shell.show({"profile": name, "path": str(path)})


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(configure)
