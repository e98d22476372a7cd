# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.settings import Settings


class ApplicationSettingsResponse(Model):
    """The response of ``get_application_settings``."""

    application_id: str = field("applicationId", required=True)
    """Identifier of the API application."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes."""
    scopes: str = field("scopes", required=True)
    """API scopes that apply to the application."""
    token_expiration: str = field("tokenExpiration", required=True)
    """Expiration set for the application's access tokens."""
    settings: Settings = field("settings", type="settings.Settings", required=True)
    """Application settings, with one object per channel or feature."""
