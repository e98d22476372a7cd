"""The inbox page, used by a person in a browser: headless Chromium, driven by selenium."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import urllib3

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock

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
    permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    driver.execute_cdp_cmd("Browser.grantPermissions", permissions)
    yield driver
    driver.quit()


class Inbox:
    """The page, as a person sees and uses it."""

    def __init__(self, browser: Any, server: Server) -> None:
        self.browser = browser
        self.url = server.url
        self.http = urllib3.PoolManager(headers={"X-API-KEY": "sandbox-key", "Content-Type": "application/json"})
        self.open("/")

    def open(self, path: str) -> None:
        """Open a path in a new document, and wait until the page is ready."""
        self.browser.get("about:blank")
        self.browser.get(self.url + path)
        self.wait(lambda: self.find("#link").text == "Live")

    def find(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def wait(self, condition: Callable[[], Any]) -> Any:
        """The first true result of the condition. The page redraws itself in the meantime."""
        ignored = (webdriver_errors.StaleElementReferenceException, webdriver_errors.NoSuchElementException, IndexError)
        return WebDriverWait(self.browser, SECONDS, 0.02, ignored).until(lambda _: condition())

    def click(self, selector: str) -> None:
        """Click an element, as soon as it is there."""
        self.wait(lambda: self.find(selector).click() is None)

    def show_older(self) -> None:
        """Press the button at the end of the list. A click could miss it: it moves as rows come into view."""
        self.wait(lambda: self.find("#older").send_keys(Keys.ENTER) is None)

    def rows(self) -> list[str]:
        """The text of each row that is shown."""
        script = "return [...document.querySelectorAll('#list .row')].map(row => row.innerText)"
        shown: list[str] = self.browser.execute_script(script)
        return shown

    def post(self, path: str, body: Any) -> Any:
        response = self.http.request("POST", self.url + path, json=body)
        assert response.status < 300, response.data
        return response.json()

    def send(self, to: str, text: str, **fields: Any) -> None:
        self.post("/sms", {"to": [to], "from": "InfoText", "text": text, **fields})

    def refuse(self) -> None:
        """Send a request that the API refuses."""
        body = {"to": ["nobody"], "from": "InfoText", "text": "It's refused"}
        assert self.http.request("POST", f"{self.url}/sms", json=body).status == 400

    def pasted(self) -> str:
        """The text that was copied last, without the line ends."""
        self.find("#search").send_keys(Keys.CONTROL, "v")
        text: str = self.find("#search").get_attribute("value")
        return text


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
    """A server of the user's own, and the bodies that it has received."""
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
    inbox.click("#list .plain")
    inbox.wait(lambda: inbox.find("#list .plain").text == "Copied")
    inbox.wait(lambda: inbox.pasted() == pin)


def test_an_error_is_reported(inbox: Inbox) -> None:
    inbox.find("#number").send_keys(DE)
    inbox.find("#text").send_keys("Hello?")
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
        "!(node.labels && node.labels.length) && !node.textContent.trim() && !node.ariaLabel).map(node => node.id)"
    )
    assert inbox.browser.execute_script(nameless) == []


def test_the_reason_of_a_refusal_is_one_click_away(inbox: Inbox) -> None:
    inbox.send(NL, "Hi")
    inbox.refuse()
    inbox.wait(lambda: "The last request was refused. POST /sms" in inbox.find("#refusal").text)
    inbox.click("#refusal button")
    (row,) = inbox.wait(lambda: [row for row in inbox.rows() if '"nobody"' in row])
    for part in ("POST /sms", "400", "code 1207", "Write numbers in E.164"):
        assert part in row
    inbox.browser.execute_script("document.querySelector('#list [aria-label*=curl]').click()")
    inbox.wait(lambda: "Copied" in inbox.find("#list .details").text)
    curl = inbox.wait(inbox.pasted)
    assert curl.startswith("curl -X POST") and f"'{inbox.url}/sms'" in curl
    assert '-H "X-API-KEY: $SMSCX_API_KEY"' in curl and "It'\\''s refused" in curl
    inbox.find("#search").clear()
    inbox.find("#refused").send_keys("All")
    inbox.wait(lambda: len(inbox.rows()) == 2)
    inbox.send(NL, "Hi again")
    inbox.click("#tab-messages")
    inbox.wait(lambda: not inbox.find("#refusal").is_displayed())


