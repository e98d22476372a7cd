"""One request's way: an operation and its arguments become HTTP, and the answer a model or an exception.

The generated API classes hold no behaviour. Each of their methods names an operation, which is data, and hands its
arguments to :meth:`ApiClient.call`; what a call does is here, once for all of them.
"""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from smscx_client import auth
from smscx_client._background import Background
from smscx_client._suggest import did_you_mean
from smscx_client.configuration import Configuration, checked_timeout
from smscx_client.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiTypeError,
    ApiValueError,
    InvalidCredentialsException,
    decoded,
    exception_for,
)
from smscx_client.fields import Checks
from smscx_client.model_utils import encode_json
from smscx_client.operation import JSON, Operation, split, wire_body
from smscx_client.rest import RestClient
from smscx_client.retry import RetryPolicy, max_retries_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self, TypedDict
    from urllib3 import BaseHTTPResponse

    class CallOptions(TypedDict, total=False):
        """What every method takes beside its own arguments."""

        #: Start the call in a thread and return a handle; its ``get()`` returns or raises what the call would.
        async_req: bool
        #: False: return ``(data, status, headers)`` instead of the data.
        _return_http_data_only: bool
        #: False: return urllib3's response, its body unread. Read and release it.
        _preload_content: bool
        #: Seconds, or ``(connect, read)`` seconds, of this call.
        _request_timeout: float | tuple[float, float] | None
        #: False: send arguments and dict bodies unchecked.
        _check_input_type: bool
        #: True: check the answer as strictly as a request.
        _check_return_type: bool
        #: The body's content type, out of those that the operation takes.
        _content_type: str | None
        #: Which of the API's servers; there is one, number 0.
        _host_index: int | None
        #: Instead of the configuration's credentials: dicts with ``key`` (header name) and ``value``.
        _request_auths: list[dict[str, Any]] | None


__all__ = ["Api", "ApiClient", "Operation"]

logger = logging.getLogger("smscx_client")

_OPTIONS = frozenset(
    (
        "async_req",
        "_return_http_data_only",
        "_preload_content",
        "_request_timeout",
        "_check_input_type",
        "_check_return_type",
        "_content_type",
        "_host_index",
        "_request_auths",
    )
)
_FORM = "application/x-www-form-urlencoded"
#: What is no file although the status says so: a proxy's page, an error.
_NO_EXPORT = ("text/html", JSON)


class _Request:
    """What goes out, the same through all tries."""

    __slots__ = ("body", "headers", "idempotency_id", "operation", "renewable", "timeout", "url")

    def __init__(
        self,
        operation: Operation,
        url: str,
        headers: dict[str, str],
        body: str | None,
        *,
        idempotency_id: str | None,
        renewable: bool,
        timeout: Any,
    ):
        self.operation = operation
        self.url = url
        self.headers = headers
        self.body = body
        self.idempotency_id = idempotency_id
        #: Whether a new token may take the place of one that is refused.
        self.renewable = renewable
        self.timeout = timeout


