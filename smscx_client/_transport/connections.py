"""Connections: pools, TLS, proxies."""

from __future__ import annotations

import os
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from weakref import WeakValueDictionary

import urllib3
from urllib3 import exceptions as urllib3_errors
from urllib3.util import Url, parse_url

from smscx_client._transport.hosts import is_this_machine
from smscx_client._transport.pools import POOLS
from smscx_client.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smscx_client.configuration import Configuration

__all__ = ["early_tls_settings", "pool_manager", "proxy_for", "tls_settings"]


def pool_manager(configuration: Configuration, proxy: Url | None) -> urllib3.PoolManager:
    """Return a pool manager for the host of ``configuration``, through ``proxy`` if there is one."""
    settings: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize or 100}
    if configuration.socket_options is not None:
        settings["socket_options"] = configuration.socket_options
    if urlsplit(configuration.host).scheme == "https" or (proxy is not None and proxy.scheme == "https"):
        settings.update(tls_settings(configuration))
    pools = urllib3.PoolManager(**settings) if proxy is None else _proxy_manager(configuration, proxy, settings)
    pools.pool_classes_by_scheme = POOLS
    return pools


def _proxy_manager(configuration: Configuration, proxy: Url, settings: dict[str, Any]) -> urllib3.ProxyManager:
    headers = dict(configuration.proxy_headers or {})
    if proxy.auth:
        headers = {**urllib3.make_headers(proxy_basic_auth=unquote(proxy.auth)), **headers}
    return urllib3.ProxyManager(
        proxy._replace(auth=None).url,
        proxy_headers=headers,
        proxy_ssl_context=settings.get("ssl_context") if proxy.scheme == "https" else None,
        **settings,
    )


def early_tls_settings(configuration: Configuration) -> dict[str, Any] | None:
    """Read the certificates that the configuration names, so that an error in them is raised at once.

    Those of the environment must exist, but are read when the first connection is opened, as those of the system.

    :return: the TLS settings; None if the configuration names no certificates, or nothing is encrypted.
    :raises ApiValueError: a file of certificates does not exist or cannot be used.
    """
    if "https" not in (urlsplit(configuration.host).scheme, urlsplit(configuration.proxy or "").scheme):
        return None
    if configuration.ssl_ca_cert or configuration.cert_file or configuration.key_file:
        return tls_settings(configuration)
    with _named_files(SSL_CERT_FILE=os.environ.get("SSL_CERT_FILE"), SSL_CERT_DIR=os.environ.get("SSL_CERT_DIR")):
        return None


def _certificate_files(configuration: Configuration) -> tuple[str | None, ...]:
    named = (configuration.ssl_ca_cert, configuration.cert_file, configuration.key_file)
    return (*named, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


#: The contexts in use, by what they are made from: clients with equal TLS settings share one.
_contexts: WeakValueDictionary[Any, ssl.SSLContext] = WeakValueDictionary()


def tls_settings(configuration: Configuration) -> dict[str, Any]:
    """Return the TLS settings of the pools: an ``SSLContext`` and how the certificate of the server is checked.

    :raises ApiValueError: a file of certificates does not exist or cannot be used.
    """
    files = _certificate_files(configuration)
    key = (configuration.verify_ssl, configuration.assert_hostname is None, files, tuple(map(_state_of, files)))
    context = _contexts.get(key)
    if context is None:
        context = _contexts.setdefault(key, _new_context(configuration))
    settings: dict[str, Any] = {"ssl_context": context, "cert_reqs": context.verify_mode}
    if configuration.assert_hostname is not None:
        settings["assert_hostname"] = configuration.assert_hostname
    return settings


def _state_of(path: str | None) -> tuple[int, int] | None:
    """What changes when a file changes, so that a new client reads it again."""
    try:
        state = os.stat(path) if path else None  # noqa: PTH116 - a setting of the user, as it is
    except (OSError, ValueError):
        return None
    return state and (state.st_mtime_ns, state.st_size)


def _new_context(configuration: Configuration) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if urllib3.__version__.startswith("1."):  # type: ignore[attr-defined]
        context.check_hostname = False  # urllib3 1.26 checks it itself, and does not pass IP addresses to OpenSSL
    if configuration.verify_ssl:
        _trust(context, configuration.ssl_ca_cert)
    else:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if configuration.key_file and not configuration.cert_file:
        raise ApiValueError("needs cert_file, the certificate that the key belongs to", ["key_file"])
    if configuration.cert_file:
        with _named_files(cert_file=configuration.cert_file, key_file=configuration.key_file):
            context.load_cert_chain(configuration.cert_file, configuration.key_file)
    if configuration.assert_hostname is not None:
        context.check_hostname = False  # urllib3 checks the name in `assert_hostname`
    return context


def _trust(context: ssl.SSLContext, ssl_ca_cert: str | None) -> None:
    """Load the trusted certificates: of the setting, else of the environment, else of the system and certifi."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if ssl_ca_cert:
        with _named_files(ssl_ca_cert=ssl_ca_cert):
            context.load_verify_locations(ssl_ca_cert)
    elif file or folder:
        with _named_files(SSL_CERT_FILE=file, SSL_CERT_DIR=folder):
            context.load_verify_locations(file or None, folder or None)
    else:
        import certifi

        context.load_default_certs()
        context.load_verify_locations(certifi.where())


@contextmanager
def _named_files(**paths: str | None) -> Iterator[None]:
    """Name the setting and the file in the error for a file that cannot be used.

    :raises ApiValueError: a file does not exist, or is not what it has to be.
    """
    given = {setting: path for setting, path in paths.items() if path}
    for setting, path in given.items():
        if not os.path.exists(path):  # noqa: PTH110 - a setting of the user, as it is
            raise ApiValueError(f"there is no file or folder {path}", [setting])
    try:
        yield
    except (OSError, ValueError) as error:  # an ssl.SSLError is an OSError
        files = " and ".join(given.values())
        raise ApiValueError(
            f"cannot use {files} as certificates or key in PEM format: {error}", [next(iter(given))]
        ) from error


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
    supported = proxy.scheme in ("http", "https") and bool(proxy.host)
    is_local = supported and is_this_machine((proxy.host or "").strip("[]"))
    if is_this_machine(host.hostname or "") and not configuration.proxy and not is_local:
        return None  # requests to this machine, which may carry credentials without TLS, do not leave it
    if not supported:
        raise ApiValueError(
            "the address of a proxy looks like http://127.0.0.1:3128 or https://...; it comes from the configuration, "
            "else from HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in the environment",
            ["proxy"],
        )
    return proxy
