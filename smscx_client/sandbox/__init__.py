"""The sandbox: the SMS.CX API on your machine. It responds to every call, sends nothing and charges nothing.

For development, tests and demonstrations without an account. Needs `pip install 'smscx_client[sandbox]'`. The client
library never imports this package. Each folder may import the folders below it in this list, as its docstring says:

- `sandbox.py`     `Sandbox.handle`: one request in, one response out, no sockets
- `serving/`       transports: HTTP server, ASGI, in-process client; posts webhooks
- `control/`       the paths under `/_sandbox/` and the inbox page
- `runtime.py`     clock, webhooks, snapshots, reset; `demo.py` is what a new sandbox contains
- `resources/`     one folder per resource: its operations, tables and demo data
- `engine/`        the request pipeline: host check, authentication, parsing, idempotency, faults, paging, exports
- `state/`         the store (SQLite), clock, random source, scheduler, ledger, snapshots, webhook queue
- `spec/`          `openapi.yaml` (bundled as `openapi.json`, generated): router, schemas, errors
- `telecom/`       phone numbers, countries, networks, prices, magic numbers

`cli.py` is the command `smscx-sandbox`. `pytest_fixture.py` is the fixture `smscx_sandbox`, which pytest finds through
`_smscx_pytest_plugin.py`, next to the package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .settings import EXTRA, needs

if TYPE_CHECKING:
    from .engine.http import Request, Response
    from .sandbox import Sandbox
    from .settings import Settings

__all__ = ["Request", "Response", "Sandbox", "Settings"]

_MODULES = {"Request": "engine.http", "Response": "engine.http", "Sandbox": "sandbox", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that a missing package is reported with the extra that has it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise ModuleNotFoundError(needs(error.name), name=error.name) from None
