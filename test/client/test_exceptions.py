"""Exceptions: the class for each error response, their attributes, and responses with unusual content."""

from __future__ import annotations

import copy
import json
import pickle
from encodings.aliases import aliases
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smscx_client as sms
from smscx_client.exceptions import class_for, exception_for
from test.support import spec

DOCUMENTED = [
    sms.InvalidRequestException,
    sms.InvalidCredentialsException,
    sms.InvalidScopeException,
    sms.InsufficientScopeException,
    sms.InsufficientBalanceException,
    sms.AccessDeniedException,
    sms.ResourceNotFoundException,
    sms.ApiMethodNotAllowedException,
    sms.RateLimitExcedeedException,
    sms.ServerErrorException,
    sms.DuplicateIdException,
    sms.DuplicateValueException,
    sms.InvalidPhoneNumberException,
    sms.NoCoverageException,
    sms.InvalidPinException,
    sms.OtpAlreadyVerifiedException,
    sms.OtpCancelledException,
    sms.OtpExpiredException,
    sms.OtpFailedException,
    sms.OtpActionNotAllowedException,
    sms.ChannelNotActiveException,
    sms.TemplateNotApprovedException,
]
NO_RESPONSE = [sms.ApiConnectionException, sms.ApiTimeoutException]
WRONG_INPUT = [sms.ApiTypeError, sms.ApiValueError, sms.ApiAttributeError, sms.ApiKeyError]

#: Exceptions that are chosen by the error's type, and those by its code, each within one status.
BY_TYPE = {
    (400, "insufficient_credit"): sms.InsufficientBalanceException,
    (400, "duplicate_id"): sms.DuplicateIdException,
    (400, "duplicate_value"): sms.DuplicateValueException,
    (400, "otp_verified"): sms.OtpAlreadyVerifiedException,
    (400, "otp_cancelled"): sms.OtpCancelledException,
    (400, "otp_expired"): sms.OtpExpiredException,
    (400, "otp_failed"): sms.OtpFailedException,
    (400, "invalid_pin"): sms.InvalidPinException,
    (400, "invalid_scope"): sms.InvalidScopeException,
    (403, "insufficient_scope"): sms.InsufficientScopeException,
    (403, "no_coverage"): sms.NoCoverageException,
}
BY_CODE = {
    (400, 1207): sms.InvalidPhoneNumberException,
    (400, 1210): sms.InvalidPhoneNumberException,
    (400, 2020): sms.InvalidPhoneNumberException,
    (403, 1132): sms.TemplateNotApprovedException,
    (403, 1133): sms.TemplateNotApprovedException,
    (403, 1131): sms.ChannelNotActiveException,
    (403, 1606): sms.ChannelNotActiveException,
    (403, 1608): sms.ChannelNotActiveException,
    (403, 2030): sms.OtpCancelledException,
    (403, 2031): sms.OtpActionNotAllowedException,
}
BY_STATUS = {
    400: sms.InvalidRequestException,
    401: sms.InvalidCredentialsException,
    403: sms.AccessDeniedException,
    404: sms.ResourceNotFoundException,
    405: sms.ApiMethodNotAllowedException,
    429: sms.RateLimitExcedeedException,
    500: sms.ServerErrorException,
    502: sms.ServerErrorException,
    599: sms.ServerErrorException,
}
UNDOCUMENTED = (0, 199, 204, 302, 402, 409, 418, 499, 600, 1500)


def http_response(status: int | None, data: object = b"", **headers: str) -> SimpleNamespace:
    """A response as urllib3 returns it; ``data`` that is not bytes is encoded as JSON."""
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return SimpleNamespace(status=status, reason="Some Reason", data=body, headers=named)


def error(kind: object = "invalid_param", code: object = 1106, message: object = "Too short.", **more: object) -> Any:
    return {"error": {"type": kind, "message": message, "uri": "https://example.com/e", "code": code, **more}}


def expected(status: int, kind: Any, code: Any) -> type[sms.ApiException]:
    if 500 <= status <= 599:
        return sms.ServerErrorException
    for table, key in ((BY_TYPE, kind), (BY_CODE, code)):
        if (status, key) in table:
            return table[status, key]
    return BY_STATUS.get(status, sms.ApiException)


# The class hierarchy


def test_the_documented_errors_are_22_direct_siblings_exported_at_top_level() -> None:
    assert len(set(DOCUMENTED)) == 22
    assert all(one.__bases__ == (sms.ApiException,) for one in DOCUMENTED)
    assert sms.RateLimitExceededException is sms.RateLimitExcedeedException


