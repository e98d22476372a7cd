# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_templates_list import DataTemplatesList


class TemplatesListResponse(Model):
    """The response of ``get_templates_list``.

    :param data: Templates of the account, one entry per template. Required.
    """

    data: list[DataTemplatesList] = field("data", type=["data_templates_list.DataTemplatesList"], required=True)
    """Templates of the account, one entry per template."""