class ApiClient:
    """Holds the connections and makes the calls; one is enough for a whole program and all of its threads.

    :param configuration: who you are and where the API is; the default configuration when None.
    :param header_name, header_value: a header to send with every request.
    :param cookie: a cookie to send with every request.
    :param pool_threads: how many threads serve calls with ``async_req=True``.

    Use it as a context manager, or call :meth:`close`, to give back its connections.
    """

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        pool_threads: int = 1,
    ):
        self.configuration = configuration if configuration is not None else Configuration.get_default_copy()
        self.pool_threads = pool_threads
        self.default_headers: dict[str, str] = {}
        self.user_agent = f"smscx-client-python/{_version()}"
        if header_name is not None:
            self.set_default_header(header_name, header_value or "")
        if cookie is not None:
            self.set_default_header("Cookie", cookie)
        self.rest_client = RestClient(self.configuration)
        self.retry_policy = RetryPolicy()
        self._authenticator = auth.Authenticator(self.configuration, self._fetch_token)
        self._background = Background()
        self._host_for_credentials: str | None = None

    @property
    def user_agent(self) -> str:
        """What the client calls itself in the ``User-Agent`` header."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.set_default_header("User-Agent", value)

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with every request.

        :raises ApiValueError: name or value has characters that a header cannot carry, such as line breaks.
        """
        auth.check_header(header_name, header_value, "header_name")
        self.default_headers[header_name] = header_value

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Finish the calls begun with ``async_req=True`` and close the connections."""
        self._background.finish()
        self.rest_client.close()

    def call(self, operation: Operation, arguments: Mapping[str, Any], options: CallOptions) -> Any:
        """Make one call: check and encode the arguments, send them, repeat what may be repeated, read the answer.

        :raises ApiTypeError: an argument is missing or of the wrong type, or an option is unknown.
        :raises ApiValueError: an argument is outside its limits, or there are no credentials.
        :raises ApiException: the server refused, or could not be reached.
        """
        if options:
            for name in options.keys() - _OPTIONS:
                raise ApiTypeError(f"{operation.name} has no argument or option `{name}`" + _nearest(name, operation))
        request = self._request(operation, arguments, options)
        if options and options.get("async_req"):
            return self._background.start(self.pool_threads, self._answer, request, options)
        return self._answer(request, options)

    def _answer(self, request: _Request, options: CallOptions) -> Any:
        preload = not options or options.get("_preload_content", True)
        strict = bool(options) and options.get("_check_return_type", False)
        response, data = self._deliver(request, preload, strict)
        if not preload:
            return response
        if options and not options.get("_return_http_data_only", True):
            return data, response.status, response.headers
        return data

    def _request(self, operation: Operation, arguments: Mapping[str, Any], options: CallOptions) -> _Request:
        configuration = self.configuration
        checks = Checks.of(configuration, options.get("_check_input_type", True))
        path, others = split(operation, arguments, checks, configuration.safe_chars_for_path_param)
        headers = {**self.default_headers, "Accept": operation.accept}
        body = idempotency_id = None
        if operation.form:
            headers["Content-Type"] = _FORM
            body = urlencode(others)
        elif others:
            path = f"{path}?{urlencode(others)}"
        if operation.body is not None:
            headers["Content-Type"] = JSON
            wire = wire_body(operation, arguments[operation.body[0]], checks)
            if operation.repeat == "keyed":
                wire = self._keyed(wire)
                given = wire.get("idempotencyId")
                idempotency_id = given if isinstance(given, str) else None  # unchecked, it may be no id at all
            body = encode_json(wire)
        if options:
            _check_fixed(operation, options, headers.get("Content-Type"))
        if configuration.host != self._host_for_credentials:
            auth.check_encrypted(configuration)
            self._host_for_credentials = configuration.host
        other = options.get("_request_auths")
        if other is not None:
            auth.override(headers, other)
        else:
            headers.update(self._authenticator.headers(operation.scheme))
        timeout = configuration.timeout
        if options.get("_request_timeout") is not None:
            timeout = checked_timeout(options["_request_timeout"], "_request_timeout")
        url = configuration.host + path
        return _Request(
            operation,
            url,
            headers,
            body,
            idempotency_id=idempotency_id or None,
            renewable=other is None,
            timeout=timeout,
        )

    def _keyed(self, wire: dict[str, Any]) -> dict[str, Any]:
        """``wire`` with an idempotency id, unless the caller gave one or wants none."""
        if wire.get("idempotencyId") or not self.configuration.auto_idempotency:
            return wire
        from uuid import uuid4

        return {**wire, "idempotencyId": str(uuid4())}

    def _deliver(self, request: _Request, preload: bool, strict: bool) -> tuple[BaseHTTPResponse, Any]:
        """Send ``request`` until it is answered or must not be repeated."""
        configuration = self.configuration
        tries = self.retry_policy.start(
            repeatable=request.operation.repeat == "safe" or request.idempotency_id is not None,
            max_retries=max_retries_of(configuration),
            budget=configuration.total_timeout,
        )
        try:
            while True:
                try:
                    response = self._send(request, tries.number, tries.time_left(), preload)
                    return response, (self._read(request.operation, response, strict) if preload else None)
                except ApiException as failure:
                    if not (self._renew(request, failure) or tries.wait_after(failure)):
                        raise
        except ApiException as failure:
            failure.outcome_unknown = failure.outcome_unknown or tries.uncertain
            failure.idempotency_id = request.idempotency_id
            raise

    def _renew(self, request: _Request, failure: ApiException) -> bool:
        """Whether ``failure`` was the first refusal of a token, and ``request`` has a new one now."""
        if not (request.renewable and isinstance(failure, InvalidCredentialsException)):
            return False
        request.renewable = False
        headers = self._authenticator.renewed(request.headers)
        request.headers.update(headers or {})
        return headers is not None

    def _send(self, request: _Request, number: int, time_left: float | None, preload: bool) -> BaseHTTPResponse:
        operation = request.operation
        started = time.monotonic()
        response: BaseHTTPResponse | None = None
        try:
            response = self.rest_client.request(
                operation.method,
                request.url,
                request.headers,
                request.body,
                request.timeout,
                time_left,
                preload=preload and operation.returns != "xlsx",
                timed=preload,
            )
            if not 200 <= response.status <= 299:
                raise exception_for(response)
            return response
        finally:
            if logger.isEnabledFor(logging.INFO):
                seconds = time.monotonic() - started
                request_id = "-" if response is None else response.headers.get("X-Request-Id", "-")
                logger.info(
                    "%s %s %s in %.3f s, try %d, request %s",
                    operation.method,
                    operation.path,
                    "no answer" if response is None else response.status,
                    seconds,
                    number,
                    request_id.encode("unicode_escape").decode(),  # the server's word, kept on one line
                )

    def _read(self, operation: Operation, response: BaseHTTPResponse, strict: bool) -> Any:
        """The answer's body as what the operation returns."""
        returns = operation.returns
        if returns is None or (response.status == 204 and operation.may_be_empty):
            return None
        if returns in ("csv", "xlsx") and response.headers.get("Content-Type", "").lower().startswith(_NO_EXPORT):
            response.close()
            raise _unreadable(response, "it is no export")
        if returns == "csv":
            return _text(response)
        if returns == "xlsx":
            from smscx_client._download import saved

            return saved(response, self.configuration.temp_folder_path)
        wire = _parsed(response)
        kind = operation.answer
        assert kind is not None
        if not isinstance(wire, list if isinstance(returns, list) else dict):
            raise _unreadable(response, "it is not the JSON that this operation answers with")
        if strict:
            try:
                kind.take(wire, (), Checks.of(self.configuration))
            except (ApiTypeError, ApiValueError) as error:
                raise _unreadable(response, str(error)) from error
        data = kind.wrap(wire)
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s answered %r", operation.name, data)
        return data

    def _fetch_token(self) -> tuple[str, float]:
        from smscx_client.api.oauth_api import OauthApi

        try:
            answer = OauthApi(self).get_access_token(scope=self.configuration.scope)
        except ApiException as failure:
            failure.outcome_unknown = False  # of the call that needs the token, nothing was sent
            raise
        token: Any = answer.access_token
        if not (isinstance(token, str) and token and auth.fits_header(token)):
            raise ApiConnectionException("the server said 200, but there is no token in its answer that can be used")
        try:
            return token, float(answer.expires_in or 0)
        except (TypeError, ValueError, OverflowError):  # it is used until it is refused
            return token, 0.0


