# Generated from openapi/ by `python -m codegen`; change it there.
"""Typed dicts for the bodies of requests, for type checkers and editors.

``...Dict`` has the names of the keywords, such as ``from_`` and ``scheduled_date``; ``...WireDict`` has those of the JSON,
such as ``from`` and ``scheduledDate``. The library takes both::

    from smscx_client.types import SendSmsMessageRequestDict

    request: SendSmsMessageRequestDict = {"to": "+31612469333", "from_": "InfoText", "text": "Hi"}
    client.sms.send_sms(request)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any, Literal
    from uuid import UUID

    from smscx_client.model.custom_fields import CustomFields
    from smscx_client.model.custom_fields_obj import CustomFieldsObj
    from smscx_client.model.group_add import GroupAdd
    from smscx_client.model.group_add_custom_fields import GroupAddCustomFields
    from smscx_client.model.rich_media import RichMedia
    from smscx_client.model.strategy import Strategy
    from smscx_client.model.transliteration import Transliteration

__all__ = [
    "AddContactsToGroupRequestDict",
    "AddContactsToGroupRequestWireDict",
    "AddContactsToGroupWithFieldsRequestDict",
    "AddContactsToGroupWithFieldsRequestWireDict",
    "ConversationReplySmsRequestDict",
    "ConversationReplySmsRequestWireDict",
    "ConversationReplyViberRequestDict",
    "ConversationReplyViberRequestWireDict",
    "ConversationReplyWhatsappRequestDict",
    "ConversationReplyWhatsappRequestWireDict",
    "EditRentRequestDict",
    "EditRentRequestWireDict",
    "GroupAddDict",
    "GroupAddWireDict",
    "NewGroupRequestDict",
    "NewGroupRequestWireDict",
    "NewOtpRequestDict",
    "NewOtpRequestWireDict",
    "NumbersLookupRequestDict",
    "NumbersLookupRequestWireDict",
    "NumbersValidateRequestDict",
    "NumbersValidateRequestWireDict",
    "OptoutsNewRequestDict",
    "OptoutsNewRequestWireDict",
    "OriginatorNewRequestDict",
    "OriginatorNewRequestWireDict",
    "RenewRentRequestDict",
    "RenewRentRequestWireDict",
    "RentNumberRequestDict",
    "RentNumberRequestWireDict",
    "RichMediaDict",
    "RichMediaWireDict",
    "SendMultichannelCampaignRequestDict",
    "SendMultichannelCampaignRequestWireDict",
    "SendMultichannelCampaignRequestEstimateDict",
    "SendMultichannelCampaignRequestEstimateWireDict",
    "SendMultichannelMessageRequestDict",
    "SendMultichannelMessageRequestWireDict",
    "SendMultichannelMessageRequestEstimateDict",
    "SendMultichannelMessageRequestEstimateWireDict",
    "SendSmsCampaignRequestDict",
    "SendSmsCampaignRequestWireDict",
    "SendSmsCampaignRequestEstimateDict",
    "SendSmsCampaignRequestEstimateWireDict",
    "SendSmsMessageRequestDict",
    "SendSmsMessageRequestWireDict",
    "SendSmsRequestEstimateDict",
    "SendSmsRequestEstimateWireDict",
    "SendViberCampaignRequestDict",
    "SendViberCampaignRequestWireDict",
    "SendViberCampaignRequestEstimateDict",
    "SendViberCampaignRequestEstimateWireDict",
    "SendViberMessageRequestDict",
    "SendViberMessageRequestWireDict",
    "SendViberMessageRequestEstimateDict",
    "SendViberMessageRequestEstimateWireDict",
    "SendWhatsappMessageRequestDict",
    "SendWhatsappMessageRequestWireDict",
    "SendWhatsappMessageRequestEstimateDict",
    "SendWhatsappMessageRequestEstimateWireDict",
    "ShortlinkNewRequestDict",
    "ShortlinkNewRequestWireDict",
    "ShortlinkUpdateRequestDict",
    "ShortlinkUpdateRequestWireDict",
    "StrategyDict",
    "StrategyWireDict",
    "TemplatesNewRequestDict",
    "TemplatesNewRequestWireDict",
    "TemplatesUpdateRequestDict",
    "TemplatesUpdateRequestWireDict",
    "TransliterationDict",
    "TransliterationWireDict",
    "UpdateNumberRequestDict",
    "UpdateNumberRequestWireDict",
    "VerifyPinRequestDict",
    "VerifyPinRequestWireDict",
]


class _AddContactsToGroupRequestRequired(TypedDict):
    phone_numbers: str | Sequence[str]
    """Contacts to add, as plain phone numbers. At least 1 item. Example: ``["+491729925904"]``."""


class AddContactsToGroupRequestDict(_AddContactsToGroupRequestRequired, total=False):
    """AddContactsToGroupRequest as a dict, with the names of keywords."""

    allow_invalid: bool | None
    """With ``True``, the request goes ahead even if some phone numbers turn out to be invalid, instead of raising an
    error. Default: ``False``."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those already in
    international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code."""


_AddContactsToGroupRequestWireRequired = TypedDict(
    "_AddContactsToGroupRequestWireRequired",
    {
        "phoneNumbers": "str | Sequence[str]",
    },
)
_AddContactsToGroupRequestWireOptional = TypedDict(
    "_AddContactsToGroupRequestWireOptional",
    {
        "allowInvalid": "bool | None",
        "countryIso": "str | None",
    },
    total=False,
)


class AddContactsToGroupRequestWireDict(_AddContactsToGroupRequestWireRequired, _AddContactsToGroupRequestWireOptional):
    """AddContactsToGroupRequest as a dict, with the names of the JSON."""


class _AddContactsToGroupWithFieldsRequestRequired(TypedDict):
    phone_numbers: Sequence[GroupAdd | GroupAddDict | GroupAddWireDict]
    """Contacts to add: one object each, with the phone number and the data that texts can use as placeholders. At
    least 1 item."""


class AddContactsToGroupWithFieldsRequestDict(_AddContactsToGroupWithFieldsRequestRequired, total=False):
    """AddContactsToGroupWithFieldsRequest as a dict, with the names of keywords."""

    allow_invalid: bool | None
    """With ``True``, the request goes ahead even if some phone numbers turn out to be invalid, instead of raising an
    error. Default: ``False``."""


_AddContactsToGroupWithFieldsRequestWireRequired = TypedDict(
    "_AddContactsToGroupWithFieldsRequestWireRequired",
    {
        "phoneNumbers": "Sequence[GroupAdd | GroupAddDict | GroupAddWireDict]",
    },
)
_AddContactsToGroupWithFieldsRequestWireOptional = TypedDict(
    "_AddContactsToGroupWithFieldsRequestWireOptional",
    {
        "allowInvalid": "bool | None",
    },
    total=False,
)


class AddContactsToGroupWithFieldsRequestWireDict(
    _AddContactsToGroupWithFieldsRequestWireRequired, _AddContactsToGroupWithFieldsRequestWireOptional
):
    """AddContactsToGroupWithFieldsRequest as a dict, with the names of the JSON."""


class _ConversationReplySmsRequestRequired(TypedDict):
    text: str
    """Message body to send as the reply. At least 1 character. Example: ``"Thank you, Anna. Your new delivery day is
    Wednesday."``."""


