"""Groups."""

from __future__ import annotations

from test.sandbox.provocations import SPEC, UNKNOWN_ID, Provocation, of

_UNKNOWN_GROUP = {1200: Provocation(parameters={"groupId": 4599})}
_UNKNOWN_CONTACT = {1202: Provocation(parameters={"phoneNumberId": UNKNOWN_ID})}

PROVOCATIONS = {
    **of(
        "create_group",
        {
            1204: Provocation({"name": ""}),
            1206: Provocation({"name": "ab"}),
            1211: Provocation({"name": "Newsletter"}),
        },
    ),
    **of(
        "add_contacts_to_group",
        {
            **_UNKNOWN_GROUP,
            1203: Provocation(without="phoneNumbers"),
            1207: Provocation({"phoneNumbers": ["+3161"]}),
            1208: Provocation({"phoneNumbers": "+491729925904"}),
            1210: Provocation({"phoneNumbers": [{"phoneNumber": "+491729925904"}, {"phoneNumber": "+3161"}]}),
        },
    ),
    **of("get_group_details", _UNKNOWN_GROUP),
    **of("delete_group", _UNKNOWN_GROUP),
    **of("empty_group", _UNKNOWN_GROUP),
    **of("export_group_to_csv", _UNKNOWN_GROUP),
    **of("export_group_to_xlsx", _UNKNOWN_GROUP),
    **of("delete_contact_from_group", {**_UNKNOWN_GROUP, **_UNKNOWN_CONTACT}),
    **of(
        "update_contact_from_group",
        {
            **_UNKNOWN_CONTACT,
            1213: Provocation(body={}),
            1215: Provocation(
                {"phoneNumber": SPEC.operations["delete_contact_from_group"].response_example["info"]["phoneNumber"]}
            ),
        },
    ),
}
