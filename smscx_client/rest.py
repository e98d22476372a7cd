"""The wire: urllib3 pools, TLS, proxies, timeouts, and what their failures mean.

One :class:`RestClient` has one pool manager, shared by all threads. It follows no redirects and repeats nothing. Every
failure leaves as an :class:`~smscx_client.ApiConnectionException` that says whether the request may have acted.
"""

from __future__ import annotations

import os
import re
import socket
import ssl
import time
import warnings
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import urllib3
from urllib3 import exceptions as broken
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Url, parse_url

from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Union

    from smscx_client.configuration import Configuration

    Timeout = Union[None, float, tuple[Union[float, None], Union[float, None]]]

__all__ = ["RestClient", "connection_failure", "pieces"]

#: Bytes of an answer that is read into memory; exports are streamed into files and have no limit.
LARGEST_BODY = 256 << 20
#: Bytes read at a time; a body that says it is no longer than this is read at once.
CHUNK = 1 << 16
#: The same of a packed body, each piece of which the older urllib3 unpacks at once, to a thousand times its size.
PACKED_CHUNK = 1 << 13
#: How a body may be packed; what is packed in another way, or twice, could unpack to any size.
ENCODINGS = ("", "identity", "gzip", "deflate")
#: What urllib3 raises; some of it comes from below and is passed on.
_BROKEN = (broken.HTTPError, OSError, ValueError)


