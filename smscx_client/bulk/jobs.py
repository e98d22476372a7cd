"""The functions that programs call: one per kind of job."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union

from smscx_client import models
from smscx_client._models.kinds import type_name, without_numpy
from smscx_client.bulk.engine import CLOCK_STEP, Engine, Limits
from smscx_client.bulk.journal import Job, Journal
from smscx_client.bulk.operations import OPERATIONS, BatchOperation
from smscx_client.bulk.options import JobOptions, RunOptions
from smscx_client.bulk.outcome import Outcome
from smscx_client.bulk.plan import planned
from smscx_client.bulk.pool import ThreadPool
from smscx_client.bulk.progress import reporting
from smscx_client.bulk.result import JobStopped, Result
from smscx_client.bulk.storage import Storage
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.bulk.options import (
        ImportOptions,
        LookupOptions,
        MultichannelCampaignOptions,
        MultichannelOptions,
        SmsCampaignOptions,
        SmsOptions,
        TemplateCampaignOptions,
        TemplateOptions,
        ValidateOptions,
    )
    from smscx_client.client import Client

__all__ = [
    "JobOptions",
    "import_contacts",
    "job_of",
    "lookup_numbers",
    "require_client",
    "resume",
    "send_multichannel",
    "send_multichannel_campaign",
    "send_sms",
    "send_sms_campaign",
    "send_viber",
    "send_viber_campaign",
    "send_whatsapp",
    "status",
    "validate_numbers",
]

_DAY = 86_400.0
#: Seconds that a setting can have: about 30 years.
_LONGEST = 1_000_000_000
#: The options of a run that are numbers, with their least and largest value. More threads than that start slowly.
_RANGES: tuple[tuple[str, float, float, Any, str], ...] = (
    ("workers", 1, 1000, (int,), "a whole number"),
    ("attempts", 1, _LONGEST, (int, float), "a number"),
    ("rate_window", 0.001, _LONGEST, (int, float), "a number"),
)
#: The path of a journal. A storage is for tests that lose power.
JournalFile = Union[str, "os.PathLike[str]", Storage]


_RUN = frozenset(RunOptions.__annotations__)
_JOB = frozenset(JobOptions.__annotations__) | _RUN


def send_sms(
    client: Client, recipients: Iterable[Any] | None, *, name: str, journal: JournalFile, **options: Unpack[SmsOptions]
) -> Result:
    """Send one text to any number of recipients, each of them once, also across crashes. **Costs money.**

    The plan is written into the journal first. Call it again with the same name to continue after a crash or an error.

    :param client: the client.
    :param recipients: phone numbers in E.164 format, of any iterable; one pass.
    :param name: the name of the job: what has been sent under a name is not sent again.
    :param journal: the file of the journal; it is created with permissions for its owner only.
    :param options: the fields of the message, as keywords of :meth:`SmsApi.send_sms` (``from_``, ``text`` ...), and the
        options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises JournalError: the journal is in use, or has another job under this name.
    :raises JobStopped: a request failed for good, such as for lack of credit. The rest is still in the journal.
    :raises ApiTypeError, ApiValueError: a field or option is wrong; nothing was sent.

    Fields: `from_`, `text` (required); `allow_invalid`, `country_iso`, `dlr_callback_url`, `is_utc`,
    `no_text_details`, `scheduled_date`, `show_timezone`, `track_data`, `transliteration`. Options of the job:
    `attempts`, `batch_size`, `id_lifetime`, `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /sms``, up to 25,000 recipients each

    Example::

        result = bulk.send_sms(client, numbers, name="november", journal="november.db", from_="MyShop", text="Sale!")
    """
    return _run("send_sms", client, recipients, name, journal, options)


def send_sms_campaign(
    client: Client,
    contacts: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[SmsCampaignOptions],
) -> Result:
    """Send a text with personal fields to any number of contacts, each of them once. **Costs money.**

    For each batch a group is made, filled, sent to, and deleted at the end, also after a crash.

    :param client: the client.
    :param contacts: mappings with `phone_number`, `first_name`, `last_name`, `email`,
        `field1` to `field5` and up to 20 fields of your own; see :func:`read_csv`.
    :param name, journal, options: as in :func:`send_sms`; the fields are those of :meth:`SmsApi.send_sms_campaign`
        without `groups`. A placeholder that no contact has a value for is refused before anything is sent.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `text` (required); `dlr_callback_url`, `is_utc`, `no_text_details`, `scheduled_date`,
    `show_timezone`, `transliteration`. Options of the job: `attempts`, `batch_size`, `id_lifetime`, `pool`,
    `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /groups``, ``POST /groups/{groupId}``, ``POST /sms/campaign``, ``DELETE /groups/{groupId}``

    Example::

        contacts = bulk.read_csv("november.csv", phone_number="mobile", first_name="first", voucher="code")
        bulk.send_sms_campaign(client, contacts, name="november", journal="november.db", from_="MyShop",
                               text="Hi {{firstName}}, your code is {{voucher}}.")
    """
    return _run("send_sms_campaign", client, contacts, name, journal, options)


def send_viber(
    client: Client,
    recipients: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[TemplateOptions],
) -> Result:
    """Send a Viber template to any number of recipients, as :func:`send_sms` does. **Costs money.**

    :param client, recipients, name, journal: as in :func:`send_sms`.
    :param options: the fields of the message, and the options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `template_id` (required); `allow_invalid`, `country_iso`, `custom_fields`, `dlr_callback_url`,
    `is_utc`, `no_text_details`, `scheduled_date`, `show_timezone`, `track_data`. Options of the job: `attempts`,
    `batch_size`, `id_lifetime`, `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /viber``

    Example::

        bulk.send_viber(client, numbers, name="november", journal="november.db", from_="MyShop", template_id=1042)
    """
    return _run("send_viber_message", client, recipients, name, journal, options)


def send_viber_campaign(
    client: Client,
    contacts: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[TemplateCampaignOptions],
) -> Result:
    """Send a Viber template with personal fields to contacts, as :func:`send_sms_campaign` does. **Costs money.**

    :param client, contacts, name, journal: as in :func:`send_sms_campaign`.
    :param options: the fields of the message, and the options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `template_id` (required); `custom_fields`, `dlr_callback_url`, `is_utc`, `no_text_details`,
    `scheduled_date`, `show_timezone`. Options of the job: `attempts`, `batch_size`, `id_lifetime`, `pool`,
    `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /groups``, ``POST /groups/{groupId}``, ``POST /viber/campaign``, ``DELETE /groups/{groupId}``

    Example::

        bulk.send_viber_campaign(client, contacts, name="november", journal="november.db", from_="MyShop",
                                 template_id=1042)
    """
    return _run("send_viber_campaign", client, contacts, name, journal, options)


def send_whatsapp(
    client: Client,
    recipients: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[TemplateOptions],
) -> Result:
    """Send a WhatsApp template to any number of recipients, as :func:`send_sms` does. **Costs money.**

    :param client, recipients, name, journal: as in :func:`send_sms`.
    :param options: the fields of the message, and the options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `template_id` (required); `allow_invalid`, `country_iso`, `custom_fields`, `dlr_callback_url`,
    `is_utc`, `no_text_details`, `scheduled_date`, `show_timezone`, `track_data`. Options of the job: `attempts`,
    `batch_size`, `id_lifetime`, `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /whatsapp``

    Example::

        bulk.send_whatsapp(client, numbers, name="november", journal="november.db", from_="MyShop", template_id=1043)
    """
    return _run("send_whatsapp_message", client, recipients, name, journal, options)


def send_multichannel(
    client: Client,
    recipients: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[MultichannelOptions],
) -> Result:
    """Send a message on several channels to any number of recipients, as :func:`send_sms` does. **Costs money.**

    :param client, recipients, name, journal: as in :func:`send_sms`.
    :param options: the fields of the message, and the options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `strategy` (required); `allow_invalid`, `country_iso`, `dlr_callback_url`, `is_utc`,
    `no_text_details`, `scheduled_date`, `show_timezone`, `track_data`, `ttl`. Options of the job: `attempts`,
    `batch_size`, `id_lifetime`, `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /multichannel``

    Example::

        strategy = [{"channel": "viber", "template_id": 1042}, {"channel": "sms", "text": "Sale!"}]
        bulk.send_multichannel(client, numbers, name="november", journal="november.db", from_="MyShop",
                               strategy=strategy)
    """
    return _run("send_multichannel_message", client, recipients, name, journal, options)


def send_multichannel_campaign(
    client: Client,
    contacts: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[MultichannelCampaignOptions],
) -> Result:
    """Send a personal message on several channels to contacts, as :func:`send_sms_campaign` does. **Costs money.**

    :param client, contacts, name, journal: as in :func:`send_sms_campaign`.
    :param options: the fields of the message, and the options in :class:`JobOptions`.
    :return: counts, cost, and a row per recipient.
    :raises: as :func:`send_sms`.

    Fields: `from_`, `strategy` (required); `dlr_callback_url`, `is_utc`, `no_text_details`, `scheduled_date`,
    `show_timezone`, `ttl`. Options of the job: `attempts`, `batch_size`, `id_lifetime`, `pool`, `progress`,
    `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /groups``, ``POST /groups/{groupId}``, ``POST /multichannel/campaign``, ``DELETE /groups/{groupId}``

    Example::

        bulk.send_multichannel_campaign(client, contacts, name="november", journal="november.db", from_="MyShop",
                                        strategy=strategy)
    """
    return _run("send_multichannel_campaign", client, contacts, name, journal, options)


def import_contacts(
    client: Client,
    group_id: int,
    contacts: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[ImportOptions],
) -> Result:
    """Add any number of contacts to a group, 40,000 per request. Costs nothing.

    Adding has no idempotency id. When a response is lost, the group is read, and only what is missing is added.

    :param client: the client.
    :param group_id: the group.
    :param contacts: as in :func:`send_sms_campaign`.
    :param name, journal, options: as in :func:`send_sms`.
    :return: counts (`accepted`: in the group now; `invalid`; `duplicate`) and a row per contact.
    :raises: as :func:`send_sms`.

    Fields: `allow_invalid`. Options of the job: `attempts`, `batch_size`, `id_lifetime`, `pool`, `progress`,
    `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /groups/{groupId}``

    Example::

        bulk.import_contacts(client, 31, bulk.read_csv("all.csv", phone_number="mobile"), name="all", journal="all.db")
    """
    group_id = without_numpy(group_id)
    if isinstance(group_id, bool) or not isinstance(group_id, (int, str, type(None))):
        raise ApiTypeError(f"must be an int, not {type_name(group_id)}", ["group_id"])
    return _run("add_contacts_to_group", client, contacts, name, journal, options, {"group_id": group_id})


def validate_numbers(
    client: Client,
    phone_numbers: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[ValidateOptions],
) -> Result:
    """Validate any number of phone numbers, 40,000 per request. Costs nothing.

    :param client: the client.
    :param phone_numbers: the numbers.
    :param name, journal, options: as in :func:`send_sms`.
    :return: counts (`accepted`: valid; `invalid`) and a row per number, with `country` and `details`.
    :raises: as :func:`send_sms`.

    Fields: `country_iso`. Options of the job: `attempts`, `batch_size`, `id_lifetime`, `pool`, `progress`,
    `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /numbers/validate``

    Example::

        bulk.validate_numbers(client, numbers, name="check", journal="check.db").write_csv("checked.csv")
    """
    return _run("validate_numbers", client, phone_numbers, name, journal, options)


def lookup_numbers(
    client: Client,
    phone_numbers: Iterable[Any] | None,
    *,
    name: str,
    journal: JournalFile,
    **options: Unpack[LookupOptions],
) -> Result:
    """Look up any number of phone numbers, 40,000 per request. **Costs money.**

    A lookup has no idempotency id. So a batch whose response is lost stays `unknown`. It is repeated, and perhaps paid
    twice, only with `retry_unknown=True`; :meth:`Result.refresh` looks for it in the list of lookups before that.

    :param client: the client.
    :param phone_numbers: the numbers.
    :param name, journal, options: as in :func:`send_sms`.
    :return: counts, cost and a row per number; after :meth:`Result.refresh` a row has the result in `delivery`.
    :raises: as :func:`send_sms`.

    Fields: `country_iso`, `lookup_callback_url`. Options of the job: `attempts`, `batch_size`, `id_lifetime`,
    `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    HTTP: ``POST /numbers/lookup``

    Example::

        result = bulk.lookup_numbers(client, numbers, name="lookup", journal="lookup.db").refresh(client)
    """
    return _run("lookup_numbers", client, phone_numbers, name, journal, options)


def _run(
    operation: str,
    client: Client,
    source: Iterable[Any] | None,
    name: str,
    journal: JournalFile,
    options: Mapping[str, Any],
    arguments: Mapping[str, Any] | None = None,
) -> Result:
    job = job_of(operation, name, options, arguments or {})
    settings = {key: value for key, value in options.items() if key in _JOB}
    return _carry_out(client, journal, job, source, settings)


def job_of(operation: str, name: str, options: Mapping[str, Any], arguments: Mapping[str, Any]) -> Job:
    """Return the job that these keywords describe.

    :raises ApiTypeError, ApiValueError: a keyword is wrong.
    """
    how = OPERATIONS[operation]
    fields = {key: value for key, value in options.items() if key not in _JOB}
    settings = {key: value for key, value in options.items() if key in _JOB}
    if not isinstance(name, str) or not name.strip() or any("\ud800" <= one <= "\udfff" for one in name):
        raise ApiValueError("must be a text that names the job", ["name"])
    return Job(name, operation, _body(how, fields), _job_options(how, settings, arguments))


def require_client(client: object) -> None:
    """Refuse what is no client, and an `AsyncClient`, whose calls would never be awaited.

    :raises ApiTypeError: it is one of them.
    """
    if not hasattr(client, "api_client"):
        raise ApiTypeError(f"must be a Client, not {type_name(client)}", ["client"])
    if hasattr(client, "__aenter__"):
        raise ApiTypeError("must be a Client, not an AsyncClient: a job has threads of its own", ["client"])


def _carry_out(
    client: Client,
    path: JournalFile,
    job: Job | str | None,
    source: Iterable[Any] | None,
    settings: Mapping[str, Any],
) -> Result:
    """Plan the job unless it is planned, then run it."""
    require_client(client)
    limits = _limits(settings)
    policy = client.api_client.retry_policy
    journal = Journal(Storage.of(path))
    try:
        if isinstance(job, Job):
            known = planned(journal, job, source, policy.now())
        else:
            found = journal.job(job)
            known = planned(journal, found, None, policy.now())
        if settings.get("retry_unknown"):
            journal.forget_unknown(known)
        pool = settings.get("pool") or ThreadPool(client, limits.workers)
        try:
            with reporting(settings.get("progress")) as observer:
                engine = Engine(client, journal, known, pool, limits, observer, margin=_margin(client, known))
                engine.run()
        finally:
            pool.close()
    finally:
        journal.close()
    result = Result(path, known.name)
    if engine.stopped_by is not None:
        raise JobStopped(_why(engine.stopped_by, result), result) from engine.stopped_by.failure
    return result


def _margin(client: Client, job: Job) -> float:
    """How long before `id_lifetime` a batch is no longer repeated: what it may take, and an error of the clock."""
    requests = 4 if OPERATIONS[job.operation].by_group else 1
    longest = CLOCK_STEP + requests * (client.configuration.total_timeout or 0.0)
    return min(longest, float(job.options["id_lifetime"]) / 2)


def _why(outcome: Outcome, result: Result) -> str:
    message = getattr(outcome.failure, "error_message", None)
    error = f"{outcome.error}: {message.rstrip('.')}" if message else outcome.error
    s = " is" if result.pending == 1 else "s are"
    return (
        f"job `{result.name}` stopped: {error}. {result.pending:,} recipient{s} still to be sent; "
        "correct the cause and make the same call again"
    )


def _body(how: BatchOperation, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that all requests have in common, in wire form, after the checks of the model."""
    items = _python_name(how.items)
    for reserved in (items, "idempotency_id", "short_response"):
        if reserved in fields:
            raise ApiTypeError("the job sets it itself", [reserved])
    sample: Any = [1] if how.by_group else [{"phoneNumber": "+1"}] if how.takes_contacts else ["+1"]
    wire = dict(getattr(models, how.model)(**{items: sample}, **fields).to_dict(wire=True))
    del wire[how.items]
    body: dict[str, Any] = json.loads(json.dumps({**dict(how.defaults), **wire}))  # as the journal returns it
    return body


