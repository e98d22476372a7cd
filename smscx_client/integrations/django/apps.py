"""The Django application: its name, and the checks that `manage.py check` runs."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from smscx_client.integrations.django import get_client, get_receiver

__all__ = ["SmscxConfig"]


class SmscxConfig(AppConfig):  # type: ignore[misc]
    """The application `smscx_client.integrations.django`."""

    name = "smscx_client.integrations.django"
    label = "smscx"
    verbose_name = "SMS Connexion"

    def ready(self) -> None:
        checks.register(check_settings)


def check_settings(**_: Any) -> list[Any]:
    """Check `SMSCX_CLIENT` and `SMSCX_WEBHOOKS`; makes no request."""
    from django.conf import settings

    found: list[Any] = []
    made = {"smscx.E001": get_client}
    if hasattr(settings, "SMSCX_WEBHOOKS"):
        made["smscx.E002"] = get_receiver  # type: ignore[assignment]
    for number, make in made.items():
        try:
            make()
        except ImproperlyConfigured as error:
            found.append(checks.Error(str(error), id=number))
    if not found and not _has_credentials():
        hint = "Set SMSCX_CLIENT = {'api_key': ...}, or SMSCX_API_KEY in the environment."
        found.append(checks.Warning("There are no credentials for SMS.CX.", hint, id="smscx.W001"))
    return found


def _has_credentials() -> bool:
    configuration = get_client().configuration
    return bool(configuration.api_key or configuration.access_token or configuration.application_id)
