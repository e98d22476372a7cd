# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_templates_list import DataTemplatesList


class TemplatesListResponse(Model):
    """The answer of ``get_templates_list``."""

    data: list[DataTemplatesList] = field("data", type=["DataTemplatesList"], required=True)
    """Templates of the account, one entry per template."""
