"""The settings of :class:`~smscx_client.Client` and of its ``with_options``, as keywords.

A setting of a call can differ from call to call: timeouts, retries, credentials. The other settings are those of the
connections, which all calls share, and of the logs, which the process shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client._suggest import did_you_mean
from smscx_client.configuration import OF_CLIENT, Configuration, setting_names
from smscx_client.exceptions import ApiTypeError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["configuration_of", "has_credentials", "with_settings"]


_CREDENTIALS = ("api_key", "access_token", "application_id", "application_secret", "username", "password")
_ALL = setting_names(Configuration) - {"logger"}
_OF_CALLS = _ALL - OF_CLIENT
#: The settings that are attributes of a configuration, but not arguments of its constructor.
_ONLY_ATTRIBUTES = _ALL - set(Configuration.__init__.__code__.co_varnames)


def configuration_of(configuration: Configuration | None, settings: Mapping[str, Any]) -> Configuration:
    """Return the configuration of a new client: the given one, or a new one with ``settings``.

    Without either, it is a copy of the default configuration, which comes from the environment if there is none.

    :raises ApiTypeError: both are given, or there is no such setting.
    :raises ApiValueError: a setting has a value that cannot be used.
    """
    if configuration is not None:
        if not isinstance(configuration, Configuration):
            raise ApiTypeError(f"must be a Configuration, not {type(configuration).__name__}", ["configuration"])
        if settings:
            named = ", ".join(f"{name}=" for name in settings)
            raise ApiTypeError(f"takes configuration= or {named} not both: set the attributes of the configuration")
        return configuration
    if not settings:
        return Configuration.get_default_copy()
    for name in settings.keys() - _ALL:
        raise ApiTypeError(f"there is no setting `{name}`{did_you_mean(name, _ALL)}", key_type=True)
    later = settings.keys() & _ONLY_ATTRIBUTES
    made = Configuration(**{name: value for name, value in settings.items() if name not in later})
    for name in later:
        setattr(made, name, settings[name])
    return made


def with_settings(configuration: Configuration, settings: Mapping[str, Any]) -> Configuration:
    """Return a copy of ``configuration`` with other settings of a call.

    A credential of one kind replaces those of the other kinds.

    :raises ApiTypeError: there is no such setting, or it is not one of a call.
    :raises ApiValueError: a setting has a value that cannot be used.
    """
    for name in settings:
        if name in OF_CLIENT:
            raise ApiTypeError(
                f"`{name}` is not a setting of a call: all calls of a client share it. Make another "
                f"client, as in Client({name}=...)"
            )
        if name not in _OF_CALLS:
            raise ApiTypeError(f"there is no setting `{name}`{did_you_mean(name, [*_OF_CALLS, 'headers'])}")
    return configuration._for_calls(settings)


def has_credentials(settings: Mapping[str, Any]) -> bool:
    """Whether ``settings`` has a credential."""
    return any(settings.get(name) for name in _CREDENTIALS)
