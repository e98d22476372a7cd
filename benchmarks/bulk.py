"""Many recipients: a request and a response of 25,000 rows, the cost of reading them, their memory, growth of cost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from benchmarks import canned, floor
from benchmarks.calls import client_for
from benchmarks.harness import (
    LINUX,
    Contest,
    Scale,
    Side,
    cpu,
    held,
    highest_resident,
    in_fresh_process,
    peak,
    reported,
)
from smscx_client.api.sms_api import SmsApi
from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
from smscx_client.model.send_sms_message_response import SendSmsMessageResponse

__all__ = ["growth", "memory", "read_rows", "reading", "sending"]


#: Leaves the texts out of the response, as the API's guide advises for long lists of recipients.
_BRIEF = {"noTextDetails": True}


def _by_hand(url: str, count: int, **more: Any) -> Callable[[], dict[str, Any]]:
    to, pool = canned.numbers(count), floor.Floor(f"{url}/{count}")
    return lambda: pool.send(to, **more)


def _ours(url: str, count: int, **more: Any) -> Callable[[], SendSmsMessageResponse]:
    client, to = client_for(f"{url}/{count}"), canned.numbers(count)
    sms = SmsApi(client)
    if count > 25_000:  # more than the API accepts
        client.configuration.disabled_client_side_validations = "maxItems"
        more["_configuration"] = client.configuration
    return lambda: sms.send_sms(
        SendSmsMessageRequest(to=to, _from="InfoText", text="Your parcel arrives today.", **more)
    )


def sending(url: str, scale: Scale) -> Iterator[Contest]:
    by_hand, ours = _by_hand(url, scale.rows), _ours(url, scale.rows)
    yield Contest(
        name="bulk",
        title=f"{scale.rows:,} recipients: request model, validation, send, response parsed, info read",
        floor=Side.calling(lambda: by_hand()["info"]["totalCost"]),
        client=Side.calling(lambda: ours().info.total_cost),
        meter=cpu,
        unit="ms",
        scale=1e-3,
        target=1.10,
        often=2,
    )


def growth(url: str, scale: Scale) -> Iterator[Contest]:
    """The cost of one recipient in requests of very different size; the API accepts up to 25,000 recipients.

    Without texts, so that the largest response stays below the client's limit of 256 MiB.
    """
    for count in scale.growth:
        yield _of_size(url, count, max(1, min(scale.calls, 2_000 // count)))


def _of_size(url: str, count: int, times: int) -> Contest:
    by_hand, ours = _by_hand(url, count, **_BRIEF), _ours(url, count, **_BRIEF)
    return Contest(
        name=f"growth-{count}",
        title=f"CPU per recipient, {count:,} in one request",
        floor=Side.calling(lambda: by_hand()["info"]["totalCost"], times),
        client=Side.calling(lambda: ours().info.total_cost, times),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=count * times,
        often=2 if count < 100_000 else 1,
    )


def read_rows(rows: Iterable[Any]) -> tuple[Any, ...]:
    """Read the same fields as floor.read_rows, from models."""
    last: tuple[Any, ...] = ()
    for row in rows:
        last = (row.msg_id, row.status, row.cost, row.created_at, row.text_analysis.parts)
    return last


#: Hand-written ways to make the date: name of the figure, reader, and the expression for the date.
_READERS = (
    ("read", floor.read_rows, 'datetime.fromisoformat(text + "+00:00")'),
    ("read-replace", floor.read_rows_replacing, "datetime.fromisoformat(text).replace(tzinfo=timezone.utc)"),
    ("read-naive", floor.read_rows_naive, "datetime.fromisoformat(text)"),
)


def reading(url: str, scale: Scale) -> Iterator[Contest]:
    text = canned.sent(scale.rows, True)
    what = f"Reading five fields of each of {scale.rows:,} rows, one a date, one nested; hand-written date:"
    for name, by_hand, date in _READERS:
        yield Contest(
            name=name,
            title=f"{what if name == 'read' else '... hand-written date:'} `{date}`",
            floor=Side(partial(_read_by_hand, by_hand), lambda: json.loads(text)),
            client=Side(lambda response: read_rows(response.data), lambda: SendSmsMessageResponse.from_json(text)),
            meter=cpu,
            unit="ms",
            scale=1e-3,
            target={"read": 3.0, "read-replace": 1.2}.get(name),
            same=name != "read-naive",
            often=2,
        )


def _read_by_hand(read: Callable[[list[dict[str, Any]]], Any], response: dict[str, Any]) -> Any:
    return read(response["data"])


def _held_by_hand(call: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    response = call()
    floor.read_rows(response["data"])
    return response


def _held(call: Callable[[], SendSmsMessageResponse]) -> SendSmsMessageResponse:
    response = call()
    read_rows(response.data)
    return response


def memory(url: str, scale: Scale) -> Iterator[Contest]:
    by_hand, ours = _by_hand(url, scale.rows), _ours(url, scale.rows)
    common: dict[str, Any] = {"unit": "MB", "scale": 1e6, "same": False, "often": 0.5}
    for meter, what in ((peak, "Peak memory of"), (held, "Memory after")):
        yield Contest(
            name="memory" if meter is peak else "memory-held",
            title=f"{what} that call: {scale.rows:,} rows sent, response held and read (tracemalloc)",
            floor=Side.calling(lambda: _held_by_hand(by_hand)),
            client=Side.calling(lambda: _held(ours)),
            meter=meter,
            target=1.2,
            **common,
        )
    if LINUX:
        yield Contest(
            name="memory-rss",
            title="... its peak as the largest resident size of a new process, minus that after one small call",
            floor=Side.calling(lambda: in_fresh_process(resident, url, scale.rows, "floor")),
            client=Side.calling(lambda: in_fresh_process(resident, url, scale.rows, "client")),
            meter=reported,
            **common,
        )


def resident(url: str, rows: int, side: str) -> float:
    """Bytes by which the largest resident size of this process grows while it sends to ``rows`` recipients."""
    make: Any = {"floor": _by_hand, "client": _ours}[side]
    hold: Any = {"floor": _held_by_hand, "client": _held}[side]
    hold(make(url, 1))
    call = make(url, rows)
    before = highest_resident()
    kept = hold(call)
    after = highest_resident()
    del kept
    return after - before
