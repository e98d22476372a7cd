"""The API's errors: their table, and the exception that stands for one.

`openapi.yaml` gives each code its status, type and meaning (`x-error-codes`). `ASSUMED` has the codes that it does not
give. `error_rules.py` maps schema violations to codes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

__all__ = ["ASSUMED", "INVALID_PARAM", "NO_CREDIT", "ApiError", "Assumed", "ErrorRow", "Violation"]


class ErrorRow(NamedTuple):
    """One error of the API."""

    code: int
    type: str
    status: int
    meaning: str


class Assumed(IntEnum):
    """The codes of errors for which the API's guides give a status and a type, but no number."""

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
    ErrorRow(Assumed.MALFORMED_BODY, "invalid_body", 400, "The body of the request cannot be parsed."),
    ErrorRow(Assumed.CONTENT_TYPE, "invalid_body", 415, "The content type of the body is wrong."),
    ErrorRow(Assumed.BODY_TOO_LARGE, "invalid_body", 413, "The body of the request is too large."),
    ErrorRow(
        Assumed.NO_CREDENTIALS,
        "invalid_api_key",
        401,
        "The request has no credentials: send an API key in `X-API-KEY` or a token in `Authorization: Bearer`.",
    ),
    ErrorRow(Assumed.BAD_API_KEY, "invalid_api_key", 401, "The API key is not valid."),
    ErrorRow(Assumed.BAD_TOKEN, "invalid_api_key", 401, "The access token is not valid or has expired."),
    ErrorRow(Assumed.INSUFFICIENT_SCOPE, "insufficient_scope", 403, "The access token lacks the scope of this call."),
    ErrorRow(Assumed.FOREIGN_HOST, "access_denied", 403, "The sandbox does not accept the name in the Host header."),
    ErrorRow(
        Assumed.FOREIGN_ORIGIN,
        "access_denied",
        403,
        "The sandbox accepts no requests of other web sites.",
    ),
    ErrorRow(Assumed.NO_ROUTE, "not_found", 404, "The API has no such path."),
    ErrorRow(Assumed.METHOD, "invalid_method", 405, "The path does not support this method."),
    ErrorRow(Assumed.RATE_LIMIT, "rate_limit", 429, "Too many requests: wait until the time in `X-Rate-Limit-Reset`."),
    ErrorRow(Assumed.SERVER_ERROR, "server_error", 500, "The sandbox failed."),
    ErrorRow(Assumed.NOT_BUILT, "server_error", 501, "The sandbox does not implement this operation."),
)

INVALID_PARAM = 1212
"""For a field that does not match its schema, in an operation that lists no code for that (assumed)."""

NO_CREDIT = (1113, 1114)
"""For a balance that is too low, prepaid and postpaid; paid operations may use them unlisted (assumed)."""


class Violation(NamedTuple):
    """One place where a value does not match its schema."""

    field: str
    keyword: str
    message: str


class ApiError(Exception):
    """An error response of the API.

    `type` is needed only where the code has several. `detail` is added to the code's meaning. `invalid` lists phone
    numbers, in the body beside `error` and inside it. `keeps_changes` commits the changes of the handler, such as a
    counted PIN attempt. `status` overrides the code's status.
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
