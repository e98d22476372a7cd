"""Short links and attachments: create, change, send, open."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from smscx_client.sandbox.resources.hits import service as hits
from smscx_client.sandbox.resources.links import service as links

NL, DE = "+31612469333", "+4915228817386"
URL = "https://example.com/winter-sale?utm_source=sms"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)
TABLET = (
    "Mozilla/5.0 (Linux; Android 15; TB370FU) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
)
DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"
)


def create(call: Any, **fields: Any) -> Any:
    """The new short link."""
    return call("POST", "/shortlinks", {"url": URL, **fields}).json()["info"]


def shown(call: Any, short_id: str) -> Any:
    """A short link with its hits."""
    return call("GET", f"/shortlinks/{short_id}").json()


def test_shortening(call: Any) -> None:
    created = create(call, name="Winter sale")
    assert created == {
        "id": created["id"],
        "name": "Winter sale",
        "originalUrl": URL,
        "shortUrl": f"https://s.example.com/{created['id']}",
    }
    assert shown(call, created["id"])["info"] == {**created, "hits": 0, "dateCreated": "2026-11-02 09:00:00"}


def test_a_short_link_without_a_name_gets_a_number(call: Any) -> None:
    assert [create(call)["name"] for _ in range(2)] == ["Short link #1", "Short link #2"]


def test_a_chosen_id(call: Any) -> None:
    assert create(call, shortId="Sale5")["id"] == "Sale5"
    again = call("POST", "/shortlinks", {"url": URL, "shortId": "Sale5"})
    assert (again.status, again.json()["error"]["type"]) == (400, "duplicate_id")
    for wrong in ("Sale", "a/b?c", 12345):
        assert call("POST", "/shortlinks", {"url": URL, "shortId": wrong}).json()["error"]["code"] == 1212


@pytest.mark.parametrize(
    "url", ["example.com", "ftp://example.com", "javascript:alert(1)", "https://", 7, "https://a b"]
)
def test_malformed_urls(call: Any, url: Any) -> None:
    assert call("POST", "/shortlinks", {"url": url}).json()["error"]["code"] == 1402


def test_changing(call: Any) -> None:
    short_id = create(call, name="Before")["id"]
    create(call, name="Taken")
    path = f"/shortlinks/{short_id}"
    assert call("PATCH", path, {"name": "After"}).json() == {"info": {"id": short_id}}
    assert call("PATCH", path, {"url": "https://example.com/other"}).status == 200
    info = shown(call, short_id)["info"]
    assert (info["name"], info["originalUrl"]) == ("After", "https://example.com/other")
    unchanged = call("PATCH", path, {"name": "After"})
    assert (unchanged.status, unchanged.body) == (204, b"")
    assert call("PATCH", path, {"name": "Taken"}).json()["error"]["code"] == 1407
    assert call("PATCH", path, {"name": ""}).json()["error"]["code"] == 1404
    assert call("PATCH", path, {"other": 1}).json()["error"]["code"] == 1406


def test_deleting_takes_the_hits_along(demo: Any) -> None:
    assert demo("DELETE", "/shortlinks/Xk7Pq").json() == {"info": {"id": "Xk7Pq"}}
    assert demo("GET", "/shortlinks/Xk7Pq").json()["error"]["code"] == 1400
    assert demo("DELETE", "/attachments/RytK2").json() == {"info": {"id": "RytK2"}}
    assert demo("GET", "/attachments/RytK2").json()["error"]["code"] == 1420
    assert demo.sandbox.context.store.all("SELECT * FROM hits") == []
    assert demo.send(NL, "{{shortlink:Xk7Pq}}")["error"]["code"] == 1112


def test_each_recipient_has_their_own_link(call: Any) -> None:
    short_id = create(call)["id"]
    numbers = [f"+31612{number:06d}" for number in range(20_000)]
    sent = call.send(numbers, f"{{{{shortlink:{short_id}}}}}")
    urls = [each["text"] for each in sent["data"]]
    assert len(set(urls)) == 20_000
    assert all(url.startswith(f"https://s.example.com/{short_id}") for url in urls)
    found = links.resolve(call.sandbox.context, urls[7])
    assert found == links.Link("shortlink", short_id, numbers[7], sent["info"]["campaignId"])


@pytest.mark.parametrize("url", ["https://s.example.com/other", "https://s.example.com/", "", "Xk7P"])
def test_an_address_that_is_no_link(demo: Any, url: str) -> None:
    assert links.resolve(demo.sandbox.context, url) is None


def test_an_address_that_was_never_sent(demo: Any) -> None:
    for suffix in ("", "/", "0000"):
        found = links.resolve(demo.sandbox.context, f"https://s.example.com/RytK2{suffix}")
        assert found == links.Link("attachment", "RytK2")


def test_a_hit_by_one_recipient(call: Any) -> None:
    short_id = create(call)["id"]
    campaign = call.send([NL, DE], f"{{{{shortlink:{short_id}}}}}")["info"]["campaignId"]
    hits.record_hit(call.sandbox.context, links.SHORTLINK, short_id, DE)
    response = shown(call, short_id)
    (hit,) = response["data"]
    assert response["info"]["hits"] == 1
    assert (hit["phoneNumber"], hit["phoneNumberCountryIso"], hit["countryIso"]) == (DE, "DE", "DE")
    assert (hit["campaignId"], hit["groupId"]) == (campaign, None)


def test_a_hit_without_a_recipient_has_random_values(call: Any) -> None:
    short_id = create(call)["id"]
    for _ in range(50):
        hits.record_hit(call.sandbox.context, links.SHORTLINK, short_id)
    found = shown(call, short_id)["data"]
    assert {each["device"] for each in found} == {"mobile", "tablet", "desktop"}
    assert len({each["countryIso"] for each in found}) > 3
    assert {each["phoneNumber"] for each in found} == {None}
    assert all(each["ipAddress"].endswith(".0") for each in found)


@pytest.mark.parametrize(
    ("address", "kept"),
    [("203.0.113.77", "203.0.113.0"), ("2001:db8::abcd", "2001:db8::ab00"), ("127.0.0.1", "127.0.0.0")],
)
def test_an_address_loses_its_last_byte(call: Any, address: str, kept: str) -> None:
    short_id = create(call)["id"]
    hits.record_hit(call.sandbox.context, links.SHORTLINK, short_id, ip_address=address)
    assert shown(call, short_id)["data"][0]["ipAddress"] == kept


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (PHONE, ["mobile", "Mobile Safari", "18.5", "iOS", "18.5", "Apple", "iPhone"]),
        (TABLET, ["tablet", "Chrome", "141.0.0.0", "Android", "15", None, None]),
        (DESKTOP, ["desktop", "Firefox", "144.0", "Windows", "10.0", None, None]),
        (EDGE, ["desktop", "Edge", "141.0.0.0", "Windows", "10.0", None, None]),
        ("curl/8.5.0", ["desktop", None, None, None, None, None, None]),
    ],
)
def test_the_device_of_a_browser(call: Any, user_agent: str, device: list[str]) -> None:
    short_id = create(call)["id"]
    other_data = {
        "referrer": "https://example.com/",
        "screen_resolution": "390x844",
        "country_iso": "JP",
        "city": "Kyoto",
    }
    hits.record_hit(
        call.sandbox.context, links.SHORTLINK, short_id, user_agent=user_agent, accept_language="ja", **other_data
    )
    call.sandbox.advance(1)
    (hit,) = shown(call, short_id)["data"]
    assert [
        hit[name] for name in ("device", "browser", "browserVersion", "os", "osVersion", "brand", "model")
    ] == device
    names = ("referrer", "screenResolution", "acceptLanguage", "countryIso", "city")
    assert [hit[name] for name in names] == ["https://example.com/", "390x844", "ja", "JP", "Kyoto"]


@pytest.mark.parametrize(("kind", "link_id"), [(links.SHORTLINK, "Xk7Pq"), (links.ATTACHMENT, "RytK2")])
def test_the_callback_gets_a_hit(demo: Any, kind: str, link_id: str) -> None:
    context = demo.sandbox.context
    row = hits.record_hit(context, kind, link_id, DE, campaign_id="5e55d750-189d-4861-bd9a-5d6516d9f108", group_id=4501)
    hits.record_hit(context, kind, link_id)
    (delivery,) = demo("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (delivery["event"], delivery["url"]) == (f"{kind}_hit", f"https://example.com/webhooks/{kind}s")
    tracked, anonymous = delivery["data"]
    assert (tracked["hitId"], tracked["shortlinkId"]) == (row["id"], link_id)
    assert tracked["url"] == f"https://s.example.com/{link_id}"
    assert (tracked["phoneNumber"], tracked["groupId"]) == (DE, "4501")
    assert "phoneNumber" not in anonymous and anonymous["campaignId"] is None
    hits.record_hit(context, kind, link_id, country_iso="JP", user_agent="curl/8.5.0")
    (delivery,) = demo("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert {type(item[name]) for item in delivery["data"] for name in ("screenResolution", "acceptLanguage")} == {str}
    problem = context.spec.schemas.problem("hit", {"$ref": "#/components/schemas/DataShortlinkHit"}, tracked)
    assert problem is None


@pytest.mark.parametrize(("kind", "link_id"), [(links.SHORTLINK, "Xk7Pq"), (links.ATTACHMENT, "RytK2")])
def test_the_page_behind_a_link_updates_the_hit(demo: Any, kind: str, link_id: str) -> None:
    path = f"/{kind}s/{link_id}"
    browser = {"userAgent": PHONE, "acceptLanguage": "nl-NL", "referrer": "https://example.com/"}
    for resolution in ("390x844", "430x932"):
        click = {"url": f"https://s.example.com/{link_id}", **browser, "screenResolution": resolution}
        assert demo("POST", "/_sandbox/clicks", click).status == 200
    assert [hit["screenResolution"] for hit in demo("GET", path).json()["data"][:2]] == [None, None]

    demo.sandbox.advance(1)
    assert [hit["screenResolution"] for hit in demo("GET", path).json()["data"][:2]] == ["430x932", "390x844"]
    opened, updated = demo("GET", "/_sandbox/webhooks").json()["webhooks"]
    assert (opened["event"], updated["event"]) == (f"{kind}_hit", f"{kind}_hit_update")
    assert opened["url"] == updated["url"] == f"https://example.com/webhooks/{kind}s"
    for before, after in zip(opened["data"], updated["data"]):
        assert before == {**after, "screenResolution": ""}


def test_a_page_without_changes_updates_nothing(demo: Any) -> None:
    demo("POST", "/_sandbox/clicks", {"url": "https://s.example.com/Xk7Pq", "userAgent": "curl/8.5.0"})
    demo("POST", "/_sandbox/clicks", {"url": "https://s.example.com/RytK2"})
    demo("DELETE", "/attachments/RytK2")
    demo.sandbox.advance(60)
    assert [each["event"] for each in demo("GET", "/_sandbox/webhooks").json()["webhooks"]] == [
        *("shortlink_hit", "attachment_hit"),
    ]


def test_hits_are_paged(demo: Any) -> None:
    for _ in range(5):
        hits.record_hit(demo.sandbox.context, links.ATTACHMENT, "RytK2")
    first = demo("GET", "/attachments/RytK2?limit=4").json()
    second = demo("GET", f"/attachments/RytK2?limit=4&next={first['paging']['next']}").json()
    ids = [each["hitId"] for each in first["data"] + second["data"]]
    assert first["info"]["hits"] == len(ids) == 7
    assert ids == sorted(ids, reverse=True)
    short = demo("GET", "/attachments/RytK2?short_response=true").json()
    assert (short["info"], short["data"]) == (first["info"], [])


@pytest.mark.parametrize("path", ["/shortlinks/Xk7Pq", "/attachments/RytK2"])
def test_hits_as_csv(demo: Any, path: str) -> None:
    found = demo("GET", path).json()["data"]
    rows = list(csv.DictReader(io.StringIO(demo("GET", f"{path}/csv").body.decode())))
    assert rows == [{name: "" if value is None else str(value) for name, value in hit.items()} for hit in found]


def test_hits_as_csv_without_hits(demo: Any) -> None:
    assert len(demo("GET", "/shortlinks/bT4n2/csv").body.splitlines()) == 1
    assert demo("GET", "/attachments/hV3dP/xlsx").body.startswith(b"PK")


def test_attaching_a_file(call: Any) -> None:
    body = {"name": "Menu", "fileUrl": "https://files.example.com/menu.PDF?v=2"}
    attached = call("POST", "/_sandbox/attachments", body).json()
    (shown_,) = call("GET", "/attachments").json()["data"]
    assert {**shown_, **attached, **body} == shown_
    assert (shown_["fileType"], shown_["hits"]) == ("pdf", 0)
    assert call.send(NL, f"{{{{attachment:{attached['id']}}}}}")["data"][0]["text"].startswith(attached["shortUrl"])
    assert call("POST", "/_sandbox/attachments", {"name": "Menu", "fileUrl": "menu.pdf"}).status == 400


def test_a_hit_of_a_campaign_has_the_group_of_its_recipient(demo: Any) -> None:
    body = {"groups": [4502, 4501], "from": "MyShop", "text": "{{shortlink:Xk7Pq}}"}
    sent = demo("POST", "/sms/campaign", body).json()
    urls = {each["to"]: each["text"] for each in sent["data"]}
    found = links.resolve(demo.sandbox.context, urls[DE])
    assert found == links.Link("shortlink", "Xk7Pq", DE, sent["info"]["campaignId"], 4501)
    hits.record_hit(demo.sandbox.context, links.SHORTLINK, "Xk7Pq", DE)
    assert shown(demo, "Xk7Pq")["data"][0]["groupId"] == "4501"
