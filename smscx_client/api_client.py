"""One call: an operation and its arguments become a request, and the response becomes a model or an exception.

The generated API classes have no code of their own. Each method passes its operation, which is data, and its arguments
to :meth:`ApiClient.call`.
"""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from smscx_client import _cancellation, auth
from smscx_client._background import Background
from smscx_client._headers import CREDENTIAL_HEADERS, DefaultHeaders, check_header
from smscx_client._models.checks import Checks
from smscx_client._models.json import encode_json
from smscx_client._settings import has_credentials, with_settings
from smscx_client._suggest import did_you_mean
from smscx_client._timeouts import checked_timeout, longest_of
from smscx_client._transport.deadlines import current
from smscx_client._transport.failures import too_late
from smscx_client._version import __version__
from smscx_client.compat import LastResponse, PublishedNames
from smscx_client.configuration import Configuration, basic_credentials
from smscx_client.exceptions import (
    ApiAttributeError,
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    InvalidCredentialsException,
    decoded,
    exception_for,
)
from smscx_client.operation import JSON, Operation, body_of, form_of, path_and_parameters, wire_body
from smscx_client.rest import RestClient
from smscx_client.retry import RetryPolicy, UnknownOutcomes, max_retries_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Callable

    from typing_extensions import Self, Unpack
    from urllib3 import BaseHTTPResponse

    from smscx_client._call_options import CallOptions as CallOptions
    from smscx_client._call_options import RequestOptions as RequestOptions
    from smscx_client._export_limit import LimitCheck
    from smscx_client._setting_types import CallSettings
    from smscx_client._watch import Watch
    from smscx_client.rest import Transport
    from smscx_client.retry import Tries

    #: Writes the body of a response to a file and returns the result of the call.
    Save = Callable[[BaseHTTPResponse], Any]

__all__ = ["Api", "ApiClient", "CallOptions", "Operation", "RequestOptions"]

logger = logging.getLogger("smscx_client")

