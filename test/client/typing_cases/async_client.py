"""The uses of ``AsyncClient`` that a user's type checker must accept, and the types of their results."""

# pyright: strict

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from typing_extensions import assert_type

import smscx_client
from smscx_client import AsyncClient, Configuration, Response, with_response
from smscx_client.aio.paging import AsyncPages
from smscx_client.aio.sms_api import AsyncSmsApi
from smscx_client.models import (
    AccountBalance,
    AddContactsToGroupResponse,
    DataReportCampaign,
    DataSms,
    GroupAdd,
    NetworkOperator,
    NewOtpRequest,
    NewOtpResponse,
    PricingSmsResponse,
    PricingViberWhatsappResponse,
    ReportsCampaignResponse,
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

CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"


async def clients() -> None:
    AsyncClient()
    AsyncClient("key")
    AsyncClient(api_key="key", host="http://127.0.0.1:8025", max_concurrency=8, timeout=(1, 5))
    AsyncClient(access_token=lambda: "token")
    AsyncClient(application_id="id", application_secret="secret", scope="sms")
    client = AsyncClient(configuration=Configuration(api_key="key"))
    assert_type(client.configuration, Configuration)
    assert_type(client.sms, AsyncSmsApi)
    assert_type(client.with_options(total_timeout=5, max_retries=0, headers={"X-Trace": "7"}), AsyncClient)
    async with client as same:
        assert_type(same, AsyncClient)
    await client.close()


async def keywords(client: AsyncClient, many: Sequence[str], day: datetime) -> None:
    send = client.sms.send_sms
    assert_type(await send(to="+3161", from_="InfoText", text="Hi"), SendSmsMessageResponse)
    await send(to=["+3161"], from_="InfoText", text="Hi")
    await send(to=many, from_="InfoText", text="Hi", country_iso="NL", allow_invalid=True)
    await send(to="+3161", from_="InfoText", text="Hi", scheduled_date=day, is_utc=True)
    await send(to="+3161", from_="InfoText", text="Hi", scheduled_date="2026-12-01 09:00:00")
    await send(to="+3161", from_="InfoText", text="Hi", track_data=uuid.uuid4())
    await send(to="+3161", from_="InfoText", text="Hi", transliteration={"alphabet": "POLISH", "remove_emojis": True})
    await send(to="+3161", from_="InfoText", text="Hi", transliteration=Transliteration("NONE"), _request_timeout=5)
    await client.sms.send_sms_campaign(groups=[1, 2], from_="InfoText", text="Hi")
    await client.multichannel.send_multichannel_message(
        to="+3161", from_="InfoText", strategy=[{"channel": "sms", "text": "Hi"}, Strategy("viber", template_id=1)]
    )
    await client.groups.add_contacts_to_group(1, phone_numbers=many)
    await client.groups.update_contact_from_group(1, str(uuid.uuid4()), first_name="A")
    await client.numbers.edit_rent_settings(str(uuid.uuid4()), callback_url=None, auto_renew=False)
    assert_type(await client.otp.new_otp(phone_number="+3161", pin_type="numbers", ttl=300), NewOtpResponse)
    assert_type(await client.otp.verify_otp(str(uuid.uuid4()), "1544"), VerifyPinResponse)
    await client.otp.verify_otp(str(uuid.uuid4()), pin="1544")


async def bodies(client: AsyncClient) -> None:
    python: SendSmsMessageRequestDict = {"to": "+3161", "from_": "InfoText", "text": "Hi"}
    wire: SendSmsMessageRequestWireDict = {"to": ["+3161"], "from": "InfoText", "text": "Hi", "countryIso": "NL"}
    otp: NewOtpRequestDict = {"phone_number": "+3161"}
    await client.sms.send_sms(python)
    await client.sms.send_sms(wire, _request_timeout=(1, 5))
    await client.sms.send_sms({"to": "+3161", "from_": "InfoText", "text": "Hi"})
    await client.sms.send_sms({"to": "+3161", "from": "InfoText", "text": "Hi"})
    await client.sms.send_sms(send_sms_message_request=python)
    await client.sms.send_sms(SendSmsMessageRequest(["+3161"], "InfoText", "Hi"))
    await client.otp.new_otp(otp)
    await client.otp.new_otp(NewOtpRequest("+3161", from_="InfoText"))
    await client.groups.add_contacts_to_group_with_fields(1, {"phone_numbers": [GroupAdd("+3161")]})


async def responses(client: AsyncClient, python: SendSmsMessageRequestDict) -> None:
    sent = await client.sms.send_sms(to="+3161", from_="InfoText", text="Hi")
    assert_type(sent.data, list[DataSms])
    assert_type(sent.data[0].from_, str)
    assert_type(sent.info.exact("total_cost"), Decimal)
    assert_type(await with_response(client.account.get_account_balance), Response[AccountBalance])
    response = await with_response(client.sms.send_sms, to="+3161", from_="InfoText", text="Hi", _request_timeout=5)
    assert_type(response, Response[SendSmsMessageResponse])
    assert_type(response.request_id, str | None)
    whole = await with_response(client.sms.send_sms, {"to": "+3161", "from_": "InfoText", "text": "Hi"})
    assert_type(whole.data, SendSmsMessageResponse)
    assert_type((await with_response(client.sms.send_sms, python)).data, SendSmsMessageResponse)
    added = await with_response(client.groups.add_contacts_to_group, 1, {"phone_numbers": ["+3161"]})
    assert_type(added, Response[AddContactsToGroupResponse])
    updated = await with_response(client.groups.update_contact_from_group, 1, CAMPAIGN, {"first_name": "A"})
    assert_type(updated.data, UpdateNumberResponse | None)
    assert_type(await with_response(client.otp.verify_otp, CAMPAIGN, "1544"), Response[VerifyPinResponse])


async def forms(client: AsyncClient, channel: Literal["sms", "viber"]) -> None:
    prices = await client.account.get_channel_pricing("sms", "transactional")
    assert_type(prices, PricingSmsResponse)
    assert_type(prices["NL"], NetworkOperator)
    assert_type((await client.account.get_channel_pricing("viber", "transactional"))["NL"], ViberWhatsappPricing)
    either = await client.account.get_channel_pricing(channel, "transactional")
    assert_type(either, PricingSmsResponse | PricingViberWhatsappResponse)
    assert_type(await client.reports.get_summary_reports("country", "today"), ReportsSummaryCountryResponse)
    by_source = await client.reports.get_summary_reports("source", start_date=date(2026, 1, 1), end_date="2026-01-31")
    assert_type(by_source, ReportsSummarySourceResponse)
    viber = await with_response(client.account.get_channel_pricing, "viber", "transactional")
    assert_type(viber, Response[PricingViberWhatsappResponse])
    by_country = await with_response(client.reports.get_summary_reports, "country", "today")
    assert_type(by_country, Response[ReportsSummaryCountryResponse])


async def paging(client: AsyncClient) -> AsyncIterator[datetime]:
    rows = client.reports.iter_campaign_report(CAMPAIGN, page_size=500, _request_timeout=5)
    assert_type(rows, AsyncPages[DataReportCampaign, ReportsCampaignResponse])
    async for row in rows:
        assert_type(row, DataReportCampaign)
        yield row.created_at
    async for page in rows.pages():
        assert_type(page, ReportsCampaignResponse)
    assert_type(rows.cursor, str | None)
    assert_type(await rows.next_page(), ReportsCampaignResponse | None)
    assert_type([row.to async for row in client.reports.iter_campaign_report(CAMPAIGN)], list[str])


async def files(client: AsyncClient, file: BytesIO) -> None:
    reports = client.reports
    assert_type(await reports.export_campaign_report_to_csv(CAMPAIGN), str)
    assert_type(await reports.export_campaign_report_to_xlsx(CAMPAIGN), BinaryIO)
    assert_type(await reports.export_campaign_report_to_csv(CAMPAIGN, save_to="a.csv"), Path)
    assert_type(await reports.export_campaign_report_to_csv(CAMPAIGN, save_to=file), BytesIO)
    assert_type(await with_response(reports.export_campaign_report_to_csv, CAMPAIGN), Response[str])
    saved = await with_response(reports.export_campaign_report_to_csv, CAMPAIGN, save_to="a.csv")
    assert_type(saved, Response[Path])


async def together(client: AsyncClient) -> None:
    balance, prices = await asyncio.gather(
        client.account.get_account_balance(), client.account.get_channel_pricing("sms", "transactional")
    )
    assert_type(balance, AccountBalance)
    assert_type(prices, PricingSmsResponse)
    task = asyncio.create_task(client.account.get_account_balance())
    assert_type(await asyncio.wait_for(task, 5), AccountBalance)


async def failures(client: AsyncClient) -> datetime | None:
    try:
        await client.account.get_account_balance()
    except smscx_client.InvalidPhoneNumberException as error:
        assert_type(error.invalid, list[str])
        assert_type(error.retry_after, float | None)
    except smscx_client.ApiException as error:
        assert_type(error.outcome_unknown, bool)
    return datetime.now(timezone.utc)
