"""The base class of the generated async API classes.

Their methods have the arguments of the methods of ``Client``. They have no code of their own: the method of ``Client``
runs in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from smscx_client.exceptions import ApiTypeError

if TYPE_CHECKING:
    from smscx_client.aio.threads import CallThreads
    from smscx_client.client import Client

__all__ = ["AsyncApi"]


class AsyncApi:
    """One part of the API for async programs.

    :param client: the client that makes the calls.
    :param threads: where it makes them.
    """

    #: The name of this part on ``client``.
    _namespace: ClassVar[str]

    def __init__(self, client: Client, threads: CallThreads):
        self._client = client
        self._threads = threads

    async def _call(self, method: str, /, *arguments: Any, **keywords: Any) -> Any:
        if keywords.get("async_req"):
            raise ApiTypeError("is for Client; with AsyncClient, await the call or make a task of it", ["async_req"])
        return await self._threads.run(self._run, method, arguments, keywords)

    def _run(self, method: str, arguments: Any, keywords: Any) -> Any:
        """Make the call, in a thread. The first use of a namespace imports its module here, not in the event loop."""
        return getattr(getattr(self._client, self._namespace), method)(*arguments, **keywords)
