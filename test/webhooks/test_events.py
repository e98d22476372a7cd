"""`parse` with callbacks, and with any other input."""

from __future__ import annotations

import copy
import inspect
import json
import os
import pickle
import random
from collections.abc import Iterator
from datetime import datetime, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smscx_client import webhooks
from smscx_client.api.attachments_api import AttachmentsApi
from smscx_client.api.numbers_api import NumbersApi
from smscx_client.api.otp_api import OtpApi
from smscx_client.api.shortlinks_api import ShortlinksApi
from smscx_client.api.sms_api import SmsApi
from smscx_client.exceptions import ApiExceptionBase
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.state.clock import Clock
from test.support.spec import document, snake
from test.webhooks.samples import CALLBACKS, HIT, INBOUND, LOOKUP, OPTOUT, OTP, REPORT, body, report

LONG = bool(os.environ.get("SMSCX_LONG_TESTS"))
"""Whether to take 100,000 mutated bodies instead of a few thousand."""
AT = datetime(2026, 11, 2, 10, 0, 5, tzinfo=timezone.utc)
SCHEMAS = document()["components"]["schemas"]
SCHEMA_OF = {
    "DeliveryReport": "DataDlrUpdate",
    "InboundSms": "DataReceiveSms",
    "OtpUpdate": "DataOtp",
    "NumberLookup": "DataNumberLookupWebhook",
    "ShortlinkHit": "DataShortlinkHit",
    "AttachmentHit": "DataShortlinkHit",
    "NewOptout": "DataNewOptout",
}


@pytest.mark.parametrize("name", CALLBACKS)
def test_each_callback_has_its_class(name: str) -> None:
    event, item = CALLBACKS[name]
    for text in (body(event, item), body(event, item).decode(), bytearray(body(event, item))):
        (parsed,) = webhooks.parse(text)
        assert type(parsed) is getattr(webhooks, name)
        assert isinstance(parsed, webhooks.Event)
        assert (parsed.event, parsed.at) == (event, AT)
        assert parsed.to_dict(wire=True) == item


@pytest.mark.parametrize("name", SCHEMA_OF)
def test_fields_are_those_of_the_description_and_dates_are_datetimes(name: str) -> None:
    event, item = CALLBACKS[name]
    (parsed,) = webhooks.parse(body(event, item))
    for wire in SCHEMAS[SCHEMA_OF[name]]["properties"]:
        value = getattr(parsed, "from_" if wire == "from" else snake(wire))
        if wire in ("datetime", "receivedAt", "dateCreated"):
            assert value == AT
        elif not isinstance(item.get(wire), dict):
            assert value == (
                datetime(2026, 11, 2, 10, 5, 5, tzinfo=timezone.utc) if wire == "dateExpires" else item.get(wire)
            )
    parameters = inspect.signature(type(parsed)).parameters.values()
    required = [snake(wire) for wire in SCHEMAS[SCHEMA_OF[name]]["required"]]
    assert [one.name.lstrip("_") for one in parameters if one.default is one.empty] == required


def test_every_event_name_of_the_api_is_known() -> None:
    names = set(SCHEMAS["CallbackEventTypes"]["enum"])
    for schema, described in SCHEMAS.items():
        if schema.startswith("CallBackRequest"):
            names.update(described["properties"]["event"]["enum"])
    assert len(names) == 10
    for name in names:
        (parsed,) = webhooks.parse(body(name, {}))
        assert not isinstance(parsed, webhooks.UnknownEvent)
        assert parsed.event == name


@pytest.fixture
def sandbox() -> Iterator[SmscxSandbox]:
    made = SmscxSandbox(Sandbox(Settings(demo=True), Clock.frozen()))
    yield made
    made.close()
    made.sandbox.close()


