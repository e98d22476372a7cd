"""``with_response``: the data of a call together with the status and the headers of its response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Generic, TypeVar, Union, overload

from smscx_client.exceptions import ApiTypeError

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from typing_extensions import ParamSpec, Unpack

    from smscx_client.api_client import RequestOptions

    _Id = Union[str, int]
    _Body = dict[str, object]
    P = ParamSpec("P")

__all__ = ["Response", "with_response"]

T = TypeVar("T")


class Response(Generic[T]):
    """The data that a method returns, with the status and the headers of the response."""

    __slots__ = ("data", "headers", "status")

    def __init__(self, data: T, status: int, headers: Mapping[str, str]):
        self.data = data
        """What the method returns."""
        self.status = status
        """The HTTP status, such as 200."""
        self.headers = headers
        """The headers. Names are case-insensitive."""

    @property
    def request_id(self) -> str | None:
        """The id of the request at the server (``X-Request-Id``), for questions to the support; None without one."""
        return self.headers.get("X-Request-Id")

    def __repr__(self) -> str:
        return f"Response(status={self.status}, request_id={self.request_id!r}, data={type(self.data).__name__})"


@overload
def with_response(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, T]], /, *args: P.args, **kwargs: P.kwargs
) -> Coroutine[Any, Any, Response[T]]: ...


@overload
def with_response(method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Response[T]: ...


# For mypy: in the overloads above, it takes `{"to": ...}` for a dict of str, and not for one of the typed dicts.
@overload
def with_response(  # type: ignore[overload-cannot-match, overload-overlap]
    method: Callable[..., Coroutine[Any, Any, T]], body: _Body, /, **options: Unpack[RequestOptions]
) -> Coroutine[Any, Any, Response[T]]: ...


@overload
def with_response(  # type: ignore[overload-cannot-match]
    method: Callable[..., T], body: _Body, /, **options: Unpack[RequestOptions]
) -> Response[T]: ...


@overload
def with_response(  # type: ignore[overload-cannot-match, overload-overlap]
    method: Callable[..., Coroutine[Any, Any, T]], item: _Id, body: _Body, /, **options: Unpack[RequestOptions]
) -> Coroutine[Any, Any, Response[T]]: ...


@overload
def with_response(  # type: ignore[overload-cannot-match]
    method: Callable[..., T], item: _Id, body: _Body, /, **options: Unpack[RequestOptions]
) -> Response[T]: ...


@overload
def with_response(  # type: ignore[overload-cannot-match, overload-overlap]
    method: Callable[..., Coroutine[Any, Any, T]],
    item: _Id,
    part: _Id,
    body: _Body,
    /,
    **options: Unpack[RequestOptions],
) -> Coroutine[Any, Any, Response[T]]: ...


@overload
def with_response(  # type: ignore[overload-cannot-match]
    method: Callable[..., T], item: _Id, part: _Id, body: _Body, /, **options: Unpack[RequestOptions]
) -> Response[T]: ...


def with_response(method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Call a method of the API, and return its data together with the status and the headers.

    :param method: a method of a client, such as ``client.sms.send_sms``. Of an :class:`~smscx_client.AsyncClient`,
        await the result.
    :param args, kwargs: the arguments of the method.
    :return: a :class:`Response` with ``data``, ``status``, ``headers`` and ``request_id``.
    :raises ApiTypeError: ``method`` is not a method that makes a call.
    :raises ApiException: as the method does.

    Example::

        response = smscx_client.with_response(client.sms.send_sms, to="+31612469333", from_="InfoText", text="Hi")
        print(response.data.info.total_cost, response.request_id)
    """
    if not callable(method):
        raise ApiTypeError(
            f"must be a method, not {type(method).__name__}: write with_response(client.sms.send_sms, to=...), "
            "without a call inside",
            ["method"],
        )
    if not hasattr(getattr(method, "__self__", None), "_call"):
        raise ApiTypeError("must be a method of the API, such as client.sms.send_sms", ["method"])
    if method.__name__.startswith("iter_"):
        raise ApiTypeError("must make one call: read the response of one page with a get_ method", ["method"])
    result = method(*args, **{**kwargs, "_return_http_data_only": False})
    return _awaited(result) if hasattr(result, "__await__") else Response(*result)


async def _awaited(result: Coroutine[Any, Any, tuple[Any, int, Mapping[str, str]]]) -> Response[Any]:
    return Response(*await result)
