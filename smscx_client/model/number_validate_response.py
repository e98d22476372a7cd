# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_number_validate import DataNumberValidate


class NumberValidateResponse(Model):
    """The response of ``validate_number``.

    :param data: Validation result for the requested phone number. Required.
    """

    data: DataNumberValidate = field("data", type="data_number_validate.DataNumberValidate", required=True)
    """Validation result for the requested phone number."""
