"""Who is calling: an API key, a bearer token, or, for a token, an application's id and secret."""

from __future__ import annotations

import binascii
import math
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from ..spec.errors import ApiError, Assumed
from ..spec.openapi import Operation
from ..state.context import World
from .http import Request

__all__ = ["Caller", "authenticate", "issue_token"]


@dataclass(frozen=True)
class Caller:
    """Whose request this is; `application` is None for the account's own API key."""

    scopes: frozenset[str]
    application: str | None = None


def authenticate(world: World, operation: Operation, request: Request) -> Caller:
    """The caller, known and allowed to use the operation."""
    if "BasicAuth" in operation.schemes:
        return _by_secret(world, request)
    if "x-api-key" in request.headers:
        if not _same(request.headers["x-api-key"], world.settings.api_key):
            raise ApiError(Assumed.BAD_API_KEY)
        return Caller(frozenset(world.spec.scopes))
    caller = _by_token(world, request)
    if operation.scope not in caller.scopes:
        raise ApiError(Assumed.INSUFFICIENT_SCOPE, detail=f"It needs `{operation.scope}`.")
    return caller


def issue_token(world: World, caller: Caller, scopes: frozenset[str], lifetime: int) -> str:
    """A new token for an application, valid for `lifetime` seconds; 0: for ever."""
    token = world.rng.text(40)
    row = {
        "digest": _digest(token),
        "application_id": caller.application,
        "scopes": " ".join(sorted(scopes)),
        "expires_at": world.clock.seconds() + (lifetime or math.inf),
    }
    world.store.insert("tokens", [row])
    return token


def _by_token(world: World, request: Request) -> Caller:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise ApiError(Assumed.NO_CREDENTIALS)
    row = world.store.one("SELECT * FROM tokens WHERE digest = ?", _digest(token.strip()))
    if row is None or row["expires_at"] <= world.clock.seconds():
        raise ApiError(Assumed.BAD_TOKEN)
    return Caller(frozenset(row["scopes"].split()), row["application_id"])


def _by_secret(world: World, request: Request) -> Caller:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        application, _, secret = b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        application = secret = ""  # nobody has it  # nosec B105
    row = world.store.one("SELECT * FROM applications WHERE application_id = ?", application)
    known = row["application_secret"] if row else ""
    if not _same(secret, known) or row is None or scheme.lower() != "basic":
        raise ApiError(1600, "invalid_client")
    return Caller(frozenset(row["scopes"].split()), application)


def _same(given: str, known: str) -> bool:
    return compare_digest(given.encode(), known.encode())


def _digest(token: str) -> str:
    """What is kept of a token: looking it up by its digest takes the same time whatever was guessed."""
    return sha256(token.encode()).hexdigest()
