"""The body of a call as keywords of its method, as a dict, and as a model; ``from_`` and single strings."""

from __future__ import annotations

import inspect
import uuid
from collections import UserDict, deque
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from smscx_client import Client, apis, models, types
from smscx_client._models.base import Model
from smscx_client.exceptions import ApiAttributeError, ApiTypeError, ApiValueError
from smscx_client.models import DataSms, NewOtpRequest, SendSmsMessageRequest, Transliteration
from smscx_client.operation import Operation
from test.support.recorder import Recorder

SENT = {"info": {"totalCost": 0.075}, "data": []}


@pytest.fixture
def client(recorder: Recorder) -> Iterator[Client]:
    recorder.respond(SENT)
    with Client(api_key="test-key", host=recorder.host, auto_idempotency=False) as made:
        yield made


def sent_by(recorder: Recorder, call: Callable[[], object]) -> Any:
    """The JSON that a call sends."""
    call()
    return recorder.requests.pop().json


WIRE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}


def test_all_forms_of_a_body_send_the_same(client: Client, recorder: Recorder) -> None:
    number, send = "+31612469333", client.sms.send_sms
    model = SendSmsMessageRequest(to=[number], _from="InfoText", text="Hi")
    forms: list[Callable[[], object]] = [
        lambda: send(to=number, from_="InfoText", text="Hi"),
        lambda: send(to=[number], from_="InfoText", text="Hi", country_iso=None),
        lambda: send(to=[number], _from="InfoText", text="Hi"),  # type: ignore[call-overload]
        lambda: send(model),
        lambda: send(send_sms_message_request=model),
        lambda: send(SendSmsMessageRequest(to=[number], from_="InfoText", text="Hi")),
        lambda: send({"to": number, "from_": "InfoText", "text": "Hi"}),
        lambda: send({"to": [number], "from": "InfoText", "text": "Hi"}),
        lambda: send({"to": number, "_from": "InfoText", "text": "Hi"}),  # type: ignore[call-overload]
        lambda: send(UserDict(to=number, from_="InfoText", text="Hi")),  # type: ignore[call-overload]
        lambda: send(to=number, from_="InfoText", text="Hi", _check_input_type=True),
    ]
    assert [sent_by(recorder, form) for form in forms] == [WIRE] * len(forms)


def test_keywords_take_what_models_take(client: Client, recorder: Recorder) -> None:
    track, day = uuid.uuid4(), datetime(2026, 12, 1, 9, tzinfo=timezone.utc)
    sent = sent_by(
        recorder,
        lambda: client.sms.send_sms(
            to=["+31612469333"],
            from_="InfoText",
            text="Hi",
            scheduled_date=day,
            track_data=track,
            transliteration={"alphabet": "POLISH", "remove_emojis": True},
            _request_timeout=5,
        ),
    )
    assert sent == {
        **WIRE,
        "scheduledDate": "2026-12-01 09:00:00",
        "trackData": str(track),
        "transliteration": {"alphabet": "POLISH", "removeEmojis": True},
    }
    assert sent_by(
        recorder,
        lambda: client.sms.send_sms(
            to="+31612469333",
            from_="InfoText",
            text="Hi",
            scheduled_date="2026-12-01 09:00:00",
            transliteration=Transliteration("NONE"),
        ),
    ) == {**WIRE, "scheduledDate": "2026-12-01 09:00:00", "transliteration": {"alphabet": "NONE"}}


def test_a_naive_datetime_counts_as_utc_and_the_documentation_says_so(client: Client, recorder: Recorder) -> None:
    naive = datetime(2026, 12, 1, 9)
    sent = sent_by(
        recorder, lambda: client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi", scheduled_date=naive)
    )
    assert sent["scheduledDate"] == "2026-12-01 09:00:00"
    words = " ".join((inspect.getdoc(client.sms.send_sms) or "").split())
    assert "A datetime without a time zone counts as UTC, unless ``is_utc`` is False." in words


