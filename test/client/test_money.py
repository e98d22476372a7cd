"""Amounts of money without the errors of floats."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiKeyError, ApiTypeError, ApiValueError
from smscx_client.models import GetChannelPricing200Response, Info, SendSmsMessageResponse


def test_a_sum_of_exact_amounts_is_exact() -> None:
    rows = [{"cost": 0.1}, {"cost": 0.2}, {"cost": 0.3}]
    response = SendSmsMessageResponse.from_json(json.dumps({"info": {"totalCost": 3948.0905}, "data": rows}))
    assert sum(row.exact("cost") for row in response.data) == Decimal("0.6")
    assert str(response.info.exact("total_cost")) == "3948.0905"
    assert response.info.exact("totalCost") == response.info.exact("total_cost")


@given(st.decimals(min_value=0, max_value=10**10, places=5))
def test_the_digits_of_the_response_are_kept(amount: Decimal) -> None:
    assert Info.from_json(f'{{"totalCost": {amount}}}').exact("total_cost") == amount


@given(st.floats(min_value=0, max_value=1e12, allow_nan=False))
def test_a_number_that_a_server_computed_with_floats_is_kept_as_it_is_written(amount: float) -> None:
    text = json.dumps(amount)
    assert Info.from_json(f'{{"totalCost": {text}}}').exact("total_cost") == Decimal(text)


def test_a_number_of_any_size_is_exact() -> None:
    info = Info.from_dict({"totalCost": 10**5000})
    assert info.exact("total_cost") == Decimal(10) ** 5000


def test_whole_numbers_and_prices_in_maps() -> None:
    assert Info.from_json('{"totalCost": 12345678901234567890}').exact("total_cost") == Decimal("12345678901234567890")
    prices = GetChannelPricing200Response.from_json('{"NL": {"KPN": 0.075}}')
    assert prices["NL"].exact("KPN") == Decimal("0.075")


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("total_costs", ApiKeyError, "did you mean `total_cost`"),
        ("total_parts", ApiValueError, "total_parts: is not set"),
        ("campaign_id", ApiTypeError, "campaign_id: is not a number, but a str"),
    ],
)
def test_a_value_that_is_no_number_is_refused(name: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Info.from_json('{"totalCost": 1, "campaignId": "x"}').exact(name)
