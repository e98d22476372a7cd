"""Connections: pools, TLS, proxies."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import urllib3
from urllib3 import exceptions as urllib3_errors
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Url, parse_url

from smscx_client._transport.deadlines import DeadlineExceeded, DeadlineResponse, current
from smscx_client._transport.hosts import is_this_machine
from smscx_client.exceptions import ApiValueError

if TYPE_CHECKING:
    from smscx_client.configuration import Configuration

__all__ = ["pool_manager", "proxy_for"]


class _ConnectFailures:
    """Raises a connect error for every failure before the connection is ready, TLS and proxy included.

    urllib3 raises some of them as if the request had been sent.
    """

    def connect(self) -> None:
        try:
            super().connect()  # type: ignore[misc]
            if current.deadline is not None:  # each address of a host has the full connect timeout
                current.deadline.seconds_left()
        except (DeadlineExceeded, socket.timeout) as error:
            raise urllib3_errors.ConnectTimeoutError(self, f"timed out while connecting: {error}") from error
        except urllib3_errors.HTTPError:
            raise
        except (OSError, ValueError, HTTPException) as error:
            raise urllib3_errors.NewConnectionError(self, f"{error}") from error  # type: ignore[arg-type]


class _HttpConnection(_ConnectFailures, HTTPConnection):
    response_class = DeadlineResponse


class _HttpsConnection(_ConnectFailures, HTTPSConnection):
    response_class = DeadlineResponse


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _HttpConnection


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _HttpsConnection


def pool_manager(configuration: Configuration, proxy: Url | None) -> urllib3.PoolManager:
    """Return a pool manager for the host of ``configuration``, through ``proxy`` if there is one."""
    settings: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize}
    if configuration.socket_options is not None:
        settings["socket_options"] = configuration.socket_options
    if urlsplit(configuration.host).scheme == "https" or (proxy is not None and proxy.scheme == "https"):
        settings.update(_tls_settings(configuration))
    pools = urllib3.PoolManager(**settings) if proxy is None else _proxy_manager(configuration, proxy, settings)
    pools.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
    return pools


def _proxy_manager(configuration: Configuration, proxy: Url, settings: dict[str, Any]) -> urllib3.ProxyManager:
    headers = dict(configuration.proxy_headers or {})
    if proxy.auth:
        headers = {**urllib3.make_headers(proxy_basic_auth=unquote(proxy.auth)), **headers}
    return urllib3.ProxyManager(proxy._replace(auth=None).url, proxy_headers=headers, **settings)


def _tls_settings(configuration: Configuration) -> dict[str, Any]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if urllib3.__version__.startswith("1."):  # type: ignore[attr-defined]
        context.check_hostname = False  # urllib3 1.26 checks it itself, and does not pass IP addresses to OpenSSL
    if configuration.verify_ssl:
        context.load_verify_locations(configuration.ssl_ca_cert or _certifi_roots())
    else:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if configuration.cert_file:
        context.load_cert_chain(configuration.cert_file, configuration.key_file)
    settings: dict[str, Any] = {"ssl_context": context, "cert_reqs": context.verify_mode}
    if configuration.assert_hostname is not None:
        context.check_hostname = False  # urllib3 checks the name in `assert_hostname`
        settings["assert_hostname"] = configuration.assert_hostname
    return settings


def _certifi_roots() -> str:
    import certifi

    return certifi.where()


def proxy_for(configuration: Configuration) -> Url | None:
    """Return the proxy for the host: that of the configuration, else that of the environment; None without one.

    :raises ApiValueError: the address of the proxy is not supported. The message does not show the address, which may
        hold a password.
    """
    from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

    host = urlsplit(configuration.host)
    environment = getproxies_environment()
    bypass = {"no": configuration.no_proxy} if configuration.no_proxy else environment
    address = configuration.proxy or environment.get(host.scheme) or environment.get("all")
    if not address or proxy_bypass_environment(host.netloc, bypass):
        return None
    try:
        proxy = parse_url(address if "://" in address else f"http://{address}")
    except urllib3_errors.LocationValueError:
        proxy = Url()
    local = is_this_machine(host.hostname or "")
    if local and not configuration.proxy and not is_this_machine((proxy.host or "").strip("[]")):
        return None  # requests to this machine, which may carry credentials without TLS, do not leave it
    if proxy.scheme not in ("http", "https") or not proxy.host:
        raise ApiValueError(
            "the address of a proxy looks like http://127.0.0.1:3128 or https://...; it comes from the configuration, "
            "else from HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in the environment",
            ["proxy"],
        )
    return proxy
