"""Authentication: an API key, a bearer token, or a token fetched with application id and secret.

This module chooses the credentials of every request:

* ``get_access_token`` is sent with application id and secret (HTTP Basic);
* every other operation is sent with the API key, else the access token, else a token that this module fetches, shares
  between threads, and renews.
"""

from __future__ import annotations

import functools
import os
import threading
import time
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import urlsplit

from smscx_client._headers import CREDENTIAL_HEADERS, canonical, check_header, is_header_value
from smscx_client._models.field import field
from smscx_client._transport.hosts import is_this_machine
from smscx_client.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    InvalidCredentialsException,
    RateLimitExcedeedException,
    ServerErrorException,
)
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smscx_client.configuration import Configuration

__all__ = [
    "GET_ACCESS_TOKEN",
    "Authenticator",
    "Identity",
    "TokenSource",
    "bearer",
    "check_encrypted",
    "override",
    "token_of",
]

#: Seconds before its expiry at which a token is replaced, but at most a tenth of its lifetime.
RENEW_BEFORE = 60.0
#: Seconds that the renewal of a token that is still good may take, and after a failure, until the next attempt.
EARLY_RENEWAL = 10.0
RENEW_AGAIN = 10.0
#: The number of identities that one client keeps tokens for. A program that has more fetches some of them again.
MOST_IDENTITIES = 4096

NO_CREDENTIALS = (
    "there are no credentials: set Configuration(api_key=...) or SMSCX_API_KEY; "
    "or give access_token= (SMSCX_ACCESS_TOKEN); "
    "or application_id= and application_secret= (SMSCX_APPLICATION_ID, SMSCX_APPLICATION_SECRET)"
)

#: ``get_access_token``, as in ``api/oauth_api.py``, which imports the client and so cannot be imported by it.
GET_ACCESS_TOKEN = Operation(
    "get_access_token",
    "POST",
    "/oauth/token",
    parameters={
        "grant_type": field("grant_type", required=True, enum=("client_credentials",)),
        "scope": field("scope", default=None),
    },
    returns="oauth_token_response.OauthTokenResponse",
    scheme="basic",
    repeat="safe",
    form=True,
)


class Identity:
    """The application that a token is fetched for, and the server. A token is never used for another identity."""

    def __init__(self, host: str, application_id: str, secret: str, scope: str | None):
        self.host = host
        self.application_id = application_id
        self.secret = secret
        self.scope = scope

    @property
    def key(self) -> tuple[str | None, ...]:
        """Equal for equal identities."""
        return self.host, self.application_id, self.secret, self.scope

    def __repr__(self) -> str:
        return f"Identity(host={self.host!r}, ...)"


class _Token:
    """A fetched token, and the times by the clock when it is renewed and when it expires. It does not change."""

    __slots__ = ("expires_at", "renew_at", "text")

    def __init__(self, text: str, renew_at: float, expires_at: float):
        self.text = text
        self.renew_at = renew_at
        self.expires_at = expires_at


