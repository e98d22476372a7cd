"""The exceptions of the library, and the tables that select the exception class for an error response.

    Exception
     └─ ApiExceptionBase
         ├─ ApiTypeError (also a TypeError)             wrong input: nothing was sent
         ├─ ApiValueError (also a ValueError)
         ├─ ApiAttributeError (also an AttributeError)
         ├─ ApiKeyError (also a KeyError)
         └─ ApiException                                error response, or no response
             ├─ InvalidRequestException                 400
             ├─ InvalidPhoneNumberException             400
             ├─ InsufficientBalanceException            400
             ├─ DuplicateIdException                    400
             ├─ DuplicateValueException                 400
             ├─ InvalidScopeException                   400
             ├─ InvalidPinException                     400
             ├─ OtpAlreadyVerifiedException             400
             ├─ OtpExpiredException                     400
             ├─ OtpFailedException                      400
             ├─ OtpCancelledException                   400, 403
             ├─ OtpActionNotAllowedException            403
             ├─ InvalidCredentialsException             401
             ├─ AccessDeniedException                   403
             ├─ InsufficientScopeException              403
             ├─ NoCoverageException                     403
             ├─ TemplateNotApprovedException            403
             ├─ ChannelNotActiveException               403
             ├─ ResourceNotFoundException               404
             ├─ ApiMethodNotAllowedException            405
             ├─ RateLimitExcedeedException              429  (alias RateLimitExceededException)
             ├─ ServerErrorException                    5xx
             └─ ApiConnectionException                  no response: DNS, refused, reset, TLS
                 └─ ApiTimeoutException                 no response in time

The classes of server errors are siblings, so ``except`` clauses for them work in any order.
"""

from __future__ import annotations

import copyreg
import json
import math
import re
import time
from typing import TYPE_CHECKING, Any, ClassVar

from urllib3._collections import HTTPHeaderDict  # urllib3 1.26 exports it nowhere else

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    "PlaceholderWarning",
    "RateLimitExcedeedException",
    "RateLimitExceededException",
    "ResourceNotFoundException",
    "ServerErrorException",
    "TemplateNotApprovedException",
    "class_for",
    "decoded",
    "exception_for",
]

#: Characters that are shown of an error message of the server, and of its other texts.
_LONG, _SHORT = 400, 80


class ApiExceptionBase(Exception):
    """The base class of all exceptions of this library."""


class _InputError(ApiExceptionBase):
    """Wrong input.

    ``path_to_item`` is the path of the wrong value: ``["strategy", 1, "channel"]``, shown as ``strategy[1].channel``.
    """

    def __init__(self, msg: str, path_to_item: Sequence[str | int] | None = None):
        super().__init__(msg)
        self.path_to_item: list[str | int] | None = list(path_to_item) if path_to_item else None

    def __str__(self) -> str:
        msg = str(self.args[0])
        return f"{_place(self.path_to_item)}: {msg}" if self.path_to_item else msg


def _place(path: Sequence[str | int]) -> str:
    steps = (f".{step}" if isinstance(step, str) and step.isidentifier() else f"[{step!a}]" for step in path)
    return "".join(steps).lstrip(".")


class ApiTypeError(_InputError, TypeError):
    """An argument or field is missing, unknown or of the wrong type; nothing was sent.

    :ivar path_to_item: the path of the argument or field, or None.
    :ivar valid_classes: the allowed types, if known.
    :ivar key_type: True if a name is wrong, not a value.
    """

    def __init__(
        self,
        msg: str,
        path_to_item: Sequence[str | int] | None = None,
        valid_classes: tuple[type, ...] | None = None,
        key_type: bool | None = None,
    ):
        super().__init__(msg, path_to_item)
        self.valid_classes = valid_classes
        self.key_type = key_type


class ApiValueError(_InputError, ValueError):
    """An argument, field or setting has the right type but a value that is not allowed; nothing was sent."""


