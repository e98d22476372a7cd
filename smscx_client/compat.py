"""Names of published clients that this library does not use itself, so that programs written for them run unchanged.

``ApiClient`` has them from :class:`PublishedNames`. The tables of models (``attribute_map`` ...) are in
``_models/compat.py``, and :func:`model_named` gives each API module its models: ``sms_api.SendSmsMessageRequest``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from smscx_client._headers import CREDENTIAL_HEADERS, DefaultHeaders, check_header
from smscx_client._models.field import field
from smscx_client._models.kinds import DateTime, Kind, ListOf, MapOf, Ref, kind_of
from smscx_client.exceptions import ApiTypeError, ApiValueError
from smscx_client.operation import EXPORTS, Operation

__all__ = ["PublishedNames", "model_named"]


def model_named(name: str) -> Any:
    """Return the model with this name, as ``__getattr__`` of an API module.

    :raises AttributeError: there is no such model.
    """
    if name.startswith("_"):  # the import system asks every module for `__path__`: load no models for that
        raise AttributeError(f"there is no model {name!r}")
    return getattr(import_module("smscx_client.models"), name)


#: Bytes of the largest response that is kept after it is read. A larger one would take memory until the next call.
LARGEST_KEPT = 1 << 20


class LastResponse(threading.local):
    """The last response of each thread."""

    response: Any = None

    def drop_large(self) -> None:
        """Drop the response, which has been read, if it is too large to be kept."""
        if len(self.response.data) > LARGEST_KEPT:
            self.response = None


class PublishedNames:
    """Methods of ``ApiClient`` in published clients."""

    if TYPE_CHECKING:
        _last: LastResponse
        _background: Any
        pool_threads: int
        _request: Any
        _complete: Any

    @property
    def last_response(self) -> Any:
        """The last successful response that this thread received and read: ``status``, ``data``, ``headers``.

        None after a response of more than 1 MiB, which would take memory until the next call.
        """
        return self._last.response

    @classmethod
    def sanitize_for_serialization(cls, obj: Any) -> Any:
        """Return ``obj`` as plain JSON values: models in wire form, dates as text.

        :raises ApiValueError: a date is outside the years 1 to 9999, or ``obj`` cannot be JSON.
        """
        if hasattr(obj, "__wire_sent__"):
            return json.loads(json.dumps(type(obj).__wire_sent__(obj.__wire_sync__())))
        if isinstance(obj, Mapping):
            return {key: cls.sanitize_for_serialization(value) for key, value in obj.items()}
        if isinstance(obj, (list, tuple)):
            return [cls.sanitize_for_serialization(value) for value in obj]
        if hasattr(obj, "isoformat"):
            return DateTime().unwrap(obj) if hasattr(obj, "hour") else obj.isoformat()
        if obj is None or isinstance(obj, (str, int, float)):
            return obj
        raise ApiValueError(f"cannot be sent as JSON: a {type(obj).__name__}")

    def deserialize(self, response: Any, response_type: Any, _check_type: bool = False) -> Any:
        """Return the JSON body of ``response`` as ``response_type``: ``(Model,)``, ``([Model],)``, ``(str,)`` ...

        :param response: anything with the body in ``data``, as text or bytes.
        :param _check_type: whether the body is checked as strictly as a request.
        :raises ApiValueError: the body is not JSON.
        """
        kind = _kind(response_type)
        try:
            raw = json.loads(response.data)
        except (ValueError, RecursionError) as error:
            raise ApiValueError(f"the response is not JSON: {error}", ["response"]) from None
        if _check_type:
            from smscx_client._models.checks import ALL_CHECKS

            kind.take(raw, (), ALL_CHECKS)
        return kind.wrap(raw)

    def call_api(
        self,
        resource_path: str,
        method: str,
        path_params: Mapping[str, Any] | None = None,
        query_params: Any = None,
        header_params: Mapping[str, Any] | None = None,
        body: Any = None,
        post_params: Any = None,
        files: Any = None,
        response_type: Any = None,
        auth_settings: Any = None,
        async_req: bool | None = None,
        _return_http_data_only: bool | None = None,
        collection_formats: Any = None,
        _preload_content: bool = True,
        _request_timeout: Any = None,
        _host: str | None = None,
        _check_type: bool | None = None,
        _content_type: str | None = None,
        _request_auths: list[dict[str, Any]] | None = None,
    ) -> Any:
        """Call a path of the API, with the retries and exceptions of every other call.

        It returns ``(data, status, headers)``, or the data with ``_return_http_data_only=True``. It is not repeated
        where that could act twice. Credentials in ``header_params`` replace those of the configuration.
        ``auth_settings``, ``collection_formats`` and ``_check_type`` are not needed.

        :raises ApiTypeError: an argument is of the wrong type; or files or another host are given: the API has neither.
        :raises ApiValueError: ``resource_path`` does not begin with a slash.
        """
        _check_path(resource_path, method)
        for name, value in {"files": files, "_host": _host}.items():
            if value:
                raise ApiTypeError("is not supported by call_api", [name])
        form = bool(post_params)
        operation, arguments = _operation(
            resource_path, method, path_params, post_params if form else query_params, response_type, form, body
        )
        headers = DefaultHeaders({name: str(value) for name, value in (header_params or {}).items()})
        credentials = [{"key": name, "value": headers.pop(name)} for name in CREDENTIAL_HEADERS if name in headers]
        options = {
            "_return_http_data_only": bool(_return_http_data_only),
            "_preload_content": _preload_content,
            "_request_timeout": _request_timeout,
            "_request_auths": _request_auths or credentials or None,
            "async_req": bool(async_req),
        }
        if body is not None:
            arguments["body"] = self.sanitize_for_serialization(body)
        request = self._request(operation, arguments, options)
        for name, value in headers.items():
            check_header(name, value, "header_params")
            request.headers[name] = value
        if async_req:
            return self._background.start(self.pool_threads, self._complete, request, options)
        return self._complete(request, options)


def _check_path(path: Any, method: Any) -> None:
    for name, value in {"resource_path": path, "method": method}.items():
        if not isinstance(value, str):
            raise ApiTypeError(f"must be a str, not {type(value).__name__}", [name])
    if not path.startswith("/"):  # the path must not become a part of the host name
        raise ApiValueError("must begin with a slash", ["resource_path"])


def _pairs(given: Any, name: str) -> list[tuple[str, Any]]:
    """The parameters in a dict, or in a list of pairs."""
    try:
        return [(str(key), value) for key, value in (given.items() if isinstance(given, Mapping) else given or ())]
    except (TypeError, ValueError):
        raise ApiTypeError(f"must be a dict or a list of pairs, not {type(given).__name__}", [name]) from None


def _operation(
    path: str, method: str, path_params: Any, others: Any, response_type: Any, form: bool, body: Any
) -> tuple[Operation, dict[str, Any]]:
    """The operation of a ``call_api``, and its arguments."""
    pairs = [*_pairs(path_params, "path_params"), *_pairs(others, "post_params" if form else "query_params")]
    export = isinstance(response_type, str) and response_type in EXPORTS
    arguments = {f"{number} {name}": value for number, (name, value) in enumerate(pairs)}
    operation = Operation(
        f"{method.upper()} {path}",
        method.upper(),
        path,
        parameters={
            key: field(name, type=object, required=f"{{{name}}}" in path) for key, (name, _) in zip(arguments, pairs)
        },
        body=None if body is None else ("body", object),  # type: ignore[arg-type]
        returns=response_type if export else None,
        form=form,
        repeat="safe" if method.upper() in ("GET", "HEAD") else "never",
    )
    if response_type is not None and not export:
        operation.response = _kind(response_type)
        operation.returns = [] if isinstance(operation.response, ListOf) else "call_api"
    return operation, arguments


def _kind(response_type: Any) -> Kind:
    """The kind of a type as published clients write it: a model, ``[str]``, ``{str: (int,)}``, or a tuple of one."""
    if isinstance(response_type, tuple):
        return _kind(response_type[0]) if response_type else kind_of(object)
    if isinstance(response_type, list):
        return ListOf(_kind(tuple(response_type)))
    if isinstance(response_type, dict):
        return MapOf(_kind(next(iter(response_type.values()))))
    if isinstance(response_type, str) and hasattr(import_module("smscx_client.models"), response_type):
        return Ref(response_type)
    if hasattr(response_type, "__wire_view__"):
        return Ref(f"{response_type.__module__.rpartition('.')[2]}.{response_type.__name__}")
    if response_type in (dict, list):
        return kind_of(object)
    try:
        return kind_of(None if isinstance(response_type, str) else response_type)
    except (AttributeError, TypeError):
        raise ApiTypeError("must be a model, a type, or a list or dict of them", ["response_type"]) from None