class TokenSource:
    """A token that is fetched once for many threads, and renewed before it expires or after the server rejects it.

    :param fetch: gets a token from the server within a number of seconds (None: no limit). It returns the token and
        its lifetime in seconds (0 or less: it does not expire).
    """

    def __init__(self, fetch: Callable[[float | None], tuple[str, float]], clock: Callable[[], float] = time.monotonic):
        self._fetch = fetch
        self._clock = clock
        #: Reentrant, so that a thread can release it without knowing whether an exception of a signal handler, such as
        #: KeyboardInterrupt, came just before or just after it had acquired it.
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._token: _Token | None = None
        #: The failure of the last fetch, if other threads should raise it too, and the time that this fetch had.
        self._failure: tuple[ApiException, float | None] | None = None

    def token(self, time_left: float | None = None) -> str:
        """Return the token to use now.

        :param time_left: seconds in which it must be there; None for no limit.
        """
        token, now = self._token, self._clock()
        if token is None:
            return self.renew(None, time_left)
        if now >= token.expires_at:
            return self.renew(token.text, time_left)
        return token.text if now < token.renew_at else self._renew_early(token, time_left)

    def renew(self, failed: str | None, time_left: float | None = None) -> str:
        """Replace ``failed``, unless another thread has replaced it in the meantime, and return the new token.

        :param time_left: seconds in which it must be there, the wait for another thread included; None for no limit.
        :raises ApiException: the fetch failed, or the fetch of another thread failed while this thread waited for it.
            If each thread then fetched for itself, their waits for a server that does not respond would add up.
        """
        before, until = self._failure, None if time_left is None else self._clock() + time_left
        lock = self._own_lock()
        release = lock.release  # no signal handler runs between the start of `finally` and the call of a local name
        try:
            if not lock.acquire(timeout=-1 if time_left is None else max(0.0, time_left)):
                raise ApiTimeoutException("the total time of the call is used up: another thread is fetching the token")
            if self._token is None or self._token.text == failed:
                left = None if until is None else max(0.0, until - self._clock())
                if self._failure is not None and self._failure is not before:
                    self._raise_again(*self._failure, left)
                self._replace(left)
            assert self._token is not None
            return self._token.text
        finally:
            try:  # noqa: SIM105 - a signal handler could run inside `suppress`
                release()
            except RuntimeError:  # this thread has not acquired it
                pass

    def _renew_early(self, token: _Token, time_left: float | None) -> str:
        """Try to replace a token that is still good. If that fails, or another thread does it, return ``token``."""
        lock = self._own_lock()
        release = lock.release
        try:
            if not lock.acquire(blocking=False):
                return token.text
            if self._token is token:
                self._replace(EARLY_RENEWAL if time_left is None else min(EARLY_RENEWAL, time_left / 2))
        except ApiException:
            self._token = _Token(token.text, self._clock() + RENEW_AGAIN, token.expires_at)
        finally:
            try:  # noqa: SIM105 - a signal handler could run inside `suppress`
                release()
            except RuntimeError:  # this thread has not acquired it
                pass
        assert self._token is not None
        return self._token.text

    def _own_lock(self) -> threading.RLock:
        if self._process != os.getpid():  # after a fork, no thread can release the lock of the parent
            self._lock, self._process = threading.RLock(), os.getpid()
        return self._lock

    def _raise_again(self, failure: ApiException, had: float | None, left: float | None) -> None:
        """Raise the failure of another thread, unless this thread has more time left than that one had."""
        if had is None or (left is not None and left <= had):
            raise _copy_of(failure)

    def _replace(self, time_left: float | None) -> None:
        try:
            token, lifetime = self._fetch(time_left)
        except _SHARED_FAILURES as failure:
            self._failure = _copy_of(failure), time_left
            raise
        now, margin = self._clock(), min(RENEW_BEFORE, lifetime / 10)
        expires_at = now + lifetime if lifetime > 0 else float("inf")
        self._failure = None
        self._token = _Token(token, expires_at - margin, expires_at)


#: Failures that the next fetch would very likely have too.
_SHARED_FAILURES = (
    ApiConnectionException,
    InvalidCredentialsException,
    RateLimitExcedeedException,
    ServerErrorException,
)


def _copy_of(failure: ApiException) -> ApiException:
    """A copy of ``failure``: each call sets attributes of the exception that it raises."""
    import copy

    copied = copy.copy(failure)
    copied.__cause__ = failure.__cause__
    return copied


def token_of(response: Any) -> tuple[str, float]:
    """The token in a response of ``get_access_token``, and its lifetime in seconds (0: it does not expire).

    :raises ApiConnectionException: there is no token that a header can have.
    """
    token: Any = response.access_token
    if not (isinstance(token, str) and token and is_header_value(token)):
        raise ApiConnectionException("the server sent status 200, but its response has no usable token")
    try:
        return token, float(response.expires_in)
    except (TypeError, ValueError, OverflowError):  # the token is used until the server rejects it
        return token, 0.0


