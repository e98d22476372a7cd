"""Small calls of other SDKs, run by the interpreter of their own environment.

``python -I peer_calls.py NAME URL ROWS`` reads lines such as ``get 100`` and prints for each the processor time, in
seconds, of 100 such calls. The clients are made as their documentation shows, with another base URL and no
retries. This file imports nothing of ours: ``smscx_client`` here is the published one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

__all__: list[str] = []

Calls = dict[str, Callable[[], Any]]


def _published(url: str, rows: int) -> Calls:
    import smscx_client
    from smscx_client.api import account_api, sms_api
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest

    def client(count: int) -> Any:
        return smscx_client.ApiClient(smscx_client.Configuration(host=f"{url}/{count}", api_key="benchmark"))

    def message(to: list[str]) -> Any:
        return SendSmsMessageRequest(to=to, _from="InfoText", text="Your parcel arrives today.")

    account, one, many = account_api.AccountApi(client(1)), sms_api.SmsApi(client(1)), sms_api.SmsApi(client(rows))
    to = [f"+316{i:08d}" for i in range(rows)]

    def post() -> Any:
        response = one.send_sms(message(["+31612469333"]))
        row = response.data[0]
        return response.info.total_cost, row.msg_id, row.status

    return {
        "get": lambda: account.get_account_balance().balance,
        "post": post,
        "bulk": lambda: many.send_sms(message(to)).info.total_cost,
    }


def _twilio(url: str, _: int) -> Calls:
    from twilio.rest import Client

    client = Client("AC" + 32 * "0", "benchmark")
    client.api.base_url = url

    def post() -> Any:
        response = client.messages.create(to="+31612469333", from_="InfoText", body="Your parcel arrives today.")
        return response.sid, response.status, response.price

    return {"get": lambda: client.balance.fetch().balance, "post": post}


def _stripe(url: str, _: int) -> Calls:
    import stripe

    client = stripe.StripeClient("sk_test_benchmark", base_addresses={"api": url}, max_network_retries=0)

    def post() -> Any:
        response = client.v1.customers.create(params={"name": "Ada Lovelace", "email": "ada@example.com"})
        return response.id, response.name, response.created

    return {"get": lambda: client.v1.balance.retrieve().available[0].amount, "post": post}


def _openai(url: str, _: int) -> Calls:
    from openai import OpenAI

    client = OpenAI(api_key="benchmark", base_url=f"{url}/v1", max_retries=0)

    def post() -> Any:
        response = client.chat.completions.create(
            model="gpt-4o-mini", messages=[{"role": "user", "content": "Say hello."}], max_tokens=10
        )
        return response.id, response.choices[0].message.content, response.created

    return {"get": lambda: client.models.retrieve("gpt-4o-mini").owned_by, "post": post}


_SDKS = {"smscx-client": _published, "twilio": _twilio, "stripe": _stripe, "openai": _openai}


def main() -> None:
    name, url, rows = sys.argv[1:]
    calls = _SDKS[name](url, int(rows))
    for line in sys.stdin:
        call, times = line.split()
        started = time.process_time()
        for _ in range(int(times)):
            calls[call]()
        print(time.process_time() - started, flush=True)


if __name__ == "__main__":
    main()
