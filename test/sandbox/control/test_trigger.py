"""Callbacks of any type on demand, and webhooks that come twice, late, in the wrong order, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smscx_client import webhooks
from smscx_client.sandbox.control.trigger import EVENTS

NL, URL = "+31612469333", "http://127.0.0.1:9/hook"
CLASSES = {
    "dlr_update": webhooks.DeliveryReport,
    "receive_sms": webhooks.InboundSms,
    "receive_viber": webhooks.InboundViber,
    "receive_whatsapp": webhooks.InboundWhatsapp,
    "otp_update": webhooks.OtpUpdate,
    "number_lookup": webhooks.NumberLookup,
    "shortlink_hit": webhooks.ShortlinkHit,
    "shortlink_hit_update": webhooks.ShortlinkHit,
    "attachment_hit": webhooks.AttachmentHit,
    "attachment_hit_update": webhooks.AttachmentHit,
    "new_optout": webhooks.NewOptout,
}


@pytest.mark.parametrize("event", CLASSES)
def test_a_callback_of_every_type(call: Any, event: str) -> None:
    assert EVENTS.keys() == CLASSES.keys()
    response = call("POST", "/_sandbox/trigger", {"event": event, "to": URL})
    assert response.status == 200, response.body
    posted: list[bytes] = []
    call.sandbox.deliver_webhooks(lambda url, body: posted.append(body) or 200)
    (body,) = posted
    found = webhooks.parse(body)
    assert found and all(type(each) is CLASSES[event] for each in found)
    assert all(each.at is not None for each in found)
    assert call.sandbox.messages() == [], "nothing else has happened here"
    assert call.balance() == 5000


def test_the_data_of_a_callback_can_be_changed(call: Any) -> None:
    body = {"event": "receive_sms", "to": URL, "data": {"text": "Hello", "from": "+4915228817386"}}
    (item,) = call("POST", "/_sandbox/trigger", body).json()["webhook"]["data"]
    assert (item["text"], item["from"], item["countryIso"]) == ("Hello", "+4915228817386", "NL")
    assert call("POST", "/_sandbox/trigger", {"event": "nothing", "to": URL}).status == 400


def _bodies(call: Any) -> list[list[str]]:
    """The statuses in each body that is posted now."""
    bodies: list[list[str]] = []

    def post(url: str, body: bytes) -> int:
        bodies.append([item["status"] for item in json.loads(body)["data"]])
        return 200

    call.sandbox.deliver_webhooks(post)
    return bodies


def _send_with(call: Any, **fault: Any) -> None:
    assert call("POST", "/_sandbox/faults", {"event": "dlr_update", **fault}).status == 200
    call.send(NL, dlrCallbackUrl=URL)
    call("GET", "/account/balance")


def test_webhooks_that_come_twice(call: Any) -> None:
    _send_with(call, webhook="duplicate")
    assert _bodies(call) == [["SENT"], ["SENT"], ["DELIVERED"], ["DELIVERED"]]


def test_webhooks_in_the_wrong_order(call: Any) -> None:
    _send_with(call, webhook="reorder")
    assert _bodies(call) == [["DELIVERED", "SENT"]]


def test_webhooks_that_come_late(call: Any) -> None:
    _send_with(call, webhook="delay", seconds=30, times=2)
    assert _bodies(call) == []
    call.sandbox.advance(30)
    assert _bodies(call) == [["SENT"], ["DELIVERED"]]


def test_webhooks_that_do_not_come(call: Any) -> None:
    _send_with(call, webhook="drop", times=1)
    assert _bodies(call) == [["DELIVERED"]]
    states = [each["state"] for each in call("GET", "/_sandbox/webhooks").json()["webhooks"]]
    assert states == ["dropped", "delivered"]
    (rule,) = call("GET", "/_sandbox/faults").json()["faults"]
    assert (rule["webhook"], rule["struck"], rule["times"]) == ("drop", 1, 0)


def test_a_fault_of_other_events_has_no_effect(call: Any) -> None:
    _send_with(call, webhook="drop", event="receive_sms")
    assert _bodies(call) == [["SENT", "DELIVERED"]]
    call("POST", "/_sandbox/faults", {"webhook": "drop"})
    call.send(NL, dlrCallbackUrl=URL)
    assert _bodies(call) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"webhook": "lose"},
        {"webhook": "delay"},
        {"webhook": "drop", "status": 500},
        {"webhook": "drop", "operation": "*"},
    ],
    ids=str,
)
def test_a_wrong_fault(call: Any, fault: Any) -> None:
    assert call("POST", "/_sandbox/faults", fault).status == 400


@pytest.mark.parametrize(("profile", "lowest", "highest"), [("fast", 0.02, 0.1), ("terrible", 2, 30)])
def test_a_latency_profile(call: Any, profile: str, lowest: float, highest: float) -> None:
    call("POST", "/_sandbox/faults", {"profile": profile})
    latencies = [call("GET", "/account/balance").latency for _ in range(50)]
    assert all(lowest <= latency <= highest for latency in latencies)
    assert len(set(latencies)) == 50
    assert sorted(latencies)[25] < (lowest + highest) / 2