def test_the_keyboard_stays_at_the_reason_of_a_refusal(inbox: Inbox) -> None:
    inbox.refuse()
    focused = "return document.activeElement.ariaLabel || document.activeElement.id"
    inbox.wait(lambda: inbox.find("#refusal button").is_displayed())
    inbox.find("#refusal button").send_keys(Keys.ENTER)
    inbox.wait(lambda: inbox.browser.execute_script(focused) == "Details of request 1")
    assert inbox.find("#list .remedy code").text == "countryIso"
    inbox.send(NL, "Hi")
    inbox.click("#tab-messages")
    inbox.click("#list summary")
    inbox.wait(lambda: inbox.find("#list .details > .buttons .plain").send_keys(Keys.ENTER) is None)
    inbox.wait(lambda: "POST /sms" in inbox.rows()[0] and inbox.browser.execute_script(focused) == "panel")


def test_a_text_that_is_written_from_right_to_left(inbox: Inbox) -> None:
    inbox.send(NL, "مرحبا، رمزك هو 123456.")
    inbox.click("#list summary")
    inbox.wait(lambda: inbox.find("#list .details > *") and inbox.find("#thread .bubble"))
    direction = "return getComputedStyle([...document.querySelectorAll(arguments[0])].at(-1)).direction"
    for place in ("#list .text", "#thread .bubble .said", "#list .details .facts bdi[data-part]"):
        assert inbox.browser.execute_script(direction, place) == "rtl", place
    assert inbox.browser.execute_script(direction, "#thread small") == "ltr"


def test_the_details_of_a_message(inbox: Inbox) -> None:
    assert inbox.http.request("GET", f"{inbox.url}/optouts/info").json()
    track_data = "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"
    inbox.send(
        NL, "Stop: {{optoutLink}} " + "word " * 20 + "ę" * 9 + "\u200d", trackData=track_data, **{"from": "MyShop"}
    )
    inbox.click("#list summary")
    text = inbox.wait(lambda: inbox.find("#list .details").text)
    for part in ("Message id", "Campaign id", track_data, "MyShop", "Part 1 of"):
        assert part in text
    forced = [each.text for each in inbox.browser.find_elements("css selector", "#list .forced > *")]
    assert (forced[0], forced[2]) == ("U+0119", "U+200D"), "each character once, invisible ones too"
    assert re.fullmatch(r"ę\nat 13\d, 13\d, 1\d\d, 1\d\d, 1\d\d and 4 more(: e is in GSM-7)?", forced[1]), forced[1]
    steps = inbox.find("#list .timeline").text
    assert [word for word in ("ACCEPTED", "SENT", "DELIVERED") if f"{word}\n2026-11-02 09:00:00 UTC" in steps] == [
        *("ACCEPTED", "SENT", "DELIVERED")
    ]
    inbox.click("#list [aria-label^='Open https']")
    inbox.wait(lambda: inbox.http.request("GET", f"{inbox.url}/optouts").json()["data"])
    inbox.click("#list [aria-label*='this track data']")
    inbox.wait(lambda: f"Track data {track_data}" in inbox.find("#chips").text)
    inbox.send(NL, "Another one")
    inbox.click("#chips button")
    inbox.wait(lambda: len(inbox.rows()) == 2)


def test_a_failed_message_says_why(inbox: Inbox) -> None:
    inbox.send("+46701740681", "Hi")
    inbox.wait(lambda: "The network refused the message. Error code 11." in inbox.rows()[0])


