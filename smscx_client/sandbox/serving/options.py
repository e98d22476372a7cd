"""The options of `smscx-sandbox`. Each one is also an environment variable: `--rate-limit` is SMSCX_SANDBOX_RATE_LIMIT.

A container sets variables where a person types options. An option on the command line takes precedence.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..settings import DELIVERY_MODES, LOOPBACK_NAMES, Settings
from ..state.clock import Clock

__all__ = ["OPTIONS", "Option", "add_options", "settings_of", "split_program", "with_defaults"]

_PREFIX = "SMSCX_SANDBOX_"
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")


class Option(NamedTuple):
    """An option: its type reads the text of the option and of the variable.

    `setting` is the field of `Settings` that it sets. `is_list`: may be repeated; commas separate the values in a
    variable. `is_flag`: has no value.
    """

    name: str
    help: str
    type: Callable[[str], Any] = str
    metavar: str = ""
    default: Any = None
    setting: str = ""
    choices: tuple[str, ...] = ()
    is_list: bool = False
    is_flag: bool = False

    @property
    def field(self) -> str:
        """The name as an identifier."""
        return self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """The environment variable."""
        return _PREFIX + self.field.upper()

    def read(self, text: str) -> Any:
        """Read the value of the variable; raises ValueError."""
        if self.is_flag:
            if text.lower() not in (*_TRUE, *_FALSE):
                raise ValueError(f"{text!r} is neither 1 nor 0")
            return text.lower() in _TRUE
        if self.is_list:
            return [self.type(each.strip()) for each in text.split(",") if each.strip()]
        if self.choices and text not in self.choices:
            raise ValueError(f"{text!r} is not one of {', '.join(self.choices)}")
        return self.type(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text} is not a port: use a number from 0 to 65535")
    return int(text)


def _origin(text: str) -> str:
    origin = text.rstrip("/")
    if not re.fullmatch(r"https?://[^/?#]+", origin):
        raise argparse.ArgumentTypeError(f"{text} is not an origin: use a form such as http://localhost:3000")
    return origin


def _clock(text: str) -> Clock:
    try:
        return Clock.from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _seconds(text: str) -> tuple[float, ...]:
    return tuple(float(each) for each in text.split(","))


def _amount(text: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", text):
        raise argparse.ArgumentTypeError(f"{text} is not an amount: use a form such as 12.50")
    return text


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"{text} is not a whole number")
    return int(text)


def _setting(name: str, help: str, type: Callable[[str], Any] = str, choices: tuple[str, ...] = ()) -> Option:
    """Return an option with the name of the field of `Settings` that it sets."""
    field = name.replace("-", "_")
    metavar = {_count: "N", _amount: "AMOUNT", float: "SECONDS", _seconds: "SECONDS,..."}.get(type, "TEXT")
    return Option(name, help, type, metavar, default=getattr(Settings, field), setting=field, choices=choices)


OPTIONS = (
    Option("port", "port to listen on (default: 8025; for run: a free port)", _port, "PORT"),
    Option("host", "address to listen on (default: 127.0.0.1)", str, "ADDRESS", default="127.0.0.1"),
    Option("allow-host", "allow this name in the Host header, besides localhost", metavar="NAME", is_list=True),
    Option(
        "allow-origin",
        "allow calls from web pages of this origin, such as http://localhost:3000",
        _origin,
        "ORIGIN",
        is_list=True,
    ),
    Option("webhook-host", "post webhooks to this host, besides this machine; * for any", metavar="NAME", is_list=True),
    Option("db", "store the state in this file (default: in memory)", metavar="FILE", default=":memory:"),
    Option("demo", "start with the data of the examples (always on for run)", is_flag=True),
    Option(
        "clock", "real, frozen, frozen:'2026-11-02 09:00:00' or a factor: 60x (default: real)", _clock, metavar="CLOCK"
    ),
    _setting("seed", "seed of all ids, tokens and PINs (default: 0)", int),
    _setting("delivery", "time of the final message status (default: immediate)", choices=DELIVERY_MODES),
    Option(
        "strict-originators",
        "refuse sends from an originator that is not approved, instead of sending from InfoText",
        setting="strict_originators",
        is_flag=True,
    ),
    _setting("api-key", "the account's API key (default: sandbox-key)"),
    _setting("application-id", "the id of the OAuth application (default: that of the examples)"),
    _setting("application-secret", "its secret (default: sandbox-application-secret)"),
    _setting("token-lifetime", "seconds until an access token expires; 0 for never (default: 86400)", _count),
    _setting("balance", "balance of a new account (default: 5000)", _amount),
    _setting("currency", "eur or usd (default: eur)", choices=("eur", "usd")),
    _setting("billing", "prepaid or postpaid (default: prepaid)", choices=("prepaid", "postpaid")),
    _setting("credit-line", "how far a postpaid balance may fall below zero (default: 1000)", _amount),
    _setting("rate-limit", "requests per window (default: 3000)", _count),
    _setting("rate-window", "seconds of a window (default: 60)", _count),
    _setting("approval-time", "seconds until an originator or a template is approved (default: 3600)", float),
    _setting("lookup-price", "price of a number lookup (default: 0.005)", _amount),
    _setting("link-host", "base URL of short links (default: https://s.example.com)"),
    _setting("registration-id", "the account's registration, for numbers that need one"),
    _setting("body-limit", "most bytes of a request (default: 16777216)", _count),
    _setting("request-timeout", "seconds after which a request is given up (default: 30)", float),
    _setting("request-log", "how many requests the request log has (default: 1000)", _count),
    _setting("webhook-timeout", "seconds to wait for a webhook receiver (default: 10)", float),
    _setting("webhook-retries", "seconds before each retry of a webhook (default: 10,60,300,900,3600)", _seconds),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add all options, without their defaults: see `with_defaults`."""
    for option in OPTIONS:
        keywords: dict[str, Any] = {"help": option.help.replace("%", "%%"), "default": argparse.SUPPRESS}
        if option.is_flag:
            parser.add_argument(f"--{option.name}", action="store_true", **keywords)
            continue
        if option.choices:
            keywords["choices"] = option.choices
        else:
            keywords["metavar"] = option.metavar
        action = "append" if option.is_list else "store"
        parser.add_argument(f"--{option.name}", action=action, type=option.type, **keywords)


