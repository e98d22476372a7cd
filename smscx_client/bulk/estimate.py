"""What a job costs, before it is sent.

The recipients are planned as for the job, so that each of them counts once, but into a temporary journal. Then the API
is asked what its batches cost. It estimates one text for many numbers. So contacts with personal texts are estimated in
groups whose texts take equally many parts, each with the text of one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from smscx_client import text
from smscx_client.bulk.jobs import job_of, require_client
from smscx_client.bulk.journal import Journal
from smscx_client.bulk.operations import OPERATIONS
from smscx_client.bulk.outcome import money
from smscx_client.bulk.plan import planned
from smscx_client.bulk.storage import Storage
from smscx_client.exceptions import ApiTypeError, ApiValueError, InvalidPhoneNumberException, NoCoverageException
from smscx_client.models import SendSmsRequestEstimate

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.bulk.journal import Job
    from smscx_client.bulk.options import SmsCampaignOptions, SmsOptions
    from smscx_client.client import Client

__all__ = ["Estimate", "estimate_sms", "estimate_sms_campaign"]


class Estimate(NamedTuple):
    """What a job would cost."""

    recipients: int
    """Recipients of the job, duplicates left out."""
    duplicates: int
    """Numbers that were given again."""
    cost: Decimal
    """What the job would cost, in the currency of the account."""
    parts: int
    """Message parts of all recipients, also of those without coverage, as the API counts them."""
    asked: int
    """The recipients that the API was asked about: all of them, or the sample."""

    @property
    def is_exact(self) -> bool:
        """Whether the API was asked about all recipients. If not, the cost is that of the sample, scaled up."""
        return self.asked == self.recipients


def estimate_sms(
    client: Client, recipients: Iterable[Any], *, sample: int | None = None, **options: Unpack[SmsOptions]
) -> Estimate:
    """Return what :func:`send_sms` would cost. Sends nothing and costs nothing.

    :param client: the client.
    :param recipients: as in :func:`send_sms`; one pass.
    :param sample: ask about so many of the first recipients only, and scale their cost up; None to ask about all, with
        a request per batch.
    :param options: the keywords of the job; of those that are no fields of the message only `batch_size` is used.
    :return: cost, parts, and the number of recipients. Invalid numbers, opt-outs and numbers without coverage cost
        nothing.
    :raises InsufficientBalanceException: a batch costs more than the balance. A sample needs less.
    :raises ApiException: another request failed.
    :raises ApiTypeError, ApiValueError: a field or option is wrong, or there are no recipients.

    HTTP: ``POST /sms/estimate``

    Example::

        print(bulk.estimate_sms(client, numbers, from_="MyShop", text="Sale until Friday!").cost)
    """
    return _estimate("send_sms", client, recipients, sample, options)


def estimate_sms_campaign(
    client: Client, contacts: Iterable[Any], *, sample: int | None = None, **options: Unpack[SmsCampaignOptions]
) -> Estimate:
    """Return what :func:`send_sms_campaign` would cost. Sends nothing, costs nothing, and makes no group.

    The placeholders are filled here for each contact, and the parts counted, since a name can make a text longer. The
    API is asked about contacts with equally many parts at a time. With placeholders that only the API fills, such as
    ``{{optoutLink}}``, it is about contacts with equally long texts, which takes more requests.

    :param client: the client.
    :param contacts: as in :func:`send_sms_campaign`; one pass.
    :param sample, options: as in :func:`estimate_sms`.
    :return: cost, parts, and the number of recipients.
    :raises: as :func:`estimate_sms`.

    HTTP: ``POST /sms/estimate``

    Example::

        estimate = bulk.estimate_sms_campaign(client, contacts, from_="MyShop", text="Hi {{firstName}}!", sample=500)
        print(estimate.recipients, estimate.cost)
    """
    return _estimate("send_sms_campaign", client, contacts, sample, options)


def _estimate(
    operation: str, client: Client, source: Iterable[Any], sample: int | None, options: Mapping[str, Any]
) -> Estimate:
    require_client(client)
    if source is None:
        raise ApiTypeError("must be an iterable of recipients, not None", ["recipients"])
    if sample is not None and (not isinstance(sample, int) or isinstance(sample, bool) or sample < 1):
        raise ApiValueError(f"must be a whole number of at least 1, or None, not {sample!r}", ["sample"])
    job = job_of(operation, "estimate", options, {})
    with TemporaryDirectory(prefix="smscx-") as folder:
        journal = Journal(Storage(Path(folder) / "estimate.db"))
        try:
            job = planned(journal, job, source, client.api_client.retry_policy.now())
            return _of_plan(client, journal, job, sample)
        finally:
            journal.close()


def _of_plan(client: Client, journal: Journal, job: Job, sample: int | None) -> Estimate:
    batches = journal.batches(job)
    recipients = sum(batch.recipients for batch in batches)
    left = recipients if sample is None else min(sample, recipients)
    asked, cost, parts = left, Decimal(0), 0
    for batch in batches:
        if not left:
            break
        if not batch.recipients:
            continue
        lines = journal.lines(batch).split("\n")[:left]
        left -= len(lines)
        for message, numbers in _messages(job, lines):
            found = _asked(client, message, numbers)
            cost += found[0]
            parts += found[1]
    duplicates = sum(batch.duplicates for batch in batches)
    if asked < recipients:
        cost, parts = cost * recipients / asked, round(parts * recipients / asked)
    return Estimate(recipients, duplicates, cost, parts, asked)


def _messages(job: Job, lines: Sequence[str]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The requests for some recipients, each without its numbers, and these numbers."""
    known = {field.wire for field in SendSmsRequestEstimate._fields.values()}
    body = {name: value for name, value in job.body.items() if name in known}
    body.update(allowInvalid=job.body.get("allowInvalid", True), shortResponse=True)
    if not OPERATIONS[job.operation].takes_contacts:
        yield body, list(lines)
        return
    template = text.Template.of(body["text"])
    names = [one.name for one in text.placeholders(body["text"]) if one.kind != "general"]
    alike: dict[Any, tuple[str, list[str]]] = {}
    for contact in map(json.loads, lines):
        filled = _filled(template, names, contact) if names else body["text"]
        length = _length(filled, body.get("transliteration")) if names else ()
        alike.setdefault((contact.get("countryIso"), length), (filled, []))[1].append(contact["phoneNumber"])
    for (country, _), (filled, numbers) in alike.items():
        yield {**body, "text": filled, **({"countryIso": country} if country else {})}, numbers