class ConversationReplySmsRequestDict(_ConversationReplySmsRequestRequired, total=False):
    """ConversationReplySmsRequest as a dict, with the names of keywords."""


_ConversationReplySmsRequestWireRequired = TypedDict(
    "_ConversationReplySmsRequestWireRequired",
    {
        "text": "str",
    },
)
_ConversationReplySmsRequestWireOptional = TypedDict("_ConversationReplySmsRequestWireOptional", {}, total=False)


class ConversationReplySmsRequestWireDict(
    _ConversationReplySmsRequestWireRequired, _ConversationReplySmsRequestWireOptional
):
    """ConversationReplySmsRequest as a dict, with the names of the JSON."""


class _ConversationReplyViberRequestRequired(TypedDict):
    text: str
    """Message body to send as the reply. 1 to 1,000 characters. Example: ``"Here is our shop, next to the
    station."``."""
    rich_media: dict[str, Any]
    """Rich media content of the message, as an object of key-value pairs. It is empty for a text alone (assumed)."""


class ConversationReplyViberRequestDict(_ConversationReplyViberRequestRequired, total=False):
    """ConversationReplyViberRequest as a dict, with the names of keywords."""


_ConversationReplyViberRequestWireRequired = TypedDict(
    "_ConversationReplyViberRequestWireRequired",
    {
        "text": "str",
        "richMedia": "dict[str, Any]",
    },
)
_ConversationReplyViberRequestWireOptional = TypedDict("_ConversationReplyViberRequestWireOptional", {}, total=False)


class ConversationReplyViberRequestWireDict(
    _ConversationReplyViberRequestWireRequired, _ConversationReplyViberRequestWireOptional
):
    """ConversationReplyViberRequest as a dict, with the names of the JSON."""


class _ConversationReplyWhatsappRequestRequired(TypedDict):
    text: str
    """Message body to send as the reply. 1 to 1,000 characters. Example: ``"Your table is by the window, Lea. See
    you tonight!"``."""
    rich_media: dict[str, Any]
    """Rich media content of the message, as an object of key-value pairs. It is empty for a text alone (assumed)."""


class ConversationReplyWhatsappRequestDict(_ConversationReplyWhatsappRequestRequired, total=False):
    """ConversationReplyWhatsappRequest as a dict, with the names of keywords."""


_ConversationReplyWhatsappRequestWireRequired = TypedDict(
    "_ConversationReplyWhatsappRequestWireRequired",
    {
        "text": "str",
        "richMedia": "dict[str, Any]",
    },
)
_ConversationReplyWhatsappRequestWireOptional = TypedDict(
    "_ConversationReplyWhatsappRequestWireOptional", {}, total=False
)


class ConversationReplyWhatsappRequestWireDict(
    _ConversationReplyWhatsappRequestWireRequired, _ConversationReplyWhatsappRequestWireOptional
):
    """ConversationReplyWhatsappRequest as a dict, with the names of the JSON."""


class EditRentRequestDict(TypedDict, total=False):
    """EditRentRequest as a dict, with the names of keywords."""

    auto_renew: bool | None
    """Whether the number is rented again without further request once the rental period finishes. Default:
    ``False``."""
    callback_url: str | None
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""


_EditRentRequestWireRequired = TypedDict("_EditRentRequestWireRequired", {})
_EditRentRequestWireOptional = TypedDict(
    "_EditRentRequestWireOptional",
    {
        "autoRenew": "bool | None",
        "callbackUrl": "str | None",
    },
    total=False,
)


class EditRentRequestWireDict(_EditRentRequestWireRequired, _EditRentRequestWireOptional):
    """EditRentRequest as a dict, with the names of the JSON."""


class _GroupAddRequired(TypedDict):
    phone_number: str
    """Destination or contact number, in international (E.164) or national form. A national number should come with
    ``country_iso``, the country it belongs to, for more reliable validation. Example: ``"+491729968532"``."""


class GroupAddDict(_GroupAddRequired, total=False):
    """GroupAdd as a dict, with the names of keywords."""

    first_name: str | None
    """Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``. Example:
    ``"Klara"``."""
    last_name: str | None
    """Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
    ``"Neumann"``."""
    email: str | None
    """Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
    ``"klara.neumann@example.com"``."""
    field1: str | None
    """First extra data field of the contact. Insert it in a message text with the placeholder ``{{field1}}``.
    Example: ``"Gold"``."""
    field2: str | None
    """Second extra data field of the contact. Insert it in a message text with the placeholder ``{{field2}}``."""
    field3: str | None
    """Third extra data field of the contact. Insert it in a message text with the placeholder ``{{field3}}``."""
    field4: str | None
    """Fourth extra data field of the contact. Insert it in a message text with the placeholder ``{{field4}}``."""
    field5: str | None
    """Fifth extra data field of the contact. Insert it in a message text with the placeholder ``{{field5}}``."""
    country_iso: str | None
    """Country (ISO 3166-1 alpha-2) against which the phone number is validated. It has no effect on a number given
    in international E.164 form. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"SE"``."""
    custom_fields: GroupAddCustomFields | Mapping[str, str] | None
    """Further contact data as key-value pairs under names of your choice."""


_GroupAddWireRequired = TypedDict(
    "_GroupAddWireRequired",
    {
        "phoneNumber": "str",
    },
)
_GroupAddWireOptional = TypedDict(
    "_GroupAddWireOptional",
    {
        "firstName": "str | None",
        "lastName": "str | None",
        "email": "str | None",
        "field1": "str | None",
        "field2": "str | None",
        "field3": "str | None",
        "field4": "str | None",
        "field5": "str | None",
        "countryIso": "str | None",
        "customFields": "GroupAddCustomFields | Mapping[str, str] | None",
    },
    total=False,
)


class GroupAddWireDict(_GroupAddWireRequired, _GroupAddWireOptional):
    """GroupAdd as a dict, with the names of the JSON."""


class _NewGroupRequestRequired(TypedDict):
    name: str
    """Name of the contact group. 3 to 60 characters. Example: ``"Summer sale 2026"``."""


class NewGroupRequestDict(_NewGroupRequestRequired, total=False):
    """NewGroupRequest as a dict, with the names of keywords."""


_NewGroupRequestWireRequired = TypedDict(
    "_NewGroupRequestWireRequired",
    {
        "name": "str",
    },
)
_NewGroupRequestWireOptional = TypedDict("_NewGroupRequestWireOptional", {}, total=False)


class NewGroupRequestWireDict(_NewGroupRequestWireRequired, _NewGroupRequestWireOptional):
    """NewGroupRequest as a dict, with the names of the JSON."""


