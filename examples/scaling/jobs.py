"""The Celery app: the workers and the program that sends the newsletter both import it.

celery -A jobs worker
"""

import os

from celery import Celery

import smscx_client
from smscx_client.integrations.celery import BatchTasks

REDIS = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")

app = Celery("jobs", broker=REDIS, backend=REDIS)
# How long a batch of a machine that died waits before another machine sends it. Keep it longer than the longest pause.
app.conf.broker_transport_options = {"visibility_timeout": 120}
app.conf.worker_prefetch_multiplier = 1

# Host and key are in the environment: SMSCX_HOST, SMSCX_API_KEY.
batches = BatchTasks(app, smscx_client.Client)
