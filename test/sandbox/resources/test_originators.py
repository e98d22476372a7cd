"""Originators: valid ones, their approval, and the originator of messages until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def create(call: Any, originator: Any) -> Any:
    """Create an originator; returns the response."""
    return call("POST", "/originators", {"originator": originator}).json()


def sender(call: Any, originator: str) -> Any:
    """Send a message with an originator; returns the originator that it has."""
    body = {"to": ["+31612469333"], "from": originator, "text": "Hi"}
    return call("POST", "/sms", body).json()["data"][0]["from"]


def test_a_sandbox_begins_with_the_default_one(call: Any) -> None:
    (only,) = call("GET", "/originators").json()["data"]
    assert (only["originator"], only["isDefault"], only["approved"]) == ("InfoText", True, True)


def test_messages_have_the_default_originator_until_another_is_approved(make: Callable[..., Any]) -> None:
    call = make(approval_time=60)
    info = create(call, "Bakery24")["info"]
    newest = call("GET", "/originators").json()["data"][0]
    assert newest == {
        "id": info["id"],
        "originator": "Bakery24",
        "isDefault": False,
        "approved": False,
        "createdAt": "2026-11-02 09:00:00",
    }
    assert sender(call, "Bakery24") == "InfoText"
    call.sandbox.advance(60)
    assert call("GET", "/originators").json()["data"][0]["approved"] is True
    assert sender(call, "Bakery24") == "Bakery24"


@pytest.mark.parametrize("originator", ["abc", "Bakery24", "x" * 11, "123", "1" * 15, "12345678901a"[1:]])
def test_right_originators(call: Any, originator: str) -> None:
    assert create(call, originator)["info"]["originator"] == originator


@pytest.mark.parametrize(
    ("originator", "code"),
    [
        ("", 1301),
        (None, 1301),
        ("My shop", 1303),
        ("Bäckerei", 1303),
        ("+46701740633", 1303),
        ("a!", 1303),
        ("١٢٣٤", 1303),
        (7, 1303),
        ("ab", 1304),
        ("x" * 12, 1304),
        ("12", 1305),
        ("1" * 16, 1305),
        ("InfoText", 1306),
    ],
)
def test_wrong_originators(call: Any, originator: Any, code: int) -> None:
    assert create(call, originator)["error"]["code"] == code


def test_deleting(demo: Any) -> None:
    assert demo("DELETE", "/originators/302").json() == {"info": {"id": 302, "originator": "MyShop"}}
    assert sender(demo, "MyShop") == "InfoText"
    assert demo("DELETE", "/originators/302").json()["error"]["code"] == 1300
    assert create(demo, "MyShop")["info"]["id"] == 305


def test_a_two_way_originator_is_one_until_it_expires(demo: Any) -> None:
    def two_way() -> list[Any]:
        return [each["twoWay"] for each in demo("GET", "/originators").json()["data"] if "twoWay" in each]

    assert [(each["type"], each["countryIso"]) for each in two_way()] == [("VLN", "SE")]
    demo.sandbox.advance(30 * 24 * 3600)
    assert two_way() == []


def test_the_user_may_approve_it_too(call: Any) -> None:
    created = create(call, "Bakery24")["info"]
    path = f"/_sandbox/originators/{created['id']}"
    assert call("POST", path, {"approved": True}).status == 200
    assert sender(call, "Bakery24") == "Bakery24"
    assert call("POST", path, {"approved": False}).status == 200
    assert sender(call, "Bakery24") == "InfoText"
    assert call("POST", "/_sandbox/originators/99", {"approved": True}).status == 404


def test_the_sandbox_shows_the_requested_and_the_used_originator(call: Any) -> None:
    call.send(**{"from": "MyShop"})
    call.send()
    rows = call("GET", "/_sandbox/messages").json()["messages"]
    assert [(row["requestedFrom"], row["from"]) for row in rows] == [("MyShop", "InfoText"), ("InfoText", "InfoText")]


@pytest.mark.parametrize("path", ["/sms", "/sms/estimate"])
def test_an_originator_that_is_not_approved_can_be_an_error(make: Callable[..., Any], path: str) -> None:
    call = make(strict_originators=True)
    body = {"to": "+31612469333", "from": "MyShop", "text": "Hi"}
    error = call("POST", path, body).json()["error"]
    assert (error["type"], error["code"]) == ("invalid_param", 1212)
    assert "`from`: MyShop is not an approved originator" in error["message"]
    assert call.sandbox.messages() == []
    assert call("POST", path, {**body, "from": "InfoText"}).status == 200
    created = call("POST", "/originators", {"originator": "MyShop"}).json()["info"]["id"]
    call("POST", f"/_sandbox/originators/{created}", {"approved": True})
    assert call("POST", path, body).status == 200


def test_a_pin_from_an_originator_that_is_not_approved(make: Callable[..., Any]) -> None:
    call = make(strict_originators=True)
    body = {"phoneNumber": "+31612469333", "from": "MyShop", "template": "{{pin}}"}
    assert "MyShop is not an approved originator" in call("POST", "/otp", body).json()["error"]["message"]
