"""When the next request may start."""

from __future__ import annotations

from smscx_client.bulk.rate_limit import RateLimit


def test_starts_with_one_request_that_shows_the_limit() -> None:
    rate = RateLimit(60, workers=4)
    assert rate.delay(0, in_flight=0) == 0
    assert rate.delay(0, in_flight=1) is None
    rate.observe(100, 99, 0)
    assert rate.delay(0, in_flight=3) == 0


def test_an_api_without_the_headers_has_no_limit() -> None:
    rate = RateLimit(60)
    rate.observe(None, None, 0)
    assert rate.delay(0, in_flight=50) == 0


def test_spreads_the_second_half_of_the_limit_over_the_window() -> None:
    rate = RateLimit(60)
    rate.started(10)
    rate.observe(10, 4, 10)
    assert rate.delay(10, in_flight=0) == 60 / 4
    assert rate.delay(26, in_flight=0) == 0


def test_waits_for_the_next_window_before_the_limit_is_reached() -> None:
    rate = RateLimit(60)
    rate.observe(10, 9, 0)
    rate.observe(10, 1, 20)
    assert rate.delay(20, in_flight=0) == 40
    assert rate.delay(20, in_flight=1) is None
    assert rate.delay(60, in_flight=0) == 0


def test_a_429_holds_until_its_reset_and_shows_the_length_of_the_window() -> None:
    rate = RateLimit(60)
    rate.observe(10, 9, 0)
    rate.hold(3600, 60)
    assert rate.delay(60, in_flight=0) == 3540
    assert rate.delay(3600, in_flight=0) == 0
    assert rate.window == 3600


def test_responses_that_overtake_each_other_are_no_new_window() -> None:
    rate = RateLimit(60, workers=4)
    for remaining in (9, 5, 8, 6, 7):
        rate.observe(10, remaining, 0)
    assert rate.window == 60
    assert rate.delay(0, in_flight=4) is None


def test_a_refill_shows_that_the_window_is_shorter() -> None:
    rate = RateLimit(60, workers=4)
    rate.observe(100, 99, 0)
    rate.observe(100, 20, 5)
    rate.observe(100, 99, 10)
    assert rate.window == 10
    assert rate.delay(10, in_flight=0) == 0
