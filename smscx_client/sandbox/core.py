"""The sandbox itself: one request in, one response out, no sockets.

Each request takes the same way: host and origin, route, rate limit, credentials, scope, body, description, handler.
The answer is checked against the description as well before anyone sees it.
"""

from __future__ import annotations

import logging
from threading import RLock
from typing import Any
from urllib.parse import unquote

from . import control, demo, events, gate, idempotency, operations
from .auth import authenticate
from .body import read_body
from .clock import Clock
from .errors import ApiError, Assumed, error_for
from .http import Request, Response
from .limiter import RateLimiter
from .money import millionths
from .operations import Answer, Call
from .rng import Rng
from .settings import Settings
from .spec import Operation, Spec
from .store import Row, Store
from .world import World

__all__ = ["Sandbox"]

logger = logging.getLogger(__name__)


class Sandbox:
    """The API on your machine; safe to use from several threads, which take turns."""

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None) -> None:
        settings = settings or Settings()
        store = Store(settings.database)
        rng = Rng(settings.seed, store.get("drawn", 0))
        self.world = World(settings, Spec(), store, clock or Clock(), rng)
        self._turn = RLock()
        self._limiter = RateLimiter(settings.rate_limit, settings.rate_window)
        if store.is_new:
            self._fill()
