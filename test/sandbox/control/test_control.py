"""The control API: state as a whole, limits, phones, waiting, and the magic numbers."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.telecom import magic_numbers
from smscx_client.sandbox.telecom.numbers import parse_number
from test.support import ROOT
from test.support.spec import document

PATH = re.compile(r"([a-z.]+(?:/(?:\{\w+\}|[a-z]+))*)(?=[`?])")

NL, DE = "+31612469333", "+4915228817386"
START = "2026-11-02 09:00:00"


def _now(call: Any) -> str:
    value: str = call("GET", "/_sandbox/clock").json()["now"]
    return value


def test_a_snapshot_holds_state_time_random_numbers_and_limits(call: Any) -> None:
    call("POST", "/_sandbox/limits", {"rateLimit": 50})
    call("POST", "/_sandbox/clock", {"advance": 60})
    assert call("POST", "/_sandbox/snapshots", {"name": "before"}).json() == {"snapshots": ["before"]}
    seen = []
    for _ in range(2):
        call("POST", "/_sandbox/limits", {"rateLimit": 7})
        call("POST", "/_sandbox/faults", {"status": 500, "operation": "get_account_balance"})
        seen.append(call.send(NL, "{{numbers:8}}"))
        call("POST", "/_sandbox/clock", {"advance": 3600, "rate": 1})
        restored = call("POST", "/_sandbox/snapshots/before/restore")
        assert restored.json() == {"now": "2026-11-02 09:01:00", "rate": 0}
        assert call.sandbox.messages() == []
        assert call("GET", "/_sandbox/limits").json()["rateLimit"] == 50
        assert call("GET", "/_sandbox/faults").json() == {"faults": []}
    assert seen[0] == seen[1]
    assert call("DELETE", "/_sandbox/snapshots/before").json() == {"snapshots": []}
    assert call("POST", "/_sandbox/snapshots/before/restore").status == 404


def test_a_snapshot_holds_the_seed(call: Any) -> None:
    first = call.send(NL, "{{numbers:8}}")
    call("POST", "/_sandbox/reset", {"seed": 7})
    call("POST", "/_sandbox/snapshots", {"name": "seeded"})
    other = call.send(NL, "{{numbers:8}}")
    call("POST", "/_sandbox/reset")
    assert call.send(NL, "{{numbers:8}}") == first != other
    call("POST", "/_sandbox/snapshots/seeded/restore")
    assert call.send(NL, "{{numbers:8}}") == other


def test_demo_data_on_demand(call: Any) -> None:
    assert call("GET", "/_sandbox/messages").json()["messages"] == []
    call("POST", "/_sandbox/reset", {"demo": True})
    assert call("GET", "/_sandbox/messages").json()["messages"]
    call("POST", "/_sandbox/reset", {})
    assert call("GET", "/_sandbox/messages").json()["messages"] == []


def test_the_clock_can_be_set(make: Callable[..., Any]) -> None:
    call = make(Clock())
    call("POST", "/_sandbox/clock", {"rate": 0})
    assert call("GET", "/_sandbox/clock").json() == call("GET", "/_sandbox/clock").json()
    assert call("POST", "/_sandbox/clock", {"now": "2055-01-01 00:00:00"}).json() == {
        "now": "2055-01-01 00:00:00",
        "rate": 0,
    }
    assert call("POST", "/_sandbox/clock", {"now": "2050-01-01 00:00:00"}).status == 400
    assert call("POST", "/_sandbox/clock", {"now": "tomorrow"}).status == 400
    assert call("POST", "/_sandbox/clock", {"rate": 60}).json()["rate"] == 60
    call("POST", "/_sandbox/reset")
    assert call("GET", "/_sandbox/clock").json()["rate"] == 1


def test_setting_the_clock_runs_what_is_due(call: Any) -> None:
    call.send(NL, scheduledDate="2026-11-03 09:00:00")
    call("POST", "/_sandbox/clock", {"now": "2026-11-03 09:00:00"})
    assert [message["status"] for message in call.sandbox.messages()] == ["DELIVERED"]


def test_the_rate_limit_can_be_set(call: Any) -> None:
    assert call("POST", "/_sandbox/limits", {"rateLimit": 1, "rateWindow": 5}).json() == {
        "rateLimit": 1,
        "rateWindow": 5,
    }
    assert [call("GET", "/account/balance").status for _ in range(2)] == [200, 429]
    call("POST", "/_sandbox/clock", {"advance": 5})
    assert call("GET", "/account/balance").status == 200


def test_search(call: Any) -> None:
    call.send([NL, DE], "Your parcel arrives")
    call.send("+93701234567", "Hello")
    found = {
        query: [message["to"] for message in call("GET", f"/_sandbox/messages?{query}").json()["messages"]]
        for query in ("search=PARCEL", "search=9333", "search=coverage", "search=%25", "status=DELIVERED", "latest=2")
    }
    assert found == {
        "search=PARCEL": [NL, DE],
        "search=9333": [NL],
        "search=coverage": ["+93701234567"],
        "search=%25": [],
        "status=DELIVERED": [NL, DE],
        "latest=2": [DE, "+93701234567"],
    }


def test_waiting_does_not_block_other_requests(remote: Any) -> None:
    found = []
    query = f"to={quote(NL)}&search=later&timeout=20"
    waiting = threading.Thread(target=lambda: found.append(remote("GET", f"/_sandbox/messages/wait?{query}").json()))
    waiting.start()
    body = {"to": [NL], "from": "InfoText"}
    assert remote("POST", "/sms", {**body, "text": "Sooner"}).status == 200
    assert remote("POST", "/sms", {**body, "text": "Later"}).status == 200
    waiting.join(20)
    assert found[0]["message"]["text"] == "Later"


def test_a_wait_that_times_out(remote: Any) -> None:
    assert remote("GET", "/_sandbox/messages/wait?search=never&timeout=0.05").json() == {"message": None}


def test_reads_draw_no_random_numbers(call: Any, make: Callable[..., Any]) -> None:
    other = make()
    for path in ("messages", "messages/wait?timeout=0", "webhooks", "otps", "ledger", "faults", "phones"):
        assert call("GET", f"/_sandbox/{path}").status == 200, path
    assert call.send(NL) == other.send(NL)


def test_a_phone_replies(call: Any) -> None:
    call("POST", "/_sandbox/application", {"sms": {"receiveCallback": "http://127.0.0.1:9/inbound"}})
    call.send(NL, "Coming?")
    response = call("POST", "/_sandbox/inbound", {"channel": "sms", "from": NL, "text": "Yes"})
    assert response.json()["to"] == "InfoText"
    thread = call("GET", f"/_sandbox/phones/{quote(NL)}").json()["messages"]
    assert [(message["type"], message["text"]) for message in thread] == [("sent", "Coming?"), ("received", "Yes")]
    assert call("GET", "/_sandbox/phones").json() == {"phones": [NL]}
    (posted,) = call("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (posted["event"], posted["data"][0]["text"]) == ("receive_sms", "Yes")
    assert call("GET", "/conversations").json()["data"][0]["phoneNumber"] == NL


@pytest.mark.parametrize(
    "body",
    [
        {"channel": "sms", "from": NL, "text": "To whom?"},
        {"channel": "sms", "from": "nobody", "to": "InfoText", "text": "Hi"},
        {"channel": "fax", "from": NL, "to": "InfoText", "text": "Hi"},
        {"channel": "sms", "from": NL, "to": "InfoText", "text": ""},
    ],
)
def test_messages_that_no_phone_can_send(call: Any, body: dict[str, str]) -> None:
    assert call("POST", "/_sandbox/inbound", body).status == 400
    assert call("GET", "/_sandbox/phones").json() == {"phones": []}


def test_a_click_and_an_opt_out_by_the_links_of_a_message(demo: Any) -> None:
    link = demo("GET", "/shortlinks").json()["data"][0]["id"]
    text = demo.send(NL, f"{{{{shortlink:{link}}}}} {{{{optoutLink}}}}")["data"][0]["text"]
    short, opt_out = text.split()
    assert demo("POST", "/_sandbox/clicks", {"url": short}).json() == {"kind": "shortlink", "id": link}
    hit = demo("GET", f"/shortlinks/{link}").json()["data"][0]
    assert (hit["phoneNumber"], hit["datetime"]) == (NL, START)

    assert demo("POST", "/_sandbox/clicks", {"url": opt_out}).status == 200
    assert demo.send(NL)["data"][0]["status"] == "REJECTED"
    assert demo("POST", "/_sandbox/clicks", {"url": "https://s.example.com/none1"}).status == 400


def test_the_latest_pin(call: Any) -> None:
    body = {"phoneNumber": NL, "from": "InfoText", "template": "{{pin}} is your code", "pinLength": 6}
    assert call("POST", "/otp", body).status == 201
    pin = call("GET", f"/_sandbox/otps/{quote(NL)}").json()["pin"]
    assert call.sandbox.messages(to=NL)[-1]["text"] == f"{pin} is your code"
    (otp,) = call("GET", "/_sandbox/otps").json()["otps"]
    assert (otp["pin"], otp["status"], otp["phoneNumber"]) == (pin, "PENDING", NL)
    assert call("GET", f"/_sandbox/otps/{quote(DE)}").json() == {"pin": None}


def test_replay_of_an_unknown_delivery(call: Any) -> None:
    assert call("POST", "/_sandbox/webhooks/1/replay").status == 404


def test_the_endpoints_are_listed(call: Any) -> None:
    listed = {(each["method"], each["path"]): each for each in call("GET", "/_sandbox/").json()["endpoints"]}
    assert ("GET", "/_sandbox/magic") in listed
    assert listed["POST", "/_sandbox/inbound"]["required"] == ["channel", "from", "text"]
    for method, path in listed:
        assert call(method, path.replace("{", "").replace("}", "")).status < 500, path


def test_the_description_is_served_with_the_sandbox_as_its_server(call: Any) -> None:
    assert call("GET", "/_sandbox/openapi.json").json() == {**document(), "servers": [{"url": "/"}]}


NUMBERS = {entry.effect: number for number, entry in magic_numbers.NUMBERS.items()}


def _magic(word: str) -> str:
    (number,) = (number for effect, number in NUMBERS.items() if word in effect)
    return number


def test_magic_numbers_are_valid_and_listed(call: Any) -> None:
    listed = call("GET", "/_sandbox/magic").json()["numbers"]
    assert [parse_number(entry["phoneNumber"]) for entry in listed] == [
        (number, "SE") for number in magic_numbers.NUMBERS
    ]
    assert all(entry["effect"] for entry in listed)


def test_statuses_of_messages_to_magic_numbers(call: Any) -> None:
    numbers = [_magic("NO COVERAGE"), _magic("error code 11"), _magic("error code 27"), NL, _magic("ten minutes")]
    sent = call.send(numbers)
    assert sent["data"][0]["cost"] == 0
    outcomes = [(message["status"], message["error_code"]) for message in call.sandbox.messages()]
    assert outcomes[:4] == [("NO COVERAGE", None), ("FAILED", 11), ("FAILED", 27), ("DELIVERED", None)]
    call.sandbox.advance(599)
    assert call.sandbox.messages()[4]["status"] == "SENT"
    call.sandbox.advance(2)
    assert call.sandbox.messages()[4]["status"] == "DELIVERED"


def test_a_number_that_was_released(call: Any) -> None:
    gone = _magic("no longer assigned")
    group = call("POST", "/groups", {"name": "Newsletter"}).json()["info"]["id"]
    added = call("POST", f"/groups/{group}", {"phoneNumbers": [NL, gone]}).json()["info"]
    assert (added["totalValid"], added["invalid"]) == (2, [])

    campaign = {"groups": [group], "from": "InfoText", "text": "Hi"}
    info = call("POST", "/sms/campaign", campaign).json()["info"]
    assert (info["totalPhoneNumbers"], info["totalValid"], info["invalid"]) == (2, 1, [gone])
    assert [message["recipient"] for message in call.sandbox.messages()] == [NL]

    refused = call.send([NL, gone])
    assert (refused["error"]["code"], refused["invalid"]) == (1210, [gone])
    assert call.send([NL, gone], allowInvalid=True)["info"]["invalid"] == [gone]
    assert call("POST", "/otp", {"phoneNumber": gone}).json()["error"]["code"] == 2020
    assert call("GET", f"/numbers/validate/{gone}").json()["error"]["code"] == 1207


def test_a_campaign_only_to_a_released_number(call: Any) -> None:
    group = call("POST", "/groups", {"name": "Newsletter"}).json()["info"]["id"]
    call("POST", f"/groups/{group}", {"phoneNumbers": [_magic("no longer assigned")]})
    refused = call("POST", "/sms/campaign", {"groups": [group], "from": "InfoText", "text": "Hi"}).json()
    assert (refused["error"]["code"], refused["invalid"]) == (1212, [_magic("no longer assigned")])
    assert call.sandbox.messages() == []


def test_a_magic_number_makes_a_send_fail(call: Any) -> None:
    response = call("POST", "/sms", {"to": [NL, _magic("status 500")], "from": "InfoText", "text": "Hi"})
    assert (response.status, response.json()["error"]["type"]) == (500, "server_error")
    assert call.sandbox.messages() == []
    assert call.balance() == 5000


def test_the_id_of_a_deleted_message_is_not_used_again(call: Any) -> None:
    sent = call.send(NL, scheduledDate="2026-11-02 12:00:00")["data"][0]
    last_seen = call("GET", "/_sandbox/messages").json()["messages"][-1]["id"]
    assert call("DELETE", f"/sms/scheduled/{sent['msgId']}").status == 200
    call.send(DE)
    new = call("GET", f"/_sandbox/messages?after={last_seen}").json()["messages"]
    assert [message["to"] for message in new] == [DE]


def test_the_id_of_a_deleted_fault_rule_is_not_used_again(call: Any) -> None:
    first, second = (call("POST", "/_sandbox/faults", {"status": 503}).json()["id"] for _ in range(2))
    call("DELETE", f"/_sandbox/faults/{second}")
    third = call("POST", "/_sandbox/faults", {"status": 503}).json()["id"]
    assert third not in (first, second)


def test_the_description_of_the_control_api_is_complete(call: Any) -> None:
    description = call("GET", "/_sandbox/control.json").json()
    listed = {(each["method"].lower(), each["path"]) for each in call("GET", "/_sandbox/").json()["endpoints"]}
    described = {(method, path) for path, item in description["paths"].items() for method in item}
    assert described == listed
    operations = [operation for item in description["paths"].values() for operation in item.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations) > 50
    for operation in operations:
        assert operation["responses"]["200"]
        assert all(each["schema"] for each in operation["parameters"])
    schemas = description["components"]["schemas"]
    references = re.findall(r'"\$ref": "#/components/schemas/(\w+)"', json.dumps(description))
    assert references and set(references) == set(schemas)


def test_the_guide_lists_every_path_with_its_fields(call: Any) -> None:
    guide = (ROOT / "docs" / "guides" / "sandbox-control.md").read_text("utf-8")
    rows = {path: row for row in guide.splitlines() if row.startswith("| `") for path in PATH.findall(row)}
    wrong = []
    for each in call("GET", "/_sandbox/").json()["endpoints"]:
        path = each["path"].removeprefix("/_sandbox/").removeprefix("/")
        in_query = [name for name in each["fields"] if each["method"] == "GET" and f"{{{name}}}" not in path]
        if path and (path not in rows or any(f"{name}=" not in rows[path] for name in in_query)):
            wrong.append((each["method"], path, in_query))
    assert wrong == []


def test_settings(make: Callable[..., Any]) -> None:
    settings = make(delivery="manual", seed=7)("GET", "/_sandbox/settings").json()
    assert (settings["apiKey"], settings["delivery"], settings["seed"]) == ("sandbox-key", "manual", 7)
    assert settings["applicationId"] == "ffb605d3-6ff0-4f94-b929-d1b98e28322a"
    assert "sandbox-application-secret" not in settings.values()


def test_health(call: Any) -> None:
    assert call("GET", "/_sandbox/health").json() == {
        "status": "ok",
        "now": "2026-11-02 09:00:00",
        "apiVersion": call.sandbox.context.spec.document["info"]["version"],
    }
