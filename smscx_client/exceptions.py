"""Every way in which a call can fail, as a class, and the table that picks the class for an answer of the server.

    Exception
     └─ ApiExceptionBase
         ├─ ApiTypeError, ApiValueError, ApiKeyError, ApiAttributeError     wrong input; nothing was sent
         └─ ApiException                                                    the server refused, or did not answer
             ├─ AccessDeniedException, ApiMethodNotAllowedException, ...     one for each documented error
             └─ ApiConnectionException                                      no answer: DNS, refused, reset, TLS
                 └─ ApiTimeoutException

The documented errors are siblings: ``except`` clauses for them work in any order. What the server said is on the
exception: ``status``, ``reason``, ``headers``, ``body``, and parsed out of the body ``error_type``, ``error_code``,
``error_message``, ``invalid``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "AccessDeniedException",
    "ApiAttributeError",
    "ApiConnectionException",
    "ApiException",
    "ApiExceptionBase",
    "ApiKeyError",
    "ApiMethodNotAllowedException",
    "ApiTimeoutException",
    "ApiTypeError",
    "ApiValueError",
    "ChannelNotActiveException",
    "DuplicateIdException",
    "DuplicateValueException",
    "InsufficientBalanceException",
    "InsufficientScopeException",
    "InvalidCredentialsException",
    "InvalidPhoneNumberException",
    "InvalidPinException",
    "InvalidRequestException",
    "InvalidScopeException",
    "NoCoverageException",
    "OtpActionNotAllowedException",
    "OtpAlreadyVerifiedException",
    "OtpCancelledException",
    "OtpExpiredException",
    "OtpFailedException",
    "RateLimitExcedeedException",
    "RateLimitExceededException",
    "ResourceNotFoundException",
    "ServerErrorException",
    "TemplateNotApprovedException",
    "class_for",
    "exception_for",
]


class ApiExceptionBase(Exception):
    """The base of everything that this library raises by itself."""


class _InputError(ApiExceptionBase):
    """A mistake in what a program gave; ``path_to_item`` says where: ``["strategy", 1, "channel"]``."""

    def __init__(self, msg: str, path_to_item: Sequence[str | int] | None = None):
        super().__init__(msg, path_to_item)
        self.path_to_item = list(path_to_item or [])

    def __str__(self) -> str:
        return f"{place(self.path_to_item)}: {self.args[0]}" if self.path_to_item else str(self.args[0])


def place(path: Sequence[str | int]) -> str:
    """``["to", 3]`` as people write it: ``to[3]``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


class ApiTypeError(_InputError, TypeError):
    """An argument or field is missing, unknown or of the wrong type.

    ``valid_classes`` are the types it may have, where there is a list; ``key_type`` tells that a name, not a value, is
    wrong.
    """

    def __init__(
        self,
        msg: str,
        path_to_item: Sequence[str | int] | None = None,
        valid_classes: tuple[type, ...] | None = None,
        key_type: bool | None = None,
    ):
        super().__init__(msg, path_to_item)
        self.args = (msg, path_to_item, valid_classes, key_type)
        self.valid_classes = valid_classes
        self.key_type = key_type


class ApiValueError(_InputError, ValueError):
    """An argument or field is outside its limits, or a setting cannot be used."""


class ApiKeyError(_InputError, KeyError):
    """A model has no item of this name."""


class ApiAttributeError(_InputError, AttributeError):
    """A model or configuration has no attribute of this name."""