class _NewOtpRequestRequired(TypedDict):
    phone_number: str
    """Destination or contact number, in international (E.164) or national form. A national number should come with
    ``country_iso``, the country it belongs to, for more reliable validation. At least 1 character. Example:
    ``"+31612469333"``."""


class NewOtpRequestDict(_NewOtpRequestRequired, total=False):
    """NewOtpRequest as a dict, with the names of keywords."""

    country_iso: str | None
    """Country of destination numbers given in national form, as an ISO 3166-1 alpha-2 code: ``FR`` for France,
    ``GB`` (not ``UK``) for the United Kingdom. It has no effect when ``phone_number`` is in E.164 format. 2
    characters."""
    from_: str | None
    """Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP settings of the
    SMS API application. A name without approval is replaced by a system default such as ``InfoText``. Example:
    ``"MyShop"``."""
    template: str | None
    """Body of the OTP SMS; has to include ``{{pin}}`` and may use the general placeholders. Optional: send it only
    to replace the OTP template set for the application. Example: ``"{{pin}} is your MyShop code. It is valid for 5
    minutes."``."""
    track_id: str | UUID | None
    """UUID (v1 to v5) that the client supplies to track the OTP. It comes back in the response and in callbacks. A
    UUID of version 1 to 5. Example: ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``."""
    ttl: int | None
    """Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the request
    takes precedence over the application setting. 60 to 1,800. Example: ``300``."""
    max_attempts: int | None
    """How many verification tries are permitted before the OTP is marked as failed. A value given in the request
    takes precedence over the application setting. 1 to 10. Example: ``3``."""
    pin_type: Literal["letters", "numbers", "alphanumeric"] | None
    """Kind of PIN created for each phone number and inserted in place of ``{{pin}}``. Takes precedence over the
    application setting. One of ``letters``, ``numbers``, ``alphanumeric``."""
    pin_length: int | None
    """Number of characters in the PIN. Takes precedence over the application setting. 4 to 10. Example: ``4``."""
    otp_callback_url: str | None
    """Webhook that is sent the OTP verification status changes; must be a valid URL. Takes precedence over the
    application setting. A URL. Example: ``"https://example.com/webhooks/otp"``."""


_NewOtpRequestWireRequired = TypedDict(
    "_NewOtpRequestWireRequired",
    {
        "phoneNumber": "str",
    },
)
_NewOtpRequestWireOptional = TypedDict(
    "_NewOtpRequestWireOptional",
    {
        "countryIso": "str | None",
        "from": "str | None",
        "template": "str | None",
        "trackId": "str | UUID | None",
        "ttl": "int | None",
        "maxAttempts": "int | None",
        "pinType": "Literal['letters', 'numbers', 'alphanumeric'] | None",
        "pinLength": "int | None",
        "otpCallbackUrl": "str | None",
    },
    total=False,
)


class NewOtpRequestWireDict(_NewOtpRequestWireRequired, _NewOtpRequestWireOptional):
    """NewOtpRequest as a dict, with the names of the JSON."""


class _NumbersLookupRequestRequired(TypedDict):
    phone_numbers: str | Sequence[str]
    """Phone numbers to look up, in E.164 or national format. With national numbers, supply ``country_iso`` so that
    validation and lookup are reliable. 1 to 40,000 items. Example: ``["+31612469333"]``."""


class NumbersLookupRequestDict(_NumbersLookupRequestRequired, total=False):
    """NumbersLookupRequest as a dict, with the names of keywords."""

    country_iso: str | None
    """ISO 3166-1 alpha-2 country of the numbers to look up. Has no effect on numbers already in E.164 format. 2
    characters; an ISO 3166-1 alpha-2 code."""
    lookup_callback_url: str | None
    """Webhook that is sent the lookup results; must be a valid URL. Takes precedence over the application setting. A
    URL. Example: ``"https://example.com/webhooks/lookup"``."""


_NumbersLookupRequestWireRequired = TypedDict(
    "_NumbersLookupRequestWireRequired",
    {
        "phoneNumbers": "str | Sequence[str]",
    },
)
_NumbersLookupRequestWireOptional = TypedDict(
    "_NumbersLookupRequestWireOptional",
    {
        "countryIso": "str | None",
        "lookupCallbackUrl": "str | None",
    },
    total=False,
)


class NumbersLookupRequestWireDict(_NumbersLookupRequestWireRequired, _NumbersLookupRequestWireOptional):
    """NumbersLookupRequest as a dict, with the names of the JSON."""


class _NumbersValidateRequestRequired(TypedDict):
    phone_numbers: str | Sequence[str]
    """Phone numbers to validate, in E.164 or national format. With national numbers, supply ``country_iso`` so that
    validation is reliable. 1 to 40,000 items. Example: ``["+31612469333"]``."""


class NumbersValidateRequestDict(_NumbersValidateRequestRequired, total=False):
    """NumbersValidateRequest as a dict, with the names of keywords."""

    country_iso: str | None
    """ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those already in
    international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"DE"``."""


_NumbersValidateRequestWireRequired = TypedDict(
    "_NumbersValidateRequestWireRequired",
    {
        "phoneNumbers": "str | Sequence[str]",
    },
)
_NumbersValidateRequestWireOptional = TypedDict(
    "_NumbersValidateRequestWireOptional",
    {
        "countryIso": "str | None",
    },
    total=False,
)


class NumbersValidateRequestWireDict(_NumbersValidateRequestWireRequired, _NumbersValidateRequestWireOptional):
    """NumbersValidateRequest as a dict, with the names of the JSON."""


class _OptoutsNewRequestRequired(TypedDict):
    phone_numbers: str | Sequence[str]
    """Phone numbers to put on the opt-out list. At least 1 item. Example: ``["+491729973186"]``."""
    allow_invalid: bool
    """Whether the request is processed even if some of the phone numbers are invalid."""


class OptoutsNewRequestDict(_OptoutsNewRequestRequired, total=False):
    """OptoutsNewRequest as a dict, with the names of keywords."""


_OptoutsNewRequestWireRequired = TypedDict(
    "_OptoutsNewRequestWireRequired",
    {
        "phoneNumbers": "str | Sequence[str]",
        "allowInvalid": "bool",
    },
)
_OptoutsNewRequestWireOptional = TypedDict("_OptoutsNewRequestWireOptional", {}, total=False)


class OptoutsNewRequestWireDict(_OptoutsNewRequestWireRequired, _OptoutsNewRequestWireOptional):
    """OptoutsNewRequest as a dict, with the names of the JSON."""


class _OriginatorNewRequestRequired(TypedDict):
    originator: str
    """Sender name to submit for approval. 3 to 15 characters; matches ``^[a-zA-Z0-9]+$``. Example: ``"Bakery24"``."""


class OriginatorNewRequestDict(_OriginatorNewRequestRequired, total=False):
    """OriginatorNewRequest as a dict, with the names of keywords."""