def test_a_message_leads_to_its_request_and_back(inbox: Inbox) -> None:
    inbox.send(NL, "One")
    inbox.send(DE, "Two")
    inbox.wait(lambda: len(inbox.rows()) == 2)
    inbox.click("#list summary")
    inbox.click("#list .details > .buttons .plain")
    (row,) = inbox.wait(lambda: inbox.rows() if inbox.find("#refused").is_displayed() else None)
    assert "POST /sms" in row and "200" in row
    inbox.click("#list summary")
    inbox.click("#list .details > .buttons .plain")
    inbox.wait(lambda: len(inbox.rows()) == 1 and "Two" in inbox.rows()[0])
    inbox.browser.back()
    inbox.wait(lambda: "POST /sms" in inbox.rows()[0])


def test_a_link_opens_an_entry(inbox: Inbox) -> None:
    numbers = [f"+316{12_000_000 + number}" for number in range(201)]
    inbox.post("/sms", {"to": numbers, "from": "InfoText", "text": "Many"})
    inbox.open("/#/messages/1")  # older than the page of the list
    inbox.wait(lambda: numbers[0] in inbox.rows()[0] and "Message id" in inbox.rows()[0])
    inbox.open("/#/messages?search=12000007&status=DELIVERED")
    inbox.wait(lambda: len(inbox.rows()) == 1 and numbers[7] in inbox.rows()[0])
    inbox.click("#list summary")
    inbox.wait(lambda: inbox.browser.current_url.endswith("/#/messages/8?search=12000007&status=DELIVERED"))
    inbox.open("/#/requests/99")
    inbox.wait(lambda: "does not exist any more" in inbox.find("#announcement").get_attribute("textContent"))


def test_new_messages_are_marked_until_they_are_read(inbox: Inbox) -> None:
    inbox.send(NL, "Before")
    inbox.browser.execute_script("sessionStorage.clear()")
    inbox.open("/")
    inbox.wait(lambda: inbox.rows() and "New" not in inbox.rows()[0])
    inbox.send(NL, "One")
    inbox.send(NL, "Two")
    inbox.wait(lambda: inbox.browser.title == "(2) Inbox · SMS.CX sandbox")
    inbox.click("#list summary")
    inbox.wait(lambda: inbox.browser.title.startswith("(1)") and "New" not in inbox.rows()[0])
    inbox.open("/")
    inbox.wait(lambda: inbox.browser.title.startswith("(1)") and "New" in inbox.rows()[1])
    inbox.click("#unread button")
    inbox.wait(lambda: inbox.browser.title.startswith("Inbox") and not inbox.find("#unread").is_displayed())


def test_shortcuts_of_one_key(inbox: Inbox) -> None:
    inbox.send(NL, "One")
    inbox.send(NL, "Two")
    inbox.wait(lambda: len(inbox.rows()) == 2)

    def press(key: str) -> str:
        inbox.browser.switch_to.active_element.send_keys(key)
        name: str = inbox.browser.switch_to.active_element.get_attribute("id")
        return name

    press("j")
    press("j")
    press(Keys.ENTER)
    inbox.wait(lambda: "Message id" in inbox.rows()[1])
    press("k")
    press(Keys.ENTER)
    inbox.wait(lambda: "Message id" in inbox.rows()[0])
    assert [press("2"), press("p")] == ["tab-pins", "text"]
    assert press("1") == "text", "a digit in a text is a digit"
    inbox.click("#tab-messages")
    press("?")
    inbox.wait(lambda: inbox.find("#help").is_displayed())
    inbox.click("#shortcuts")
    inbox.click("#help .main")
    inbox.find("#tab-messages").send_keys("/")
    assert inbox.browser.switch_to.active_element.get_attribute("id") != "search"
    inbox.browser.execute_script("localStorage.clear()")


