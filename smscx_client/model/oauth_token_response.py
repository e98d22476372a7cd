# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class OauthTokenResponse(Model):
    """The response of ``get_access_token``.

    :param access_token: OAuth 2.0 access token issued for the API. Required.
    :param expires_in: Seconds until the token expires. The Admin Dashboard offers lifetimes of 1 day, 1 week or never.
        Example: ``86400``. Required.
    :param scope: Scope granted to the access token. Example: ``"reports sms"``. Required.
    :param token_type: Type of the issued access token. Always ``Bearer``.
    """

    access_token: str = field("access_token", required=True, secret=True)
    """OAuth 2.0 access token issued for the API."""
    expires_in: int = field("expires_in", type=int, required=True)
    """Seconds until the token expires. The Admin Dashboard offers lifetimes of 1 day, 1 week or never. Example:
    ``86400``."""
    scope: str = field("scope", required=True)
    """Scope granted to the access token. Example: ``"reports sms"``."""
    token_type: Literal["Bearer"] | None = field("token_type", default=None, kw_only=True, enum=("Bearer",))
    """Type of the issued access token. Always ``Bearer``."""
