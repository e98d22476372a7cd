"""One-time passwords, from the PIN that is sent to its verification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.resources.applications.service import change
from smscx_client.sandbox.resources.otp.service import latest_pin
from smscx_client.sandbox.spec.openapi import Spec

NL, DE, UNREACHABLE = "+31612469333", "+4915228817386", "+93701234567"
HOOK = "https://shop.example/otp"


def _request(call: Any, number: str = NL, **fields: Any) -> Any:
    return call("POST", "/otp", {"phoneNumber": number, **fields}).json()


def _pin(call: Any, number: str = NL) -> str:
    return latest_pin(call.sandbox.context, number) or ""


def _wrong(pin: str) -> str:
    return ("1" if pin[0] == "0" else "0") + pin[1:]


def _verify(call: Any, otp_id: str, pin: str) -> Any:
    response = call("POST", f"/otp/{otp_id}", {"pin": pin}).json()
    return response["error"]["code"] if "error" in response else response["status"]


def _status(call: Any, otp_id: str) -> Any:
    return call("GET", f"/otp/{otp_id}").json()


def _updates(call: Any) -> list[Any]:
    """The data of every webhook that is queued."""
    deliveries = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    return [item for delivery in deliveries for item in delivery["data"]]


def test_a_pin_is_sent_and_verified(call: Any) -> None:
    sent = _request(call, template="{{pin}} is your code, {{letters:3}}", **{"from": "InfoText"})
    (message,) = call.sandbox.messages(NL)
    pin = _pin(call)
    assert message["text"].startswith(f"{pin} is your code, ") and "{" not in message["text"]
    assert (sent["status"], sent["attempts"], sent["countryIso"], sent["trackId"]) == ("PENDING", 0, "NL", None)
    assert (sent["dateCreated"], sent["dateExpires"]) == ("2026-11-02 09:00:00", "2026-11-02 09:05:00")
    assert (sent["cost"], sent["parts"], call.balance()) == (0.075, 1, 5000 - 0.075)
    assert _verify(call, sent["otpId"], pin) == "VERIFIED"
    assert _status(call, sent["otpId"]) == {**sent, "status": "VERIFIED"}


def test_the_success_is_201(call: Any) -> None:
    assert call("POST", "/otp", {"phoneNumber": NL}).status == 201


def test_omitted_values_come_from_the_application(call: Any) -> None:
    sender = {"from": "MyShop", "template": "Code: {{ pin }}", "otpCallback": HOOK}
    change(call.sandbox.context, {"otp": {"pinType": "letters", "pinLength": 9, "ttl": 90, "maxAttempts": 1, **sender}})
    sent = _request(call)
    assert (sent["ttl"], sent["maxAttempts"], sent["otpCallbackUrl"]) == (90, 1, HOOK)
    assert len(_pin(call)) == 9 and _pin(call).isalpha()
    assert call.sandbox.messages(NL)[0]["text"] == f"Code: {_pin(call)}"


def test_the_request_takes_precedence(call: Any) -> None:
    change(call.sandbox.context, {"otp": {"otpCallback": "https://other.example/"}})
    sent = _request(call, ttl=60, maxAttempts=10, pinType="alphanumeric", pinLength=10, otpCallbackUrl=HOOK)
    assert (sent["ttl"], sent["maxAttempts"], sent["otpCallbackUrl"]) == (60, 10, HOOK)
    assert len(_pin(call)) == 10 and _pin(call).isalnum()


@pytest.mark.parametrize(("name", "code"), [("from", 2004), ("pinType", 2013), ("template", 2006)])
def test_values_that_neither_request_nor_application_has(call: Any, name: str, code: int) -> None:
    change(call.sandbox.context, {"otp": {name: None}})
    assert _request(call)["error"]["code"] == code


def test_attempts_run_out(call: Any) -> None:
    otp_id = _request(call, maxAttempts=3, otpCallbackUrl=HOOK)["otpId"]
    pin = _pin(call)
    assert [_verify(call, otp_id, _wrong(pin)) for _ in range(5)] == [2029, 2029, 2027, 2026, 2026]
    assert _verify(call, otp_id, pin) == 2026
    assert (_status(call, otp_id)["status"], _status(call, otp_id)["attempts"]) == ("FAILED", 3)
    assert [(item["status"], item["attempts"]) for item in _updates(call)] == [("FAILED", 3)]


def test_a_wrong_attempt_still_leaves_room_for_the_right_one(call: Any) -> None:
    otp_id = _request(call)["otpId"]
    assert _verify(call, otp_id, _wrong(_pin(call))) == 2029
    assert _verify(call, otp_id, _pin(call)) == "VERIFIED"
    assert _status(call, otp_id)["attempts"] == 1
    assert _verify(call, otp_id, _pin(call)) == 2023


def test_time_runs_out(call: Any) -> None:
    otp_id = _request(call, ttl=60, otpCallbackUrl=HOOK)["otpId"]
    call.sandbox.advance(59)
    assert _status(call, otp_id)["status"] == "PENDING"
    call.sandbox.advance(1)
    assert _status(call, otp_id)["status"] == "EXPIRED"
    assert _verify(call, otp_id, _pin(call)) == 2028
    assert _verify(call, otp_id, _wrong(_pin(call))) == 2025
    assert call("DELETE", f"/otp/{otp_id}").json()["error"]["code"] == 2031
    assert [item["status"] for item in _updates(call)] == ["EXPIRED"]


def test_cancelling(call: Any) -> None:
    otp_id = _request(call, otpCallbackUrl=HOOK)["otpId"]
    assert call("DELETE", f"/otp/{otp_id.upper()}").json() == {"info": {"id": otp_id}}
    assert call("DELETE", f"/otp/{otp_id}").json()["error"]["code"] == 2030
    assert _verify(call, otp_id, _pin(call)) == 2024
    call.sandbox.advance(3600)
    (update,) = _updates(call)
    assert update == _status(call, otp_id) and update["status"] == "CANCELLED"
    schema = {"$ref": "#/components/schemas/CallBackRequestOtpUpdate"}
    assert Spec().schemas.problem("callback", schema, {"event": "otp_update", "data": [update]}) is None


def test_a_finished_otp_does_not_expire(call: Any) -> None:
    otp_id = _request(call, otpCallbackUrl=HOOK)["otpId"]
    _verify(call, otp_id, _pin(call))
    call.sandbox.advance(3600)
    assert _status(call, otp_id)["status"] == "VERIFIED"
    assert _updates(call) == [_status(call, otp_id)]


def test_each_has_its_own_pin(call: Any) -> None:
    first, second = _request(call, pinLength=10), _request(call, pinLength=10)
    assert _verify(call, first["otpId"], _pin(call)) == 2029
    assert _verify(call, second["otpId"], _pin(call)) == "VERIFIED"


def test_national_numbers_need_their_country(call: Any) -> None:
    assert _request(call, "0612469333", countryIso="nl")["phoneNumber"] == NL
    assert _request(call, "0612469333")["error"]["code"] == 2002
    assert _request(call, "0612469333", countryIso="XX")["error"]["code"] == 2003
    assert _request(call, NL, countryIso="UK")["phoneNumber"] == NL
    refused = _request(call, "nobody")
    assert (refused["error"]["code"], refused["invalid"]) == (2020, ["nobody"])


@pytest.mark.parametrize("number", [UNREACHABLE, "+5351234567"])
def test_out_of_coverage(call: Any, number: str) -> None:
    assert _request(call, number)["error"]["code"] == 2020
    assert call.sandbox.messages() == []


@pytest.mark.parametrize("template", ["{{pin}} {{numbers:99}}", "{{pin}} {{shortlink:gone}}", "{{pin}}" + "x" * 1530])
def test_a_template_that_cannot_be_sent(call: Any, template: str) -> None:
    error = _request(call, template=template)["error"]
    assert (error["code"], error["type"]) == (1212, "invalid_param")
    assert call.sandbox.messages() == []


def test_without_credit_there_is_no_pin(make: Callable[..., Any]) -> None:
    call = make(balance="0.07")
    assert _request(call)["error"]["code"] == 1113
    assert latest_pin(call.sandbox.context, NL) is None


def test_a_pin_is_sent_at_any_hour(call: Any) -> None:
    change(call.sandbox.context, {"sms": {"quietHours": {"start": "00:00", "stop": "23:59"}}})
    assert call.send(NL)["data"][0]["status"] == "SCHEDULED"
    _request(call)
    assert call.sandbox.messages(NL)[-1]["status"] == "DELIVERED"


def test_an_opt_out_stops_a_pin_too(call: Any) -> None:
    call("POST", "/_sandbox/optouts", {"phoneNumber": NL})
    sent = _request(call)
    assert (sent["status"], sent["cost"]) == ("PENDING", 0)
    assert [message["status"] for message in call.sandbox.messages(NL)] == ["REJECTED"]


def test_whole_numbers_may_have_a_fraction_of_zero(call: Any) -> None:
    sent = _request(call, ttl=90.0, maxAttempts=2.0, pinLength=6.0)
    assert (sent["ttl"], sent["maxAttempts"], len(_pin(call))) == (90, 2, 6)


def test_a_track_id_may_be_null(call: Any) -> None:
    assert _request(call, trackId=None)["trackId"] is None


@pytest.mark.parametrize("otp_id", ["1234", "7ad0e8a5-0c4b-4f6e-9d5e-2f1f0a5a3c11"])
def test_an_unknown_id(call: Any, otp_id: str) -> None:
    assert _status(call, otp_id)["error"]["code"] == 2021


def test_demo_data(demo: Any) -> None:
    operations = demo.sandbox.context.spec.operations
    shown = operations["get_otp_status"].response_example
    response = _status(demo, shown["otpId"])
    times = ("dateCreated", "dateExpires")
    assert {**response, **dict.fromkeys(times)} == {**shown, **dict.fromkeys(times)}
    assert _verify(demo, operations["verify_otp"].example("otpId"), "4821") == "VERIFIED"
