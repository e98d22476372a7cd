# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.aio.api import AsyncApi
from smscx_client.api.oauth_api import _GET_ACCESS_TOKEN

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.oauth_token_response import OauthTokenResponse


__all__ = ["AsyncOauthApi"]


class AsyncOauthApi(AsyncApi):
    """The OAuth part of the API, for ``AsyncClient``."""

    async def get_access_token(
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
        return await self._call(_GET_ACCESS_TOKEN, options, grant_type=grant_type, scope=scope)
