# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_template import DataTemplate


class TemplateDetailsResponse(Model):
    """The response of ``get_template``.

    :param data: Details of the requested template. Required.
    """

    data: DataTemplate = field("data", type="data_template.DataTemplate", required=True)
    """Details of the requested template."""
