# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoTemplateUpdate(Model):
    """A part of ``TemplatesDeleteResponse`` and ``TemplatesUpdateResponse``.

    :param id: ID of the template that was updated or deleted. Example: ``705``. Required.
    """

    id: int = field("id", type=int, required=True)
    """ID of the template that was updated or deleted. Example: ``705``."""