@pytest.mark.parametrize("one", DOCUMENTED)
def test_no_documented_error_is_caught_as_another(one: type[sms.ApiException]) -> None:
    assert [other for other in DOCUMENTED + NO_RESPONSE if issubclass(one, other)] == [one]
    assert one.__doc__ and one.__doc__ != sms.ApiException.__doc__


def test_a_timeout_is_a_kind_of_connection_error() -> None:
    assert sms.ApiTimeoutException.__bases__ == (sms.ApiConnectionException,)
    assert sms.ApiConnectionException.__bases__ == (sms.ApiException,)


def test_every_exception_has_one_base() -> None:
    assert all(issubclass(one, sms.ApiExceptionBase) for one in [sms.ApiException, *WRONG_INPUT])
    assert not any(issubclass(one, sms.ApiException) for one in WRONG_INPUT)


@pytest.mark.parametrize(
    ("ours", "builtin"),
    list(zip(WRONG_INPUT, [TypeError, ValueError, AttributeError, KeyError])),
    ids=lambda one: one.__name__,
)
def test_wrong_input_is_caught_by_the_builtin_exception_too(ours: Any, builtin: type[Exception]) -> None:
    with pytest.raises(builtin):
        raise ours("wrong")


# Which class


@pytest.mark.parametrize(("key", "raised"), BY_TYPE.items())
def test_the_type_decides_before_the_code(key: tuple[int, str], raised: type[sms.ApiException]) -> None:
    status, kind = key
    for code in (None, 1106, *(code for other, code in BY_CODE if other == status)):
        assert type(exception_for(http_response(status, error(kind, code)))) is raised


@pytest.mark.parametrize(("key", "raised"), BY_CODE.items())
@pytest.mark.parametrize("kind", ["invalid_param", "access_denied", "newer_than_this_library", None])
def test_the_code_decides_before_the_status(key: tuple[int, int], raised: type[sms.ApiException], kind: Any) -> None:
    status, code = key
    assert type(exception_for(http_response(status, error(kind, code)))) is raised
    assert type(exception_for(http_response(status, error(kind, str(code))))) is raised


@pytest.mark.parametrize(("status", "raised"), BY_STATUS.items())
@pytest.mark.parametrize(
    "data",
    [b"", b"<html>Bad Gateway</html>", error("newer_than_this_library", 1), {"error": "text"}, [1], None],
    ids=["empty", "html", "unlisted", "error-is-text", "list", "null"],
)
def test_the_status_decides_where_nothing_else_does(status: int, raised: type[sms.ApiException], data: object) -> None:
    assert type(exception_for(http_response(status, data))) is raised


@pytest.mark.parametrize("status", [*UNDOCUMENTED, None])
def test_an_undocumented_status_is_a_plain_api_exception(status: int | None) -> None:
    assert type(exception_for(http_response(status, error("insufficient_credit", 1207)))) is sms.ApiException


@pytest.mark.parametrize("table", [BY_TYPE, BY_CODE])
def test_type_and_code_count_only_with_their_own_status(table: dict[tuple[int, Any], Any]) -> None:
    for own, key in table:
        for status in {400, 401, 403, 404, 429, 500} - {own}:
            if (status, key) not in table:
                content = error(key, None) if table is BY_TYPE else error("unlisted", key)
                assert type(exception_for(http_response(status, content))) is BY_STATUS[status]


def test_every_error_of_openapi_yaml_has_the_class_that_the_rule_says() -> None:
    rows = {(row["status"], row["type"], row["code"]) for row in spec.document()["x-error-codes"]}
    listed = {
        (row["status"], row["type"], row["code"]) for one in spec.methods() for row in one.raw.get("x-errors", [])
    }
    assert listed == rows
    assert len(rows) == len(spec.document()["x-error-codes"]) > 150
    reached = set()
    for status, kind, code in rows:
        raised = type(exception_for(http_response(status, error(kind, code))))
        assert raised is expected(status, kind, code) is class_for(status, kind, code), (status, kind, code)
        reached.add(raised)
    by_status_or_scope_alone = {
        sms.ApiMethodNotAllowedException,
        sms.InsufficientScopeException,
        sms.RateLimitExcedeedException,
        sms.ServerErrorException,
    }
    assert reached == set(DOCUMENTED) - by_status_or_scope_alone


