"""The opt-out list: its entries, how they are added, and their effect on sends."""

from __future__ import annotations

from typing import Any

import pytest

from smscx_client.sandbox.resources.links import service as links
from smscx_client.sandbox.resources.optouts import service as optouts

NL, DE, SE = "+31612469333", "+4915228817386", "+46701740633"
CALLBACK = {"optouts": {"optoutsCallback": "https://hooks.example.com/optouts"}}


def add(call: Any, *numbers: str, **fields: Any) -> Any:
    """Add numbers to the list; returns the response."""
    return call("POST", "/optouts", {"phoneNumbers": numbers, **fields}).json()


def listed(call: Any) -> Any:
    """The list, its newest entry first."""
    return call("GET", "/optouts").json()["data"]


def callbacks(call: Any) -> Any:
    """The callbacks of the application."""
    deliveries = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert {each["event"] for each in deliveries} <= {"new_optout"}
    return [item for each in deliveries for item in each["data"]]


def test_an_empty_list(call: Any) -> None:
    response = call("GET", "/optouts").json()
    assert (response["data"], response["info"]["total"]) == ([], 0)
    assert response["info"]["link"] == f"https://s.example.com/{response['info']['id']}"
    header = "id,phoneNumber,countryIso,optoutFrom,datetime,campaignId,groupId,groupName,campaignName"
    assert call("GET", "/optouts/csv").body.decode().splitlines() == [header]


def test_adding(call: Any) -> None:
    assert add(call, NL, DE, NL, allowInvalid=False)["info"] == {
        "totalValid": 2,
        "totalInvalid": 0,
        "totalDuplicates": 1,
        "totalPhoneNumbers": 3,
        "invalid": [],
        "phoneNumbersByCountry": {"NL": 1, "DE": 1},
    }
    assert [(each["phoneNumber"], each["optoutFrom"]) for each in listed(call)] == [(DE, "admin"), (NL, "admin")]


