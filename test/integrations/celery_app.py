"""The Celery app of the tests. Workers and tests import it. Its settings are in the environment."""

from __future__ import annotations

import os

from celery import Celery

from smscx_client import Client, Configuration, webhooks
from smscx_client.integrations.celery import BatchTasks, enqueue_events

__all__ = ["app", "batches", "handle_event", "receiver"]

REDIS = os.environ["TEST_REDIS"]
app = Celery("test", broker=REDIS, backend=REDIS)
app.conf.update(
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    # A killed worker's tasks go to another one soon; by default that takes an hour.
    broker_transport_options={"visibility_timeout": 2, "unacked_restore_interval": 1, "unacked_restore_throttle": 1},
)


def client() -> Client:
    """A client whose requests name the worker and its process."""
    made = Client(configuration=Configuration(host=os.environ["TEST_SANDBOX"], api_key="sandbox-key"))
    return made.with_options(headers={"X-Worker": f"{os.environ.get('TEST_WORKER', 'test')} {os.getpid()}"})


batches = BatchTasks(app, client, rate_window=2.0)
receiver = webhooks.Receiver(token="token", seen=batches._redis)
handle_event = enqueue_events(app, receiver)


@receiver.on(webhooks.DeliveryReport)
def delivered(event: webhooks.DeliveryReport) -> None:
    """Count how often each event is handled. The first time, it fails."""
    assert batches._redis is not None
    tries = batches._redis.hincrby("tries", event.key, 1)
    if tries == 1:
        raise RuntimeError("the database is down")
    batches._redis.hincrby("handled", event.key, 1)
