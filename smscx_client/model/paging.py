# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Paging(Model):
    """A part of ``AttachmentDetailsResponse``, ``BulkLookupCampaignsResponse``, ``GetInboundSMSResponse`` and others.

    :param next: Cursor that fetches the following page; may be ``None``. Required.
    :param previous: Cursor that fetches the preceding page; may be ``None``. Required.
    :param size: Maximum number of items in a page of results. 0 to 500. Default: ``500``. Example: ``100``.
    """

    next: str | None = field("next", required=True, nullable=True)
    """Cursor that fetches the following page; may be ``None``."""
    previous: str | None = field("previous", required=True, nullable=True)
    """Cursor that fetches the preceding page; may be ``None``."""
    size: int | None = field("size", type=int, default=None, kw_only=True, minimum=0, maximum=500)
    """Maximum number of items in a page of results. 0 to 500. Default: ``500``. Example: ``100``."""
