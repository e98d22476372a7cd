"""The Python client of the SMS Connexion (SMS.CX) messaging API.

client.py           the client: one object, a namespace for each resource
aio/                AsyncClient, the same for async programs
configuration.py    client settings
api_client.py       a call: operation and arguments -> request -> tries -> response -> model or exception
operation.py        an operation as data, and its arguments as path, query and body
retry.py, auth.py   when a request may be repeated; authentication
rest.py             one HTTP exchange; its parts are in _transport/
events.py           what happens in a call, for logs, metrics and traces
exceptions.py       one class per documented error
api/, model/        generated: one module per resource, one per model
apis/, models/      all of them in one import, each loaded on first use
types.py            generated: the bodies of requests as typed dicts
model_utils.py      the base classes of all models; its parts are in _models/
compat.py           names of published clients that the library itself does not use
paging.py           iteration over all pages of a list
exports.py          exported files as rows of text
text/               parts and encodings of texts, transliteration, placeholders
bulk/               jobs of any number of recipients
webhooks/           callbacks of the API: events, and a receiver for web frameworks
integrations/       Celery, Django, OpenTelemetry; its docstring says what each needs
cli/                the command ``smscx``; needs ``pip install 'smscx_client[cli]'``
sandbox/            the API on your machine; needs ``pip install 'smscx_client[sandbox]'``
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from smscx_client._version import __version__ as __version__
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
from smscx_client.exceptions import PlaceholderWarning as PlaceholderWarning
from smscx_client.rest import Transport as Transport

if TYPE_CHECKING:
    from smscx_client import bulk as bulk
    from smscx_client import exports as exports
    from smscx_client import paging as paging
    from smscx_client import text as text
    from smscx_client import webhooks as webhooks
    from smscx_client._originators import replaced_originator
    from smscx_client._with_response import Response, with_response
    from smscx_client.aio.client import AsyncClient
    from smscx_client.client import Client
    from smscx_client.events import CallEvent

__all__ = [
    "Client",
    "AsyncClient",
    "with_response",
    "Response",
    "replaced_originator",
    "ApiClient",
    "CallEvent",
    "Configuration",
    # Error responses
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
    # No response
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

#: Names that are loaded on first use.
_LAZY = {
    "AsyncClient": lambda: import_module("smscx_client.aio.client").AsyncClient,
    "CallEvent": lambda: import_module("smscx_client.events").CallEvent,
    "Client": lambda: import_module("smscx_client.client").Client,
    "bulk": lambda: import_module("smscx_client.bulk"),
    "exports": lambda: import_module("smscx_client.exports"),
    "Response": lambda: import_module("smscx_client._with_response").Response,
    "replaced_originator": lambda: import_module("smscx_client._originators").replaced_originator,
    "with_response": lambda: import_module("smscx_client._with_response").with_response,
    "paging": lambda: import_module("smscx_client.paging"),
    "text": lambda: import_module("smscx_client.text"),
    "webhooks": lambda: import_module("smscx_client.webhooks"),
}

if not TYPE_CHECKING:  # a type checker would take any name for an attribute

    def __getattr__(name: str) -> Any:
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = _LAZY[name]()
        return found

    def __dir__() -> list[str]:
        return sorted([*globals(), *_LAZY])
