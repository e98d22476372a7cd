"""What the API's users set up in its dashboard: active channels and the settings of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import applications, channels
from .endpoint import PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..core import Sandbox

__all__ = ["ENDPOINTS"]


def _channels(sandbox: Sandbox, values: Values) -> Values:
    return {**channels.status(sandbox.world)}


def _switch_channels(sandbox: Sandbox, values: Values) -> Values:
    channels.switch(sandbox.world, values)
    return _channels(sandbox, values)


def _application(sandbox: Sandbox, values: Values) -> Values:
    return applications.settings(sandbox.world)


def _set_application(sandbox: Sandbox, values: Values) -> Values:
    applications.change(sandbox.world, values)
    return _application(sandbox, values)


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/channels", _channels),
    Endpoint("POST", f"{PREFIX}/channels", _switch_channels, dict.fromkeys(channels.CHANNELS, {"type": "boolean"})),
    Endpoint("GET", f"{PREFIX}/application", _application),
    Endpoint("POST", f"{PREFIX}/application", _set_application, applications.SCHEMA),
)
