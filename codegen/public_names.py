"""``python -m codegen.public_names``: the public names of the package, in public-names.txt.

It adds new names. It never removes one: delete the line by hand, when a public name is removed on purpose.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import pathlib
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

import smscx_client

__all__ = ["listed", "names"]

PACKAGE = "smscx_client"
FILE = pathlib.Path(__file__).resolve().parent.parent / "public-names.txt"
#: Folders of which only the names in `__init__.py` are public, because programs import them from there.
CLOSED = ("bulk", "cli", "sandbox", "text", "webhooks")
#: The mark of a variable number of parameters in a signature.
STARS: dict[Any, str] = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


def listed() -> set[str]:
    """The content of public-names.txt: names, and parameters as `name(parameter)`."""
    found = set()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name, _, parameters = line.rstrip(")").partition("(")
        found |= {name, *(f"{name}({one})" for one in parameters.split(", ") if one)}
    return found


def names() -> set[str]:
    """The names in the package, in the same form. Second and third names of an object are listed without details."""
    seen: set[int] = set()
    modules = sorted(_modules(), key=lambda name: (name.count("."), name))
    return {line for module in modules for line in _of_module(module, seen)}


def _text(found: set[str]) -> str:
    """The content of the file: a line for each name, with its parameters."""
    parameters: dict[str, list[str]] = {}
    for one in sorted(found):
        name, _, parameter = one.rstrip(")").partition("(")
        parameters.setdefault(name, []).extend([parameter] if parameter else [])
    return "".join(f"{name}({', '.join(given)})\n" if given else f"{name}\n" for name, given in parameters.items())


def _modules() -> Iterator[str]:
    yield PACKAGE
    for found in pkgutil.walk_packages(smscx_client.__path__, f"{PACKAGE}."):
        parts = found.name.split(".")[1:]
        inside = parts[0] in CLOSED and len(parts) > 1
        if not inside and not any(part.startswith("_") for part in parts):
            yield found.name


def _of_module(name: str, seen: set[int]) -> Iterator[str]:
    module = importlib.import_module(name)
    yield name
    own = [one for one, value in vars(module).items() if one[0] != "_" and getattr(value, "__module__", "") == name]
    for public in getattr(module, "__all__", own):
        one = getattr(module, public)
        yield f"{name}.{public}"
        if id(one) not in seen and not inspect.ismodule(one):
            seen.add(id(one))
            yield from _of_object(f"{name}.{public}", one)


def _of_object(path: str, one: Any) -> Iterator[str]:
    if not inspect.isclass(one):
        yield from _parameters(path, one)
        return
    if not issubclass(one, enum.Enum):
        yield from _parameters(path, one)
    for owner in one.__mro__:
        if owner.__module__.partition(".")[0] != PACKAGE:
            continue
        for member, value in vars(owner).items():
            if member.startswith("_") and member != "_from":
                continue
            yield f"{path}.{member}"
            if callable(getattr(one, member, None)) and not inspect.isclass(value):
                yield from _parameters(f"{path}.{member}", getattr(one, member))


def _parameters(path: str, one: Any) -> Iterator[str]:
    if not callable(one):
        return
    try:
        signature = inspect.signature(one)
    except (TypeError, ValueError):  # it has none that Python can show
        return
    for name, parameter in signature.parameters.items():
        if name not in ("self", "cls"):
            yield f"{path}({STARS.get(parameter.kind, '')}{name})"


def main() -> int:
    """Add missing names; returns the exit status."""
    before = listed() if FILE.exists() else set()
    now = names()
    FILE.write_text(_text(before | now), encoding="utf-8")
    print(f"{FILE.name}: {len(now - before)} names added; {len(before - now)} are gone from the code")
    return 0


if __name__ == "__main__":
    sys.exit(main())
