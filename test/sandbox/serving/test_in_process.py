"""The client library on a sandbox in the same process: everything that the library does with a connection."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import urllib3

import smscx_client
from smscx_client.api.account_api import AccountApi
from smscx_client.api.oauth_api import OauthApi
from smscx_client.api.reports_api import ReportsApi
from smscx_client.api.shortlinks_api import ShortlinksApi
from smscx_client.api.sms_api import SmsApi
from smscx_client.sandbox.serving.in_process import InProcessTransport, connect

NL = "+31612469333"
MESSAGE = {"to": [NL], "from": "InfoText", "text": "Grüße ✓"}


def test_a_call_and_its_response(demo: Any) -> None:
    with connect(demo.sandbox) as client:
        sent = SmsApi(client).send_sms(MESSAGE)
        report = ReportsApi(client).get_single_report(sent.data[0].msg_id).data
        assert (report.text, report.status) == ("Grüße ✓", "DELIVERED")
        data, status, headers = AccountApi(client).get_account_balance(_return_http_data_only=False)
    assert (data.balance, status) == (demo.balance(), 200)
    assert headers["X-Request-Id"]


def test_errors_are_the_library_s_own(call: Any) -> None:
    with connect(call.sandbox) as client, pytest.raises(smscx_client.InvalidPhoneNumberException) as caught:
        SmsApi(client).send_sms({**MESSAGE, "to": ["+3100"]})
    assert caught.value.invalid == ["+3100"]
    with connect(call.sandbox, api_key="wrong") as client, pytest.raises(smscx_client.InvalidCredentialsException):
        AccountApi(client).get_account_balance()


def test_downloads(demo: Any, tmp_path: Path) -> None:
    with connect(demo.sandbox) as client:
        client.configuration.temp_folder_path = str(tmp_path)
        api = ShortlinksApi(client)
        link = api.get_shortlinks_list().data[0].id
        assert api.export_shortlink_hits_to_csv(link).count("\n") >= 1
        with api.export_shortlink_hits_to_xlsx(link) as saved:
            assert saved.read().startswith(b"PK")
        assert Path(str(saved.name)).parent.parent == tmp_path


def test_a_response_that_is_not_read(call: Any) -> None:
    with connect(call.sandbox) as client:
        response = AccountApi(client).get_account_balance(_preload_content=False)
        assert b"".join(response.stream(8)).startswith(b'{"balance"')
        response.release_conn()
        response.close()


def test_calls_in_threads(call: Any) -> None:
    with connect(call.sandbox) as client:
        handles = [SmsApi(client).send_sms({**MESSAGE, "text": f"{n}"}, async_req=True) for n in range(20)]
        assert {handle.get().data[0].status for handle in handles} == {"ACCEPTED"}
    assert len(call.sandbox.messages()) == 20


def test_an_application_s_credentials(call: Any) -> None:
    settings = call.sandbox.context.settings
    row = call.sandbox.context.store.one("SELECT application_id FROM applications")
    credentials = {"application_id": row["application_id"], "application_secret": settings.application_secret}
    with connect(call.sandbox, **credentials) as client:
        token = OauthApi(client).get_access_token().access_token
        assert AccountApi(client).get_account_balance().currency == "eur"
    with connect(call.sandbox, access_token=token) as client:
        assert AccountApi(client).get_account_balance().currency == "eur"


def test_a_pause_of_the_client_moves_the_frozen_clock(call: Any) -> None:
    call("POST", "/_sandbox/limits", {"rateLimit": 1, "rateWindow": 45})
    with connect(call.sandbox) as client:
        for _ in range(3):
            AccountApi(client).get_account_balance()
    assert "2026-11-02 09:01:30" <= call("GET", "/_sandbox/clock").json()["now"] <= "2026-11-02 09:01:31"


def test_responses_are_the_same_as_over_http(make: Callable[..., Any]) -> None:
    call, other = make(), make()
    transport = InProcessTransport(call.sandbox)
    response = transport.request("GET", "http://localhost/account/balance", {"X-API-KEY": "sandbox-key"}, None, None)
    direct = other("GET", "/account/balance")
    assert (response.status, response.data) == (direct.status, direct.body)
    assert {**direct.headers, "Content-Length": str(len(direct.body))} == dict(response.headers)
    assert isinstance(response, urllib3.HTTPResponse)


def test_no_unclosed_resource_is_left(call: Any, recwarn: pytest.WarningsRecorder) -> None:
    with connect(call.sandbox) as client:
        AccountApi(client).get_account_balance()
    del client
    gc.collect()
    assert [warning for warning in recwarn if warning.category is ResourceWarning] == []
