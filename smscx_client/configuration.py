"""Who you are, where the API is, and how patient to be.

A :class:`Configuration` is a bag of settings with two duties: what goes into it is checked at once, names included (a
misspelt ``verify_ssl`` must not go unnoticed), and what is secret in it never comes out in print.
"""

from __future__ import annotations

import copy
import logging
import os
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiAttributeError, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn, Union

    from typing_extensions import Self, TypeAlias

    #: Seconds, or ``(connect, read)`` seconds; None for no limit.
    Timeout: TypeAlias = Union[float, tuple[Union[float, None], Union[float, None]], None]

__all__ = ["Configuration", "checked_timeout"]

API_VERSION = "1.0.2"
_SERVERS: tuple[dict[str, Any], ...] = ({"url": "https://api.sms.cx", "description": "The SMS Connexion API"},)
_KEY_SCHEME = "ApiKeyAuth"
_LOGGER = logging.getLogger("smscx_client")
#: Seconds that a socket can wait, 24 days.
LONGEST_TIME = 2_147_483

#: For each kind of credential, the attributes that hold it and the environment variables that stand in for them.
_CREDENTIALS: tuple[dict[str, str], ...] = (
    {"api_key": "SMSCX_API_KEY"},
    {"access_token": "SMSCX_ACCESS_TOKEN"},  # a variable's name, no secret  # nosec B105
    {"username": "SMSCX_APPLICATION_ID", "password": "SMSCX_APPLICATION_SECRET"},  # likewise  # nosec B105
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
    "maxItems",
    "minItems",
)