class Authenticator:
    """Chooses the credentials of a request from a configuration.

    :param fetch: gets a token for an identity from the server within a number of seconds (None: no limit).
    """

    def __init__(
        self, configuration: Configuration, fetch: Callable[[Identity, float | None], tuple[str, float]]
    ) -> None:
        self._configuration = configuration
        self._fetch = fetch
        self._tokens: dict[tuple[str | None, ...], TokenSource] = {}

    def sharing_tokens(self, configuration: Configuration) -> Authenticator:
        """Another one for ``configuration``, with the same tokens: an identity fetches one token for both."""
        other = Authenticator(configuration, self._fetch)
        other._tokens = self._tokens
        return other

    def headers(self, scheme: str, host: str) -> tuple[dict[str, str], TokenSource | Callable[[], str | None] | None]:
        """Return the headers for an operation of this security scheme, and where the bearer token comes from.

        :param scheme: ``"basic"`` or ``"key"`` (API key or token).
        :param host: the URL of the server that the request goes to.
        :returns: the headers, and for a token that may have to be fetched, its source: see :func:`bearer`.
        :raises ApiValueError: the configuration has no credentials for it.
        """
        configuration = self._configuration
        if scheme == "basic":
            return {"Authorization": configuration.get_basic_auth_token()}, None
        key = configuration.get_api_key_with_prefix("ApiKeyAuth")
        if key:
            return {"X-API-KEY": key}, None
        token = configuration.access_token
        if callable(token):
            return {}, configuration.get_bearer_token
        if token:
            return {"Authorization": f"Bearer {token}"}, None
        application_id, secret = configuration.username, configuration.password
        if application_id and secret:
            return {}, self._tokens_of(Identity(host, application_id, secret, configuration.scope))
        if application_id or secret:
            configuration.get_basic_auth_token()  # raises the error that names what is missing
        raise ApiValueError(NO_CREDENTIALS)

    def _tokens_of(self, identity: Identity) -> TokenSource:
        """The token source of ``identity``, the same for all threads."""
        key = identity.key
        found = self._tokens.get(key)
        if found is not None:
            return found
        if len(self._tokens) >= MOST_IDENTITIES:
            self._tokens.pop(list(self._tokens)[0], None)  # noqa: RUF015 - next(iter()) fails if another thread adds one
        return self._tokens.setdefault(key, TokenSource(functools.partial(self._fetch, identity)))


def bearer(source: TokenSource | Callable[[], str | None], time_left: float | None) -> str:
    """Return the ``Authorization`` header with a token of ``source``.

    :param time_left: seconds in which it must be there; None for no limit.
    :raises ApiException: no token can be fetched.
    :raises ApiValueError: the callable ``access_token`` returned nothing.
    """
    token = source.token(time_left) if isinstance(source, TokenSource) else source()
    if not token:
        raise ApiValueError(NO_CREDENTIALS)
    return f"Bearer {token}"


def check_encrypted(host: str, allow_http: bool) -> None:
    """Refuse to send credentials unencrypted over a network.

    :raises ApiValueError: the host has an ``http://`` URL, is not this machine, and ``allow_http`` is not set.
    """
    parts = urlsplit(host)
    if parts.scheme == "https" or allow_http or is_this_machine(parts.hostname or ""):
        return
    raise ApiValueError(
        f"{host} is not encrypted: anybody on the network could read the credentials. Use https://, or "
        "allow it with Configuration(allow_http=True)",
        ["host"],
    )


def override(headers: dict[str, str], credentials: Sequence[Mapping[str, Any]]) -> None:
    """Replace the credentials in ``headers`` by those of ``_request_auths``.

    :param credentials: dicts with ``key`` (header name) and ``value``.
    :raises ApiTypeError: an item is not such a dict.
    :raises ApiValueError: name or value has characters that a header cannot have.
    """
    for name in CREDENTIAL_HEADERS:
        headers.pop(name, None)
    for one in credentials:
        if not hasattr(one, "get") or one.get("in", "header") != "header" or not one.get("key"):
            raise ApiTypeError('takes dicts such as {"key": "X-API-KEY", "value": "..."}', ["_request_auths"])
        name, value = str(one["key"]), str(one.get("value", ""))
        check_header(name, value, "_request_auths")
        headers[canonical(name)] = value
