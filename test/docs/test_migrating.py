"""Each claim of docs/guides/migrating.md is true: one test for each item of its two lists."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from pprint import pformat
from typing import Any

import pytest
import urllib3

import smscx_client
from smscx_client import ApiAttributeError, ApiClient, ApiException, ApiTypeError, ApiValueError, Configuration
from smscx_client.api import sms_api
from smscx_client.apis import AccountApi, ConversationsApi, GroupsApi, NumbersApi, OauthApi, OtpApi, SmsApi
from smscx_client.models import (
    AccountBalance,
    AddContactsToGroupWithFieldsRequest,
    DataSms,
    SendSmsMessageRequest,
    SendSmsMessageResponse,
    VerifyPinRequest,
)
from smscx_client.retry import RetryPolicy
from test.support import ROOT
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME

GUIDE = (ROOT / "docs" / "guides" / "migrating.md").read_text(encoding="utf-8")
BALANCE = {"balance": 250.0, "currency": "eur", "billing": "prepaid"}
SENT = {"info": {"phoneNumbersByCountry": {"NL": 1}}, "data": []}
NUMBER = "+31612469333"
ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
CHECKS: dict[str, Callable[..., None]] = {}


def items(section: str) -> list[str]:
    """The items of the list in a section, each on one line."""
    (text,) = re.findall(rf"^## {section}$(.*?)^## ", GUIDE, re.MULTILINE | re.DOTALL)
    return [" ".join(one.split()) for one in re.findall(r"^- (.*?)(?=^- |^$|\Z)", text, re.MULTILINE | re.DOTALL)]


CLAIMS = items("What stays the same") + items("What is different")


def claim(start: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The test of the item that begins with these words."""

    def add(check: Callable[..., None]) -> Callable[..., None]:
        CHECKS[start] = check
        return check

    return add


def test_each_claim_has_a_test() -> None:
    assert len(CLAIMS) == 33
    starts = [[start for start in CHECKS if one.startswith(start)] for one in CLAIMS]
    assert [(one, found) for one, found in zip(CLAIMS, starts) if len(found) != 1] == []
    assert len(CHECKS) == len(CLAIMS)


def request() -> SendSmsMessageRequest:
    return SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi")


def client_of(recorder: Recorder, *arguments: Any, **settings: Any) -> ApiClient:
    return ApiClient(Configuration(**{"host": recorder.host, "api_key": "KEY", **settings}), *arguments)


def credentials(recorder: Recorder) -> dict[str, str]:
    return {k: v for k, v in recorder.requests[-1].headers.items() if k.lower() in ("x-api-key", "authorization")}


def error(status: int, kind: str, code: int) -> Response:
    body = {"error": {"type": kind, "code": code, "message": f"about {NUMBER}", "uri": ""}}
    return Response(status, json.dumps(body).encode())


@claim("`import smscx_client`")
def _imports(recorder: Recorder) -> None:
    import smscx_client.apis
    import smscx_client.models
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest as Imported

    assert Imported is smscx_client.models.SendSmsMessageRequest
    assert sms_api.SmsApi is smscx_client.apis.SmsApi


@claim("all API classes and methods")
def _methods(recorder: Recorder) -> None:
    assert {one.api_class for one in METHODS_BY_NAME.values()} <= set(smscx_client.apis.__all__)
    assert len(METHODS_BY_NAME) == 101
    for one in METHODS_BY_NAME.values():
        method = getattr(getattr(smscx_client.apis, one.api_class), one.name)
        assert next(iter(inspect.signature(method).parameters)) == "self"
    recorder.respond({"info": {}, "data": []})
    with client_of(recorder) as client:
        ConversationsApi(client).get_converstions_list()
        ConversationsApi(client).get_conversations_list()
    assert len({one.target for one in recorder.requests}) == 1


@claim("all models")
def _models(recorder: Recorder) -> None:
    one = request()
    assert one["text"] == one.get("text") == one.to_dict()["text"] == "Hi"
    assert "Hi" in one.to_str()
    assert (one._from, one.to_dict(wire=True)["from"]) == ("InfoText", "InfoText")
    assert one.attribute_map["_from"] == "from"  # type: ignore[attr-defined]
    assert one.openapi_types["text"] == (str,)  # type: ignore[attr-defined]
    assert isinstance(one.allowed_values, dict)  # type: ignore[attr-defined]
    assert sms_api.SendSmsMessageRequest is SendSmsMessageRequest  # type: ignore[attr-defined]


