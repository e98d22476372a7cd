"""The rules of models, one by one. test_models.py checks all 261 models against them."""

from __future__ import annotations

import copy
import json
import pickle
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

import pytest

from smscx_client import ApiAttributeError, ApiExceptionBase, ApiKeyError, ApiTypeError, ApiValueError, Configuration
from smscx_client.model_utils import MapModel, Model, field
from smscx_client.models import (
    AddContactsToGroup400Response,
    AddContactsToGroupWithFieldsRequest,
    ApplicationsListResponse,
    CallbackEventTypes,
    ConversationReplyViberRequest,
    CountryPriceObj,
    CountryPriceObj1,
    CustomFieldsObj,
    DataSms,
    GetChannelPricing200Response,
    GetSummaryReports200Response,
    GroupAdd,
    GroupAddCustomFields,
    InboundSms,
    Info,
    NewOtpRequest,
    OauthTokenResponse,
    OriginatorNewRequest,
    Paging,
    PricingSmsResponse,
    PricingViberWhatsappResponse,
    RentNumberRequest,
    ReportsSummaryChannelResponse,
    ReportsSummaryCountryResponse,
    ReportsSummaryDeliveryResponse,
    ReportsSummarySourceResponse,
    SendMultichannelMessageRequest,
    SendSmsMessageRequest,
    SendSmsMessageResponse,
    Strategy,
    Transliteration,
    VerifyPinRequest,
)

AMSTERDAM = timezone(timedelta(hours=2))
DEEP = 5000

NUMBER_ID = "6f5c9d7e-4f0b-4a55-9d0b-0a9f3b7d2c11"


def sms(**more: Any) -> SendSmsMessageRequest:
    return SendSmsMessageRequest(**{"to": ["+31612469333"], "_from": "InfoText", "text": "Hi", **more})


def wire(model: Model) -> Any:
    return json.loads(model.to_json())


def send_response(recipients: int = 1) -> dict[str, Any]:
    return {
        "info": {"campaignId": "c1", "totalCost": 0.1, "phoneNumbersByCountry": {"NL": recipients}},
        "data": [
            {"msgId": str(i), "status": "ACCEPTED", "createdAt": "2024-05-01 10:00:00", "textAnalysis": {"parts": 1}}
            for i in range(recipients)
        ],
    }


def nested(levels: int) -> Any:
    value: Any = "bottom"
    for _ in range(levels):
        value = [{"down": value}]
    return value


# Construction


def test_required_fields_go_positionally() -> None:
    assert SendSmsMessageRequest(["+31612469333"], "InfoText", "Hi") == sms()
    assert SendSmsMessageRequest(["+31612469333"], text="Hi", _from="InfoText") == sms()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: SendSmsMessageRequest(["+3161"], "InfoText", "Hi", "FR"),
            "SendSmsMessageRequest takes at most 3 positional values (to, _from, text), not 4",
        ),
        (
            lambda: SendSmsMessageRequest(["+3161"], "InfoText", "Hi", text="Hello"),
            "text: SendSmsMessageRequest got it twice, positionally and by name",
        ),
        (lambda: SendSmsMessageRequest(text="Hi"), "SendSmsMessageRequest is missing `to`, `_from`"),
        (lambda: sms(txt="Hi"), "SendSmsMessageRequest has no field `txt`, did you mean `text`?"),
        (lambda: sms(colour="red"), "SendSmsMessageRequest has no field `colour`"),
        (lambda: sms(to="+31612469333"), "to: must be a list, each item a str, not a str; put it in a list"),
        (lambda: sms(to=["+3161", None]), "to[1]: must be a str, not None"),
        (lambda: sms(text=5), "text: must be a str, not an int"),
        (lambda: sms(text=None), "text: must be a str, not None"),
        (lambda: sms(_from="AB"), "_from: must have at least 3 characters"),
        (lambda: sms(_from="A" * 16), "_from: must have at most 15 characters"),
        (lambda: sms(transliteration={"alphabet": "polish"}), "transliteration.alphabet: must be one of 'NONE', "),
        (lambda: sms(transliteration={}), "transliteration: Transliteration is missing `alphabet`"),
        (lambda: sms(transliteration=7), "transliteration: must be a Transliteration or a dict, not an int"),
        (lambda: sms(transliteration=sms()), "transliteration: must be a Transliteration or a dict, not a SendSms"),
        (
            lambda: SendMultichannelMessageRequest(["+3161"], "Info", [{"channel": "sms"}, {"channel": "smss"}]),
            "strategy[1].channel: must be one of 'viber', 'whatsapp', 'sms', did you mean `sms`?",
        ),
        (
            lambda: SendMultichannelMessageRequest(["+3161"], "Info", [{"channel": "sms", "templateid": 1}]),
            "strategy[0]: Strategy has no field `templateid`, did you mean `template_id`?",
        ),
        (
            lambda: AddContactsToGroupWithFieldsRequest([{"phoneNumber": "+3161", "firstName": 1}]),
            "phone_numbers[0].first_name: must be a str, not an int",
        ),
        (
            lambda: AddContactsToGroupWithFieldsRequest([{"phoneNumber": "+3161", "customFields": {"height": 178}}]),
            "phone_numbers[0].custom_fields.height: must be a str, not an int",
        ),
        (lambda: NewOtpRequest("+3161", ttl=59), "ttl: must be at least 60"),
        (lambda: NewOtpRequest("+3161", ttl=1801), "ttl: must be at most 1800"),
        (lambda: NewOtpRequest("+3161", ttl=True), "ttl: must be an int, not a bool"),
        (lambda: NewOtpRequest("+3161", ttl=60.0), "ttl: must be an int, not a float"),
        (lambda: RentNumberRequest(NUMBER_ID, 2), "rent_period: must be one of 1, 7, 30"),
        (lambda: RentNumberRequest(NUMBER_ID, True), "rent_period: must be an int, not a bool"),
        (lambda: InboundSms(1, float("nan")), "cost: must be a finite number"),
        (lambda: InboundSms(1, float("-inf")), "cost: must be a finite number"),
        (lambda: InboundSms(1, True), "cost: must be a number, not a bool"),
        (lambda: InboundSms(1, Decimal("0.5")), "cost: must be a number, not a Decimal"),
        (lambda: OriginatorNewRequest("Info Text"), "originator: must match ^[a-zA-Z0-9]+$"),
        (lambda: OriginatorNewRequest("InfoText\n"), "originator: must match ^[a-zA-Z0-9]+$"),
        (lambda: sms(track_data=5), "track_data: must be a UUID as text, not an int"),
    ],
)
def test_wrong_input_is_named_by_its_path(make: Any, message: str) -> None:
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        make()
    assert str(caught.value).startswith(message)


