"""The batches that a job starts, and when: a pool returns given outcomes, and only pauses move the clock."""

from __future__ import annotations

import signal
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smscx_client import Client, Configuration, bulk
from smscx_client.bulk.batch import DELETE_GROUP, BatchTask
from smscx_client.bulk.outcome import AGAIN, DIVIDE, DONE, LOST, REFUSED, Outcome, Packed, codes_of
from smscx_client.bulk.pool import Finished
from smscx_client.retry import RetryPolicy
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.state.clock import Clock
from test.bulk.conftest import SENDER, Written
from test.bulk.test_send import fail

SUCCESS, NOT_SENT, NO_RESPONSE, FAILURE, BAD_RECIPIENT = (
    Outcome(state, error=state) for state in (DONE, AGAIN, LOST, REFUSED, DIVIDE)
)


class Stage:
    """Runs jobs whose pool returns given outcomes, one per task in the order of their start, then successes."""

    def __init__(self, client: Client, journal: Path, advance: Callable[[float], None]):
        self.client, self.journal, self.advance = client, journal, advance
        self.network = Written()
        self.error = ""
        self._outcomes: deque[Outcome | BaseException] = deque()
        self._started: deque[tuple[int, BatchTask]] = deque()
        self.tasks: list[BatchTask] = []
        self.reports: list[bulk.Progress] = []
        self.log: list[str] = []
        self.on_progress: Callable[[bulk.Progress], Any] = lambda progress: None
        self.on_pause: Callable[[], Any] = lambda: None
        client.api_client.retry_policy.sleep = self._sleep

    def run(self, recipients: str, *outcomes: Outcome | BaseException, start: Any = None, **options: Any) -> list[str]:
        """Return the actions of the job: started batches, deleted groups, pauses, and the error at its end.

        :param start: the function of the job; by default it resumes, or validates numbers.
        """
        self._outcomes = deque(outcomes)
        self._started.clear()
        self.tasks, self.reports, self.log = [], [], []
        start = start or (bulk.validate_numbers if recipients else bulk.resume)
        given = (recipients.split(),) if recipients else ()
        options = {"name": "job", **({"batch_size": 1} if recipients else {}), **options}
        try:
            start(self.client, *given, journal=self.journal, pool=self, progress=self._report, **options)
        except (bulk.JobStopped, KeyboardInterrupt, ZeroDivisionError) as error:
            self.log.append(type(error).__name__)
            self.error = str(error)
        assert not self._started
        return list(self.log)

    @property
    def result(self) -> bulk.Result:
        return bulk.status(self.journal, "job")

    def now(self) -> float:
        return self.client.api_client.retry_policy.now()

    def _report(self, progress: bulk.Progress) -> None:
        self.reports.append(progress)
        self.on_progress(progress)

    def _sleep(self, seconds: float) -> None:
        self.log.append(f"sleep {round(seconds, 3)}")
        self.on_pause()
        self.advance(seconds)

    # --- The pool ----------------------------------------------------------------------------------------------------

    def submit(self, key: int, task: BatchTask) -> None:
        is_group = task.operation == DELETE_GROUP
        self.log.append(f"delete {task.arguments['group_id']}" if is_group else task.recipients.replace("\n", " "))
        self.tasks.append(task)
        self._started.append((key, task))

    def wait(self, seconds: float | None) -> list[Finished]:
        if seconds is not None:
            self.log.append(f"wait {round(seconds, 3)}")
        key, task = self._started.popleft()
        outcome = self._outcomes.popleft() if self._outcomes else SUCCESS
        if isinstance(outcome, Outcome) and outcome.state == DONE:
            packed = Packed([{"status": "accepted"}], codes_of([0] * (task.recipients.count("\n") + 1)))
            outcome = replace(outcome, packed=packed, cost="0.5", error="")
        return [(key, outcome)]

    def close(self) -> None:
        self.log.append("end")


def press_ctrl_c() -> None:
    signal.raise_signal(signal.SIGINT)


def ctrl_c(when: Callable[[bulk.Progress], bool]) -> Callable[[bulk.Progress], None]:
    """An observer that presses Ctrl-C for some reports."""

    def observe(progress: bulk.Progress) -> None:
        if when(progress):
            press_ctrl_c()

    return observe


@pytest.fixture
def stage(journal: Path) -> Stage:
    clock = Clock.frozen()
    policy = RetryPolicy(now=clock.seconds, uniform=lambda least, most: (least + most) / 2)
    configuration = Configuration(host="http://127.0.0.1", api_key="sandbox-key")
    network: Any = Written()
    client = Client(configuration=configuration, transport=network, retry_policy=policy)
    stage = Stage(client, journal, clock.advance)
    stage.network = network
    return stage


