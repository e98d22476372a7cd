"""Responses that the sandbox does not send: rows that are missing, in another order, or ambiguous."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3

from smscx_client import Client, DuplicateValueException, bulk
from smscx_client.bulk.batch import BatchTask, run_batch
from smscx_client.bulk.outcome import AGAIN, Outcome, limits
from smscx_client.rest import receive
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.in_process import InProcessTransport, client_arguments
from test.bulk.conftest import SENDER, numbers
from test.bulk.test_send import fail, sent

Edit = Callable[[Any], None]


class Edited(InProcessTransport):
    """Changes the bodies of responses on their way, and keeps the bodies of requests.

    :param edits: by method and path, such as `POST /sms`, the function that changes the JSON of the response.
    """

    def __init__(self, sandbox: Sandbox, edits: Mapping[str, Edit]):
        super().__init__(sandbox)
        self._edits = edits
        self.sent: list[tuple[str, Any]] = []

    def request(self, method: str, url: str, *rest: Any, preload: bool = True, **options: Any) -> Any:
        name = f"{method} {urlsplit(url).path}"
        self.sent.append((name, json.loads(rest[1] or "null")))
        response = super().request(method, url, *rest, **options)
        content = json.loads(response.data)
        self._edits.get(name, lambda content: None)(content)
        headers = {key: value for key, value in response.headers.items() if key.lower() != "content-length"}
        body = io.BytesIO(json.dumps(content).encode())
        return receive(urllib3.HTTPResponse(body, headers, response.status, preload_content=False), preload=preload)


def edited(sandbox: Sandbox, **edits: Edit) -> tuple[Client, Edited]:
    """A client of a sandbox whose responses are changed, and its transport."""
    transport = Edited(sandbox, {name.replace("_", " /", 1): edit for name, edit in edits.items()})
    return Client(**{**client_arguments(sandbox, {}), "transport": transport}), transport


EXPECTED = {
    "+31620000000": "accepted",  # it is listed as invalid, but was sent to
    "0620000001": "accepted",
    "+31620000009": "unknown",
    "junk": "invalid",
    "X620000001": "invalid",
    "31620000002": "accepted",
    "620000001": "duplicate",
    "0620000008": "unknown",
    "123456": "accepted",
    "12345": "unknown",  # too short to be found by its last digits
    "0620000003": "unknown",  # it can be either of two
}
ROWS = ["+31620000003", "+32620000003", "+31620000002", "+31620000001", "+31620000000", "+31123456", "+3112345"]


def test_rows_in_another_order_belong_to_the_recipient_with_their_number(sandbox: Sandbox, journal: Path) -> None:
    def shuffle(content: Any) -> None:
        row = content["data"][0]
        content["data"] = [{**row, "to": to, "msgId": f"{n:032}"} for n, to in enumerate(ROWS, 1)]
        content["info"].update(invalid=["junk", "X620000001", "+31620000000"], totalCost=None)

    client, _ = edited(sandbox, POST_sms=shuffle)
    result = bulk.send_sms(client, list(EXPECTED), name="odd", journal=journal, country_iso="NL", **SENDER)
    rows = list(result.rows())
    assert {row.recipient: row.status for row in rows} == EXPECTED
    assert {row.recipient: ROWS[int(row.msg_id.replace("-", "")) - 1] for row in rows if row.msg_id} == {
        "+31620000000": "+31620000000",
        "0620000001": "+31620000001",
        "31620000002": "+31620000002",
        "123456": "+31123456",
    }
    assert result.cost == Decimal(0)


def test_requests_leave_out_texts_and_allow_invalid_numbers_by_default(sandbox: Sandbox, journal: Path) -> None:
    client, transport = edited(sandbox)
    chosen = {"no_text_details": False, "allow_invalid": False}
    for name, options in (("default", {}), ("chosen", chosen)):
        bulk.send_sms(client, numbers(1), name=name, journal=journal, **SENDER, **options)
    bulk.send_sms_campaign(client, numbers(1), name="campaign", journal=journal, **SENDER)
    sends = [(body["noTextDetails"], body.get("allowInvalid")) for name, body in transport.sent if "POST /sms" in name]
    assert sends == [(True, True), (False, False), (True, None)]


def test_an_import_whose_response_was_lost_sends_only_what_is_missing(sandbox: Sandbox, journal: Path) -> None:
    client, transport = edited(sandbox)
    group_id = client.groups.create_group({"name": "all"}).info.id
    client.groups.add_contacts_to_group(group_id, phone_numbers=[*numbers(3), "+33612345678"])
    path = f"POST /groups/{group_id}"
    contacts = [*numbers(5), {"phone_number": "0612345678", "country_iso": "FR"}]
    for when, missing in (("before", [*numbers(5)[3:], "0612345678"]), ("after", ["0612345678"])):
        fail(sandbox, "add_contacts_to_group", times=1, reset=True, when=when)
        transport.sent.clear()
        result = bulk.import_contacts(client, group_id, contacts, name=when, journal=journal)
        assert result.counts == {"accepted": 6}
        bodies = [body["phoneNumbers"] for name, body in transport.sent if name == path]
        assert [[contact["phoneNumber"] for contact in body] for body in bodies] == [
            [*numbers(5), "0612345678"],
            missing,
        ]


def test_a_send_without_an_id_has_no_delivery_reports(sandbox: Sandbox, journal: Path) -> None:
    client, transport = edited(sandbox, POST_sms=lambda content: content["info"].pop("campaignId"))
    result = bulk.send_sms(client, numbers(2), name="no id", journal=journal, **SENDER)
    transport.sent.clear()
    assert result.refresh(client).deliveries == {}
    assert not transport.sent


def test_a_group_that_exists_and_is_not_listed_stops_the_job(sandbox: Sandbox, journal: Path) -> None:
    client, _ = edited(sandbox, GET_groups=lambda content: content["data"].clear())
    fail(sandbox, "create_group", times=1, reset=True, when="after")
    with pytest.raises(bulk.JobStopped) as stopped:
        bulk.send_sms_campaign(client, numbers(2), name="lost", journal=journal, **SENDER)
    assert isinstance(stopped.value.__cause__, DuplicateValueException)
    assert stopped.value.result.counts == {"pending": 2}
    assert not sent(sandbox)


def test_a_batch_that_needs_a_token_and_gets_none_was_not_sent(
    make_sandbox: Callable[..., Sandbox], journal: Path
) -> None:
    """A lookup must not be repeated if it may have acted, but this one cannot have."""
    credentials = {"application_id": "shop", "application_secret": "secret"}
    sandbox = make_sandbox(**credentials)
    client = Client(**client_arguments(sandbox, credentials))
    fail(sandbox, "get_access_token", times=1, status=500)
    assert bulk.lookup_numbers(client, numbers(3), name="token", journal=journal).counts == {"accepted": 3}


def test_an_outcome_has_the_rate_limit_of_a_429_and_survives_a_queue(make_sandbox: Callable[..., Sandbox]) -> None:
    client, _ = edited(make_sandbox(rate_limit=1, rate_window=60))
    outcomes = [run_batch(client, BatchTask("validate_numbers", {}, "+31612469333")) for _ in range(2)]
    assert [(outcome.limit, outcome.remaining) for outcome in outcomes] == [(1, 0), (1, 0)]
    refused = outcomes[1]
    assert (refused.state, refused.is_rate_limit, refused.error) == (AGAIN, True, "RateLimitExcedeedException 1011")
    assert refused.retry_after
    assert [Outcome.from_json(outcome.to_json()) for outcome in outcomes] == outcomes


@pytest.mark.parametrize("text", ["1000000000", "-1", "1.5", "\u00b2", "\u0663", "", "unlimited", None])
def test_a_rate_limit_that_is_no_number_is_none(text: str | None) -> None:
    assert limits({"X-Rate-Limit-Limit": text, "X-Rate-Limit-Remaining": "999999999"}) == (None, 999_999_999)
