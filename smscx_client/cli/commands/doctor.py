"""`smscx doctor`: check everything that a call needs."""

import os
import sys
import time
from collections.abc import Iterator
from importlib import metadata, util
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

import typer

from smscx_client._money import amount_text
from smscx_client.cli import output, profiles
from smscx_client.cli.exit_codes import CommandError, ExitCode
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.shell import shell_of
from smscx_client.exceptions import ApiConnectionException, ApiException, ApiExceptionBase, InvalidCredentialsException

if TYPE_CHECKING:
    from smscx_client.configuration import Configuration

__all__ = ["Check", "clock_check", "register"]

_OK, _WARNING, _FAILED = "ok", "warning", "failed"
_MODULE = "smscx_client"
#: The package index has another package under this name. It has no command `smscx`, so that this one is never it.
_NOT_THE_OTHER = "this library, not the other package of that name (0.1.x)"
_LIBRARIES = ("urllib3", "certifi", "python-dateutil", "typer", "rich")
#: Seconds that the clocks of this machine and of the server may differ. Signed URLs and schedules go wrong by more.
_MOST_SKEW = 30


class Check(NamedTuple):
    """What a check found."""

    check: str
    state: str
    detail: str


def doctor(context: typer.Context, json: Json = False, profile: Profile = None) -> None:
    """Check everything that a call needs.

    It checks versions, credentials, proxy, network, key and clock, and says what is wrong. It makes one call that costs
    nothing, for the balance. The exit code is 1 if a check failed.
    """
    shell = shell_of(context, json, profile)
    found = list(_checks(shell.profile))
    if shell.json:
        output.print_json([one._asdict() for one in found])
    else:
        output.print_rows([one._asdict() for one in found], wrap="detail")
    if any(one.state == _FAILED for one in found):
        raise typer.Exit(ExitCode.REFUSED)


def _checks(profile: Optional[str]) -> Iterator[Check]:
    yield Check("python", _OK, f"{sys.version.split()[0]} at {sys.executable}")
    yield _package()
    yield _versions()
    yield _sandbox()
    try:
        settings = profiles.settings_of(profile)
        configuration = profiles.configuration_of(settings)
    except (CommandError, ApiExceptionBase) as error:
        yield Check("credentials", _FAILED, str(error))
        return
    yield Check("credentials", _OK, f"{_kind(configuration)} of {settings.source}")
    yield _proxy(configuration)
    yield from _network(configuration)


def _package() -> Check:
    """Which package is installed under the name that programs import."""
    import smscx_client

    owners = _owners()
    place = os.path.dirname(smscx_client.__file__)  # noqa: PTH120
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in owners) or smscx_client.__version__
    if len(owners) > 1:
        return Check(
            "package", _FAILED, f"several packages are installed as smscx_client: {versions}; uninstall all but one"
        )
    if owners and metadata.version(owners[0]) != smscx_client.__version__:
        found = f"{versions} is installed, but programs import {smscx_client.__version__} from {place}"
        return Check("package", _FAILED, f"{found}; remove that folder, or install again")
    return Check("package", _OK, f"{versions} at {place}; {_NOT_THE_OTHER}")


def _owners() -> list[str]:
    """The installed packages that bring a module of the library's name."""
    if sys.version_info >= (3, 10):
        return sorted(set(metadata.packages_distributions().get(_MODULE, ())))
    listed = ((one, (one.read_text("top_level.txt") or "").split()) for one in metadata.distributions())
    return sorted({one.metadata["Name"] for one, modules in listed if _MODULE in modules})


def _version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} is missing"


def _versions() -> Check:
    return Check("libraries", _OK, ", ".join(map(_version, _LIBRARIES)))


def _sandbox() -> Check:
    from smscx_client.sandbox.settings import EXTRA

    missing = sorted(name for name in EXTRA if util.find_spec(name) is None)
    if missing:
        return Check(
            "sandbox", _WARNING, f"{', '.join(missing)} missing; to use it: pip install 'smscx_client[sandbox]'"
        )
    return Check("sandbox", _OK, "installed; start it with `smscx sandbox`")


def _kind(configuration: "Configuration") -> str:
    if configuration.api_key:
        return "API key"
    return "access token" if configuration.access_token else "application id and secret"


def _proxy(configuration: "Configuration") -> Check:
    from smscx_client._transport.connections import proxy_for

    try:
        proxy = proxy_for(configuration)
    except ApiExceptionBase as error:
        return Check("proxy", _FAILED, str(error))
    return Check("proxy", _OK, "none" if proxy is None else f"{proxy._replace(auth=None).url}")


def _network(configuration: "Configuration") -> Iterator[Check]:
    """One call: whether the host is reached, whether it accepts the key, and what its clock says."""
    from smscx_client._with_response import with_response
    from smscx_client.client import Client

    headers: Any = {}
    with Client(configuration=configuration) as client:
        try:
            response = with_response(client.account.get_account_balance)
            balance, headers = response.data, response.headers
            failure: Optional[ApiException] = None
        except ApiConnectionException as error:
            yield Check("network", _FAILED, f"{configuration.host}: {error}")
            return
        except ApiExceptionBase as error:
            if not isinstance(error, ApiException):
                yield Check("network", _FAILED, str(error))
                return
            failure, headers = error, error.headers
    yield Check("network", _OK, f"{configuration.host} responds")
    yield _key(failure, None if failure else balance, configuration)
    yield clock_check(headers.get("Date"), time.time())
    if headers.get("X-Rate-Limit-Remaining"):
        detail = f"{headers['X-Rate-Limit-Remaining']} of {headers.get('X-Rate-Limit-Limit')} requests left"
        yield Check("rate limit", _OK, detail)


def _key(failure: Optional[ApiException], balance: Any, configuration: "Configuration") -> Check:
    if isinstance(failure, InvalidCredentialsException):
        where = (
            "a sandbox prints its key when it starts" if configuration.host.startswith("http:") else "see the dashboard"
        )
        advice = f"{configuration.host} does not accept the {_kind(configuration)}: {where}"
        return Check("key", _FAILED, f"{advice}. {type(failure).__name__}: {failure}")
    if failure is not None:
        return Check("key", _FAILED, f"{type(failure).__name__}: {failure}")
    currency = balance.get("currency") or ""
    return Check("key", _OK, f"accepted; the balance is {amount_text(balance.balance)} {currency}".rstrip())


def clock_check(date: Optional[str], now: float) -> Check:
    """Compare the time of a response with the Unix time of this machine."""
    from email.utils import parsedate_to_datetime

    try:
        skew = now - parsedate_to_datetime(date or "").timestamp()
    except (TypeError, ValueError):
        return Check("clock", _WARNING, "the server sent no time to compare with")
    if abs(skew) > _MOST_SKEW:
        way = "ahead of" if skew > 0 else "behind"
        return Check("clock", _WARNING, f"{abs(skew):.0f} s {way} the server; set the time of this machine")
    return Check("clock", _OK, f"within {_MOST_SKEW} s of the server")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(doctor)
