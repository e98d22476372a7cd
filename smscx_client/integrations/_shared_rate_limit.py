"""The API's rate limit, shared by processes on many machines through Redis.

Redis holds what is left of the limit until its window ends, and the time until which a 429 stops all requests. Times
are those of the Redis server, so the clocks of the machines do not matter.
"""

from __future__ import annotations

import hashlib
import logging
from typing import Any

import redis

__all__ = ["SharedRateLimit", "account_of"]

logger = logging.getLogger("smscx_client")

#: Requests that are left to other programs that use the account.
_RESERVE = 1
_NOW = "local time = redis.call('TIME'); local now = time[1] + time[2] / 1000000;"
#: Take a number of requests from the limit; return the seconds until they may be sent, as text.
_ACQUIRE = f"""{_NOW}
local state = redis.call('HMGET', KEYS[1], 'held_until', 'ends_at', 'remaining')
local held_until, ends_at, remaining = tonumber(state[1] or 0), tonumber(state[2] or 0), tonumber(state[3])
if held_until > now then return tostring(held_until - now) end
if remaining and ends_at > now then
    if remaining - tonumber(ARGV[1]) < tonumber(ARGV[2]) then return tostring(ends_at - now) end
    redis.call('HINCRBY', KEYS[1], 'remaining', -ARGV[1])
end
return '0'
"""
#: Note the limit, and what remains of it, of a response. Responses can overtake each other: within a window, what
#: remains only decreases. A large increase is the next window.
_OBSERVE = f"""{_NOW}
local limit, given, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local state = redis.call('HMGET', KEYS[1], 'ends_at', 'remaining')
local ends_at, remaining = tonumber(state[1] or 0), tonumber(state[2])
if not remaining or ends_at <= now or given > remaining + limit / 4 then
    redis.call('HSET', KEYS[1], 'remaining', given, 'ends_at', tostring(now + window))
elseif given < remaining then
    redis.call('HSET', KEYS[1], 'remaining', given)
end
redis.call('EXPIRE', KEYS[1], math.ceil(2 * window) + 3600)
"""
_HOLD = f"""{_NOW}
local held_until = tonumber(redis.call('HGET', KEYS[1], 'held_until') or 0)
redis.call('HSET', KEYS[1], 'held_until', tostring(math.max(held_until, now + tonumber(ARGV[1]))))
redis.call('HDEL', KEYS[1], 'remaining')
redis.call('EXPIRE', KEYS[1], math.ceil(tonumber(ARGV[1])) + 3600)
"""


class SharedRateLimit:
    """One rate limit for all processes that use the same Redis and the same name.

    While Redis cannot be reached, requests are not limited: a 429 sends nothing, and the batch is repeated.

    :param server: a client of Redis.
    :param name: what has the limit; see :func:`account_of`.
    :param window: seconds in which the limit counts (assumed: the API does not state it).
    """

    def __init__(self, server: redis.Redis, name: str, window: float = 60.0):
        self._server = server
        self._key = f"smscx_client:rate_limit:{name}"
        self._window = window

    def acquire(self, requests: int = 1) -> float:
        """Return 0 if this number of requests may be sent now, else the seconds until then."""
        return float(self._run(_ACQUIRE, requests, _RESERVE) or 0)

    def observe(self, limit: int | None, remaining: int | None) -> None:
        """Note the limit of a response, and what remains of it."""
        if limit is not None and remaining is not None:
            self._run(_OBSERVE, limit, remaining, self._window)

    def hold(self, seconds: float | None) -> None:
        """Send nothing for so many seconds, after a 429; None for the rest of a window."""
        self._run(_HOLD, self._window if seconds is None else seconds)

    def _run(self, script: str, *arguments: Any) -> Any:
        try:
            return self._server.eval(script, 1, self._key, *arguments)
        except redis.RedisError as error:
            logger.warning("the shared rate limit is not available: %s", type(error).__name__)
            return None


def account_of(host: str, *credentials: str | None) -> str:
    """Return a name for the account that these credentials belong to. It does not contain them."""
    text = "\n".join([host, *(one or "" for one in credentials)])
    return hashlib.sha256(text.encode()).hexdigest()[:32]
