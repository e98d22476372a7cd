"""`smscx otp`: send a one-time password, verify it, look at it, cancel it."""

from typing import Annotated, Any, Optional

import typer

from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import changing, read_secret, shell_of

__all__ = ["register"]

group = typer.Typer(name="otp", help="One-time passwords: send, verify, look up, cancel.", no_args_is_help=True)

_OtpId = Annotated[str, typer.Argument(metavar="OTP_ID", help="The id that `smscx otp new` printed.")]


@group.command()
def new(
    context: typer.Context,
    to: Annotated[str, typer.Option("--to", metavar="NUMBER", help="The recipient.")],
    from_: Annotated[
        Optional[str], typer.Option("--from", metavar="NAME", help="The originator: the sender that is shown.")
    ] = None,
    template: Annotated[
        Optional[str], typer.Option("--template", metavar="TEXT", help="The text; {{pin}} stands for the PIN.")
    ] = None,
    country: Annotated[
        Optional[str], typer.Option("--country", metavar="ISO", help="The country of a number without a country code.")
    ] = None,
    ttl: Annotated[
        Optional[int], typer.Option("--ttl", metavar="N", help="Seconds until the PIN expires, 60 to 1800.")
    ] = None,
    max_attempts: Annotated[
        Optional[int], typer.Option("--max-attempts", metavar="N", help="Attempts to verify it, 1 to 10.")
    ] = None,
    pin_type: Annotated[Optional[str], typer.Option("--pin-type", help="letters, numbers or alphanumeric.")] = None,
    pin_length: Annotated[
        Optional[int], typer.Option("--pin-length", metavar="N", help="Characters of the PIN, 4 to 10.")
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Send a one-time password to a number. It costs money."""
    shell = shell_of(context, json, profile)
    fields = {
        "phone_number": to,
        "from_": from_,
        "template": template,
        "country_iso": country.upper() if country else None,
        "ttl": ttl,
        "max_attempts": max_attempts,
        "pin_type": pin_type,
        "pin_length": pin_length,
    }
    request: Any = {name: value for name, value in fields.items() if value is not None}
    with shell.client() as client:
        with changing():
            response = client.otp.new_otp(request)
        shell.show(response)


@group.command()
def verify(
    context: typer.Context,
    otp_id: _OtpId,
    pin: Annotated[
        Optional[str],
        typer.Argument(
            metavar="PIN", help="The PIN. Without it, it is asked for without showing it, or read from stdin."
        ),
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Verify the PIN that a person entered. A wrong PIN uses up an attempt, and the exit code is 1."""
    shell = shell_of(context, json, profile)
    entered = pin if pin is not None else read_secret("PIN")
    with shell.client() as client:
        with changing():
            response = client.otp.verify_otp(otp_id, entered)
        shell.show(response)


@group.command()
def status(context: typer.Context, otp_id: _OtpId, json: Json = False, profile: Profile = None) -> None:
    """Print the state of a one-time password."""
    shell = shell_of(context, json, profile)
    with shell.client() as client:
        shell.show(client.otp.get_otp_status(otp_id))


@group.command()
def cancel(context: typer.Context, otp_id: _OtpId, json: Json = False, profile: Profile = None) -> None:
    """Cancel a one-time password that is still pending."""
    shell = shell_of(context, json, profile)
    with shell.client() as client:
        with changing():
            response = client.otp.cancel_otp(otp_id)
        shell.show(response)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(group)
