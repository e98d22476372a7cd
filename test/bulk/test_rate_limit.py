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


def check(rate: RateLimit, now: float, *delays: float | None) -> None:
    """With 0, 1 ... requests in flight, the next one may start after these seconds."""
    assert [rate.delay(now, in_flight) for in_flight in range(len(delays))] == list(delays)


def test_one_request_is_left_to_others() -> None:
    rate = RateLimit(60)
    rate.observe(4, 3, 0)
    check(rate, 0, 0, 0, None)
    rate.observe(4, 2, 0)  # half of the limit is left: from now on the requests are spread
    rate.started(0)
    check(rate, 0, 30, None, None)
    check(rate, 10, 15)
    rate.observe(5, 3, 60)  # a new window
    check(rate, 60, 0, 0, None)


def test_the_window_ends_for_all_requests_at_its_end() -> None:
    rate = RateLimit(60)
    rate.observe(10, 2, 0)
    rate.started(59)
    check(rate, 59, 0.5, None)
    check(rate, 60, 0, None)
    rate.observe(10, 9, 61)
    check(rate, 61, 0, 0)


def test_a_response_without_the_headers_changes_nothing() -> None:
    rate = RateLimit(60)
    rate.observe(10, 1, 0)
    for limit, remaining in ((None, 9), (9, None), (None, None)):
        rate.observe(limit, remaining, 10)
    check(rate, 10, 50, None)


def test_a_429_before_any_other_response_holds_too() -> None:
    rate = RateLimit(60)
    rate.hold(100, 40)
    rate.hold(70, 40)
    check(rate, 99, 1, 1)
    check(rate, 100, 0, None)
    assert rate.window == 60


def test_a_429_within_the_window_says_nothing_about_its_length() -> None:
    rate = RateLimit(60)
    rate.observe(10, 9, 0)
    rate.hold(60, 5)
    assert rate.window == 60
    rate.observe(10, 9, 100)
    rate.hold(161, 110)
    assert rate.window == 61
    check(rate, 161, 0, None)


def test_a_refill_is_more_than_responses_that_overtake_each_other() -> None:
    for limit, workers, most in ((100, 1, 25), (100, 20, 40), (103, 1, 25)):
        for more, window in ((most, 60), (most + 1, 5)):
            rate = RateLimit(60, workers)
            rate.observe(limit, 30, 1000)
            rate.observe(limit, 20, 1003)
            rate.observe(limit, 20 + more, 1005)
            assert rate.window == window


def test_a_window_is_at_least_a_second_and_never_longer_than_before() -> None:
    rate = RateLimit(60)
    rate.observe(100, 1, 0)
    rate.observe(100, 99, 0.5)
    assert rate.window == 1
    rate.observe(100, 0, 0.75)
    check(rate, 0.75, 0.75)
