# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi
from smscx_client.api.templates_api import (
    _CREATE_TEMPLATE,
    _DELETE_TEMPLATE,
    _GET_TEMPLATE,
    _GET_TEMPLATES_LIST,
    _UPDATE_TEMPLATE,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.template_details_response import TemplateDetailsResponse
    from smscx_client.model.templates_delete_response import TemplatesDeleteResponse
    from smscx_client.model.templates_list_response import TemplatesListResponse
    from smscx_client.model.templates_new_request import TemplatesNewRequest
    from smscx_client.model.templates_new_response import TemplatesNewResponse
    from smscx_client.model.templates_update_request import TemplatesUpdateRequest
    from smscx_client.model.templates_update_response import TemplatesUpdateResponse

__all__ = ["AsyncTemplatesApi"]


class AsyncTemplatesApi(AsyncApi):
    """The Templates part of the API, for ``AsyncClient``."""

    async def get_templates_list(self, **options: Unpack[CallOptions]) -> TemplatesListResponse:
        """List the message templates.

        Lists all templates, the latest one first, each with its channel and approval state. If there are no templates,
        ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /templates``
        """
        return await self._call(_GET_TEMPLATES_LIST, options)

    async def create_template(
        self, templates_new_request: TemplatesNewRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> TemplatesNewResponse:
        """Save a message template.

        Stores a text for repeated use on the ``sms``, ``viber`` or ``whatsapp`` channel, optionally with rich media.
        Viber and WhatsApp texts may have up to 1,000 characters. A name must be unique and 3 to 100 characters long;
        without one, the platform generates it. SMS templates are approved immediately, while Viber and WhatsApp
        templates need approval before use.

        :param templates_new_request: the request, as TemplatesNewRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1801, 1802, 1803, 1806, 1811, 1808, 1809, 1810).
        :raises DuplicateValueException: duplicate_value (1805).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /templates``
        """
        return await self._call(_CREATE_TEMPLATE, options, templates_new_request=templates_new_request)

    async def get_template(self, template_id: int, **options: Unpack[CallOptions]) -> TemplateDetailsResponse:
        """Read one message template.

        Returns a template by its identifier, with text, channel, rich media, and whether it is approved and locked. The
        identifier has to exist. An approved Viber or WhatsApp template is locked against editing.

        :param template_id: ID of the template to read, update or delete.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1800).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /templates/{templateId}``
        """
        return await self._call(_GET_TEMPLATE, options, template_id=template_id)

    async def update_template(
        self,
        template_id: int,
        templates_update_request: TemplatesUpdateRequest | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> TemplatesUpdateResponse | None:
        """Change a message template.

        Writes the values you send to a template and keeps all others as they are; at least one is required. If the new
        values equal the stored ones, nothing changes and the response is HTTP ``204`` without a body. A locked
        template, such as an approved Viber or WhatsApp one, cannot be changed.

        :param template_id: ID of the template to read, update or delete.
        :param templates_update_request: the request, as TemplatesUpdateRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response. None if nothing changed (status 204).
        :raises ResourceNotFoundException: not_found (1800).
        :raises InvalidRequestException: invalid_param (1802, 1803, 1804, 1811, 1810, 1808, 1809).
        :raises AccessDeniedException: access_denied (1812).
        :raises DuplicateValueException: duplicate_value (1805).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /templates/{templateId}``
        """
        return await self._call(
            _UPDATE_TEMPLATE, options, template_id=template_id, templates_update_request=templates_update_request
        )

    async def delete_template(self, template_id: int, **options: Unpack[CallOptions]) -> TemplatesDeleteResponse:
        """Remove a message template.

        Deletes the template with the given identifier, which has to exist.

        :param template_id: ID of the template to read, update or delete.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1800).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /templates/{templateId}``
        """
        return await self._call(_DELETE_TEMPLATE, options, template_id=template_id)