@pytest.mark.parametrize(
    "many",
    [("+31612469333", "+31612469334"), deque(["+31612469333", "+31612469334"]), ["+31612469333", "+31612469334"]],
)
def test_any_sequence_of_strings_is_a_list(client: Client, recorder: Recorder, many: Any) -> None:
    numbers = ["+31612469333", "+31612469334"]
    assert sent_by(recorder, lambda: client.sms.send_sms(to=many, from_="InfoText", text="Hi"))["to"] == numbers
    assert sent_by(recorder, lambda: client.groups.add_contacts_to_group(1, phone_numbers=many)) == {
        "phoneNumbers": numbers
    }
    assert SendSmsMessageRequest(to=many, _from="InfoText", text="Hi").to == numbers


def test_one_string_stands_for_a_list_in_every_method(client: Client, recorder: Recorder) -> None:
    assert sent_by(recorder, lambda: client.numbers.validate_numbers(phone_numbers="+31612469333")) == {
        "phoneNumbers": ["+31612469333"]
    }
    assert sent_by(
        recorder, lambda: client.optouts.add_contact_to_optouts_list(phone_numbers="+31612469333", allow_invalid=True)
    ) == {"phoneNumbers": ["+31612469333"], "allowInvalid": True}


def test_a_path_parameter_stands_before_the_fields(client: Client, recorder: Recorder) -> None:
    contact = str(uuid.uuid4())
    client.groups.update_contact_from_group(7, contact, first_name="Anna", custom_fields={"height": "1.78m"})
    request = recorder.requests.pop()
    assert (request.path, request.json) == (
        f"/groups/7/{contact}",
        {"firstName": "Anna", "customFields": {"height": "1.78m"}},
    )
    otp_id = str(uuid.uuid4())
    assert sent_by(recorder, lambda: client.otp.verify_otp(otp_id, pin="1544")) == {"pin": "1544"}
    assert sent_by(recorder, lambda: client.otp.verify_otp(otp_id, "1544")) == {"pin": "1544"}
    with pytest.raises(ApiValueError, match="^pin: must have at least 1 character$"):
        client.otp.verify_otp(otp_id, "")


def test_null_is_sent_where_the_api_takes_it(client: Client, recorder: Recorder) -> None:
    rent_id = str(uuid.uuid4())
    assert sent_by(recorder, lambda: client.numbers.edit_rent_settings(rent_id, callback_url=None)) == {
        "callbackUrl": None
    }


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda sms: sms.send_sms(), "SendSmsMessageRequest is missing `to`, `from_`, `text`"),
        (lambda sms: sms.send_sms(to="+31", text="Hi"), "SendSmsMessageRequest is missing `from_`$"),
        (
            lambda sms: sms.send_sms("+31612469333", from_="InfoText", text="Hi"),
            r"^send_sms takes keywords: send_sms\(to=..., from_=..., text=...\); not a str$",
        ),
        (lambda sms: sms.send_sms(WIRE, text="Hi", to="+31"), r"not both; beside the request it got to=, text=$"),
        (lambda sms: sms.send_sms(send_sms_message_request=WIRE, text="Hi"), "not both; beside the request it got"),
        (lambda sms: sms.send_sms(None), "send_sms_message_request: must be a SendSmsMessageRequest or a dict"),
        (lambda sms: sms.send_sms(to="+31", from_="Info", _from="Text", text="Hi"), "`from_` and `_from`"),
        (lambda sms: sms.send_sms({**WIRE, "from_": "Info"}), "_from: is given twice, as `from` and `from_`"),
        (lambda sms: sms.send_sms(to="+31", from_=5, text="Hi"), "^from_: must be a str, not an int"),
        (lambda sms: sms.send_sms(to=[5], from_="Info", text="Hi"), r"^to\[0\]: must be a str, not an int"),
        (lambda sms: sms.send_sms(to=b"+31", from_="Info", text="Hi"), "^to: must be a list.*not a bytes"),
        (
            lambda sms: sms.send_sms(to={"+31"}, from_="Info", text="Hi"),
            "^to: must be a list.*not a set; make a list of it",
        ),
        (lambda sms: sms.send_sms(to="+31", from_="Info", text="Hi", transliteration={"a": 1}), "transliteration"),
    ],
)
def test_a_wrong_body_is_refused_by_name(
    client: Client, recorder: Recorder, call: Callable[[Any], object], message: str
) -> None:
    with pytest.raises(ApiTypeError, match=message):
        call(client.sms)
    assert recorder.requests == []


