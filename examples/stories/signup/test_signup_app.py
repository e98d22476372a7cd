"""Tests of the sign-up against a sandbox of the SMS.CX API: `pytest examples/stories/signup`.

`pip install '.[sandbox]' fastapi pytest` installs what they need, with the fixture `smscx_sandbox`.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import urllib3
import uvicorn
from fastapi import FastAPI
from signup_app import create_app

from smscx_client.sandbox.pytest_fixture import SmscxSandbox

PHONE = "+31612469333"


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


class User:
    """Somebody who signs up."""

    def __init__(self, url: str, sandbox: SmscxSandbox):
        self.url = url
        self.sandbox = sandbox
        self.id = ""

    def begins(self, phone_number: str = PHONE) -> int:
        """Ask for a PIN; the status of the response."""
        status, body = self._post("/sign-ups", phone_number=phone_number)
        self.id = body.get("id", "")
        return status

    def enters(self, pin: str | None = None) -> tuple[int, str]:
        """Enter a PIN, or the right one; the status of the response and its message."""
        status, body = self._post(f"/sign-ups/{self.id}/pin", pin=self.sandbox.otp_pin(PHONE) if pin is None else pin)
        return status, body["message"]

    def _post(self, path: str, **body: str) -> tuple[int, Any]:
        with urllib3.PoolManager() as http:
            response = http.request("POST", self.url + path, json=body)
            return response.status, response.json()


@pytest.fixture
def user(smscx_sandbox: SmscxSandbox) -> Iterator[User]:
    with served(create_app(smscx_sandbox.async_client())) as url:
        yield User(url, smscx_sandbox)


def test_the_right_pin(user: User) -> None:
    assert user.begins() == 201
    pin = user.sandbox.otp_pin(PHONE)
    assert user.sandbox.wait_for_message(to=PHONE).text == f"{pin} is your code for the bakery's newsletter."
    assert user.enters() == (200, "Welcome! Your number is confirmed.")


def test_a_wrong_pin_and_then_the_right_one(user: User) -> None:
    user.begins()
    assert user.enters("0") == (422, "This is not the code that we sent you. Please try again.")
    assert user.enters()[0] == 200


def test_an_expired_pin(user: User) -> None:
    user.begins()
    user.sandbox.advance(minutes=5, seconds=1)
    assert user.enters() == (410, "This code is too old. Please ask for a new one.")


def test_a_pin_that_was_already_verified(user: User) -> None:
    user.begins()
    user.enters()
    assert user.enters() == (409, "This number is already confirmed.")


def test_too_many_wrong_pins(user: User) -> None:
    user.begins()
    responses = [user.enters("0") for _ in range(4)]
    assert responses[-1] == (410, "There were too many wrong codes. Please ask for a new one.")
    assert user.enters()[0] == 410


def test_the_response_to_the_right_pin_is_lost(user: User) -> None:
    user.begins()
    user.sandbox.fail("verify_otp", reset=True, when="after")
    assert user.enters() == (503, "This does not work at the moment. Please try again in a minute.")
    assert user.enters() == (200, "Welcome! Your number is confirmed.")


def test_the_api_is_down(user: User) -> None:
    user.sandbox.fail("new_otp", status=503)
    assert user.begins() == 503
    assert user.sandbox.messages == []


def test_a_number_as_people_write_it_in_their_country(user: User) -> None:
    assert user.begins("06 12469333") == 201
    assert user.enters()[0] == 200


@pytest.mark.parametrize("phone_number", ["+31000", "hello", "", "0612", "１２３"])
def test_not_a_phone_number(user: User, phone_number: str) -> None:
    assert user.begins(phone_number) == 422
    assert user.sandbox.messages == []


def test_an_unknown_sign_up(user: User) -> None:
    user.id = "2f4f8b2e-7c1f-4b7e-9d59-0a4a2f7f8f3a"
    assert user.enters("1234") == (404, "There is no such sign-up. Please start again.")


def test_an_application_that_makes_its_own_client(smscx_sandbox: SmscxSandbox) -> None:
    smscx_sandbox.environ()
    with served(create_app()) as url:
        user = User(url, smscx_sandbox)
        user.begins()
        assert user.enters()[0] == 200
