# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.attachments import Attachments
    from smscx_client.model.lookup import Lookup
    from smscx_client.model.multichannel import Multichannel
    from smscx_client.model.optouts import Optouts
    from smscx_client.model.otp import Otp
    from smscx_client.model.shortlinks import Shortlinks
    from smscx_client.model.sms import Sms
    from smscx_client.model.viber import Viber
    from smscx_client.model.whatsapp import Whatsapp


class Settings(Model):
    """A part of ``ApplicationSettingsResponse``.

    :param sms: SMS settings of the application. Required.
    :param viber: Viber settings of the application. Required.
    :param whatsapp: WhatsApp settings of the application. Required.
    :param multichannel: Multichannel settings of the application. Required.
    :param shortlinks: Short link settings of the application. Required.
    :param attachments: Attachment settings of the application. Required.
    :param optouts: Opt-out settings of the application. Required.
    :param lookup: Number lookup settings of the application. Required.
    :param otp: OTP settings of the application. Required.
    """

    sms: Sms = field("sms", type="sms.Sms", required=True)
    """SMS settings of the application."""
    viber: Viber = field("viber", type="viber.Viber", required=True)
    """Viber settings of the application."""
    whatsapp: Whatsapp = field("whatsapp", type="whatsapp.Whatsapp", required=True)
    """WhatsApp settings of the application."""
    multichannel: Multichannel = field("multichannel", type="multichannel.Multichannel", required=True)
    """Multichannel settings of the application."""
    shortlinks: Shortlinks = field("shortlinks", type="shortlinks.Shortlinks", required=True)
    """Short link settings of the application."""
    attachments: Attachments = field("attachments", type="attachments.Attachments", required=True)
    """Attachment settings of the application."""
    optouts: Optouts = field("optouts", type="optouts.Optouts", required=True)
    """Opt-out settings of the application."""
    lookup: Lookup = field("lookup", type="lookup.Lookup", required=True)
    """Number lookup settings of the application."""
    otp: Otp = field("otp", type="otp.Otp", required=True)
    """OTP settings of the application."""
