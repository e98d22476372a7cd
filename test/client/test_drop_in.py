"""Programs for the published client run unchanged: the documented program, once for each API class."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

import smscx_client
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME

HANDLER = """
except smscx_client.NoCoverageException as e: print("no coverage", e.status)
except smscx_client.InvalidRequestException as e: print("invalid request", e.status)
except smscx_client.InvalidPhoneNumberException as e: print("invalid number", e.status)
except smscx_client.InsufficientBalanceException as e: print("balance", e.status)
except smscx_client.ApiException as e:
    error = json.loads(e.body)["error"]
    print(error["type"], error["code"], error["message"], e.status, e.headers["X-Rate-Limit-Reset"])
"""

#: By API class: the import of a model, the call, and the fields that are read from the response.
SNIPPETS = {
    "account": ("", "get_account_balance()", "api_response.balance, api_response.currency"),
    "applications": ("", 'get_application_settings("APP")', "api_response.settings.sms.quiet_hours.start"),
    "attachments": ("", 'get_attachment_hits("RytK2", limit=100)', "api_response.info.hits, len(api_response.data)"),
    "conversations": ("", "get_converstions_list()", "api_response.data[0].conversation_id"),
    "groups": (
        "from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest",
        'add_contacts_to_group(4502, AddContactsToGroupRequest(phone_numbers=["+31612469333"], country_iso="NL"))',
        "api_response.info.total_valid",
    ),
    "multichannel": (
        "from smscx_client.model.send_multichannel_message_request import SendMultichannelMessageRequest\n"
        "from smscx_client.model.strategy import Strategy",
        "send_multichannel_message(SendMultichannelMessageRequest(to=['+31612469333'], _from='InfoText', ttl=600,"
        " strategy=[Strategy(channel='viber', template_id=701), Strategy(channel='sms', text='Hi')]))",
        "api_response.info.total_cost, [item.channel for item in api_response.data]",
    ),
    "numbers": ("", 'lookup_number("+31612469333")', "api_response.data.original_network.name"),
    "oauth": ("", 'get_access_token("client_credentials", scope="sms")', "api_response.expires_in"),
    "optouts": (
        "from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest",
        'add_contact_to_optouts_list(AddContactsToGroupRequest(phone_numbers=["+31612469333"]))',
        "api_response.info.total_valid",
    ),
    "originators": (
        "from smscx_client.model.originator_new_request import OriginatorNewRequest",
        'create_originator(OriginatorNewRequest(originator="MyShop"))',
        "api_response.info.id",
    ),
    "otp": ("", 'verify_otp("58341b37-6a27-4400-8a43-8dc8049a3a1b", "1544")', "api_response.status"),
    "reports": ("", 'get_summary_reports("channel", "2026-10")', "api_response.data"),
    "shortlinks": (
        "from smscx_client.model.shortlink_new_request import ShortlinkNewRequest",
        'create_shortlink(ShortlinkNewRequest(url="https://example.com/a", name="autumn"))',
        "api_response.info.short_url",
    ),
    "sms": (
        "from smscx_client.model.send_sms_message_request import SendSmsMessageRequest",
        'send_sms(SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi"))',
        "api_response.info.total_cost, [item.msg_id for item in api_response.data]",
    ),
    "templates": ("", "get_template(703)", "api_response.data.rich_media.button_caption"),
    "viber": (
        "from smscx_client.model.send_viber_message_request import SendViberMessageRequest",
        'send_viber_message(SendViberMessageRequest(to=["+31612469333"], _from="MyShop", template_id=703))',
        "api_response.info.total_cost, api_response.data[0].created_at.year",
    ),
    "whatsapp": (
        "from smscx_client.model.send_whatsapp_message_request import SendWhatsappMessageRequest",
        'send_whatsapp_message(SendWhatsappMessageRequest(to=["+31612469333"], _from="MyShop", template_id=704))',
        "api_response.info.total_cost",
    ),
}


def program(resource: str, host: str) -> str:
    imports, call, reading = SNIPPETS[resource]
    credentials = 'username="app", password="secret"' if resource == "oauth" else 'api_key="KEY"'
    return f"""
