# Generated from openapi/ by `python -m codegen`; change it there.
"""Every API class in one import, each loaded on first use: ``from smscx_client.apis import SmsApi``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smscx_client.api.account_api import AccountApi as AccountApi
    from smscx_client.api.applications_api import ApplicationsApi as ApplicationsApi
    from smscx_client.api.attachments_api import AttachmentsApi as AttachmentsApi
    from smscx_client.api.conversations_api import ConversationsApi as ConversationsApi
    from smscx_client.api.groups_api import GroupsApi as GroupsApi
    from smscx_client.api.multichannel_api import MultichannelApi as MultichannelApi
    from smscx_client.api.numbers_api import NumbersApi as NumbersApi
    from smscx_client.api.oauth_api import OauthApi as OauthApi
    from smscx_client.api.optouts_api import OptoutsApi as OptoutsApi
    from smscx_client.api.originators_api import OriginatorsApi as OriginatorsApi
    from smscx_client.api.otp_api import OtpApi as OtpApi
    from smscx_client.api.reports_api import ReportsApi as ReportsApi
    from smscx_client.api.shortlinks_api import ShortlinksApi as ShortlinksApi
    from smscx_client.api.sms_api import SmsApi as SmsApi
    from smscx_client.api.templates_api import TemplatesApi as TemplatesApi
    from smscx_client.api.viber_api import ViberApi as ViberApi
    from smscx_client.api.whatsapp_api import WhatsappApi as WhatsappApi

_MODULES = {
    "AccountApi": "account_api",
    "ApplicationsApi": "applications_api",
    "AttachmentsApi": "attachments_api",
    "ConversationsApi": "conversations_api",
    "GroupsApi": "groups_api",
    "MultichannelApi": "multichannel_api",
    "NumbersApi": "numbers_api",
    "OauthApi": "oauth_api",
    "OptoutsApi": "optouts_api",
    "OriginatorsApi": "originators_api",
    "OtpApi": "otp_api",
    "ReportsApi": "reports_api",
    "ShortlinksApi": "shortlinks_api",
    "SmsApi": "sms_api",
    "TemplatesApi": "templates_api",
    "ViberApi": "viber_api",
    "WhatsappApi": "whatsapp_api",
}

__all__ = list(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    try:
        module = import_module(f"smscx_client.api.{_MODULES[name]}")
    except KeyError:
        raise AttributeError(f"smscx_client.apis has no API class {name!r}") from None
    found = globals()[name] = getattr(module, name)
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
