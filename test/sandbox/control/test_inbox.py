"""The inbox page, used by a person in a browser: headless Chromium, driven by selenium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
import urllib3

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock
from test.support import ROOT

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install selenium")
from selenium.common import exceptions as webdriver_errors  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="Chromium is not installed: apt-get install -y chromium chromium-driver"
)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,900"
)
NL, DE = "+31612469333", "+4915228817386"
SECONDS = 20


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


class Inbox:
    """The page, as one sees it and uses it."""

    def __init__(self, browser: Any, server: Server) -> None:
        self.browser = browser
        self.url = server.url
        self.http = urllib3.PoolManager(headers={"X-API-KEY": "sandbox-key", "Content-Type": "application/json"})
        browser.get(server.url)
        self.wait(lambda: self.find("#link").text == "Live")

    def find(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def wait(self, condition: Callable[[], Any]) -> Any:
        """What the condition gives as soon as it gives something; the page redraws itself meanwhile."""
        ignored = (webdriver_errors.StaleElementReferenceException, webdriver_errors.NoSuchElementException)
        return WebDriverWait(self.browser, SECONDS, 0.02, ignored).until(lambda _: condition())

    def click(self, selector: str) -> None:
        """Click what there is, or what will be there."""
        self.wait(lambda: self.find(selector).click() is None)

    def rows(self) -> list[str]:
        """The text of each row that is shown."""
        script = "return [...document.querySelectorAll('#list .row')].map(row => row.innerText)"
        shown: list[str] = self.browser.execute_script(script)
        return shown

    def post(self, path: str, body: Any) -> Any:
        answer = self.http.request("POST", self.url + path, json=body)
        assert answer.status < 300, answer.data
        return answer.json()

    def send(self, to: str, text: str, **fields: Any) -> None:
        self.post("/sms", {"to": [to], "from": "InfoText", "text": text, **fields})


@pytest.fixture
def inbox(browser: Any) -> Iterator[Inbox]:
    sandbox = Sandbox(Settings(), Clock.frozen())
    with Server(sandbox) as server:
        yield Inbox(browser, server)
        browser.get("about:blank")
    sandbox.close()
    log = browser.get_log("browser")
    assert [entry for entry in log if entry["level"] == "SEVERE" and entry["source"] != "network"] == []


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[bytes]]]:
    """A server of the user's own, and what it has received."""
    received: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", received
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_message_appears_without_a_reload(inbox: Inbox) -> None:
    assert "No messages yet" in inbox.find("#list").text
    assert inbox.find("#balance").text == "5,000.00 EUR"
    inbox.send(NL, "Grüße ✓ <b>bold</b>")
    (row,) = inbox.wait(inbox.rows)
    for part in (NL, "InfoText", "DELIVERED", "Grüße ✓ <b>bold</b>", "1 part", "UCS-2", "0.075 EUR", "NL"):
        assert part in row
    assert inbox.wait(lambda: inbox.find("#balance").text == "4,999.925 EUR")
    inbox.wait(lambda: "1 new message" in inbox.find("#announcement").get_attribute("textContent"))


def test_the_newest_is_on_top_and_search_finds(inbox: Inbox) -> None:
    inbox.send(NL, "Your parcel arrives")
    inbox.send(DE, "Your table is free")
    rows = inbox.wait(lambda: inbox.rows() if len(inbox.rows()) == 2 else None)
    assert "table" in rows[0] and "parcel" in rows[1]
    inbox.find("#search").send_keys("PARCEL")
    inbox.wait(lambda: len(inbox.rows()) == 1 and "parcel" in inbox.rows()[0])
    inbox.find("#search").send_keys(Keys.CONTROL, "a")
    inbox.find("#search").send_keys("nowhere")
    inbox.wait(lambda: "Nothing found" in inbox.find("#list").text)


def test_the_phone_replies_and_the_reply_reaches_conversation_and_webhook(
    inbox: Inbox, receiver: tuple[str, list[bytes]]
) -> None:
    url, received = receiver
    inbox.post("/_sandbox/application", {"sms": {"receiveCallback": url}})
    inbox.send(NL, "Will you come?")
    inbox.wait(lambda: "Will you come?" in inbox.find("#thread").text)
    inbox.find("#text").send_keys("Yes, at eight")
    inbox.click("#send")
    inbox.wait(lambda: "Yes, at eight" in inbox.find("#thread .received").text)
    assert inbox.find("#text").get_attribute("value") == ""
    (conversation,) = inbox.http.request("GET", f"{inbox.url}/conversations").json()["data"]
    assert conversation["phoneNumber"] == NL
    inbox.wait(lambda: received)
    assert b"receive_sms" in received[0] and b"Yes, at eight" in received[0]