class ApiException(ApiExceptionBase):
    """The server refused a request, or (see :class:`ApiConnectionException`) did not answer it.

    :ivar status: the HTTP status; None without an answer.
    :ivar reason: the HTTP reason phrase.
    :ivar body: the answer's body as text: a JSON object with ``error`` where the API made it.
    :ivar headers: the answer's headers, in any case: ``e.headers["X-Rate-Limit-Reset"]``.
    :ivar outcome_unknown: whether the request may have acted although it failed.
    """

    outcome_unknown = False

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: Any = None,
        *,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ):
        if http_resp is not None:
            status, reason, headers = http_resp.status, http_resp.reason, http_resp.headers
            body = _decoded(http_resp.data, http_resp.headers)
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.body = body
        self.headers = _any_case(headers or {})

    def __reduce__(self) -> tuple[Any, ...]:
        state = {**self.__dict__, "headers": list(self.headers.items())}
        return _revived, (type(self), self.args, state)

    @property
    def error_type(self) -> str | None:
        """The API's name for the kind of error, such as ``invalid_param``."""
        return _text(self._error.get("type"))

    @property
    def error_code(self) -> int | None:
        """The API's number for the error, such as 1106."""
        return _whole(self._error.get("code"))

    @property
    def error_message(self) -> str | None:
        """What is wrong, in the API's words."""
        return _text(self._error.get("message"))

    @property
    def invalid(self) -> list[Any]:
        """The phone numbers that the API could not use; empty when it named none."""
        for holder in (self._answer, self._error):
            if isinstance(holder.get("invalid"), list):
                return list(holder["invalid"])
        return []

    @property
    def request_id(self) -> str | None:
        """What the server calls this request; support asks for it."""
        return _text(self.headers.get("X-Request-Id"))

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait (``Retry-After``), counted from the server's own ``Date`` when it names a date."""
        value = self.headers.get("Retry-After", "").strip()
        if value.isascii() and value.isdigit():
            return float(value)
        from email.utils import parsedate_to_datetime

        try:
            until, now = parsedate_to_datetime(value), parsedate_to_datetime(self.headers["Date"])
            return max(0.0, (until - now).total_seconds())
        except (KeyError, TypeError, ValueError, OverflowError):
            return None

    @property
    def _answer(self) -> dict[str, Any]:
        try:
            parsed = json.loads(self.body or "")
        except (ValueError, RecursionError):
            return {}
        return parsed if isinstance(parsed, dict) else {}

    @property
    def _error(self) -> dict[str, Any]:
        error = self._answer.get("error")
        return error if isinstance(error, dict) else {}

    def __str__(self) -> str:
        status = "no answer" if self.status is None else f"{self.status} {self.reason or ''}".strip()
        known = [self.error_type, self.error_code, f"request {self.request_id}" if self.request_id else None]
        if self.invalid:
            known.append(f"{len(self.invalid)} invalid phone numbers")
        details = ", ".join(str(one) for one in known if one is not None)
        message = f": {self.error_message}" if self.error_message else ""
        return _line(f"{status}{message}{f' ({details})' if details else ''}")

    def __repr__(self) -> str:
        return _line(
            f"{type(self).__name__}(status={self.status!r}, error_type={self.error_type!r},
            error_code={self.error_code!r})" )


class ApiConnectionException(ApiException):
    """There is no answer, or none that can be read: DNS, connection refused or reset, TLS, a truncated body.

    ``outcome_unknown`` says whether the request may have reached the server and acted. ``body`` is an error object of
    the API's form, so that code which reads ``json.loads(e.body)["error"]`` works here too.
    """

    _type = "connection_error"

    def __init__(self, message: str = "", *, outcome_unknown: bool = False):
        error = {"type": self._type, "message": message, "uri": "", "code": 0}
        super().__init__(body=json.dumps({"error": error}))
        self.args = (message,)
        self.outcome_unknown = outcome_unknown

    def __str__(self) -> str:
        return super().__str__() + (". The request may have been carried out" if self.outcome_unknown else "")


class ApiTimeoutException(ApiConnectionException):
    """The server took longer than it may; see :class:`ApiConnectionException`."""

    _type = "timeout"


class InvalidRequestException(ApiException):
    """400: a parameter is missing or wrong; ``error_message`` says which."""


class InvalidPhoneNumberException(ApiException):
    """400, codes 1207, 1210 and 2020: phone numbers are not valid; ``invalid`` lists them."""


class InsufficientBalanceException(ApiException):
    """400 ``insufficient_credit``: the account has too little credit for the request; nothing was sent."""


class DuplicateIdException(ApiException):
    """400 ``duplicate_id``: something with this id exists."""


class DuplicateValueException(ApiException):
    """400 ``duplicate_value``: something with this name or value exists."""


class InvalidScopeException(ApiException):
    """400 ``invalid_scope``: a scope asked for is unknown, malformed or not granted to the application."""


class InvalidPinException(ApiException):
    """400 ``invalid_pin``: the PIN is not the one that was sent; an attempt is used up."""


class OtpAlreadyVerifiedException(ApiException):
    """400 ``otp_verified``: the OTP was verified before."""


class OtpCancelledException(ApiException):
    """400 ``otp_cancelled``, 403 code 2030: the OTP was cancelled."""


class OtpExpiredException(ApiException):
    """400 ``otp_expired``: the OTP's time has run out; request a new one."""


class OtpFailedException(ApiException):
    """400 ``otp_failed``: the OTP's attempts are used up; request a new one."""


