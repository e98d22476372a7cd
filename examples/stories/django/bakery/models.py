# Django brings no types:
# pyright: reportArgumentType=false
import uuid

from django.db import models


class Member(models.Model):
    """Somebody whose phone number is confirmed."""

    phone_number = models.CharField(max_length=20, unique=True)


class Order(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    track_data = models.UUIDField(default=uuid.uuid4, unique=True)
    """Goes to the API with the SMS, and comes back in its delivery reports."""
    sms_status = models.CharField(max_length=20, blank=True)
    """The last status of the SMS about this order, such as DELIVERED."""
    sms_final = models.BooleanField(default=False)


class Reply(models.Model):
    phone_number = models.CharField(max_length=20)
    text = models.TextField()
