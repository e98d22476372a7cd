# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.text_analysis import TextAnalysis


class DataConversationReply(Model):
    """A part of ``ConversationReplySmsResponse``.

    :param msg_id: Identifier that belongs to this message alone. A UUID. Example:
        ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``. Required.
    :param status: Delivery status reported for the message. One of ``DELIVERED``, ``SENT``, ``FAILED``, ``SCHEDULED``.
        Required.
    :param created_at: When the reply was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-11-02 10:00:00"``.
        Required.
    :param cost: Amount charged for the message. Example: ``0.055``. Required.
    :param to: Recipient of the reply, as an E.164 phone number. Example: ``"+31612469333"``. Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example:
        ``"NL"``. Required.
    :param from_: Sender name (originator) that the reply was sent under. Example: ``"46701740633"``. Required.
    :param _from: another name of ``from_``.
    :param text: Body text of the conversation message. Example: ``"Thank you, Anna. Your new delivery day is
        Wednesday."``. Required.
    :param parts: Number of parts that the message takes up. Example: ``1``. Required.
    :param text_analysis: Analysis of the message text: its length, part count and use of Unicode. Required.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifier that belongs to this message alone. A UUID. Example: ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``."""
    status: Literal["DELIVERED", "SENT", "FAILED", "SCHEDULED"] = field(
        "status", required=True, enum=("DELIVERED", "SENT", "FAILED", "SCHEDULED")
    )
    """Delivery status reported for the message. One of ``DELIVERED``, ``SENT``, ``FAILED``, ``SCHEDULED``."""
    created_at: str = field("createdAt", required=True)
    """When the reply was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-11-02 10:00:00"``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the message. Example: ``0.055``."""
    to: str = field("to", required=True)
    """Recipient of the reply, as an E.164 phone number. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example: ``"NL"``."""
    _from: str = field("from", required=True)
    """Sender name (originator) that the reply was sent under. Example: ``"46701740633"``."""
    text: str = field("text", required=True)
    """Body text of the conversation message. Example: ``"Thank you, Anna. Your new delivery day is Wednesday."``."""
    parts: int = field("parts", type=int, required=True)
    """Number of parts that the message takes up. Example: ``1``."""
    text_analysis: TextAnalysis = field("textAnalysis", type="text_analysis.TextAnalysis", required=True)
    """Analysis of the message text: its length, part count and use of Unicode."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Sender name (originator) that the reply was sent under. Example: ``"46701740633"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Sender name (originator) that the reply was sent under. Example: ``"46701740633"``."""
