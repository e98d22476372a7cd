"""`smscx call` and `smscx export`: every operation, its arguments on the command line, its output."""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiClient, exports
from smscx_client.cli import operations
from smscx_client.cli.exit_codes import CommandError
from smscx_client.exceptions import (
    AccessDeniedException,
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    InsufficientBalanceException,
    InsufficientScopeException,
    InvalidCredentialsException,
    RateLimitExceededException,
    ResourceNotFoundException,
    ServerErrorException,
)
from test.cli.conftest import Command
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME, resolved

ONE, OTHER = "+31612469333", "+33612345678"


def parsed(name: str, *words: str) -> dict[str, Any]:
    return operations.arguments_of(operations.operation_named(name), words)


def test_the_table_has_every_operation_of_the_api() -> None:
    assert operations.operations().keys() == METHODS_BY_NAME.keys()
    assert len(operations.operations()) == 101


def test_the_table_knows_which_operations_cost_money() -> None:
    paid = {name for name, entry in operations.operations().items() if entry.operation.paid}
    assert paid == {name for name, method in METHODS_BY_NAME.items() if method.raw.get("x-paid")}
    assert len(paid) == 15


@pytest.mark.parametrize("name", sorted(METHODS_BY_NAME))
def test_every_operation_has_its_help_and_all_of_its_arguments(smscx: Command, name: str) -> None:
    shown = smscx("call", name, "--help").stdout
    method = METHODS_BY_NAME[name]
    body = method.raw.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    fields = {field for one in resolved(body).get("oneOf", [body]) for field in resolved(one).get("properties", {})}
    wires = {argument.wire for argument in operations.operation_named(name).arguments.values()}
    assert fields <= wires
    assert f"HTTP: {method.verb} {method.path}" in shown
    assert all(f"{argument.word}=" in shown for argument in operations.operation_named(name).arguments.values())
    assert max(map(len, shown.splitlines())) <= 80


def test_without_an_operation_all_are_listed(smscx: Command) -> None:
    lines = smscx("call").stdout.splitlines()
    assert all(any(line.startswith(f"{name} ") for line in lines) for name in METHODS_BY_NAME)
    assert max(map(len, lines)) <= 80
    assert {row["operation"] for row in smscx.json("call")} == METHODS_BY_NAME.keys()


def test_a_call_takes_words_and_options(smscx: Command) -> None:
    sent = smscx.json("call", "send-sms", f"to={ONE}", "--from", "InfoText", "--text=Hi", "--no-text-details")
    assert (sent["info"]["totalValid"], "text" in sent["data"][0]) == (1, False)
    sent = smscx.json("call", "send_sms", f"to={ONE}", f"to={OTHER}", "from=InfoText", "text=Hi", "--yes")
    assert sent["info"]["totalValid"] == 2
    assert len(smscx.messages) == 3


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("get_groups_list", [], {}),
        ("get_group_details", ["group_id=4501", "limit=5"], {"group_id": 4501, "limit": 5}),
        ("get_group_details", ["--group-id", "4501", "--short-response"], {"group_id": 4501, "short_response": True}),
        ("get_group_details", ["groupId=4501", "--short-response", "no"], {"group_id": 4501, "short_response": False}),
        ("verify_otp", ["otp_id=a", "pin=0123"], {"otp_id": "a", "pin": "0123"}),
        ("new_otp", ["phone_number=1", "from_=A=B"], {"phone_number": "1", "_from": "A=B"}),
        ("new_otp", ["phoneNumber=1", "_from=", "ttl=60"], {"phone_number": "1", "_from": "", "ttl": 60}),
        ("create_group", ["name=@@home"], {"name": "@home"}),
        (
            "send_sms_campaign",
            ["groups=1", "groups=2", "from=MyShop", "text=Hi", "isUtc=true"],
            {"groups": [1, 2], "_from": "MyShop", "text": "Hi", "is_utc": True},
        ),
        (
            "send_sms",
            [f'to:=["{ONE}"]', f"to={OTHER}", "from=A", "text=B", "transliteration.remove-emojis=true"],
            {"to": [ONE, OTHER], "_from": "A", "text": "B", "transliteration": {"remove-emojis": True}},
        ),
        (
            "send_multichannel_message",
            ["to=1", "from=A", 'strategy:=[{"channel": "viber"}]'],
            {"to": ["1"], "_from": "A", "strategy": [{"channel": "viber"}]},
        ),
        (
            "add_contacts_to_group_with_fields",
            ["group_id=1", 'phone_numbers={"phoneNumber": "1"}', "allow_invalid=1"],
            {"group_id": 1, "phone_numbers": [{"phoneNumber": "1"}], "allow_invalid": True},
        ),
    ],
)
def test_words_become_typed_arguments(name: str, words: list[str], expected: dict[str, Any]) -> None:
    assert parsed(name, *words) == expected


