# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_shortlink_new import InfoShortlinkNew


class ShortlinkNewResponse(Model):
    """The response of ``create_shortlink``.

    :param info: Details of the new short link. Required.
    """

    info: InfoShortlinkNew = field("info", type="info_shortlink_new.InfoShortlinkNew", required=True)
    """Details of the new short link."""
