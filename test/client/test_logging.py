"""Logs contain no phone number, text or PIN unless ``log_content`` is set."""

from __future__ import annotations

import contextlib
import logging
import re
import socket
from collections.abc import Iterator
from typing import Any

import pytest

import smscx_client
from smscx_client.apis import AccountApi, NumbersApi, OtpApi, SmsApi
from test.support.scripted import Scripted, closes, http_response

NUMBER = "+31612469333"
TEXT = "Your parcel arrives today"
JSON = "Content-Type: application/json"
SENT = b'{"info": {"campaignId": "c"}, "data": [{"to": "+31612469333", "text": "Your parcel arrives today"}]}'
PRIVATE = ("612469333", "parcel", "1544")


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    yield server
    server.close()


def client_of(server: Scripted, **settings: Any) -> smscx_client.ApiClient:
    return smscx_client.ApiClient(smscx_client.Configuration(host=server.host, api_key="k", max_retries=0, **settings))


def make_calls(client: smscx_client.ApiClient, server: Scripted) -> None:
    """Calls with private data in path, query, body and response; some responses are malformed."""
    calls = (
        lambda: NumbersApi(client).validate_number(NUMBER),
        lambda: SmsApi(client).send_sms({"to": [NUMBER], "from": "InfoText", "text": TEXT}),
        lambda: OtpApi(client).verify_otp("d658b586-93b0-441a-9eb1-dc433430c9c9", "1544"),
    )
    steps = (
        http_response(SENT, JSON),
        closes(http_response(SENT, JSON, "no colon in this header 612469333")),  # its length is not found
        http_response(SENT, JSON, status="400 Bad Request"),
        closes(),
    )
    for call in calls:
        for step in steps:
            server.respond(step)
            with contextlib.suppress(smscx_client.ApiException):
                call()


def test_no_log_record_has_private_data(server: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), client_of(server) as client:
        make_calls(client, server)
    loggers = {record.name for record in caplog.records}
    assert {"smscx_client", "urllib3.connectionpool"} <= loggers
    assert "Failed to parse headers" in caplog.text
    assert [word for word in PRIVATE if word in caplog.text] == []


def test_no_logger_of_urllib3_shows_the_path(
    server: Scripted, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = logging.Logger.manager.loggerDict.items()
    loggers = [
        one for name, one in named if re.match("urllib3[.](?!contrib|http2)", name) and isinstance(one, logging.Logger)
    ]
    assert len(loggers) >= 5
    connect = socket.socket.connect

    def logs(sock: socket.socket, address: Any) -> None:
        for logger in loggers:
            logger.warning("GET %s", f"/numbers/validate/%2B{NUMBER[1:]}")
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", logs)
    with client_of(server) as client:
        NumbersApi(client).validate_number(NUMBER)
    shown = {record.name: record.getMessage() for record in caplog.records}
    assert shown == {logger.name: "GET /..." for logger in loggers}


def test_log_content_shows_the_content(server: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    server.respond(http_response(SENT, JSON))
    with caplog.at_level(logging.DEBUG), client_of(server, log_content=True) as client:
        NumbersApi(client).validate_number(NUMBER)
    for logger in ("smscx_client", "urllib3.connectionpool"):
        assert any("612469333" in one.getMessage() for one in caplog.records if one.name == logger), logger


@pytest.mark.parametrize("shown", [False, True])
def test_log_content_can_differ_from_call_to_call(
    server: Scripted, caplog: pytest.LogCaptureFixture, shown: bool
) -> None:
    server.respond(http_response(SENT, JSON))
    with caplog.at_level(logging.DEBUG), client_of(server, log_content=not shown) as client:
        NumbersApi(client.with_options(log_content=shown)).validate_number(NUMBER)
    for logger in ("smscx_client", "urllib3.connectionpool"):
        messages = [one.getMessage() for one in caplog.records if one.name == logger]
        assert any("612469333" in one for one in messages) is shown, logger


def test_log_records_of_other_requests_stay_as_they_are(server: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    import urllib3

    with caplog.at_level(logging.DEBUG), client_of(server) as client, urllib3.PoolManager() as pools:
        NumbersApi(client).validate_number(NUMBER)
        pools.request("GET", f"{server.host}/numbers/validate/{NUMBER}")
    assert f"/numbers/validate/{NUMBER}" in caplog.records[-1].getMessage()


class Broken(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        raise KeyError("a bug in the program's filter")


class BrokenHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise KeyError("a bug in the program's handler")


@pytest.mark.parametrize("log_content", [False, True])
@pytest.mark.parametrize("part", ["filter", "handler"])
def test_a_broken_part_of_the_log_of_urllib3_does_not_replace_the_result(
    server: Scripted, capsys: pytest.CaptureFixture[str], part: str, log_content: bool
) -> None:
    logger, broken_filter, broken_handler = logging.getLogger("urllib3.connectionpool"), Broken(), BrokenHandler()
    level = logger.level
    server.respond(http_response(b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}', JSON))
    logger.setLevel(logging.DEBUG)
    if part == "filter":
        logger.filters.insert(0, broken_filter)  # before the filter of the library
    else:
        logger.addHandler(broken_handler)
    try:
        with client_of(server, log_content=log_content) as client:
            assert AccountApi(client).get_account_balance().balance == 250.0
            server.respond(closes())
            with pytest.raises(smscx_client.ApiConnectionException):
                AccountApi(client).get_account_balance()
    finally:
        logger.removeFilter(broken_filter)
        logger.removeHandler(broken_handler)
        logger.setLevel(level)
    assert f"a bug in the program's {part}" in capsys.readouterr().err


def test_filters_of_the_program_still_decide_about_the_log_of_urllib3(
    server: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    def no_connections(record: logging.LogRecord) -> bool:
        return "new HTTP connection" not in record.getMessage()

    logger = logging.getLogger("urllib3.connectionpool")
    with caplog.at_level(logging.DEBUG), client_of(server) as client:
        logger.addFilter(no_connections)
        try:
            NumbersApi(client).validate_number(NUMBER)
        finally:
            logger.removeFilter(no_connections)
    messages = [one.getMessage() for one in caplog.records if one.name == logger.name]
    assert len(messages) == 1
    assert messages[0].endswith('"GET /... HTTP/1.1" 200 2')


def test_a_filter_that_raises_does_not_replace_the_result(server: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    logger, broken = logging.getLogger("smscx_client"), Broken()
    level = logger.level
    server.respond(http_response(b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}', JSON))
    logger.addFilter(broken)
    logger.setLevel(logging.DEBUG)
    try:
        with client_of(server) as client:
            assert AccountApi(client).get_account_balance().balance == 250.0
            server.respond(closes())
            with pytest.raises(smscx_client.ApiConnectionException):
                AccountApi(client).get_account_balance()
    finally:
        logger.removeFilter(broken)
        logger.setLevel(level)
    assert "a bug in the program's filter" in capsys.readouterr().err