_OriginatorNewRequestWireRequired = TypedDict(
    "_OriginatorNewRequestWireRequired",
    {
        "originator": "str",
    },
)
_OriginatorNewRequestWireOptional = TypedDict("_OriginatorNewRequestWireOptional", {}, total=False)


class OriginatorNewRequestWireDict(_OriginatorNewRequestWireRequired, _OriginatorNewRequestWireOptional):
    """OriginatorNewRequest as a dict, with the names of the JSON."""


class RenewRentRequestDict(TypedDict, total=False):
    """RenewRentRequest as a dict, with the names of keywords."""

    rent_period: Literal[1, 7, 30] | None
    """New rental length in days. Optional; when left out, the rental renews for its current period. One of ``1``,
    ``7``, ``30``."""
    auto_renew: bool | None
    """Whether the number is rented again without further request once the rental period finishes. Default:
    ``False``."""
    callback_url: str | None
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""


_RenewRentRequestWireRequired = TypedDict("_RenewRentRequestWireRequired", {})
_RenewRentRequestWireOptional = TypedDict(
    "_RenewRentRequestWireOptional",
    {
        "rentPeriod": "Literal[1, 7, 30] | None",
        "autoRenew": "bool | None",
        "callbackUrl": "str | None",
    },
    total=False,
)


class RenewRentRequestWireDict(_RenewRentRequestWireRequired, _RenewRentRequestWireOptional):
    """RenewRentRequest as a dict, with the names of the JSON."""


class _RentNumberRequestRequired(TypedDict):
    number_id: str | UUID
    """Identifier of the number to rent, as given in the list of numbers available for rent. A UUID. Example:
    ``"8b134d16-2369-463b-984c-002dafd2a71e"``."""
    rent_period: Literal[1, 7, 30]
    """How many days the number is rented for. One of ``1``, ``7``, ``30``."""


class RentNumberRequestDict(_RentNumberRequestRequired, total=False):
    """RentNumberRequest as a dict, with the names of keywords."""

    auto_renew: bool | None
    """Whether the rental renews by itself when its period ends. Default: ``False``."""
    callback_url: str | None
    """Webhook address to which SMS arriving on the rented number are delivered. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""
    registration_id: str | UUID | None
    """Refers to the registration record of the number by its unique ID. Needed only where the number has to be
    registered. A UUID."""


_RentNumberRequestWireRequired = TypedDict(
    "_RentNumberRequestWireRequired",
    {
        "numberId": "str | UUID",
        "rentPeriod": "Literal[1, 7, 30]",
    },
)
_RentNumberRequestWireOptional = TypedDict(
    "_RentNumberRequestWireOptional",
    {
        "autoRenew": "bool | None",
        "callbackUrl": "str | None",
        "registrationId": "str | UUID | None",
    },
    total=False,
)


class RentNumberRequestWireDict(_RentNumberRequestWireRequired, _RentNumberRequestWireOptional):
    """RentNumberRequest as a dict, with the names of the JSON."""


class _RichMediaRequired(TypedDict):
    image_url: str | None
    """URL of the picture displayed over the call-to-action button; may be ``None``. A URL. Example:
    ``"https://example.com/images/winter-sale.jpg"``."""
    button_caption: str | None
    """Label of the call-to-action button, such as ``Click Here`` or ``Shop Now``; may be ``None``. 1 to 30
    characters. Example: ``"Shop now"``."""
    target_url: str | None
    """Address that a click on the button leads to; may be ``None``. A URL. Example:
    ``"https://example.com/winter-sale"``."""


class RichMediaDict(_RichMediaRequired, total=False):
    """RichMedia as a dict, with the names of keywords."""


_RichMediaWireRequired = TypedDict(
    "_RichMediaWireRequired",
    {
        "imageUrl": "str | None",
        "buttonCaption": "str | None",
        "targetUrl": "str | None",
    },
)
_RichMediaWireOptional = TypedDict("_RichMediaWireOptional", {}, total=False)


class RichMediaWireDict(_RichMediaWireRequired, _RichMediaWireOptional):
    """RichMedia as a dict, with the names of the JSON."""


class _SendMultichannelCampaignRequestRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    strategy: Sequence[Strategy | StrategyDict | StrategyWireDict]
    """Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If delivery fails (Viber
    not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be ``sms``. ``viber`` and
    ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms`` entry takes ``text``. At least
    2 items."""


class SendMultichannelCampaignRequestDict(_SendMultichannelCampaignRequestRequired, total=False):
    """SendMultichannelCampaignRequest as a dict, with the names of keywords."""

    ttl: int | None
    """Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no ``DELIVERED``
    report arrives in time, the next channel in ``strategy`` is triggered, and so on until the final ``sms``
    failover. 300 to 1,209,600. Default: ``300``. Example: ``600``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
    ``False``, the value counts as local time at the destination and the API converts it to UTC. Example:
    ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Multichannel message; must be a valid URL. Takes precedence
    over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""


_SendMultichannelCampaignRequestWireRequired = TypedDict(
    "_SendMultichannelCampaignRequestWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "strategy": "Sequence[Strategy | StrategyDict | StrategyWireDict]",
    },
)
_SendMultichannelCampaignRequestWireOptional = TypedDict(
    "_SendMultichannelCampaignRequestWireOptional",
    {
        "ttl": "int | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
    },
    total=False,
)


class SendMultichannelCampaignRequestWireDict(
    _SendMultichannelCampaignRequestWireRequired, _SendMultichannelCampaignRequestWireOptional
):
    """SendMultichannelCampaignRequest as a dict, with the names of the JSON."""


class _SendMultichannelCampaignRequestEstimateRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    strategy: Sequence[Strategy | StrategyDict | StrategyWireDict]
    """Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If delivery fails (Viber
    not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be ``sms``. ``viber`` and
    ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms`` entry takes ``text``. At least
    2 items."""


