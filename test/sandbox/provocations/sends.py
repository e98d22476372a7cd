"""SMS, Viber, WhatsApp and multichannel: sends, estimates and scheduled deletes."""

from __future__ import annotations

from typing import Any

from test.sandbox.provocations import SPEC, UNKNOWN_ID, Key, Provocation, account, of

_ANNA = "+31612469333"
_CUBAN = "+5351234567"
_HALF_THE_CROWD = [[f"+31612{number:06d}" for number in range(start, start + 12_501)] for start in (0, 20_000)]


def _templates(**changed: bool) -> tuple[tuple[str, str, Any], ...]:
    """Change the templates that the examples send first."""
    return tuple(("POST", f"/_sandbox/templates/{template}", changed) for template in (701, 703, 704))


def _lost_link(channel: str) -> tuple[tuple[str, str, Any], ...]:
    """Give template 706 the channel and a short link that does not exist, and approve it."""
    return (
        ("PATCH", "/templates/706", {"channel": channel, "text": "Look: {{shortlink:nowhere}}"}),
        ("POST", "/_sandbox/templates/706", {"approved": True, "locked": True}),
    )


def _released(group: int) -> tuple[tuple[str, str, Any], ...]:
    """Add a number to a group that is invalid at the time of the send."""
    return (("POST", f"/groups/{group}", {"phoneNumbers": ["+46701740690"]}),)


ANY = {
    1105: Provocation(without="from"),
    1108: Provocation({"scheduledDate": "tomorrow at nine"}),
    1109: Provocation({"dlrCallbackUrl": "not a URL"}),
    1111: Provocation({"idempotencyId": "1234"}),
    1113: Provocation(before=account(balance=0.01)),
    1114: Provocation(before=account(billing="postpaid", balance=-9.99, creditLine=10)),
    1116: Provocation({"scheduledDate": "2020-02-29 12:00:00"}),
}
TO_NUMBERS = {
    1103: Provocation({"to": [_ANNA] * 25_001}),
    1104: Provocation(without="to"),
    1119: Provocation({"to": [_ANNA, _CUBAN]}),
    1207: Provocation({"to": ["+3161"]}),
    1210: Provocation({"to": [_ANNA, "+3161"]}),
}
TO_GROUPS = {
    1101: Provocation(without="groups"),
    1102: Provocation({"groups": [4504]}, before=(("GET", "/groups/4504/empty", None),)),
    1103: Provocation(
        {"groups": [4501, 4502]},
        before=tuple(
            ("POST", f"/groups/{group}", {"phoneNumbers": half}) for group, half in zip((4501, 4502), _HALF_THE_CROWD)
        ),
    ),
    1119: Provocation(before=(("POST", "/groups/4501", {"phoneNumbers": [_CUBAN]}),)),
    1140: Provocation({"groups": [4501, 9999]}),
    1207: Provocation({"groups": [4504]}, before=(("GET", "/groups/4504/empty", None), *_released(4504))),
    1210: Provocation(before=_released(4501)),
}
SMS = {
    1106: Provocation({"from": "ab"}),
    1107: Provocation({"text": ""}),
    1110: Provocation({"transliteration": {"alphabet": "KLINGON"}}),
    1112: Provocation({"text": "Look: {{shortlink:nowhere}}"}),
    1135: Provocation({"transliteration": "NON_GSM"}),
    1136: Provocation({"text": "{{alphanumeric:many}}"}),
    1137: Provocation({"text": "{{numbers:21}}"}),
    1503: Provocation({"transliteration": {"alphabet": "NONE", "removeEmojis": "yes"}}),
}
TEMPLATE = {
    1126: Provocation(without="templateId"),
    1127: Provocation({"templateId": "701"}),
    1128: Provocation({"templateId": 9999}),
    1132: Provocation(before=_templates(approved=False)),
    1133: Provocation(before=_templates(locked=False)),
}

