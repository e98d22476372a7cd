"""Exports into files of any kind: complete or absent, and repeated after a failure; and their rows as text."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gzip
import io
import json
import os
import stat
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smscx_client
from smscx_client import exports
from smscx_client.apis import GroupsApi, OptoutsApi, ReportsApi
from smscx_client.retry import RetryPolicy
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.state.clock import Clock
from test.support.scripted import Scripted, Step, chunked, closes, http_response, keeps_silent, resets
from test.support.spec import METHODS_BY_NAME

EXPORTS = sorted(name for name in METHODS_BY_NAME if name.startswith("export_"))
CSV = b"phoneNumber,name\r\n+31612469333,NA\r\n" * 10_000  # several reads
TYPE = "Content-Type: application/csv"
HEAD = f"HTTP/1.1 200 OK\r\n{TYPE}\r\nContent-Length: {len(CSV)}\r\n\r\n".encode()
WHOLE = http_response(CSV, TYPE)
BROKEN: dict[str, Step] = {
    "closed after half": closes(HEAD + CSV[: len(CSV) // 2]),
    "reset after half": resets(HEAD + CSV[: len(CSV) // 2]),
    "closed before the last byte": closes(HEAD + CSV[:-1]),
    "closed within a chunk": closes(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n" + CSV[:100]),
    "closed between chunks": closes(chunked(CSV)[: -len(b"0\r\n\r\n")]),
    "closed within gzip": closes(http_response(gzip.compress(CSV, mtime=0)[:-20], "Content-Encoding: gzip")),
    "no response": closes(),
}


@pytest.fixture
def serve() -> Iterator[Callable[..., GroupsApi]]:
    """Start a server with these steps; returns the API of a client that does not wait between tries."""
    with contextlib.ExitStack() as stack:

        def start(*steps: Step, **settings: Any) -> GroupsApi:
            server = stack.enter_context(contextlib.closing(Scripted()))
            server.respond(*steps)
            configuration = smscx_client.Configuration(host=server.host, api_key="k", **settings)
            policy = RetryPolicy(sleep=lambda _: None)
            return GroupsApi(stack.enter_context(smscx_client.ApiClient(configuration, retry_policy=policy)))

        yield start


def only_file(folder: Path) -> Path:
    """The only file in the folder: no incomplete download is left."""
    (found,) = folder.iterdir()
    return found


# Every export


def test_there_are_exports() -> None:
    assert len(EXPORTS) == 14


@pytest.mark.parametrize("name", EXPORTS)
def test_each_export_saves_the_content_that_it_returns_without_a_file(
    name: str, tmp_path: Path, sandbox: Sandbox
) -> None:
    method = METHODS_BY_NAME[name]
    limits = ("start_date", "end_date", "channel", "source", "delivery_report", "country_iso", "limit")
    arguments = {name: example for name, example in method.arguments().items() if name not in limits}
    with connect(sandbox) as client:
        client.configuration.temp_folder_path = str(tmp_path)
        call = getattr(getattr(smscx_client.apis, method.api_class)(client), name)
        returned = call(**arguments)
        if not isinstance(returned, str):
            with returned:
                returned = returned.read()
        saved = call(**arguments, save_to=tmp_path / "export")
    assert saved == tmp_path / "export"
    assert saved.read_bytes() == (returned.encode() if isinstance(returned, str) else returned)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with contextlib.closing(Sandbox(Settings(demo=True), Clock.from_text("frozen:2026-11-02 10:00:00"))) as running:
        yield running


# To a path


@pytest.mark.parametrize("kind", [str, Path])
def test_path_is_returned_and_has_the_bytes_of_the_server(kind: Any, serve: Any, tmp_path: Path) -> None:
    target = tmp_path / "group.csv"
    assert serve(WHOLE).export_group_to_csv(1, save_to=kind(target)) == target
    assert only_file(tmp_path).read_bytes() == CSV


def test_relative_path_is_returned_as_it_was_given(serve: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert serve(WHOLE).export_group_to_csv(1, save_to="group.csv") == Path("group.csv")
    assert only_file(tmp_path).read_bytes() == CSV


@pytest.mark.parametrize("step", BROKEN.values(), ids=BROKEN)
def test_broken_transfer_is_repeated(step: Step, serve: Any, tmp_path: Path) -> None:
    saved = serve(step, WHOLE).export_group_to_csv(1, save_to=tmp_path / "group.csv")
    assert only_file(tmp_path) == saved
    assert saved.read_bytes() == CSV


@pytest.mark.parametrize("step", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("before", [None, b"the export of yesterday"])
def test_broken_transfer_leaves_the_path_as_it_was(
    step: Step, before: bytes | None, serve: Any, tmp_path: Path
) -> None:
    target = tmp_path / "group.csv"
    if before is not None:
        target.write_bytes(before)
    with pytest.raises(smscx_client.ApiConnectionException):
        serve(step).export_group_to_csv(1, save_to=target)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if before is None else [before])


def test_silent_server_is_a_timeout_and_leaves_nothing(serve: Any, tmp_path: Path) -> None:
    groups = serve(lambda connection: (connection.socket.sendall(HEAD + b"x"), keeps_silent(connection)), timeout=0.1)
    with pytest.raises(smscx_client.ApiTimeoutException):
        groups.export_group_to_csv(1, save_to=tmp_path / "group.csv")
    assert list(tmp_path.iterdir()) == []


def test_error_response_raises_its_class_and_leaves_nothing(serve: Any, tmp_path: Path) -> None:
    body = json.dumps({"error": {"type": "not_found", "code": 1200, "message": "No group", "uri": ""}}).encode()
    with pytest.raises(smscx_client.ResourceNotFoundException):
        serve(http_response(body, status="404 Not Found")).export_group_to_csv(1, save_to=tmp_path / "group.csv")
    assert list(tmp_path.iterdir()) == []


def test_page_of_a_proxy_is_not_saved(serve: Any, tmp_path: Path) -> None:
    with pytest.raises(smscx_client.ApiConnectionException, match="it is not an export"):
        serve(http_response(b"<html>", "Content-Type: text/html")).export_group_to_csv(
            1, save_to=tmp_path / "group.csv"
        )
    assert list(tmp_path.iterdir()) == []


def test_file_that_was_there_keeps_its_mode(serve: Any, tmp_path: Path) -> None:
    target = tmp_path / "group.csv"
    target.write_bytes(b"")
    target.chmod(0o640)
    serve(WHOLE).export_group_to_csv(1, save_to=target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_new_file_has_the_mode_that_open_gives(serve: Any, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    serve(WHOLE).export_group_to_csv(1, save_to=tmp_path / "group.csv")
    assert (tmp_path / "group.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_link_stays_a_link(serve: Any, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    link = tmp_path / "latest.csv"
    link.symlink_to(tmp_path / "files" / "group.csv")
    assert serve(WHOLE).export_group_to_csv(1, save_to=link) == link
    assert link.is_symlink()
    assert (tmp_path / "files" / "group.csv").read_bytes() == CSV


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (".", "save_to: is a folder; add the name of the file"),
        ("no/group.csv", "save_to: its folder does not exist"),
        (os.devnull, "save_to: is not a regular file"),
    ],
)
def test_impossible_path_is_refused_before_a_request(place: str, message: str, serve: Any, tmp_path: Path) -> None:
    with pytest.raises(smscx_client.ApiValueError, match=message):
        serve().export_group_to_csv(1, save_to=tmp_path / place)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"save_to": 5}, "save_to: must be a path or an open binary file, not an int"),
        ({"save_to": b"group.csv"}, "save_to: must be a path or an open binary file, not a bytes"),
        ({"save_to": io.StringIO()}, "save_to: is a text file; open it in binary mode"),
        ({"save_to": io.BufferedReader(io.BytesIO())}, r"save_to: cannot be written \(write\); open it in binary mode"),
        ({"save_to": "group.csv", "progress": True}, "progress: must be a function of two numbers, not a bool"),
        ({"progress": print}, "progress: needs `save_to`"),
        ({"save_to": "group.csv", "_preload_content": False}, "_preload_content: cannot be combined with `save_to`"),
    ],
)
def test_wrong_argument_is_refused_before_a_request(arguments: dict[str, Any], message: str, serve: Any) -> None:
    with pytest.raises((smscx_client.ApiTypeError, smscx_client.ApiValueError), match=message):
        serve().export_group_to_csv(1, **arguments)


# To an open file


class Pipe(io.RawIOBase):
    """A file that cannot go back, and that writes only a part of its input."""

    def __init__(self) -> None:
        self.got = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.got += bytes(data[:1000])
        return min(len(data), 1000)


class FullDisk(Pipe):
    """A file whose disk is full after 100,000 bytes."""

    def write(self, data: Any) -> int:
        if len(self.got) >= 100_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_full_disk_is_an_error_of_the_system_and_is_not_repeated(serve: Any) -> None:
    requests: list[bytes] = []

    def step(connection: Any) -> None:
        requests.append(connection.received)
        connection.socket.sendall(WHOLE)

    groups = serve(step)
    with pytest.raises(OSError, match="No space left"):
        groups.export_group_to_csv(1, save_to=FullDisk())
    assert len(requests) == 1
    assert groups.export_group_to_csv(1) == CSV.decode()


def test_open_file_is_returned_and_written_from_its_place(serve: Any, tmp_path: Path) -> None:
    with (tmp_path / "all.csv").open("w+b") as file:
        file.write(b"before")
        groups = serve(BROKEN["closed after half"], WHOLE, BROKEN["reset after half"])
        assert groups.export_group_to_csv(1, save_to=file) is file
        with pytest.raises(smscx_client.ApiConnectionException):
            groups.export_group_to_csv(1, save_to=file)
    assert (tmp_path / "all.csv").read_bytes() == b"before" + CSV


def test_failure_truncates_a_file_to_what_it_had(serve: Any) -> None:
    file = io.BytesIO(b"before")
    file.seek(0, io.SEEK_END)
    with pytest.raises(smscx_client.ApiConnectionException):
        serve(BROKEN["reset after half"]).export_group_to_csv(1, save_to=file)
    assert file.getvalue() == b"before"


def test_file_that_cannot_go_back_gets_the_whole_export(serve: Any) -> None:
    pipe = Pipe()
    assert serve(BROKEN["no response"], WHOLE).export_group_to_csv(1, save_to=pipe) is pipe
    assert pipe.got == CSV


@pytest.mark.parametrize("make", [Pipe, lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode="wb")])
def test_call_is_not_repeated_if_the_file_cannot_go_back(make: Any, serve: Any) -> None:
    with contextlib.closing(make()) as file, pytest.raises(smscx_client.ApiConnectionException) as raised:
        serve(BROKEN["reset after half"], WHOLE).export_group_to_csv(1, save_to=file)
    assert "the call was not repeated, since the file cannot go back" in str(raised.value.args)


# Progress


@pytest.mark.parametrize(
    ("step", "total"),
    [
        (WHOLE, len(CSV)),
        (chunked(CSV[:100], CSV[100:], headers=(TYPE,)), None),
        (http_response(gzip.compress(CSV), TYPE, "Content-Encoding: gzip"), None),
    ],
    ids=[
        "plain",
        "in chunks",
        "gzip",
    ],  # the output of gzip contains the time, and each worker collects the tests itself
)
@pytest.mark.parametrize("to_path", [True, False])
def test_progress_counts_all_bytes(step: Step, total: int | None, to_path: bool, serve: Any, tmp_path: Path) -> None:
    reported: list[tuple[int, int | None]] = []
    target = tmp_path / "group.csv" if to_path else io.BytesIO()
    serve(step).export_group_to_csv(1, save_to=target, progress=lambda *numbers: reported.append(numbers))
    assert reported[-1] == (len(CSV), total)
    assert reported == sorted(reported, key=lambda one: one[0])
    assert {one[1] for one in reported} == {total}


def test_progress_begins_again_with_the_next_try(serve: Any, tmp_path: Path) -> None:
    received: list[int] = []
    steps = BROKEN["closed after half"], WHOLE
    serve(*steps).export_group_to_csv(1, save_to=tmp_path / "a", progress=lambda done, _: received.append(done))
    assert received[-1] == len(CSV)
    assert received != sorted(received)


def test_progress_that_raises_ends_the_export(serve: Any, tmp_path: Path) -> None:
    def cancel(*_: Any) -> None:
        raise KeyboardInterrupt

    groups = serve(WHOLE)
    with pytest.raises(KeyboardInterrupt):
        groups.export_group_to_csv(1, save_to=tmp_path / "group.csv", progress=cancel)
    assert list(tmp_path.iterdir()) == []
    assert groups.export_group_to_csv(1) == CSV.decode()


# Options


def test_options_work_with_files(serve: Any, tmp_path: Path) -> None:
    target = tmp_path / "group.csv"
    groups = serve(WHOLE)
    assert groups.export_group_to_csv(1, save_to=target, _return_http_data_only=False)[:2] == (target, 200)
    assert groups.export_group_to_csv(1, save_to=target, async_req=True).get() == target


# The limit of the advanced report


@pytest.fixture(scope="module")
def busy() -> Iterator[smscx_client.Client]:
    """A client of an account that has sent 501 messages, 500 of them in November."""
    clock = Clock.from_text("frozen:2026-10-20 10:00:00")
    with contextlib.closing(Sandbox(Settings(), clock)) as running, connect(running) as api_client:
        client = smscx_client.Client(configuration=api_client.configuration, transport=api_client.rest_client)
        client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi")
        clock.advance(30 * 86_400)
        client.sms.send_sms(to=[f"+3161246{n:04}" for n in range(500)], from_="InfoText", text="Hi")
        yield client


def limit_warnings(call: Callable[[], Any]) -> list[warnings.WarningMessage]:
    """The warnings of a call, which returns a path or an object to close."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = call()
    if hasattr(result, "close"):
        result.close()
    return found


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("target", ["nothing", "path", "pipe"])
def test_export_that_ends_at_the_limit_of_the_api_warns(
    kind: str, target: str, busy: smscx_client.Client, tmp_path: Path
) -> None:
    export = getattr(busy.reports, f"export_advanced_report_to_{kind}")
    busy.configuration.temp_folder_path = str(tmp_path)
    save_to = {"nothing": None, "path": tmp_path / "report", "pipe": Pipe()}[target]
    (found,) = limit_warnings(lambda: export("2026", save_to=save_to))
    assert (found.category, found.filename) == (exports.ExportLimitWarning, __file__)
    assert str(found.message) == (
        f"export_advanced_report_to_{kind}: the export ends at its limit of 500 rows, there may be more; "
        "iter_advanced_report yields all rows. With limit=500, this warning is not shown"
    )
    assert (found.message.operation, found.message.rows) == (f"export_advanced_report_to_{kind}", 500)  # type: ignore[union-attr]
    assert not limit_warnings(lambda: export("2026", limit=500, save_to=save_to))  # the program set 500
    assert not limit_warnings(lambda: export("2026-10", save_to=save_to))  # 1 row


