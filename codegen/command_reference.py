"""The reference of the commands: ``smscx`` with its commands and options, and the options of ``smscx-sandbox``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Command", "Option", "commands", "sandbox_options"]

#: Options that every command line has.
_OWN = {"help", "install_completion", "show_completion"}


@dataclass
class Option:
    """An option or argument of a command."""

    name: str
    text: str
    note: str = ""


@dataclass
class Command:
    """A command with its options."""

    name: str
    text: str
    usage: str
    options: list[Option]


def commands() -> list[Command]:
    """``smscx`` and all of its commands, in the order of ``smscx --help``."""
    import typer

    from smscx_client.cli.application import app

    return list(_below(typer.main.get_command(app), "smscx"))


def _below(command: Any, name: str) -> Iterator[Command]:
    inner = getattr(command, "commands", {})
    options = [one for one in command.params if not one.hidden and one.name not in _OWN]
    arguments = [_shown(one) for one in options if _is_argument(one)]
    usage = " ".join([name, *(["[OPTIONS]"] if len(options) > len(arguments) else []), *arguments])
    yield Command(
        name, _markdown(command.help or ""), f"{usage} COMMAND" if inner else usage, [_option(one) for one in options]
    )
    for key, one in inner.items():
        if not one.hidden:
            yield from _below(one, f"{name} {key}")


def _is_argument(one: Any) -> bool:
    return not one.opts[0].startswith("-")


def _shown(one: Any) -> str:
    name = str(one.metavar or one.name.upper()).strip("[]")
    name = name if not one.multiple and one.nargs == 1 else f"{name}..."
    return name if one.required else f"[{name}]"


def _option(one: Any) -> Option:
    notes = ["required" if one.required else ""]
    default = one.default if not callable(one.default) else None
    if default not in (None, False, (), [], ""):
        notes.append(f"default `{getattr(default, 'value', default)}`")
    if one.envvar:
        variables = [one.envvar] if isinstance(one.envvar, str) else one.envvar
        notes.append("environment variable " + ", ".join(f"`{name}`" for name in variables))
    value = "" if getattr(one, "is_flag", False) or not one.metavar else f" {one.metavar}"
    flags = [*one.opts, *one.secondary_opts]
    name = _shown(one) if _is_argument(one) else f"{', '.join(flags)}{value}"
    return Option(name, one.help or "", "; ".join(filter(None, notes)))


def _markdown(text: str) -> str:
    """The help of a command, its commands and examples in code blocks."""
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", text.replace("\b\n", "").strip("\n"))]
    return "\n\n".join(f"```sh\n{_dedented(one)}\n```" if re.match(r"\s|smscx |\$ ", one) else one for one in blocks)


def _dedented(block: str) -> str:
    return "\n".join(line.strip() for line in block.split("\n"))


def sandbox_options() -> list[Option]:
    """The options of ``smscx-sandbox``, each with its environment variable."""
    from smscx_client.sandbox.serving.options import OPTIONS

    found = []
    for one in OPTIONS:
        value = "" if one.is_flag else f" {'|'.join(one.choices) if one.choices else one.metavar}"
        found.append(Option(f"--{one.name}{value}", one.help, f"environment variable `{one.variable}`"))
    return found
