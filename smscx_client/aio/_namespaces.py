# Generated from openapi/ by `python -m codegen`; change it there.
"""The namespaces of an async client: ``client.sms``, ``client.otp`` and the others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smscx_client.aio.account_api import AsyncAccountApi
    from smscx_client.aio.applications_api import AsyncApplicationsApi
    from smscx_client.aio.attachments_api import AsyncAttachmentsApi
    from smscx_client.aio.conversations_api import AsyncConversationsApi
    from smscx_client.aio.groups_api import AsyncGroupsApi
    from smscx_client.aio.multichannel_api import AsyncMultichannelApi
    from smscx_client.aio.numbers_api import AsyncNumbersApi
    from smscx_client.aio.oauth_api import AsyncOauthApi
    from smscx_client.aio.optouts_api import AsyncOptoutsApi
    from smscx_client.aio.originators_api import AsyncOriginatorsApi
    from smscx_client.aio.otp_api import AsyncOtpApi
    from smscx_client.aio.reports_api import AsyncReportsApi
    from smscx_client.aio.shortlinks_api import AsyncShortlinksApi
    from smscx_client.aio.sms_api import AsyncSmsApi
    from smscx_client.aio.templates_api import AsyncTemplatesApi
    from smscx_client.aio.threads import CallThreads
    from smscx_client.aio.viber_api import AsyncViberApi
    from smscx_client.aio.whatsapp_api import AsyncWhatsappApi
    from smscx_client.client import Client

__all__ = ["AsyncNamespaces"]


class AsyncNamespaces:
    """One API class for each resource, made on first use."""

    _client: Client
    _threads: CallThreads

    @cached_property
    def account(self) -> AsyncAccountApi:
        """The Account part of the API."""
        from smscx_client.aio.account_api import AsyncAccountApi

        return AsyncAccountApi(self._client.account, self._threads)

    @cached_property
    def applications(self) -> AsyncApplicationsApi:
        """The Applications part of the API."""
        from smscx_client.aio.applications_api import AsyncApplicationsApi

        return AsyncApplicationsApi(self._client.applications, self._threads)

    @cached_property
    def attachments(self) -> AsyncAttachmentsApi:
        """The Attachments part of the API."""
        from smscx_client.aio.attachments_api import AsyncAttachmentsApi

        return AsyncAttachmentsApi(self._client.attachments, self._threads)

    @cached_property
    def conversations(self) -> AsyncConversationsApi:
        """The Conversations part of the API."""
        from smscx_client.aio.conversations_api import AsyncConversationsApi

        return AsyncConversationsApi(self._client.conversations, self._threads)

    @cached_property
    def groups(self) -> AsyncGroupsApi:
        """The Groups part of the API."""
        from smscx_client.aio.groups_api import AsyncGroupsApi

        return AsyncGroupsApi(self._client.groups, self._threads)

    @cached_property
    def multichannel(self) -> AsyncMultichannelApi:
        """The Multichannel part of the API."""
        from smscx_client.aio.multichannel_api import AsyncMultichannelApi

        return AsyncMultichannelApi(self._client.multichannel, self._threads)

    @cached_property
    def numbers(self) -> AsyncNumbersApi:
        """The Numbers part of the API."""
        from smscx_client.aio.numbers_api import AsyncNumbersApi

        return AsyncNumbersApi(self._client.numbers, self._threads)

    @cached_property
    def oauth(self) -> AsyncOauthApi:
        """The OAuth part of the API."""
        from smscx_client.aio.oauth_api import AsyncOauthApi

        return AsyncOauthApi(self._client.oauth, self._threads)

    @cached_property
    def optouts(self) -> AsyncOptoutsApi:
        """The Optouts part of the API."""
        from smscx_client.aio.optouts_api import AsyncOptoutsApi

        return AsyncOptoutsApi(self._client.optouts, self._threads)

    @cached_property
    def originators(self) -> AsyncOriginatorsApi:
        """The Originators part of the API."""
        from smscx_client.aio.originators_api import AsyncOriginatorsApi

        return AsyncOriginatorsApi(self._client.originators, self._threads)

    @cached_property
    def otp(self) -> AsyncOtpApi:
        """The OTP part of the API."""
        from smscx_client.aio.otp_api import AsyncOtpApi

        return AsyncOtpApi(self._client.otp, self._threads)

    @cached_property
    def reports(self) -> AsyncReportsApi:
        """The Reports part of the API."""
        from smscx_client.aio.reports_api import AsyncReportsApi

        return AsyncReportsApi(self._client.reports, self._threads)

    @cached_property
    def shortlinks(self) -> AsyncShortlinksApi:
        """The Shortlinks part of the API."""
        from smscx_client.aio.shortlinks_api import AsyncShortlinksApi

        return AsyncShortlinksApi(self._client.shortlinks, self._threads)

    @cached_property
    def sms(self) -> AsyncSmsApi:
        """The SMS part of the API."""
        from smscx_client.aio.sms_api import AsyncSmsApi

        return AsyncSmsApi(self._client.sms, self._threads)

    @cached_property
    def templates(self) -> AsyncTemplatesApi:
        """The Templates part of the API."""
        from smscx_client.aio.templates_api import AsyncTemplatesApi

        return AsyncTemplatesApi(self._client.templates, self._threads)

    @cached_property
    def viber(self) -> AsyncViberApi:
        """The Viber part of the API."""
        from smscx_client.aio.viber_api import AsyncViberApi

        return AsyncViberApi(self._client.viber, self._threads)

    @cached_property
    def whatsapp(self) -> AsyncWhatsappApi:
        """The WhatsApp part of the API."""
        from smscx_client.aio.whatsapp_api import AsyncWhatsappApi

        return AsyncWhatsappApi(self._client.whatsapp, self._threads)
