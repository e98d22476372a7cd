"""Validating numbers and looking them up."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from phonenumbers import SUPPORTED_REGIONS

from smscx_client.sandbox.resources.applications.service import change
from smscx_client.sandbox.spec.openapi import Spec
from smscx_client.sandbox.telecom.countries import COUNTRIES

NL, DE, AU = "+31612469333", "+4915228817386", "+61491570156"
HOOK = "https://shop.example/lookups"
PORTED, ABSENT, BARRED, UNKNOWN, FAILED, ROAMING = (f"+467017406{each}" for each in (83, 82, 86, 87, 88, 89))


def _lookup(call: Any, number: str) -> Any:
    return call("GET", f"/numbers/lookup/{quote(number)}").json()


def _bulk(call: Any, numbers: list[str], **fields: Any) -> Any:
    return call("POST", "/numbers/lookup", {"phoneNumbers": numbers, **fields}).json()


def _result(call: Any, bulk_id: str, query: str = "") -> Any:
    return call("GET", f"/numbers/lookup/lookupBulkId/{bulk_id}{query}").json()


def _webhooks(call: Any) -> list[Any]:
    webhooks: list[Any] = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    return webhooks


def test_validation_of_one_number(call: Any) -> None:
    shown = call("GET", f"/numbers/validate/{quote(NL)}").json()
    assert shown == Spec().operations["validate_number"].response_example
    assert call.balance() == 5000


@pytest.mark.parametrize("number", ["+3161", "nobody", "0612469333", "+", "%00"])
def test_a_text_that_is_no_number_is_an_error(call: Any, number: str) -> None:
    error = call("GET", f"/numbers/validate/{number}").json()
    assert error["error"]["code"] == 1207
    assert len(error["invalid"]) == 1


def test_bulk_validation_keeps_the_order(call: Any) -> None:
    example = Spec().operations["validate_numbers"]
    assert call("POST", "/numbers/validate", example.body_example).json() == example.response_example


def test_bulk_validation_of_nothing_valid_is_no_error(call: Any) -> None:
    response = call("POST", "/numbers/validate", {"phoneNumbers": ["x", "", "x"]}).json()
    assert response["data"] == [{"invalid": True, "phoneNumber": written} for written in ("x", "", "x")]
    assert response["info"] == {"totalPhoneNumbers": 3, "totalValid": 0, "totalInvalid": 3, "phoneNumbersByCountry": {}}


def test_a_lookup_is_charged_and_kept(call: Any) -> None:
    found = _lookup(call, NL)["data"]
    assert (found["phoneNumber"], found["cost"], found["mcc"]) == (NL, 0.005, "204")
    assert (found["countryName"], found["countryNameLocale"]) == ("Netherlands", "Nederland")
    assert found["originalNetwork"] == {"name": "KPN", "mnc": "08"}
    assert call.balance() == 5000 - 0.005
    assert call("GET", f"/numbers/lookup/lookupId/{found['lookupId']}").json() == found
    again = _lookup(call, NL)["data"]
    assert again["lookupId"] != found["lookupId"]
    assert {**again, "lookupId": found["lookupId"]} == found


@pytest.mark.parametrize(
    ("number", "status"),
    [(PORTED, "ACTIVE"), (ABSENT, "ABSENT"), (BARRED, "BARRED"), (UNKNOWN, "UNKNOWN"), (FAILED, "FAILED")],
)
def test_magic_numbers(call: Any, number: str, status: str) -> None:
    found = _lookup(call, number)["data"]
    assert (found["status"], found["ported"], found["roaming"]) == (status, number == PORTED, False)
    assert found["statusDescription"]


def test_a_ported_number(call: Any) -> None:
    found = _lookup(call, PORTED)["data"]
    assert found["portedNetwork"] == {"name": "Tele2 Sverige", "mnc": "07"}
    assert found["mccmnc"] == "24007"


def test_a_roaming_phone(call: Any) -> None:
    found = _lookup(call, ROAMING)["data"]
    assert found["roaming"] is True
    assert found["roamingNetwork"]["countryIso"] == "DE" and found["roamingNetwork"]["mcc"] == "262"
    assert found["mcc"] == "240"


def test_most_phones_are_active_and_the_seed_decides_which(make: Callable[..., Any]) -> None:
    numbers = [f"+4917{number:08d}" for number in range(20_000_000, 20_002_000)]

    def look(seed: int) -> list[Any]:
        call = make(seed=seed, rate_limit=10**6)
        bulk_id = _bulk(call, numbers)["info"]["lookupBulkId"]
        return [
            [item["phoneNumber"], item["status"], item["portedNetwork"]["name"], item["roaming"]]
            for query in ("", "?next=")
            for item in _result(call, bulk_id, query and query + _result(call, bulk_id)["paging"]["next"])["data"]
        ]

    first = look(0)
    counts = Counter(status for _, status, _, _ in first)
    assert set(counts) == {"ACTIVE", "ABSENT", "BARRED", "UNKNOWN", "FAILED"}
    assert counts["ACTIVE"] > 800
    assert any(ported for _, _, ported, _ in first) and any(roaming for *_, roaming in first)
    assert look(0) == first
    assert look(1) != first


@pytest.mark.parametrize("number", ["+93701234567", "+5351234567"])
def test_no_coverage(call: Any, number: str) -> None:
    assert _lookup(call, number)["error"]["code"] == 1214
    assert call.balance() == 5000


def test_bulk_lookup(call: Any) -> None:
    started = _bulk(call, ["0612469333", "nobody", DE, "+93701234567", DE], countryIso="NL")
    info = started["info"]
    assert (info["totalPhoneNumbers"], info["totalValid"], info["totalInvalid"]) == (5, 3, 2)
    assert info["invalid"] == ["nobody", "+93701234567"]
    assert info["phoneNumbersByCountry"] == {"NL": 1, "DE": 2}
    assert info["totalCost"] == 0.015 and call.balance() == 5000 - 0.015
    result = _result(call, info["lookupBulkId"])
    assert [item["phoneNumber"] for item in result["data"]] == [NL, DE, DE]
    assert [item["lookupId"] for item in result["data"]] == [item["lookupId"] for item in started["data"]]
    one = call("GET", f"/numbers/lookup/lookupId/{started['data'][0]['lookupId']}").json()
    assert one == result["data"][0]


def test_pages_keep_the_order(call: Any) -> None:
    numbers = [f"+316124693{number:02d}" for number in range(25)]
    bulk_id = _bulk(call, numbers)["info"]["lookupBulkId"]
    pages = [_result(call, bulk_id, "?limit=10")]
    while pages[-1]["paging"]["next"]:
        pages.append(_result(call, bulk_id, f"?limit=10&next={pages[-1]['paging']['next']}"))
    assert [item["phoneNumber"] for page in pages for item in page["data"]] == numbers
    assert [page["paging"]["size"] for page in pages] == [10, 10, 10]
    assert _result(call, bulk_id, f"?limit=10&previous={pages[1]['paging']['previous']}")["data"] == pages[0]["data"]


def test_list_of_bulk_lookups(call: Any) -> None:
    ids = [_bulk(call, [NL] * count)["info"]["lookupBulkId"] for count in (1, 2, 3)]
    listed = call("GET", "/numbers/lookup?limit=2").json()
    assert [(item["id"], item["totalValid"]) for item in listed["data"]] == [(ids[2], 3), (ids[1], 2)]
    rest = call("GET", f"/numbers/lookup?next={listed['paging']['next']}").json()
    assert [item["id"] for item in rest["data"]] == ids[:1]


def test_a_refused_bulk_lookup_changes_nothing(make: Callable[..., Any]) -> None:
    call = make(balance="0.012")
    assert _bulk(call, [NL] * 3)["error"]["code"] == 1113
    assert call("GET", "/numbers/lookup").json()["data"] == []
    assert call.balance() == 0.012


def test_40000_numbers_at_once(call: Any) -> None:
    numbers = [f"+31612{number:06d}" for number in range(40_000)]
    info = _bulk(call, numbers, lookupCallbackUrl=HOOK)["info"]
    assert (info["totalValid"], info["totalCost"]) == (40_000, 200)
    response = call("POST", "/numbers/validate", {"phoneNumbers": numbers}).json()
    assert [item["phoneNumber"] for item in response["data"]] == numbers
    assert [len(delivery["data"]) for delivery in _webhooks(call)] == [200] * 200
    assert _bulk(call, [*numbers, NL])["error"]["code"] == 1205


def test_results_are_posted(call: Any) -> None:
    bulk = _bulk(call, [NL, DE], lookupCallbackUrl=HOOK)
    (delivery,) = _webhooks(call)
    bulk_id = bulk["info"]["lookupBulkId"]
    assert (delivery["url"], delivery["event"]) == (HOOK, "otp_update")
    assert delivery["data"] == [{**item, "lookupBulkId": bulk_id} for item in _result(call, bulk_id)["data"]]
    schema = {"$ref": "#/components/schemas/CallBackRequestNumberLookup"}
    assert Spec().schemas.problem("callback", schema, {name: delivery[name] for name in ("event", "data")}) is None


def test_results_are_posted_to_the_application(call: Any) -> None:
    change(call.sandbox.context, {"lookup": {"lookupCallback": "https://other.example/"}})
    _bulk(call, [NL], lookupCallbackUrl=HOOK)
    found = _lookup(call, DE)["data"]
    _bulk(call, [AU])
    posted = [(delivery["url"], delivery["data"]) for delivery in _webhooks(call)]
    assert [url for url, _ in posted] == [HOOK, "https://other.example/"]
    assert posted[1][1][0] == {**found, "lookupBulkId": None}
    assert posted[1][1][1]["phoneNumber"] == AU


def test_results_as_csv(demo: Any) -> None:
    operation = Spec().operations["export_number_lookup_report_to_csv"]
    response = demo("GET", f"/numbers/lookup/lookupBulkId/{operation.example('lookupBulkId')}/csv")
    shown = operation.definition["responses"]["200"]["content"]["application/csv"]["example"]
    rows, expected = (list(csv.DictReader(io.StringIO(text))) for text in (response.body.decode(), shown))
    assert [{**row, "datetime": ""} for row in rows] == [{**row, "datetime": ""} for row in expected]
    assert response.headers["Content-Type"] == "application/csv"


def test_results_as_xlsx(demo: Any) -> None:
    operation = Spec().operations["export_number_lookup_report_to_xlsx"]
    response = demo("GET", f"/numbers/lookup/lookupBulkId/{operation.example('lookupBulkId')}/xlsx")
    with ZipFile(io.BytesIO(response.body)) as book:
        assert NL in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("operation_id", ["get_single_lookup_status", "get_bulk_lookup_status"])
def test_demo_data(demo: Any, operation_id: str) -> None:
    operation = Spec().operations[operation_id]
    (parameter,) = (name for name, each in operation.parameters.items() if each["in"] == "path")
    response = demo("GET", operation.path.format(**{parameter: operation.example(parameter)})).json()

    def timeless(value: Any) -> Any:
        if isinstance(value, list):
            return [timeless(each) for each in value]
        if isinstance(value, dict):
            return {name: timeless(each) for name, each in value.items() if name not in ("datetime", "paging")}
        return value

    assert timeless(response) == timeless(operation.response_example)


def test_lookups_of_the_demo_numbers_have_the_results_of_the_demo_data(demo: Any) -> None:
    ids = ("lookupId", "datetime")
    example = Spec().operations["get_single_lookup_status"].response_example
    assert {**_lookup(demo, DE)["data"], **dict.fromkeys(ids)} == {**example, **dict.fromkeys(ids)}
    assert _lookup(demo, AU)["data"]["status"] == "ABSENT"


def test_every_country_with_phone_numbers_is_known() -> None:
    assert set(COUNTRIES) == set(SUPPORTED_REGIONS)
    assert all(len(country.mcc) == 3 and country.name and country.local_name for country in COUNTRIES.values())
