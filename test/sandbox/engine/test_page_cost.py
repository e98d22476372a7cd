"""A page of a list costs its own rows, however long the list is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FEW, MANY = 60, 3_000
_STEP = 10
"""The number of SQLite instructions between two counts."""


def _numbers(count: int) -> list[str]:
    return [f"+316{12_000_000 + number}" for number in range(count)]


def _messages(call: Any, count: int) -> str:
    campaign: str = call.send(_numbers(count), shortResponse=True)["info"]["campaignId"]
    return campaign


def _campaign(call: Any, count: int) -> str:
    return f"/reports/campaigns/{_messages(call, count)}"


def _filtered(call: Any, count: int) -> str:
    _messages(call, count)
    return "/reports?period=2026-11&country_iso=NL&delivery_report=delivered"


def _contacts(call: Any, count: int) -> str:
    group = call("POST", "/groups", {"name": "Many"}).json()["info"]["id"]
    assert call("POST", f"/groups/{group}", {"phoneNumbers": _numbers(count)}).status == 200
    return f"/groups/{group}"


def _optouts(call: Any, count: int) -> str:
    assert call("POST", "/optouts", {"phoneNumbers": _numbers(count)}).status == 200
    return "/optouts"


def _lookups(call: Any, count: int) -> str:
    bulk = call("POST", "/numbers/lookup", {"phoneNumbers": _numbers(count)}).json()["info"]["lookupBulkId"]
    return f"/numbers/lookup/lookupBulkId/{bulk}"


def _instructions(call: Any, path: str, body: Any = None) -> int:
    """How many instructions SQLite runs for a request."""
    steps: list[None] = []
    database = call.sandbox.context.store._sql
    database.set_progress_handler(lambda: steps.append(None), _STEP)
    try:
        response = call("POST" if body else "GET", path, body)
        assert response.status == 200, response.body
        assert body or len(response.json()["data"]) == 10
    finally:
        database.set_progress_handler(None, 0)
    return len(steps) * _STEP


def _cursor(call: Any, path: str, rows: int) -> str:
    """The cursor after this number of rows."""
    cursor = ""
    while rows:
        page = call("GET", f"{path}limit={min(rows, 500)}{cursor}").json()
        cursor = f"&next={page['paging']['next']}"
        rows -= len(page["data"])
    return cursor


@pytest.mark.parametrize("fill", [_campaign, _filtered, _contacts, _optouts, _lookups])
def test_a_page_costs_its_own_rows(make: Callable[..., Any], fill: Callable[[Any, int], str]) -> None:
    costs = []
    for count in (FEW, MANY):
        call = make(balance="1000000")
        path = fill(call, count)
        path += "&" if "?" in path else "?"
        last = _cursor(call, path, count - 20)
        costs.append([_instructions(call, f"{path}limit=10{cursor}") for cursor in ("", last)])
    assert max(costs[1]) < 1.2 * max(costs[0])


def test_a_click_does_not_search_messages_without_links(make: Callable[..., Any]) -> None:
    costs = []
    for count in (FEW, MANY):
        call = make(balance="1000000")
        assert call("POST", "/shortlinks", {"url": "http://127.0.0.1/", "shortId": "Sale5"}).status == 201
        sent = call.send(["+31612469333"], "See {{shortlink:Sale5}}")
        _messages(call, count)
        url = sent["data"][0]["text"].partition(" ")[2]
        costs.append(_instructions(call, "/_sandbox/clicks", {"url": url}))
    assert costs[1] < 1.2 * costs[0]
