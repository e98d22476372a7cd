"""The options of a call as typed dicts: for type checkers, and for the names of the options."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from smscx_client._timeouts import Timeout

__all__ = ["OF_CALLS", "OF_REQUESTS", "CallOptions", "RequestOptions"]


class RequestOptions(TypedDict, total=False):
    """The options of a request: of every method, and of each page of an ``iter_...`` method."""

    #: The timeout of this call: seconds, or ``(connect, read)`` seconds. ``total_timeout`` does not cut it short.
    _request_timeout: Timeout
    #: False: send arguments and dict bodies without checks.
    _check_input_type: bool
    #: True: check the response as strictly as a request.
    _check_return_type: bool
    #: The content type of the body; one that the operation supports.
    _content_type: str | None
    #: The number of the server. The API has one, number 0.
    _host_index: int | None
    #: Credentials instead of those of the configuration: dicts with ``key`` (header name) and ``value``.
    _request_auths: list[dict[str, str]] | None


class CallOptions(RequestOptions, total=False):
    """The options with those of published clients that change what a method returns.

    Type checkers do not know them, since a method has one type of result. Instead, use ``with_response`` and
    ``AsyncClient``.
    """

    #: True: start the call in a thread and return a handle. Its ``get()`` returns the result or raises the exception.
    async_req: bool
    #: False: return ``(data, status, headers)`` instead of the data.
    _return_http_data_only: bool
    #: False: return the response of urllib3 with its body unread. Read and release it.
    _preload_content: bool


OF_CALLS = CallOptions.__optional_keys__
OF_REQUESTS = RequestOptions.__optional_keys__
