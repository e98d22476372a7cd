"""Callbacks of the API: parsed into typed events, and received once each, in any web framework.

    receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))

    @receiver.on(webhooks.DeliveryReport)
    def delivered(report): ...

    app.mount("/sms", receiver.asgi)

events.py      the event classes and :func:`parse`, for bodies that you receive in your own way
receiver.py    :class:`Receiver`: checks the token, runs each handler once per event, says what to reply
seen.py        stores that remember which events were handled
replies.py     what the receiver and its adapters share
asgi.py, wsgi.py, django.py   the receiver behind a web server; Django is imported only when it is used
"""

from __future__ import annotations

from smscx_client.webhooks import django
from smscx_client.webhooks.events import (
    AttachmentHit,
    DeliveryReport,
    Event,
    InboundSms,
    InboundViber,
    InboundWhatsapp,
    NewOptout,
    NumberLookup,
    OtpUpdate,
    ShortlinkHit,
    UnknownEvent,
    WebhookError,
    parse,
)
from smscx_client.webhooks.receiver import Receiver
from smscx_client.webhooks.replies import Reply
from smscx_client.webhooks.seen import CacheSeen, CallableSeen, Claim, MemorySeen, RedisSeen, Seen, SqliteSeen

__all__ = [
    "parse",
    "WebhookError",
    # Events
    "Event",
    "AttachmentHit",
    "DeliveryReport",
    "InboundSms",
    "InboundViber",
    "InboundWhatsapp",
    "NewOptout",
    "NumberLookup",
    "OtpUpdate",
    "ShortlinkHit",
    "UnknownEvent",
    # Receiving
    "Receiver",
    "Reply",
    "django",
    # Stores
    "Seen",
    "Claim",
    "CacheSeen",
    "CallableSeen",
    "MemorySeen",
    "RedisSeen",
    "SqliteSeen",
]
