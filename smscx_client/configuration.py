"""Who you are, where the API is, and how patient to be."""

from __future__ import annotations

import copy
import logging
import os
from typing import TYPE_CHECKING, Any, Callable, ClassVar

from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiAttributeError, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self

__all__ = ["Configuration"]

DEFAULT_HOST = "https://api.sms.cx"
API_VERSION = "1.0.2"
KEY_SCHEME = "ApiKeyAuth"
#: Seconds to connect, and to wait for the next piece of the answer.
DEFAULT_TIMEOUT = (5.0, 60.0)
#: Seconds that a call may take with all of its tries.
DEFAULT_TOTAL_TIMEOUT = 180.0

VALIDATIONS = frozenset(
    (
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
    )
)


class Configuration:
    """The settings of a client.

    Whatever is not given comes from the environment, where it has a variable: ``SMSCX_API_KEY``,
    ``SMSCX_ACCESS_TOKEN``, ``SMSCX_APPLICATION_ID``, ``SMSCX_APPLICATION_SECRET``, ``SMSCX_HOST``. An explicit argument
    wins, and with an explicit credential of any kind none is taken from the environment. An empty text counts as not
    given.

    :param host: the API's address, ``https://api.sms.cx`` by default.
    :param api_key: the key, as text or as ``{"ApiKeyAuth": "..."}``; sent as ``X-API-KEY``.
    :param api_key_prefix: what to put before the key, by scheme: ``{"ApiKeyAuth": "..."}``.
    :param access_token: an OAuth token, or a callable without arguments that returns one; sent as a bearer token.
    :param username: the application id, with which a token is fetched; the same as ``application_id``.
    :param password: the application secret; the same as ``application_secret``.
    :param discard_unknown_keys: drop unknown keys of a body given as a dict instead of refusing them.
    :param disabled_client_side_validations: rules that are not checked before sending, such as ``"maxLength,pattern"``.
    :param server_index, server_variables, server_operation_index, server_operation_variables: kept for today's users;
        the API has one server.
    :param ssl_ca_cert: a file with the certificates to trust instead of certifi's.
    :param application_id: the application id, with which a token is fetched.
    :param application_secret: the application secret.
    :param scope: the scopes that a fetched token shall have, separated by spaces; all of the application's when None.
    :param timeout: seconds, or ``(connect, read)`` seconds; None waits for ever. 5 and 60 by default.
    :param total_timeout: seconds that a call may take with all of its tries; None for no limit. 180 by default.
    :param max_retries: how often a request that cannot act twice is repeated, 0 to turn it off. 2 by default.
    :param auto_idempotency: give every send an ``idempotencyId`` that has none, so that it can be repeated safely. On
        by default.

    :raises ApiValueError: a setting cannot be used; the message says why and shows no secret.
    :raises ApiTypeError: an argument is unknown.

    Set after construction: ``verify_ssl`` (True), ``cert_file``, ``key_file``, ``assert_hostname``,
    ``connection_pool_maxsize`` (100 connections kept), ``proxy``, ``no_proxy``, ``proxy_headers``, ``retries`` (an int
    or a urllib3 ``Retry``; overrides ``max_retries``), ``socket_options``, ``debug``, ``logger_file``,
    ``logger_format``, ``temp_folder_path``, ``refresh_api_key_hook``, ``client_side_validation`` (True),
    ``safe_chars_for_path_param``.
    """

    _default: ClassVar[Configuration | None] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: str | Mapping[str, str] | None = None,
        api_key_prefix: Mapping[str, str] | None = None,
        access_token: str | Callable[[], str] | None = None,
        username: str | None = None,
        password: str | None = None,
        discard_unknown_keys: bool = False,
        disabled_client_side_validations: str = "",
        server_index: int | None = None,
        server_variables: Mapping[str, str] | None = None,
        server_operation_index: Mapping[str, int] | None = None,
        server_operation_variables: Mapping[str, Mapping[str, str]] | None = None,
        ssl_ca_cert: str | None = None,
        *,
        application_id: str | None = None,
        application_secret: str | None = None,
        scope: str | None = None,
        timeout: float | tuple[float | None, float | None] | None = DEFAULT_TIMEOUT,
        total_timeout: float | None = DEFAULT_TOTAL_TIMEOUT,
        max_retries: int = 2,
        auto_idempotency: bool = True,
        **unknown: Any,
    ):
        for name in unknown:
            raise ApiTypeError(
                f"Configuration has no argument `{name}`{did_you_mean(name, _arguments())}", key_type=True
            )
        given = (api_key, access_token, username or application_id, password or application_secret)
        environ = {} if any(given) else os.environ
        self.host = host or os.environ.get("SMSCX_HOST") or DEFAULT_HOST
        self.api_key: Any = api_key or environ.get("SMSCX_API_KEY") or {}
        self.api_key_prefix = dict(api_key_prefix or {})
        self.access_token = access_token or environ.get("SMSCX_ACCESS_TOKEN") or None
        self.username = username or application_id or environ.get("SMSCX_APPLICATION_ID") or None
        self.password = password or application_secret or environ.get("SMSCX_APPLICATION_SECRET") or None
        self.scope = scope
        self.discard_unknown_keys = discard_unknown_keys
        self.client_side_validation = True
        self.disabled_client_side_validations = disabled_client_side_validations
        self.server_index = 0 if server_index is None else server_index
        self.server_variables = dict(server_variables or {})
        self.server_operation_index = dict(server_operation_index or {})
        self.server_operation_variables = dict(server_operation_variables or {})
        self.timeout = timeout
        self.total_timeout = total_timeout
        self.max_retries = max_retries
        self.retries: Any = None
        self.auto_idempotency = auto_idempotency
        self.verify_ssl = True
        self.ssl_ca_cert = ssl_ca_cert
        self.cert_file: str | None = None
        self.key_file: str | None = None
        self.assert_hostname: str | bool | None = None
        self.connection_pool_maxsize = 100
        self.proxy: str | None = None
        self.no_proxy: str | None = None
        self.proxy_headers: dict[str, str] | None = None
        self.socket_options: list[Any] | None = None
        self.safe_chars_for_path_param = ""
        self.temp_folder_path: str | None = None
        self.refresh_api_key_hook: Callable[[Configuration], None] | None = None
        self.logger_format = "%(asctime)s %(levelname)s %(message)s"
        self.logger_file: str | None = None
        self.debug = False
        self._complete = True

    def __setattr__(self, name: str, value: Any) -> None:
        if "_complete" in self.__dict__ and name not in self.__dict__ and not hasattr(type(self), name):
            raise ApiAttributeError(f"Configuration has no setting `{name}`{did_you_mean(name, self.__dict__)}")
        check = _CHECKS.get(name)
        object.__setattr__(self, name, check(value) if check else value)
        if name == "logger_file":
            _log_to_file(value, self.logger_format)
        elif name == "debug":
            logging.getLogger("smscx_client").setLevel(logging.DEBUG if value else logging.NOTSET)

    @property
    def application_id(self) -> str | None:
        """The application id; the same as ``username``."""
        return self.username

    @application_id.setter
    def application_id(self, value: str | None) -> None:
        self.username = value

    @property
    def application_secret(self) -> str | None:
        """The application secret; the same as ``password``."""
        return self.password

    @application_secret.setter
    def application_secret(self, value: str | None) -> None:
        self.password = value

    @property
    def logger(self) -> dict[str, logging.Logger]:
        """The loggers that tell what the client does."""
        return {"package_logger": logging.getLogger("smscx_client"), "urllib3_logger": logging.getLogger("urllib3")}

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Make ``default`` what clients without a configuration start from; None to forget it."""
        Configuration._default = copy.deepcopy(default)

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """A copy of the default configuration; without one, a new configuration from the environment."""
        return copy.deepcopy(Configuration._default) if Configuration._default is not None else Configuration()

    get_default = get_default_copy

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """The API key of a scheme (``"ApiKeyAuth"``, or ``alias``) with its prefix; None without one."""
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        name = identifier if identifier in self.api_key or alias is None else alias
        key = self.api_key.get(name)
        prefix = self.api_key_prefix.get(name)
        return f"{prefix} {key}" if key and prefix else key

    def get_basic_auth_token(self) -> str:
        """The ``Authorization`` header made of application id and secret."""
        from base64 import b64encode

        return f"Basic {b64encode(f'{self.username or str()}:{self.password or str()}'.encode()).decode()}"

    def auth_settings(self) -> dict[str, dict[str, Any]]:
        """The credentials that are set, by security scheme, as headers."""
        found: dict[str, dict[str, Any]] = {}
        if self.api_key:
            key = self.get_api_key_with_prefix(KEY_SCHEME)
            found[KEY_SCHEME] = {"type": "api_key", "in": "header", "key": "X-API-KEY", "value": key}
        if self.username is not None and self.password is not None:
            basic = self.get_basic_auth_token()
            found["BasicAuth"] = {"type": "basic", "in": "header", "key": "Authorization", "value": basic}
        if self.access_token is not None:
            token = self.access_token() if callable(self.access_token) else self.access_token
            found["BearerAuth"] = {"type": "bearer", "in": "header", "key": "Authorization", "value": f"Bearer {token}"}
        return found

    def to_debug_report(self) -> str:
        """What to tell support: versions and platform, no secrets."""
        import platform

        from smscx_client import __version__

        return (
            "Python SDK Debug Report:\n"
            f"OS: {platform.platform()}\n"
            f"Python Version: {platform.python_version()}\n"
            f"Version of the API: {API_VERSION}\n"
            f"SDK Package Version: {__version__}"
        )

    def get_host_settings(self) -> list[dict[str, str]]:
        """The API's servers."""
        return [{"url": DEFAULT_HOST, "description": "The SMS Connexion API"}]

    def get_host_from_settings(
        self,
        index: int | None,
        variables: Mapping[str, str] | None = None,
        servers: list[dict[str, str]] | None = None,
    ) -> str:
        """The address of server number ``index``; the configured host when None."""
        if index is None:
            return str(self.host)
        servers = self.get_host_settings() if servers is None else servers
        if not 0 <= index < len(servers):
            raise ApiValueError(f"there are {len(servers)} servers, numbered from 0", ["index"])
        return servers[index]["url"]

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        made = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            shared = callable(value) or name == "retries"
            object.__setattr__(made, name, value if shared else copy.deepcopy(value, memo))
        return made

    def __repr__(self) -> str:
        shown = {"host": self.host}
        shown.update({name: "***" for name in ("api_key", "access_token", "password") if getattr(self, name)})
        return f"Configuration({', '.join(f'{name}={value!r}' for name, value in shown.items())})"


