"""The wire: urllib3 pools, TLS, proxies, timeouts, and what their failures mean.

One :class:`RestClient` has one pool manager, shared by all threads. It follows no redirects and repeats nothing. Every
failure leaves as an :class:`~smscx_client.ApiConnectionException` that says whether the request may have acted.
"""

from __future__ import annotations

import os
import ssl
import warnings
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3 import exceptions as broken

from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Union

    from smscx_client.configuration import Configuration

    Timeout = Union[None, float, tuple[Union[float, None], Union[float, None]]]

__all__ = ["CHUNK", "RestClient", "connection_failure", "read_whole"]

#: Bytes of an answer that is read into memory; exports are streamed into files and have no limit.
LARGEST_BODY = 256 << 20
#: Bytes read at a time.
CHUNK = 1 << 16


class RestClient:
    """Sends one HTTP request and returns urllib3's response."""

    def __init__(self, configuration: Configuration):
        self._configuration = configuration
        self._proxy = _proxy_for(configuration)
        self._open()

    def _open(self) -> None:
        self._process = os.getpid()
        self._pools = _pool_manager(self._configuration, self._proxy)

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Timeout,
        time_left: float | None = None,
        preload: bool = True,
    ) -> urllib3.BaseHTTPResponse:
        """Send a request, once.

        :param timeout: seconds, or ``(connect, read)`` seconds; None for no limit.
        :param time_left: seconds that the whole exchange may take at most.
        :param preload: read the whole body before returning; otherwise the caller reads and releases the response.
        :raises ApiTimeoutException: it took longer than it may.
        :raises ApiConnectionException: there is no answer, or none that can be read.
        """
        if self._process != os.getpid():  # after a fork, the parent's connections are the parent's
            self._open()
        try:
            response: urllib3.BaseHTTPResponse = self._pools.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                timeout=_timeout(timeout, time_left),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            if preload:
                read_whole(response)
        except (broken.HTTPError, OSError, ValueError) as error:
            raise connection_failure(error) from error
        return response

    def close(self) -> None:
        """Close all idle connections; those in use are closed when their request is done."""
        self._pools.clear()


def read_whole(response: urllib3.BaseHTTPResponse) -> None:
    """Read the body into ``response.data`` and give the connection back.

    A body without a length, or compressed, is counted while it is read: a few kilobytes may unpack to gigabytes.
    """
    length = response.headers.get("Content-Length", "")
    if "Content-Encoding" not in response.headers and length.isdigit() and int(length) <= LARGEST_BODY:
        response.read(cache_content=True)
        return
    pieces, size = [], 0
    for piece in response.stream(CHUNK):
        size += len(piece)
        if size > LARGEST_BODY:
            response.close()
            raise broken.DecodeError(f"the answer is larger than {LARGEST_BODY >> 20} MiB")
        pieces.append(piece)
    response._body = b"".join(pieces)  # type: ignore[attr-defined]
    response.release_conn()


def _timeout(timeout: Timeout, time_left: float | None) -> urllib3.Timeout:
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    return urllib3.Timeout(connect=connect, read=read, total=time_left)


#: The failures that are told apart: whether it is a timeout, and whether the request may have been carried out.
_FAILURES: tuple[tuple[tuple[type[BaseException], ...], bool, bool], ...] = (
    ((broken.NewConnectionError, broken.ProxyError, broken.LocationValueError), False, False),
    ((broken.ConnectTimeoutError,), True, False),
    ((broken.TimeoutError,), True, True),
)


def connection_failure(error: BaseException) -> ApiConnectionException:
    """What to raise for a failure below HTTP."""
    known = next((row[1:] for row in _FAILURES if isinstance(error, row[0])), None)
    is_timeout, outcome_unknown = known or (False, not _is_certificate_failure(error))
    raised = ApiTimeoutException if is_timeout else ApiConnectionException
    return raised(_told(error), outcome_unknown=outcome_unknown)


def _is_certificate_failure(error: BaseException) -> bool:
    return any(isinstance(one, ssl.SSLCertVerificationError) for one in (error, *error.args, error.__cause__))


def _told(error: BaseException) -> str:
    """The failure in words, without the addresses of pool and connection objects that urllib3 puts first."""
    text = str(error.args[-1] if error.args else error)
    return text.rpartition(">: ")[2] or type(error).__name__


def _pool_manager(configuration: Configuration, proxy: str | None) -> urllib3.PoolManager:
    settings: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize}
    if configuration.socket_options is not None:
        settings["socket_options"] = configuration.socket_options
    if configuration.host.startswith("https:") or (proxy or "").startswith("https:"):
        settings.update(_tls(configuration))
    if proxy is None:
        return urllib3.PoolManager(**settings)
    return urllib3.ProxyManager(proxy, proxy_headers=configuration.proxy_headers, **settings)


def _tls(configuration: Configuration) -> dict[str, Any]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if configuration.verify_ssl:
        context.load_verify_locations(configuration.ssl_ca_cert or _certifi_roots())
    else:
        warnings.warn(
            "verify_ssl=False: anybody between this program and the API can read its key and its messages",
            stacklevel=2,
        )
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if configuration.cert_file:
        context.load_cert_chain(configuration.cert_file, configuration.key_file)
    settings: dict[str, Any] = {"ssl_context": context, "cert_reqs": context.verify_mode}
    if configuration.assert_hostname is not None:
        context.check_hostname = False  # urllib3 does it, for the name it is told
        settings["assert_hostname"] = configuration.assert_hostname
    return settings


def _certifi_roots() -> str:
    import certifi

    return certifi.where()


def _proxy_for(configuration: Configuration) -> str | None:
    """The proxy to reach the host through: the configuration's, else the environment's, read once."""
    from urllib.parse import urlsplit
    from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

    host = urlsplit(configuration.host)
    found = getproxies_environment()
    bypass = {"no": configuration.no_proxy} if configuration.no_proxy else found
    if proxy_bypass_environment(host.netloc, bypass):
        return None
    return configuration.proxy or found.get(host.scheme) or found.get("all")
