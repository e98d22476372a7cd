"""Receive delivery reports and replies with FastAPI.

WEBHOOK_TOKEN=... uvicorn --app-dir examples/webhooks fastapi_app:app"""

import os
import sqlite3
from contextlib import closing

from fastapi import FastAPI

from smscx_client import webhooks

receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))
app = FastAPI()
app.mount("/sms", receiver.asgi)  # https://HOST/sms/?token=..., as receiver.url("https://HOST/sms") makes it


def query(sql: str, *values: object) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect("messages.db", timeout=30)) as database, database:
        database.execute("CREATE TABLE IF NOT EXISTS reports (msg_id, status, is_final, at)")
        database.execute("CREATE TABLE IF NOT EXISTS replies (msg_id, sender, text)")
        return database.execute(sql, values).fetchall()


@receiver.on(webhooks.DeliveryReport)
def delivered(report: webhooks.DeliveryReport) -> None:
    query("INSERT INTO reports VALUES (?, ?, ?, ?)", report.msg_id, report.status, report.is_final, str(report.at))


@receiver.on(webhooks.InboundSms)
async def replied(sms: webhooks.InboundSms) -> None:
    query("INSERT INTO replies VALUES (?, ?, ?)", sms.msg_id, sms.from_, sms.text)


@app.get("/status/{msg_id}")
def status(msg_id: str) -> list[tuple[str, ...]]:
    return query("SELECT status FROM reports WHERE msg_id = ? ORDER BY is_final DESC, at DESC LIMIT 1", msg_id)