def test_the_sandbox_posts_each_kind_of_event(sandbox: SmscxSandbox) -> None:
    url, phone = "http://127.0.0.1/", "+31612469333"
    kinds = ("shortlinks", "attachments", "optouts")
    callbacks = {kind: {f"{kind}Callback": url} for kind in kinds}
    channels = {channel: {"receiveCallback": url} for channel in ("sms", "viber", "whatsapp")}
    sandbox.control("POST", "application", **callbacks, **channels)
    api = SmsApi(sandbox.client)
    api.send_sms({"to": [phone], "from": "InfoText", "text": "Hi", "dlrCallbackUrl": url})
    otp = OtpApi(sandbox.client).new_otp({"phoneNumber": phone, "otpCallbackUrl": url})
    OtpApi(sandbox.client).cancel_otp(otp.otp_id)
    NumbersApi(sandbox.client).lookup_numbers({"phoneNumbers": [phone], "lookupCallbackUrl": url})
    for channel in ("sms", "viber", "whatsapp"):
        sandbox.receive(channel, phone, "Hello", "+442079460123" if channel == "sms" else None)
    sandbox.opt_out(phone)
    for links in (
        ShortlinksApi(sandbox.client).get_shortlinks_list(),
        AttachmentsApi(sandbox.client).get_attachments_list(),
    ):
        sandbox.control("POST", "clicks", url=links.data[0].short_url)
    bodies: list[bytes] = []
    sandbox.deliver_webhooks(lambda _, posted: bodies.append(posted) or 200)
    events = [event for posted in bodies for event in webhooks.parse(posted)]
    assert {type(event).__name__ for event in events} == set(CALLBACKS) - {"UnknownEvent"}
    assert len({event.key for event in events}) == len(events)


def test_a_lookup_is_recognised_by_its_fields_under_any_name() -> None:
    events = webhooks.parse(body("otp_update", LOOKUP, OTP, LOOKUP))
    assert [type(event) for event in events] == [webhooks.NumberLookup, webhooks.OtpUpdate, webhooks.NumberLookup]
    assert events[0].original_network.name == "KPN"  # type: ignore[attr-defined]
    assert isinstance(webhooks.parse(body("number_lookup", LOOKUP))[0], webhooks.NumberLookup)
    assert isinstance(webhooks.parse(body("otp_update", {**LOOKUP, **OTP}))[0], webhooks.OtpUpdate)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (REPORT, "DeliveryReport"),
        (INBOUND, "InboundSms"),
        (OTP, "OtpUpdate"),
        (LOOKUP, "NumberLookup"),
        (OPTOUT, "NewOptout"),
        (HIT, "ShortlinkHit"),
    ],
)
def test_an_event_without_a_name_is_recognised(item: dict[str, Any], name: str) -> None:
    (parsed,) = webhooks.parse(body(None, item))
    assert type(parsed).__name__ == name
    assert parsed.event == CALLBACKS[name][0]
    assert parsed.key == webhooks.parse(body(CALLBACKS[name][0], item))[0].key


def test_unknown_fields_and_missing_fields_are_no_error() -> None:
    (event,) = webhooks.parse(body("dlr_update", {"msgId": "1", "newField": [1]}, sentBy="eu-1"))
    assert isinstance(event, webhooks.DeliveryReport)
    assert (event.msg_id, event["newField"], event.status, event.datetime, event.at) == ("1", [1], None, None, None)
    (unknown,) = webhooks.parse(body("viber_seen", {"seenBy": "x"}))
    assert (unknown["seenBy"], unknown.event, unknown.at) == ("x", "viber_seen", None)


def test_a_body_may_be_empty_full_or_have_events_twice() -> None:
    assert webhooks.parse(body("dlr_update")) == []
    events = webhooks.parse(body("dlr_update", *(report(number % 150) for number in range(200))))
    assert len(events) == 200
    assert len({event.key for event in events}) == 150


def test_a_byte_order_mark_is_skipped_once() -> None:
    mark, text = b"\xef\xbb\xbf", body("dlr_update", REPORT)
    assert webhooks.parse(mark + text) == webhooks.parse(memoryview(text)) == webhooks.parse(text)  # type: ignore[arg-type]
    with pytest.raises(webhooks.WebhookError, match="not JSON"):
        webhooks.parse(mark + mark + text)


@pytest.mark.parametrize("status", ["DELIVERED", "FAILED", "REJECTED", "NO COVERAGE", "SENT", "ACCEPTED", "SCHEDULED"])
def test_a_report_says_whether_it_is_final(status: str) -> None:
    (event,) = webhooks.parse(body("dlr_update", report(1, status)))
    assert isinstance(event, webhooks.DeliveryReport)
    assert event.is_final == (status not in ("SENT", "ACCEPTED", "SCHEDULED"))


KEYS = [
    "dlr_update:ceca1c78-7108-4d6a-a0b2-c64a4f567933:ede8d0fd8bc94d2603c822bd1296ff1e",
    "unknown:44ec60f4d29b41a1b14009a3d3315cb4",
]
SHORT, LONGER = "a-Z9" * 16, "a-Z9" * 16 + "x"


