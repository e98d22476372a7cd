"""Who is asking: an API key, a bearer token, or a token fetched with application id and secret.

Which of them a request carries is decided in one place, for every operation:

* ``get_access_token`` carries application id and secret (HTTP Basic);
* everything else carries the API key, else the access token, else a token that is fetched, shared and renewed here.
"""

from __future__ import annotations

import copy
import os
import re
import threading
import time
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import urlsplit

from smscx_client.exceptions import (
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    InvalidCredentialsException,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smscx_client.configuration import Configuration

__all__ = [
    "Authenticator",
    "TokenSource",
    "check_encrypted",
    "check_header",
    "fits_header",
    "is_this_machine",
    "override",
]

#: Seconds before its end of life at which a token is replaced; of a short-lived one, at most a tenth of its life.
RENEW_BEFORE = 60.0

NO_CREDENTIALS = (
    "there are no credentials: give Configuration(api_key=...) or set SMSCX_API_KEY; "
    "or give access_token= (SMSCX_ACCESS_TOKEN); "
    "or application_id= and application_secret= (SMSCX_APPLICATION_ID, SMSCX_APPLICATION_SECRET)"
)


class TokenSource:
    """A token fetched once for many threads, renewed some time before it expires and after a refusal.

    :param fetch: gets a token from the server, with its life in seconds (0 or less: it does not expire).
    """

    def __init__(self, fetch: Callable[[], tuple[str, float]], clock: Callable[[], float] = time.monotonic):
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._token: str | None = None
        self._renew_at = 0.0
        #: What the last fetch met, if that is worth sharing.
        self._failure: ApiException | None = None

    def token(self) -> str:
        """The token to use now."""
        token = self._token
        if token is not None and self._clock() < self._renew_at:
            return token
        return self.renew(token)

    def renew(self, failed: str | None) -> str:
        """Replace ``failed``, unless another thread has done so meanwhile.

        :raises ApiException: the fetch failed, or that of another thread did, for which this one has waited: threads
            that met a silent server one after the other would each wait for all before it.
        """
        before = self._failure
        if self._process != os.getpid():  # after a fork, nobody is left to release the parent's lock
            self._lock, self._process = threading.Lock(), os.getpid()
        with self._lock:
            if self._token is None or self._token == failed:
                if self._failure is not None and self._failure is not before:
                    raise _again(self._failure)
                self._replace()
            assert self._token is not None
            return self._token

    def _replace(self) -> None:
        try:
            token, life = self._fetch()
        except _SHARED as failure:
            self._failure = _again(failure)
            raise
        spare = min(RENEW_BEFORE, life / 10)
        self._renew_at = self._clock() + life - spare if life > 0 else float("inf")
        self._failure = None
        self._token = token  # last: whoever sees it sees its time too


#: What the next fetch would meet too, or would take long to meet.
_SHARED = (ApiTimeoutException, InvalidCredentialsException)


def _again(failure: ApiException) -> ApiException:
    """A copy: each call writes into its own failure what it knows of itself."""
    copied = copy.copy(failure)
    copied.__cause__ = failure.__cause__
    return copied


class Authenticator:
    """Turns a configuration into the headers that prove who is asking."""

    def __init__(self, configuration: Configuration, fetch: Callable[[], tuple[str, float]]):
        self._configuration = configuration
        self._tokens = TokenSource(fetch)

    def headers(self, scheme: str) -> dict[str, str]:
        """The headers for an operation of this security scheme: ``"basic"`` or ``"key"`` (API key or token).

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

    def renewed(self, refused: Mapping[str, str]) -> dict[str, str] | None:
        """Headers with a new token after the server refused those given; None when no other token can be had."""
        configuration = self._configuration
        scheme, _, token = refused.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or configuration.access_token or not (configuration.username and configuration.password):
            return None
        return {"Authorization": f"Bearer {self._tokens.renew(token)}"}


def check_encrypted(configuration: Configuration) -> None:
    """Refuse to send credentials where anybody on the way can read them.

    :raises ApiValueError: the host is reached by ``http://``, is not this machine, and ``allow_http`` is not set.
    """
    host = urlsplit(configuration.host)
    if host.scheme == "https" or configuration.allow_http or is_this_machine(host.hostname or ""):
        return
    raise ApiValueError(
        f"{configuration.host} is not encrypted: anybody on the way could read the credentials. Use https://, or "
        "accept that with Configuration(allow_http=True)",
        ["host"],
    )


def is_this_machine(host: str) -> bool:
    """Whether a host's name or address is that of the machine itself, and what is sent there does not leave it."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def override(headers: dict[str, str], credentials: Sequence[Mapping[str, Any]]) -> None:
    """Put the credentials of ``_request_auths``, dicts with ``key`` (header name) and ``value``, into ``headers``."""
    for one in credentials:
        if not hasattr(one, "get") or one.get("in", "header") != "header" or not one.get("key"):
            raise ApiTypeError('takes dicts such as {"key": "X-API-KEY", "value": "..."}', ["_request_auths"])
        name, value = str(one["key"]), str(one.get("value", ""))
        check_header(name, value, "_request_auths")
        headers[name] = value


def check_header(name: str, value: str, place: str) -> None:
    """Refuse a header that cannot be sent, or that would be two.

    :param place: the argument that an error names; the value, which may be secret, is not shown.
    :raises ApiValueError: name or value has characters that a header cannot carry.
    """
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
        raise ApiValueError("a header's name has letters, digits and dashes only", [place])
    if not fits_header(value):
        raise ApiValueError("has characters that a header cannot carry, such as a line break", [place])


def fits_header(value: str) -> bool:
    """Whether a header can carry ``value``."""
    return re.fullmatch(r"[\x20-\x7e\xa0-\xff]*", value) is not None
