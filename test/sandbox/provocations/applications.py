"""Prices and applications."""

from __future__ import annotations

from test.sandbox.provocations import UNKNOWN_ID, Provocation, of

PROVOCATIONS = {
    **of(
        "get_channel_pricing",
        {
            1521: Provocation(parameters={"channel": "fax"}),
            1523: Provocation(before=(("POST", "/_sandbox/channels", {"sms": False}),)),
        },
    ),
    **of(
        "get_channel_pricing_by_country_iso",
        {
            1521: Provocation(parameters={"channel": "fax"}),
            1522: Provocation(parameters={"countryIso": "UK"}),
            1523: Provocation(parameters={"countryIso": "CU"}),
        },
    ),
    **of("get_application_settings", {1500: Provocation(parameters={"applicationId": UNKNOWN_ID})}),
}