def _arguments() -> list[str]:
    code = Configuration.__init__.__code__
    return list(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])


def _host(value: Any) -> str:
    from urllib.parse import urlsplit

    try:
        told = urlsplit(value)
        port_is_fine = told.port is None or told.port > 0
    except (TypeError, ValueError, AttributeError):
        raise ApiValueError("is no address such as https://api.sms.cx", ["host"]) from None
    if told.scheme not in ("http", "https") or not told.hostname or not port_is_fine or not value.isprintable():
        raise ApiValueError("must be an address that begins with https:// or http://", ["host"])
    if told.username is not None or told.query or told.fragment or " " in value:
        raise ApiValueError("takes scheme, name, port and path only, no credentials, query or fragment", ["host"])
    return str(value).rstrip("/")


def _secret(name: str) -> Callable[[Any], Any]:
    """A check of a value that becomes a header; its message does not show it."""

    def check(value: Any) -> Any:
        if value is None or callable(value):
            return value
        if not isinstance(value, str):
            raise ApiTypeError(f"must be text, not {type(value).__name__}", [name])
        if not (value.isascii() and value.isprintable()):
            raise ApiValueError("has characters that a header cannot carry, such as a line break", [name])
        return value

    return check


def _api_key(value: Any) -> dict[str, str]:
    keys = {KEY_SCHEME: value} if isinstance(value, str) else value
    if not hasattr(keys, "items"):
        raise ApiTypeError(f'must be text or {{"{KEY_SCHEME}": "..."}}, not {type(value).__name__}', ["api_key"])
    return {name: _secret("api_key")(key) for name, key in keys.items() if key}


