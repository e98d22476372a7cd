"""Short links."""

from __future__ import annotations

from test.sandbox.provocations import Provocation, of

_UNKNOWN = {1400: Provocation(parameters={"shortId": "nowhere"})}
_SHORTLINK = {
    1401: Provocation({"url": ""}),
    1402: Provocation({"url": "example.com/winter-sale"}),
    1404: Provocation({"name": "x" * 26}),
}

PROVOCATIONS = {
    **of("create_shortlink", {**_SHORTLINK, 1405: Provocation({"shortId": "Xk7Pq"})}),
    **of(
        "update_shortlink",
        {**_UNKNOWN, **_SHORTLINK, 1406: Provocation(body={}), 1407: Provocation({"name": "Autumn offers"})},
    ),
    **of("get_shortlink_hits", _UNKNOWN),
    **of("delete_shortlink", _UNKNOWN),
    **of("export_shortlink_hits_to_csv", _UNKNOWN),
    **of("export_shortlink_hits_to_xlsx", _UNKNOWN),
}