# Attributes


def test_a_response_of_the_api_can_be_read_in_full() -> None:
    content = error("invalid_param", 1207, "The phone number is not valid.", invalid=["123"])
    e = exception_for(http_response(400, content, X_Request_Id="req-1", X_Rate_Limit_Remaining="7"))
    assert (e.status, e.reason) == (400, "Some Reason")
    assert json.loads(e.body) == content
    assert (e.error_type, e.error_code) == ("invalid_param", 1207)
    assert e.error_message == "The phone number is not valid."
    assert e.invalid == ["123"]
    assert e.request_id == "req-1"
    assert e.headers["X-RATE-LIMIT-REMAINING"] == e.headers["x-rate-limit-remaining"] == "7"
    assert e.outcome_unknown is False


def test_without_a_response_every_attribute_is_empty() -> None:
    e = sms.ApiException()
    assert (e.status, e.reason, e.body) == (0, None, "")
    assert (e.error_type, e.error_code, e.error_message) == (None, None, None)
    assert (e.invalid, e.request_id, e.retry_after) == ([], None, None)
    assert len(e.headers) == 0
    assert str(e)


DOCUMENTED_HEADERS = (
    *("X-Rate-Limit-Reset", "X-Rate-Limit-Limit", "X-Rate-Limit-Remaining"),
    *("X-Request-Id", "X-Response-Time", "X-Idempotency-Id"),
)


@pytest.mark.parametrize("raised", [sms.ApiException, *DOCUMENTED, *NO_RESPONSE])
def test_the_documented_handler_runs_for_every_failure(raised: Any) -> None:
    try:
        raise raised()
    except sms.ApiException as e:
        assert e.headers["X-Rate-Limit-Reset"] is None
        assert e.headers["x-rate-limit-reset"] is None
        assert e.status == 0
        assert not (e.status >= 500 or e.status == 429)
        assert isinstance(e.body, str)


@pytest.mark.parametrize("name", DOCUMENTED_HEADERS)
def test_a_documented_header_that_is_absent_reads_as_none(name: str) -> None:
    headers = sms.ApiException(429, headers={"Retry-After": "3"}).headers
    assert headers[name] is None
    assert name not in headers
    assert headers.get(name, "default") == "default"
    assert headers.pop(name, "default") == "default"
    assert dict(headers) == {"Retry-After": "3"}
    assert headers.setdefault(name, "5") == headers[name.lower()] == "5"
    assert headers.pop(name) == "5"
    with pytest.raises(KeyError):
        headers.pop(name)


def test_another_header_that_is_absent_raises() -> None:
    with pytest.raises(KeyError):
        sms.ApiException(429).headers["X-Unknown"]


def test_a_test_can_construct_an_exception() -> None:
    e = sms.RateLimitExceededException(429, "Too Many Requests", headers={"retry-after": "3"}, body=json.dumps(error()))
    assert (e.status, e.retry_after, e.error_code) == (429, 3.0, 1106)
    assert sms.ApiException(status=400, http_resp=http_response(404)).status == 404
    assert sms.ApiException(400, body=b"\xe2\x82\xac").body == "\u20ac"


def test_an_assigned_body_is_used() -> None:
    e = sms.ApiException(400, body=json.dumps(error(code=1)))
    assert e.error_code == 1
    e.body = json.dumps(error(code=2))
    assert e.error_code == 2


@pytest.mark.parametrize(
    ("content", "invalid"),
    [
        ({**error(), "invalid": ["1", "2"]}, ["1", "2"]),
        (error(invalid=["1"]), ["1"]),
        ({**error(invalid=["1"]), "invalid": []}, ["1"]),
        ({**error(invalid="1"), "invalid": {"a": 1}}, []),
        ({"error": "text", "invalid": ["1"]}, ["1"]),
        (error(), []),
    ],
)
def test_invalid_numbers_are_found_beside_and_inside_the_error(content: object, invalid: list[str]) -> None:
    assert exception_for(http_response(400, content)).invalid == invalid


@pytest.mark.parametrize(
    ("code", "read"),
    [
        (1106, 1106),
        ("1106", 1106),
        (0, 0),
        (True, None),
        (1.5, None),
        (None, None),
        ("", None),
        ("x", None),
        ("-1", None),
        ("\u0661", None),
        ("9" * 5000, None),
        (10**4000, None),
        ([1], None),
    ],
    ids=repr,
)
def test_a_code_is_a_number_or_a_string_of_digits(code: object, read: int | None) -> None:
    assert exception_for(http_response(400, error(code=code))).error_code == read