def test_a_webhook_is_replayed(inbox: Inbox, receiver: tuple[str, list[bytes]]) -> None:
    url, received = receiver
    inbox.send(NL, "Hi", dlrCallbackUrl=url)
    inbox.wait(lambda: received)
    inbox.click("#tab-webhooks")
    (row,) = inbox.wait(lambda: [row for row in inbox.rows() if "delivered" in row and "HTTP 200" in row])
    assert "dlr_update" in row and url in row
    before = len(received)
    inbox.click("#list .plain")
    inbox.wait(lambda: len(received) > before)
    assert received[-1] in received[:before]
    inbox.wait(lambda: any("replay of" in row and "HTTP 200" in row for row in inbox.rows()))


def test_a_pin_is_there_to_copy(inbox: Inbox) -> None:
    inbox.post("/otp", {"phoneNumber": NL, "from": "InfoText", "template": "{{pin}} is your code", "pinLength": 6})
    inbox.click("#tab-pins")
    pin = inbox.wait(lambda: inbox.find("#list .pin").text)
    assert pin.isdecimal() and len(pin) == 6
    inbox.browser.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    inbox.click("#list .plain")
    inbox.wait(lambda: inbox.find("#list .plain").text == "Copied")
    inbox.find("#text").send_keys(Keys.CONTROL, "v")
    assert inbox.wait(lambda: inbox.find("#text").get_attribute("value")) == pin


def test_a_mistake_is_reported(inbox: Inbox) -> None:
    inbox.find("#number").send_keys(DE)
    inbox.find("#text").send_keys("To whom?")
    inbox.click("#send")
    assert "No message was sent" in inbox.wait(lambda: inbox.find("#error").text)


def test_it_is_used_by_keyboard_and_named_for_screen_readers(inbox: Inbox) -> None:
    inbox.send(NL, "Hi")
    inbox.wait(inbox.rows)
    tab = inbox.find("#tab-messages")
    tab.send_keys(Keys.ARROW_RIGHT)
    inbox.wait(lambda: inbox.browser.switch_to.active_element.get_attribute("id") == "tab-pins")
    assert inbox.find("#tab-pins").get_attribute("aria-selected") == "true"
    inbox.find("#tab-pins").send_keys(Keys.ARROW_LEFT)
    inbox.wait(inbox.rows)
    inbox.find("#list .to").send_keys(Keys.ENTER)
    assert inbox.find("#number").get_attribute("value") == NL
    inbox.find("#text").send_keys("By keyboard", Keys.CONTROL, Keys.ENTER)
    inbox.wait(lambda: "By keyboard" in inbox.find("#thread").text)
    nameless = (
        "return [...document.querySelectorAll('input,select,textarea,button')].filter(node => "
        "!(node.labels && node.labels.length) && !node.innerText.trim() && !node.ariaLabel).map(node => node.id)"
    )
    assert inbox.browser.execute_script(nameless) == []


CONTRAST = """
const lum = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92
  : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
const back = node => { for (; node; node = node.parentElement) { const c = getComputedStyle(node).backgroundColor;
  if (c !== 'rgba(0, 0, 0, 0)') return c; } };
return [...document.querySelectorAll('#list *, nav *, header *, #phone label, #send, .bubble')]
  .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .map(node => { const [a, b] = [lum(getComputedStyle(node).color), lum(back(node))].sort((x, y) => y - x);
    return [(a + .05) / (b + .05), node.className || node.tagName]; }).filter(([ratio]) => ratio < 4.5);
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_it_can_be_read_light_and_dark_wide_and_narrow(inbox: Inbox, scheme: str, width: int) -> None:
    inbox.send(NL, "https://example.com/" + "a-long-address/" * 20)
    inbox.wait(inbox.rows)
    cdp = inbox.browser.execute_cdp_cmd
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    cdp("Emulation.setEmulatedMedia", {"features": features})
    cdp("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        assert inbox.browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert inbox.browser.execute_script(CONTRAST) == []
        dark = inbox.browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert (dark == "rgb(16, 24, 27)") == (scheme == "dark")
    finally:
        cdp("Emulation.clearDeviceMetricsOverride", {})
        cdp("Emulation.setEmulatedMedia", {"features": []})


def test_the_page_requests_no_other_host(inbox: Inbox) -> None:
    page = (ROOT / "smscx_client/sandbox/control/inbox.html").read_text("utf-8")
    assert "https://" not in page
    answer = inbox.http.request("GET", f"{inbox.url}/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'sha256-" in policy and "unsafe-eval" not in policy
