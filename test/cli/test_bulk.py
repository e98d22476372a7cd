"""`smscx bulk`: jobs from the command line."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from smscx_client import bulk
from smscx_client.cli import bulk_report
from smscx_client.cli.commands.bulk import _Numbers
from test.cli.conftest import COMMAND, Command

NO_COVERAGE = "+46701740680"
FAILED = "+46701740681"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def numbers(folder: Path) -> str:
    """A file with six numbers: one is given twice, one has no coverage, and one fails."""
    lines = ["# customers", "+31612345678", "0033612345678", NO_COVERAGE, "", FAILED, "+31612345678", "+4917212345678"]
    (folder / "numbers.txt").write_text("\n".join(lines))
    return "@numbers.txt"


SEND = ("bulk", "send", "--name", "november", "--from", "MyShop", "--text", "Sale!")


def test_a_job_is_sent_reported_and_not_sent_again(smscx: Command, numbers: str) -> None:
    result = smscx(*SEND, "--to", numbers, "--yes", "--batch-size", "2", ok=False)
    assert result.exit_code == 7  # one has no coverage
    assert result.stderr.splitlines()[0] == "november: 0 of 5 (0 %), cost 0.00"
    assert result.stderr.splitlines()[-1].startswith("november: 5 of 5 (100 %)")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["job", "november"]
    assert (
        " ".join(lines[4].split()) == "sent from InfoText 4, since the API replaces an originator that is not approved"
    )
    assert [line.split()[-3:] for line in lines if line.startswith("accepted")] == [["4", "66.7", "%"]]
    assert len(smscx.messages) == 5
    again = smscx(*SEND, "--to", numbers, "--batch-size", "2", "--quiet", ok=False)
    assert (again.exit_code, again.stdout, again.stderr) == (7, result.stdout, "")
    assert len(smscx.messages) == 5


def test_the_question_has_the_number_of_recipients_and_the_cost(smscx: Command, numbers: str) -> None:
    code, error = smscx.fails(*SEND, "--to", numbers)
    assert code == 2
    assert error.startswith("smscx: Send to 5 recipients for 0.")  # the question counts all of them; one is given twice
    assert smscx.messages == []
    assert smscx.fails("bulk", "status", "november.db") == (2, "smscx: there is no journal november.db")


def test_status_and_report_read_the_journal(smscx: Command, numbers: str) -> None:
    smscx(*SEND, "--to", numbers, "--yes", "--quiet", ok=False)
    (job,) = smscx.json("bulk", "status", "november.db")
    assert job["counts"] == {"accepted": 4, "no coverage": 1, "duplicate": 1}
    assert (job["name"], job["operation"], job["total"]) == ("november", "send_sms", 6)
    table = smscx("bulk", "status", "november.db").stdout.splitlines()
    assert table[1].split()[:3] == ["november", "send_sms", "6"]
    assert table[1].endswith("1 duplicate, 4 accepted, 1 no coverage")
    report = smscx.json("bulk", "report", "november.db", "--refresh")
    assert report["deliveries"]["DELIVERED"] == 3
    assert sum(Decimal(country["cost"]) for country in report["countries"]) == Decimal(report["cost"])
    shown = smscx("bulk", "report", "november.db", "--csv", "rows.csv").stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.splitlines()[-1].split() == ["csv", "rows.csv"]
    outcomes = [line.split()[:2] for line in shown.splitlines() if line.endswith("%")]
    assert outcomes[0] == ["DELIVERED", "3"]
    assert sorted(outcome[0] for outcome in outcomes) == ["DELIVERED", "FAILED", "duplicate", "no"]
    with Path("rows.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == 6


@pytest.mark.parametrize(
    ("name", "start"), [("report.png", b"\x89PNG\r"), ("report.svg", b"<?xml"), ("report.pdf", b"%PDF-")]
)
def test_a_report_is_drawn(smscx: Command, numbers: str, name: str, start: bytes) -> None:
    smscx(*SEND, "--to", numbers, "--yes", "--quiet", ok=False)
    smscx("bulk", "report", "november.db", "--plot", name)
    drawn = Path(name).read_bytes()
    assert drawn.startswith(start)
    assert (b"november: 6 recipients" in drawn) == (name == "report.svg")


def test_every_recipient_is_in_one_outcome_of_the_picture(smscx: Command, numbers: str) -> None:
    smscx(*SEND, "--to", numbers, "--yes", "--quiet", ok=False)
    before = bulk_report.outcomes_of(bulk.status("november.db"))
    assert before == {"accepted": 4, "no coverage": 1, "duplicate": 1}
    smscx("bulk", "report", "november.db", "--refresh")
    after = bulk_report.outcomes_of(bulk.status("november.db"))
    assert after == {"DELIVERED": 3, "FAILED": 1, "no coverage": 1, "duplicate": 1}


def test_a_personal_text_is_sent_as_a_campaign_from_a_csv_file(smscx: Command, folder: Path) -> None:
    (folder / "c.csv").write_text("mobile;first;code\n+31612345678;Zoë;A1\nnine;Bob;A2\n+33612345678;Ann;A3\n")
    words = ["bulk", "send", "--name", "x", "--from", "MyShop", "--csv", "c.csv", "--column", "phone_number=mobile"]
    words += ["--column", "first_name=first", "--column", "voucher=code", "--yes", "--quiet", "--json"]
    result = smscx(*words, "--text", "Hi {{firstName}}, {{voucher}}", ok=False)
    assert result.exit_code == 0
    assert "c.csv: 1 line was left out, the first because line 3 has a phone number" in result.stderr
    assert json.loads(result.stdout)["operation"] == "send_sms_campaign"
    assert sorted(message["text"] for message in smscx.messages) == ["Hi Ann, A3", "Hi Zoë, A1"]
    assert Path("c.rejected.csv").exists()


def test_encoding_and_delimiter_of_the_file_can_be_given(smscx: Command, folder: Path) -> None:
    (folder / "c.csv").write_bytes("phone_number:first_name\n+31612345678:Łukasz\n".encode("cp1250"))
    words = ("--csv", "c.csv", "--encoding", "cp1250", "--delimiter", ":", "--quiet", "--text", "Hi {{firstName}}")
    smscx("bulk", "send", "--name", "x", "--from", "MyShop", *words)
    assert [message["text"] for message in smscx.messages] == ["Hi Łukasz"]


def test_a_plain_text_to_a_csv_file_needs_no_campaign(smscx: Command, folder: Path) -> None:
    (folder / "c.csv").write_text("+31612345678,Zoë\n")
    words = ("--csv", "c.csv", "--column", "phone_number=0", "--quiet")
    assert smscx.json(*SEND, *words)["operation"] == "send_sms"


def test_a_stopped_job_says_how_to_continue_and_continues(smscx: Command, numbers: str) -> None:
    smscx.control("balance", balance=0.08)
    result = smscx(*SEND, "--to", numbers, "--yes", "--batch-size", "1", "--workers", "1", "--quiet", ok=False)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "InsufficientBalanceException" in result.stderr
    assert result.stderr.endswith("or: smscx bulk resume november.db\n")
    assert len(smscx.messages) == 1
    smscx.control("balance", balance=100)
    code, error = smscx.fails("bulk", "resume", "november.db")
    assert (code, error.startswith("smscx: Continue with 4 recipients of job november? ")) == (2, True)
    code, error = smscx.fails(*SEND, "--to", numbers, "--batch-size", "1")
    assert (code, error.startswith("smscx: Continue with 4 recipients of job november? ")) == (2, True)
    smscx("bulk", "resume", "november.db", "--yes", "--quiet", ok=False)
    assert len(smscx.messages) == 5
    assert len({message["recipient"] for message in smscx.messages}) == 5


def test_another_text_under_the_same_name_is_refused(smscx: Command, numbers: str) -> None:
    smscx(*SEND, "--to", numbers, "--yes", "--quiet", ok=False)
    code, error = smscx.fails(*SEND[:-1], "Other", "--to", numbers, "--yes", "--quiet")
    assert code == 2
    assert error.startswith("smscx: JournalError: the journal has a job `november` with different `text`")


def test_ctrl_c_says_how_to_go_on(smscx: Command, numbers: str) -> None:
    smscx.control("faults", operation="send_sms", status=500, times=99)
    command = [*COMMAND, *SEND, "--to", numbers, "--yes"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        while "1 failed request" not in child.stderr.readline():
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=300)
    assert (child.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "smscx: interrupted; continue with: smscx bulk resume november.db"
    assert smscx.messages == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "give the recipients with --to, or with --csv"),
        (["--to", "+311", "--csv", "c.csv"], "give the recipients with --to, or with --csv"),
        (["--to", "+311", "--column", "a=b"], "--column is for --csv"),
        (["--csv", "c.csv", "--column", "mobile"], "--column mobile: write FIELD=COLUMN, such as phone_number=mobile"),
        (["--to", "+311", "--encoding", "cp1250"], "--encoding is for --csv"),
        (["--csv", "nowhere.csv"], "--csv: cannot read nowhere.csv: No such file or directory"),
        (["--to", "@nowhere.txt"], "--to: cannot read nowhere.txt: No such file or directory"),
    ],
)
def test_wrong_sources_are_named(smscx: Command, folder: Path, words: list[str], error: str) -> None:
    assert smscx.fails(*SEND, *words, "--yes") == (2, f"smscx: {error}")
    assert list(folder.glob("*.db*")) == []


def test_a_file_that_is_no_journal_is_named(smscx: Command, folder: Path) -> None:
    (folder / "x.db").write_text("no journal")
    for command in ("status", "report", "resume"):
        code, error = smscx.fails("bulk", command, "x.db")
        assert (code, error.startswith("smscx: JournalError: x.db: ")) == (2, True)
    smscx(*SEND, "--to", "+31612345678", "--quiet")
    assert smscx.fails("bulk", "report", "november.db", "--plot", "x.gif")[0] == 2
    wrong = ["--csv", "none/rows.csv"]
    assert smscx.fails("bulk", "report", "november.db", *wrong) == (
        2,
        "smscx: none/rows.csv: No such file or directory",
    )
    assert "its jobs: november" in smscx.fails("bulk", "report", "november.db", "--name", "other")[1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit for the size of files")
def test_a_full_disk_is_one_sentence(smscx: Command, folder: Path) -> None:
    (folder / "many.txt").write_text("\n".join(f"+316{place}" for place in range(20_000_000, 20_003_000)))
    words = [*SEND, "--to", "@many.txt", "--yes", "--quiet"]
    command = "import resource as r, sys; r.setrlimit(r.RLIMIT_FSIZE, (60_000,) * 2); from smscx_client.cli import main"
    done = subprocess.run(
        [sys.executable, "-c", f"{command}; main(sys.argv[1:])", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("smscx: november.db: the journal cannot be written (")
    assert done.stderr.endswith(", or: smscx bulk resume november.db\n")
    assert done.stderr.count("\n") == 1
    smscx(*words)
    assert len(smscx.messages) == 3000


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the system has no files for pipes")
def test_recipients_from_a_pipe_are_counted_and_sent(smscx: Command, tmp_path: Path) -> None:
    """The question reads them first; a pipe has nothing left for the job."""
    reading, writing = os.pipe()
    os.write(writing, b"+31612469333\n+33612345678\n")
    os.close(writing)
    try:
        numbers = _Numbers([f"@/dev/fd/{reading}", "+4915112345678"])
        assert list(numbers) == list(numbers) == ["+31612469333", "+33612345678", "+4915112345678"]
    finally:
        os.close(reading)
