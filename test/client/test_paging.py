"""Iteration over all pages: which rows come, in which order, with how many requests, and how it continues."""

from __future__ import annotations

import asyncio
import gc
import inspect
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smscx_client
from smscx_client import apis
from smscx_client.apis import GroupsApi, NumbersApi, OptoutsApi, ReportsApi
from smscx_client.models import DataOptouts, OptoutsListResponse
from smscx_client.paging import Pages
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import client_arguments, connect
from smscx_client.sandbox.state.clock import Clock
from test.support.both import KINDS, Caller
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME, resolved

PAGED = {
    name: method
    for name, method in METHODS_BY_NAME.items()
    if any(resolved(one)["name"] == "next" for one in method.raw.get("parameters", []))
}
CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"
FAILED = Response(400, b'{"error": {"type": "invalid_param", "code": 1165, "message": "No.", "uri": ""}}')


def page(*rows: Any, following: Any = None) -> dict[str, Any]:
    return {"data": [{"msgId": one} for one in rows], "paging": {"next": following, "previous": None, "size": 500}}


def queries(recorder: Recorder) -> list[dict[str, str]]:
    return [dict(request.query) for request in recorder.requests]


@pytest.fixture
def reports(api_client: smscx_client.ApiClient) -> ReportsApi:
    return ReportsApi(api_client)


# Every paged operation has an iterator


def test_each_paged_operation_has_an_iterator_and_no_other_has_one() -> None:
    assert len(PAGED) == 10
    classes = [getattr(apis, name) for name in apis.__all__]
    assert len(classes) == 17
    iterators = {(api.__name__, name) for api in classes for name in dir(api) if name.startswith("iter_")}
    assert iterators == {(one.api_class, one.name.replace("get_", "iter_", 1)) for one in PAGED.values()}


