"""Reports of campaigns, by filters, and sums; the report of one message is tested with the messages."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest

NL, DE, SE, UNREACHABLE = "+31612469333", "+4915228817386", "+46701740605", "+93701234567"
LISTED_STATUSES = ("accepted", "delivered", "failed", "scheduled", "noCoverage")


def report(call: Any, query: str = "period=2026-11", path: str = "/reports") -> Any:
    response = call("GET", f"{path}?{query}")
    assert response.status == 200, response.json()
    return response.json()


def texts(call: Any, query: str) -> list[str]:
    return [row["text"] for row in report(call, query)["data"]]


@pytest.fixture
def busy(call: Any) -> Any:
    """A sandbox from which messages went out on three days of November and one of December."""
    call("POST", "/_sandbox/outcomes", {"phoneNumber": DE, "outcome": "failed"})
    call.send(NL, "first")
    call.sandbox.advance(86_400)
    call.send([DE, NL], "second")
    call.sandbox.advance(86_400)
    call.send([UNREACHABLE, SE], "third")
    call.sandbox.advance(27 * 86_400)
    call.send(SE, "fourth", scheduledDate="2026-12-31 09:00:00")
    return call


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("period=2026", ["fourth", "third", "third", "second", "second", "first"]),
        ("period=2026-11", ["third", "third", "second", "second", "first"]),
        ("period=2026-12", ["fourth"]),
        ("period=2025", []),
        ("period=2027-2", []),
        ("start_date=2026-11-03&end_date=2026-11-03", ["second", "second"]),
        ("start_date=2026-11-2&end_date=2026-11-3", ["second", "second", "first"]),
        ("period=2026&delivery_report=delivered", ["third", "second", "first"]),
        ("period=2026&delivery_report=failed", ["second"]),
        ("period=2026&delivery_report=scheduled", ["fourth"]),
        ("period=2026&country_iso=nl", ["second", "first"]),
        ("period=2026&country_iso=NL&delivery_report=delivered&channel=sms&source=api", ["second", "first"]),
        ("period=2026&channel=viber", []),
        ("period=2026&channel=multichannel", []),
        ("period=2026&source=webapp", []),
        ("period=2026-12&start_date=2026-11-02&end_date=2026-11-02", ["fourth"]),
    ],
)
def test_filters(busy: Any, query: str, expected: list[str]) -> None:
    assert texts(busy, query) == expected


def test_info_sums_up_all_that_match_on_every_page(busy: Any) -> None:
    info = {"totalPhoneNumbers": 5, "totalCost": 0.285, "totalParts": 5}
    page = report(busy, "period=2026-11&limit=2")
    assert page["info"] == info
    seen = [row["msgId"] for row in page["data"]]
    while page["paging"]["next"]:
        page = report(busy, f"period=2026-11&limit=2&next={page['paging']['next']}")
        assert page["info"] == info
        seen += [row["msgId"] for row in page["data"]]
    assert seen == [row["msgId"] for row in report(busy)["data"]]
    assert len(seen) == 5
    assert report(busy, "period=2026-11&short_response=true") == {
        "info": info,
        "data": [],
        "paging": {"next": None, "previous": None, "size": 500},
    }


def test_a_message_in_a_report_is_that_of_its_own_report(busy: Any) -> None:
    row = report(busy)["data"][0]
    assert row == busy("GET", f"/reports/single/{row['msgId']}").json()["data"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", 1824),
        ("end_date=2026-10-01", 1824),
        ("start_date=2026-10-01", 1824),
        ("period=", 1820),
        ("period=26-10", 1820),
        ("period=2026-13", 1820),
        ("period=2026-0", 1820),
        ("period=0000", 1820),
        ("period=2026-10-01", 1820),
        ("period=2026-10&country_iso=NLD", 1827),
        ("start_date=2026-10-32&end_date=x", 1821),
        ("start_date=2026-10-01&end_date=01.10.2026", 1822),
        ("start_date=2026-10-01&end_date=2026-09-30&country_iso=XX", 1823),
        ("period=x&source=pigeon", 1825),
        ("period=2026&limit=0", 1212),
        ("period=2026&limit=501", 1212),
        ("period=2026&next=nowhere", 1212),
    ],
)
def test_a_report_that_cannot_be_made(call: Any, query: str, code: int) -> None:
    response = call("GET", f"/reports?{query}")
    assert (response.status, response.json()["error"]["code"]) == (400, code)


def rows_of(response: Any) -> list[list[str]]:
    assert response.headers["Content-Type"] == "application/csv"
    return list(csv.reader(io.StringIO(response.body.decode())))


def test_csv(busy: Any) -> None:
    header, *rows = rows_of(busy("GET", "/reports/csv?period=2026&limit=2"))
    assert header == [
        *("msgId", "status", "statusCode", "errorCode", "inQuietHours", "createdAt", "updatedAt", "cost", "to"),
        *("countryIso", "from", "source", "channel", "text", "scheduledAt"),
    ]
    assert [row[13] for row in rows] == ["fourth", "third"]
    assert rows[0][1:] == [
        *("SCHEDULED", "5", "", "false", "2026-12-01 09:00:00", "", "0.055", SE, "SE", "InfoText", "api", "sms"),
        *("fourth", "2026-12-31 09:00:00"),
    ]


def test_csv_of_nothing_is_its_header(call: Any) -> None:
    assert len(rows_of(call("GET", "/reports/csv?period=2026"))) == 1


def test_xlsx(busy: Any) -> None:
    response = busy("GET", "/reports/xlsx?period=2026")
    with zipfile.ZipFile(io.BytesIO(response.body)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "fourth" in book.read("xl/sharedStrings.xml").decode()
    assert sheet.count("<row ") == 7
    assert busy("GET", "/reports/xlsx?period=2026").body == response.body


def test_the_report_of_a_send_without_a_name(call: Any) -> None:
    sent = call.send([NL, DE], "=1+1")
    campaign_id = sent["info"]["campaignId"]
    shown = report(call, "limit=1", f"/reports/campaigns/{campaign_id.upper()}")
    assert shown["info"] == {
        "campaignId": campaign_id,
        "campaignName": "Campaign 2026-11-02 09:00:00",
        "totalPhoneNumbers": 2,
        "totalCost": 0.155,
        "totalParts": 2,
        "channel": "sms",
    }
    assert [row["to"] for row in shown["data"]] == [DE]
    header, *rows = rows_of(call("GET", f"/reports/campaigns/{campaign_id}/csv"))
    assert [(row[header.index("to")], row[header.index("text")]) for row in rows] == [(DE, "'=1+1"), (NL, "'=1+1")]
    assert report(call, "", "/reports/campaigns")["data"] == []


def test_the_campaigns_of_the_examples(demo: Any) -> None:
    listed = report(demo, "delivery_reports=true&source=api", "/reports/campaigns")
    assert listed["data"] == demo.sandbox.context.spec.operations["get_campaigns_list"].response_example["data"]
    assert listed["info"] == {"totalCampaigns": 2}
    assert all("status" not in row for row in report(demo, "", "/reports/campaigns")["data"])
    assert report(demo, "source=excel", "/reports/campaigns")["info"] == {"totalCampaigns": 0}


def test_a_campaign_is_listed_from_its_time_on(demo: Any) -> None:
    body = {"groups": [4501], "from": "MyShop", "text": "Hi", "scheduledDate": "2026-11-02 12:00:00"}
    assert demo("POST", "/sms/campaign", body).status == 200
    assert report(demo, "", "/reports/campaigns")["info"] == {"totalCampaigns": 2}
    demo.sandbox.advance(3 * 3600)
    listed = report(demo, "limit=1", "/reports/campaigns")
    assert listed["info"] == {"totalCampaigns": 3}
    assert (listed["data"][0]["text"], listed["data"][0]["datetimeScheduled"]) == ("Hi", "2026-11-02 12:00:00")


def test_a_campaign_of_several_channels(demo: Any) -> None:
    body = demo.sandbox.context.spec.operations["send_multichannel_campaign"].body_example
    body = {name: value for name, value in body.items() if name != "scheduledDate"}
    sent = demo("POST", "/multichannel/campaign", body).json()
    listed = report(demo, "", "/reports/campaigns")["data"][0]
    assert listed["id"] == sent["info"]["campaignId"]
    assert listed["channel"] in ("viber", "whatsapp", "sms")
    assert report(demo, "", f"/reports/campaigns/{listed['id']}")["info"]["channel"] == "multichannel"
    sums = report(demo, "period=2026-11", "/reports/summary/channel")["data"]
    found = report(demo, "period=2026-11&channel=multichannel")["info"]
    assert sums["multichannel"]["phoneNumbers"] == found["totalPhoneNumbers"] >= listed["totalPhoneNumers"]


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("source", {"api": (6, 6, 0.34)}),
        ("channel", {"sms": (6, 6, 0.34)}),
        ("country", {"SE": (2, 2, 0.11), "NL": (2, 2, 0.15), "AF": (1, 1, 0), "DE": (1, 1, 0.08)}),
    ],
)
def test_summary_by_value(busy: Any, dimension: str, expected: dict[str, tuple[int, int, float]]) -> None:
    data = report(busy, "period=2026", f"/reports/summary/{dimension}")["data"]
    assert {key: (row["phoneNumbers"], row["parts"], row["costParts"]) for key, row in data.items()} == expected
    assert list(data) == list(expected)


def test_summary_of_traffic_by_day_and_month(busy: Any) -> None:
    by_day = report(busy, "start_date=2026-11-01&end_date=2026-11-04", "/reports/summary/traffic")["data"]
    assert {day: row["phoneNumbers"] for day, row in by_day.items()} == {
        "2026-11-01": 0,
        "2026-11-02": 1,
        "2026-11-03": 2,
        "2026-11-04": 2,
    }
    by_month = report(busy, "period=2026", "/reports/summary/traffic")["data"]
    assert list(by_month) == [f"2026-{month:02}" for month in range(1, 13)]
    assert by_month["2026-11"] == {"phoneNumbers": 5, "parts": 5, "costParts": 0.285}
    assert len(report(busy, "period=2026-11", "/reports/summary/traffic")["data"]) == 30
    assert len(report(busy, "period=2026-11&limit=3", "/reports/summary/traffic")["data"]) == 3
    assert report(busy, "period=2025", "/reports/summary/traffic") == {"data": {}}


def test_summary_of_delivery(busy: Any) -> None:
    data = report(busy, "period=2026", "/reports/summary/delivery")["data"]
    assert set(data["2026-11"]) == set(LISTED_STATUSES)
    assert {name: data["2026-11"][name]["parts"] for name in LISTED_STATUSES} == {
        "accepted": 0,
        "delivered": 3,
        "failed": 1,
        "scheduled": 0,
        "noCoverage": 1,
    }
    assert data["2026-12"]["scheduled"] == {"parts": 1, "costParts": 0.055}


def test_a_summary_of_all_times_is_quick_to_make(busy: Any) -> None:
    data = report(busy, "start_date=0001-01-01&end_date=9999-12-31", "/reports/summary/traffic")["data"]
    assert list(data)[:2] == ["0001-01-01", "0001-01-02"]
    assert len(data) == 500
