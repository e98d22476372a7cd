"""Messages of contacts, and the replies to them."""

from __future__ import annotations

from typing import Any

import pytest

from smscx_client.sandbox.resources.applications import service as applications
from smscx_client.sandbox.resources.conversations import service as conversations
from smscx_client.sandbox.state import webhook_queue

ANNA, NEW = "+31612469333", "+4915228817386"
SHOP = "46701740633"
HOUR = 3600


def receive(call: Any, channel: str, text: str, to: str = SHOP, from_: str = ANNA) -> str:
    with call.sandbox.exclusive() as context, context.transaction():
        return conversations.receive(context, channel, from_, to, text)


def listed(call: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = call("GET", "/conversations").json()["data"]
    return rows


def details(call: Any, conversation_id: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = call("GET", f"/conversations/{conversation_id}").json()["data"]
    return rows


def reply(call: Any, conversation_id: str, channel: str, text: str = "Thank you", **fields: Any) -> Any:
    return call("POST", f"/conversations/{conversation_id}/{channel}", {"text": text, **fields})


def test_the_list_is_empty_at_first(call: Any) -> None:
    assert call("GET", "/conversations").json() == {"data": []}


def test_a_contact_writes(call: Any) -> None:
    msg_id = receive(call, "sms", "Are you open?")
    (row,) = listed(call)
    shown = {name: row[name] for name in row if name != "conversationId"}
    assert shown == {
        "phoneNumber": ANNA,
        "countryIso": "NL",
        "firstName": None,
        "lastName": "",
        "unreadMessages": 1,
        "lastReply": "Are you open?",
        "lastUpdate": "2026-11-02 09:00:00",
    }
    assert details(call, row["conversationId"]) == [
        {
            "msgId": msg_id,
            "type": "received",
            "text": "Are you open?",
            "richMedia": {},
            "status": "DELIVERED",
            "cost": 0,
            "channel": "sms",
            "datetime": "2026-11-02 09:00:00",
        }
    ]


def test_a_phone_has_one_conversation_and_the_latest_comes_first(call: Any) -> None:
    for number, from_ in enumerate([ANNA, NEW, "0031612469333"]):
        receive(call, "sms", f"Message {number}", from_=from_)
        call.sandbox.advance(60)
    assert [(row["phoneNumber"], row["lastReply"], row["unreadMessages"]) for row in listed(call)] == [
        (ANNA, "Message 2", 2),
        (NEW, "Message 1", 1),
    ]


def test_only_a_phone_can_write(call: Any) -> None:
    with pytest.raises(ValueError, match="not a valid phone number"):
        receive(call, "sms", "Hello", from_="+3161")
    assert listed(call) == []


def test_reading_does_not_mark_a_conversation_as_read(call: Any) -> None:
    receive(call, "viber", "Hello", "MyShop")
    receive(call, "viber", "Is anybody there?", "MyShop")
    (row,) = listed(call)
    details(call, row["conversationId"])
    assert listed(call)[0]["unreadMessages"] == 2
    marked = call("GET", f"/conversations/{row['conversationId'].upper()}/read").json()
    assert marked == {"info": {"id": row["conversationId"]}}
    assert listed(call)[0]["unreadMessages"] == 0


def test_names_come_from_the_groups(demo: Any) -> None:
    contact = {"phoneNumber": "+4915901234567", "firstName": "Mia", "lastName": "Vogel"}
    assert demo("POST", "/groups/4502", {"phoneNumbers": [contact]}).status == 200
    receive(demo, "sms", "Hello", from_=contact["phoneNumber"])
    assert (listed(demo)[0]["firstName"], listed(demo)[0]["lastName"]) == ("Mia", "Vogel")


def test_a_reply_by_sms(call: Any) -> None:
    receive(call, "sms", "Are you open?")
    (row,) = listed(call)
    response = reply(call, row["conversationId"], "sms", "Until 21:00. " + "x" * 150).json()
    assert (response["info"]["totalCost"], response["info"]["totalParts"]) == (0.15, 2)
    assert [response["data"][name] for name in ("status", "to", "from", "parts")] == ["SENT", ANNA, SHOP, 2]
    assert call.balance() == 4999.85
    sent, received = details(call, row["conversationId"])
    assert [sent[name] for name in ("msgId", "type", "status", "cost", "channel")] == [
        *(response["data"]["msgId"], "sent", "DELIVERED", 0.15, "sms"),
    ]
    assert received["type"] == "received"
    report = call("GET", f"/reports/single/{response['data']['msgId']}").json()["data"]
    assert (report["status"], report["source"]) == ("DELIVERED", "api")


def test_the_order_within_a_second(call: Any) -> None:
    receive(call, "sms", "1")
    conversation_id = listed(call)[0]["conversationId"]
    reply(call, conversation_id, "sms", "2")
    receive(call, "sms", "3")
    receive(call, "sms", "4")
    reply(call, conversation_id, "sms", "5")
    assert [row["text"] for row in details(call, conversation_id)] == ["5", "4", "3", "2", "1"]


def test_a_reply_is_sent_unchanged(call: Any) -> None:
    receive(call, "sms", "Hello")
    response = reply(call, listed(call)[0]["conversationId"], "sms", "{{numbers:99}} {{shortlink:x}}").json()
    assert response["data"]["text"] == "{{numbers:99}} {{shortlink:x}}"


def test_a_reply_by_sms_has_no_time_window(call: Any) -> None:
    receive(call, "sms", "Hello")
    call.sandbox.advance(365 * 24 * HOUR)
    assert reply(call, listed(call)[0]["conversationId"], "sms").status == 200


@pytest.mark.parametrize(
    ("channel", "code", "plain", "rich"), [("viber", 1181, 0.02, 0.03), ("whatsapp", 1182, 0.05, 0.11)]
)
def test_the_window_of_a_reply(call: Any, channel: str, code: int, plain: float, rich: float) -> None:
    receive(call, channel, "Hello", "MyShop")
    (row,) = listed(call)
    call.sandbox.advance(24 * HOUR)
    response = reply(call, row["conversationId"], channel, "x" * 1000, richMedia={}).json()
    assert response["info"]["totalCost"] == plain
    assert [response["data"][name] for name in ("status", "statusCode", "from", "parts")] == [
        "ACCEPTED",
        1,
        "MyShop",
        1,
    ]
    media = {"imageUrl": "https://example.com/shop.jpg"}
    assert reply(call, row["conversationId"], channel, richMedia=media).json()["data"]["cost"] == rich
    assert [shown["richMedia"] for shown in details(call, row["conversationId"])] == [media, {}, {}]

    call.sandbox.advance(1)
    before = call.balance()
    refused = reply(call, row["conversationId"], channel, richMedia={})
    assert (refused.status, refused.json()["error"]["code"], call.balance()) == (403, code, before)
    receive(call, "sms", "Another channel does not count")
    assert reply(call, row["conversationId"], channel, richMedia={}).status == 403
    receive(call, channel, "Still there?", "MyShop")
    assert reply(call, row["conversationId"], channel, richMedia={}).status == 200


def test_a_reply_needs_the_field_rich_media(call: Any) -> None:
    receive(call, "viber", "Hello", "MyShop")
    refused = reply(call, listed(call)[0]["conversationId"], "viber").json()["error"]
    assert (refused["code"], "richMedia" in refused["message"]) == (1212, True)


def test_a_reply_that_is_too_long_for_sms(call: Any) -> None:
    receive(call, "sms", "Hello")
    refused = reply(call, listed(call)[0]["conversationId"], "sms", "x" * 1531).json()["error"]
    assert (refused["code"], "11 parts" in refused["message"]) == (1802, True)


def test_a_reply_without_credit(make: Any) -> None:
    call = make(balance="0.01")
    receive(call, "sms", "Hello")
    conversation_id = listed(call)[0]["conversationId"]
    assert reply(call, conversation_id, "sms").json()["error"]["code"] == 1113
    assert [row["type"] for row in details(call, conversation_id)] == ["received"]


def test_a_reply_to_an_unreachable_contact_costs_nothing(call: Any) -> None:
    receive(call, "sms", "Hello", from_="+93701234567")
    receive(call, "sms", "Stop", from_=ANNA)
    call("POST", "/_sandbox/optouts", {"phoneNumber": ANNA})
    for row in listed(call):
        response = reply(call, row["conversationId"], "sms").json()
        assert (response["data"]["status"], response["data"]["cost"]) == ("FAILED", 0)
        assert details(call, row["conversationId"])[0]["status"] == "FAILED"
    assert call.balance() == 5000


def test_messages_from_the_number_that_the_contact_writes_to_are_part_of_it(demo: Any) -> None:
    demo.send(ANNA, "From the shop", **{"from": SHOP})
    demo.send(ANNA, "From somebody else", **{"from": "MyShop"})
    (row,) = [row for row in listed(demo) if row["phoneNumber"] == ANNA]
    texts = [shown["text"] for shown in details(demo, row["conversationId"])]
    assert "From the shop" in texts
    assert "From somebody else" not in texts


@pytest.mark.parametrize("channel", ["sms", "viber", "whatsapp"])
def test_the_webhook_of_a_received_message(call: Any, channel: str) -> None:
    url = "http://127.0.0.1:9/received"
    with call.sandbox.exclusive() as context:
        applications.change(context, {channel: {"receiveCallback": url}})
    msg_id = receive(call, channel, "Hello", "MyShop")
    (delivery,) = webhook_queue.log(call.sandbox.context)
    assert (delivery["event"], delivery["url"]) == (f"receive_{channel}", url)
    assert delivery["data"] == [
        {
            "msgId": msg_id,
            "from": ANNA,
            "countryIso": "NL",
            "to": "MyShop",
            "text": "Hello",
            "cost": 0,
            "receivedAt": "2026-11-02 09:00:00",
        }
    ]


def test_an_sms_to_a_rented_number_is_one_of_the_rental_too(demo: Any) -> None:
    rent_id = demo.sandbox.context.spec.operations["get_inbound_sms"].example("rentId")
    before = demo("GET", f"/numbers/rent/{rent_id}/inbound").json()["data"]
    msg_id = receive(demo, "sms", "Hello from the phone", f"+{SHOP}")
    after = demo("GET", f"/numbers/rent/{rent_id}/inbound").json()["data"]
    assert len(after) == len(before) + 1
    assert (after[0]["msgId"], after[0]["text"]) == (msg_id, "Hello from the phone")
    assert (listed(demo)[0]["phoneNumber"], listed(demo)[0]["lastReply"]) == (ANNA, "Hello from the phone")


@pytest.mark.parametrize("to", ["ab", "x" * 16, "+ab", "++abc", ["abc"]], ids=str)
def test_a_phone_writes_only_to_an_originator_that_can_reply(call: Any, to: Any) -> None:
    written = {"channel": "viber", "from": ANNA, "to": to, "text": "Hi"}
    refused = call("POST", "/_sandbox/inbound", written)
    assert (refused.status, "`to`" in refused.json()["error"]["message"]) == (400, True)
    for name in ("abc", "x" * 15, f"+{SHOP}"):
        assert call("POST", "/_sandbox/inbound", {**written, "to": name}).status == 200
        assert reply(call, listed(call)[0]["conversationId"], "viber", richMedia={}).json()["data"]["from"]