class RestClient:
    """Sends one HTTP request and returns urllib3's response."""

    def __init__(self, configuration: Configuration):
        if not configuration.verify_ssl:
            warnings.warn(
                "verify_ssl=False: anybody between this program and the API can read its key and its messages",
                stacklevel=3,
            )
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
        :param time_left: seconds that the whole exchange may take at most; looked at with each piece of the body.
        :param preload: read the whole body before returning; otherwise the caller reads and releases the response. Of
            an answer that is no success, what can be read of the body is read in any case.
        :raises ApiTimeoutException: it took longer than it may.
        :raises ApiConnectionException: there is no answer, or none that can be read.
        """
        if self._process != os.getpid():  # after a fork, the parent's connections are the parent's
            self._open()
        if time_left is not None and time_left <= 0:
            raise ApiTimeoutException("the time for the call was used up before this try began")
        deadline = None if time_left is None else time.monotonic() + time_left
        response: urllib3.BaseHTTPResponse | None = None
        try:
            response = self._pools.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                timeout=_timeout(timeout, time_left),
                retries=False,
                redirect=False,
                preload_content=False,
                enforce_content_length=True,
            )
            if not 200 <= response.status <= 299:
                return _refusal(response, deadline)
            if preload:
                _read(response, deadline)
        except _BROKEN as error:
            if response is not None:
                response.close()
            raise connection_failure(error) from error
        return response

    def close(self) -> None:
        """Close all idle connections; those in use are closed when their request is done."""
        self._pools.clear()


def pieces(response: urllib3.BaseHTTPResponse, deadline: float | None) -> Iterator[bytes]:
    """The body, unpacked, a piece at a time.

    :param deadline: the time by :func:`time.monotonic` after which no piece is taken any more.
    """
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise broken.DecodeError(f"the answer is packed as {encoding}, which this client does not unpack")
    for piece in response.stream(PACKED_CHUNK if encoding else CHUNK, decode_content=True):
        if deadline is not None and time.monotonic() > deadline:
            raise broken.TimeoutError("the time for the call was used up while the answer came")
        yield piece


def _read(response: urllib3.BaseHTTPResponse, deadline: float | None) -> None:
    """Read the body into ``response.data`` and give the connection back.

    A body that is not known to be small is counted while it is read: a few kilobytes may unpack to gigabytes.
    """
    length = response.headers.get("Content-Length", "")
    if len(length) < 6 and length.isdecimal() and int(length) <= CHUNK and "Content-Encoding" not in response.headers:
        response.read(cache_content=True)
        return
    body, size = [], 0
    for piece in pieces(response, deadline):
        size += len(piece)
        if size > LARGEST_BODY:
            raise broken.DecodeError(f"the answer is larger than {LARGEST_BODY >> 20} MiB")
        body.append(piece)
    response._body = b"".join(body)  # type: ignore[attr-defined]
    response.release_conn()


def _refusal(response: urllib3.BaseHTTPResponse, deadline: float | None) -> urllib3.BaseHTTPResponse:
    """An answer that is no success, with its body if that can be read: the status says enough."""
    if response.status < 200:
        raise broken.ProtocolError(f"the server said {response.status} and nothing after that")
    try:
        _read(response, deadline)
    except _BROKEN:
        response.close()
        return urllib3.HTTPResponse(headers=response.headers, status=response.status, reason=response.reason)
    return response


def _timeout(timeout: Timeout, time_left: float | None) -> urllib3.Timeout:
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    return urllib3.Timeout(connect=connect, read=read, total=time_left)


def connection_failure(error: BaseException) -> ApiConnectionException:
    """What to raise for a failure below HTTP."""
    if isinstance(error, broken.ProxyError):  # the older urllib3 says that of whatever fails behind a proxy
        return connection_failure(error.original_error)
    told = _told(error)
    if isinstance(error, (broken.NewConnectionError, broken.LocationValueError, broken.ClosedPoolError)):
        return ApiConnectionException(told)
    if isinstance(error, broken.ConnectTimeoutError):
        return ApiTimeoutException(told)
    timed_out = any(isinstance(one, (broken.TimeoutError, socket.timeout)) for one in (error, *error.args))
    return (ApiTimeoutException if timed_out else ApiConnectionException)(told, outcome_unknown=True)


def _told(error: BaseException) -> str:
    """The failure in words, without the objects and their addresses that urllib3 puts first."""
    text = str(error.args[-1] if error.args else error).rpartition(">: ")[2]
    return re.sub(r"^\w+\(host='(.*?)', port=(\d+)\): ", r"\1:\2: ", text) or type(error).__name__


class _Connecting:
    """Whatever fails before a connection stands, TLS and proxy included, fails as a connection that cannot be had.

    urllib3 tells some of it as if the request had been lost on the way.
    """

    def connect(self) -> None:
        try:
            super().connect()  # type: ignore[misc]
        except broken.HTTPError:
            raise
        except socket.timeout as error:
            raise broken.ConnectTimeoutError(self, f"timed out while connecting: {error}") from error
        except (OSError, ValueError, HTTPException) as error:
            raise broken.NewConnectionError(self, f"{error}") from error  # type: ignore[arg-type]


class _Http(_Connecting, HTTPConnection):
    pass


class _Https(_Connecting, HTTPSConnection):
    pass


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


def _pool_manager(configuration: Configuration, proxy: Url | None) -> urllib3.PoolManager:
    settings: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize}
    if configuration.socket_options is not None:
        settings["socket_options"] = configuration.socket_options
    if urlsplit(configuration.host).scheme == "https" or (proxy is not None and proxy.scheme == "https"):
        settings.update(_tls(configuration))
    pools = urllib3.PoolManager(**settings) if proxy is None else _proxy_manager(configuration, proxy, settings)
    pools.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
    return pools


def _proxy_manager(configuration: Configuration, proxy: Url, settings: dict[str, Any]) -> urllib3.ProxyManager:
    headers = dict(configuration.proxy_headers or {})
    if proxy.auth:
        headers = {**urllib3.make_headers(proxy_basic_auth=unquote(proxy.auth)), **headers}
    return urllib3.ProxyManager(proxy._replace(auth=None).url, proxy_headers=headers, **settings)


def _tls(configuration: Configuration) -> dict[str, Any]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if urllib3.__version__.startswith("1."):  # type: ignore[attr-defined]
        context.check_hostname = False  # that urllib3 does it itself, since it does not tell OpenSSL an IP address
    if configuration.verify_ssl:
        context.load_verify_locations(configuration.ssl_ca_cert or _certifi_roots())
    else:
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


def _proxy_for(configuration: Configuration) -> Url | None:
    """The proxy to reach the host through: the configuration's, else the environment's, read once.

    :raises ApiValueError: it is of a kind that is not supported. The message does not show it: it may hold a password.
    """
    from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

    host = urlsplit(configuration.host)
    found = getproxies_environment()
    bypass = {"no": configuration.no_proxy} if configuration.no_proxy else found
    address = configuration.proxy or found.get(host.scheme) or found.get("all")
    if not address or proxy_bypass_environment(host.netloc, bypass):
        return None
    try:
        proxy = parse_url(address if "://" in address else f"http://{address}")
    except broken.LocationValueError:
        proxy = Url()
    if proxy.scheme not in ("http", "https") or not proxy.host:
        raise ApiValueError(
            "a proxy's address looks like http://127.0.0.1:3128 or https://...; it is taken from the configuration, "
            "else from HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in the environment",
            ["proxy"],
        )
    return proxy
