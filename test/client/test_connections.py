"""Connections: interim responses, slow links, interruptions, trusted certificates, proxies."""

from __future__ import annotations

import json
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Callable

import pytest
import trustme

import smscx_client
from smscx_client import ApiAttributeError, ApiConnectionException, ApiTypeError, ApiValueError
from smscx_client.apis import AccountApi, OauthApi, SmsApi
from smscx_client.models import SendSmsMessageRequest
from test.support.scripted import Connection, Scripted, chunked, http_response, tunnel

BALANCE = b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}'
JSON = "Content-Type: application/json"
GOOD = http_response(BALANCE, JSON)
NUMBER = "+31612469333"


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    server.respond(GOOD)
    yield server
    server.close()


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[Scripted]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = Scripted(context)
    server.respond(GOOD)
    yield server
    server.close()


def client_of(host: str, **settings: Any) -> smscx_client.ApiClient:
    configuration = smscx_client.Configuration(host=host, api_key="k", max_retries=0)
    for name, value in settings.items():
        setattr(configuration, name, value)
    return smscx_client.ApiClient(configuration)


def balance(client: smscx_client.ApiClient) -> float:
    return AccountApi(client).get_account_balance().balance


# Interim responses


INTERIM = {
    "100": b"HTTP/1.1 100 Continue\r\n\r\n",
    "102": b"HTTP/1.1 102 Processing\r\n\r\n",
    "103": b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nContent-Length: 5\r\n\r\n",
    "several": b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" * 2,
    "unknown": b"HTTP/1.1 199 Something New\r\n\r\n",
}


@pytest.mark.parametrize("interim", INTERIM.values(), ids=INTERIM)
def test_interim_responses_are_skipped(server: Scripted, interim: bytes) -> None:
    server.respond(interim + GOOD)
    with client_of(server.host) as client:
        assert [balance(client), balance(client)] == [250.0, 250.0]
    assert server.connections == 1


def test_more_than_100_interim_responses_are_refused(server: Scripted) -> None:
    server.respond(INTERIM["102"] * 100 + GOOD, INTERIM["102"] * 101 + GOOD)
    with client_of(server.host) as client:
        assert balance(client) == 250.0
        with pytest.raises(ApiConnectionException, match="more than 100 interim responses"):
            balance(client)


def test_a_change_of_protocol_is_no_response(server: Scripted) -> None:
    server.respond(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
    with client_of(server.host) as client, pytest.raises(ApiConnectionException, match="101"):
        balance(client)


# Sending


def test_sending_has_more_time_than_connecting(server: Scripted) -> None:
    """The server starts to read after the connect timeout; the request does not fit into the buffers before."""
    server.on_connect = lambda connection: connection.server.stopped.wait(0.6)
    small = [(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 14)]
    message = {"to": [NUMBER] * 400_000, "from": "InfoText", "text": "Hi"}
    server.respond(http_response(b'{"info": {}, "data": []}', JSON))
    with client_of(server.host, timeout=(0.2, 60), socket_options=small) as client:
        assert SmsApi(client).send_sms(message, _check_input_type=False).data == []
    assert json.loads(server.requests[0].partition(b"\r\n\r\n")[2])["to"] == message["to"]


def test_the_response_to_a_request_that_is_not_read_to_its_end(server: Scripted) -> None:
    """The server refuses a body that is too large, and closes the connection while the client still sends."""
    refusal = http_response(
        b'{"error": {"type": "invalid_param", "message": "Too large."}}', JSON, status="413 Too Large"
    )

    def refuses_at_once(connection: Connection) -> None:
        connection.socket.recv(1000)
        connection.socket.sendall(refusal)
        connection.socket.shutdown(socket.SHUT_WR)
        while connection.socket.recv(1 << 16):  # a reset before the client has read would discard the response
            pass

    server.on_connect = refuses_at_once
    message = {"to": [NUMBER] * 100_000, "from": "InfoText", "text": "Hi"}
    with client_of(server.host) as client, pytest.raises(smscx_client.ApiException) as raised:
        SmsApi(client).send_sms(message, _check_input_type=False)
    assert raised.value.status == 413


def test_a_line_before_a_chunk_has_a_limit(server: Scripted) -> None:
    endless = b"2;" + b"x" * 3_000_000 + b"\r\n{}\r\n0\r\n\r\n"
    server.respond(lambda connection: connection.close(chunked(headers=(JSON,))[:-5] + endless))
    with (
        client_of(server.host) as client,
        pytest.raises(ApiConnectionException, match="too long|maximum allowed length"),
    ):
        balance(client)


# Interruptions


class Interrupted(BaseException):
    """What a signal handler raises: a soft time limit, Ctrl-C in a notebook."""


def interrupt_at(step: int, call: Callable[[], Any]) -> bool:
    """Make a call with an exception at one step of the pool; return whether there is such a step."""
    left = step

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        path = Path(frame.f_code.co_filename)
        if path.name not in ("queue.py", "pools.py", "connectionpool.py") and "threading" not in path.name:
            return trace
        if event in ("line", "return"):
            left -= 1
            if left == 0:
                sys.settrace(None)
                raise Interrupted
        return trace

    sys.settrace(trace)
    try:
        call()
    except Interrupted:
        return True
    except ApiConnectionException:
        return True
    finally:
        sys.settrace(None)
    return False


# An interrupted call drops its connection where urllib3 cannot close it any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupted_call_does_not_block_later_calls(server: Scripted) -> None:
    step = 0
    with client_of(server.host, connection_pool_maxsize=2) as client:
        balance(client)
        while True:
            step += 1
            interrupted = interrupt_at(step, lambda: balance(client))
            done = threading.Event()
            later = threading.Thread(target=lambda: done.set() if balance(client) else None, daemon=True)  # noqa: B023
            later.start()
            assert done.wait(30), f"the call after an interruption at step {step} waits forever"
            if not interrupted:
                break
    assert step > 30


# Trusted certificates


def test_the_environment_names_trusted_certificates(
    authority: trustme.CA, tls_server: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "company.pem"))
    with client_of(tls_server.host) as client:
        assert balance(client) == 250.0


