"""The Django application on its own; examples/stories/django tests it within a project."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import threading
import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.dispatch import receiver
from django.test import RequestFactory, override_settings

settings.configure(INSTALLED_APPS=["smscx_client.integrations.django"], {settings})
django.setup()

import smscx_client
from smscx_client import webhooks
from smscx_client.integrations.django import (
    event_received, get_client, get_receiver, override_client, webhook_view
)
{body}
"""
CLIENT = "SMSCX_CLIENT={'api_key': 'k', 'host': 'http://127.0.0.1:9'}"


def run(body: str, settings: str = CLIENT) -> str:
    """Run statements in a process with these settings: a process has one set of them."""
    script = SCRIPT.replace("{settings}", settings).replace("{body}", body)
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_client_has_the_settings_and_follows_them() -> None:
    run("""
client = get_client()
assert client.configuration.api_key == "k"
assert get_client() is client
found = []
thread = threading.Thread(target=lambda: found.append(get_client()))
thread.start(); thread.join()
assert found == [client]
with override_settings(SMSCX_CLIENT={"api_key": "other"}):
    assert get_client().configuration.api_key == "other"
assert get_client().configuration.api_key == "k"
other = smscx_client.Client(api_key="test")
try:
    with override_client(other):
        assert get_client() is other
        raise KeyError
except KeyError:
    assert get_client() is not other
""")


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ("SMSCX_CLIENT={'timeout': '5'}", "SMSCX_CLIENT: .*timeout"),
        ("SMSCX_CLIENT={'api_kye': 'k'}", "SMSCX_CLIENT: .*api_kye.*did you mean `api_key`"),
        (CLIENT + ", SMSCX_WEBHOOKS={'tokn': 'x'}", "SMSCX_WEBHOOKS: .*tokn"),
        (CLIENT + ", SMSCX_WEBHOOKS={'token': ''}", "SMSCX_WEBHOOKS: .*token"),
    ],
)
def test_a_wrong_setting_is_reported_by_name(settings: str, error: str) -> None:
    run(f"""
import re
from django.core.management.base import SystemCheckError
try:
    call_command("check")
except SystemCheckError as raised:
    assert re.search({error!r}, str(raised), re.DOTALL), raised
else:
    raise AssertionError("the check found nothing")
""", settings)  # fmt: skip


def test_callbacks_without_their_setting_are_refused_by_name() -> None:
    run("""
try:
    get_receiver()
except ImproperlyConfigured as raised:
    assert str(raised).startswith("SMSCX_WEBHOOKS: is not set"), raised
else:
    raise AssertionError("there is no token")
""")


def test_an_event_goes_to_the_receivers_of_its_class_once_without_a_database() -> None:
    settings = CLIENT + ", SMSCX_WEBHOOKS={'token': 'secret'}, ALLOWED_HOSTS=['*'], ROOT_URLCONF=__name__"
    printed = run("""
from django.test import Client
from django.urls import path
urlpatterns = [path("sms/", webhook_view)]

@receiver(event_received, sender=webhooks.NewOptout)
def opted_out(event, **kwargs):
    print(event.phone_number)

@receiver(event_received, sender=webhooks.DeliveryReport)
def delivered(event, **kwargs):
    raise AssertionError("another class of event")

url = get_receiver().url("http://127.0.0.1/sms")
body = webhooks.NewOptout.from_dict({"phoneNumber": "+31612469333"}).body()
for _ in range(2):
    response = Client(enforce_csrf_checks=True).post(url, body, content_type="application/json")
    assert response.status_code == 200, response.content
assert Client().post("/sms/", body, content_type="application/json").status_code == 401
""", settings)  # fmt: skip
    assert printed == "+31612469333\n"


def test_without_django_its_name_is_in_the_error() -> None:
    code = "import sys; sys.modules['django.conf'] = None; import smscx_client.integrations.django"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "install it: pip install django" in done.stderr
