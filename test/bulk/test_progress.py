"""The progress of a job: lines, a bar, a callable."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from decimal import Decimal

import pytest

from smscx_client import ApiTypeError
from smscx_client.bulk.progress import Progress, reporting
from test.support import ROOT

FIRST = Progress("november", 100_000, 25_000, {}, Decimal(0))
SECOND = Progress(
    "november", 100_000, 50_000, {"accepted": 49_990, "invalid": 10, "unknown": 0}, Decimal("1250.5"), failures=1
)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def lines_of(*reports: Progress, seconds: float = 10) -> list[str]:
    stream = io.StringIO()
    times = iter([1000 + number * seconds for number in range(len(reports))])
    with reporting(True, stream, lambda: next(times)) as observer:
        for report in reports:
            observer(report)
    return stream.getvalue().splitlines()


def test_a_report_is_a_line_where_the_output_is_no_terminal() -> None:
    assert lines_of(FIRST, SECOND) == [
        "november: 25,000 of 100,000 (25 %), cost 0.00",
        "november: 50,000 of 100,000 (50 %), 2,500/s, cost 1,250.50, 10 invalid, 1 failed request, 20 s left",
    ]


def test_a_line_is_written_at_once_by_default_to_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stderr", stream)
    with reporting(True, clock=lambda: 0.0) as observer:
        for report in (FIRST, SECOND):
            observer(report)
        shown = stream.buffer.getvalue().decode().splitlines()  # type: ignore[attr-defined]
    assert shown[1] == "november: 50,000 of 100,000 (50 %), cost 1,250.50, 10 invalid, 1 failed request"


def test_the_speed_does_not_count_earlier_runs() -> None:
    resumed = FIRST._replace(done=90_000)
    assert lines_of(resumed, resumed._replace(done=91_000), seconds=1000)[1].startswith(
        "november: 91,000 of 100,000 (91 %), 1/s, cost 0.00, 2 h 30 min left"
    )


@pytest.mark.parametrize(
    ("report", "end"),
    [
        (SECOND._replace(failures=2, pause=61.5), "2 failed requests, waiting 1 min for the rate limit"),
        (SECOND._replace(pause=59), "waiting 59 s for the rate limit"),
        (SECOND._replace(pause=60), "waiting 1 min for the rate limit"),
        (SECOND._replace(pause=3599), "waiting 59 min for the rate limit"),
        (SECOND._replace(pause=3600), "waiting 1 h 0 min for the rate limit"),
        (
            SECOND._replace(failures=0, pause=5, replaced_originators={"InfoText": 49_000, "SMSInfo": 7}),
            "10 invalid, 49,000 sent from InfoText, 7 sent from SMSInfo, waiting 5 s for the rate limit",
        ),
        (SECOND._replace(done=100_000, failures=0, finished=True), "(100 %), 7,500/s, cost 1,250.50, 10 invalid"),
        (Progress("empty", 0, 0, {}, Decimal(0), finished=True), "empty: 0 of 0 (100 %), cost 0.00"),
    ],
)
def test_pauses_and_the_end(report: Progress, end: str) -> None:
    assert lines_of(FIRST, report)[1].endswith(end)


def test_a_line_says_something_new() -> None:
    """A line for a new percentage or failure, a pause and the end; none for the reports between them."""
    same = FIRST._replace(done=25_999)
    reports = [FIRST, same, same._replace(failures=1), same._replace(pause=5, failures=1), FIRST._replace(done=26_000)]
    shown = lines_of(*reports, reports[-1], reports[-1]._replace(finished=True))
    assert [line.split(", ")[0].split(": ")[1] for line in shown] == [
        "25,000 of 100,000 (25 %)",
        "25,999 of 100,000 (25 %)",
        "25,999 of 100,000 (25 %)",
        "26,000 of 100,000 (26 %)",
        "26,000 of 100,000 (26 %)",
    ]


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream = Terminal()
    times = iter([0.0, 10.0])
    with reporting(True, stream, lambda: next(times)) as observer:
        observer(FIRST)
        assert "25000/100000" in stream.getvalue()
        observer(SECOND._replace(name="[b]:bee: 5"))
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", stream.getvalue())
    lines = re.split(r"[\r\n]+", shown.rstrip())
    assert re.fullmatch(r"\[b\]:bee: 5 ━+╸━+  50000/100000  50 %", lines[-2])
    assert len(lines[-2]) == 80
    assert lines[-1] == "2,500/s, cost 1,250.50, 10 invalid, 1 failed request, 20 s left"
    assert stream.getvalue().endswith("\x1b[?25h")  # the cursor is visible again


def test_a_callable_gets_each_report_and_none_or_false_reports_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    reports: list[Progress] = []
    with reporting(reports.append) as observer:
        observer(FIRST)
    for option in (None, False):
        with reporting(option) as observer:
            observer(FIRST)
    assert reports == [FIRST]
    assert capfd.readouterr() == ("", "")


def test_any_other_progress_is_refused() -> None:
    with pytest.raises(ApiTypeError, match="progress: must be True, False or a callable, not 'bar'"), reporting("bar"):  # type: ignore[arg-type]
        pass


WITHOUT_RICH = """
import io, sys
sys.modules["rich"] = sys.modules["rich.console"] = None
from smscx_client.bulk.progress import Progress, reporting
class Terminal(io.StringIO):
    def isatty(self): return True
stream = Terminal()
with reporting(True, stream) as observer:
    observer(Progress("november", 2, 1, {}, 0))
print(stream.getvalue())
"""


def test_without_the_extra_a_terminal_gets_lines() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_RICH], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    assert done.stdout.splitlines()[:2] == [
        "for a progress bar: pip install 'smscx_client[cli]'",
        "november: 1 of 2 (50 %), cost 0.00",
    ]
