# Generated from openapi/ by `python -m codegen`; change it there.
"""Every model in one import, each loaded on first use: ``from smscx_client.models import NewOtpRequest``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smscx_client.model.accepted import Accepted as Accepted
    from smscx_client.model.account_balance import AccountBalance as AccountBalance
    from smscx_client.model.add_contacts_to_group400_response import (
        AddContactsToGroup400Response as AddContactsToGroup400Response,
    )
    from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest as AddContactsToGroupRequest
    from smscx_client.model.add_contacts_to_group_response import (
        AddContactsToGroupResponse as AddContactsToGroupResponse,
    )
    from smscx_client.model.add_contacts_to_group_with_fields_request import (
        AddContactsToGroupWithFieldsRequest as AddContactsToGroupWithFieldsRequest,
    )
    from smscx_client.model.alerts import Alerts as Alerts
    from smscx_client.model.application_settings_response import (
        ApplicationSettingsResponse as ApplicationSettingsResponse,
    )
    from smscx_client.model.applications_list_response import ApplicationsListResponse as ApplicationsListResponse
    from smscx_client.model.attachment_delete_response import AttachmentDeleteResponse as AttachmentDeleteResponse
    from smscx_client.model.attachment_details_response import AttachmentDetailsResponse as AttachmentDetailsResponse
    from smscx_client.model.attachment_list_response import AttachmentListResponse as AttachmentListResponse
    from smscx_client.model.attachments import Attachments as Attachments
    from smscx_client.model.bulk_lookup_campaigns_response import (
        BulkLookupCampaignsResponse as BulkLookupCampaignsResponse,
    )
    from smscx_client.model.call_back_request_attachment_hit import (
        CallBackRequestAttachmentHit as CallBackRequestAttachmentHit,
    )
    from smscx_client.model.call_back_request_dlr_update import CallBackRequestDlrUpdate as CallBackRequestDlrUpdate
    from smscx_client.model.call_back_request_new_optout import CallBackRequestNewOptout as CallBackRequestNewOptout
    from smscx_client.model.call_back_request_number_lookup import (
        CallBackRequestNumberLookup as CallBackRequestNumberLookup,
    )
    from smscx_client.model.call_back_request_otp_update import CallBackRequestOtpUpdate as CallBackRequestOtpUpdate
    from smscx_client.model.call_back_request_receive_sms import CallBackRequestReceiveSms as CallBackRequestReceiveSms
    from smscx_client.model.call_back_request_shortlink_hit import (
        CallBackRequestShortlinkHit as CallBackRequestShortlinkHit,
    )
    from smscx_client.model.callback_event_types import CallbackEventTypes as CallbackEventTypes
    from smscx_client.model.campaigns import Campaigns as Campaigns
    from smscx_client.model.cancel_otp_response import CancelOtpResponse as CancelOtpResponse
    from smscx_client.model.cancel_rent_response import CancelRentResponse as CancelRentResponse
    from smscx_client.model.channels_status import ChannelsStatus as ChannelsStatus
    from smscx_client.model.characters_replaced import CharactersReplaced as CharactersReplaced
    from smscx_client.model.conversation_details_response import (
        ConversationDetailsResponse as ConversationDetailsResponse,
    )
    from smscx_client.model.conversation_read_response import ConversationReadResponse as ConversationReadResponse
    from smscx_client.model.conversation_reply_sms_request import (
        ConversationReplySmsRequest as ConversationReplySmsRequest,
    )
    from smscx_client.model.conversation_reply_sms_response import (
        ConversationReplySmsResponse as ConversationReplySmsResponse,
    )
    from smscx_client.model.conversation_reply_viber_request import (
        ConversationReplyViberRequest as ConversationReplyViberRequest,
    )
    from smscx_client.model.conversation_reply_viber_respone import (
        ConversationReplyViberRespone as ConversationReplyViberRespone,
    )
    from smscx_client.model.conversation_reply_whatsapp_request import (
        ConversationReplyWhatsappRequest as ConversationReplyWhatsappRequest,
    )
    from smscx_client.model.conversation_reply_whatsapp_response import (
        ConversationReplyWhatsappResponse as ConversationReplyWhatsappResponse,
    )
    from smscx_client.model.conversations_list_response import ConversationsListResponse as ConversationsListResponse
    from smscx_client.model.country_price_obj import CountryPriceObj as CountryPriceObj
    from smscx_client.model.country_price_obj1 import CountryPriceObj1 as CountryPriceObj1
    from smscx_client.model.custom_fields import CustomFields as CustomFields
    from smscx_client.model.custom_fields_obj import CustomFieldsObj as CustomFieldsObj
    from smscx_client.model.data_applications_list import DataApplicationsList as DataApplicationsList
    from smscx_client.model.data_attachment import DataAttachment as DataAttachment
    from smscx_client.model.data_available_numbers_rent import DataAvailableNumbersRent as DataAvailableNumbersRent
    from smscx_client.model.data_conversation import DataConversation as DataConversation
    from smscx_client.model.data_conversation_reply import DataConversationReply as DataConversationReply
    from smscx_client.model.data_conversations import DataConversations as DataConversations
    from smscx_client.model.data_dlr_update import DataDlrUpdate as DataDlrUpdate
    from smscx_client.model.data_groups import DataGroups as DataGroups
    from smscx_client.model.data_groups_details import DataGroupsDetails as DataGroupsDetails
    from smscx_client.model.data_lookup_campaigns import DataLookupCampaigns as DataLookupCampaigns
    from smscx_client.model.data_multichannel import DataMultichannel as DataMultichannel
    from smscx_client.model.data_new_optout import DataNewOptout as DataNewOptout
    from smscx_client.model.data_number_lookup import DataNumberLookup as DataNumberLookup
    from smscx_client.model.data_number_lookup_webhook import DataNumberLookupWebhook as DataNumberLookupWebhook
    from smscx_client.model.data_number_validate import DataNumberValidate as DataNumberValidate
    from smscx_client.model.data_numbers_lookup import DataNumbersLookup as DataNumbersLookup
    from smscx_client.model.data_numbers_validate import DataNumbersValidate as DataNumbersValidate
    from smscx_client.model.data_optouts import DataOptouts as DataOptouts
    from smscx_client.model.data_originators_list import DataOriginatorsList as DataOriginatorsList
    from smscx_client.model.data_otp import DataOtp as DataOtp
    from smscx_client.model.data_receive_sms import DataReceiveSms as DataReceiveSms
    from smscx_client.model.data_rented_numbers import DataRentedNumbers as DataRentedNumbers
    from smscx_client.model.data_report_campaign import DataReportCampaign as DataReportCampaign
    from smscx_client.model.data_reports import DataReports as DataReports
    from smscx_client.model.data_reports_campaigns import DataReportsCampaigns as DataReportsCampaigns
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail as DataShortlinkDetail
    from smscx_client.model.data_shortlink_hit import DataShortlinkHit as DataShortlinkHit
    from smscx_client.model.data_shortlink_list import DataShortlinkList as DataShortlinkList
    from smscx_client.model.data_sms import DataSms as DataSms
    from smscx_client.model.data_summary import DataSummary as DataSummary
    from smscx_client.model.data_summary_delivery import DataSummaryDelivery as DataSummaryDelivery
    from smscx_client.model.data_template import DataTemplate as DataTemplate
    from smscx_client.model.data_templates_list import DataTemplatesList as DataTemplatesList
    from smscx_client.model.data_viber import DataViber as DataViber
    from smscx_client.model.data_whatsapp import DataWhatsapp as DataWhatsapp
    from smscx_client.model.delete_contact import DeleteContact as DeleteContact
    from smscx_client.model.delete_group import DeleteGroup as DeleteGroup
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign as DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg as DeleteScheduledMsg
    from smscx_client.model.delivered import Delivered as Delivered
    from smscx_client.model.edit_rent_request import EditRentRequest as EditRentRequest
    from smscx_client.model.edit_rent_response import EditRentResponse as EditRentResponse
    from smscx_client.model.error import Error as Error
    from smscx_client.model.failed import Failed as Failed
    from smscx_client.model.get_channel_pricing200_response import (
        GetChannelPricing200Response as GetChannelPricing200Response,
    )
    from smscx_client.model.get_inbound_sms_response import GetInboundSMSResponse as GetInboundSMSResponse
    from smscx_client.model.get_rent_status_response import GetRentStatusResponse as GetRentStatusResponse
    from smscx_client.model.get_summary_reports200_response import (
        GetSummaryReports200Response as GetSummaryReports200Response,
    )
    from smscx_client.model.group import Group as Group
    from smscx_client.model.group_add import GroupAdd as GroupAdd
    from smscx_client.model.group_add_custom_fields import GroupAddCustomFields as GroupAddCustomFields
    from smscx_client.model.group_details_response import GroupDetailsResponse as GroupDetailsResponse
    from smscx_client.model.group_response import GroupResponse as GroupResponse
    from smscx_client.model.groups_list import GroupsList as GroupsList
    from smscx_client.model.inbound_sms import InboundSms as InboundSms
    from smscx_client.model.info import Info as Info
    from smscx_client.model.info_attachment import InfoAttachment as InfoAttachment
    from smscx_client.model.info_campaign import InfoCampaign as InfoCampaign
    from smscx_client.model.info_cancel_rent import InfoCancelRent as InfoCancelRent
    from smscx_client.model.info_conversation import InfoConversation as InfoConversation
    from smscx_client.model.info_conversation_reply import InfoConversationReply as InfoConversationReply
    from smscx_client.model.info_delete_group import InfoDeleteGroup as InfoDeleteGroup
    from smscx_client.model.info_delete_scheduled_campaign import (
        InfoDeleteScheduledCampaign as InfoDeleteScheduledCampaign,
    )
    from smscx_client.model.info_delete_scheduled_msg import InfoDeleteScheduledMsg as InfoDeleteScheduledMsg
    from smscx_client.model.info_edit_rent import InfoEditRent as InfoEditRent
    from smscx_client.model.info_group import InfoGroup as InfoGroup
    from smscx_client.model.info_groups import InfoGroups as InfoGroups
    from smscx_client.model.info_groups_add_contacts_response import (
        InfoGroupsAddContactsResponse as InfoGroupsAddContactsResponse,
    )
    from smscx_client.model.info_groups_contact_deleted import InfoGroupsContactDeleted as InfoGroupsContactDeleted
    from smscx_client.model.info_id import InfoId as InfoId
    from smscx_client.model.info_inbound_sms import InfoInboundSms as InfoInboundSms
    from smscx_client.model.info_lookup_details import InfoLookupDetails as InfoLookupDetails
    from smscx_client.model.info_multichannel import InfoMultichannel as InfoMultichannel
    from smscx_client.model.info_multichannel_campaign import InfoMultichannelCampaign as InfoMultichannelCampaign
    from smscx_client.model.info_new_group import InfoNewGroup as InfoNewGroup
    from smscx_client.model.info_numbers_lookup import InfoNumbersLookup as InfoNumbersLookup
    from smscx_client.model.info_numbers_validate import InfoNumbersValidate as InfoNumbersValidate
    from smscx_client.model.info_optout import InfoOptout as InfoOptout
    from smscx_client.model.info_optouts import InfoOptouts as InfoOptouts
    from smscx_client.model.info_optouts_new import InfoOptoutsNew as InfoOptoutsNew
    from smscx_client.model.info_originator import InfoOriginator as InfoOriginator
    from smscx_client.model.info_otp import InfoOtp as InfoOtp
    from smscx_client.model.info_phone_number_update import InfoPhoneNumberUpdate as InfoPhoneNumberUpdate
    from smscx_client.model.info_renew_number import InfoRenewNumber as InfoRenewNumber
    from smscx_client.model.info_rent_number import InfoRentNumber as InfoRentNumber
    from smscx_client.model.info_rent_status import InfoRentStatus as InfoRentStatus
    from smscx_client.model.info_report_campaign import InfoReportCampaign as InfoReportCampaign
    from smscx_client.model.info_reports import InfoReports as InfoReports
    from smscx_client.model.info_reports_campaigns import InfoReportsCampaigns as InfoReportsCampaigns
    from smscx_client.model.info_shortlink_detail import InfoShortlinkDetail as InfoShortlinkDetail
    from smscx_client.model.info_shortlink_new import InfoShortlinkNew as InfoShortlinkNew
    from smscx_client.model.info_template import InfoTemplate as InfoTemplate
    from smscx_client.model.info_template_update import InfoTemplateUpdate as InfoTemplateUpdate
    from smscx_client.model.info_viber import InfoViber as InfoViber
    from smscx_client.model.info_viber_campaign import InfoViberCampaign as InfoViberCampaign
    from smscx_client.model.info_whatsapp import InfoWhatsapp as InfoWhatsapp
    from smscx_client.model.lookup import Lookup as Lookup
    from smscx_client.model.model400_invalid_param import Model400InvalidParam as Model400InvalidParam
    from smscx_client.model.model400_invalid_param_groups import (
        Model400InvalidParamGroups as Model400InvalidParamGroups,
    )
    from smscx_client.model.model400_invalid_phone_numbers import (
        Model400InvalidPhoneNumbers as Model400InvalidPhoneNumbers,
    )
    from smscx_client.model.model401_invalid_client import Model401InvalidClient as Model401InvalidClient
    from smscx_client.model.model401_unauthorized import Model401Unauthorized as Model401Unauthorized
    from smscx_client.model.model403_insufficient_scope import Model403InsufficientScope as Model403InsufficientScope
    from smscx_client.model.model403_no_coverage import Model403NoCoverage as Model403NoCoverage
    from smscx_client.model.model404_not_found import Model404NotFound as Model404NotFound
    from smscx_client.model.model405_method_not_allowed import Model405MethodNotAllowed as Model405MethodNotAllowed
    from smscx_client.model.model429_too_many_requests import Model429TooManyRequests as Model429TooManyRequests
    from smscx_client.model.model500_server_error import Model500ServerError as Model500ServerError
    from smscx_client.model.multichannel import Multichannel as Multichannel
    from smscx_client.model.network_operator import NetworkOperator as NetworkOperator
    from smscx_client.model.new_group_request import NewGroupRequest as NewGroupRequest
    from smscx_client.model.new_group_response import NewGroupResponse as NewGroupResponse
    from smscx_client.model.new_otp_request import NewOtpRequest as NewOtpRequest
    from smscx_client.model.new_otp_response import NewOtpResponse as NewOtpResponse
    from smscx_client.model.no_coverage import NoCoverage as NoCoverage
    from smscx_client.model.number_lookup_response import NumberLookupResponse as NumberLookupResponse
    from smscx_client.model.number_validate_response import NumberValidateResponse as NumberValidateResponse
    from smscx_client.model.numbers_bulk_lookup_result import NumbersBulkLookupResult as NumbersBulkLookupResult
    from smscx_client.model.numbers_lookup_request import NumbersLookupRequest as NumbersLookupRequest
    from smscx_client.model.numbers_lookup_response import NumbersLookupResponse as NumbersLookupResponse
    from smscx_client.model.numbers_validate_request import NumbersValidateRequest as NumbersValidateRequest
    from smscx_client.model.numbers_validate_response import NumbersValidateResponse as NumbersValidateResponse
    from smscx_client.model.oauth_token_response import OauthTokenResponse as OauthTokenResponse
    from smscx_client.model.optouts import Optouts as Optouts
    from smscx_client.model.optouts_delete_response import OptoutsDeleteResponse as OptoutsDeleteResponse
    from smscx_client.model.optouts_list_response import OptoutsListResponse as OptoutsListResponse
    from smscx_client.model.optouts_new_request import OptoutsNewRequest as OptoutsNewRequest
    from smscx_client.model.optouts_new_response import OptoutsNewResponse as OptoutsNewResponse
    from smscx_client.model.original_network import OriginalNetwork as OriginalNetwork
    from smscx_client.model.original_text import OriginalText as OriginalText
    from smscx_client.model.originator_new_request import OriginatorNewRequest as OriginatorNewRequest
    from smscx_client.model.originator_new_response import OriginatorNewResponse as OriginatorNewResponse
    from smscx_client.model.originators_list_response import OriginatorsListResponse as OriginatorsListResponse
    from smscx_client.model.otp import Otp as Otp
    from smscx_client.model.outbound_sms import OutboundSms as OutboundSms
    from smscx_client.model.paging import Paging as Paging
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry as PhoneNumbersByCountry
    from smscx_client.model.ported_network import PortedNetwork as PortedNetwork
    from smscx_client.model.pricing_sms_response import PricingSmsResponse as PricingSmsResponse
    from smscx_client.model.pricing_viber_whatsapp_response import (
        PricingViberWhatsappResponse as PricingViberWhatsappResponse,
    )
    from smscx_client.model.quiet_hours import QuietHours as QuietHours
    from smscx_client.model.renew_cost import RenewCost as RenewCost
    from smscx_client.model.renew_number_response import RenewNumberResponse as RenewNumberResponse
    from smscx_client.model.renew_rent_request import RenewRentRequest as RenewRentRequest
    from smscx_client.model.rent_cost import RentCost as RentCost
    from smscx_client.model.rent_number_request import RentNumberRequest as RentNumberRequest
    from smscx_client.model.rent_number_response import RentNumberResponse as RentNumberResponse
    from smscx_client.model.rent_numbers_response import RentNumbersResponse as RentNumbersResponse
    from smscx_client.model.rental_cost import RentalCost as RentalCost
    from smscx_client.model.rented_numbers_response import RentedNumbersResponse as RentedNumbersResponse
    from smscx_client.model.replaced_text import ReplacedText as ReplacedText
    from smscx_client.model.report_single_response import ReportSingleResponse as ReportSingleResponse
    from smscx_client.model.reports_advanced_response import ReportsAdvancedResponse as ReportsAdvancedResponse
    from smscx_client.model.reports_campaign_response import ReportsCampaignResponse as ReportsCampaignResponse
    from smscx_client.model.reports_campaigns_respone import ReportsCampaignsRespone as ReportsCampaignsRespone
    from smscx_client.model.reports_summary_channel_response import (
        ReportsSummaryChannelResponse as ReportsSummaryChannelResponse,
    )
    from smscx_client.model.reports_summary_channel_response_data_value import (
        ReportsSummaryChannelResponseDataValue as ReportsSummaryChannelResponseDataValue,
    )
    from smscx_client.model.reports_summary_country_response import (
        ReportsSummaryCountryResponse as ReportsSummaryCountryResponse,
    )
    from smscx_client.model.reports_summary_country_response_data_value import (
        ReportsSummaryCountryResponseDataValue as ReportsSummaryCountryResponseDataValue,
    )
    from smscx_client.model.reports_summary_delivery_response import (
        ReportsSummaryDeliveryResponse as ReportsSummaryDeliveryResponse,
    )
    from smscx_client.model.reports_summary_delivery_response_data_value import (
        ReportsSummaryDeliveryResponseDataValue as ReportsSummaryDeliveryResponseDataValue,
    )
    from smscx_client.model.reports_summary_source_response import (
        ReportsSummarySourceResponse as ReportsSummarySourceResponse,
    )
    from smscx_client.model.reports_summary_source_response_data_value import (
        ReportsSummarySourceResponseDataValue as ReportsSummarySourceResponseDataValue,
    )
    from smscx_client.model.reports_summary_traffic_response import (
        ReportsSummaryTrafficResponse as ReportsSummaryTrafficResponse,
    )
    from smscx_client.model.reports_summary_traffic_response_data_value import (
        ReportsSummaryTrafficResponseDataValue as ReportsSummaryTrafficResponseDataValue,
    )
    from smscx_client.model.rich_media import RichMedia as RichMedia
    from smscx_client.model.roaming_network import RoamingNetwork as RoamingNetwork
    from smscx_client.model.scheduled import Scheduled as Scheduled
    from smscx_client.model.send_multichannel_campaign_request import (
        SendMultichannelCampaignRequest as SendMultichannelCampaignRequest,
    )
    from smscx_client.model.send_multichannel_campaign_request_estimate import (
        SendMultichannelCampaignRequestEstimate as SendMultichannelCampaignRequestEstimate,
    )
    from smscx_client.model.send_multichannel_campaign_response import (
        SendMultichannelCampaignResponse as SendMultichannelCampaignResponse,
    )
    from smscx_client.model.send_multichannel_message_request import (
        SendMultichannelMessageRequest as SendMultichannelMessageRequest,
    )
    from smscx_client.model.send_multichannel_message_request_estimate import (
        SendMultichannelMessageRequestEstimate as SendMultichannelMessageRequestEstimate,
    )
    from smscx_client.model.send_multichannel_message_response import (
        SendMultichannelMessageResponse as SendMultichannelMessageResponse,
    )
    from smscx_client.model.send_sms_campaign_request import SendSmsCampaignRequest as SendSmsCampaignRequest
    from smscx_client.model.send_sms_campaign_request_estimate import (
        SendSmsCampaignRequestEstimate as SendSmsCampaignRequestEstimate,
    )
    from smscx_client.model.send_sms_campaign_response import SendSmsCampaignResponse as SendSmsCampaignResponse
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest as SendSmsMessageRequest
    from smscx_client.model.send_sms_message_response import SendSmsMessageResponse as SendSmsMessageResponse
    from smscx_client.model.send_sms_request_estimate import SendSmsRequestEstimate as SendSmsRequestEstimate
    from smscx_client.model.send_viber_campaign_request import SendViberCampaignRequest as SendViberCampaignRequest
    from smscx_client.model.send_viber_campaign_request_estimate import (
        SendViberCampaignRequestEstimate as SendViberCampaignRequestEstimate,
    )
    from smscx_client.model.send_viber_campaign_response import SendViberCampaignResponse as SendViberCampaignResponse
    from smscx_client.model.send_viber_message_request import SendViberMessageRequest as SendViberMessageRequest
    from smscx_client.model.send_viber_message_request_estimate import (
        SendViberMessageRequestEstimate as SendViberMessageRequestEstimate,
    )
    from smscx_client.model.send_viber_message_response import SendViberMessageResponse as SendViberMessageResponse
    from smscx_client.model.send_whatsapp_message_request import (
        SendWhatsappMessageRequest as SendWhatsappMessageRequest,
    )
    from smscx_client.model.send_whatsapp_message_request_estimate import (
        SendWhatsappMessageRequestEstimate as SendWhatsappMessageRequestEstimate,
    )
    from smscx_client.model.send_whatsapp_message_response import (
        SendWhatsappMessageResponse as SendWhatsappMessageResponse,
    )
    from smscx_client.model.settings import Settings as Settings
    from smscx_client.model.shortlink_delete_response import ShortlinkDeleteResponse as ShortlinkDeleteResponse
    from smscx_client.model.shortlink_details_response import ShortlinkDetailsResponse as ShortlinkDetailsResponse
    from smscx_client.model.shortlink_new_request import ShortlinkNewRequest as ShortlinkNewRequest
    from smscx_client.model.shortlink_new_response import ShortlinkNewResponse as ShortlinkNewResponse
    from smscx_client.model.shortlink_update_request import ShortlinkUpdateRequest as ShortlinkUpdateRequest
    from smscx_client.model.shortlink_update_response import ShortlinkUpdateResponse as ShortlinkUpdateResponse
    from smscx_client.model.shortlinks import Shortlinks as Shortlinks
    from smscx_client.model.shortlinks_list_response import ShortlinksListResponse as ShortlinksListResponse
    from smscx_client.model.sms import Sms as Sms
    from smscx_client.model.status import Status as Status
    from smscx_client.model.strategy import Strategy as Strategy
    from smscx_client.model.template_details_response import TemplateDetailsResponse as TemplateDetailsResponse
    from smscx_client.model.templates_delete_response import TemplatesDeleteResponse as TemplatesDeleteResponse
    from smscx_client.model.templates_list_response import TemplatesListResponse as TemplatesListResponse
    from smscx_client.model.templates_new_request import TemplatesNewRequest as TemplatesNewRequest
    from smscx_client.model.templates_new_response import TemplatesNewResponse as TemplatesNewResponse
    from smscx_client.model.templates_update_request import TemplatesUpdateRequest as TemplatesUpdateRequest
    from smscx_client.model.templates_update_response import TemplatesUpdateResponse as TemplatesUpdateResponse
    from smscx_client.model.text import Text as Text
    from smscx_client.model.text_analysis import TextAnalysis as TextAnalysis
    from smscx_client.model.transliteration import Transliteration as Transliteration
    from smscx_client.model.transliteration_analysis import TransliterationAnalysis as TransliterationAnalysis
    from smscx_client.model.transliteration_app_settings import TransliterationAppSettings as TransliterationAppSettings
    from smscx_client.model.two_way import TwoWay as TwoWay
    from smscx_client.model.update_number_request import UpdateNumberRequest as UpdateNumberRequest
    from smscx_client.model.update_number_response import UpdateNumberResponse as UpdateNumberResponse
    from smscx_client.model.verify_pin_request import VerifyPinRequest as VerifyPinRequest
    from smscx_client.model.verify_pin_response import VerifyPinResponse as VerifyPinResponse
    from smscx_client.model.viber import Viber as Viber
    from smscx_client.model.viber_whatsapp_pricing import ViberWhatsappPricing as ViberWhatsappPricing
    from smscx_client.model.whatsapp import Whatsapp as Whatsapp

_MODULES = {
    "Accepted": "accepted",
    "AccountBalance": "account_balance",
    "AddContactsToGroup400Response": "add_contacts_to_group400_response",
    "AddContactsToGroupRequest": "add_contacts_to_group_request",
    "AddContactsToGroupResponse": "add_contacts_to_group_response",
    "AddContactsToGroupWithFieldsRequest": "add_contacts_to_group_with_fields_request",
    "Alerts": "alerts",
    "ApplicationSettingsResponse": "application_settings_response",
    "ApplicationsListResponse": "applications_list_response",
    "AttachmentDeleteResponse": "attachment_delete_response",
    "AttachmentDetailsResponse": "attachment_details_response",
    "AttachmentListResponse": "attachment_list_response",
    "Attachments": "attachments",
    "BulkLookupCampaignsResponse": "bulk_lookup_campaigns_response",
    "CallBackRequestAttachmentHit": "call_back_request_attachment_hit",
    "CallBackRequestDlrUpdate": "call_back_request_dlr_update",
    "CallBackRequestNewOptout": "call_back_request_new_optout",
    "CallBackRequestNumberLookup": "call_back_request_number_lookup",
    "CallBackRequestOtpUpdate": "call_back_request_otp_update",
    "CallBackRequestReceiveSms": "call_back_request_receive_sms",
    "CallBackRequestShortlinkHit": "call_back_request_shortlink_hit",
    "CallbackEventTypes": "callback_event_types",
    "Campaigns": "campaigns",
    "CancelOtpResponse": "cancel_otp_response",
    "CancelRentResponse": "cancel_rent_response",
    "ChannelsStatus": "channels_status",
    "CharactersReplaced": "characters_replaced",
    "ConversationDetailsResponse": "conversation_details_response",
    "ConversationReadResponse": "conversation_read_response",
    "ConversationReplySmsRequest": "conversation_reply_sms_request",
    "ConversationReplySmsResponse": "conversation_reply_sms_response",
    "ConversationReplyViberRequest": "conversation_reply_viber_request",
    "ConversationReplyViberRespone": "conversation_reply_viber_respone",
    "ConversationReplyWhatsappRequest": "conversation_reply_whatsapp_request",
    "ConversationReplyWhatsappResponse": "conversation_reply_whatsapp_response",
    "ConversationsListResponse": "conversations_list_response",
    "CountryPriceObj": "country_price_obj",
    "CountryPriceObj1": "country_price_obj1",
    "CustomFields": "custom_fields",
    "CustomFieldsObj": "custom_fields_obj",
    "DataApplicationsList": "data_applications_list",
    "DataAttachment": "data_attachment",
    "DataAvailableNumbersRent": "data_available_numbers_rent",
    "DataConversation": "data_conversation",
    "DataConversationReply": "data_conversation_reply",
    "DataConversations": "data_conversations",
    "DataDlrUpdate": "data_dlr_update",
    "DataGroups": "data_groups",
    "DataGroupsDetails": "data_groups_details",
    "DataLookupCampaigns": "data_lookup_campaigns",
    "DataMultichannel": "data_multichannel",
    "DataNewOptout": "data_new_optout",
    "DataNumberLookup": "data_number_lookup",
    "DataNumberLookupWebhook": "data_number_lookup_webhook",
    "DataNumberValidate": "data_number_validate",
    "DataNumbersLookup": "data_numbers_lookup",
    "DataNumbersValidate": "data_numbers_validate",
    "DataOptouts": "data_optouts",
    "DataOriginatorsList": "data_originators_list",
    "DataOtp": "data_otp",
    "DataReceiveSms": "data_receive_sms",
    "DataRentedNumbers": "data_rented_numbers",
    "DataReportCampaign": "data_report_campaign",
    "DataReports": "data_reports",
    "DataReportsCampaigns": "data_reports_campaigns",
    "DataShortlinkDetail": "data_shortlink_detail",
    "DataShortlinkHit": "data_shortlink_hit",
    "DataShortlinkList": "data_shortlink_list",
    "DataSms": "data_sms",
    "DataSummary": "data_summary",
    "DataSummaryDelivery": "data_summary_delivery",
    "DataTemplate": "data_template",
    "DataTemplatesList": "data_templates_list",
    "DataViber": "data_viber",
    "DataWhatsapp": "data_whatsapp",
    "DeleteContact": "delete_contact",
    "DeleteGroup": "delete_group",
    "DeleteScheduledCampaign": "delete_scheduled_campaign",
    "DeleteScheduledMsg": "delete_scheduled_msg",
    "Delivered": "delivered",
    "EditRentRequest": "edit_rent_request",
    "EditRentResponse": "edit_rent_response",
    "Error": "error",
    "Failed": "failed",
    "GetChannelPricing200Response": "get_channel_pricing200_response",
    "GetInboundSMSResponse": "get_inbound_sms_response",
    "GetRentStatusResponse": "get_rent_status_response",
    "GetSummaryReports200Response": "get_summary_reports200_response",
    "Group": "group",
    "GroupAdd": "group_add",
    "GroupAddCustomFields": "group_add_custom_fields",
    "GroupDetailsResponse": "group_details_response",
    "GroupResponse": "group_response",
    "GroupsList": "groups_list",
    "InboundSms": "inbound_sms",
    "Info": "info",
    "InfoAttachment": "info_attachment",
    "InfoCampaign": "info_campaign",
    "InfoCancelRent": "info_cancel_rent",
    "InfoConversation": "info_conversation",
    "InfoConversationReply": "info_conversation_reply",
    "InfoDeleteGroup": "info_delete_group",
    "InfoDeleteScheduledCampaign": "info_delete_scheduled_campaign",
    "InfoDeleteScheduledMsg": "info_delete_scheduled_msg",
    "InfoEditRent": "info_edit_rent",
    "InfoGroup": "info_group",
    "InfoGroups": "info_groups",
    "InfoGroupsAddContactsResponse": "info_groups_add_contacts_response",
    "InfoGroupsContactDeleted": "info_groups_contact_deleted",
    "InfoId": "info_id",
    "InfoInboundSms": "info_inbound_sms",
    "InfoLookupDetails": "info_lookup_details",
    "InfoMultichannel": "info_multichannel",
    "InfoMultichannelCampaign": "info_multichannel_campaign",
    "InfoNewGroup": "info_new_group",
    "InfoNumbersLookup": "info_numbers_lookup",
    "InfoNumbersValidate": "info_numbers_validate",
    "InfoOptout": "info_optout",
    "InfoOptouts": "info_optouts",
    "InfoOptoutsNew": "info_optouts_new",
    "InfoOriginator": "info_originator",
    "InfoOtp": "info_otp",
    "InfoPhoneNumberUpdate": "info_phone_number_update",
    "InfoRenewNumber": "info_renew_number",
    "InfoRentNumber": "info_rent_number",
    "InfoRentStatus": "info_rent_status",
    "InfoReportCampaign": "info_report_campaign",
    "InfoReports": "info_reports",
    "InfoReportsCampaigns": "info_reports_campaigns",
    "InfoShortlinkDetail": "info_shortlink_detail",
    "InfoShortlinkNew": "info_shortlink_new",
    "InfoTemplate": "info_template",
    "InfoTemplateUpdate": "info_template_update",
    "InfoViber": "info_viber",
    "InfoViberCampaign": "info_viber_campaign",
    "InfoWhatsapp": "info_whatsapp",
    "Lookup": "lookup",
    "Model400InvalidParam": "model400_invalid_param",
    "Model400InvalidParamGroups": "model400_invalid_param_groups",
    "Model400InvalidPhoneNumbers": "model400_invalid_phone_numbers",
    "Model401InvalidClient": "model401_invalid_client",
    "Model401Unauthorized": "model401_unauthorized",
    "Model403InsufficientScope": "model403_insufficient_scope",
    "Model403NoCoverage": "model403_no_coverage",
    "Model404NotFound": "model404_not_found",
    "Model405MethodNotAllowed": "model405_method_not_allowed",
    "Model429TooManyRequests": "model429_too_many_requests",
    "Model500ServerError": "model500_server_error",
    "Multichannel": "multichannel",
    "NetworkOperator": "network_operator",
    "NewGroupRequest": "new_group_request",
    "NewGroupResponse": "new_group_response",
    "NewOtpRequest": "new_otp_request",
    "NewOtpResponse": "new_otp_response",
    "NoCoverage": "no_coverage",
    "NumberLookupResponse": "number_lookup_response",
    "NumberValidateResponse": "number_validate_response",
    "NumbersBulkLookupResult": "numbers_bulk_lookup_result",
    "NumbersLookupRequest": "numbers_lookup_request",
    "NumbersLookupResponse": "numbers_lookup_response",
    "NumbersValidateRequest": "numbers_validate_request",
    "NumbersValidateResponse": "numbers_validate_response",
    "OauthTokenResponse": "oauth_token_response",
    "Optouts": "optouts",
    "OptoutsDeleteResponse": "optouts_delete_response",
    "OptoutsListResponse": "optouts_list_response",
    "OptoutsNewRequest": "optouts_new_request",
    "OptoutsNewResponse": "optouts_new_response",
    "OriginalNetwork": "original_network",
    "OriginalText": "original_text",
    "OriginatorNewRequest": "originator_new_request",
    "OriginatorNewResponse": "originator_new_response",
    "OriginatorsListResponse": "originators_list_response",
    "Otp": "otp",
    "OutboundSms": "outbound_sms",
    "Paging": "paging",
    "PhoneNumbersByCountry": "phone_numbers_by_country",
    "PortedNetwork": "ported_network",
    "PricingSmsResponse": "pricing_sms_response",
    "PricingViberWhatsappResponse": "pricing_viber_whatsapp_response",
    "QuietHours": "quiet_hours",
    "RenewCost": "renew_cost",
    "RenewNumberResponse": "renew_number_response",
    "RenewRentRequest": "renew_rent_request",
    "RentCost": "rent_cost",
    "RentNumberRequest": "rent_number_request",
    "RentNumberResponse": "rent_number_response",
    "RentNumbersResponse": "rent_numbers_response",
    "RentalCost": "rental_cost",
    "RentedNumbersResponse": "rented_numbers_response",
    "ReplacedText": "replaced_text",
    "ReportSingleResponse": "report_single_response",
    "ReportsAdvancedResponse": "reports_advanced_response",
    "ReportsCampaignResponse": "reports_campaign_response",
    "ReportsCampaignsRespone": "reports_campaigns_respone",
    "ReportsSummaryChannelResponse": "reports_summary_channel_response",
    "ReportsSummaryChannelResponseDataValue": "reports_summary_channel_response_data_value",
    "ReportsSummaryCountryResponse": "reports_summary_country_response",
    "ReportsSummaryCountryResponseDataValue": "reports_summary_country_response_data_value",
    "ReportsSummaryDeliveryResponse": "reports_summary_delivery_response",
    "ReportsSummaryDeliveryResponseDataValue": "reports_summary_delivery_response_data_value",
    "ReportsSummarySourceResponse": "reports_summary_source_response",
    "ReportsSummarySourceResponseDataValue": "reports_summary_source_response_data_value",
    "ReportsSummaryTrafficResponse": "reports_summary_traffic_response",
    "ReportsSummaryTrafficResponseDataValue": "reports_summary_traffic_response_data_value",
    "RichMedia": "rich_media",
    "RoamingNetwork": "roaming_network",
    "Scheduled": "scheduled",
    "SendMultichannelCampaignRequest": "send_multichannel_campaign_request",
    "SendMultichannelCampaignRequestEstimate": "send_multichannel_campaign_request_estimate",
    "SendMultichannelCampaignResponse": "send_multichannel_campaign_response",
    "SendMultichannelMessageRequest": "send_multichannel_message_request",
    "SendMultichannelMessageRequestEstimate": "send_multichannel_message_request_estimate",
    "SendMultichannelMessageResponse": "send_multichannel_message_response",
    "SendSmsCampaignRequest": "send_sms_campaign_request",
    "SendSmsCampaignRequestEstimate": "send_sms_campaign_request_estimate",
    "SendSmsCampaignResponse": "send_sms_campaign_response",
    "SendSmsMessageRequest": "send_sms_message_request",
    "SendSmsMessageResponse": "send_sms_message_response",
    "SendSmsRequestEstimate": "send_sms_request_estimate",
    "SendViberCampaignRequest": "send_viber_campaign_request",
    "SendViberCampaignRequestEstimate": "send_viber_campaign_request_estimate",
    "SendViberCampaignResponse": "send_viber_campaign_response",
    "SendViberMessageRequest": "send_viber_message_request",
    "SendViberMessageRequestEstimate": "send_viber_message_request_estimate",
    "SendViberMessageResponse": "send_viber_message_response",
    "SendWhatsappMessageRequest": "send_whatsapp_message_request",
    "SendWhatsappMessageRequestEstimate": "send_whatsapp_message_request_estimate",
    "SendWhatsappMessageResponse": "send_whatsapp_message_response",
    "Settings": "settings",
    "ShortlinkDeleteResponse": "shortlink_delete_response",
    "ShortlinkDetailsResponse": "shortlink_details_response",
    "ShortlinkNewRequest": "shortlink_new_request",
    "ShortlinkNewResponse": "shortlink_new_response",
    "ShortlinkUpdateRequest": "shortlink_update_request",
    "ShortlinkUpdateResponse": "shortlink_update_response",
    "Shortlinks": "shortlinks",
    "ShortlinksListResponse": "shortlinks_list_response",
    "Sms": "sms",
    "Status": "status",
    "Strategy": "strategy",
    "TemplateDetailsResponse": "template_details_response",
    "TemplatesDeleteResponse": "templates_delete_response",
    "TemplatesListResponse": "templates_list_response",
    "TemplatesNewRequest": "templates_new_request",
    "TemplatesNewResponse": "templates_new_response",
    "TemplatesUpdateRequest": "templates_update_request",
    "TemplatesUpdateResponse": "templates_update_response",
    "Text": "text",
    "TextAnalysis": "text_analysis",
    "Transliteration": "transliteration",
    "TransliterationAnalysis": "transliteration_analysis",
    "TransliterationAppSettings": "transliteration_app_settings",
    "TwoWay": "two_way",
    "UpdateNumberRequest": "update_number_request",
    "UpdateNumberResponse": "update_number_response",
    "VerifyPinRequest": "verify_pin_request",
    "VerifyPinResponse": "verify_pin_response",
    "Viber": "viber",
    "ViberWhatsappPricing": "viber_whatsapp_pricing",
    "Whatsapp": "whatsapp",
}

__all__ = list(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    try:
        module = import_module(f"smscx_client.model.{_MODULES[name]}")
    except KeyError:
        raise AttributeError(f"smscx_client.models has no model {name!r}") from None
    found = globals()[name] = getattr(module, name)
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