def test_a_type_error_is_a_type_error_and_a_value_error_a_value_error() -> None:
    with pytest.raises(TypeError) as type_error:
        sms(to="+3161")
    with pytest.raises(ValueError, match="at least 3") as value_error:
        sms(_from="A")
    assert type_error.value.path_to_item == ["to"]  # type: ignore[attr-defined]
    assert value_error.value.path_to_item == ["_from"]  # type: ignore[attr-defined]


def test_limits_hold_at_their_edges() -> None:
    assert NewOtpRequest("+3161", ttl=60, max_attempts=10).ttl == 60
    assert sms(_from="ABC")._from == "ABC"
    assert sms(_from="A" * 15)._from == "A" * 15


def test_fields_may_come_under_their_wire_names() -> None:
    assert SendSmsMessageRequest(**{"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}) == sms()


def test_dicts_take_the_place_of_models() -> None:
    by_dict = AddContactsToGroupWithFieldsRequest(
        [{"phone_number": "+3161", "custom_fields": {"height": "1.78m"}}, {"phoneNumber": "+3162"}]
    )
    by_model = AddContactsToGroupWithFieldsRequest(
        [GroupAdd("+3161", custom_fields=GroupAddCustomFields({"height": "1.78m"})), GroupAdd("+3162")]
    )
    assert by_dict == by_model
    assert isinstance(by_dict.phone_numbers[0], GroupAdd)
    assert by_dict.phone_numbers[0].custom_fields == GroupAddCustomFields(height="1.78m")
    assert wire(by_dict) == {
        "phoneNumbers": [{"phoneNumber": "+3161", "customFields": {"height": "1.78m"}}, {"phoneNumber": "+3162"}]
    }


def test_tuples_and_subclasses_are_taken() -> None:
    class Sender(str, Enum):
        INFO = "InfoText"

    request = sms(to=("+31612469333",), _from=Sender.INFO)
    assert request.to == ["+31612469333"]
    assert wire(request) == wire(sms())


def test_uuid_objects_become_text() -> None:
    one = uuid.UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")
    request = sms(track_data=one)
    request.idempotency_id = one  # type: ignore[assignment]
    assert wire(request)["trackData"] == wire(request)["idempotencyId"] == str(one)


# Assignment and absence


def test_assignment_is_checked_and_a_refused_value_changes_nothing() -> None:
    request = sms()
    for name, value in [("_from", "X"), ("to", "+3161"), ("text", None), ("transliteration", {"alphabet": "x"})]:
        with pytest.raises((ApiTypeError, ApiValueError), match=f"^{name}"):
            setattr(request, name, value)
    with pytest.raises(ApiAttributeError, match="has no field `txt`, did you mean `text`"):
        request.txt = "Hi"  # type: ignore[attr-defined]
    assert request == sms()


def test_an_optional_field_that_is_not_set_reads_none() -> None:
    request = sms()
    assert request.country_iso is None
    assert request["countryIso"] is None
    assert "country_iso" not in request
    assert "countryIso" not in request
    assert request.get("country_iso", "FR") == "FR"
    request.country_iso = "NL"
    assert "country_iso" in request
    assert "countryIso" in request
    assert request.get("countryIso") == "NL"


def test_none_unsets_an_optional_field_and_is_sent_for_a_nullable_one() -> None:
    assert wire(sms(country_iso=None, transliteration=None)) == wire(sms())
    request = sms(transliteration=Transliteration("NONE"), country_iso="NL", scheduled_date=datetime(2024, 5, 1))
    assert request.transliteration is not None
    request.country_iso = request.transliteration = request.scheduled_date = None
    assert request == sms()
    assert request.transliteration is None
    rent = RentNumberRequest(NUMBER_ID, 7, callback_url=None)
    assert wire(rent) == {"numberId": NUMBER_ID, "rentPeriod": 7, "callbackUrl": None}
    assert "callback_url" in rent
    assert "callback_url" not in RentNumberRequest(NUMBER_ID, 7)


def test_deleting_unsets_and_a_required_field_stays() -> None:
    request = sms(country_iso="NL", transliteration=Transliteration("NONE"))
    del request.country_iso
    del request.transliteration
    del request.show_timezone
    assert request == sms()
    with pytest.raises(ApiAttributeError, match="text: is required and cannot be deleted"):
        del request.text


def test_an_unknown_name_is_reported_with_the_nearest_known_one() -> None:
    with pytest.raises(ApiAttributeError, match="has no field `scheduledate`, did you mean `scheduled_date`"):
        _ = sms().scheduledate  # type: ignore[attr-defined]
    with pytest.raises(ApiKeyError, match="has no field `txet`, did you mean `text`") as caught:
        _ = sms()["txet"]
    assert isinstance(caught.value, KeyError)
    assert not hasattr(sms(), "_repr_html_")
    assert not hasattr(sms(), "__len__")


def test_items_are_fields_by_either_name() -> None:
    request = sms()
    request["from"] = "Other"
    request["country_iso"] = "FR"
    assert (request["_from"], request._from, request["countryIso"]) == ("Other", "Other", "FR")
    with pytest.raises(ApiValueError, match="^_from: must have at least"):
        request["from"] = "A"
    assert list(request) == ["to", "_from", "text", "country_iso"]


def test_a_field_newer_than_the_library_goes_in_by_item() -> None:
    request = sms()
    request["newField"] = 1
    request["newPart"] = Strategy("sms", text="Hi")
    assert request["newField"] == 1
    assert "newField" in request
    assert request.get("newField") == 1
    assert wire(request) == {**wire(sms()), "newField": 1, "newPart": {"channel": "sms", "text": "Hi"}}
    assert request.to_dict()["newField"] == 1


@pytest.mark.parametrize("value", [object(), {1, 2}, uuid.UUID(int=1), datetime(2024, 1, 1), float("nan"), {(1,): 2}])
def test_a_value_without_a_json_form_is_refused(value: Any) -> None:
    request = sms()
    request["newField"] = value
    with pytest.raises(ApiTypeError, match="cannot be sent as JSON: "):
        request.to_json()
    reply = ConversationReplyViberRequest("Hi", {"image": value})
    with pytest.raises(ApiTypeError, match="cannot be sent as JSON: "):
        reply.to_json()


def test_a_value_that_contains_itself_is_refused() -> None:
    media: dict[str, Any] = {"image": "i.png"}
    media["again"] = media
    reply = ConversationReplyViberRequest("Hi", media)
    with pytest.raises(ApiTypeError, match="cannot be sent as JSON: "):
        reply.to_json()
    assert "i.png" in repr(reply)
    assert reply.to_dict()["rich_media"]["again"]["image"] == "i.png"


# Options of the constructor


def test_check_type_off_takes_anything() -> None:
    request = SendSmsMessageRequest(to="+3161", text=5, newField=1, countryIso="toolong", _check_type=False)
    assert wire(request) == {"to": "+3161", "text": 5, "newField": 1, "countryIso": "toolong"}
    assert "text" not in sms(text=None, _check_type=False)
    assert sms(transliteration="x", scheduled_date=5, _check_type=False).scheduled_date == 5
    assert sms(transliteration={"alphabet": 5}, _check_type=False).transliteration.alphabet == 5  # type: ignore[union-attr]


def test_check_type_off_turns_off_all_rules_of_the_configuration() -> None:
    assert sms(_from=5, _check_type=False, _configuration=Configuration())._from == 5


def test_a_configuration_can_turn_rules_off() -> None:
    without_lengths = Configuration(disabled_client_side_validations="minLength, maxLength, format")
    assert sms(_from="A", country_iso="NLD", _configuration=without_lengths)._from == "A"
    with pytest.raises(ApiValueError, match=r"^transliteration\.alphabet"):
        sms(transliteration={"alphabet": "x"}, _configuration=without_lengths)

    without_rules = Configuration()
    without_rules.client_side_validation = False
    relaxed = sms(_from="A", transliteration={"alphabet": "x"}, _configuration=without_rules)
    assert relaxed.transliteration is not None
    assert relaxed.transliteration.alphabet == "x"
    with pytest.raises(ApiTypeError, match="^text"):
        sms(text=5, _configuration=without_rules)


def test_a_configuration_can_discard_unknown_fields() -> None:
    discarding = Configuration(discard_unknown_keys=True)
    request = sms(txt="Hi", transliteration={"alphabet": "NONE", "more": 1}, _configuration=discarding)
    assert request == sms(transliteration=Transliteration("NONE"))


def test_options_of_older_clients_are_taken() -> None:
    assert sms(_spec_property_naming=True, _path_to_item=(), _visited_composed_classes=()) == sms()


# Nested models


def test_nested_models_are_wrapped_once_and_kept() -> None:
    response = SendSmsMessageResponse.from_dict(send_response(2))
    assert response.info is response.info
    assert response.data is response.data
    assert response.data[1] is response["data"][1]
    assert isinstance(response.info, Info)
    assert isinstance(response.data[0], DataSms)


def test_a_nested_model_stays_part_of_its_parent() -> None:
    part = Transliteration("NONE")
    request = sms(transliteration=part)
    assert request.transliteration is part
    part.alphabet = "POLISH"
    assert wire(request)["transliteration"] == {"alphabet": "POLISH"}
    part.remove_emojis = True
    assert wire(request)["transliteration"] == {"alphabet": "POLISH", "removeEmojis": True}
    del part.remove_emojis
    assert request.to_dict()["transliteration"] == {"alphabet": "POLISH"}


def test_changes_of_deeply_nested_models_are_sent() -> None:
    request = AddContactsToGroupWithFieldsRequest([GroupAdd("+3161", custom_fields={"height": "1.78m"})])
    fields = request.phone_numbers[0].custom_fields
    assert fields is not None
    fields["height"] = "1.80m"
    fields.custom_field_name["weight"] = "70kg"
    assert wire(request)["phoneNumbers"][0]["customFields"] == {"height": "1.80m", "weight": "70kg"}
    fields.custom_field_name = {"size": "L"}
    assert wire(request)["phoneNumbers"][0]["customFields"] == {"size": "L"}
    del fields["size"]
    assert wire(request)["phoneNumbers"][0]["customFields"] == {}


def test_changes_of_a_read_model_are_sent() -> None:
    response = SendSmsMessageResponse.from_dict(send_response(3))
    response.data[1].text_analysis.parts = 2
    assert response.info.phone_numbers_by_country is not None
    response.info.phone_numbers_by_country["FR"] = 1
    del response.data[0]
    again = SendSmsMessageResponse.from_json(response.to_json())
    assert [one.msg_id for one in again.data] == ["1", "2"]
    assert again.data[0].text_analysis.parts == 2
    assert again.info.to_dict()["phone_numbers_by_country"] == {"NL": 3, "FR": 1}


def test_lists_of_models_are_lists() -> None:
    request = SendMultichannelMessageRequest(["+3161"], "Info", [Strategy("viber", template_id=1)])
    request.strategy.append(Strategy("sms", text="Hi"))
    assert [one["channel"] for one in wire(request)["strategy"]] == ["viber", "sms"]
    request.strategy[0] = Strategy("whatsapp", template_id=2)
    assert [one["channel"] for one in wire(request)["strategy"]] == ["whatsapp", "sms"]
    request.strategy.remove(request.strategy[0])
    assert wire(request)["strategy"] == [{"channel": "sms", "text": "Hi"}]
    request.strategy.clear()
    assert wire(request)["strategy"] == []


def test_a_dict_put_into_a_kept_list_has_python_or_wire_names() -> None:
    request = AddContactsToGroupWithFieldsRequest([])
    one = {"phone_number": "+3161", "custom_fields": {"height": "1.78m"}}
    request.phone_numbers.append(one)  # type: ignore[arg-type]
    request.phone_numbers.append({"phoneNumber": "+3162"})  # type: ignore[arg-type]
    expected = [{"phoneNumber": "+3161", "customFields": {"height": "1.78m"}}, {"phoneNumber": "+3162"}]
    assert wire(request)["phoneNumbers"] == expected
    assert request.to_dict()["phone_numbers"][0] == one


def test_plain_lists_are_the_wire_itself() -> None:
    request = sms()
    request.to.append("+3162")
    assert wire(request)["to"] == ["+31612469333", "+3162"]


# Dates


class Calendar(Model):
    """Dates in every place."""

    day: datetime | None = field("dayOff", type=datetime, default=None, kw_only=True)
    days: list[datetime] | None = field("daysOff", type=[datetime], default=None, kw_only=True)
    by_name: dict[str, datetime] | None = field("byName", type={str: datetime}, default=None, kw_only=True)


NOON = datetime(2024, 5, 1, 12, 0, 0)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (NOON, "2024-05-01 12:00:00"),
        (NOON.replace(microsecond=999_999), "2024-05-01 12:00:00"),
        (NOON.replace(tzinfo=timezone.utc), "2024-05-01 12:00:00"),
        (NOON.replace(tzinfo=AMSTERDAM), "2024-05-01 10:00:00"),
        (datetime(1, 2, 3, 4, 5, 6), "0001-02-03 04:05:06"),
        ("2024-05-01 12:00:00", "2024-05-01 12:00:00"),
    ],
)
def test_dates_are_sent_in_utc(given: Any, sent: str) -> None:
    assert wire(sms(scheduled_date=given))["scheduledDate"] == sent
    assert wire(Calendar(day=given))["dayOff"] == sent
    read = sms(scheduled_date=given).scheduled_date
    assert read is not None
    assert read.utcoffset() == timedelta(0)
    assert read.replace(tzinfo=None).isoformat(sep=" ") == sent


