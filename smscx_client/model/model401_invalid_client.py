# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.error import Error


class Model401InvalidClient(Model):
    """An error response.

    :param error: Object describing the error behind the failed request. Required.
    """

    error: Error = field("error", type="error.Error", required=True)
    """Object describing the error behind the failed request."""
