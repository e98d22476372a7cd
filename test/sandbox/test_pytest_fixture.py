"""The pytest plugin, as a user's project has it: each of these tests runs pytest on its own project."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import pytest

from test.support import ROOT

pytest_plugins = ("pytester",)

_PLUGINS = {point.name for found in metadata.distributions() for point in found.entry_points}
PLUGIN = [] if "smscx_sandbox" in _PLUGINS else ["-p", "_smscx_pytest_plugin"]
#: A plugin of this repository that no user's project has. It is slow to import.
OTHERS = ["-p", "no:schemathesis"]


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty project, outside of this repository."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return pytester


def _passed(project: pytest.Pytester, count: int, *options: str) -> None:
    project.runpytest_subprocess(*PLUGIN, *OTHERS, *options).assert_outcomes(passed=count)


def test_a_message_is_sent_and_seen(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest
        from smscx_client.api.sms_api import SmsApi

        def test_message(smscx_sandbox):
            SmsApi(smscx_sandbox.client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi there"})
            (message,) = smscx_sandbox.messages
            assert (message.to, message.text, message.status, message.cost) == (
                "+31612469333", "Hi there", "DELIVERED", 0.075)
            assert smscx_sandbox.wait_for_message(to="+31612469333", text="hi THERE") == message
            assert smscx_sandbox.balance == 5000 - 0.075
            assert [entry["operation"] for entry in smscx_sandbox.ledger] == ["send_sms"]

        def test_originator(smscx_sandbox):
            SmsApi(smscx_sandbox.client).send_sms({"to": ["+31612469333"], "from": "MyShop", "text": "Hi there"})
            (message,) = smscx_sandbox.messages
            assert (message.requested_originator, message.originator) == ("MyShop", "InfoText")

        def test_fresh_state(smscx_sandbox):
            assert smscx_sandbox.messages == []
            assert smscx_sandbox.balance == 5000

        def test_what_is_missing_is_named(smscx_sandbox):
            with pytest.raises(AssertionError, match="no message with to='.33612345678'.* sent messages: none"):
                smscx_sandbox.wait_for_message(to="+33612345678", timeout=0.01)

        def test_a_missing_message_shows_the_line_of_the_test(smscx_sandbox):
            with pytest.raises(AssertionError) as failed:
                smscx_sandbox.wait_for_message(timeout=0.01)
            assert [entry.name for entry in failed.traceback.filter(failed)] == [
                "test_a_missing_message_shows_the_line_of_the_test"]

        def test_a_missing_pin_is_named(smscx_sandbox):
            with pytest.raises(AssertionError, match="no PIN was sent to .33612345678"):
                smscx_sandbox.otp_pin("+33612345678")
        """
    )
    _passed(project, 6)


