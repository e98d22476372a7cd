# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class TextAnalysis(Model):
    """A part of ``DataConversationReply``, ``DataReportCampaign``, ``DataReports`` and others.

    :param length: How many characters the whole message contains. Example: ``52``. Required.
    :param unicode: Whether at least one character falls outside the GSM-7 set, in which case it is ``True``. Required.
    :param parts: Number of parts that the message takes up. At least 1. Example: ``1``. Required.
    """

    length: int = field("length", type=int, required=True)
    """How many characters the whole message contains. Example: ``52``."""
    unicode: bool = field("unicode", type=bool, required=True)
    """Whether at least one character falls outside the GSM-7 set, in which case it is ``True``."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up. At least 1. Example: ``1``."""
