# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.settings import Settings


class ApplicationSettingsResponse(Model):
    """The response of ``get_application_settings``.

    :param application_id: Identifier of the API application. Example: ``"ffb605d3-6ff0-4f94-b929-d1b98e28322a"``.
        Required.
    :param name: Name of the application, group or attachment that the object describes. Example: ``"Web shop"``.
        Required.
    :param scopes: API scopes that apply to the application. Required.
    :param token_expiration: Expiration set for the application's access tokens. Example: ``"1 day"``. Required.
    :param settings: Application settings, with one object per channel or feature. Required.
    """

    application_id: str = field("applicationId", required=True)
    """Identifier of the API application. Example: ``"ffb605d3-6ff0-4f94-b929-d1b98e28322a"``."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes. Example: ``"Web shop"``."""
    scopes: str = field("scopes", required=True)
    """API scopes that apply to the application."""
    token_expiration: str = field("tokenExpiration", required=True)
    """Expiration set for the application's access tokens. Example: ``"1 day"``."""
    settings: Settings = field("settings", type="settings.Settings", required=True)
    """Application settings, with one object per channel or feature."""
