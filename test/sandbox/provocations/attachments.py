"""Attachments."""

from __future__ import annotations

from test.sandbox.provocations import Provocation, of

_UNKNOWN = {1420: Provocation(parameters={"attachmentId": "nowhere"})}

PROVOCATIONS = {
    **of("get_attachment_hits", _UNKNOWN),
    **of("delete_attachment", _UNKNOWN),
    **of("export_attachment_hits_to_csv", _UNKNOWN),
    **of("export_attachment_hits_to_xlsx", _UNKNOWN),
}