class SendMultichannelCampaignRequestEstimateDict(_SendMultichannelCampaignRequestEstimateRequired, total=False):
    """SendMultichannelCampaignRequestEstimate as a dict, with the names of keywords."""

    ttl: int | None
    """Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no ``DELIVERED``
    report arrives in time, the next channel in ``strategy`` is triggered, and so on until the final ``sms``
    failover. 300 to 1,209,600. Default: ``300``. Example: ``600``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
    ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime without a
    time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Multichannel message; must be a valid URL. Takes precedence
    over the application setting. A URL."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""


_SendMultichannelCampaignRequestEstimateWireRequired = TypedDict(
    "_SendMultichannelCampaignRequestEstimateWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "strategy": "Sequence[Strategy | StrategyDict | StrategyWireDict]",
    },
)
_SendMultichannelCampaignRequestEstimateWireOptional = TypedDict(
    "_SendMultichannelCampaignRequestEstimateWireOptional",
    {
        "ttl": "int | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
    },
    total=False,
)


class SendMultichannelCampaignRequestEstimateWireDict(
    _SendMultichannelCampaignRequestEstimateWireRequired, _SendMultichannelCampaignRequestEstimateWireOptional
):
    """SendMultichannelCampaignRequestEstimate as a dict, with the names of the JSON."""


class _SendMultichannelMessageRequestRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    strategy: Sequence[Strategy | StrategyDict | StrategyWireDict]
    """Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If delivery fails (Viber
    not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be ``sms``. ``viber`` and
    ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms`` entry takes ``text``. At least
    2 items."""


class SendMultichannelMessageRequestDict(_SendMultichannelMessageRequestRequired, total=False):
    """SendMultichannelMessageRequest as a dict, with the names of keywords."""

    ttl: int | None
    """Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no ``DELIVERED``
    report arrives in time, the next channel in ``strategy`` is triggered, and so on until the final ``sms``
    failover. 300 to 1,209,600. Default: ``300``. Example: ``600``."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
    ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime without a
    time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Multichannel message; must be a valid URL. Takes precedence
    over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5. Example:
    ``"ea625bf5-3cc9-414e-8405-530dbf0f0e8c"``."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""


_SendMultichannelMessageRequestWireRequired = TypedDict(
    "_SendMultichannelMessageRequestWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "strategy": "Sequence[Strategy | StrategyDict | StrategyWireDict]",
    },
)
_SendMultichannelMessageRequestWireOptional = TypedDict(
    "_SendMultichannelMessageRequestWireOptional",
    {
        "ttl": "int | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
    },
    total=False,
)


class SendMultichannelMessageRequestWireDict(
    _SendMultichannelMessageRequestWireRequired, _SendMultichannelMessageRequestWireOptional
):
    """SendMultichannelMessageRequest as a dict, with the names of the JSON."""


class _SendMultichannelMessageRequestEstimateRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    strategy: Sequence[Strategy | StrategyDict | StrategyWireDict]
    """Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If delivery fails (Viber
    not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be ``sms``. ``viber`` and
    ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms`` entry takes ``text``. At least
    2 items."""


class SendMultichannelMessageRequestEstimateDict(_SendMultichannelMessageRequestEstimateRequired, total=False):
    """SendMultichannelMessageRequestEstimate as a dict, with the names of keywords."""

    ttl: int | None
    """Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no ``DELIVERED``
    report arrives in time, the next channel in ``strategy`` is triggered, and so on until the final ``sms``
    failover. 300 to 1,209,600. Default: ``300``. Example: ``600``."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
    ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime without a
    time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Multichannel message; must be a valid URL. Takes precedence
    over the application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""


_SendMultichannelMessageRequestEstimateWireRequired = TypedDict(
    "_SendMultichannelMessageRequestEstimateWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "strategy": "Sequence[Strategy | StrategyDict | StrategyWireDict]",
    },
)
_SendMultichannelMessageRequestEstimateWireOptional = TypedDict(
    "_SendMultichannelMessageRequestEstimateWireOptional",
    {
        "ttl": "int | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
    },
    total=False,
)


class SendMultichannelMessageRequestEstimateWireDict(
    _SendMultichannelMessageRequestEstimateWireRequired, _SendMultichannelMessageRequestEstimateWireOptional
):
    """SendMultichannelMessageRequestEstimate as a dict, with the names of the JSON."""


class _SendSmsCampaignRequestRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    text: str
    """SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count as two.
    With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer texts are sent in
    up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part). Contact data saved in the
    group, an empty text if the contact has none: ``{{firstName}}``, ``{{lastName}}``, ``{{email}}``, ``{{field1}}``
    to ``{{field5}}``, ``{{<CUSTOM-FIELD>}}`` (a saved custom field, as in ``{{height}}``). Links: ``{{optoutLink}}``
    (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked short link, unique per contact,
    showing which number clicked); an unknown ID is an error. Random strings, 4 characters by default or a given
    length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters);
    ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least
    1 character."""


class SendSmsCampaignRequestDict(_SendSmsCampaignRequestRequired, total=False):
    """SendSmsCampaignRequest as a dict, with the names of keywords."""

    scheduled_date: datetime | str | None
    """When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the value
    counts as local time at the destination and the API converts it to UTC. Example: ``"2035-06-01 09:00:00"``. A
    datetime without a time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes precedence over the
    application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""
    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """Transliteration options for the text."""


_SendSmsCampaignRequestWireRequired = TypedDict(
    "_SendSmsCampaignRequestWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "text": "str",
    },
)
_SendSmsCampaignRequestWireOptional = TypedDict(
    "_SendSmsCampaignRequestWireOptional",
    {
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
        "transliteration": "Transliteration | TransliterationDict | TransliterationWireDict | None",
    },
    total=False,
)


class SendSmsCampaignRequestWireDict(_SendSmsCampaignRequestWireRequired, _SendSmsCampaignRequestWireOptional):
    """SendSmsCampaignRequest as a dict, with the names of the JSON."""


class _SendSmsCampaignRequestEstimateRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``."""
    text: str
    """SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count as two.
    With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer texts are sent in
    up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part). Contact data saved in the
    group, an empty text if the contact has none: ``{{firstName}}``, ``{{lastName}}``, ``{{email}}``, ``{{field1}}``
    to ``{{field5}}``, ``{{<CUSTOM-FIELD>}}`` (a saved custom field, as in ``{{height}}``). Links: ``{{optoutLink}}``
    (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked short link, unique per contact,
    showing which number clicked); an unknown ID is an error. Random strings, 4 characters by default or a given
    length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters);
    ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least
    1 character."""


class SendSmsCampaignRequestEstimateDict(_SendSmsCampaignRequestEstimateRequired, total=False):
    """SendSmsCampaignRequestEstimate as a dict, with the names of keywords."""

    scheduled_date: datetime | str | None
    """When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the value
    counts as local time at the destination and the API converts it to UTC. A datetime without a time zone counts as
    UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes precedence over the
    application setting. A URL."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """Transliteration options for the text."""


_SendSmsCampaignRequestEstimateWireRequired = TypedDict(
    "_SendSmsCampaignRequestEstimateWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "text": "str",
    },
)
_SendSmsCampaignRequestEstimateWireOptional = TypedDict(
    "_SendSmsCampaignRequestEstimateWireOptional",
    {
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "transliteration": "Transliteration | TransliterationDict | TransliterationWireDict | None",
    },
    total=False,
)


class SendSmsCampaignRequestEstimateWireDict(
    _SendSmsCampaignRequestEstimateWireRequired, _SendSmsCampaignRequestEstimateWireOptional
):
    """SendSmsCampaignRequestEstimate as a dict, with the names of the JSON."""


class _SendSmsMessageRequestRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``."""
    text: str
    """SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count as two.
    With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer texts are sent in
    up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part). Links: ``{{optoutLink}}``
    (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked short link, unique per contact,
    showing which number clicked); an unknown ID is an error. Random strings, 4 characters by default or a given
    length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters);
    ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least
    1 character. Example: ``"Your parcel arrives today between 14:00 and 16:00."``."""


