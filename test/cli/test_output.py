"""Amounts have one format in all output for people, JSON has the numbers of the API; and the question before a send."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal

import pytest

from smscx_client._money import amount_text
from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.recipients import text_of
from smscx_client.cli.shell import Shell
from smscx_client.models import OauthTokenResponse
from test.cli.conftest import Command


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (5000.0, "5,000.00"),
        (Decimal("4500"), "4,500.00"),
        (0.075, "0.075"),
        (Decimal("0.0750"), "0.075"),
        (1e-07, "0.0000001"),
        (1e16, "10,000,000,000,000,000.00"),
        (-2.5, "-2.50"),
        (Decimal(0), "0.00"),
        (float("nan"), "NaN"),
    ],
)
def test_an_amount_has_all_of_its_digits(amount: float, text: str) -> None:
    assert amount_text(amount) == text


def test_amounts_are_found_by_type_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_block({"total_cost": 5, "cost_parts": 1, "info.balance": 1234, "parts": 5, "price": 0.5})
    assert capsys.readouterr().out.split() == [
        *("total_cost", "5.00", "cost_parts", "1.00", "info.balance", "1,234.00", "parts", "5", "price", "0.50")
    ]


PRINTED = """\
text    [bold]ë[/bold] :smile: \\x1b[31m
        b
zero    0
cost    free
none    -
b       yes
no      no
empty   none
list    1, x, -
nested  [{"a": "ë", "b": "1.5"}]
n  5

value:
   x
a  1
b  2

rows:
a      from
1     12.00
2500

o.p:
q  1
none
none
name         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
from_number  yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
third        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz

name   1
third  w
value
1
a
value  x
"""


def test_data_of_any_shape_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_block(
        {
            "text": "[bold]ë[/bold] :smile: \x1b[31m\nb",
            "zero": 0,
            "cost": "free",
            "none": None,
            "b": True,
            "no": False,
            "empty": {},
            "list": [1, "x", None],
            "nested": [{"a": "ë", "b": Decimal("1.5")}],
        }
    )
    rows = [{"a": 1, "_from": Decimal(12)}, {"a": 2500, "_from": None}]
    output.print_data({"value": {"a": {"x": 1}, "b": {"x": 2}}, "rows": rows, "n": 5, "o": {"p": {"q": 1}}})
    output.print_rows([])
    output.print_rows([{"a": "", "b": None}])
    wide = {"name": "x" * 30, "_from_number": "y" * 30, "third": "z" * 30}
    output.print_rows([wide, {"name": "1", "third": "w"}])
    output.print_data([1, "a"])
    output.print_data("x")
    assert capsys.readouterr().out == PRINTED


MAPS = """\
tags   a, b
empty  none

same:
   x
a  1
b  2
c  3

other.a:
x  1

other.b:
y  2
"""


def test_objects_with_the_same_values_are_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    same = {name: {"x": number} for number, name in enumerate("abc", 1)}
    output.print_data({"tags": ["a", "b"], "empty": {}, "same": same, "other": {"a": {"x": 1}, "b": {"y": 2}}})
    assert capsys.readouterr().out == MAPS


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ({"a": 40 * "x", "b": 38 * "y"}, [f"a{41 * ' '}b", f"{40 * 'x'}  {38 * 'y'}"]),
        ({"a": 40 * "x", "b": 39 * "y"}, [f"a  {40 * 'x'}", f"b  {39 * 'y'}"]),
        (  # only its header is too wide
            {"name": 72 * "x", "first_second_third": "1"},
            [*(74 * " " + word for word in ("first", "second")), f"name{70 * ' '}third", f"{72 * 'x'}  1"],
        ),
        ({"name": 20 * "x", "_a_b": 1}, [f"name{18 * ' '}a b", f"{20 * 'x'}    1"]),
    ],
)
def test_a_table_that_is_wider_than_80_columns_is_printed_as_blocks(
    row: dict[str, object], lines: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    output.print_rows([row])
    assert capsys.readouterr().out.splitlines() == lines


def test_secrets_are_in_the_json_only(capsys: pytest.CaptureFixture[str]) -> None:
    token = OauthTokenResponse(access_token="secret", token_type="Bearer", expires_in=5, scope="sms")
    Shell().show(token)
    Shell().show([token])
    printed = capsys.readouterr().out
    assert ("secret" in printed, printed.count("***")) == (False, 2)
    Shell(json=True).show([token])
    assert json.loads(capsys.readouterr().out) == [token.to_dict(wire=True)]
    assert token.to_dict(wire=True)["access_token"] == "secret"


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_json_has_letters_only_where_the_output_can_show_them() -> None:
    data = {"a": "Zoë", "b": Decimal("1.5")}
    raw = '{\n  "a": "Zoë",\n  "b": "1.5"\n}\n'
    escaped = raw.replace("ë", "\\u00eb")
    for encoding, expected in (("UTF-8", raw), ("utf-8", raw), ("latin-1", escaped), ("ascii", escaped)):
        with io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") as file:
            output.print_json(data, file=file)
            assert (encoding, file.buffer.getvalue().decode(encoding)) == (encoding, expected)  # type: ignore[attr-defined]
    unnamed = io.StringIO()
    output.print_json(data, file=unnamed, indent=None)
    assert unnamed.getvalue() == '{"a": "Zo\\u00eb", "b": "1.5"}\n'


def test_a_text_is_asked_for_at_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Hi\nthere\n"))
    assert text_of(None, []) == "Hi\nthere"
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "Text, then Ctrl-D:\n")


def test_only_a_clear_yes_confirms(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in ("y\n", "Y\n", "yes\n", " YES \n"):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        Shell().confirm("Continue?", yes=False)
    for typed in ("", "\n", "n\n", "yess\n", "ye\n", "no y\n"):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        with pytest.raises(CommandError, match="^not confirmed: nothing was sent$"):
            Shell().confirm("Continue?", yes=False)
    Shell().confirm("Continue?", yes=True)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", 10 * "Continue? [y/N] ")


def test_every_command_prints_amounts_alike(smscx: Command) -> None:
    words = ("--to", "+31612469333", "--from", "InfoText", "--text", "Hi")
    assert "total_cost" in (printed := smscx("estimate", *words).stdout)
    assert " 0.075\n" in printed
    assert smscx.json("estimate", *words)["info"]["totalCost"] == 0.075
    assert smscx.json("balance")["balance"] == 5000.0
    assert "5,000.00" in smscx("call", "get_account_balance").stdout
