"""Django: a client from the settings, callbacks of the API as a signal, a command that sends a test SMS.

    INSTALLED_APPS = [..., "smscx_client.integrations.django"]
    SMSCX_CLIENT = {"api_key": os.environ["SMSCX_API_KEY"]}       # keywords of `Client`
    SMSCX_WEBHOOKS = {"token": os.environ["WEBHOOK_TOKEN"]}       # keywords of `webhooks.Receiver`

    get_client().sms.send_sms(to="+31612469333", from_="MyShop", text="Hi")

    urlpatterns = [path("sms/", webhook_view)]

    @receiver(event_received, sender=webhooks.DeliveryReport)
    def delivered(event, **kwargs): ...

Tests replace the client by one of the sandbox: see :mod:`smscx_client.sandbox.django`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, Callable

try:
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.signals import setting_changed
    from django.dispatch import Signal
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"{__name__} needs the package {error.name}; install it: pip install django", name=error.name
    ) from error

from smscx_client import webhooks
from smscx_client.client import Client
from smscx_client.exceptions import ApiExceptionBase

__all__ = ["event_received", "get_client", "get_receiver", "override_client", "webhook_view"]

event_received = Signal()
"""Sent for each callback of the API. `sender` is the class of the event, such as `webhooks.DeliveryReport`, and `event`
is the event. Its receivers run in one transaction of the default database: if one of them raises, the changes of all
are undone, the response is 500, and the event is handled again when the API repeats the delivery."""

_lock = threading.RLock()
_made: dict[str, Any] = {}
"""The client and the receiver of this process, by the setting that they are made of."""
_overrides: list[Client] = []


def get_client() -> Client:
    """Return the client of this process, with the keywords of `SMSCX_CLIENT`; all threads share it.

    It is made at the first call. Without the setting, credentials come from the environment.

    :raises ImproperlyConfigured: a setting does not exist or has a value that cannot be used.

    Example::

        get_client().sms.send_sms(to="+31612469333", from_="MyShop", text="Hi")
    """
    with _lock:
        return _overrides[-1] if _overrides else _once("SMSCX_CLIENT", _new_client)


def get_receiver() -> webhooks.Receiver:
    """Return the receiver behind :func:`webhook_view`, with the keywords of `SMSCX_WEBHOOKS`.

    Unless `seen` is one of them, it remembers the handled events in Django's default cache. Its `url` method makes the
    callback URL: ``get_receiver().url("https://shop.example.com/sms")``.

    :raises ImproperlyConfigured: the setting is missing, or a keyword does not exist or cannot be used.
    """
    with _lock:
        receiver: webhooks.Receiver = _once("SMSCX_WEBHOOKS", _new_receiver)
        return receiver


@contextmanager
def override_client(client: Client) -> Iterator[Client]:
    """Make :func:`get_client` return this client during the block, in all threads. The block does not close it.

    :param client: the client to return.

    Example::

        with override_client(smscx_sandbox.new_client()):
            self.client.post("/orders/", order)
    """
    with _lock:
        _overrides.append(client)
    try:
        yield client
    finally:
        with _lock:
            _overrides.remove(client)


def _once(setting: str, make: Callable[[], Any]) -> Any:
    if setting not in _made:
        try:
            _made[setting] = make()
        except (ApiExceptionBase, TypeError, ValueError) as error:
            raise ImproperlyConfigured(f"{setting}: {error}") from error
    return _made[setting]


def _new_client() -> Client:
    return Client(**getattr(settings, "SMSCX_CLIENT", {}))


def _new_receiver() -> webhooks.Receiver:
    from django.core.cache import cache

    given = getattr(settings, "SMSCX_WEBHOOKS", None)
    if given is None:
        raise ValueError('is not set; a project that receives callbacks needs {"token": ...}')
    receiver = webhooks.Receiver(**{"seen": cache, **given})
    receiver.on(webhooks.Event)(_send_signal)
    return receiver


def _send_signal(event: webhooks.Event) -> None:
    with _transaction():
        event_received.send(sender=type(event), event=event)


def _transaction() -> Any:
    """A transaction of the default database, if the project has one."""
    from django.db import connection, transaction

    dummy = connection.settings_dict["ENGINE"] == "django.db.backends.dummy"
    return nullcontext() if dummy else transaction.atomic()


def webhook_view(request: Any) -> Any:
    """The view that receives the callbacks: ``path("sms/", webhook_view)``. It needs no CSRF token.

    :param request: the request that Django passes to a view.
    """
    return webhooks.django.view(get_receiver())(request)


webhook_view.csrf_exempt = True  # type: ignore[attr-defined]


def _forget(*, setting: str, **_: Any) -> None:
    """Make client and receiver again after a change of their settings, such as by `override_settings` in a test."""
    with _lock:
        made = _made.pop("SMSCX_WEBHOOKS" if setting == "CACHES" else setting, None)
    if isinstance(made, Client):
        made.close()


setting_changed.connect(_forget, dispatch_uid=__name__)
