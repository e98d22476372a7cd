"""Iteration over all pages of a list: the objects that the ``iter_...`` methods return.

A list comes in pages of at most 500 rows, and each page has the cursor of the page after it. Every program would write
the same loop for that, so it is here once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Callable, Generic, TypeVar

from smscx_client._suggest import did_you_mean
from smscx_client.exceptions import ApiException, ApiTypeError, ApiValueError
from smscx_client.operation import path_and_parameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smscx_client._models.checks import Checks
    from smscx_client.operation import Operation

__all__ = ["Pages", "Position", "check_arguments", "rows_of", "unknown_argument"]

Item = TypeVar("Item")
Response = TypeVar("Response")

#: The parameters of a paged operation to the arguments of its ``iter_...`` method.
_ARGUMENTS = {"limit": "page_size", "next": "start"}
#: Arguments that only the ``get_...`` method has, and what to do instead.
_HINTS = {
    **{ours: f"; use `{theirs}`" for ours, theirs in _ARGUMENTS.items()},
    "previous": ": it goes forward only",
    "short_response": ": with it, the API leaves out the rows",
}


class Position:
    """Where an iteration over pages is.

    :param start: the cursor of the page to begin with.
    """

    __slots__ = ("_following", "_seen", "cursor", "ended")

    def __init__(self, start: str | None):
        self._following = start
        #: The cursors of all pages so far: less than a byte for each row, at 500 rows a page.
        self._seen: set[str | None] = set()
        #: The cursor of the current page.
        self.cursor = start
        #: Whether there is no further page.
        self.ended = False

    def turn(self) -> str | None:
        """Go to the next page and return its cursor. Until :meth:`turned`, a second call goes to the same page."""
        self.cursor = self._following
        return self.cursor

    def turned(self, page: Any) -> None:
        """Note the cursor of the page after ``page``, which is the response for the current page."""
        self._seen.add(self.cursor)
        following = getattr(page.paging, "next", None)
        if isinstance(following, str) and following and following not in self._seen:
            self._following = following
        else:
            self.ended = True


def rows_of(page: Any) -> Iterator[Any]:
    """The rows of a response."""
    rows = page.data
    return iter(rows if isinstance(rows, list) else ())


class Pages(Iterator[Item], Generic[Item, Response]):
    """The rows of a list, over all of its pages: ``for row in client.reports.iter_campaign_report(campaign_id): ...``

    It requests a page when its first row is needed, and holds one page at a time. It ends after the last page, or when
    the server sends a cursor for the second time. Iterate once, from one thread at a time. After a failure, iterating
    again continues with the page that failed.

    Iterating raises what the ``get_...`` method raises. The ``cursor`` of an
    :class:`~smscx_client.exceptions.ApiException` is the ``start`` with which a new iteration continues.

    :param fetch: returns the page with a cursor; None is the first page.
    :param start: the cursor of the page to begin with.
    """

    def __init__(self, fetch: Callable[[str | None], Response], start: str | None = None):
        self._fetch = fetch
        self._position = Position(start)
        self._rows: Iterator[Item] = iter(())

    @property
    def cursor(self) -> str | None:
        """The cursor of the current page; None for the first page of the list.

        An iteration with this ``start`` continues here. A page is the current one until the row after its last row is
        requested. So if a program stops within a page, no row is lost, and the rows of that page come again.
        """
        return self._position.cursor

    def __iter__(self) -> Iterator[Item]:
        while True:
            yield from self._rows
            page = self.next_page()
            if page is None:
                return
            self._rows = rows_of(page)

    def __next__(self) -> Item:
        for row in self:
            return row
        raise StopIteration

    def pages(self) -> Iterator[Response]:
        """Iterate over whole responses instead of rows, from the first page that was not yet requested."""
        while (page := self.next_page()) is not None:
            yield page

    def next_page(self) -> Response | None:
        """Request the next page and return the whole response; None after the last page.

        If this fails, the next call requests the same page.
        """
        if self._position.ended:
            return None
        self._rows = iter(())
        page = self.fetch(self._position.turn())
        self._position.turned(page)
        return page

    def fetch(self, cursor: str | None) -> Response:
        """Request the page with this cursor and return it. The iteration stays where it is.

        :param cursor: the cursor of a page; None for the first page.
        :raises ApiException: as the ``get_...`` method; its ``cursor`` is that of the page.
        """
        try:
            return self._fetch(cursor)
        except ApiException as failure:
            failure.cursor = cursor
            raise

    def __repr__(self) -> str:
        return f"{type(self).__name__}(cursor={self.cursor!r})"


def check_arguments(operation: Operation, arguments: Mapping[str, Any], checks: Checks, safe: str) -> None:
    """Check the arguments of an ``iter_...`` method, so that it raises at once and not when it requests a page.

    :raises ApiTypeError: an argument is missing or of the wrong type.
    :raises ApiValueError: an argument is outside its limits.
    """
    try:
        path_and_parameters(operation, arguments, checks, safe)
    except (ApiTypeError, ApiValueError) as error:
        if error.path_to_item:
            error.path_to_item = [_ARGUMENTS.get(str(step), step) for step in error.path_to_item]
        raise


def unknown_argument(name: str, operation: Operation, options: Iterable[str]) -> ApiTypeError:
    """Return the error for an argument or option that the ``iter_...`` method does not have."""
    method = operation.name.replace("get_", "iter_", 1)
    known = (operation.parameters.keys() - _HINTS.keys()) | {*_ARGUMENTS.values(), *options}
    hint = _HINTS.get(name) or did_you_mean(name, sorted(known))
    return ApiTypeError(f"{method} has no argument or option `{name}`{hint}")
