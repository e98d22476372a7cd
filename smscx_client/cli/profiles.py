"""Credentials: from the environment, or from a profile in a file that only its owner can read.

A credential on the command line is visible to every user of the machine (`ps`) and stays in the history of the shell.
So no option takes one.

    [default]
    api_key = ...

    [shop]
    application_id = ...
    application_secret = ...
    host = http://127.0.0.1:8025
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from configparser import ConfigParser, Error
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from smscx_client.cli.exit_codes import CommandError, ExitCode
from smscx_client.configuration import Configuration

__all__ = ["DEFAULT", "Settings", "configuration_of", "profile_file", "profiles", "save_profile", "settings_of"]

DEFAULT = "default"
#: The settings that a profile can have.
KEYS = (
    *("api_key", "access_token", "application_id", "application_secret"),
    *("host", "scope", "proxy", "ssl_ca_cert"),
)
_VARIABLES = ("SMSCX_API_KEY", "SMSCX_ACCESS_TOKEN", "SMSCX_APPLICATION_ID")
#: These are set on the configuration; it takes the others as arguments.
_SET_AFTERWARDS = ("proxy",)


class Settings(NamedTuple):
    """The settings that a command uses."""

    values: Mapping[str, str]
    source: str
    """Where its credentials come from; empty if there are none."""


def profile_file() -> Path:
    """The file with the profiles: ``SMSCX_PROFILES``, or ``smscx/profiles.ini`` in the folder for settings."""
    given = os.environ.get("SMSCX_PROFILES")
    if given:
        return Path(given)
    folder = os.environ.get("APPDATA") if os.name == "nt" else os.environ.get("XDG_CONFIG_HOME")
    try:
        settings = Path(folder) if folder else Path.home() / ".config"
    except RuntimeError:  # a user of a container or service can have none
        raise CommandError(
            "there is no home folder for the profile file; set SMSCX_API_KEY, or name the file in SMSCX_PROFILES",
            ExitCode.CREDENTIALS,
        ) from None
    return settings / "smscx" / "profiles.ini"


def profiles() -> dict[str, dict[str, str]]:
    """All profiles by name; empty without a file.

    :raises CommandError: other users can read the file, or it is not a profile file.
    """
    path = profile_file()
    try:
        text = path.read_text(encoding="utf-8")
        mode = path.stat().st_mode
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeError) as error:
        raise CommandError(f"cannot read the profile file {path}: {error}", ExitCode.CREDENTIALS) from None
    if os.name != "nt" and stat.S_IMODE(mode) & 0o077:
        raise CommandError(
            f"other users can read the profile file {path}, which has secrets; run: chmod 600 {path}",
            ExitCode.CREDENTIALS,
        )
    parser = ConfigParser(interpolation=None, default_section="")
    try:
        parser.read_string(text)
    except Error as error:
        line = getattr(error, "lineno", None) or next(iter(getattr(error, "errors", ())), (0,))[0]
        raise CommandError(f"{path}, line {line}: not a profile file, see `smscx configure --help`") from None
    found = {name: dict(parser[name]) for name in parser.sections()}
    for name, values in found.items():
        for key in values.keys() - set(KEYS):
            raise CommandError(f"{path}: profile {name} has no setting `{key}`; the settings are {', '.join(KEYS)}")
    return found


def save_profile(name: str, values: Mapping[str, str]) -> Path:
    """Write a profile into the file, which only its owner can then read; return the path."""
    path = profile_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(path):
        parser = ConfigParser(interpolation=None, default_section="")
        parser.read_dict({**profiles(), name: dict(values)})
        new = path.with_name(f"{path.name}.new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            parser.write(file)
        new.replace(path)
    return path


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other processes from writing the file at the same time: one of the profiles would be lost."""
    if os.name == "nt":
        yield
        return
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def settings_of(profile: str | None) -> Settings:
    """The settings of a profile; without a name those of the environment, or else of the profile `default`.

    :raises CommandError: there is no such profile.
    """
    name = profile or os.environ.get("SMSCX_PROFILE")
    if not name:
        variable = next((variable for variable in _VARIABLES if os.environ.get(variable)), None)
        if variable is not None:
            return Settings({}, f"the environment ({variable})")
    known = profiles()
    if name and name not in known:
        names = f"the profiles are {', '.join(known)}" if known else "create one with `smscx configure`"
        raise CommandError(f"there is no profile {name} in {profile_file()}; {names}", ExitCode.CREDENTIALS)
    chosen = name or DEFAULT
    return Settings(known[chosen], f"profile {chosen} in {profile_file()}") if chosen in known else Settings({}, "")


def configuration_of(settings: Settings) -> Configuration:
    """A configuration with these settings. What they do not have, such as the host, is read from the environment.

    :raises CommandError: there are no credentials.
    """
    arguments: dict[str, Any] = {key: one for key, one in settings.values.items() if key not in _SET_AFTERWARDS}
    configuration = Configuration(**arguments)
    for key in settings.values.keys() & set(_SET_AFTERWARDS):
        setattr(configuration, key, settings.values[key])
    if not (configuration.api_key or configuration.access_token or configuration.username):
        raise CommandError(
            "there are no credentials; set SMSCX_API_KEY, or save a profile with `smscx configure`",
            ExitCode.CREDENTIALS,
        )
    return configuration