def test_a_recipient_who_opts_out_in_time_gets_no_scheduled_message(call: Any) -> None:
    before = call.balance()
    body = {"scheduledDate": "2026-11-05 10:00:00", "dlrCallbackUrl": "https://hooks.example.com/dlr"}
    sent = call.send([NL, DE], **body)
    call("POST", "/_sandbox/optouts", {"phoneNumber": DE})
    call.sandbox.advance(4 * 86_400)
    assert [(each["status"], each["cost"] > 0) for each in call.sandbox.messages()] == [
        ("DELIVERED", True),
        ("REJECTED", False),
    ]
    assert call.balance() == pytest.approx(before - sent["data"][0]["cost"])
    (delivery,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert [(item["msgId"], item["status"]) for item in delivery["data"]] == [
        (sent["data"][1]["msgId"], "REJECTED"),
        (sent["data"][0]["msgId"], "SENT"),
        (sent["data"][0]["msgId"], "DELIVERED"),
    ]


def test_a_recipient_who_has_opted_out_has_no_pin(call: Any) -> None:
    call("POST", "/_sandbox/optouts", {"phoneNumber": DE})
    requested = call("POST", "/otp", {"phoneNumber": DE}).json()
    assert (requested["status"], requested["cost"]) == ("PENDING", 0)
    assert call("GET", "/_sandbox/otps/%2B4915228817386").json() == {"pin": None}


def test_an_opt_out_by_the_link_in_a_message_that_was_no_campaign(call: Any) -> None:
    sent = call.send(NL, "{{optoutLink}}")
    call("POST", "/_sandbox/clicks", {"url": sent["data"][0]["text"]})
    (entry,) = listed(call)
    assert (entry["campaignId"], entry["campaignName"]) == (sent["info"]["campaignId"], None)


def test_an_opt_out_that_comes_too_late_changes_nothing(call: Any) -> None:
    call.send(DE, scheduledDate="2026-11-05 10:00:00")
    call.sandbox.advance(4 * 86_400)
    call("POST", "/_sandbox/optouts", {"phoneNumber": DE})
    call.sandbox.advance(86_400)
    assert [each["status"] for each in call.sandbox.messages()] == ["DELIVERED"]


def test_invalid_numbers(call: Any) -> None:
    refused = add(call, NL, "+3161")
    assert (refused["error"]["code"], refused["invalid"]) == (1210, ["+3161"])
    assert listed(call) == []
    info = add(call, NL, "+3161", allowInvalid=True)["info"]
    assert (info["totalValid"], info["totalInvalid"], info["invalid"]) == (1, 1, ["+3161"])
    assert add(call, NL, "+3161", allowInvalid=True)["error"]["code"] == 1441


def test_national_numbers(call: Any) -> None:
    assert add(call, "0612469333", countryIso="NL")["info"]["totalValid"] == 1
    assert [each["phoneNumber"] for each in listed(call)] == [NL]


@pytest.mark.parametrize("country", [7, [], "NLD"], ids=str)
def test_a_country_of_another_form_is_refused(call: Any, country: Any) -> None:
    assert add(call, "0612469333", allowInvalid=True, countryIso=country)["error"]["type"] == "invalid_param"


@pytest.mark.parametrize(
    ("body", "code"), [({}, 1203), ({"phoneNumbers": []}, 1203), ({"phoneNumbers": NL}, 1208)], ids=str
)
def test_no_list_of_numbers(call: Any, body: Any, code: int) -> None:
    assert call("POST", "/optouts", body).json()["error"]["code"] == code


def test_a_number_on_the_list_gets_no_message_until_it_is_removed(call: Any) -> None:
    add(call, NL)
    assert [(each["status"], each["cost"]) for each in call.send([NL, DE])["data"]] == [
        ("REJECTED", 0),
        ("ACCEPTED", 0.08),
    ]
    (entry,) = listed(call)
    deleted = call("DELETE", f"/optouts/{entry['id']}").json()
    assert deleted == {"info": {"id": str(entry["id"]), "phoneNumber": NL}}
    assert call.send(NL)["data"][0]["status"] == "ACCEPTED"
    assert call("DELETE", f"/optouts/{entry['id']}").json()["error"]["code"] == 1202


def test_an_entry_made_by_the_link_cannot_be_removed(call: Any) -> None:
    optouts.add_by_link(call.sandbox.context, NL)
    (entry,) = listed(call)
    assert entry["optoutFrom"] == "link"
    response = call("DELETE", f"/optouts/{entry['id']}")
    assert (response.status, response.json()["error"]["code"]) == (403, 1443)
    assert add(call, NL)["error"]["code"] == 1441


def test_an_opt_out_by_link_replaces_one_of_the_account(call: Any) -> None:
    add(call, NL)
    entry = optouts.add_by_link(call.sandbox.context, NL)
    assert optouts.add_by_link(call.sandbox.context, NL) == entry
    assert [(each["id"], each["optoutFrom"]) for each in listed(call)] == [(entry["id"], "link")]


def test_an_optout_has_its_campaign_and_group(demo: Any) -> None:
    campaign = "5e55d750-189d-4861-bd9a-5d6516d9f108"
    optouts.add_by_link(demo.sandbox.context, DE, campaign, 4501)
    entry = listed(demo)[0]
    assert (entry["phoneNumber"], entry["campaignId"]) == (DE, campaign)
    assert (entry["groupId"], entry["groupName"]) == ("4501", "Customers")


def test_the_link_in_a_message_leads_to_its_recipient(call: Any) -> None:
    sent = call.send([NL, DE], "Stop: {{optoutLink}}")
    urls = [each["text"].split()[1] for each in sent["data"]]
    found = [links.resolve(call.sandbox.context, url) for url in urls]
    assert found == [
        links.Link("optout", url[-9:-4], to, sent["info"]["campaignId"]) for url, to in zip(urls, (NL, DE))
    ]


def test_the_callback_gets_new_entries(call: Any) -> None:
    call("POST", "/_sandbox/application", CALLBACK)
    add(call, NL)
    entry = optouts.add_by_link(call.sandbox.context, DE, "5e55d750-189d-4861-bd9a-5d6516d9f108", 7)
    list_id = links.optout_list_id(call.sandbox.context)
    by_admin, by_link = callbacks(call)
    assert (by_admin["phoneNumber"], by_admin["optoutType"]) == (NL, "admin")
    assert by_link == {
        "hitId": entry["id"],
        "optoutId": list_id,
        "optoutUrl": f"https://s.example.com/{list_id}",
        "optoutType": "link",
        "countryIso": "DE",
        "datetime": "2026-11-02 09:00:00",
        "phoneNumber": DE,
        "campaignId": "5e55d750-189d-4861-bd9a-5d6516d9f108",
        "groupId": "7",
    }
    add(call, NL)
    optouts.add_by_link(call.sandbox.context, DE)
    assert len(callbacks(call)) == 2


def test_exports(call: Any) -> None:
    add(call, NL, SE)
    lines = call("GET", "/optouts/csv").body.decode().splitlines()
    assert [line.split(",")[1:4] for line in lines[1:]] == [[SE, "SE", "admin"], [NL, "NL", "admin"]]
    response = call("GET", "/optouts/xlsx")
    assert response.body.startswith(b"PK") and "optouts.xlsx" in response.headers["Content-Disposition"]


def test_40000_numbers_at_once(call: Any) -> None:
    numbers = [f"+31612{number:06d}" for number in range(40_000)]
    call("POST", "/_sandbox/application", CALLBACK)
    assert add(call, *numbers)["info"]["totalValid"] == 40_000
    assert [item["phoneNumber"] for item in callbacks(call)] == numbers
    page = call("GET", "/optouts?limit=2").json()
    assert (page["info"]["total"], [each["phoneNumber"] for each in page["data"]]) == (40_000, numbers[:-3:-1])
