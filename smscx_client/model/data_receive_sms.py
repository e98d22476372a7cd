# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field


class DataReceiveSms(Model):
    """A part of ``CallBackRequestReceiveSms`` and ``GetInboundSMSResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the SMS that was received."""
    _from: str = field("from", required=True)
    """Number from which the SMS came, written in E.164 form."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 country code of the sender's phone number."""
    to: str = field("to", required=True)
    """Number on which the SMS arrived: a short code or a virtual number."""
    text: str = field("text", required=True)
    """Body of the inbound SMS, as it arrived."""
    cost: float = field("cost", type=float, required=True)
    """Price charged for the inbound SMS."""
    received_at: datetime = field("receivedAt", type=datetime, required=True)
    """When the SMS arrived, in UTC (``YYYY-MM-DD HH:MM:SS``)."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
