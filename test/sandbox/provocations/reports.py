"""Reports of a message, of campaigns, by filters, and sums."""

from __future__ import annotations

from test.sandbox.provocations import UNKNOWN_ID, Provocation, of

PERIOD = {
    1820: Provocation(parameters={"period": "October"}),
    1821: Provocation(parameters={"start_date": "2026-02-30", "end_date": "2026-03-01"}),
    1822: Provocation(parameters={"start_date": "2026-10-01", "end_date": "yesterday"}),
    1823: Provocation(parameters={"start_date": "2026-10-02", "end_date": "2026-10-01"}),
    1824: Provocation(parameters={"start_date": "2026-10-02"}),
}
FILTERS = {
    1825: Provocation(parameters={"period": "2026", "source": "pigeon"}),
    1826: Provocation(parameters={"period": "2026", "delivery_report": "lost"}),
    1827: Provocation(parameters={"period": "2026", "country_iso": "UK"}),
}
CHANNEL = {1828: Provocation(parameters={"period": "2026", "channel": "fax"})}
CAMPAIGN_EXPORT = {
    1160: Provocation(parameters={"campaignId": UNKNOWN_ID}),
    1165: Provocation(parameters={"campaignId": "1234"}),
}

PROVOCATIONS = {
    **of("get_advanced_report", {**PERIOD, **FILTERS}),
    **of("export_advanced_report_to_csv", {**PERIOD, **FILTERS, **CHANNEL}),
    **of("export_advanced_report_to_xlsx", {**PERIOD, **FILTERS, **CHANNEL}),
    **of("get_summary_reports", {**PERIOD, 1829: Provocation(parameters={"dimension": "weekday", "period": "2026"})}),
    **of(
        "get_campaign_report",
        {
            1150: Provocation(parameters={"campaignId": UNKNOWN_ID}),
            1155: Provocation(parameters={"campaignId": "1234"}),
        },
    ),
    **of(
        "get_single_report",
        {1160: Provocation(parameters={"msgId": UNKNOWN_ID}), 1165: Provocation(parameters={"msgId": "1234"})},
    ),
    **of("export_campaign_report_to_csv", CAMPAIGN_EXPORT),
    **of("export_campaign_report_to_xlsx", CAMPAIGN_EXPORT),
}
