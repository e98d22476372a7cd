"""Prices, channels and applications."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from phonenumbers import SUPPORTED_REGIONS


def test_price_list_of_sms(demo: Any) -> None:
    pricing = demo("GET", "/account/pricing/sms/transactional").json()
    assert pricing["NL"] == {"KPN": 0.075, "T-Mobile": 0.075, "Vodafone Libertel B.V.": 0.075}
    assert pricing["AU"] == {"Optus": 0.04, "Telstra": 0.04, "Vodafone": 0.04}
    assert all(pricing.values())
    assert set(pricing) <= set(SUPPORTED_REGIONS)


@pytest.mark.parametrize(("channel", "prices"), [("viber", (0.02, 0.03)), ("whatsapp", (0.05, 0.11))])
def test_price_list_of_rich_messages(demo: Any, channel: str, prices: tuple[float, float]) -> None:
    pricing = demo("GET", f"/account/pricing/{channel}/2way").json()
    assert pricing["NL"] == dict(zip(("TRANSACTIONAL", "PROMOTIONAL"), prices))
    assert all(each["TRANSACTIONAL"] < each["PROMOTIONAL"] for each in pricing.values())


def test_price_of_one_country_in_any_case(demo: Any) -> None:
    assert demo("GET", "/account/pricing/viber/promotional/nl").json() == {
        "NL": {"TRANSACTIONAL": 0.02, "PROMOTIONAL": 0.03}
    }


def test_an_sms_has_the_cost_of_the_price_list(demo: Any) -> None:
    listed = demo("GET", "/account/pricing/sms/transactional/DE").json()["DE"]
    assert set(listed.values()) == {demo.send("+4915228817386")["data"][0]["cost"]}


def test_channels_are_switched_by_the_control_api(demo: Any) -> None:
    assert all(demo("GET", "/account/channels/status").json().values())
    demo("POST", "/_sandbox/channels", {"viber": False})
    expected = {"sms": True, "viber": False, "whatsapp": True, "multichannel": True}
    assert demo("GET", "/account/channels/status").json() == expected
    assert demo("GET", "/account/pricing/viber/transactional/NL").status == 403


def test_an_unknown_channel_cannot_be_switched(demo: Any) -> None:
    assert demo("POST", "/_sandbox/channels", {"fax": True}).status == 400


def test_the_application_of_the_examples(demo: Any) -> None:
    for operation_id, path in (
        ("get_application_settings", "/applications/ffb605d3-6ff0-4f94-b929-d1b98e28322a"),
        ("get_scopes", "/applications/scopes"),
    ):
        assert demo("GET", path).json() == demo.sandbox.context.spec.operations[operation_id].response_example


def test_list_of_applications(make: Callable[..., Any]) -> None:
    (listed,) = make(application_secret="s3cret", token_lifetime=604_800)("GET", "/applications").json()["data"]
    assert (listed["applicationSecret"], listed["tokenExpiration"]) == ("s3cret", "1 week")
    assert listed["createdAt"] == "2026-11-02 09:00:00"


def test_a_token_needs_the_scope_for_the_list(demo: Any) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    basic = "Basic ZmZiNjA1ZDMtNmZmMC00Zjk0LWI5MjktZDFiOThlMjgzMjJhOnNhbmRib3gtYXBwbGljYXRpb24tc2VjcmV0"
    for scope, status in (("applications", 200), ("sms", 403)):
        body = f"grant_type=client_credentials&scope={scope}".encode()
        token = demo("POST", "/oauth/token", body, {**form, "Authorization": basic}).json()["access_token"]
        assert demo("GET", "/applications", None, {"Authorization": f"Bearer {token}"}).status == status


def test_settings_change_by_section(demo: Any) -> None:
    url = "https://example.org/dlr"
    changed = demo("POST", "/_sandbox/application", {"sms": {"dlrCallback": url}}).json()
    assert changed["sms"]["dlrCallback"] == url
    assert changed["sms"]["quietHours"] == {"start": "00:00", "stop": "00:00"}
    assert changed["viber"]["dlrCallback"] is None


def test_the_limits_of_the_times_are_those_of_their_channel(demo: Any) -> None:
    limits = {"otp": {"ttl": 1800}, "multichannel": {"ttl": 1_209_600}}
    assert demo("POST", "/_sandbox/application", limits).status == 200
    assert demo("POST", "/otp", {"phoneNumber": "+31612469333"}).json()["ttl"] == 1800


@pytest.mark.parametrize(
    "settings",
    [
        {"fax": {}},
        {"sms": {"callback": "https://example.org"}},
        {"sms": {"dlrCallback": "nowhere"}},
        {"sms": {"quietHours": {"start": "22:00", "stop": "24:00"}}},
        {"sms": {"transliteration": {"alphabet": "KLINGON"}}},
        {"otp": {"template": "no PIN"}},
        {"otp": {"ttl": 1801}},
        {"multichannel": {"ttl": 299}},
        {"multichannel": {"ttl": 1_209_601}},
    ],
    ids=str,
)
def test_malformed_settings_are_refused(demo: Any, settings: Any) -> None:
    before = demo("GET", "/_sandbox/application").json()
    assert demo("POST", "/_sandbox/application", settings).status == 400
    assert demo("GET", "/_sandbox/application").json() == before
