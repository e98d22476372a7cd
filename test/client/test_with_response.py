"""``with_response``: data, status and headers of a call; the types of responses that have several forms."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import smscx_client
from smscx_client import ApiTypeError, Client, with_response
from smscx_client.models import (
    GetChannelPricing200Response,
    PricingSmsResponse,
    PricingViberWhatsappResponse,
    ReportsSummaryCountryResponse,
)
from test.support.recorder import Recorder

SENT: dict[str, Any] = {"info": {"totalCost": 0.075}, "data": []}


def test_a_response_has_data_status_headers_and_request_id(recorder: Recorder) -> None:
    recorder.respond(SENT, **{"X-Request-Id": "r-1", "X-Rate-Limit-Remaining": "99"})
    with Client(api_key="key", host=recorder.host) as client:
        response = with_response(client.sms.send_sms, to="+31612469333", from_="InfoText", text="Hi")
        assert (response.data.info.total_cost, response.status, response.request_id) == (0.075, 200, "r-1")
        assert response.headers["x-rate-limit-remaining"] == "99"
        assert repr(response) == "Response(status=200, request_id='r-1', data=SendSmsMessageResponse)"
        body = with_response(client.sms.send_sms, {"to": "+31612469333", "from_": "InfoText", "text": "Hi"})
        assert body.data == response.data
    assert [one.json["text"] for one in recorder.requests] == ["Hi", "Hi"]


def test_a_response_without_a_request_id(recorder: Recorder) -> None:
    recorder.respond({})
    with Client(api_key="key", host=recorder.host) as client:
        assert with_response(client.account.get_account_balance).request_id is None


def test_an_error_is_raised_as_ever(recorder: Recorder) -> None:
    recorder.respond({"error": {"type": "not_found", "code": 1200, "message": "No group", "uri": ""}}, status=404)
    with Client(api_key="key", host=recorder.host) as client, pytest.raises(smscx_client.ResourceNotFoundException):
        with_response(client.groups.get_group_details, 1)


@pytest.mark.parametrize(
    ("method", "message"),
    [
        (SENT, r"method: must be a method, not dict: write with_response\(client\.sms\.send_sms, to=\.\.\.\)"),
        (print, "method: must be a method of the API"),
        (Client("key").close, "method: must be a method of the API"),
        (Client("key").reports.iter_campaigns_list, "method: must make one call: .* with a get_ method"),
    ],
)
def test_only_a_method_of_the_api_has_a_response(method: Any, message: str) -> None:
    with pytest.raises(ApiTypeError, match=message):
        with_response(method)


def test_a_response_of_several_forms_is_an_instance_of_its_form(recorder: Recorder) -> None:
    recorder.respond({"NL": {"KPN": 0.075}})
    with Client(api_key="key", host=recorder.host) as client:
        prices = client.account.get_channel_pricing("sms", "transactional")
        assert prices["NL"]["KPN"] == 0.075
        assert isinstance(prices, PricingSmsResponse)
        assert isinstance(prices, GetChannelPricing200Response)
        assert not isinstance(prices, PricingViberWhatsappResponse)
        recorder.respond({"NL": {"TRANSACTIONAL": 0.01, "PROMOTIONAL": 0.02}})
        viber = client.account.get_channel_pricing("viber", "transactional")
        assert isinstance(viber, PricingViberWhatsappResponse)
        assert viber["NL"].transactional == 0.01
        recorder.respond({"info": {}, "data": {}})
        summaries = [client.reports.get_summary_reports(one, "today") for one in ("source", "country", "delivery")]
        assert [type(one.actual).__name__ for one in summaries] == [
            "ReportsSummarySourceResponse",
            "ReportsSummaryCountryResponse",
            "ReportsSummaryDeliveryResponse",
        ]
        assert isinstance(summaries[1], ReportsSummaryCountryResponse)
    for again in (copy.copy(prices), copy.deepcopy(prices), pickle.loads(pickle.dumps(prices))):
        assert again == prices
