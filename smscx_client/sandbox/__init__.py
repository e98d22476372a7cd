"""The SMS.CX API on your machine: every call answered, nothing sent, nothing charged.

For developing, testing and demonstrating without an account. `Sandbox` in `core.py` answers one request at a time and
knows no sockets; `server.py` and `asgi.py` put it on HTTP, `cli.py` is the command `smscx-sandbox`.

- `spec.py`, `errors.py`  what `openapi.yaml` (bundled as `openapi.json`, generated) says: routes, shapes, error codes
- `operations/`           one module per resource, one function per operation
- `telecom/`              numbers, parts, alphabets, placeholders, prices: facts of the trade, no state
- `store.py`, `clock.py`, `rng.py`, `events.py`   all state, all time, all chance, all that happens later

The client library never imports this package. Needs `pip install "smscx_client[sandbox]"`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .core import Sandbox
    from .http import Request, Response
    from .settings import Settings

__all__ = ["Request", "Response", "Sandbox", "Settings"]

_HOMES = {"Request": "http", "Response": "http", "Sandbox": "core", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `smscx-sandbox` can say which package is missing instead of failing to start."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
