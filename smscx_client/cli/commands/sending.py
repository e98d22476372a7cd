"""`smscx send` and `smscx estimate`: an SMS to one recipient or several, and what it costs."""

import warnings
from typing import TYPE_CHECKING, Annotated, Any, List, Optional  # noqa: UP035 - typer reads these at run time
from uuid import uuid4

import typer

from smscx_client._originators import replaced_originator
from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError, ExitCode
from smscx_client.cli.options import Destinations, Json, Originator, Profile, Text, Yes
from smscx_client.cli.recipients import recipients_of, text_of
from smscx_client.cli.shell import Shell, shell_of

if TYPE_CHECKING:
    from smscx_client.client import Client

__all__ = ["register"]

_MOST = 25_000
_ACCEPTED = ("ACCEPTED", "SCHEDULED")

_Country = Annotated[
    Optional[str], typer.Option("--country", metavar="ISO", help="The country of numbers without a country code.")
]
_Alphabet = Annotated[
    Optional[str],
    typer.Option("--transliterate", metavar="ALPHABET", help="Transliterate to GSM-7: NON_GSM, POLISH ..."),
]
_Schedule = Annotated[
    Optional[str], typer.Option("--at", metavar="'YYYY-MM-DD HH:MM:SS'", help="When to send it, in UTC.")
]


def send(
    context: typer.Context,
    to: Destinations,
    from_: Originator,
    text: Text = None,
    at: _Schedule = None,
    country: _Country = None,
    transliterate: _Alphabet = None,
    allow_invalid: Annotated[
        bool, typer.Option("--allow-invalid", help="Send to the valid numbers even if others are invalid.")
    ] = False,
    dlr_callback_url: Annotated[
        Optional[str], typer.Option("--dlr-callback-url", metavar="URL", help="Where delivery reports are posted.")
    ] = None,
    idempotency_id: Annotated[
        Optional[str],
        typer.Option(
            "--idempotency-id", metavar="UUID", help="Repeat a send whose outcome is unknown, without sending twice."
        ),
    ] = None,
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Send an SMS.

    With more than one recipient, the cost is estimated and a question asked first. A longer list than 25,000 numbers,
    or one that must survive a crash, is for `smscx bulk send`.
    """
    shell = shell_of(context, json, profile)
    fields = _fields(to, from_, text, country, transliterate, allow_invalid)
    extra = {"scheduledDate": at, "dlrCallbackUrl": dlr_callback_url, "idempotencyId": idempotency_id or str(uuid4())}
    message = {**fields, **{name: value for name, value in extra.items() if value is not None}}
    with shell.client() as client:
        if len(fields["to"]) > 1 and not yes:
            shell.confirm(_question(client, fields), yes=yes)
        response = _sent(client, message)
    _show(shell, response)
    _warn_of_originator(from_, response)
    if any(row.status not in _ACCEPTED for row in response.data) or response.info.get("invalid"):
        raise typer.Exit(ExitCode.PARTLY)


def estimate(
    context: typer.Context,
    to: Destinations,
    from_: Originator,
    text: Text = None,
    country: _Country = None,
    transliterate: _Alphabet = None,
    allow_invalid: Annotated[
        bool, typer.Option("--allow-invalid", help="Leave invalid numbers out instead of refusing the request.")
    ] = False,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Print what an SMS would cost.

    It takes the options of `send`, sends nothing and costs nothing.
    """
    shell = shell_of(context, json, profile)
    fields: Any = _fields(to, from_, text, country, transliterate, allow_invalid)
    with shell.client() as client:
        response = client.sms.estimate_sms(fields)
    _show(shell, response, is_estimate=True)
    _warn_of_originator(from_, response)


def _fields(
    to: List[str],  # noqa: UP006
    from_: str,
    text: Optional[str],
    country: Optional[str],
    transliterate: Optional[str],
    allow_invalid: bool,
) -> Any:
    numbers = recipients_of(to, country)
    if len(numbers) > _MOST:
        raise CommandError(f"{len(numbers):,} recipients are more than a request can have; use `smscx bulk send`")
    fields: dict[str, Any] = {"to": numbers, "from": from_, "text": text_of(text, to)}
    if country:
        fields["countryIso"] = country.upper()
    if transliterate:
        fields["transliteration"] = {"alphabet": transliterate.upper()}
    if allow_invalid:
        fields["allowInvalid"] = True
    return fields


def _question(client: "Client", fields: Any) -> str:
    request: Any = {**fields, "shortResponse": True}
    info = client.sms.estimate_sms(request).info
    return f"Send to {len(fields['to']):,} recipients for {_money(info)}?"


def _money(info: Any) -> str:
    cost = info.get("total_cost")
    return " ".join(output.printable(part) for part in (cost, info.get("currency")) if part is not None)


def _sent(client: "Client", message: Any) -> Any:
    try:
        return client.sms.send_sms(message)
    except KeyboardInterrupt:
        raise CommandError(
            "interrupted: the message may have been sent. To send it only once, repeat the command with "
            f"--idempotency-id {message['idempotencyId']}",
            ExitCode.INTERRUPTED,
        ) from None


def _show(shell: Shell, response: Any, *, is_estimate: bool = False) -> None:
    """Print a response. An estimate has no ids to look up, and nothing in it was accepted."""
    if shell.json:
        shell.show(response)
        return
    columns = ("to", "status", "parts", "cost", "msg_id")
    rows = [{name: row.get(name) for name in columns} for row in response.data]
    info = dict(output.plain(response)["info"])
    if is_estimate:
        hidden = ("msg_id", "campaign_id")
        rows = [
            {name: None if name in hidden or value in _ACCEPTED else value for name, value in row.items()}
            for row in rows
        ]
        info = {name: value for name, value in info.items() if name not in hidden}
    if rows:
        output.print_rows(rows)
        print()
    output.print_data(info)


def _warn_of_originator(wanted: str, response: Any) -> None:
    """Warn if the API sends from another originator: it replaces one that is not approved, without an error."""
    used = replaced_originator(response, wanted)
    if used is not None:
        warnings.warn(
            f"the originator is {used}: the API replaces one that is not approved, such as {wanted}", stacklevel=2
        )


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(send)
    app.command()(estimate)
