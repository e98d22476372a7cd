# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataReceiveSms(Model):
    """A part of ``CallBackRequestReceiveSms`` and ``GetInboundSMSResponse``.

    :param msg_id: Identifies the SMS that was received. A UUID. Example: ``"400500eb-acb4-44ad-8e48-5c468536934c"``.
        Required.
    :param from_: Number from which the SMS came, written in E.164 form. Example: ``"+491729925904"``. Required.
    :param _from: another name of ``from_``.
    :param country_iso: ISO 3166-1 alpha-2 country code of the sender's phone number. 2 characters. Example: ``"DE"``.
        Required.
    :param to: Number on which the SMS arrived: a short code or a virtual number. Example: ``"+46701740633"``. Required.
    :param text: Body of the inbound SMS, as it arrived. Example: ``"Is my bike ready?"``. Required.
    :param cost: Price charged for the inbound SMS. Normally zero, though reception is charged for in some countries.
        Example: ``0.0``. Required.
    :param received_at: When the SMS arrived, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the SMS that was received. A UUID. Example: ``"400500eb-acb4-44ad-8e48-5c468536934c"``."""
    _from: str = field("from", required=True)
    """Number from which the SMS came, written in E.164 form. Example: ``"+491729925904"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 country code of the sender's phone number. 2 characters. Example: ``"DE"``."""
    to: str = field("to", required=True)
    """Number on which the SMS arrived: a short code or a virtual number. Example: ``"+46701740633"``."""
    text: str = field("text", required=True)
    """Body of the inbound SMS, as it arrived. Example: ``"Is my bike ready?"``."""
    cost: float = field("cost", type=float, required=True)
    """Price charged for the inbound SMS. Normally zero, though reception is charged for in some countries. Example:
    ``0.0``."""
    received_at: datetime = field("receivedAt", type=datetime, required=True)
    """When the SMS arrived, in UTC (``YYYY-MM-DD HH:MM:SS``)."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Number from which the SMS came, written in E.164 form. Example: ``"+491729925904"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Number from which the SMS came, written in E.164 form. Example: ``"+491729925904"``."""
