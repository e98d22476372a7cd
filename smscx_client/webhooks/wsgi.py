"""A receiver as a WSGI application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http.client import responses
from typing import Any, Callable

from smscx_client.webhooks.replies import DISCARDED, Endpoint, Reply, announced_length

__all__ = ["WsgiApp", "reply_to"]

_CHUNK = 65_536
_HEADERS = {
    "content-type": "CONTENT_TYPE",
    "content-length": "CONTENT_LENGTH",
    "content-encoding": "HTTP_CONTENT_ENCODING",
}


class WsgiApp:
    """Serves HTTP requests with the replies of a receiver."""

    def __init__(self, receiver: Endpoint):
        self._receiver = receiver

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve one request."""
        stream = environ["wsgi.input"]
        if not environ.get("CONTENT_LENGTH") and not environ.get("wsgi.input_terminated"):
            stream = None
        reply = reply_to(self._receiver, environ, stream)
        start_response(f"{reply.status} {responses[reply.status]}", reply.all_headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [reply.body]


def reply_to(receiver: Endpoint, environ: Mapping[str, Any], stream: Any) -> Reply:
    """The reply to a request; `stream` is its body, or None without one."""
    headers = {name: environ[variable] for name, variable in _HEADERS.items() if environ.get(variable)}
    reply = receiver.check(environ["REQUEST_METHOD"], environ.get("QUERY_STRING", ""), headers)
    try:
        size, body = _read(stream, announced_length(headers), 0 if reply else receiver.max_body)
    except OSError:  # the sender is gone, or too slow for the server
        return reply or Reply(408, "The body did not arrive.")
    if reply is not None:
        return reply
    return receiver.too_large() if size > receiver.max_body else receiver.receive(body)


def _read(stream: Any, announced: int | None, limit: int) -> tuple[int, bytes]:
    """The size of a body as far as it was read, and the body if it is within the limit."""
    size, body = 0, bytearray()
    most = limit + DISCARDED if announced is None else min(announced, limit + DISCARDED)
    while stream is not None and size < most:
        chunk = stream.read(min(_CHUNK, most - size))
        if not chunk:
            break
        size += len(chunk)
        if size <= limit:
            body += chunk
    return size, bytes(body)
