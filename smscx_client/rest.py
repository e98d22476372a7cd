"""The wire: urllib3 pools, TLS, proxies, timeouts, and what their failures mean.

One :class:`RestClient` has one pool manager, shared by all threads. It follows no redirects and repeats nothing. Every
failure leaves as an :class:`~smscx_client.ApiConnectionException` that says whether the request may have acted.
"""

from __future__ import annotations

import io
import os
import re
import socket
import ssl
import threading
import time
import warnings
from contextlib import suppress
from functools import lru_cache
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import urllib3
from urllib3 import exceptions as broken
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Retry, Url, parse_url

from smscx_client.auth import is_this_machine
from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Union

    from smscx_client.configuration import Configuration

    Timeout = Union[None, float, tuple[Union[float, None], Union[float, None]]]

__all__ = ["RestClient", "connection_failure", "pieces"]

#: Bytes of an answer that is read into memory; exports are streamed into files and have no limit.
LARGEST_BODY = 256 << 20
#: Bytes read at a time of a body that does not say how long it is.
CHUNK = 1 << 16
#: The same of a packed body, each piece of which the older urllib3 unpacks at once, to a thousand times its size.
PACKED_CHUNK = 1 << 13
#: How a body may be packed; what is packed in another way, or twice, could unpack to any size.
ENCODINGS = ("", "identity", "gzip", "deflate")
#: What urllib3 raises; some of it comes from below and is passed on.
_BROKEN = (broken.HTTPError, OSError, ValueError)
#: What urllib3 repeats and follows: nothing.
_ONCE = Retry(False, redirect=False)
_USED_UP = "the time for the call was used up"


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
        self._pools = self._new_pools()
        self._find_pool()
        self._process = os.getpid()  # last: until then, no thread of a child may take the parent's connections

    def _new_pools(self) -> urllib3.PoolManager:
        return _pool_manager(self._configuration, self._proxy)

    def _find_pool(self) -> None:
        """Keep the host's pool at hand; the manager takes each URL apart to find it, a sixth of a small call's time."""
        host = urlsplit(self._configuration.host)
        self._origin = f"{host.scheme}://{host.netloc}"
        self._pool: Any = None
        if self._proxy is None:
            with suppress(broken.LocationValueError):  # a host that cannot be: the call will say so
                self._pool = self._pools.connection_from_url(self._origin)

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
    ) -> urllib3.BaseHTTPResponse:
        """Send a request, once.

        :param timeout: seconds, or ``(connect, read)`` seconds; None for no limit.
        :param time_left: seconds that the whole exchange may take at most.
        :param preload: read the whole body before returning; otherwise the caller reads and releases the response. Of
            an answer that is no success, what can be read of the body is read in any case.
        :param timed: whether ``time_left`` counts for what the caller reads, too.
        :raises ApiTimeoutException: it took longer than it may.
        :raises ApiConnectionException: there is no answer, or none that can be read.
        """
        if self._process != os.getpid():  # after a fork, the parent's connections are the parent's
            self._open()
        if time_left is not None and time_left <= 0:
            raise ApiTimeoutException(f"{_USED_UP} before this try began")
        deadline = _call.deadline = None if time_left is None else _Deadline(time_left)
        pool: Any = self._pool
        if pool is not None and url.startswith(self._origin) and url[len(self._origin) :][:1] == "/":
            url = url[len(self._origin) :]
        else:
            pool = self._pools
        response: urllib3.BaseHTTPResponse | None = None
        try:
            response = pool.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                timeout=_timeout(timeout, time_left),
                retries=_ONCE,
                redirect=False,
                preload_content=False,
                enforce_content_length=True,
            )
            if not 200 <= response.status <= 299:
                return _refusal(response)
            if preload:
                _read(response)
            elif deadline is not None and not timed:
                deadline.lift()
        except _BROKEN as error:
            if response is not None:
                response.close()
            raise connection_failure(error) from error
        return response

    def close(self) -> None:
        """Close all idle connections; those in use are closed when their request is done."""
        self._pool = None  # who calls meanwhile asks the manager, and meets no closed pool
        self._pools.clear()
        self._find_pool()


