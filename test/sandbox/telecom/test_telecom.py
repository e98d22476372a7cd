"""Parts of messages, alphabets, numbers, prices."""

from __future__ import annotations

import phonenumbers
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
        ("+34612345678", "ES", "Europe/Madrid"),
        ("+34922123456", "ES", "Atlantic/Canary"),
        ("+351912345678", "PT", "Europe/Lisbon"),
        ("+79123456789", "RU", "Europe/Moscow"),
        ("+18002345678", "US", "America/New_York"),
        ("+18083334444", "US", "Pacific/Honolulu"),
        ("+61412345678", "AU", "Australia/Sydney"),
        ("+77710009998", "KZ", "Asia/Almaty"),
        ("+447400123456", "GB", "Europe/London"),
    ],
)
def test_numbers_have_country_and_network(e164: str, country: str, zone: str) -> None:
    number = parse_number(e164)
    assert number is not None
    assert (number.e164, number.country) == (e164, country)
    assert time_zone(e164) == zone


def test_prices() -> None:
    assert all(price > 0 for price in SMS_PRICES.values())
    assert not RESTRICTED & set(SMS_PRICES)
    assert 3 * SMS_PRICES["FR"] == 123_000


@given(st.integers(), st.integers(1, 50))
def test_random_numbers_are_reproducible(seed: int, length: int) -> None:
    one, other = Rng(seed), Rng(seed)
    assert [one.uuid(), one.text(length)] == [other.uuid(), other.text(length)]
    assert is_uuid(one.uuid()) and len(one.text(length)) == length
    assert Rng(seed + 1).uuid() != Rng(seed).uuid()
    assert Rng(seed, one.draws).uuid() == one.uuid()


_EXAMPLES = [
    phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    for country in sorted(phonenumbers.SUPPORTED_REGIONS)
    for kind in range(11)
    if (example := phonenumbers.example_number_for_type(country, kind))
]


@given(
    st.sampled_from(_EXAMPLES),
    st.lists(st.tuples(st.integers(1, 15), st.sampled_from("0123456789")), max_size=4),
    st.integers(9, 17),
)
def test_numbers_near_valid_ones_are_parsed_as_phonenumbers_does(
    example: str, changes: list[tuple[int, str]], length: int
) -> None:
    text = example[:length]
    for place, digit in changes:
        text = text[:place] + digit + text[place + 1 :]
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        expected = None
    else:
        country = phonenumbers.region_code_for_number(number)
        is_valid = country not in (None, "001") and phonenumbers.is_valid_number_for_region(number, country)
        expected = (
            (phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), country) if is_valid else None
        )
    assert parse_number(text) == expected