class Api:
    """What the API classes share: the client that makes their calls.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def __init__(self, api_client: ApiClient | None = None):
        self.api_client = api_client if api_client is not None else ApiClient()

    def _call(self, operation: Operation, options: CallOptions, /, **arguments: Any) -> Any:
        return self.api_client.call(operation, arguments, options)


def _version() -> str:
    from smscx_client import __version__

    return __version__


def _nearest(name: str, operation: Operation) -> str:
    body = operation.body[:1] if operation.body else ()
    return did_you_mean(name, [*operation.parameters, *body, *_OPTIONS])


def _check_fixed(operation: Operation, options: CallOptions, content_type: str | None) -> None:
    """Refuse a content type or server that the operation does not have."""
    wanted = options.get("_content_type")
    if wanted is not None and wanted != content_type:
        raise ApiValueError(f"{operation.name} takes {content_type or 'no body'}, not {wanted}", ["_content_type"])
    if options.get("_host_index") not in (None, 0):
        raise ApiValueError("the API has one server, number 0", ["_host_index"])


def _text(response: BaseHTTPResponse) -> str:
    return decoded(response.data, response.headers.get("Content-Type", ""))


def _parsed(response: BaseHTTPResponse) -> Any:
    data = response.data
    try:
        if "charset=" in response.headers.get("Content-Type", "").lower():
            return json.loads(_text(response))
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _unreadable(response, "it is no JSON" if data else "it is empty") from error


def _unreadable(response: BaseHTTPResponse, why: str) -> ApiConnectionException:
    return ApiConnectionException(
        f"the server said {response.status}, but its answer cannot be read: {why}", outcome_unknown=True
    )