def test_warning_of_an_async_client_points_to_the_program(busy: smscx_client.Client, tmp_path: Path) -> None:
    async def export() -> Path:
        async with smscx_client.AsyncClient(
            configuration=busy.configuration, transport=busy.api_client.rest_client
        ) as client:
            return await client.reports.export_advanced_report_to_csv("2026", save_to=tmp_path / "report.csv")

    (found,) = limit_warnings(lambda: asyncio.run(export()))
    assert (found.category, found.filename) == (exports.ExportLimitWarning, __file__)


def test_only_an_export_with_exactly_as_many_rows_as_the_limit_warns(serve: Any) -> None:
    exported = [b"to,text\r\n" + b"+31612469333,Hi\r\n" * rows for rows in (499, 500, 501, 500)]
    reports = ReportsApi(serve(*(http_response(one, TYPE) for one in [*exported, exported[1]])).api_client)
    found = [len(limit_warnings(lambda: reports.export_advanced_report_to_csv("2026"))) for _ in exported[:3]]
    assert found == [0, 1, 0]
    # A server that does not give more than 500, even if the program requests more.
    assert len(limit_warnings(lambda: reports.export_advanced_report_to_csv("2026", limit=1000))) == 1
    assert not limit_warnings(lambda: reports.export_advanced_report_to_csv("2026", _preload_content=False))