@pytest.mark.parametrize(
    ("name", "words", "error"),
    [
        ("send_sms", ["txt=Hi"], "send_sms has no argument `txt`, did you mean `text`?"),
        ("send_sms", ["sender=x"], "send_sms has no argument `sender`, did you mean `from`?"),
        ("get_groups_list", ["limit=5"], "get_groups_list has no argument `limit`; its arguments are: none"),
        ("send_sms", ["Hi"], "`Hi` is no argument: write key=value or --key value"),
        ("send_sms", ["--text"], "--text needs a value"),
        ("send_sms", ["text=Hi"], "send_sms needs to=... and from=...; see `smscx call send_sms --help`"),
        ("send_sms", ["text=a", "text=b"], "text: is given twice"),
        ("send_sms", ["transliteration.alphabet=NONE", "transliteration={}"], "transliteration: is given twice"),
        ("send_sms", ["to:=[1"], "to: is not JSON: "),
        ("get_group_details", ["group_id=first"], "group_id: must be a whole number, not `first`"),
        ("get_group_details", ["short_response=perhaps"], "short_response: must be true or false, not `perhaps`"),
        ("send_sms", ["text=@nowhere"], "text: cannot read nowhere: No such file or directory; write text=@@..."),
        ("send_sms", ["text.inner=1", "to=1"], "send_sms needs from=..."),
    ],
)
def test_wrong_words_are_named(name: str, words: list[str], error: str) -> None:
    with pytest.raises(CommandError) as caught:
        parsed(name, *words)
    assert str(caught.value).startswith(error)


@given(st.text(), st.lists(st.text()))
def test_any_words_are_arguments_or_an_error(name: str, words: list[str]) -> None:
    try:
        given_words = [f"{word}" if "@" not in word else word.replace("@", "") for word in [name, *words]]
        arguments = parsed("send_sms", "to=1", "from=A", *given_words)
    except CommandError as error:
        assert str(error)
    else:
        assert arguments.keys() >= {"to", "_from", "text"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_text_arrives_as_it_is(text: str) -> None:
    word = f"text=@{text}" if text.startswith("@") else f"text={text}"
    assert parsed("send_sms", "to=1", "from=A", word)["text"] == text


def test_files_are_texts_and_lists_of_lines(smscx: Command, tmp_path: Path) -> None:
    (tmp_path / "numbers").write_text(f"{ONE}\n\n {OTHER} \n")
    (tmp_path / "text").write_text("\ufeffHi", encoding="utf-8")
    arguments = parsed("send_sms", f"to=@{tmp_path / 'numbers'}", f"text=@{tmp_path / 'text'}", "from=A")
    assert arguments == {"to": [ONE, OTHER], "text": "Hi", "_from": "A"}
    smscx("call", "send_sms", f"to={ONE}", "from=InfoText", "text=@-", stdin="from stdin")
    assert smscx.messages[0]["text"] == "from stdin"


def test_a_paid_call_for_several_recipients_asks_first(smscx: Command) -> None:
    words = ("call", "lookup_numbers", f"phone_numbers={ONE}", f"phone_numbers={OTHER}")
    code, error = smscx.fails(*words)
    assert code == 2
    assert error.startswith("smscx: lookup_numbers costs money for 2 recipients. Continue? There is no terminal")
    assert smscx.json(*words, "--yes")["info"]["totalValid"] == 2
    smscx("call", "validate_numbers", f"phone_numbers={ONE}", f"phone_numbers={OTHER}")
    code, error = smscx.fails("call", "send_sms_campaign", "groups=1", "from=MyShop", "text=Hi")
    assert (code, "costs money for every contact of the groups" in error) == (2, True)


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["send_smss"], 2, "smscx: the API has no operation `send_smss`, did you mean `send_sms`?"),
        (["get_template", "template_id=1"], 1, "smscx: ResourceNotFoundException: 404 not_found (code "),
        (["get_groups_list", "--save-to", "x"], 2, "smscx: --save-to is for exports only"),
    ],
)
def test_a_failed_call_is_one_sentence(smscx: Command, words: list[str], code: int, error: str) -> None:
    found, sentence = smscx.fails("call", *words)
    assert (found, sentence.startswith(error)) == (code, True)


