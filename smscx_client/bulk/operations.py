"""The operations that a job can repeat batch by batch, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["LOOKUP_DETAILS", "OPERATIONS", "BatchOperation"]

#: Recipients per request that the API accepts.
MOST_RECIPIENTS = 25_000
MOST_NUMBERS = 40_000
#: What the report of a bulk lookup adds to the result of a number.
LOOKUP_DETAILS = ("mccmnc", "ported", "roaming")


@dataclass(frozen=True)
class BatchOperation:
    """How the batches of one kind of job are sent, and how their responses are read."""

    name: str
    """The name of the method of the API class, and of the kind of job."""
    namespace: str
    """The attribute of the client with the API class."""
    model: str
    """The model of the body, for the check of the fields that all batches have in common."""
    items: str
    """The wire name of the list of recipients, or of the list with their group."""
    most: int
    """Recipients of a batch at most."""
    repeat: str
    """`keyed`: cannot act twice with an idempotency id; `safe`: cannot act twice; `check`: the API shows whether it
    acted; `never`: can act twice."""
    recipient: str = "to"
    """The field of a row with the phone number."""
    row: tuple[str, ...] = ()
    """The fields of a row of the response that make up a result; empty for a response without rows."""
    alike: tuple[str, ...] = ()
    """More fields of a result, with values that the rows of a response have in common as a rule."""
    id: str = ""
    """The field of a row with the id of the message or lookup."""
    info_id: str = "campaignId"
    """The field of `info` with the id of what the request made."""
    defaults: tuple[tuple[str, Any], ...] = ()
    """Fields of the body that are set unless the caller sets them."""
    by_group: bool = False
    """Whether the recipients go into a group, which the request is sent to."""
    takes_contacts: bool = False
    """Whether the recipients are contacts with fields."""
    texts: tuple[str, ...] = ()
    """The fields of the body with texts that have placeholders."""

    @property
    def is_repeatable(self) -> bool:
        """Whether a batch whose response was lost may be repeated."""
        return self.repeat != "never"


_MESSAGE_ROW = ("status", "cost", "countryIso", "parts")
_ORIGINATOR = ("from",)
_BRIEF = ("noTextDetails", True)
_LENIENT = ("allowInvalid", True)


def _to_numbers(name: str, namespace: str, model: str, texts: tuple[str, ...] = ()) -> BatchOperation:
    return BatchOperation(
        name,
        namespace,
        model,
        items="to",
        most=MOST_RECIPIENTS,
        repeat="keyed",
        row=_MESSAGE_ROW,
        alike=_ORIGINATOR,
        id="msgId",
        defaults=(_LENIENT, _BRIEF),
        texts=texts,
    )


def _to_groups(name: str, namespace: str, model: str, texts: tuple[str, ...] = ()) -> BatchOperation:
    return BatchOperation(
        name,
        namespace,
        model,
        items="groups",
        most=MOST_RECIPIENTS,
        repeat="keyed",
        row=_MESSAGE_ROW,
        alike=_ORIGINATOR,
        id="msgId",
        defaults=(_BRIEF,),
        by_group=True,
        takes_contacts=True,
        texts=texts,
    )


OPERATIONS: Mapping[str, BatchOperation] = {
    one.name: one
    for one in (
        _to_numbers("send_sms", "sms", "SendSmsMessageRequest", ("text",)),
        _to_numbers("send_viber_message", "viber", "SendViberMessageRequest"),
        _to_numbers("send_whatsapp_message", "whatsapp", "SendWhatsappMessageRequest"),
        _to_numbers("send_multichannel_message", "multichannel", "SendMultichannelMessageRequest", ("strategy",)),
        _to_groups("send_sms_campaign", "sms", "SendSmsCampaignRequest", ("text",)),
        _to_groups("send_viber_campaign", "viber", "SendViberCampaignRequest"),
        _to_groups("send_multichannel_campaign", "multichannel", "SendMultichannelCampaignRequest", ("strategy",)),
        BatchOperation(
            "validate_numbers",
            "numbers",
            "NumbersValidateRequest",
            items="phoneNumbers",
            most=MOST_NUMBERS,
            repeat="safe",
            recipient="phoneNumber",
            row=("invalid", "countryIso", "networkOperator", "timezone"),
            info_id="",
        ),
        BatchOperation(
            "lookup_numbers",
            "numbers",
            "NumbersLookupRequest",
            items="phoneNumbers",
            most=MOST_NUMBERS,
            repeat="never",
            recipient="phoneNumber",
            row=("cost", "countryIso"),
            id="lookupId",
            info_id="lookupBulkId",
        ),
        BatchOperation(
            "add_contacts_to_group",
            "groups",
            "AddContactsToGroupWithFieldsRequest",
            items="phoneNumbers",
            most=MOST_NUMBERS,
            repeat="check",
            recipient="phoneNumber",
            info_id="",
            defaults=(_LENIENT,),
            takes_contacts=True,
        ),
    )
}
"""By name."""