VIBER = {**TEMPLATE, 1112: Provocation({"templateId": 706}, before=_lost_link("viber"))}
WHATSAPP = {**TEMPLATE, 1112: Provocation({"templateId": 706}, before=_lost_link("whatsapp"))}

_VIBER = {"channel": "viber", "templateId": 701}
_TEXT = {"channel": "sms", "text": "Hi"}
STRATEGY = {
    1106: Provocation({"from": "ab"}),
    1107: Provocation({"strategy": [_VIBER, {"channel": "sms"}]}),
    1112: Provocation({"strategy": [_VIBER, {**_TEXT, "text": "{{shortlink:nowhere}}"}]}),
    1120: Provocation(without="strategy"),
    1121: Provocation({"strategy": [_TEXT]}),
    1122: Provocation({"strategy": [_TEXT, _VIBER]}),
    1123: Provocation({"strategy": [{"channel": "fax"}, _TEXT]}),
    1124: Provocation({"ttl": "soon"}),
    1125: Provocation({"ttl": 299}),
    1126: Provocation({"strategy": [{"channel": "viber"}, _TEXT]}),
    1127: Provocation({"strategy": [{**_VIBER, "templateId": "701"}, _TEXT]}),
    1128: Provocation({"strategy": [{**_VIBER, "templateId": 702}, _TEXT]}),
    1129: Provocation({"strategy": [_VIBER, _VIBER, _TEXT]}),
    1130: Provocation(before=account(balance=0.07)),
    1131: Provocation(before=(("POST", "/_sandbox/channels", {"viber": False}),)),
    1132: Provocation(before=_templates(approved=False)),
    1133: Provocation(before=_templates(locked=False)),
    1134: Provocation({"ttl": 1_209_601}),
}


def _of_sends(name: str, *tables: dict[int, Provocation]) -> dict[Key, Provocation]:
    """The listed errors of a send and of its estimate."""
    rows = {code: provocation for table in tables for code, provocation in table.items()}
    return {
        key: provocation
        for operation_id in (f"send_{name}", f"estimate_{name}")
        for key, provocation in of(
            operation_id, {code: rows[code] for code in rows.keys() & SPEC.operations[operation_id].codes}
        ).items()
    }


_LATER = (("POST", "/_sandbox/clock", {"advance": 9 * 366 * 86_400}),)
"""By then all scheduled messages are sent."""

_MESSAGE = {
    1100: Provocation(parameters={"msgId": UNKNOWN_ID}),
    1115: Provocation(parameters={"msgId": "1234"}),
    1118: Provocation(before=_LATER),
}
_CAMPAIGN = {
    1118: Provocation(before=_LATER),
    1150: Provocation(parameters={"campaignId": UNKNOWN_ID}),
    1155: Provocation(parameters={"campaignId": "1234"}),
}

PROVOCATIONS = {
    **_of_sends("sms", ANY, SMS, TO_NUMBERS),
    **_of_sends("sms_campaign", ANY, SMS, TO_GROUPS),
    **_of_sends("viber_message", ANY, VIBER, TO_NUMBERS),
    **_of_sends("viber_campaign", ANY, VIBER, TO_GROUPS),
    **_of_sends("whatsapp_message", ANY, WHATSAPP, TO_NUMBERS),
    **_of_sends("multichannel_message", ANY, STRATEGY, TO_NUMBERS),
    **_of_sends("multichannel_campaign", ANY, STRATEGY, TO_GROUPS),
    **of("delete_scheduled_sms", _MESSAGE),
    **of("delete_scheduled_viber_message", _MESSAGE),
    **of("delete_scheduled_whatsapp_message", _MESSAGE),
    **of("delete_scheduled_multichannel_message", _MESSAGE),
    **of("delete_scheduled_sms_campaign", _CAMPAIGN),
    **of("delete_scheduled_viber_campaign", _CAMPAIGN),
    **of("delete_scheduled_multichannel_campaign", _CAMPAIGN),
}