def test_a_folder_of_trusted_certificates(
    authority: trustme.CA, tls_server: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = ssl.create_default_context(cadata=authority.cert_pem.bytes().decode())
    assert subject.get_ca_certs()
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with client_of(tls_server.host) as client, pytest.raises(ApiConnectionException, match="certificate verify failed"):
        balance(client)


def test_the_setting_wins_over_the_environment(
    authority: trustme.CA, tls_server: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "other.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "other.pem"))
    with client_of(tls_server.host, ssl_ca_cert=str(tmp_path / "company.pem")) as client:
        assert balance(client) == 250.0


def test_the_roots_of_the_system_are_trusted(
    authority: trustme.CA, tls_server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A company's TLS proxy: its root is installed in the system, not in certifi."""
    installed = authority.cert_pem.bytes().decode()
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setattr(
        ssl.SSLContext, "load_default_certs", lambda self, *_: self.load_verify_locations(cadata=installed)
    )
    with client_of(tls_server.host) as client:
        assert balance(client) == 250.0


@pytest.mark.parametrize("setting", ["ssl_ca_cert", "cert_file", "key_file"])
@pytest.mark.parametrize("exists", [False, True])
def test_a_certificate_file_that_cannot_be_used_is_named(
    authority: trustme.CA, tmp_path: Path, setting: str, exists: bool
) -> None:
    file, good = tmp_path / "it.pem", tmp_path / "good.pem"
    authority.issue_cert("client@smscx.test").private_key_and_cert_chain_pem.write_to_path(str(good))
    if exists:
        file.write_text("not a certificate")
    settings = {"cert_file": str(good), setting: str(file)} if setting == "key_file" else {setting: str(file)}
    with pytest.raises(ApiValueError, match="it.pem|good.pem") as raised:
        client_of("https://127.0.0.1:1", **settings)
    if setting != "key_file" or not exists:
        assert raised.value.path_to_item == [setting]


@pytest.mark.parametrize("setting", ["ssl_ca_cert", "cert_file", "key_file"])
def test_a_certificate_file_is_a_path(authority: trustme.CA, tmp_path: Path, setting: str) -> None:
    with pytest.raises(ApiTypeError, match=f"{setting}: must be the path of a file, not int"):
        client_of("https://127.0.0.1:1", **{setting: 5})
    with pytest.raises(ApiValueError, match=f"{setting}: there is no file or folder .*gone.pem"):
        client_of("https://127.0.0.1:1", **{"cert_file": tmp_path, setting: tmp_path / "gone.pem"})


def test_a_key_without_a_certificate_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ApiValueError, match="key_file: needs cert_file"):
        client_of("https://127.0.0.1:1", key_file=tmp_path / "key.pem")


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_missing_certificates_of_the_environment_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "gone"))
    with pytest.raises(ApiValueError, match=f"{variable}: there is no file or folder"):
        client_of("https://127.0.0.1:1")


# Proxies


