# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataApplicationsList(Model):
    """A part of ``ApplicationsListResponse``.

    :param id: Numeric identifier of the application. Example: ``17``. Required.
    :param application_id: Identifier of the API application. Example: ``"ffb605d3-6ff0-4f94-b929-d1b98e28322a"``.
        Required.
    :param application_secret: Secret belonging to the application. Required.
    :param application_name: Name given to the API application. Example: ``"Web shop"``. Required.
    :param scopes: API scopes that apply to the application. Required.
    :param token_expiration: Expiration set for the application's access tokens. Example: ``"1 day"``. Required.
    :param created_at: When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-08-20 09:00:00"``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the application. Example: ``17``."""
    application_id: str = field("applicationId", required=True)
    """Identifier of the API application. Example: ``"ffb605d3-6ff0-4f94-b929-d1b98e28322a"``."""
    application_secret: str = field("applicationSecret", required=True, secret=True)
    """Secret belonging to the application."""
    application_name: str = field("applicationName", required=True)
    """Name given to the API application. Example: ``"Web shop"``."""
    scopes: str = field("scopes", required=True)
    """API scopes that apply to the application."""
    token_expiration: str = field("tokenExpiration", required=True)
    """Expiration set for the application's access tokens. Example: ``"1 day"``."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-08-20
    09:00:00"``."""
