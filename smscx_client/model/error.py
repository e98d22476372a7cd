# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class Error(Model):
    """A part of ``Model400InvalidParam``, ``Model400InvalidParamGroups``, ``Model400InvalidPhoneNumbers`` and others.

    :param type: Category to which the error belongs. One of ``access_denied``, ``duplicate_id``, ``duplicate_value``,
        ``insufficient_credit``, ``insufficient_scope``, ``invalid_api_key``, ``invalid_body``, ``invalid_client``,
        ``invalid_method``, ``invalid_param``, ``invalid_request``, ``invalid_scope``, ``no_coverage``, ``not_found``,
        ``rate_limit``, ``server_error``, ``unsupported_grant_type``, ``invalid_pin``, ``otp_expired``, ``otp_failed``,
        ``otp_cancelled``, ``otp_verified``. Required.
    :param message: Brief error explanation meant for people to read. Required.
    :param uri: Reference to the documentation page with more detail on the error. Required.
    :param code: Numeric error code internal to the API. Required.
    """

    type: Literal[
        "access_denied",
        "duplicate_id",
        "duplicate_value",
        "insufficient_credit",
        "insufficient_scope",
        "invalid_api_key",
        "invalid_body",
        "invalid_client",
        "invalid_method",
        "invalid_param",
        "invalid_request",
        "invalid_scope",
        "no_coverage",
        "not_found",
        "rate_limit",
        "server_error",
        "unsupported_grant_type",
        "invalid_pin",
        "otp_expired",
        "otp_failed",
        "otp_cancelled",
        "otp_verified",
    ] = field(
        "type",
        required=True,
        enum=(
            "access_denied",
            "duplicate_id",
            "duplicate_value",
            "insufficient_credit",
            "insufficient_scope",
            "invalid_api_key",
            "invalid_body",
            "invalid_client",
            "invalid_method",
            "invalid_param",
            "invalid_request",
            "invalid_scope",
            "no_coverage",
            "not_found",
            "rate_limit",
            "server_error",
            "unsupported_grant_type",
            "invalid_pin",
            "otp_expired",
            "otp_failed",
            "otp_cancelled",
            "otp_verified",
        ),
    )
    """Category to which the error belongs. One of ``access_denied``, ``duplicate_id``, ``duplicate_value``,
    ``insufficient_credit``, ``insufficient_scope``, ``invalid_api_key``, ``invalid_body``, ``invalid_client``,
    ``invalid_method``, ``invalid_param``, ``invalid_request``, ``invalid_scope``, ``no_coverage``, ``not_found``,
    ``rate_limit``, ``server_error``, ``unsupported_grant_type``, ``invalid_pin``, ``otp_expired``, ``otp_failed``,
    ``otp_cancelled``, ``otp_verified``."""
    message: str = field("message", required=True)
    """Brief error explanation meant for people to read."""
    uri: str = field("uri", required=True)
    """Reference to the documentation page with more detail on the error."""
    code: int = field("code", type=int, required=True)
    """Numeric error code internal to the API."""
