"""The requests of a batch, and its outcome for each response. A transport returns given responses."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from smscx_client import Client, Configuration
from smscx_client.bulk.batch import DELETE_GROUP, BatchTask, run_batch
from smscx_client.bulk.outcome import AGAIN, DIVIDE, DONE, LOST, REFUSED, Outcome
from smscx_client.retry import RetryPolicy
from test.bulk.conftest import Written

FIRST, SECOND, THIRD = "+31612469333", "+31612469334", "+31612469335"
SENT = {"cost": 0.075, "countryIso": "NL", "parts": 1, "from": "InfoText"}
ACCEPTED = {"status": "accepted", "cost": "0.075", "countryIso": "NL", "parts": 1, "from": "InfoText"}


def run(task: BatchTask, *responses: tuple[int, Any]) -> tuple[Outcome, list[tuple[str, Any]]]:
    """Run a batch; return its outcome and its requests. A client that repeats its calls does not repeat these."""
    transport: Any = Written(*responses)
    configuration = Configuration(host="http://127.0.0.1", api_key="sandbox-key", max_retries=3)
    configuration.retries = 3
    return run_batch(Client(configuration=configuration, transport=transport), task), transport.requests


def error_of(status: int, name: str, **more: Any) -> tuple[int, Any]:
    return status, {"error": {"type": name, "message": "No.", "code": 1, "statusCode": status, **more}}


def results(outcome: Outcome) -> list[Any]:
    """The result of each recipient, and the end of the id of its message."""
    packed = outcome.packed
    assert packed
    ids = [packed.ids[place : place + 16].hex()[-2:] for place in range(0, len(packed.ids), 16)]
    found = [dict(packed.table[code]) for code in packed.numbers()]
    return list(zip(found, ids)) if ids else found


def row(number: str, last: int, status: str = "SENT", **more: Any) -> dict[str, Any]:
    return {"to": number, "msgId": f"00000000-0000-4000-8000-0000000000{last:02x}", "status": status, **SENT, **more}


NUMBERS = "\n".join((FIRST, SECOND, THIRD))
SEND = BatchTask("send_sms", {"from": "InfoText", "text": "Hi"}, NUMBERS, "id-1")
LOOK_UP = BatchTask("lookup_numbers", {}, NUMBERS)
VALIDATE = BatchTask("validate_numbers", {}, NUMBERS)


@pytest.mark.parametrize("more", [{}, {"text": "\u00e9"}])  # rows with escapes are parsed
def test_a_send_has_the_result_and_id_of_each_number_in_the_order_of_the_batch(more: dict[str, str]) -> None:
    rows = [row(THIRD, 3, **more), row(FIRST, 1, "REJECTED", cost=0), row(SECOND, 2, "NO COVERAGE", cost=None, parts=2)]
    info = {"totalCost": 0.075, "campaignId": "c-1"}
    outcome, requests = run(SEND, (200, {"info": info, "data": rows}))
    body = {"from": "InfoText", "text": "Hi", "to": [FIRST, SECOND, THIRD], "idempotencyId": "id-1"}
    assert requests == [("POST /sms", body)]
    assert results(outcome) == [
        ({**ACCEPTED, "status": "rejected", "cost": "0"}, "01"),
        ({"status": "no coverage", "countryIso": "NL", "parts": 2, "from": "InfoText"}, "02"),
        (ACCEPTED, "03"),
    ]
    assert (outcome.state, outcome.cost, outcome.campaign_id) == (DONE, "0.075", "c-1")
    assert (outcome.limit, outcome.remaining) == (100, 42)
    assert (outcome.group_id, outcome.left_out) == (None, None)


@pytest.mark.parametrize(
    ("rows", "info", "expected"),
    [
        ([row(FIRST, 1), row(THIRD, 3)], {"invalid": [SECOND]}, [(ACCEPTED, "01"), "invalid", (ACCEPTED, "03")]),
        ([row(FIRST, 1)], {"invalid": [31612469334]}, [(ACCEPTED, "01"), "unknown", "unknown"]),
        ([row(FIRST, 1), row(SECOND, 2)], {"invalid": "x"}, [(ACCEPTED, "01"), (ACCEPTED, "02"), "unknown"]),
        ([], {"invalid": [FIRST, SECOND]}, ["invalid", "invalid", "unknown"]),
    ],
)
def test_a_number_without_a_row_is_invalid_only_if_the_api_says_so(
    rows: list[Any], info: Any, expected: list[Any]
) -> None:
    outcome, _ = run(SEND, (200, {"info": info, "data": rows}))
    assert results(outcome) == [({"status": one}, "00") if isinstance(one, str) else one for one in expected]
    assert (outcome.cost, outcome.campaign_id) == ("0", "")


@pytest.mark.parametrize(
    ("given", "rows", "ids"),
    [
        ([FIRST, FIRST[1:]], [FIRST], ["01", "duplicate"]),
        ([FIRST, SECOND, THIRD], [FIRST, THIRD, "+31612469336"], ["01", "03", "02"]),  # of another form
        ([FIRST, SECOND, THIRD], [THIRD, "+31612469336"], ["unknown", "unknown", "01"]),
        (["0612469334", "0612469333"], [FIRST, SECOND], ["02", "01"]),
        (["2012345678", "+2012345678"], ["+12012345678", "+2012345678"], ["01", "02"]),
        (["861234567", "+37061234568"], ["+37061234568", "+37061234567"], ["02", "01"]),
        (["061234567", "061234567"], ["+3161234567", "+3261234567"], ["01", "02"]),
    ],
)
def test_the_result_of_a_number_is_that_of_its_row(given: list[str], rows: list[str], ids: list[str]) -> None:
    body = {"info": {}, "data": [row(number, place) for place, number in enumerate(rows, 1)]}
    outcome, _ = run(BatchTask("send_sms", {}, "\n".join(given)), (200, body))
    assert [last if one == ACCEPTED else one["status"] for one, last in results(outcome)] == ids


@pytest.mark.parametrize(("bad_id", "end"), [("no id", "00"), ("abcd", "00"), ("", "00"), ("f" * 32, "ff")])
def test_an_id_that_is_no_uuid_does_not_affect_the_others(bad_id: str, end: str) -> None:
    rows = [row(FIRST, 1), row(SECOND, 2, msgId=bad_id), row(THIRD, 3)]
    outcome, _ = run(SEND, (200, {"info": {}, "data": rows}))
    assert results(outcome) == [(ACCEPTED, "01"), (ACCEPTED, end), (ACCEPTED, "03")]
    for size in (15, 17):
        rows = [row(number, 1, msgId="ab" * size) for number in (FIRST, SECOND, THIRD)]
        assert results(run(SEND, (200, {"info": {}, "data": rows}))[0]) == [(ACCEPTED, "00")] * 3


LOOKED_UP = [{"phoneNumber": number, "cost": 0.005, "countryIso": "NL"} for number in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize(
    ("task", "responses", "state", "error"),
    [
        (SEND, [(200, {"info": {}, "data": [{"to": FIRST}]})], LOST, "ApiConnectionException"),
        (SEND, [(200, {"info": {}, "data": [row(FIRST, 1), 5]})], LOST, "ApiConnectionException"),
        (VALIDATE, [(200, {"info": {}, "data": [{"to": FIRST}]})], AGAIN, "ApiConnectionException"),
        (VALIDATE, [(200, "no object")], AGAIN, "ApiConnectionException"),
        (LOOK_UP, [(200, {"info": {}, "data": LOOKED_UP})], LOST, "ApiConnectionException"),
        (LOOK_UP, [error_of(500, "server_error")], LOST, "ServerErrorException 1"),
        (SEND, [error_of(500, "server_error")], LOST, "ServerErrorException 1"),
        (SEND, [error_of(429, "rate_limit")], AGAIN, "RateLimitExcedeedException 1"),
        (SEND, [error_of(403, "forbidden")], REFUSED, "AccessDeniedException 1"),
        (
            replace(SEND, recipients=f"{FIRST}\n{SECOND}"),
            [error_of(403, "no_coverage")],
            DIVIDE,
            "NoCoverageException 1",
        ),
        (SEND, [error_of(400, "invalid_param", invalid=[FIRST, SECOND])], REFUSED, "InvalidRequestException 1"),
        (SEND, [error_of(409, "conflict", invalid=[FIRST, SECOND, THIRD])], REFUSED, "ApiException 1"),
    ],
)
def test_a_failure_says_whether_the_batch_may_have_acted(
    task: BatchTask, responses: list[tuple[int, Any]], state: str, error: str
) -> None:
    outcome, requests = run(task, *responses)
    assert (outcome.state, outcome.error, outcome.packed) == (state, error, None)
    assert len(requests) == 1
    assert outcome.is_rate_limit == (responses[0][0] == 429)
    if responses[0][0] != 200:
        assert (outcome.limit, outcome.remaining, outcome.retry_after) == (100, 42, 7)


def test_a_number_without_coverage_or_without_a_valid_one_is_a_result() -> None:
    alone = BatchTask("send_sms", {}, FIRST)
    outcome, _ = run(alone, error_of(403, "no_coverage"))
    assert (outcome.state, results(outcome)) == (DONE, [{"status": "no coverage"}])
    outcome, _ = run(SEND, error_of(400, "invalid_param", invalid=[THIRD, SECOND, FIRST, "+1"]))
    assert (outcome.state, results(outcome)) == (DONE, [{"status": "invalid"}] * 3)
    assert (outcome.limit, outcome.remaining) == (100, 42)


def test_a_validation_and_a_lookup_have_their_results() -> None:
    found: dict[str, Any] = {"countryIso": "NL", "networkOperator": "KPN", "timezone": None}
    rows = [{"phoneNumber": FIRST, "invalid": False, **found}, {"phoneNumber": SECOND, "invalid": True, **found}]
    task = BatchTask("validate_numbers", {"countryIso": "NL"}, f"{FIRST}\n{SECOND}", "id-1")
    outcome, requests = run(task, (200, {"info": {"totalCost": 5}, "data": rows}))
    assert requests == [("POST /numbers/validate", {"countryIso": "NL", "phoneNumbers": [FIRST, SECOND]})]
    details = {"countryIso": "NL", "networkOperator": "KPN"}
    assert results(outcome) == [{"status": "accepted", **details}, {"status": "invalid", **details}]
    assert (outcome.cost, outcome.campaign_id) == ("0", "")
    rows = [{**one, "lookupId": "0" * 31 + str(place)} for place, one in enumerate(LOOKED_UP)]
    outcome, requests = run(LOOK_UP, (200, {"info": {"totalCost": "0.015", "lookupBulkId": 9}, "data": rows}))
    assert requests == [("POST /numbers/lookup", {"phoneNumbers": [FIRST, SECOND, THIRD]})]
    looked_up = {"status": "accepted", "cost": "0.005", "countryIso": "NL"}
    assert results(outcome) == [(looked_up, "00"), (looked_up, "01"), (looked_up, "02")]
    assert (outcome.cost, outcome.campaign_id) == ("0.015", "9")


# --- Contacts and groups ---------------------------------------------------------------------------------------------

ANN, BOB, JUNK = {"phoneNumber": FIRST, "firstName": "Änn"}, {"phoneNumber": SECOND}, {"phoneNumber": "junk"}
CONTACTS = "\n".join(map(json.dumps, (ANN, BOB, JUNK)))
IMPORT = BatchTask("add_contacts_to_group", {"allowInvalid": True}, CONTACTS, arguments={"group_id": 31})
CAMPAIGN = BatchTask("send_sms_campaign", {"text": "Hi"}, CONTACTS, "ab-c")


def page_of(*numbers: str, following: str = "") -> tuple[int, Any]:
    contacts = [{"phoneNumber": number} for number in numbers]
    return 200, {"info": {}, "data": contacts, "paging": {"next": following, "previous": ""}}


def test_a_repeated_import_adds_the_missing_contacts() -> None:
    added = (200, {"info": {"invalid": ["junk"]}, "data": [{"status": "REJECTED"}]})
    outcome, requests = run(IMPORT, added)
    assert requests == [("POST /groups/31", {"allowInvalid": True, "phoneNumbers": [ANN, BOB, JUNK]})]
    assert [one["status"] for one in results(outcome)] == ["accepted", "accepted", "invalid"]
    again = replace(IMPORT, is_repeated=True)
    outcome, requests = run(again, page_of(FIRST), added)
    assert requests[1:] == [("POST /groups/31", {"allowInvalid": True, "phoneNumbers": [BOB, JUNK]})]
    assert [one["status"] for one in results(outcome)] == ["accepted", "accepted", "invalid"]
    outcome, requests = run(again, page_of(FIRST), error_of(400, "invalid_param", invalid=[SECOND, "junk"]))
    assert [one["status"] for one in results(outcome)] == ["accepted", "invalid", "invalid"]
    outcome, requests = run(replace(again, recipients=json.dumps(ANN)), page_of(FIRST))
    assert [name for name, _ in requests] == ["GET /groups/31"]
    assert (outcome.state, results(outcome)) == (DONE, [{"status": "accepted"}])
    outcome, _ = run(again, error_of(500, "server_error"))
    assert outcome.state == AGAIN


MADE = (200, {"info": {"id": 7, "name": "job abc"}})
FILLED = (200, {"info": {"invalid": ["junk"]}})
CAMPAIGN_SENT = (200, {"info": {"campaignId": "c-1", "totalCost": 0.15}, "data": [row(FIRST, 1), row(SECOND, 2)]})
EXISTS = error_of(400, "duplicate_value")
GROUPS = (200, {"data": [{"id": 5, "name": "others"}, {"id": 6, "name": "job abc"}]})


@pytest.mark.parametrize(
    ("task", "before", "names", "group_id"),
    [
        (CAMPAIGN, [MADE, FILLED], ["POST /groups", "POST /groups/7"], 7),
        (CAMPAIGN, [EXISTS, GROUPS, FILLED], ["POST /groups", "GET /groups", "POST /groups/6"], 6),
        (replace(CAMPAIGN, group_id=8), [FILLED], ["POST /groups/8"], 8),
        (replace(CAMPAIGN, group_id=8, left_out=["junk"]), [], [], 8),
    ],
)
def test_a_campaign_continues_where_an_earlier_try_stopped(
    task: BatchTask, before: list[tuple[int, Any]], names: list[str], group_id: int
) -> None:
    outcome, requests = run(task, *before, CAMPAIGN_SENT)
    assert [name for name, _ in requests] == [*names, "POST /sms/campaign"]
    assert requests[-1][1] == {"text": "Hi", "groups": [group_id], "idempotencyId": "ab-c"}
    assert results(outcome) == [(ACCEPTED, "01"), (ACCEPTED, "02"), ({"status": "invalid"}, "00")]
    assert (outcome.group_id, outcome.left_out, outcome.cost) == (group_id, ["junk"], "0.15")
    failed, _ = run(task, *before, error_of(500, "server_error"))
    assert (failed.state, failed.group_id, failed.left_out) == (LOST, group_id, ["junk"])


@pytest.mark.parametrize(("status", "state"), [(200, DONE), (404, DONE), (500, LOST), (403, REFUSED)])
def test_a_group_that_is_gone_is_deleted(status: int, state: str) -> None:
    task = BatchTask(DELETE_GROUP, {}, "", arguments={"group_id": 7})
    outcome, requests = run(task, error_of(status, "x") if status != 200 else (200, {"info": {}}))
    assert (outcome.state, [name for name, _ in requests]) == (state, ["DELETE /groups/7"])


def test_a_task_survives_a_queue() -> None:
    task = replace(CAMPAIGN, is_repeated=True, group_id=7, left_out=["junk"], not_after=1.5, arguments={"group_id": 3})
    assert BatchTask.from_json(task.to_json()) == task


@pytest.mark.parametrize(("limit", "requests"), [(1.0, 0), (100.0, 2), (None, 3)])
def test_a_batch_is_not_sent_after_its_time_even_if_it_began_before(limit: float | None, requests: int) -> None:
    """The program can be stopped between the check of its age and its request."""
    group = BatchTask("send_sms_campaign", SEND.body, f'{{"phoneNumber":"{FIRST}"}}', "id-1", not_after=limit)
    transport: Any = Written(
        (200, {"info": {"id": 7}}), (200, {"info": {"invalid": []}}), (200, {"info": {"totalCost": 0}, "data": []})
    )
    configuration = Configuration(host="http://127.0.0.1", api_key="sandbox-key")
    policy = RetryPolicy(now=lambda: 50.0 * (1 + len(transport.requests)))
    outcome = run_batch(Client(configuration=configuration, transport=transport, retry_policy=policy), group)
    assert len(transport.requests) == requests
    assert (outcome.state, outcome.group_id) == (DONE if limit is None else AGAIN, 7 if requests else None)
