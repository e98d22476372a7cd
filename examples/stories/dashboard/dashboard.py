"""Send a campaign to a group and watch its delivery in the terminal: webhooks bring every change of status.

With an account:    SMSCX_API_KEY=... python dashboard.py 4501 --url https://YOUR_HOST/
Without an account: smscx-sandbox run --delivery timed dashboard.py 4501 --plot delivery.png

The URL must lead to --port of this machine, for example through a reverse proxy. `pip install rich matplotlib` installs
what this program needs beside smscx_client.
"""

from __future__ import annotations

import argparse
import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from rich.bar import Bar
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

import smscx_client
from smscx_client import webhooks

#: Each status with its colour, in the order in which a message gets them.
COLOURS = {
    "SCHEDULED": "blue",
    "ACCEPTED": "cyan",
    "SENT": "yellow",
    "DELIVERED": "green",
    "FAILED": "red",
    "REJECTED": "magenta",
    "NO COVERAGE": "magenta",
}
#: The colours that white paper needs instead.
ON_WHITE = {"yellow": "orange", "magenta": "purple"}
FINAL = ("DELIVERED", "FAILED", "REJECTED", "NO COVERAGE")


@dataclass
class Message:
    """The data of one message. A report can arrive before the message itself is known."""

    status: str = "ACCEPTED"
    at: datetime | None = None
    error_code: int | None = None
    country: str = ""
    cost: Decimal = Decimal(0)


class Campaign:
    """The messages of a campaign, from its report and from webhooks. Threads may call all methods at the same time."""

    def __init__(self, name: str, currency: str) -> None:
        self.name = name
        self.currency = currency.upper()
        self.changed = threading.Event()
        self._messages: dict[str, Message] = {}
        self._changes: list[tuple[datetime, str]] = []
        self._lock = threading.Lock()

    def load(self, client: smscx_client.Client, campaign_id: str) -> None:
        """Read the report of the campaign: all messages, and the changes of which no webhook arrived."""
        for row in client.reports.iter_campaign_report(campaign_id):
            with self._lock:
                message = self._messages.setdefault(row.msg_id, Message())
                message.country, message.cost = row.country_iso, Decimal(str(row.cost))
            self._update(row.msg_id, row.status, row.updated_at or row.created_at, row.error_code)

    def report(self, report: webhooks.DeliveryReport) -> None:
        """Take in a delivery report."""
        self._update(report.msg_id, report.status, report.at, report.error_code)

    def _update(self, msg_id: str, status: str, at: datetime | None, error_code: int | None) -> None:
        at = at or datetime.now(timezone.utc)
        with self._lock:
            message = self._messages.setdefault(msg_id, Message())
            if message.at is not None and (status in FINAL, at) <= (message.status in FINAL, message.at):
                return  # reports can arrive in any order
            message.status, message.at, message.error_code = status, at, error_code
            self._changes.append((at, status))
        self.changed.set()

    def messages(self) -> list[Message]:
        """The messages as they are now."""
        with self._lock:
            return list(self._messages.values())

    @property
    def is_finished(self) -> bool:
        """Whether every message has its final status."""
        messages = self.messages()
        return bool(messages) and all(one.status in FINAL for one in messages)

    def curves(self) -> dict[str, list[tuple[float, int]]]:
        """For each status, points of seconds since the first change and number of messages that got this status."""
        with self._lock:
            changes = sorted(self._changes)
        points: dict[str, list[tuple[float, int]]] = {}
        for at, status in changes:
            of_status = points.setdefault(status, [(0.0, 0)])
            of_status.append(((at - changes[0][0]).total_seconds(), of_status[-1][1] + 1))
        return points


def view(campaign: Campaign, elapsed: timedelta) -> RenderableType:
    """The dashboard, for a terminal of 80 columns or more."""
    messages = campaign.messages()
    count = max(1, len(messages))
    by_status = Counter(one.status for one in messages)
    share = by_status["DELIVERED"] / count
    cost = sum((one.cost for one in messages), Decimal(0))
    title = Text.assemble(
        (f"{len(messages):,} messages", "bold"),
        f"   {cost:,.2f} {campaign.currency}   ",
        (f"{share:.1%} delivered", "green"),
    )
    table = Table(box=None, expand=True, padding=(0, 1))
    table.add_column("Status")
    table.add_column("Messages", justify="right")
    table.add_column("Share", justify="right")
    table.add_column("", ratio=1)
    for status, colour in COLOURS.items():
        if number := by_status[status]:
            bar = Bar(count, 0, number, color=colour)
            table.add_row(Text(status, colour), f"{number:,}", f"{number / count:.1%}", bar)
    minutes, seconds = divmod(int(elapsed.total_seconds()), 60)
    heading = f"[bold]{campaign.name}[/bold]"
    return Panel(
        Group(title, "", table, "", _countries(messages)), title=heading, subtitle=f"{minutes:02}:{seconds:02}"
    )


