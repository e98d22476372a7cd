"""Values that programs pass: lists that change after construction, enums, values of numpy and pandas, dates."""

from __future__ import annotations

import copy
import json
import pprint
from datetime import date, datetime, timedelta, timezone
from enum import Enum, IntEnum
from typing import Any

import pytest

import smscx_client
from smscx_client import ApiTypeError, ApiValueError
from smscx_client.api.groups_api import GroupsApi
from smscx_client.api.otp_api import OtpApi
from smscx_client.api.reports_api import ReportsApi
from smscx_client.api.sms_api import SmsApi
from smscx_client.api.viber_api import ViberApi
from smscx_client.models import (
    AddContactsToGroupWithFieldsRequest,
    CallbackEventTypes,
    CustomFieldsObj,
    PricingSmsResponse,
    SendMultichannelMessageRequest,
    SendSmsMessageRequest,
    SendSmsMessageResponse,
    SendViberMessageRequest,
    Strategy,
    VerifyPinRequest,
)
from test.support.recorder import Recorder

NUMBER = "+31612469333"


# Lists


def test_a_list_is_sent_as_it_is_at_the_call(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    numbers: list[str] = []
    request = SendSmsMessageRequest(to=numbers, _from="InfoText", text="Hi")
    numbers.append(NUMBER)
    assert request.to is numbers
    SmsApi(api_client).send_sms(request)
    assert recorder.requests[0].json["to"] == [NUMBER]


def test_a_list_of_models_is_sent_as_it_is_at_the_call(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    strategy = [Strategy("viber", template_id=1)]
    request = SendMultichannelMessageRequest([NUMBER], "InfoText", strategy)
    strategy.append(Strategy("sms", text="Hi"))
    assert json.loads(request.to_json())["strategy"] == [
        {"channel": "viber", "templateId": 1},
        {"channel": "sms", "text": "Hi"},
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda request: request.to.append(31612469333),
            r"send_sms_message_request\.to\[1\]: must be a str, not an int",
        ),
        (lambda request: request.to.append(None), r"to\[1\]: must be a str, not None"),
    ],
)
def test_a_list_is_checked_as_it_is_at_the_call(
    api_client: smscx_client.ApiClient, recorder: Recorder, change: Any, message: str
) -> None:
    request = SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi")
    change(request)
    with pytest.raises(ApiTypeError, match=message):
        SmsApi(api_client).send_sms(request)
    assert not recorder.requests
    SmsApi(api_client).send_sms(request, _check_input_type=False)
    assert len(recorder.requests) == 1


