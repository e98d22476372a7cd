"""`smscx mcp`: the tools of an agent, through the protocol over stdin and stdout."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from smscx_client import ApiException, Client, ServerErrorException, models
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.mcp_server import SECRETS, Tools
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from test.cli.conftest import COMMAND, Command

mcp = pytest.importorskip("mcp", reason="the package mcp needs Python 3.10")

MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
Call = tuple[str, dict[str, Any]]


def calls(*given: Call, live: tuple[str, ...] = ()) -> list[tuple[bool, str]]:
    """Whether each call of a tool failed, and its text; all of them in one process."""

    async def made() -> list[tuple[bool, str]]:
        command = mcp.StdioServerParameters(
            command=sys.executable, args=[*COMMAND[1:], "mcp", *live], env={**os.environ}
        )
        async with mcp.Client(command) as client:
            assert len((await client.list_tools()).tools) == 3
            results = [await client.call_tool(name, arguments) for name, arguments in given]
            return [(one.is_error, one.content[0].text) for one in results]

    return asyncio.run(made())


def test_an_agent_finds_reads_and_calls_an_operation_of_the_sandbox() -> None:
    found, all_of_them, described, sent, balance, wrong, refused = calls(
        ("search_operations", {"query": "send an SMS"}),
        ("search_operations", {}),
        ("describe_operation", {"operation": "send_sms"}),
        ("call_operation", {"operation": "send_sms", "arguments": MESSAGE}),
        ("call_operation", {"operation": "get_account_balance"}),
        ("call_operation", {"operation": "send_smss"}),
        ("call_operation", {"operation": "send_sms", "arguments": {**MESSAGE, "to": ["+316"]}}),
    )
    assert found[1].startswith("send_sms: Send an SMS to one or more numbers\n")
    assert len(all_of_them[1].split(", ")) == 101
    assert "It costs money." in described[1]
    assert "- text (text, required): " in described[1]
    assert json.loads(sent[1])["data"][0]["status"] == "ACCEPTED"
    assert json.loads(balance[1])["balance"] == 4999.925
    assert wrong[0]
    assert "did you mean `send_sms`?" in wrong[1]
    assert refused[0]
    assert '"code": 1207' in refused[1]


def test_live_calls_cost_at_most_the_limit(smscx: Command) -> None:
    send: Call = ("call_operation", {"operation": "send_sms", "arguments": MESSAGE})
    first, second, free, no_estimate = calls(
        send,
        send,
        ("call_operation", {"operation": "estimate_sms", "arguments": MESSAGE}),
        ("call_operation", {"operation": "new_otp", "arguments": {"phone_number": "+31612469333"}}),
        live=("--live", "--max-cost", "0.10"),
    )
    assert [first[0], second[0], free[0], no_estimate[0]] == [False, True, False, True]
    assert "not sent: it costs 0.075, 0.075 of 0.10 are spent" in second[1]
    assert "the API has no estimate for new_otp" in no_estimate[1]
    assert len(SmscxSandbox(smscx.sandbox).messages) == 1


def test_a_call_whose_outcome_is_unknown_counts_as_paid(smscx_sandbox: SmscxSandbox) -> None:
    tools = Tools(smscx_sandbox.new_client(max_retries=0), Decimal(1))
    smscx_sandbox.fail("send_sms", status=503)
    with pytest.raises(ServerErrorException, match="503"):
        tools.call_operation("send_sms", MESSAGE)
    assert tools.spent == Decimal("0.075")
    smscx_sandbox.fail("send_sms", status=400, code=1207)
    with pytest.raises(ApiException, match="1207"):
        tools.call_operation("send_sms", MESSAGE)
    assert tools.spent == Decimal("0.075")
    tools.call_operation("send_sms", MESSAGE)
    assert tools.spent == Decimal("0.150")


@pytest.mark.parametrize("amount", ["-1", "NaN", "much", "Infinity"])
def test_a_wrong_limit_is_refused(smscx: Command, amount: str) -> None:
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    code, message = smscx.fails("mcp", "--live", f"--max-cost={amount}")
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers
    assert code == 2
    assert f"--max-cost: `{amount}` is no amount" in message


def test_a_missing_extra_is_named(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert smscx.fails("mcp")[1].endswith("install it: pip install 'smscx_client[mcp]'")


def test_a_workbook_is_refused(smscx_sandbox: SmscxSandbox) -> None:
    client: Client = smscx_sandbox.new_client()
    with pytest.raises(CommandError, match="_to_csv"):
        Tools(client).call_operation("export_optouts_to_xlsx")


def test_an_agent_sees_no_credentials(smscx: Command) -> None:
    with Client(api_key="sandbox-key", host=smscx.url) as client:
        (application,) = client.applications.get_applications_list().data
        shown = Tools(client).call_operation("get_applications_list")
        secret = application.application_secret
        assert secret not in shown
        assert json.loads(shown)["data"][0]["applicationSecret"] == "***"
        options = {"application_id": application.application_id, "application_secret": secret, "api_key": None}
    with Client(host=smscx.url, **{name: value for name, value in options.items() if value}) as client:
        token = json.loads(Tools(client).call_operation("get_access_token", {"grant_type": "client_credentials"}))
    assert token["access_token"] == "***"
    assert token["expires_in"] > 0


def test_all_secret_fields_are_known_to_the_server() -> None:
    fields = [one for name in models.__all__ for one in getattr(getattr(models, name), "_fields", {}).values()]
    assert {one.wire for one in fields if one.secret} - {"pin"} == set(SECRETS)  # a PIN is in requests only


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_server_while_it_waits_for_requests(number: signal.Signals) -> None:
    with subprocess.Popen([*COMMAND, "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        request = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
        server.stdin.write(json.dumps(request).encode() + b"\n")
        server.stdin.flush()
        assert server.stdout.readline()
        server.send_signal(number)
        assert server.wait() == -number