def test_the_rules_of_fields_hold_for_keywords(client: Client) -> None:
    with pytest.raises(ApiValueError, match="^from_: must have at least 3 characters"):
        client.sms.send_sms(to="+31", from_="I", text="Hi")


def test_from_is_an_alias_in_models() -> None:
    request = SendSmsMessageRequest(to=["+31"], from_="InfoText", text="Hi")
    assert request == SendSmsMessageRequest(["+31"], "InfoText", "Hi")
    assert (request.from_, request._from, request["from_"], request.get("from_")) == ("InfoText",) * 4
    request.from_ = "Other"
    assert request.to_dict(wire=True)["from"] == "Other"
    request["from_"] = "Third"
    assert (request._from, "from_" in request) == ("Third", True)
    assert SendSmsMessageRequest.from_dict({"to": ["+31"], "from_": "InfoText", "text": "Hi"})._from == "InfoText"
    assert DataSms.from_dict({"from": "InfoText"}).from_ == "InfoText"
    otp = NewOtpRequest(phone_number="+31", from_="InfoText")
    del otp.from_
    assert "from_" not in otp
    with pytest.raises(ApiTypeError, match="_from: is given twice, as `_from` and `from_`"):
        SendSmsMessageRequest(to=["+31"], _from="InfoText", from_="InfoText", text="Hi")
    with pytest.raises(ApiValueError, match="from_: must have at least 3"):
        SendSmsMessageRequest(to=["+31"], from_="I", text="Hi")
    with pytest.raises(ApiAttributeError):
        _ = Transliteration("NONE").from_  # type: ignore[attr-defined]


def test_the_signature_of_a_model_shows_its_fields() -> None:
    shown = inspect.signature(SendSmsMessageRequest)
    assert list(shown.parameters)[:4] == ["to", "_from", "text", "country_iso"]
    assert str(shown).startswith("(to: 'list[str]', _from: 'str', text: 'str', *, country_iso: 'str | None' = None")
    every = [one for name in models.__all__ if issubclass(one := getattr(models, name), Model)]
    objects = [one for one in every if one.__init__ is Model.__init__]
    assert len(objects) > 200
    for one in objects:
        assert list(inspect.signature(one).parameters) == [field.name for field in _ordered(one)]


def _ordered(model: Any) -> list[Any]:
    return sorted(model._fields.values(), key=lambda one: not one.required)


def _operations_with_a_body() -> Iterator[tuple[Any, Operation]]:
    for name in apis.__all__:
        api = getattr(apis, name)
        module = inspect.getmodule(api)
        for one in vars(module).values():
            if isinstance(one, Operation) and one.body is not None:
                yield getattr(api, one.name), one


def test_every_method_with_a_body_has_the_fields_as_keywords() -> None:
    every = list(_operations_with_a_body())
    assert len(every) == 34
    for method, operation in every:
        assert operation.body is not None
        parameters = inspect.signature(method).parameters
        fields = {name.replace("_from", "from_"): one for kind in operation.bodies for name, one in _fields(kind)}
        assert operation.body[0] in parameters
        assert fields.keys() <= parameters.keys(), operation.name
        documented = inspect.getdoc(method) or ""
        assert all(f":param {name}: " in documented for name in fields), operation.name
        required = [
            name
            for name in fields
            if all(name.replace("from_", "_from") in _required(kind) for kind in operation.bodies)
        ]
        if operation.bare is None:
            keywords = [n for n, p in parameters.items() if p.kind is p.KEYWORD_ONLY and n in fields]
            assert keywords[: len(required)] == required, operation.name


def _fields(kind: Any) -> Any:
    return kind.model._fields.items()


def _required(kind: Any) -> set[str]:
    return {one.name for one in kind.model._required}


def test_every_body_has_typed_dicts_with_its_names() -> None:
    every = list(_operations_with_a_body())
    assert len(every) == 34
    for _, operation in every:
        for kind in operation.bodies:
            model = kind.model  # type: ignore[attr-defined]
            python, wire = (getattr(types, f"{model.__name__}{end}") for end in ("Dict", "WireDict"))
            required = {one.name for one in model._required}
            assert python.__required_keys__ == {name.replace("_from", "from_") for name in required}
            assert wire.__required_keys__ == {one.wire for one in model._required}
            assert wire.__required_keys__ | wire.__optional_keys__ == set(model._by_wire)
