"""`bulk.send_sms`: each recipient once, exact counts and cost, failures, and continuing after them."""

from __future__ import annotations

import csv
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smscx_client import ApiClient, ApiTypeError, ApiValueError, AsyncClient, Client, InsufficientBalanceException, bulk
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.engine import faults
from smscx_client.sandbox.engine.faults import Fault
from test.bulk.conftest import SENDER, client_of, numbers

NO_COVERAGE, RESTRICTED = "+46701740680", "+5352345678"


def sent(sandbox: Sandbox) -> Counter[str]:
    """How often each recipient got a message."""
    return Counter(row["recipient"] for row in sandbox.messages())


def spent(sandbox: Sandbox) -> Decimal:
    """The amount that the account has paid."""
    (row,) = sandbox.context.store.all("SELECT ifnull(sum(amount), 0) AS amount FROM ledger")
    return Decimal(row["amount"]) / 1_000_000


def requests(sandbox: Sandbox) -> int:
    (row,) = sandbox.context.store.all("SELECT count(*) AS sends FROM campaigns")
    return int(row["sends"])


def fail(sandbox: Sandbox, operation: str, times: int | None = None, probability: float = 1, **effect: Any) -> None:
    faults.add(sandbox.context, operation, Fault(**effect), times, probability)


def test_sends_to_each_recipient_once_and_counts_exactly(client: Client, sandbox: Sandbox, journal: Path) -> None:
    wanted = numbers(95)
    given = [*wanted, wanted[3], "nonsense", NO_COVERAGE, wanted[90]]
    result = bulk.send_sms(client, given, name="november", journal=journal, batch_size=10, **SENDER)
    assert result.counts == {"accepted": 95, "duplicate": 2, "invalid": 1, "no coverage": 1}
    assert sent(sandbox) == Counter([*wanted, NO_COVERAGE])
    assert result.cost == spent(sandbox) == Decimal("0.075") * 95
    assert len(result.campaign_ids) == len(set(result.campaign_ids)) == 10
    assert (result.total, result.accepted, result.duplicates, result.invalid, result.no_coverage) == (99, 95, 2, 1, 1)
    assert result.is_complete


def test_has_a_row_for_each_recipient(client: Client, sandbox: Sandbox, journal: Path, tmp_path: Path) -> None:
    given = ["junk", *numbers(3), NO_COVERAGE, numbers(1)[0]]
    result = bulk.send_sms(client, given, name="rows", journal=journal, **SENDER)
    rows = list(result.rows())
    assert [(row.recipient, row.status) for row in rows] == [
        ("junk", "invalid"),
        *((number, "accepted") for number in numbers(3)),
        (NO_COVERAGE, "no coverage"),
        (numbers(1)[0], "duplicate"),
    ]
    messages = {row["recipient"]: row for row in sandbox.messages()}
    assert rows[1].msg_id == messages[numbers(1)[0]]["msg_id"]
    assert (rows[1].cost, rows[1].country, rows[1].parts) == (Decimal("0.075"), "NL", 1)
    assert {row.campaign_id for row in rows[:5]} == set(result.campaign_ids)
    with result.write_csv(tmp_path / "rows.csv").open(newline="") as file:
        written = list(csv.DictReader(file))
    assert [row["recipient"] for row in written] == [row.recipient for row in rows]
    assert (written[1]["status"], written[1]["cost"], written[1]["msg_id"]) == ("accepted", "0.075", rows[1].msg_id)


def test_counts_the_messages_whose_originator_the_api_replaced(client: Client, sandbox: Sandbox, journal: Path) -> None:
    reports: list[bulk.Progress] = []
    job: dict[str, Any] = {"journal": journal, "batch_size": 2, "text": "Hi", "progress": reports.append}
    result = bulk.send_sms(client, [*numbers(3), NO_COVERAGE], name="a", from_="MyShop", **job)
    assert result.replaced_originators == reports[-1].replaced_originators == {"InfoText": 3}
    assert [row.originator for row in result.rows()] == ["InfoText"] * 4
    assert "; 3 sent from InfoText" in repr(result)
    bulk.resume(client, journal, progress=reports.append)
    assert reports[-1].replaced_originators == {"InfoText": 3}
    kept = bulk.send_sms(client, [*numbers(3), "junk"], name="b", from_="InfoText", **job)
    assert kept.replaced_originators == reports[-1].replaced_originators == {}
    assert [row.originator for row in kept.rows()] == ["InfoText"] * 3 + [None]
    assert "sent from" not in repr(kept)


