# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.rich_media import RichMedia
    from smscx_client.model.template_details_response import TemplateDetailsResponse
    from smscx_client.model.templates_delete_response import TemplatesDeleteResponse
    from smscx_client.model.templates_list_response import TemplatesListResponse
    from smscx_client.model.templates_new_request import TemplatesNewRequest
    from smscx_client.model.templates_new_response import TemplatesNewResponse
    from smscx_client.model.templates_update_request import TemplatesUpdateRequest
    from smscx_client.model.templates_update_response import TemplatesUpdateResponse
    from smscx_client.types import (
        RichMediaDict,
        RichMediaWireDict,
        TemplatesNewRequestDict,
        TemplatesNewRequestWireDict,
        TemplatesUpdateRequestDict,
        TemplatesUpdateRequestWireDict,
    )


__all__ = ["TemplatesApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_TEMPLATES_LIST = Operation(
    "get_templates_list",
    "GET",
    "/templates",
    returns="templates_list_response.TemplatesListResponse",
    repeat="safe",
)
_CREATE_TEMPLATE = Operation(
    "create_template",
    "POST",
    "/templates",
    body=("templates_new_request", "templates_new_request.TemplatesNewRequest"),
    returns="templates_new_response.TemplatesNewResponse",
)
_GET_TEMPLATE = Operation(
    "get_template",
    "GET",
    "/templates/{templateId}",
    parameters={"template_id": field("templateId", type=int, required=True)},
    returns="template_details_response.TemplateDetailsResponse",
    repeat="safe",
)
_UPDATE_TEMPLATE = Operation(
    "update_template",
    "PATCH",
    "/templates/{templateId}",
    parameters={"template_id": field("templateId", type=int, required=True)},
    body=("templates_update_request", "templates_update_request.TemplatesUpdateRequest"),
    returns="templates_update_response.TemplatesUpdateResponse",
    may_be_empty=True,
)
_DELETE_TEMPLATE = Operation(
    "delete_template",
    "DELETE",
    "/templates/{templateId}",
    parameters={"template_id": field("templateId", type=int, required=True)},
    returns="templates_delete_response.TemplatesDeleteResponse",
    repeat="safe",
)


class TemplatesApi(Api):
    """The Templates part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_templates_list(self, **options: Unpack[RequestOptions]) -> TemplatesListResponse:
        """List the message templates.

        Lists all templates, the latest one first, each with its channel and approval state. If there are no templates,
        ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /templates``
        """
        return self._call(_GET_TEMPLATES_LIST, options)

    @overload
    def create_template(
        self,
        *,
        text: str,
        name: str | None = None,
        channel: Literal["sms", "viber", "whatsapp"] | None = None,
        rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> TemplatesNewResponse: ...

    @overload
    def create_template(
        self,
        templates_new_request: TemplatesNewRequest | TemplatesNewRequestDict | TemplatesNewRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> TemplatesNewResponse: ...

    def create_template(
        self,
        templates_new_request: TemplatesNewRequest | TemplatesNewRequestDict | TemplatesNewRequestWireDict = UNSET,
        *,
        text: str = UNSET,
        name: str | None = UNSET,
        channel: Literal["sms", "viber", "whatsapp"] | None = UNSET,
        rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TemplatesNewResponse:
        """Save a message template.

        Stores a text for repeated use on the ``sms``, ``viber`` or ``whatsapp`` channel, optionally with rich media.
        Viber and WhatsApp texts may have up to 1,000 characters. A name must be unique and 3 to 100 characters long;
        without one, the platform generates it. SMS templates are approved immediately, while Viber and WhatsApp
        templates need approval before use.

        :param templates_new_request: the request, as TemplatesNewRequest or a dict; or give its fields by name.
        :param text: Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. At least 1 character.
            Example: ``"Winter sale: 30% off everything until Sunday."``. Required.
        :param name: Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11
            21:00:00``. 3 to 100 characters. Example: ``"Winter sale"``.
        :param channel: Names the messaging channel that the template belongs to. One of ``sms``, ``viber``,
            ``whatsapp``.
        :param rich_media: Rich media of the template: image, button caption and button target.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1801, 1802, 1803, 1806, 1811, 1808, 1809, 1810).
        :raises DuplicateValueException: duplicate_value (1805).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /templates``
        """
        return self._call_with(
            _CREATE_TEMPLATE,
            options,
            templates_new_request,
            {
                "text": text,
                "name": name,
                "channel": channel,
                "rich_media": rich_media,
            },
        )

    def get_template(self, template_id: int, **options: Unpack[RequestOptions]) -> TemplateDetailsResponse:
        """Read one message template.

        Returns a template by its identifier, with text, channel, rich media, and whether it is approved and locked. The
        identifier has to exist. An approved Viber or WhatsApp template is locked against editing.

        :param template_id: ID of the template to read, update or delete. Example: ``703``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1800).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /templates/{templateId}``
        """
        return self._call(_GET_TEMPLATE, options, template_id=template_id)

    @overload
    def update_template(
        self,
        template_id: int,
        *,
        name: str | None = None,
        text: str | None = None,
        channel: Literal["sms", "viber", "whatsapp"] | None = None,
        rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> TemplatesUpdateResponse | None: ...

    @overload
    def update_template(
        self,
        template_id: int,
        templates_update_request: TemplatesUpdateRequest | TemplatesUpdateRequestDict | TemplatesUpdateRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> TemplatesUpdateResponse | None: ...

    def update_template(
        self,
        template_id: int,
        templates_update_request: TemplatesUpdateRequest
        | TemplatesUpdateRequestDict
        | TemplatesUpdateRequestWireDict = UNSET,
        *,
        name: str | None = UNSET,
        text: str | None = UNSET,
        channel: Literal["sms", "viber", "whatsapp"] | None = UNSET,
        rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TemplatesUpdateResponse | None:
        """Change a message template.

        Writes the values you send to a template and keeps all others as they are; at least one is required. If the new
        values equal the stored ones, nothing changes and the response is HTTP ``204`` without a body. A locked
        template, such as an approved Viber or WhatsApp one, cannot be changed.

        :param template_id: ID of the template to read, update or delete. Example: ``705``.
        :param templates_update_request: the request, as TemplatesUpdateRequest or a dict; or give its fields by name.
        :param name: Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11
            21:00:00``. 3 to 100 characters. Example: ``"Pickup reminder"``.
        :param text: Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. Example: ``"Your
            order {{orderNumber}} waits for you until 18:00."``.
        :param channel: Names the messaging channel that the template belongs to. One of ``sms``, ``viber``,
            ``whatsapp``.
        :param rich_media: Rich media of the template: image, button caption and button target.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response. None if nothing changed (status 204).
        :raises ResourceNotFoundException: not_found (1800).
        :raises InvalidRequestException: invalid_param (1802, 1803, 1804, 1811, 1810, 1808, 1809).
        :raises AccessDeniedException: access_denied (1812).
        :raises DuplicateValueException: duplicate_value (1805).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /templates/{templateId}``
        """
        return self._call_with(
            _UPDATE_TEMPLATE,
            options,
            templates_update_request,
            {
                "name": name,
                "text": text,
                "channel": channel,
                "rich_media": rich_media,
            },
            template_id=template_id,
        )

    def delete_template(self, template_id: int, **options: Unpack[RequestOptions]) -> TemplatesDeleteResponse:
        """Remove a message template.

        Deletes the template with the given identifier, which has to exist.

        :param template_id: ID of the template to read, update or delete. Example: ``706``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1800).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /templates/{templateId}``
        """
        return self._call(_DELETE_TEMPLATE, options, template_id=template_id)
