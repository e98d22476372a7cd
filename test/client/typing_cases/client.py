"""The uses of ``Client`` that a user's type checker must accept, and the types of their results."""

# pyright: strict

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Literal

from typing_extensions import assert_type

import smscx_client
from smscx_client import Client, Configuration, Response, bulk, with_response
from smscx_client.api.sms_api import SmsApi
from smscx_client.models import (
    AccountBalance,
    AddContactsToGroupResponse,
    CustomFieldsObj,
    DataSms,
    GroupAdd,
    NetworkOperator,
    NewOtpRequest,
    NewOtpResponse,
    PricingSmsResponse,
    PricingViberWhatsappResponse,
    ReportsSummaryCountryResponse,
    ReportsSummarySourceResponse,
    SendSmsMessageRequest,
    SendSmsMessageResponse,
    Strategy,
    Transliteration,
    UpdateNumberResponse,
    VerifyPinResponse,
    ViberWhatsappPricing,
)
from smscx_client.types import NewOtpRequestDict, SendSmsMessageRequestDict, SendSmsMessageRequestWireDict


def clients() -> Client:
    Client()
    Client("key")
    Client(api_key="key", host="http://127.0.0.1:8025", max_retries=0, timeout=(1, 5))
    Client(access_token=lambda: "token")
    Client(application_id="id", application_secret="secret", scope="sms")
    client = Client(configuration=Configuration(api_key="key"))
    assert_type(client.configuration, Configuration)
    assert_type(client.sms, SmsApi)
    assert_type(client.with_options(total_timeout=5, max_retries=0, headers={"X-Trace": "7"}), Client)
    assert_type(client.with_options(api_key="other").with_options(timeout=None), Client)
    with client as same:
        assert_type(same, Client)
    client.close()
    return client


def keywords(client: Client, many: Sequence[str], day: datetime, fields: Mapping[str, str]) -> None:
    send = client.sms.send_sms
    assert_type(send(to="+3161", from_="InfoText", text="Hi"), SendSmsMessageResponse)
    send(to=["+3161"], from_="InfoText", text="Hi")
    send(to=("+3161", "+3162"), from_="InfoText", text="Hi")
    send(to=many, from_="InfoText", text="Hi", country_iso="NL", allow_invalid=True)
    send(to="+3161", from_="InfoText", text="Hi", scheduled_date=day, is_utc=True)
    send(to="+3161", from_="InfoText", text="Hi", scheduled_date="2026-12-01 09:00:00")
    send(to="+3161", from_="InfoText", text="Hi", track_data=uuid.uuid4(), idempotency_id=str(uuid.uuid4()))
    send(to="+3161", from_="InfoText", text="Hi", transliteration={"alphabet": "POLISH", "remove_emojis": True})
    send(to="+3161", from_="InfoText", text="Hi", transliteration={"alphabet": "POLISH", "removeEmojis": True})
    send(to="+3161", from_="InfoText", text="Hi", transliteration=Transliteration("NONE"), _request_timeout=5)
    client.sms.send_sms_campaign(groups=[1, 2], from_="InfoText", text="Hi")
    client.multichannel.send_multichannel_message(
        to="+3161", from_="InfoText", strategy=[{"channel": "sms", "text": "Hi"}, Strategy("viber", template_id=1)]
    )
    client.viber.send_viber_message(to="+3161", from_="InfoText", template_id=1, custom_fields={"name": "Anna"})
    client.groups.add_contacts_to_group(1, phone_numbers=many)
    client.groups.add_contacts_to_group_with_fields(1, phone_numbers=[{"phone_number": "+3161", "first_name": "A"}])
    client.groups.update_contact_from_group(
        1, str(uuid.uuid4()), first_name="A", custom_fields=CustomFieldsObj(dict(fields))
    )
    client.numbers.edit_rent_settings(str(uuid.uuid4()), callback_url=None, auto_renew=False)
    assert_type(client.otp.new_otp(phone_number="+3161", pin_type="numbers", ttl=300), NewOtpResponse)
    client.otp.verify_otp(str(uuid.uuid4()), "1544")
    client.otp.verify_otp(str(uuid.uuid4()), pin="1544")
    client.otp.verify_otp(str(uuid.uuid4()), {"pin": "1544"})


def bodies(client: Client) -> None:
    python: SendSmsMessageRequestDict = {"to": "+3161", "from_": "InfoText", "text": "Hi"}
    wire: SendSmsMessageRequestWireDict = {"to": ["+3161"], "from": "InfoText", "text": "Hi", "countryIso": "NL"}
    otp: NewOtpRequestDict = {"phone_number": "+3161"}
    client.sms.send_sms(python)
    client.sms.send_sms(wire, _request_timeout=(1, 5))
    client.sms.send_sms({"to": "+3161", "from_": "InfoText", "text": "Hi"})
    client.sms.send_sms({"to": "+3161", "from": "InfoText", "text": "Hi"})
    client.sms.send_sms(send_sms_message_request=python)
    client.otp.new_otp(otp)
    client.otp.new_otp(NewOtpRequest("+3161", from_="InfoText"))
    client.groups.add_contacts_to_group_with_fields(1, {"phone_numbers": [GroupAdd("+3161")]})


