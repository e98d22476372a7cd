"""Tests of the support desk against a sandbox of the SMS.CX API: `pytest examples/stories/support`.

`pip install '.[sandbox]' fastapi pytest selenium` installs what they need. The page is used in headless Chromium.
"""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import urllib3
import uvicorn
from fastapi import FastAPI
from support_desk import create_app

from smscx_client.sandbox.pytest_fixture import SmscxSandbox

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install selenium")
from selenium.common import exceptions as webdriver_errors  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="Chromium is not installed: apt-get install -y chromium chromium-driver"
)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,900"
)
ANNA = "+31612469333"
SECONDS = 20


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application during the block; yields its URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"  # a request waits until the server accepts it
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


class Desk:
    """The support desk, and a person who writes to its number."""

    def __init__(self, url: str, number: str, sandbox: SmscxSandbox):
        self.url = url
        self.number = number
        self.sandbox = sandbox

    def receives(self, text: str, sender: str = ANNA) -> None:
        """A person writes to the rented number; the webhook arrives."""
        self.sandbox.receive_sms(sender, text, to=self.number)
        self.sandbox.deliver_webhooks()

    def ask(self, method: str, path: str, **body: str) -> tuple[int, Any]:
        with urllib3.PoolManager() as http:
            response = http.request(method, self.url + path, **({"json": body} if body else {}))
            return response.status, response.json()

    def conversations(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("GET", "/conversations")[1]
        return found


@pytest.fixture
def desk(smscx_sandbox: SmscxSandbox) -> Iterator[Desk]:
    app = create_app(smscx_sandbox.async_client(max_concurrency=8), token="secret")
    with served(app) as url:
        client = smscx_sandbox.new_client()
        offered = next(
            one
            for one in client.numbers.get_available_numbers("SE").data
            if one.setup_time == "instant" and not one.registration and one.phone_number
        )
        rent = client.numbers.rent_number(
            number_id=offered.number_id,
            rent_period=offered.min_rent,
            callback_url=app.state.receiver.url(f"{url}/sms"),
        )
        yield Desk(url, rent.info.phone_number, smscx_sandbox)


def test_an_sms_opens_a_conversation_and_the_reply_is_sent(desk: Desk) -> None:
    assert desk.conversations() == []
    desk.receives("Where is my parcel?")
    (conversation,) = desk.conversations()
    assert (conversation["phone_number"], conversation["unread"]) == (ANNA, 1)

    path = f"/conversations/{conversation['id']}"
    assert [(one["type"], one["text"]) for one in desk.ask("GET", path)[1]] == [("received", "Where is my parcel?")]
    assert desk.conversations()[0]["unread"] == 0
    assert desk.ask("POST", f"{path}/replies", text="It arrives today.") == (201, {"message": "Sent."})
    assert desk.sandbox.wait_for_message(to=ANNA).text == "It arrives today."
    assert [one["type"] for one in desk.ask("GET", path)[1]] == ["received", "sent"]


def test_failures_in_words(desk: Desk) -> None:
    desk.receives("Hello?")
    path = f"/conversations/{desk.conversations()[0]['id']}/replies"
    assert desk.ask("POST", path, text="") == (422, {"message": "Please write a text."})
    desk.sandbox.fail("send_conversation_reply_sms", reset=True, when="after")
    status, body = desk.ask("POST", path, text="Yes?")
    assert (status, body["message"]) == (503, "The reply may have been sent. Look before you send it again.")
    assert len(desk.sandbox.messages) == 1
    unknown = "/conversations/2f4f8b2e-7c1f-4b7e-9d59-0a4a2f7f8f3a"
    assert desk.ask("GET", unknown) == (404, {"message": "There is no such conversation."})


def test_a_webhook_without_the_token_is_refused(desk: Desk) -> None:
    with urllib3.PoolManager() as http:
        response = http.request("POST", f"{desk.url}/sms/?token=wrong", json={"event": "receive_sms", "data": []})
    assert response.status == 401


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path / 'chromium'}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


class Page:
    """The page, as the person at the desk sees it."""

    def __init__(self, browser: Any, url: str):
        self.browser = browser
        browser.get(url)

    def find(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def wait(self, condition: Callable[[], Any]) -> Any:
        ignored = (webdriver_errors.StaleElementReferenceException, webdriver_errors.NoSuchElementException)
        return WebDriverWait(self.browser, SECONDS, 0.02, ignored).until(lambda _: condition())

    def messages(self) -> list[tuple[str, str]]:
        script = "return [...document.querySelectorAll('#messages li')].map(one => [one.className, one.textContent])"
        return [(kind, text) for kind, text in self.browser.execute_script(script)]


@needs_browser
def test_a_person_replies_on_the_page(desk: Desk, browser: Any) -> None:
    page = Page(browser, desk.url)
    desk.receives("Where is <b>my</b> parcel?")
    page.wait(lambda: page.find("nav .unread").text == "1")
    page.wait(lambda: page.find("nav button").click() is None)
    page.wait(lambda: page.messages() == [("received", "Where is <b>my</b> parcel?")])

    page.find("#text").send_keys("It arrives today.")
    page.find("#send").click()
    page.wait(lambda: page.messages()[-1:] == [("sent", "It arrives today.")])
    assert [one.text for one in desk.sandbox.messages] == ["It arrives today."]
    assert page.find("#text").get_attribute("value") == ""

    desk.receives("Thanks!")
    page.wait(lambda: page.messages()[-1:] == [("received", "Thanks!")])
    page.wait(lambda: not browser.find_elements("css selector", "nav .unread"))

    desk.sandbox.fail("send_conversation_reply_sms", status=503)
    page.find("#text").send_keys("Bye.")
    page.find("#send").click()
    page.wait(lambda: "nothing was sent" in page.find("#notice").text or "may have been" in page.find("#notice").text)
    assert page.find("#text").get_attribute("value") == "Bye."
    assert [
        one for one in browser.get_log("browser") if "favicon" not in one["message"] and "503" not in one["message"]
    ] == []
