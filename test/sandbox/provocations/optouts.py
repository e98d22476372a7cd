"""The opt-out list."""

from __future__ import annotations

from test.sandbox.provocations import Provocation, of

PROVOCATIONS = {
    **of(
        "add_contact_to_optouts_list",
        {
            1203: Provocation({"phoneNumbers": []}),
            1208: Provocation({"phoneNumbers": "+491729973186"}),
            1210: Provocation({"phoneNumbers": ["+491729973186", "+3161"]}),
            1441: Provocation({"phoneNumbers": ["+491729973185", "+3161"], "allowInvalid": True}),
        },
    ),
    **of(
        "delete_contact_from_optouts_list",
        {1202: Provocation(parameters={"optoutId": 9199}), 1443: Provocation(parameters={"optoutId": 9102})},
    ),
}