@claim("attributes by wire name")
def _wire_names(recorder: Recorder) -> None:
    response: Any = SendSmsMessageResponse.from_dict({"info": {**SENT["info"], "newField": {"a": 1}}, "data": []})  # type: ignore[dict-item]
    assert response.info.phoneNumbersByCountry["NL"] == 1
    assert response.info.newField.a == 1
    assert json.dumps(response.info.newField) == '{"a": 1}'
    assert json.dumps(response.info.phoneNumbersByCountry) == '{"NL": 1}'


@claim("`print`, `pprint` and `repr`")
def _same_text(recorder: Recorder) -> None:
    one = request()
    assert str(one) == repr(one) == pformat(one)


@claim("lists: what a list holds at the call")
def _lists(recorder: Recorder) -> None:
    numbers: list[str] = []
    rows: list[Any] = [{"phone_number": NUMBER}]
    with client_of(recorder) as client:
        one, other = SendSmsMessageRequest(numbers, "InfoText", "Hi"), AddContactsToGroupWithFieldsRequest(rows)
        numbers.append(NUMBER)
        rows.append({"phone_number": "+31612469334"})
        SmsApi(client).send_sms(one)
        GroupsApi(client).add_contacts_to_group_with_fields(7, other)
    assert recorder.requests[0].json["to"] == [NUMBER]
    assert [row["phoneNumber"] for row in recorder.requests[1].json["phoneNumbers"]] == [NUMBER, "+31612469334"]


@claim("`ApiClient.last_response`")
def _published_names(recorder: Recorder) -> None:
    from smscx_client.rest import ApiException as Imported

    assert Imported is ApiException
    recorder.respond(BALANCE)
    with client_of(recorder) as client:
        AccountApi(client).get_account_balance()
        assert client.last_response.status == 200
        assert client.sanitize_for_serialization(request())["from"] == "InfoText"
        read = client.deserialize(client.last_response, (AccountBalance,), True)
        assert read.balance == 250.0
        data, status, _ = client.call_api("/account/balance", "GET", response_type=(AccountBalance,))
        assert (data.balance, status) == (250.0, 200)


@claim('`verify_otp(otp_id, pin="1544")`')
def _verify_otp(recorder: Recorder) -> None:
    with client_of(recorder) as client:
        OtpApi(client).verify_otp(ID, pin="1544")
    assert recorder.requests[-1].json == {"pin": "1544"}


@claim("`Configuration`: its arguments")
def _configuration(recorder: Recorder) -> None:
    published = "host api_key api_key_prefix username password discard_unknown_keys disabled_client_side_validations"
    for name in published.split():
        assert name in inspect.signature(Configuration).parameters
        assert hasattr(Configuration(), name)
    try:
        Configuration.set_default(Configuration(api_key="DEFAULT"))
        assert Configuration.get_default_copy().api_key == "DEFAULT"
    finally:
        Configuration.set_default(None)
    assert "Python" in Configuration().to_debug_report()


