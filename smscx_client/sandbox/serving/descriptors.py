"""How many connections and webhook posts leave enough file descriptors for everything else in the process."""

from __future__ import annotations

__all__ = ["most_connections", "most_posts"]

_MOST_CONNECTIONS, _MOST_POSTS = 10_000, 256
_LEAST_CONNECTIONS, _LEAST_POSTS = 8, 2
_OTHERS = 32
"""Descriptors of the database, its snapshots, name lookups and the program around the sandbox."""
_PER_POST = 2
"""A post has a copy of its socket, for its deadline."""


def most_connections() -> int:
    """Return the most connections of clients: some three eighths of the descriptors."""
    limit = _limit()
    return _MOST_CONNECTIONS if limit is None else min(_MOST_CONNECTIONS, max(_LEAST_CONNECTIONS, limit * 3 // 8))


def most_posts() -> int:
    """Return the most simultaneous posts of webhooks.

    The server accepts up to three eighths more connections before it can close any.
    """
    limit = _limit()
    if limit is None:
        return _MOST_POSTS
    left = limit - most_connections() * 11 // 8 - _OTHERS
    return min(_MOST_POSTS, max(_LEAST_POSTS, left // _PER_POST))


def _limit() -> int | None:
    """Return how many descriptors the process may open, or None if there is no limit."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if limit == resource.RLIM_INFINITY else limit
