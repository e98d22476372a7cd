"""A receiver whose second handler kills its own process, as the system may, when it runs for the first time."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from smscx_client import webhooks

__all__ = ["app"]

receiver = webhooks.Receiver(token="token", seen=webhooks.SqliteSeen("seen.db", lease=0.0))
app = receiver.wsgi


def note(name: str, event: webhooks.Event) -> None:
    """Write a line that survives the process."""
    with Path("runs.txt").open("a", encoding="utf-8") as file:
        file.write(f"{name} {event.key}\n")
        file.flush()
        os.fsync(file.fileno())


@receiver.on(webhooks.DeliveryReport)
def first(event: webhooks.DeliveryReport) -> None:
    """Handle the event to the end."""
    note("first", event)


@receiver.on(webhooks.DeliveryReport)
def second(event: webhooks.DeliveryReport) -> None:
    """Handle the event; the first time, kill the process in the middle."""
    note("second begins", event)
    if not Path("killed").exists():
        Path("killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    note("second ends", event)
