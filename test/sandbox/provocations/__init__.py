"""Requests that cause each listed error of each operation: one module per resource, each with a table `PROVOCATIONS`.

A key is (operation id, code, type). The request is the example of the operation in `openapi.yaml` with the changes of
the provocation. It is sent to a sandbox with the demo data.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from smscx_client.sandbox.spec.openapi import Spec

SPEC = Spec()
UNKNOWN_ID = "7ad0e8a5-0c4b-4f6e-9d5e-2f1f0a5a3c11"


@dataclass(frozen=True)
class Provocation:
    """The differences from a request that succeeds, and the requests before it.

    `change` replaces fields of the body, `without` takes one out, `body` replaces all of it; `parameters` replaces
    some in path, query or form, by their names on the wire; `credentials` go with the request instead of the API key;
    `before` are requests that must succeed first: method, path, body; `refused` are some that must fail then.
    """

    change: dict[str, Any] = field(default_factory=dict)
    without: str = ""
    body: Any = None
    parameters: dict[str, Any] = field(default_factory=dict)
    credentials: str | None = None
    before: tuple[tuple[str, str, Any], ...] = ()
    refused: tuple[tuple[str, str, Any], ...] = ()


Key = tuple[str, int, str]


def account(**changed: Any) -> tuple[tuple[str, str, Any], ...]:
    """Change the account first."""
    return (("POST", "/_sandbox/balance", changed),)


def basic(application: str, secret: str) -> str:
    """An application's id and secret as credentials."""
    return f"Basic {b64encode(f'{application}:{secret}'.encode()).decode()}"


def of(operation_id: str, rows: dict[int, Provocation]) -> dict[Key, Provocation]:
    """Rows of an operation by their codes, where no code has two types."""
    return {(operation_id, code, SPEC.error(code).type): each for code, each in rows.items()}


def every() -> dict[Key, Provocation]:
    """The tables of all modules in one."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {key: each for module in modules for key, each in module.PROVOCATIONS.items()}
