"""The benchmarks: the harness is fair and exact, the server responds like the API, and every figure is measured.

No test here checks a time.
"""

from __future__ import annotations

import gc
import json
import math
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import floor, server, table
from benchmarks.bulk import read_rows
from benchmarks.calls import client_for
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Side, measure, reported
from benchmarks.sandbox_load import Stage, load
from smscx_client.api.account_api import AccountApi
from smscx_client.api.reports_api import ReportsApi
from smscx_client.api.sms_api import SmsApi
from smscx_client.models import SendSmsMessageRequest
from test.support import ROOT

GROUPS = (
    "get",
    "post",
    "events",
    "bulk",
    "read",
    "memory",
    "pages",
    "client",
    "webhooks",
    "text",
    "import",
    "threads",
    "export",
    "growth",
    "life",
    "async",
    "job",
    "campaign",
)


CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(autouse=True)
def _no_garbage_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skip garbage collections: with the heap of the whole test run, each takes a quarter of a second."""
    monkeypatch.setattr(gc, "collect", lambda: 0)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server.running() as url:
        yield url


# Every figure is made


def test_quick_run_makes_every_figure(tmp_path: Path) -> None:
    guide = tmp_path / "guide.md"
    guide.write_text("Before\n<!-- figures: get -->\nold\n<!-- end -->\nAfter\n", encoding="utf-8")
    done = run("--quick", "--json", str(tmp_path / "raw.json"), "--guide", str(guide))
    assert done.returncode == 0, done.stderr
    raw = json.loads((tmp_path / "raw.json").read_text(encoding="utf-8"))
    names = [figure["name"] for figure in raw["figures"]]
    assert len(names) == len(set(names))
    assert {name.split("-")[0] for name in names} == set(GROUPS)
    assert all(len(figure["floor"]) == len(figure["client"]) >= 2 for figure in raw["figures"])
    assert done.stdout.count("\n| ") == len(names)
    assert guide.read_text(encoding="utf-8").startswith("Before\n<!-- figures: get -->\n| | floor | client |")
    assert "old" not in guide.read_text(encoding="utf-8")


def test_profile_names_functions_of_the_client() -> None:
    done = run("profile", "get", "--quick")
    assert done.returncode == 0, done.stderr
    assert "smscx_client/api_client.py" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gett"], "unknown figure gett"),
        (["get", "--pairs", "1"], "at least 2"),
        (["get", "--plot", "x"], "growth"),
    ],
)
def test_wrong_arguments_are_refused_with_a_message(arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.returncode, message in done.stderr) == (2, True)


# The harness


def contest(floor: Any, client: Any, **more: Any) -> Contest:
    return Contest("name", "title", Side.calling(floor), Side.calling(client), reported, "ms", 1e-3, **more)


def test_sides_take_turns_in_changing_order() -> None:
    order: list[str] = []

    def side(name: str) -> Any:
        return lambda: order.append(name) or 1.0

    measure(contest(side("floor"), side("client")), pairs=4)
    warm_up, pairs = order[:2], order[2:]
    assert warm_up == ["floor", "client"]
    assert pairs == ["floor", "client", "client", "floor"] * 2


def test_samples_are_in_the_unit_and_for_one_piece_of_work() -> None:
    figure = measure(contest(lambda: 1.0, lambda: 1.0, per=10), pairs=2)
    assert figure.floor == figure.client == [100.0, 100.0]


def test_at_least_seven_pairs_however_long_they_take() -> None:
    assert len(measure(contest(lambda: 1.0, lambda: 1.0, often=0.1), pairs=15).floor) == 7
    assert len(measure(contest(lambda: 1.0, lambda: 1.0, often=2), pairs=15).floor) == 30


def test_sides_with_different_results_are_not_compared() -> None:
    with pytest.raises(AssertionError, match="name: the floor returned 1.0, the client 2.0"):
        measure(contest(lambda: 1.0, lambda: 2.0), pairs=2)


def test_preparation_is_repeated_for_every_run() -> None:
    made: list[list[int]] = []

    def prepare() -> list[int]:
        made.append([])
        return made[-1]

    side = Side(lambda fresh: fresh.append(1) or float(len(fresh)), prepare)
    figure = measure(Contest("name", "title", side, side, reported, "s", 1.0), pairs=2)
    assert figure.floor == figure.client == [1.0, 1.0]
    assert len(made) == 6


def test_ratio_is_that_of_the_medians_and_the_spread_that_of_the_pairs() -> None:
    figure = Figure("name", "title", "ms", 1.5, "", floor=[1, 2, 2, 2, 10], client=[1, 4, 3, 3, 10])
    assert figure.ratio == 1.5
    assert figure.spread == (1.0, 1.5)


@pytest.mark.parametrize(("target", "verdict"), [(1.5, "reached"), (1.49, "**missed**"), (None, "")])
def test_table_shows_the_results(target: float | None, verdict: str) -> None:
    row = table.as_table([Figure("name", "title", "ms", target, "a note", floor=[2, 2], client=[3, 3])]).splitlines()[
        -1
    ]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[:5] == ["title", "2 ms", "3 ms", "1.50 x", "1.50 to 1.50"]
    assert cells[6] == "; ".join(filter(None, (verdict, "a note")))


@pytest.mark.parametrize(("limit", "verdict"), [(3, "reached"), (2.9, "**missed**")])
def test_table_compares_the_client_with_a_limit_that_is_no_ratio(limit: float, verdict: str) -> None:
    figure = Figure("name", "title", "ms", None, "", floor=[1, 1], client=[3, 3], limit=limit)
    assert table.as_table([figure]).endswith(f"| {limit} ms | {verdict} |\n")


def test_table_says_if_the_spread_is_too_large() -> None:
    figure = Figure("name", "title", "ms", 1.5, "", floor=[1, 1, 1], client=[1, 1.4, 2])
    assert table.as_table([figure]).endswith("| 1.50 x | reached, within the noise |\n")


def test_table_names_figures_that_were_not_measured() -> None:
    absent = Figure("peer", "peer: not measured", "", None, "no such package")
    assert math.isnan(absent.ratio)
    measured = Figure("name", "title", "ms", None, "", floor=[1, 1], client=[1, 1])
    assert table.as_table([measured, absent]).endswith("| peer: not measured | | | | | | no such package |\n")
    assert table.as_table([absent]).endswith("|---|---|\n| peer: not measured | no such package |\n")
    assert json.loads(table.as_json([absent]))["figures"][0]["client"] == []


def test_tables_of_figures_that_were_not_measured_stay() -> None:
    page = "<!-- figures: get pages-growth -->\nas it was\n<!-- end -->\n"
    assert table.filled(page, {"get": []}) == page


def test_every_table_of_the_guide_has_figures() -> None:
    page = (ROOT / "docs" / "guides" / "performance.md").read_text(encoding="utf-8")
    tables = re.findall(r"<!-- figures: ([\w -]+?) -->\n(.*?)<!-- end -->", page, flags=re.DOTALL)
    assert len(tables) == 11
    assert [names for names, rows in tables if "\n| " not in rows] == []


def test_tables_of_groups_with_a_hyphen_are_renewed() -> None:
    page = "<!-- figures: get pages-growth -->\nold\n<!-- end -->\n"
    filled = table.filled(
        page, {"get": [], "pages-growth": [Figure("pages-growth-1", "a page", "ms", None, "", [1, 1], [1, 1])]}
    )
    assert "old" not in filled
    assert "| a page | 1 ms |" in filled


# The server


def test_canned_responses_are_what_the_api_returns(url: str) -> None:
    """The library's strict check of responses accepts them."""
    message = SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi")
    with client_for(f"{url}/3") as client:
        assert AccountApi(client).get_account_balance(_check_return_type=True).currency == "eur"
        response = SmsApi(client).send_sms(message, _check_return_type=True)
        assert [row.text_analysis.parts for row in response.data] == [1, 1, 1]
        assert response.info.total_phone_numbers == 3
        brief = SmsApi(client).send_sms({**message.to_dict(wire=True), "noTextDetails": True})
        assert [row.text for row in brief.data] == [None, None, None]


