"""Lists and dicts that a program gives to a model and changes before the call."""

from __future__ import annotations

import copy
from collections import deque
from typing import Any, Callable

import pytest

from smscx_client import ApiClient, ApiTypeError, ApiValueError, Configuration
from smscx_client.apis import GroupsApi, MultichannelApi, SmsApi
from smscx_client.models import (
    AddContactsToGroupWithFieldsRequest,
    CustomFields,
    GroupAdd,
    SendMultichannelMessageRequest,
    SendSmsMessageRequest,
    SendViberMessageRequest,
    Strategy,
)
from test.support.recorder import Recorder

VIBER = {"channel": "viber", "template_id": 1}
SMS = {"channel": "sms", "text": "Hi"}


def contacts(rows: Any) -> AddContactsToGroupWithFieldsRequest:
    return AddContactsToGroupWithFieldsRequest(phone_numbers=rows)


def sent_numbers(recorder: Recorder, request: Any) -> list[str]:
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        GroupsApi(client).add_contacts_to_group_with_fields(7, request)
    return [row["phoneNumber"] for row in recorder.requests[-1].json["phoneNumbers"]]


CHANGES: list[tuple[Callable[[list[Any]], Any], list[str]]] = [
    (lambda rows: rows.append({"phone_number": "+3163"}), ["+3161", "+3162", "+3163"]),
    (lambda rows: rows.append(GroupAdd("+3163")), ["+3161", "+3162", "+3163"]),
    (lambda rows: rows.insert(0, {"phoneNumber": "+3163"}), ["+3163", "+3161", "+3162"]),
    (lambda rows: rows.pop(), ["+3161"]),
    (lambda rows: rows.reverse(), ["+3162", "+3161"]),
    (lambda rows: rows[0].update(phone_number="+3163"), ["+3163", "+3162"]),
    (lambda rows: rows.__setitem__(1, {"phone_number": "+3163"}), ["+3161", "+3163"]),
]


@pytest.mark.parametrize("read_before", [False, True], ids=["unread", "read"])
@pytest.mark.parametrize("assigned", [False, True], ids=["constructor", "assignment"])
@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_the_items_of_a_list_of_dicts_at_the_time_of_the_call_are_sent(
    recorder: Recorder, change: Callable[[list[Any]], Any], expected: list[str], assigned: bool, read_before: bool
) -> None:
    rows: list[Any] = [{"phone_number": "+3161"}, {"phone_number": "+3162"}]
    request = contacts([] if assigned else rows)
    if assigned:
        request.phone_numbers = rows
    if read_before:
        assert [one.phone_number for one in request.phone_numbers] == ["+3161", "+3162"]
    change(rows)
    assert [one.phone_number for one in request.phone_numbers] == expected
    assert [row["phoneNumber"] for row in request.to_dict(wire=True)["phoneNumbers"]] == expected
    assert sent_numbers(recorder, request) == expected


def test_other_sequences_and_the_dict_of_a_map_are_copied() -> None:
    numbers = deque(["+31612469333"])
    rows = deque([{"phone_number": "+3161"}])
    fields = {"height": "1.78m"}
    request = SendSmsMessageRequest(to=numbers, _from="Info", text="Hi")
    with_fields = contacts(rows)
    custom = CustomFields(fields)
    numbers.append("+3162")
    rows.append({"phone_number": "+3162"})
    fields["voucher"] = "X1"
    assert request.to_dict(wire=True)["to"] == ["+31612469333"]
    assert with_fields.to_dict(wire=True)["phoneNumbers"] == [{"phoneNumber": "+3161"}]
    assert dict(custom.items()) == {"height": "1.78m"}


def test_a_list_of_dicts_that_was_empty_is_sent_as_it_is_at_the_call(recorder: Recorder) -> None:
    rows: list[Any] = []
    request = contacts(rows)
    rows.append({"phone_number": "+3161"})
    assert sent_numbers(recorder, request) == ["+3161"]


def test_a_list_that_was_empty_reads_as_models() -> None:
    rows: list[Any] = []
    request = contacts(rows)
    rows.append({"phone_number": "+3161"})
    assert [one.phone_number for one in request.phone_numbers] == ["+3161"]


def test_dicts_that_are_added_to_a_list_of_models_read_as_models() -> None:
    rows: list[Any] = [GroupAdd("+3161")]
    request = contacts(rows)
    rows.append({"phone_number": "+3162"})
    assert [one.phone_number for one in request.phone_numbers] == ["+3161", "+3162"]


def test_a_dict_that_was_empty_is_sent_as_it_is_at_the_call() -> None:
    fields: dict[str, Any] = {}
    request = SendViberMessageRequest(["+31612469333"], "Info", 7, custom_fields=fields)
    row = GroupAdd("+3161", custom_fields=fields)
    fields["voucher"] = "X1"
    assert request.to_dict(wire=True)["customFields"] == {"voucher": "X1"}
    assert row.to_dict(wire=True)["customFields"] == {"voucher": "X1"}