class SendSmsMessageRequestDict(_SendSmsMessageRequestRequired, total=False):
    """SendSmsMessageRequest as a dict, with the names of keywords."""

    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the value
    counts as local time at the destination and the API converts it to UTC. A datetime without a time zone counts as
    UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes precedence over the
    application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""
    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """Transliteration options for the text."""


_SendSmsMessageRequestWireRequired = TypedDict(
    "_SendSmsMessageRequestWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "text": "str",
    },
)
_SendSmsMessageRequestWireOptional = TypedDict(
    "_SendSmsMessageRequestWireOptional",
    {
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
        "transliteration": "Transliteration | TransliterationDict | TransliterationWireDict | None",
    },
    total=False,
)


class SendSmsMessageRequestWireDict(_SendSmsMessageRequestWireRequired, _SendSmsMessageRequestWireOptional):
    """SendSmsMessageRequest as a dict, with the names of the JSON."""


class _SendSmsRequestEstimateRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``."""
    text: str
    """SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count as two.
    With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer texts are sent in
    up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part). Links: ``{{optoutLink}}``
    (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked short link, unique per contact,
    showing which number clicked); an unknown ID is an error. Random strings, 4 characters by default or a given
    length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters);
    ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least
    1 character."""


class SendSmsRequestEstimateDict(_SendSmsRequestEstimateRequired, total=False):
    """SendSmsRequestEstimate as a dict, with the names of keywords."""

    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the value
    counts as local time at the destination and the API converts it to UTC. A datetime without a time zone counts as
    UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes precedence over the
    application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None
    """Transliteration options for the text."""


_SendSmsRequestEstimateWireRequired = TypedDict(
    "_SendSmsRequestEstimateWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "text": "str",
    },
)
_SendSmsRequestEstimateWireOptional = TypedDict(
    "_SendSmsRequestEstimateWireOptional",
    {
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "transliteration": "Transliteration | TransliterationDict | TransliterationWireDict | None",
    },
    total=False,
)


class SendSmsRequestEstimateWireDict(_SendSmsRequestEstimateWireRequired, _SendSmsRequestEstimateWireOptional):
    """SendSmsRequestEstimate as a dict, with the names of the JSON."""


class _SendViberCampaignRequestRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``701``."""


class SendViberCampaignRequestDict(_SendViberCampaignRequestRequired, total=False):
    """SendViberCampaignRequest as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    scheduled_date: datetime | str | None
    """When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the
    value counts as local time at the destination and the API converts it to UTC. Example: ``"2035-06-01 09:00:00"``.
    A datetime without a time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL. Takes precedence over
    the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""


_SendViberCampaignRequestWireRequired = TypedDict(
    "_SendViberCampaignRequestWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "templateId": "int",
    },
)
_SendViberCampaignRequestWireOptional = TypedDict(
    "_SendViberCampaignRequestWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
    },
    total=False,
)


class SendViberCampaignRequestWireDict(_SendViberCampaignRequestWireRequired, _SendViberCampaignRequestWireOptional):
    """SendViberCampaignRequest as a dict, with the names of the JSON."""


class _SendViberCampaignRequestEstimateRequired(TypedDict):
    groups: Sequence[int]
    """Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example: ``[4501]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``701``."""


class SendViberCampaignRequestEstimateDict(_SendViberCampaignRequestEstimateRequired, total=False):
    """SendViberCampaignRequestEstimate as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    scheduled_date: datetime | str | None
    """When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the
    value counts as local time at the destination and the API converts it to UTC. A datetime without a time zone
    counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL. Takes precedence over
    the application setting. A URL."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""


_SendViberCampaignRequestEstimateWireRequired = TypedDict(
    "_SendViberCampaignRequestEstimateWireRequired",
    {
        "groups": "Sequence[int]",
        "from": "str",
        "templateId": "int",
    },
)
_SendViberCampaignRequestEstimateWireOptional = TypedDict(
    "_SendViberCampaignRequestEstimateWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
    },
    total=False,
)


class SendViberCampaignRequestEstimateWireDict(
    _SendViberCampaignRequestEstimateWireRequired, _SendViberCampaignRequestEstimateWireOptional
):
    """SendViberCampaignRequestEstimate as a dict, with the names of the JSON."""


class _SendViberMessageRequestRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``703``."""


class SendViberMessageRequestDict(_SendViberMessageRequestRequired, total=False):
    """SendViberMessageRequest as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the
    value counts as local time at the destination and the API converts it to UTC. A datetime without a time zone
    counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Viber message; must be a valid URL. Takes precedence over the
    application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5. Example:
    ``"fcbc06bb-4c35-4a5e-8905-c482838fcceb"``."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""


_SendViberMessageRequestWireRequired = TypedDict(
    "_SendViberMessageRequestWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "templateId": "int",
    },
)
_SendViberMessageRequestWireOptional = TypedDict(
    "_SendViberMessageRequestWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
    },
    total=False,
)


class SendViberMessageRequestWireDict(_SendViberMessageRequestWireRequired, _SendViberMessageRequestWireOptional):
    """SendViberMessageRequest as a dict, with the names of the JSON."""


class _SendViberMessageRequestEstimateRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``703``."""


class SendViberMessageRequestEstimateDict(_SendViberMessageRequestEstimateRequired, total=False):
    """SendViberMessageRequestEstimate as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``, the
    value counts as local time at the destination and the API converts it to UTC. A datetime without a time zone
    counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the Viber message; must be a valid URL. Takes precedence over the
    application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""


_SendViberMessageRequestEstimateWireRequired = TypedDict(
    "_SendViberMessageRequestEstimateWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "templateId": "int",
    },
)
_SendViberMessageRequestEstimateWireOptional = TypedDict(
    "_SendViberMessageRequestEstimateWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
    },
    total=False,
)


class SendViberMessageRequestEstimateWireDict(
    _SendViberMessageRequestEstimateWireRequired, _SendViberMessageRequestEstimateWireOptional
):
    """SendViberMessageRequestEstimate as a dict, with the names of the JSON."""


class _SendWhatsappMessageRequestRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the WhatsApp template to send; it has to be an approved one. Example: ``704``."""


class SendWhatsappMessageRequestDict(_SendWhatsappMessageRequestRequired, total=False):
    """SendWhatsappMessageRequest as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``,
    the value counts as local time at the destination and the API converts it to UTC. Example: ``"2035-06-01
    09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL. Takes precedence over
    the application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""
    idempotency_id: str | UUID | None
    """Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a valid UUID is rejected
    with an error. A UUID of version 1 to 5. The client generates one if you pass none."""


_SendWhatsappMessageRequestWireRequired = TypedDict(
    "_SendWhatsappMessageRequestWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "templateId": "int",
    },
)
_SendWhatsappMessageRequestWireOptional = TypedDict(
    "_SendWhatsappMessageRequestWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
        "idempotencyId": "str | UUID | None",
    },
    total=False,
)


