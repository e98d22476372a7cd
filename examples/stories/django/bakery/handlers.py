"""What the project does with callbacks of the API. Each handler runs once per event, in a transaction."""
# Django brings no types:
# pyright: reportAttributeAccessIssue=false, reportArgumentType=false

from typing import Any

from django.dispatch import receiver

from smscx_client import webhooks
from smscx_client.integrations.django import event_received

from .models import Order, Reply


@receiver(event_received, sender=webhooks.DeliveryReport)
def delivered(event: webhooks.DeliveryReport, **_: Any) -> None:
    # Reports can arrive in any order: one that is not final never replaces one that is.
    orders = Order.objects.filter(track_data=event.track_data, sms_final=False)
    orders.update(sms_status=event.status, sms_final=event.is_final)


@receiver(event_received, sender=webhooks.InboundSms)
def replied(event: webhooks.InboundSms, **_: Any) -> None:
    Reply.objects.create(phone_number=event.from_, text=event.text)
