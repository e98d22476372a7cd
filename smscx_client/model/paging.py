# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class Paging(Model):
    """A part of ``AttachmentDetailsResponse``, ``BulkLookupCampaignsResponse``, ``GetInboundSMSResponse`` and
    others."""

    next: str | None = field("next", required=True, nullable=True)
    """Cursor that fetches the following page; may be null."""
    previous: str | None = field("previous", required=True, nullable=True)
    """Cursor that fetches the preceding page; may be null."""
    size: int | None = field("size", type=int, default=None, kw_only=True, minimum=0, maximum=500)
    """Maximum number of items in a page of results."""