def test_takes_any_iterable_in_one_pass(client: Client, sandbox: Sandbox, journal: Path) -> None:
    def source() -> Iterator[str]:
        yield from numbers(25)

    assert bulk.send_sms(client, source(), name="lazy", journal=journal, batch_size=7, **SENDER).accepted == 25


def test_uses_batches_as_large_as_the_api_accepts(client: Client, sandbox: Sandbox, journal: Path) -> None:
    result = bulk.send_sms(client, numbers(25_001), name="large", journal=journal, **SENDER)
    assert requests(sandbox) == len(result.campaign_ids) == 2
    assert result.accepted == 25_001


def test_finds_duplicates_across_all_batches(client: Client, sandbox: Sandbox, journal: Path) -> None:
    given = numbers(300) * 3
    result = bulk.send_sms(client, given, name="again", journal=journal, batch_size=7, **SENDER)
    assert result.counts == {"accepted": 300, "duplicate": 600}
    assert Counter(row.recipient for row in result.rows() if row.status == "duplicate") == Counter(numbers(300) * 2)
    assert sent(sandbox) == Counter(numbers(300))


def test_the_same_name_sends_nothing_twice(client: Client, sandbox: Sandbox, journal: Path) -> None:
    for recipients in (numbers(20), iter(numbers(20)), None, []):
        result = bulk.send_sms(client, recipients, name="once", journal=journal, batch_size=6, **SENDER)
        assert result.accepted == 20
    assert bulk.resume(client, journal).accepted == 20
    assert sent(sandbox) == Counter(numbers(20))


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"text": "Another text"}, "`text`"),
        ({"from_": "Another"}, "`from_`"),
        ({"dlr_callback_url": "https://127.0.0.1/dlr"}, "`dlrCallbackUrl`"),
        ({"recipients": numbers(4)}, "`recipients`"),
        ({"recipients": numbers(4), "text": "Another text", "from_": "Another"}, "`from_`, `text`"),
    ],
)
def test_refuses_another_job_under_the_same_name(
    client: Client, sandbox: Sandbox, journal: Path, change: dict[str, Any], difference: str
) -> None:
    bulk.send_sms(client, numbers(5), name="november", journal=journal, **SENDER)
    given = {"recipients": numbers(5), **SENDER, **change}
    with pytest.raises(bulk.JournalError, match=f"a job `november` with different {difference}\\. "):
        bulk.send_sms(client, name="november", journal=journal, **given)
    assert requests(sandbox) == 1


def test_refuses_another_operation_under_the_same_name(client: Client, journal: Path) -> None:
    bulk.send_sms(client, numbers(5), name="one", journal=journal, **SENDER)
    with pytest.raises(bulk.JournalError, match="`operation`"):
        bulk.validate_numbers(client, numbers(5), name="one", journal=journal)


def test_keeps_several_jobs_in_one_journal(client: Client, sandbox: Sandbox, journal: Path) -> None:
    for name in ("first", "second"):
        bulk.send_sms(client, numbers(5), name=name, journal=journal, **SENDER)
    assert sent(sandbox) == Counter(numbers(5) * 2)
    assert bulk.status(journal, "second").accepted == 5
    with pytest.raises(bulk.JournalError, match="give the name of the job; its jobs: first, second"):
        bulk.status(journal)
    with pytest.raises(bulk.JournalError, match="no job `third`"):
        bulk.resume(client, journal, "third")