def with_defaults(given: argparse.Namespace, environment: Mapping[str, str]) -> argparse.Namespace:
    """Return all options: from the command line, else from the environment, else their defaults; raises ValueError."""
    for option in OPTIONS:
        if option.field in given:
            continue
        value = [] if option.is_list else False if option.is_flag else option.default
        if environment.get(option.variable):
            try:
                value = option.read(environment[option.variable])
            except (ValueError, argparse.ArgumentTypeError) as error:
                raise ValueError(f"{option.variable}: {error}") from None
        setattr(given, option.field, value)
    known = {option.variable for option in OPTIONS}
    unknown = sorted(name for name in environment if name.startswith(_PREFIX) and name not in known)
    if unknown:
        raise ValueError(f"{unknown[0]} is no option of the sandbox; see smscx-sandbox --help")
    return given


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings for the options; raises ValueError."""
    return Settings(
        **{option.setting: getattr(options, option.field) for option in OPTIONS if option.setting},
        database=options.db,
        demo=options.demo or options.command == "run",
        hosts=LOOPBACK_NAMES | {options.host, *options.allow_host},
        origins=frozenset(options.allow_origin),
        webhook_hosts=frozenset(options.webhook_host),
    )


def split_program(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Split the arguments of `run` into its own and the program with its arguments, which may look like options."""
    flags = {f"--{option.name}" for option in OPTIONS if option.is_flag}
    at, is_run = 0, False
    while at < len(arguments):
        word = arguments[at]
        if is_run and (word in ("--", "-m") or not word.startswith("-")):
            return arguments[:at], arguments[at:]
        if word in ("-h", "--help"):
            break
        is_run = is_run or word == "run"
        at += 2 if word.startswith("--") and "=" not in word and word not in flags else 1
        if not is_run and not word.startswith("-"):
            break
    return arguments, []
