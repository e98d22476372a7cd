"""The base class of the generated async API classes.

Their methods have the arguments and the operations of the methods of ``Client``. The call is made in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client._export_limit import limit_check
from smscx_client.aio.paging import AsyncPages
from smscx_client.api_client import no_method
from smscx_client.exceptions import ApiTypeError

if TYPE_CHECKING:
    from smscx_client.aio.threads import CallThreads
    from smscx_client.api_client import Api
    from smscx_client.operation import Operation

__all__ = ["AsyncApi"]


class AsyncApi:
    """One part of the API for async programs.

    :param api: the same part of the API for programs without an event loop, which makes the calls.
    :param threads: where it makes them.
    """

    def __init__(self, api: Api, threads: CallThreads):
        self._api = api
        self._threads = threads

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            raise no_method(self, name)

    async def _call(self, operation: Operation, options: Any, /, **arguments: Any) -> Any:
        _check_options(options)
        return await self._threads.run(self._api._call, operation, options, **arguments)

    async def _call_with(
        self, operation: Operation, options: Any, body: Any, fields: dict[str, Any], /, **arguments: Any
    ) -> Any:
        _check_options(options)
        return await self._threads.run(self._api._call_with, operation, options, body, fields, **arguments)

    async def _export(
        self, operation: Operation, options: Any, save_to: Any, progress: Any, /, **arguments: Any
    ) -> Any:
        _check_options(options)
        check = limit_check(operation, arguments, options)
        result = await self._threads.run(self._api._exported, check, operation, options, save_to, progress, **arguments)
        if check is not None:
            check.warn()  # here, since the thread of the call has no frame of the program
        return result

    def _pages(self, operation: Operation, options: Any, /, **arguments: Any) -> Any:
        return AsyncPages(self._api._pages(operation, options, **arguments), self._threads)


def _check_options(options: Any) -> None:
    if options.get("async_req"):
        raise ApiTypeError("is for Client; with AsyncClient, await the call or make a task of it", ["async_req"])
