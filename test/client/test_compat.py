"""Names of published clients, for programs that use them."""

from __future__ import annotations

import io
import threading
from datetime import date, datetime
from typing import Any

import pytest
import urllib3

import smscx_client
import smscx_client.rest
from smscx_client import ApiException, ApiTypeError, ApiValueError, Configuration
from smscx_client.api import sms_api
from smscx_client.models import (
    AccountBalance,
    CustomFieldsObj,
    SendSmsMessageRequest,
    SendSmsMessageResponse,
    SendViberMessageRequest,
    Transliteration,
)
from test.support.recorder import Recorder

NUMBER = "+31612469333"


def request() -> SendSmsMessageRequest:
    return SendSmsMessageRequest(to=[NUMBER], _from="InfoText", text="Hi", transliteration=Transliteration("NONE"))


def test_imports() -> None:
    assert smscx_client.rest.ApiException is ApiException
    assert sms_api.SendSmsMessageRequest is SendSmsMessageRequest  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="NoSuchModel"):
        sms_api.NoSuchModel  # type: ignore[attr-defined]  # noqa: B018


def test_the_tables_of_a_model() -> None:
    for model in (SendSmsMessageRequest, request()):
        assert model.attribute_map["_from"] == "from"  # type: ignore[attr-defined]
        assert model.openapi_types["to"] == ([str],)  # type: ignore[attr-defined]
        assert model.openapi_types["transliteration"] == (Transliteration,)  # type: ignore[attr-defined]
        assert model.openapi_types["scheduled_date"] == (datetime,)  # type: ignore[attr-defined]
    assert Transliteration.allowed_values[("alphabet",)]["NON_GSM"] == "NON_GSM"  # type: ignore[attr-defined]
    for fields in (CustomFieldsObj, CustomFieldsObj({"a": "b"})):
        assert fields.attribute_map == {"custom_field_name": "customFieldName"}  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="no_such_table"):
        SendSmsMessageRequest.no_such_table  # type: ignore[attr-defined]  # noqa: B018


def test_the_api_key_equals_the_text_it_was_made_of() -> None:
    one = Configuration(api_key="KEY")
    assert one.api_key == "KEY"
    assert one.api_key != "OTHER"
    assert not one.api_key != "KEY"  # noqa: SIM202
    assert one.api_key == {"ApiKeyAuth": "KEY"}
    one.api_key["ApiKeyAuth"] = "OTHER"
    assert one.api_key == "OTHER"


def test_last_response_is_that_of_the_thread(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"info": {}})
    assert api_client.last_response is None
    sms_api.SmsApi(api_client).send_sms(request())
    seen: list[Any] = []
    thread = threading.Thread(target=lambda: seen.append(api_client.last_response))
    thread.start()
    thread.join()
    assert api_client.last_response.status == 200
    assert api_client.last_response.data == b'{"info": {}}'
    assert seen == [None]


def test_a_large_response_is_not_kept(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"info": {}, "data": [{"text": "x" * (1 << 20)}]})
    sms_api.SmsApi(api_client).send_sms(request())
    assert api_client.last_response is None


def test_sanitize_for_serialization() -> None:
    sanitize = smscx_client.ApiClient.sanitize_for_serialization
    viber = SendViberMessageRequest.from_dict({"customFields": {"customFieldName": {"a": "b"}}})
    assert sanitize([request(), {"at": datetime(2026, 5, 1, 12), "day": date(2026, 5, 1)}, (1, None)]) == [
        {"to": [NUMBER], "from": "InfoText", "text": "Hi", "transliteration": {"alphabet": "NONE"}},
        {"at": "2026-05-01 12:00:00", "day": "2026-05-01"},
        [1, None],
    ]
    assert sanitize(viber) == {"customFields": {"a": "b"}}
    with pytest.raises(ApiValueError, match="cannot be sent as JSON: a set"):
        sanitize({1})


def test_deserialize(api_client: smscx_client.ApiClient) -> None:
    def read(text: bytes, kind: Any, **options: Any) -> Any:
        return api_client.deserialize(urllib3.HTTPResponse(io.BytesIO(text)), kind, **options)

    response = read(b'{"info": {"totalCost": 1}}', (SendSmsMessageResponse,), _check_type=False)
    assert response.info.total_cost == 1
    assert read(b'[{"balance": 1}]', ([AccountBalance],))[0].balance == 1
    assert read(b'{"a": [1]}', {str: [int]}) == {"a": [1]}
    assert read(b'{"a": [1]}', (dict,)) == {"a": [1]}
    assert read(b'[{"a": 1}]', list) == [{"a": 1}]
    assert read(b'"x"', "AccountBalance") == "x"
    with pytest.raises(ApiTypeError, match="is missing `balance`"):
        read(b"{}", (AccountBalance,), _check_type=True)
    with pytest.raises(ApiValueError, match="^response: the response is not JSON"):
        read(b"<html>", (AccountBalance,))
    for kind in (5, None, "file", ("NoModel",)):
        with pytest.raises(ApiTypeError, match="^response_type: must be a model"):
            read(b"{}", kind)


