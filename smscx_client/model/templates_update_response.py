# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_template_update import InfoTemplateUpdate


class TemplatesUpdateResponse(Model):
    """The response of ``update_template``.

    :param info: Identifies the template that was updated or deleted. Required.
    """

    info: InfoTemplateUpdate = field("info", type="info_template_update.InfoTemplateUpdate", required=True)
    """Identifies the template that was updated or deleted."""
