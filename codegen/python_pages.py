"""Which hand-written classes and functions the reference has, by page; everything else about them is in the source."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PAGES", "PythonPage"]


@dataclass(frozen=True)
class PythonPage:
    """A page of the reference, and the public names on it."""

    name: str
    title: str
    intro: str
    objects: tuple[str, ...]


def _in(module: str, *objects: str) -> tuple[str, ...]:
    return tuple(f"{module}.{name}" for name in objects)


PAGES = (
    PythonPage(
        "client",
        "Client and AsyncClient",
        "One object makes all calls. The guides: [client](../../guides/client.md), [asyncio](../../guides/asyncio.md).",
        _in("smscx_client", "Client", "AsyncClient", "with_response", "Response", "replaced_originator"),
    ),
    PythonPage(
        "configuration",
        "Configuration",
        "Every setting of a client. `Client` and `AsyncClient` take them as keywords, and `with_options` takes those "
        "that can differ from call to call.",
        _in("smscx_client", "Configuration"),
    ),
    PythonPage(
        "api-client",
        "ApiClient, transport, retries",
        "What is below `Client`: [`ApiClient`](#apiclient) makes the calls and owns the connections. A program needs "
        "it to run code of the published client, to send requests in another way, or to test pauses without waiting.",
        (
            "smscx_client.ApiClient",
            *_in("smscx_client.api_client", "RequestOptions", "CallOptions"),
            "smscx_client.Transport",
            "smscx_client.retry.RetryPolicy",
        ),
    ),
    PythonPage(
        "exceptions",
        "Exceptions",
        "All of them are subclasses of `ApiExceptionBase`, and in the package itself: "
        "`smscx_client.InvalidPhoneNumberException`. The guide [errors](../../guides/errors.md) shows which one is "
        "raised when, and has a table of all error codes.",
        _in(
            "smscx_client",
            *("ApiExceptionBase", "ApiException"),
            *("AccessDeniedException", "ApiMethodNotAllowedException", "ChannelNotActiveException"),
            *("DuplicateIdException", "DuplicateValueException", "InsufficientBalanceException"),
            *("InsufficientScopeException", "InvalidCredentialsException", "InvalidPhoneNumberException"),
            *("InvalidPinException", "InvalidRequestException", "InvalidScopeException", "NoCoverageException"),
            *("OtpActionNotAllowedException", "OtpAlreadyVerifiedException", "OtpCancelledException"),
            *("OtpExpiredException", "OtpFailedException", "RateLimitExceededException"),
            *("ResourceNotFoundException", "ServerErrorException", "TemplateNotApprovedException"),
            *("ApiConnectionException", "ApiTimeoutException"),
            *("ApiTypeError", "ApiValueError", "ApiAttributeError", "ApiKeyError", "PlaceholderWarning"),
        ),
    ),
    PythonPage(
        "bulk",
        "Bulk jobs",
        "`from smscx_client import bulk`. The guide: [bulk jobs](../../guides/bulk.md).",
        (
            *_in(
                "smscx_client.bulk",
                *("send_sms", "send_sms_campaign", "send_viber", "send_viber_campaign", "send_whatsapp"),
                *("send_multichannel", "send_multichannel_campaign", "import_contacts", "validate_numbers"),
                *("lookup_numbers", "estimate_sms", "estimate_sms_campaign", "resume", "status"),
            ),
            *_in("smscx_client.bulk.jobs", "JobOptions", "RunOptions"),
            *_in(
                "smscx_client.bulk",
                *("Result", "Row", "Estimate", "Progress", "read_csv", "CsvSource"),
                *("BulkError", "JobStopped", "JournalError", "GuessedEncodingWarning", "RejectedLinesWarning"),
            ),
        ),
    ),
    PythonPage(
        "webhooks",
        "Webhooks",
        "`from smscx_client import webhooks`. The guide: [webhooks](../../guides/webhooks.md).",
        (
            *_in(
                "smscx_client.webhooks",
                *("Receiver", "Reply", "parse", "Event", "DeliveryReport", "InboundSms", "InboundViber"),
                *("InboundWhatsapp", "OtpUpdate", "NumberLookup", "ShortlinkHit", "AttachmentHit", "NewOptout"),
                *("UnknownEvent", "WebhookError", "Seen", "Claim", "MemorySeen", "SqliteSeen", "RedisSeen"),
                *("CacheSeen", "CallableSeen"),
            ),
            "smscx_client.webhooks.django.view",
        ),
    ),
    PythonPage(
        "text",
        "Texts",
        "`from smscx_client import text`. No function here sends a request. The guide: [texts](../../guides/text.md).",
        _in(
            "smscx_client.text",
            *("analyze", "TextAnalysis", "NonGsmCharacter", "transliterate", "Transliteration"),
            *("placeholders", "Placeholder", "is_gsm"),
        ),
    ),
    PythonPage(
        "exports",
        "Exports",
        "`from smscx_client import exports`. The files come from the methods `export_..._to_csv` and "
        "`export_..._to_xlsx`, which take `save_to` and `progress`. The guide: [exports](../../guides/exports.md).",
        _in("smscx_client.exports", "rows", "BinaryFile", "ExportLimitWarning"),
    ),
    PythonPage(
        "paging",
        "Paging",
        "What the methods `iter_...` return. The guide: [paging](../../guides/paging.md).",
        (*_in("smscx_client.paging", "Pages"), "smscx_client.aio.paging.AsyncPages"),
    ),
    PythonPage(
        "events",
        "Events",
        "What `Configuration(on_event=...)` is called with. The guide: [events](../../guides/events.md).",
        (
            "smscx_client.CallEvent",
            *_in("smscx_client.events", "StartingConsumer"),
            "smscx_client.integrations.opentelemetry.Instrumentation",
        ),
    ),
    PythonPage(
        "celery",
        "Celery integration",
        "`pip install 'smscx_client[celery]'`. The guide: [many machines](../../guides/scaling.md).",
        _in("smscx_client.integrations.celery", "BatchTasks", "CeleryPool", "enqueue_events"),
    ),
    PythonPage(
        "django",
        "Django integration",
        "Put `smscx_client.integrations.django` into `INSTALLED_APPS`. It needs the package `django`. The guide: "
        "[Django](../../guides/django.md).",
        (
            *_in(
                "smscx_client.integrations.django",
                *("get_client", "override_client", "webhook_view", "get_receiver", "event_received"),
            ),
            "smscx_client.sandbox.django.SmscxSandboxMixin",
        ),
    ),
    PythonPage(
        "sandbox",
        "Sandbox and fixture",
        "`pip install 'smscx_client[sandbox]'`. The pytest fixture `smscx_sandbox` is an object of the class "
        "[`SmscxSandbox`](#sandboxpytest_fixturesmscxsandbox). The guide: [sandbox](../../guides/sandbox.md).",
        (
            "smscx_client.sandbox.pytest_fixture.SmscxSandbox",
            "smscx_client.sandbox.pytest_fixture.Message",
            *_in("smscx_client.sandbox", "Settings", "Sandbox"),
        ),
    ),
)