class ApiAttributeError(_InputError, AttributeError):
    """A model or configuration has no attribute of this name."""


class ApiKeyError(_InputError, KeyError):
    """A model has no item of this name."""


class PlaceholderWarning(UserWarning):
    """A text has a placeholder that the API cannot fill, so that recipients get an empty text in its place.

    A warning, since the API sends the message. To refuse such texts before anything is sent::

        warnings.simplefilter("error", smscx_client.PlaceholderWarning)
    """


class ApiException(ApiExceptionBase):
    """The server sent an error response. The class itself is raised for a status that the API does not document.

    The properties read the error object in ``body`` when they are first used. They never raise, whatever ``body`` is.

    :param http_resp: the response: any object with ``status``, ``reason``, ``data`` and ``headers``, such as a response
        of urllib3. The other arguments are used without one.

    :ivar status: the HTTP status; 0 without a response.
    :ivar reason: the HTTP reason phrase.
    :ivar body: the body as text; empty without one. The API sends a JSON object with ``error``.
    :ivar headers: the headers, with names in any case; empty without a response. A header that the API documents reads
        as None if it is absent: ``e.headers["X-Rate-Limit-Reset"]``.
    :ivar received_at: Unix time of the response, by the clock of this machine.
    :ivar outcome_unknown: whether the server may have carried out the request although the call failed. False for a
        call that neither costs nor changes anything.
    :ivar idempotency_id: the idempotency id of the request, from the program or the client; None without one. The
        server carries out the request once, even if it is sent again with this id.
    :ivar after_unknown: whether the error may be the effect of an earlier call: the previous call of this client with
        the same method and path, such as ``verify_otp`` for the same OTP, failed with ``outcome_unknown``. Then
        ``OtpAlreadyVerifiedException`` means that the earlier call verified the PIN, and a 404 of a delete that the
        earlier call deleted the object. A client remembers its last 1,000 such calls. Other processes do not know them:
        store ``outcome_unknown`` with the id of the object.
    :ivar cursor: of a failure while a program iterates over pages: the cursor of the page that could not be read.
        ``iter_...(..., start=error.cursor)`` continues there. None for the first page, and for every other call.
    """

    outcome_unknown: bool = False
    after_unknown: bool = False
    idempotency_id: str | None = None
    cursor: str | None = None

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: Any = None,
        *,
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ):
        if http_resp is not None:
            status, reason, body = http_resp.status, http_resp.reason, http_resp.data
            headers = http_resp.headers if hasattr(http_resp, "headers") else http_resp.getheaders()
        super().__init__(status, reason)
        self.status: int = status or 0
        self.reason = reason
        self.headers = _case_insensitive(headers or {})
        self.body = body if isinstance(body, str) else decoded(body or b"", self.headers.get("Content-Type", ""))
        self.received_at = time.time()

    @property
    def error_type(self) -> str | None:
        """The type of the error, such as ``invalid_param``."""
        found = self._error().get("type")
        return found if isinstance(found, str) else None

    @property
    def error_code(self) -> int | None:
        """The code of the error, such as 1106."""
        return _whole(self._error().get("code"))

    @property
    def error_message(self) -> str | None:
        """The error message of the API."""
        found = self._error().get("message")
        return found if isinstance(found, str) else None

    @property
    def docs(self) -> str | None:
        """Where the error is explained: the row of its code in the guide, such as ``docs/guides/errors.md#1106``.

        A code newer than this version has no row. Of an error without code, the page that the API names, if any.
        """
        if self.error_code:
            return f"docs/guides/errors.md#{self.error_code}"
        page = self._error().get("uri")
        return page if isinstance(page, str) and page else None

    @property
    def invalid(self) -> list[str]:
        """The invalid phone numbers in the response; empty if it has none."""
        for container in (self._document(), self._error()):  # the API documents both places
            found = container.get("invalid")
            if isinstance(found, list) and found:
                return [str(one) for one in found]
        return []

    @property
    def request_id(self) -> str | None:
        """The id of the request at the server (``X-Request-Id``). Include it in a support request."""
        return self.headers.get("X-Request-Id") or None

    @property
    def retry_after(self) -> float | None:
        """Seconds from the response to the next try; None if the server gives no time.

        The client waits for this time before it repeats a call. For a 429, it is the time until ``X-Rate-Limit-Reset``
        if that is in the future, else ``Retry-After``. A point in time is compared with the ``Date`` of the response,
        so that the clock of this machine does not matter, or else with ``received_at``.
        """
        reset = self._seconds_until(_number(self._header("X-Rate-Limit-Reset"))) if self.status == 429 else None
        if reset:
            return reset
        retry_after = self._header("Retry-After")
        seconds = _number(retry_after)
        if seconds is None:
            seconds = self._seconds_until(_unix_time(retry_after))
        return reset if seconds is None else seconds

    def _header(self, name: str) -> str:
        return (self.headers.get(name) or "").strip()

    def _seconds_until(self, moment: float | None) -> float | None:
        if moment is None:
            return None
        now = _unix_time(self._header("Date"))
        return max(0.0, moment - (self.received_at if now is None else now))

    def _document(self) -> dict[str, Any]:
        """The body as a JSON object, parsed once; empty if it is not one."""
        cached = self.__dict__.get("_parsed")
        if cached is None or cached[0] is not self.body:
            cached = self.__dict__["_parsed"] = (self.body, _json_object(self.body))
        document: dict[str, Any] = cached[1]
        return document

    def _error(self) -> dict[str, Any]:
        error = self._document().get("error")
        return error if isinstance(error, dict) else {}

    def _notes(self) -> list[str]:
        notes = []
        if self.invalid:
            plural = "s" if len(self.invalid) > 1 else ""
            notes.append(f"{len(self.invalid)} invalid phone number{plural} in error.invalid")
        if self.request_id:
            notes.append(f"request id {_one_line(self.request_id, _SHORT)}")
        if self.outcome_unknown:
            with_id = f" with idempotency id {_one_line(self.idempotency_id, _SHORT)}" if self.idempotency_id else ""
            notes.append(f"the request may have been carried out{with_id}")
        if self.after_unknown:
            notes.append("the call before it for the same object may have been carried out")
        if self.cursor is not None:
            notes.append("to continue with this page, iterate with start=error.cursor")
        return notes

    def __str__(self) -> str:
        kind = _one_line(self.error_type or self.reason or "", _SHORT)
        head = " ".join(filter(None, (str(self.status) if self.status else "", kind))) or "no response"
        code = f" (code {self.error_code})" if self.error_code else ""
        message = f": {_one_line(self.error_message, _LONG)}" if self.error_message else ""
        notes = self._notes()
        return f"{head}{code}{message}" + (f" [{', '.join(notes)}]" if notes else "")

    def __repr__(self) -> str:
        kind = None if self.error_type is None else _one_line(self.error_type, _SHORT)
        return f"{type(self).__name__}(status={self.status!r}, error_type={kind!r}, error_code={self.error_code!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: value for name, value in self.__dict__.items() if name != "_parsed"}
        return copyreg.__newobj__, (type(self), *self.args), state  # type: ignore[attr-defined]


