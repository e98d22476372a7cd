"""Tokens."""

from __future__ import annotations

from provocations import SPEC, Provocation, basic

_APPLICATION = basic(SPEC.operations["get_application_settings"].example("applicationId"), "sandbox-application-secret")
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}

PROVOCATIONS = {
    ("get_access_token", 1600, "invalid_client"): Provocation(
        body=b"grant_type=client_credentials", headers={**_FORM, **basic("sandbox", "guess")}
    ),
    ("get_access_token", 1600, "invalid_request"): Provocation(body=b"scope=sms", headers={**_FORM, **_APPLICATION}),
    ("get_access_token", 1600, "unsupported_grant_type"): Provocation(
        body=b"grant_type=password", headers={**_FORM, **_APPLICATION}
    ),
    ("get_access_token", 1600, "invalid_scope"): Provocation(
        body=b"grant_type=client_credentials&scope=SMS", headers={**_FORM, **_APPLICATION}
    ),
}