def unknown(error: ApiException) -> ApiException:
    error.outcome_unknown, error.idempotency_id = True, "id-1"
    return error


EXIT_CODES: list[tuple[BaseException, int]] = [
    (InvalidCredentialsException(401), 3),
    (InsufficientScopeException(403), 3),
    (AccessDeniedException(403), 1),
    (InsufficientBalanceException(400), 4),
    (ApiConnectionException("refused"), 5),
    (ApiTimeoutException("late"), 5),
    (ServerErrorException(500), 5),
    (RateLimitExceededException(429), 5),
    (ResourceNotFoundException(404), 1),
    (ApiException(418), 1),
    *((unknown(one(500)), 6) for one in (ApiException, ServerErrorException, InvalidCredentialsException)),
    (ApiTypeError("must be a str"), 2),
    (FileNotFoundError(2, "No such file", "x.csv"), 2),
    (IsADirectoryError(21, "Is a directory", "x"), 2),
    (NotADirectoryError(20, "Not a directory", "x"), 2),
    (PermissionError(13, "Permission denied", "x"), 2),
    (OSError(28, "No space left on device"), 1),
    (OSError("unreadable"), 1),
    (UnicodeDecodeError("utf-8", b"secret \xff", 7, 8, "invalid start byte"), 2),
    (CommandError("wrong"), 2),
    (KeyboardInterrupt(), 130),
]


def test_each_failure_has_its_exit_code_and_its_sentence(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = []
    for error, code in EXIT_CODES:

        def fails(*_: object, error: BaseException = error) -> None:
            raise error

        monkeypatch.setattr(ApiClient, "call", fails)
        result = smscx("call", "get_groups_list", "--json", ok=False)
        described = json.loads(result.stderr)["error"]
        assert (described["class"], result.exit_code, result.stdout) == (type(error).__name__, code, "")
        sentences.append(described["message"])
        if isinstance(error, ApiException):
            assert (described["status"], described["idempotency_id"]) == (error.status, error.idempotency_id)
            assert described["outcome_unknown"] is error.outcome_unknown
            assert described["message"].startswith(f"{type(error).__name__}: ")
    assert sentences[-9:] == [
        "x.csv: No such file",
        "x: Is a directory",
        "x: Not a directory",
        "x: Permission denied",
        "No space left on device",
        "OSError: unreadable",
        "the input is not utf-8 text (byte 8)",
        "wrong",
        "interrupted",
    ]


def test_warnings_for_programmers_are_not_shown(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class OldSettingWarning(UserWarning, DeprecationWarning):
        """As some libraries have it."""

    def warns(*_: object) -> dict[str, int]:
        for category in (RuntimeWarning, DeprecationWarning, OldSettingWarning, UserWarning):
            warnings.warn(category.__name__, category, stacklevel=1)
        return {}

    monkeypatch.setattr(ApiClient, "call", warns)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        result = smscx("call", "get_groups_list", ok=False)
    assert (result.exit_code, result.stderr) == (0, "smscx: warning: UserWarning\n")


def test_a_defect_of_the_command_is_no_exit_code(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("defect")

    monkeypatch.setattr(ApiClient, "call", fails)
    assert isinstance(smscx("call", "get_groups_list", ok=False).exception, ZeroDivisionError)


def test_objects_are_printed_as_tables_of_at_most_80_columns(smscx: Command) -> None:
    for number in range(3):
        smscx("call", "create_group", f"name=Group {number}")
    lines = smscx("call", "get_groups_list").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert next(line for line in lines if "Group 1" in line).split()[1:3] == ["Group", "1"]
    smscx("send", "--to", ONE, "--from", "InfoText", "--text", "Hi")
    wide = smscx("call", "get_summary_reports", "dimension=country", "period=2026").stdout
    assert max(map(len, wide.splitlines())) <= 80


def test_a_list_and_an_empty_list_are_printed(smscx: Command) -> None:
    assert "optouts" in smscx("call", "get_scopes").stdout.split()
    assert "optouts" in smscx.json("call", "get_scopes")
    assert "none" in smscx("call", "get_groups_list").stdout


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["get_groups_list"], "smscx: interrupted"),
        (
            ["create_group", "name=Customers"],
            "smscx: interrupted: the request may have been carried out; find out before you repeat it",
        ),
    ],
)
def test_ctrl_c_in_a_call_says_whether_it_may_have_acted(
    smscx: Command, monkeypatch: pytest.MonkeyPatch, words: list[str], error: str
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ApiClient, "call", interrupted)
    assert smscx.fails("call", *words) == (130, error)