def _seconds(name: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        for one in value if isinstance(value, (tuple, list)) and len(value) == 2 else (value,):
            if one is not None and (isinstance(one, bool) or not isinstance(one, (int, float)) or not one > 0):
                raise ApiValueError("must be a positive number of seconds, or None for no limit", [name])
        return tuple(value) if isinstance(value, (tuple, list)) else value

    return check


def _count(name: str, least: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise ApiValueError(f"must be a whole number, at least {least}", [name])
        return value

    return check


def _validations(value: Any) -> str:
    if not isinstance(value, str):
        raise ApiTypeError("must be text: names separated by commas", ["disabled_client_side_validations"])
    for name in filter(None, (one.strip() for one in value.split(","))):
        if name not in VALIDATIONS:
            known = ", ".join(sorted(VALIDATIONS))
            raise ApiValueError(f"knows no `{name}`; it knows {known}", ["disabled_client_side_validations"])
    return value


#: What is done to a setting before it is taken.
_CHECKS: dict[str, Callable[[Any], Any]] = {
    "host": _host,
    "api_key": _api_key,
    "access_token": _secret("access_token"),
    "username": _secret("username"),
    "password": _secret("password"),
    "timeout": _seconds("timeout"),
    "total_timeout": _seconds("total_timeout"),
    "max_retries": _count("max_retries", 0),
    "connection_pool_maxsize": _count("connection_pool_maxsize", 1),
    "disabled_client_side_validations": _validations,
}


def _log_to_file(path: str | None, layout: str) -> None:
    """Let the client's logger write to ``path`` and to no other file that was set here before."""
    logger = logging.getLogger("smscx_client")
    for handler in [one for one in logger.handlers if isinstance(one, _FileHandler)]:
        logger.removeHandler(handler)
        handler.close()
    if path:
        added = _FileHandler(path, encoding="utf-8", delay=True)
        added.setFormatter(logging.Formatter(layout))
        logger.addHandler(added)


class _FileHandler(logging.FileHandler):
    """The handler of ``logger_file``, told apart from those that a program adds by itself."""