def test_the_warning_about_the_limit_depends_on_the_export_and_on_the_kind_of_call(serve: Any) -> None:
    body = b"phoneNumber,firstName\r\n" + b"+31612469333,Ann\r\n" * 500
    api_client = serve(http_response(body, TYPE)).api_client
    export = ReportsApi(api_client).export_advanced_report_to_csv
    assert len(limit_warnings(lambda: export("2026", _return_http_data_only=False))) == 1
    assert not limit_warnings(lambda: export("2026", async_req=True).get())
    assert not limit_warnings(lambda: GroupsApi(api_client).export_group_to_csv(1))  # it has no limit


def test_export_that_cannot_be_read_is_returned_as_it_is(serve: Any, tmp_path: Path) -> None:
    unreadable = b"PK\x03\x04 and no more"
    reports = ReportsApi(serve(http_response(unreadable, TYPE)).api_client)
    found = limit_warnings(lambda: reports.export_advanced_report_to_csv("2026", save_to=tmp_path / "a"))
    assert ([str(one.message) for one in found], (tmp_path / "a").read_bytes()) == ([], unreadable)


def test_transfer_that_is_repeated_is_counted_once(serve: Any) -> None:
    body = b"to,text\r\n" + b"+31612469333,%b\r\n" % (b"Hi" * 300) * 500  # more than one read of the transfer
    head = f"HTTP/1.1 200 OK\r\n{TYPE}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    reports = ReportsApi(serve(closes(head + body[:-1]), http_response(body, TYPE)).api_client)
    assert len(limit_warnings(lambda: reports.export_advanced_report_to_csv("2026", save_to=io.BytesIO()))) == 1


