"""The client for programs that run in an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio._namespaces import AsyncNamespaces
from smscx_client.aio.threads import CallThreads
from smscx_client.client import Client, no_attribute
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Self, Unpack

    from smscx_client._setting_types import CallSettings, ClientSettings
    from smscx_client.api_client import ApiClient
    from smscx_client.configuration import Configuration
    from smscx_client.rest import Transport
    from smscx_client.retry import RetryPolicy

__all__ = ["AsyncClient"]


class AsyncClient(AsyncNamespaces):
    """A client of the API for async programs: :class:`~smscx_client.Client` with methods to await.

    It has the namespaces, methods, arguments and options of ``Client``. It makes the calls in threads of its own, so
    the event loop is never blocked, and retries, time limits and idempotency are the same code. It works with asyncio
    and with trio. One client is enough for a whole program.

    Context variables of the task reach the call. Cancelling a task that awaits a call returns at once, and the call is
    not repeated any more. A request that was being sent at that time may still act, as after a lost response.

    To close its connections and end its threads, use it with ``async with``, or await :meth:`close`.

    :param api_key: the API key.
    :param access_token: an OAuth token, or a callable without arguments that returns one.
    :param application_id, application_secret: of an application; the client fetches and renews tokens with them.
    :param configuration: an existing configuration, instead of credentials and settings.
    :param transport, retry_policy: as of ``Client``.
    :param max_concurrency: how many calls run at the same time. More calls wait; ``total_timeout`` does not begin
        before a call runs.
    :param settings: any other setting of :class:`~smscx_client.Configuration`, such as ``host`` or ``max_retries``.
    :raises ApiTypeError: a setting is of the wrong type, or there is no such setting.
    :raises ApiValueError: a setting has a value that cannot be used.

    Example::

        async with smscx_client.AsyncClient(api_key="...") as client:
            sent = await client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi")
    """

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
        max_concurrency: int = 64,
        **settings: Unpack[ClientSettings],
    ):
        self._threads = CallThreads(_checked_concurrency(max_concurrency))
        self._client = Client(
            api_key,
            access_token=access_token,
            application_id=application_id,
            application_secret=application_secret,
            configuration=configuration,
            transport=transport,
            retry_policy=retry_policy,
            **settings,
        )
        self._shares = False
        if configuration is None and max_concurrency > (self.configuration.connection_pool_maxsize or 100):
            self.configuration.connection_pool_maxsize = max_concurrency

    @property
    def api_client(self) -> ApiClient:
        """The client that makes the calls. Its own methods block the event loop."""
        return self._client.api_client

    @property
    def configuration(self) -> Configuration:
        """The settings of the client. A change applies to later calls."""
        return self._client.configuration

    def with_options(self, *, headers: Mapping[str, str | int] | None = None, **settings: Unpack[CallSettings]) -> Self:
        """Return a client with other settings for its calls, and with the connections, threads and tokens of this one.

        See :meth:`Client.with_options <smscx_client.Client.with_options>`.

        :param headers: headers to send with every request, in addition to those of this client.
        :param settings: any setting of :class:`~smscx_client.Configuration` that can differ from call to call, such as
            ``total_timeout`` (seconds), ``max_retries`` or ``api_key``.
        :return: the client; closing it closes nothing.
        :raises ApiTypeError: there is no such setting, it is of the wrong type, or all calls share it, as ``host``.
        :raises ApiValueError: a setting has a value that cannot be used.

        Example::

            quick = client.with_options(total_timeout=5, max_retries=0)
        """
        other = type(self).__new__(type(self))
        other._client = self._client.with_options(headers=headers, **settings)
        other._threads = self._threads
        other._shares = True
        return other

    async def close(self) -> None:
        """Wait for the running calls, close the connections and end the threads.

        A later call opens new ones. On a client of :meth:`with_options`, it does nothing.
        """
        if not self._shares:
            await self._threads.finish(self._client.close)

    def close_blocking(self) -> None:
        """Do the same as :meth:`close`, without an event loop: it blocks the thread. For the end of a program."""
        if not self._shares:
            self._threads.finish_blocking(self._client.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(configuration={self.configuration!r})"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            raise no_attribute(self, name)


def _checked_concurrency(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ApiTypeError(f"must be an int, not {type(value).__name__}", ["max_concurrency"])
    if value < 1:
        raise ApiValueError("must be 1 or more", ["max_concurrency"])
    return value
