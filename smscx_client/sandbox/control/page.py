"""The inbox page at `/`, the reference at `/docs`, and the event stream that triggers a reload of its data."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.http import Response
from .endpoint import PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_FOLDER = Path(__file__).parent


@cache
def _page(name: str) -> tuple[dict[str, str], bytes]:
    """Return headers and body of a page. It may run only its own script and connect only to the sandbox."""
    body = (_FOLDER / f"{name}.html").read_bytes()
    for tag, file in ((b"style", f"{name}.css"), (b"script", f"{name}.js")):
        text = (_FOLDER / file).read_bytes()
        body = body.replace(b"<%b></%b>" % (tag, tag), b"<%b>%b</%b>" % (tag, text, tag))
    scripts = [
        b64encode(sha256(script).digest()).decode() for script in re.findall(rb"(?s)<script>(.*?)</script>", body)
    ]
    allowed = " ".join(f"'sha256-{digest}'" for digest in scripts)
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    return headers, body


def _inbox(runtime: Runtime, values: Values) -> Response:
    headers, body = _page("inbox")
    return Response(200, dict(headers), body)


def _docs(runtime: Runtime, values: Values) -> Response:
    headers, body = _page("docs")
    return Response(200, dict(headers), body)


def _events(runtime: Runtime, values: Values) -> Response:
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    return Response(200, headers, b"retry: 1000\n\n", streams=True)


ENDPOINTS = (
    Endpoint("GET", "/", _inbox),
    Endpoint("GET", "/docs", _docs),
    Endpoint("GET", f"{PREFIX}/events", _events),
)
