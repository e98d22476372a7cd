"""Which exception a failure below HTTP becomes, and whether the request may have acted."""

from __future__ import annotations

import re
import socket

from urllib3 import exceptions as urllib3_errors

from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException

__all__ = ["TIME_USED_UP", "TRANSPORT_ERRORS", "RequestForgotten", "connection_failure", "too_late"]

#: What urllib3 raises. Errors of the layers below it are not all wrapped.
TRANSPORT_ERRORS = (urllib3_errors.HTTPError, OSError, ValueError)
TIME_USED_UP = "the total time of the call is used up"
_TOO_LATE = "the API may have forgotten the idempotency id of this request, so this try was not sent"


class RequestForgotten(urllib3_errors.HTTPError):
    """Nothing was written: the API may have forgotten an earlier try of this request, which may have acted."""


_NOT_SENT = (urllib3_errors.NewConnectionError, urllib3_errors.LocationValueError, urllib3_errors.ClosedPoolError)


def connection_failure(error: BaseException) -> ApiConnectionException:
    """Return the exception to raise for a failure below HTTP."""
    through = ""
    if isinstance(error, urllib3_errors.ProxyError):  # urllib3 1.26 wraps every failure behind a proxy in it
        through, error = "through the proxy: ", error.original_error
    if isinstance(error, RequestForgotten):
        return too_late()
    message = through + _failure_message(error) + _hint(error, is_proxy=bool(through))
    if isinstance(error, _NOT_SENT):
        return ApiConnectionException(message)
    if isinstance(error, urllib3_errors.ConnectTimeoutError):
        return ApiTimeoutException(message)
    timed_out = any(isinstance(one, (urllib3_errors.TimeoutError, socket.timeout)) for one in (error, *error.args))
    return (ApiTimeoutException if timed_out else ApiConnectionException)(message, outcome_unknown=True)


def too_late() -> ApiConnectionException:
    """Return the exception to raise for a request that must not be sent any more."""
    failure = ApiConnectionException(_TOO_LATE)
    failure.final = True
    return failure


#: What OpenSSL reports when the other side speaks plain HTTP.
_PLAIN_HTTP = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST")
_NO_TLS = "; the server does not use TLS at this port: is the URL http:// and not https://?"
#: No program listens at the address of this machine, where only a sandbox can be the API.
_REFUSED_HERE = re.compile(r"(?:localhost|127\.\d+\.\d+\.\d+|::1\]?):\d+: .*refused")
_NO_SANDBOX = "; is the sandbox running? The command smscx-sandbox starts it"


def _hint(error: BaseException, *, is_proxy: bool) -> str:
    """What the user can do about the failure; empty where nothing is known."""
    if not isinstance(error, _NOT_SENT):
        return ""
    text = _failure_message(error)
    if any(reason in text for reason in _PLAIN_HTTP):
        return _NO_TLS
    return _NO_SANDBOX if not is_proxy and _REFUSED_HERE.search(text) else ""


def _failure_message(error: BaseException) -> str:
    """The text of the failure, without the object representations that urllib3 puts first."""
    text = str(error.args[-1] if error.args else error).rpartition(">: ")[2]
    return re.sub(r"^\w+\(host='(.*?)', port=(\d+)\): ", r"\1:\2: ", text) or type(error).__name__
