"""SMS: send, estimate, report, cancel."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.money import as_number, as_text, millionths

NL, DE, FR, UNREACHABLE = "+31612469333", "+4915228817386", "+33612345678", "+93701234567"
TRACK = "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"


def test_response_to_a_send(call: Any) -> None:
    response = call.send([NL, DE, NL], "Hi there")
    info = response["info"]
    assert info["totalPhoneNumbers"] == info["totalValid"] == info["totalParts"] == 3
    assert info["totalInvalid"] == info["totalInQuietHours"] == 0
    assert info["totalCost"] == 0.23
    assert info["phoneNumbersByCountry"] == {"NL": 2, "DE": 1}
    assert info["scheduled"] is False and info["dlrCallbackUrl"] is None
    first = response["data"][0]
    assert first["textAnalysis"] == {"length": 8, "unicode": False, "parts": 1}
    assert [first[name] for name in ("to", "countryIso", "from", "status", "cost", "errorCode", "inQuietHours")] == [
        *(NL, "NL", "InfoText", "ACCEPTED", 0.075, None, False)
    ]
    assert len({item["msgId"] for item in response["data"]}) == 3


def test_the_balance_pays_for_it_exactly(make: Callable[..., Any]) -> None:
    call = make(balance="10")
    for _ in range(10):
        call.send(NL)
    assert call.balance() == 9.25


def test_an_estimate_costs_nothing_and_sends_nothing(call: Any) -> None:
    body = {"to": [NL], "from": "InfoText", "text": "Hi"}
    estimate = call("POST", "/sms/estimate", body).json()
    assert estimate["info"]["totalCost"] == call.send(NL)["info"]["totalCost"] == 0.075
    assert len(call.sandbox.messages()) == 1
    assert call.balance() == 5000 - 0.075


def test_price_times_parts(call: Any) -> None:
    data = call.send([NL, FR], "x" * 161)["data"]
    assert [(item["parts"], item["cost"]) for item in data] == [(2, 0.15), (2, 0.082)]


def test_one_number_may_be_a_string(call: Any) -> None:
    assert [item["to"] for item in call.send(NL)["data"]] == [NL]


def test_short_response(call: Any) -> None:
    response = call.send([NL, DE], shortResponse=True)
    assert response["data"] == [] and response["info"]["totalValid"] == 2


def test_no_text_details(call: Any) -> None:
    (item,) = call.send(NL, noTextDetails=True)["data"]
    assert not {"text", "textAnalysis"} & set(item)
    assert item["parts"] == 1


def test_show_timezone(call: Any) -> None:
    data = call.send([NL, "+12125550123"], showTimezone=True)["data"]
    assert [item["timezone"] for item in data] == ["Europe/Amsterdam", "America/New_York"]
    assert "timezone" not in call.send(NL)["data"][0]


def test_allow_invalid(call: Any) -> None:
    response = call.send([NL, "0800", "+3161"], allowInvalid=True)
    assert response["info"]["invalid"] == ["0800", "+3161"]
    assert [response["info"][name] for name in ("totalPhoneNumbers", "totalValid", "totalInvalid")] == [3, 1, 2]
    assert len(response["data"]) == 1


def test_allow_invalid_needs_one_valid_number(call: Any) -> None:
    assert call.send(["0800", "+3161"], allowInvalid=True)["error"]["code"] == 1210


@pytest.mark.parametrize(
    ("written", "country", "e164"),
    [
        ("0612469333", "NL", NL),
        ("06 1246-9333", "nl", NL),
        ("07911 123456", "GB", "+447911123456"),
        ("+31 (0)6 12469333", "FR", NL),
        (NL, "DE", NL),
        ("31612469333", None, NL),
        ("0031612469333", None, NL),
    ],
)
def test_numbers_as_people_write_them(call: Any, written: str, country: str | None, e164: str) -> None:
    fields = {"countryIso": country} if country else {}
    assert call.send(written, **fields)["data"][0]["to"] == e164


@pytest.mark.parametrize("fields", [{}, {"countryIso": "UK"}, {"countryIso": "BE"}], ids=str)
def test_national_numbers_need_their_country(call: Any, fields: dict[str, str]) -> None:
    response = call.send("07911 123456", **fields)
    assert (response["error"]["code"], response["invalid"]) == (1207, ["07911 123456"])


def test_opted_out_recipients_are_rejected_at_no_cost(call: Any) -> None:
    call("POST", "/_sandbox/optouts", {"phoneNumber": DE})
    response = call.send([NL, DE])
    assert [(item["status"], item["cost"]) for item in response["data"]] == [("ACCEPTED", 0.075), ("REJECTED", 0)]
    assert response["info"]["totalCost"] == 0.075


def test_no_coverage_is_no_error_and_no_cost(call: Any) -> None:
    response = call.send([UNREACHABLE])
    assert [(item["status"], item["cost"], item["parts"]) for item in response["data"]] == [("NO COVERAGE", 0, 1)]
    assert call.balance() == 5000


def test_an_unapproved_sender_is_replaced(demo: Any) -> None:
    body = {"to": [NL], "from": "MyShop", "text": "Hi"}
    assert demo("POST", "/sms", body).json()["data"][0]["from"] == "MyShop"
    assert demo("POST", "/sms", {**body, "from": "Nobody"}).json()["data"][0]["from"] == "InfoText"


@pytest.mark.parametrize("given", ["no-uuid", "00000000-0000-0000-0000-000000000000", ""])
def test_malformed_track_data_is_dropped(call: Any, given: str) -> None:
    assert "trackData" not in call.send(NL, trackData=given)["data"][0]


def test_track_data_comes_back(call: Any) -> None:
    assert call.send(NL, trackData=TRACK)["data"][0]["trackData"] == TRACK


def test_callback_url_comes_back(call: Any) -> None:
    url = "https://example.com/dlr?x=1"
    assert call.send(NL, dlrCallbackUrl=url)["info"]["dlrCallbackUrl"] == url


@pytest.mark.parametrize("url", ["ftp://example.com", "https://", "example.com", "https://a b", "http://[", 7, None])
def test_malformed_callback_url(call: Any, url: Any) -> None:
    assert call.send(NL, dlrCallbackUrl=url)["error"]["code"] == 1109


@pytest.mark.parametrize(
    "date", ["2035-02-30 09:00:00", "2035-06-01", "2035-06-01T09:00:00", "2035-6-1 9:00:00", 7, ""]
)
def test_malformed_date(call: Any, date: Any) -> None:
    assert call.send(NL, scheduledDate=date)["error"]["code"] == 1108


def test_scheduled_in_utc(call: Any) -> None:
    response = call.send(NL, scheduledDate="2035-06-01 09:00:00")
    (item,) = response["data"]
    assert response["info"]["scheduled"] is True
    assert (item["status"], item["scheduledAt"]) == ("SCHEDULED", "2035-06-01 09:00:00")


def test_scheduled_in_the_local_time_of_each_recipient(call: Any) -> None:
    response = call.send([NL, "+12125550123", "+447400123456"], scheduledDate="2035-06-01 09:00:00", isUtc=False)
    times = [item["scheduledAt"] for item in response["data"]]
    assert times == ["2035-06-01 07:00:00", "2035-06-01 13:00:00", "2035-06-01 08:00:00"]


def test_local_time_that_has_passed_for_one_recipient(call: Any) -> None:
    sooner = {"scheduledDate": "2026-11-02 09:30:00", "isUtc": False}  # the clock shows 09:00 in UTC
    assert call.send([NL, "+12125550123"], **sooner)["error"]["code"] == 1116
    assert call.send("+12125550123", **sooner)["data"][0]["scheduledAt"] == "2026-11-02 14:30:00"


def test_cancelling_refunds_the_cost(call: Any) -> None:
    sent = call.send(NL, "x" * 200, scheduledDate="2035-06-01 09:00:00")["data"][0]
    assert call.balance() == 5000 - 0.15
    path = f"/sms/scheduled/{sent['msgId']}"
    deleted = call("DELETE", path).json()["info"]
    assert deleted == {"msgId": sent["msgId"], "parts": 2, "creditReturned": 0.15, "channel": "sms"}
    assert call.balance() == 5000
    assert call("DELETE", path).json()["error"]["code"] == 1100
    call.sandbox.advance(10 * 366 * 86_400)
    assert call.sandbox.messages() == []


def test_report_of_a_message(call: Any) -> None:
    sent = call.send(NL, "Grüße ✓")["data"][0]
    report = call("GET", f"/reports/single/{sent['msgId'].upper()}").json()["data"]
    assert report["status"] == "DELIVERED"
    assert report["errorCode"] is None and report["scheduledAt"] is None
    assert (report["source"], report["channel"], report["text"]) == ("api", "sms", "Grüße ✓")
    assert report["textAnalysis"] == {"length": 7, "unicode": True, "parts": 1}
    assert (report["createdAt"], report["updatedAt"]) == ("2026-11-02 09:00:00", "2026-11-02 09:00:00")


def test_transliteration(call: Any) -> None:
    text = "Zażółć gęślą jaźń. " * 5
    response = call.send(NL, text, transliteration={"alphabet": "POLISH"})
    analysis = response["info"]["transliterationAnalysis"]
    assert response["data"][0]["text"] == "Zazolc gesla jazn. " * 5
    assert (analysis["totalOriginalParts"], analysis["totalReplacedParts"], analysis["totalPartsSaved"]) == (2, 1, 1)
    assert (analysis["totalOriginalCost"], analysis["totalCostSaved"]) == (0.15, 0.075)
    assert analysis["text"]["original"] == {"text": text, "length": 95, "parts": 2, "encoding": "UCS-2"}
    assert analysis["text"]["replaced"]["characters"]["ł"] == 5
    assert response["info"]["totalCost"] == 0.075


def test_a_decomposed_letter_is_transliterated_as_the_composed_one(call: Any) -> None:
    response = call.send(NL, "e\u0301 z\u0307", transliteration={"alphabet": "NON_GSM"})
    assert response["data"][0]["text"] == "é z"
    characters = response["info"]["transliterationAnalysis"]["text"]["replaced"]["characters"]
    assert characters == {"e\u0301": 1, "z\u0307": 1}


@pytest.mark.parametrize("text", ["{{a:" + " " * 100_000, "{{a" + " " * 100_000, "{{a:}" * 20_000])
def test_a_placeholder_without_its_end_takes_linear_time(call: Any, text: str) -> None:
    """A cubic step would not end."""
    response = call("POST", "/sms/estimate", {"to": NL, "from": "InfoText", "text": text}).json()
    assert "the limit is 10" in response["error"]["message"]


def test_without_transliteration_there_is_no_analysis_of_it(call: Any) -> None:
    assert "transliterationAnalysis" not in call.send(NL, "ą")["info"]
    assert "transliterationAnalysis" not in call.send(NL, "ą", transliteration={"alphabet": "NONE"})["info"]


def test_a_text_that_is_empty_after_transliteration(call: Any) -> None:
    emojis = {"alphabet": "NONE", "removeEmojis": True}
    assert call.send(NL, "👧👧", transliteration=emojis)["error"]["code"] == 1107


def test_placeholders_are_filled_in_per_recipient(demo: Any) -> None:
    response = demo.send(
        [NL, DE], "{{today}} {{numbers:8}} {{letters}} {{alphanumeric:20}} {{shortlink:Xk7Pq}} {{other}}"
    )
    texts = [item["text"].split() for item in response["data"]]
    for day, month, year, numbers, letters, alphanumeric, link, other in texts:
        assert (day, month, year) == ("2", "Nov", "2026")
        assert numbers.isdecimal() and len(numbers) == 8
        assert letters.isalpha() and len(letters) == 4
        assert alphanumeric.isalnum() and len(alphanumeric) == 20
        assert link.startswith("https://") and "Xk7Pq" in link
        assert other == "{{other}}"
    assert texts[0][3:7] != texts[1][3:7]


@pytest.mark.parametrize("name", ["attachement", "attachment"])
def test_both_spellings_of_attachment(demo: Any, name: str) -> None:
    assert "RytK2" in demo.send(NL, f"{{{{{name}:RytK2}}}}")["data"][0]["text"]
    assert demo.send(NL, f"{{{{{name}:other}}}}")["error"]["code"] == 1112


@pytest.mark.parametrize(
    ("placeholder", "code"),
    [
        ("{{numbers:0}}", 1137),
        ("{{letters:21}}", 1137),
        ("{{alphanumeric:99999999999}}", 1137),
        ("{{alphanumeric:}}", 1136),
        ("{{alphanumeric:-1}}", 1136),
        ("{{alphanumeric:1.5}}", 1136),
        ("{{alphanumeric:٣}}", 1136),
        ("{{shortlink}}", 1112),
    ],
)
def test_wrong_placeholders(call: Any, placeholder: str, code: int) -> None:
    error = call.send(NL, placeholder)["error"]
    assert error["code"] == code
    assert placeholder in error["message"]


def test_ten_parts_are_the_most(call: Any) -> None:
    assert call.send(NL, "x" * 1530)["data"][0]["parts"] == 10
    assert call.send(NL, "x" * 1531)["error"]["type"] == "invalid_param"
    assert call.send(NL, "я" * 670)["data"][0]["parts"] == 10
    assert call.send(NL, "я" * 671)["error"]["type"] == "invalid_param"


def test_a_prepaid_balance_may_be_spent_completely(make: Callable[..., Any]) -> None:
    call = make(balance="0.15")
    call.send([NL, NL])
    assert call.balance() == 0
    assert call.send(NL)["error"]["code"] == 1113
    assert call.send(UNREACHABLE)["info"]["totalCost"] == 0


def test_a_postpaid_account_may_use_its_whole_credit_line(make: Callable[..., Any]) -> None:
    call = make(balance="0", billing="postpaid", credit_line="0.08")
    call.send(NL)
    assert call.balance() == -0.075
    assert call.send(NL)["error"]["code"] == 1114


def test_a_refused_send_changes_nothing(make: Callable[..., Any]) -> None:
    call = make(balance="0.1")
    assert call.send([NL, NL])["error"]["code"] == 1113
    assert (call.balance(), call.sandbox.messages()) == (0.1, [])


def test_25000_recipients(call: Any) -> None:
    call("POST", "/_sandbox/balance", {"balance": 1_000_000})
    numbers = [f"+31612{number:06d}" for number in range(25_000)]
    response = call.send(numbers, "Code {{numbers:6}}")
    assert response["info"]["totalValid"] == len({item["msgId"] for item in response["data"]}) == 25_000
    assert response["info"]["totalCost"] == 1875.0
    assert call.balance() == 998_125.0


@given(
    parts=st.lists(st.integers(1, 1530), min_size=1, max_size=10),
    numbers=st.lists(st.sampled_from([NL, DE, FR, "+12125550123", UNREACHABLE]), min_size=1, max_size=5),
)
def test_sums_of_costs_are_exact(shared: Any, parts: list[int], numbers: list[str]) -> None:
    before = Decimal(str(shared.balance()))
    spent = Decimal(0)
    for length in parts:
        response = shared.send(numbers, "x" * length)
        costs = [Decimal(str(item["cost"])) for item in response["data"]]
        assert Decimal(str(response["info"]["totalCost"])) == sum(costs)
        spent += sum(costs)
    assert Decimal(str(shared.balance())) == before - spent


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=6))
def test_amounts_are_exact_in_json(amount: Decimal) -> None:
    assert Decimal(str(as_number(millionths(amount)))) == amount
    assert Decimal(as_text(millionths(amount))) == amount


@pytest.fixture(scope="module")
def shared(caller_type: Any) -> Any:
    return caller_type(Sandbox(Settings(rate_limit=10**9, balance="100000000"), Clock.frozen()))
