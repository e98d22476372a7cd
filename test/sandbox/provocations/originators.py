"""Originators."""

from __future__ import annotations

from test.sandbox.provocations import Provocation, of

PROVOCATIONS = {
    **of(
        "create_originator",
        {
            1301: Provocation(without="originator"),
            1303: Provocation({"originator": "My shop"}),
            1304: Provocation({"originator": "MyVeryOwnShop"}),
            1305: Provocation({"originator": "12"}),
            1306: Provocation({"originator": "MyShop"}),
        },
    ),
    **of("delete_originator", {1300: Provocation(parameters={"originatorId": 399})}),
}