def test_a_phone_that_fails_and_opts_out(inbox: Inbox) -> None:
    inbox.find("#number").send_keys(DE)
    inbox.click(".behaviour summary")
    inbox.find("#outcome").send_keys("fail: not reachable")
    inbox.click("#set-outcome")
    inbox.wait(lambda: inbox.find("#announcement").get_attribute("textContent") == "Set")
    inbox.send(DE, "One")
    inbox.wait(lambda: "FAILED" in inbox.rows()[0])
    inbox.click("#opt-out")
    inbox.wait(lambda: inbox.find("#announcement").get_attribute("textContent") == "Opted out")
    inbox.send(DE, "Two")
    inbox.wait(lambda: "The recipient is on the opt-out list." in inbox.rows()[0])


def test_filters_and_older_messages(inbox: Inbox) -> None:
    numbers = [f"+316{12_000_000 + number}" for number in range(250)]
    inbox.post("/sms", {"to": numbers, "from": "InfoText", "text": "Many"})
    inbox.wait(lambda: len(inbox.rows()) == 200)
    inbox.show_older()
    inbox.wait(lambda: len(inbox.rows()) == 250)
    assert not inbox.find("#older").is_displayed()
    inbox.send("+46701740681", "Refused by the network")
    inbox.find("#status").send_keys("FAILED")
    inbox.wait(lambda: len(inbox.rows()) == 1 and "Refused by the network" in inbox.rows()[0])
    inbox.find("#channel-filter").send_keys("Viber")
    inbox.wait(lambda: "Nothing found" in inbox.find("#list").text)


def test_a_list_says_where_it_ends(inbox: Inbox) -> None:
    for _ in range(510):
        inbox.http.request("GET", f"{inbox.url}/otp/unknown")  # refused
    inbox.click("#tab-requests")
    for count in (100, 200, 300, 400):
        inbox.wait(lambda count=count: len(inbox.rows()) == count)  # type: ignore[misc]
        assert not inbox.find("#most").is_displayed()
        inbox.show_older()
    inbox.wait(lambda: len(inbox.rows()) == 500)
    assert not inbox.find("#older").is_displayed()
    assert inbox.find("#most").text == "This list ends here. Search to find what is older than the newest 500."


def test_the_controls(inbox: Inbox) -> None:
    inbox.send(NL, "Before the snapshot")
    inbox.click("#toggle")
    inbox.find("#snapshot").send_keys("one")
    inbox.click("#take")
    inbox.wait(lambda: inbox.find("#snapshots option"))
    inbox.click("[data-advance='3600']")
    inbox.wait(lambda: inbox.find("#clock").text == "2026-11-02 10:00:00")
    inbox.find("#fault").send_keys("fails with status 503")
    inbox.click("#add-fault")
    inbox.wait(lambda: "any call: status 503, 1 time" in inbox.find("#faults").text)
    send = {"to": [NL], "from": "InfoText", "text": "Hi"}
    assert inbox.http.request("POST", f"{inbox.url}/sms", json=send, retries=False).status == 503
    inbox.wait(lambda: inbox.find("#faults").text == "")
    inbox.send(NL, "After the snapshot")
    inbox.wait(lambda: len(inbox.rows()) == 2)
    inbox.click("#restore")
    inbox.wait(lambda: len(inbox.rows()) == 1 and inbox.find("#clock").text == "2026-11-02 09:00:00")
    inbox.click("#clear")
    inbox.browser.switch_to.alert.accept()
    inbox.wait(lambda: "No messages yet" in inbox.find("#list").text)


def test_pins_and_webhooks_are_searched_on_the_server(inbox: Inbox) -> None:
    for _ in range(3):
        inbox.post("/otp", {"phoneNumber": NL, "from": "InfoText", "template": "{{pin}}"})
    inbox.post("/otp", {"phoneNumber": DE, "from": "InfoText", "template": "{{pin}}"})
    inbox.click("#tab-pins")
    inbox.wait(lambda: len(inbox.rows()) == 4)
    inbox.find("#search").send_keys(DE[1:])
    inbox.wait(lambda: len(inbox.rows()) == 1)


