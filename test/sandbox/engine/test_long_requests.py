"""Requests with much work do it while other requests run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smscx_client.sandbox import Request
from test.sandbox.conftest import KEY

HEADERS = {"x-api-key": KEY["X-API-KEY"], "content-type": "application/json"}


def test_an_xlsx_is_written_while_other_requests_run(call: Any) -> None:
    campaign = call.send("+31612469333", "Hi")["info"]["campaignId"]
    begun = call.sandbox.begin(Request("GET", f"/reports/campaigns/{campaign}/xlsx", "", HEADERS))
    assert not begun.is_complete
    assert call.send("+31612469333")["info"]["totalPhoneNumbers"] == 1
    done = call.sandbox.complete(begun)
    assert done.is_complete and done.body.startswith(b"PK")
    assert done.headers["Content-Disposition"].endswith('.xlsx"')
    assert done.body == call("GET", f"/reports/campaigns/{campaign}/xlsx").body


def test_a_fault_breaks_an_xlsx_too(remote: Any) -> None:
    remote("POST", "/_sandbox/faults", {"operation": "export_optouts_to_xlsx", "body": "html", "times": 1})
    assert b"Bad gateway" in remote("GET", "/optouts/xlsx").body
    assert remote("GET", "/optouts/xlsx").body.startswith(b"PK")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"1", b'{"to": 5}', b'{"to": [[]]}', b"[" * 100_000, b"\xff", b'{"to": {}}']
)
def test_reading_the_numbers_ahead_hides_no_mistake(call: Any, body: bytes) -> None:
    request = Request("POST", "/sms", "", HEADERS, body)
    call.sandbox.prepare(request)
    assert call.sandbox.handle(request).status == 400


def test_a_large_send_over_http(remote: Any) -> None:
    numbers = [f"+316{12_000_000 + number}" for number in range(2000)]
    sent = remote("POST", "/sms", {"to": numbers, "from": "InfoText", "text": "Hi"}).json()
    assert sent["info"]["totalPhoneNumbers"] == 2000
    assert len(json.dumps(numbers)) > 16 * 1024
