"""The example programs, each behind a real server on 127.0.0.1, end with the data that the sandbox has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from test.webhooks import storm

COUNT = 10_000 if os.environ.get("SMSCX_LONG_TESTS") else 150
"""Deliveries of the sandbox; each server gets 2.5 times as many posts."""


@pytest.fixture(scope="module")
def truth() -> storm.Truth:
    return storm.truth(COUNT)


@pytest.mark.parametrize("name", storm.SERVERS)
def test_every_event_is_handled_once_under_all_conditions(name: str, truth: storm.Truth, tmp_path: Path) -> None:
    made = storm.posts(truth.bodies)
    result = storm.storm(name, made, tmp_path)
    storm.check(result, truth)
    assert result.statuses["good", 200] > COUNT
    for kind in storm.REPLIES:
        assert sum(count for (other, _), count in result.statuses.items() if other == kind) > COUNT // 50
    assert result.statuses["forged", 401] > sum(result.statuses.values()) // 4
    assert result.statuses["good", storm.DOWN] > 0


@pytest.mark.parametrize("example", sorted(storm.EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_examples_are_short(example: Path) -> None:
    assert len(example.read_text(encoding="utf-8").splitlines()) < 40


def test_there_is_an_example_for_each_framework() -> None:
    assert len(list(storm.EXAMPLES.glob("*.py"))) == 3
