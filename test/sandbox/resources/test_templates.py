"""Templates: valid texts, approval and locking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MEDIA = {"imageUrl": None, "buttonCaption": "Shop now", "targetUrl": "https://example.com/sale"}
NO_MEDIA = dict.fromkeys(MEDIA)


def create(call: Any, text: str = "Sale!", **fields: Any) -> Any:
    """The new template."""
    return call("POST", "/templates", {"text": text, **fields}).json()["info"]


def show(call: Any, template: Any) -> Any:
    """A template with its details."""
    return call("GET", f"/templates/{template['id']}").json()["data"]


def test_an_sms_template_is_approved_at_once_and_never_locked(make: Callable[..., Any]) -> None:
    call = make(approval_time=60)
    created = create(call)
    assert not {"type", "approved"} & set(created)
    call.sandbox.advance(61)
    assert show(call, created) == {
        "id": created["id"],
        "name": "Template 2026-11-02 09:00:00",
        "text": "Sale!",
        "channel": "sms",
        "type": None,
        "richMedia": NO_MEDIA,
        "createdAt": "2026-11-02 09:00:00",
        "approved": True,
        "locked": False,
    }


@pytest.mark.parametrize("channel", ["viber", "whatsapp"])
def test_other_templates_are_approved_and_locked_in_time(make: Callable[..., Any], channel: str) -> None:
    call = make(approval_time=60)
    created = create(call, channel=channel)
    assert (created["type"], created["approved"]) == ("transactional", False)
    assert call("PATCH", f"/templates/{created['id']}", {"text": "Big sale!"}).status == 200
    call.sandbox.advance(60)
    shown = show(call, created)
    assert (shown["text"], shown["approved"], shown["locked"]) == ("Big sale!", True, True)
    response = call("PATCH", f"/templates/{created['id']}", {"text": "No sale"})
    assert (response.status, response.json()["error"]["code"]) == (403, 1812)
    assert call("DELETE", f"/templates/{created['id']}").json() == {"info": {"id": created["id"]}}
    assert call("GET", f"/templates/{created['id']}").json()["error"]["code"] == 1800


def test_rich_media(call: Any) -> None:
    created = create(call, channel="viber", richMedia=MEDIA)
    assert created["type"] == "promotional"
    assert show(call, created)["richMedia"] == MEDIA
    path = f"/templates/{created['id']}"
    assert call("PATCH", path, {"richMedia": MEDIA}).status == 204
    assert call("PATCH", path, {"richMedia": NO_MEDIA}).status == 200
    shown = show(call, created)
    assert (shown["richMedia"], shown["type"]) == (NO_MEDIA, "transactional")


def test_templates_are_listed_newest_first(call: Any) -> None:
    created = [create(call, name=f"Number {number}")["id"] for number in range(3)]
    assert [each["id"] for each in call("GET", "/templates").json()["data"]] == created[::-1]


def test_names_of_templates_without_one_differ(call: Any) -> None:
    names = [create(call)["name"] for _ in range(3)]
    assert names[0] == "Template 2026-11-02 09:00:00"
    assert len(set(names)) == 3


def test_a_change_that_changes_nothing(demo: Any) -> None:
    shown = show(demo, {"id": 705})
    response = demo("PATCH", "/templates/705", {name: shown[name] for name in ("name", "text", "channel")})
    assert (response.status, response.body) == (204, b"")


def test_on_another_channel_a_template_has_to_be_approved(make: Callable[..., Any]) -> None:
    call = make(approval_time=60)
    created = create(call)
    call("PATCH", f"/templates/{created['id']}", {"channel": "whatsapp"})
    shown = show(call, created)
    assert (shown["type"], shown["approved"]) == ("transactional", False)
    call.sandbox.advance(60)
    assert show(call, created)["locked"] is True


@pytest.mark.parametrize("change", [{"channel": "viber"}, {"richMedia": MEDIA}], ids=str)
def test_an_unlocked_template_that_is_changed_is_approved_again(make: Callable[..., Any], change: Any) -> None:
    call = make(approval_time=60)
    created = create(call, channel="whatsapp")
    call.sandbox.advance(60)
    call("POST", f"/_sandbox/templates/{created['id']}", {"locked": False})
    call("PATCH", f"/templates/{created['id']}", change)
    assert show(call, created)["approved"] is False
    call.sandbox.advance(60)
    assert show(call, created)["approved"] is True


def test_the_limit_of_a_text_is_that_of_its_channel(call: Any) -> None:
    created = create(call, "x" * 1001)
    assert call("PATCH", f"/templates/{created['id']}", {"channel": "viber"}).json()["error"]["code"] == 1811
    assert create(call, "x" * 1000, channel="viber", name="Long")["name"] == "Long"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " "}, 1802),
        ({"text": None}, 1802),
        ({"name": ""}, 1803),
        ({"name": "x" * 101}, 1803),
        ({"name": "Spring sale"}, 1805),
        ({"channel": "sms", "richMedia": {**MEDIA, "buttonCaption": ""}}, 1808),
        ({"richMedia": {**MEDIA, "targetUrl": "ftp://example.com"}}, 1809),
        ({"richMedia": {**MEDIA, "imageUrl": 7}}, 1810),
        ({"richMedia": {"imageUrl": None}}, 1212),
        ({"channel": "email"}, 1212),
        ({"channel": "email", "name": "ab"}, 1803),
        ({"comment": "Hi"}, 1804),
    ],
    ids=str,
)
def test_wrong_changes(demo: Any, change: dict[str, Any], code: int) -> None:
    before = show(demo, {"id": 705})
    assert demo("PATCH", "/templates/705", change).json()["error"]["code"] == code
    assert show(demo, {"id": 705}) == before
