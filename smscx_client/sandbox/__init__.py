"""The SMS.CX API on your machine: every call answered, nothing sent, nothing charged.

For developing, testing and demonstrating without an account. `Sandbox` in `core.py` answers one request at a time and
knows no sockets; `server.py` and `asgi.py` put it on HTTP, `cli.py` is the command `smscx-sandbox`, `transport.py` is
the client library's way to it without a socket, `fixture.py` is the fixture `smscx_sandbox`, which pytest finds in
`_smscx_pytest_plugin.py` beside the package.

- `spec.py`, `routing.py`, `schemas.py`, `errors.py`   what `openapi.yaml` says (bundled as `openapi.json`, generated)
- `gate.py`, `limiter.py`, `auth.py`, `reading.py`, `idempotency.py`   what happens to a request before an operation
- `operations/`   one module per resource, one function per operation; `sending.py` is what all sends share
- `telecom/`      numbers, parts, alphabets, placeholders, prices: facts of the trade, no state
- `context.py`      all state (`store.py`), time (`clock.py`) and chance (`rng.py`); `events.py` is what happens later
- `control/`, `demo/`   what the real API does not have: the paths under `/_sandbox/`, and demo data
- `faults.py`, `magic.py`, `snapshots.py`   failures on demand, by rule and by phone number; a point to go back to
- `inbox.html`    the page at `/`: one file, which talks to the control API and nothing else

The client library never imports this package. Needs `pip install "smscx_client[sandbox]"`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine.http import Request, Response
    from .sandbox import Sandbox
    from .settings import Settings

__all__ = ["Request", "Response", "Sandbox", "Settings"]

_HOMES = {"Request": "engine.http", "Response": "engine.http", "Sandbox": "sandbox", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `smscx-sandbox` can say which package is missing instead of failing to start."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