def test_dicts_and_models_below_a_list_are_checked_at_the_call(
    api_client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    request = AddContactsToGroupWithFieldsRequest([{"phone_number": NUMBER, "custom_fields": {"a": "b"}}])
    request.phone_numbers.append({"phone": NUMBER})  # type: ignore[arg-type]
    with pytest.raises(ApiTypeError, match=r"phone_numbers\[1\]: GroupAdd has no field `phone`"):
        GroupsApi(api_client).add_contacts_to_group_with_fields(1, request)
    del request.phone_numbers[1]
    request.phone_numbers[0].custom_fields.custom_field_name["c"] = 5  # type: ignore[union-attr]
    with pytest.raises(ApiTypeError, match=r"phone_numbers\[0\]\.custom_fields\.c: must be a str, not an int"):
        GroupsApi(api_client).add_contacts_to_group_with_fields(1, request)
    assert not recorder.requests


def test_the_data_of_the_program_is_never_changed() -> None:
    rows = [{"phone_number": NUMBER}]
    request = AddContactsToGroupWithFieldsRequest(rows)  # type: ignore[arg-type]
    request.phone_numbers[0].phone_number = "+31612469334"
    assert rows == [{"phone_number": NUMBER}]


# The placeholder of a map


@pytest.mark.parametrize("options", [{}, {"_check_input_type": False}])
@pytest.mark.parametrize("name", ["custom_field_name", "customFieldName"])
@pytest.mark.parametrize("outer", ["custom_fields", "customFields"])
@pytest.mark.parametrize("make", [dict, SendViberMessageRequest.from_dict])
def test_the_placeholder_of_a_map_is_never_sent(
    api_client: smscx_client.ApiClient,
    recorder: Recorder,
    options: Any,
    name: str,
    outer: str,
    make: Any,
) -> None:
    body = make({"to": [NUMBER], "from": "MyShop", "templateId": 703, outer: {name: {"h": "1"}}})
    ViberApi(api_client).send_viber_message(body, **options)
    assert recorder.requests[0].json["customFields"] == {"h": "1"}


def test_the_placeholder_in_json_text_is_never_sent(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    text = (
        '{"to": ["+31612469333"], "from": "MyShop", "templateId": 703, "customFields": {"customFieldName": {"h": "1"}}}'
    )
    ViberApi(api_client).send_viber_message(SendViberMessageRequest.from_json(text))
    assert recorder.requests[0].json["customFields"] == {"h": "1"}


def test_a_copy_keeps_an_entry_that_is_named_like_the_placeholder() -> None:
    prices = PricingSmsResponse.from_dict({"FR": {"Orange": 0.05}})
    prices["countryCode"] = {"x": 1.0}  # type: ignore[assignment]
    del prices["FR"]
    for made in (prices, copy.copy(prices), copy.deepcopy(prices)):
        assert made.to_dict() == {"countryCode": {"x": 1.0}}
        assert made == prices


# Enums


class Dimension(str, Enum):
    CHANNEL = "channel"


class GroupNumber(IntEnum):
    VIP = 4501


def test_enums_are_sent_by_value(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"data": {}})
    ReportsApi(api_client).get_summary_reports(Dimension.CHANNEL, "2026-10")
    GroupsApi(api_client).get_group_details(GroupNumber.VIP)
    assert recorder.requests[0].path.endswith("/reports/summary/channel")
    assert recorder.requests[0].query == [("period", "2026-10")]
    assert recorder.requests[1].path.endswith("/4501")
    assert "Dimension" not in recorder.requests[0].target


# numpy and pandas, by stand-ins: both have their own scalar types


def scalar(name: str, value: Any) -> Any:
    cls = type(name, (), {"__module__": "numpy", "shape": (), "item": lambda self: value})
    return cls()


def test_numpy_scalars_are_taken() -> None:
    request = SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi", allow_invalid=scalar("bool", True))
    assert json.loads(request.to_json())["allowInvalid"] is True
    assert json.loads(SendViberMessageRequest([NUMBER], "MyShop", scalar("int64", 7)).to_json())["templateId"] == 7


def test_a_type_with_the_name_of_another_is_named_in_full() -> None:
    other = type("bool", (), {"__module__": "elsewhere"})()
    with pytest.raises(ApiTypeError, match=r"^allow_invalid: must be a bool, not an elsewhere\.bool"):
        SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi", allow_invalid=other)
    with pytest.raises(ApiTypeError, match=r"^text: must be a str, not a numpy\.bool"):
        SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text=scalar("bool", True))


class Timestamp(datetime):
    """Like the one of pandas: its text has nanoseconds."""

    def isoformat(self, *args: Any, **kwargs: Any) -> str:
        return super().isoformat(*args, **kwargs) + ".000000123"


class NotATime(datetime):
    """Like ``pandas.NaT``: a datetime that refuses to be one."""

    def utcoffset(self) -> Any:
        raise ValueError("NaTType does not support utcoffset")

    def date(self) -> Any:
        raise ValueError("NaTType does not support date")


def sms_at(date: Any) -> Any:
    request = SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi", scheduled_date=date)
    return json.loads(request.to_json())["scheduledDate"]


def test_a_date_of_any_class_is_sent_to_the_second() -> None:
    assert sms_at(Timestamp(2026, 5, 1, 12)) == "2026-05-01 12:00:00"
    assert sms_at(Timestamp(2026, 5, 1, 12, 0, 0, 999_999, tzinfo=timezone.utc)) == "2026-05-01 12:00:00"


def test_a_date_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(ApiValueError, match="^scheduled_date: must be a datetime, .*; use None for no date"):
        sms_at(NotATime(2026, 5, 1))


