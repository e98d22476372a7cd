"""Code that a user's type checker must accept, with the types that it must infer: mypy --strict and pyright."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from typing_extensions import assert_type

import smscx_client
from smscx_client import exports
from smscx_client.apis import ReportsApi
from smscx_client.integrations.opentelemetry import Instrumentation
from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
from smscx_client.models import (
    AddContactsToGroupWithFieldsRequest,
    CustomFieldsObj,
    DataReportCampaign,
    DataSms,
    GetChannelPricing200Response,
    GroupAdd,
    GroupAddCustomFields,
    Info,
    NetworkOperator,
    PricingSmsResponse,
    PricingViberWhatsappResponse,
    ReportsCampaignResponse,
    SendSmsMessageResponse,
    Transliteration,
)


def requests() -> None:
    request = SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi")
    SendSmsMessageRequest(["+31612469333"], "InfoText", "Hi", scheduled_date=datetime.now(timezone.utc), is_utc=True)
    request.transliteration = Transliteration("POLISH", remove_emojis=True)
    request["newField"] = 1
    assert_type(request.to, list[str])
    assert_type(request.country_iso, str | None)
    assert_type(request.to_json(), str)
    request.country_iso = None
    AddContactsToGroupWithFieldsRequest([GroupAdd("+3161", custom_fields=GroupAddCustomFields({"height": "1.78m"}))])


def responses(text: str) -> None:
    response = SendSmsMessageResponse.from_json(text)
    assert_type(response, SendSmsMessageResponse)
    assert_type(response.info, Info)
    assert_type(response.data, list[DataSms])
    assert_type(response.data[0].created_at, datetime)
    assert_type(response.data[0].error_code, int | None)


def maps(text: str) -> None:
    fields = CustomFieldsObj(custom_field_name={"height": "1.78m"})
    fields["weight"] = "70kg"
    assert_type(fields["height"], str)
    assert_type(fields.custom_field_name, dict[str, str])
    prices = PricingSmsResponse.from_json(text)
    assert_type(prices["FR"], NetworkOperator)
    assert_type(prices["FR"]["Orange"], float)
    assert_type(GetChannelPricing200Response.from_json(text).actual, PricingSmsResponse | PricingViberWhatsappResponse)


def files(reports: ReportsApi, place: Path | None, file: BytesIO) -> None:
    campaign = "6f6ad855-e542-411e-b316-caa909a1ccda"
    assert_type(reports.export_campaign_report_to_csv(campaign), str)
    assert_type(reports.export_campaign_report_to_xlsx(campaign), BinaryIO)
    assert_type(reports.export_campaign_report_to_csv(campaign, save_to="a.csv"), Path)
    assert_type(
        reports.export_advanced_report_to_xlsx("2026", save_to=Path("a"), progress=lambda done, total: None), Path
    )
    assert_type(reports.export_campaign_report_to_csv(campaign, save_to=file), BytesIO)
    assert_type(reports.export_campaign_report_to_csv(campaign, save_to=place), Path | str)
    for row in exports.rows("a.csv"):
        assert_type(row["to"], str)


def paging(reports: ReportsApi) -> None:
    rows = reports.iter_campaign_report("6f6ad855-e542-411e-b316-caa909a1ccda", page_size=500, _request_timeout=5)
    for row in rows:
        assert_type(row, DataReportCampaign)
    for page in rows.pages():
        assert_type(page, ReportsCampaignResponse)
    assert_type(rows.cursor, str | None)
    assert_type(next(rows).created_at, datetime)


def events() -> None:
    def show(event: smscx_client.CallEvent) -> None:
        assert_type(event.operation, str)
        assert_type(event.status, int)
        assert_type(event.pause, float | None)
        assert_type(event.request_id, str | None)
        assert_type(event.cost, Decimal | None)
        if isinstance(event.exception, smscx_client.ApiException):
            assert_type(event.exception.outcome_unknown, bool)

    smscx_client.Configuration(on_event=show).on_event = None
    smscx_client.Configuration(on_event=[show, print, Instrumentation(propagate=True)])
    smscx_client.Client(api_key="k", on_event=show).with_options(on_event=[show])
