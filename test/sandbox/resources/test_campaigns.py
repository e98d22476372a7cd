"""Campaigns, Viber, WhatsApp, multichannel, quiet hours and delivery reports by webhook."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.resources.messages.service import delete_messages

ANNA, JONAS, LEA, ELIN = "+31612469333", "+4915228817386", "+491749091317", "+46701740605"
URL = "https://example.com/dlr"
SMS_STEP = {"channel": "sms", "text": "Hi"}
VIBER_STEP = {"channel": "viber", "templateId": 701}
WHATSAPP_STEP = {"channel": "whatsapp", "templateId": 702}
LATER = {"scheduledDate": "2035-06-01 09:00:00"}


@pytest.fixture
def demo(make: Callable[..., Any]) -> Any:
    """The demo data without its messages; deliveries take seconds, at any hour."""
    call = make(demo=True, delivery="timed")
    delete_messages(call.sandbox.context, "TRUE")
    awake = {"quietHours": {"start": "00:00", "stop": "00:00"}}
    call("POST", "/_sandbox/application", dict.fromkeys(("sms", "viber", "whatsapp", "multichannel"), awake))
    return call


def campaign(demo: Any, text: str = "Hi {{firstName}}", **fields: Any) -> Any:
    body = {"groups": [4501], "from": "MyShop", "text": text, **fields}
    return demo("POST", "/sms/campaign", body).json()


def multichannel(demo: Any, *strategy: dict[str, Any], **fields: Any) -> Any:
    body = {"to": [ANNA], "from": "MyShop", "strategy": list(strategy), **fields}
    return demo("POST", "/multichannel", body).json()


def outcome(demo: Any, phone_number: str, life: str, channel: str | None = None) -> None:
    body = {"phoneNumber": phone_number, "outcome": life, **({"channel": channel} if channel else {})}
    assert demo("POST", "/_sandbox/outcomes", body).status == 200


def events(demo: Any) -> list[dict[str, Any]]:
    """The items of all `dlr_update` webhooks in their order."""
    rows = demo.sandbox.context.store.all("SELECT * FROM webhook_deliveries WHERE event = 'dlr_update' ORDER BY id")
    return [item for row in rows for item in json.loads(row["data"])]


@pytest.mark.parametrize(
    "operation_id",
    [
        f"{verb}_{name}"
        for verb in ("send", "estimate")
        for name in ("viber_message", "viber_campaign", "whatsapp_message", "multichannel_message", "sms_campaign")
    ]
    + ["send_multichannel_campaign", "estimate_multichannel_campaign"],
)
def test_responses_to_sends_are_like_their_examples(demo: Any, operation_id: str) -> None:
    operation = demo.sandbox.context.spec.operations[operation_id]
    response = demo("POST", operation.path, operation.body_example).json()
    expected = operation.response_example
    own = ("campaignId", "msgId", "createdAt", "text", "textAnalysis")
    for shown, example in ((response["info"], expected["info"]), *zip(response["data"], expected["data"])):
        assert list(shown) == list(example)
        assert {k: v for k, v in shown.items() if k not in own} == {k: v for k, v in example.items() if k not in own}


@pytest.mark.parametrize(
    "operation_id",
    [
        "delete_scheduled_sms",
        "delete_scheduled_sms_campaign",
        "delete_scheduled_viber_message",
        "delete_scheduled_viber_campaign",
        "delete_scheduled_whatsapp_message",
        "delete_scheduled_multichannel_message",
        "delete_scheduled_multichannel_campaign",
    ],
)
def test_responses_to_deletes_are_like_their_examples(make: Callable[..., Any], operation_id: str) -> None:
    demo = make(demo=True)
    operation = demo.sandbox.context.spec.operations[operation_id]
    path = operation.path.format(**{name: operation.example(name) for name in operation.parameters})
    before = demo.balance()
    response = demo("DELETE", path).json()
    assert response == operation.response_example
    assert demo.balance() == pytest.approx(before + response["info"]["creditReturned"])
    assert demo("DELETE", path).status in (403, 404)


def test_contacts_are_addressed_by_name(demo: Any) -> None:
    texts = {item["to"]: item["text"] for item in campaign(demo, "Hi {{firstName}}{{field5}}{{shoeSize}}!")["data"]}
    assert (texts[ANNA], texts[JONAS]) == ("Hi Anna!", "Hi Jonas!")


def test_custom_fields_of_contacts(demo: Any) -> None:
    contact = {"phoneNumber": "+491729925904", "customFields": {"shoeSize": "43"}}
    demo("POST", "/groups/4501", {"phoneNumbers": [contact]})
    texts = [item["text"] for item in campaign(demo, "Size {{shoeSize}}.")["data"]]
    assert sorted(texts) == ["Size ."] * 4 + ["Size 43."]


def test_duplicates_are_removed(demo: Any) -> None:
    demo("POST", "/groups/4502", {"phoneNumbers": [ANNA, JONAS]})
    info = campaign(demo, groups=[4501, 4502])["info"]
    assert (info["duplicatesRemoved"], info["totalPhoneNumbers"]) == (2, 6)
    assert [group["id"] for group in info["groups"]] == [4501, 4502]


def test_each_send_has_a_row_of_its_own_among_the_campaigns(demo: Any) -> None:
    sent = campaign(demo)["info"]["campaignId"]
    row = demo.sandbox.context.store.one("SELECT * FROM campaigns WHERE campaign_id = ?", sent)
    assert (row["name"], row["channel"], row["text"]) == ("Campaign 2026-11-02 09:00:00", "sms", "Hi {{firstName}}")
    single = demo.send(ANNA)["info"]["campaignId"]
    assert demo.sandbox.context.store.one("SELECT name FROM campaigns WHERE campaign_id = ?", single) == {"name": ""}


def test_cancelling_a_campaign_removes_only_scheduled_messages(demo: Any) -> None:
    demo("POST", "/groups/4501", {"phoneNumbers": ["+14155550132"]})
    local = {"scheduledDate": "2026-11-03 09:00:00", "isUtc": False}
    sent = campaign(demo, **local)["info"]
    demo.sandbox.advance(86_400)  # morning has come in Europe, not in America
    before = demo.balance()
    info = demo("DELETE", f"/sms/scheduled/campaign/{sent['campaignId']}").json()["info"]
    assert (info["totalPhoneNumbers"], info["phoneNumbersDeleted"], info["creditReturned"]) == (5, 1, 0.01)
    assert demo.balance() == pytest.approx(before + 0.01)
    assert len(demo.sandbox.messages()) == 4


def test_a_campaign_is_of_one_channel(demo: Any) -> None:
    sent = campaign(demo, **LATER)["info"]["campaignId"]
    assert demo("DELETE", f"/viber/scheduled/campaign/{sent}").status == 404
    assert demo("DELETE", f"/sms/scheduled/campaign/{sent}").status == 200


def test_a_repeated_campaign_is_not_charged_again(demo: Any) -> None:
    key = {"idempotencyId": "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"}
    first = campaign(demo, **key)
    balance = demo.balance()
    assert campaign(demo, **key) == first
    assert (demo.balance(), len(demo.sandbox.messages())) == (balance, 4)


def test_promotional_templates_cost_more(demo: Any) -> None:
    demo("POST", "/_sandbox/templates/706", {"approved": True, "locked": True})
    body = {"to": [ANNA], "from": "MyShop", "templateId": 706}
    assert demo("POST", "/viber", body).json()["data"][0]["cost"] == 0.03


def test_a_country_without_viber_has_no_coverage(demo: Any) -> None:
    body = {"to": ["+14155550132"], "from": "MyShop", "templateId": 701}
    item = demo("POST", "/viber", body).json()["data"][0]
    assert (item["status"], item["cost"]) == ("NO COVERAGE", 0)


def test_delivered_on_the_first_channel(demo: Any) -> None:
    before = demo.balance()
    multichannel(demo, VIBER_STEP, SMS_STEP)
    demo.sandbox.advance(86_400)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"]) == ("viber", "DELIVERED")
    assert demo.balance() == pytest.approx(before - 0.02)


def test_failover_on_failure(demo: Any) -> None:
    before = demo.balance()
    outcome(demo, ANNA, "failed", "viber")
    multichannel(demo, VIBER_STEP, WHATSAPP_STEP, SMS_STEP, dlrCallbackUrl=URL)
    demo.sandbox.advance(60)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"], message["error_code"]) == ("whatsapp", "DELIVERED", None)
    assert demo.balance() == pytest.approx(before - 0.05)
    assert [event["status"] for event in events(demo)] == ["SENT", "DELIVERED"]


def test_failover_when_time_is_up(demo: Any) -> None:
    outcome(demo, ANNA, "unreported", "viber")
    multichannel(demo, VIBER_STEP, SMS_STEP, ttl=600)
    demo.sandbox.advance(599)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"]) == ("viber", "SENT")
    demo.sandbox.advance(5)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"], message["text"]) == ("sms", "DELIVERED", "Hi")
    assert message["updated_at"] == "2026-11-02 09:10:04"


def test_no_failover_for_a_recipient_who_has_opted_out(demo: Any) -> None:
    outcome(demo, ANNA, "unreported", "viber")
    multichannel(demo, VIBER_STEP, SMS_STEP, ttl=600)
    demo("POST", "/_sandbox/optouts", {"phoneNumber": ANNA})
    demo.sandbox.advance(86_400)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"]) == ("viber", "SENT")


def _keep_trying(demo: Any) -> None:
    demo("POST", "/_sandbox/application", {"multichannel": {"expireAfterTtl": False}})


def test_a_message_that_expires_is_not_delivered_late(demo: Any) -> None:
    outcome(demo, ANNA, "slow", "viber")
    outcome(demo, ANNA, "unreported", "sms")
    multichannel(demo, VIBER_STEP, SMS_STEP, ttl=300)
    demo.sandbox.advance(86_400)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"]) == ("sms", "SENT")


def test_a_message_that_does_not_expire_may_be_delivered_late(demo: Any) -> None:
    before = demo.balance()
    _keep_trying(demo)
    outcome(demo, ANNA, "slow", "viber")
    outcome(demo, ANNA, "unreported", "whatsapp")
    outcome(demo, ANNA, "unreported", "sms")
    sent = multichannel(demo, VIBER_STEP, WHATSAPP_STEP, SMS_STEP, to=[ANNA, JONAS], ttl=300, dlrCallbackUrl=URL)
    demo.sandbox.advance(599)
    (late, _) = demo.sandbox.messages()
    assert (late["channel"], late["status"]) == ("whatsapp", "SENT")

    demo.sandbox.advance(86_400)
    (late, other) = demo.sandbox.messages()
    assert (late["channel"], late["text"]) == ("viber", sent["data"][0]["text"])
    assert (late["status"], late["updated_at"]) == ("DELIVERED", "2026-11-02 09:10:01")
    assert (other["channel"], other["status"]) == ("viber", "DELIVERED")
    assert demo.balance() == pytest.approx(before - sent["info"]["totalCost"])
    statuses = [event["status"] for event in events(demo) if event["msgId"] == late["msg_id"]]
    assert statuses == ["SENT", "DELIVERED"]


def test_a_late_delivery_does_not_replace_that_of_a_later_channel(demo: Any) -> None:
    _keep_trying(demo)
    outcome(demo, ANNA, "slow", "viber")
    multichannel(demo, VIBER_STEP, SMS_STEP, ttl=300)
    demo.sandbox.advance(86_400)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"], message["updated_at"]) == ("sms", "DELIVERED", "2026-11-02 09:05:04")


def test_failed_on_every_channel(demo: Any) -> None:
    before = demo.balance()
    outcome(demo, ANNA, "failed")
    multichannel(demo, VIBER_STEP, SMS_STEP)
    demo.sandbox.advance(86_400)
    (message,) = demo.sandbox.messages()
    assert (message["channel"], message["status"]) == ("sms", "FAILED")
    assert demo.balance() == pytest.approx(before - 0.075)


def test_channels_without_coverage_are_skipped(demo: Any) -> None:
    item = multichannel(demo, VIBER_STEP, SMS_STEP, to=["+14155550132"])["data"][0]
    assert (item["channel"], item["status"], item["cost"]) == ("sms", "ACCEPTED", 0.01)


def test_each_recipient_of_a_request_has_its_own_delivery(demo: Any) -> None:
    outcome(demo, ANNA, "failed", "viber")
    multichannel(demo, VIBER_STEP, SMS_STEP, to=[ANNA, JONAS])
    demo.sandbox.advance(86_400)
    assert [message["channel"] for message in demo.sandbox.messages()] == ["sms", "viber"]


@pytest.mark.parametrize(("due", "at"), [("21:29:59", None), ("21:55:00", "09:31"), ("23:59:59", "09:31")])
def test_quiet_hours_before_midnight(demo: Any, due: str, at: str | None) -> None:
    _sleep(demo, "21:30", "09:30")
    response = demo.send(ANNA, scheduledDate=f"2030-06-01 {due}", isUtc=False)
    item = response["data"][0]
    assert item["inQuietHours"] is (at is not None)
    assert response["info"]["totalInQuietHours"] == int(at is not None)
    assert item["scheduledAt"] == ("2030-06-02 07:31:00" if at else "2030-06-01 19:29:59")


@pytest.mark.parametrize(("due", "at"), [("09:30:59", "07:31:00"), ("09:31:00", "07:31:00"), ("09:31:01", "07:31:01")])
def test_the_end_of_quiet_hours(demo: Any, due: str, at: str) -> None:
    _sleep(demo, "21:30", "09:30")
    item = demo.send(ANNA, scheduledDate=f"2030-06-01 {due}", isUtc=False)["data"][0]
    assert (item["scheduledAt"], item["inQuietHours"]) == (f"2030-06-01 {at}", due < "09:31")


def test_quiet_hours_are_those_of_the_recipient(demo: Any) -> None:
    _sleep(demo, "22:00", "08:00")
    response = demo.send([ANNA, "+12125550123"])  # 10:00 in Amsterdam, 04:00 in New York
    assert [item["status"] for item in response["data"]] == ["ACCEPTED", "SCHEDULED"]
    assert response["data"][1]["scheduledAt"] == "2026-11-02 13:01:00"
    demo.sandbox.advance(5 * 3600)
    assert [message["status"] for message in demo.sandbox.messages()] == ["DELIVERED", "DELIVERED"]


def _sleep(demo: Any, start: str, stop: str) -> None:
    demo("POST", "/_sandbox/application", {"sms": {"quietHours": {"start": start, "stop": stop}}})


@pytest.mark.parametrize("date", ["9999-12-31 23:59:59", "0001-01-01 00:00:00"])
@pytest.mark.parametrize("number", [ANNA, "+12125550123"])
def test_the_first_and_the_last_date(demo: Any, date: str, number: str) -> None:
    _sleep(demo, "22:00", "08:00")
    for is_utc in (True, False):
        response = demo(
            "POST", "/sms", {"to": number, "from": "MyShop", "text": "Hi", "scheduledDate": date, "isUtc": is_utc}
        )
        assert response.status in (200, 400)


def test_delivery_reports_go_to_the_url_of_the_request(demo: Any) -> None:
    track = "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"
    outcome(demo, JONAS, "failed")
    sent = demo.send([ANNA, JONAS, LEA], dlrCallbackUrl=URL, trackData=track)
    demo.sandbox.advance(60)
    found = events(demo)
    ids = [item["msgId"] for item in sent["data"]]
    assert [(event["msgId"], event["status"]) for event in found] == [
        *((msg_id, "SENT") for msg_id in (ids[0], ids[2], ids[1])),
        *((msg_id, "DELIVERED") for msg_id in (ids[0], ids[2])),
        (ids[1], "FAILED"),
    ]
    assert found[-1] == {
        "campaignId": sent["info"]["campaignId"],
        "msgId": ids[1],
        "statusCode": 4,
        "status": "FAILED",
        "errorCode": 27,
        "datetime": "2026-11-02 09:00:06",
        "trackData": track,
    }


def test_delivery_reports_go_to_the_url_of_the_application(demo: Any) -> None:
    demo("POST", "/_sandbox/application", {"viber": {"dlrCallback": URL}})
    demo.send(ANNA)
    info = demo("POST", "/viber", {"to": [ANNA], "from": "MyShop", "templateId": 701}).json()["info"]
    demo.sandbox.advance(60)
    assert info["dlrCallbackUrl"] == URL
    assert {event["campaignId"] for event in events(demo)} == {info["campaignId"]}


def test_settings_of_the_application_hold_for_every_sms(demo: Any) -> None:
    changed = {"enforceOriginator": "MyShop", "transliteration": {"alphabet": "POLISH", "removeEmojis": True}}
    demo("POST", "/_sandbox/application", {"sms": changed})
    item = demo.send(ANNA, "cześć")["data"][0]
    assert (item["from"], item["text"]) == ("MyShop", "czesc")
    assert demo.send(ANNA, "cześć", transliteration={"alphabet": "NONE"})["data"][0]["text"] == "cześć"


def test_a_campaign_to_25000_contacts(make: Callable[..., Any]) -> None:
    call = make(balance="1000000")
    call("POST", "/groups", {"name": "Everyone"})
    (group,) = call("GET", "/groups").json()["data"]
    numbers = [f"+31612{number:06d}" for number in range(25_000)]
    assert call("POST", f"/groups/{group['id']}", {"phoneNumbers": numbers}).status == 200
    response = campaign(call, groups=[group["id"]], dlrCallbackUrl=URL)
    assert response["info"]["totalValid"] == 25_000
    assert call.balance() == 998_125.0
    assert len(events(call)) == 50_000