def test_a_date_that_is_none_is_refused_without_checks_too(
    api_client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    body = {"to": [NUMBER], "from": "InfoText", "text": "Hi", "scheduledDate": NotATime(2026, 5, 1)}
    with pytest.raises(ApiValueError, match="must be a datetime, .*; use None for no date"):
        SmsApi(api_client).send_sms(body, _check_input_type=False)  # type: ignore[arg-type]
    assert recorder.requests == []


def test_a_numpy_bool_in_a_query_is_json_without_checks_too(
    api_client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    recorder.respond({"info": {}, "data": []})
    ReportsApi(api_client).get_advanced_report(short_response=scalar("bool", True), _check_input_type=False)
    assert recorder.requests[0].query == [("short_response", "true")]


# Numbers that Python refuses to print


def test_a_number_of_any_size_can_be_printed() -> None:
    request = SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi")
    request["newField"] = [10**5000, -(10**5000)]
    fields = CustomFieldsObj.from_dict({"a": 10**5000})
    for text in (repr(request), str(request), request.to_str(), repr(fields), str(fields)):
        assert "<an int of 16610 bits>" in text


# Printing


def test_pprint_and_repr_show_what_print_shows() -> None:
    rows = [{"msgId": str(i), "status": "ACCEPTED"} for i in range(100)]
    for model in (
        SendSmsMessageResponse.from_dict({"info": {"totalCost": 0.1}, "data": rows}),
        CustomFieldsObj({"height": "1.78m"}),
        CallbackEventTypes("dlr_update"),
    ):
        assert pprint.pformat(model) == repr(model) == str(model) == model.to_str()
    response = SendSmsMessageResponse.from_dict({"data": rows})
    assert "'msg_id': '99'" in repr(response)
    assert " in all" not in repr(response)


def test_only_lists_of_over_100_items_are_cut() -> None:
    request = SendSmsMessageRequest(to=[NUMBER] * 101, _from="InfoText", text="x" * 1000)
    assert str(request).count(NUMBER) == 100
    assert "... 101 in all]" in str(request)
    assert "x" * 1000 in str(request)


# Days


@pytest.mark.parametrize(
    ("day", "sent"),
    [
        ("2026-10-01", "2026-10-01"),
        (date(2026, 10, 1), "2026-10-01"),
        (Timestamp(2026, 10, 1, 12), "2026-10-01"),
        (datetime(2026, 10, 1, 1, tzinfo=timezone(timedelta(hours=2))), "2026-09-30"),
    ],
)
def test_a_day_is_a_date_or_text(api_client: smscx_client.ApiClient, recorder: Recorder, day: Any, sent: str) -> None:
    recorder.respond({"data": {}})
    ReportsApi(api_client).get_summary_reports("channel", start_date=day, end_date=day)
    assert dict(recorder.requests[0].query)["start_date"] == dict(recorder.requests[0].query)["end_date"] == sent


@pytest.mark.parametrize(("day", "error"), [(5, ApiTypeError), (NotATime(2026, 1, 1), ApiValueError)])
def test_a_value_that_is_no_day_is_refused(api_client: smscx_client.ApiClient, day: Any, error: Any) -> None:
    with pytest.raises(error, match="^start_date: must be a date, or text as YYYY-MM-DD"):
        ReportsApi(api_client).get_summary_reports("channel", start_date=day, end_date="2026-10-01")


# PINs


def test_a_pin_is_text(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    otp_id = "58341b37-6a27-4400-8a43-8dc8049a3a1b"
    OtpApi(api_client).verify_otp(otp_id=otp_id, pin="1544")
    OtpApi(api_client).verify_otp(otp_id, pin=VerifyPinRequest(pin="1544"))
    assert [one.json for one in recorder.requests] == [{"pin": "1544"}] * 2
    with pytest.raises(ApiTypeError, match="^pin: must be a str, not an int: put it in quotes"):
        OtpApi(api_client).verify_otp(otp_id, 1544)  # type: ignore[arg-type]
    assert len(recorder.requests) == 2


# Wire names as attributes


def test_wire_names_and_new_fields_are_attributes() -> None:
    data = {
        "info": {"totalCost": 0.1, "phoneNumbersByCountry": {"NL": 2}, "newFact": {"deep": {"er": 1}}},
        "data": [{"msgId": "1", "createdAt": "2026-05-01 12:00:00"}],
    }
    response: Any = SendSmsMessageResponse.from_dict(data)
    assert response.info.phoneNumbersByCountry["NL"] == 2
    assert response.info.newFact.deep.er == response.info.newFact["deep"]["er"] == 1
    assert response.data[0].msgId == response.data[0].msg_id == "1"
    assert response.data[0].textAnalysis is None
    assert json.loads(json.dumps(response.info.phoneNumbersByCountry)) == {"NL": 2}
    assert json.dumps(response.data[0].createdAt) == '"2026-05-01 12:00:00"'
    assert response.info.phone_numbers_by_country.countryCode == {"NL": 2}
    for name in ("totalcost", "deep"):
        with pytest.raises(AttributeError, match=f"has no field `{name}`"):
            getattr(response.info, name)
        assert not hasattr(response.info, name)
    with pytest.raises(AttributeError, match="the object has no entry `x`; it has deep"):
        _ = response.info.newFact.x


def test_a_change_is_seen_under_the_wire_name() -> None:
    request: Any = SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi")
    request.scheduledDate = "2026-05-01 12:00:00"
    assert request.scheduled_date == datetime(2026, 5, 1, 12, tzinfo=timezone.utc)
    with pytest.raises(ApiTypeError, match="^is_utc: must be a bool"):
        request.isUtc = "no"