@pytest.fixture
def _far_from_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "FAR+11")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_far_from_utc")
def test_the_time_zone_of_the_machine_does_not_matter() -> None:
    class Unknown(tzinfo):
        def utcoffset(self, _: Any) -> None:
            return None

    for zone in (None, Unknown(), timezone.utc):
        request = sms(scheduled_date=NOON.replace(tzinfo=zone))
        assert wire(request)["scheduledDate"] == "2024-05-01 12:00:00"
        assert request.scheduled_date == NOON.replace(tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "order", [("scheduled_date", "is_utc"), ("is_utc", "scheduled_date")], ids=["date first", "flag first"]
)
def test_local_dates_keep_their_wall_time(order: tuple[str, str]) -> None:
    values = {"scheduled_date": NOON.replace(tzinfo=AMSTERDAM), "is_utc": False}
    given = {name: values[name] for name in order}
    assigned = sms()
    for name, value in given.items():
        setattr(assigned, name, value)
    for request in (sms(**given), assigned):
        assert wire(request)["scheduledDate"] == "2024-05-01 12:00:00"
        assert request.scheduled_date == NOON
    assigned.is_utc = True
    assert wire(assigned)["scheduledDate"] == "2024-05-01 10:00:00"
    assert assigned.scheduled_date == NOON.replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2024-05-01",
        "2024-05-01T12:00:00",
        "2024-05-01 12:00",
        "2024-05-01 12:00:00Z",
        "2024-05-01 12:00:00.5",
        "2024-05-01 12:00+01",
        "2024-W18-3 12:00:00",
        "2024-13-01 12:00:00",
        "2024-02-30 12:00:00",
        "2024-05-01 25:00:00",
        "2024-05-01 12:00:0\u0660",
        "2024-05-01 12:00:00\n",
        "20240501 12:00:0000",
        "\ud800024-05-01 12:00:00",
    ],
)
def test_the_text_form_of_a_date_is_strict(text: str) -> None:
    with pytest.raises(ApiValueError, match="^scheduled_date: must be .* YYYY-MM-DD HH:MM:SS"):
        sms(scheduled_date=text)