@pytest.fixture
def served_stage(client: Client, sandbox: Sandbox, journal: Path) -> Stage:
    """A stage whose jobs can look for batches in the reports."""
    return Stage(client, journal, sandbox.advance)


# --- When a batch starts ---------------------------------------------------------------------------------------------


def test_the_first_response_comes_before_four_requests_at_a_time(stage: Stage) -> None:
    started: list[int] = []
    stage.on_progress = lambda progress: started.append(len(stage.tasks))
    assert stage.run("a b c d e f g") == [*"abcdefg", "end"]
    assert started == [0, 1, 5, 6, 7, 7, 7, 7, 7]
    stage.journal.unlink()
    started.clear()
    stage.run("a b c d", workers=2)
    assert started == [0, 1, 3, 4, 4, 4]


def test_a_failed_batch_waits_twice_as_long_each_time_and_is_tried_eight_times(stage: Stage) -> None:
    pauses = ["sleep 0.5", "sleep 1.0", "sleep 2.0", "sleep 4.0", "sleep 8.0", "sleep 15.0", "sleep 15.0"]
    tries = [event for pause in pauses for event in ("a", pause)]
    assert stage.run("a", *[NOT_SENT] * 8) == [*tries, "a", "end", "JobStopped"]
    assert [report.pause for report in stage.reports if report.pause] == [0.5, 1, 2, 4, 8, 15, 15]
    assert (stage.reports[-1].failures, stage.reports[-1].finished) == (8, True)
    assert stage.run("", *[NOT_SENT] * 7)[-2:] == ["a", "end"]  # another run has as many tries
    assert stage.result.counts == {"accepted": 1}


def test_a_429_holds_everything_and_is_no_failed_try(stage: Stage) -> None:
    limited = Outcome(AGAIN, error="limited", is_rate_limit=True)
    outcomes = [limited, replace(limited, retry_after=7.0), replace(NOT_SENT, retry_after=3.0)]
    log = stage.run("a b", *outcomes, SUCCESS, attempts=2, rate_window=45)
    assert log == ["a", "sleep 45.0", "b", "sleep 7.0", "a", "b", "wait 3.0", "sleep 3.0", "a", "end"]
    assert stage.reports[-1].failures == 3
    assert stage.run("c", limited, name="other") == ["c", "sleep 0.25", "sleep 59.75", "c", "end"]


def test_a_batch_that_waits_keeps_no_other_one_waiting(stage: Stage) -> None:
    late, soon = replace(NOT_SENT, retry_after=9.0), replace(NOT_SENT, retry_after=2.0)
    log = stage.run("a b c", late, soon, SUCCESS, workers=2)
    assert log == ["a", "b", "c", "wait 2.0", "sleep 2.0", "b", "wait 7.0", "sleep 7.0", "a", "end"]


def test_requests_slow_down_before_the_rate_limit_is_reached(stage: Stage) -> None:
    known = [replace(SUCCESS, limit=10, remaining=left) for left in (4, 3, 2, 1, 9)]
    assert stage.run("a b c d e f", *known, rate_window=2, workers=1) == [
        *("a", "sleep 0.5", "b", "sleep 0.5", "c", "sleep 0.5", "d", "sleep 0.5", "e", "f", "end")
    ]


# --- Earlier tries of a batch ----------------------------------------------------------------------------------------


def test_a_batch_that_may_have_acted_keeps_its_id_and_the_time_of_its_first_request(stage: Stage) -> None:
    start, first = stage.now(), 86_400 - 60 - 180
    numbers = "+31612469333"
    stage.run(numbers, NOT_SENT, NO_RESPONSE, NOT_SENT, FAILURE, start=bulk.send_sms, **SENDER)
    assert [task.is_repeated for task in stage.tasks] == [False, False, True, True]
    assert [task.not_after for task in stage.tasks] == [start + first] + [start + 0.5 + first] * 3
    for outcome in (NO_RESPONSE, ZeroDivisionError(), SUCCESS):  # the second one leaves the batch as a crash does
        stage.advance(100)
        stage.run("", outcome, attempts=1)
        assert [(task.is_repeated, task.not_after) for task in stage.tasks] == [(True, start + 0.5 + first)]
        assert stage.tasks[0].idempotency_id == "295eab0f-3bd5-509c-a884-08a0bb1a00b1"


