"""Code that a type checker must refuse: mypy --strict and pyright report each unused ignore."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import smscx_client
from smscx_client import Client, bulk
from smscx_client.models import CustomFieldsObj, SendSmsMessageRequest, SendSmsMessageResponse, Transliteration
from smscx_client.types import SendSmsMessageRequestDict


def clients() -> None:
    smscx_client.Client(api_kye="key")  # type: ignore[call-arg]
    smscx_client.Client(smscx_client.Configuration())  # type: ignore[arg-type]
    client = smscx_client.Client("key")
    client.send_sms  # type: ignore[attr-defined] # noqa: B018
    client.with_options(host="https://127.0.0.1")  # type: ignore[call-arg]
    client.with_options(timeout="5")  # type: ignore[arg-type]
    client.account.get_account_balance(timeout=5)  # type: ignore[call-arg]
    client.account.get_account_balance(_return_http_data_only=False)  # type: ignore[call-arg]


def keywords(client: smscx_client.Client) -> None:
    send = client.sms.send_sms
    send()  # type: ignore[call-overload]
    send(to="+3161", from_="InfoText")  # type: ignore[call-overload]
    send(to="+3161", from_="InfoText", text="Hi", sender="Me")  # type: ignore[call-overload]
    send(to="+3161", from_="InfoText", text=None)  # type: ignore[call-overload]
    send(to=31, from_="InfoText", text="Hi")  # type: ignore[call-overload]
    send(to="+3161", from_="InfoText", text="Hi", transliteration={"alphabet": "KLINGON"})  # type: ignore[call-overload]
    send({"to": "+3161", "from_": "InfoText"})  # type: ignore[call-overload]
    send({"to": "+3161", "from": "InfoText", "text": 5})  # type: ignore[call-overload]
    smscx_client.with_response(send, to="+3161", from_="InfoText", txt="Hi")  # type: ignore[call-overload]
    wrong: SendSmsMessageRequestDict = {"to": "+3161", "from": "InfoText", "text": "Hi"}  # type: ignore[typeddict-item]
    send(wrong)
    client.reports.get_summary_reports("colour")  # type: ignore[call-overload]


def requests() -> None:
    SendSmsMessageRequest(to=["+3161"], _from="InfoText")  # type: ignore[call-overload]
    SendSmsMessageRequest(to="+3161", _from="InfoText", text="Hi")  # type: ignore[call-overload]
    SendSmsMessageRequest(["+3161"], "InfoText", "Hi", "NL")  # type: ignore[call-overload]
    SendSmsMessageRequest(["+3161"], "InfoText", "Hi", txt="Hi")  # type: ignore[call-overload]
    request = SendSmsMessageRequest(["+3161"], "InfoText", "Hi")
    request.text = 5  # type: ignore[assignment]
    request.text = None  # type: ignore[assignment]
    request.from_ = 5  # type: ignore[assignment]
    Transliteration("POLNISCH")  # type: ignore[arg-type]


def jobs(client: Client) -> None:
    bulk.send_sms(client, [], name="n", journal="n.db", from_="Me")  # type: ignore[call-arg]
    bulk.send_sms(client, [], name="n", journal="n.db", from_="Me", text="Hi", worker=2)  # type: ignore[call-arg]
    bulk.send_sms(client, [], name="n", journal="n.db", from_="Me", text=5)  # type: ignore[arg-type]
    bulk.send_viber(client, [], name="n", journal="n.db", from_="Me", template_id=1, to=[])  # type: ignore[call-arg]
    bulk.validate_numbers(client, [], name="n", journal="n.db", workers="2")  # type: ignore[arg-type]
    bulk.resume(client, "n.db", text="Hi")  # type: ignore[call-arg]


def responses(response: SendSmsMessageResponse) -> None:
    response.info.total_costs  # type: ignore[attr-defined] # noqa: B018
    response.data[0].created_at + "x"  # type: ignore[operator]


def maps() -> None:
    CustomFieldsObj({"height": 178})  # type: ignore[dict-item]
    CustomFieldsObj({"height": "1.78m"})["height"] + 1  # type: ignore[operator]


def events(event: smscx_client.CallEvent) -> None:
    event.status = 200  # type: ignore[misc]
    event.statuses  # type: ignore[attr-defined] # noqa: B018
    smscx_client.Configuration(on_event="print")  # type: ignore[arg-type]
    smscx_client.Configuration(on_event=lambda: None)  # type: ignore[arg-type,misc]
