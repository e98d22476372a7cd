"""Common slips, each with an error message that says what to write instead."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

import smscx_client
from smscx_client import ApiClient, ApiTypeError, Client, Configuration
from smscx_client.apis import SmsApi
from smscx_client.models import SendSmsMessageRequest

RIGHT = {"to": "+31612469333", "from_": "InfoText", "text": "Hi"}


def sends(instead: str, **slip: Any) -> Callable[[Client], object]:
    """Send an SMS with ``slip`` instead of the keyword ``instead``."""
    return lambda client: client.sms.send_sms(**{**{k: v for k, v in RIGHT.items() if k != instead}, **slip})


SLIPS: dict[str, tuple[Callable[[Client], object], str]] = {
    "sender": (sends("from_", sender="Me"), "no argument or option `sender`, did you mean `from_`"),
    "body": (sends("text", body="Hi"), "no argument or option `body`, did you mean `text`"),
    "message": (sends("text", message="Hi"), "no argument or option `message`, did you mean `text`"),
    "phone": (sends("to", phone="+31"), "no argument or option `phone`, did you mean `to`"),
    "number": (sends("to", number="+31"), "no argument or option `number`, did you mean `to`"),
    "wire name": (sends("", countryIso="NL"), "`countryIso`, did you mean `country_iso`"),
    "timeout": (sends("", timeout=5), "`timeout`, did you mean `_request_timeout`"),
    "text None": (sends("text", text=None), "^text: must be a str, not None"),
    "to of an OTP": (lambda client: client.otp.new_otp(to="+31"), "`to`, did you mean `phone_number`"),  # type: ignore[call-overload]
    "path of an export": (
        lambda client: client.reports.export_advanced_report_to_csv(period="2026", path="report.csv"),  # type: ignore[call-overload]
        "no argument or option `path`, did you mean `save_to`",
    ),
    "in a dict": (
        lambda client: client.sms.send_sms({"to": "+31", "sender": "Me", "text": "Hi"}),  # type: ignore[call-overload]
        "SendSmsMessageRequest has no field `sender`, did you mean `from_`",
    ),
    "in a model": (
        lambda client: SendSmsMessageRequest(to=["+31"], sender="Me", text="Hi"),  # type: ignore[call-overload]
        "SendSmsMessageRequest has no field `sender`, did you mean `from_`",
    ),
    "one string in a model": (
        lambda client: SendSmsMessageRequest(to="+31", _from="Info", text="Hi"),  # type: ignore[call-overload]
        "to: must be a list, each item a str, not a str; put it in a list",
    ),
    "one group": (
        lambda client: client.sms.send_sms_campaign(groups=4501, from_="InfoText", text="Hi"),  # type: ignore[call-overload]
        "groups: must be a list, each item an int, not an int; put it in a list",
    ),
    "one step of a strategy": (
        lambda client: client.multichannel.send_multichannel_message(
            to="+31", from_="Info", strategy={"channel": "sms"}
        ),  # type: ignore[call-overload]
        "strategy: must be a list, each item a Strategy or a dict, not a dict; put it in a list",
    ),
    "numbers of a generator": (
        lambda client: client.numbers.validate_numbers(phone_numbers=iter(["+31"])),  # type: ignore[call-overload]
        r"phone_numbers: must be a list.*; make a list of it with list\(\)",
    ),
    "key for ApiClient": (
        lambda client: ApiClient("key"),  # type: ignore[arg-type]
        r"configuration: must be a Configuration, not str: write ApiClient\(Configuration\(api_key=\.\.\.\)\)",
    ),
    "configuration for SmsApi": (
        lambda client: SmsApi(Configuration()),  # type: ignore[arg-type]
        r"must be an ApiClient, not Configuration: write SmsApi\(ApiClient\(configuration\)\)",
    ),
    "client for SmsApi": (
        lambda client: SmsApi(client),  # type: ignore[arg-type]
        r"must be an ApiClient, not Client.*client\.sms",
    ),
    "headers as a text": (
        lambda client: client.with_options(headers="X-Trace: 1"),  # type: ignore[arg-type]
        "^headers: must be a dict of names and values, not str$",
    ),
    "timeout as text": (
        lambda client: client.with_options(timeout="5"),  # type: ignore[arg-type]
        "timeout: must be a number of seconds.*write timeout=5 without quotes",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_has_a_hint(slip: str) -> None:
    call, message = SLIPS[slip]
    with Client("key", host="http://127.0.0.1:1") as client, pytest.raises(ApiTypeError, match=message) as raised:
        call(client)
    assert "+31" not in str(raised.value)


def test_the_documentation_says_what_a_number_given_twice_costs() -> None:
    for method in (SmsApi.send_sms, smscx_client.Client("key").multichannel.send_multichannel_message):
        words = " ".join((inspect.getdoc(method) or "").split())
        assert "A number that is in the list twice gets the message twice, and both are charged." in words