@pytest.mark.parametrize("name", sorted(PAGED))
def test_iterator_sends_the_requests_of_its_method(
    name: str, api_client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    api = getattr(apis, PAGED[name].api_class)(api_client)
    get, iterate = getattr(api, name), getattr(api, name.replace("get_", "iter_", 1))
    parameters = inspect.signature(iterate).parameters
    left_out = inspect.signature(get).parameters.keys() - parameters.keys()
    assert left_out <= {"limit", "next", "previous", "short_response"}
    arguments = {k: v for k, v in PAGED[name].arguments().items() if k in parameters}
    recorder.respond(page("1", following="c2"), page("2"))
    assert [row["msgId"] for row in iterate(**arguments, page_size=7)] == ["1", "2"]
    get(**arguments, limit=7)
    get(**arguments, limit=7, next="c2")
    first, second, *by_hand = recorder.requests
    assert [first.target, second.target] == [one.target for one in by_hand]


# Which rows come


def test_rows_of_all_pages_come_as_models_and_nothing_is_requested_early(
    reports: ReportsApi, recorder: Recorder
) -> None:
    recorder.respond(page("1", "2", following="c2"), page("3"))
    rows = reports.iter_campaign_report(CAMPAIGN)
    assert recorder.requests == []
    assert [next(rows).msg_id, next(rows).msg_id] == ["1", "2"]
    assert len(recorder.requests) == 1
    assert [row.msg_id for row in rows] == ["3"]
    assert queries(recorder) == [{}, {"next": "c2"}]
    assert list(rows) == []
    assert len(recorder.requests) == 2


@pytest.mark.parametrize(
    "last",
    [
        {"data": []},
        {"data": [], "paging": None},
        {"data": [], "paging": {}},
        {"data": [], "paging": "none"},
        {"data": None, "paging": {"next": ""}},
        {"paging": {"next": 5}},
        {"data": {"msgId": "1"}},
    ],
)
def test_malformed_last_page_ends_the_rows(last: dict[str, Any], reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", following="c2"), last)
    assert [row.msg_id for row in reports.iter_campaign_report(CAMPAIGN)] == ["1"]
    assert len(recorder.requests) == 2


def test_empty_page_does_not_end_the_rows(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page(following="c2"), page(following="c3"), page("1"))
    assert [row.msg_id for row in reports.iter_campaign_report(CAMPAIGN)] == ["1"]


@pytest.mark.parametrize("cursors", [["c2", "c2"], ["c2", "c3", "c2"], ["start"]])
def test_it_ends_when_a_cursor_repeats(cursors: list[str], reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(*[page(str(n), following=cursor) for n, cursor in enumerate(cursors)])
    rows = [row.msg_id for row in reports.iter_campaign_report(CAMPAIGN, start="start")]
    assert rows == [str(n) for n in range(len(cursors))]
    assert len(recorder.requests) == len(cursors)


def test_whole_responses(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond({**page("1", following="c2"), "info": {"total": 2}}, page("2"))
    pages = list(reports.iter_campaign_report(CAMPAIGN).pages())
    assert [type(one).__name__ for one in pages] == ["ReportsCampaignResponse"] * 2
    assert pages[0]["info"]["total"] == 2


def test_single_responses_until_none(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", following="c2"), page("2"))
    rows = reports.iter_campaign_report(CAMPAIGN)
    assert [one and one.data[0].msg_id for one in (rows.next_page(), rows.next_page(), rows.next_page())] == [
        "1",
        "2",
        None,
    ]


def test_a_whole_response_takes_the_place_of_the_rows_before_it(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", "2", following="c2"), page("3", following="c3"), page("4"))
    rows = reports.iter_campaign_report(CAMPAIGN)
    assert repr(rows) == "Pages(cursor=None)"
    assert next(rows).msg_id == "1"
    assert next(rows.pages()).data[0].msg_id == "3"
    assert repr(rows) == "Pages(cursor='c2')"
    assert [row.msg_id for row in rows] == ["4"]
    assert next(rows, "no more") == "no more"


def test_iteration_in_parts_loses_nothing() -> None:
    rows: Pages[int, Any] = Pages(lambda cursor: _Page([1, 2, 3], "c2") if cursor is None else _Page([4, 5], None))
    assert [list(islice(rows, 2)), list(islice(rows, 2)), list(islice(rows, 2))] == [[1, 2], [3, 4], [5]]


class _Page:
    """A response without JSON."""

    def __init__(self, data: list[Any], following: str | None):
        self.data = data
        self.paging = type("Paging", (), {"next": following})


# Errors before a request


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"page_size": 0}, "page_size: must be at least 1"),
        ({"page_size": 501}, "page_size: must be at most 500"),
        ({"page_size": "50"}, "page_size: must be an int, not a str"),
        ({"start": 5}, "start: must be a str, not an int"),
        ({"campaign_id": None}, "campaign_id: get_campaign_report requires it"),
        ({"campaign_id": "no"}, "campaign_id: must be a UUID with hyphens, as the API returned it"),
        ({"limit": 5}, "iter_campaign_report has no argument or option `limit`; use `page_size`"),
        ({"next": "c"}, "iter_campaign_report has no argument or option `next`; use `start`"),
        ({"previous": "c"}, "no argument or option `previous`: it goes forward only"),
        ({"short_response": True}, "no argument or option `short_response`: with it, the API leaves out the rows"),
        ({"async_req": True}, "no argument or option `async_req`"),
        ({"_preload_content": False}, "no argument or option `_preload_content`"),
        ({"pagesize": 5}, "no argument or option `pagesize`, did you mean `page_size`?"),
    ],
)
def test_wrong_argument_is_refused_at_the_call(
    arguments: dict[str, Any], message: str, reports: ReportsApi, recorder: Recorder
) -> None:
    with pytest.raises((smscx_client.ApiTypeError, smscx_client.ApiValueError)) as raised:
        reports.iter_campaign_report(**{"campaign_id": CAMPAIGN, **arguments})
    assert message in str(raised.value)
    assert recorder.requests == []


def test_options_apply_to_each_request(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", following="c2"), page("2"))
    key = [{"key": "X-API-KEY", "value": "other"}]
    assert len(list(reports.iter_campaign_report(CAMPAIGN, _request_auths=key))) == 2
    assert [request.headers["X-API-KEY"] for request in recorder.requests] == ["other", "other"]


# After a failure


def test_failure_names_the_page_and_the_same_object_continues(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", "2", following="c2"), FAILED, page("3", following="c3"), page("4"))
    rows = reports.iter_campaign_report(CAMPAIGN)
    read: list[str] = []
    with pytest.raises(smscx_client.InvalidRequestException, match="iterate with start=error.cursor") as raised:
        read.extend(row.msg_id for row in rows)
    assert raised.value.cursor == rows.cursor == "c2"
    assert [row.msg_id for row in rows] == ["3", "4"]
    assert [query.get("next") for query in queries(recorder)] == [None, "c2", "c2", "c3"]


def test_failure_of_the_first_page_has_no_cursor(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(FAILED)
    with pytest.raises(smscx_client.InvalidRequestException) as raised:
        next(reports.iter_campaign_report(CAMPAIGN))
    assert raised.value.cursor is None
    assert "start=" not in str(raised.value)


def test_other_failures_of_a_program_keep_the_page(reports: ReportsApi, recorder: Recorder) -> None:
    recorder.respond(page("1", "2", following="c2"), page("3", "4", following="c3"), page("5"))
    rows = reports.iter_campaign_report(CAMPAIGN)
    cursors = [(row.msg_id, rows.cursor) for row in rows]
    assert cursors == [("1", None), ("2", None), ("3", "c2"), ("4", "c2"), ("5", "c3")]


@given(
    sizes=st.lists(st.integers(0, 4), min_size=1, max_size=8),
    failures=st.lists(st.integers(0, 12), max_size=6),
    new_object=st.booleans(),
)
def test_rows_come_once_and_in_order_if_any_requests_fail(
    sizes: list[int], failures: list[int], new_object: bool
) -> None:
    """Continue after each failed request, with the same object or with a new one that begins at its cursor."""
    rows = list(range(sum(sizes)))
    starts = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    requests = iter(range(10_000))

    def fetch(cursor: str | None) -> _Page:
        if next(requests) in failures:
            raise smscx_client.ServerErrorException(status=503)
        number = int(cursor or 0)
        return _Page(rows[starts[number] : starts[number + 1]], str(number + 1) if number + 1 < len(sizes) else None)

    iteration: Pages[int, _Page] = Pages(fetch)
    read: list[int] = []
    for _ in range(len(failures) + 1):
        try:
            for row in iteration:
                read.append(row)
            break
        except smscx_client.ServerErrorException as error:
            if new_object:
                iteration = Pages(fetch, start=error.cursor)
    assert read == rows


# With the sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with closing(Sandbox(Settings(demo=True), Clock.from_text("frozen:2026-11-02 10:00:00"))) as running:
        yield running


@pytest.fixture(scope="module", params=KINDS)
def reader(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Caller]:
    loop = asyncio.new_event_loop() if request.param == "AsyncClient" else None
    with closing(Caller(getattr(smscx_client, request.param)(**client_arguments(sandbox, {})), loop)) as caller:
        yield caller
    if loop is not None:
        loop.close()


@given(
    there=st.integers(0, 12),
    page_size=st.integers(1, 5),
    changes=st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 11)), max_size=6),
)
def test_rows_added_or_removed_between_pages_neither_repeat_nor_hide_others(
    there: int, page_size: int, changes: list[tuple[int, int | None]], sandbox: Sandbox, reader: Caller
) -> None:
    """Of a list that changes while it is read, each number that was there all the time comes exactly once.

    A change is the row after which it happens, and the number to delete, or None to add one.
    """
    with connect(sandbox) as api_client:
        optouts = OptoutsApi(api_client)
        for row in list(optouts.iter_optouts_list()):
            if row.optout_from == "admin":
                optouts.delete_contact_from_optouts_list(row.id)
        numbers = [f"+3161246{n:04d}" for n in range(there)]
        for number in numbers:
            optouts.add_contact_to_optouts_list({"phone_numbers": [number], "allow_invalid": False})
        ids = {row.phone_number: row.id for row in optouts.iter_optouts_list()}
        read: list[str] = []
        deleted: set[str] = set()
        fresh = iter(f"+3161247{n:04d}" for n in range(100))
        for n, row in enumerate(reader.rows(reader.client.optouts.iter_optouts_list(page_size=page_size))):
            read.append(row.phone_number)
            for _, which in (one for one in changes if one[0] == n):
                if which is None:
                    optouts.add_contact_to_optouts_list({"phone_numbers": [next(fresh)], "allow_invalid": False})
                elif which < there and numbers[which] not in deleted:
                    optouts.delete_contact_from_optouts_list(ids[numbers[which]])
                    deleted.add(numbers[which])
        assert len(read) == len(set(read))
        assert [one for one in read if one in numbers and one not in deleted] == [
            one for one in reversed(numbers) if one not in deleted
        ]


def test_rows_of_the_sandbox_are_those_of_its_pages(sandbox: Sandbox) -> None:
    with connect(sandbox) as api_client:
        reports = ReportsApi(api_client)
        single = reports.get_advanced_report(period="2026").data
        rows = list(reports.iter_advanced_report(period="2026", page_size=3))
        assert len(rows) > 10
        assert [row.msg_id for row in rows] == [row.msg_id for row in single]


def test_start_of_the_sandbox_continues_and_a_wrong_one_is_refused(sandbox: Sandbox) -> None:
    with connect(sandbox) as api_client:
        reports = ReportsApi(api_client)
        rows = reports.iter_advanced_report(period="2026", page_size=3)
        first = [row.msg_id for row in islice(rows, 4)]
        rest = [row.msg_id for row in reports.iter_advanced_report(period="2026", page_size=3, start=rows.cursor)]
        assert [*first[:3], *rest] == [row.msg_id for row in reports.iter_advanced_report(period="2026")]
        with pytest.raises(smscx_client.InvalidRequestException, match="is not a valid cursor"):
            next(reports.iter_advanced_report(period="2026", start="of another list"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (lambda client: OptoutsApi(client).iter_optouts_list(), (DataOptouts, OptoutsListResponse)),
        (lambda client: GroupsApi(client).iter_group_details(4501), None),
        (lambda client: NumbersApi(client).iter_bulk_lookup_campaigns(), None),
    ],
)
def test_rows_and_pages_are_models(rows: Any, expected: Any, sandbox: Sandbox) -> None:
    with connect(sandbox) as api_client:
        row, whole = next(rows(api_client)), next(rows(api_client).pages())
        assert whole.data[0].to_dict() == row.to_dict()
        assert expected in (None, (type(row), type(whole)))


def test_memory_does_not_grow_with_the_number_of_pages() -> None:
    """The rows of earlier pages are freed, and only the cursor of a page is kept."""

    def held_after(count: int) -> int:
        rows: Pages[Any, Any] = Pages(lambda cursor: _of_500(int(cursor or 0)))
        tracemalloc.start()
        for _ in islice(rows, count * 500 - 1):
            pass
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return held

    def _of_500(number: int) -> _Page:
        return _Page([{"row": f"{number} {n}"} for n in range(500)], str(number + 1))

    assert held_after(100) < 2 * held_after(10)