_FORM = "application/x-www-form-urlencoded"
#: Content types that are not an export although the status is 200: the page of a proxy, an error.
_NOT_EXPORTS = ("text/html", JSON)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """``RequestOptions`` and ``CallOptions``, which most programs do not need: to make them takes time."""
        if name not in ("RequestOptions", "CallOptions"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from smscx_client import _call_options

        return getattr(_call_options, name)


class _Request:
    """A request, the same for all tries."""

    __slots__ = (
        "body",
        "budget",
        "form",
        "headers",
        "host",
        "idempotency_id",
        "names_object",
        "operation",
        "renewable",
        "save",
        "timeout",
        "token",
        "unauthenticated",
        "url",
    )

    def __init__(
        self,
        operation: Operation,
        host: str,
        path: str,
        headers: dict[str, str],
        body: str | None,
        *,
        idempotency_id: str | None,
        token: Any,
        timeout: Any,
        budget: float | None,
    ):
        self.operation = operation
        self.host = host
        self.url = host + path
        self.headers = headers
        self.body = body
        self.idempotency_id = idempotency_id
        self.authenticated(token)
        #: The options of the call if its own thread has to set the credentials; None if they are set.
        self.unauthenticated: CallOptions | None = None
        self.timeout = timeout
        #: Whether it changes an object that its path names, so that a second request meets the effect of the first.
        self.names_object = operation.changes and bool(operation.in_path)
        #: Seconds for all tries, and for fetching the token; None for no limit.
        self.budget = budget
        #: The model of a response of several forms, if the arguments decide it.
        self.form: Any = None
        #: Writes the body of a response to a file and returns the result of the call; None to read it into memory.
        self.save: Save | None = None

    def authenticated(self, token: Any) -> None:
        """Set where the bearer token comes from; None if the headers have the credentials."""
        self.token = token
        #: Whether the client may send it again with a new token if the server rejects the token.
        self.renewable = isinstance(token, auth.TokenSource)


class ApiClient(PublishedNames):
    """Makes the calls and owns the connections. One client is enough for a whole program and all of its threads.

    :param configuration: the settings; the default configuration if None.
    :param header_name, header_value: a header to send with every request.
    :param cookie: a cookie to send with every request.
    :param pool_threads: the number of threads for calls with ``async_req=True``.
    :param transport: sends the requests; urllib3 if None. The client closes it. See :class:`smscx_client.Transport`.
    :param retry_policy: the clock, the pauses and the random numbers of repeated calls.

    To close its connections, use it as a context manager or call :meth:`close`.
    """

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | int | None = None,
        cookie: str | None = None,
        pool_threads: int = 1,
        *,
        transport: Transport | None = None,
        retry_policy: RetryPolicy | None = None,
    ):
        if configuration is not None and not isinstance(configuration, Configuration):
            raise ApiTypeError(
                f"must be a Configuration, not {type(configuration).__name__}: "
                "write ApiClient(Configuration(api_key=...)), or Client(api_key=...)",
                ["configuration"],
            )
        self._configuration = configuration if configuration is not None else Configuration.get_default_copy()
        self.pool_threads = pool_threads
        self.default_headers = {}
        self.user_agent = f"smscx-client-python/{__version__}"
        if header_name is not None:
            self.set_default_header(header_name, "" if header_value is None else header_value)
        if cookie is not None:
            self.cookie = cookie
        self.rest_client: Transport = transport if transport is not None else RestClient(self._configuration)
        self.retry_policy = retry_policy if retry_policy is not None else RetryPolicy()
        self._authenticator = auth.Authenticator(self._configuration, self._fetch_token)
        self._background = Background()
        self._unknown = UnknownOutcomes()
        self._last = LastResponse()
        self._host_for_credentials: str | None = None
        #: The client that owns the connections, if that is another one.
        self._owner: ApiClient | None = None

    @property
    def configuration(self) -> Configuration:
        """The settings. A change applies to later calls, and so does another configuration.

        A client of :meth:`with_options` cannot get another one: its connections belong to another client.
        """
        return self._configuration

    @configuration.setter
    def configuration(self, value: Configuration) -> None:
        if not isinstance(value, Configuration):
            raise ApiTypeError(f"must be a Configuration, not {type(value).__name__}", ["configuration"])
        if self._owner is not None:
            raise ApiAttributeError(
                "a client of with_options uses the connections of another client: set it there", ["configuration"]
            )
        self._configuration = value
        self._authenticator = self._authenticator.sharing_tokens(value)
        if isinstance(self.rest_client, RestClient):
            self.rest_client.configure(value)

    @property
    def default_headers(self) -> dict[str, str]:
        """The headers of every request. Names are case-insensitive.

        An ``X-API-KEY`` or ``Authorization`` header here is sent instead of the credentials of the configuration.
        """
        return self._default_headers

    @default_headers.setter
    def default_headers(self, value: Mapping[str, str]) -> None:
        self._default_headers = DefaultHeaders(value)

    @property
    def user_agent(self) -> str:
        """The value of the ``User-Agent`` header."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.set_default_header("User-Agent", value)

    @property
    def cookie(self) -> str | None:
        """The value of the ``Cookie`` header; None for no cookie."""
        return self.default_headers.get("Cookie")

    @cookie.setter
    def cookie(self, value: str | None) -> None:
        if value is None:
            self.default_headers.pop("Cookie", None)
        else:
            self.set_default_header("Cookie", value)

    def set_default_header(self, header_name: str, header_value: str | int) -> None:
        """Send a header with every request; see :attr:`default_headers`.

        :param header_name: such as ``X-Tenant``.
        :param header_value: its value; an earlier one is replaced.
        :raises ApiTypeError: name or value is not text.
        :raises ApiValueError: name or value has characters that a header cannot have, such as line breaks.
        """
        for given, kinds in ((header_name, str), (header_value, (str, int))):
            if not isinstance(given, kinds):
                raise ApiTypeError(f"must be text, not {type(given).__name__}", ["header_name"])
        header_value = str(header_value)
        check_header(header_name, header_value, "header_name")
        self.default_headers[header_name] = header_value

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def with_options(self, *, headers: Mapping[str, str | int] | None = None, **settings: Unpack[CallSettings]) -> Self:
        """Return a client with other settings for its calls, and with the connections and tokens of this one.

        The settings that are not given are those that this client has now. Closing the new client closes nothing.

        :param headers: headers to send with every request, in addition to those of this client.
        :param settings: any setting of :class:`~smscx_client.Configuration` that can differ from call to call, such as
            ``total_timeout``, ``max_retries`` or ``api_key``.
        :raises ApiTypeError: there is no such setting, it is of the wrong type, or all calls share it, as ``host``.
        :raises ApiValueError: a setting has a value that cannot be used.
        """
        configuration = with_settings(self._configuration, settings)
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._owner = self._owner or self
        other._configuration = configuration
        other._authenticator = self._authenticator.sharing_tokens(configuration)
        other._last = LastResponse()
        other._host_for_credentials = None
        other.default_headers = self._default_headers
        if has_credentials(settings):
            for name in CREDENTIAL_HEADERS:
                other._default_headers.pop(name, None)
        if headers is not None and not hasattr(headers, "items"):
            raise ApiTypeError(f"must be a dict of names and values, not {type(headers).__name__}", ["headers"])
        for name, value in (headers or {}).items():
            other.set_default_header(name, value)
        return other

    def close(self) -> None:
        """Wait for the calls started with ``async_req=True``, then close the connections.

        On a client of :meth:`with_options`, it does nothing.
        """
        if self._owner is not None:
            return
        self._background.finish()
        self.rest_client.close()

    def call(
        self, operation: Operation, arguments: Mapping[str, Any], options: CallOptions, save: Save | None = None
    ) -> Any:
        """Make one call: check and encode the arguments, send the request, repeat it if allowed, read the response.

        :param operation: the operation, as data.
        :param arguments: its arguments, by their Python names.
        :param options: the options of this call.
        :param save: writes the body of the response to a file and returns the result of the call. It is called again
            for the next try if it raises ApiConnectionException.
        :raises ApiTypeError: an argument is missing or of the wrong type, or an option is unknown.
        :raises ApiValueError: an argument is outside its limits, or there are no credentials.
        :raises ApiException: the server sent an error response, or there is no response.
        """
        if options:
            from smscx_client._call_options import OF_CALLS

            for name in options.keys() - OF_CALLS:
                raise ApiTypeError(f"{operation.name} has no argument or option `{name}`" + _nearest(name, operation))
        request = self._request(operation, arguments, options)
        request.save = save if save is not None or operation.returns != "xlsx" else self._save
        if options and options.get("async_req"):
            return self._background.start(self.pool_threads, self._complete, request, options)
        return self._complete(request, options)

    def _complete(self, request: _Request, options: CallOptions) -> Any:
        preload = not options or options.get("_preload_content", True)
        strict = bool(options) and options.get("_check_return_type", False)
        if request.unauthenticated is not None:
            token = self._authenticate(request.operation, request.headers, request.unauthenticated, request.host)
            request.authenticated(token)
        response, data = self._deliver(request, preload, strict)
        if not preload:
            return response
        if options and not options.get("_return_http_data_only", True):
            return data, response.status, response.headers
        return data

    def _request(
        self, operation: Operation, arguments: Mapping[str, Any], options: CallOptions, host: str | None = None
    ) -> _Request:
        configuration = self._configuration
        shared = configuration if self._owner is None else self._owner._configuration
        host = host or shared.host  # read once: another thread may change it
        checks = Checks.of(configuration, options.get("_check_input_type", True), of_call=True)
        path, parameters = path_and_parameters(operation, arguments, checks, configuration.safe_chars_for_path_param)
        headers = {**self._default_headers, "Accept": operation.accept}
        body = idempotency_id = None
        if operation.form:
            headers["Content-Type"] = _FORM
            body = urlencode(parameters)
        elif parameters:
            path = f"{path}?{urlencode(parameters)}"
        if operation.body is not None:
            headers["Content-Type"] = JSON
            wire = wire_body(operation, arguments[operation.body[0]], checks)
            if operation.repeat == "keyed":
                wire = self._with_idempotency_id(wire)
                value = wire.get("idempotencyId")
                idempotency_id = value if isinstance(value, str) else None  # without checks it can have any type
            body = encode_json(wire)
            if "{{" in body:
                from smscx_client._placeholder_check import warn_of_placeholders

                warn_of_placeholders(operation.name, wire)
        if options:
            _check_fixed(operation, options, headers.get("Content-Type"))
        if host != self._host_for_credentials:
            auth.check_encrypted(host, shared.allow_http)
            self._host_for_credentials = host
        later = bool(options) and options.get("async_req") and configuration.refresh_api_key_hook is not None
        token = None if later else self._authenticate(operation, headers, options, host)
        timeout, budget = configuration.timeout, configuration.total_timeout
        if options.get("_request_timeout"):  # 0 means none in published clients
            timeout = checked_timeout(options["_request_timeout"], "_request_timeout")
            budget = longest_of(timeout, budget)
        request = _Request(
            operation,
            host,
            path,
            headers,
            body,
            idempotency_id=idempotency_id or None,
            token=token,
            timeout=timeout,
            budget=budget,
        )
        if later:  # the hook may take long
            request.unauthenticated = options
        if operation.forms is not None:
            request.form = form_of(operation, arguments)
        return request

    def _authenticate(self, operation: Operation, headers: dict[str, str], options: CallOptions, host: str) -> Any:
        """Set the credentials in ``headers``; return the source of the bearer token if one may have to be fetched.

        The order of precedence is ``_request_auths``, the default headers, the configuration.
        """
        credentials = options.get("_request_auths")
        if credentials is not None:
            auth.override(headers, credentials)
            return None
        if "X-API-KEY" in headers or "Authorization" in headers:
            if operation.scheme != "basic" or not (self._configuration.username and self._configuration.password):
                return None
            headers.pop("X-API-KEY", None)
        found, token = self._authenticator.headers(operation.scheme, host)
        headers.update(found)
        return token

    def _with_idempotency_id(self, wire: dict[str, Any]) -> dict[str, Any]:
        """``wire`` with a new idempotency id, unless it has one or the configuration turns them off."""
        if wire.get("idempotencyId") or not self._configuration.auto_idempotency:
            return wire
        return {**wire, "idempotencyId": _new_id()}

    def _deliver(self, request: _Request, preload: bool, strict: bool) -> tuple[BaseHTTPResponse, Any]:
        """Send ``request`` until there is a response or it must not be repeated; return the response and its data."""
        configuration = self._configuration
        tries = self.retry_policy.start(
            repeatable=request.operation.repeat == "safe" or request.idempotency_id is not None,
            max_retries=max_retries_of(configuration),
            budget=request.budget,
            acts=request.operation.changes,
        )
        watch = self._watch(request)
        try:
            if request.token is not None:
                request.headers["Authorization"] = auth.bearer(request.token, tries.time_before())
                if not tries.has_time():
                    raise ApiTimeoutException("fetching the token took too long: the request was not sent")
            response, data = self._repeat(request, tries, watch, preload, strict)
        except BaseException as failure:
            if isinstance(failure, ApiException):
                _set_outcome(failure, request, tries)
                if request.names_object:
                    self._unknown.failed(f"{request.operation.method} {request.url}", failure)
            if watch is not None:
                watch.end(failure)
            raise
        if self._unknown and request.names_object:
            self._unknown.succeeded(f"{request.operation.method} {request.url}")
        if watch is not None:
            watch.end(data=data)
        return response, data

    def _watch(self, request: _Request) -> Watch | None:
        """What makes the events of this call; None if nothing uses them."""
        configuration = self._configuration
        logged = logger.isEnabledFor(logging.INFO)
        if configuration.on_event is None and not logged:
            return None
        from smscx_client._watch import Watch

        return Watch(
            configuration.on_event,
            logged,
            request.operation,
            request.host,
            request.idempotency_id,
            self.retry_policy,
            configuration.log_content,
        )

    def _repeat(
        self, request: _Request, tries: Tries, watch: Watch | None, preload: bool, strict: bool
    ) -> tuple[BaseHTTPResponse, Any]:
        """Make one try after another until one succeeds or there must be no other."""
        while True:
            if watch is not None:
                watch.start_try(request.headers)
            try:
                response = self._send(request, tries, preload, watch)
                if preload:  # an unread response would keep its connection open
                    self._last.response = response
                data = self._read(request, response, strict) if preload else None
            except ApiException as failure:
                failure.received_at = self.retry_policy.now()
                renews = request.renewable and isinstance(failure, InvalidCredentialsException)
                pause = 0.0 if renews else tries.pause_after(failure)
                _set_outcome(failure, request, tries)
                if watch is not None:
                    watch.end_try(failure, pause)
                if pause is None or (renews and not self._renew(request, tries)):
                    raise
                if not renews:
                    tries.wait(pause)
                if request.operation.changes and tries.is_forgotten():
                    raise
            else:
                if watch is not None:
                    watch.end_try()
                    self._log_data(request.operation, data)
                return response, data

    def _renew(self, request: _Request, tries: Tries) -> bool:
        """Set a new token after the server rejected that of ``request``. Return whether another try has enough time."""
        request.renewable = False
        _, _, rejected = request.headers["Authorization"].partition(" ")
        token = request.token.renew(rejected, tries.time_before())
        request.headers["Authorization"] = f"Bearer {token}"
        return tries.has_time()

    def _send(self, request: _Request, tries: Tries, preload: bool, watch: Watch | None) -> BaseHTTPResponse:
        _cancellation.check()
        operation = request.operation
        current.log_content = self._configuration.log_content
        current.is_forgotten = check = tries.last_check() if operation.changes else None
        if check is not None and check():  # not every transport asks
            raise too_late()
        response = self.rest_client.request(
            operation.method,
            request.url,
            request.headers,
            request.body,
            request.timeout,
            tries.time_left(),
            preload=preload and request.save is None,
            timed=preload,
        )
        if watch is not None:
            watch.received(response)
        if not 200 <= response.status <= 299:
            raise exception_for(response)
        return response

    def _save(self, response: BaseHTTPResponse) -> Any:
        from smscx_client._download import save_body

        return save_body(response, self._configuration.temp_folder_path)

    def _read(self, request: _Request, response: BaseHTTPResponse, strict: bool) -> Any:
        """The body of the response as the type that the operation returns."""
        operation = request.operation
        returns = operation.returns
        if returns is None or (response.status == 204 and operation.may_be_empty):
            return None
        if returns in ("csv", "xlsx") and response.headers.get("Content-Type", "").lower().startswith(_NOT_EXPORTS):
            response.close()
            raise _unreadable(response, "it is not an export")
        if request.save is not None:
            return request.save(response)
        if returns == "csv":
            text = _text(response)
            self._last.drop_large()
            return text
        wire = _parsed(response)
        self._last.drop_large()
        kind = operation.response
        assert kind is not None
        if not isinstance(wire, list if isinstance(returns, list) else dict):
            raise _unreadable(response, "it is not the JSON that this operation returns")
        if strict:
            try:
                kind.take(wire, (), Checks.of(self._configuration))
            except (ApiTypeError, ApiValueError) as error:
                raise _unreadable(response, str(error)) from error
        data = kind.wrap(wire)
        if request.form is not None:
            data.__wire_adopt__(request.form)
        return data

    def _log_data(self, operation: Operation, data: Any) -> None:
        if operation.response is not None and data is not None and logger.isEnabledFor(logging.DEBUG):
            from smscx_client.events import safely

            shown = repr(data) if self._configuration.log_content else type(data).__name__
            safely(logger.debug, "%s returned %s", operation.name, shown)

    def _fetch_token(self, identity: auth.Identity, time_left: float | None) -> tuple[str, float]:
        arguments = {"grant_type": "client_credentials", "scope": identity.scope}
        credentials = basic_credentials(identity.application_id, identity.secret)
        options: CallOptions = {"_request_auths": [{"key": "Authorization", "value": credentials}]}
        request = self._request(auth.GET_ACCESS_TOKEN, arguments, options, identity.host)
        request.budget = time_left
        try:
            response = self._complete(request, options)
        except ApiException as failure:
            failure.outcome_unknown = False  # the call that needs the token was not sent
            raise
        return auth.token_of(response)


def no_method(api: object, name: str) -> AttributeError:
    """Return the error for a method that an API class does not have, with the name of a similar one."""
    known = [one for one in dir(type(api)) if not one.startswith("_")]
    hint = "" if name.startswith("_") else did_you_mean(name, known)
    return ApiAttributeError(f"{type(api).__name__} has no attribute `{name}`{hint}")


class Api:
    """The base class of the API classes.

    :param api_client: the client that makes the calls; a new one with the default configuration if None.
    """

    def __init__(self, api_client: ApiClient | None = None):
        if api_client is not None and not hasattr(api_client, "call"):
            name = type(self).__name__
            raise ApiTypeError(
                f"must be an ApiClient, not {type(api_client).__name__}: write {name}(ApiClient(configuration)); "
                "a Client has its API classes as attributes, such as client.sms",
                ["api_client"],
            )
        self.api_client = api_client if api_client is not None else ApiClient()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            raise no_method(self, name)

    def _call(self, operation: Operation, options: Any, /, **arguments: Any) -> Any:
        return self.api_client.call(operation, arguments, options)

    def _call_with(
        self, operation: Operation, options: Any, body: Any, fields: dict[str, Any], /, **arguments: Any
    ) -> Any:
        """Make a call with a body, or with the fields of one."""
        assert operation.body is not None
        arguments[operation.body[0]] = body_of(operation, body, fields, options)
        return self._call(operation, options, **arguments)

    def _export(self, operation: Operation, options: Any, save_to: Any, progress: Any, /, **arguments: Any) -> Any:
        from smscx_client._export_limit import limit_check

        check = limit_check(operation, arguments, options)
        result = self._exported(check, operation, options, save_to, progress, **arguments)
        if check is not None:
            check.warn()
        return result

    def _exported(
        self,
        check: LimitCheck | None,
        operation: Operation,
        options: Any,
        save_to: Any,
        progress: Any,
        /,
        **arguments: Any,
    ) -> Any:
        """Make an export, and count its rows for ``check``."""
        save = None
        if save_to is not None:
            if not options.get("_preload_content", True):
                raise ApiTypeError("cannot be combined with `save_to`, which reads the body", ["_preload_content"])
            from smscx_client._download import saving_to

            save = saving_to(save_to, progress, check)
        elif progress is not None:
            raise ApiTypeError("needs `save_to`: it reports the progress of a file", ["progress"])
        result = self.api_client.call(operation, arguments, options, save)
        if check is not None:
            check.finish(result)
        return result

    def _pages(self, operation: Operation, options: RequestOptions, /, **arguments: Any) -> Any:
        from smscx_client.paging import Pages, check_arguments, unknown_argument

        if options:
            from smscx_client._call_options import OF_REQUESTS

            for name in options.keys() - OF_REQUESTS:
                raise unknown_argument(name, operation, OF_REQUESTS)
        configuration = self.api_client.configuration
        checks = Checks.of(configuration, options.get("_check_input_type", True))
        check_arguments(operation, arguments, checks, configuration.safe_chars_for_path_param)

        def fetch(cursor: str | None) -> Any:
            return self.api_client.call(operation, {**arguments, "next": cursor}, cast("CallOptions", options))

        return Pages(fetch, arguments["next"])


def _new_id() -> str:
    """Return a random UUID (version 4). To import :mod:`uuid` would take longer than the rest of a first call."""
    digits = os.urandom(16).hex()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


def _set_outcome(failure: ApiException, request: _Request, tries: Tries) -> None:
    """Set what a failure says about the call: whether it may have been carried out, and with which idempotency id."""
    failure.outcome_unknown = (failure.outcome_unknown or tries.uncertain) and request.operation.changes
    failure.idempotency_id = request.idempotency_id


def _nearest(name: str, operation: Operation) -> str:
    from smscx_client._call_options import OF_CALLS

    body = operation.body[:1] if operation.body else ()
    of_exports = ("save_to", "progress") if operation.returns in ("csv", "xlsx") else ()
    fields = [field for kind in operation.bodies for field in kind.names]
    return did_you_mean(name, [*operation.parameters, *fields, *body, *of_exports, *OF_CALLS])


def _check_fixed(operation: Operation, options: CallOptions, content_type: str | None) -> None:
    """Refuse a content type or server that the operation does not have."""
    requested = options.get("_content_type")
    if requested is not None and requested != content_type:
        raise ApiValueError(f"{operation.name} takes {content_type or 'no body'}, not {requested}", ["_content_type"])
    if options.get("_host_index") not in (None, 0):
        raise ApiValueError("the API has one server, number 0", ["_host_index"])


def _text(response: BaseHTTPResponse) -> str:
    return decoded(response.data, response.headers.get("Content-Type", ""))


def _parsed(response: BaseHTTPResponse) -> Any:
    data = response.data
    try:
        if "charset=" in response.headers.get("Content-Type", "").lower():
            return json.loads(_text(response))
        try:
            return json.loads(data.decode())
        except ValueError:  # no UTF-8, or with a byte order mark
            return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _unreadable(response, "it is not JSON" if data else "it is empty") from error


def _unreadable(response: BaseHTTPResponse, why: str) -> ApiConnectionException:
    return ApiConnectionException(
        f"the server sent status {response.status}, but its response cannot be read: {why}", outcome_unknown=True
    )
