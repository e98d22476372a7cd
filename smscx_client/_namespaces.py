# Generated from openapi/ by `python -m codegen`; change it there.
"""The namespaces of a client: ``client.sms``, ``client.otp`` and the others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smscx_client.api.account_api import AccountApi
    from smscx_client.api.applications_api import ApplicationsApi
    from smscx_client.api.attachments_api import AttachmentsApi
    from smscx_client.api.conversations_api import ConversationsApi
    from smscx_client.api.groups_api import GroupsApi
    from smscx_client.api.multichannel_api import MultichannelApi
    from smscx_client.api.numbers_api import NumbersApi
    from smscx_client.api.oauth_api import OauthApi
    from smscx_client.api.optouts_api import OptoutsApi
    from smscx_client.api.originators_api import OriginatorsApi
    from smscx_client.api.otp_api import OtpApi
    from smscx_client.api.reports_api import ReportsApi
    from smscx_client.api.shortlinks_api import ShortlinksApi
    from smscx_client.api.sms_api import SmsApi
    from smscx_client.api.templates_api import TemplatesApi
    from smscx_client.api.viber_api import ViberApi
    from smscx_client.api.whatsapp_api import WhatsappApi
    from smscx_client.api_client import ApiClient

__all__ = ["METHODS", "Namespaces"]


class Namespaces:
    """One API class for each resource, made on first use."""

    api_client: ApiClient

    @cached_property
    def account(self) -> AccountApi:
        """The Account part of the API."""
        from smscx_client.api.account_api import AccountApi

        return AccountApi(self.api_client)

    @cached_property
    def applications(self) -> ApplicationsApi:
        """The Applications part of the API."""
        from smscx_client.api.applications_api import ApplicationsApi

        return ApplicationsApi(self.api_client)

    @cached_property
    def attachments(self) -> AttachmentsApi:
        """The Attachments part of the API."""
        from smscx_client.api.attachments_api import AttachmentsApi

        return AttachmentsApi(self.api_client)

    @cached_property
    def conversations(self) -> ConversationsApi:
        """The Conversations part of the API."""
        from smscx_client.api.conversations_api import ConversationsApi

        return ConversationsApi(self.api_client)

    @cached_property
    def groups(self) -> GroupsApi:
        """The Groups part of the API."""
        from smscx_client.api.groups_api import GroupsApi

        return GroupsApi(self.api_client)

    @cached_property
    def multichannel(self) -> MultichannelApi:
        """The Multichannel part of the API."""
        from smscx_client.api.multichannel_api import MultichannelApi

        return MultichannelApi(self.api_client)

    @cached_property
    def numbers(self) -> NumbersApi:
        """The Numbers part of the API."""
        from smscx_client.api.numbers_api import NumbersApi

        return NumbersApi(self.api_client)

    @cached_property
    def oauth(self) -> OauthApi:
        """The OAuth part of the API."""
        from smscx_client.api.oauth_api import OauthApi

        return OauthApi(self.api_client)

    @cached_property
    def optouts(self) -> OptoutsApi:
        """The Optouts part of the API."""
        from smscx_client.api.optouts_api import OptoutsApi

        return OptoutsApi(self.api_client)

    @cached_property
    def originators(self) -> OriginatorsApi:
        """The Originators part of the API."""
        from smscx_client.api.originators_api import OriginatorsApi

        return OriginatorsApi(self.api_client)

    @cached_property
    def otp(self) -> OtpApi:
        """The OTP part of the API."""
        from smscx_client.api.otp_api import OtpApi

        return OtpApi(self.api_client)

    @cached_property
    def reports(self) -> ReportsApi:
        """The Reports part of the API."""
        from smscx_client.api.reports_api import ReportsApi

        return ReportsApi(self.api_client)

    @cached_property
    def shortlinks(self) -> ShortlinksApi:
        """The Shortlinks part of the API."""
        from smscx_client.api.shortlinks_api import ShortlinksApi

        return ShortlinksApi(self.api_client)

    @cached_property
    def sms(self) -> SmsApi:
        """The SMS part of the API."""
        from smscx_client.api.sms_api import SmsApi

        return SmsApi(self.api_client)

    @cached_property
    def templates(self) -> TemplatesApi:
        """The Templates part of the API."""
        from smscx_client.api.templates_api import TemplatesApi

        return TemplatesApi(self.api_client)

    @cached_property
    def viber(self) -> ViberApi:
        """The Viber part of the API."""
        from smscx_client.api.viber_api import ViberApi

        return ViberApi(self.api_client)

    @cached_property
    def whatsapp(self) -> WhatsappApi:
        """The WhatsApp part of the API."""
        from smscx_client.api.whatsapp_api import WhatsappApi

        return WhatsappApi(self.api_client)


#: The namespace of each method.
METHODS = {
    "get_account_balance": "account",
    "get_channel_pricing": "account",
    "get_channel_pricing_by_country_iso": "account",
    "get_channels_status": "account",
    "get_application_settings": "applications",
    "get_applications_list": "applications",
    "get_scopes": "applications",
    "get_attachment_hits": "attachments",
    "delete_attachment": "attachments",
    "export_attachment_hits_to_csv": "attachments",
    "export_attachment_hits_to_xlsx": "attachments",
    "get_attachments_list": "attachments",
    "get_conversation": "conversations",
    "get_converstions_list": "conversations",
    "get_conversations_list": "conversations",
    "mark_conversation_as_read": "conversations",
    "send_conversation_reply_sms": "conversations",
    "send_conversation_reply_viber": "conversations",
    "send_conversation_reply_whatsapp": "conversations",
    "get_group_details": "groups",
    "add_contacts_to_group": "groups",
    "add_contacts_to_group_with_fields": "groups",
    "delete_group": "groups",
    "get_groups_list": "groups",
    "create_group": "groups",
    "update_contact_from_group": "groups",
    "delete_contact_from_group": "groups",
    "empty_group": "groups",
    "export_group_to_csv": "groups",
    "export_group_to_xlsx": "groups",
    "delete_scheduled_multichannel_campaign": "multichannel",
    "delete_scheduled_multichannel_message": "multichannel",
    "estimate_multichannel_campaign": "multichannel",
    "estimate_multichannel_message": "multichannel",
    "send_multichannel_campaign": "multichannel",
    "send_multichannel_message": "multichannel",
    "get_rent_status": "numbers",
    "renew_rent": "numbers",
    "cancel_rent": "numbers",
    "edit_rent_settings": "numbers",
    "export_number_lookup_report_to_csv": "numbers",
    "export_number_lookup_report_to_xlsx": "numbers",
    "get_available_numbers": "numbers",
    "get_bulk_lookup_campaigns": "numbers",
    "lookup_numbers": "numbers",
    "get_bulk_lookup_status": "numbers",
    "get_inbound_sms": "numbers",
    "get_rented_numbers": "numbers",
    "rent_number": "numbers",
    "get_single_lookup_status": "numbers",
    "lookup_number": "numbers",
    "validate_number": "numbers",
    "validate_numbers": "numbers",
    "get_access_token": "oauth",
    "get_optouts_list": "optouts",
    "add_contact_to_optouts_list": "optouts",
    "delete_contact_from_optouts_list": "optouts",
    "export_optouts_to_csv": "optouts",
    "export_optouts_to_xlsx": "optouts",
    "get_originators_list": "originators",
    "create_originator": "originators",
    "delete_originator": "originators",
    "get_otp_status": "otp",
    "verify_otp": "otp",
    "cancel_otp": "otp",
    "new_otp": "otp",
    "export_advanced_report_to_csv": "reports",
    "export_advanced_report_to_xlsx": "reports",
    "export_campaign_report_to_csv": "reports",
    "export_campaign_report_to_xlsx": "reports",
    "get_advanced_report": "reports",
    "get_campaign_report": "reports",
    "get_campaigns_list": "reports",
    "get_single_report": "reports",
    "get_summary_reports": "reports",
    "get_shortlinks_list": "shortlinks",
    "create_shortlink": "shortlinks",
    "get_shortlink_hits": "shortlinks",
    "update_shortlink": "shortlinks",
    "delete_shortlink": "shortlinks",
    "export_shortlink_hits_to_csv": "shortlinks",
    "export_shortlink_hits_to_xlsx": "shortlinks",
    "delete_scheduled_sms": "sms",
    "delete_scheduled_sms_campaign": "sms",
    "estimate_sms": "sms",
    "estimate_sms_campaign": "sms",
    "send_sms": "sms",
    "send_sms_campaign": "sms",
    "get_templates_list": "templates",
    "create_template": "templates",
    "get_template": "templates",
    "update_template": "templates",
    "delete_template": "templates",
    "delete_scheduled_viber_campaign": "viber",
    "delete_scheduled_viber_message": "viber",
    "estimate_viber_campaign": "viber",
    "estimate_viber_message": "viber",
    "send_viber_campaign": "viber",
    "send_viber_message": "viber",
    "delete_scheduled_whatsapp_message": "whatsapp",
    "estimate_whatsapp_message": "whatsapp",
    "send_whatsapp_message": "whatsapp",
}
