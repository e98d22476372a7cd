"""The settings of a client: credentials, host, time limits, TLS, proxy, logging.

A :class:`Configuration` checks each setting when it is set, its name included (a misspelt ``verify_ssl`` raises an
error), and never prints a secret.
"""

from __future__ import annotations

import logging
import os
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from smscx_client._headers import is_header_value
from smscx_client._suggest import did_you_mean
from smscx_client._timeouts import checked_seconds, checked_timeout, longest_of
from smscx_client._version import __version__
from smscx_client.exceptions import ApiAttributeError, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from typing_extensions import Self

    from smscx_client._timeouts import Timeout
    from smscx_client.events import CallEvent

__all__ = ["OF_CLIENT", "Configuration", "basic_credentials"]

API_VERSION = "1.0.2"
_SERVERS: tuple[dict[str, Any], ...] = ({"url": "https://api.sms.cx", "description": "The SMS Connexion API"},)
_KEY_SCHEME = "ApiKeyAuth"
_LOGGER = logging.getLogger("smscx_client")

#: For each kind of credential: its attributes, and the environment variable that each attribute is read from.
_CREDENTIALS: tuple[dict[str, str], ...] = (
    {"api_key": "SMSCX_API_KEY"},
    {"access_token": "SMSCX_ACCESS_TOKEN"},  # a variable's name, no secret  # nosec B105
    {"username": "SMSCX_APPLICATION_ID", "password": "SMSCX_APPLICATION_SECRET"},  # nosec B105
)

_ALIASES = {"application_id": "username", "application_secret": "password"}  # names of settings  # nosec B105

#: The settings that connections are made with.
_OF_CONNECTIONS = frozenset(
    (
        *("host", "verify_ssl", "ssl_ca_cert", "cert_file", "key_file", "assert_hostname", "connection_pool_maxsize"),
        *("proxy", "no_proxy", "proxy_headers", "socket_options"),
    )
)

#: The settings that all calls of a client share.
OF_CLIENT = _OF_CONNECTIONS.union(
    ("server_index", "server_variables", "server_operation_index", "server_operation_variables", "allow_http"),
    ("debug", "logger", "logger_file", "logger_format"),
)

#: The rules that ``disabled_client_side_validations`` can turn off.
_VALIDATIONS = (
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "maxProperties",
    "maxItems",
    "minItems",
)


