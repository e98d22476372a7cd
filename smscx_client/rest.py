"""One HTTP exchange: the protocol of a transport, and the transport that uses urllib3.

The parts are in ``_transport/``: connections (pools, TLS, proxies), deadlines, bodies, failures.
"""

from __future__ import annotations

import os
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from urllib3.exceptions import LocationValueError
from urllib3.util import Retry

from smscx_client._transport import log_filter
from smscx_client._transport.bodies import receive
from smscx_client._transport.connections import early_tls_settings, pool_manager, proxy_for
from smscx_client._transport.deadlines import Deadline, current, urllib3_timeout
from smscx_client._transport.failures import TIME_USED_UP, TRANSPORT_ERRORS, connection_failure
from smscx_client.exceptions import ApiException, ApiTimeoutException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from urllib3 import BaseHTTPResponse

    from smscx_client._timeouts import Timeout
    from smscx_client.configuration import Configuration

__all__ = ["ApiException", "RestClient", "Transport", "connection_failure", "receive"]

#: A number of changes that no configuration has.
_NEVER_APPLIED = -1
#: urllib3 repeats nothing and follows no redirects.
_NO_RETRIES = Retry(False, redirect=False)


class Transport(Protocol):
    """What :class:`~smscx_client.ApiClient` needs to send requests; :class:`RestClient` is the default.

    Any object with these two methods is a transport: ``ApiClient(configuration, transport=...)``. Retries,
    authentication and exceptions for error responses stay with the client. All threads of a program may call
    :meth:`request` at the same time.
    """

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Timeout,
        time_left: float | None = None,
        preload: bool = True,
        timed: bool = True,
    ) -> BaseHTTPResponse:
        """Send one request, once, and return the response, whatever its status.

        A transport without urllib3 connections returns ``receive(response, preload=preload)``, where ``response`` is a
        ``urllib3.HTTPResponse(io.BytesIO(body), headers, status, preload_content=False)``.

        :param method: in capitals.
        :param url: with the query.
        :param headers: names and values; the transport adds those of HTTP itself, such as ``Content-Length``.
        :param body: None for no body.
        :param timeout: seconds, or ``(connect, read)`` seconds; None for no limit.
        :param time_left: seconds that the whole exchange may take; None for no limit.
        :param preload: whether to read the whole body before returning. Otherwise the caller reads and releases the
            response. The body of an error response is read in any case.
        :param timed: whether ``time_left`` also limits the time in which the caller reads the body.
        :raises ApiTimeoutException: the exchange takes too long.
        :raises ApiConnectionException: there is no response, or it cannot be read. ``outcome_unknown`` is False only
            if nothing was sent.
        """
        ...

    def close(self) -> None:
        """Close idle connections. A later request may open new ones."""
        ...


class RestClient:
    """The transport that uses urllib3.

    All threads share one pool manager. It follows no redirects and repeats nothing.
    """

    def __init__(self, configuration: Configuration):
        self._configuration = configuration
        log_filter.install()
        self._apply_settings()

    def configure(self, configuration: Configuration) -> None:
        """Use another configuration from the next request on."""
        self._configuration = configuration
        self._changes = _NEVER_APPLIED

    def _apply_settings(self) -> None:
        """Make the pools from the settings, at first and after a setting of the connections has changed."""
        configuration = self._configuration
        changes = configuration._connection_changes
        if not configuration.verify_ssl:
            from smscx_client._stacklevel import caller_stacklevel

            warnings.warn(
                "verify_ssl=False: anybody between this program and the API can read the API key and the messages",
                stacklevel=caller_stacklevel(),
            )
        self._proxy = proxy_for(configuration)
        self._proxy_headers = dict(configuration.proxy_headers or {})  # to notice a change of the dict itself
        self._tls = early_tls_settings(configuration)  # kept for `pool_manager`, which shares it
        self._opened: dict[int, Any] = {}
        self._process: int | None = None
        self._changes = changes

    def _open(self) -> None:
        """Make the pools, at the first request of the process."""
        process = os.getpid()
        pools = self._opened.get(process)
        if pools is None:  # another thread may be faster
            pools = self._opened.setdefault(process, pool_manager(self._configuration, self._proxy))
        self._pools, self._pool = pools, self._pool_of_host(pools)
        self._process = process  # last: before that, a thread must not use the pools

    def _pool_of_host(self, pools: Any) -> Any:
        """The pool of the host: finding it by URL, as the pool manager does, takes a sixth of a small call."""
        host = urlsplit(self._configuration.host)
        self._origin = f"{host.scheme}://{host.netloc}"
        if self._proxy is None:
            with suppress(LocationValueError):  # an impossible host: the call raises the error
                return pools.connection_from_url(self._origin)
        return None

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Timeout,
        time_left: float | None = None,
        preload: bool = True,
        timed: bool = True,
    ) -> BaseHTTPResponse:
        """Send one request, once, and return the response; see :meth:`Transport.request`."""
        if self._changes != self._configuration._connection_changes or (
            self._proxy is not None and self._proxy_headers != (self._configuration.proxy_headers or {})
        ):
            self.close()
            self._apply_settings()
        if self._process != os.getpid():  # a child process must not use the connections of its parent
            self._open()
        if time_left is not None and time_left <= 0:
            raise ApiTimeoutException(f"{TIME_USED_UP}; this try was not started")
        deadline = current.deadline = None if time_left is None else Deadline(time_left)
        current.write_timeout = timeout[1] if isinstance(timeout, tuple) else timeout
        pool: Any = self._pool
        if pool is not None and url.startswith(self._origin) and url[len(self._origin) :][:1] == "/":
            url = url[len(self._origin) :]
        else:
            pool = self._pools
        log_content = current.log_content
        if not (self._configuration.log_content if log_content is None else log_content):
            current.private_path = url[url.find("/", 8) :] if pool is self._pools else url
        current.requesting = True
        try:
            response = pool.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                timeout=urllib3_timeout(timeout, time_left),
                retries=_NO_RETRIES,
                redirect=False,
                preload_content=False,
                enforce_content_length=True,
            )
        except TRANSPORT_ERRORS as error:
            raise connection_failure(error) from error
        finally:
            current.private_path = current.log_content = current.is_forgotten = None
            current.requesting = False
        received = receive(response, preload=preload)
        if deadline is not None and not timed:
            deadline.lift(current.write_timeout)
        return received

    def close(self) -> None:
        """Close all idle connections. A connection in use is closed when its request is complete."""
        pools = self._opened.get(os.getpid())
        if pools is not None:
            self._pool = None  # calls during the close use the pool manager, not a closed pool
            pools.clear()
            self._pool = self._pool_of_host(pools)
