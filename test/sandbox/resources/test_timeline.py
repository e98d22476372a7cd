"""The statuses of a message with their times, as the inbox page shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.resources.messages.service import delete_messages

PHONE, OPTED_OUT, NO_COVERAGE, REFUSED = "+31612469333", "+4915228817386", "+46701740680", "+46701740681"
VIBER, SMS = {"channel": "viber", "templateId": 701}, {"channel": "sms", "text": "Hi"}


@pytest.fixture
def timed(make: Callable[..., Any]) -> Any:
    """Messages of the test only, delivered seconds after they were sent, at any hour."""
    call = make(demo=True, delivery="timed")
    delete_messages(call.sandbox.context, "TRUE")
    awake = {"quietHours": {"start": "00:00", "stop": "00:00"}}
    call("POST", "/_sandbox/application", {"sms": awake, "multichannel": {**awake, "expireAfterTtl": False}})
    return call


def _timelines(call: Any) -> list[list[str]]:
    """`STATUS time` of each message, and the channel if it is not SMS."""
    messages = call("GET", "/_sandbox/messages").json()["messages"]
    found = [call("GET", f"/_sandbox/messages/{message['id']}").json()["timeline"] for message in messages]
    return [
        [f"{step['status']} {step['at'][11:]} {step['channel']}".removesuffix(" sms") for step in steps]
        for steps in found
    ]


def test_every_status_has_its_time(timed: Any) -> None:
    timed("POST", "/_sandbox/optouts", {"phoneNumber": OPTED_OUT})
    timed.send([PHONE, OPTED_OUT, NO_COVERAGE, REFUSED])
    timed.sandbox.advance(2)
    assert _timelines(timed)[0] == ["ACCEPTED 09:00:00", "SENT 09:00:01"]
    timed.sandbox.advance(60)
    assert _timelines(timed) == [
        ["ACCEPTED 09:00:00", "SENT 09:00:01", "DELIVERED 09:00:04"],
        ["REJECTED 09:00:00"],
        ["NO COVERAGE 09:00:00"],
        ["ACCEPTED 09:00:00", "SENT 09:00:01", "FAILED 09:00:03"],
    ]


def test_a_tick_gives_its_own_time(make: Callable[..., Any]) -> None:
    call = make(delivery="manual")
    call.send()
    for _ in range(2):
        call.sandbox.advance(600)
        call("POST", "/_sandbox/tick")
    assert _timelines(call) == [["ACCEPTED 09:00:00", "SENT 09:10:00", "DELIVERED 09:20:00"]]


def test_a_scheduled_message_is_sent_or_rejected_when_it_is_due(timed: Any) -> None:
    timed.send([PHONE, OPTED_OUT], scheduledDate="2026-11-02 12:30:00")
    timed("POST", "/_sandbox/optouts", {"phoneNumber": OPTED_OUT})
    timed.sandbox.advance(86_400)
    assert _timelines(timed) == [
        ["SCHEDULED 09:00:00", "SENT 12:30:01", "DELIVERED 12:30:04"],
        ["SCHEDULED 09:00:00", "REJECTED 12:30:01"],
    ]


@pytest.mark.parametrize(
    ("viber", "sms", "expected"),
    [
        ("failed", "delivered", ["SENT 09:00:01 viber", "SENT 09:00:07", "DELIVERED 09:00:10"]),
        ("slow", "delivered", ["SENT 09:00:01 viber", "SENT 09:05:01", "DELIVERED 09:05:04"]),
        ("slow", "unreported", ["SENT 09:00:01 viber", "SENT 09:05:01", "DELIVERED 09:10:01 viber"]),
    ],
)
def test_a_multichannel_message_keeps_the_statuses_of_earlier_channels(
    timed: Any, viber: str, sms: str, expected: list[str]
) -> None:
    for channel, outcome in (("viber", viber), ("sms", sms)):
        timed("POST", "/_sandbox/outcomes", {"phoneNumber": PHONE, "outcome": outcome, "channel": channel})
    body = {"to": [PHONE], "from": "MyShop", "strategy": [VIBER, SMS], "ttl": 300}
    assert timed("POST", "/multichannel", body).status == 200
    timed.sandbox.advance(86_400)
    assert _timelines(timed) == [["ACCEPTED 09:00:00 viber", *expected]]


def test_the_reason_of_a_failure(timed: Any) -> None:
    timed("POST", "/_sandbox/optouts", {"phoneNumber": OPTED_OUT})
    timed.send([PHONE, OPTED_OUT, NO_COVERAGE, REFUSED, "+46701740682"])
    timed.sandbox.advance(60)
    reasons = [message["reason"] for message in timed("GET", "/_sandbox/messages").json()["messages"]]
    assert reasons == [
        None,
        "The recipient is on the opt-out list.",
        "The account cannot send to this country or network on this channel.",
        "The network refused the message.",
        "The phone was not reachable.",
    ]


def test_messages_are_found_by_campaign_and_by_track_data(timed: Any) -> None:
    track_data = "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"
    tracked = timed.send([PHONE, REFUSED], trackData=track_data)
    timed.send(PHONE)
    for query in (f"trackData={track_data}", f"campaignId={tracked['info']['campaignId']}"):
        found = timed("GET", f"/_sandbox/messages?{query}").json()["messages"]
        assert [message["to"] for message in found] == [PHONE, REFUSED]
