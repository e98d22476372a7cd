"""Wrong input never leaves the program: the limits that the API's description states, checked before sending."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiClient, ApiValueError, Configuration, apis, models
from smscx_client.apis import GroupsApi, MultichannelApi, NumbersApi, OptoutsApi, OtpApi, ReportsApi, SmsApi
from smscx_client.sandbox.telecom.countries import COUNTRIES
from test.support.recorder import Recorder

SMS = {"to": ["+31612469333"], "_from": "InfoText", "text": "Hi"}
CAMPAIGN = {"groups": [4501], "_from": "InfoText", "text": "Hi"}
LATER_VERSION = "01890a5d-ac96-774b-bcce-b302099a8057"
STEP = {"channel": "sms", "text": "Hi"}

#: Model, its valid fields, the field that is wrong, a wrong value, the rule that it breaks.
WRONG: list[tuple[str, dict[str, Any], str, Any, str]] = [
    ("SendSmsMessageRequest", SMS, "to", ["+31612469333"] * 25_001, "maxItems"),
    ("SendSmsMessageRequest", SMS, "text", "", "minLength"),
    ("SendSmsMessageRequest", SMS, "idempotency_id", "order-1", "format"),
    ("SendSmsMessageRequest", SMS, "idempotency_id", "296ec5b86afa48028f9a881c822d1749", "format"),
    ("SendSmsMessageRequest", SMS, "idempotency_id", LATER_VERSION, "format"),
    ("SendSmsMessageRequest", SMS, "country_iso", "ZZ", "format"),
    ("SendSmsMessageRequest", SMS, "country_iso", "UK", "format"),
    ("SendSmsMessageRequest", SMS, "country_iso", "1!", "format"),
    ("SendSmsMessageRequest", SMS, "dlr_callback_url", "nonsense", "format"),
    ("SendSmsMessageRequest", SMS, "dlr_callback_url", "https://", "format"),
    ("SendSmsMessageRequest", SMS, "dlr_callback_url", "ftp://localhost/dlr", "format"),
    ("SendSmsMessageRequest", SMS, "dlr_callback_url", "https://localhost/a b", "format"),
    ("SendSmsMessageRequest", SMS, "track_data", "order-1", "format"),
    ("NumbersLookupRequest", {}, "phone_numbers", ["+31612469333"] * 40_001, "maxItems"),
    ("NumbersValidateRequest", {}, "phone_numbers", ["+31612469333"] * 40_001, "maxItems"),
    ("NewOtpRequest", {"phone_number": "+31612469333"}, "track_id", "order-1", "format"),
    ("NewOtpRequest", {"phone_number": "+31612469333"}, "otp_callback_url", "nonsense", "format"),
    ("NewOtpRequest", {}, "phone_number", "", "minLength"),
    ("VerifyPinRequest", {}, "pin", "", "minLength"),
    ("RentNumberRequest", {"rent_period": 30}, "number_id", "7", "format"),
    ("ShortlinkNewRequest", {}, "url", "nonsense", "format"),
    ("TemplatesNewRequest", {}, "text", "", "minLength"),
    ("ConversationReplySmsRequest", {}, "text", "", "minLength"),
    ("RichMedia", {"button_caption": "Go", "target_url": "https://localhost"}, "image_url", "nonsense", "format"),
]


@pytest.mark.parametrize(
    ("model", "valid", "name", "value", "rule"), WRONG, ids=[f"{row[0]}-{row[2]}-{row[4]}" for row in WRONG]
)
def test_wrong_input_is_refused_with_its_place_and_each_rule_can_be_turned_off(
    model: str, valid: dict[str, Any], name: str, value: Any, rule: str
) -> None:
    cls = getattr(models, model)
    fields = {key: one for key, one in {**valid, name: value}.items() if one is not None}
    with pytest.raises(ApiValueError, match=f"^{name}: must ") as caught:
        cls(**fields)
    assert caught.value.path_to_item == [name]
    assert "+31612469333" not in str(caught.value)
    relaxed = Configuration(disabled_client_side_validations=rule)
    assert getattr(cls(**fields, _configuration=relaxed), name) is not None


#: Method, arguments before the body, body, the field that has too few items, an item.
SHORT: list[tuple[Any, tuple[Any, ...], dict[str, Any], str, Any]] = [
    (SmsApi.send_sms, (), SMS, "to", "+31612469333"),
    (SmsApi.send_sms_campaign, (), CAMPAIGN, "groups", 4501),
    (
        MultichannelApi.send_multichannel_message,
        (),
        {"to": ["+31612469333"], "_from": "InfoText", "strategy": [STEP]},
        "strategy",
        {"channel": "viber", "template_id": 1},
    ),
    (NumbersApi.lookup_numbers, (), {}, "phone_numbers", "+31612469333"),
    (NumbersApi.validate_numbers, (), {}, "phone_numbers", "+31612469333"),
    (GroupsApi.add_contacts_to_group, (4501,), {}, "phone_numbers", "+31612469333"),
    (OptoutsApi.add_contact_to_optouts_list, (), {"allow_invalid": True}, "phone_numbers", "+31612469333"),
]


@pytest.mark.parametrize(("method", "before", "body", "name", "item"), SHORT, ids=[row[0].__name__ for row in SHORT])
def test_a_list_with_too_few_items_is_refused_at_the_call_and_can_be_filled_before(
    recorder: Recorder, method: Any, before: tuple[Any, ...], body: dict[str, Any], name: str, item: Any
) -> None:
    items = [STEP] if name == "strategy" else []
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        operation = getattr(apis, method.__qualname__.partition(".")[0])(client)
        with pytest.raises(ApiValueError, match=f"{name}: must have . or more items"):
            getattr(operation, method.__name__)(*before, {**body, name: items})
        assert recorder.requests == []
        getattr(operation, method.__name__)(*before, {**body, name: [item, *items]})
    assert len(recorder.requests) == 1


def test_a_model_is_made_with_an_empty_list_that_is_filled_before_the_call(recorder: Recorder) -> None:
    numbers: list[str] = []
    request = models.SendSmsMessageRequest(**{**SMS, "to": numbers})
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        with pytest.raises(ApiValueError, match="to: must have 1 or more items"):
            SmsApi(client).send_sms(request)
        assert recorder.requests == []
        numbers.append("+31612469333")
        SmsApi(client).send_sms(request)
    assert [one.json["to"] for one in recorder.requests] == [["+31612469333"]]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("to", ["+31612469333"] * 25_000),
        ("idempotency_id", "EE44C430-EA09-41F1-8A58-02FC00000001"),
        ("idempotency_id", "ee44c430-ea09-11f1-8a58-02fc00000001"),
        ("country_iso", "nl"),
        ("country_iso", "XK"),
        ("dlr_callback_url", "http://user:pw@localhost:8080/dlr?x=1#y"),
        ("dlr_callback_url", "HTTPS://[::1]/dlr"),
        ("track_data", "296ec5b8-6afa-4802-8f9a-881c822d1749"),
    ],
)
def test_input_within_the_limits_is_accepted(name: str, value: Any) -> None:
    assert getattr(models.SendSmsMessageRequest(**{**SMS, name: value}), name) == value


def test_every_country_that_a_phone_number_can_be_of_is_accepted() -> None:
    for code in COUNTRIES:
        assert models.SendSmsMessageRequest(**SMS, country_iso=code).country_iso == code


@given(st.uuids(version=4) | st.uuids(version=1))
def test_a_uuid_is_accepted_as_an_object_and_as_text(given_id: UUID) -> None:
    for value in (given_id, str(given_id)):
        assert models.SendSmsMessageRequest(**SMS, idempotency_id=value).idempotency_id == str(given_id)


def test_wrong_parameters_send_nothing(recorder: Recorder) -> None:
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        for call in (
            lambda: ReportsApi(client).get_campaigns_list(limit=0),
            lambda: ReportsApi(client).get_campaigns_list(limit=5000),
            lambda: ReportsApi(client).get_campaigns_list(limit=-1),
            lambda: ReportsApi(client).get_summary_reports("delivery_report", period="2026-10", limit=0),
            lambda: NumbersApi(client).get_rented_numbers(country_iso="ZZ"),
            lambda: OtpApi(client).get_otp_status("order-1"),
            lambda: SmsApi(client).send_sms({**SMS, "to": []}),
        ):
            with pytest.raises(ApiValueError):
                call()
        assert recorder.requests == []


def test_a_response_is_never_checked() -> None:
    received = {"msgId": "17", "countryIso": "ZZ", "trackData": "order-1"}
    assert models.DataSms.from_dict(received).to_dict(wire=True) == received


def test_a_response_model_that_a_test_makes_needs_no_uuid() -> None:
    assert models.InfoOtp(id="17").id == "17"