class Configuration:
    """The settings of a client. Every argument is an attribute too, and the other attributes are set afterwards.

    The environment variables ``SMSCX_HOST``, ``SMSCX_API_KEY``, ``SMSCX_ACCESS_TOKEN``, ``SMSCX_APPLICATION_ID`` and
    ``SMSCX_APPLICATION_SECRET`` stand in for what is not given. What is given wins, here or as an attribute; and
    with a credential given, none of another kind is taken from the environment: a key left there never acts in place
    of the token that a program set. Empty text counts as not given.

    :param host: where the API is: ``https://api.sms.cx`` unless given.
    :param api_key: the API key, as text or as ``{"ApiKeyAuth": "..."}``; sent in ``X-API-KEY``.
    :param api_key_prefix: what to send before the key: ``{"ApiKeyAuth": "..."}``.
    :param access_token: an OAuth token, or a callable without arguments that returns one; sent as bearer token.
    :param username: the application id, with which the client fetches tokens; ``application_id`` is the same.
    :param password: the application secret; ``application_secret`` is the same.
    :param discard_unknown_keys: leave out what is unknown in a body given as a dict, instead of refusing it.
    :param disabled_client_side_validations: rules not to check before sending, separated by commas, out of
        ``multipleOf``, ``maximum``, ``exclusiveMaximum``, ``minimum``, ``exclusiveMinimum``, ``maxLength``,
        ``minLength``, ``pattern``, ``maxItems``, ``minItems``.
    :param server_index: which of the API's servers to use; it has one, number 0. ``host`` counts first.
    :param server_variables: values for the placeholders in a server's address; the API's has none.
    :param server_operation_index: as ``server_index``, for single operations; the API has no servers for those.
    :param server_operation_variables: as ``server_variables``, for single operations.
    :param ssl_ca_cert: a file of certificates to trust instead of certifi's.
    :param application_id: the application id.
    :param application_secret: the application secret.
    :param scope: the scopes to fetch tokens for, separated by spaces; None for all that the application has.
    :param timeout: seconds, or ``(connect, read)`` seconds, for one try of a call; None waits for ever.
    :param total_timeout: seconds for a call with all of its tries and the pauses between them; None for no limit.
    :param max_retries: how often a call that cannot act twice is repeated after a failure; 0 for never.
    :param auto_idempotency: send every message with an ``idempotencyId``, made up where the caller gives none, so that
        it can be repeated without being sent twice.
    :param allow_http: send credentials to a ``http://`` host too, where anybody on the way can read them. To this
        machine (``localhost``, 127.0.0.0/8, ``::1``) they are sent in any case.
    :raises ApiValueError: a setting cannot be used. The message does not show secrets.
    :raises ApiTypeError: a setting is of the wrong type, or there is no such argument.
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

    refresh_api_key_hook: Callable[[Configuration], object] | None = None
    """Called with the configuration before the API key is read, to set a new one."""
    client_side_validation: bool = True
    """Whether the rules for values (length, range, pattern ...) are checked before sending."""
    retries: Any = None
    """The published way to say ``max_retries``: an int or a ``urllib3.Retry``. Counts first unless None."""
    verify_ssl: bool = True
    """Whether the server must prove who it is. Without, anybody on the way can read keys and messages."""
    cert_file: str | None = None
    """A file with this client's certificate."""
    key_file: str | None = None
    """A file with the private key of ``cert_file``, if that does not hold it."""
    assert_hostname: Any = None
    """The name that the server's certificate must have, if not that of ``host``; False for any."""
    connection_pool_maxsize: int = 100
    """Connections kept open for later calls."""
    proxy: str | None = None
    """The address of a proxy; None for that of the environment, if any."""
    no_proxy: str | None = None
    """Hosts to reach without a proxy, separated by commas."""
    proxy_headers: dict[str, str] | None = None
    """Headers for the proxy."""
    socket_options: Sequence[tuple[int, int, int | bytes]] | None = None
    """Options for every connection's socket; None for urllib3's."""
    safe_chars_for_path_param: str = ""
    """Characters that stay unquoted in path parameters."""
    temp_folder_path: str | None = None
    """The folder for downloads; None for the system's."""

    _default: ClassVar[Configuration | None] = None
    _from_environment: frozenset[str] = frozenset()
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
        self.api_key_prefix = dict(api_key_prefix or {})
        self.scope = scope
        self._set_server(host, server_index, dict(server_variables or {}))
        self.server_operation_index = dict(server_operation_index or {})
        self.server_operation_variables = dict(server_operation_variables or {})
        self.discard_unknown_keys = discard_unknown_keys
        self.disabled_client_side_validations = disabled_client_side_validations
        self.ssl_ca_cert = ssl_ca_cert
        self.timeout = timeout
        self.total_timeout = total_timeout
        self.max_retries = max_retries
        self.auto_idempotency = auto_idempotency
        self.allow_http = allow_http

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
            if not (name.startswith("_") or hasattr(cls, name) or name in _settings(cls)):
                raise ApiAttributeError(f"Configuration has no setting `{name}`{did_you_mean(name, _settings(cls))}")
            checked = _CHECKED.get(name)
            object.__setattr__(self, name, value if checked is None else checked(value, name))
            if self._from_environment and value:
                self._drop_other_credentials(name)

    def _drop_other_credentials(self, name: str) -> None:
        """Forget what the environment gave, now that a credential of another kind is set."""
        kind = next((variables.keys() for variables in _CREDENTIALS if name in variables), None)
        if kind is not None:
            others, self._from_environment = self._from_environment - kind, frozenset()
            for other in others:
                setattr(self, other, None)

    @property
    def api_key(self) -> dict[str, str]:
        """The API key as ``{"ApiKeyAuth": "..."}``, empty without one. Text can be assigned."""
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
        """The loggers that tell what happens. As loggers are, they are shared by the whole process."""
        return {"package_logger": _LOGGER, "urllib3_logger": logging.getLogger("urllib3")}

    @property
    def debug(self) -> bool:
        """Whether this configuration has set the logger ``smscx_client`` to DEBUG; False puts its level back.

        Nothing is printed by that alone: add a handler, or name a ``logger_file``.
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
        """A file to which the logger ``smscx_client`` writes too; None for none."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | os.PathLike[str] | None) -> None:
        from pathlib import Path

        path = os.path.abspath(value) if value else None  # noqa: PTH100 - as logging.FileHandler does
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
        """How lines in ``logger_file`` look, as a format of :mod:`logging` in ``%`` style."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        try:
            formatter = logging.Formatter(value)
        except ValueError as error:
            raise ApiValueError(str(error), ["logger_format"]) from None
        self._logger_format = value
        for handler in _file_handlers(self._logger_file):
            handler.setFormatter(formatter)

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Keep a copy of ``default`` for clients that are given no configuration; None forgets it."""
        Configuration._default = copy.deepcopy(default)

    @classmethod
    def get_default(cls) -> Configuration:
        """The default itself, made from the environment if there is none; changes to it reach later clients."""
        if Configuration._default is None:
            Configuration._default = Configuration()
        return Configuration._default

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """A copy of the default, or a new configuration from the environment if there is none."""
        return copy.deepcopy(Configuration._default) if Configuration._default is not None else Configuration()

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """The API key for ``identifier`` (``"ApiKeyAuth"``), else for ``alias``, after its prefix; None without one.

        :raises ApiValueError: a header cannot carry it.
        """
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self._api_key.get(identifier) or self._api_key.get(alias or identifier)
        if not key:
            return None
        prefix = self.api_key_prefix.get(identifier)
        return _checked_secret(f"{prefix} {key}" if prefix else key, "api_key")

    def get_bearer_token(self) -> str | None:
        """The access token, asked for if ``access_token`` is a callable; None without one.

        :raises ApiTypeError: the callable returned something else than text.
        :raises ApiValueError: a header cannot carry it.
        """
        token = self.access_token
        return _checked_secret(token(), "access_token()") if callable(token) else token

    def get_basic_auth_token(self) -> str:
        """The value of an ``Authorization`` header made of application id and secret.

        :raises ApiValueError: one of them is not set.
        """
        if not (self.username and self.password):
            raise ApiValueError(
                "application id and secret are not set: give Configuration(username=..., password=...) "
                "or set SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET"
            )
        return f"Basic {b64encode(f'{self.username}:{self.password}'.encode()).decode()}"

    def auth_settings(self) -> dict[str, dict[str, str]]:
        """The credentials that are set, as headers, by security scheme. They are not masked."""
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
        """What a report of a problem should begin with: platform and versions, no settings."""
        import platform

        from smscx_client import __version__

        return (
            "Python SDK Debug Report:\n"
            f"OS: {platform.platform()}\n"
            f"Python Version: {platform.python_version()}\n"
            f"Version of the API: {API_VERSION}\n"
            f"SDK Package Version: {__version__}"
        )

    def get_host_settings(self) -> list[dict[str, Any]]:
        """The API's servers."""
        return [dict(server) for server in _SERVERS]

    def get_host_from_settings(
        self,
        index: int | None,
        variables: Mapping[str, str] | None = None,
        servers: Sequence[Mapping[str, Any]] | None = None,
    ) -> str:
        """The address of a server; ``host`` when ``index`` is None.

        :param variables: values for the placeholders in its address; their defaults are used otherwise.
        :param servers: the servers to choose from; those of the API when None.
        :raises ApiValueError: there is no such server, or it does not take a value given.
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

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = type(self).__new__(type(self))
        memo[id(self)] = copied
        for name, value in self.__dict__.items():  # a source of tokens stays one source, whoever asks it
            copied.__dict__[name] = value if callable(value) else copy.deepcopy(value, memo)
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


def _settings(cls: type[Configuration]) -> set[str]:
    """The names that can be set: what ``cls`` and its bases annotate, and their properties."""
    annotated = {name for base in cls.__mro__ for name in getattr(base, "__annotations__", ())}
    properties = {name for base in cls.__mro__ for name, value in vars(base).items() if isinstance(value, property)}
    return {name for name in annotated | properties if not name.startswith("_")}


def _no_argument(cls: type[Configuration], name: str) -> str:
    settings = _settings(cls)
    if name in settings:
        return f"`{name}` is no argument of {cls.__name__}: set it afterwards, as in configuration.{name} = ..."
    return f"unknown argument `{name}`{did_you_mean(name, settings)}"


def _one_of(name: str, value: str | None, alias: str, other: str | None) -> str | None:
    if value and other and value != other:
        raise ApiValueError(f"`{name}` and `{alias}` are two names of one setting; give one of them")
    return value or other


def _environment(variable: str, checked: Callable[[Any, str], Any]) -> Any:
    value = os.environ.get(variable)
    return checked(value, variable) if value else None


def _optional(checked: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    return lambda value, name: None if value is None else checked(value, name)


def _checked_secret(value: Any, name: str) -> str:
    """A secret that a header can carry. No message shows it."""
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    if not re.fullmatch(r"[\x20-\x7e\xa0-\xff]*", value):
        raise ApiValueError(
            "has a line break or another character that an HTTP header cannot carry; "
            "text read from a file often ends in a line break: use .strip()",
            [name],
        )
    return value


def _checked_token(value: Any, name: str) -> Any:
    return value if callable(value) else _checked_secret(value, name)


def _checked_application_id(value: Any, name: str) -> str:
    if isinstance(value, str) and ":" in value:
        raise ApiValueError("an application id has no colon; is the secret appended to it?", [name])
    return _checked_secret(value, name)


def _checked_api_key(value: Any, name: str) -> dict[str, str]:
    keys = {_KEY_SCHEME: value} if isinstance(value, str) else value or {}
    if not isinstance(keys, Mapping):
        raise ApiTypeError(f'must be a str or {{"{_KEY_SCHEME}": "..."}}, not {type(value).__name__}', [name])
    if keys.keys() - {_KEY_SCHEME}:  # not shown: key and name may have been mixed up
        raise ApiValueError(f'as a dict, it has one key, "{_KEY_SCHEME}"', [name])
    return {scheme: _checked_secret(key, name) for scheme, key in keys.items() if key}


def _checked_host(value: Any, name: str) -> str:
    """An address without the slash at its end. No message shows it: what is wrong with it may be a password in it."""
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    fault = _fault_of_address(value)
    if fault:
        raise ApiValueError(f"{fault}; the API's is {_SERVERS[0]['url']}", [name])
    return value.rstrip("/")


def _fault_of_address(text: str) -> str | None:
    if not text.isprintable() or " " in text or "\\" in text:  # before urlsplit, which drops some of them
        return "must have no spaces, control characters or backslashes"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "is no address, or its port is no number up to 65535"
    faults = (
        ("@" in parts.netloc, "must have no user name and password; credentials go into arguments of their own"),
        (parts.scheme not in ("http", "https"), "must begin with https:// or http://"),
        (not parts.hostname, "must have a host name after https://"),
        ("[" in parts.netloc and not parts.netloc.startswith("["), "is no address: it has brackets in its midst"),
        (port == 0, "must have a port from 1 to 65535, or none"),
        ("?" in text or "#" in text, "must end before any ? or #"),
    )
    return next((fault for found, fault in faults if found), None)


def checked_timeout(value: Any, name: str) -> Timeout:
    """``value`` if it can be a timeout: positive seconds, a pair of them for connecting and reading, or None.

    :param name: what an error calls it.
    :raises ApiTypeError: it is something else than numbers or None.
    :raises ApiValueError: it is not positive, or not finite.
    """
    if not isinstance(value, (tuple, list)):
        return _checked_seconds(value, name)
    if len(value) != 2:
        raise ApiValueError("as a pair, it is (connect, read) seconds", [name])
    return _checked_seconds(value[0], name), _checked_seconds(value[1], name)


def _checked_seconds(value: Any, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ApiTypeError(f"must be a number of seconds, or None for no limit, not {type(value).__name__}", [name])
    if not 0 < value <= LONGEST_TIME:
        raise ApiValueError(f"must be positive and at most {LONGEST_TIME} seconds, or None for no limit", [name])
    return value


def _checked_count(least: int) -> Callable[[Any, str], int]:
    def checked(value: Any, name: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise ApiTypeError(f"must be an int, not {type(value).__name__}", [name])
        if value < least:
            raise ApiValueError(f"must be {least} or more", [name])
        return value

    return checked


def _checked_flag(value: Any, name: str) -> bool:
    if value not in (True, False):
        raise ApiTypeError(f"must be True or False, not {type(value).__name__}", [name])
    return bool(value)


def _checked_validations(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ApiTypeError(f"must be a str of names separated by commas, not {type(value).__name__}", [name])
    for rule in filter(None, map(str.strip, value.split(","))):
        if rule not in _VALIDATIONS:
            raise ApiValueError(f"there is no rule `{rule}`; there are {', '.join(_VALIDATIONS)}", [name])
    return value


class _FileHandler(logging.FileHandler):
    """The handler of ``logger_file``, told apart from those that a program adds itself."""


def _file_handlers(path: str | None) -> list[_FileHandler]:
    return [one for one in _LOGGER.handlers if isinstance(one, _FileHandler) and one.baseFilename == path]


#: How a value becomes a setting: each takes it and the name to use in errors.
_CHECKED: dict[str, Callable[[Any, str], Any]] = {
    "host": _checked_host,
    "access_token": _optional(_checked_token),
    "username": _optional(_checked_application_id),
    "password": _optional(_checked_secret),
    "disabled_client_side_validations": _checked_validations,
    "verify_ssl": _checked_flag,
    "allow_http": _checked_flag,
    "timeout": checked_timeout,
    "total_timeout": _checked_seconds,
    "max_retries": _checked_count(0),
    "connection_pool_maxsize": _checked_count(1),
}
