"""Tests of the dashboard against a sandbox: `pytest examples/stories/dashboard`."""

from __future__ import annotations

import io
import itertools
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from dashboard import COLOURS, Campaign, Message, main, plot, view
from rich.console import Console

import smscx_client
from smscx_client import webhooks
from smscx_client.sandbox import Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox

NUMBERS = {"NL": ["+31612469333", "+31612469334", "+31612469335"], "SE": ["+46701740681", "+46701740682"]}


@pytest.fixture(scope="session")
def smscx_sandbox_settings() -> Settings:
    return Settings(demo=True, delivery="timed")


@pytest.fixture
def client(smscx_sandbox: SmscxSandbox) -> smscx_client.Client:
    in_process = smscx_sandbox.client
    return smscx_client.Client(configuration=in_process.configuration, transport=in_process.rest_client)


@pytest.fixture
def receiver() -> webhooks.Receiver:
    return webhooks.Receiver(token="secret")


@pytest.fixture
def campaign_id(client: smscx_client.Client, receiver: webhooks.Receiver) -> str:
    numbers = [number for of_country in NUMBERS.values() for number in of_country]
    url = receiver.url("http://127.0.0.1:9/")
    sent = client.sms.send_sms(to=numbers, from_="MyShop", text="Hi", dlr_callback_url=url)
    return sent.info.campaign_id


@pytest.fixture
def campaign(client: smscx_client.Client, receiver: webhooks.Receiver, campaign_id: str) -> Campaign:
    campaign = Campaign("November sale", "eur")
    receiver.on(webhooks.DeliveryReport)(campaign.report)
    campaign.load(client, campaign_id)
    return campaign


def shown(campaign: Campaign, width: int = 80) -> list[str]:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(view(campaign, timedelta(seconds=75)))
    return captured.get().splitlines()


def row(lines: list[str], beginning: str) -> list[str]:
    return next(line.strip("│ ").split() for line in lines if line.startswith(f"│  {beginning} "))


def test_the_dashboard_follows_the_webhooks(
    campaign: Campaign, receiver: webhooks.Receiver, smscx_sandbox: SmscxSandbox
) -> None:
    assert row(shown(campaign), "ACCEPTED")[1:3] == ["5", "100.0%"]

    smscx_sandbox.advance(seconds=1)
    smscx_sandbox.deliver_webhooks(receiver.post)
    assert row(shown(campaign), "SENT")[1:3] == ["5", "100.0%"]

    smscx_sandbox.advance(seconds=10)
    assert not campaign.is_finished
    smscx_sandbox.deliver_webhooks(receiver.post)
    lines = shown(campaign)
    assert campaign.is_finished
    assert row(lines, "DELIVERED")[1:3] == ["3", "60.0%"]
    assert row(lines, "FAILED")[1:3] == ["2", "40.0%"]
    assert row(lines, "NL") == ["NL", "3", "3", "0"]
    assert row(lines, "SE") == ["SE", "2", "0", "2", "11:", "1,", "27:", "1"]
    assert not any(line.startswith(("│  SENT", "│  ACCEPTED")) for line in lines)
    assert {len(line) for line in lines} == {80}
    assert "01:15" in lines[-1]


def test_the_report_replaces_lost_webhooks(
    campaign: Campaign, client: smscx_client.Client, campaign_id: str, smscx_sandbox: SmscxSandbox
) -> None:
    smscx_sandbox.advance(seconds=10)
    campaign.load(client, campaign_id)
    assert campaign.is_finished
    assert sum(one.cost for one in campaign.messages()) == Decimal("0.335")


def reports() -> list[webhooks.DeliveryReport]:
    """Of one message; SENT and DELIVERED have the same second."""
    times = {"ACCEPTED": "2026-11-02 10:00:00", "SENT": "2026-11-02 10:00:01", "DELIVERED": "2026-11-02 10:00:01"}
    common = {"msgId": "ceca1c78-7108-4d6a-a0b2-c64a4f567933", "errorCode": None, "statusCode": 1}
    return [
        webhooks.DeliveryReport.from_dict({**common, "status": status, "datetime": time})
        for status, time in times.items()
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_reports_can_arrive_in_any_order(order: tuple[int, ...]) -> None:
    campaign = Campaign("November sale", "eur")
    for number in order:
        campaign.report(reports()[number])
    assert [one.status for one in campaign.messages()] == ["DELIVERED"]


def test_an_empty_campaign_and_a_large_one_fit(campaign: Campaign) -> None:
    empty = Campaign("November sale", "eur")
    assert not empty.is_finished
    assert "0 messages" in shown(empty)[1]
    large = Campaign("November sale", "eur")
    large._messages = {
        str(n): Message(status, None, n % 90, "NL") for n, status in zip(range(250_000), itertools.cycle(COLOURS))
    }
    assert {len(line) for line in shown(large)} == {80}


def test_the_plot_has_the_same_figures(
    campaign: Campaign, receiver: webhooks.Receiver, smscx_sandbox: SmscxSandbox, tmp_path: Path
) -> None:
    for _ in range(12):
        smscx_sandbox.advance(seconds=1)
        smscx_sandbox.deliver_webhooks(receiver.post)
    curves = campaign.curves()
    assert {status: points[-1][1] for status, points in curves.items()} == {
        "ACCEPTED": 5,
        "SENT": 5,
        "DELIVERED": 3,
        "FAILED": 2,
    }
    assert [seconds for seconds, _ in curves["SENT"]][1:] == [1.0] * 5
    plot(campaign, tmp_path / "delivery.svg")
    drawn = (tmp_path / "delivery.svg").read_text(encoding="utf-8")
    assert all(f"<!-- {label} -->" in drawn for label in ("DELIVERED (3)", "FAILED (2)", "November sale"))


def test_the_program_sends_watches_and_plots(
    smscx_sandbox: SmscxSandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SMSCX_HOST", smscx_sandbox.url)
    monkeypatch.setenv("SMSCX_API_KEY", smscx_sandbox.api_key)
    output = io.StringIO()
    target = tmp_path / "delivery.png"
    status = main(["4501", "--seconds", "0", "--plot", str(target)], Console(width=80, file=output))
    assert status == 1  # the clock of the sandbox does not move, so no message gets its final status
    assert "November sale" in output.getvalue()
    assert target.read_bytes().startswith(b"\x89PNG")
    sent = {message.text for message in smscx_sandbox.messages if message.originator == "MyShop"}
    assert "This Friday we are open until 21:00. Reply STOP to opt out." in sent