class InvalidRequestException(ApiException):
    """400, ``invalid_param`` and every error without a class of its own: a parameter is missing or wrong.

    ``error_message`` names the parameter; correct it.
    """


class InvalidPhoneNumberException(ApiException):
    """400, codes 1207, 1210, 2020: phone numbers are not valid, and nothing was sent.

    Remove the numbers in ``invalid``, or send with ``allow_invalid=True``. National numbers need a country.
    """


class InsufficientBalanceException(ApiException):
    """400, ``insufficient_credit``: the balance of the account is too low for the request, and nothing was sent.

    Top up the account, then repeat the request.
    """


class DuplicateIdException(ApiException):
    """400, ``duplicate_id``: the id is already in use. Choose another id."""


class DuplicateValueException(ApiException):
    """400, ``duplicate_value``: the name or value is already in use.

    Choose another value, or use the existing object.
    """


class InvalidScopeException(ApiException):
    """400, ``invalid_scope``: a requested scope is unknown or not granted.

    Scopes are case-sensitive and separated by spaces.
    """


class InvalidPinException(ApiException):
    """400, ``invalid_pin``: the PIN is wrong, and one attempt is used up. Ask the user for it again.

    The API does not send the number of attempts left. Ask for it::

        otp = client.otp.get_otp_status(otp_id)
        left = otp.max_attempts - otp.attempts
    """

    def _notes(self) -> list[str]:
        return [*super()._notes(), "get_otp_status says how many attempts are left"]


