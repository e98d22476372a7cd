# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.application_settings_response import ApplicationSettingsResponse
    from smscx_client.model.applications_list_response import ApplicationsListResponse


__all__ = ["ApplicationsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_APPLICATION_SETTINGS = Operation(
    "get_application_settings",
    "GET",
    "/applications/{applicationId}",
    parameters={"application_id": field("applicationId", required=True)},
    returns="application_settings_response.ApplicationSettingsResponse",
    repeat="safe",
)
_GET_APPLICATIONS_LIST = Operation(
    "get_applications_list",
    "GET",
    "/applications",
    returns="applications_list_response.ApplicationsListResponse",
    repeat="safe",
)
_GET_SCOPES = Operation(
    "get_scopes",
    "GET",
    "/applications/scopes",
    returns=[str],
    repeat="safe",
)


class ApplicationsApi(Api):
    """The Applications part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_application_settings(
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
        return self._call(_GET_APPLICATION_SETTINGS, options, application_id=application_id)

    def get_applications_list(self, **options: Unpack[RequestOptions]) -> ApplicationsListResponse:
        """List the account's API applications.

        Lists the applications that have been created, newest first. When there are none, ``data`` comes back empty.
        Each entry contains the ``application_secret``, so treat the response as confidential.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /applications``
        """
        return self._call(_GET_APPLICATIONS_LIST, options)

    def get_scopes(self, **options: Unpack[RequestOptions]) -> list[str]:
        """List the permission scopes of the API.

        Returns the names of all scopes that an application or access token can have, as a plain array of strings.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: a list of names.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /applications/scopes``
        """
        return self._call(_GET_SCOPES, options)