def pieces(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """The body, unpacked, a piece at a time."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise broken.DecodeError(f"the answer is packed as {encoding}, which this client does not unpack")
    yield from response.stream(PACKED_CHUNK if encoding else CHUNK, decode_content=True)
    unpacker = getattr(getattr(response, "_decoder", None), "_obj", None)
    if unpacker is not None and not unpacker.eof and response.status != 204:  # which urllib3 takes for the whole
        raise broken.DecodeError("the packed answer is cut off")


def _read(response: urllib3.BaseHTTPResponse) -> None:
    """Read the body into ``response.data`` and give the connection back.

    A body that may be longer than it says is counted while it is read: a few kilobytes may unpack to gigabytes.
    """
    length, headers = response.length_remaining, response.headers
    if (
        length is not None  # as it is of a body in chunks, whatever its header says
        and length <= LARGEST_BODY
        and headers.get("Content-Length") == str(length)
        and "Content-Encoding" not in headers
    ):
        response.read(cache_content=True)
        return
    body, size = [], 0
    for piece in pieces(response):
        size += len(piece)
        if size > LARGEST_BODY:
            raise broken.DecodeError(f"the answer is larger than {LARGEST_BODY >> 20} MiB")
        body.append(piece)
    response._body = b"".join(body)  # type: ignore[attr-defined]
    response.release_conn()


def _refusal(response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
    """An answer that is no success, with its body if that can be read: the status says enough."""
    if response.status < 200:
        raise broken.ProtocolError(f"the server said {response.status} and nothing after that")
    try:
        _read(response)
    except _BROKEN:
        response.close()
        return urllib3.HTTPResponse(headers=response.headers, status=response.status, reason=response.reason)
    return response


def _timeout(timeout: Timeout, time_left: float | None) -> urllib3.Timeout:
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    return _urllib3_timeout(_least(connect, time_left), _least(read, time_left))


def _least(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


@lru_cache(maxsize=8)
def _urllib3_timeout(connect: float | None, read: float | None) -> urllib3.Timeout:
    return urllib3.Timeout(connect=connect, read=read)


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


class _Deadline:
    """When the time of one request is used up.

    urllib3 bounds how long each piece of an answer may take, so that one which comes a byte at a time has no end.
    """

    def __init__(self, seconds: float):
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        :raises urllib3.exceptions.TimeoutError: none are.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            raise _TimeUsedUp(_USED_UP)
        return left

    def lift(self) -> None:
        """Let the rest take any time."""
        self._at = float("inf")


class _TimeUsedUp(broken.TimeoutError):
    pass


class _Call(threading.local):
    """The request that a thread is making: urllib3 has no way to hand anything of ours down to the socket."""

    deadline: _Deadline | None = None


_call = _Call()


class _Timed(io.RawIOBase):
    """What a socket receives, until a deadline."""

    def __init__(self, received: io.RawIOBase, sock: socket.socket, deadline: _Deadline):
        self._received = received
        self._socket = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left, usual = self._deadline.left(), self._socket.gettimeout()
        if usual is not None and usual <= left:
            return self._received.readinto(buffer)
        self._socket.settimeout(left)
        try:
            return self._received.readinto(buffer)
        except socket.timeout:
            self._deadline.left()
            raise
        finally:
            self._socket.settimeout(usual)

    def fileno(self) -> int:
        return self._received.fileno()

    def close(self) -> None:
        self._received.close()
        super().close()


class _Answer(HTTPResponse):
    """Reads no longer than the request of this thread may take."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any):
        super().__init__(sock, *args, **kwargs)
        if _call.deadline is not None:
            self.fp = io.BufferedReader(_Timed(self.fp.detach(), sock, _call.deadline))

    def _safe_read(self, amt: int) -> bytes:
        if amt < 0:  # urllib3 takes that for the size of a chunk, and a file for a wish to read all there is
            raise HTTPException("a chunk has a negative size")
        return super()._safe_read(amt)  # type: ignore[misc,no-any-return]


class _Connecting:
    """Whatever fails before a connection stands, TLS and proxy included, fails as a connection that cannot be had.

    urllib3 tells some of it as if the request had been lost on the way.
    """

    def connect(self) -> None:
        try:
            super().connect()  # type: ignore[misc]
            if _call.deadline is not None:  # a host of many addresses may have taken longer than one of them may
                _call.deadline.left()
        except (_TimeUsedUp, socket.timeout) as error:
            raise broken.ConnectTimeoutError(self, f"timed out while connecting: {error}") from error
        except broken.HTTPError:
            raise
        except (OSError, ValueError, HTTPException) as error:
            raise broken.NewConnectionError(self, f"{error}") from error  # type: ignore[arg-type]


class _Http(_Connecting, HTTPConnection):
    response_class = _Answer


class _Https(_Connecting, HTTPSConnection):
    response_class = _Answer


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
    here = is_this_machine(host.hostname or "")
    if here and not configuration.proxy and not is_this_machine((proxy.host or "").strip("[]")):
        return None  # what is for this machine only does not leave it, credentials without TLS least of all
    if proxy.scheme not in ("http", "https") or not proxy.host:
        raise ApiValueError(
            "a proxy's address looks like http://127.0.0.1:3128 or https://...; it is taken from the configuration, "
            "else from HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in the environment",
            ["proxy"],
        )
    return proxy
