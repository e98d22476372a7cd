"""``python -m codegen.picture``: the picture of the inbox page in README.md, taken with headless Chromium.

It is not part of ``python -m codegen``: fonts differ from machine to machine, so two pictures are never the same
file. Needs ``pip install pillow selenium``.
"""

from __future__ import annotations

import io
import pathlib
import shutil
import sys
import tempfile

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from smscx_client import Client, Configuration
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock

PICTURE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "images" / "inbox.png"
NETHERLANDS, GERMANY, FRANCE = "+31612469333", "+4915228817386", "+33612345678"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --window-size=1120,860"
)
#: Enough for text on plain colours; all of them make the file three times as large.
COLOURS = 64
SECONDS = 20


def main() -> int:
    """Fill a sandbox, and take the picture."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        print("Chromium is not installed: apt-get install -y chromium chromium-driver", file=sys.stderr)
        return 1
    sandbox = Sandbox(Settings(), Clock.from_text("frozen:2026-11-02 10:00:00"))
    try:
        with Server(sandbox) as server:
            _send(server.url, sandbox)
            _take(server.url, chromium, driver)
    finally:
        sandbox.close()
    print(f"{PICTURE}: {PICTURE.stat().st_size} bytes")
    return 0


def _take(url: str, chromium: str, driver: str) -> None:
    """Open the page, wait until it shows the messages, and save a picture of the window."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS.split(), f"--user-data-dir={profile}"):
            options.add_argument(flag)
        browser = webdriver.Chrome(options=options, service=Service(driver))
        try:
            browser.get(url)
            link = browser.find_element("css selector", "#link")
            WebDriverWait(browser, SECONDS).until(lambda _: link.text == "Live")
            PICTURE.parent.mkdir(exist_ok=True)
            image = Image.open(io.BytesIO(browser.get_screenshot_as_png()))
            image.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)
        finally:
            browser.quit()


def _send(url: str, sandbox: Sandbox) -> None:
    """Messages of several kinds and states."""
    configuration = Configuration(host=url, api_key=sandbox.context.settings.api_key)
    with Client(configuration=configuration) as client:
        client.sms.send_sms(to=FRANCE, from_="MyShop", text="Votre colis arrive aujourd'hui entre 14 h et 16 h. 📦")
        client.sms.send_sms(to=[NETHERLANDS, GERMANY], from_="MyShop", text="This Friday we are open until 21:00.")
        sandbox.advance(60)
        client.otp.new_otp(phone_number=NETHERLANDS)
        sandbox.advance(20)
        client.sms.send_sms(to=GERMANY, from_="InfoText", text="Your parcel arrives today between 14:00 and 16:00.")


if __name__ == "__main__":
    sys.exit(main())
