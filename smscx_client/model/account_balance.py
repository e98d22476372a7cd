# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class AccountBalance(Model):
    """The response of ``get_account_balance``.

    :param balance: Amount currently held on the account, expressed in ``currency``. Example: ``5000.0``. Required.
    :param currency: Currency in which the account operates: ``eur`` or ``usd``. One of ``eur``, ``usd``. Required.
    :param billing: How the account is billed: ``prepaid`` or ``postpaid``. One of ``prepaid``, ``postpaid``. Required.
    """

    balance: float = field("balance", type=float, required=True)
    """Amount currently held on the account, expressed in ``currency``. Example: ``5000.0``."""
    currency: Literal["eur", "usd"] = field("currency", required=True, enum=("eur", "usd"))
    """Currency in which the account operates: ``eur`` or ``usd``. One of ``eur``, ``usd``."""
    billing: Literal["prepaid", "postpaid"] = field("billing", required=True, enum=("prepaid", "postpaid"))
    """How the account is billed: ``prepaid`` or ``postpaid``. One of ``prepaid``, ``postpaid``."""