def test_only_the_owner_can_read_the_journal(client: Client, journal: Path) -> None:
    bulk.send_sms(client, numbers(5), name="private", journal=journal, **SENDER)
    files = list(journal.parent.glob("jobs.db*"))
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_refuses_a_file_that_is_no_journal(client: Client, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear customer, this is no database, as everybody can see.")
    for use in (
        lambda: bulk.status(other),
        lambda: bulk.send_sms(client, numbers(1), name="x", journal=other, **SENDER),
    ):
        with pytest.raises(bulk.JournalError, match="it is no journal"):
            use()
    with pytest.raises(bulk.JournalError, match="there is no such journal"):
        bulk.resume(client, tmp_path / "absent.db")
    assert not (tmp_path / "absent.db").exists()


def test_a_second_run_on_the_same_journal_is_refused(client: Client, journal: Path) -> None:
    def second_run(_: bulk.Progress) -> None:
        with pytest.raises(bulk.JournalError, match="another process works on this journal"):
            bulk.resume(client, journal)
        refused.append(bulk.status(journal).total)

    refused: list[int] = []
    bulk.send_sms(client, numbers(5), name="busy", journal=journal, progress=second_run, **SENDER)
    assert refused
    assert set(refused) == {5}  # other processes can read the status while the job runs


def test_reports_progress_to_a_callable(client: Client, journal: Path) -> None:
    seen: list[bulk.Progress] = []
    bulk.send_sms(client, numbers(20), name="slow", journal=journal, batch_size=5, progress=seen.append, **SENDER)
    assert [report.done for report in seen] == [0, 5, 10, 15, 20, 20]
    assert (seen[-1].total, seen[-1].cost, seen[-1].finished) == (20, Decimal("1.5"), True)


# --- Failures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("effect", [{"reset": True}, {"status": 500}, {"status": 429}, {"body": "garbage"}])
@pytest.mark.parametrize("when", ["before", "after"])
def test_no_failure_sends_twice_or_loses_a_recipient(
    client: Client, sandbox: Sandbox, journal: Path, effect: dict[str, Any], when: str
) -> None:
    fail(sandbox, "send_sms", probability=0.3, when=when, **effect)
    result = bulk.send_sms(client, numbers(100), name="rough", journal=journal, batch_size=5, attempts=30, **SENDER)
    assert sent(sandbox) == Counter(numbers(100))
    assert result.counts == {"accepted": 100}
    assert result.cost == spent(sandbox)


def test_stops_after_a_permanent_failure_and_continues_later(
    make_sandbox: Callable[..., Sandbox], journal: Path
) -> None:
    sandbox = make_sandbox(balance="1")
    client = client_of(sandbox)
    message = r"Exception 1113: The account does not have enough credit .*\. 20 recipients are still"
    with pytest.raises(bulk.JobStopped, match=message) as stopped:
        bulk.send_sms(client, numbers(30), name="poor", journal=journal, batch_size=10, workers=1, **SENDER)
    assert isinstance(stopped.value.__cause__, InsufficientBalanceException)
    assert str(stopped.value).startswith("job `poor` stopped: Insufficient")
    assert repr(stopped.value.result).startswith("<Result of job 'poor': accepted 10, pending 20; cost 0.75")
    assert stopped.value.result.counts == {"accepted": 10, "pending": 20}
    assert stopped.value.result.failures == ["InsufficientBalanceException 1113"]
    sandbox.context.store.execute("UPDATE account SET balance = 5000000")
    assert bulk.resume(client, journal).counts == {"accepted": 30}
    assert sent(sandbox) == Counter(numbers(30))


def test_stops_if_the_server_is_down_and_continues_later(client: Client, sandbox: Sandbox, journal: Path) -> None:
    fail(sandbox, "send_sms", status=503)
    with pytest.raises(bulk.JobStopped, match="ServerErrorException"):
        bulk.send_sms(client, numbers(30), name="down", journal=journal, batch_size=10, attempts=3, **SENDER)
    faults.clear(sandbox.context)
    assert bulk.resume(client, journal).counts == {"accepted": 30}
    assert sent(sandbox) == Counter(numbers(30))


def test_a_recipient_in_a_restricted_country_does_not_keep_others_from_the_message(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    given = [*numbers(10), RESTRICTED, *numbers(21)[10:]]
    result = bulk.send_sms(client, given, name="embargo", journal=journal, **SENDER)
    assert result.counts == {"accepted": 21, "no coverage": 1}
    assert result.failures == []
    assert [row.status for row in result.rows() if row.recipient == RESTRICTED] == ["no coverage"]
    assert sent(sandbox) == Counter(numbers(21))


def test_a_batch_without_a_valid_number_is_no_failure(client: Client, sandbox: Sandbox, journal: Path) -> None:
    result = bulk.send_sms(client, ["junk", "x", *numbers(2)], name="bad", journal=journal, batch_size=2, **SENDER)
    assert result.counts == {"invalid": 2, "accepted": 2}


def test_repeats_a_batch_only_while_the_api_remembers_its_id(client: Client, sandbox: Sandbox, journal: Path) -> None:
    fail(sandbox, "send_sms", reset=True, when="after")
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms(client, numbers(3), name="old", journal=journal, attempts=1, **SENDER)
    faults.clear(sandbox.context)
    sandbox.advance(90_000)
    result = bulk.resume(client, journal)
    assert result.counts == {"unknown": 3}  # the sandbox lists no sends to numbers, so the outcome stays unknown
    assert [row.status for row in result.rows()] == ["unknown"] * 3
    assert bulk.resume(client, journal).unknown == 3
    assert requests(sandbox) == 1
    assert bulk.resume(client, journal, retry_unknown=True).counts == {"accepted": 3}
    assert requests(sandbox) == 1  # the sandbox still remembers the id


def test_does_not_repeat_a_batch_from_the_future(
    client: Client, sandbox: Sandbox, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock was a month ahead when the batch was sent; after its correction, the age of the batch is unknown."""
    fail(sandbox, "send_sms", reset=True, when="after")
    right = client.api_client.retry_policy.now
    with monkeypatch.context() as patch, pytest.raises(bulk.JobStopped):
        patch.setattr(client.api_client.retry_policy, "now", lambda: right() + 30 * 86_400)
        bulk.send_sms(client, numbers(3), name="ahead", journal=journal, attempts=1, **SENDER)
    faults.clear(sandbox.context)
    sandbox.advance(90_000)
    sandbox.context.store.execute("DELETE FROM idempotent_responses")
    assert bulk.resume(client, journal).counts == {"unknown": 3}
    assert requests(sandbox) == 1


# --- Rate limit ------------------------------------------------------------------------------------------------------


def test_slows_down_before_the_rate_limit_is_reached(make_sandbox: Callable[..., Sandbox], journal: Path) -> None:
    sandbox = make_sandbox(rate_limit=10, rate_window=60)
    seen: list[bulk.Progress] = []
    result = bulk.send_sms(
        client_of(sandbox), numbers(40), name="paced", journal=journal, batch_size=1, progress=seen.append, **SENDER
    )
    assert result.accepted == 40
    assert seen[-1].failures == 0  # no 429
    assert max(report.pause for report in seen) > 0


def test_a_429_holds_all_workers_until_the_reset(make_sandbox: Callable[..., Sandbox], journal: Path) -> None:
    sandbox = make_sandbox(rate_limit=5, rate_window=3600)
    started = sandbox.context.clock.seconds()
    seen: list[bulk.Progress] = []
    result = bulk.send_sms(
        client_of(sandbox), numbers(20), name="held", journal=journal, batch_size=1, progress=seen.append, **SENDER
    )
    assert result.accepted == 20
    assert seen[-1].failures == 1  # one request showed how long the window is
    assert sandbox.context.clock.seconds() - started >= 3 * 3600


# --- Wrong input: nothing is sent ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": None}, "text"),
        ({"from_": "x"}, "from_: must have at least 3 characters"),
        ({"to": numbers(1)}, "to: the job sets it itself"),
        ({"idempotency_id": "a" * 32}, "idempotency_id: the job sets it itself"),
        ({"short_response": True}, "short_response: the job sets it itself"),
        ({"sendr": "x"}, "sendr"),
        ({"batch_size": 25_001}, "batch_size: must be a whole number from 1 to 25,000"),
        ({"batch_size": 0}, "batch_size: must be a whole number from 1 to 25,000, not 0"),
        ({"batch_size": True}, "batch_size"),
        ({"batch_size": 1.5}, "batch_size"),
        ({"workers": 0}, "workers: must be a whole number from 1 to 1,000, not 0"),
        ({"workers": True}, "workers"),
        ({"workers": "4"}, "workers"),
        ({"attempts": 0}, "attempts: must be a number from 1 to 1,000,000,000, not 0"),
        ({"rate_window": 0}, "rate_window: must be a number from 0.001 to 1,000,000,000, not 0"),
        ({"id_lifetime": -1}, "id_lifetime: must be a number of seconds, not -1"),
        ({"id_lifetime": True}, "id_lifetime"),
        ({"id_lifetime": "1"}, "id_lifetime"),
        ({"name": ""}, "name: must be a text that names the job"),
        ({"name": " "}, "name"),
        ({"name": 5}, "name: must be a text that names the job"),
        ({"_from": "InfoText"}, "_from: is given twice, as `from_` and `_from`"),
        ({"id_lifetime": float("nan")}, "id_lifetime"),
        ({"id_lifetime": 10**400}, "id_lifetime"),
        ({"attempts": float("nan")}, "attempts: must be a number from 1 to 1,000,000,000"),
        ({"workers": 2.5}, "workers: must be a whole number from 1 to 1,000, not 2.5"),
        ({"workers": 10**9}, "workers"),
        ({"name": "\ud83d"}, "name"),
        ({"journal": ""}, "journal: must be the path of a file, not ''"),
        ({"journal": "."}, "journal: must be the path of a file, not '.'"),
        ({"journal": "folder/.."}, "journal: must be the path of a file, not 'folder/..'"),
        ({"journal": "a\0b"}, "journal"),
        ({"journal": "\ud83d"}, "journal"),
        ({"journal": None}, "journal: must be the path of a file, not NoneType"),
        ({"recipients": []}, "there are no recipients"),
        ({"text": "Hi {{firstName}}"}, "a job without contacts has no value for `{{firstName}}`"),
        ({"text": "Hi {{todya}}"}, "did you mean `today`?"),
    ],
)
def test_refuses_wrong_input_before_anything_is_sent(
    client: Client, sandbox: Sandbox, journal: Path, given: dict[str, Any], message: str
) -> None:
    arguments = {"recipients": numbers(3), "name": "wrong", "journal": journal, **SENDER, **given}
    with pytest.raises((ApiTypeError, ApiValueError)) as error:
        bulk.send_sms(client, **arguments)
    assert message in str(error.value)
    assert requests(sandbox) == 0


def test_says_which_client_it_needs(client: Client, journal: Path) -> None:
    api_client: ApiClient = client.api_client
    for given, shown in ((api_client, "an ApiClient"), (AsyncClient("key"), "an AsyncClient"), ("key", "a str")):
        with pytest.raises(ApiTypeError, match=f"client: must be a Client, not {shown}"):
            bulk.send_sms(given, numbers(1), name="x", journal=journal, **SENDER)  # type: ignore[arg-type]
    assert not journal.exists()


def test_a_text_that_no_recipient_can_get_is_refused_before_the_source_is_read(client: Client, journal: Path) -> None:
    source = iter(numbers(1))
    with pytest.raises(ApiValueError, match="a job without contacts has no value for `{{firstName}}`$"):
        bulk.send_sms(client, source, name="x", journal=journal, from_="InfoText", text="Hi {{firstName}}")
    assert list(source) == numbers(1)


def test_the_api_fills_in_its_own_placeholders(client: Client, sandbox: Sandbox, journal: Path) -> None:
    bulk.send_sms(client, numbers(1), name="x", journal=journal, from_="InfoText", text="No. {{numbers:4}}")
    assert len(sandbox.messages()[0]["text"]) == len("No. 1234")


def test_resume_takes_no_fields_of_the_message(client: Client, journal: Path) -> None:
    with pytest.raises(ApiTypeError, match="text: resume has no option `text`: text, originator and recipients are in"):
        bulk.resume(client, journal, text="Hi")  # type: ignore[call-arg]


def test_a_source_that_fails_sends_nothing_and_can_be_given_again(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    def broken() -> Iterator[str]:
        yield from numbers(12)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        bulk.send_sms(client, broken(), name="broken", journal=journal, batch_size=5, **SENDER)
    assert requests(sandbox) == 0
    assert {path.name for path in journal.parent.iterdir()} == {"jobs.db-lock"}
    result = bulk.send_sms(client, numbers(20), name="broken", journal=journal, batch_size=5, **SENDER)
    assert result.counts == {"accepted": 20}
    with pytest.raises(OSError, match="the disk is gone"):
        bulk.send_sms(client, broken(), name="other", journal=journal, batch_size=5, **SENDER)
    assert bulk.status(journal).name == "broken"  # the only job


def test_a_program_that_dies_while_it_reads_the_source_has_sent_nothing(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    class Killed(BaseException):
        """The process ends, without a line of code that runs after that."""

    def killed() -> Iterator[str]:
        yield from numbers(12)
        raise Killed

    with pytest.raises(Killed):
        bulk.send_sms(client, killed(), name="broken", journal=journal, batch_size=5, **SENDER)
    with pytest.raises(bulk.JournalError, match="the plan of job `broken` is not complete and nothing was sent"):
        bulk.resume(client, journal)
    result = bulk.send_sms(client, numbers(20), name="broken", journal=journal, batch_size=5, **SENDER)
    assert result.counts == {"accepted": 20}
    assert sent(sandbox) == Counter(numbers(20))


@pytest.mark.parametrize("change", [{"text": "Another text"}, {"recipients": numbers(4)}])
def test_a_job_that_was_refused_as_a_whole_can_be_corrected(
    client: Client, sandbox: Sandbox, journal: Path, change: dict[str, Any]
) -> None:
    fail(sandbox, "send_sms", code=1108, times=1)
    first = {"recipients": numbers(6), "name": "november", "journal": journal, "batch_size": 2, "workers": 1, **SENDER}
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms(client, **first)
    result = bulk.send_sms(client, **{**first, **change})
    assert result.counts == {"accepted": len({**first, **change}["recipients"])}
    assert sent(sandbox) == Counter({**first, **change}["recipients"])
    assert bulk.status(journal).name == "november"  # the only job


def test_a_refused_job_is_not_lost_to_a_source_that_can_be_read_once(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    fail(sandbox, "send_sms", code=1108, times=1)
    first = {"name": "november", "journal": journal, **SENDER}
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms(client, iter(numbers(3)), **first)
    with pytest.raises(bulk.JournalError, match="a job `november` with different `recipients`"):
        bulk.send_sms(client, iter(numbers(4)), **first)
    assert bulk.status(journal).pending == 3
    assert bulk.send_sms(client, iter(numbers(4)), **{**first, "text": "Other"}).counts == {"accepted": 4}


def test_a_run_does_not_start_what_another_has_planned_instead_of_a_refused_job(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    """The lock fails: the first run waits for a rate limit, while a second one corrects the text."""
    fail(sandbox, "send_sms", status=429, times=1)
    fail(sandbox, "send_sms", code=1108, times=1)
    job: dict[str, Any] = {"name": "november", "journal": journal, "batch_size": 1, "workers": 1}
    corrections = ["Other"]

    def correct(progress: bulk.Progress) -> None:
        if progress.failures and corrections:
            journal.with_name("jobs.db-lock").unlink()
            fields = {**SENDER, "text": corrections.pop(0)}
            with suppress(bulk.JobStopped):
                bulk.send_sms(client, numbers(2), **job, **fields)

    with pytest.raises(bulk.JournalError, match="another process works on this journal"):
        bulk.send_sms(client, numbers(2), progress=correct, **job, **SENDER)
    assert sandbox.messages() == []
    assert bulk.resume(client, journal).counts == {"accepted": 2}
    assert {message["text"] for message in sandbox.messages()} == {"Other"}


@pytest.mark.parametrize("is_lost", [True, False])
def test_a_job_that_may_have_sent_something_is_not_replaced(
    make_sandbox: Callable[..., Sandbox], journal: Path, is_lost: bool
) -> None:
    sandbox = make_sandbox(balance="0.2")  # enough for the first batch
    client = client_of(sandbox)
    if is_lost:
        fail(sandbox, "send_sms", reset=True, when="after")
    job: dict[str, Any] = {"name": "november", "journal": journal, "batch_size": 2, "workers": 1, "attempts": 1}
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms(client, numbers(20), **job, **SENDER)
    assert requests(sandbox) == 1
    with pytest.raises(bulk.JournalError, match="with different `text`"):
        bulk.send_sms(client, numbers(20), **job, **{**SENDER, "text": "Other"})


def test_a_job_that_was_never_tried_is_not_replaced(client: Client, sandbox: Sandbox, journal: Path) -> None:
    def stop(report: bulk.Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk.send_sms(client, numbers(3), name="x", journal=journal, progress=stop, **SENDER)
    with pytest.raises(bulk.JournalError, match="with different `text`"):
        bulk.send_sms(client, numbers(3), name="x", journal=journal, **{**SENDER, "text": "Other"})
    assert requests(sandbox) == 0
    assert bulk.resume(client, journal).accepted == 3


WRITTEN = ["+31612469333", "31612469333", "0031612469333", "+31 (6) 12-46-93-33", 31612469333]
"""Ways to write one number."""


@pytest.mark.parametrize("batch_size", [1, 2, 5])
@pytest.mark.parametrize("first", range(2))
def test_a_number_written_in_several_ways_is_one_recipient(
    client: Client, sandbox: Sandbox, journal: Path, batch_size: int, first: int
) -> None:
    given = WRITTEN[first:] + WRITTEN[:first]
    result = bulk.send_sms(client, given, name="one", journal=journal, batch_size=batch_size, **SENDER)
    assert result.counts == {"accepted": 1, "duplicate": 4}
    assert sent(sandbox) == {"+31612469333": 1}


@pytest.mark.parametrize("start", [bulk.validate_numbers, bulk.lookup_numbers])
def test_numbers_that_are_checked_are_one_too(client: Client, journal: Path, start: Callable[..., bulk.Result]) -> None:
    result = start(client, WRITTEN, name="one", journal=journal, batch_size=2)
    assert result.counts == {"accepted": 1, "duplicate": 4}


@pytest.mark.parametrize("batch_size", [1, 2])
def test_contacts_with_one_number_are_one(
    client: Client, sandbox: Sandbox, journal: Path, tmp_path: Path, batch_size: int
) -> None:
    path = tmp_path / "all.csv"
    path.write_text("phone_number,first_name\n" + "".join(f"{number},Ann\n" for number in WRITTEN), encoding="utf-8")
    result = bulk.send_sms_campaign(
        client, bulk.read_csv(path), name="one", journal=journal, batch_size=batch_size, **SENDER
    )
    assert result.counts == {"accepted": 1, "duplicate": 4}
    assert sent(sandbox) == {"+31612469333": 1}


def test_a_national_number_is_not_taken_for_an_international_one(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    given = ["2012345678", "+2012345678"]
    result = bulk.send_sms(client, given, name="two", journal=journal, country_iso="US", **SENDER)
    assert result.counts.get("duplicate") is None
    assert result.total == 2
    contacts = [{"phone_number": "2012345678", "country_iso": "US"}, "+2012345678"]
    result = bulk.send_sms_campaign(client, contacts, name="contacts", journal=journal, **SENDER)
    assert result.counts.get("duplicate") is None
    assert result.total == 2


@pytest.mark.parametrize("batch_size", [1, 9])
def test_a_national_number_of_two_countries_is_two_recipients(
    client: Client, sandbox: Sandbox, journal: Path, batch_size: int
) -> None:
    countries = ["NL", "FR", "nl", "FR"]
    contacts = ["junk", *({"phone_number": "0612345678", "country_iso": country} for country in countries)]
    contacts += [{"phone_number": "+33687654321", "country_iso": country} for country in ("FR", "BE")]
    result = bulk.send_sms_campaign(
        client, contacts, name="two", journal=journal, batch_size=batch_size, workers=1, **SENDER
    )
    rows = [(row.recipient, row.status, row.country) for row in result.rows()]
    assert sorted(rows, key=lambda row: row[1]) == [
        ("0612345678", "accepted", "NL"),
        ("0612345678", "accepted", "FR"),
        ("+33687654321", "accepted", "FR"),
        ("0612345678", "duplicate", None),
        ("0612345678", "duplicate", None),
        ("+33687654321", "duplicate", None),
        ("junk", "invalid", None),
    ]
    assert sent(sandbox).keys() == {"+31612345678", "+33612345678", "+33687654321"}


def test_a_campaign_shows_which_national_numbers_the_api_found_twice(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    given = [f"0{number[3:]}" for number in numbers(6)]
    contacts: list[dict[str, str]] = [{"phone_number": number, "country_iso": "NL"} for number in given]
    contacts.insert(3, {"phone_number": numbers(1)[0]})
    result = bulk.send_sms_campaign(client, contacts, name="national", journal=journal, **SENDER)
    assert result.counts == {"accepted": 6, "duplicate": 1}
    assert [row.recipient for row in result.rows() if row.status == "duplicate"] == [numbers(1)[0]]
    assert result.cost == spent(sandbox)


@pytest.mark.parametrize("wrong", [b"31", {31}, object(), True, 1.5])
def test_a_group_id_of_another_type_is_refused(client: Client, journal: Path, wrong: Any) -> None:
    with pytest.raises(ApiTypeError, match="^group_id: must be an int, not "):
        bulk.import_contacts(client, wrong, [{"phone_number": "+31612469333"}], name="all", journal=journal)
    assert not journal.exists()
