"""The balance of a prepaid account never falls below zero: the possible cost of undelivered messages is reserved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smscx_client.sandbox.resources.messages.service import delete_messages

ANNA, JONAS = "+31612469333", "+4915228817386"
SMS_STEP = {"channel": "sms", "text": "Hi"}
VIBER_STEP = {"channel": "viber", "templateId": 701}
WHATSAPP_STEP = {"channel": "whatsapp", "templateId": 702}
VIBER_COST, SMS_COST = 0.02, 0.075
AWAKE = {"quietHours": {"start": "00:00", "stop": "00:00"}}


@pytest.fixture
def poor(make: Callable[..., Any]) -> Any:
    """The demo data with enough credit for one multichannel message that ends as an SMS."""
    return _with_balance(make(demo=True, delivery="timed"), SMS_COST)


def _with_balance(call: Any, balance: float) -> Any:
    call("POST", "/_sandbox/application", dict.fromkeys(("sms", "viber", "whatsapp", "multichannel"), AWAKE))
    delete_messages(call.sandbox.context, "TRUE")
    call("POST", "/_sandbox/balance", {"balance": balance})
    return call


def _multichannel(call: Any, *strategy: dict[str, Any], to: str = ANNA) -> Any:
    return call("POST", "/multichannel", {"to": [to], "from": "MyShop", "strategy": list(strategy)})


def _outcome(call: Any, channel: str, outcome: str, to: str = ANNA) -> None:
    call("POST", "/_sandbox/outcomes", {"phoneNumber": to, "outcome": outcome, "channel": channel})


def _sms(call: Any) -> Any:
    return call("POST", "/sms", {"to": [ANNA], "from": "InfoText", "text": "Hi"})


def test_the_cost_of_the_next_channel_is_reserved(poor: Any) -> None:
    _outcome(poor, "viber", "failed")
    assert _multichannel(poor, VIBER_STEP, SMS_STEP).status == 200
    assert poor.balance() == pytest.approx(SMS_COST - VIBER_COST)
    refused = _multichannel(poor, VIBER_STEP, SMS_STEP, to=JONAS).json()["error"]["code"]
    assert (refused, _sms(poor).json()["error"]["code"]) == (1113, 1113)
    poor.sandbox.advance(3600)
    (message,) = poor.sandbox.messages()
    assert (message["channel"], message["status"], poor.balance()) == ("sms", "DELIVERED", 0)


def test_the_credit_is_released_when_the_first_channel_delivers(poor: Any) -> None:
    _multichannel(poor, VIBER_STEP, SMS_STEP)
    poor.sandbox.advance(3600)
    assert _multichannel(poor, VIBER_STEP, SMS_STEP, to=JONAS).json()["error"]["code"] == 1130
    poor("POST", "/_sandbox/balance", {"balance": SMS_COST})
    assert _sms(poor).status == 200


def test_the_credit_is_released_when_the_message_is_deleted(poor: Any) -> None:
    body = {"to": [ANNA], "from": "MyShop", "strategy": [VIBER_STEP, SMS_STEP], "scheduledDate": "2035-06-01 09:00:00"}
    msg_id = poor("POST", "/multichannel", body).json()["data"][0]["msgId"]
    assert _sms(poor).json()["error"]["code"] == 1113
    assert poor("DELETE", f"/multichannel/scheduled/{msg_id}").status == 200
    assert _sms(poor).status == 200


def test_a_balance_set_too_low_keeps_the_message_on_its_channel(poor: Any) -> None:
    _outcome(poor, "viber", "failed")
    _multichannel(poor, VIBER_STEP, SMS_STEP)
    poor("POST", "/_sandbox/balance", {"balance": 0.01})
    poor.sandbox.advance(3600)
    (message,) = poor.sandbox.messages()
    assert (message["channel"], message["status"], poor.balance()) == ("viber", "FAILED", 0.01)


def test_a_prepaid_balance_cannot_be_set_below_zero(call: Any) -> None:
    refused = call("POST", "/_sandbox/balance", {"balance": -1})
    assert (refused.status, call.balance()) == (400, 5000)
    assert call("POST", "/_sandbox/balance", {"balance": -1, "billing": "postpaid"}).status == 200
    assert call("POST", "/_sandbox/balance", {"billing": "prepaid"}).status == 400


STRATEGIES = ((VIBER_STEP, SMS_STEP), (WHATSAPP_STEP, SMS_STEP), (VIBER_STEP, WHATSAPP_STEP, SMS_STEP))
ACTIONS = st.one_of(
    st.tuples(st.just("multichannel"), st.sampled_from(STRATEGIES), st.sampled_from([ANNA, JONAS])),
    st.tuples(st.just("sms")),
    st.tuples(
        st.just("outcome"),
        st.sampled_from(["sms", "viber", "whatsapp"]),
        st.sampled_from(["delivered", "failed", "slow", "unreported"]),
        st.sampled_from([ANNA, JONAS]),
    ),
    st.tuples(st.just("advance"), st.sampled_from([1, 5, 300, 601, 90_000])),
    st.tuples(st.just("optout")),
)


@given(
    balance=st.integers(0, 400),
    expires=st.booleans(),
    actions=st.lists(ACTIONS, max_size=12),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_balance_never_falls_below_zero(
    make: Callable[..., Any], balance: int, expires: bool, actions: list[tuple[Any, ...]]
) -> None:
    call = _with_balance(make(demo=True, delivery="timed"), balance / 1000)
    call("POST", "/_sandbox/application", {"multichannel": {"expireAfterTtl": expires, "ttl": 300}})
    for kind, *rest in (*actions, ("advance", 200_000)):
        if kind == "multichannel":
            _multichannel(call, *rest[0], to=rest[1])
        elif kind == "sms":
            _sms(call)
        elif kind == "outcome":
            _outcome(call, *rest)
        elif kind == "optout":
            call("POST", "/_sandbox/optouts", {"phoneNumber": JONAS})
        else:
            call.sandbox.advance(rest[0])
        assert call.balance() >= 0
    spent = call("GET", "/_sandbox/ledger").json()["entries"]
    assert call.balance() == pytest.approx(balance / 1000 - sum(entry["amount"] for entry in spent))
    assert sum(row["cost"] for row in call.sandbox.messages()) / 1e6 == pytest.approx(balance / 1000 - call.balance())