def test_a_batch_has_the_same_id_in_each_journal_and_each_version_of_the_library(stage: Stage) -> None:
    assert stage.run("a b c b d", batch_size=2) == ["a b", "c", "d", "end"]
    assert [task.idempotency_id[:8] for task in stage.tasks] == ["d7489eba", "aaf2997e", "665aaadc"]


@pytest.mark.parametrize(
    ("operation", "settings", "lifetime", "left"),
    [
        (bulk.send_sms, {}, 86_400, 86_400 - 60 - 180),
        (bulk.send_sms_campaign, {}, 86_400, 86_400 - 60 - 4 * 180),
        (bulk.send_sms, {"total_timeout": None}, 86_400, 86_400 - 60),
        (bulk.send_sms, {"total_timeout": 7}, 1_000, 1_000 - 60 - 7),
        (bulk.send_sms, {}, 100, 50),
    ],
)
def test_a_batch_is_not_repeated_once_the_api_may_have_forgotten_its_id(
    served_stage: Stage, operation: Any, settings: dict[str, Any], lifetime: float, left: float
) -> None:
    stage = served_stage
    stage.client = stage.client.with_options(**settings)
    stage.run("+31612469333", NO_RESPONSE, start=operation, attempts=1, id_lifetime=lifetime, **SENDER)
    assert stage.tasks[0].not_after == stage.now() + left
    stage.advance(left - 1)
    assert stage.run("", NO_RESPONSE, attempts=1) == [stage.tasks[0].recipients, "end", "JobStopped"]
    stage.advance(1)
    assert stage.run("") == ["end"]
    assert stage.result.counts == {"unknown": 1}
    assert [report.done for report in stage.reports] == [0, 1, 1]


def test_an_id_that_is_forgotten_at_once_is_never_sent_again(served_stage: Stage) -> None:
    stage = served_stage
    stage.run("+31612469333", NO_RESPONSE, start=bulk.send_sms, id_lifetime=0, rate_window=0.001, **SENDER)
    assert stage.log == ["+31612469333", "sleep 0.5", "end"]
    assert stage.result.counts == {"unknown": 1}


def test_a_batch_is_repeated_if_the_clock_was_set_back_by_a_minute_at_most(served_stage: Stage) -> None:
    stage = served_stage
    stage.run("+31612469333", NO_RESPONSE, start=bulk.send_sms, attempts=1, **SENDER)
    policy = stage.client.api_client.retry_policy
    started_at = policy.now()
    policy.now = lambda: started_at - 60.0
    assert stage.run("", NO_RESPONSE, attempts=1) == ["+31612469333", "end", "JobStopped"]
    policy.now = lambda: started_at - 60.5
    assert stage.run("") == ["end"]
    assert stage.result.counts == {"unknown": 1}


def test_an_operation_that_cannot_act_twice_is_repeated_at_any_time(stage: Stage) -> None:
    stage.run("a", NO_RESPONSE, attempts=1)
    stage.advance(10**6)
    assert stage.run("") == ["a", "end"]
    assert stage.tasks[0].not_after is None


@pytest.mark.parametrize(
    ("state", "log", "counts"),
    [
        ("planned", ["a", "end"], {"accepted": 1}),
        ("sending", ["end"], {"unknown": 1}),
        ("unknown", ["end"], {"unknown": 1}),
        ("divided", ["end"], {}),
    ],
)
def test_states_in_the_journals_of_earlier_versions_are_understood(
    stage: Stage, state: str, log: list[str], counts: dict[str, int]
) -> None:
    stage.run("a", NOT_SENT, start=bulk.lookup_numbers, attempts=1)
    with closing(sqlite3.connect(stage.journal)) as connection, connection:
        connection.execute("UPDATE batches SET state = ?", (state,))
    assert stage.run("") == log
    assert stage.result.counts == counts
    with closing(sqlite3.connect(stage.journal)) as connection:
        (found,) = connection.execute("SELECT state FROM batches").fetchone()
    assert found == {"planned": "done", "sending": "unknown"}.get(state, state)
    assert ("interrupted" in stage.result.failures) is (state == "sending")


