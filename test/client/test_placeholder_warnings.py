"""Sends warn about placeholders that the API cannot fill: recipients would get an empty text in their place."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

import smscx_client
from smscx_client import PlaceholderWarning
from smscx_client.apis import GroupsApi, MultichannelApi, OtpApi, SmsApi
from test.support.recorder import Recorder

TO = {"to": ["+31612469333"]}
GROUPS = {"groups": [1]}
CONTACT = "`{{firstName}}` is filled in campaigns to groups only"
MISSPELT = "the API has no data for `{{firstname}}`; did you mean `firstName`?"


def calls(client: smscx_client.ApiClient, text: str) -> dict[str, Any]:
    """Every call that sends a text of the caller."""
    sms, multichannel = SmsApi(client), MultichannelApi(client)
    body = {"from": "InfoText", "text": text}
    steps = {"from": "InfoText", "strategy": [{"channel": "viber", "templateId": 1}, {"channel": "sms", "text": text}]}
    return {
        "send_sms": lambda: sms.send_sms({**TO, **body}),
        "estimate_sms": lambda: sms.estimate_sms({**TO, **body}),
        "send_sms_campaign": lambda: sms.send_sms_campaign({**GROUPS, **body}),
        "estimate_sms_campaign": lambda: sms.estimate_sms_campaign({**GROUPS, **body}),
        "send_multichannel_message": lambda: multichannel.send_multichannel_message({**TO, **steps}),
        "estimate_multichannel_message": lambda: multichannel.estimate_multichannel_message({**TO, **steps}),
        "send_multichannel_campaign": lambda: multichannel.send_multichannel_campaign({**GROUPS, **steps}),
        "estimate_multichannel_campaign": lambda: multichannel.estimate_multichannel_campaign({**GROUPS, **steps}),
        "new_otp": lambda: OtpApi(client).new_otp({"phoneNumber": "+31612469333", "template": text}),
    }


def caught(call: Any) -> list[warnings.WarningMessage]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        call()
    return [one for one in found if issubclass(one.category, PlaceholderWarning)]


def problems(client: smscx_client.ApiClient, operation: str, text: str) -> list[str]:
    return [str(one.message).split("]: ", 1)[1] for one in caught(calls(client, text)[operation])]


@pytest.mark.parametrize("operation", sorted(calls(None, "")))  # type: ignore[arg-type]
def test_every_send_warns_of_a_misspelt_placeholder(
    api_client: smscx_client.ApiClient, recorder: Recorder, operation: str
) -> None:
    (warning,) = caught(calls(api_client, "Hi {{firstname}}")[operation])
    assert str(warning.message).startswith(f"{operation}: ")
    assert str(warning.message).endswith(f"[3]: {MISSPELT}")
    assert warning.filename == __file__
    assert len(recorder.requests) == 1


def test_a_folder_whose_name_begins_like_that_of_the_package_is_not_the_package(
    api_client: smscx_client.ApiClient,
) -> None:
    program = f"{Path(smscx_client.__file__).parent}_jobs{os.sep}nightly.py"
    source = "SmsApi(client).send_sms(to='+31612469333', from_='InfoText', text='Hi {{firstname}}')"
    (warning,) = caught(lambda: exec(compile(source, program, "exec"), {"SmsApi": SmsApi, "client": api_client}))
    assert warning.filename == program


@pytest.mark.parametrize("operation", sorted(calls(None, "")))  # type: ignore[arg-type]
def test_no_send_warns_of_what_any_message_can_hold(api_client: smscx_client.ApiClient, operation: str) -> None:
    text = "{{optoutLink}} {{shortlink:Xk7Pq}} {{attachement:Xk7Pq}} {{attachment:Xk7Pq}} {{today}} {x} {{}}"
    assert problems(api_client, operation, text + "{{numbers}} {{letters:20}} {{ alphanumeric : 6 }}") == []


@pytest.mark.parametrize("operation", ["send_sms", "estimate_sms", "send_multichannel_message", "new_otp"])
def test_a_send_to_numbers_has_no_fields_of_contacts(api_client: smscx_client.ApiClient, operation: str) -> None:
    assert problems(api_client, operation, "{{firstName}}") == [CONTACT]
    assert problems(api_client, operation, "{{orderNumber}}") == ["the API has no data for `{{orderNumber}}`"]


@pytest.mark.parametrize("operation", ["send_sms_campaign", "estimate_sms_campaign", "send_multichannel_campaign"])
def test_contacts_of_a_campaign_may_have_any_custom_field(api_client: smscx_client.ApiClient, operation: str) -> None:
    text = "{{firstName}} {{lastName}} {{email}} {{field1}} {{field5}} {{orderNumber}}"
    assert problems(api_client, operation, text) == []


def test_only_an_otp_has_a_pin(api_client: smscx_client.ApiClient) -> None:
    assert problems(api_client, "new_otp", "{{pin}}") == []
    assert problems(api_client, "send_sms", "{{pin}}") == ["`{{pin}}` is filled in OTP templates only"]
    assert problems(api_client, "send_sms_campaign", "{{pin}}") == ["`{{pin}}` is filled in OTP templates only"]


def test_the_message_names_the_place_once_for_each_name(api_client: smscx_client.ApiClient) -> None:
    found = caught(calls(api_client, "{{firstname}} {{firstname}} {{lastname}}")["send_multichannel_campaign"])
    assert [str(one.message) for one in found] == [
        f"send_multichannel_campaign: strategy[1].text[0]: {MISSPELT}",
        "send_multichannel_campaign: strategy[1].text[28]: the API has no data for `{{lastname}}`; "
        "did you mean `lastName`?",
    ]


def test_a_long_name_is_cut(api_client: smscx_client.ApiClient) -> None:
    (problem,) = problems(api_client, "send_sms", "{{" + "x" * 1000 + "}}")
    assert problem == "the API has no data for `{{" + "x" * 40 + "...}}`"


def test_as_an_error_it_keeps_the_text_from_being_sent(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    with warnings.catch_warnings(), pytest.raises(PlaceholderWarning, match="did you mean `firstName`"):
        warnings.simplefilter("error", PlaceholderWarning)
        calls(api_client, "Hi {{firstname}}")["send_sms_campaign"]()
    assert recorder.requests == []


def test_other_calls_do_not_warn(api_client: smscx_client.ApiClient) -> None:
    assert caught(lambda: GroupsApi(api_client).create_group({"name": "{{firstname}}"})) == []


@pytest.mark.parametrize("text", [5, None, ["{{firstname}}"], {"{{a}}": "{{b}}"}])
def test_unchecked_texts_of_another_type_are_sent_as_they_are(
    api_client: smscx_client.ApiClient, recorder: Recorder, text: Any
) -> None:
    body = {"to": "{{a}}", "from": "InfoText", "text": text}
    assert caught(lambda: SmsApi(api_client).send_sms(body, _check_input_type=False)) == []
    body = {"strategy": text, "from": "{{a}}"}
    assert caught(lambda: MultichannelApi(api_client).send_multichannel_message(body, _check_input_type=False)) == []
    assert len(recorder.requests) == 2


def test_texts_are_loaded_on_first_use() -> None:
    program = (
        "import sys, smscx_client; assert 'smscx_client.text' not in sys.modules; "
        "print(smscx_client.text.analyze('x' * 161).parts); assert not hasattr(smscx_client, 'texts')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