@pytest.mark.parametrize(
    ("data", "content_type", "body"),
    [
        ("h\u00e9".encode(), "application/json", "h\u00e9"),
        ("h\u00e9".encode("latin-1"), "text/html; charset=ISO-8859-1", "h\u00e9"),
        ("h\u00e9".encode("latin-1"), 'text/html; charset="iso-8859-1"; q=1', "h\u00e9"),
        ("h\u00e9".encode(), "text/html; charset=klingon", "h\u00e9"),
        (b"abc", "text/html; charset=hex", "abc"),
        (b"abc", "text/html; charset=undefined", "abc"),
        (b"abc", "text/html; charset=idna", "abc"),
        (b"h\xff", "", "h\ufffd"),
        (b"\xef\xbb\xbf{}", "application/json", "{}"),
        (b"", "text/html; charset=utf-16", ""),
    ],
)
def test_the_body_is_text_in_the_charset_that_the_server_names(data: bytes, content_type: str, body: str) -> None:
    assert exception_for(http_response(400, data, Content_Type=content_type)).body == body


# retry_after

DATE = "Sun, 06 Nov 1994 08:49:37 GMT"
UNIX_TIME = 784111777


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (503, {"Retry-After": "12"}, 12.0),
        (503, {"retry-after": " 1.5 "}, 1.5),
        (429, {"Retry-After": "0"}, 0.0),
        (503, {"Retry-After": DATE}, 20.0),
        (503, {"Retry-After": DATE, "Date": "Sun, 06 Nov 1994 08:49:36 GMT"}, 1.0),
        (503, {"Retry-After": DATE, "Date": "not a date"}, 20.0),
        (503, {"Retry-After": "Sun, 06 Nov 1994 08:49:37 -0000"}, 20.0),
        (503, {"Retry-After": "Sun, 06 Nov 1994 08:00:00 GMT"}, 0.0),
        (429, {"X-Rate-Limit-Reset": str(UNIX_TIME)}, 20.0),
        (429, {"X-Rate-Limit-Reset": "1"}, 0.0),
        (429, {"X-Rate-Limit-Reset": str(UNIX_TIME), "Retry-After": "3"}, 20.0),
        (429, {"X-Rate-Limit-Reset": "1", "Retry-After": "3"}, 3.0),
        (429, {"X-Rate-Limit-Reset": str(UNIX_TIME), "Date": "Sun, 06 Nov 1994 08:49:30 GMT"}, 7.0),
        (429, {"X-Rate-Limit-Reset": str(UNIX_TIME), "Date": DATE, "Retry-After": "3"}, 3.0),
        (429, {"X-Rate-Limit-Reset": str(UNIX_TIME), "Retry-After": "soon"}, 20.0),
        (400, {"X-Rate-Limit-Reset": str(UNIX_TIME)}, None),
        (429, {"X-Rate-Limit-Reset": "soon"}, None),
        (503, {"Retry-After": "-5"}, None),
        (503, {"Retry-After": "nan"}, None),
        (503, {"Retry-After": "inf"}, None),
        (503, {"Retry-After": "9" * 400}, None),
        (503, {"Retry-After": "Sun, 06 Nov 99999 08:49:37 GMT"}, None),
        (503, {"Retry-After": ""}, None),
        (503, {}, None),
    ],
)
def test_retry_after(status: int, headers: dict[str, str], seconds: float | None) -> None:
    e = sms.ApiException(status, headers=headers)
    e.received_at = UNIX_TIME - 20.0
    assert e.retry_after == seconds


# str and repr


