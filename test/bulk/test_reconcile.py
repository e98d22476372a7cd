"""A batch that must not be repeated any more is looked for in the reports: the one that matches, and its outcome."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from smscx_client import bulk
from test.bulk.conftest import SENDER
from test.bulk.test_engine import NO_RESPONSE, NOT_SENT, Stage, stage

__all__ = ["stage"]

FIRST, SECOND, THIRD = "+31612469333", "+31612469334", "+31612469335"


def id_of(number: int) -> str:
    return f"00000000-0000-4000-8000-00000000000{number}"


def campaign(number: int, added: str = "09:00:05", **fields: Any) -> dict[str, Any]:
    """A send in the list of campaigns; the batch was sent at 09:00:00."""
    return {
        "id": id_of(number),
        "from": "InfoText",
        "source": "api",
        "groups": [],
        "datetimeAdded": f"2026-11-02 {added}",
        **fields,
    }


def page(*items: dict[str, Any], following: str | None = None) -> tuple[int, Any]:
    return 200, {"info": {}, "data": list(items), "paging": {"next": following, "previous": None, "size": 500}}


def report(*rows: str) -> tuple[int, str]:
    """A report: rows of number, status, cost, country, originator; an id ends with the last digit of its number."""
    lines = [f"{id_of(int(row.partition(',')[0][-1]))},{row}" for row in rows]
    return 200, "\ufeff" + "\r\n".join(["msgId,to,status,cost,countryIso,from", *lines, ""])


SAME = report(f"{THIRD},DELIVERED,0.075,NL", f"{FIRST},FAILED,0.075,NL", f"{SECOND},DELIVERED,0.075,NL")
NOT_FOUND = 404, {"error": {"type": "not_found"}}


def look(stage: Stage, *responses: tuple[int, Any], recipients: str = f"{FIRST} {SECOND} {THIRD}") -> list[bulk.Row]:
    """Lose the response of a batch, come back when its id has expired, and return its rows."""
    stage.run(recipients, NO_RESPONSE, start=bulk.send_sms, attempts=1, batch_size=3, **SENDER)
    stage.advance(90_000)
    stage.network.responses = list(responses)
    assert stage.run("") == ["end"]
    assert not stage.network.responses
    return list(stage.result.rows())


def test_a_batch_in_a_report_has_the_results_of_its_numbers(stage: Stage) -> None:
    found = report(f"{FIRST},REJECTED,,", f"{SECOND},NO COVERAGE,0,SE,", f"{THIRD},DELIVERED,0.075,NL,Default")
    rows = look(stage, page(campaign(1)), found, recipients=f"{THIRD} {FIRST[1:]} junk {SECOND}".replace(" junk", ""))
    assert [(row.recipient, row.status, row.cost, row.country) for row in rows] == [
        (THIRD, "accepted", Decimal("0.075"), "NL"),
        (FIRST[1:], "rejected", Decimal(0), None),
        (SECOND, "no coverage", Decimal(0), "SE"),
    ]
    assert [(row.msg_id or "")[-1] for row in rows] == ["5", "3", "4"]
    assert [row.originator for row in rows] == ["Default", None, None]
    assert stage.result.replaced_originators == stage.reports[-1].replaced_originators == {"Default": 1}
    assert {row.campaign_id for row in rows} == {id_of(1)}
    assert stage.network.requests[-1][0] == f"GET /reports/campaigns/{id_of(1)}/csv"
    assert stage.result.cost == Decimal("0.075")
    assert stage.result.failures == []


def test_numbers_that_are_not_in_the_report_were_invalid_or_duplicates(stage: Stage) -> None:
    found = report(f"{FIRST},DELIVERED,0.075,NL")
    rows = look(stage, page(campaign(1)), found, recipients=f"06 {FIRST} 0612469333")
    assert [(row.status, row.msg_id and row.msg_id[-1]) for row in rows] == [
        ("invalid", None),
        ("accepted", "3"),
        ("duplicate", None),
    ]
    assert [(row.country, row.originator) for row in rows] == [(None, None), ("NL", None), (None, None)]
    assert stage.result.cost == Decimal("0.075")


@pytest.mark.parametrize(
    "other",
    [
        campaign(1, source="web"),
        campaign(1, source=None),
        campaign(1, **{"from": "Another"}),
        campaign(1, text="Another text"),
    ],
)
def test_the_report_of_a_send_that_cannot_be_the_batch_is_not_read(stage: Stage, other: dict[str, Any]) -> None:
    same = {**campaign(2, text=SENDER["text"]), "from": None}
    assert {row.campaign_id for row in look(stage, page(other, same), SAME)} == {id_of(2)}


@pytest.mark.parametrize(
    "other",
    [
        NOT_FOUND,
        report(),
        (200, f"msgId,to,status,cost,countryIso\r\n{id_of(1)}\r\n"),
        report(f"{FIRST},DELIVERED,0.075,NL", "+31612469339,DELIVERED,0.075,NL"),
        report(*(f"{number},DELIVERED,0.075,NL" for number in (FIRST, SECOND, THIRD, "+31612469339"))),
        report(*(f"{number},DELIVERED,0.075,NL" for number in (FIRST, SECOND, SECOND))),
    ],
)
def test_the_report_of_another_batch_is_ignored(stage: Stage, other: tuple[int, Any]) -> None:
    rows = look(stage, page(campaign(1), campaign(2)), other, SAME)
    assert {(row.status, row.campaign_id) for row in rows} == {("accepted", id_of(2))}


def test_the_list_is_read_back_to_ten_minutes_before_the_batch(stage: Stage) -> None:
    pages = [page(campaign(1, source="web"), following="x"), page(campaign(2, "08:50:00"))]
    assert {row.campaign_id for row in look(stage, *pages, SAME)} == {id_of(2)}
    path = [name.partition("/reports")[2] for name, _ in stage.network.requests]
    assert [name.partition("next=")[2] for name in path[:2]] == ["", "x"]


@pytest.mark.parametrize(
    "pages",
    [
        [page(campaign(1, "08:49:59"), campaign(2), following="x")],
        [page(), page()][:1],
        [page(following="x"), page(following="y"), page(following="x")],
    ],
)
def test_a_batch_that_is_not_in_the_list_stays_unknown(stage: Stage, pages: list[tuple[int, Any]]) -> None:
    assert {row.status for row in look(stage, *pages)} == {"unknown"}
    assert stage.result.failures == ["older than id_lifetime"]


def test_a_campaign_is_found_by_the_name_of_its_group(stage: Stage) -> None:
    stage.run(
        f"{FIRST} {SECOND} {THIRD}", NO_RESPONSE, start=bulk.send_sms_campaign, attempts=1, batch_size=3, **SENDER
    )
    name = f"job {stage.tasks[0].idempotency_id.replace('-', '')}"
    stage.advance(90_000)
    groups = 200, {"data": [{"id": 6, "name": "others"}, {"id": 7, "name": name}]}
    listed = [
        campaign(1, groups=[{"name": "others"}]),
        campaign(3, groups=None),
        campaign(2, groups=[{"name": "others"}, {"name": name}], source="web", text="another"),
    ]
    stage.network.responses = [groups, page(*listed), SAME]
    assert stage.run("") == ["delete 7", "end"]
    assert {(row.status, row.campaign_id) for row in stage.result.rows()} == {("accepted", id_of(2))}
    assert stage.reports[-1].cost == stage.result.cost == Decimal("0.225")


def test_a_campaign_that_is_in_no_report_stays_unknown_and_leaves_no_group(stage: Stage) -> None:
    stage.run(FIRST, NO_RESPONSE, start=bulk.send_sms_campaign, attempts=1, **SENDER)
    name = f"job {stage.tasks[0].idempotency_id.replace('-', '')}"
    stage.advance(90_000)
    stage.network.responses = [(200, {"data": [{"id": 7, "name": name}]}), page()]
    assert stage.run("", NOT_SENT) == ["delete 7", "sleep 0.5", "delete 7", "end"]
    assert stage.result.counts == {"unknown": 1}
    assert stage.run("") == ["end"]


def test_a_batch_is_looked_for_again_if_the_reports_cannot_be_read(stage: Stage) -> None:
    stage.run(FIRST, NO_RESPONSE, start=bulk.send_sms, attempts=1, **SENDER)
    stage.advance(90_000)
    stage.client = stage.client.with_options(max_retries=0)
    failure = 500, {"error": {"type": "server_error"}}
    found = report(f"{FIRST},DELIVERED,0.075,NL")
    stage.network.responses = [failure, page(campaign(1)), failure, page(campaign(1)), found]
    assert stage.run("") == ["sleep 7.0", "sleep 7.0", "end"]
    assert stage.result.counts == {"accepted": 1}
    assert stage.reports[-1].failures == 2


def test_a_lookup_is_found_by_its_numbers(stage: Stage) -> None:
    stage.run(f"{FIRST} {SECOND}", NO_RESPONSE, start=bulk.lookup_numbers, batch_size=2)
    columns = "phoneNumber,lookupId,cost,countryIso,status"
    rows = [f"{number},{id_of(int(number[-1]))},0.005,NL,ACTIVE" for number in (SECOND, FIRST)]
    found = 200, "\n".join([columns, *rows])
    stage.network.responses = [page()]
    assert stage.result.refresh(stage.client).unknown == 2
    listed = [{"id": id_of(n), "totalPhoneNumbers": n, "datetimeAdded": "2026-11-02 09:00:05"} for n in (1, 2, 3)]
    stage.network.responses = [page(*listed), found, found]
    result = stage.result.refresh(stage.client)
    assert stage.network.requests[2][0] == f"GET /numbers/lookup/lookupBulkId/{id_of(2)}/csv"
    assert [(row.status, (row.msg_id or "")[-1], row.campaign_id) for row in result.rows()] == [
        ("accepted", "3", id_of(2)),
        ("accepted", "4", id_of(2)),
    ]
    assert result.cost == Decimal("0.01")