def _countries(messages: list[Message]) -> Table:
    table = Table(box=None, padding=(0, 1))
    table.add_column("Country")
    for heading in ("Messages", "Delivered", "Failed"):
        table.add_column(heading, justify="right")
    table.add_column("Error codes")
    for country, number in Counter(one.country for one in messages).most_common(8):
        here = [one for one in messages if one.country == country]
        statuses = Counter(one.status for one in here)
        codes = Counter(one.error_code for one in here if one.error_code is not None)
        errors = ", ".join(
            f"{code}: {times:,}" for code, times in sorted(codes.items(), key=lambda one: (-one[1], one[0]))[:3]
        )
        table.add_row(country or "?", f"{number:,}", f"{statuses['DELIVERED']:,}", f"{statuses['FAILED']:,}", errors)
    return table


def plot(campaign: Campaign, path: Path) -> None:
    """Draw how many messages had which status after how many seconds."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    curves = campaign.curves()
    end = max((points[-1][0] for points in curves.values()), default=0.0)
    for status, points in sorted(curves.items(), key=lambda one: list(COLOURS).index(one[0])):
        seconds, numbers = zip(*points, (end, points[-1][1]))
        colour = f"tab:{ON_WHITE.get(COLOURS[status], COLOURS[status])}"
        axes.step(seconds, numbers, where="post", label=f"{status} ({points[-1][1]:,})", color=colour)
    axes.set(title=campaign.name, xlabel="seconds since the first change", ylabel="messages that got this status")
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right center")
    figure.savefig(path, dpi=150)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the URL has the token, and the terminal shows the dashboard."""


@contextmanager
def listening(receiver: webhooks.Receiver, port: int) -> Iterator[int]:
    """Receive webhooks on this machine during the block; yields the port. Use a real server for much traffic."""
    with make_server("127.0.0.1", port, receiver.wsgi, handler_class=_Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def watch(campaign: Campaign, console: Console, seconds: float) -> bool:
    """Show the dashboard until all messages have a final status, for this time at most; return whether they have."""
    started = datetime.now(timezone.utc)
    end = started + timedelta(seconds=seconds)
    with Live(console=console, auto_refresh=False) as live:
        while True:
            campaign.changed.clear()
            now = datetime.now(timezone.utc)
            live.update(view(campaign, now - started), refresh=True)
            if campaign.is_finished or now >= end:
                return campaign.is_finished
            campaign.changed.wait(min(1.0, (end - now).total_seconds()))


def main(arguments: list[str] | None = None, console: Console | None = None) -> int:
    options = _options(arguments)
    receiver = webhooks.Receiver(token=secrets.token_urlsafe())
    with smscx_client.Client() as client, listening(receiver, options.port) as port:
        campaign = Campaign(options.name, client.account.get_account_balance().currency)
        receiver.on(webhooks.DeliveryReport)(campaign.report)
        sent = client.sms.send_sms_campaign(
            groups=[options.group],
            from_=options.sender,
            text=options.text,
            dlr_callback_url=receiver.url(options.url or f"http://127.0.0.1:{port}/"),
            no_text_details=True,
        )
        campaign_id = sent.info.campaign_id
        campaign.load(client, campaign_id)
        try:
            is_finished = watch(campaign, console or Console(), options.seconds)
        except KeyboardInterrupt:
            is_finished = False
        if not is_finished:
            campaign.load(client, campaign_id)  # a webhook can be lost
    if options.plot:
        plot(campaign, options.plot)
    return 0 if campaign.is_finished else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", type=int, help="the id of the group to send to")
    parser.add_argument("--name", default="November sale", help="the heading of the dashboard")
    parser.add_argument("--sender", default="MyShop", help="an approved sender name")
    parser.add_argument("--text", default="This Friday we are open until 21:00. Reply STOP to opt out.")
    parser.add_argument("--port", type=int, default=0, help="where to listen for webhooks; 0 for a free port")
    parser.add_argument("--url", help="the public URL of that port")
    parser.add_argument("--seconds", type=float, default=3600, help="how long to watch at most")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="save the curves of the delivery as PNG or SVG")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
