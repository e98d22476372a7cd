"""Calls: options, credentials, bodies, parameters, responses, logging, and input that is refused before sending."""

from __future__ import annotations

import io
import json
import logging
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import urllib3

import smscx_client
from smscx_client.api_client import CallOptions
from smscx_client.apis import AccountApi, GroupsApi, NumbersApi, OauthApi, OptoutsApi, OtpApi, ReportsApi, SmsApi
from smscx_client.models import AddContactsToGroupRequest, OptoutsNewRequest, SendSmsMessageRequest, VerifyPinRequest
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder, Response

BALANCE = {"balance": 250.0, "currency": "eur", "billing": "prepaid"}
SENT: dict[str, Any] = {"info": {"totalCost": 0.075}, "data": []}


def message(**more: Any) -> SendSmsMessageRequest:
    return SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi", **more)


# Options of a call


def test_with_http_data(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(BALANCE, **{"X-Rate-Limit-Remaining": "99"})
    data, status, headers = AccountApi(api_client).get_account_balance(_return_http_data_only=False)
    assert (data.balance, status, headers["x-rate-limit-remaining"]) == (250.0, 200, "99")


def test_raw_response(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    response: Any = AccountApi(api_client).get_account_balance(_preload_content=False)
    assert json.loads(response.read()) == BALANCE
    response.release_conn()


def test_raw_response_of_a_refusal_raises_with_its_body(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"error": {"type": "not_found", "code": 1200, "message": "No group", "uri": ""}}, status=404)
    with pytest.raises(smscx_client.ResourceNotFoundException) as raised:
        GroupsApi(api_client).get_group_details(1, _preload_content=False)
    assert raised.value.error_code == 1200


def test_unchecked_input_is_sent_as_it_is(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(SENT)
    SmsApi(api_client).send_sms({"to": "nobody", "new": 1}, _check_input_type=False)
    sent = recorder.requests[0].json
    assert (sent["to"], sent["new"]) == ("nobody", 1)


def test_a_checked_response_names_the_wrong_field(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({**BALANCE, "currency": "gbp"})
    api_client.configuration.max_retries = 0
    assert AccountApi(api_client).get_account_balance().currency == "gbp"
    with pytest.raises(smscx_client.ApiConnectionException, match="currency"):
        AccountApi(api_client).get_account_balance(_check_return_type=True)


def test_other_credentials_for_one_call(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    AccountApi(api_client).get_account_balance(_request_auths=[{"key": "X-API-KEY", "value": "other"}])
    assert recorder.requests[0].headers["X-API-KEY"] == "other"


@pytest.mark.parametrize("auths", [["X-API-KEY"], [{}], [{"in": "query", "key": "k", "value": "v"}]])
def test_malformed_credentials_are_refused(api_client: smscx_client.ApiClient, auths: Any) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="_request_auths"):
        AccountApi(api_client).get_account_balance(_request_auths=auths)


def test_content_type_and_server_that_do_not_exist(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(SENT)
    with pytest.raises(smscx_client.ApiValueError, match="_content_type: send_sms takes application/json"):
        SmsApi(api_client).send_sms(message(), _content_type="text/xml")
    with pytest.raises(smscx_client.ApiValueError, match="_host_index"):
        SmsApi(api_client).send_sms(message(), _host_index=1)
    assert recorder.requests == []
    SmsApi(api_client).send_sms(message(), _content_type="application/json", _host_index=0)
    assert len(recorder.requests) == 1


def test_default_headers(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, api_key="KEY")
    with smscx_client.ApiClient(configuration, "X-Trace", "abc", cookie="a=b") as client:
        client.user_agent = "shop/1.0"
        AccountApi(client).get_account_balance()
    headers = recorder.requests[0].headers
    assert (headers["X-Trace"], headers["Cookie"], headers["User-Agent"]) == ("abc", "a=b", "shop/1.0")


@pytest.mark.parametrize(("name", "value"), [("X-A", "1\r\nX-B: 2"), ("X-A\r\nX-B", "1"), ("", "1")])
def test_a_header_cannot_carry_another(api_client: smscx_client.ApiClient, name: str, value: str) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="header"):
        api_client.set_default_header(name, value)


@pytest.mark.parametrize(("name", "value"), [(1, "1"), ("X-A", None), ("X-A", b"1")])
def test_a_header_is_text(api_client: smscx_client.ApiClient, name: Any, value: Any) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match="header_name: must be text"):
        api_client.set_default_header(name, value)


@pytest.mark.parametrize("name", ["Content-Length", "content-length", "Transfer-Encoding"])
def test_a_header_cannot_change_the_length_of_the_body(api_client: smscx_client.ApiClient, name: str) -> None:
    wrong = {
        "header_name": lambda: api_client.set_default_header(name, 5),
        "header_params": lambda: api_client.call_api("/account/balance", "GET", header_params={name: "5"}),
        "_request_auths": lambda: AccountApi(api_client).get_account_balance(
            _request_auths=[{"key": name, "value": "5"}]
        ),
    }
    for argument, call in wrong.items():
        with pytest.raises(smscx_client.ApiValueError, match=f"{argument}.*length of the body"):
            call()


def test_default_configuration(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    smscx_client.Configuration.set_default(smscx_client.Configuration(host=recorder.host, api_key="default-key"))
    try:
        assert AccountApi().get_account_balance().balance == 250.0
    finally:
        smscx_client.Configuration.set_default(None)
    assert recorder.requests[0].headers["X-API-KEY"] == "default-key"


# Credentials


def test_api_key_from_the_environment(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder.respond(BALANCE)
    monkeypatch.setenv("SMSCX_HOST", recorder.host)
    monkeypatch.setenv("SMSCX_API_KEY", "key-from-outside")
    with smscx_client.ApiClient(smscx_client.Configuration()) as client:
        AccountApi(client).get_account_balance()
    assert recorder.requests[0].headers["X-API-KEY"] == "key-from-outside"


@pytest.mark.parametrize("token", ["token-1", lambda: "token-1"], ids=["text", "callable"])
def test_access_token(recorder: Recorder, token: Any) -> None:
    recorder.respond(BALANCE)
    with smscx_client.ApiClient(smscx_client.Configuration(host=recorder.host, access_token=token)) as client:
        AccountApi(client).get_account_balance()
    assert recorder.requests[0].headers["Authorization"] == "Bearer token-1"
    assert "X-API-KEY" not in recorder.requests[0].headers


def test_missing_credentials_say_what_to_set(recorder: Recorder) -> None:
    with smscx_client.ApiClient(smscx_client.Configuration(host=recorder.host)) as client:
        with pytest.raises(smscx_client.ApiValueError, match="api_key.*SMSCX_API_KEY"):
            AccountApi(client).get_account_balance()
        with pytest.raises(smscx_client.ApiValueError, match="SMSCX_APPLICATION_ID"):
            OauthApi(client).get_access_token()
    assert recorder.requests == []


# Bodies


def test_the_pin_by_itself(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"status": "VERIFIED"})
    for body in ("1544", {"pin": "1544"}, VerifyPinRequest("1544")):
        OtpApi(api_client).verify_otp("58341b37-6a27-4400-8a43-8dc8049a3a1b", body)
    assert [request.json for request in recorder.requests] == [{"pin": "1544"}] * 3


def test_both_bodies_of_an_optout(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"info": {}})
    add = OptoutsApi(api_client).add_contact_to_optouts_list
    add(AddContactsToGroupRequest(phone_numbers=["+31612469333"]))
    add(OptoutsNewRequest(phone_numbers=["+31612469333"], allow_invalid=True))
    add({"phoneNumbers": ["+31612469333"], "countryIso": "NL"})
    assert [sorted(request.json) for request in recorder.requests] == [
        ["phoneNumbers"],
        ["allowInvalid", "phoneNumbers"],
        ["countryIso", "phoneNumbers"],
    ]
    with pytest.raises(smscx_client.ApiTypeError, match="phoneNumbrs"):
        add({"phoneNumbrs": []})


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (3, "send_sms_message_request: must be a SendSmsMessageRequest or a dict, not an int"),
        (VerifyPinRequest("1"), "must be a SendSmsMessageRequest or a dict, not a VerifyPinRequest"),
        ({"to": ["x"], "from": "abc", "txt": ""}, "send_sms_message_request: .*no field `txt`, did you mean `text`"),
        ({"to": [1], "from": "abc", "text": ""}, r"send_sms_message_request\.to\[0\]: must be a str, not an int"),
        ({"to": ["x"], "from": "abc"}, "missing `text`"),
    ],
)
def test_a_wrong_body_is_named(api_client: smscx_client.ApiClient, recorder: Recorder, body: Any, problem: str) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match=problem):
        SmsApi(api_client).send_sms(body)
    assert recorder.requests == []


