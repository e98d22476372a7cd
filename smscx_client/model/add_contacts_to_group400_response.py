# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.shapes import OneOfModel

if TYPE_CHECKING:
    from smscx_client.model.model400_invalid_param_groups import Model400InvalidParamGroups
    from smscx_client.model.model400_invalid_phone_numbers import Model400InvalidPhoneNumbers


class AddContactsToGroup400Response(OneOfModel):
    """An error response."""

    forms = (
        "model400_invalid_param_groups.Model400InvalidParamGroups",
        "model400_invalid_phone_numbers.Model400InvalidPhoneNumbers",
    )

    if TYPE_CHECKING:

        @property
        def actual(self) -> Model400InvalidParamGroups | Model400InvalidPhoneNumbers: ...
