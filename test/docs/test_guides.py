"""The guides: found by search, their excerpts are those of the examples, their tests pass, their lists are complete."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

import smscx_client
from smscx_client import Client
from smscx_client._transport.failures import connection_failure
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import client_arguments
from smscx_client.sandbox.serving.options import OPTIONS
from smscx_client.sandbox.state.clock import Clock
from test.docs.test_docs import BY_HAND, FENCE, blocks, code_blocks, excerpt_of, is_test, name_of, read
from test.sandbox.test_pytest_fixture import OTHERS, PLUGIN
from test.support import ROOT

GUIDES = ROOT / "docs" / "guides"


# --- Search -----------------------------------------------------------------------------------------------------------


#: Search terms of users.
WORDS = (
    "asyncio, FastAPI, Django, Flask, Celery, 2FA, OTP, mock, pytest, unittest, type hints, pagination, Docker, "
    "unicode, emoji, retry, timeout, proxy, TLS, opt-out, price, CSV, logging, tracing, Twilio, environment variables, "
    "pandas, polars, webhook, rate limit, CI"
)


@pytest.mark.parametrize("words", WORDS.split(", "))
def test_a_search_finds_a_heading(words: str) -> None:
    headings = [line for page in BY_HAND for line in re.findall(r"^#+ .+$", FENCE.sub("", read(page)), re.MULTILINE)]
    pattern = re.compile(rf"\b{words.removesuffix('y')}", re.IGNORECASE)
    assert [heading for heading in headings if pattern.search(heading)]


def test_the_index_lists_every_guide() -> None:
    index = read(ROOT / "docs" / "README.md")
    assert [page.name for page in sorted(GUIDES.glob("*.md")) if f"](guides/{page.name})" not in index] == []


# --- Blocks -----------------------------------------------------------------------------------------------------------

#: Pages whose subject is the interface of the published client.
OF_PUBLISHED_CLIENT = {"docs/guides/migrating.md", "docs/guides/calling.md"}


def test_guides_and_examples_lead_with_client() -> None:
    """The classes of the published client are used only on the pages about them."""
    pattern = re.compile(r"\bApiClient\(|smscx_client\.api\.|smscx_client\.apis\b|\bConfiguration\(")
    by_hand = [path for path in (ROOT / "examples").rglob("*.py") if not path.parent.name.endswith("-api")]
    assert len(by_hand) > 15
    programs = [*code_blocks(), *((name_of(path), read(path)) for path in by_hand)]
    found = {place for place, text in programs if pattern.search(text)}
    assert {place for place in found if place.split(",")[0] not in OF_PUBLISHED_CLIENT} == set()


@pytest.mark.parametrize(("place", "text"), blocks(excerpt_of))
def test_an_excerpt_is_in_the_example(place: str, text: str) -> None:
    """Each line, in the order of the file; lines of the file may be missing in the excerpt."""
    lines = iter((ROOT / (excerpt_of(text) or "")).read_text(encoding="utf-8").splitlines())
    assert [line for line in text.splitlines()[1:] if line and line not in lines] == []


def test_the_tests_in_the_guides_pass(tmp_path: Path) -> None:
    """In their own project, beside the program that one of them imports."""
    tests = [(place, text) for place, text in code_blocks() if is_test(text)]
    for number, (place, text) in enumerate(tests, 1):
        (tmp_path / f"test_{number}.py").write_text(f"# {place}\n{text}", encoding="utf-8")
    program = ROOT / "examples" / "testing" / "signup.py"
    (tmp_path / program.name).write_text(program.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *PLUGIN, *OTHERS, "-W", "error", str(tmp_path)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "SMSCX_HOST": "http://127.0.0.1:9"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(tests) >= 7


# --- Environment variables --------------------------------------------------------------------------------------------


def test_the_environment_variables_are_those_of_the_code() -> None:
    shown = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", read(GUIDES / "environment.md")))
    assert {name for name in shown if name.startswith("SMSCX_SANDBOX_")} == {option.variable for option in OPTIONS}
    package = Path(smscx_client.__file__).parent
    variable = re.compile(r"[\"'`](SMSCX_\w+|NO_COLOR|SSL_CERT_\w+|XDG_\w+)[\"'`]")
    read_by_code = {
        name for path in package.rglob("*.py") for name in variable.findall(path.read_text(encoding="utf-8"))
    }
    of_django = {"SMSCX_CLIENT", "SMSCX_WEBHOOKS"}  # settings, no variables
    proxies = {"HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"}
    others = {name for name in shown if not name.startswith("SMSCX_SANDBOX_")}
    assert others - proxies == {name for name in read_by_code if not name.startswith("SMSCX_SANDBOX_")} - of_django


@pytest.mark.parametrize(
    ("host", "variable"),
    [("https", "HTTPS_PROXY"), ("http", "HTTP_PROXY"), ("https", "ALL_PROXY"), ("https", "all_proxy")],
)
def test_the_proxy_variables_are_used(host: str, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from smscx_client._transport.connections import proxy_for

    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv(variable, "http://127.0.0.1:3128")
    configuration = smscx_client.Configuration(host=f"{host}://sms.invalid", allow_http=True)
    assert str(proxy_for(configuration)) == "http://127.0.0.1:3128"
    monkeypatch.setenv("NO_PROXY", "sms.invalid")
    assert proxy_for(configuration) is None


# --- Troubleshooting --------------------------------------------------------------------------------------------------

#: The cause of each message of the guide that a call can cause here, by the message.
CAUSES: dict[str, Callable[[Client, Sandbox], object]] = {
    "there are no credentials": lambda _, __: Client(host="http://127.0.0.1:9").account.get_account_balance(),
    "is not encrypted: anybody on the network could read the credentials": lambda _, __: Client(
        host="http://sandbox.invalid:8025", api_key="k"
    ).account.get_account_balance(),
    "there is no setting": lambda _, __: Client(api_kye="k"),  # type: ignore[call-arg]
    "has no argument or option": lambda client, _: client.sms.send_sms(body="Hi"),  # type: ignore[call-overload]
    "is missing": lambda client, _: client.sms.send_sms(to="+31612469333", text="Hi"),  # type: ignore[call-overload]
    "must have at most 15 characters": lambda client, _: send(client, from_="My Bakery in Leiden"),
    "must have at most 25000 items": lambda client, _: send(client, to=["+31612469333"] * 25_001),
    "must be a UUID": lambda client, _: send(client, track_data="7"),
    "write timeout=5 without quotes": lambda _, __: Client(timeout="5"),  # type: ignore[arg-type]
    "it is client.sms.send_sms(...)": lambda client, _: client.send_sms,  # type: ignore[attr-defined]
    "give a configuration by name": lambda _, __: Client(smscx_client.Configuration()),  # type: ignore[arg-type]
    "the address of a proxy looks like": lambda _, __: Client(
        host="https://127.0.0.1:9", api_key="k", proxy="socks5://127.0.0.1:9"
    ).account.get_account_balance(),
    "Connection refused; is the sandbox running?": lambda *_: connection_is_refused(),
    "Read timed out": lambda client, sandbox: time_is_over(client, sandbox),
    "invalid_api_key (code 1004)": lambda client, _: client.with_options(api_key="wrong").account.get_account_balance(),
    "invalid_param (code 1207)": lambda client, _: send(client, to="0612469333"),
    "insufficient_credit (code 1113)": lambda client, sandbox: (control(sandbox, "balance", balance=0), send(client)),
    "rate_limit (code 1011)": lambda client, sandbox: (
        control(sandbox, "limits", rateLimit=1),
        client.account.get_account_balance(),
        client.account.get_account_balance(),
    ),
    "The text has 14 parts; the limit is 10": lambda client, _: send(client, text="x" * 2000),
}
#: Messages that tests elsewhere assert, since they need TLS or a missing package: the test, and its text.
ELSEWHERE = {
    "the server does not use TLS at this port": ("test/client/test_connections.py", "does not use TLS at this port"),
    "certificate verify failed": ("test/client/test_connections.py", "certificate verify failed"),
    "ModuleNotFoundError: ... install it: pip install 'smscx_client[...]'": (
        "test/integrations/test_celery.py",
        "pip install 'smscx_client[celery]'",
    ),
}
OF_PYTHON = "cannot import name 'Client' from 'smscx_client'"


def connection_is_refused(*_: object) -> None:
    connection = urllib3.connection.HTTPConnection("127.0.0.1", 8025)
    refused = "Failed to establish a new connection: [Errno 111] Connection refused"
    raise connection_failure(urllib3.exceptions.NewConnectionError(connection, refused))


def time_is_over(client: Client, sandbox: Sandbox) -> None:
    control(sandbox, "faults", operation="*", latency=100)
    client.with_options(timeout=1).account.get_account_balance()


def send(client: Client, **fields: object) -> object:
    message: dict[str, object] = {"to": "+31612469333", "from_": "InfoText", "text": "Hi", **fields}
    return client.sms.send_sms(**message)  # type: ignore[call-overload]


def control(sandbox: Sandbox, path: str, **values: object) -> None:
    from smscx_client.sandbox.pytest_fixture import SmscxSandbox

    SmscxSandbox(sandbox).control("POST", path, **values)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Settings(), Clock.frozen())
    yield sandbox
    sandbox.close()


def test_each_message_of_the_guide_has_a_test() -> None:
    shown = re.findall(r"^### `(.+)`$", read(GUIDES / "troubleshooting.md"), re.MULTILINE)
    assert sorted(shown) == sorted([*CAUSES, *ELSEWHERE, OF_PYTHON])
    assert [one for one, (path, words) in ELSEWHERE.items() if words not in read(ROOT / path)] == []


@pytest.mark.parametrize("message", CAUSES)
def test_the_message_is_that_of_the_code(message: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "ACCESS_TOKEN", "APPLICATION_ID", "APPLICATION_SECRET", "HOST"):
        monkeypatch.delenv(f"SMSCX_{name}", raising=False)
    client = Client(**client_arguments(sandbox, {"max_retries": 0}))
    with client, pytest.raises(smscx_client.ApiExceptionBase) as raised:
        CAUSES[message](client, sandbox)
    assert message in str(raised.value)


def test_pages_are_named_once() -> None:
    titles = [re.findall(r"^# (.+)$", FENCE.sub("", read(page)), re.MULTILINE) for page in BY_HAND]
    assert [name_of(page) for page, found in zip(BY_HAND, titles) if len(found) != 1] == []
    assert len({found[0] for found in titles}) == len(titles)


def test_the_page_for_users_of_twilio_names_existing_methods() -> None:
    cells = [line.split(" | ")[1] for line in read(GUIDES / "twilio.md").splitlines() if line.startswith("| ")]
    client = Client(api_key="k")
    calls = re.findall(r"client\.(\w+)\.(\w+)(?:\(([^)]*)\))?", " ".join(cells))
    assert len(calls) > 8
    for namespace, method, arguments in calls:
        parameters = inspect.signature(getattr(getattr(client, namespace), method)).parameters
        assert set(re.findall(r"(\w+)=", arguments)) <= parameters.keys(), method
    of_send_sms = set(re.findall(r"`(\w+)=` of `send_sms`", " ".join(cells)))
    assert len(of_send_sms) == 2
    assert of_send_sms <= inspect.signature(client.sms.send_sms).parameters.keys()