@pytest.mark.parametrize("value", [5, date(2024, 5, 1), ["2024-05-01 12:00:00"], True])
def test_other_types_are_no_dates(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="^scheduled_date: must be a datetime, or text"):
        sms(scheduled_date=value)


@pytest.mark.parametrize("value", [datetime.max.replace(tzinfo=timezone(-timedelta(hours=1)))])
def test_a_date_outside_the_range_of_utc_is_refused(value: datetime) -> None:
    with pytest.raises(ApiValueError, match="^scheduled_date: "):
        sms(scheduled_date=value)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("2024-05-01 12:00:00", NOON),
        ("2024-05-01T12:00:00", NOON),
        ("2024-05-01T12:00:00Z", NOON),
        ("2024-05-01T14:00:00+02:00", NOON),
        ("2024-05-01T14:00:00+0200", NOON),
        ("2024-05-01 12:00:00.123456", NOON.replace(microsecond=123456)),
        ("2024-05-01T12:00:00.123Z", NOON.replace(microsecond=123000)),
        ("2024-05-01", datetime(2024, 5, 1)),
        ("20240501T120000Z", NOON),
    ],
)
def test_dates_read_as_aware_utc(raw: str, read: datetime) -> None:
    got = Calendar.from_dict({"dayOff": raw}).day
    assert got == read.replace(tzinfo=timezone.utc)
    assert got is not None
    assert got.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "raw", ["", "soon", "0000-00-00 00:00:00", "0001-01-01T00:00:00+14:00", "\ud800", "١٢٣", 5, [], {}, False]
)
def test_a_value_that_is_no_date_is_unchanged(raw: Any) -> None:
    assert Calendar.from_dict({"dayOff": raw}).day == raw
    assert sms(_check_type=False, scheduled_date=raw).scheduled_date == raw
    assert SendSmsMessageRequest.from_dict({"scheduledDate": raw, "isUtc": False}).scheduled_date == raw


def test_dates_in_lists_and_maps_are_dates() -> None:
    calendar = Calendar(days=[NOON, "2024-05-02 12:00:00"], by_name={"labour": NOON.replace(tzinfo=AMSTERDAM)})
    assert wire(calendar) == {
        "daysOff": ["2024-05-01 12:00:00", "2024-05-02 12:00:00"],
        "byName": {"labour": "2024-05-01 10:00:00"},
    }
    read = Calendar.from_json(calendar.to_json())
    assert read.days == [NOON.replace(tzinfo=timezone.utc), NOON.replace(day=2, tzinfo=timezone.utc)]
    assert read.by_name == {"labour": NOON.replace(tzinfo=AMSTERDAM)}
    assert read.to_dict() == {
        "days": ["2024-05-01 12:00:00", "2024-05-02 12:00:00"],
        "by_name": {"labour": "2024-05-01 10:00:00"},
    }


# Maps


@pytest.mark.parametrize(
    "make",
    [
        lambda: CustomFieldsObj({"height": "1.78m"}),
        lambda: CustomFieldsObj(height="1.78m"),
        lambda: CustomFieldsObj(MappingProxyType({"height": "1.78m"})),
        lambda: CustomFieldsObj(custom_field_name={"height": "1.78m"}),
        lambda: CustomFieldsObj({"customFieldName": {"height": "1.78m"}}),
        lambda: CustomFieldsObj.from_dict({"height": "1.78m"}),
        lambda: CustomFieldsObj.from_dict({"customFieldName": {"height": "1.78m"}}),
        lambda: CustomFieldsObj.from_dict({"custom_field_name": {"height": "1.78m"}}),
        lambda: CustomFieldsObj.from_json('{"customFieldName": {"height": "1.78m"}}'),
    ],
)
def test_a_map_reads_the_same_for_each_way_to_make_it(make: Any) -> None:
    fields = make()
    assert fields == CustomFieldsObj({"height": "1.78m"})
    assert fields["height"] == fields.height == fields.custom_field_name["height"] == "1.78m"
    assert fields.to_dict() == {"height": "1.78m"}
    assert (list(fields), len(fields), "height" in fields, "weight" in fields) == (["height"], 1, True, False)
    assert list(fields.items()) == [("height", "1.78m")]
    assert (list(fields.keys()), list(fields.values())) == (["height"], ["1.78m"])
    assert fields.get("height") == "1.78m"
    assert fields.get("weight", "?") == "?"
    assert dict(fields) == {"height": "1.78m"}