def test_time_failures_and_snapshots(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest, smscx_client
        from smscx_client.api.sms_api import SmsApi

        MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}

        def test_time(smscx_sandbox):
            SmsApi(smscx_sandbox.client).send_sms({**MESSAGE, "scheduledDate": "2026-11-02 09:05:00"})
            assert smscx_sandbox.messages[0].status == "SCHEDULED"
            smscx_sandbox.advance(minutes=5)
            assert smscx_sandbox.messages[0].status == "DELIVERED"

        def test_failure(smscx_sandbox):
            smscx_sandbox.client.configuration.max_retries = 0
            smscx_sandbox.fail("send_sms", status=500, times=1)
            with pytest.raises(smscx_client.ServerErrorException):
                SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
            with pytest.raises(ValueError, match="no 'sendsms', did you mean `send_sms`. Give"):
                smscx_sandbox.fail("sendsms", status=500)

        def test_the_client_waits_for_a_rate_limit_without_waiting(smscx_sandbox):
            smscx_sandbox.control("POST", "limits", rateLimit=1, rateWindow=50)
            for _ in range(3):
                SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
            assert len(smscx_sandbox.messages) == 3

        def test_snapshot(smscx_sandbox):
            with smscx_sandbox.snapshot():
                SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
                assert len(smscx_sandbox.messages) == 1
            assert smscx_sandbox.messages == []

        def test_outcomes(smscx_sandbox):
            smscx_sandbox.outcome("+31612469333", "failed")
            SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
            assert smscx_sandbox.messages[0].status == "FAILED"
            smscx_sandbox.opt_out("+31612469333")
            SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
            assert smscx_sandbox.messages[1].status == "REJECTED"

        def test_money(smscx_sandbox):
            smscx_sandbox.set_balance(0.01)
            with pytest.raises(smscx_client.InsufficientBalanceException):
                SmsApi(smscx_sandbox.client).send_sms(MESSAGE)

        def test_a_reply(smscx_sandbox):
            SmsApi(smscx_sandbox.client).send_sms(MESSAGE)
            smscx_sandbox.receive_sms("+31612469333", "Thanks")
            from smscx_client.api.conversations_api import ConversationsApi
            (conversation,) = ConversationsApi(smscx_sandbox.client).get_converstions_list().data
            assert conversation.phone_number == "+31612469333"
        """
    )
    _passed(project, 7)


def test_over_http(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import threading
        import smscx_client
        from smscx_client.api.sms_api import SmsApi

        def test_url(smscx_sandbox, monkeypatch):
            monkeypatch.setenv("SMSCX_HOST", smscx_sandbox.url)
            monkeypatch.setenv("SMSCX_API_KEY", smscx_sandbox.api_key)

            def send():
                with smscx_client.ApiClient(smscx_client.Configuration()) as client:
                    SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})

            thread = threading.Thread(target=send)
            thread.start()
            assert smscx_sandbox.wait_for_message(to="+31612469333", timeout=30).text == "Hi"
            thread.join()
        """
    )
    _passed(project, 1)


def test_new_clients(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import asyncio
        import pytest, smscx_client

        MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}

        def test_client(smscx_sandbox):
            client = smscx_sandbox.new_client(max_retries=0)
            assert isinstance(client, smscx_client.Client)
            client.sms.send_sms(MESSAGE)
            smscx_sandbox.fail("send_sms", status=500)
            with pytest.raises(smscx_client.ServerErrorException):
                client.sms.send_sms(MESSAGE)
            assert len(smscx_sandbox.messages) == 1

        def test_several_clients(smscx_sandbox):
            first, second = smscx_sandbox.new_client(), smscx_sandbox.new_client(api_key="wrong")
            first.sms.send_sms(MESSAGE)
            with pytest.raises(smscx_client.InvalidCredentialsException):
                second.sms.send_sms(MESSAGE)

        def test_async_client(smscx_sandbox):
            client = smscx_sandbox.async_client(max_concurrency=2)
            assert isinstance(client, smscx_client.AsyncClient)

            async def send():
                await asyncio.gather(*(client.sms.send_sms(MESSAGE) for _ in range(5)))

            asyncio.run(send())
            assert len(smscx_sandbox.messages) == 5

        def test_a_pause_moves_the_clock_of_both(smscx_sandbox):
            smscx_sandbox.control("POST", "limits", rateLimit=1, rateWindow=50)
            client, async_client = smscx_sandbox.new_client(), smscx_sandbox.async_client()
            client.sms.send_sms(MESSAGE)
            asyncio.run(async_client.sms.send_sms(MESSAGE))
            assert len(smscx_sandbox.messages) == 2
        """
    )
    _passed(project, 4)


def test_environment_for_code_that_makes_its_own_client(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import os, subprocess, sys
        import pytest, smscx_client

        MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}

        def send():
            with smscx_client.Client() as client:
                client.sms.send_sms(MESSAGE)

        @pytest.fixture(autouse=True)
        def environment(monkeypatch):
            monkeypatch.setenv("SMSCX_HOST", "http://127.0.0.1:1")
            monkeypatch.setenv("SMSCX_ACCESS_TOKEN", "mine")

        def mine():
            return {name: value for name, value in os.environ.items() if name.startswith("SMSCX_")}

        def test_until_the_end_of_the_test(smscx_sandbox):
            smscx_sandbox.environ()
            send()
            assert len(smscx_sandbox.messages) == 1
            smscx_sandbox.close()
            assert mine() == {"SMSCX_HOST": "http://127.0.0.1:1", "SMSCX_ACCESS_TOKEN": "mine"}

        def test_in_a_block(smscx_sandbox):
            with smscx_sandbox.environ():
                send()
            assert len(smscx_sandbox.messages) == 1
            assert mine() == {"SMSCX_HOST": "http://127.0.0.1:1", "SMSCX_ACCESS_TOKEN": "mine"}

        def test_as_a_dict(smscx_sandbox):
            with smscx_sandbox.environ() as variables:
                assert variables == mine()
            assert variables["SMSCX_HOST"] == smscx_sandbox.url
            code = "import smscx_client; print(smscx_client.Client().account.get_account_balance().balance)"
            environment = {**os.environ, **variables, "SMSCX_ACCESS_TOKEN": ""}
            command = [sys.executable, "-c", code]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            assert done.stdout == "5000.0\\n"
        """
    )
    _passed(project, 3)