import json
import smscx_client
from smscx_client.api import {resource}_api
{imports}
configuration = smscx_client.Configuration(host={host!r}, {credentials})
api_instance = {resource}_api.{resource.capitalize()}Api(smscx_client.ApiClient(configuration))
try:
    api_response = api_instance.{call}
    print("read", {reading})
{HANDLER}
"""


def example_response(resource: str) -> Any:
    name = SNIPPETS[resource][1].partition("(")[0]
    return METHODS_BY_NAME[name].response[2]["example"]


def test_there_is_a_snippet_for_every_api_class() -> None:
    assert {f"{name.capitalize()}Api" for name in SNIPPETS} == {one.api_class for one in METHODS_BY_NAME.values()}


@pytest.mark.parametrize("resource", SNIPPETS)
def test_snippet_reads_the_response(recorder: Recorder, resource: str, capsys: pytest.CaptureFixture[str]) -> None:
    recorder.respond(example_response(resource))
    exec(compile(program(resource, recorder.host), resource, "exec"), {})
    assert capsys.readouterr().out.startswith("read ")
    assert len(recorder.requests) == 1


ERRORS = [
    (403, "no_coverage", 1119, "no coverage 403"),
    (400, "invalid_param", 1106, "invalid request 400"),
    (400, "invalid_param", 1210, "invalid number 400"),
    (400, "insufficient_credit", 1113, "balance 400"),
    (401, "invalid_api_key", 1, "invalid_api_key 1 refused 401 1793000000"),
]


@pytest.mark.parametrize("resource", SNIPPETS)
@pytest.mark.parametrize(("status", "kind", "code", "printed"), ERRORS, ids=lambda one: str(one))
def test_snippet_handles_errors(
    recorder: Recorder,
    resource: str,
    status: int,
    kind: str,
    code: int,
    printed: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    error = {"error": {"type": kind, "code": code, "message": "refused", "uri": "https://example.com"}}
    recorder.respond(error, status=status, **{"X-Rate-Limit-Reset": "1793000000"})
    exec(compile(program(resource, recorder.host), resource, "exec"), {})
    assert capsys.readouterr().out.strip() == printed


def test_the_handler_works_without_a_response(capsys: pytest.CaptureFixture[str]) -> None:
    configuration = smscx_client.Configuration(host="http://127.0.0.1:9", api_key="KEY", max_retries=0)
    with smscx_client.ApiClient(configuration) as client:
        from smscx_client.api.sms_api import SmsApi

        with pytest.raises(smscx_client.ApiException) as raised:
            SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})
    assert json.loads(raised.value.body or "")["error"]["type"] == "connection_error"
    assert raised.value.status == 0
    assert raised.value.headers.get("X-Rate-Limit-Reset") is None


def test_import_loads_no_model_that_is_not_used() -> None:
    code = """
import sys
import smscx_client
from smscx_client.api import sms_api
from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
SendSmsMessageRequest(to=["+31612469333"], _from="InfoText", text="Hi")
ours = [name for name in sys.modules if name.startswith("smscx_client.")]
assert [n for n in ours if n.startswith("smscx_client.model.")] == ["smscx_client.model.send_sms_message_request"], ours
assert [n for n in ours if n.startswith("smscx_client.api.")] == ["smscx_client.api.sms_api"], ours
heavy = {"dateutil", "certifi", "uuid", "concurrent.futures", "multiprocessing", "asyncio", "smscx_client.sandbox"}
early = heavy & set(sys.modules) - before
assert not early, early
"""
    code = "import sys, urllib3, json\nbefore = set(sys.modules)\n" + code
    subprocess.run([sys.executable, "-c", code], check=True)


def test_first_call_loads_no_list_of_models_and_nothing_that_it_does_not_use() -> None:
    code = """
import sys, urllib3, json
before = set(sys.modules)
import smscx_client

class Transport:
    def request(self, *arguments, **more):
        raise SystemExit
    def close(self):
        pass

client = smscx_client.Client(api_key="key", transport=Transport())
try:
    client.sms.send_sms(to="+31612469333", from_="InfoText", text="Hi")
except SystemExit:
    others = {"smscx_client.models", "smscx_client.events", "smscx_client.text", "copy", "dateutil", "certifi"}
    assert not others & (set(sys.modules) - before), others & (set(sys.modules) - before)
    print("sent")
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "sent\n"


def test_all_in_one_imports_are_lazy_and_complete() -> None:
    code = """
import sys
from smscx_client import apis, models
assert not [n for n in sys.modules if n.startswith(("smscx_client.model.", "smscx_client.api."))]
assert len(models.__all__) == 261 and len(apis.__all__) == 17
assert set(models.__all__) <= set(dir(models)) and set(apis.__all__) <= set(dir(apis))
for module in (models, apis):
    for name in module.__all__:
        assert getattr(module, name).__name__ == name
from smscx_client.models import *
from smscx_client.apis import *
assert SendSmsMessageRequest is models.SendSmsMessageRequest and SmsApi is apis.SmsApi
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["bulk", "exports", "paging", "text", "webhooks"])
def test_module_is_loaded_on_first_use(name: str) -> None:
    code = f"""
import sys
import smscx_client
assert "smscx_client.{name}" not in sys.modules
assert smscx_client.{name} is sys.modules["smscx_client.{name}"]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("module", ["smscx_client.models", "smscx_client.apis"])
def test_an_unknown_name_is_refused(module: str) -> None:
    with pytest.raises(ImportError, match="SendSmsMesage"):
        exec(f"from {module} import SendSmsMesage")


def test_an_async_call_returns_a_handle(recorder: Recorder) -> None:
    recorder.respond(example_response("sms"))
    with smscx_client.ApiClient(
        smscx_client.Configuration(host=recorder.host, api_key="KEY"), pool_threads=4
    ) as client:
        from smscx_client.api.sms_api import SmsApi

        body = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
        handles: list[Any] = [SmsApi(client).send_sms(body, async_req=True) for _ in range(8)]
        assert {handle.get(timeout=30).info.total_phone_numbers for handle in handles} == {1}
    assert len(recorder.requests) == 8


def test_an_async_failure_is_raised_by_get(recorder: Recorder) -> None:
    recorder.respond(Response(404, b"{}"))
    with smscx_client.ApiClient(smscx_client.Configuration(host=recorder.host, api_key="KEY")) as client:
        from smscx_client.api.groups_api import GroupsApi

        handle: Any = GroupsApi(client).get_group_details(1, async_req=True)
        with pytest.raises(smscx_client.ResourceNotFoundException):
            handle.get(timeout=30)