def test_a_map_made_by_a_program_is_sent_without_the_placeholder() -> None:
    assert CustomFieldsObj(custom_field_name={"height": "1.78m"}).to_json() == '{"height":"1.78m"}'
    group = GroupAdd("+3161", custom_fields=CustomFieldsObj.from_dict({"customFieldName": {"a": "b"}}).to_dict())
    assert wire(group)["customFields"] == {"a": "b"}


@pytest.mark.parametrize("placeholder", [False, True])
def test_changes_of_a_map_are_live(placeholder: bool) -> None:
    entries = {"height": "1.78m"}
    fields = CustomFieldsObj.from_dict({"customFieldName": entries} if placeholder else entries)
    view = fields.custom_field_name
    fields["weight"] = "70kg"
    view["size"] = "L"
    del fields["height"]
    assert fields.to_dict() == view == {"weight": "70kg", "size": "L"}
    assert CustomFieldsObj.from_json(fields.to_json()) == fields
    assert entries == {"height": "1.78m"}


def test_setting_one_entry_checks_that_entry_only() -> None:
    fields = CustomFieldsObj.from_dict({"odd": 5})
    fields["height"] = "1.78m"
    assert fields.to_dict() == {"odd": 5, "height": "1.78m"}
    with pytest.raises(ApiTypeError, match="^weight: must be a str, not an int"):
        fields["weight"] = 70  # type: ignore[assignment]
    with pytest.raises(ApiTypeError, match="must have str keys only"):
        fields[5] = "x"  # type: ignore[index]


def test_a_map_refuses_what_it_cannot_hold() -> None:
    with pytest.raises(ApiTypeError, match="^height: must be a str, not an int"):
        CustomFieldsObj(height=178)
    with pytest.raises(ApiTypeError, match="must be a dict, each value a str, not a list"):
        CustomFieldsObj([("height", "1.78m")])  # type: ignore[arg-type]
    with pytest.raises(ApiTypeError, match="must have str keys only"):
        CustomFieldsObj({1: "x"})  # type: ignore[dict-item]
    twenty = {f"field{i}": "x" for i in range(20)}
    fields = CustomFieldsObj(twenty)
    with pytest.raises(ApiValueError, match="must have at most 20 entries"):
        CustomFieldsObj({**twenty, "more": "x"})
    with pytest.raises(ApiValueError, match="must have at most 20 entries"):
        fields["more"] = "x"
    with pytest.raises(ApiValueError, match="^custom_fields: must have at most 20 entries"):
        GroupAdd("+3161", custom_fields={**twenty, "more": "x"})
    fields["field1"] = "y"
    assert len(fields) == 20


def test_a_missing_entry_is_reported_with_the_nearest_known_one() -> None:
    fields = CustomFieldsObj({"height": "1.78m"})
    with pytest.raises(ApiKeyError, match="CustomFieldsObj has no entry `hight`, did you mean `height`"):
        fields["hight"]
    with pytest.raises(ApiAttributeError, match="has no entry `hight`"):
        _ = fields.hight  # type: ignore[attr-defined]
    with pytest.raises(ApiKeyError, match="has no entry `hight`"):
        del fields["hight"]


def test_maps_of_maps() -> None:
    prices = PricingSmsResponse.from_dict({"countryCode": {"FR": {"operatorName": {"Orange": 0.05}}, "NL": {"KPN": 1}}})
    assert prices["FR"]["Orange"] == prices.FR.Orange == prices.country_code["FR"].operator_name["Orange"] == 0.05
    assert prices["NL"] is prices["NL"]
    prices["NL"]["KPN"] = 0.07
    prices["BE"] = {"Proximus": 0.06}  # type: ignore[assignment]
    assert prices["BE"].Proximus == 0.06
    again = PricingSmsResponse.from_json(prices.to_json())
    assert again == prices
    assert again.to_dict() == {"FR": {"Orange": 0.05}, "NL": {"KPN": 0.07}, "BE": {"Proximus": 0.06}}
    with pytest.raises(ApiTypeError, match=r"^FR\.Orange: must be a number"):
        PricingSmsResponse({"FR": {"Orange": "0.05"}})  # type: ignore[dict-item]


def test_an_entry_may_be_named_like_the_placeholder() -> None:
    odd = {"customFieldName": {"a": "b"}, "other": "c"}
    assert CustomFieldsObj.from_dict(odd).to_dict() == odd
    with pytest.raises(ApiTypeError, match="^customFieldName: must be a str"):
        CustomFieldsObj(odd)  # type: ignore[arg-type]
    prices = PricingSmsResponse.from_dict({"FR": {"Orange": 0.05}})
    prices["countryCode"] = {"x": 1.0}  # type: ignore[assignment]
    del prices["FR"]
    for _ in range(2):
        assert wire(prices) == {"countryCode": {"x": 1.0}}
        assert prices["countryCode"].to_dict() == {"x": 1.0}


def test_a_map_without_placeholder() -> None:
    prices = CountryPriceObj({"FR": CountryPriceObj1("F", custom_value="x")})
    assert prices["FR"].custom_value == "x"
    assert wire(prices) == {"FR": {"countryCode": "F", "customValue": "x"}}
    assert CountryPriceObj.from_dict({"": {"countryCode": "F"}})[""].country_code == "F"


def test_a_copied_map_is_independent() -> None:
    for fields in (CustomFieldsObj({"a": "b"}), CustomFieldsObj.from_dict({"customFieldName": {"a": "b"}})):
        for made in (copy.copy(fields), copy.deepcopy(fields), pickle.loads(pickle.dumps(fields))):
            made["c"] = "d"
            assert (made.to_dict(), fields.to_dict()) == ({"a": "b", "c": "d"}, {"a": "b"})


def test_an_entry_named_like_a_method_is_read_by_item() -> None:
    fields = CustomFieldsObj({"items": "x", "get": "y", "custom_field_name": "z"})
    assert (fields["items"], fields["get"], fields["custom_field_name"]) == ("x", "y", "z")
    assert fields.custom_field_name == {"items": "x", "get": "y", "custom_field_name": "z"}


