"""The Python client of the SMS Connexion (SMS.CX) messaging API.

configuration.py    who you are, where the API is, how patient to be
api_client.py       one request's way: operation and arguments to HTTP to model or exception
operation.py        an operation as data, and its arguments as path, query and body
rest.py             the wire: urllib3 pools, TLS, proxies, timeouts
retry.py, auth.py   when a request may be repeated; who is asking
exceptions.py       one class per documented error
model_utils.py, fields.py   a typed view of one JSON object
api/, model/        generated: one module per resource, one per model
apis/, models/      all of them in one import, lazily
sandbox/            the API on your machine; needs ``pip install smscx_client[sandbox]``
"""

from __future__ import annotations

import logging

from smscx_client.api_client import ApiClient
from smscx_client.configuration import Configuration
from smscx_client.exceptions import (
    AccessDeniedException,
    ApiAttributeError,
    ApiConnectionException,
    ApiException,
    ApiExceptionBase,
    ApiKeyError,
    ApiMethodNotAllowedException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    ChannelNotActiveException,
    DuplicateIdException,
    DuplicateValueException,
    InsufficientBalanceException,
    InsufficientScopeException,
    InvalidCredentialsException,
    InvalidPhoneNumberException,
    InvalidPinException,
    InvalidRequestException,
    InvalidScopeException,
    NoCoverageException,
    OtpActionNotAllowedException,
    OtpAlreadyVerifiedException,
    OtpCancelledException,
    OtpExpiredException,
    OtpFailedException,
    RateLimitExcedeedException,
    RateLimitExceededException,
    ResourceNotFoundException,
    ServerErrorException,
    TemplateNotApprovedException,
)

__version__ = "1.0.0"

__all__ = [
    "ApiClient",
    "Configuration",
    # Answers of the server
    "ApiException",
    "AccessDeniedException",
    "ApiMethodNotAllowedException",
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
    # No answer
    "ApiConnectionException",
    "ApiTimeoutException",
    # Wrong input
    "ApiExceptionBase",
    "ApiAttributeError",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
]

logging.getLogger("smscx_client").addHandler(logging.NullHandler())