@claim("the per-call options")
def _options(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    with client_of(recorder) as client:
        call: Any = AccountApi(client).get_account_balance
        assert call(async_req=True).get().balance == 250.0
        assert call(_return_http_data_only=False)[1] == 200
        raw = call(_preload_content=False)
        assert json.loads(raw.read()) == BALANCE
        raw.release_conn()
        for option, value in (
            ("_request_timeout", 5),
            ("_check_input_type", False),
            ("_check_return_type", True),
            ("_content_type", None),
            ("_host_index", 0),
            ("_request_auths", [{"key": "X-API-KEY", "value": "OTHER"}]),
        ):
            assert call(**{option: value}).balance == 250.0, option


@claim("the 22 exception classes")
def _exceptions(recorder: Recorder) -> None:
    documented = [one for one in ApiException.__subclasses__() if one is not smscx_client.ApiConnectionException]
    assert len(documented) == 22
    assert smscx_client.RateLimitExcedeedException in documented
    recorder.respond(error(404, "not_found", 1404))
    with client_of(recorder) as client, pytest.raises(smscx_client.ResourceNotFoundException) as raised:
        AccountApi(client).get_account_balance()
    assert (raised.value.status, raised.value.reason) == (404, "Not Found")
    assert raised.value.headers["content-type"] == "application/json"
    assert json.loads(raised.value.body)["error"]["code"] == 1404
    for one in ("ApiTypeError", "ApiValueError", "ApiKeyError", "ApiAttributeError"):
        assert issubclass(getattr(smscx_client, one), smscx_client.ApiExceptionBase)


@claim("**Timeouts.**")
def _timeouts(recorder: Recorder) -> None:
    used = []

    class Transport:
        def request(self, *arguments: Any, **options: Any) -> Any:
            used.append(arguments[4])
            raise smscx_client.ApiTimeoutException("no response")

        def close(self) -> None:
            pass

    default = Configuration()
    assert (default.timeout, default.total_timeout) == ((5, 60), 180)
    unlimited = Configuration(timeout=None, total_timeout=None)
    assert (unlimited.timeout, unlimited.total_timeout) == (None, None)
    client = ApiClient(Configuration(host=recorder.host, api_key="KEY", max_retries=0), transport=Transport())
    for options in ({}, {"_request_timeout": 0}):  # 0 is not zero seconds
        with pytest.raises(smscx_client.ApiTimeoutException):
            AccountApi(client).get_account_balance(**options)  # type: ignore[arg-type]
    assert used == [(5, 60), (5, 60)]


def tries(recorder: Recorder, call: Callable[[ApiClient], Any], retries: Any = None, **settings: Any) -> int:
    recorder.clear()
    recorder.respond(error(503, "server_error", 1000))
    configuration = Configuration(host=recorder.host, api_key="KEY", **settings)
    configuration.retries = retries
    client = ApiClient(configuration, retry_policy=RetryPolicy(sleep=lambda _: None))
    with client, pytest.raises(smscx_client.ServerErrorException):
        call(client)
    return len(recorder.requests)


@claim("**Retries.**")
def _retries(recorder: Recorder) -> None:
    def read(client: ApiClient) -> Any:
        return AccountApi(client).get_account_balance()

    def paid(client: ApiClient) -> Any:
        return NumbersApi(client).lookup_number(NUMBER)

    assert tries(recorder, read) == 3
    assert tries(recorder, paid) == 1
    assert tries(recorder, read, max_retries=0) == 1
    for retries in (1, urllib3.Retry(1, connect=0, read=0)):
        assert tries(recorder, read, retries=retries, max_retries=0) == 2


@claim("**Idempotency.**")
def _idempotency(recorder: Recorder) -> None:
    recorder.respond(SENT)
    for settings, has in (({}, True), ({"auto_idempotency": False}, False)):
        with client_of(recorder, **settings) as client:
            SmsApi(client).send_sms(request())
        assert ("idempotencyId" in recorder.requests[-1].json) is has


@claim("**No response.**")
def _no_response(recorder: Recorder) -> None:
    client = client_of(recorder, host="http://127.0.0.1:1", max_retries=0)
    with client, pytest.raises(ApiException) as raised:
        AccountApi(client).get_account_balance()
    assert type(raised.value) is smscx_client.ApiConnectionException
    assert set(json.loads(raised.value.body)["error"]) == {"type", "message", "uri", "code"}


@claim("**Responses are never refused**")
def _lenient(recorder: Recorder) -> None:
    recorder.respond({"balance": None, "currency": 5, "newField": {}})
    with client_of(recorder) as client:
        read = AccountApi(client).get_account_balance()
        assert (read.balance, read.billing) == (None, None)
        with pytest.raises(smscx_client.ApiConnectionException, match="cannot be read"):
            AccountApi(client).get_account_balance(_check_return_type=True)


@claim("**Requests are checked**")
def _strict(recorder: Recorder) -> None:
    with pytest.raises(ApiTypeError, match="`sender`"):
        SendSmsMessageRequest([NUMBER], "InfoText", "Hi", sender="x")  # type: ignore[call-arg]
    with pytest.raises(ApiTypeError, match="`_timeout`"):
        AccountApi(ApiClient(Configuration(api_key="KEY"))).get_account_balance(_timeout=1)  # type: ignore[call-arg]
    with pytest.raises(ApiAttributeError, match="no_such_setting"):
        Configuration().no_such_setting = 1  # type: ignore[attr-defined]
    one = request()
    one["newField"] = 1
    with client_of(recorder) as client:
        SmsApi(client).send_sms(one)
    assert recorder.requests[-1].json["newField"] == 1


@claim("**Plain HTTP.**")
def _plain_http(recorder: Recorder) -> None:
    class Transport:
        def request(self, *arguments: Any, **options: Any) -> Any:
            raise smscx_client.ApiConnectionException("nothing is sent in this test")

        def close(self) -> None:
            pass

    settings: dict[str, Any] = {"host": "http://sms.invalid", "api_key": "KEY", "max_retries": 0}
    for allowed, expected in ((False, ApiValueError), (True, smscx_client.ApiConnectionException)):
        client = ApiClient(Configuration(**settings, allow_http=allowed), transport=Transport())
        with pytest.raises(expected):
            AccountApi(client).get_account_balance()


@claim("**Proxies**")
def _proxies(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    from smscx_client._transport.connections import proxy_for

    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    found = proxy_for(Configuration(host="https://sms.invalid"))
    assert found is not None
    assert found.url == "http://127.0.0.1:3128"
    assert proxy_for(Configuration(host=recorder.host)) is None
    recorder.respond(BALANCE)
    with client_of(recorder) as client:
        assert AccountApi(client).get_account_balance().balance == 250.0


@claim("**Dates**")
def _dates(recorder: Recorder) -> None:
    read = DataSms.from_dict({"createdAt": "2024-05-01 12:00:00"})
    assert read.created_at == datetime(2024, 5, 1, 12, tzinfo=timezone.utc)
    assert read.created_at < datetime.now(timezone.utc)
    with pytest.raises(TypeError):
        read.created_at < datetime.now()  # noqa: B015
    assert read.to_dict()["created_at"] == "2024-05-01 12:00:00"
    one = request()
    one.scheduled_date = datetime(2035, 5, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    assert one.to_dict(wire=True)["scheduledDate"] == "2035-05-01 12:00:00"


@claim("**Unset fields.**")
def _unset(recorder: Recorder) -> None:
    one = request()
    assert one.country_iso is None
    assert "country_iso" not in one
    one.country_iso = None
    assert "country_iso" not in one.to_dict()
    assert DataSms.from_dict({"errorCode": None}).to_dict() == {"error_code": None}


@claim("**`str(e)`**")
def _text_of_an_error(recorder: Recorder) -> None:
    recorder.respond(Response(400, error(400, "invalid_param", 1106).body, (("X-Phone", NUMBER),)))
    with client_of(recorder) as client, pytest.raises(ApiException) as raised:
        AccountApi(client).get_account_balance()
    text = str(raised.value)
    assert text == f"400 invalid_param (code 1106): about {NUMBER}"
    assert raised.value.headers["X-Phone"] == NUMBER
    assert "error" in raised.value.body


@claim("**One credential per request.**")
def _one_credential(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    pair = {"application_id": "app", "application_secret": "secret"}
    everything = {"api_key": "KEY", "access_token": "TOKEN", **pair}
    for settings, header, expected in (
        (everything, None, {"X-API-KEY": "KEY"}),
        ({**everything, "api_key": None}, None, {"Authorization": "Bearer TOKEN"}),
        (everything, ("X-API-KEY", "OTHER"), {"X-API-KEY": "OTHER"}),
        (everything, ("x-api-key", "OTHER"), {"X-API-KEY": "OTHER"}),
        ({**pair, "api_key": None}, ("X-API-KEY", "OTHER"), {"X-API-KEY": "OTHER"}),
        (everything, ("Authorization", "Bearer OTHER"), {"Authorization": "Bearer OTHER"}),
    ):
        with client_of(recorder, *(header or ()), **settings) as client:
            AccountApi(client).get_account_balance()
            assert {name.title(): value for name, value in credentials(recorder).items()} == {
                name.title(): value for name, value in expected.items()
            }
            AccountApi(client).get_account_balance(_request_auths=[{"key": "X-API-KEY", "value": "THIRD"}])
            assert [*credentials(recorder).values()] == ["THIRD"]
            OauthApi(client).get_access_token()
            assert [one.partition(" ")[0] for one in credentials(recorder).values()] == ["Basic"]


@claim("**Classes of two errors.**")
def _two_classes(recorder: Recorder) -> None:
    for status, code, expected in (
        (400, 2020, smscx_client.InvalidPhoneNumberException),
        (403, 1131, smscx_client.ChannelNotActiveException),
    ):
        recorder.respond(error(status, "invalid_param" if status == 400 else "access_denied", code))
        with client_of(recorder) as client, pytest.raises(ApiException) as raised:
            AccountApi(client).get_account_balance()
        assert type(raised.value) is expected


@claim("**Redirects**")
def _redirects(recorder: Recorder) -> None:
    recorder.respond(Response(307, b"", (("Location", f"{recorder.host}/elsewhere"),)))
    with client_of(recorder, max_retries=0) as client, pytest.raises(ApiException) as raised:
        SmsApi(client).send_sms(request())
    assert type(raised.value) is ApiException
    assert raised.value.status == 307
    assert len(recorder.requests) == 1


@claim("**Printing.**")
def _printing(recorder: Recorder) -> None:
    assert "1544" not in repr(VerifyPinRequest("1544"))
    many = SendSmsMessageRequest([NUMBER] * 150, "InfoText", "Hi")
    assert str(many).count(NUMBER) == 100
    assert "150" in str(many)
    assert len(many.to_dict()["to"]) == 150


@claim("**Lists of dicts**")
def _lists_of_dicts(recorder: Recorder) -> None:
    rows: list[Any] = [{"phone_number": NUMBER}]
    one = AddContactsToGroupWithFieldsRequest(rows)
    assert one.phone_numbers[0].phone_number == NUMBER
    assert rows == [{"phone_number": NUMBER}]
    rows.append({"phone_number": "+31612469334"})
    one.phone_numbers.append(rows[1])
    assert [row["phoneNumber"] for row in one.to_dict(wire=True)["phoneNumbers"]] == [NUMBER, *["+31612469334"] * 2]


@claim("**Exports to xlsx**")
def _xlsx(recorder: Recorder, tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = (("Content-Type", kind), ("Content-Disposition", 'attachment; filename="group_4501.xlsx"'))
    recorder.respond(Response(200, b"xlsx", headers))
    with client_of(recorder) as client:
        client.configuration.temp_folder_path = str(tmp_path)
        with GroupsApi(client).export_group_to_xlsx(4501) as file:
            found = Path(file.name)
    assert (found.name, found.read_bytes()) == ("group_4501.xlsx", b"xlsx")
    assert found.parent.parent == tmp_path
    if sys.platform != "win32":
        assert found.parent.stat().st_mode & 0o077 == 0


@claim("**Logs.**")
def _logs(recorder: Recorder, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    for log_content in (False, True):
        caplog.clear()
        with client_of(recorder, log_content=log_content) as client:
            client.configuration.debug = True
            try:
                recorder.respond({**SENT, "data": [{"to": NUMBER, "text": "Hi"}]})
                SmsApi(client).send_sms(request())
            finally:
                client.configuration.debug = False
        assert any(one.levelname == "DEBUG" for one in caplog.records)
        assert (NUMBER in caplog.text) is log_content
    assert capsys.readouterr() == ("", "")


@claim("**Settings that change.**")
def _settings_that_change(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    with client_of(recorder, host="http://127.0.0.1:9", max_retries=0) as client:
        with pytest.raises(smscx_client.ApiConnectionException):
            AccountApi(client).get_account_balance()
        client.configuration.host = recorder.host
        client.configuration.api_key = "NEXT"
        AccountApi(client).get_account_balance()
    assert credentials(recorder) == {"X-API-KEY": "NEXT"}


@claim("**`call_api`**")
def _call_api(recorder: Recorder) -> None:
    with client_of(recorder) as client:
        for name in ("files", "_host"):
            with pytest.raises(ApiTypeError, match=f"{name}: is not supported"):
                client.call_api("/account/balance", "GET", **{name: recorder.host})  # type: ignore[arg-type]
        with pytest.raises(ApiValueError, match="resource_path: must begin with a slash"):
            client.call_api("account/balance", "GET")
    assert recorder.requests == []


@claim("**Environment.**")
def _environment(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("api_key", "access_token", "application_id", "application_secret"):
        monkeypatch.setenv(f"SMSCX_{name.upper()}", "FROM-ENVIRONMENT")
        assert getattr(Configuration(), name) == "FROM-ENVIRONMENT"
        assert getattr(Configuration(**{name: "PASSED"}), name) == "PASSED"
        monkeypatch.delenv(f"SMSCX_{name.upper()}")
    monkeypatch.setenv("SMSCX_HOST", recorder.host)
    assert Configuration().host == recorder.host
    assert Configuration(host="http://127.0.0.1:1").host == "http://127.0.0.1:1"


@claim("**Python** 3.9 or later")
def _python(recorder: Recorder) -> None:
    assert "python_requires = >=3.9" in (ROOT / "setup.cfg").read_text(encoding="utf-8")


@pytest.mark.parametrize("start", CHECKS)
def test_the_claim_is_true(start: str, request: pytest.FixtureRequest) -> None:
    check = CHECKS[start]
    check(**{name: request.getfixturevalue(name) for name in inspect.signature(check).parameters})
