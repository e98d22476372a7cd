"""Conversations and replies."""

from __future__ import annotations

from test.sandbox.provocations import UNKNOWN_ID, Provocation, account, of

_DAY_AND_A_SECOND = (("POST", "/_sandbox/clock", {"advance": 24 * 3600 + 1}),)

UNKNOWN = {1180: Provocation(parameters={"conversationId": UNKNOWN_ID})}
REPLY = {
    **UNKNOWN,
    1113: Provocation(before=account(balance=0)),
    1114: Provocation(before=account(billing="postpaid", balance=-10, creditLine=10)),
    1111: Provocation({"idempotencyId": "1234"}),
    1801: Provocation({"text": ""}),
    1802: Provocation({"text": ["Hi"]}),
}
TOO_LONG = {1811: Provocation({"text": "x" * 1001})}

PROVOCATIONS = {
    **of("get_conversation", UNKNOWN),
    **of("mark_conversation_as_read", UNKNOWN),
    **of("send_conversation_reply_sms", REPLY),
    **of("send_conversation_reply_viber", {**REPLY, **TOO_LONG, 1181: Provocation(before=_DAY_AND_A_SECOND)}),
    **of("send_conversation_reply_whatsapp", {**REPLY, **TOO_LONG, 1182: Provocation(before=_DAY_AND_A_SECOND)}),
}