class OtpAlreadyVerifiedException(ApiException):
    """400, ``otp_verified``: the PIN was already verified. Nothing needs to be done.

    If ``after_unknown`` is True, the response to an earlier ``verify_otp`` was lost, and that call verified the PIN:
    treat it as success. If your program has several processes, keep the id of each OTP whose ``verify_otp`` failed with
    ``outcome_unknown``, and treat this exception for it as success. For any other OTP, somebody uses a PIN again.
    """


class OtpExpiredException(ApiException):
    """400, ``otp_expired``: the PIN has expired. Request a new one."""


class OtpFailedException(ApiException):
    """400, ``otp_failed``: all attempts for the PIN are used up. Request a new one."""


class OtpCancelledException(ApiException):
    """400, ``otp_cancelled``, or 403, code 2030: the PIN was already cancelled. Request a new one if it is needed."""


class OtpActionNotAllowedException(ApiException):
    """403, code 2031: the PIN is no longer pending, so it cannot be cancelled."""


class InvalidCredentialsException(ApiException):
    """401: the API key, the token, or application id and secret are wrong or have expired. Check the configuration."""


class AccessDeniedException(ApiException):
    """403, ``access_denied`` and every error without a class of its own: the request is not allowed in this state.

    ``error_message`` has the reason. An example is the deletion of a message that was already sent.
    """


class InsufficientScopeException(ApiException):
    """403, ``insufficient_scope``: the token does not cover this operation. Get one with more scopes."""


class NoCoverageException(ApiException):
    """403, ``no_coverage``: the destination is restricted or cannot be reached.

    Remove the destination, or ask your account manager.
    """


class TemplateNotApprovedException(ApiException):
    """403, codes 1132, 1133: the template is not approved, or not locked.

    Use another template, or wait for its approval and lock it.
    """


class ChannelNotActiveException(ApiException):
    """403, codes 1131, 1606, 1608: a channel is not active for the account. Activate the channel, or do not use it."""


class ResourceNotFoundException(ApiException):
    """404: no object has this id, or the object is no longer in the required state, such as scheduled."""


class ApiMethodNotAllowedException(ApiException):
    """405: the path does not support this HTTP method. The API and this library have different versions."""


class RateLimitExcedeedException(ApiException):
    """429: too many requests; this one was not carried out. Repeat it after ``retry_after`` seconds."""


RateLimitExceededException = RateLimitExcedeedException


class ServerErrorException(ApiException):
    """5xx: the server failed. It may have carried out the request before.

    Repeat a request that cannot act twice. For another request, find out first, for example in the reports.
    """