class Configuration:
    """The settings of a client. Every argument is also an attribute; the other attributes are set afterwards.

    A setting that is not given is read from the environment: ``SMSCX_HOST``, ``SMSCX_API_KEY``,
    ``SMSCX_ACCESS_TOKEN``, ``SMSCX_APPLICATION_ID``, ``SMSCX_APPLICATION_SECRET``. An argument or attribute takes
    precedence over the environment. If one credential is given, no credential of another kind is read from the
    environment: an API key there never replaces the token that a program sets. Empty text counts as not given.

    :param host: the URL of the API; ``https://api.sms.cx`` by default.
    :param api_key: the API key, as text or as ``{"ApiKeyAuth": "..."}``; sent in ``X-API-KEY``.
    :param api_key_prefix: text to send before the key: ``{"ApiKeyAuth": "..."}``.
    :param access_token: an OAuth token, or a callable without arguments that returns one; sent as bearer token.
    :param username: the application id, to fetch tokens with; the same as ``application_id``.
    :param password: the application secret; the same as ``application_secret``.
    :param discard_unknown_keys: leave unknown fields out of a body given as a dict, instead of raising an error.
    :param disabled_client_side_validations: rules that are not checked before sending, separated by commas:
        ``multipleOf``, ``maximum``, ``exclusiveMaximum``, ``minimum``, ``exclusiveMinimum``, ``maxLength``,
        ``minLength``, ``pattern``, ``format``, ``maxProperties``, ``maxItems``, ``minItems``.
    :param server_index: the number of the server. The API has one, number 0. ``host`` takes precedence.
    :param server_variables: values for the placeholders in the URL of a server. The URL of the API has none.
    :param server_operation_index: as ``server_index``, for single operations. The API has no servers for them.
    :param server_operation_variables: as ``server_variables``, for single operations.
    :param ssl_ca_cert: a file of certificates to trust instead of those of certifi.
    :param application_id: the application id.
    :param application_secret: the application secret.
    :param scope: the scopes to fetch tokens for, separated by spaces; None for all that the application has.
    :param timeout: seconds, or ``(connect, read)`` seconds, for one try of a call; None for no limit.
    :param total_timeout: seconds for a call with all tries and the pauses between them; None for no limit.
    :param max_retries: how often a call that cannot act twice is repeated after a failure; 0 for never.
    :param auto_idempotency: send every message with an ``idempotencyId``, a new one if the caller gives none, so that
        the request can be repeated without sending the message twice.
    :param allow_http: also send credentials to an ``http://`` host, where anybody on the network can read them. For
        this machine (``localhost``, 127.0.0.0/8, ``::1``) that is always allowed.
    :param log_content: let the logs contain phone numbers, texts and PINs: whole responses at DEBUG, and the URLs in
        the log of urllib3. The exceptions of events then have their messages.
    :param on_event: called with a :class:`~smscx_client.CallEvent` at the end of each try and of each call, in the
        thread of the call; or a list of such callables, in which None stands for none. What it returns or raises does
        not affect the call.
    :raises ApiValueError: a setting has a value that cannot be used. The message does not show secrets.
    :raises ApiTypeError: a setting is of the wrong type, or there is no such argument.

    Example::

        configuration = smscx_client.Configuration(api_key="...", total_timeout=20)
        client = smscx_client.Client(configuration=configuration)
    """

    host: str
    server_index: int | None
    server_variables: dict[str, str]
    server_operation_index: dict[str, int]
    server_operation_variables: dict[str, Any]
    api_key_prefix: dict[str, str]
    access_token: str | Callable[[], str] | None
    username: str | None
    password: str | None
    scope: str | None
    discard_unknown_keys: bool
    disabled_client_side_validations: str
    ssl_ca_cert: str | None
    timeout: Timeout
    total_timeout: float | None
    max_retries: int
    auto_idempotency: bool
    allow_http: bool
    log_content: bool
    on_event: Callable[[CallEvent], object] | None

    refresh_api_key_hook: Callable[[Configuration], object] | None = None
    """Called with the configuration before the API key is read, to set a new key."""
    client_side_validation: bool = True
    """Whether the rules for values (length, range, pattern ...) are checked before sending."""
    retries: Any = None
    """The name of ``max_retries`` in the published client: an int or a ``urllib3.Retry``. It is used unless None."""
    verify_ssl: bool = True
    """Whether to verify the certificate of the server. If not, anybody on the network can read keys and messages."""
    cert_file: str | None = None
    """A file with the certificate of this client."""
    key_file: str | None = None
    """A file with the private key, if ``cert_file`` does not contain it."""
    assert_hostname: Any = None
    """The host name that the certificate of the server must have, if not that of ``host``; False for any name."""
    connection_pool_maxsize: int | None = 100
    """The number of connections that stay open for later calls; None for 100."""
    proxy: str | None = None
    """The address of a proxy; None for the proxy in the environment, if any."""
    no_proxy: str | None = None
    """Hosts that are reached without a proxy, separated by commas."""
    proxy_headers: dict[str, str] | None = None
    """Headers for the proxy."""
    socket_options: Sequence[tuple[int, int, int | bytes]] | None = None
    """Options for the socket of every connection; None for the defaults of urllib3."""
    safe_chars_for_path_param: str = ""
    """Characters that stay unquoted in path parameters."""
    temp_folder_path: str | None = None
    """The folder for downloads; None for the temporary folder of the system."""

    _default: ClassVar[Configuration | None] = None
    _from_environment: frozenset[str] = frozenset()
    #: Counts the changes of settings that connections are made with, so that a client applies them.
    _connection_changes: int = 0
    #: Whether it belongs to a client of ``with_options``, which uses the connections of another client.
    _of_calls: bool = False
    _level_before_debug: int | None = None
    _logger_file: str | None = None
    _logger_format: str = "%(asctime)s %(levelname)s %(message)s"

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
        server_operation_variables: Mapping[str, Any] | None = None,
        ssl_ca_cert: str | None = None,
        *,
        application_id: str | None = None,
        application_secret: str | None = None,
        scope: str | None = None,
        timeout: Timeout = (5.0, 60.0),
        total_timeout: float | None = 180.0,
        max_retries: int = 2,
        auto_idempotency: bool = True,
        allow_http: bool = False,
        log_content: bool = False,
        on_event: Callable[[CallEvent], object] | Sequence[Callable[[CallEvent], object] | None] | None = None,
        **unknown: NoReturn,
    ):
        for name in unknown:
            raise ApiTypeError(_no_argument(type(self), name), key_type=True)
        self._set_credentials(
            api_key=_checked_api_key(api_key, "api_key"),
            access_token=access_token,
            username=_one_of("username", username, "application_id", application_id),
            password=_one_of("password", password, "application_secret", application_secret),
        )
        self.api_key_prefix = _copied(api_key_prefix, "api_key_prefix")
        self.scope = scope
        self._set_server(host, server_index, _copied(server_variables, "server_variables"))
        self.server_operation_index = _copied(server_operation_index, "server_operation_index")
        self.server_operation_variables = _copied(server_operation_variables, "server_operation_variables")
        self.discard_unknown_keys = discard_unknown_keys
        self.disabled_client_side_validations = disabled_client_side_validations
        self.ssl_ca_cert = ssl_ca_cert
        self.timeout = timeout
        self.total_timeout = total_timeout
        self.max_retries = max_retries
        self.auto_idempotency = auto_idempotency
        self.allow_http = allow_http
        self.log_content = log_content
        self.on_event = on_event  # type: ignore[assignment]

    def _set_credentials(self, **given: Any) -> None:
        explicit = {name: value for name, value in given.items() if value}
        found = {}
        for variables in _CREDENTIALS:
            if not explicit or explicit.keys() & variables.keys():
                found.update({name: _environment(variable, _checked_secret) for name, variable in variables.items()})
        for name in given:
            setattr(self, name, explicit.get(name) or found.get(name))
        self._from_environment = frozenset(found.keys() - explicit.keys())

    def _set_server(self, host: str | None, index: int | None, variables: dict[str, str]) -> None:
        given = host or (_environment("SMSCX_HOST", _checked_host) if index is None else None)
        self.server_index = index if given else index or 0
        self.server_variables = variables
        self.host = given or self.get_host_from_settings(self.server_index, variables)

    if not TYPE_CHECKING:  # type checkers take a class with __setattr__ for one that has every attribute

        def __setattr__(self, name: str, value: Any) -> None:
            cls = type(self)
            if not (name.startswith("_") or hasattr(cls, name) or name in setting_names(cls)):
                raise ApiAttributeError(
                    f"Configuration has no setting `{name}`{did_you_mean(name, setting_names(cls))}"
                )
            if self._of_calls and name in OF_CLIENT:
                raise ApiAttributeError(
                    f"`{name}` cannot differ from call to call: set it on the client that with_options was called on"
                )
            checked = _CHECKED.get(name)
            object.__setattr__(self, name, value if checked is None else checked(value, name))
            if name in _OF_CONNECTIONS:
                self._connection_changes += 1
            if self._from_environment and value:
                self._drop_other_credentials(name)

    def _drop_other_credentials(self, name: str) -> None:
        """Remove the credentials of the environment when a credential of another kind is set."""
        kind = next((variables.keys() for variables in _CREDENTIALS if name in variables), None)
        if kind is not None:
            others, self._from_environment = self._from_environment - kind, frozenset()
            for other in others:
                setattr(self, other, None)

    @property
    def api_key(self) -> dict[str, str]:
        """The API key as ``{"ApiKeyAuth": "..."}``; empty without one. Can be set to text."""
        return self._api_key

    @api_key.setter
    def api_key(self, value: str | Mapping[str, str] | None) -> None:
        self._api_key: dict[str, str] = _checked_api_key(value, "api_key")

    @property
    def application_id(self) -> str | None:
        """The application id; another name of ``username``."""
        return self.username

    @application_id.setter
    def application_id(self, value: str | None) -> None:
        self.username = value

    @property
    def application_secret(self) -> str | None:
        """The application secret; another name of ``password``."""
        return self.password

    @application_secret.setter
    def application_secret(self, value: str | None) -> None:
        self.password = value

    @property
    def logger(self) -> dict[str, logging.Logger]:
        """The loggers of the library and of urllib3. All configurations of a process share them."""
        return {"package_logger": _LOGGER, "urllib3_logger": logging.getLogger("urllib3")}

    @property
    def debug(self) -> bool:
        """Whether this configuration has set the logger ``smscx_client`` to DEBUG. False restores its level.

        To see the log, also add a handler or set ``logger_file``.
        """
        return self._level_before_debug is not None

    @debug.setter
    def debug(self, value: bool) -> None:
        if value and self._level_before_debug is None:
            self._level_before_debug = _LOGGER.level
            _LOGGER.setLevel(logging.DEBUG)
        elif not value and self._level_before_debug is not None:
            _LOGGER.setLevel(self._level_before_debug)
            self._level_before_debug = None

    @property
    def logger_file(self) -> str | None:
        """A file that the logger ``smscx_client`` also writes to; None for none."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | os.PathLike[str] | None) -> None:
        from pathlib import Path

        path = os.path.abspath(_checked_path(value, "logger_file")) if value else None  # noqa: PTH100 - as logging does
        if path and not Path(path).parent.is_dir():
            raise ApiValueError(f"there is no folder {Path(path).parent}", ["logger_file"])
        for handler in _file_handlers(self._logger_file):
            _LOGGER.removeHandler(handler)
            handler.close()
        self._logger_file = path
        self._log_to_file()

    def _log_to_file(self) -> None:
        if self._logger_file and not _file_handlers(self._logger_file):
            handler = _FileHandler(self._logger_file, encoding="utf-8", delay=True)
            handler.setFormatter(logging.Formatter(self._logger_format))
            _LOGGER.addHandler(handler)

    @property
    def logger_format(self) -> str:
        """The format of lines in ``logger_file``, for :mod:`logging`, in ``%`` style."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        try:
            formatter = logging.Formatter(_checked_text(value, "logger_format"))
        except ValueError as error:
            raise ApiValueError(str(error), ["logger_format"]) from None
        self._logger_format = value
        for handler in _file_handlers(self._logger_file):
            handler.setFormatter(formatter)

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Set a copy of ``default`` as the configuration of clients without one; None removes it.

        :param default: the configuration; later changes to it have no effect.
        """
        from copy import deepcopy

        Configuration._default = deepcopy(default)

    @classmethod
    def get_default(cls) -> Configuration:
        """Return the default itself, made from the environment if there is none. Changes to it affect later clients."""
        if Configuration._default is None:
            Configuration._default = Configuration()
        return Configuration._default

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """Return a copy of the default, or a new configuration from the environment if there is none."""
        from copy import deepcopy

        return deepcopy(Configuration._default) if Configuration._default is not None else Configuration()

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """Return the API key for ``identifier`` (``"ApiKeyAuth"``), else for ``alias``, with its prefix, or None.

        :param identifier: the name of the security scheme.
        :param alias: another name to look for.
        :raises ApiValueError: it has characters that a header cannot have.
        """
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self._api_key.get(identifier) or self._api_key.get(alias or identifier)
        if not key:
            return None
        prefix = self.api_key_prefix.get(identifier)
        return _checked_secret(f"{prefix} {key}" if prefix else key, "api_key")

    def get_bearer_token(self) -> str | None:
        """Return the access token, from the callable if ``access_token`` is one; None without one.

        :raises ApiTypeError: the callable did not return text.
        :raises ApiValueError: it has characters that a header cannot have.
        """
        token = self.access_token
        return _checked_secret(token(), "access_token()") if callable(token) else token

    def get_basic_auth_token(self) -> str:
        """Return the value of the ``Authorization`` header for application id and secret.

        :raises ApiValueError: one of them is not set.
        """
        if not (self.username and self.password):
            raise ApiValueError(
                _half_of_application(self.username, self.password)
                or "application id and secret are not set: set Configuration(application_id=..., "
                "application_secret=...) or SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET"
            )
        return basic_credentials(self.username, self.password)

    def auth_settings(self) -> dict[str, dict[str, str]]:
        """Return the credentials that are set, as headers, by security scheme. They are not masked."""
        found: dict[str, tuple[str, str, str]] = {}
        key = self.get_api_key_with_prefix(_KEY_SCHEME)
        if key:
            found[_KEY_SCHEME] = ("api_key", "X-API-KEY", key)
        if self.username and self.password:
            found["BasicAuth"] = ("basic", "Authorization", self.get_basic_auth_token())
        token = self.get_bearer_token()
        if token:
            found["BearerAuth"] = ("bearer", "Authorization", f"Bearer {token}")
        return {
            scheme: {"type": kind, "in": "header", "key": header, "value": value}
            for scheme, (kind, header, value) in found.items()
        }

    def to_debug_report(self) -> str:
        """Return the platform and the versions, for a bug report. Settings are not included."""
        import platform

        return (
            "Python SDK Debug Report:\n"
            f"OS: {platform.platform()}\n"
            f"Python Version: {platform.python_version()}\n"
            f"Version of the API: {API_VERSION}\n"
            f"SDK Package Version: {__version__}"
        )

    def get_host_settings(self) -> list[dict[str, Any]]:
        """Return the servers of the API."""
        return [dict(server) for server in _SERVERS]

    def get_host_from_settings(
        self,
        index: int | None,
        variables: Mapping[str, str] | None = None,
        servers: Sequence[Mapping[str, Any]] | None = None,
    ) -> str:
        """Return the URL of a server; ``host`` if ``index`` is None.

        :param index: the index in ``servers``.
        :param variables: values for the placeholders in its URL, if not their defaults.
        :param servers: the servers to choose from; those of the API if None.
        :raises ApiValueError: there is no such server, or a value is not allowed.
        """
        if index is None:
            return self.host
        servers = _SERVERS if servers is None else servers
        if index not in range(len(servers)):
            raise ApiValueError(f"there is no server {index!r}; the last is {len(servers) - 1}", ["server_index"])
        url = str(servers[index]["url"])
        for name, variable in servers[index].get("variables", {}).items():
            value = str((variables or {}).get(name, variable["default_value"]))
            allowed = variable.get("enum_values")
            if allowed and value not in allowed:
                raise ApiValueError(f"must be one of {', '.join(allowed)}", ["server_variables", name])
            url = url.replace(f"{{{name}}}", value)
        return url

    def _for_calls(self, settings: Mapping[str, Any]) -> Self:
        """A copy with other settings of a call. A credential of one kind replaces those of the other kinds.

        A ``timeout`` that is longer than ``total_timeout`` lengthens it too, unless both are given.
        """
        copied = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            copied.__dict__[name] = value.copy() if isinstance(value, dict) else value
        copied._of_calls = True
        given = {_ALIASES.get(name, name) for name, value in settings.items() if value}
        if any(given & kind.keys() for kind in _CREDENTIALS):
            replaced = [name for kind in _CREDENTIALS if not given & kind.keys() for name in kind]
            for name in ("refresh_api_key_hook", *replaced):
                setattr(copied, name, None)
        for name, value in settings.items():
            setattr(copied, name, value)
        if "timeout" in settings and "total_timeout" not in settings:
            copied.total_timeout = longest_of(copied.timeout, copied.total_timeout)
        return copied

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        from copy import deepcopy

        copied = type(self).__new__(type(self))
        memo[id(self)] = copied
        for name, value in self.__dict__.items():  # copies share a callable that returns tokens
            copied.__dict__[name] = value if callable(value) else deepcopy(value, memo)
        return copied

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        if self.debug:
            _LOGGER.setLevel(logging.DEBUG)
        self._log_to_file()

    def __repr__(self) -> str:
        shown: dict[str, Any] = {"host": self.host}
        shown.update({name: "***" for variables in _CREDENTIALS for name in variables if getattr(self, name)})
        shown.update(timeout=self.timeout, max_retries=self.max_retries)
        if not self.verify_ssl:
            shown["verify_ssl"] = False
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"


def basic_credentials(application_id: str, secret: str) -> str:
    """Return the ``Authorization`` header for application id and secret."""
    return f"Basic {b64encode(f'{application_id}:{secret}'.encode()).decode()}"


def _half_of_application(application_id: str | None, secret: str | None) -> str | None:
    """The message for an application of which one credential is missing; None if it has both or none."""
    if bool(application_id) == bool(secret):
        return None
    given, missing = "application_id", "application_secret"
    if secret:
        given, missing = missing, given
    return f"{given} is set, but {missing} is not: set Configuration({missing}=...) or SMSCX_{missing.upper()}"


@cache  # every new attribute is looked up in it
def setting_names(cls: type[Configuration]) -> frozenset[str]:
    """The names of all settings: the annotations of ``cls`` and its bases, and their properties."""
    annotated = {name for base in cls.__mro__ for name in getattr(base, "__annotations__", ())}
    properties = {name for base in cls.__mro__ for name, value in vars(base).items() if isinstance(value, property)}
    return frozenset(name for name in annotated | properties if not name.startswith("_"))


def _no_argument(cls: type[Configuration], name: str) -> str:
    settings = setting_names(cls)  # type: ignore[arg-type]  # a class has a hash, whatever its objects have
    if name in settings:
        return f"`{name}` is not an argument of {cls.__name__}: set it afterwards, as in configuration.{name} = ..."
    return f"unknown argument `{name}`{did_you_mean(name, settings)}"


def _one_of(name: str, value: str | None, alias: str, other: str | None) -> Any:
    if value and other and value != other:
        raise ApiValueError(f"`{name}` and `{alias}` are two names of one setting; use one of them")
    return value or _CHECKED[alias](other or None, alias)


def _environment(variable: str, checked: Callable[[Any, str], Any]) -> Any:
    value = os.environ.get(variable)
    return checked(value, variable) if value else None


def _optional(checked: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    return lambda value, name: None if value is None else checked(value, name)


def _checked_secret(value: Any, name: str) -> str:
    """Return a secret that can be the value of a header. No message shows it."""
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    if not is_header_value(value):
        raise ApiValueError(
            "has a line break or another character that an HTTP header cannot have; "
            "text read from a file often ends with a line break: use .strip()",
            [name],
        )
    return value


def _checked_token(value: Any, name: str) -> Any:
    if callable(value):
        return value
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, or a callable that returns one, not {type(value).__name__}", [name])
    return _checked_secret(value, name)


def _checked_application_id(value: Any, name: str) -> str:
    if isinstance(value, str) and ":" in value:
        raise ApiValueError("an application id has no colon; does the value also contain the secret?", [name])
    return _checked_secret(value, name)


class _ApiKeys(dict[str, str]):
    """The API key as a dict. It also equals the key itself, the form in which published clients keep text."""

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        return self.get(_KEY_SCHEME) == other if isinstance(other, str) else super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other


def _checked_api_key(value: Any, name: str) -> _ApiKeys:
    keys = {_KEY_SCHEME: value} if isinstance(value, str) else value or {}
    if not isinstance(keys, Mapping):
        raise ApiTypeError(f'must be a str or {{"{_KEY_SCHEME}": "..."}}, not {type(value).__name__}', [name])
    if keys.keys() - {_KEY_SCHEME}:  # not shown: a name may be an API key by mistake
        raise ApiValueError(f'as a dict, it has one key, "{_KEY_SCHEME}"', [name])
    return _ApiKeys((scheme, _checked_secret(key, name)) for scheme, key in keys.items() if key)


def _checked_host(value: Any, name: str) -> str:
    """Return a URL without the slash at its end. No message shows it, because it may contain a password."""
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    problem = _problem_of_url(value)
    if problem:
        raise ApiValueError(f"{problem}; the URL of the API is {_SERVERS[0]['url']}", [name])
    return value.rstrip("/")


def _problem_of_url(text: str) -> str | None:
    if not text.isprintable() or " " in text or "\\" in text:  # before urlsplit, which removes some of them
        return "must have no spaces, control characters or backslashes"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "is not a URL, or its port is not a number up to 65535"
    problems = (
        ("@" in parts.netloc, "must have no user name and password; credentials have their own arguments"),
        (parts.scheme not in ("http", "https"), "must begin with https:// or http://"),
        (not parts.hostname, "must have a host name after https://"),
        ("[" in parts.netloc and not parts.netloc.startswith("["), "is not a URL: it has misplaced brackets"),
        (port == 0, "must have a port from 1 to 65535, or no port"),
        ("?" in text or "#" in text, "must end before any ? or #"),
    )
    return next((problem for found, problem in problems if found), None)


def _checked_count(least: int) -> Callable[[Any, str], int]:
    def checked(value: Any, name: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise ApiTypeError(f"must be an int, not {type(value).__name__}", [name])
        if value < least:
            raise ApiValueError(f"must be {least} or more", [name])
        return value

    return checked


def _checked_retries(value: Any, name: str) -> Any:
    """Return an int, or an object like ``urllib3.Retry`` whose ``total`` is one."""
    total = getattr(value, "total", value)
    if not (total is None or total is False or isinstance(total, int)):
        raise ApiTypeError(f"must be an int or a urllib3.Retry, not {type(value).__name__}", [name])
    if total is not None and total < 0:
        raise ApiValueError("must be 0 or more", [name])
    return value


def _checked_flag(value: Any, name: str) -> bool:
    if value not in (True, False):
        raise ApiTypeError(f"must be True or False, not {type(value).__name__}", [name])
    return bool(value)


def _checked_validations(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str of names separated by commas, not {type(value).__name__}", [name])
    for rule in filter(None, map(str.strip, value.split(","))):
        if rule not in _VALIDATIONS:
            raise ApiValueError(f"there is no rule `{rule}`; the rules are {', '.join(_VALIDATIONS)}", [name])
    return value


#: The flag of ``inspect.CO_COROUTINE``; importing inspect would double the time of this import.
_CO_COROUTINE = 0x80


def _checked_on_event(value: Any, name: str) -> Callable[[CallEvent], object]:
    for one in value if isinstance(value, (list, tuple)) else (value,):
        if getattr(getattr(one, "__code__", None), "co_flags", 0) & _CO_COROUTINE:
            raise ApiTypeError("must be a plain function: it is called in the thread of the call, not awaited", [name])
    if callable(value):
        consumer: Callable[[CallEvent], object] = value
        return consumer
    if isinstance(value, (list, tuple)) and all(one is None or callable(one) for one in value):
        from smscx_client.events import Consumers

        return Consumers(value)
    raise ApiTypeError("must be a callable that takes an event, or a list of callables", [name])


def _checked_text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    return value


def _checked_mapping(value: Any, name: str) -> Mapping[Any, Any]:
    if not isinstance(value, Mapping):
        raise ApiTypeError(f"must be a dict, not {type(value).__name__}", [name])
    return value


def _copied(value: Any, name: str) -> dict[Any, Any]:
    """Return a copy of a mapping; an empty dict for None."""
    return dict(_checked_mapping(value, name)) if value else {}


def _checked_hook(value: Any, name: str) -> Callable[[Configuration], object]:
    if not callable(value):
        raise ApiTypeError(f"must be a callable that takes the configuration, not {type(value).__name__}", [name])
    hook: Callable[[Configuration], object] = value
    return hook


def _checked_path(value: Any, name: str) -> str:
    """Return a path as text."""
    try:
        return os.fsdecode(value)
    except TypeError:
        raise ApiTypeError(f"must be the path of a file, not {type(value).__name__}", [name]) from None


def _checked_sequence(value: Any, name: str) -> tuple[Any, ...]:
    """Return a tuple: a later change of a list would have no effect on open connections."""
    if isinstance(value, (list, tuple)):
        return tuple(value)
    raise ApiTypeError(f"must be a list of options, not {type(value).__name__}", [name])


class _FileHandler(logging.FileHandler):
    """The handler of ``logger_file``, a class of its own to distinguish it from the handlers of a program."""


def _file_handlers(path: str | None) -> list[_FileHandler]:
    return [one for one in _LOGGER.handlers if isinstance(one, _FileHandler) and one.baseFilename == path]


#: The check of each setting: a function of its value and its name that returns the value to keep.
_CHECKED: dict[str, Callable[[Any, str], Any]] = {
    "host": _checked_host,
    "access_token": _optional(_checked_token),
    "username": _optional(_checked_application_id),
    "application_id": _optional(_checked_application_id),
    "application_secret": _optional(_checked_secret),
    "password": _optional(_checked_secret),
    "scope": _optional(_checked_text),
    "refresh_api_key_hook": _optional(_checked_hook),
    "client_side_validation": _checked_flag,
    "disabled_client_side_validations": _checked_validations,
    "discard_unknown_keys": _checked_flag,
    "safe_chars_for_path_param": _checked_text,
    "auto_idempotency": _checked_flag,
    "proxy": _optional(_checked_text),
    "no_proxy": _optional(_checked_text),
    "proxy_headers": _optional(_checked_mapping),
    "temp_folder_path": _optional(_checked_path),
    "verify_ssl": _checked_flag,
    "allow_http": _checked_flag,
    "log_content": _checked_flag,
    "on_event": _optional(_checked_on_event),
    "retries": _optional(_checked_retries),
    "timeout": checked_timeout,
    "total_timeout": checked_seconds,
    "max_retries": _checked_count(0),
    "ssl_ca_cert": _optional(_checked_path),
    "cert_file": _optional(_checked_path),
    "key_file": _optional(_checked_path),
    "connection_pool_maxsize": _optional(_checked_count(1)),
    "socket_options": _optional(_checked_sequence),
}