def _python_name(wire: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in wire)


def _job_options(how: BatchOperation, settings: Mapping[str, Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    size = settings.get("batch_size", how.most)
    if not isinstance(size, int) or isinstance(size, bool) or not 1 <= size <= how.most:
        raise ApiValueError(f"must be a whole number from 1 to {how.most:,}, not {size!r}", ["batch_size"])
    lifetime = settings.get("id_lifetime", _DAY)
    if not isinstance(lifetime, (int, float)) or isinstance(lifetime, bool) or not 0 <= lifetime <= _LONGEST:
        raise ApiValueError(f"must be a number of seconds, not {lifetime!r}", ["id_lifetime"])
    return {"batch_size": size, "id_lifetime": float(lifetime), "arguments": dict(arguments)}


def _limits(settings: Mapping[str, Any]) -> Limits:
    limits = Limits(**{name: settings[name] for name in ("workers", "attempts", "rate_window") if name in settings})
    for name, least, most, kinds, kind in _RANGES:
        value = getattr(limits, name)
        if not isinstance(value, kinds) or isinstance(value, bool) or not least <= value <= most:
            raise ApiValueError(f"must be {kind} from {least} to {most:,}, not {value!r}", [name])
    return limits


def resume(client: Client, journal: JournalFile, name: str | None = None, **options: Unpack[RunOptions]) -> Result:
    """Continue a job from its journal alone. **Costs money** if anything is left to send.

    :param client: the client.
    :param journal: the file.
    :param name: the job; None for the only one in the journal.
    :param options: see :class:`RunOptions`.
    :return: counts, cost, and a row per recipient.
    :raises JournalError: there is no such job, the journal is in use, or the plan of the job was never completed.
    :raises JobStopped: a request failed for good.

    Options of the run: `attempts`, `pool`, `progress`, `rate_window`, `retry_unknown`, `workers`.

    Example::

        bulk.resume(client, "november.db")
    """
    _require_known(options)
    with Storage.of(journal).reading():
        pass
    return _carry_out(client, journal, name, None, options)


def _require_known(options: Mapping[str, Any]) -> None:
    for name in options:
        if name not in _RUN:
            message = f"resume has no option `{name}`: text, originator and recipients are in the journal"
            raise ApiTypeError(message, [name])


def status(journal: JournalFile, name: str | None = None) -> Result:
    """Return what a job has done until now, also while it runs in another process. No request is made.

    :param journal: the file.
    :param name: the job; None for the only one in the journal.
    :raises JournalError: there is no such job.

    Example::

        print(bulk.status("november.db").counts)
    """
    return Result(journal, name)
