"""Templates."""

from __future__ import annotations

from typing import Any

from test.sandbox.provocations import SPEC, Provocation, of

_UNKNOWN = Provocation(parameters={"templateId": 799})


def _with_media(**changed: Any) -> Provocation:
    return Provocation({"richMedia": {**SPEC.operations["create_template"].body_example["richMedia"], **changed}})


_TEMPLATE = {
    1802: Provocation({"text": 7}),
    1803: Provocation({"name": "ab"}),
    1805: Provocation({"name": "Spring sale"}),
    1808: _with_media(buttonCaption="x" * 31),
    1809: _with_media(targetUrl="winter-sale"),
    1810: _with_media(imageUrl="winter-sale.jpg"),
    1811: Provocation({"text": "x" * 1001, "channel": "viber"}),
}

PROVOCATIONS = {
    **of(
        "create_template",
        {**_TEMPLATE, 1801: Provocation(without="text"), 1806: Provocation({"channel": "pigeon"})},
    ),
    **of(
        "update_template",
        {
            **_TEMPLATE,
            1800: _UNKNOWN,
            1804: Provocation(body={}),
            1812: Provocation(parameters={"templateId": 703}),
        },
    ),
    **of("get_template", {1800: _UNKNOWN}),
    **of("delete_template", {1800: _UNKNOWN}),
}