def test_tls_settings_are_also_those_of_an_https_proxy(
    authority: trustme.CA, tls_server: Scripted, server: Scripted, tmp_path: Path
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    with client_of(server.host, proxy=tls_server.host, ssl_ca_cert=str(tmp_path / "company.pem")) as client:
        assert balance(client) == 250.0
    with (
        client_of(server.host, proxy=tls_server.host) as client,
        pytest.raises(ApiConnectionException, match="certificate verify failed"),
    ):
        balance(client)
    with pytest.warns(UserWarning, match="verify_ssl=False"):
        client = client_of(server.host, proxy=tls_server.host, verify_ssl=False)
    with client, pytest.warns(Warning, match="Unverified HTTPS request"):  # urllib3's own
        assert balance(client) == 250.0


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1080", "http://[::1", "gopher://127.0.0.1:70"])
def test_an_unsupported_proxy_of_the_environment_does_not_prevent_local_calls(
    server: Scripted, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", address)
    with client_of(server.host) as client:
        assert balance(client) == 250.0


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_error_for_a_dead_proxy_names_the_proxy(server: Scripted, scheme: str) -> None:
    dead = Scripted()
    dead.stop_listening()
    try:
        with client_of(f"{scheme}://127.0.0.1:1", proxy=dead.host) as client:
            with pytest.raises(ApiConnectionException, match="proxy") as raised:
                balance(client)
            assert raised.value.outcome_unknown is False
    finally:
        dead.close()


def test_the_error_for_a_dead_host_behind_a_proxy_does_not(server: Scripted) -> None:
    proxy = Scripted()
    proxy.respond(tunnel)
    try:
        with client_of("https://127.0.0.1:1", proxy=proxy.host) as client:
            with pytest.raises(ApiConnectionException) as raised:
                balance(client)
            assert "is the sandbox running" not in str(raised.value)
    finally:
        proxy.close()


# Settings that change after the client is made


def test_a_changed_certificate_setting_acts(authority: trustme.CA, tls_server: Scripted, tmp_path: Path) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    with client_of(tls_server.host) as client:
        with pytest.raises(ApiConnectionException, match="certificate verify failed"):
            balance(client)
        client.configuration.ssl_ca_cert = str(tmp_path / "company.pem")
        assert balance(client) == 250.0
        client.configuration.ssl_ca_cert = str(tmp_path / "gone.pem")
        with pytest.raises(ApiValueError, match="ssl_ca_cert: there is no file or folder"):
            balance(client)
        client.configuration.ssl_ca_cert = None
        with pytest.raises(ApiConnectionException, match="certificate verify failed"):
            balance(client)


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")  # a warning of urllib3 for each request
def test_a_changed_verification_acts_and_warns(tls_server: Scripted) -> None:
    with client_of(tls_server.host) as client:
        client.configuration.verify_ssl = False
        with pytest.warns(UserWarning) as warned:
            assert balance(client) == 250.0
        assert any("verify_ssl=False" in str(one.message) for one in warned)


def test_a_changed_host_acts(authority: trustme.CA, tls_server: Scripted, server: Scripted, tmp_path: Path) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    with client_of(server.host, ssl_ca_cert=str(tmp_path / "company.pem")) as client:
        balance(client)
        client.configuration.host = tls_server.host
        assert balance(client) == 250.0
    assert [len(one.requests) for one in (server, tls_server)] == [1, 1]


def test_a_changed_proxy_acts(server: Scripted) -> None:
    proxy = Scripted()
    proxy.respond(GOOD)
    try:
        with client_of(server.host) as client:
            balance(client)
            client.configuration.proxy = proxy.host
            balance(client)
        assert [len(one.requests) for one in (server, proxy)] == [1, 1]
    finally:
        proxy.close()


def test_a_changed_cookie_acts(server: Scripted) -> None:
    with smscx_client.ApiClient(smscx_client.Configuration(host=server.host, api_key="k"), cookie="a=1") as client:
        balance(client)
        client.cookie = "b=2"
        balance(client)
        client.cookie = None
        balance(client)
    cookies = [b"a=1" in server.requests[0], b"b=2" in server.requests[1], b"ookie" in server.requests[2]]
    assert cookies == [True, True, False]


def test_a_header_named_cookie_stays(server: Scripted) -> None:
    configuration = smscx_client.Configuration(host=server.host, api_key="k")
    with smscx_client.ApiClient(configuration, "COOKIE", "a=1") as client:
        balance(client)
    assert client.cookie == "a=1"
    assert b"Cookie: a=1" in server.requests[0]


def test_changed_headers_for_the_proxy_act(server: Scripted) -> None:
    with client_of("http://127.0.0.1:9", proxy=server.host, proxy_headers={"X-Team": "a"}) as client:
        balance(client)
        assert client.configuration.proxy_headers is not None
        client.configuration.proxy_headers["X-Team"] = "b"
        balance(client)
    assert [b"X-Team: a" in one for one in server.requests] == [True, False]
    assert [b"X-Team: b" in one for one in server.requests] == [False, True]


def test_socket_options_are_no_list_that_could_change(server: Scripted) -> None:
    with client_of(server.host, socket_options=[(6, 1, 1)]) as client:
        assert client.configuration.socket_options == ((6, 1, 1),)
        balance(client)
        with pytest.raises(ApiTypeError, match="socket_options: must be a list of options, not str"):
            client.configuration.socket_options = "(6, 1, 1)"  # type: ignore[assignment]


def test_another_configuration_acts(server: Scripted) -> None:
    other = Scripted()
    other.respond(GOOD)
    try:
        with client_of(server.host) as client:
            balance(client)
            client.configuration = smscx_client.Configuration(host=other.host, api_key="second")
            balance(client)
            assert [len(one.requests) for one in (server, other)] == [1, 1]
            assert b"X-API-KEY: second" in other.requests[0]
            with pytest.raises(ApiTypeError, match="configuration: must be a Configuration, not str"):
                client.configuration = "second"  # type: ignore[assignment]
            client.configuration.connection_pool_maxsize = 2  # the settings of the second one act, too
            balance(client)
            assert other.connections == 2
    finally:
        other.close()


def test_another_configuration_of_a_client_with_options_is_refused(server: Scripted) -> None:
    with client_of(server.host) as client, pytest.raises(ApiAttributeError, match="configuration: a client of with_op"):
        client.with_options(max_retries=0).configuration = smscx_client.Configuration(host=server.host)


def test_a_changed_host_is_that_of_clients_with_options_too(server: Scripted) -> None:
    other = Scripted()
    other.respond(GOOD)
    try:
        with client_of(server.host) as client:
            tenant = client.with_options(api_key="tenant")
            balance(tenant)
            client.configuration.host = other.host
            balance(tenant)
        assert [len(one.requests) for one in (server, other)] == [1, 1]
        assert b"X-API-KEY: tenant" in other.requests[0]
    finally:
        other.close()


# Wrong input is refused by name


@pytest.mark.parametrize("body", ["hello", 5, None, ["x"], object()])
def test_a_body_that_is_none_is_refused_without_checks_too(server: Scripted, body: Any) -> None:
    named = "send_sms_message_request|send_sms takes keywords"
    with client_of(server.host) as client, pytest.raises(smscx_client.ApiTypeError, match=named):
        SmsApi(client).send_sms(body, _check_input_type=False)
    assert server.requests == []


@pytest.mark.parametrize("retries", ["x", float("inf"), object(), -1, [1]])
def test_retries_that_are_no_number_are_refused(retries: Any) -> None:
    configuration = smscx_client.Configuration(api_key="k")
    with pytest.raises((smscx_client.ApiTypeError, ApiValueError), match="retries"):
        configuration.retries = retries


def test_a_field_that_is_given_twice_is_refused(server: Scripted) -> None:
    body = {"to": [NUMBER], "from": "InfoText", "_from": "MyShop", "text": "Hi"}
    for checked in (True, False):
        with client_of(server.host) as client, pytest.raises(smscx_client.ApiTypeError, match="`from` and `_from`"):
            SmsApi(client).send_sms(body, _check_input_type=checked)
    with pytest.raises(smscx_client.ApiTypeError, match="_from: is given twice, as `from` and `_from`"):
        SendSmsMessageRequest.from_dict(body)
    assert server.requests == []


@pytest.mark.parametrize(
    ("given", "missing"),
    [("application_id", "application_secret"), ("application_secret", "application_id")],
)
def test_half_of_the_application_credentials_names_the_other_half(server: Scripted, given: str, missing: str) -> None:
    configuration = smscx_client.Configuration(host=server.host, **{given: "x"})
    with (
        smscx_client.ApiClient(configuration) as client,
        pytest.raises(ApiValueError, match=f"{given} is set, but {missing} is not.*SMSCX_{missing.upper()}"),
    ):
        balance(client)
    with (
        smscx_client.ApiClient(configuration) as client,
        pytest.raises(ApiValueError, match=f"{given} is set, but {missing} is not.*SMSCX_{missing.upper()}"),
    ):
        OauthApi(client).get_access_token()
    assert server.requests == []


def test_https_to_a_port_without_tls_says_what_to_do(server: Scripted) -> None:
    server.on_connect = lambda connection: connection.close(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    with (
        client_of(server.host.replace("http:", "https:")) as client,
        pytest.raises(ApiConnectionException, match="does not use TLS at this port: is the URL http://"),
    ):
        balance(client)