class ApiConnectionException(ApiException):
    """There is no response, or it cannot be read: DNS, connection refused or reset, TLS.

    ``status`` is 0 and ``headers`` is empty. ``body`` has an error object as the API sends it, so that
    ``json.loads(e.body)["error"]["type"]`` is ``connection_error`` or ``timeout``.

    :param message: the reason.
    :param outcome_unknown: whether the server may have carried out the request. If False, it is safe to repeat.
    """

    #: Whether the client must not repeat the call, although another try could succeed.
    final: bool = False
    _type: ClassVar[str] = "connection_error"

    def __init__(self, message: str = "", *, outcome_unknown: bool = False):
        error = {"type": self._type, "message": message, "uri": "", "code": 0}
        super().__init__(body=json.dumps({"error": error}))
        self.args = (message,)
        self.outcome_unknown = outcome_unknown


class ApiTimeoutException(ApiConnectionException):
    """There is no response in time: see ``timeout`` and ``total_timeout`` of :class:`~smscx_client.Configuration`.

    It has the attributes of :class:`ApiConnectionException`.
    """

    _type = "timeout"


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
    (403, 1131): ChannelNotActiveException,
    (403, 1606): ChannelNotActiveException,
    (403, 1608): ChannelNotActiveException,
    (403, 1132): TemplateNotApprovedException,
    (403, 1133): TemplateNotApprovedException,
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
    **dict.fromkeys(range(500, 600), ServerErrorException),
}


class Headers(HTTPHeaderDict):
    """Response headers, with names in any case. A header that the API documents reads as None if it is absent."""

    _DOCUMENTED: ClassVar = frozenset(
        (
            "x-idempotency-id",
            "x-rate-limit-limit",
            "x-rate-limit-remaining",
            "x-rate-limit-reset",
            "x-request-id",
            "x-response-time",
        )
    )

    def __getitem__(self, key: str) -> Any:
        if key in self or key.lower() not in self._DOCUMENTED:
            return super().__getitem__(key)
        return None

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self else default  # noqa: SIM401 - this is `get`

    def pop(self, key: str, *default: Any) -> Any:
        return default[0] if default and key not in self else super().pop(key)

    def setdefault(self, key: str, default: Any = "") -> Any:
        if key not in self:
            self[key] = default
        return self[key]


def class_for(status: int | None, error_type: str | None = None, error_code: int | None = None) -> type[ApiException]:
    """Return the exception class for an error response, by its type, else its code, else its status.

    :class:`ApiException` itself if none of them is known.
    """
    return (
        _BY_TYPE.get((status or 0, error_type or ""))
        or _BY_CODE.get((status or 0, error_code or 0))
        or _BY_STATUS.get(status or 0, ApiException)
    )


def exception_for(http_resp: Any) -> ApiException:
    """Return the exception for an error response, whatever its body."""
    error = ApiException(http_resp=http_resp)
    exception_class = class_for(error.status, error.error_type, error.error_code)
    return exception_class(error.status, error.reason, body=error.body, headers=error.headers)


def _case_insensitive(headers: Mapping[str, str] | Iterable[tuple[str, str]]) -> Headers:
    copied = Headers()
    for name, value in headers.items() if hasattr(headers, "items") else headers:
        copied.add(str(name), str(value))
    return copied


def decoded(data: bytes, content_type: str) -> str:
    """Decode ``data`` with the charset in ``content_type``, else as UTF-8. Invalid bytes are replaced."""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    try:
        text = data.decode(named[1] if named else "utf-8", "replace")
    except Exception:  # the server chooses the codec, and a codec can raise any exception
        text = data.decode("utf-8", "replace")
    return text[1:] if text.startswith("\ufeff") else text


def _json_object(text: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _whole(value: Any) -> int | None:
    """``value`` as an error code: a JSON number or a string of digits, with at most 9 digits."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9:
        return value
    return None


def _number(text: str) -> float | None:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def _unix_time(text: str) -> float | None:
    """An HTTP date as Unix time; None if it is not a date."""
    from datetime import timezone
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _one_line(text: str, most: int) -> str:
    """``text`` on one line, without control characters."""
    printable = "".join(c if c.isprintable() else " " for c in text[: 2 * most])
    line = " ".join(printable.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