# Rows


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\r\n+316,NA\r\n", [{"a": "+316", "b": "NA"}]),
        ("a;b\n007;1,5\n", [{"a": "007", "b": "1,5"}]),
        ("a\tb\nnan\t\n", [{"a": "nan", "b": ""}]),
        ('"a,x";b\n1;2\n', [{"a,x": "1", "b": "2"}]),
        ("\ufeffa,b\nnull,None\n", [{"a": "null", "b": "None"}]),
        ('a,b\n"two\r\nlines","say ""hi"""\n', [{"a": "two\r\nlines", "b": 'say "hi"'}]),
        ("XXL|b\n1|2,3\n", [{"XXL": "1", "b": "2,3"}]),
        ("a,b\n1\n\n2,3,\n", [{"a": "1", "b": ""}, {"a": "2", "b": "3"}]),
        ("a,b\n", []),
        ("", []),
    ],
)
def test_rows_of_csv_are_text(text: str, expected: list[dict[str, str]], tmp_path: Path) -> None:
    assert list(exports.rows(written(tmp_path / "a.csv", text))) == expected


def test_row_with_too_many_values_is_refused(tmp_path: Path) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="row 3 has 3 values for 2 columns"):
        list(exports.rows(written(tmp_path / "a.csv", "a,b\n1,2\n1,2,3\n")))


