"""The settings of a client and of ``with_options`` as typed dicts. Only type checkers and tests import them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smscx_client._timeouts import Timeout
    from smscx_client.configuration import Configuration
    from smscx_client.events import CallEvent

__all__ = ["CallSettings", "ClientSettings"]


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
