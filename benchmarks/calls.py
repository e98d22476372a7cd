"""One small call, and many: the cost that the client adds to a request with almost no content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import smscx_client
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Scale, Side, cpu
from smscx_client.api.account_api import AccountApi
from smscx_client.model.send_sms_message_request import SendSmsMessageRequest

__all__ = ["client_for", "events", "life", "small_get", "small_post"]

_TO = "+31612469333"


def client_for(url: str, **settings: Any) -> smscx_client.ApiClient:
    """A client as a user makes it, for the server at ``url``."""
    return smscx_client.ApiClient(smscx_client.Configuration(host=url, api_key="benchmark", **settings))


def small_get(url: str, scale: Scale) -> Iterator[Contest]:
    client, floor = smscx_client.Client(host=f"{url}/1", api_key="benchmark"), Floor(f"{url}/1")
    yield Contest(
        name="get",
        title="CPU of a small GET (`client.account.get_account_balance()`)",
        floor=Side.calling(floor.balance, scale.calls),
        client=Side.calling(lambda: client.account.get_account_balance().balance, scale.calls),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=scale.calls,
        target=1.10,
        often=5,
    )


def small_post(url: str, scale: Scale) -> Iterator[Contest]:
    client, floor = smscx_client.Client(host=f"{url}/1", api_key="benchmark"), Floor(f"{url}/1")

    def by_hand(send: Callable[[list[str]], dict[str, Any]]) -> Callable[[], Any]:
        def call() -> Any:
            response = send([_TO])
            row = response["data"][0]
            return response["info"]["totalCost"], row["msgId"], row["status"]

        return call

    def by_model() -> Any:
        response = client.sms.send_sms(
            SendSmsMessageRequest(to=[_TO], _from="InfoText", text="Your parcel arrives today.")
        )
        row = response.data[0]
        return response.info.total_cost, row.msg_id, row.status

    def by_keywords() -> Any:
        response = client.sms.send_sms(to=_TO, from_="InfoText", text="Your parcel arrives today.")
        row = response.data[0]
        return response.info.total_cost, row.msg_id, row.status

    common: dict[str, Any] = {"meter": cpu, "unit": "µs", "scale": 1e-6, "per": scale.calls, "often": 5}
    yield Contest(
        name="post",
        title="CPU of a small POST (`client.sms.send_sms(to=..., from_=..., text=...)`, response read)",
        floor=Side.calling(by_hand(floor.send), scale.calls),
        client=Side.calling(by_keywords, scale.calls),
        target=1.20,
        **common,
    )
    yield Contest(
        name="post-model",
        title="... with a request model instead of keywords",
        floor=Side.calling(by_hand(floor.send), scale.calls),
        client=Side.calling(by_model, scale.calls),
        target=1.20,
        **common,
    )
    yield Contest(
        name="post-keyed",
        title="... where both make an idempotency id, as the client always does",
        floor=Side.calling(by_hand(floor.send_keyed), scale.calls),
        client=Side.calling(by_keywords, scale.calls),
        **common,
    )


def events(url: str, scale: Scale) -> Iterator[Contest]:
    """The cost of events. Without a consumer they cost nothing: then the other figures apply."""
    counts: Counter[str] = Counter()

    def count(event: smscx_client.CallEvent) -> None:
        counts[event.kind] += 1

    plain, counted = AccountApi(client_for(f"{url}/1")), AccountApi(client_for(f"{url}/1", on_event=count))
    yield Contest(
        name="events",
        title="CPU of a small GET whose events are counted (`on_event`), against the client without events",
        floor=Side.calling(lambda: plain.get_account_balance().balance, scale.calls),
        client=Side.calling(lambda: counted.get_account_balance().balance, scale.calls),
        meter=cpu,
        unit="µs",
        scale=1e-6,
        per=scale.calls,
        target=1.10,
        often=5,
    )


def life(url: str, scale: Scale) -> Iterator[Figure]:
    """The cost of a client's last calls relative to the floor, compared with its first calls, out of ``scale.life``."""
    account, floor = AccountApi(client_for(f"{url}/1")), Floor(f"{url}/1")
    blocks = min(200, scale.life // 2)
    by_hand, ours = (
        Side.calling(floor.balance, scale.life // blocks),
        Side.calling(account.get_account_balance, scale.life // blocks),
    )
    ratios = []
    for _ in range(blocks + 1):
        theirs = cpu(lambda: by_hand.run(None))
        ratios.append(cpu(lambda: ours.run(None)) / theirs)
    ratios = ratios[1:]  # the first block is the warm-up
    tenth = max(2, blocks // 10)
    yield Figure(
        name="life",
        title=f"{scale.life:,} calls of one client, compared with the floor: the last tenth against the first",
        unit="x",
        target=1.02,
        note="",
        floor=ratios[:tenth],
        client=ratios[-tenth:],
    )