def test_canned_report_comes_in_pages_that_the_api_could_send(url: str) -> None:
    with client_for(f"{url}/1200") as client:
        pages = list(ReportsApi(client).iter_campaign_report(CAMPAIGN, _check_return_type=True).pages())
    assert [len(page.data) for page in pages] == [500, 500, 200]
    assert read_rows(pages[-1].data) == floor.read_rows(Floor(f"{url}/1200").listed())


def test_export_has_the_requested_size(url: str, tmp_path: Path) -> None:
    assert Floor(f"{url}/2").export(tmp_path / "file") == 2 << 20
    with client_for(f"{url}/2") as client:
        text = ReportsApi(client).export_campaign_report_to_csv("6f6ad855-e542-411e-b316-caa909a1ccda")
    assert text.encode() == (tmp_path / "file").read_bytes()
    assert text.startswith("ceca1c78-7108-4d6a-a0b2-000000000000;+31600000000;InfoText;DELIVERED;")


def test_connections_are_kept_and_counted(url: str) -> None:
    before = server.connections_opened(url)
    floor = Floor(f"{url}/1")
    assert [floor.balance() for _ in range(3)] == [250.75] * 3
    assert server.connections_opened(url) - before == 2


def test_floor_sends_what_the_client_sends(recorder: Any, api_client: Any) -> None:
    """Except for the idempotency id, which the client adds."""
    sent = {"info": {}, "data": []}
    recorder.respond(sent, sent)
    text = "Your parcel arrives today."
    SmsApi(api_client).send_sms(SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text=text))
    Floor(recorder.host).send_keyed(["+31612469333"])
    ours, theirs = recorder.requests
    assert ours.json.keys() == theirs.json.keys()
    assert {**ours.json, "idempotencyId": None} == {**theirs.json, "idempotencyId": None}
    assert ours.headers.keys() == theirs.headers.keys()


def test_load_of_the_sandbox_neither_loses_nor_repeats_messages() -> None:
    stages: list[Stage] = []
    rows = {row.name: row.value for row in load(2000, stages)}
    assert rows["messages without an id, ids twice"] == rows["report: messages missing, rows twice"] == "0 and 0"
    assert [stage.stored for stage in stages] == list(range(200, 2001, 200))
