# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.info_delete_group import InfoDeleteGroup


class DeleteGroup(Model):
    """The answer of ``delete_group``."""

    info: InfoDeleteGroup = field("info", type="InfoDeleteGroup", required=True)
    """Details of the group that was removed."""
