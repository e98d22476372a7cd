"""Parsing callbacks: ``webhooks.parse`` and reading the events, against ``json.loads`` and reading dicts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any

from benchmarks.harness import Contest, Scale, Side, cpu
from smscx_client import webhooks

__all__ = ["parsing"]

_MOST = 200  # events of a callback, as the API sends them


def _body(count: int) -> bytes:
    events = [
        {
            "campaignId": "6f6ad855-e542-411e-b316-caa909a1ccda",
            "msgId": f"{number:08x}-7108-4d6a-a0b2-c64a4f567933",
            "statusCode": 4,
            "status": "DELIVERED",
            "errorCode": None,
            "datetime": f"2026-11-02 10:{number % 60:02}:05",
            "trackData": None,
        }
        for number in range(count)
    ]
    return json.dumps({"event": "dlr_update", "data": events}).encode()


def _by_hand(body: bytes) -> Any:
    for event in json.loads(body)["data"]:
        last = event["campaignId"], event["msgId"], event["status"], event["errorCode"]
    return last


def _ours(body: bytes) -> Any:
    for event in webhooks.parse(body):
        assert type(event) is webhooks.DeliveryReport
        last = event.campaign_id, event.msg_id, event.status, event.error_code
    return last


def _dated_by_hand(body: bytes) -> Any:
    for event in json.loads(body)["data"]:
        last = event["msgId"], event["status"], datetime.fromisoformat(event["datetime"]).replace(tzinfo=timezone.utc)
    return last


def _dated_fast_by_hand(body: bytes) -> Any:
    for event in json.loads(body)["data"]:
        last = event["msgId"], event["status"], datetime.fromisoformat(event["datetime"] + "+00:00")
    return last


def _dated(body: bytes) -> Any:
    for event in webhooks.parse(body):
        assert type(event) is webhooks.DeliveryReport
        last = event.msg_id, event.status, event.datetime
    return last


def parsing(_: str, scale: Scale) -> Iterator[Contest]:
    many, one = _body(_MOST), _body(1)
    for name, title, by_hand, ours, body, target in (
        ("webhooks", f"`webhooks.parse`: {_MOST} events, four fields of each read", _by_hand, _ours, many, 1.5),
        (
            "webhooks-date",
            "... two fields and the date, as an aware datetime; by hand: `datetime.fromisoformat(text).replace(...)`",
            _dated_by_hand,
            _dated,
            many,
            None,
        ),
        (
            "webhooks-date-fastest",
            '... the same; by hand: `datetime.fromisoformat(text + "+00:00")`',
            _dated_fast_by_hand,
            _dated,
            many,
            None,
        ),
        ("webhooks-one", "... one event, four fields", _by_hand, _ours, one, None),
    ):
        yield _contest(name, title, by_hand, ours, body, target, scale.calls * (50 if body is one else 1))


def _contest(
    name: str,
    title: str,
    by_hand: Callable[[bytes], Any],
    ours: Callable[[bytes], Any],
    body: bytes,
    target: float | None,
    times: int,
) -> Contest:
    return Contest(
        name=name,
        title=title,
        floor=Side.calling(lambda: by_hand(body), times),
        client=Side.calling(lambda: ours(body), times),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=times,
        target=target,
        often=3,
    )
