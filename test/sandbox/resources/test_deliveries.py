"""Deliveries of messages, by the sandbox's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

import pytest

from smscx_client.sandbox.spec.dates import moment
from smscx_client.sandbox.state.clock import Clock

NL, DE = "+31612469333", "+4915228817386"


def _statuses(call: Any) -> list[str]:
    return [message["status"] for message in call.sandbox.messages()]


def test_immediate_delivery(call: Any) -> None:
    call.send(NL)
    assert _statuses(call) == ["DELIVERED"]


def test_delivery_in_time(make: Callable[..., Any]) -> None:
    call = make(delivery="timed")
    call.send(NL)
    seen = []
    for _ in range(6):
        seen += _statuses(call)
        call.sandbox.advance(1)
    assert seen == ["ACCEPTED", "SENT", "SENT", "SENT", "DELIVERED", "DELIVERED"]
    (message,) = call.sandbox.messages()
    assert message["updated_at"] == "2026-11-02 09:00:04"


def test_due_changes_have_their_own_time_however_late_they_are_read(make: Callable[..., Any]) -> None:
    call = make(delivery="timed")
    call.send(NL, scheduledDate="2026-11-02 12:00:00")
    call.sandbox.advance(86_400)
    (message,) = call.sandbox.messages()
    assert (message["status"], message["updated_at"]) == ("DELIVERED", "2026-11-02 12:00:04")


def test_a_month_in_one_step_is_booked_and_reported_at_its_own_times(call: Any) -> None:
    (number, *_) = call("GET", "/numbers/rent/available/SE").json()["data"]
    rental = {"numberId": number["numberId"], "rentPeriod": 7, "autoRenew": True}
    assert call("POST", "/numbers/rent", rental).status == 200
    call("POST", "/otp", {"phoneNumber": NL, "ttl": 300, "otpCallbackUrl": "https://shop.example/otp"})
    call.sandbox.advance(31 * 86_400)
    entries = call("GET", "/_sandbox/ledger").json()["entries"]
    renewals = [entry["at"] for entry in entries if entry["amount"] == 3.5]
    assert renewals == [f"2026-11-{day:02d} 09:00:00" for day in (2, 9, 16, 23, 30)]
    (expired,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert expired["createdAt"] == "2026-11-02 09:05:00"
    assert call("GET", "/_sandbox/clock").json()["now"] == "2026-12-03 09:00:00"


def test_delivery_by_tick(make: Callable[..., Any]) -> None:
    call = make(delivery="manual")
    call.send([NL, DE])
    call.sandbox.advance(86_400)
    seen = [_statuses(call)]
    while call("POST", "/_sandbox/tick").json()["steps"]:
        seen.append(_statuses(call))
    assert seen == [[status] * 2 for status in ("ACCEPTED", "SENT", "DELIVERED")]


def test_a_tick_does_not_send_messages_scheduled_for_later(make: Callable[..., Any]) -> None:
    call = make(delivery="manual")
    call.send(NL, scheduledDate="2026-11-02 12:00:00")
    assert call.sandbox.tick() == 0
    call.sandbox.advance(3 * 3600)
    assert _statuses(call) == ["SCHEDULED"]
    assert call.sandbox.tick() == 1
    assert _statuses(call) == ["SENT"]


def test_scheduled_messages_wait_for_their_time(call: Any) -> None:
    call.send([NL, "+12125550123"], scheduledDate="2026-11-02 20:00:00", isUtc=False)
    call.sandbox.advance(10 * 3600 - 1)  # 18:59:59 in UTC; it is due at 19:00 in Amsterdam and at 01:00 in New York
    assert _statuses(call) == ["SCHEDULED", "SCHEDULED"]
    call.sandbox.advance(1)
    assert _statuses(call) == ["DELIVERED", "SCHEDULED"]
    call.sandbox.advance(6 * 3600)
    assert _statuses(call) == ["DELIVERED", "DELIVERED"]


def test_a_number_may_fail(call: Any) -> None:
    call("POST", "/_sandbox/outcomes", {"phoneNumber": DE, "outcome": "failed"})
    sent = call.send([NL, DE])["data"]
    assert _statuses(call) == ["DELIVERED", "FAILED"]
    report = call("GET", f"/reports/single/{sent[1]['msgId']}").json()["data"]
    assert report["status"] == "FAILED"
    assert isinstance(report["errorCode"], int)


def test_refused_messages_stay_as_they_are(call: Any) -> None:
    call("POST", "/_sandbox/optouts", {"phoneNumber": NL})
    call.send([NL, "+93701234567"])
    call.sandbox.advance(86_400)
    assert _statuses(call) == ["REJECTED", "NO COVERAGE"]


def test_a_delivered_message_cannot_be_cancelled(call: Any) -> None:
    sent = call.send(NL, scheduledDate="2026-11-02 12:00:00")["data"][0]
    call.sandbox.advance(86_400)
    refused = call("DELETE", f"/sms/scheduled/{sent['msgId']}").json()["error"]
    assert (refused["code"], call.balance()) == (1118, 5000 - 0.075)


@pytest.mark.parametrize("text", ["frozen:2030-01-02 03:04:05", "real", "frozen", "60x", "0.5x"])
def test_clocks(text: str) -> None:
    clock = Clock.from_text(text)
    before = clock.seconds()
    clock.advance(100)
    assert clock.seconds() >= before + 100
    clock.reset()
    assert clock.seconds() < before + 100


def test_a_frozen_clock_does_not_move() -> None:
    clock = Clock.frozen(datetime(2030, 1, 2, tzinfo=timezone.utc))
    assert clock.now() == clock.now() == moment("2030-01-02 00:00:00")


@pytest.mark.parametrize("text", ["", "x", "-1x", "0x", "nanx", "infx", "fast", "frozen:now", "frozen:2030-01-01"])
def test_no_clock(text: str) -> None:
    with pytest.raises(ValueError, match="clock|format|match"):
        Clock.from_text(text)


def test_time_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        Clock.frozen().advance(-1)