@pytest.mark.parametrize(
    ("e", "text"),
    [
        (
            exception_for(http_response(400, error(), X_Request_Id="req-1")),
            "400 invalid_param (code 1106): Too short. [request id req-1]",
        ),
        (
            exception_for(http_response(400, error(code=1210, invalid=["+31612469333", "12"]))),
            "400 invalid_param (code 1210): Too short. [2 invalid phone numbers in error.invalid]",
        ),
        (
            exception_for(http_response(400, error(code=1210, invalid=["12"]), x_request_id="r")),
            "400 invalid_param (code 1210): Too short. [1 invalid phone number in error.invalid, request id r]",
        ),
        (exception_for(http_response(502, b"<html>")), "502 Some Reason"),
        (
            exception_for(http_response(400, error("invalid_pin", 2029))),
            "400 invalid_pin (code 2029): Too short. [get_otp_status says how many attempts are left]",
        ),
        (
            exception_for(http_response(400, error(message="a\r\nb\x1b[31m\u2028c\ud800"))),
            "400 invalid_param (code 1106): a b [31m c",
        ),
        (sms.ApiException(404), "404"),
        (sms.ApiException(reason="made by hand"), "made by hand"),
        (sms.ApiConnectionException("refused"), "connection_error: refused"),
        (
            sms.ApiTimeoutException("no response in 60 s", outcome_unknown=True),
            "timeout: no response in 60 s [the request may have been carried out]",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_str_is_one_line_that_says_what_happened(e: sms.ApiException, text: str) -> None:
    assert str(e) == text


def test_str_shows_neither_headers_nor_phone_numbers() -> None:
    e = exception_for(http_response(400, error(invalid=["+31612469333"]), X_Secret="hidden", Set_Cookie="hidden"))
    assert "hidden" not in str(e) + repr(e)
    assert "31612469333" not in str(e) + repr(e)


def test_repr_names_class_status_type_and_code() -> None:
    shown = repr(exception_for(http_response(401, error("invalid_client", 1600))))
    assert shown == "InvalidCredentialsException(status=401, error_type='invalid_client', error_code=1600)"


# Wrong input


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (["to", 3], "to[3]: must be a str"),
        (["strategy", 1, "channel"], "strategy[1].channel: must be a str"),
        ([0, "to"], "[0].to: must be a str"),
        (["customFields", "shoe size\n"], "customFields['shoe size\\n']: must be a str"),
        ([], "must be a str"),
        (None, "must be a str"),
    ],
)
@pytest.mark.parametrize("raised", WRONG_INPUT)
def test_wrong_input_says_where_it_is(raised: Any, path: list[str | int] | None, shown: str) -> None:
    e = raised("must be a str", path)
    assert str(e) == shown
    assert e.path_to_item == (path or None)


def test_a_type_error_lists_the_allowed_types() -> None:
    e = sms.ApiTypeError("must be a str", ["to"], (str, int), True)
    assert (e.valid_classes, e.key_type) == ((str, int), True)
    assert sms.ApiTypeError("m", path_to_item=["to"], valid_classes=(str,), key_type=False).key_type is False


# No response


@pytest.mark.parametrize(("raised", "kind"), list(zip(NO_RESPONSE, ["connection_error", "timeout"])))
@pytest.mark.parametrize("unknown", [False, True])
def test_the_documented_handler_works_without_a_response(raised: Any, kind: str, unknown: bool) -> None:
    try:
        raise raised('DNS said "no"\u2028', outcome_unknown=unknown)
    except sms.ApiException as e:
        content = json.loads(e.body)["error"]
        assert content == {"type": kind, "message": 'DNS said "no"\u2028', "uri": "", "code": 0}
        assert (e.error_type, e.error_code, e.error_message) == (kind, 0, content["message"])
        assert e.status == 0
        assert not e.status >= 500
        assert e.headers["X-Rate-Limit-Reset"] is None
        assert e.outcome_unknown is unknown


# Pickling and copying

CARRIED = (
    *("status", "reason", "body", "headers", "received_at", "outcome_unknown", "args"),
    *("error_type", "error_code", "error_message", "invalid", "request_id", "retry_after"),
)
COPIES = [*(lambda one, n=n: pickle.loads(pickle.dumps(one, n)) for n in range(6)), copy.copy, copy.deepcopy]


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("raised", [sms.ApiException, *DOCUMENTED])
def test_exceptions_are_pickled_and_copied_with_all_attributes(raised: Any, duplicate: Any) -> None:
    e = raised(http_resp=http_response(429, error(invalid=["1"]), X_Request_Id="r", Retry_After="2"))
    e.outcome_unknown = True
    str(e)
    try:
        raise e from ValueError("the cause stays behind")
    except sms.ApiException as caught:
        again = duplicate(caught)
    assert type(again) is raised
    assert again.__cause__ is None
    for name in CARRIED:
        assert getattr(again, name) == getattr(e, name), name
    assert again.headers["x-request-id"] == "r"
    assert (str(again), repr(again)) == (str(e), repr(e))


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("raised", NO_RESPONSE)
def test_failed_connections_are_pickled_and_copied(raised: Any, duplicate: Any) -> None:
    e = raised("refused", outcome_unknown=True)
    again = duplicate(e)
    assert type(again) is raised
    assert (again.outcome_unknown, again.body, str(again)) == (True, e.body, str(e))


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("raised", WRONG_INPUT)
def test_wrong_input_is_pickled_and_copied(raised: Any, duplicate: Any) -> None:
    e = raised("wrong", ["to", 3])
    again = duplicate(e)
    assert type(again) is raised
    assert (str(again), again.path_to_item, again.__dict__) == (str(e), ["to", 3], e.__dict__)


# Unusual content

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=50),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)
codes = st.sampled_from([code for _, code in BY_CODE]) | st.integers() | anything
kinds = st.sampled_from([kind for _, kind in BY_TYPE]) | anything
errors = st.fixed_dictionaries({}, optional={"type": kinds, "code": codes, "message": anything, "invalid": anything})
documents = anything | st.fixed_dictionaries({"error": errors | anything}, optional={"invalid": anything})
bodies = st.one_of(
    st.binary(max_size=200),
    documents.map(lambda one: json.dumps(one).encode()),
    st.integers(1, 20_000).map(lambda depth: b"[" * depth),
    st.integers(1, 20_000).map(lambda depth: b'{"error":' * depth + b"1" + b"}" * depth),
    st.integers(1, 10_000).map(lambda digits: b'{"error":{"code":' + b"9" * digits + b"}}"),
    st.just(b'{"error":{"type":"\\ud800","message":"\\udfff","code":1e999}}'),
    st.just(b'{"error":{"message":"' + b"x\\n" * 50_000 + b'"}}'),
)
texts = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40)
charsets = st.sampled_from(sorted(set(aliases.values()))).map("text/html; charset={}".format)
header_values = texts | charsets | st.sampled_from([DATE, "1", str(2**70)])
headers = st.dictionaries(
    st.sampled_from(["Retry-After", "Date", "X-Rate-Limit-Reset", "X-Request-Id", "Content-Type"]), header_values
)
statuses = st.sampled_from([*BY_STATUS, *UNDOCUMENTED])


