# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.text_analysis import TextAnalysis


class DataConversationReply(Model):
    """A part of ``ConversationReplySmsResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifier that belongs to this message alone."""
    status: Literal["DELIVERED", "SENT", "FAILED", "SCHEDULED"] = field(
        "status", required=True, enum=("DELIVERED", "SENT", "FAILED", "SCHEDULED")
    )
    """Delivery status reported for the message."""
    created_at: str = field("createdAt", required=True)
    """When the reply was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the message."""
    to: str = field("to", required=True)
    """Recipient of the reply, as an E.164 phone number."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to."""
    _from: str = field("from", required=True)
    """Sender name (originator) that the reply was sent under."""
    text: str = field("text", required=True)
    """Body text of the conversation message."""
    parts: int = field("parts", type=int, required=True)
    """Number of parts that the message takes up."""
    text_analysis: TextAnalysis = field("textAnalysis", type="text_analysis.TextAnalysis", required=True)
    """Analysis of the message text: its length, part count and use of Unicode."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