def test_a_lookup_without_a_response_is_never_repeated(stage: Stage) -> None:
    log = stage.run("a b", NO_RESPONSE, NOT_SENT, start=bulk.lookup_numbers)
    assert log == ["a", "b", "sleep 0.5", "b", "end"]
    assert stage.result.counts == {"unknown": 1, "accepted": 1}
    assert stage.reports[-1].counts == {"unknown": 1, "accepted": 1}
    assert (stage.reports[-1].failures, stage.reports[-1].cost) == (2, Decimal("0.5"))
    assert stage.run("") == ["end"]
    assert stage.reports[0].counts == {"unknown": 1, "accepted": 1}
    assert (stage.reports[0].total, stage.reports[0].done, stage.reports[0].cost) == (2, 2, Decimal("0.5"))
    stage.run("c", ZeroDivisionError(), start=bulk.lookup_numbers, name="other")
    stage.run("", name="other")
    assert stage.run("", FAILURE, retry_unknown=True) == ["a", "end", "JobStopped"]
    assert stage.tasks[0].is_repeated
    assert stage.result.counts == {"pending": 1, "accepted": 1}
    assert bulk.status(stage.journal, "other").counts == {"unknown": 1}


# --- The end of a run ------------------------------------------------------------------------------------------------


def test_after_a_failure_nothing_starts_and_the_outcomes_of_running_batches_are_written(stage: Stage) -> None:
    other = replace(FAILURE, error="another")
    log = stage.run("a b c d e f", SUCCESS, FAILURE, NOT_SENT, other, SUCCESS, attempts=1)
    assert log == ["a", "b", "c", "d", "e", "end", "JobStopped"]
    assert stage.error.startswith("job `job` stopped: refused. 4 recipients are still to be sent")
    assert stage.result.counts == {"accepted": 2, "pending": 4}
    assert sorted(stage.result.failures) == ["again", "another", "refused"]
    assert stage.run("") == ["b", "c", "d", "f", "end"]
    assert not any(task.is_repeated for task in stage.tasks)


@pytest.mark.parametrize(
    ("start", "again", "counts"),
    [(bulk.validate_numbers, ["b", "c"], {"accepted": 4}), (bulk.lookup_numbers, [], {"accepted": 2, "unknown": 2})],
)
def test_a_worker_that_breaks_ends_the_run_and_its_batch_may_have_acted(
    stage: Stage, start: Any, again: list[str], counts: dict[str, int]
) -> None:
    log = stage.run("a b c d", SUCCESS, ZeroDivisionError(), RuntimeError("the second"), start=start, workers=2)
    assert log == ["a", "b", "c", "end", "ZeroDivisionError"]
    assert stage.run("") == [*again, "d", "end"]
    assert [task.is_repeated for task in stage.tasks] == [*(True for _ in again), False]
    assert stage.result.counts == counts


def test_ctrl_c_starts_nothing_more(stage: Stage) -> None:
    stage.on_progress = ctrl_c(lambda progress: progress.done == 2 and not progress.failures)
    assert stage.run("a b c d e f g", SUCCESS, SUCCESS, NOT_SENT) == [*"abcde", "end", "KeyboardInterrupt"]
    assert stage.result.counts == {"accepted": 4, "pending": 3}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    stage.on_progress = lambda progress: None
    assert stage.run("") == [*"cfg", "end"]


def test_a_second_ctrl_c_ends_the_run_at_once(stage: Stage) -> None:
    stage.on_progress = ctrl_c(lambda progress: progress.done >= 2)
    with pytest.raises(AssertionError):  # the outcome of the running batch is never read
        stage.run("a b c d e")
    assert stage.result.counts == {"accepted": 3, "pending": 2}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def raise_in_the_program() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("interrupt", [press_ctrl_c, raise_in_the_program])
def test_ctrl_c_ends_a_pause(stage: Stage, interrupt: Callable[[], None]) -> None:
    stage.on_pause = interrupt
    start = stage.now()
    assert stage.run("a", NOT_SENT) == ["a", "sleep 0.5", "end", "KeyboardInterrupt"]
    assert stage.now() == start
    assert stage.reports[-1].finished


def test_ctrl_c_after_a_pause_waits_for_running_batches(stage: Stage) -> None:
    stage.on_progress = ctrl_c(lambda progress: progress.done == 1)
    log = stage.run("a b c", *[NOT_SENT] * 3)
    assert log == ["a", "b", "c", "wait 0.5", "wait 0.5", "sleep 0.5", "a", "b", "c", "end", "KeyboardInterrupt"]
    assert stage.result.counts == {"accepted": 3}


