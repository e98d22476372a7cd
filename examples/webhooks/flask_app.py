"""Receive delivery reports and replies with Flask.

WEBHOOK_TOKEN=... PYTHONPATH=examples/webhooks waitress-serve --listen 127.0.0.1:8000 flask_app:app"""

import os
import sqlite3
from contextlib import closing

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from smscx_client import webhooks

receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))
app = Flask(__name__)
app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/sms": receiver.wsgi})  # type: ignore[method-assign]


def query(sql: str, *values: object) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect("messages.db", timeout=30)) as database, database:
        database.execute("CREATE TABLE IF NOT EXISTS reports (msg_id, status, is_final, at)")
        database.execute("CREATE TABLE IF NOT EXISTS replies (msg_id, sender, text)")
        return database.execute(sql, values).fetchall()


@receiver.on(webhooks.DeliveryReport)
def delivered(report: webhooks.DeliveryReport) -> None:
    query("INSERT INTO reports VALUES (?, ?, ?, ?)", report.msg_id, report.status, report.is_final, str(report.at))


@receiver.on(webhooks.InboundSms)
def replied(sms: webhooks.InboundSms) -> None:
    query("INSERT INTO replies VALUES (?, ?, ?)", sms.msg_id, sms.from_, sms.text)


@app.get("/status/<msg_id>")
def status(msg_id: str) -> list[tuple[str, ...]]:
    return query("SELECT status FROM reports WHERE msg_id = ? ORDER BY is_final DESC, at DESC LIMIT 1", msg_id)
