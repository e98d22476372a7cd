"""The settings of :class:`~smscx_client.Client` and of its ``with_options``, as keywords.

A setting of a call can differ from call to call: timeouts, retries, credentials. The other settings are those of the
connections, which all calls share, and of the logs, which the process shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, TypedDict

from smscx_client._suggest import did_you_mean
from smscx_client.configuration import OF_CLIENT, Configuration
from smscx_client.exceptions import ApiTypeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smscx_client._timeouts import Timeout
    from smscx_client.events import CallEvent

__all__ = ["CallSettings", "ClientSettings", "configuration_of", "with_settings"]


class _CommonSettings(TypedDict, total=False):
    api_key_prefix: dict[str, str]
    refresh_api_key_hook: Callable[[Configuration], object] | None
    username: str | None
    password: str | None
    scope: str | None
    timeout: Timeout
    total_timeout: float | None
    max_retries: int
    retries: Any
    auto_idempotency: bool
    client_side_validation: bool
    disabled_client_side_validations: str
    discard_unknown_keys: bool
    safe_chars_for_path_param: str
    temp_folder_path: str | None
    log_content: bool
    on_event: Callable[[CallEvent], object] | Sequence[Callable[[CallEvent], object] | None] | None


class CallSettings(_CommonSettings, total=False):
    """The settings that can differ from call to call; see :class:`~smscx_client.Configuration`."""

    api_key: str | Mapping[str, str] | None
    access_token: str | Callable[[], str] | None
    application_id: str | None
    application_secret: str | None


class ClientSettings(_CommonSettings, total=False):
    """The settings that are no parameters of a client; see :class:`~smscx_client.Configuration`."""

    host: str | None
    server_index: int | None
    server_variables: Mapping[str, str] | None
    server_operation_index: Mapping[str, int] | None
    server_operation_variables: Mapping[str, Any] | None
    allow_http: bool
    verify_ssl: bool
    ssl_ca_cert: str | None
    cert_file: str | None
    key_file: str | None
    assert_hostname: Any
    connection_pool_maxsize: int | None
    proxy: str | None
    no_proxy: str | None
    proxy_headers: dict[str, str] | None
    socket_options: Sequence[tuple[int, int, int | bytes]] | None
    debug: bool
    logger_file: str | None
    logger_format: str


_CREDENTIALS = ("api_key", "access_token", "application_id", "application_secret", "username", "password")
_OF_CALLS = CallSettings.__optional_keys__
_ALL = _OF_CALLS | ClientSettings.__optional_keys__
#: The settings that are attributes of a configuration, but not arguments of its constructor.
_ONLY_ATTRIBUTES = _ALL - set(Configuration.__init__.__code__.co_varnames)


def configuration_of(configuration: Configuration | None, settings: Mapping[str, Any]) -> Configuration:
    """Return the configuration of a new client: the given one, or a new one with ``settings``.

    Without either, it is a copy of the default configuration, which comes from the environment if there is none.

    :raises ApiTypeError: both are given, or there is no such setting.
    :raises ApiValueError: a setting has a value that cannot be used.
    """
    if configuration is not None:
        if not isinstance(configuration, Configuration):
            raise ApiTypeError(f"must be a Configuration, not {type(configuration).__name__}", ["configuration"])
        if settings:
            named = ", ".join(f"{name}=" for name in settings)
            raise ApiTypeError(f"takes configuration= or {named} not both: set the attributes of the configuration")
        return configuration
    if not settings:
        return Configuration.get_default_copy()
    for name in settings.keys() - _ALL:
        raise ApiTypeError(f"there is no setting `{name}`{did_you_mean(name, _ALL)}", key_type=True)
    later = settings.keys() & _ONLY_ATTRIBUTES
    made = Configuration(**{name: value for name, value in settings.items() if name not in later})
    for name in later:
        setattr(made, name, settings[name])
    return made


def with_settings(configuration: Configuration, settings: Mapping[str, Any]) -> Configuration:
    """Return a copy of ``configuration`` with other settings of a call.

    A credential of one kind replaces those of the other kinds.

    :raises ApiTypeError: there is no such setting, or it is not one of a call.
    :raises ApiValueError: a setting has a value that cannot be used.
    """
    for name in settings:
        if name in OF_CLIENT:
            raise ApiTypeError(
                f"`{name}` is not a setting of a call: all calls of a client share it. Make another "
                f"client, as in Client({name}=...)"
            )
        if name not in _OF_CALLS:
            raise ApiTypeError(f"there is no setting `{name}`{did_you_mean(name, [*_OF_CALLS, 'headers'])}")
    return configuration._for_calls(settings)


def has_credentials(settings: Mapping[str, Any]) -> bool:
    """Whether ``settings`` has a credential."""
    return any(settings.get(name) for name in _CREDENTIALS)
