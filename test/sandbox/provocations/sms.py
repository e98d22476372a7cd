"""SMS, single reports and scheduled deletes."""

from __future__ import annotations

from provocations import SPEC, UNKNOWN_ID, Provocation, account, of

SMS = {
    1103: Provocation({"to": ["+31612469333"] * 25_001}),
    1104: Provocation(without="to"),
    1105: Provocation(without="from"),
    1106: Provocation({"from": "ab"}),
    1107: Provocation({"text": ""}),
    1108: Provocation({"scheduledDate": "tomorrow at nine"}),
    1109: Provocation({"dlrCallbackUrl": "not a URL"}),
    1110: Provocation({"transliteration": {"alphabet": "KLINGON"}}),
    1112: Provocation({"text": "Look: {{shortlink:nowhere}}"}),
    1113: Provocation(before=account(balance=0.01)),
    1114: Provocation(before=account(billing="postpaid", balance=-9.99, creditLine=10)),
    1116: Provocation({"scheduledDate": "2020-02-29 12:00:00"}),
    1119: Provocation({"to": ["+31612469333", "+5351234567"]}),
    1135: Provocation({"transliteration": "NON_GSM"}),
    1136: Provocation({"text": "{{alphanumeric:many}}"}),
    1137: Provocation({"text": "{{numbers:21}}"}),
    1207: Provocation({"to": ["+3161"]}),
    1210: Provocation({"to": ["+31612469333", "+3161"]}),
    1503: Provocation({"transliteration": {"alphabet": "NONE", "removeEmojis": "yes"}}),
}

PROVOCATIONS = {
    **of("send_sms", {**SMS, 1111: Provocation({"idempotencyId": "1234"})}),
    **of("estimate_sms", SMS),
    **of(
        "get_single_report",
        {1160: Provocation(path={"msgId": UNKNOWN_ID}), 1165: Provocation(path={"msgId": "1234"})},
    ),
    **of(
        "delete_scheduled_sms",
        {
            1100: Provocation(path={"msgId": UNKNOWN_ID}),
            1115: Provocation(path={"msgId": "1234"}),
            1118: Provocation(path={"msgId": SPEC.operations["get_single_report"].example("msgId")}),
        },
    ),
}
