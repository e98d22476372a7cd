"""Amounts have one format in all output for people, JSON has the numbers of the API; and the question before a send."""

from __future__ import annotations

import io
import sys
from decimal import Decimal

import pytest

from smscx_client._money import amount_text
from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.shell import Shell
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


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_only_a_clear_yes_confirms(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in ("y\n", "Y\n", "yes\n", " YES \n"):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        Shell().confirm("Go on?", yes=False)
    for typed in ("", "\n", "n\n", "yess\n", "ye\n", "no y\n"):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        with pytest.raises(CommandError, match="^not confirmed: nothing was sent$"):
            Shell().confirm("Go on?", yes=False)
    Shell().confirm("Go on?", yes=True)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", 10 * "Go on? [y/N] ")


def test_every_command_prints_amounts_alike(smscx: Command) -> None:
    words = ("--to", "+31612469333", "--from", "InfoText", "--text", "Hi")
    assert "total_cost" in (printed := smscx("estimate", *words).stdout)
    assert " 0.075\n" in printed
    assert smscx.json("estimate", *words)["info"]["totalCost"] == 0.075
    assert smscx.json("balance")["balance"] == 5000.0
    assert "5,000.00" in smscx("call", "get_account_balance").stdout
