"""Authentication: an API key, a bearer token, or a token fetched with application id and secret.

This module chooses the credentials of every request:

* ``get_access_token`` is sent with application id and secret (HTTP Basic);
* every other operation is sent with the API key, else the access token, else a token that this module fetches, shares
  between threads, and renews.
"""

from __future__ import annotations

import copy
import os
import threading
import time
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import urlsplit

from smscx_client._headers import check_header, is_header_value
from smscx_client._models.field import field
from smscx_client._transport.hosts import is_this_machine
from smscx_client.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    InvalidCredentialsException,
)
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smscx_client.configuration import Configuration

__all__ = ["GET_ACCESS_TOKEN", "Authenticator", "TokenSource", "check_encrypted", "override", "token_of"]

#: Seconds before its expiry at which a token is replaced, but at most a tenth of its lifetime.
RENEW_BEFORE = 60.0

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
    form=True,
)


class TokenSource:
    """A token that is fetched once for many threads, and renewed before it expires or after the server rejects it.

    :param fetch: gets a token from the server, with its lifetime in seconds (0 or less: it does not expire).
    """

    def __init__(self, fetch: Callable[[], tuple[str, float]], clock: Callable[[], float] = time.monotonic):
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._token: str | None = None
        self._renew_at = 0.0
        #: The failure of the last fetch, if other threads should raise it too.
        self._failure: ApiException | None = None

    def token(self) -> str:
        """Return the token to use now."""
        token = self._token
        if token is not None and self._clock() < self._renew_at:
            return token
        return self.renew(token)

    def renew(self, failed: str | None) -> str:
        """Replace ``failed``, unless another thread has replaced it in the meantime, and return the new token.

        :raises ApiException: the fetch failed, or the fetch of another thread failed while this thread waited for it.
            If each thread then fetched for itself, their waits for a server that does not respond would add up.
        """
        before = self._failure
        if self._process != os.getpid():  # after a fork, no thread can release the lock of the parent
            self._lock, self._process = threading.Lock(), os.getpid()
        with self._lock:
            if self._token is None or self._token == failed:
                if self._failure is not None and self._failure is not before:
                    raise _copy_of(self._failure)
                self._replace()
            assert self._token is not None
            return self._token

    def _replace(self) -> None:
        try:
            token, lifetime = self._fetch()
        except _SHARED_FAILURES as failure:
            self._failure = _copy_of(failure)
            raise
        margin = min(RENEW_BEFORE, lifetime / 10)
        self._renew_at = self._clock() + lifetime - margin if lifetime > 0 else float("inf")
        self._failure = None
        self._token = token  # last: a thread that reads the new token also reads its renewal time


#: Failures that the next fetch would very likely have too.
_SHARED_FAILURES = (ApiTimeoutException, InvalidCredentialsException)


def _copy_of(failure: ApiException) -> ApiException:
    """A copy of ``failure``: each call sets attributes of the exception that it raises."""
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
        return token, float(response.expires_in or 0)
    except (TypeError, ValueError, OverflowError):  # the token is used until the server rejects it
        return token, 0.0


class Authenticator:
    """Makes the authentication headers of a configuration."""

    def __init__(self, configuration: Configuration, fetch: Callable[[], tuple[str, float]]):
        self._configuration = configuration
        self._tokens = TokenSource(fetch)

    def headers(self, scheme: str) -> dict[str, str]:
        """Return the headers for an operation of this security scheme: ``"basic"`` or ``"key"`` (API key or token).

        :raises ApiValueError: the configuration has no credentials for it.
        """
        configuration = self._configuration
        if scheme == "basic":
            return {"Authorization": configuration.get_basic_auth_token()}
        key = configuration.get_api_key_with_prefix("ApiKeyAuth")
        if key:
            return {"X-API-KEY": key}
        token = configuration.get_bearer_token()
        if token:
            return {"Authorization": f"Bearer {token}"}
        if configuration.username and configuration.password:
            return {"Authorization": f"Bearer {self._tokens.token()}"}
        raise ApiValueError(NO_CREDENTIALS)

    def renewed(self, rejected: Mapping[str, str]) -> dict[str, str] | None:
        """Return headers with a new token after the server rejected a token; None if there is no way to get one."""
        configuration = self._configuration
        scheme, _, token = rejected.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or configuration.access_token or not (configuration.username and configuration.password):
            return None
        return {"Authorization": f"Bearer {self._tokens.renew(token)}"}


def check_encrypted(configuration: Configuration) -> None:
    """Refuse to send credentials unencrypted over a network.

    :raises ApiValueError: the host has an ``http://`` URL, is not this machine, and ``allow_http`` is not set.
    """
    host = urlsplit(configuration.host)
    if host.scheme == "https" or configuration.allow_http or is_this_machine(host.hostname or ""):
        return
    raise ApiValueError(
        f"{configuration.host} is not encrypted: anybody on the network could read the credentials. Use https://, or "
        "allow it with Configuration(allow_http=True)",
        ["host"],
    )


def override(headers: dict[str, str], credentials: Sequence[Mapping[str, Any]]) -> None:
    """Set the credentials of ``_request_auths`` in ``headers``.

    :param credentials: dicts with ``key`` (header name) and ``value``.
    :raises ApiTypeError: an item is not such a dict.
    :raises ApiValueError: name or value has characters that a header cannot have.
    """
    for one in credentials:
        if not hasattr(one, "get") or one.get("in", "header") != "header" or not one.get("key"):
            raise ApiTypeError('takes dicts such as {"key": "X-API-KEY", "value": "..."}', ["_request_auths"])
        name, value = str(one["key"]), str(one.get("value", ""))
        check_header(name, value, "_request_auths")
        headers[name] = value
