"""A month of a shop that signs people up, writes to them every week and replies to them, with the public client.

Other tests check one feature each. Here all features work together: the same people, one balance, one clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from smscx_client import InvalidPinException, OtpExpiredException
from smscx_client.apis import (
    ConversationsApi,
    GroupsApi,
    NumbersApi,
    OptoutsApi,
    OriginatorsApi,
    OtpApi,
    ReportsApi,
    ShortlinksApi,
    SmsApi,
)
from smscx_client.models import (
    AddContactsToGroupRequest,
    ConversationReplySmsRequest,
    NewGroupRequest,
    NewOtpRequest,
    OriginatorNewRequest,
    RentNumberRequest,
    SendSmsCampaignRequest,
    SendSmsMessageRequest,
    ShortlinkNewRequest,
)
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.state.clock import FROZEN_AT, Clock

ANNA, JONAS, LEA = "+31612469333", "+4915228817386", "+33612345678"
HOOK = "https://shop.example/hooks"


@pytest.fixture
def shop() -> Iterator[SmscxSandbox]:
    """A sandbox in which the shop's sender name is approved, and every callback goes to one URL."""
    sandbox = Sandbox(Settings(), Clock.frozen())
    shop = SmscxSandbox(sandbox)
    sms = {"dlrCallback": HOOK, "receiveCallback": HOOK}
    events = {"sms": sms, "shortlinks": {"shortlinksCallback": HOOK}, "optouts": {"optoutsCallback": HOOK}}
    shop.control("POST", "application", **events)
    OriginatorsApi(shop.client).create_originator(OriginatorNewRequest("MyShop"))
    shop.advance(hours=2)
    yield shop
    shop.close()
    sandbox.close()


def received(shop: SmscxSandbox) -> list[tuple[str, Any]]:
    """Every event that the shop's URL gets, with its item."""
    bodies: list[Any] = []

    def post(url: str, body: bytes) -> int:
        bodies.append(json.loads(body))
        return 200

    shop.sandbox.deliver_webhooks(post)
    return [(body["event"], item) for body in bodies for item in body["data"]]


def sign_up(shop: SmscxSandbox, phone: str, group: int) -> None:
    """Ask for a number, have it confirmed by the PIN, and add it to the newsletter."""
    otp = OtpApi(shop.client)
    requested = otp.new_otp(NewOtpRequest(phone, _from="MyShop", template="{{pin}} is your code.", ttl=120))
    with pytest.raises(InvalidPinException):
        otp.verify_otp(requested.otp_id, "wrong")
    assert otp.verify_otp(requested.otp_id, shop.otp_pin(phone)).status == "VERIFIED"
    GroupsApi(shop.client).add_contacts_to_group(group, AddContactsToGroupRequest([phone]))


def newsletter(shop: SmscxSandbox) -> int:
    created = GroupsApi(shop.client).create_group(NewGroupRequest("Newsletter"))
    return int(created.info.id)


