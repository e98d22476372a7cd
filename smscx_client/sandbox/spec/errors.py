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

__all__ = [
    "ASSUMED",
    "INVALID_PARAM",
    "NO_CREDIT",
    "RULES",
    "ApiError",
    "Assumed",
    "ErrorRow",
    "Rule",
    "Violation",
    "error_for",
]


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

NO_CREDIT = (1113, 1114)
"""For what cannot be paid, prepaid and postpaid: an operation that costs money may not list them (assumed)."""


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
    # reports
    Rule("campaignId", ("format",), 1155),
    Rule("campaignId", ("format",), 1165),
    Rule("dimension", ("enum",), 1829),
    Rule("source", ("enum",), 1825),
    Rule("delivery_report", ("enum",), 1826),
    Rule("channel", ("enum",), 1828),
    # conversations: an id of another form is the id of nothing (assumed)
    Rule("conversationId", ("format",), 1180),
    Rule("text", ("maxLength",), 1811),
    # sends
    Rule("groups", ("required",), 1101),
    Rule("ttl", ("type",), 1124),
    Rule("strategy", ("required",), 1120),
    Rule("strategy.*.channel", ("required", "enum", "type"), 1123),
    Rule("strategy.*.templateId", ("type",), 1127),
    Rule("templateId", ("required",), 1126),
    Rule("templateId", ("type",), 1127),
    Rule("grant_type", ("required",), 1600, "invalid_request"),
    Rule("grant_type", ("enum",), 1600, "unsupported_grant_type"),
    # account
    Rule("channel", ("enum",), 1521),
    Rule("countryIso", ("minLength", "maxLength"), 1522),
    # groups: an id of another form is the id of nothing (assumed)
    Rule("groupId", ("type",), 1200),
    Rule("groupId", ("type",), 1202),
    Rule("phoneNumberId", ("format",), 1202),
    Rule("phoneNumbers", ("required",), 1203),
    Rule("phoneNumbers", ("type",), 1208),
    Rule("name", ("required",), 1204),
    Rule("name", ("minLength", "maxLength", "type"), 1206),
    # opt-outs
    Rule("optoutId", ("type",), 1202),
    # originators
    Rule("originatorId", ("type",), 1300),
    Rule("originator", ("required",), 1301),
    Rule("originator", ("pattern", "type"), 1303),
    # templates
    Rule("templateId", ("type",), 1800),
    Rule("text", ("required",), 1801),
    Rule("text", ("type",), 1802),
    Rule("name", ("minLength", "maxLength", "type"), 1803),
    Rule("channel", ("enum", "type"), 1806),
    Rule("richMedia.buttonCaption", ("minLength", "maxLength", "type"), 1808),
    Rule("richMedia.targetUrl", ("format", "type"), 1809),
    Rule("richMedia.imageUrl", ("format", "type"), 1810),
    # short links
    Rule("url", ("required",), 1401),
    Rule("url", ("format", "type"), 1402),
    Rule("name", ("required", "minLength", "maxLength", "type"), 1404),
    # one-time passwords: an id of another form is the id of nothing (assumed)
    Rule("otpId", ("format",), 2021),
    Rule("phoneNumber", ("required",), 2001),
    Rule("phoneNumber", ("type",), 2020),
    Rule("countryIso", ("empty",), 2002),
    Rule("countryIso", ("minLength", "maxLength", "type"), 2003),
    Rule("from", ("empty",), 2004),
    Rule("from", ("minLength", "maxLength", "type"), 2005),
    Rule("template", ("type",), 2006),
    Rule("ttl", ("type",), 2007),
    Rule("ttl", ("minimum",), 2008),
    Rule("ttl", ("maximum",), 2009),
    Rule("maxAttempts", ("type",), 2010),
    Rule("maxAttempts", ("minimum",), 2011),
    Rule("maxAttempts", ("maximum",), 2012),
    Rule("pinType", ("empty",), 2013),
    Rule("pinType", ("enum", "type"), 2014),
    Rule("pinLength", ("type",), 2015),
    Rule("pinLength", ("minimum",), 2016),
    Rule("pinLength", ("maximum",), 2017),
    Rule("trackId", ("format", "type"), 2018),
    Rule("otpCallbackUrl", ("format", "type"), 2019),
    Rule("pin", ("required", "type"), 2022),
    # lookups
    Rule("lookupCallbackUrl", ("format", "type"), 1209),
    Rule("lookupId", ("format",), 1217),
    Rule("lookupBulkId", ("format",), 1218),
    # rented numbers
    Rule("rentId", ("format",), 1221),
    Rule("numberId", ("required", "format", "type"), 1222),
    Rule("rentPeriod", ("required", "enum", "type"), 1224),
    Rule("autoRenew", ("type",), 1225),
    Rule("callbackUrl", ("format", "type"), 1226),
    Rule("registrationId", ("format", "type"), 1234),
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
    attempt at a PIN does; `status` is for one other than the code's.
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
        status: int | None = None,
    ) -> None:
        super().__init__(code, type, detail)
        self.code = code
        self.type = type
        self.detail = detail
        self.invalid = invalid
        self.headers = headers or {}
        self.keeps_changes = keeps_changes
        self.status = status


def error_for(violations: Sequence[Violation], codes: Collection[int]) -> ApiError:
    """The error of the first rule that is broken, for an operation that lists `codes`."""
    for rule in RULES:
        if rule.code in codes:
            for violation in violations:
                if violation.field == rule.field and violation.keyword in rule.keywords:
                    return ApiError(rule.code, rule.type)
    first = violations[0]
    return ApiError(INVALID_PARAM, detail=f"`{first.field}`: {first.message}" if first.field else first.message)
