"""What a type checker must refuse: an ignore that is not needed is itself an error, for mypy --strict and pyright."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import smscx_client
from smscx_client.models import CustomFieldsObj, SendSmsMessageRequest, SendSmsMessageResponse, Transliteration


def requests() -> None:
    SendSmsMessageRequest(to=["+3161"], _from="InfoText")  # type: ignore[call-arg]
    SendSmsMessageRequest(to="+3161", _from="InfoText", text="Hi")  # type: ignore[arg-type]
    SendSmsMessageRequest(["+3161"], "InfoText", "Hi", "NL")  # type: ignore[call-arg]
    request = SendSmsMessageRequest(["+3161"], "InfoText", "Hi", txt="Hi")  # type: ignore[call-arg]
    request.text = 5  # type: ignore[assignment]
    request.text = None  # type: ignore[assignment]
    Transliteration("POLNISCH")  # type: ignore[arg-type]


def answers(response: SendSmsMessageResponse) -> None:
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