@pytest.mark.parametrize(
    ("event", "item", "key"),
    [
        ("dlr_update", REPORT, f"dlr_update:{REPORT['msgId']}:"),
        ("receive_sms", INBOUND, f"receive_sms:{INBOUND['msgId']}:"),
        ("otp_update", OTP, f"otp_update:{OTP['otpId']}:"),
        ("otp_update", LOOKUP, f"otp_update:{LOOKUP['lookupId']}:"),
        ("shortlink_hit", HIT, "shortlink_hit:17:"),
        ("attachment_hit_update", HIT, "attachment_hit_update:17:"),
        ("new_optout", {"hitId": 0}, "new_optout:0:"),
        ("dlr_update", {"hitId": 17, "msgId": "first"}, "dlr_update:first:"),
        ("dlr_update", {"msgId": None, "hitId": 17}, "dlr_update:17:"),
        ("dlr_update", {"msgId": SHORT}, f"dlr_update:{SHORT}:"),
        ("dlr_update", {"msgId": LONGER}, "dlr_update:"),
        ("dlr_update", {"msgId": "+31612469333", "hitId": 17}, "dlr_update:"),
        ("dlr_update", {"msgId": ""}, "dlr_update:"),
        ("viber_seen", {"id": 1}, "unknown:"),
    ],
)
def test_a_key_has_the_name_the_subject_and_a_hash(event: str, item: dict[str, Any], key: str) -> None:
    (parsed,) = webhooks.parse(body(event, item))
    name, *subject, digest = parsed.key.split(":")
    assert ":".join([name, *subject, digest[: len(key.rpartition(":")[2])]]) == key
    assert len(digest) == 32 and int(digest, 16) > 0


def test_keys_stay_the_same_in_later_versions() -> None:
    """Stores keep them for days: another key would run the handlers again after an update."""
    parsed = [webhooks.parse(body(*CALLBACKS[name]))[0] for name in ("DeliveryReport", "UnknownEvent")]
    assert [event.key for event in parsed] == KEYS


@pytest.mark.parametrize("name", CALLBACKS)
def test_the_key_is_stable(name: str) -> None:
    event, item = CALLBACKS[name]
    (parsed,) = webhooks.parse(body(event, item))
    backwards = dict(reversed(item.items()))
    assert parsed.key == webhooks.parse(json.dumps({"data": [backwards], "event": event}, indent=3))[0].key
    assert parsed.key.isascii() and len(parsed.key) <= 150
    assert "31612469333" not in parsed.key
    if name != "UnknownEvent":
        assert parsed.key == webhooks.parse(body(event, {**item, "newField": 1}))[0].key
    for field, value in item.items():
        other = "2026-11-02 10:00:06" if value == "2026-11-02 10:00:05" else f"{value}x"
        assert parsed.key != webhooks.parse(body(event, {**item, field: other}))[0].key


def test_the_key_of_incomplete_events_covers_the_fields_that_exist() -> None:
    events = webhooks.parse(body("receive_viber", {"messageId": 1}, {"messageId": 2}, {}))
    assert len({event.key for event in events}) == 3
    hit, update = (webhooks.parse(body(event, HIT))[0] for event in ("shortlink_hit", "shortlink_hit_update"))
    assert hit.key != update.key and hit != update
    assert events[0] != events[1]


@pytest.mark.usefixtures("no_garbage_collection")
def test_an_event_that_is_nested_too_deeply_for_json_has_a_key() -> None:
    seen, opened = (webhooks.parse(body(name, {"a": 1}))[0] for name in ("seen", "opened"))
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    seen["a"] = opened["a"] = value
    digest = sha256(b'["seen", "nested too deeply"]').hexdigest()[:32]
    assert (seen.key, opened.key == seen.key) == (f"unknown:{digest}", False)


@pytest.mark.parametrize("name", CALLBACKS)
def test_events_can_be_copied_pickled_and_put_into_a_queue(name: str) -> None:
    event, item = CALLBACKS[name]
    (parsed,) = webhooks.parse(body(event, item))
    for again in (
        copy.copy(parsed),
        copy.deepcopy(parsed),
        pickle.loads(pickle.dumps(parsed)),
        webhooks.parse(parsed.body())[0],
    ):
        assert again == parsed
        assert (again.event, again.key, type(again)) == (parsed.event, parsed.key, type(parsed))