def test_sign_ups_and_four_newsletters(shop: SmscxSandbox) -> None:
    group = newsletter(shop)
    for phone in (ANNA, JONAS, LEA):
        sign_up(shop, phone, group)
    late = OtpApi(shop.client).new_otp(NewOtpRequest("+46701740612", ttl=60))
    shop.advance(seconds=61)
    with pytest.raises(OtpExpiredException):
        OtpApi(shop.client).verify_otp(late.otp_id, shop.otp_pin("+46701740612"))

    link = ShortlinksApi(shop.client).create_shortlink(ShortlinkNewRequest("https://shop.example/sale")).info
    sms = SmsApi(shop.client)
    campaigns = []
    for week in range(4):
        issue = SendSmsCampaignRequest(
            [group],
            "MyShop",
            f"Issue {week}: {{{{shortlink:{link.id}}}}} No more? {{{{optoutLink}}}}",
            scheduled_date=datetime(2026, 11, 3, 10, tzinfo=timezone.utc) + timedelta(weeks=week),
        )
        campaigns.append(sms.send_sms_campaign(issue).info)
    assert all(campaign.scheduled for campaign in campaigns)
    paid = shop.balance

    shop.advance(days=2)
    first = {message.to: message.text for message in shop.messages if message.text.startswith("Issue 0")}
    assert first.keys() == {ANNA, JONAS, LEA}
    *_, sale, _, _, opt_out = first[LEA].split(" ")
    shop.control("POST", "clicks", url=sale)
    shop.control("POST", "clicks", url=opt_out)
    shop.advance(days=29)

    fate = {(message.to, message.text[:7]): message.status for message in shop.messages if "Issue" in message.text}
    assert {key for key, status in fate.items() if status == "REJECTED"} == {
        (LEA, f"Issue {week}") for week in (1, 2, 3)
    }
    assert list(fate.values()).count("DELIVERED") == 9
    (entry,) = OptoutsApi(shop.client).get_optouts_list().data
    assert (entry.phone_number, entry.campaign_id) == (LEA, campaigns[0].campaign_id)
    assert ShortlinksApi(shop.client).get_shortlink_hits(link.id).info.hits == 1
    assert shop.balance == pytest.approx(paid + 3 * 0.041)
    assert sum(entry["amount"] for entry in shop.ledger) == pytest.approx(5000 - shop.balance)

    events = received(shop)
    assert [item["phoneNumber"] for event, item in events if event == "new_optout"] == [LEA]
    assert [event for event, _ in events if "hit" in event] == ["shortlink_hit", "shortlink_hit_update"]
    to_lea = {message.msg_id for message in shop.messages if message.to == LEA and "Issue" in message.text}
    statuses = [item["status"] for event, item in events if event == "dlr_update" and item["msgId"] in to_lea]
    assert statuses == ["SENT", "DELIVERED", "REJECTED", "REJECTED", "REJECTED"]
    report = ReportsApi(shop.client).get_campaign_report(campaigns[3].campaign_id)
    assert sorted(message.status for message in report.data) == ["DELIVERED", "DELIVERED", "REJECTED"]


def test_a_month_of_two_way_messages(shop: SmscxSandbox) -> None:
    numbers, conversations = NumbersApi(shop.client), ConversationsApi(shop.client)
    number = numbers.get_available_numbers("SE").data[0]
    rental = numbers.rent_number(RentNumberRequest(number.number_id, 7, auto_renew=True)).info
    sender = rental.phone_number.lstrip("+")
    SmsApi(shop.client).send_sms(SendSmsMessageRequest([ANNA], sender, "Your table is ready at 19:00. All right?"))

    for day in range(30):
        shop.receive_sms(ANNA, f"Question {day}")
        (conversation,) = conversations.get_conversations_list().data
        assert (conversation.last_reply, conversation.unread_messages) == (f"Question {day}", 1)
        reply = ConversationReplySmsRequest(f"Answer {day}")
        sent = conversations.send_conversation_reply_sms(conversation.conversation_id, reply)
        assert sent.data._from == sender
        conversations.mark_conversation_as_read(conversation.conversation_id)
        shop.advance(days=1)

    thread = conversations.get_conversation(conversation.conversation_id).data
    assert len(thread) == 61
    assert [message.text for message in thread[:2]] == ["Answer 29", "Question 29"]
    status = numbers.get_rent_status(rental.rent_id).info
    assert (status.active_rent, status.inbound_sms.total, status.outbound_sms.total) == (True, 30, 31)
    assert len(numbers.get_inbound_sms(rental.rent_id).data) == 30
    renewed = [entry["at"] for entry in shop.ledger if entry["amount"] == 3.5]
    began = FROZEN_AT + timedelta(hours=2)
    assert renewed == [f"{began + timedelta(weeks=week):%Y-%m-%d %H:%M:%S}" for week in range(5)]
    events = received(shop)
    assert [item["text"] for event, item in events if event == "receive_sms"] == [
        f"Question {day}" for day in range(30)
    ]
    assert len([item for event, item in events if event == "dlr_update"]) == 62
