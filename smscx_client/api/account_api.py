# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.account_balance import AccountBalance
    from smscx_client.model.channels_status import ChannelsStatus
    from smscx_client.model.pricing_sms_response import PricingSmsResponse
    from smscx_client.model.pricing_viber_whatsapp_response import PricingViberWhatsappResponse


__all__ = ["AccountApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_ACCOUNT_BALANCE = Operation(
    "get_account_balance",
    "GET",
    "/account/balance",
    returns="account_balance.AccountBalance",
    repeat="safe",
)
_GET_CHANNEL_PRICING = Operation(
    "get_channel_pricing",
    "GET",
    "/account/pricing/{channel}/{trafficType}",
    parameters={
        "channel": field("channel", required=True, enum=("sms", "viber", "whatsapp")),
        "traffic_type": field("trafficType", required=True, enum=("transactional", "promotional", "2way")),
    },
    returns="get_channel_pricing200_response.GetChannelPricing200Response",
    repeat="safe",
    forms=(
        "channel",
        {
            "sms": "pricing_sms_response.PricingSmsResponse",
            "viber": "pricing_viber_whatsapp_response.PricingViberWhatsappResponse",
            "whatsapp": "pricing_viber_whatsapp_response.PricingViberWhatsappResponse",
        },
    ),
)
_GET_CHANNEL_PRICING_BY_COUNTRY_ISO = Operation(
    "get_channel_pricing_by_country_iso",
    "GET",
    "/account/pricing/{channel}/{trafficType}/{countryIso}",
    parameters={
        "channel": field("channel", required=True, enum=("sms", "viber", "whatsapp")),
        "traffic_type": field("trafficType", required=True, enum=("transactional", "promotional", "2way")),
        "country_iso": field("countryIso", required=True, min_length=2, max_length=2, format="country"),
    },
    returns="get_channel_pricing200_response.GetChannelPricing200Response",
    repeat="safe",
    forms=(
        "channel",
        {
            "sms": "pricing_sms_response.PricingSmsResponse",
            "viber": "pricing_viber_whatsapp_response.PricingViberWhatsappResponse",
            "whatsapp": "pricing_viber_whatsapp_response.PricingViberWhatsappResponse",
        },
    ),
)
_GET_CHANNELS_STATUS = Operation(
    "get_channels_status",
    "GET",
    "/account/channels/status",
    returns="channels_status.ChannelsStatus",
    repeat="safe",
)


class AccountApi(Api):
    """The Account part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_account_balance(self, **options: Unpack[RequestOptions]) -> AccountBalance:
        """Show the account's balance, currency and billing mode.

        Reports the credit left on the account, the currency it is held in (``eur`` or ``usd``) and the billing mode,
        which is ``prepaid`` or ``postpaid``. The call takes no parameters.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /account/balance``
        """
        return self._call(_GET_ACCOUNT_BALANCE, options)

    @overload
    def get_channel_pricing(
        self,
        channel: Literal["sms"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        **options: Unpack[RequestOptions],
    ) -> PricingSmsResponse: ...

    @overload
    def get_channel_pricing(
        self,
        channel: Literal["viber", "whatsapp"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        **options: Unpack[RequestOptions],
    ) -> PricingViberWhatsappResponse: ...

    def get_channel_pricing(
        self,
        channel: Literal["sms", "viber", "whatsapp"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        **options: Unpack[RequestOptions],
    ) -> PricingSmsResponse | PricingViberWhatsappResponse:
        """Fetch the complete price list of a channel.

        Returns every price of one channel (``sms``, ``viber`` or ``whatsapp``) for the chosen traffic type
        (``transactional``, ``promotional`` or ``2way``), keyed by country code. An SMS country entry lists a price per
        network operator. A Viber or WhatsApp entry has two prices: ``TRANSACTIONAL`` (text only) and ``PROMOTIONAL``
        (text with rich media).

        :param channel: Messaging channel to return prices for. One of ``sms``, ``viber``, ``whatsapp``.
        :param traffic_type: Kind of traffic the returned prices apply to. One of ``transactional``, ``promotional``,
            ``2way``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1521).
        :raises NoCoverageException: no_coverage (1523).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /account/pricing/{channel}/{trafficType}``
        """
        return self._call(_GET_CHANNEL_PRICING, options, channel=channel, traffic_type=traffic_type)

    @overload
    def get_channel_pricing_by_country_iso(
        self,
        channel: Literal["sms"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        country_iso: str,
        **options: Unpack[RequestOptions],
    ) -> PricingSmsResponse: ...

    @overload
    def get_channel_pricing_by_country_iso(
        self,
        channel: Literal["viber", "whatsapp"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        country_iso: str,
        **options: Unpack[RequestOptions],
    ) -> PricingViberWhatsappResponse: ...

    def get_channel_pricing_by_country_iso(
        self,
        channel: Literal["sms", "viber", "whatsapp"],
        traffic_type: Literal["transactional", "promotional", "2way"],
        country_iso: str,
        **options: Unpack[RequestOptions],
    ) -> PricingSmsResponse | PricingViberWhatsappResponse:
        """Fetch a channel's prices for a single country.

        Returns the price list of a channel and traffic type for one country, given by its two-letter ISO code. The
        response has the same shape as the full price list: per network operator for SMS, ``TRANSACTIONAL`` and
        ``PROMOTIONAL`` prices for Viber and WhatsApp. A country without coverage causes a ``no_coverage`` error.

        :param channel: Messaging channel to return prices for. One of ``sms``, ``viber``, ``whatsapp``.
        :param traffic_type: Kind of traffic the returned prices apply to. One of ``transactional``, ``promotional``,
            ``2way``.
        :param country_iso: Country to return results for, as a two-letter ISO 3166-1 alpha-2 code. 2 characters; an ISO
            3166-1 alpha-2 code. Example: ``"NL"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1521, 1522).
        :raises NoCoverageException: no_coverage (1523).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /account/pricing/{channel}/{trafficType}/{countryIso}``
        """
        return self._call(
            _GET_CHANNEL_PRICING_BY_COUNTRY_ISO,
            options,
            channel=channel,
            traffic_type=traffic_type,
            country_iso=country_iso,
        )

    def get_channels_status(self, **options: Unpack[RequestOptions]) -> ChannelsStatus:
        """Show which sending channels are active.

        Returns one boolean per channel (``sms``, ``viber``, ``whatsapp``, ``multichannel``): ``True`` when the account
        can use it, ``False`` when it is not active.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /account/channels/status``
        """
        return self._call(_GET_CHANNELS_STATUS, options)
