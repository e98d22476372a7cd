# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.aio.api import AsyncApi
from smscx_client.api.applications_api import _GET_APPLICATION_SETTINGS, _GET_APPLICATIONS_LIST, _GET_SCOPES

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.application_settings_response import ApplicationSettingsResponse
    from smscx_client.model.applications_list_response import ApplicationsListResponse


__all__ = ["AsyncApplicationsApi"]


class AsyncApplicationsApi(AsyncApi):
    """The Applications part of the API, for ``AsyncClient``."""

    async def get_application_settings(
        self, application_id: str, **options: Unpack[RequestOptions]
    ) -> ApplicationSettingsResponse:
        """Read the configuration of an application.

        Looks up an application by its identifier and returns its name, its scopes, the lifetime of its tokens, and its
        settings for all scopes: ``sms``, ``viber``, ``whatsapp``, ``multichannel``, ``shortlinks``, ``attachments``,
        ``optouts``, ``lookup`` and ``otp``. The identifier has to belong to an existing application.

        :param application_id: ID of the application whose settings are read. Example:
            ``"ffb605d3-6ff0-4f94-b929-d1b98e28322a"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1500).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /applications/{applicationId}``
        """
        return await self._call(_GET_APPLICATION_SETTINGS, options, application_id=application_id)

    async def get_applications_list(self, **options: Unpack[RequestOptions]) -> ApplicationsListResponse:
        """List the account's API applications.

        Lists the applications that have been created, newest first. When there are none, ``data`` comes back empty.
        Each entry contains the ``application_secret``, so treat the response as confidential.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /applications``
        """
        return await self._call(_GET_APPLICATIONS_LIST, options)

    async def get_scopes(self, **options: Unpack[RequestOptions]) -> list[str]:
        """List the permission scopes of the API.

        Returns the names of all scopes that an application or access token can have, as a plain array of strings.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: a list of names.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /applications/scopes``
        """
        return await self._call(_GET_SCOPES, options)
