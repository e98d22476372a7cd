"""Tokens."""

from __future__ import annotations

from test.sandbox.provocations import SPEC, Provocation, basic

_APPLICATION = basic(SPEC.operations["get_application_settings"].example("applicationId"), "sandbox-application-secret")

PROVOCATIONS = {
    ("get_access_token", 1600, "invalid_client"): Provocation(credentials=basic("sandbox", "guess")),
    ("get_access_token", 1600, "invalid_request"): Provocation(parameters={"grant_type": ""}, credentials=_APPLICATION),
    ("get_access_token", 1600, "unsupported_grant_type"): Provocation(
        parameters={"grant_type": "password"}, credentials=_APPLICATION
    ),
    ("get_access_token", 1600, "invalid_scope"): Provocation(parameters={"scope": "SMS"}, credentials=_APPLICATION),
}
