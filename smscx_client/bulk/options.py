"""The keywords of the functions in jobs.py, for type checkers and editors: the fields of messages, and how a job works.

The fields are those of the requests in `smscx_client.types`, without those that the job sets itself. A test compares
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from smscx_client.bulk.pool import Pool
    from smscx_client.bulk.progress import ProgressOption
    from smscx_client.models import CustomFields, Strategy, Transliteration
    from smscx_client.types import (
        StrategyDict,
        StrategyWireDict,
        TransliterationDict,
        TransliterationWireDict,
    )

__all__ = [
    "ImportOptions",
    "JobOptions",
    "LookupOptions",
    "MultichannelCampaignOptions",
    "MultichannelOptions",
    "RunOptions",
    "SmsCampaignOptions",
    "SmsOptions",
    "TemplateCampaignOptions",
    "TemplateOptions",
    "ValidateOptions",
]


class RunOptions(TypedDict, total=False):
    """How a run works. It may differ from run to run of the same job."""

    progress: ProgressOption
    """True for a bar in the terminal (extra `[cli]`), or a callable that gets each :class:`Progress`."""
    workers: int
    """Requests at a time; 4 by default."""
    attempts: int
    """How often a run tries a batch before it stops; 8 by default."""
    rate_window: float
    """Seconds of the API's rate limit, until the API shows them; 60 by default (assumed)."""
    retry_unknown: bool
    """Whether to repeat the batches that are `unknown`. Each of them may then act twice, and cost twice."""
    pool: Pool
    """Where the batches run, instead of threads of this process; see `integrations.celery`."""


class JobOptions(RunOptions, total=False):
    """How a job works, and how its runs do."""

    batch_size: int
    """Recipients per request; by default as many as the API accepts: 25,000, or 40,000 numbers."""
    id_lifetime: float
    """Seconds for which the API remembers an idempotency id; 86,400 by default (assumed)."""


class _Message(JobOptions, total=False):
    """The fields of every message."""

    scheduled_date: datetime | str | None
    """When to send, as ``YYYY-MM-DD HH:MM:SS`` or datetime, in UTC; local time at the recipient with `is_utc=False`."""
    is_utc: bool | None
    """False if `scheduled_date` is local time at the recipient."""
    dlr_callback_url: str | None
    """The URL that delivery reports are posted to."""
    no_text_details: bool | None
    """Whether texts are left out of the responses; True by default, since a job does not read them."""
    show_timezone: bool | None
    """Whether the responses have the time zone of each number."""


class _Direct(_Message, total=False):
    """The fields of a message to numbers."""

    country_iso: str | None
    """The country of numbers in national format, such as ``FR``."""
    allow_invalid: bool | None
    """Whether invalid numbers are left out instead of refusing their batch; True by default."""
    track_data: str | UUID | None
    """Your own id, which comes back in responses and callbacks."""


class _Sender(TypedDict):
    from_: str
    """The originator, 3 to 15 characters."""


class _Text(_Sender):
    text: str
    """The text; it can have placeholders."""


class _Template(_Sender):
    template_id: int
    """The template, which must be approved."""


class _Strategy(_Sender):
    strategy: Sequence[Strategy | StrategyDict | StrategyWireDict]
    """The channels in the order in which they are tried."""


class SmsOptions(_Text, _Direct, total=False):
    """The keywords of :func:`smscx_client.bulk.send_sms`."""

    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """How the text is changed to GSM-7."""


class SmsCampaignOptions(_Text, _Message, total=False):
    """The keywords of :func:`smscx_client.bulk.send_sms_campaign`."""

    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """How the text is changed to GSM-7."""


class TemplateOptions(_Template, _Direct, total=False):
    """The keywords of :func:`smscx_client.bulk.send_viber` and :func:`smscx_client.bulk.send_whatsapp`."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Values for the placeholders of the template, the same for all recipients."""


class TemplateCampaignOptions(_Template, _Message, total=False):
    """The keywords of :func:`smscx_client.bulk.send_viber_campaign`."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Values for the placeholders of the template, the same for all recipients."""


class MultichannelOptions(_Strategy, _Direct, total=False):
    """The keywords of :func:`smscx_client.bulk.send_multichannel`."""

    ttl: int | None
    """Seconds until the next channel is tried."""


class MultichannelCampaignOptions(_Strategy, _Message, total=False):
    """The keywords of :func:`smscx_client.bulk.send_multichannel_campaign`."""

    ttl: int | None
    """Seconds until the next channel is tried."""


class ValidateOptions(JobOptions, total=False):
    """The keywords of :func:`smscx_client.bulk.validate_numbers`."""

    country_iso: str | None
    """The country of numbers in national format, such as ``FR``."""


class LookupOptions(ValidateOptions, total=False):
    """The keywords of :func:`smscx_client.bulk.lookup_numbers`."""

    lookup_callback_url: str | None
    """The URL that results are posted to."""


class ImportOptions(JobOptions, total=False):
    """The keywords of :func:`smscx_client.bulk.import_contacts`."""

    allow_invalid: bool | None
    """Whether invalid numbers are left out instead of refusing their batch; True by default."""
