"""Sends one text to all recipients, through the workers: python newsletter.py [RECIPIENTS]. Run it again to resume."""

import sys

from jobs import batches

import smscx_client
from smscx_client import bulk

count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
recipients = (f"+316{20_000_000 + number}" for number in range(count))

with smscx_client.Client() as client:
    result = bulk.send_sms(
        client,
        recipients,
        name="newsletter",
        journal="newsletter.db",
        batch_size=5_000,
        workers=6,  # batches in the queue at a time
        pool=batches.pool(patience=30),
        from_="InfoText",
        text="Sale until Friday!",
    )
print(dict(result.counts), result.cost)