def test_call_api(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"info": {"totalCost": 1}})
    data, status, headers = api_client.call_api(
        "/sms/{kind}",
        "POST",
        {"kind": "a b"},
        [("limit", 5)],
        {"X-Extra": 7},
        body=request(),
        response_type=(SendSmsMessageResponse,),
    )
    assert (data.info.total_cost, status, headers["Content-Type"]) == (1, 200, "application/json")
    (received,) = recorder.requests
    assert (received.method, received.target) == ("POST", "/sms/a%20b?limit=5")
    assert (received.headers["X-Extra"], received.headers["X-API-KEY"]) == ("7", "test-key")
    assert received.json["to"] == [NUMBER]
    recorder.respond({}, status=403)
    with pytest.raises(smscx_client.AccessDeniedException):
        api_client.call_api("/sms", "GET")
    with pytest.raises(ApiTypeError, match="^files: is not supported"):
        api_client.call_api("/sms", "POST", files={"a": "b"})


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((".other.test/sms", "POST"), ApiValueError, "resource_path: must begin with a slash"),
        ((5, "POST"), ApiTypeError, "resource_path: must be a str, not int"),
        (("/sms", None), ApiTypeError, "method: must be a str, not NoneType"),
        (("/sms", "GET", 5), ApiTypeError, "path_params: must be a dict or a list of pairs, not int"),
        (("/sms", "GET", None, 5), ApiTypeError, "query_params: must be a dict or a list of pairs, not int"),
        (("/sms", "GET", None, ["limit"]), ApiTypeError, "query_params: must be a dict or a list of pairs"),
        (("/sms/{kind}", "GET", {"kind": None}), ApiTypeError, "requires it; it is missing or None"),
    ],
)
def test_wrong_arguments_of_call_api_send_nothing(
    api_client: smscx_client.ApiClient, recorder: Recorder, arguments: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        api_client.call_api(*arguments)
    assert recorder.requests == []


@pytest.mark.parametrize("name", ["X-API-KEY", "x-api-key", "authorization"])
def test_credentials_in_the_headers_of_call_api_are_the_only_ones(recorder: Recorder, name: str) -> None:
    for settings in ({"api_key": "KEY"}, {}):
        with smscx_client.ApiClient(Configuration(host=recorder.host, **settings)) as client:
            client.call_api("/x", "GET", header_params={name: "OTHER", "user-agent": "mine"})
        sent = [(key.lower(), value) for key, value in recorder.requests[-1].headers.items()]
        assert [value for key, value in sent if key in ("x-api-key", "authorization")] == ["OTHER"]
        assert [value for key, value in sent if key == "user-agent"] == ["mine"]
        with pytest.raises(ApiValueError, match="header_params"):
            client.call_api("/x", "GET", header_params={name: "OTHER", "X-Note": "a\r\nb: c"})


def test_call_api_in_the_background(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond([{"balance": 1}])
    handle = api_client.call_api(
        "/x", "GET", response_type=([AccountBalance],), async_req=True, _return_http_data_only=True
    )
    assert handle.get()[0].balance == 1


def test_small_settings(recorder: Recorder) -> None:
    configuration = Configuration(host=recorder.host, api_key="KEY")
    configuration.connection_pool_maxsize = None
    with smscx_client.ApiClient(configuration, "X-Number", 0) as client:
        client.set_default_header("X-Other", 7)
        sms_api.SmsApi(client).send_sms(request(), _request_timeout=0)
    assert (recorder.requests[0].headers["X-Number"], recorder.requests[0].headers["X-Other"]) == ("0", "7")


@pytest.mark.parametrize("headers", [{"X-Request-Id": "r1"}, [("X-Request-Id", "r1")]], ids=["dict", "pairs"])
def test_an_exception_of_a_response_with_getheaders(headers: Any) -> None:
    class Response:
        status, reason, data = 400, "Bad Request", b'{"error": {"code": 1106}}'

        def getheaders(self) -> Any:
            return headers

    error = ApiException(http_resp=Response())
    assert (error.status, error.error_code, error.headers["x-request-id"]) == (400, 1106, "r1")
