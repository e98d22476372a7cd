"""Iteration over all pages with AsyncClient: the rows of Client, also after failures and cancelled requests."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smscx_client
from smscx_client.aio.paging import AsyncPages
from smscx_client.models import OptoutsListResponse
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from test.support.recorder import Recorder
from test.support.scripted import Connection, Scripted, http_response

CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"
FAILED = {"error": {"type": "invalid_param", "code": 1165, "message": "No.", "uri": ""}}
AT_MOST = 20


def page(*rows: Any, following: Any = None) -> dict[str, Any]:
    return {"data": [{"msgId": one} for one in rows], "paging": {"next": following, "previous": None, "size": 500}}


@pytest.fixture
def client(recorder: Recorder) -> Iterator[smscx_client.AsyncClient]:
    client = smscx_client.AsyncClient(host=recorder.host, api_key="key", max_retries=0)
    yield client
    client.close_blocking()


async def ids(rows: AsyncPages[Any, Any]) -> list[str]:
    return [row.msg_id async for row in rows]


def test_rows_of_all_pages(client: smscx_client.AsyncClient, recorder: Recorder) -> None:
    recorder.respond(page("a", "b", following="2"), page(following="3"), page("c"))
    rows = client.reports.iter_campaign_report(CAMPAIGN, page_size=2)
    assert (rows.cursor, recorder.requests) == (None, [])
    assert asyncio.run(ids(rows)) == ["a", "b", "c"]
    assert [dict(one.query) for one in recorder.requests] == [
        {"limit": "2"},
        {"limit": "2", "next": "2"},
        {"limit": "2", "next": "3"},
    ]
    assert rows.cursor == "3"
    assert asyncio.run(ids(rows)) == []


def test_nothing_is_requested_early(client: smscx_client.AsyncClient, recorder: Recorder) -> None:
    recorder.respond(page("a", "b", following="2"), page("c"))

    async def main() -> list[int]:
        rows = client.reports.iter_campaign_report(CAMPAIGN)
        return [len(recorder.requests) async for _ in rows]

    assert asyncio.run(main()) == [1, 1, 2]


def test_whole_responses_and_start(client: smscx_client.AsyncClient, recorder: Recorder) -> None:
    recorder.respond(page("a", following="3"), page("b"))

    async def main() -> list[list[str]]:
        rows = client.reports.iter_campaign_report(CAMPAIGN, start="2")
        return [[row.msg_id for row in one.data] async for one in rows.pages()]

    assert asyncio.run(main()) == [["a"], ["b"]]
    assert [dict(one.query)["next"] for one in recorder.requests] == ["2", "3"]


def test_a_whole_response_takes_the_place_of_the_rows_before_it(
    client: smscx_client.AsyncClient, recorder: Recorder
) -> None:
    recorder.respond(page("a", "b", following="2"), page("c", following="3"), page("d"))

    async def main() -> list[str]:
        rows = client.reports.iter_campaign_report(CAMPAIGN)
        first, second = await rows.__anext__(), await rows.next_page()
        assert second is not None and second.data[0].msg_id == "c"
        assert repr(rows) == "AsyncPages(cursor='2')"
        return [first.msg_id, *await ids(rows)]

    assert asyncio.run(main()) == ["a", "d"]


def test_it_ends_when_a_cursor_repeats(client: smscx_client.AsyncClient, recorder: Recorder) -> None:
    recorder.respond(page("a", following="2"), page("b", following="2"))
    assert asyncio.run(ids(client.reports.iter_campaign_report(CAMPAIGN))) == ["a", "b"]


def test_failure_has_the_cursor_and_the_same_object_continues(
    client: smscx_client.AsyncClient, recorder: Recorder
) -> None:
    recorder.respond(page("a", following="2"), FAILED, page("b"))
    recorder.responses[1] = recorder.responses[1]._replace(status=400)

    async def main() -> None:
        rows = client.reports.iter_campaign_report(CAMPAIGN)
        assert (await rows.__anext__()).msg_id == "a"
        with pytest.raises(smscx_client.InvalidRequestException) as caught:
            await rows.__anext__()
        assert caught.value.cursor == rows.cursor == "2"
        assert await ids(rows) == ["b"]

    asyncio.run(main())


def test_wrong_arguments_are_refused_at_the_call(client: smscx_client.AsyncClient, recorder: Recorder) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="page_size"):
        client.reports.iter_campaign_report(CAMPAIGN, page_size=501)
    with pytest.raises(smscx_client.ApiTypeError, match="limit.*page_size"):
        client.reports.iter_campaign_report(CAMPAIGN, limit=5)  # type: ignore[call-arg]
    assert recorder.requests == []


def test_cancelled_request_loses_no_page() -> None:
    arrived, release = threading.Event(), threading.Event()

    def held(connection: Connection) -> None:
        arrived.set()
        release.wait(AT_MOST)
        connection.socket.sendall(http_response(b'{"data": [{"msgId": "b"}], "paging": {"next": "3"}}'))

    server = Scripted()
    server.respond(
        http_response(b'{"data": [{"msgId": "a"}], "paging": {"next": "2"}}'),
        held,
        http_response(b'{"data": [{"msgId": "b"}], "paging": {"next": "3"}}'),
        http_response(b'{"data": [{"msgId": "c"}], "paging": {"next": null}}'),
    )

    async def main() -> list[str]:
        async with smscx_client.AsyncClient(host=server.host, api_key="key") as client:
            rows = client.reports.iter_campaign_report(CAMPAIGN)
            first = await rows.__anext__()
            second = asyncio.ensure_future(rows.__anext__())
            await asyncio.get_running_loop().run_in_executor(None, arrived.wait, AT_MOST)
            second.cancel()
            with pytest.raises(asyncio.CancelledError):
                await second
            release.set()
            return [first.msg_id, *await ids(rows)]

    assert asyncio.run(main()) == ["a", "b", "c"]
    assert [b"next=2" in one for one in server.requests] == [False, True, True, False]
    server.close()


@given(sizes=st.lists(st.integers(0, 3), max_size=6), stops=st.lists(st.booleans(), max_size=8))
def test_rows_come_once_and_in_order_if_any_requests_are_cancelled(sizes: list[int], stops: list[bool]) -> None:
    numbers = iter(range(100))
    pages = [
        page(*(str(next(numbers)) for _ in range(size)), following=str(index + 1)) for index, size in enumerate(sizes)
    ]
    pages.append(page())
    expected = [row["msgId"] for one in pages for row in one["data"]]
    found: list[str] = []

    async def main(sandbox: smscx_client.AsyncClient) -> None:
        rows = sandbox.reports.iter_campaign_report(CAMPAIGN)
        for stop in [*stops, False]:
            task = asyncio.ensure_future(_collect(rows, found, 2 if stop else None))
            if stop:
                await asyncio.sleep(0)
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert not isinstance(task.cancelled() or task.exception(), Exception)

    client = smscx_client.AsyncClient(api_key="key", transport=_Pages(pages))
    asyncio.run(main(client))
    client.close_blocking()
    assert found == expected


async def _collect(rows: AsyncPages[Any, Any], found: list[str], most: int | None) -> None:
    async for row in rows:
        found.append(row.msg_id)
        if most is not None and len(found) >= most:
            return


class _Pages:
    """A transport that returns these pages by their cursors."""

    def __init__(self, pages: list[dict[str, Any]]):
        self._pages = pages

    def request(self, method: str, url: str, *_: Any, preload: bool = True, **__: Any) -> Any:
        import io
        import json
        from urllib.parse import parse_qs, urlsplit

        import urllib3

        from smscx_client.rest import receive

        cursor = parse_qs(urlsplit(url).query).get("next", ["0"])[0]
        body = json.dumps(self._pages[int(cursor)]).encode()
        response = urllib3.HTTPResponse(
            io.BytesIO(body), {"Content-Type": "application/json"}, 200, preload_content=False
        )
        return receive(response, preload=preload)

    def close(self) -> None:
        pass


def test_rows_of_the_sandbox(smscx_sandbox: SmscxSandbox) -> None:
    client = smscx_sandbox.async_client()

    async def main() -> tuple[list[str | None], list[OptoutsListResponse]]:
        for number in range(5):
            smscx_sandbox.opt_out(f"+3161246933{number}")
        rows = [row.phone_number async for row in client.optouts.iter_optouts_list(page_size=2)]
        return rows, [one async for one in client.optouts.iter_optouts_list(page_size=2).pages()]

    rows, pages = asyncio.run(main())
    assert sorted(filter(None, rows)) == [f"+3161246933{n}" for n in range(5)]
    assert [len(one.data) for one in pages] == [2, 2, 1]
