"""The client that programs use: one object, with a namespace for each resource of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client._namespaces import METHODS, Namespaces
from smscx_client._settings import configuration_of
from smscx_client._suggest import did_you_mean
from smscx_client.api_client import ApiClient
from smscx_client.exceptions import ApiAttributeError, ApiTypeError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Self, Unpack

    from smscx_client._setting_types import CallSettings, ClientSettings
    from smscx_client.configuration import Configuration
    from smscx_client.rest import Transport
    from smscx_client.retry import RetryPolicy

__all__ = ["Client", "no_attribute"]


class Client(Namespaces):
    """A client of the API, with a namespace for each resource: ``client.sms``, ``client.otp``, ``client.groups`` ...

    One client is enough for a whole program and all of its threads. Making it reads no certificates and opens no
    connection. To close its connections, use it as a context manager or call :meth:`close`.

    Give credentials of one kind, or none: then they are read from the environment, see
    :class:`~smscx_client.Configuration`.

    :param api_key: the API key.
    :param access_token: an OAuth token, or a callable without arguments that returns one.
    :param application_id, application_secret: of an application; the client fetches and renews tokens with them.
    :param configuration: an existing configuration, instead of credentials and settings.
    :param transport: sends the requests; urllib3 if None. The client closes it. See :class:`smscx_client.Transport`.
    :param retry_policy: the clock, the pauses and the random numbers of repeated calls.
    :param settings: any other setting of :class:`~smscx_client.Configuration`, such as ``host`` or ``max_retries``.
    :raises ApiTypeError: a setting is of the wrong type, or there is no such setting.
    :raises ApiValueError: a setting has a value that cannot be used.

    Example::

        client = smscx_client.Client(api_key="...")
        sent = client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi")
    """

    api_client: ApiClient
    """The client that makes the calls, as programs of the published client use it: ``SmsApi(client.api_client)``."""

    def __init__(
        self,
        api_key: str | Mapping[str, str] | None = None,
        *,
        access_token: str | Callable[[], str] | None = None,
        application_id: str | None = None,
        application_secret: str | None = None,
        configuration: Configuration | None = None,
        transport: Transport | None = None,
        retry_policy: RetryPolicy | None = None,
        **settings: Unpack[ClientSettings],
    ):
        if hasattr(api_key, "host"):
            raise ApiTypeError("give a configuration by name: Client(configuration=configuration)", ["api_key"])
        credentials = {
            "api_key": api_key,
            "access_token": access_token,
            "application_id": application_id,
            "application_secret": application_secret,
        }
        given = {name: value for name, value in credentials.items() if value is not None}
        self.api_client = ApiClient(
            configuration_of(configuration, {**given, **settings}), transport=transport, retry_policy=retry_policy
        )

    @property
    def configuration(self) -> Configuration:
        """The settings of the client. A change applies to later calls."""
        return self.api_client.configuration

    def with_options(self, *, headers: Mapping[str, str | int] | None = None, **settings: Unpack[CallSettings]) -> Self:
        """Return a client with other settings for its calls, and with the connections and tokens of this one.

        It costs little: make one for a single call, or keep one for each tenant. The settings that are not given are
        those that this client has now. A credential replaces all credentials of this client. Closing the new client
        closes nothing.

        :param headers: headers to send with every request, in addition to those of this client.
        :param settings: any setting of :class:`~smscx_client.Configuration` that can differ from call to call, such as
            ``total_timeout`` (seconds), ``max_retries`` or ``api_key``. A longer ``timeout`` also lengthens
            ``total_timeout``, unless both are given.
        :raises ApiTypeError: there is no such setting, it is of the wrong type, or all calls share it, as ``host``.
        :raises ApiValueError: a setting has a value that cannot be used.

        Example::

            quick = client.with_options(total_timeout=5, max_retries=0)
        """
        other = type(self).__new__(type(self))
        other.api_client = self.api_client.with_options(headers=headers, **settings)
        return other

    def close(self) -> None:
        """Close the connections. On a client of :meth:`with_options`, it does nothing."""
        self.api_client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(configuration={self.configuration!r})"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            raise no_attribute(self, name)


def no_attribute(client: object, name: str) -> AttributeError:
    """Return the error for an attribute that ``client`` does not have, with the namespace of a method."""
    if name.startswith("_"):
        return AttributeError(name)
    if name in METHODS:
        hint = f": it is client.{METHODS[name]}.{name}(...)"
    else:
        hint = did_you_mean(name, {*METHODS.values(), "api_client", "configuration", "with_options", "close"})
        hint = hint or f"; methods are in its namespaces: {', '.join(sorted(set(METHODS.values())))}"
    return ApiAttributeError(f"{type(client).__name__} has no attribute `{name}`{hint}")
