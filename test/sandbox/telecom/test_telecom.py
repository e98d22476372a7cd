"""Facts of the trade: parts, alphabets, numbers, prices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.sandbox.spec.schemas import is_uuid
from smscx_client.sandbox.state.rng import Rng
from smscx_client.sandbox.telecom.numbers import parse_number, time_zone
from smscx_client.sandbox.telecom.prices import RESTRICTED, SMS_PRICES


@pytest.mark.parametrize(
    "text",
    ["", "+", "abc", "+31612", "+3161246933312", "1-800-FLOWERS", "+31612469333 ext 5", "٠٦١٢٤٦٩٣٣٣", "+8835100012345"],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("e164", "country", "zone"),
    [
        ("+31612469333", "NL", "Europe/Amsterdam"),
        ("+14165550123", "CA", "America/Toronto"),
        ("+390612345678", "IT", "Europe/Rome"),
    ],
)
def test_numbers_know_their_home(e164: str, country: str, zone: str) -> None:
    number = parse_number(e164)
    assert number is not None
    assert (number.e164, number.country) == (e164, country)
    assert time_zone(e164) == zone


def test_prices() -> None:
    assert all(price > 0 for price in SMS_PRICES.values())
    assert not RESTRICTED & set(SMS_PRICES)
    assert 3 * SMS_PRICES["FR"] == 123_000


@given(st.integers(), st.integers(1, 50))
def test_chance_is_reproducible(seed: int, length: int) -> None:
    one, other = Rng(seed), Rng(seed)
    assert [one.uuid(), one.text(length)] == [other.uuid(), other.text(length)]
    assert is_uuid(one.uuid()) and len(one.text(length)) == length
    assert Rng(seed + 1).uuid() != Rng(seed).uuid()
    assert Rng(seed, one.draws).uuid() == one.uuid()
