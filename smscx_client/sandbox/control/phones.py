"""What people do with their phones: reply, opt out, follow a link, read a PIN, be out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import optouts
from ..channels import ATTEMPTED
from ..errors import INVALID_PARAM, ApiError
from ..lifecycle import LIVES, set_outcome
from ..telecom.numbers import Number, look_up
from .endpoint import PHONE, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..core import Sandbox

__all__ = ["ENDPOINTS"]


def _opt_out(sandbox: Sandbox, values: Values) -> Values:
    optouts.add_by_link(sandbox.world, _number(values, "phoneNumber"))
    return values


def _set_outcome(sandbox: Sandbox, values: Values) -> Values:
    set_outcome(sandbox.world, values["phoneNumber"], values["outcome"], values.get("channel", ""))
    return values


def _number(values: Values, name: str) -> Number:
    number = look_up(values[name])
    if number is None:
        raise ApiError(INVALID_PARAM, detail=f"`{name}` is not a valid phone number.")
    return number


ENDPOINTS = (
    Endpoint("POST", f"{PREFIX}/optouts", _opt_out, {"phoneNumber": PHONE}, ("phoneNumber",)),
    Endpoint(
        "POST",
        f"{PREFIX}/outcomes",
        _set_outcome,
        {
            "phoneNumber": PHONE,
            "outcome": {"type": "string", "enum": list(LIVES)},
            "channel": {"type": "string", "enum": list(ATTEMPTED)},
        },
        ("phoneNumber", "outcome"),
    ),
)
