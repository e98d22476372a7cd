"""One-time passwords."""

from __future__ import annotations

from test.sandbox.provocations import SPEC, UNKNOWN_ID, Provocation, account, of

_PIN = SPEC.operations["verify_otp"].body_example
_VERIFY = f"/otp/{SPEC.operations['verify_otp'].example('otpId')}"
_CANCEL = f"/otp/{SPEC.operations['cancel_otp'].example('otpId')}"
_LATE = (("POST", "/_sandbox/clock", {"advance": 1801}),)
_ATTEMPT = (("POST", _VERIFY, {"pin": "0000"}),)

PROVOCATIONS = {
    **of(
        "new_otp",
        {
            1113: Provocation(before=account(balance=0.01)),
            1114: Provocation(before=account(billing="postpaid", balance=-9.99, creditLine=10)),
            2001: Provocation(without="phoneNumber"),
            2002: Provocation({"phoneNumber": "0612469333"}),
            2003: Provocation({"phoneNumber": "0612469333", "countryIso": "UK"}),
            2004: Provocation({"from": ""}),
            2005: Provocation({"from": "ab"}),
            2006: Provocation({"template": "Your code is on its way."}),
            2007: Provocation({"ttl": "five minutes"}),
            2008: Provocation({"ttl": 59}),
            2009: Provocation({"ttl": 1801}),
            2010: Provocation({"maxAttempts": 2.5}),
            2011: Provocation({"maxAttempts": 0}),
            2012: Provocation({"maxAttempts": 11}),
            2013: Provocation({"pinType": ""}),
            2014: Provocation({"pinType": "emojis"}),
            2015: Provocation({"pinLength": None}),
            2016: Provocation({"pinLength": 3}),
            2017: Provocation({"pinLength": 11}),
            2018: Provocation({"trackId": "1234"}),
            2019: Provocation({"otpCallbackUrl": "not a URL"}),
            2020: Provocation({"phoneNumber": "+3161"}),
        },
    ),
    **of("get_otp_status", {2021: Provocation(parameters={"otpId": UNKNOWN_ID})}),
    **of(
        "verify_otp",
        {
            2021: Provocation(parameters={"otpId": UNKNOWN_ID}),
            2022: Provocation({"pin": ""}),
            2023: Provocation(before=(("POST", _VERIFY, _PIN),)),
            2024: Provocation(parameters={"otpId": _CANCEL[5:]}, before=(("DELETE", _CANCEL, None),)),
            2025: Provocation({"pin": "0000"}, before=_LATE),
            2026: Provocation(refused=3 * _ATTEMPT),
            2027: Provocation({"pin": "0000"}, refused=2 * _ATTEMPT),
            2028: Provocation(before=_LATE),
            2029: Provocation({"pin": "0000"}),
        },
    ),
    **of(
        "cancel_otp",
        {
            2021: Provocation(parameters={"otpId": UNKNOWN_ID}),
            2030: Provocation(before=(("DELETE", _CANCEL, None),)),
            2031: Provocation(parameters={"otpId": SPEC.operations["get_otp_status"].example("otpId")}),
        },
    ),
}
