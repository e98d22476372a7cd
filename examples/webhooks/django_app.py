"""Receive delivery reports and replies with Django. One file stands for settings.py, urls.py and wsgi.py of a project.

WEBHOOK_TOKEN=... gunicorn --pythonpath examples/webhooks django_app:application"""

import os
import sqlite3
from contextlib import closing

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.urls import path

from smscx_client import webhooks

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="only for this example")
receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))
urlpatterns = [path("sms/", webhooks.django.view(receiver))]
application = get_wsgi_application()


@receiver.on(webhooks.DeliveryReport)
def delivered(report: webhooks.DeliveryReport) -> None:
    insert("reports (msg_id, status, is_final, at)", report.msg_id, report.status, report.is_final, str(report.at))


@receiver.on(webhooks.InboundSms)
def replied(sms: webhooks.InboundSms) -> None:
    insert("replies (msg_id, sender, text)", sms.msg_id, sms.from_, sms.text)


def insert(table: str, *values: object) -> None:
    with closing(sqlite3.connect("messages.db", timeout=30)) as database, database:
        database.execute(f"CREATE TABLE IF NOT EXISTS {table}")
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


if __name__ == "__main__":
    execute_from_command_line()