def test_a_program_that_handles_ctrl_c_itself_still_does(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[int] = []
    stage.on_progress = ctrl_c(lambda progress: True)
    before = signal.signal(signal.SIGINT, lambda number, frame: caught.append(number))
    try:
        assert stage.run("a") == ["a", "end"]
    finally:
        signal.signal(signal.SIGINT, before)
    assert caught == [signal.SIGINT] * 3


def test_a_job_runs_in_any_thread(stage: Stage) -> None:
    thread = threading.Thread(target=stage.run, args=("a",))
    thread.start()
    thread.join()
    assert stage.log == ["a", "end"]


@pytest.mark.parametrize(
    ("is_refused", "end", "counts"),
    [
        (False, "KeyboardInterrupt", {"unknown": 1, "pending": 2}),
        (True, "JobStopped", {"pending": 3}),
    ],
)
def test_a_run_that_ends_looks_for_no_more_batches_in_the_reports(
    served_stage: Stage, sandbox: Sandbox, is_refused: bool, end: str, counts: dict[str, int]
) -> None:
    stage = served_stage
    numbers = "+31612469333 +31612469334 +31612469335"
    stage.run(numbers, *[NO_RESPONSE] * 6, start=bulk.send_sms, attempts=2, workers=3, **SENDER)
    stage.advance(90_000)
    if is_refused:
        fail(sandbox, "get_campaigns_list", times=1, status=403)
    else:
        stage.on_progress = ctrl_c(lambda progress: progress.done == 1 and not progress.finished)
    assert stage.run("") == ["end", end]
    assert stage.result.counts == counts
    assert stage.reports[-1].failures == is_refused


# --- Batches that are divided, and groups ----------------------------------------------------------------------------


def test_a_batch_with_a_bad_recipient_is_divided_before_others_start(stage: Stage) -> None:
    log = stage.run("a b c d e f g", BAD_RECIPIENT, BAD_RECIPIENT, batch_size=5, workers=1)
    assert log == ["a b c d e", "c d e", "d e", "c", "a b", "f g", "end"]
    assert len({task.idempotency_id for task in stage.tasks}) == 6
    assert stage.result.counts == {"accepted": 7}
    assert stage.reports[-1].failures == 0  # nothing is wrong with the requests: one recipient is
    stage.run("")
    assert (stage.reports[-1].total, stage.reports[-1].done) == (7, 7)


CONTACTS = "+31612469333 +31612469334"


def test_a_group_is_deleted_after_its_batch_also_in_a_later_run(stage: Stage) -> None:
    made = replace(SUCCESS, group_id=7)
    log = stage.run(CONTACTS, made, SUCCESS, NO_RESPONSE, NOT_SENT, FAILURE, start=bulk.send_sms_campaign, **SENDER)
    assert log[1:] == [log[1], "delete 7", "sleep 0.5", "delete 7", "sleep 1.0", "delete 7", "end"]
    assert stage.reports[-1].failures == 2
    assert stage.run("", NOT_SENT, attempts=1) == ["delete 7", "end", "JobStopped"]
    assert stage.run("") == ["delete 7", "end"]
    assert stage.run("") == ["end"]
    assert stage.result.counts == {"accepted": 2}


def test_a_batch_continues_with_the_group_that_an_earlier_try_has_filled(stage: Stage) -> None:
    failures = [replace(outcome, group_id=7, left_out=["junk"]) for outcome in (NOT_SENT, NO_RESPONSE)]
    refused = replace(FAILURE, group_id=8, left_out=[])
    stage.run(CONTACTS, *failures, refused, start=bulk.send_sms_campaign, batch_size=2, attempts=9, **SENDER)
    known = [(task.is_repeated, task.group_id, task.left_out) for task in stage.tasks]
    assert known == [(False, None, None), (False, 7, ["junk"]), (True, 7, ["junk"])]
    assert stage.run("", SUCCESS, FAILURE)[1:] == ["delete 8", "end"]
    assert (stage.tasks[0].is_repeated, stage.tasks[0].group_id, stage.tasks[0].left_out) == (True, 8, [])
    assert stage.run("") == ["delete 8", "end"]


def test_a_group_that_is_gone_is_filled_again_when_its_batch_is_repeated(served_stage: Stage) -> None:
    stage = served_stage
    filled = replace(NO_RESPONSE, group_id=7, left_out=["junk"])
    stage.run(CONTACTS, filled, start=bulk.send_sms_campaign, batch_size=2, attempts=1, **SENDER)
    stage.advance(90_000)
    assert stage.run("") == ["end"]
    assert stage.run("", NOT_SENT) == ["delete 7", "sleep 0.5", "delete 7", "end"]
    assert stage.result.counts == {"unknown": 2}
    stage.run("", retry_unknown=True)
    assert [(task.is_repeated, task.group_id, task.left_out) for task in stage.tasks] == [(True, None, None)]
    assert stage.result.counts == {"accepted": 2}
