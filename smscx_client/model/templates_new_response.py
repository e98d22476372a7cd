# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_template import InfoTemplate


class TemplatesNewResponse(Model):
    """The response of ``create_template``.

    :param info: Details of the newly created template. Required.
    """

    info: InfoTemplate = field("info", type="info_template.InfoTemplate", required=True)
    """Details of the newly created template."""
