# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_numbers_validate import DataNumbersValidate
    from smscx_client.model.info_numbers_validate import InfoNumbersValidate


class NumbersValidateResponse(Model):
    """The response of ``validate_numbers``.

    :param info: Counts of submitted, valid and invalid phone numbers. Required.
    :param data: Validation results, one entry per submitted phone number. Required.
    """

    info: InfoNumbersValidate = field("info", type="info_numbers_validate.InfoNumbersValidate", required=True)
    """Counts of submitted, valid and invalid phone numbers."""
    data: list[DataNumbersValidate] = field("data", type=["data_numbers_validate.DataNumbersValidate"], required=True)
    """Validation results, one entry per submitted phone number."""
