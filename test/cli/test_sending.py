"""`smscx balance`, `send`, `estimate`, `otp`: their requests, output and exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from smscx_client.apis import OtpApi, SmsApi
from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.recipients import recipients_of
from test.cli.conftest import Command

ONE, OTHER = "+31612469333", "+33612345678"
REJECTED = "+46701740680"
SERVER_ERROR = "+46701740685"


def test_balance_is_printed_as_a_block_and_as_the_json_of_the_api(smscx: Command) -> None:
    assert smscx("balance").stdout == "balance   5,000.00\ncurrency  eur\nbilling   prepaid\n"
    expected = {"balance": 5000.0, "currency": "eur", "billing": "prepaid"}
    assert smscx.json("balance") == expected
    assert json.loads(smscx("--json", "balance").stdout) == expected


def test_one_message_is_sent_without_a_question(smscx: Command) -> None:
    result = smscx("send", "--to", ONE, "--from", "InfoText", "--text", "Hi")
    (message,) = smscx.messages
    assert (message["recipient"], message["originator"], message["text"]) == (ONE, "InfoText", "Hi")
    assert result.stdout.splitlines()[0].split() == ["to", "status", "parts", "cost", "msg", "id"]
    assert result.stdout.splitlines()[1].split() == [ONE, "ACCEPTED", "1", "0.075", message["msg_id"]]
    assert result.stdout.splitlines()[2] == ""


def test_an_originator_that_the_api_replaces_is_named(smscx: Command) -> None:
    for command in ("send", "estimate"):
        result = smscx(command, "--to", ONE, "--from", "MyShop", "--text", "Hi", ok=False)
        assert (result.exit_code, result.stderr) == (
            0,
            "smscx: warning: the originator is InfoText: the API replaces one that is not approved, such as MyShop\n",
        )
    assert [message["originator"] for message in smscx.messages] == ["InfoText"]


def test_options_of_a_message_reach_the_api(smscx: Command) -> None:
    url = "http://127.0.0.1:9/dlr"
    sent = smscx.json(
        *("send", "--to", "0612469333", "--country", "nl", "--from", "InfoText", "--text", "Cześć"),
        *("--transliterate", "polish", "--at", "2030-01-02 03:04:05", "--dlr-callback-url", url),
    )
    assert sent["data"][0]["to"] == ONE
    assert (sent["data"][0]["status"], sent["data"][0]["text"]) == ("SCHEDULED", "Czesc")
    assert sent["data"][0]["scheduledAt"] == "2030-01-02 03:04:05"
    assert sent["info"]["dlrCallbackUrl"] == url


def test_text_is_read_from_stdin(smscx: Command) -> None:
    smscx("send", "--to", ONE, "--from", "InfoText", stdin="two\nlines\n")
    assert [message["text"] for message in smscx.messages] == ["two\nlines"]


def test_recipients_come_from_options_and_files_each_once(smscx: Command, tmp_path: Path) -> None:
    numbers = tmp_path / "numbers.txt"
    numbers.write_text(f"\ufeff# customers\n{ONE}\n\n0033 6 12 34 56 78  # Ann\n{ONE}\n", encoding="utf-8")
    smscx("send", "--to", f"@{numbers}", "--to", "+31 (6) 12-46-93-33", "--from", "InfoText", "--text", "Hi", "--yes")
    assert sorted(message["recipient"] for message in smscx.messages) == [ONE, OTHER]
    numbers.write_bytes(b"\xff")
    words = ("send", "--to", f"@{numbers}", "--from", "InfoText", "--text", "Hi")
    assert smscx.fails(*words) == (2, f"smscx: --to: cannot read {numbers}: it is not UTF-8")


def test_recipients_come_from_stdin_and_yes_needs_no_estimate(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(SmsApi, "estimate_sms")
    smscx("send", "--to", "@-", "--from", "InfoText", "--text", "Hi", "-y", stdin=f"{ONE}\n{OTHER}\n")
    assert len(smscx.messages) == 2


def test_several_recipients_without_a_terminal_are_refused_with_their_cost(smscx: Command) -> None:
    code, error = smscx.fails("send", "--to", ONE, "--to", OTHER, "--from", "InfoText", "--text", "Hi", stdin="y\n")
    assert (code, error) == (
        2,
        "smscx: Send to 2 recipients for 0.116? There is no terminal to ask on: add --yes to confirm",
    )
    assert smscx.messages == []


def test_the_same_recipient_twice_is_one_recipient(smscx: Command) -> None:
    words = ("--to", "0031612469333", "--to", "31612469333", "--from", "InfoText", "--text", "Hi")
    smscx("send", "--to", ONE, *words)
    assert len(smscx.messages) == 1


def test_estimate_shows_rejected_recipients_and_no_ids(smscx: Command) -> None:
    words = ("estimate", "--from", "InfoText", "--text", "Hi", "--to", ONE)
    shown = smscx(*words).stdout
    assert shown.splitlines()[0].split() == ["to", "parts", "cost"]
    assert "campaign_id" not in shown and "ACCEPTED" not in shown
    assert "NO COVERAGE" in smscx(*words, "--to", REJECTED).stdout


def test_estimate_sends_nothing(smscx: Command) -> None:
    assert smscx.json("estimate", "--to", ONE, "--from", "InfoText", "--text", "Hi")["info"]["totalCost"] == 0.075
    assert (
        "total_cost            0.075\n" in smscx("estimate", "--to", ONE, "--from", "InfoText", "--text", "Hi").stdout
    )
    assert smscx.messages == []


def test_repeating_with_the_idempotency_id_sends_once(smscx: Command) -> None:
    words = ("send", "--to", ONE, "--from", "InfoText", "--text", "Hi", "--idempotency-id", uuid4())
    assert smscx.json(*words) == smscx.json(*words)
    assert len(smscx.messages) == 1


def test_recipients_that_were_not_accepted_show_in_the_exit_code(smscx: Command) -> None:
    words = ("--from", "InfoText", "--text", "Hi", "--yes")
    result = smscx("send", "--to", ONE, "--to", REJECTED, *words, ok=False)
    assert (result.exit_code, "NO COVERAGE" in result.stdout, result.stderr) == (7, True, "")
    result = smscx("send", "--to", ONE, "--to", "+311", *words, "--allow-invalid", ok=False)
    assert (result.exit_code, "+311" in result.stdout, result.stderr) == (7, True, "")
    assert len(smscx.messages) == 3


@pytest.mark.parametrize(
    ("words", "stdin", "code", "error"),
    [
        (["--to", "+311", "--text", "Hi"], "", 1, "InvalidPhoneNumberException: 400 invalid_param (code 1207)"),
        (["--to", SERVER_ERROR, "--text", "Hi"], "", 6, "ServerErrorException: 500"),
        (["--to", ONE, "--text", ""], "", 2, "ApiValueError: text: must have at least 1 "),
        (["--to", ONE], "", 2, "there is no text: give it with --text, or on stdin"),
        (["--to", "@-"], ONE, 2, "--to @- reads the recipients from stdin, so give the text with --text"),
        (["--to", "@-", "--text", "Hi"], "\n", 2, "there is no recipient in what --to names"),
        (["--to", "@-", "--text", "Hi"], f"{ONE}\nAnn\n", 2, "-, line 2: contains letters or other invalid characters"),
        (["--to", "Ann", "--text", "Hi"], "", 2, "--to: contains letters or other invalid characters"),
        (["--to", "@nowhere.txt", "--text", "Hi"], "", 2, "--to: cannot read nowhere.txt: No such file or directory"),
        (["--to", ONE, "--text", "Hi", "--at", "soon"], "", 2, "ApiValueError: scheduled_date: must be a datetime"),
    ],
)
def test_a_failure_is_one_sentence(smscx: Command, words: list[str], stdin: str, code: int, error: str) -> None:
    found, sentence = smscx.fails("send", "--from", "InfoText", *words, stdin=stdin)
    assert found == code
    assert sentence.startswith(f"smscx: {error}")
    assert smscx.messages == []


def test_too_many_recipients_are_for_bulk(smscx: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def estimated(_: object, request: Any) -> None:
        raise CommandError(f"{len(request['to'])} recipients, rows: {not request['shortResponse']}")

    monkeypatch.setattr(SmsApi, "estimate_sms", estimated)
    numbers = tmp_path / "numbers.txt"
    numbers.write_text("".join(f"+316{number:08}\n" for number in range(25_000)))
    words = ("send", "--to", f"@{numbers}", "--from", "InfoText", "--text", "Hi")
    assert smscx.fails(*words) == (2, "smscx: 25000 recipients, rows: False")
    numbers.write_text("".join(f"+316{number:08}\n" for number in range(25_001)))
    code, error = smscx.fails(*words, "--yes")
    assert (code, error) == (
        2,
        "smscx: 25,001 recipients are more than a request can have; use `smscx bulk send`",
    )


def test_error_as_json(smscx: Command) -> None:
    result = smscx("send", "--to", "+311", "--from", "InfoText", "--text", "Hi", "--json", ok=False)
    error = json.loads(result.stderr)["error"]
    assert result.stdout == ""
    assert (error["class"], error["status"], error["code"]) == ("InvalidPhoneNumberException", 400, 1207)
    assert (error["type"], "request_id" in error) == ("invalid_param", True)
    assert (error["invalid"], error["outcome_unknown"]) == (["+311"], False)


def test_unknown_outcome_has_its_own_exit_code_and_the_idempotency_id(smscx: Command) -> None:
    smscx.control("faults", operation="send_sms", reset=True, when="after", times=9)
    key = str(uuid4())
    words = ("send", "--to", ONE, "--from", "InfoText", "--text", "Hi", "--idempotency-id", key)
    code, error = smscx.fails(*words)
    assert code == 6
    assert f"may have been carried out with idempotency id {key}" in error


def test_ctrl_c_while_sending_says_how_to_go_on(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def interrupted(_: object, message: Any) -> None:
        sent.append(message["idempotencyId"])
        raise KeyboardInterrupt

    monkeypatch.setattr(SmsApi, "send_sms", interrupted)
    key = str(uuid4())
    for words in (("--idempotency-id", key), (), ()):
        code, error = smscx.fails("send", "--to", ONE, "--from", "InfoText", "--text", "Hi", *words)
        assert code == 130
        assert error.endswith(f"repeat the command with --idempotency-id {UUID(sent[-1])}")
    assert sent[0] == key
    assert len(set(sent)) == 3


@pytest.mark.parametrize("words", ["new --to 1", "verify some-id 1234", "cancel some-id", "status some-id"])
def test_ctrl_c_in_an_otp_command_says_whether_it_may_have_acted(
    smscx: Command, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("new_otp", "verify_otp", "cancel_otp", "get_otp_status"):
        monkeypatch.setattr(OtpApi, name, interrupted)
    code, error = smscx.fails("otp", *words.split())
    more = (
        "" if words.startswith("status") else ": the request may have been carried out; find out before you repeat it"
    )
    assert (code, error) == (130, f"smscx: interrupted{more}")


@pytest.mark.parametrize(
    ("failure", "code", "what"),
    [(OSError(28, "No space left on device"), 6, "No space left on device"), (KeyboardInterrupt(), 130, "interrupted")],
)
def test_a_failure_after_a_message_was_sent_says_so(
    smscx: Command, monkeypatch: pytest.MonkeyPatch, failure: BaseException, code: int, what: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise failure

    words = ("--to", ONE, "--to", OTHER, "--from", "InfoText", "--text", "Hi")
    for name in ("print_data", "print_rows"):
        monkeypatch.setattr(output, name, fails)
    expected = f"smscx: send_sms: carried out, do not repeat it; but afterwards: {what}"
    assert smscx.fails("send", *words, "--yes") == (code, expected)
    assert len(smscx.messages) == 2
    reading = 1 if isinstance(failure, OSError) else code
    assert smscx.fails("estimate", *words) == (reading, f"smscx: {what}")


def test_low_balance_has_its_own_exit_code(smscx: Command) -> None:
    smscx.control("balance", balance=0.01)
    code, error = smscx.fails("send", "--to", ONE, "--from", "InfoText", "--text", "Hi")
    assert (code, "InsufficientBalanceException" in error) == (4, True)


def test_a_placeholder_that_cannot_be_filled_is_a_warning(smscx: Command) -> None:
    result = smscx("send", "--to", ONE, "--from", "InfoText", "--text", "Hi {{firstname}}", ok=False)
    assert result.exit_code == 0
    assert result.stderr.startswith("smscx: warning: ")
    assert "firstName" in result.stderr


def test_characters_of_the_server_cannot_control_the_terminal(smscx: Command) -> None:
    smscx("call", "create_template", "name=Red", "text=red \x1b[31m")
    shown = smscx("call", "get_templates_list").stdout
    assert "\x1b" not in shown
    assert "red \\x1b[31m" in shown


def test_otp_is_sent_and_verified_with_the_pin_on_stdin(smscx: Command) -> None:
    sent = smscx.json("otp", "new", "--to", ONE, "--from", "InfoText", "--template", "PIN {{pin}}", "--pin-length", 6)
    (message,) = smscx.messages
    pin = message["text"].partition(" ")[2]
    assert len(pin) == 6
    otp_id = sent["otpId"]
    code, error = smscx.fails("otp", "verify", otp_id, stdin="0000\n")
    assert (code, "InvalidPinException" in error) == (1, True)
    smscx("otp", "verify", otp_id, stdin=f"{pin}\n")
    assert smscx.json("otp", "status", otp_id)["status"] == "VERIFIED"
    code, error = smscx.fails("otp", "cancel", otp_id)
    assert code == 1


def test_otp_can_be_cancelled(smscx: Command) -> None:
    otp_id = smscx.json("otp", "new", "--to", ONE)["otpId"]
    smscx("otp", "cancel", otp_id)
    assert smscx.json("otp", "status", otp_id)["status"] == "CANCELLED"
    assert smscx.fails("otp", "verify", otp_id, stdin="") == (2, "smscx: no PIN was given: nothing was done")


def test_with_a_country_a_number_without_plus_is_another_one() -> None:
    given = ["+612469333", "612469333", "612469333"]
    assert recipients_of(given, "NL") == ["+612469333", "612469333"]
    assert recipients_of(given) == ["+612469333"]


def test_invalid_numbers_are_named(smscx: Command) -> None:
    how = ": write a number with + and its country code, such as +31612469333"
    code, error = smscx.fails("send", "--to", "0612469333", "--from", "InfoText", "--text", "Hi")
    assert (code, error.endswith(f"] 0612469333{how}")) == (1, True)
    for count, more in ((5, ""), (7, " and 2 more")):
        words = [word for number in range(count) for word in ("--to", f"+31{number}")]
        error = smscx.fails("send", *words, "--from", "InfoText", "--text", "Hi", "--yes")[1]
        assert error.endswith(f"+310, +311, +312, +313, +314{more}{how}")