class SendWhatsappMessageRequestWireDict(
    _SendWhatsappMessageRequestWireRequired, _SendWhatsappMessageRequestWireOptional
):
    """SendWhatsappMessageRequest as a dict, with the names of the JSON."""


class _SendWhatsappMessageRequestEstimateRequired(TypedDict):
    to: str | Sequence[str]
    """Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
    ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice, and
    both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``."""
    from_: str
    """Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped for a system
    default such as ``InfoText``. Example: ``"MyShop"``."""
    template_id: int
    """ID of the template to send; it has to be an approved one for the channel in use (Viber or WhatsApp). Example:
    ``704``."""


class SendWhatsappMessageRequestEstimateDict(_SendWhatsappMessageRequestEstimateRequired, total=False):
    """SendWhatsappMessageRequestEstimate as a dict, with the names of keywords."""

    custom_fields: CustomFields | Mapping[str, str] | None
    """Custom field values for the template, keyed by field name."""
    country_iso: str | None
    """ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France or ``GB`` (not
    ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2 characters; an ISO 3166-1
    alpha-2 code."""
    allow_invalid: bool | None
    """When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are listed in
    ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``."""
    scheduled_date: datetime | str | None
    """When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to ``False``,
    the value counts as local time at the destination and the API converts it to UTC. A datetime without a time zone
    counts as UTC, unless ``is_utc`` is False."""
    is_utc: bool | None
    """Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead of UTC; the
    API then calculates the offset and converts it to UTC. Default: ``True``."""
    dlr_callback_url: str | None
    """Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL. Takes precedence over
    the application setting. A URL."""
    track_data: str | UUID | None
    """Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A value that is not
    a valid UUID is dropped without an error. A UUID of version 1 to 5."""
    short_response: bool | None
    """When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces the response size.
    Default: ``False``."""
    no_text_details: bool | None
    """Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small when sending to long
    lists of numbers. Default: ``False``."""
    show_timezone: bool | None
    """Includes a ``timezone`` value with every phone number returned. Default: ``False``."""


_SendWhatsappMessageRequestEstimateWireRequired = TypedDict(
    "_SendWhatsappMessageRequestEstimateWireRequired",
    {
        "to": "str | Sequence[str]",
        "from": "str",
        "templateId": "int",
    },
)
_SendWhatsappMessageRequestEstimateWireOptional = TypedDict(
    "_SendWhatsappMessageRequestEstimateWireOptional",
    {
        "customFields": "CustomFields | Mapping[str, str] | None",
        "countryIso": "str | None",
        "allowInvalid": "bool | None",
        "scheduledDate": "datetime | str | None",
        "isUtc": "bool | None",
        "dlrCallbackUrl": "str | None",
        "trackData": "str | UUID | None",
        "shortResponse": "bool | None",
        "noTextDetails": "bool | None",
        "showTimezone": "bool | None",
    },
    total=False,
)


class SendWhatsappMessageRequestEstimateWireDict(
    _SendWhatsappMessageRequestEstimateWireRequired, _SendWhatsappMessageRequestEstimateWireOptional
):
    """SendWhatsappMessageRequestEstimate as a dict, with the names of the JSON."""


class _ShortlinkNewRequestRequired(TypedDict):
    url: str
    """Long address to shorten; must be a valid URL. A URL. Example:
    ``"https://example.com/winter-sale?utm_source=sms"``."""


class ShortlinkNewRequestDict(_ShortlinkNewRequestRequired, total=False):
    """ShortlinkNewRequest as a dict, with the names of keywords."""

    name: str | None
    """Name given to the short link. When left out, the API assigns one such as ``Short link #433``. 3 to 25
    characters. Example: ``"Winter sale"``."""


_ShortlinkNewRequestWireRequired = TypedDict(
    "_ShortlinkNewRequestWireRequired",
    {
        "url": "str",
    },
)
_ShortlinkNewRequestWireOptional = TypedDict(
    "_ShortlinkNewRequestWireOptional",
    {
        "name": "str | None",
    },
    total=False,
)


class ShortlinkNewRequestWireDict(_ShortlinkNewRequestWireRequired, _ShortlinkNewRequestWireOptional):
    """ShortlinkNewRequest as a dict, with the names of the JSON."""


class _ShortlinkUpdateRequestRequired(TypedDict):
    name: str
    """Name to give the short link in place of its current one. 3 to 25 characters. Example: ``"Summer offers"``."""
    url: str
    """Long URL that the short link should point to from now on. A URL. Example:
    ``"https://example.com/summer-offers"``."""


class ShortlinkUpdateRequestDict(_ShortlinkUpdateRequestRequired, total=False):
    """ShortlinkUpdateRequest as a dict, with the names of keywords."""


_ShortlinkUpdateRequestWireRequired = TypedDict(
    "_ShortlinkUpdateRequestWireRequired",
    {
        "name": "str",
        "url": "str",
    },
)
_ShortlinkUpdateRequestWireOptional = TypedDict("_ShortlinkUpdateRequestWireOptional", {}, total=False)


class ShortlinkUpdateRequestWireDict(_ShortlinkUpdateRequestWireRequired, _ShortlinkUpdateRequestWireOptional):
    """ShortlinkUpdateRequest as a dict, with the names of the JSON."""


class _StrategyRequired(TypedDict):
    channel: Literal["viber", "whatsapp", "sms"]
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``viber``, ``whatsapp``, ``sms``."""


class StrategyDict(_StrategyRequired, total=False):
    """Strategy as a dict, with the names of keywords."""

    template_id: int | None
    """ID of the template to send on ``viber`` or ``whatsapp``; it has to be an approved one. Example: ``701``."""
    text: str | None
    """Message body sent when the strategy falls back to SMS. Example: ``"This Friday our shop is open until 21:00.
    See you there!"``."""


_StrategyWireRequired = TypedDict(
    "_StrategyWireRequired",
    {
        "channel": "Literal['viber', 'whatsapp', 'sms']",
    },
)
_StrategyWireOptional = TypedDict(
    "_StrategyWireOptional",
    {
        "templateId": "int | None",
        "text": "str | None",
    },
    total=False,
)


class StrategyWireDict(_StrategyWireRequired, _StrategyWireOptional):
    """Strategy as a dict, with the names of the JSON."""


class _TemplatesNewRequestRequired(TypedDict):
    text: str
    """Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. At least 1 character. Example:
    ``"Winter sale: 30% off everything until Sunday."``."""


class TemplatesNewRequestDict(_TemplatesNewRequestRequired, total=False):
    """TemplatesNewRequest as a dict, with the names of keywords."""

    name: str | None
    """Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11 21:00:00``. 3
    to 100 characters. Example: ``"Winter sale"``."""
    channel: Literal["sms", "viber", "whatsapp"] | None
    """Names the messaging channel that the template belongs to. One of ``sms``, ``viber``, ``whatsapp``."""
    rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None
    """Rich media of the template: image, button caption and button target."""


