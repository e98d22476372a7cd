"""Rented numbers: the offer, the rental and its end, and received messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.resources.applications.service import change
from smscx_client.sandbox.resources.conversations import service as conversations
from smscx_client.sandbox.resources.rentals import service as rentals
from smscx_client.sandbox.spec.openapi import Spec

SE = "8b134d16-2369-463b-984c-002dafd2a71e"  # 0.9, 3.5, 9 for 1, 7, 30 days
AU = "54d3eb9d-4332-4196-927a-ca5c9872eeb8"  # 30 days only
DE = "b3a69282-6888-494c-aec7-67f7e0564768"  # setup 5, registration, delayed; receiving costs
GB = "7d7fbc25-20ba-42d6-82af-a2b8d926c609"  # landline, delayed, receives only
US = "9a67525e-dbc9-4f22-90a6-13664d6de845"  # drawn from a pool of 100
ANNA = "+31612469333"
HOOK = "https://shop.example/inbound"
DAY = 86_400


def _rent(call: Any, number_id: str = SE, days: int = 7, **fields: Any) -> Any:
    response = call("POST", "/numbers/rent", {"numberId": number_id, "rentPeriod": days, **fields}).json()
    return response.get("info") or response["error"]["code"]


def _status(call: Any, rental: Any) -> Any:
    return call("GET", f"/numbers/rent/{rental['rentId']}").json()["info"]


def _available(call: Any, query: str = "SE") -> list[str]:
    return [item["numberId"] for item in call("GET", f"/numbers/rent/available/{query}").json()["data"]]


def _receive(call: Any, to: str, from_: str = ANNA, text: str = "Hi") -> Any:
    return rentals.receive(call.sandbox.context, to, from_, text)


def _originators(call: Any) -> dict[str, Any]:
    return {item["originator"]: item for item in call("GET", "/originators").json()["data"]}


def test_a_rented_number_is_no_longer_offered(call: Any) -> None:
    assert SE in _available(call)
    rental = _rent(call, days=30, callbackUrl=HOOK, autoRenew=True)
    assert (rental["phoneNumber"], rental["rentCost"], rental["setupCost"]) == ("+46701740618", 9, 0)
    assert (rental["rentStart"], rental["rentEnd"]) == ("2026-11-02 09:00:00", "2026-12-02 09:00:00")
    assert (rental["autoRenew"], rental["callbackUrl"], rental["approved"]) == (True, HOOK, True)
    assert call.balance() == 4991
    assert SE not in _available(call)
    assert _rent(call) == 1231
    status = _status(call, rental)
    assert status["activeRent"] is True and status["rentPeriod"] == 30
    assert {name: status[name] for name in rental} == rental


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("de", [DE]),
        ("DE?features=3", [DE]),
        ("GB?features=1", [GB]),
        ("GB?features=2", []),
        ("US?features=3", [US]),
        ("GB?number_type=landline", [GB]),
        ("GB?number_type=mobile", []),
        ("DE?setup_time=delayed", [DE]),
        ("DE?setup_time=instant", []),
        ("DE?registration=true", [DE]),
        ("DE?registration=false", []),
        ("DE?inbound_sms_sender=true", [DE]),
        ("GB?inbound_sms_sender=true", []),
        ("DE?include=99807", [DE]),
        ("DE?include=111", []),
        ("DE?exclude=99807", []),
        ("US?include=1", []),
        ("US?exclude=1", [US]),
        ("NZ", []),
    ],
)
def test_filters_of_the_offer(call: Any, query: str, expected: list[str]) -> None:
    assert _available(call, query) == expected


@pytest.mark.parametrize("query", ["features=4", "number_type=satellite", "registration=maybe", "include="])
def test_an_invalid_filter(call: Any, query: str) -> None:
    assert call("GET", f"/numbers/rent/available/SE?{query}").json()["error"]["code"] == 1212


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("?active_rent=true", 2),
        ("?active_rent=false", 1),
        ("?country_iso=se&features=3", 1),
        ("?number_type=landline", 1),
        ("?inbound_sms_sender=false&include=4155550", 1),
        ("?exclude=4155550", 2),
    ],
)
def test_filters_of_the_rentals(call: Any, query: str, count: int) -> None:
    for number_id in (SE, GB, US):
        rental = _rent(call, number_id)
    assert len(call("GET", "/numbers/rent").json()["data"]) == 3
    call("DELETE", f"/numbers/rent/{rental['rentId']}")
    assert len(call("GET", f"/numbers/rent{query}").json()["data"]) == count


def test_the_latest_rental_comes_first(call: Any) -> None:
    ids = [_rent(call, number_id)["rentId"] for number_id in (SE, GB, US)]
    assert [item["rentId"] for item in call("GET", "/numbers/rent").json()["data"]] == ids[::-1]


@pytest.mark.parametrize(("number_id", "days"), [(AU, 1), (AU, 7), (DE, 1)])
def test_the_shortest_period_of_a_number(call: Any, number_id: str, days: int) -> None:
    assert _rent(call, number_id, days) == 1229


def test_a_number_with_registration_and_setup(make: Callable[..., Any]) -> None:
    call = make(approval_time=600)
    registration = call.sandbox.context.settings.registration_id
    assert _rent(call, DE) == _rent(call, DE, registrationId=SE) == 1234
    rental = _rent(call, DE, registrationId=registration.upper())
    assert (rental["rentCost"], rental["setupCost"], call.balance()) == (4, 5, 4991)
    assert rental["approved"] is _status(call, rental)["approved"] is False
    assert _receive(call, rental["phoneNumber"]) is None
    assert _originators(call)["491729980752"]["approved"] is False
    call.sandbox.advance(600)
    assert _status(call, rental)["approved"] is True
    assert _receive(call, rental["phoneNumber"]) is not None
    assert _originators(call)["491729980752"]["approved"] is True


def test_a_registration_in_upper_case_in_the_settings(make: Callable[..., Any]) -> None:
    registration = "AB9B4A63-6D1F-4C3E-8F35-5A7C2D90B1E4"
    call = make(registration_id=registration)
    assert _rent(call, DE, registrationId=registration)["approved"] is False


def test_setup_costs_are_not_refunded(call: Any) -> None:
    rental = _rent(call, DE, registrationId=call.sandbox.context.settings.registration_id)
    response = call("DELETE", f"/numbers/rent/{rental['rentId']}").json()["info"]
    assert (response["creditReturned"], call.balance()) == (4, 4995)
    status = _status(call, rental)
    assert (status["activeRent"], status["rentId"]) == (False, rental["rentId"])
    assert DE in _available(call, "DE")


def test_a_rental_may_be_cancelled_for_half_an_hour(call: Any) -> None:
    rental = _rent(call)
    path = f"/numbers/rent/{rental['rentId']}"
    call.sandbox.advance(1801)
    assert call("DELETE", path).json()["error"]["code"] == 1227
    rental = _rent(call, US)
    call.sandbox.advance(1800)
    assert call("DELETE", f"/numbers/rent/{rental['rentId']}").status == 200
    assert call("DELETE", f"/numbers/rent/{rental['rentId']}").json()["error"]["code"] == 1227


def test_a_rental_that_was_used_cannot_be_cancelled(call: Any) -> None:
    rental = _rent(call)
    _receive(call, rental["phoneNumber"])
    assert call("DELETE", f"/numbers/rent/{rental['rentId']}").json()["error"]["code"] == 1232


def test_a_pool_assigns_each_number_once(call: Any) -> None:
    given = [_rent(call, US, 1)["phoneNumber"] for _ in range(100)]
    assert len(set(given)) == 100 and all(number.startswith("+141555501") for number in given)
    assert _rent(call, US, 1) == 1231
    call.sandbox.advance(DAY)
    assert _rent(call, US, 1)["phoneNumber"] in given


def test_a_rental_ends(call: Any) -> None:
    rental = _rent(call, days=1)
    call.sandbox.advance(DAY - 1)
    assert _status(call, rental)["activeRent"] is True
    call.sandbox.advance(1)
    assert _status(call, rental)["activeRent"] is False
    assert SE in _available(call)
    assert _receive(call, rental["phoneNumber"]) is None
    path = f"/numbers/rent/{rental['rentId']}"
    assert call("PATCH", path, {}).json()["error"]["code"] == 1228
    assert call("PATCH", f"{path}/edit", {"autoRenew": True}).json()["error"]["code"] == 1223
    again = _rent(call, days=1)
    assert again["phoneNumber"] == rental["phoneNumber"] and again["rentId"] != rental["rentId"]


def test_renewal_adds_a_period(call: Any) -> None:
    rental = _rent(call, days=7)
    path = f"/numbers/rent/{rental['rentId']}"
    renewed = call("PATCH", path, {"rentPeriod": 30, "callbackUrl": HOOK}).json()["info"]
    assert (renewed["rentStart"], renewed["rentEnd"]) == ("2026-11-09 09:00:00", "2026-12-09 09:00:00")
    assert (renewed["rentCost"], renewed["callbackUrl"], renewed["autoRenew"]) == (9, HOOK, False)
    assert call.balance() == 5000 - 3.5 - 9
    before = _status(call, rental)
    assert (before["rentStart"], before["rentPeriod"], before["rentCost"]) == (rental["rentStart"], 7, 3.5)
    assert before["rentEnd"] == renewed["rentEnd"]
    call.sandbox.advance(7 * DAY)
    after = _status(call, rental)
    assert (after["activeRent"], after["rentPeriod"], after["rentCost"]) == (True, 30, 9)
    assert after["rentStart"] == renewed["rentStart"]
    call.sandbox.advance(30 * DAY)
    assert _status(call, rental)["activeRent"] is False


def test_credit_of_a_postpaid_account(make: Callable[..., Any]) -> None:
    call = make(balance="0", billing="postpaid", credit_line="10")
    assert _rent(call, days=30)["rentCost"] == 9
    assert _rent(call, GB, 7) == 1114


def test_renewal_without_a_period_is_for_the_same_period(call: Any) -> None:
    rental = _rent(call, GB, 7)
    path = f"/numbers/rent/{rental['rentId']}"
    assert call("PATCH", path, {}).json()["info"]["rentCost"] == 2.5
    assert call("PATCH", path, {"rentPeriod": 1}).json()["error"]["code"] == 1229
    assert call.balance() == 4995


def test_a_refused_renewal_changes_nothing(make: Callable[..., Any]) -> None:
    call = make(balance="3.5")
    rental = _rent(call)
    refused = call("PATCH", f"/numbers/rent/{rental['rentId']}", {"autoRenew": True, "callbackUrl": HOOK})
    assert refused.json()["error"]["code"] == 1113
    status = _status(call, rental)
    assert (status["autoRenew"], status["callbackUrl"], status["rentEnd"]) == (False, None, rental["rentEnd"])


def test_a_rental_renews_itself(make: Callable[..., Any]) -> None:
    call = make(balance="11")
    rental = _rent(call, days=7, autoRenew=True)
    call.sandbox.advance(20 * DAY)
    status = _status(call, rental)
    assert (status["activeRent"], status["rentStart"]) == (True, "2026-11-16 09:00:00")
    assert (status["rentEnd"], call.balance()) == ("2026-11-23 09:00:00", 0.5)
    call.sandbox.advance(DAY)
    assert (_status(call, rental)["activeRent"], call.balance()) == (False, 0.5)


def _withdraw(call: Any, number_id: str) -> None:
    assert call("POST", f"/_sandbox/numbers/{number_id}", {"offered": False}).status == 200


def test_a_number_that_is_not_offered_any_longer(call: Any) -> None:
    assert SE in _available(call)
    _withdraw(call, SE)
    assert SE not in _available(call)
    refused = call("POST", "/numbers/rent", {"numberId": SE, "rentPeriod": 7}).json()["error"]
    assert refused["code"] == 1230
    assert call("POST", f"/_sandbox/numbers/{SE}", {"offered": True}).status == 200
    assert SE in _available(call)
    assert call("POST", "/_sandbox/numbers/none", {"offered": True}).json()["error"]["code"] == 1230


def test_a_rental_of_a_number_that_is_not_offered_any_longer_ends(call: Any) -> None:
    rental = _rent(call, autoRenew=True)
    _withdraw(call, SE)
    before = call.balance()
    refused = call("PATCH", f"/numbers/rent/{rental['rentId']}", {"rentPeriod": 7})
    assert (refused.status, refused.json()["error"]["code"]) == (403, 1228)
    assert _status(call, rental)["activeRent"] is True
    call.sandbox.advance(7 * DAY)
    assert _status(call, rental)["activeRent"] is False
    assert call.balance() == before


def test_each_rental_of_a_number_counts_its_own_messages(call: Any) -> None:
    call("POST", "/_sandbox/optouts", {"phoneNumber": "+4915228817386"})
    rentals = []
    for count in (2, 3):
        rentals.append(_rent(call, days=1))
        for _ in range(count):
            call("POST", "/sms", {"to": [ANNA, "+4915228817386"], "from": "46701740618", "text": "Hi"})
        call.sandbox.advance(2 * DAY)
    assert [_status(call, rental)["outboundSms"]["total"] for rental in rentals] == [2, 3]


def test_a_conversation_outlives_the_rental(call: Any) -> None:
    rental = _rent(call)
    sender = rental["phoneNumber"]
    inbound = {"channel": "sms", "from": ANNA, "to": sender, "text": "Are you open?"}
    assert call("POST", "/_sandbox/inbound", inbound).status == 200
    (conversation,) = call("GET", "/conversations").json()["data"]
    path = f"/conversations/{conversation['conversationId']}"
    assert call("POST", f"{path}/sms", {"text": "Until 21:00."}).json()["data"]["from"] == sender.lstrip("+")

    call.sandbox.advance(7 * DAY)
    assert call("POST", f"{path}/sms", {"text": "Any time."}).json()["data"]["from"] == "InfoText"
    refused = call("POST", "/_sandbox/inbound", inbound)
    assert (refused.status, "its rental has ended" in refused.json()["error"]["message"]) == (400, True)
    assert [each["type"] for each in call("GET", path).json()["data"]] == [
        *("sent", "sent", "received"),
    ]


def test_settings_can_be_changed(call: Any) -> None:
    rental = _rent(call, callbackUrl=HOOK)
    path = f"/numbers/rent/{rental['rentId']}/edit"
    edited = call("PATCH", path, {"autoRenew": True}).json()["info"]
    assert edited == {"rentId": rental["rentId"], "datetime": "2026-11-02 09:00:00"}
    assert (_status(call, rental)["autoRenew"], _status(call, rental)["callbackUrl"]) == (True, HOOK)
    call("PATCH", path, {"callbackUrl": None})
    assert (_status(call, rental)["autoRenew"], _status(call, rental)["callbackUrl"]) == (True, None)
    assert call("PATCH", path, {}).json()["error"]["code"] == 1233


def test_inbound_sms(call: Any) -> None:
    rental = _rent(call, DE, registrationId=call.sandbox.context.settings.registration_id, callbackUrl=HOOK)
    call.sandbox.advance(3600)
    before = call.balance()
    for number in range(5):
        _receive(call, rental["phoneNumber"].lstrip("+"), text=f"Message {number} ✓")
    assert call.balance() == before - 0.05
    assert _status(call, rental)["inboundSms"] == {"total": 5, "cost": 0.05}
    path = f"/numbers/rent/{rental['rentId']}/inbound"
    first = call("GET", f"{path}?limit=3").json()
    assert first["info"] == {"rentId": rental["rentId"], "phoneNumber": rental["phoneNumber"], "countryIso": "DE"}
    rest = call("GET", f"{path}?limit=3&next={first['paging']['next']}").json()
    texts = [item["text"] for item in first["data"] + rest["data"]]
    assert texts == [f"Message {number} ✓" for number in (4, 3, 2, 1, 0)]
    assert {name: first["data"][0][name] for name in ("from", "to", "countryIso", "cost")} == {
        "from": ANNA,
        "to": rental["phoneNumber"],
        "countryIso": "NL",
        "cost": 0.01,
    }
    (delivery,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (delivery["url"], delivery["event"]) == (HOOK, "receive_sms")
    assert delivery["data"][::-1] == first["data"] + rest["data"]
    schema = {"$ref": "#/components/schemas/CallBackRequestReceiveSms"}
    assert Spec().schemas.problem("callback", schema, {name: delivery[name] for name in ("event", "data")}) is None


def test_inbound_sms_go_to_the_application_where_the_rental_has_no_url(call: Any) -> None:
    change(call.sandbox.context, {"sms": {"receiveCallback": HOOK}})
    rental = _rent(call)
    received = _receive(call, rental["phoneNumber"])
    (delivery,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (delivery["url"], delivery["data"][0]["msgId"]) == (HOOK, received["msg_id"])


def test_an_sms_that_the_balance_cannot_pay_is_received_and_costs_the_rest_of_the_balance(
    make: Callable[..., Any],
) -> None:
    call = make(balance="9.004", approval_time=0)
    rental = _rent(call, DE, registrationId=call.sandbox.context.settings.registration_id)
    call.sandbox.advance(0)
    assert [_receive(call, rental["phoneNumber"])["cost"] for _ in range(2)] == [4_000, 0]
    assert call.balance() == 0
    assert _status(call, rental)["inboundSms"] == {"total": 2, "cost": 0.004}


def test_a_postpaid_account_pays_every_inbound_sms(make: Callable[..., Any]) -> None:
    call = make(balance="9", billing="postpaid", credit_line="0", approval_time=0)
    rental = _rent(call, DE, registrationId=call.sandbox.context.settings.registration_id)
    call.sandbox.advance(0)
    assert (_receive(call, rental["phoneNumber"])["cost"], call.balance()) == (10_000, -0.01)


def test_senders_with_a_name(call: Any) -> None:
    takes, refuses = _rent(call, SE), _rent(call, US)
    assert _receive(call, takes["phoneNumber"], "MyBank")["sender"] == "MyBank"
    assert _receive(call, refuses["phoneNumber"], "MyBank") is None
    (shown,) = call("GET", f"/numbers/rent/{takes['rentId']}/inbound").json()["data"]
    assert (shown["from"], shown["countryIso"]) == ("MyBank", "SE")


def test_a_number_that_is_not_rented_receives_nothing(call: Any) -> None:
    assert _receive(call, "+46701740618") is None


def test_a_rented_number_sends(call: Any) -> None:
    rental = _rent(call)
    sent = call("POST", "/sms", {"to": ANNA, "from": "46701740618", "text": "Hi"}).json()["data"][0]
    assert sent["from"] == "46701740618"
    status = _status(call, rental)
    assert status["outboundSms"] == {"total": 1, "cost": status["outboundSmsCost"]}
    assert sent["cost"] == status["outboundSmsCost"]
    two_way = _originators(call)["46701740618"]["twoWay"]
    assert two_way == {"type": "VLN", "countryIso": "SE", "expireDate": rental["rentEnd"]}
    call.sandbox.advance(7 * DAY)
    assert "46701740618" not in _originators(call)


def test_a_number_that_only_receives_is_no_originator(call: Any) -> None:
    before = _originators(call)
    _rent(call, GB)
    assert _originators(call) == before


@pytest.mark.parametrize("operation_id", ["get_rented_numbers", "get_inbound_sms", "get_available_numbers"])
def test_demo_data(demo: Any, operation_id: str) -> None:
    operation = Spec().operations[operation_id]
    path = {name: each["example"] for name, each in operation.parameters.items() if each["in"] == "path"}
    country = "?country_iso=SE" if operation_id == "get_rented_numbers" else ""
    response = demo("GET", f"{operation.path.format(**path)}{country}").json()

    def timeless(items: list[Any]) -> list[Any]:
        moving = {"datetime", "rentStart", "rentEnd", "receivedAt", "outboundSms"}
        return [{name: each for name, each in item.items() if name not in moving} for item in items]

    assert timeless(response["data"]) == timeless(operation.response_example["data"])


def test_an_inbound_sms_is_part_of_a_conversation_and_reported_once(call: Any) -> None:
    change(call.sandbox.context, {"sms": {"receiveCallback": "https://other.example/"}})
    rental = _rent(call, callbackUrl=HOOK)
    msg_id = conversations.receive(call.sandbox.context, "sms", ANNA, rental["phoneNumber"], "Hi there")
    (conversation,) = call("GET", "/conversations").json()["data"]
    assert (conversation["phoneNumber"], conversation["lastReply"]) == (ANNA, "Hi there")
    (inbound,) = call("GET", f"/numbers/rent/{rental['rentId']}/inbound").json()["data"]
    assert inbound["msgId"] == msg_id
    (delivery,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (delivery["url"], delivery["data"]) == (HOOK, [inbound])