def test_the_reference(inbox: Inbox) -> None:
    inbox.browser.get(f"{inbox.url}/docs")
    inbox.wait(lambda: len(inbox.browser.find_elements("css selector", "details")) > 150)
    inbox.find("#search").send_keys("send_sms_campaign")
    shown = "return [...document.querySelectorAll('details:not([hidden]) summary')].map(each => each.innerText)"
    titles = inbox.wait(
        lambda: inbox.browser.execute_script(shown) if len(inbox.browser.execute_script(shown)) < 5 else 0
    )
    assert any("POST" in title and "/sms/campaign" in title for title in titles)
    inbox.click("details:not([hidden]) summary")
    text = inbox.wait(lambda: inbox.find("details[open]").text if inbox.find("details[open] table") else "")
    assert "groups" in text and "Errors" in text
    inbox.browser.get(f"{inbox.url}/docs#send_sms")
    inbox.wait(lambda: "Parameters" in inbox.find("#send_sms[open]").text)


def test_home_and_end_move_between_tabs(inbox: Inbox) -> None:
    inbox.find("#tab-messages").send_keys(Keys.END)
    inbox.wait(lambda: inbox.find("#tab-requests").get_attribute("aria-selected") == "true")
    inbox.find("#tab-requests").send_keys(Keys.HOME)
    inbox.wait(lambda: inbox.find("#tab-messages").get_attribute("aria-selected") == "true")


def test_the_page_of_an_account(inbox: Inbox) -> None:
    account = inbox.post("/_sandbox/accounts", {"balance": 7})
    inbox.send(NL, "On the main account")
    inbox.browser.get(inbox.url + account["inbox"])
    inbox.wait(lambda: inbox.find("#balance").text == "7.00 EUR")
    send = {"to": [NL], "from": "InfoText", "text": "On the other account"}
    inbox.http.request("POST", f"{inbox.url}/sms", json=send, headers={"X-API-KEY": account["apiKey"]})
    (row,) = inbox.wait(inbox.rows)
    assert "On the other account" in row


def test_on_a_narrow_screen_the_phone_is_one_click_away(inbox: Inbox) -> None:
    cdp = inbox.browser.execute_cdp_cmd
    cdp("Emulation.setDeviceMetricsOverride", {"width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": False})
    try:
        inbox.send(NL, "Hi")
        inbox.wait(inbox.rows)
        assert inbox.browser.execute_script("return document.documentElement.scrollWidth") <= 375
        inbox.click(".jump")
        top = "return document.querySelector('#number').getBoundingClientRect().top"
        inbox.wait(lambda: 0 <= inbox.browser.execute_script(top) < 800)
    finally:
        cdp("Emulation.clearDeviceMetricsOverride", {})