def test_webhooks_arrive_when_the_test_says_so(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import json, threading
        from http.server import BaseHTTPRequestHandler, HTTPServer
        from smscx_client.api.sms_api import SmsApi

        MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
        posted = []

        class Receiver(BaseHTTPRequestHandler):
            def do_POST(self):
                posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()

        def test_over_http(smscx_sandbox):
            with HTTPServer(("127.0.0.1", 0), Receiver) as server:
                threading.Thread(target=server.handle_request).start()
                url = f"http://127.0.0.1:{server.server_port}/"
                SmsApi(smscx_sandbox.client).send_sms({**MESSAGE, "dlrCallbackUrl": url})
                assert smscx_sandbox.deliver_webhooks() == 1
            assert [item["status"] for body in posted for item in body["data"]] == ["SENT", "DELIVERED"]
            assert smscx_sandbox.webhooks[0]["state"] == "delivered"

        def test_without_a_socket(smscx_sandbox):
            SmsApi(smscx_sandbox.client).send_sms({**MESSAGE, "dlrCallbackUrl": "https://shop.example.com/"})
            urls = []
            assert smscx_sandbox.deliver_webhooks(lambda url, body: urls.append(url) or 503) == 1
            assert smscx_sandbox.deliver_webhooks() == 0
            assert urls == ["https://shop.example.com/"]
            smscx_sandbox.advance(seconds=10)
            assert smscx_sandbox.deliver_webhooks(lambda url, body: 200) == 1
        """
    )
    _passed(project, 2)


def test_settings_of_a_project(project: pytest.Pytester) -> None:
    project.makeconftest(
        """
        import pytest
        from smscx_client.sandbox import Settings

        @pytest.fixture(scope="session")
        def smscx_sandbox_settings():
            return Settings(balance="7", demo=True)
        """
    )
    project.makepyfile(
        """
        def test_settings(smscx_sandbox):
            assert smscx_sandbox.control("GET", "balance")["balance"] == 7
            assert smscx_sandbox.messages
        """
    )
    _passed(project, 1)


def test_in_several_processes_at_once(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest
        from smscx_client.api.sms_api import SmsApi

        @pytest.mark.parametrize("number", range(20))
        def test_alone(smscx_sandbox, number):
            SmsApi(smscx_sandbox.client).send_sms(
                {"to": ["+31612469333"], "from": "InfoText", "text": f"Number {number}"})
            assert [message.text for message in smscx_sandbox.messages] == [f"Number {number}"]
        """
    )
    _passed(project, 20, "-n", "2")


def test_the_plugin_costs_nothing_until_it_is_used() -> None:
    code = (
        "import sys, pytest; before = set(sys.modules); import _smscx_pytest_plugin; "
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['_smscx_pytest_plugin']"


def test_the_example_project_passes() -> None:
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "--rootdir", "examples/testing"]
    command = [sys.executable, "-m", "pytest", *PLUGIN, *options, "examples/testing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout and "failed" not in done.stdout


def test_a_missing_extra_is_named(project: pytest.Pytester) -> None:
    project.makepyfile(jsonschema_rs="raise ModuleNotFoundError('not here', name='jsonschema_rs')")
    project.makepyfile("def test_message(smscx_sandbox): pass")
    result = project.runpytest_subprocess(*PLUGIN, *OTHERS)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["the sandbox needs the package jsonschema_rs. *pip install 'smscx_client[[]sandbox]'"])
    result.stdout.no_fnmatch_line("*Traceback*")
