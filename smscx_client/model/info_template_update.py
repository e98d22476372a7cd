# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoTemplateUpdate(Model):
    """A part of ``TemplatesDeleteResponse`` and ``TemplatesUpdateResponse``.

    :param id: ID of the template that was updated or deleted. Example: ``705``. Required.
    """

    id: int = field("id", type=int, required=True)
    """ID of the template that was updated or deleted. Example: ``705``."""