@contextmanager
def _appearance(browser: Any, scheme: str, width: int) -> Iterator[None]:
    cdp = browser.execute_cdp_cmd
    features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    cdp("Emulation.setEmulatedMedia", {"features": [{"name": k, "value": v} for k, v in features.items()]})
    cdp("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        yield
    finally:
        cdp("Emulation.clearDeviceMetricsOverride", {})
        cdp("Emulation.setEmulatedMedia", {"features": []})


AXE = """
const [source, done] = arguments;
if (!window.axe) (0, eval)(source);
axe.run({resultTypes: ['violations']}).then(({violations}) => done(violations.map(
  each => each.impact + ': ' + each.id + ' at ' + each.nodes.map(node => node.target.join(' ')).join(', '))));
"""
SMALL = """
return [...document.querySelectorAll('button, summary, select, input')].filter(node => node.checkVisibility())
  .map(node => [node.getBoundingClientRect(), node.outerHTML.slice(0, 80)])
  .filter(([box]) => Math.min(box.height, box.width) < 24).map(([box, html]) => box.width + ' x ' + box.height + html);
"""
BROKEN = """
return [...document.querySelectorAll('button')]
  .filter(node => node.checkVisibility() && /^[A-Za-z]+$/.test(node.innerText)).filter(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getClientRects().length > 1;
  }).map(node => 'broken word: ' + node.innerText);
"""


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_it_is_accessible(inbox: Inbox, scheme: str, width: int) -> None:
    """axe-core finds nothing in any view, and each button is large enough for a finger."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed: pip install axe-core-python")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    inbox.send(NL, "Your code: {{optoutLink}} ✓", dlrCallbackUrl="http://127.0.0.1:9/")
    inbox.send("+46701740681", "https://example.com/" + "a-long-address/" * 20)
    inbox.post("/otp", {"phoneNumber": NL, "from": "InfoText", "template": "{{pin}}"})
    inbox.post("/_sandbox/inbound", {"channel": "sms", "from": NL, "text": "Thanks"})
    inbox.post("/_sandbox/faults", {"webhook": "duplicate", "event": "number_lookup", "times": 1})
    inbox.refuse()
    found = {}
    with _appearance(inbox.browser, scheme, width):
        inbox.click("#toggle")
        inbox.wait(lambda: "webhooks of number_lookup: duplicate, 1 time" in inbox.find("#faults").text)
        for view in ("messages", "pins", "webhooks", "requests"):
            inbox.click(f"#tab-{view}")
            inbox.wait(inbox.rows)
            if view != "pins":
                inbox.click("#list summary")
                inbox.wait(lambda: inbox.find("#list .details > *"))
            inbox.wait(lambda: inbox.browser.execute_script("return document.documentElement.scrollWidth") <= width)
            found[view] = inbox.browser.execute_async_script(AXE, source)
            found[view] += inbox.browser.execute_script(SMALL) + inbox.browser.execute_script(BROKEN)
        inbox.click("#help-button")
        found["help"] = inbox.browser.execute_async_script(AXE, source)
        dark = inbox.browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert (dark == "rgb(16, 24, 27)") == (scheme == "dark")
    assert found == {view: [] for view in found}


CROWDED = """
return [...document.querySelectorAll('details[open] :is(th, td)')].filter(cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const longest = Math.max(0, ...cell.innerText.split(/[^A-Za-z]+/).map(word => word.length));
  return longest > 2 && longest < 12 && range.getBoundingClientRect().width < longest * 4;
}).map(cell => cell.innerText);
"""


@pytest.mark.parametrize("width", [1280, 390])
def test_the_tables_of_the_reference_break_no_words(inbox: Inbox, width: int) -> None:
    with _appearance(inbox.browser, "light", width):
        inbox.browser.get(f"{inbox.url}/docs#send_sms")
        inbox.wait(lambda: "Errors" in inbox.find("#send_sms[open]").text)
        assert inbox.browser.execute_script(CROWDED) == []
        assert inbox.browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert "`" not in inbox.find("#send_sms").text
        assert "idempotencyId" in [code.text for code in inbox.browser.find_elements("css selector", "#send_sms code")]


def test_the_reference_is_accessible(inbox: Inbox) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed: pip install axe-core-python")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    inbox.browser.get(f"{inbox.url}/docs")
    inbox.wait(lambda: len(inbox.browser.find_elements("css selector", "details")) > 150)
    assert inbox.browser.execute_async_script(AXE, source) == []


def test_the_page_requests_no_other_host(inbox: Inbox) -> None:
    for path in ("/", "/docs"):
        response = inbox.http.request("GET", inbox.url + path)
        page = response.data.decode()
        assert "<style>\n:root" in page.replace("<style>:root", "<style>\n:root") and '"use strict"' in page
        assert "https://" not in page
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "script-src 'sha256-" in policy and "unsafe-eval" not in policy
