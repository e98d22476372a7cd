"""Authentication: an API key, a bearer token, or, to get a token, an application's id and secret."""

from __future__ import annotations

import binascii
import math
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from ..spec.errors import ApiError, Assumed
from ..spec.openapi import OperationSpec
from ..state.context import Context
from .http import Request

__all__ = ["Caller", "authenticate", "has_token", "issue_token"]


@dataclass(frozen=True)
class Caller:
    """The authenticated caller; `application` is None for the account's own API key."""

    scopes: frozenset[str]
    application: str | None = None


def authenticate(context: Context, operation: OperationSpec, request: Request) -> Caller:
    """Return the caller; raises ApiError if the credentials are missing or wrong, or lack the operation's scope."""
    if "BasicAuth" in operation.schemes:
        return _by_secret(context, request)
    if "x-api-key" in request.headers:
        if not _equal(request.headers["x-api-key"], context.settings.api_key):
            raise ApiError(Assumed.BAD_API_KEY)
        return Caller(frozenset(context.spec.scopes))
    caller = _by_token(context, request)
    if operation.scope not in caller.scopes:
        raise ApiError(Assumed.INSUFFICIENT_SCOPE, detail=f"It needs `{operation.scope}`.")
    return caller


def issue_token(context: Context, caller: Caller, scopes: frozenset[str], lifetime: int) -> str:
    """Return a new token for an application, valid for `lifetime` seconds; 0 means that it never expires."""
    token = context.rng.text(40)
    row = {
        "digest": _digest(token),
        "application_id": caller.application,
        "scopes": " ".join(sorted(scopes)),
        "expires_at": context.clock.seconds() + (lifetime or math.inf),
    }
    context.store.insert("tokens", [row])
    return token


def has_token(context: Context, token: str) -> bool:
    """Whether a token was issued by this sandbox, expired or not."""
    return context.store.one("SELECT 1 FROM tokens WHERE digest = ?", _digest(token)) is not None


def _by_token(context: Context, request: Request) -> Caller:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise ApiError(Assumed.NO_CREDENTIALS)
    row = context.store.one("SELECT * FROM tokens WHERE digest = ?", _digest(token.strip()))
    if row is None or row["expires_at"] <= context.clock.seconds():
        raise ApiError(Assumed.BAD_TOKEN)
    return Caller(frozenset(row["scopes"].split()), row["application_id"])


def _by_secret(context: Context, request: Request) -> Caller:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        application, _, secret = b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        application = secret = ""  # no application has an empty id  # nosec B105
    row = context.store.one("SELECT * FROM applications WHERE application_id = ?", application)
    expected = row["application_secret"] if row else ""
    if not _equal(secret, expected) or row is None or scheme.lower() != "basic":
        raise ApiError(1600, "invalid_client")
    return Caller(frozenset(row["scopes"].split()), application)


def _equal(given: str, expected: str) -> bool:
    """Compare two secrets in constant time."""
    return compare_digest(given.encode(), expected.encode())


def _digest(token: str) -> str:
    """Return what is stored of a token: a lookup by digest leaks no timing information about the token."""
    return sha256(token.encode()).hexdigest()