class OtpActionNotAllowedException(ApiException):
    """403 code 2031: the OTP is not pending, so it cannot be cancelled."""


class InvalidCredentialsException(ApiException):
    """401: the API key, token, or application id and secret are wrong or expired."""


class AccessDeniedException(ApiException):
    """403: what was asked for is not allowed in this state."""


class InsufficientScopeException(ApiException):
    """403 ``insufficient_scope``: the token's scopes do not cover the operation."""


class NoCoverageException(ApiException):
    """403 ``no_coverage``: the destination is restricted or cannot be reached."""


class TemplateNotApprovedException(ApiException):
    """403 codes 1132 and 1133: the template is not approved, or not locked."""


class ChannelNotActiveException(ApiException):
    """403 codes 1131, 1606 and 1608: a channel is not active for the account."""


class ResourceNotFoundException(ApiException):
    """404: nothing has the id given."""


class ApiMethodNotAllowedException(ApiException):
    """405: the path does not take this HTTP method."""


class RateLimitExcedeedException(ApiException):
    """429: too many requests; ``headers["X-Rate-Limit-Reset"]`` is the Unix time from which to go on."""


class ServerErrorException(ApiException):
    """5xx: the server failed. Whether it acted before is unknown unless the request can be repeated safely."""


RateLimitExceededException = RateLimitExcedeedException

_BY_TYPE: dict[tuple[int, str], type[ApiException]] = {
    (400, "insufficient_credit"): InsufficientBalanceException,
    (400, "duplicate_id"): DuplicateIdException,
    (400, "duplicate_value"): DuplicateValueException,
    (400, "otp_verified"): OtpAlreadyVerifiedException,
    (400, "otp_cancelled"): OtpCancelledException,
    (400, "otp_expired"): OtpExpiredException,
    (400, "otp_failed"): OtpFailedException,
    (400, "invalid_pin"): InvalidPinException,
    (400, "invalid_scope"): InvalidScopeException,
    (403, "insufficient_scope"): InsufficientScopeException,
    (403, "no_coverage"): NoCoverageException,
}
_BY_CODE: dict[tuple[int, int], type[ApiException]] = {
    (400, 1207): InvalidPhoneNumberException,
    (400, 1210): InvalidPhoneNumberException,
    (400, 2020): InvalidPhoneNumberException,
    (403, 1132): TemplateNotApprovedException,
    (403, 1133): TemplateNotApprovedException,
    (403, 1131): ChannelNotActiveException,
    (403, 1606): ChannelNotActiveException,
    (403, 1608): ChannelNotActiveException,
    (403, 2030): OtpCancelledException,
    (403, 2031): OtpActionNotAllowedException,
}
_BY_STATUS: dict[int, type[ApiException]] = {
    400: InvalidRequestException,
    401: InvalidCredentialsException,
    403: AccessDeniedException,
    404: ResourceNotFoundException,
    405: ApiMethodNotAllowedException,
    429: RateLimitExcedeedException,
}


def class_for(status: int, error_type: str | None, code: int | None) -> type[ApiException]:
    """The exception class of an answer: by its type, else by its code, else by its status."""
    if 500 <= status <= 599:
        return ServerErrorException
    return (
        _BY_TYPE.get((status, error_type or ""))
        or _BY_CODE.get((status, code or 0))
        or _BY_STATUS.get(status, ApiException)
    )


def exception_for(http_resp: Any) -> ApiException:
    """The exception to raise for an answer that is no success; its body may hold anything."""
    told = ApiException(http_resp=http_resp)
    raised = class_for(told.status or 0, told.error_type, told.error_code)
    return raised(told.status, told.reason, body=told.body, headers=told.headers)


def _revived(cls: type[ApiException], args: tuple[Any, ...], state: dict[str, Any]) -> ApiException:
    made = cls.__new__(cls)
    made.args = args
    made.__dict__.update(state, headers=_any_case(dict(state["headers"])))
    return made


def _any_case(headers: Mapping[str, str]) -> Any:
    """``headers`` as a mapping whose keys are the same in upper and lower case."""
    from urllib3 import HTTPHeaderDict

    return HTTPHeaderDict(headers)


def _decoded(data: bytes | str | None, headers: Mapping[str, str]) -> str:
    if isinstance(data, str) or not data:
        return data or ""
    charset = headers.get("Content-Type", "").lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    try:
        return data.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _line(text: str) -> str:
    """``text`` on one line of bounded length that any terminal and log can carry."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return shown if len(shown) <= 500 else shown[:497] + "..."
