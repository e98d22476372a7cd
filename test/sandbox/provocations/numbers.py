"""Validation, lookups and rented numbers."""

from __future__ import annotations

from typing import Any

from test.sandbox.provocations import SPEC, UNKNOWN_ID, Provocation, account, of

_MANY = {"phoneNumbers": ["+31612469333"] * 40_001}
_LIST = {
    1203: Provocation({"phoneNumbers": []}),
    1205: Provocation(_MANY),
    1208: Provocation({"phoneNumbers": "+31612469333"}),
}
_BROKE = {
    1113: Provocation(before=account(balance=0)),
    1114: Provocation(before=account(billing="postpaid", balance=-10, creditLine=10)),
}
_BULK = "lookupBulkId"
_MALFORMED = Provocation(parameters={_BULK: "1234"})
_UNKNOWN = Provocation(parameters={_BULK: UNKNOWN_ID})

_NEEDS_30_DAYS = {"numberId": "54d3eb9d-4332-4196-927a-ca5c9872eeb8", "rentPeriod": 7}
_WEEKLY = "6b1f0a52-93c4-4d8e-a7b0-2f5c8e1d4a97"
_RENTED = SPEC.operations["get_rent_status"].response_example["info"]
_RENT_ID = {
    1221: Provocation(parameters={"rentId": "1234"}),
    1223: Provocation(parameters={"rentId": UNKNOWN_ID}),
}
_SETTINGS = {1225: Provocation({"autoRenew": "yes"}), 1226: Provocation({"callbackUrl": "not a URL"})}
_DAY = 86_400


def _after(seconds: int) -> tuple[tuple[str, str, Any], ...]:
    """Let time pass first."""
    return (("POST", "/_sandbox/clock", {"advance": seconds}),)


PROVOCATIONS = {
    **of("get_available_numbers", {2003: Provocation(parameters={"countryIso": "XX"})}),
    **of(
        "rent_number",
        {
            1113: Provocation(before=account(balance=8.99)),
            1114: Provocation(before=account(billing="postpaid", balance=-10, creditLine=10)),
            1222: Provocation({"numberId": "1234"}),
            1224: Provocation({"rentPeriod": 14}),
            **_SETTINGS,
            1229: Provocation(_NEEDS_30_DAYS),
            1230: Provocation({"numberId": UNKNOWN_ID}),
            1231: Provocation({"numberId": _RENTED["numberId"]}),
            1234: Provocation({"registrationId": UNKNOWN_ID}),
        },
    ),
    **of("get_rent_status", _RENT_ID),
    **of("get_inbound_sms", _RENT_ID),
    **of("edit_rent_settings", {**_RENT_ID, **_SETTINGS, 1233: Provocation(body={})}),
    **of(
        "renew_rent",
        {
            **_RENT_ID,
            **_SETTINGS,
            1113: Provocation(before=account(balance=8.99)),
            1114: Provocation(before=account(billing="postpaid", balance=-10, creditLine=10)),
            1224: Provocation({"rentPeriod": 14}),
            1228: Provocation(before=_after(19 * _DAY)),
            1229: Provocation({"rentPeriod": 1}, parameters={"rentId": _WEEKLY}),
        },
    ),
    **of(
        "cancel_rent",
        {
            **_RENT_ID,
            1227: Provocation(before=_after(1801)),
            1232: Provocation(parameters={"rentId": _RENTED["rentId"]}),
        },
    ),
    **of("validate_number", {1207: Provocation(parameters={"phoneNumber": "+3161"})}),
    **of("validate_numbers", _LIST),
    **of(
        "lookup_number",
        {
            **_BROKE,
            1207: Provocation(parameters={"phoneNumber": "+3161"}),
            1212: Provocation(parameters={"phoneNumber": "nobody"}),
            1214: Provocation(parameters={"phoneNumber": "+93701234567"}),
        },
    ),
    **of(
        "lookup_numbers",
        {
            **_LIST,
            **_BROKE,
            1209: Provocation({"lookupCallbackUrl": "not a URL"}),
            1214: Provocation({"phoneNumbers": ["+31612469333", "+5351234567"]}),
            1216: Provocation({"phoneNumbers": ["+3161", "+93701234567"]}),
        },
    ),
    **of(
        "get_single_lookup_status",
        {1217: Provocation(parameters={"lookupId": "1234"}), 1219: Provocation(parameters={"lookupId": UNKNOWN_ID})},
    ),
    ("get_bulk_lookup_status", 1218, "not_found"): _MALFORMED,
    ("get_bulk_lookup_status", 1220, "invalid_param"): _UNKNOWN,
    **{
        key: each
        for form in ("csv", "xlsx")
        for key, each in {
            (f"export_number_lookup_report_to_{form}", 1218, "invalid_param"): _MALFORMED,
            (f"export_number_lookup_report_to_{form}", 1220, "not_found"): _UNKNOWN,
        }.items()
    },
}