def test_missing_file_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exports.rows(tmp_path / "a.csv")


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)


@settings(max_examples=30)
@given(table=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_rows_of_csv_and_xlsx_are_the_values_that_were_written(
    table: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    import csv

    import xlsxwriter

    folder = tmp_path_factory.mktemp("rows")
    columns = ["a", "b", "c"]
    table = [row for row in table if any(row)]
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *table])
    with xlsxwriter.Workbook(folder / "a.xlsx", {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([columns, *table]):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value)
    expected = [dict(zip(columns, row)) for row in table]
    assert list(exports.rows(folder / "a.csv")) == expected
    assert list(exports.rows(folder / "a.xlsx")) == expected


def test_rows_of_xlsx_have_numbers_and_booleans_as_text(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b", "c", "d"])
        sheet.write_number(1, 0, 0.075)
        sheet.write_boolean(1, 1, True)
        sheet.write_rich_string(1, 3, "two ", book.add_format({"bold": True}), "parts")
    assert list(exports.rows(tmp_path / "a.xlsx")) == [{"a": "0.075", "b": "true", "c": "", "d": "two parts"}]


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
TEXTS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'


def workbook(path: Path, rows: str, texts: str = "") -> Path:
    """An XLSX file with the first of two sheets; its parts are in an order that no program has to keep."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet2.xml", SHEET.format("<row><c><v>other</v></c></row>"))
        book.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows))
        book.writestr("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships/>")
        if texts:
            book.writestr("xl/sharedStrings.xml", TEXTS.format(texts))
    return path


def test_rows_of_xlsx_of_another_program(tmp_path: Path) -> None:
    """Cells without a place, a formula, phonetic hints, and an error."""
    header = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c><c><v>c</v></c>'
    header += '<c r="AB1"><v>z</v></c>'
    first = '<c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c><c t="b"><v>0</v></c>'
    first += '<c r="AB2" t="e"><v>#N/A</v></c>'
    second = "<c/>" * 27 + "<c><v>1</v></c>"
    texts = "<si><t>a</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>hint</t></rPh></si>"
    path = workbook(tmp_path / "a.xlsx", "".join(f"<row>{row}</row>" for row in (header, first, second)), texts)
    assert list(exports.rows(path)) == [
        {"a": "two parts", "b": "2", "c": "false", "": "", "z": "#N/A"},
        {"a": "", "b": "", "c": "", "": "", "z": "1"},
    ]


def test_one_row_of_xlsx_is_in_memory_at_a_time(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>" * 5_000)
    next(exports.rows(path))  # the imports
    tracemalloc.start()
    try:
        assert sum(1 for _ in exports.rows(path)) == 4_999
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_broken_file_is_refused(tmp_path: Path) -> None:
    """Cut off, damaged, without a worksheet, with half of a worksheet, with a text that does not exist."""
    damaged = bytearray(
        workbook(tmp_path / "a", "".join(f"<row><c><v>{n * 7919}</v></c></row>" for n in range(999))).read_bytes()
    )
    damaged[1000:1100] = b"\xff" * 100
    with zipfile.ZipFile(tmp_path / "b", "w") as book:
        book.writestr("a.txt", "text")
    unread = workbook(tmp_path / "c", "<row>"), workbook(tmp_path / "d", '<row><c t="s"><v>0</v></c></row>')
    for content, message in (
        (b"PK\x03\x04 and no more", "not a whole XLSX file"),
        (bytes(damaged), "not a whole XLSX file"),
        ((tmp_path / "b").read_bytes(), "it is not an XLSX file"),
        *((path.read_bytes(), "not a whole XLSX file") for path in unread),
        ("a,b\nü,1\n".encode("latin-1"), "neither CSV in UTF-8 nor XLSX"),
        (b"a\n" + b"x" * 200_000, "neither CSV in UTF-8 nor XLSX"),
    ):
        (tmp_path / "export").write_bytes(content)
        with pytest.raises(smscx_client.ApiValueError, match=message):
            list(exports.rows(tmp_path / "export"))


@pytest.mark.parametrize(
    "sheet", ["no XML", "<sheet xmlns='x'><row><c t='s'><v>7</v></c></row></sheet>"], ids=["no XML", "missing text"]
)
def test_workbook_with_a_broken_sheet_is_refused(sheet: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as book:
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(smscx_client.ApiValueError, match="not a whole XLSX file"):
        list(exports.rows(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("body", [b"name\n\xff\xfe\n", b'a\n"' + b"x" * 200_000], ids=["not UTF-8", "huge value"])
def test_file_that_is_no_export_is_refused(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(body)
    with pytest.raises(smscx_client.ApiValueError, match="the file is neither CSV in UTF-8 nor XLSX"):
        list(exports.rows(tmp_path / "a.csv"))


def test_rows_takes_a_path_only(tmp_path: Path) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="path: must be the path of a file, not BytesIO"):
        exports.rows(io.BytesIO())  # type: ignore[arg-type]


def test_rows_of_both_exports_of_the_sandbox_are_the_same(tmp_path: Path, sandbox: Sandbox) -> None:
    with connect(sandbox) as client:
        optouts = OptoutsApi(client)
        rows = [
            list(exports.rows(export(save_to=tmp_path / name)))
            for export, name in ((optouts.export_optouts_to_csv, "a"), (optouts.export_optouts_to_xlsx, "b"))
        ]
        numbers = [row.phone_number for row in optouts.iter_optouts_list()]
    assert rows[0] == rows[1]
    assert len(numbers) > 1
    assert all(number.startswith("+") for number in numbers)
    assert {value for row in rows[0] for value in row.values()} >= set(numbers)


@pytest.mark.parametrize(
    ("library", "read"),
    [
        ("pandas", lambda it, path: it.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")),
        ("pandas", lambda it, path: it.DataFrame(exports.rows(path)).to_dict("records")),
        ("polars", lambda it, path: it.read_csv(path, infer_schema=False).fill_null("").to_dicts()),
        ("polars", lambda it, path: it.DataFrame(list(exports.rows(path))).to_dicts()),
    ],
)
def test_frames_read_as_the_guide_says_have_the_same_rows(library: str, read: Any, tmp_path: Path) -> None:
    found = pytest.importorskip(library, reason=f"{library} is not installed; test-requirements.txt has it")
    path = written(tmp_path / "a.csv", "to,name,code\r\n+31612469333,NA,007\r\n+4930901820,null,\r\n")
    assert read(found, path) == list(exports.rows(path))
    assert next(exports.rows(path)) == {"to": "+31612469333", "name": "NA", "code": "007"}
