"""Which mistake gets which error: tables, so that every answer can be looked up.

`openapi.yaml` gives each code its status, type and meaning (`x-error-codes`) and lists the codes of each operation
(`x-errors`). Here stand the codes that it does not give (`ASSUMED`), and the rules that lead from a broken schema rule
to a code (`RULES`).

Precedence, assumed, as the API states none: the request's form (route, rate limit, credentials, scope, body), then its
fields in the order of `RULES`, then what takes knowledge to judge, in the order of the operation's code: phone numbers,
date, text, coverage, and money last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

__all__ = ["ASSUMED", "INVALID_PARAM", "RULES", "ApiError", "Assumed", "ErrorRow", "Rule", "Violation", "error_for"]


class ErrorRow(NamedTuple):
    """One error that the API can answer with."""

    code: int
    type: str
    status: int
    meaning: str


class Assumed(IntEnum):
    """Codes of errors to which the API's guides give a status and a type but no number."""

    MALFORMED_BODY = 1000
    CONTENT_TYPE = 1001
    BODY_TOO_LARGE = 1002
    NO_CREDENTIALS = 1003
    BAD_API_KEY = 1004
    BAD_TOKEN = 1005
    INSUFFICIENT_SCOPE = 1006
    FOREIGN_HOST = 1007
    FOREIGN_ORIGIN = 1008
    NO_ROUTE = 1009
    METHOD = 1010
    RATE_LIMIT = 1011
    SERVER_ERROR = 1012
    NOT_BUILT = 1013


ASSUMED = (
    ErrorRow(Assumed.MALFORMED_BODY, "invalid_body", 400, "The body of the request could not be read."),
    ErrorRow(Assumed.CONTENT_TYPE, "invalid_body", 415, "The body of the request is of the wrong content type."),
    ErrorRow(Assumed.BODY_TOO_LARGE, "invalid_body", 413, "The body of the request is too large."),
    ErrorRow(
        Assumed.NO_CREDENTIALS,
        "invalid_api_key",
        401,
        "The request carries no credentials: send an API key in `X-API-KEY` or a token in `Authorization: Bearer`.",
    ),
    ErrorRow(Assumed.BAD_API_KEY, "invalid_api_key", 401, "The API key is not valid."),
    ErrorRow(Assumed.BAD_TOKEN, "invalid_api_key", 401, "The access token is not valid or has expired."),
    ErrorRow(Assumed.INSUFFICIENT_SCOPE, "insufficient_scope", 403, "The access token lacks the scope of this call."),
    ErrorRow(Assumed.FOREIGN_HOST, "access_denied", 403, "The sandbox does not go by the name in the Host header."),
    ErrorRow(Assumed.FOREIGN_ORIGIN, "access_denied", 403, "The sandbox answers no web page of another site."),
    ErrorRow(Assumed.NO_ROUTE, "not_found", 404, "The API has no such path."),
    ErrorRow(Assumed.METHOD, "invalid_method", 405, "The path does not take this method."),
    ErrorRow(Assumed.RATE_LIMIT, "rate_limit", 429, "Too many requests: wait until the time in `X-Rate-Limit-Reset`."),
    ErrorRow(Assumed.SERVER_ERROR, "server_error", 500, "The sandbox failed."),
    ErrorRow(Assumed.NOT_BUILT, "server_error", 501, "The sandbox does not have this operation yet."),
)

INVALID_PARAM = 1212
"""For a field that breaks its schema where the operation lists no code for that (assumed)."""


class Rule(NamedTuple):
    """A field that breaks one of these schema keywords gets this code, in the operations that list the code.

    `field` is dotted from the body's root, or the name of a path or query parameter. A field that is there but empty
    counts as `required` unmet. `type` decides where a code has several.
    """

    field: str
    keywords: tuple[str, ...]
    code: int
    type: str = ""


RULES = (
    Rule("msgId", ("format",), 1115),
    Rule("msgId", ("format",), 1165),
    Rule("to", ("required",), 1104),
    Rule("to", ("maxItems",), 1103),
    Rule("from", ("required",), 1105),
    Rule("from", ("minLength", "maxLength"), 1106),
    Rule("text", ("required",), 1107),
    Rule("scheduledDate", ("format", "type"), 1108),
    Rule("dlrCallbackUrl", ("format", "type"), 1109),
    Rule("idempotencyId", ("format", "type"), 1111),
    Rule("transliteration", ("type",), 1135),
    Rule("transliteration.alphabet", ("required", "enum", "type"), 1110),
    Rule("transliteration.removeEmojis", ("type",), 1503),
    Rule("grant_type", ("required",), 1600, "invalid_request"),
    Rule("grant_type", ("enum",), 1600, "unsupported_grant_type"),
)


class Violation(NamedTuple):
    """One place where a value breaks its schema."""

    field: str
    keyword: str
    message: str


class ApiError(Exception):
    """The API's refusal of a request.

    `type` is needed only where the code has several; `detail` is added to the code's meaning; `invalid` lists phone
    numbers and stands beside `error` in the body; `keeps_changes` says that what the handler has done stays done, as an
    attempt at a PIN does.
    """

    def __init__(
        self,
        code: int,
        type: str = "",
        *,
        detail: str = "",
        invalid: Sequence[str] | None = None,
        headers: Mapping[str, str] | None = None,
        keeps_changes: bool = False,
    ) -> None:
        super().__init__(code, type, detail)
        self.code = code
        self.type = type
        self.detail = detail
        self.invalid = invalid
        self.headers = headers or {}
        self.keeps_changes = keeps_changes


def error_for(violations: Sequence[Violation], codes: Collection[int]) -> ApiError:
    """The error of the first rule that is broken, for an operation that lists `codes`."""
    for rule in RULES:
        if rule.code in codes:
            for violation in violations:
                if violation.field == rule.field and violation.keyword in rule.keywords:
                    return ApiError(rule.code, rule.type)
    first = violations[0]
    return ApiError(INVALID_PARAM, detail=f"`{first.field}`: {first.message}" if first.field else first.message)
