"""A list of a million rows, read page by page, and the memory that it needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import smscx_client
from benchmarks import floor
from benchmarks.bulk import read_rows
from benchmarks.calls import client_for
from benchmarks.harness import LINUX, Contest, Figure, Scale, Side, cpu, highest_resident, in_fresh_process
from smscx_client.api.reports_api import ReportsApi

__all__ = ["growth", "grown", "highest_over_report", "paging", "sandbox"]

_CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"


#: Rows of a page where the number of pages matters, not their size.
_SHORT_PAGE = 10


def _ours(url: str, page_size: int = 500) -> tuple[Any, ...]:
    with client_for(url) as client:
        return read_rows(ReportsApi(client).iter_campaign_report(_CAMPAIGN, page_size=page_size))


def _by_hand(url: str, page_size: int = 500) -> tuple[Any, ...]:
    return floor.read_rows(floor.Floor(url).listed(page_size))


def paging(url: str, scale: Scale) -> Iterator[Contest]:
    source = f"{url}/{scale.listed}"
    yield Contest(
        name="pages",
        title=f"A report of {scale.listed:,} rows in pages of 500, five fields of each row read: CPU per row",
        floor=Side.calling(lambda: _by_hand(source)),
        client=Side.calling(lambda: _ours(source)),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=scale.listed,
        target=1.5,
        often=0.5,
        note=_growth(url, scale.listed),
    )


def growth(url: str, scale: Scale) -> Iterator[Contest]:
    """The cost of a page in reports of very different length."""
    for pages in scale.pages:
        source, times = f"{url}/{pages * _SHORT_PAGE}", max(1, min(scale.calls, 100 // pages))
        yield Contest(
            name=f"pages-growth-{pages}",
            title=f"CPU per page, report of {pages:,} page{'s' * (pages > 1)}",
            floor=Side.calling(partial(_by_hand, source, _SHORT_PAGE), times),
            client=Side.calling(partial(_ours, source, _SHORT_PAGE), times),
            meter=cpu,
            unit="µs",
            scale=1e-6,
            per=pages * times,
            often=2 if pages < 1_000 else 0.5,
        )


def _growth(url: str, rows: int) -> str:
    if not LINUX:
        return ""
    return f"resident memory grew by {in_fresh_process(grown, url, rows) / 1e6:.1f} MB after the first ten pages"


def grown(url: str, rows: int) -> float:
    """Bytes by which the largest resident size of this process grows between ten pages and all pages."""
    _ours(f"{url}/5000")
    before = highest_resident()
    _ours(f"{url}/{rows}")
    return highest_resident() - before


def sandbox(_: str, scale: Scale) -> Iterator[Figure]:
    """The memory of a program that reads a report of the sandbox, which runs in another process."""
    from benchmarks.sandbox_process import running

    sent = scale.listed
    with running("--clock", "frozen:2026-11-02 10:00:00") as server:
        server.fill(sent)
        print(f"{sent:,} messages sent", file=sys.stderr)
        after_ten, after_all, rows = in_fresh_process(highest_over_report, f"http://127.0.0.1:{server.port}")
    if rows != sent:
        raise AssertionError(f"the report has {rows} rows, but {sent} messages were sent")
    yield Figure(
        name="pages-sandbox",
        title=f"Largest resident size while `iter_advanced_report` reads {rows:,} rows of the sandbox: after ten "
        "pages, and after all",
        unit="MB",
        target=1.05,
        note="",
        floor=[after_ten / 1e6] * 2,
        client=[after_all / 1e6] * 2,
    )


def highest_over_report(url: str) -> tuple[float, float, int]:
    """The largest resident size of this process after ten pages and after all, and the number of rows."""
    count, after_ten = 0, 0.0
    with smscx_client.ApiClient(smscx_client.Configuration(host=url, api_key="sandbox-key")) as client:
        for row in ReportsApi(client).iter_advanced_report(period="2026-11"):
            count += row.status != ""
            if count == 5_000:
                after_ten = highest_resident()
    return after_ten or highest_resident(), highest_resident(), count