def test_a_body_that_json_cannot_carry(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    body = message()
    body["newField"] = object()
    with pytest.raises(smscx_client.ApiTypeError, match="JSON"):
        SmsApi(api_client).send_sms(body)
    assert recorder.requests == []


def test_a_new_field_reaches_the_wire(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(SENT)
    body = message()
    body["newField"] = {"a": 1}
    SmsApi(api_client).send_sms(body)
    assert recorder.requests[0].json["newField"] == {"a": 1}


def test_lone_surrogates_are_sent(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(SENT)
    SmsApi(api_client).send_sms(SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="\ud800"))
    assert recorder.requests[0].json["text"] == "\ud800"


# Parameters


@pytest.mark.parametrize(
    ("number", "on_the_wire"),
    [
        ("+31612469333", "%2B31612469333"),
        ("../oauth/token", "..%2Foauth%2Ftoken"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("a?b#c%2F", "a%3Fb%23c%252F"),
        ("a\x00b\r\n", "a%00b%0D%0A"),
        ("ü", "%C3%BC"),
    ],
)
def test_a_path_parameter_stays_in_its_segment(
    api_client: smscx_client.ApiClient, recorder: Recorder, number: str, on_the_wire: str
) -> None:
    recorder.respond({"data": {}})
    NumbersApi(api_client).validate_number(number)
    assert recorder.requests[0].target == f"/numbers/validate/{on_the_wire}"


@pytest.mark.parametrize("number", ["", "\ud800"])
def test_a_path_parameter_that_cannot_be_sent(
    api_client: smscx_client.ApiClient, recorder: Recorder, number: str
) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="phone_number"):
        NumbersApi(api_client).validate_number(number)
    assert recorder.requests == []


def test_parameters_are_checked(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    account, reports = AccountApi(api_client), ReportsApi(api_client)
    wrong: Any = "smss"
    with pytest.raises(smscx_client.ApiValueError, match="channel: must be one of 'sms'.*did you mean `sms`"):
        account.get_channel_pricing(wrong, "2way")
    with pytest.raises(smscx_client.ApiTypeError, match="limit: must be an int, not a str"):
        reports.get_advanced_report("2026", limit="10")  # type: ignore[arg-type]
    with pytest.raises(smscx_client.ApiValueError, match="country_iso: must have at most 2 characters"):
        account.get_channel_pricing_by_country_iso("sms", "2way", "NLD")
    assert recorder.requests == []


def test_validations_can_be_turned_off(recorder: Recorder) -> None:
    recorder.respond({})
    configuration = smscx_client.Configuration(
        host=recorder.host, api_key="KEY", disabled_client_side_validations="maxLength, format"
    )
    with smscx_client.ApiClient(configuration) as client:
        AccountApi(client).get_channel_pricing_by_country_iso("sms", "2way", "NLD")
        with pytest.raises(smscx_client.ApiValueError, match="at least 2"):
            AccountApi(client).get_channel_pricing_by_country_iso("sms", "2way", "N")
        configuration.client_side_validation = False
        AccountApi(client).get_channel_pricing_by_country_iso("sms", "2way", "N")
    assert len(recorder.requests) == 2


def test_reports_take_their_dates_positionally(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond({"info": {}, "data": [], "paging": {}})
    ReportsApi(api_client).get_advanced_report(None, "2026-10-01", "2026-10-31", short_response=True)
    assert recorder.requests[0].query == [
        ("start_date", "2026-10-01"),
        ("end_date", "2026-10-31"),
        ("short_response", "true"),
    ]


# Responses


def test_csv_is_text_in_the_charset_of_the_response(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(
        Response(200, "name\r\nJosé\r\n".encode("latin-1"), (("Content-Type", "text/csv; charset=latin-1"),))
    )
    assert OptoutsApi(api_client).export_optouts_to_csv() == "name\r\nJosé\r\n"
    recorder.respond(Response(200, "José".encode(), (("Content-Type", "application/csv; charset=no-such"),)))
    assert OptoutsApi(api_client).export_optouts_to_csv() == "José"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="optouts.xlsx"', "optouts.xlsx"),
        ('attachment; filename="../../etc/cron.d/evil.sh"', "evil.sh"),
        (r'attachment; filename="..\..\evil.xlsx"', "evil.xlsx"),
        ('attachment; filename="/etc/passwd"', "passwd.xlsx"),
        ('attachment; filename="...."', "export.xlsx"),
        ("", "export.xlsx"),
    ],
)
def test_xlsx_is_a_private_file_in_the_folder_set(
    api_client: smscx_client.ApiClient, recorder: Recorder, tmp_path: Path, disposition: str, name: str
) -> None:
    api_client.configuration.temp_folder_path = str(tmp_path)
    recorder.respond(Response(200, b"PK\x03\x04" * 50_000, (("Content-Disposition", disposition),)))
    with OptoutsApi(api_client).export_optouts_to_xlsx() as file:
        assert file.read() == b"PK\x03\x04" * 50_000
    (folder,) = tmp_path.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (there,) = folder.iterdir()
    assert there.name == name
    assert file.name == str(there)
    assert stat.S_IMODE(there.stat().st_mode) == 0o600


def test_a_download_that_breaks_off_leaves_nothing(
    api_client: smscx_client.ApiClient, recorder: Recorder, tmp_path: Path
) -> None:
    api_client.configuration.temp_folder_path = str(tmp_path)
    api_client.configuration.max_retries = 0
    recorder.respond(Response(200, b"no gzip", (("Content-Encoding", "gzip"),)))
    with pytest.raises(smscx_client.ApiConnectionException):
        OptoutsApi(api_client).export_optouts_to_xlsx()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "response",
    [
        Response(200, b"<html>Welcome to the hotel</html>", (("Content-Type", "text/html"),)),
        Response(200, b"", ()),
        Response(200, b'{"balance": 1', ()),
        Response(200, b"[1, 2]", ()),
        Response(200, b"null", ()),
        Response(200, b"[" * 200_000, ()),
    ],
    ids=["html", "empty", "truncated", "list", "null", "deep"],
)
@pytest.mark.usefixtures("no_garbage_collection")
def test_a_response_that_cannot_be_read(
    api_client: smscx_client.ApiClient, recorder: Recorder, response: Response
) -> None:
    api_client.configuration.max_retries = 0
    recorder.respond(response)
    with pytest.raises(smscx_client.ApiConnectionException, match="200.*cannot be read") as raised:
        AccountApi(api_client).get_account_balance()
    assert not raised.value.outcome_unknown


def test_redirects_are_not_followed(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(Response(302, b"", (("Location", f"{recorder.host}/elsewhere"),)))
    with pytest.raises(smscx_client.ApiException) as raised:
        AccountApi(api_client).get_account_balance()
    assert raised.value.status == 302
    assert len(recorder.requests) == 1


# Logging


def test_one_line_per_request_without_personal_data(
    api_client: smscx_client.ApiClient, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    recorder.respond({"data": {"phoneNumber": "+31612469333"}}, **{"X-Request-Id": "req-1"})
    with caplog.at_level(logging.INFO, logger="smscx_client"):
        NumbersApi(api_client).validate_number("+31612469333")
    (line,) = [one.getMessage() for one in caplog.records if one.name == "smscx_client"]
    assert line.startswith("GET /numbers/validate/{phoneNumber} 200 in ")
    assert line.endswith("try 1, request req-1")
    assert "612469333" not in line and "test-key" not in line


def test_secrets_are_masked_in_the_debug_log(recorder: Recorder, caplog: pytest.LogCaptureFixture) -> None:
    recorder.respond({"access_token": "very-secret-token", "expires_in": 3600, "token_type": "Bearer", "scope": "sms"})
    configuration = smscx_client.Configuration(host=recorder.host, username="app", password="very-secret-word")
    with caplog.at_level(logging.DEBUG), smscx_client.ApiClient(configuration) as client:
        response = OauthApi(client).get_access_token()
    assert response.access_token == "very-secret-token"
    assert "very-secret" not in caplog.text
    assert "very-secret" not in repr(response) + str(response)
    assert any("get_access_token" in one.getMessage() for one in caplog.records)


def test_the_library_prints_nothing(
    api_client: smscx_client.ApiClient, recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder.respond(BALANCE)
    AccountApi(api_client).get_account_balance()
    assert capsys.readouterr() == ("", "")


def test_a_client_can_be_used_again_after_it_was_closed(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    client = smscx_client.ApiClient(smscx_client.Configuration(host=recorder.host, api_key="KEY"))
    client.close()
    assert AccountApi(client).get_account_balance().balance == 250.0
    client.close()


# A transport and a retry policy of the program


class Canned:
    """A transport without connections: returns responses from a list, and records requests."""

    def __init__(self, *responses: tuple[int, str, bytes]):
        self.responses = list(responses)
        self.requests: list[dict[str, Any]] = []
        self.closed = 0

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Any,
        time_left: float | None = None,
        preload: bool = True,
        timed: bool = True,
    ) -> urllib3.BaseHTTPResponse:
        self.requests.append({"method": method, "url": url, "body": body, "timeout": timeout, "time_left": time_left})
        status, kind, content = self.responses.pop(0)
        return urllib3.HTTPResponse(
            io.BytesIO(content), headers={"Content-Type": kind}, status=status, preload_content=False
        )

    def close(self) -> None:
        self.closed += 1


def canned_client(transport: smscx_client.Transport, **settings: Any) -> smscx_client.ApiClient:
    configuration = smscx_client.Configuration(host="http://localhost", api_key="key", **settings)
    policy = RetryPolicy(clock=lambda: 0.0, sleep=lambda seconds: None)
    return smscx_client.ApiClient(configuration, transport=transport, retry_policy=policy)


def test_a_transport_of_the_program_sends_every_request() -> None:
    transport = Canned((200, "application/json", json.dumps(BALANCE).encode()))
    with canned_client(transport, timeout=(1, 2), total_timeout=30) as client:
        assert AccountApi(client).get_account_balance().balance == 250.0
        assert transport.closed == 0
    assert transport.closed == 1
    assert transport.requests == [
        {
            "method": "GET",
            "url": "http://localhost/account/balance",
            "body": None,
            "timeout": (1, 2),
            "time_left": 30.0,
        }
    ]


def test_responses_of_a_transport_are_read_like_those_of_connections(tmp_path: Path) -> None:
    refusal = {"error": {"type": "not_found", "code": 1200, "message": "No group", "uri": ""}}
    transport = Canned(
        (200, "application/json", json.dumps(BALANCE).encode()),
        (404, "application/json", json.dumps(refusal).encode()),
        (200, "application/csv", b"a,b\r\n"),
        (200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    )
    with canned_client(transport) as client:
        client.configuration.temp_folder_path = str(tmp_path)
        response: Any = AccountApi(client).get_account_balance(_preload_content=False)
        assert json.loads(response.read()) == BALANCE
        with pytest.raises(smscx_client.ResourceNotFoundException) as raised:
            GroupsApi(client).get_group_details(1)
        assert raised.value.error_code == 1200
        assert GroupsApi(client).export_group_to_csv(1) == "a,b\r\n"
        with GroupsApi(client).export_group_to_xlsx(1) as file:
            assert file.read() == b"PK"


def test_the_retry_policy_of_the_program_decides_the_pauses() -> None:
    pauses: list[float] = []
    policy = RetryPolicy(sleep=pauses.append, uniform=lambda least, most: most)
    failure = (503, "application/json", b"{}")
    transport = Canned(failure, failure, (200, "application/json", json.dumps(BALANCE).encode()))
    configuration = smscx_client.Configuration(host="http://localhost", api_key="key", max_retries=2)
    with smscx_client.ApiClient(configuration, transport=transport, retry_policy=policy) as client:
        assert AccountApi(client).get_account_balance().balance == 250.0
    assert pauses == [0.5, 1.0]


@pytest.mark.parametrize("option", sorted(CallOptions.__annotations__))
def test_every_option_of_call_options_is_an_option_of_every_method(option: str) -> None:
    neutral = {"_preload_content": True, "_return_http_data_only": True, "_check_input_type": True}
    transport = Canned((200, "application/json", json.dumps(BALANCE).encode()))
    with canned_client(transport) as client:
        options: Any = {option: neutral.get(option)}
        assert AccountApi(client).get_account_balance(**options).balance == 250.0