def test_all_pages_are_read(smscx: Command, group: int) -> None:
    for number in range(3):
        contact = json.dumps({"phoneNumber": f"+3161234567{number}"})
        words = (f"group_id={group}", f"phone_numbers={contact}", "allow_invalid=false")
        smscx("call", "add_contacts_to_group_with_fields", *words)
    rows = smscx.json("call", "get_group_details", f"group_id={group}", "limit=2", "--all")
    assert len({row["phoneNumber"] for row in rows}) == len(rows) == 4
    assert smscx.fails("call", "get_groups_list", "--all")[1] == (
        "smscx: get_groups_list has one page only: leave --all out"
    )
    code, error = smscx.fails("call", "get_group_details", f"group_id={group}", "next=x", "--all")
    assert (code, error) == (2, "smscx: next: --all reads all pages: leave it out")


@pytest.fixture
def group(smscx: Command) -> int:
    """The id of a group with a contact."""
    group_id: int = smscx.json("call", "create_group", "name=Customers")["info"]["id"]
    contact = json.dumps({"phoneNumber": ONE, "firstName": "Zoë"})
    words = (f"group_id={group_id}", f"phone_numbers={contact}", "allow_invalid=false")
    smscx("call", "add_contacts_to_group_with_fields", *words)
    return group_id


def test_an_export_goes_to_stdout_or_to_a_file(smscx: Command, group: int, tmp_path: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(smscx("export", "group", group).stdout))
    assert (row["phoneNumber"], row["firstName"]) == (ONE, "Zoë")
    path = tmp_path / "contacts.csv"
    shown = smscx.json("export", "group", group, "--output", path)
    assert shown == {"path": str(path), "bytes": path.stat().st_size}
    assert "Zoë" in path.read_text(encoding="utf-8")


def test_the_originator_is_shown_as_it_is_written(smscx: Command) -> None:
    shown = smscx("call", "send_sms", f"to={ONE}", "from=InfoText", "text=Hi").stdout
    assert "from                   InfoText\n" in shown
    assert "_from" not in shown


def test_a_report_that_ends_at_its_limit_says_that_there_may_be_more(smscx: Command, tmp_path: Path) -> None:
    numbers = tmp_path / "numbers.txt"
    numbers.write_text("\n".join(f"+3161246{n:04}" for n in range(501)))
    smscx("send", "--to", f"@{numbers}", "--from", "InfoText", "--text", "Hi", "--yes")
    words = ("export", "advanced-report", f"period={smscx.messages[0]['created_at'][:7]}")
    warning = (
        "smscx: warning: the report ends at its limit of 500 rows, there may be more: `smscx call get_advanced_report "
        "... --all --json` reads all rows\n"
    )
    workbook = tmp_path / "report.xlsx"
    for extra in ((), ("-o", tmp_path / "report.csv"), ("-o", workbook), ("--format", "xlsx")):
        result = smscx(*words, *extra, ok=False)
        assert (result.exit_code, result.stderr) == (0, warning)
    assert len(list(exports.rows(workbook))) == 500
    assert len(list(csv.DictReader(io.StringIO(smscx(*words, "limit=500").stdout)))) == 500


