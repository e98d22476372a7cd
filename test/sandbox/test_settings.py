"""The settings of a sandbox: a wrong one is refused by its name, before the sandbox is made."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smscx_client.sandbox import Settings


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"api_key": None}, "api_key must be a str, not NoneType"),
        ({"seed": "7"}, "seed must be an int, not str"),
        ({"token_lifetime": True}, "token_lifetime must be an int, not bool"),
        ({"demo": 1}, "demo must be True or False, not int"),
        ({"request_timeout": "30"}, "request_timeout must be a number, not str"),
        ({"database": 5}, "database must be a str, not int"),
        ({"hosts": "localhost"}, "hosts must be a set of texts, not str"),
        ({"webhook_retries": 5}, "webhook_retries must be a tuple of numbers, not int"),
        ({"balance": ""}, "balance must be an amount of money, such as \"0.5\", not ''"),
        ({"credit_line": float("nan")}, 'credit_line must be an amount of money, such as "0.5", not nan'),
        ({"request_log": -1}, "request_log must be 0 or more, not -1"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(given: dict[str, Any], message: str) -> None:
    with pytest.raises((TypeError, ValueError)) as refused:
        Settings(**given)
    assert str(refused.value) == message


def test_numbers_and_paths_are_settings_too() -> None:
    settings = Settings(balance=Decimal("5"), database=Path("x.db"), approval_time=0.5, request_timeout=1)  # type: ignore[arg-type]
    assert (settings.balance, settings.approval_time) == (5, 0.5)