# One of several forms


DELIVERY = {name: {"phoneNumbers": 1} for name in ("accepted", "delivered", "failed", "scheduled", "noCoverage")}
SUMMARY = {"phoneNumbers": 1, "parts": 1, "costParts": 0.5}
ERROR = {"type": "invalid_param", "message": "m", "uri": "u", "code": 1103}


@pytest.mark.parametrize(
    ("model", "data", "form"),
    [
        (GetChannelPricing200Response, {"FR": {"Orange": 0.05, "SFR": 0.06}}, PricingSmsResponse),
        (GetChannelPricing200Response, {"countryCode": {"FR": {"Orange": 0.05}}}, PricingSmsResponse),
        (
            GetChannelPricing200Response,
            {"FR": {"TRANSACTIONAL": 0.05, "PROMOTIONAL": 0.06}},
            PricingViberWhatsappResponse,
        ),
        (
            GetChannelPricing200Response,
            {"countryCode": {"FR": {"TRANSACTIONAL": 0.05, "PROMOTIONAL": 0.06}}},
            PricingViberWhatsappResponse,
        ),
        (
            GetChannelPricing200Response,
            {"FR": {"TRANSACTIONAL": None, "PROMOTIONAL": 0.06, "OTP": 0.01}, "NL": None},
            PricingViberWhatsappResponse,
        ),
        (GetChannelPricing200Response, {}, PricingSmsResponse),
        (GetSummaryReports200Response, {"data": {"sms": {**SUMMARY, "value": "sms"}}}, ReportsSummaryChannelResponse),
        (GetSummaryReports200Response, {"data": {"api": {**SUMMARY, "value": "api"}}}, ReportsSummarySourceResponse),
        (GetSummaryReports200Response, {"data": {"FR": SUMMARY}}, ReportsSummaryChannelResponse),
        (GetSummaryReports200Response, {"data": {"2024-05": DELIVERY}}, ReportsSummaryDeliveryResponse),
        (
            GetSummaryReports200Response,
            {"data": {"2024-05": {**DELIVERY, "rejected": {}}}, "more": 1},
            ReportsSummaryDeliveryResponse,
        ),
        (GetSummaryReports200Response, {"data": None}, ReportsSummaryChannelResponse),
        (GetSummaryReports200Response, {}, ReportsSummaryChannelResponse),
    ],
)
def test_the_form_that_fits(model: Any, data: dict[str, Any], form: type[Model]) -> None:
    response = model.from_dict(data)
    assert type(response.actual) is form
    assert response.actual is response.actual
    assert response.to_dict(wire=True) == json.loads(response.to_json()) == data
    assert model.from_json(json.dumps(data)) == response
    assert pickle.loads(pickle.dumps(response)) == copy.deepcopy(response) == response
    assert type(model.from_dict(response.to_dict()).actual) is form


def test_bad_requests_with_and_without_invalid_numbers() -> None:
    with_numbers = AddContactsToGroup400Response.from_dict({"error": ERROR, "invalid": ["+316"]})
    assert type(with_numbers.actual).__name__ == "Model400InvalidPhoneNumbers"
    assert with_numbers.invalid == ["+316"]
    without = AddContactsToGroup400Response.from_dict({"error": ERROR})
    assert type(without.actual).__name__ == "Model400InvalidParamGroups"
    assert without.error.code == with_numbers.error.code == 1103
    odd = AddContactsToGroup400Response.from_dict({"error": {"code": "new"}, "invalid": None, "hint": "h"})
    assert odd.error.code == "new"
    assert odd["hint"] == "h"


def test_attributes_items_and_iteration_are_those_of_the_form() -> None:
    prices = GetChannelPricing200Response.from_dict({"FR": {"Orange": 0.05}})
    assert prices.FR.Orange == prices["FR"]["Orange"] == prices.country_code["FR"]["Orange"] == 0.05
    assert (list(prices), "FR" in prices, "NL" in prices) == (["FR"], True, False)
    assert prices.to_dict() == {"FR": {"Orange": 0.05}}
    prices["NL"] = {"KPN": 0.07}
    prices["FR"]["SFR"] = 0.06
    assert wire(prices) == {"FR": {"Orange": 0.05, "SFR": 0.06}, "NL": {"KPN": 0.07}}
    prices.country_code = {"BE": {"Proximus": 0.06}}
    assert wire(prices) == prices.to_dict(wire=True) == {"BE": {"Proximus": 0.06}}
    with pytest.raises(ApiAttributeError):
        _ = prices.XX


def test_one_of_is_made_in_the_form_that_fits() -> None:
    viber = GetChannelPricing200Response(FR={"TRANSACTIONAL": 0.05, "PROMOTIONAL": 0.06})
    assert type(viber.actual) is PricingViberWhatsappResponse
    assert viber.FR.transactional == 0.05
    assert type(GetChannelPricing200Response(FR={"Orange": 0.05}).actual) is PricingSmsResponse
    assert AddContactsToGroup400Response(error=ERROR | {"x": 1}, _check_type=False).error.code == 1103
    with pytest.raises(ApiTypeError, match="GetChannelPricing200Response fits none of its forms. PricingSmsResponse: "):
        GetChannelPricing200Response(FR="cheap")


# A single value


def test_a_scalar_is_its_value() -> None:
    event = CallbackEventTypes("dlr_update")
    assert (event.value, str(event), event.to_json()) == ("dlr_update", "dlr_update", '"dlr_update"')
    assert CallbackEventTypes.from_json(event.to_json()) == CallbackEventTypes(value="dlr_update") == event
    assert CallbackEventTypes.from_json('"new_event"').value == "new_event"
    assert pickle.loads(pickle.dumps(event)) == event
    assert repr(event) == "dlr_update"
    with pytest.raises(ApiValueError, match="^value: must be one of .* did you mean `dlr_update`"):
        CallbackEventTypes("dlr_updat")
    with pytest.raises(ApiValueError, match="CallbackEventTypes.from_json takes JSON text"):
        CallbackEventTypes.from_json("dlr_update")


# Reading and writing JSON


def test_reading_a_response_checks_nothing() -> None:
    odd = {"info": {"totalCost": "free"}, "data": [None, 5, {"status": "NEW"}], "more": {"a": [1]}}
    response = SendSmsMessageResponse.from_dict(odd)
    assert response.info.total_cost == "free"
    assert response.info.campaign_id is None
    assert response.data[:2] == [None, 5]
    assert response.data[2].status == "NEW"
    assert response["more"] == {"a": [1]}
    assert wire(response) == odd
    for wrong in ("none", 5, [], True):
        assert SendSmsMessageResponse.from_dict({"info": wrong, "data": wrong}).info == wrong
    assert SendSmsMessageResponse.from_dict({"info": None}).info is None


