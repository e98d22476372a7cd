"""No public name disappears: docs/guides/stability.md says what is public, public-names.txt lists it."""

from __future__ import annotations

from codegen.public_names import listed, names


def test_no_public_name_or_parameter_disappears() -> None:
    lines = listed()
    assert len(lines) > 3000
    gone = sorted(lines - names())
    assert gone == [], "public names are gone; if that is intended, delete their lines from public-names.txt"


def test_the_list_has_the_names_that_programs_use() -> None:
    assert listed() >= {
        "smscx_client.Client",
        "smscx_client.Client(api_key)",
        "smscx_client.Client.with_options",
        "smscx_client.api.sms_api.SmsApi",
        "smscx_client.apis.SmsApi.send_sms(send_sms_message_request)",
        "smscx_client.model.send_sms_message_request.SendSmsMessageRequest",
        "smscx_client.models.SendSmsMessageRequest._from",
        "smscx_client.webhooks.Receiver(token)",
        "smscx_client.bulk.send_sms(recipients)",
    }