def test_an_export_is_a_workbook_by_its_name_or_format(smscx: Command, group: int, tmp_path: Path) -> None:
    smscx("export", "group", f"group_id={group}", "-o", tmp_path / "contacts.xlsx")
    smscx("export", "group", group, "-o", tmp_path / "contacts", "--format", "xlsx")
    smscx("call", "export_group_to_xlsx", f"group_id={group}", "--save-to", tmp_path / "again")
    for name in ("contacts.xlsx", "contacts", "again"):
        assert zipfile.is_zipfile(tmp_path / name)
    assert smscx("export", "group", group, "--format", "xlsx").stdout_bytes.startswith(b"PK")


def test_exports_are_listed_and_their_errors_named(smscx: Command) -> None:
    listed = {row["export"] for row in smscx.json("export")}
    assert listed == {
        name[len("export_") : -len("_to_csv")].replace("_", "-")
        for name in METHODS_BY_NAME
        if name.startswith("export_") and name.endswith("_to_csv")
    }
    assert len(listed) == 7
    assert max(map(len, smscx("export").stdout.splitlines())) <= 80
    assert smscx.fails("export", "groups") == (
        2,
        "smscx: there is no export `groups`, did you mean `group`?; `smscx export` lists all",
    )
    assert smscx.fails("export", "group")[1].startswith("smscx: export_group_to_csv needs group_id=...")
    assert smscx.fails("export", "optouts", "--format", "pdf")[1] == "smscx: --format must be csv or xlsx, not pdf"


# --- All operations --------------------------------------------------------------------------------------------------


def words_of(fields: dict[str, Any]) -> list[str]:
    """Example values as arguments on the command line, each in the form for its type."""
    words = []
    for name, value in fields.items():
        if isinstance(value, list) and all(isinstance(item, (str, int)) for item in value):
            words += [f"{name}={item}" for item in value]
        elif isinstance(value, str):
            words.append(f"{name}={f'@{value}' if value.startswith('@') else value}")
        else:
            words.append(f"{name}:={json.dumps(value)}" if isinstance(value, (list, dict)) else f"{name}={value}")
    return words


@pytest.mark.parametrize("name", sorted(METHODS_BY_NAME))
def test_every_operation_sends_its_example(
    smscx: Command, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    method = METHODS_BY_NAME[name]
    monkeypatch.setenv("SMSCX_HOST", recorder.host)
    monkeypatch.setenv("SMSCX_APPLICATION_ID", "id")
    monkeypatch.setenv("SMSCX_APPLICATION_SECRET", "secret")
    kind, content = method.content or ("", {})
    body = content.get("example", {}) if kind == "application/json" else {}
    arguments = {} if name == "get_access_token" else method.arguments()
    if name == "get_access_token":
        monkeypatch.delenv("SMSCX_API_KEY")
        arguments = {"grant_type": "client_credentials"}
    _, response_kind, response = method.response
    returned = b"[]" if response["schema"].get("type") == "array" else b"{}"
    recorder.responses = [Response(body=returned, headers=(("Content-Type", response_kind),))]
    smscx("call", name, *words_of(arguments), *words_of(body), "--yes", ok=False)
    (request,) = recorder.requests
    assert request.method == method.verb
    if body:
        sent = {key: value for key, value in request.json.items() if key != "idempotencyId" or key in body}
        assert sent == body
    path = method.path
    for parameter in method.parameters:
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", quote(str(parameter["example"]), safe=""))
        elif name != "get_access_token":
            value = parameter["example"]
            text = str(value).lower() if isinstance(value, bool) else str(value)
            assert (parameter["name"], text) in request.query
    assert request.path == path