def test_from_dict_reads_python_names_at_every_depth() -> None:
    response = SendSmsMessageResponse.from_dict(send_response(2))
    again = SendSmsMessageResponse.from_dict(response.to_dict())
    assert again == response
    assert again.info.total_cost == 0.1
    assert again.data[0].text_analysis.parts == 1
    summary = ReportsSummaryCountryResponse.from_dict({"data": {"FR": {"phone_numbers": 3}}})
    assert summary.data["FR"].phone_numbers == 3
    assert PricingViberWhatsappResponse.from_dict({"FR": {"transactional": 1.0}}).FR.transactional == 1.0


def test_from_dict_takes_dates_and_models_too() -> None:
    data = {"scheduled_date": NOON.replace(tzinfo=AMSTERDAM), "transliteration": Transliteration("NONE")}
    utc = SendSmsMessageRequest.from_dict(data)
    assert wire(utc) == {"scheduledDate": "2024-05-01 10:00:00", "transliteration": {"alphabet": "NONE"}}
    local = SendSmsMessageRequest.from_dict({**data, "is_utc": False})
    assert wire(local)["scheduledDate"] == "2024-05-01 12:00:00"


def test_the_input_and_the_model_share_nothing() -> None:
    data = send_response(1)
    response = SendSmsMessageResponse.from_dict(data)
    response.info.total_cost = 5.0
    response.data[0].text_analysis.parts = 9
    response.to_dict(wire=True)["info"]["totalCost"] = 7
    response.to_dict()["data"].clear()
    assert data == send_response(1)
    assert (response.info.total_cost, response.data[0].text_analysis.parts) == (5.0, 9)


def test_mappings_and_tuples_are_read_as_objects_and_lists() -> None:
    response = SendSmsMessageResponse.from_dict(
        MappingProxyType({"info": OrderedDict(totalCost=1), "data": ({"msgId": "1"},)})
    )
    assert response.info.total_cost == 1
    assert response.data[0].msg_id == "1"


@pytest.mark.parametrize("data", [None, "x", 5, [("to", 1)]])
def test_from_dict_wants_a_mapping(data: Any) -> None:
    for model in (SendSmsMessageRequest, CustomFieldsObj, GetChannelPricing200Response):
        with pytest.raises(ApiTypeError, match=f"{model.__name__}.from_dict takes a mapping, not "):
            model.from_dict(data)


@pytest.mark.parametrize("text", ["", "{", "{'to': 1}", b"\xff\xfe", "[" * 200_000, '{"a":' * 200_000])
@pytest.mark.usefixtures("no_garbage_collection")
def test_from_json_wants_json(text: Any) -> None:
    for model in (SendSmsMessageRequest, CustomFieldsObj, GetChannelPricing200Response):
        with pytest.raises(ApiValueError, match=f"{model.__name__}.from_json takes JSON text: "):
            model.from_json(text)


@pytest.mark.parametrize("text", ["[]", "null", "5", '"x"'])
def test_from_json_wants_an_object(text: str) -> None:
    for model in (SendSmsMessageRequest, CustomFieldsObj, GetChannelPricing200Response):
        with pytest.raises(ApiTypeError, match=f"{model.__name__}.from_json takes .* object, not "):
            model.from_json(text)


@pytest.mark.parametrize("text", [None, 5, {}])
def test_from_json_wants_text(text: Any) -> None:
    for model in (SendSmsMessageRequest, CustomFieldsObj, CallbackEventTypes):
        with pytest.raises(ApiTypeError, match=f"{model.__name__}.from_json takes JSON text, not "):
            model.from_json(text)


def test_equality_is_that_of_the_data() -> None:
    assert sms() == sms()
    assert sms() != sms(text="Other")
    assert Paging(None, None) != Paging(None, None, size=0)
    assert InboundSms(1, 0.5) != {"total": 1, "cost": 0.5}
    assert SendSmsMessageRequest.from_dict(sms().to_dict(wire=True)) == sms()
    assert CustomFieldsObj({"a": "b"}) != GroupAddCustomFields({"a": "b"})
    with pytest.raises(TypeError, match="unhashable"):
        hash(sms())


def test_copies() -> None:
    request = sms(transliteration=Transliteration("NONE"), scheduled_date=NOON)
    shallow, deep, pickled = copy.copy(request), copy.deepcopy(request), pickle.loads(pickle.dumps(request))
    assert request == shallow == deep == pickled
    shallow.text = deep.text = pickled.text = "Other"
    assert request.text == "Hi"
    deep.to.append("+3162")
    assert deep.transliteration is not None
    deep.transliteration.alphabet = "POLISH"
    assert request == sms(transliteration=Transliteration("NONE"), scheduled_date=NOON)


def test_a_copy_keeps_the_date_as_it_was_given() -> None:
    request = sms(scheduled_date=NOON.replace(tzinfo=AMSTERDAM))
    for made in (copy.copy(request), copy.deepcopy(request), pickle.loads(pickle.dumps(request))):
        made.is_utc = False
        assert wire(made)["scheduledDate"] == "2024-05-01 12:00:00"
    assert wire(request)["scheduledDate"] == "2024-05-01 10:00:00"


# Printing


def test_repr_is_readable() -> None:
    request = sms(transliteration=Transliteration("NONE"))
    assert repr(request) == (
        "{'to': ['+31612469333'], '_from': 'InfoText', 'text': 'Hi', 'transliteration': {'alphabet': 'NONE'}}"
    )
    request["new field"] = 1
    assert repr(request).endswith(" 'new field': 1}")
    assert repr(CustomFieldsObj({"height": "1.78m"})) == "{'height': '1.78m'}"


def test_to_str_shows_a_field_to_a_line() -> None:
    request = sms(text="word " * 30, country_iso="NL")
    assert str(request) == request.to_str()
    assert request.to_str().splitlines()[0] == "{'to': ['+31612469333'],"
    assert " 'country_iso': 'NL'}" in request.to_str().splitlines()


def test_repr_is_bounded() -> None:
    request = sms(to=["+31612469333"] * 25_000)
    assert "... 25000 in all]" in repr(request)
    assert len(repr(request)) < 5_000
    assert len(repr(SendSmsMessageResponse.from_dict(send_response(25_000)))) < 20_000


