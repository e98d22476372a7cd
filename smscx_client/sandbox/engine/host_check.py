"""Host and Origin checks: keep web pages of other sites, and DNS rebinding, away from the sandbox."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from ..settings import Settings
from ..spec.errors import ApiError, Assumed
from .http import Request

__all__ = ["check"]


def check(request: Request, settings: Settings) -> None:
    """Raise ApiError for a Host that is not allowed, and for an Origin that is neither the sandbox nor allowed."""
    host = request.headers.get("host")
    if host is not None and not _is_allowed(host, settings.hosts):
        names = " or ".join(sorted(settings.hosts))
        raise ApiError(
            Assumed.FOREIGN_HOST,
            detail=f"Call it by its IP address or {names}, or start it with `--allow-host NAME`.",
        )
    origin = request.headers.get("origin")
    if origin in settings.origins:
        return
    if origin is None and _opens_page(request):
        return
    is_foreign = origin is not None and origin.partition("://")[2] != host
    if is_foreign or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise ApiError(Assumed.FOREIGN_ORIGIN, detail="Start it with `--allow-origin ORIGIN` to allow one.")


def _opens_page(request: Request) -> bool:
    """Whether a browser opens the inbox page or the reference in its own window, such as from a link on a page."""
    fetch = (request.headers.get("sec-fetch-mode"), request.headers.get("sec-fetch-dest"))
    return request.method in ("GET", "HEAD") and request.path in ("/", "/docs") and fetch == ("navigate", "document")


def _is_allowed(host: str, names: frozenset[str]) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in names or bool(ip_address(name))
    except ValueError:
        return False
