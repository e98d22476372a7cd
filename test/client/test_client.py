"""``Client``: one object with a namespace for each resource, and clients with other settings on its connections."""

from __future__ import annotations

import copy
import os
import socket
import ssl
import threading
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import trustme

import smscx_client
from smscx_client import AsyncClient, Client, Configuration, apis
from smscx_client._namespaces import METHODS
from smscx_client._setting_types import CallSettings, ClientSettings
from smscx_client._transport.connections import tls_settings
from smscx_client.exceptions import ApiAttributeError, ApiTypeError, ApiValueError
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder

BALANCE = {"balance": 250.0, "currency": "eur", "billing": "prepaid"}
NAMESPACES = (
    *("account", "applications", "attachments", "conversations", "groups", "multichannel", "numbers", "oauth"),
    *("optouts", "originators", "otp", "reports", "shortlinks", "sms", "templates", "viber", "whatsapp"),
)


@pytest.fixture
def client(recorder: Recorder) -> Iterator[Client]:
    with Client(api_key="test-key", host=recorder.host) as made:
        yield made


# Namespaces


def test_each_api_class_is_a_namespace(client: Client) -> None:
    found = {name: type(getattr(client, name)) for name in NAMESPACES}
    assert sorted(one.__name__ for one in found.values()) == sorted(apis.__all__)
    assert all(one.__name__.lower() == f"{name}api" for name, one in found.items())
    assert all(getattr(client, name).api_client is client.api_client for name in NAMESPACES)
    assert client.sms is client.sms


def test_a_method_by_a_similar_name_is_found(client: Client) -> None:
    sms: Any = client.sms
    with pytest.raises(ApiAttributeError, match=r"^SmsApi has no attribute `send`, did you mean `send_sms`\?$"):
        sms.send(to="+31612469333")
    asynchronous: Any = AsyncClient(api_key="key").sms
    with pytest.raises(ApiAttributeError, match=r"^AsyncSmsApi has no attribute `sendsms`, did you mean `send_sms`\?$"):
        asynchronous.sendsms()
    assert not hasattr(sms, "_nothing")
    assert copy.copy(sms).api_client is sms.api_client


def test_an_unknown_namespace_is_refused_with_the_names_of_all(client: Client) -> None:
    with pytest.raises(ApiAttributeError, match="no attribute `messages`; methods are in its namespaces: account, "):
        client.messages.create()  # type: ignore[attr-defined]


def test_a_method_without_its_namespace_is_found() -> None:
    client: Any = Client("key")
    with pytest.raises(ApiAttributeError, match=r"`send_sms`: it is client\.sms\.send_sms\(\.\.\.\)"):
        client.send_sms(to="+31612469333")
    with pytest.raises(ApiAttributeError, match="did you mean `shortlinks`"):
        _ = client.short_links
    assert len(METHODS) > 100
    assert all(hasattr(getattr(client, namespace), name) for name, namespace in METHODS.items())


