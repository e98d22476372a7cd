"""Bulk jobs against the same written by hand, without a journal: numbers, contacts from a CSV file, and growth.

By hand means: the same batches with urllib3, one after the other, each response parsed and its rows counted. The job
also writes and reads its journal on the disk, finds duplicates, cleans the numbers, and keeps the result of each
recipient.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import urllib3

from benchmarks.harness import Contest, Scale, Side, cpu
from benchmarks.jobs import NAME, SENDER, numbers
from benchmarks.jobs import TEXT as SALE
from smscx_client import Client, bulk

__all__ = ["campaign", "growth", "sending"]

_TEXT = "Hi {{firstName}}, your code is {{voucher}}."
_BATCH = 25_000


def sending(url: str, scale: Scale) -> Iterator[Contest]:
    """One text to many numbers."""
    with tempfile.TemporaryDirectory() as folder:
        yield _sending(url, folder, scale.listed, "job", "`bulk.send_sms`, journal on disk", target=1.3, often=0.5)


def growth(url: str, scale: Scale) -> Iterator[Contest]:
    """The cost of one recipient in jobs of very different size."""
    with tempfile.TemporaryDirectory() as folder:
        for count in scale.growth:
            yield _sending(
                url, folder, count, f"jobs-growth-{count}", "`bulk.send_sms`", often=2 if count < 10_000 else 0.5
            )


def _sending(url: str, folder: str, count: int, name: str, title: str, **more: Any) -> Contest:
    return Contest(
        name=name,
        title=f"{title}, {count:,} recipients: CPU per recipient",
        floor=Side.calling(lambda: _send_by_hand(f"{url}/echo", count)),
        client=Side(lambda journal: _send(f"{url}/echo", journal, count), lambda: _new(folder)),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=count,
        **more,
    )


def campaign(url: str, scale: Scale) -> Iterator[Contest]:
    """A personal text to the contacts of a CSV file."""
    count = scale.listed // 4
    with tempfile.TemporaryDirectory() as folder:
        contacts = _contacts(Path(folder), count)
        yield Contest(
            name="campaign",
            title=f"`bulk.send_sms_campaign`, {count:,} contacts of a CSV file, two fields: CPU per contact",
            floor=Side.calling(lambda: _send_campaign_by_hand(f"{url}/echo", contacts)),
            client=Side(lambda journal: _send_campaign(f"{url}/echo", journal, contacts), lambda: _new(folder)),
            meter=cpu,
            unit="µs",
            scale=1e-6,
            per=count,
            target=1.3,
            often=0.5,
        )


def _new(folder: str) -> Path:
    """The path of a new journal."""
    for file in Path(folder).glob("journal.db*"):
        file.unlink()
    return Path(folder) / "journal.db"


def _contacts(folder: Path, count: int) -> Path:
    path = folder / "contacts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["mobile", "first", "code"])
        writer.writerows([number, f"Name{n % 1000}", f"V{n:08d}"] for n, number in enumerate(numbers(count)))
    return path


def _send(url: str, journal: Path, count: int) -> int:
    with Client(api_key="benchmark", host=url) as client:
        return bulk.send_sms(client, numbers(count), name=NAME, journal=journal, from_=SENDER, text=SALE).accepted


def _send_by_hand(url: str, count: int) -> int:
    fields = {"from": SENDER, "text": SALE, "allowInvalid": True, "noTextDetails": True}
    source, accepted = numbers(count), 0
    with _by_hand(url) as request:
        while to := list(islice(source, _BATCH)):
            accepted += _accepted(request("POST", "/sms", {"to": to, **fields}))
    return accepted


def _send_campaign(url: str, journal: Path, path: Path) -> int:
    contacts = bulk.read_csv(path, phone_number="mobile", first_name="first", voucher="code")
    with Client(api_key="benchmark", host=url) as client:
        send = partial(bulk.send_sms_campaign, client, contacts, name=NAME, journal=journal)
        return send(from_=SENDER, text=_TEXT).accepted


def _send_campaign_by_hand(url: str, path: Path) -> int:
    fields = {"from": SENDER, "text": _TEXT, "noTextDetails": True}
    accepted = 0
    with path.open(encoding="utf-8", newline="") as file, _by_hand(url) as request:
        rows = csv.reader(file)
        next(rows)
        while batch := list(islice(rows, _BATCH)):
            contacts = [
                {"phoneNumber": mobile, "firstName": first, "customFields": {"voucher": code}}
                for mobile, first, code in batch
            ]
            group = request("POST", "/groups", {"name": f"{NAME} {accepted}"})["info"]["id"]
            request("POST", f"/groups/{group}", {"phoneNumbers": contacts, "allowInvalid": True})
            accepted += _accepted(request("POST", "/sms/campaign", {"groups": [group], **fields}))
            request("DELETE", f"/groups/{group}", None)
    return accepted


@contextmanager
def _by_hand(url: str) -> Iterator[Callable[[str, str, Any], Any]]:
    """A function that makes a request and returns the parsed response."""
    headers = {"X-API-KEY": "benchmark", "Content-Type": "application/json"}

    def request(method: str, path: str, fields: Any) -> Any:
        body = None if fields is None else json.dumps(fields)
        response = pool.request(method, f"{url}{path}", body=body, headers=headers, retries=False)
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {response.data!r}")
        return json.loads(response.data)

    with urllib3.PoolManager() as pool:
        yield request


def _accepted(response: Any) -> int:
    return sum(row["status"] == "ACCEPTED" for row in response["data"])