def test_repr_of_a_long_response_copies_little_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    response = SendSmsMessageResponse.from_dict(send_response(1_000))
    seen = []
    renamed = Model.__wire_plain__

    def counted(self: Model, *args: Any, **kwargs: Any) -> dict[str, Any]:
        seen.append(self)
        return renamed(self, *args, **kwargs)

    monkeypatch.setattr(Model, "__wire_plain__", counted)
    repr(response)
    assert len(seen) < 300


def test_secrets_are_masked_where_models_are_printed() -> None:
    for model in (
        OauthTokenResponse.from_dict({"access_token": "s3cret", "expires_in": 5}),
        VerifyPinRequest("s3cret"),
        ApplicationsListResponse.from_dict({"data": [{"applicationSecret": "s3cret", "name": "app"}]}),
        ApplicationsListResponse.from_dict({"data": [{"applicationSecret": {"new": "s3cret"}}]}),
        VerifyPinRequest("s3cret", _check_type=False, _configuration=Configuration()),
    ):
        for text in (repr(model), str(model), model.to_str(), f"{model}", repr([model])):
            assert "s3cret" not in text
            assert "***" in text
        assert "s3cret" in json.dumps(model.to_dict())
        assert "s3cret" in model.to_json()
    assert "***" not in repr(OauthTokenResponse.from_dict({"access_token": None}))
    for wrong in (5, ["s3cret"]):
        with pytest.raises(ApiTypeError) as caught:
            VerifyPinRequest(wrong)  # type: ignore[arg-type]
        assert "s3cret" not in str(caught.value)


# Unusual input


def deep_models() -> list[Model]:
    deep = nested(DEEP)
    return [
        SendSmsMessageResponse.from_dict({"info": deep, "data": deep, "more": deep}),
        SendSmsMessageResponse.from_dict({"info": {"totalCost": deep, "phoneNumbersByCountry": {"FR": deep}}}),
        PricingSmsResponse.from_dict({"FR": deep, "NL": {"KPN": deep}}),
        CustomFieldsObj.from_dict({"a": deep}),
        GetSummaryReports200Response.from_dict({"data": {"a": {"accepted": deep}}}),
        ConversationReplyViberRequest("Hi", {"image": deep}),
    ]


def test_deeply_nested_models_work() -> None:
    for model in deep_models():
        assert len(repr(model)) < 50_000
        assert len(str(model)) < 50_000
        for name in model:
            assert model[name] is not None
        for copied in (model.to_dict(), model.to_dict(wire=True), copy.deepcopy(model)):
            assert len(copied) if isinstance(copied, dict) else copied is not model


@pytest.mark.usefixtures("no_garbage_collection")
def test_depth_beyond_json_is_explained() -> None:
    reply = ConversationReplyViberRequest("Hi", {"image": nested(200_000)})
    with pytest.raises(ApiTypeError, match="cannot be sent as JSON: "):
        reply.to_json()


def test_lone_surrogates_are_carried() -> None:
    data = {"info": {"campaignId": "\ud800", "\udfff": 1}, "data": [{"createdAt": "\ud800"}], "\ud800": "\udc00"}
    response = SendSmsMessageResponse.from_json(json.dumps(data))
    assert response.info.campaign_id == "\ud800"
    assert response.data[0].created_at == "\ud800"
    assert wire(response) == data
    for text in (repr(response), str(response), response.to_json()):
        text.encode()
    prices = CustomFieldsObj.from_dict({"\ud800": "\udfff"})
    assert repr(prices).encode() == b"{'\\ud800': '\\udfff'}"
    with pytest.raises(ApiExceptionBase):
        sms(**{"\ud800": 1})


def test_threads_read_the_same_model() -> None:
    expected = send_response(50)
    prices = {f"C{i}": {"A": 1.0, "B": 2.0} for i in range(50)}
    failures: list[BaseException] = []
    start = threading.Barrier(4)

    def read(response: SendSmsMessageResponse, price_list: PricingSmsResponse) -> None:
        try:
            start.wait(timeout=60)
            for _ in range(20):
                assert [one.msg_id for one in response.data] == [str(i) for i in range(50)]
                assert wire(response) == response.to_dict(wire=True) == expected
                assert sum(country.A for country in price_list.values()) == 50
                assert wire(price_list) == prices
                assert "C49" in price_list.to_dict()
        except BaseException as failure:
            failures.append(failure)

    for _ in range(5):
        shared = (SendSmsMessageResponse.from_dict(expected), PricingSmsResponse.from_dict(prices))
        threads = [threading.Thread(target=read, args=shared) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert failures == []


# Declaring models


def test_a_model_of_a_program() -> None:
    class Tagged(SendSmsMessageRequest):
        """A request with a tag."""

        tags: list[str] = field("tagList", type=[str], required=True)
        parts: list[Strategy] | None = field("partList", type=["Strategy"], default=None, kw_only=True)

    tagged = Tagged(["+3161"], "Info", "Hi", ["a"], parts=[{"channel": "sms"}], transliteration={"alphabet": "NONE"})
    assert wire(tagged)["tagList"] == ["a"]
    assert tagged.parts is not None
    assert tagged.parts[0].channel == "sms"
    assert tagged.transliteration == Transliteration("NONE")
    assert sms(transliteration=None) == sms()


@pytest.mark.parametrize("slots", ["__weakref__", ("__dict__",), ("__own",), ("a", "b")])
def test_a_model_of_a_program_may_have_slots(slots: Any) -> None:
    class Own(SendSmsMessageRequest):
        """A request with slots."""

        __slots__ = slots

    own = Own(["+3161"], "Info", "Hi", transliteration={"alphabet": "NONE"})
    assert own.transliteration == Transliteration("NONE")
    assert wire(own)["transliteration"] == {"alphabet": "NONE"}


def test_a_limit_that_does_not_exist_is_reported() -> None:
    with pytest.raises(TypeError, match=r"field\('x'\) has no parameter maxlength"):
        field("x", maxlength=5)


def test_a_map_may_hold_anything() -> None:
    class Anything(MapModel[Any]):
        """A map of anything."""

    anything = Anything({"a": [1, {"b": None}]}, c=None)
    assert wire(anything) == {"a": [1, {"b": None}], "c": None}
    assert anything.c is None


@pytest.mark.parametrize("target", ["paging.Paging", "Paging"])
def test_a_field_names_its_model_with_or_without_the_module(target: str) -> None:
    class Page(Model):
        paging: Any = field("paging", type=target)

    assert type(Page.from_dict({"paging": {}}).paging).__name__ == "Paging"
    with pytest.raises(ApiTypeError, match=r"paging: must be a Paging or a dict, not an int"):
        Page(paging=5)