# Making a client


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"api_key": "one"}, {"api_key": {"ApiKeyAuth": "one"}}),
        ({"access_token": "two"}, {"access_token": "two", "api_key": {}}),
        ({"application_id": "a", "application_secret": "b"}, {"username": "a", "password": "b", "api_key": {}}),
        ({}, {"api_key": {"ApiKeyAuth": "from outside"}}),
        ({"max_retries": 7, "proxy": "http://127.0.0.1:9"}, {"max_retries": 7, "proxy": "http://127.0.0.1:9"}),
    ],
)
def test_settings_are_keywords(given: dict[str, Any], shown: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_API_KEY", "from outside")
    configuration = Client(**given).configuration
    assert {name: getattr(configuration, name) for name in shown} == shown


def test_a_configuration_is_used_itself_and_excludes_other_settings() -> None:
    configuration = Configuration(api_key="key")
    assert Client(configuration=configuration).configuration is configuration
    with pytest.raises(ApiTypeError, match=r"takes configuration= or api_key=, max_retries= not both"):
        Client(configuration=configuration, api_key="other", max_retries=1)
    with pytest.raises(ApiTypeError, match=r"Client\(configuration=configuration\)"):
        Client(configuration)  # type: ignore[arg-type]
    with pytest.raises(ApiTypeError, match="configuration: must be a Configuration, not dict"):
        Client(configuration={"api_key": "key"})  # type: ignore[arg-type]


def test_a_client_without_settings_uses_the_default_configuration() -> None:
    Configuration.set_default(Configuration(api_key="default", max_retries=9))
    try:
        assert Client().configuration.max_retries == 9
        assert Client().configuration is not Configuration.get_default()
    finally:
        Configuration.set_default(None)


def test_an_unknown_setting_is_refused_with_a_hint() -> None:
    with pytest.raises(ApiTypeError, match="`apikey`, did you mean `api_key`"):
        Client(apikey="key")  # type: ignore[call-arg]


def test_settings_of_a_client_and_of_a_call_are_all_settings_of_a_configuration() -> None:
    from smscx_client.configuration import OF_CLIENT, setting_names

    of_calls, of_clients = CallSettings.__optional_keys__, ClientSettings.__optional_keys__
    assert of_calls | of_clients == setting_names(Configuration) - {"logger"}
    assert of_calls == setting_names(Configuration) - {"logger"} - OF_CLIENT


def test_the_context_manager_closes_the_connections() -> None:
    class Transport:
        closed = 0

        def request(self, *_: Any, **__: Any) -> Any:
            raise AssertionError

        def close(self) -> None:
            self.closed += 1

    transport = Transport()
    with Client("key", transport=transport) as client:
        with client.with_options(max_retries=0):
            pass
        assert transport.closed == 0
    assert transport.closed == 1


def test_a_client_shows_no_secret() -> None:
    assert "hush" not in repr(Client("hush"))
    assert "api_key='***'" in repr(Client("hush"))


# with_options


def test_other_settings_apply_to_the_calls_of_the_new_client_only(client: Client, recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    other = client.with_options(headers={"X-Trace": "7", "X-Number": 5})
    other.account.get_account_balance()
    client.account.get_account_balance()
    assert [one.headers.get("X-Trace") for one in recorder.requests] == ["7", None]
    assert recorder.requests[0].headers["X-Number"] == "5"
    assert other.api_client.rest_client is client.api_client.rest_client


def test_levels_of_settings_stack(client: Client) -> None:
    first = client.with_options(max_retries=0, headers={"X-A": "1"})
    second = first.with_options(total_timeout=5, headers={"x-a": "2", "X-B": "3"})
    assert (second.configuration.max_retries, second.configuration.total_timeout) == (0, 5)
    assert (second.api_client.default_headers["X-A"], second.api_client.default_headers["X-B"]) == ("2", "3")
    assert (first.configuration.total_timeout, first.api_client.default_headers["X-A"]) == (180.0, "1")
    assert (client.configuration.max_retries, "X-A" in client.api_client.default_headers) == (2, False)


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"timeout": "5"}, ApiTypeError, "timeout: must be a number of seconds.*write timeout=5 without quotes"),
        ({"total_timeout": -1}, ApiValueError, "total_timeout: must be positive"),
        ({"max_retries": 1.5}, ApiTypeError, "max_retries"),
        ({"host": "http://127.0.0.1"}, ApiTypeError, r"`host` is not a setting of a call.*Client\(host=\.\.\.\)"),
        ({"ssl_ca_cert": "ca.pem"}, ApiTypeError, "`ssl_ca_cert` is not a setting of a call"),
        ({"logger_file": "log"}, ApiTypeError, "`logger_file` is not a setting of a call"),
        ({"max_retry": 1}, ApiTypeError, "`max_retry`, did you mean `max_retries`"),
        ({"header": {}}, ApiTypeError, "`header`, did you mean `headers`"),
        ({"headers": {"X-A": "a\nb"}}, ApiValueError, "line break"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(
    client: Client, settings: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        client.with_options(**settings)


def test_a_setting_of_the_connections_cannot_be_set_on_the_new_client(client: Client) -> None:
    with pytest.raises(ApiAttributeError, match="`verify_ssl` cannot differ from call to call"):
        client.with_options(max_retries=0).configuration.verify_ssl = False
    assert client.configuration.verify_ssl


class Seen:
    """A transport that keeps the limits of each request, and fails each time without a response."""

    def __init__(self) -> None:
        self.limits: list[tuple[Any, float | None]] = []

    def request(self, *sent: Any, **_: Any) -> Any:
        self.limits.append((sent[4], sent[5]))
        raise smscx_client.ApiConnectionException("no response")

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("settings", "tries", "timeout", "total"),
    [
        ({}, 3, (5.0, 60.0), 180.0),
        ({"timeout": 7}, 3, 7, 180.0),
        ({"total_timeout": 5}, 3, (5.0, 60.0), 5.0),
        ({"max_retries": 0}, 1, (5.0, 60.0), 180.0),
        ({"max_retries": 1, "timeout": (1, 2), "total_timeout": None}, 2, (1, 2), None),
    ],
)
def test_each_option_of_a_call_acts(settings: Any, tries: int, timeout: Any, total: float | None) -> None:
    seen, policy = Seen(), RetryPolicy(clock=lambda: 0.0, sleep=lambda seconds: None)
    with (
        Client("key", transport=seen, retry_policy=policy) as client,
        pytest.raises(smscx_client.ApiConnectionException),
    ):
        client.with_options(**settings).account.get_account_balance()
    assert [one[0] for one in seen.limits] == [timeout] * tries
    assert seen.limits[0][1] == total


def test_idempotency_ids_are_set_for_each_call(client: Client, recorder: Recorder) -> None:
    recorder.respond({"info": {}, "data": []})
    message: Any = {"to": "+31612469333", "from_": "InfoText", "text": "Hi"}
    own = "0e6e7b2c-5d3c-4c1e-9f65-0c4f2e0d9a11"
    client.with_options(auto_idempotency=False).sms.send_sms(message)
    client.sms.send_sms(**message, idempotency_id=own)
    client.sms.send_sms(message)
    sent = [one.json.get("idempotencyId") for one in recorder.requests]
    assert sent[:2] == [None, own]
    assert len(sent[2]) == 36


@pytest.mark.parametrize(
    ("base", "credentials", "header", "value"),
    [
        ({"api_key": "one"}, {"api_key": "two"}, "X-API-KEY", "two"),
        ({"api_key": "one"}, {"access_token": "two"}, "Authorization", "Bearer two"),
        ({"access_token": "one"}, {"access_token": lambda: "two"}, "Authorization", "Bearer two"),
        ({"application_id": "a", "application_secret": "b"}, {"api_key": "two"}, "X-API-KEY", "two"),
        ({"refresh_api_key_hook": lambda c: setattr(c, "api_key", "one")}, {"api_key": "two"}, "X-API-KEY", "two"),
    ],
)
def test_a_credential_replaces_all_credentials(
    recorder: Recorder, base: dict[str, Any], credentials: dict[str, Any], header: str, value: str
) -> None:
    recorder.respond(BALANCE)
    with Client(host=recorder.host, **base) as client:
        client.api_client.set_default_header("x-api-key", "of the default headers")
        client.with_options(**credentials).account.get_account_balance()
    sent = {name: text for name, text in recorder.requests[0].headers.items() if name in ("X-API-KEY", "Authorization")}
    assert sent == {header: value}


def test_clients_of_one_application_share_its_token(recorder: Recorder) -> None:
    recorder.respond({"access_token": "token", "expires_in": 3600}, BALANCE)
    with Client(application_id="a", application_secret="b", host=recorder.host) as client:
        client.with_options(max_retries=0).account.get_account_balance()
        client.account.get_account_balance()
        client.with_options(timeout=3).account.get_account_balance()
    assert [one.path for one in recorder.requests] == ["/oauth/token", *["/account/balance"] * 3]


def test_a_thousand_clients_on_one_pool_do_not_mix_their_calls(recorder: Recorder) -> None:
    recorder.respond(BALANCE)
    with Client("of nobody", host=recorder.host) as client:
        tenants = [client.with_options(api_key=f"key {n}", headers={"X-Tenant": f"{n}"}) for n in range(1000)]
        together = threading.Barrier(8)

        def run(share: int) -> None:
            together.wait()
            for tenant in tenants[share::8]:
                tenant.account.get_account_balance()

        with ThreadPoolExecutor(8) as executor:
            list(executor.map(run, range(8)))
    sent = sorted((int(one.headers["X-Tenant"]), one.headers["X-API-KEY"]) for one in recorder.requests)
    assert sent == [(n, f"key {n}") for n in range(1000)]


def test_the_package_lists_and_loads_the_client() -> None:
    assert "Client" in dir(smscx_client)
    assert "Client" in smscx_client.__all__
    assert smscx_client.Client is Client


# Connections


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The certificate files that are read, and the sockets that are opened."""
    found: list[str] = []
    load = ssl.SSLContext.load_verify_locations
    monkeypatch.setattr(
        ssl.SSLContext,
        "load_verify_locations",
        lambda self, cafile=None, *more, **named: found.append(str(cafile)) or load(self, cafile, *more, **named),
    )
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: found.append("a connection"))
    return found


def test_making_a_client_reads_no_certificates_and_opens_no_connection(read: list[str]) -> None:
    client = Client(api_key="key", host="https://127.0.0.1:1")
    client.with_options(max_retries=0)
    assert client.sms.api_client is client.api_client
    assert read == []


def test_clients_with_equal_tls_settings_share_one_context(
    read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    certificates = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(certificates))
    settings = [Configuration(api_key=f"{n}", ssl_ca_cert=str(certificates)) for n in range(100)]
    clients = [Client(configuration=one) for one in settings]
    assert read == [str(certificates)]
    contexts = [tls_settings(one)["ssl_context"] for one in settings]
    assert len(set(map(id, contexts))) == 1
    settings[0].verify_ssl = False
    settings[1].assert_hostname = "other"
    others = [tls_settings(one)["ssl_context"] for one in settings[:3]]
    assert len(set(map(id, others))) == 3
    trustme.CA().cert_pem.write_to_path(str(certificates))
    os.utime(certificates, (1, 1))
    assert tls_settings(settings[2])["ssl_context"] is not contexts[0]
    assert len(clients) == 100


def test_a_thousand_clients_are_small() -> None:
    made = [Client(api_key="first", host="https://127.0.0.1:1")]  # imports the modules that clients need
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        made += [Client(api_key=f"{n}", host="https://127.0.0.1:1") for n in range(1000)]
        made += [one.with_options(max_retries=0) for one in made]
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (size - before) / 1000 < 20_000