def test_events_can_be_made_by_hand_for_tests() -> None:
    made = webhooks.DeliveryReport("c", "m", 4, "DELIVERED", None, AT)
    assert (made.event, made.at, made.is_final) == ("dlr_update", AT, True)
    assert webhooks.parse(made.body()) == [made]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"hello", "not JSON"),
        (b"null", "not an object"),
        (b"[]", "not an object"),
        (b"{}", "`data` is missing"),
        (b'{"event": "dlr_update"}', r"`data` is missing\.$"),
        (b'{"event": "dlr_update", "data": null}', "`data` must be a list of objects, not None"),
        (b'{"event": "dlr_update", "data": {}}', "`data` must be a list"),
        (b'{"event": "dlr_update", "data": [{}, 1]}', r"`data\[1\]` must be an object, not an int"),
        (b'{"event": 1, "data": []}', "`event` must be the name"),
        (b'{"event": "", "data": []}', "`event` must be the name"),
        (b'{"data": []}', "`event` is missing"),
        (b'{"data": [{"a": 1}]}', "`event` is missing"),
        (b'{"event": "x", "data": [{"a": NaN}]}', "NaN is not a JSON value"),
        (b'{"event": "x", "data": [{"a": 1e999}]}', "too large"),
        (b'{"event": "x", "data": [' + b"[" * 100_000, "nested too deeply"),
        (b'{"event": "x", "data": [{"a": ' + b"9" * 100_000 + b"}]}", "not JSON"),
        (None, "bytes or text, not None"),
        ({"event": "x"}, "bytes or text, not a dict"),
    ],
)
@pytest.mark.usefixtures("no_garbage_collection")
def test_a_body_that_is_no_callback_is_refused(wrong: Any, reason: str) -> None:
    with pytest.raises(webhooks.WebhookError, match=reason) as refused:
        webhooks.parse(wrong)
    assert isinstance(refused.value, ValueError) and isinstance(refused.value, ApiExceptionBase)


def test_a_refusal_repeats_nothing_of_the_body() -> None:
    with pytest.raises(webhooks.WebhookError) as refused:
        webhooks.parse(b'{"event": "receive_sms", "data": ["+31612469333: my secret"]}')
    assert "secret" not in str(refused.value) and "31612469333" not in str(refused.value)


def use(text: bytes) -> bool:
    """Parse a body and do all that a program does with events, or see it refused. Returns whether it was parsed."""
    try:
        events = webhooks.parse(text)
    except webhooks.WebhookError:
        return False
    assert isinstance(events, list)
    for event in events:
        assert isinstance(event, webhooks.Event)
        assert isinstance(event.key, str)
        assert event.at is None or event.at.utcoffset() is not None
        assert event.event
        for name in event:
            event[name]
        repr(event)
        assert webhooks.parse(event.body()) == [event]
    return True


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def changed_callbacks(draw: st.DrawFn) -> bytes:
    """A callback in which one value at any place is another."""
    event, item = draw(st.sampled_from(list(CALLBACKS.values())))
    whole = json.loads(body(event, item, item))
    places: list[tuple[Any, Any]] = [(whole, "event"), (whole, "data"), (whole["data"], 0)]
    places += [(row, name) for row in whole["data"] for name in row]
    holder, key = draw(st.sampled_from(places))
    holder[key] = draw(JSON)
    return json.dumps(whole, allow_nan=False).encode() if _is_finite(whole) else b""


def _is_finite(value: Any) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


@settings(max_examples=20_000 if LONG else 500, deadline=None)
@given(changed_callbacks() | st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_events_or_a_webhook_error(text: bytes) -> None:
    use(text)


def mutated(text: bytes, chance: random.Random) -> bytes:
    """A body with a few bytes changed, removed, added or moved."""
    changed = bytearray(text)
    for _ in range(chance.randrange(1, 4)):
        start = chance.randrange(len(changed) + 1)
        end = start + chance.randrange(1, 12)
        kind = chance.randrange(4)
        if kind == 0:
            changed[start:end] = bytes(chance.choices(b'{}[]":,\\0123456789eE+-.truefalsn \xff\xe2\x00', k=end - start))
        elif kind == 1:
            del changed[start:end]
        elif kind == 2:
            changed[start:start] = changed[chance.randrange(len(changed) + 1) :][: end - start]
        else:
            changed[start : start + 1] = bytes([chance.randrange(256)])
    return bytes(changed)


def test_mutated_bodies_are_events_or_a_webhook_error() -> None:
    chance = random.Random(17)
    bodies = [body(event, item, item) for event, item in CALLBACKS.values()]
    count = 100_000 if LONG else 3_000
    parsed = sum(use(mutated(chance.choice(bodies), chance)) for _ in range(count))
    assert count // 20 < parsed < count
