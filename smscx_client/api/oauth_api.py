# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.oauth_token_response import OauthTokenResponse


__all__ = ["OauthApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_ACCESS_TOKEN = Operation(
    "get_access_token",
    "POST",
    "/oauth/token",
    parameters={
        "grant_type": field("grant_type", required=True, enum=("client_credentials",)),
        "scope": field("scope", default=None),
    },
    returns="oauth_token_response.OauthTokenResponse",
    scheme="basic",
    repeat="safe",
    form=True,
)


class OauthApi(Api):
    """The OAuth part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_access_token(
        self,
        grant_type: Literal["client_credentials"] = "client_credentials",
        *,
        scope: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> OauthTokenResponse:
        """Obtain an OAuth 2 access token.

        Issues a bearer token for an application, which authenticates with its id and secret over HTTP Basic; the only
        grant type is ``client_credentials``. ``scope`` takes case-sensitive scope names separated by spaces, and a
        token requested without it is valid for all scopes. ``expires_in`` gives the lifetime in seconds, which the
        dashboard sets to one day, one week or no expiry.

        :param grant_type: OAuth flow by which the application obtains access tokens; the only accepted value is
            ``client_credentials``. Always ``client_credentials``.
        :param scope: Scopes to grant, case-sensitive and separated by spaces; when empty or omitted, the token gets
            every scope (full privileges). Example: ``"sms reports"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_request, unsupported_grant_type (1600).
        :raises InvalidScopeException: invalid_scope (1600).
        :raises InvalidCredentialsException: invalid_client (1600).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /oauth/token``
        """
        return self._call(_GET_ACCESS_TOKEN, options, grant_type=grant_type, scope=scope)