@given(statuses, bodies, headers, st.none() | texts)
def test_any_response_makes_an_exception(
    status: int, data: bytes, received: dict[str, str], reason: str | None
) -> None:
    e = exception_for(SimpleNamespace(status=status, reason=reason, data=data, headers=received))
    assert type(e) is expected(status, e.error_type, e.error_code)
    assert isinstance(e.body, str)
    assert e.error_type is None or isinstance(e.error_type, str)
    assert e.error_code is None or type(e.error_code) is int
    assert e.error_message is None or isinstance(e.error_message, str)
    assert isinstance(e.invalid, list)
    assert e.request_id is None or isinstance(e.request_id, str)
    assert e.retry_after is None or e.retry_after >= 0
    for shown in (str(e), repr(e)):
        assert 0 < len(shown) < 1000
        assert shown.isprintable()
        shown.encode()
    again = pickle.loads(pickle.dumps(e))
    assert (type(again), str(again), again.body) == (type(e), str(e), e.body)


@given(statuses, kinds, codes)
def test_the_class_follows_the_rule_for_any_type_and_code(status: int, kind: Any, code: Any) -> None:
    raised = type(exception_for(http_response(status, error(kind, code))))
    number = int(code) if isinstance(code, str) and code.isascii() and code.isdigit() else code
    assert raised is expected(status, kind if isinstance(kind, str) else None, number if type(number) is int else None)


@given(st.text(st.characters(), max_size=300), st.booleans())
def test_the_handler_can_read_any_connection_failure(message: str, unknown: bool) -> None:
    e = sms.ApiConnectionException(message, outcome_unknown=unknown)
    assert json.loads(e.body)["error"]["message"] == message == e.error_message
    str(e).encode()
    assert len(str(e)) < 1000


def test_docs_names_the_row_of_the_code_else_the_page_of_the_api() -> None:
    def docs(**error: Any) -> str | None:
        return sms.ApiException(400, body=json.dumps({"error": error})).docs

    assert docs(type="invalid_param", code=1106, uri="/errors/1106") == "docs/guides/errors.md#1106"
    assert docs(type="invalid_scope", uri="/errors") == "/errors"
    assert docs(uri=5) is None
    assert sms.ApiException(500).docs is None
    assert sms.ApiConnectionException("reset").docs is None
