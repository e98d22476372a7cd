"""Jobs: any number of recipients, each of them once, also when the program or the machine stops in the middle.

    result = bulk.send_sms(client, numbers, name="november", journal="november.db", from_="MyShop", text="Sale!")
    print(result.counts, result.cost)

jobs.py         the functions that programs call; options.py has their keywords
estimate.py     what a job costs, before it is sent
plan.py         a source becomes batches; duplicates.py finds numbers that occur twice
journal.py      what is to be sent and what became of it; storage.py is the file under it
engine.py       batches go to the workers, outcomes into the journal; rate_limit.py, interrupts.py
batch.py        one batch, from a task to an outcome, on any machine; operations.py, groups.py, rows.py, columns.py
pool.py         the threads that run batches
matching.py     which row of a response belongs to which recipient
outcome.py      what became of a batch, as data
reconcile.py    finding a batch in the reports of the API; refresh.py reads delivery reports
result.py       counts, cost, a row per recipient
sources.py      recipients and contacts from any iterable and from data frames; csv_files.py, contact_fields.py
progress.py     how far a job is, shown as a bar or passed to a callable
"""

from __future__ import annotations

from smscx_client.bulk.csv_files import CsvSource, GuessedEncodingWarning, RejectedLinesWarning
from smscx_client.bulk.errors import BulkError, JournalError
from smscx_client.bulk.estimate import Estimate, estimate_sms, estimate_sms_campaign
from smscx_client.bulk.jobs import (
    import_contacts,
    lookup_numbers,
    resume,
    send_multichannel,
    send_multichannel_campaign,
    send_sms,
    send_sms_campaign,
    send_viber,
    send_viber_campaign,
    send_whatsapp,
    status,
    validate_numbers,
)
from smscx_client.bulk.progress import Progress
from smscx_client.bulk.result import JobStopped, Result, Row
from smscx_client.bulk.sources import read_csv

__all__ = [
    "send_sms",
    "send_sms_campaign",
    "send_viber",
    "send_viber_campaign",
    "send_whatsapp",
    "send_multichannel",
    "send_multichannel_campaign",
    "import_contacts",
    "validate_numbers",
    "lookup_numbers",
    "estimate_sms",
    "estimate_sms_campaign",
    "resume",
    "status",
    "read_csv",
    "CsvSource",
    "Estimate",
    "Progress",
    "Result",
    "Row",
    # Errors
    "BulkError",
    "JobStopped",
    "JournalError",
    "GuessedEncodingWarning",
    "RejectedLinesWarning",
]