def test_changes_of_the_map_and_of_the_dict_are_both_sent() -> None:
    fields = {"height": "1.78m", "color": "red"}
    request = SendViberMessageRequest(["+31612469333"], "Info", 7, custom_fields=fields)
    shown = request.custom_fields
    assert shown is not None
    shown["order"] = "5"
    shown["color"] = "blue"
    fields["voucher"] = "X1"
    del fields["height"]
    assert request.to_dict(wire=True)["customFields"] == {"voucher": "X1", "order": "5", "color": "blue"}
    assert dict(shown.items()) == {"voucher": "X1", "order": "5", "color": "blue"}


def test_the_list_of_the_program_stays_as_it_is() -> None:
    rows = [{"phone_number": "+3161"}]
    request = contacts(rows)
    request.phone_numbers.append(GroupAdd("+3162"))
    request.phone_numbers[0].phone_number = "+3163"
    assert rows == [{"phone_number": "+3161"}]


def test_changes_of_the_model_and_of_the_list_are_both_sent(recorder: Recorder) -> None:
    rows = [{"phone_number": "+3161"}, {"phone_number": "+3162"}]
    request = contacts(rows)
    shown = request.phone_numbers
    shown[0].phone_number = "+3169"
    shown.append(GroupAdd("+3165"))
    rows.append({"phone_number": "+3163"})
    assert sent_numbers(recorder, request) == ["+3169", "+3162", "+3163", "+3165"]
    assert [one.phone_number for one in shown] == ["+3169", "+3162", "+3163", "+3165"]


def test_items_added_to_a_list_of_dicts_are_checked_at_the_call(recorder: Recorder) -> None:
    steps: list[Any] = [VIBER, SMS]
    request = SendMultichannelMessageRequest(["+31612469333"], "Info", steps)
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        for wrong, error in (({"channel": "fax"}, ApiValueError), ({}, ApiTypeError), (5, ApiTypeError)):
            steps[2:] = [wrong]
            with pytest.raises(error, match=r"strategy\[2\]"):
                MultichannelApi(client).send_multichannel_message(request)
            assert len(request.strategy) == 3  # wrong values can be read, too
            assert repr(request)
        steps[1:] = []
        with pytest.raises(ApiValueError, match="strategy: must have 2 or more items"):
            MultichannelApi(client).send_multichannel_message(request)
    assert recorder.requests == []


def test_the_entries_of_a_dict_at_the_time_of_the_call_are_sent(recorder: Recorder) -> None:
    fields = {"height": "1.78m"}
    request = SendViberMessageRequest(["+31612469333"], "Info", 7, custom_fields=fields)
    assert request.custom_fields is not None
    assert request.custom_fields["height"] == "1.78m"
    fields["voucher"] = "X1"
    del fields["height"]
    assert request.to_dict(wire=True)["customFields"] == {"voucher": "X1"}
    request.custom_fields["order"] = "5"
    assert request.to_dict(wire=True)["customFields"] == {"voucher": "X1", "order": "5"}
    assert fields == {"voucher": "X1"}


def test_a_replaced_list_is_no_longer_followed() -> None:
    rows = [{"phone_number": "+3161"}]
    request = contacts(rows)
    request.phone_numbers = [GroupAdd("+3162")]
    rows.append({"phone_number": "+3163"})
    assert [one.phone_number for one in request.phone_numbers] == ["+3162"]


def test_a_copy_of_a_model_follows_nothing() -> None:
    rows = [VIBER, SMS]
    request = SendMultichannelMessageRequest(["+31612469333"], "Info", rows)
    copied = copy.deepcopy(request)
    assert copied == request
    rows.append({"channel": "whatsapp", "template_id": 2})
    assert [one.channel for one in copied.strategy] == ["viber", "sms"]
    assert [one.channel for one in request.strategy] == ["viber", "sms", "whatsapp"]
    assert copied != request


def test_one_list_can_be_given_to_two_models() -> None:
    steps: list[Any] = [VIBER, SMS]
    one, other = (SendMultichannelMessageRequest([to], "Info", steps) for to in ("+3161", "+3162"))
    one.strategy.append(Strategy("whatsapp", template_id=2))
    assert [len(one.strategy), len(other.strategy)] == [3, 2]


def test_a_dict_of_plain_values_is_sent_as_it_is_at_the_call(recorder: Recorder) -> None:
    body: dict[str, Any] = {"to": ["+31612469333"], "_from": "Info", "text": "Hi"}
    body["to"].append("+31612469334")
    with ApiClient(Configuration(host=recorder.host, api_key="KEY")) as client:
        SmsApi(client).send_sms(body)
    assert recorder.requests[-1].json["to"] == ["+31612469333", "+31612469334"]
