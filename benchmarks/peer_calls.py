"""Small calls of other SDKs, run by the interpreter of their environment.

``python -I peer_calls.py NAME URL ROWS`` reads lines such as ``get 100`` and prints for each the processor time, in
seconds, of 100 such calls. ``async`` is 50 calls at the same time, ``pages`` a list of 1,000 rows. The clients are made
as their documentation shows, with another base URL and no retries. This file imports nothing of ours: ``smscx_client``
is the published one, except for the peer ``this client``, which runs where the benchmarks run.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from typing import Any

__all__ = ["IN_FLIGHT"]

Calls = dict[str, Callable[[], Any]]
#: Calls at the same time of an async client.
IN_FLIGHT = 50
_TEXT = "Your parcel arrives today."


def _at_once(make: Callable[[], Any]) -> Callable[[], Any]:
    """Make an async client in an event loop, and return the function that makes many calls with it.

    ``make`` returns the function of one call.
    """
    loop = asyncio.new_event_loop()

    async def made() -> Any:
        return make()

    call = loop.run_until_complete(made())

    async def many() -> Any:
        return await asyncio.gather(*(call() for _ in range(IN_FLIGHT)))

    return lambda: loop.run_until_complete(many())


def _this(url: str, _: int) -> Calls:
    import smscx_client

    client = smscx_client.Client(host=f"{url}/1", api_key="benchmark", max_retries=0)
    lists = smscx_client.Client(host=f"{url}/1000", api_key="benchmark", max_retries=0)

    def read(response: Any) -> Any:
        row = response.data[0]
        return response.info.total_cost, row.msg_id, row.status

    def asynchronous() -> Any:
        client = smscx_client.AsyncClient(
            host=f"{url}/1", api_key="benchmark", max_retries=0, max_concurrency=IN_FLIGHT
        )

        async def call() -> Any:
            return read(await client.sms.send_sms(to="+31612469333", from_="InfoText", text=_TEXT))

        return call

    def pages() -> Any:
        for row in lists.reports.iter_campaign_report("6f6ad855-e542-411e-b316-caa909a1ccda", page_size=100):
            last = row.msg_id, row.status, row.cost
        return last

    return {
        "get": lambda: client.account.get_account_balance().balance,
        "post": lambda: read(client.sms.send_sms(to="+31612469333", from_="InfoText", text=_TEXT)),
        "async": _at_once(asynchronous),
        "pages": pages,
    }


def _published(url: str, rows: int) -> Calls:
    import smscx_client
    from smscx_client.api import account_api, sms_api
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest

    def client(count: int) -> Any:
        return smscx_client.ApiClient(smscx_client.Configuration(host=f"{url}/{count}", api_key="benchmark"))

    def message(to: list[str]) -> Any:
        return SendSmsMessageRequest(to=to, _from="InfoText", text=_TEXT)

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
        response = client.messages.create(to="+31612469333", from_="InfoText", body=_TEXT)
        return response.sid, response.status, response.price

    def asynchronous() -> Any:
        from twilio.http.async_http_client import AsyncTwilioHttpClient

        client = Client("AC" + 32 * "0", "benchmark", http_client=AsyncTwilioHttpClient())
        client.api.base_url = url

        async def call() -> Any:
            response = await client.messages.create_async(to="+31612469333", from_="InfoText", body=_TEXT)
            return response.sid, response.status, response.price

        return call

    def pages() -> Any:
        for row in client.messages.stream(page_size=100):
            last = row.sid, row.status, row.price
        return last

    return {
        "get": lambda: client.balance.fetch().balance,
        "post": post,
        "async": _at_once(asynchronous),
        "pages": pages,
    }


def _stripe(url: str, _: int) -> Calls:
    import stripe

    client = stripe.StripeClient("sk_test_benchmark", base_addresses={"api": url}, max_network_retries=0)

    def post() -> Any:
        response = client.v1.customers.create(params={"name": "Ada Lovelace", "email": "ada@example.com"})
        return response.id, response.name, response.created

    def asynchronous() -> Any:
        client = stripe.StripeClient("sk_test_benchmark", base_addresses={"api": url}, max_network_retries=0)

        async def call() -> Any:
            params = {"name": "Ada Lovelace", "email": "ada@example.com"}
            response = await client.v1.customers.create_async(params=params)
            return response.id, response.name, response.created

        return call

    def pages() -> Any:
        for row in client.v1.customers.list(params={"limit": 100}).auto_paging_iter():
            last = row.id, row.name, row.created
        return last

    return {
        "get": lambda: client.v1.balance.retrieve().available[0].amount,
        "post": post,
        "async": _at_once(asynchronous),
        "pages": pages,
    }


def _openai(url: str, _: int) -> Calls:
    from openai import AsyncOpenAI, OpenAI

    client = OpenAI(api_key="benchmark", base_url=f"{url}/v1", max_retries=0)

    def post() -> Any:
        response = client.chat.completions.create(
            model="gpt-4o-mini", messages=[{"role": "user", "content": "Say hello."}], max_tokens=10
        )
        return response.id, response.choices[0].message.content, response.created

    def asynchronous() -> Any:
        client = AsyncOpenAI(api_key="benchmark", base_url=f"{url}/v1", max_retries=0)

        async def call() -> Any:
            response = await client.chat.completions.create(
                model="gpt-4o-mini", messages=[{"role": "user", "content": "Say hello."}], max_tokens=10
            )
            return response.id, response.choices[0].message.content, response.created

        return call

    return {
        "get": lambda: client.models.retrieve("gpt-4o-mini").owned_by,
        "post": post,
        "async": _at_once(asynchronous),
    }


def _slack(url: str, _: int) -> Calls:
    from slack_sdk import WebClient
    from slack_sdk.web.async_client import AsyncWebClient

    client = WebClient(token="xoxb-benchmark", base_url=f"{url}/api/", retry_handlers=[])

    def read(response: Any) -> Any:
        return response["ts"], response["channel"], response["message"]["text"]

    def asynchronous() -> Any:
        import aiohttp

        client = AsyncWebClient(
            token="xoxb-benchmark", base_url=f"{url}/api/", retry_handlers=[], session=aiohttp.ClientSession()
        )

        async def call() -> Any:
            return read(await client.chat_postMessage(channel="C123456", text=_TEXT))

        return call

    def pages() -> Any:
        for page in client.conversations_list(limit=100):
            for row in page["channels"]:
                last = row["id"], row["name"], row["num_members"]
        return last

    return {
        "get": lambda: client.auth_test()["user"],
        "post": lambda: read(client.chat_postMessage(channel="C123456", text=_TEXT)),
        "async": _at_once(asynchronous),
        "pages": pages,
    }


_SDKS = {
    "this client": _this,
    "smscx-client": _published,
    "twilio": _twilio,
    "stripe": _stripe,
    "openai": _openai,
    "slack_sdk": _slack,
}


def main() -> None:
    name, url, rows = sys.argv[1:]
    calls = _SDKS[name](url, int(rows))
    for line in sys.stdin:
        call, times = line.split()
        started = time.process_time()
        for _ in range(int(times)):
            calls[call]()
        print(time.process_time() - started, flush=True)
    os._exit(0)  # without the warnings of async clients that are still open


if __name__ == "__main__":
    main()
