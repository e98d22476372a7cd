"""Tests of the bakery: `python manage.py test`, or `pytest` (see conftest.py). Nothing is sent or charged."""
# Django brings no types:
# pyright: reportAttributeAccessIssue=false, reportArgumentType=false

from __future__ import annotations

from io import StringIO
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from bakery.models import Member, Order, Reply
from django.core.management import CommandError, call_command
from django.test import TestCase

from smscx_client import webhooks
from smscx_client.integrations.django import get_client
from smscx_client.sandbox.django import SmscxSandboxMixin

PHONE = "+31612469333"


class BakeryTest(SmscxSandboxMixin, TestCase):
    """Django's test client plays the user, and posts the callbacks of the sandbox."""

    def post(self, path: str, **fields: str) -> tuple[int, Any]:
        response = self.client.post(path, fields)
        return response.status_code, response.json()

    def callbacks(self) -> list[int]:
        """Post the callbacks that are due; the statuses of the responses."""
        statuses = []

        def post(url: str, body: bytes) -> int:
            parts = urlsplit(url)
            response = self.client.post(f"{parts.path}?{parts.query}", body, content_type="application/json")
            statuses.append(response.status_code)
            return response.status_code

        self.smscx_sandbox.deliver_webhooks(post)
        return statuses


class SignUpTest(BakeryTest):
    def test_the_right_pin_makes_a_member(self) -> None:
        self.assertEqual(self.post("/sign-up", phone_number=PHONE)[0], 201)
        pin = self.smscx_sandbox.otp_pin(PHONE)
        self.assertEqual(self.smscx_sandbox.messages[0].text, f"{pin} is your code for the bakery.")
        self.assertEqual(self.post("/sign-up/pin", pin=pin), (200, {"message": "Welcome!"}))
        self.assertEqual(Member.objects.get().phone_number, PHONE)

    def test_a_wrong_pin_can_be_corrected(self) -> None:
        self.post("/sign-up", phone_number=PHONE)
        self.assertEqual(self.post("/sign-up/pin", pin="0")[0], 422)
        self.assertEqual(Member.objects.count(), 0)
        self.assertEqual(self.post("/sign-up/pin", pin=self.smscx_sandbox.otp_pin(PHONE))[0], 200)

    def test_a_pin_is_good_for_five_minutes(self) -> None:
        self.post("/sign-up", phone_number=PHONE)
        self.smscx_sandbox.advance(minutes=5, seconds=1)
        self.assertEqual(self.post("/sign-up/pin", pin=self.smscx_sandbox.otp_pin(PHONE))[0], 410)

    def test_a_lost_response_to_the_right_pin(self) -> None:
        self.post("/sign-up", phone_number=PHONE)
        pin = self.smscx_sandbox.otp_pin(PHONE)
        self.smscx_sandbox.fail("verify_otp", reset=True, when="after")
        self.assertEqual(self.post("/sign-up/pin", pin=pin)[0], 503)
        self.assertEqual(self.post("/sign-up/pin", pin=pin)[0], 200)

    def test_what_is_no_phone_number_is_refused(self) -> None:
        for phone_number in ("", "hello", "+31000"):
            self.assertEqual(self.post("/sign-up", phone_number=phone_number)[0], 422)
        self.assertEqual(self.post("/sign-up/pin", pin="1234")[0], 404)
        self.assertEqual(self.smscx_sandbox.messages, [])

    def test_the_api_is_down(self) -> None:
        self.smscx_sandbox.fail("new_otp", status=503)
        self.assertEqual(self.post("/sign-up", phone_number=PHONE)[0], 503)


class OrderTest(BakeryTest):
    def setUp(self) -> None:
        super().setUp()
        self.order = Order.objects.create(member=Member.objects.create(phone_number=PHONE))

    def ready(self) -> int:
        return self.post(f"/orders/{self.order.pk}/ready")[0]

    def status(self) -> str:
        self.order.refresh_from_db()
        return str(self.order.sms_status)

    def test_the_delivery_reaches_the_order(self) -> None:
        self.assertEqual(self.ready(), 200)
        self.assertEqual(self.smscx_sandbox.messages[0].text, f"Your order {self.order.pk} is ready.")
        self.assertEqual(self.status(), "ACCEPTED")
        self.assertEqual(set(self.callbacks()), {200})
        self.assertEqual(self.status(), "DELIVERED")

    def test_a_phone_that_cannot_be_reached(self) -> None:
        self.smscx_sandbox.outcome(PHONE, "failed")
        self.ready()
        self.callbacks()
        self.assertEqual(self.status(), "FAILED")

    def test_a_handler_that_fails_is_repeated_and_keeps_nothing(self) -> None:
        self.ready()
        with patch("bakery.handlers.Order.objects.filter", side_effect=RuntimeError("the database is down")):
            self.assertEqual(set(self.callbacks()), {500})
        self.assertEqual(self.status(), "ACCEPTED")
        self.smscx_sandbox.advance(hours=1)
        self.assertEqual(set(self.callbacks()), {200})
        self.assertEqual(self.status(), "DELIVERED")

    def test_a_reply_is_stored_once(self) -> None:
        event = webhooks.InboundSms.from_dict({"msgId": "m-1", "from": PHONE, "to": "+31970", "text": "Thanks!"})
        for _ in range(2):
            response = self.client.post(
                "/sms/?token=only+for+this+example", event.body(), content_type="application/json"
            )
            self.assertEqual(response.status_code, 200)
        self.assertEqual(Reply.objects.get().text, "Thanks!")

    def test_a_callback_without_the_token_is_refused(self) -> None:
        self.assertEqual(self.client.post("/sms/", b"{}", content_type="application/json").status_code, 401)


class CommandTest(BakeryTest):
    def test_a_test_sms(self) -> None:
        out = StringIO()
        call_command("sendtestsms", PHONE, "--text", "Hi", stdout=out)
        (message,) = self.smscx_sandbox.messages
        self.assertEqual((message.to, message.text), (PHONE, "Hi"))
        self.assertEqual(out.getvalue(), f"{PHONE} ACCEPTED {message.msg_id}\ncost: 0.075\n")

    def test_an_estimate_sends_nothing(self) -> None:
        out = StringIO()
        call_command("sendtestsms", PHONE, "--estimate", stdout=out)
        self.assertEqual(out.getvalue(), "cost: 0.075\n")
        self.assertEqual(self.smscx_sandbox.messages, [])

    def test_a_failure_is_one_line(self) -> None:
        with self.assertRaisesRegex(CommandError, "^InvalidPhoneNumberException: "):
            call_command("sendtestsms", "+31000")

    def test_the_settings_are_checked(self) -> None:
        with self.settings(SMSCX_WEBHOOKS={"tokn": "x"}), self.assertRaisesRegex(Exception, "SMSCX_WEBHOOKS.*tokn"):
            call_command("check")
        call_command("check", stdout=StringIO())

    def test_a_test_never_gets_the_real_client(self) -> None:
        client = get_client()
        with self.settings(SMSCX_CLIENT={"api_key": "another"}):
            self.assertIs(get_client(), client)
