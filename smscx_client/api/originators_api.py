# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.originator_new_request import OriginatorNewRequest
    from smscx_client.model.originator_new_response import OriginatorNewResponse
    from smscx_client.model.originators_list_response import OriginatorsListResponse
    from smscx_client.types import (
        OriginatorNewRequestDict,
        OriginatorNewRequestWireDict,
    )


__all__ = ["OriginatorsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_ORIGINATORS_LIST = Operation(
    "get_originators_list",
    "GET",
    "/originators",
    returns="originators_list_response.OriginatorsListResponse",
    repeat="safe",
)
_CREATE_ORIGINATOR = Operation(
    "create_originator",
    "POST",
    "/originators",
    body=("originator_new_request", "originator_new_request.OriginatorNewRequest"),
    returns="originator_new_response.OriginatorNewResponse",
)
_DELETE_ORIGINATOR = Operation(
    "delete_originator",
    "DELETE",
    "/originators/{originatorId}",
    parameters={"originator_id": field("originatorId", type=int, required=True)},
    returns="originator_new_response.OriginatorNewResponse",
    repeat="safe",
)


class OriginatorsApi(Api):
    """The Originators part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_originators_list(self, **options: Unpack[RequestOptions]) -> OriginatorsListResponse:
        """List the registered sender names.

        Lists the sender names (originators) of the account, the latest one first. Each entry states whether the name
        has been approved and whether it is the default. If there are no sender names, ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /originators``
        """
        return self._call(_GET_ORIGINATORS_LIST, options)

    @overload
    def create_originator(self, *, originator: str, **options: Unpack[RequestOptions]) -> OriginatorNewResponse: ...

    @overload
    def create_originator(
        self,
        originator_new_request: OriginatorNewRequest | OriginatorNewRequestDict | OriginatorNewRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> OriginatorNewResponse: ...

    def create_originator(
        self,
        originator_new_request: OriginatorNewRequest | OriginatorNewRequestDict | OriginatorNewRequestWireDict = UNSET,
        *,
        originator: str = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OriginatorNewResponse:
        """Register a sender name for approval.

        Creates a sender name and hands it in for approval. Only letters and digits are allowed: 3 to 11 characters for
        an alphanumeric name, 3 to 15 digits for a numeric one. A name that already exists is refused. Until it is
        approved, messages sent under it go out with a default system sender instead.

        :param originator_new_request: the request, as OriginatorNewRequest or a dict; or give its fields by name.
        :param originator: Sender name to submit for approval. 3 to 15 characters; matches ``^[a-zA-Z0-9]+$``. Example:
            ``"Bakery24"``. Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1301, 1303, 1304, 1305).
        :raises DuplicateValueException: duplicate_value (1306).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /originators``
        """
        return self._call_with(
            _CREATE_ORIGINATOR,
            options,
            originator_new_request,
            {
                "originator": originator,
            },
        )

    def delete_originator(self, originator_id: int, **options: Unpack[RequestOptions]) -> OriginatorNewResponse:
        """Remove a sender name.

        Deletes the sender name with the given identifier, which has to exist, and repeats it in the response.

        :param originator_id: ID of the originator (sender name) to delete. Example: ``304``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1300).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /originators/{originatorId}``
        """
        return self._call(_DELETE_ORIGINATOR, options, originator_id=originator_id)