def _filled(template: text.Template, names: Sequence[str], contact: Mapping[str, Any]) -> str:
    """The text for a contact. A field without a value is empty, as in a campaign."""
    values = {**contact, **contact.get("customFields", {})}
    return template.render({name: lambda one: str(values.get(one.name, "")) for name in names})


def _length(filled: str, transliteration: Mapping[str, Any] | None) -> tuple[Any, ...]:
    """What two texts have in common that cost the same."""
    if transliteration:
        filled = text.transliterate(
            filled, transliteration["alphabet"], remove_emojis=bool(transliteration.get("removeEmojis"))
        )
    analysis = text.analyze(filled)
    return (analysis.encoding, analysis.units) if text.placeholders(filled) else (analysis.parts,)


def _asked(client: Client, message: Mapping[str, Any], numbers: Sequence[str]) -> tuple[Decimal, int]:
    """The cost and the parts of a message to some numbers. The API refuses all of them if it never sends to one."""
    request: Any = {**message, "to": numbers}
    try:
        info = client.sms.estimate_sms(request).to_dict(wire=True)["info"]
    except InvalidPhoneNumberException:
        if not message["allowInvalid"]:
            raise
        return Decimal(0), 0  # all of them are invalid
    except NoCoverageException:
        if len(numbers) == 1:
            return Decimal(0), 0
        middle = len(numbers) // 2
        one, other = (_asked(client, message, some) for some in (numbers[:middle], numbers[middle:]))
        return one[0] + other[0], one[1] + other[1]
    return money(info["totalCost"]), int(info["totalParts"])
