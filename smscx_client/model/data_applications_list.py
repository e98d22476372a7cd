# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataApplicationsList(Model):
    """A part of ``ApplicationsListResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the application or group."""
    application_id: str = field("applicationId", required=True)
    """Identifier of the API application."""
    application_secret: str = field("applicationSecret", required=True, secret=True)
    """Secret belonging to the application."""
    application_name: str = field("applicationName", required=True)
    """Name given to the API application."""
    scopes: str = field("scopes", required=True)
    """API scopes that apply to the application."""
    token_expiration: str = field("tokenExpiration", required=True)
    """Expiration set for the application's access tokens."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
