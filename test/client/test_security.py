"""Security: secrets in output, requests to other hosts, paths, headers, file names."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import pickle
import re
import socket
import ssl
import stat
import sys
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable
from urllib.parse import quote, quote_plus, unquote

import pytest
import trustme
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import smscx_client
from smscx_client import ApiTypeError, ApiValueError, apis
from smscx_client.apis import AccountApi, GroupsApi, NumbersApi, OauthApi, OptoutsApi, OtpApi, SmsApi
from smscx_client.models import OauthTokenResponse, VerifyPinRequest
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder, Response
from test.support.scripted import Scripted, Step, closes, http_response, keeps_silent, resets
from test.support.spec import METHODS_BY_NAME, Method

BALANCE = b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}'
GOOD = http_response(BALANCE, "Content-Type: application/json")
OTP_ID = "58341b37-6a27-4400-8a43-8dc8049a3a1b"


def examples(most: int) -> settings:
    """Settings of hypothesis for this number of examples. They share the fixtures; each example empties them."""
    return settings(
        max_examples=most,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    yield server
    server.close()


@pytest.fixture
def other() -> Iterator[Scripted]:
    """A host that must not get a request."""
    other = Scripted()
    yield other
    other.close()


# Secrets


class Seen:
    """Everything that is logged, warned or printed, and everything that shows an exception or an object."""

    def __init__(self) -> None:
        self._logged = io.StringIO()
        self._printed = io.StringIO()
        self._shown: list[str] = []

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        root = logging.getLogger()
        handler = logging.StreamHandler(self._logged)
        handler.setFormatter(logging.Formatter("%(name)s %(message)s %(pathname)s %(args)r"))
        loggers = [logging.getLogger(name) for name in (None, "urllib3", "urllib3.connectionpool", "smscx_client")]
        levels = [one.level for one in loggers]
        root.addHandler(handler)
        for one in loggers:
            one.setLevel(1)
        try:
            with contextlib.redirect_stderr(self._printed), contextlib.redirect_stdout(self._printed):
                yield
        finally:
            root.removeHandler(handler)
            for one, level in zip(loggers, levels):
                one.setLevel(level)

    def show(self, *objects: object) -> None:
        self._shown += [form(one) for one in objects for form in (repr, str, "{}".format)]

    def show_exception(self, error: BaseException) -> None:
        seen: BaseException | None = error
        while seen is not None:
            self.show(seen, seen.args)
            seen = seen.__cause__ or seen.__context__
        self._shown += traceback.format_exception(type(error), error, error.__traceback__)
        if isinstance(error, smscx_client.ApiException):
            self._shown += [repr(vars(error)), pickle.dumps(error).decode("latin-1")]

    @property
    def logged(self) -> str:
        return self._logged.getvalue()

    @property
    def text(self) -> str:
        return "\n".join([self.logged, self._printed.getvalue(), *self._shown])


def forms(secret: str) -> set[str]:
    """The forms in which a secret could appear in output."""
    return {
        secret,
        repr(secret)[1:-1],
        json.dumps(secret)[1:-1],
        quote(secret),
        quote_plus(secret),
        secret.encode().decode("latin-1"),
        base64.b64encode(secret.encode()).decode().rstrip("="),
    }


#: Any text that a header can carry, between words by which the tests find it.
secrets = st.text(st.characters(min_codepoint=0x21, max_codepoint=0xFF, exclude_categories=["Cc"]), max_size=40).map(
    "q7Xw{}wX7q".format
)
application_secrets = secrets.map(lambda text: text.replace(":", ""))


#: How the server responds to a call: with success, with an error, or not at all.
ENDINGS: dict[str, Step] = {
    "good": GOOD,
    **{
        str(status): http_response(b"{}", status=f"{status} No")
        for status in (302, 400, 401, 403, 404, 405, 418, 429, 500)
    },
    "html": http_response(b"<html></html>"),
    "reset": resets(),
    "garbage": closes(b"SSH-2.0\r\n"),
    "cut off": closes(GOOD[:-3]),
    "garbled": http_response(b"no gzip", "Content-Encoding: gzip"),
    "silent": keeps_silent,
}


def calls(client: smscx_client.ApiClient, secret: str) -> dict[str, Callable[[], Any]]:
    """Calls that carry ``secret`` in every place that takes a secret."""
    pin = secret[:10]
    return {
        "json": lambda: AccountApi(client).get_account_balance(),
        "pin": lambda: OtpApi(client).verify_otp(OTP_ID, pin),
        "pin model": lambda: OtpApi(client).verify_otp(OTP_ID, VerifyPinRequest(pin)),
        "own": lambda: AccountApi(client).get_account_balance(_request_auths=[{"key": "X-API-KEY", "value": secret}]),
        "wrong own": lambda: AccountApi(client).get_account_balance(
            _request_auths=[{"key": "A", "value": secret + "\n"}]
        ),
        "wrong auths": lambda: AccountApi(client).get_account_balance(_request_auths=[secret]),  # type: ignore[list-item]
        "wrong option": lambda: AccountApi(client).get_account_balance(key=secret),  # type: ignore[call-arg]
        "wrong pin": lambda: OtpApi(client).verify_otp(OTP_ID, {"pin": [secret]}),
        "wrong body": lambda: OtpApi(client).verify_otp(OTP_ID, {"pin": pin, "other": secret}),
        "wrong argument": lambda: OtpApi(client).verify_otp(OTP_ID, [secret]),  # type: ignore[arg-type]
        "token": lambda: OauthApi(client).get_access_token(),
    }


CREDENTIALS: dict[str, Callable[[str], dict[str, Any]]] = {
    "api key": lambda secret: {"api_key": secret},
    "prefix": lambda secret: {"api_key": secret, "api_key_prefix": {"ApiKeyAuth": secret}},
    "token": lambda secret: {"access_token": secret},
    "callable": lambda secret: {"access_token": lambda: secret},
    "callable that lies": lambda secret: {"access_token": lambda: f"{secret}\n"},
    "application": lambda secret: {"application_id": secret.replace(":", ""), "application_secret": secret},
}


@pytest.mark.parametrize("credentials", CREDENTIALS.values(), ids=CREDENTIALS)
@examples(4)
@given(secret=secrets)
def test_no_secret_is_in_any_output(
    server: Scripted, credentials: Callable[[str], dict[str, Any]], secret: str
) -> None:
    seen = Seen()
    configuration = smscx_client.Configuration(
        host=server.host, **credentials(secret), timeout=(5, 0.02), max_retries=1, scope="sms"
    )
    with seen.watching(), smscx_client.ApiClient(configuration) as client:
        client.retry_policy = RetryPolicy(sleep=lambda seconds: None)
        for ending in ENDINGS.values():
            for call in calls(client, secret).values():
                server.respond(ending)
                try:
                    seen.show(call())
                except (smscx_client.ApiException, ApiTypeError, ApiValueError) as error:
                    seen.show_exception(error)
        seen.show(configuration, client, AccountApi(client), client.rest_client, client.retry_policy, vars(client))
        seen.show(configuration.to_debug_report())
    assert "get_account_balance" in seen.text or "/account/balance" in seen.text
    assert not [form for form in forms(secret) if form in seen.text]


@examples(10)
@given(secret=secrets, token=secrets)
def test_a_fetched_token_is_in_no_output(server: Scripted, secret: str, token: str) -> None:
    seen = Seen()
    fetched = http_response(json.dumps({"access_token": token, "expires_in": 3600, "token_type": "Bearer"}).encode())
    configuration = smscx_client.Configuration(
        host=server.host, application_id="app", application_secret=secret, max_retries=0
    )
    for ending in ENDINGS.values():
        server.respond(fetched, ending, fetched, ending)
        with seen.watching(), smscx_client.ApiClient(configuration) as client:
            try:
                seen.show(AccountApi(client).get_account_balance(_request_timeout=0.02))
            except smscx_client.ApiException as error:
                seen.show_exception(error)
            server.respond(fetched)
            seen.show(OauthApi(client).get_access_token(), vars(client))
    assert "get_access_token returned OauthTokenResponse" in seen.text
    assert not [form for one in (secret, token) for form in forms(one) if form in seen.text]


@pytest.mark.parametrize(
    "token", [f"{word}q7Xw" for word in ("a\r\nX-Evil: ", "\u0416", "\x00")] + ["", None, ["q7Xw"]]
)
def test_a_token_that_no_header_can_carry_is_used_and_shown_nowhere(server: Scripted, token: Any) -> None:
    seen = Seen()
    server.respond(http_response(json.dumps({"access_token": token, "expires_in": 3600}).encode()))
    configuration = smscx_client.Configuration(host=server.host, application_id="app", application_secret="s")
    with (
        seen.watching(),
        smscx_client.ApiClient(configuration) as client,
        pytest.raises(smscx_client.ApiConnectionException, match="no usable token") as raised,
    ):
        SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})
    seen.show_exception(raised.value)
    assert not raised.value.outcome_unknown
    assert [one.split()[1] for one in server.requests] == [b"/oauth/token"]
    assert "q7Xw" not in seen.text


@pytest.mark.parametrize("life", ["never", [1], {}, 10**400, -5, None, "3600"])
def test_a_token_without_a_lifetime_is_used_until_it_is_refused(server: Scripted, life: Any) -> None:
    token = http_response(json.dumps({"access_token": "token", "expires_in": life}).encode())
    server.respond(token, GOOD, http_response(b"{}", status="401 No"), token, GOOD)
    configuration = smscx_client.Configuration(host=server.host, application_id="app", application_secret="s")
    with smscx_client.ApiClient(configuration) as client:
        for _ in range(2):
            assert AccountApi(client).get_account_balance().balance == 250.0
    asked = [one.split()[1].decode() for one in server.requests]
    assert asked == ["/oauth/token", "/account/balance", "/account/balance", "/oauth/token", "/account/balance"]


def test_a_program_can_read_its_secrets() -> None:
    assert VerifyPinRequest("q7Xw").pin == "q7Xw"
    assert OauthTokenResponse.from_dict({"access_token": "q7Xw"}).access_token == "q7Xw"


def test_text_of_the_server_stays_on_one_line_of_the_log(server: Scripted) -> None:
    server.respond(http_response(BALANCE, "X-Request-Id: good\r\n evil: GET /sms 200\x1b[2J"))
    seen = Seen()
    with seen.watching(), smscx_client.ApiClient(smscx_client.Configuration(host=server.host, api_key="k")) as client:
        AccountApi(client).get_account_balance()
    lines = [line for line in seen.logged.splitlines() if line.startswith("smscx_client ")]
    assert all("/account/balance" in line or "get_account_balance" in line for line in lines)
    assert "evil" in lines[0] and "\x1b" not in seen.logged.partition(" (")[0]


# Other hosts


@pytest.mark.parametrize("status", [300, 301, 302, 303, 305, 307, 308])
def test_no_redirect_is_followed(server: Scripted, other: Scripted, status: int) -> None:
    elsewhere = http_response(b"", f"Location: {other.host}/account/balance", status=f"{status} Elsewhere")
    by_key = smscx_client.Configuration(host=server.host, api_key="k")
    by_secret = smscx_client.Configuration(host=server.host, application_id="app", application_secret="secret")
    for configuration in (by_key, by_secret):
        with smscx_client.ApiClient(configuration) as client:
            for call in (
                lambda client=client: AccountApi(client).get_account_balance(),
                lambda client=client: OptoutsApi(client).export_optouts_to_xlsx(),
                lambda client=client: SmsApi(client).send_sms({"to": ["+31612469333"], "from": "Info", "text": "Hi"}),
                lambda client=client: AccountApi(client).get_account_balance(_preload_content=False),
            ):
                server.respond(elsewhere)
                with pytest.raises(smscx_client.ApiException) as raised:
                    call()
                assert raised.value.status == status
    assert other.connections == 0
    assert len(server.requests) == 8


@pytest.mark.parametrize(
    "host",
    [
        "http://api.sms.cx",
        "http://10.0.0.5:8025",
        "http://0.0.0.0:8025",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://2130706433",
        "http://[::2]:8025",
        "HTTP://EXAMPLE.COM",
    ],
)
def test_credentials_are_not_sent_unencrypted(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **_: looked_up.append(asked) or unreachable())
    for credentials in CREDENTIALS.values():
        configuration = smscx_client.Configuration(host=host, **credentials("q7Xw"))
        with smscx_client.ApiClient(configuration) as client:
            for name in ("json", "pin", "own", "token"):
                with pytest.raises(ApiValueError, match=r"not encrypted.*Configuration\(allow_http=True\)") as raised:
                    calls(client, "q7Xw")[name]()
                assert raised.value.path_to_item == ["host"]
    assert looked_up == []


def unreachable() -> Any:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize(
    ("host", "allow"),
    [
        ("http://127.0.0.1:8025", False),
        ("http://127.8.9.10:8025", False),
        ("http://localhost:8025", False),
        ("http://LocalHost", False),
        ("http://[::1]:8025", False),
        ("https://api.sms.cx", False),
        ("http://sandbox.example.com", True),
    ],
)
def test_credentials_are_sent_over_tls_or_to_this_machine(
    host: str, allow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: unreachable())
    configuration = smscx_client.Configuration(host=host, api_key="k", allow_http=allow, max_retries=0)
    with smscx_client.ApiClient(configuration) as client, pytest.raises(smscx_client.ApiConnectionException):
        AccountApi(client).get_account_balance()


def test_a_host_set_later_is_checked_too(server: Scripted) -> None:
    configuration = smscx_client.Configuration(host=server.host, api_key="k")
    server.respond(GOOD)
    with smscx_client.ApiClient(configuration) as client:
        assert AccountApi(client).get_account_balance().balance == 250.0
        configuration.host = "http://sandbox.example.com"
        with pytest.raises(ApiValueError, match="not encrypted"):
            AccountApi(client).get_account_balance()


def test_other_credentials_of_a_call_are_not_replaced_by_those_of_the_client(server: Scripted) -> None:
    configuration = smscx_client.Configuration(host=server.host, application_id="app", application_secret="secret")
    server.respond(http_response(b"{}", status="401 Unauthorized"))
    for client_of in (configuration, smscx_client.Configuration(host=server.host, api_key="k")):
        with smscx_client.ApiClient(client_of) as client, pytest.raises(smscx_client.InvalidCredentialsException):
            AccountApi(client).get_account_balance(_request_auths=[{"key": "Authorization", "value": "Bearer theirs"}])
    assert all(b"Bearer theirs" in one for one in server.requests)
    assert len(server.requests) == 2


def test_without_verification_there_is_one_warning(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("somebody.else.test").configure_cert(context)
    server = Scripted(context)
    server.respond(GOOD)
    configuration = smscx_client.Configuration(host=server.host, api_key="k")
    configuration.verify_ssl = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with smscx_client.ApiClient(configuration) as client:
            for _ in range(3):
                assert AccountApi(client).get_account_balance().balance == 250.0
    server.close()
    (ours,) = [one for one in caught if "verify_ssl=False" in str(one.message)]
    assert ours.filename == __file__, "it names the line that made the client"
    with pytest.warns(UserWarning, match="verify_ssl=False") as found:
        smscx_client.Client(host="https://127.0.0.1:9", api_key="k", verify_ssl=False).close()
    assert found[0].filename == __file__


# Paths

PATHS = [
    (method, one["name"])
    for method in METHODS_BY_NAME.values()
    for one in method.parameters
    if one["in"] == "path"
    and one["schema"].get("type") == "string"
    and not one["schema"].keys() & {"enum", "maxLength"}
]


def test_there_are_paths_to_try() -> None:
    assert len(PATHS) > 20


nasty = st.sampled_from(
    ["../", "..", ".", "%2F", "%", "/", "//evil.com/", "\\", "?", "#", "\x00", "\r\n", "@", ":", "é"]
)
texts = st.lists(
    st.one_of(nasty, st.text(st.characters(exclude_categories=["Cs"]), min_size=1)), min_size=1, max_size=6
)


@pytest.mark.parametrize("safe", ["", "/?#%\\:+"], ids=["plain", "with characters to leave alone"])
@examples(200)
@given(which=st.sampled_from(PATHS), text=texts.map("".join))
def test_a_path_parameter_stays_in_its_segment(
    server: Scripted, safe: str, which: tuple[Method, str], text: str
) -> None:
    configuration = smscx_client.Configuration(host=server.host, api_key="k", disabled_client_side_validations="format")
    configuration.safe_chars_for_path_param = safe
    server.respond(http_response(b"{}", status="404 Not Found"))
    server.requests.clear()
    method, wire_name = which
    arguments = method.arguments()
    python_name = next(
        one.get("x-python-name", name)
        for one, name in zip(method.parameters, method.arguments())
        if one["name"] == wire_name
    )
    arguments[python_name] = text
    if method.body_argument():
        assert method.content is not None
        arguments[method.body_argument() or ""] = method.content[1]["example"]
    with smscx_client.ApiClient(configuration) as client, pytest.raises(smscx_client.ResourceNotFoundException):
        getattr(getattr(apis, method.api_class)(client), method.name)(**arguments)
    (request,) = server.requests
    target = request.split(b"\r\n")[0].split(b" ")[1].decode("ascii")
    segments, expected = target.partition("?")[0].split("/"), method.path.split("/")
    assert len(segments) == len(expected)
    for segment, name in zip(segments, expected):
        if name == f"{{{wire_name}}}":
            assert unquote(segment) == text
            assert segment not in (".", "..")
        elif not name.startswith("{"):
            assert segment == name


def test_a_parameter_that_no_address_can_carry_is_refused(api_client: smscx_client.ApiClient) -> None:
    refused: list[tuple[str, Callable[[], Any]]] = [
        ("phone_number", lambda: NumbersApi(api_client).lookup_number("\ud800", _check_input_type=False)),
        ("scope", lambda: OauthApi(api_client).get_access_token(scope="\ud800")),
    ]
    if hasattr(sys, "set_int_max_str_digits"):
        refused.append(("group_id", lambda: GroupsApi(api_client).get_group_details(10**5000)))
    for name, call in refused:
        with pytest.raises(ApiValueError, match="a URL cannot have") as raised:
            call()
        assert raised.value.path_to_item == [name]


# Headers


def arrives_alone(server: Scripted, name: str, value: str, usual: set[str]) -> None:
    """Check that a header arrives as it was set, and that no other header arrives with it."""
    (request,) = server.requests
    lines = request.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    headers = {line.partition(":")[0].lower(): line.partition(":")[2].strip(" ") for line in lines}
    assert len(headers) == len(lines)
    assert headers.keys() == usual | {name.lower()}
    assert headers[name.lower()] == value.strip(" ")


USUAL = {"host", "accept-encoding", "user-agent", "accept"}
anything = st.one_of(st.text(max_size=20), st.text("ab:\r\n\t \x00\x85\xa0é€", max_size=8))


def is_new(name: str) -> bool:
    """Whether a header is not one that HTTP itself needs."""
    return name.lower() not in {*USUAL, "content-length", "transfer-encoding", "connection", "x-api-key"}


printable = re.compile("[ -~\xa0-\xff]*").fullmatch


@examples(100)
@given(key=anything.filter(bool), prefix=anything)
def test_a_key_is_one_header(server: Scripted, key: str, prefix: str) -> None:
    server.respond(GOOD)
    server.requests.clear()
    try:
        configuration = smscx_client.Configuration(server.host, key, {"ApiKeyAuth": prefix})
        with smscx_client.ApiClient(configuration) as client:
            AccountApi(client).get_account_balance()
    except ApiValueError:
        assert server.requests == []
        assert not printable(key + prefix)
    else:
        arrives_alone(server, "X-API-KEY", f"{prefix} {key}" if prefix else key, USUAL)


@pytest.mark.parametrize("place", ["header_name", "_request_auths"])
@examples(100)
@given(name=st.one_of(anything.map("X-{}".format), anything, st.just("X-Trace")).filter(is_new), value=anything)
def test_a_header_of_the_caller_is_one_header(server: Scripted, place: str, name: str, value: str) -> None:
    server.respond(GOOD)
    server.requests.clear()
    with smscx_client.ApiClient(smscx_client.Configuration(server.host, "test-key")) as client:
        try:
            if place == "header_name":
                client.set_default_header(name, value)
                AccountApi(client).get_account_balance()
            else:
                AccountApi(client).get_account_balance(_request_auths=[{"key": name, "value": value}])
        except (ApiValueError, ApiTypeError) as error:
            assert error.path_to_item == [place]
            assert server.requests == []
            assert not (re.fullmatch(r"[A-Za-z-]+", name) and printable(value))
        else:
            arrives_alone(server, name, value, USUAL | ({"x-api-key"} if place == "header_name" else set()))


@pytest.mark.parametrize("value", ["1\r\nX-Evil: 1", "1\nX-Evil: 1", "1\r\n\r\nGET /evil HTTP/1.1", "\u010d\u010a"])
def test_a_default_header_with_a_line_break_is_not_sent(
    api_client: smscx_client.ApiClient, recorder: Recorder, value: str
) -> None:
    api_client.configuration.max_retries = 0
    api_client.default_headers["X-Trace"] = value
    with pytest.raises(smscx_client.ApiConnectionException):
        AccountApi(api_client).get_account_balance()
    assert recorder.requests == []


def test_an_idempotency_id_stays_in_the_body(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    evil = "x\r\nX-Evil: 1"
    recorder.respond({"info": {}, "data": []})
    SmsApi(api_client).send_sms(
        {"to": ["+31612469333"], "from": "InfoText", "text": evil, "idempotencyId": evil}, _check_input_type=False
    )
    (request,) = recorder.requests
    assert (request.json["idempotencyId"], request.json["text"]) == (evil, evil)
    assert "X-Evil" not in request.headers


# Files

names = st.one_of(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=["Cc"]), max_size=300),
    st.lists(
        st.sampled_from(["..", "/", "\\", "C:", "~", "etc", "passwd", ".", "%2F", "\t", " ", "con", "a" * 300])
    ).map("".join),
)
dispositions = st.one_of(
    names,
    names.map('attachment; filename="{}"'.format),
    names.map("attachment; filename={}".format),
    names.map("attachment; filename*=UTF-8''{}".format),
    names.map('inline; filename="good.xlsx"; filename="{}"'.format),
)


@examples(100)
@given(disposition=dispositions)
def test_a_download_stays_in_its_folder(server: Scripted, tmp_path: Path, disposition: str) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir(exist_ok=True)
    configuration = smscx_client.Configuration(host=server.host, api_key="k")
    configuration.temp_folder_path = str(folder)
    server.respond(http_response(b"PK\x03\x04", f"Content-Disposition: {disposition}"))
    with smscx_client.ApiClient(configuration) as client, OptoutsApi(client).export_optouts_to_xlsx() as file:
        there = Path(file.name)
        assert file.read() == b"PK\x03\x04"
    assert there.parent.parent == folder
    assert list(folder.rglob("*")) == [there.parent, there]
    assert list(tmp_path.iterdir()) == [folder]
    assert re.fullmatch(r"[A-Za-z0-9_-]+\.[A-Za-z0-9]+", there.name)
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    there.unlink()
    there.parent.rmdir()


def test_two_downloads_of_one_name_are_two_files(
    api_client: smscx_client.ApiClient, recorder: Recorder, tmp_path: Path
) -> None:
    api_client.configuration.temp_folder_path = str(tmp_path)
    (tmp_path / "export.xlsx").symlink_to(tmp_path / "elsewhere")
    recorder.respond(Response(200, b"PK\x03\x04", (("Content-Disposition", "filename=export.xlsx"),)))
    files = [OptoutsApi(api_client).export_optouts_to_xlsx() for _ in range(2)]
    assert len({one.name for one in files}) == 2
    assert not (tmp_path / "elsewhere").exists()
    for one in files:
        one.close()