def requests(many: Sequence[str]) -> None:
    request = SendSmsMessageRequest(to=["+3161"], from_="InfoText", text="Hi")
    SendSmsMessageRequest(("+3161",), _from="InfoText", text="Hi", scheduled_date="2026-12-01 09:00:00")
    SendSmsMessageRequest(["+3161"], "InfoText", "Hi", track_data=uuid.uuid4())
    SendSmsMessageRequest(list(many), "InfoText", "Hi", transliteration={"alphabet": "NONE"})
    assert_type(request.from_, str)
    request.from_ = "Other"
    assert_type(request.to, list[str])


def responses(client: Client) -> None:
    sent = client.sms.send_sms(to="+3161", from_="InfoText", text="Hi")
    assert_type(sent.data, list[DataSms])
    assert_type(sent.data[0].from_, str)
    assert_type(sent.info.exact("total_cost"), Decimal)
    assert_type(with_response(client.account.get_account_balance), Response[AccountBalance])
    response = with_response(client.sms.send_sms, to="+3161", from_="InfoText", text="Hi", _request_timeout=5)
    assert_type(response, Response[SendSmsMessageResponse])
    assert_type(response.status, int)
    assert_type(response.headers, Mapping[str, str])
    assert_type(response.request_id, str | None)
    whole = with_response(client.sms.send_sms, {"to": "+3161", "from_": "InfoText", "text": "Hi"})
    assert_type(whole.data, SendSmsMessageResponse)
    added = with_response(client.groups.add_contacts_to_group, 1, {"phone_numbers": ["+3161"]})
    assert_type(added, Response[AddContactsToGroupResponse])
    updated = with_response(client.groups.update_contact_from_group, 1, str(uuid.uuid4()), {"first_name": "A"})
    assert_type(updated.data, UpdateNumberResponse | None)
    assert_type(with_response(client.otp.verify_otp, str(uuid.uuid4()), "1544"), Response[VerifyPinResponse])
    report = client.reports.export_campaign_report_to_csv
    assert_type(with_response(report, str(uuid.uuid4())), Response[str])
    assert_type(with_response(report, str(uuid.uuid4()), save_to="a.csv"), Response[Path])


def forms(client: Client, channel: Literal["sms", "viber"]) -> None:
    prices = client.account.get_channel_pricing("sms", "transactional")
    assert_type(prices, PricingSmsResponse)
    assert_type(prices["NL"], NetworkOperator)
    assert_type(client.account.get_channel_pricing("viber", "transactional")["NL"], ViberWhatsappPricing)
    either = client.account.get_channel_pricing(channel, "transactional")
    assert_type(either, PricingSmsResponse | PricingViberWhatsappResponse)
    assert_type(client.reports.get_summary_reports("country", "today"), ReportsSummaryCountryResponse)
    by_source = client.reports.get_summary_reports("source", start_date=date(2026, 1, 1), end_date="2026-01-31")
    assert_type(by_source, ReportsSummarySourceResponse)
    viber = with_response(client.account.get_channel_pricing, "viber", "transactional")
    assert_type(viber, Response[PricingViberWhatsappResponse])
    by_country = with_response(client.reports.get_summary_reports, "country", "today")
    assert_type(by_country, Response[ReportsSummaryCountryResponse])


def jobs(client: Client) -> None:
    result = bulk.send_sms(
        client, ["+3161"], name="n", journal="n.db", from_="Me", text="Hi", workers=2, country_iso="NL", progress=True
    )
    assert_type(result, bulk.Result)
    assert_type(result.cost, Decimal)
    campaign = bulk.send_multichannel_campaign(
        client,
        [{"phone_number": "+3161"}],
        name="n",
        journal="n.db",
        from_="Me",
        strategy=[{"channel": "sms", "text": "Hi"}],
        progress=lambda report: print(report.done),
    )
    assert_type(campaign.refresh(client), bulk.Result)
    bulk.lookup_numbers(client, [31612469333], name="n", journal="n.db", retry_unknown=True, country_iso=None)
    bulk.import_contacts(client, 31, None, name="n", journal="n.db", batch_size=10)


def failures(client: Client) -> None:
    try:
        client.account.get_account_balance()
    except smscx_client.InvalidPhoneNumberException as error:
        assert_type(error.invalid, list[str])
        assert_type(error.error_code, int | None)
        assert_type(error.retry_after, float | None)
    except smscx_client.ApiException as error:
        assert_type(error.outcome_unknown, bool)


def days() -> datetime:
    return datetime.now(timezone.utc)