_TemplatesNewRequestWireRequired = TypedDict(
    "_TemplatesNewRequestWireRequired",
    {
        "text": "str",
    },
)
_TemplatesNewRequestWireOptional = TypedDict(
    "_TemplatesNewRequestWireOptional",
    {
        "name": "str | None",
        "channel": "Literal['sms', 'viber', 'whatsapp'] | None",
        "richMedia": "RichMedia | RichMediaDict | RichMediaWireDict | None",
    },
    total=False,
)


class TemplatesNewRequestWireDict(_TemplatesNewRequestWireRequired, _TemplatesNewRequestWireOptional):
    """TemplatesNewRequest as a dict, with the names of the JSON."""


class TemplatesUpdateRequestDict(TypedDict, total=False):
    """TemplatesUpdateRequest as a dict, with the names of keywords."""

    name: str | None
    """Template name. When a new template has none, the API assigns one such as ``Template 2021-06-11 21:00:00``. 3
    to 100 characters. Example: ``"Pickup reminder"``."""
    text: str | None
    """Body of the template, at most 1000 characters for ``viber`` and ``whatsapp``. Example: ``"Your order
    {{orderNumber}} waits for you until 18:00."``."""
    channel: Literal["sms", "viber", "whatsapp"] | None
    """Names the messaging channel that the template belongs to. One of ``sms``, ``viber``, ``whatsapp``."""
    rich_media: RichMedia | RichMediaDict | RichMediaWireDict | None
    """Rich media of the template: image, button caption and button target."""


_TemplatesUpdateRequestWireRequired = TypedDict("_TemplatesUpdateRequestWireRequired", {})
_TemplatesUpdateRequestWireOptional = TypedDict(
    "_TemplatesUpdateRequestWireOptional",
    {
        "name": "str | None",
        "text": "str | None",
        "channel": "Literal['sms', 'viber', 'whatsapp'] | None",
        "richMedia": "RichMedia | RichMediaDict | RichMediaWireDict | None",
    },
    total=False,
)


class TemplatesUpdateRequestWireDict(_TemplatesUpdateRequestWireRequired, _TemplatesUpdateRequestWireOptional):
    """TemplatesUpdateRequest as a dict, with the names of the JSON."""


class _TransliterationRequired(TypedDict):
    alphabet: Literal[
        "NONE",
        "NON_GSM",
        "POLISH",
        "TURKISH",
        "GREEK",
        "ROMANIAN",
        "RUSSIAN_CYRILLIC",
        "BULGARIAN_CYRILLIC",
        "UKRAINIAN_CYRILLIC",
        "BELARUSIAN_CYRILLIC",
        "SERBIAN_CYRILLIC",
        "MACEDONIAN_CYRILLIC",
    ]
    """Alphabet to transliterate. ``NON_GSM`` maps every character outside GSM-7 to a similar GSM one; a character
    with no GSM equivalent becomes ``?``. One of ``NONE``, ``NON_GSM``, ``POLISH``, ``TURKISH``, ``GREEK``,
    ``ROMANIAN``, ``RUSSIAN_CYRILLIC``, ``BULGARIAN_CYRILLIC``, ``UKRAINIAN_CYRILLIC``, ``BELARUSIAN_CYRILLIC``,
    ``SERBIAN_CYRILLIC``, ``MACEDONIAN_CYRILLIC``."""


class TransliterationDict(_TransliterationRequired, total=False):
    """Transliteration as a dict, with the names of keywords."""

    remove_emojis: bool | None
    """Whether emojis are stripped from the text. Optional, ``False`` by default. Default: ``False``."""


_TransliterationWireRequired = TypedDict(
    "_TransliterationWireRequired",
    {
        "alphabet": "Literal['NONE', 'NON_GSM', 'POLISH', 'TURKISH', 'GREEK', 'ROMANIAN', 'RUSSIAN_CYRILLIC', 'BULGARIAN_CYRILLIC', 'UKRAINIAN_CYRILLIC', 'BELARUSIAN_CYRILLIC', 'SERBIAN_CYRILLIC', 'MACEDONIAN_CYRILLIC']",
    },
)
_TransliterationWireOptional = TypedDict(
    "_TransliterationWireOptional",
    {
        "removeEmojis": "bool | None",
    },
    total=False,
)


class TransliterationWireDict(_TransliterationWireRequired, _TransliterationWireOptional):
    """Transliteration as a dict, with the names of the JSON."""


class UpdateNumberRequestDict(TypedDict, total=False):
    """UpdateNumberRequest as a dict, with the names of keywords."""

    phone_number: str | None
    """Number that takes over from the stored one, in E.164 format."""
    first_name: str | None
    """Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``."""
    last_name: str | None
    """Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``. Example:
    ``"Harris-Young"``."""
    email: str | None
    """Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
    ``"olivia@example.com"``."""
    field1: str | None
    """First extra data field of the contact. Insert it in a message text with the placeholder ``{{field1}}``."""
    field2: str | None
    """Second extra data field of the contact. Insert it in a message text with the placeholder ``{{field2}}``."""
    field3: str | None
    """Third extra data field of the contact. Insert it in a message text with the placeholder ``{{field3}}``."""
    field4: str | None
    """Fourth extra data field of the contact. Insert it in a message text with the placeholder ``{{field4}}``."""
    field5: str | None
    """Fifth extra data field of the contact. Insert it in a message text with the placeholder ``{{field5}}``."""
    custom_fields: CustomFieldsObj | Mapping[str, str] | None
    """Custom data of the contact as key-value pairs, with at most 20 fields."""


_UpdateNumberRequestWireRequired = TypedDict("_UpdateNumberRequestWireRequired", {})
_UpdateNumberRequestWireOptional = TypedDict(
    "_UpdateNumberRequestWireOptional",
    {
        "phoneNumber": "str | None",
        "firstName": "str | None",
        "lastName": "str | None",
        "email": "str | None",
        "field1": "str | None",
        "field2": "str | None",
        "field3": "str | None",
        "field4": "str | None",
        "field5": "str | None",
        "customFields": "CustomFieldsObj | Mapping[str, str] | None",
    },
    total=False,
)


class UpdateNumberRequestWireDict(_UpdateNumberRequestWireRequired, _UpdateNumberRequestWireOptional):
    """UpdateNumberRequest as a dict, with the names of the JSON."""


class _VerifyPinRequestRequired(TypedDict):
    pin: str
    """PIN that the user received by phone and is submitting for verification. At least 1 character."""


class VerifyPinRequestDict(_VerifyPinRequestRequired, total=False):
    """VerifyPinRequest as a dict, with the names of keywords."""


_VerifyPinRequestWireRequired = TypedDict(
    "_VerifyPinRequestWireRequired",
    {
        "pin": "str",
    },
)
_VerifyPinRequestWireOptional = TypedDict("_VerifyPinRequestWireOptional", {}, total=False)


class VerifyPinRequestWireDict(_VerifyPinRequestWireRequired, _VerifyPinRequestWireOptional):
    """VerifyPinRequest as a dict, with the names of the JSON."""
