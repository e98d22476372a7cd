"""Iteration over all pages of a list for async programs: the objects that the ``iter_...`` methods return."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from smscx_client.paging import Position, rows_of

if TYPE_CHECKING:
    from smscx_client.aio.threads import CallThreads
    from smscx_client.paging import Pages

__all__ = ["AsyncPages"]

Item = TypeVar("Item")
Response = TypeVar("Response")


class AsyncPages(AsyncIterator[Item], Generic[Item, Response]):
    """The rows of a list, over all of its pages: ``async for row in client.reports.iter_campaign_report(campaign_id)``

    It requests a page, in a thread, when its first row is needed, and holds one page at a time. It ends after the last
    page, or when the server sends a cursor for the second time. Iterate once, from one task at a time. After a failure
    or a cancelled request, iterating again continues with the page that was not received.

    Iterating raises what the ``get_...`` method raises. The ``cursor`` of an
    :class:`~smscx_client.exceptions.ApiException` is the ``start`` with which a new iteration continues.

    :param pages: the iteration of a program without an event loop, which requests the pages.
    :param threads: where it requests them.
    """

    def __init__(self, pages: Pages[Item, Response], threads: CallThreads):
        self._pages = pages
        self._threads = threads
        # Its own position: the thread of a cancelled request must not move it.
        self._position = Position(pages.cursor)
        self._rows: Iterator[Item] = iter(())

    @property
    def cursor(self) -> str | None:
        """The cursor of the current page; None for the first page of the list.

        An iteration with this ``start`` continues here. A page is the current one until the row after its last row is
        requested. So if a program stops within a page, no row is lost, and the rows of that page come again.
        """
        return self._position.cursor

    async def __anext__(self) -> Item:
        while True:
            for row in self._rows:
                return row
            page = await self.next_page()
            if page is None:
                raise StopAsyncIteration
            self._rows = rows_of(page)

    async def pages(self) -> AsyncIterator[Response]:
        """Iterate over whole responses instead of rows, from the first page that was not yet requested."""
        while (page := await self.next_page()) is not None:
            yield page

    async def next_page(self) -> Response | None:
        """Request the next page and return the whole response; None after the last page.

        If this fails or is cancelled, the next call requests the same page.
        """
        if self._position.ended:
            return None
        self._rows = iter(())
        page = await self._threads.run(self._pages.fetch, self._position.turn())
        self._position.turned(page)
        return page

    def __repr__(self) -> str:
        return f"{type(self).__name__}(cursor={self.cursor!r})"
