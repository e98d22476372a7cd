"""The description that the sandbox serves, prepared for schemathesis, and the checks that do not apply to it.

The description is that of the API. Its text allows some values that its schemas forbid, and its lists of statuses and
links are not complete. The tables below list these differences. Every check stays on for everything else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import ignored_auth

from smscx_client.sandbox import Request, Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.spec.dates import FORMAT
from smscx_client.sandbox.state.clock import FROZEN_AT, Clock

__all__ = ["EXCEPTIONS", "LINKS", "REPEATABLE", "SEQUENCES", "Judge", "judge", "schema"]

PROPERTIES: dict[str, dict[str, Any]] = {
    "trackData": {"format": None},  # a malformed one is dropped without an error
    "trackId": {"type": ["string", "null"]},  # null means that there is none
}
"""Changes of properties, in every schema: values that the text of the description allows and the schema does not."""

OPTIONAL = {
    "data_multichannel": {"text"},  # absent with `noTextDetails`, as in the next three
    "data_sms": {"text", "textAnalysis"},
    "data_viber": {"text"},
    "data_whatsapp": {"text"},
    "shortlink_update_request": {"name", "url"},  # one of them is enough
}
"""Fields that are optional by the text of the description, although the schema requires them."""

LINKS = (
    ("send_sms", "get_single_report", "msgId", "/data/0/msgId"),
    ("send_sms", "delete_scheduled_sms", "msgId", "/data/0/msgId"),
    ("send_sms_campaign", "get_campaign_report", "campaignId", "/info/campaignId"),
    ("send_sms_campaign", "delete_scheduled_sms_campaign", "campaignId", "/info/campaignId"),
    ("send_viber_message", "delete_scheduled_viber_message", "msgId", "/data/0/msgId"),
    ("send_viber_campaign", "delete_scheduled_viber_campaign", "campaignId", "/info/campaignId"),
    ("send_whatsapp_message", "delete_scheduled_whatsapp_message", "msgId", "/data/0/msgId"),
    ("send_multichannel_message", "delete_scheduled_multichannel_message", "msgId", "/data/0/msgId"),
    ("send_multichannel_campaign", "delete_scheduled_multichannel_campaign", "campaignId", "/info/campaignId"),
    ("get_attachments_list", "delete_attachment", "attachmentId", "/data/0/id"),
    ("delete_attachment", "get_attachment_hits", "attachmentId", "/info/id"),
    ("get_optouts_list", "delete_contact_from_optouts_list", "optoutId", "/data/0/id"),
    ("get_rented_numbers", "renew_rent", "rentId", "/data/0/rentId"),
    ("get_rented_numbers", "cancel_rent", "rentId", "/data/0/rentId"),
    ("get_rented_numbers", "get_rent_status", "rentId", "/data/0/rentId"),
)
"""An operation, one that takes a value of its response, the parameter for the value, and the place of the value.

schemathesis finds other links itself, by the names of paths and fields.
"""

SEQUENCES = (
    ("Applications",),
    ("Attachments",),
    ("Conversations",),
    ("Groups",),
    ("Multichannel",),
    ("Numbers",),
    ("Optouts",),
    ("Originators",),
    ("Otp",),
    ("Shortlinks",),
    ("Sms", "Reports"),
    ("Templates",),
    ("Viber",),
    ("Whatsapp",),
)
"""The resources whose operations are called in chains: one operation returns a value that the next one takes."""

EXCEPTIONS = (
    (
        "use_after_free",
        "a cancelled object can still be read, with the status cancelled",
        ("get_inbound_sms", "get_otp_status", "get_rent_status"),
    ),
    (
        "positive_data_acceptance",
        "a cursor is valid only if the API has returned it",
        (
            "get_advanced_report",
            "get_attachment_hits",
            "get_bulk_lookup_campaigns",
            "get_bulk_lookup_status",
            "get_campaign_report",
            "get_campaigns_list",
            "get_group_details",
            "get_inbound_sms",
            "get_optouts_list",
            "get_shortlink_hits",
        ),
    ),
    (
        "positive_data_acceptance",
        "a report needs a period, in one of two forms",
        ("export_advanced_report_to_csv", "export_advanced_report_to_xlsx", "get_summary_reports"),
    ),
    (
        "positive_data_acceptance",
        "a phone number, a country and an originator must be real, and a URL absolute",
        (
            "add_contact_to_optouts_list",
            "add_contacts_to_group",
            "create_originator",
            "create_shortlink",
            "get_available_numbers",
            "get_channel_pricing_by_country_iso",
            "lookup_number",
            "lookup_numbers",
            "new_otp",
            "update_contact_from_group",
            "update_shortlink",
            "validate_number",
            "validate_numbers",
        ),
    ),
    (
        "positive_data_acceptance",
        "a text or a PIN must not be empty, and one of several fields is required",
        (
            "create_template",
            "edit_rent_settings",
            "send_conversation_reply_sms",
            "send_conversation_reply_viber",
            "send_conversation_reply_whatsapp",
            "update_template",
            "verify_otp",
        ),
    ),
    (
        "positive_data_acceptance",
        "recipients, groups, templates, numbers, registrations and scopes must exist, and dates must be in the future",
        (
            "estimate_multichannel_campaign",
            "estimate_multichannel_message",
            "estimate_sms",
            "estimate_sms_campaign",
            "estimate_viber_campaign",
            "estimate_viber_message",
            "estimate_whatsapp_message",
            "get_access_token",
            "rent_number",
            "send_multichannel_campaign",
            "send_multichannel_message",
            "send_sms",
            "send_sms_campaign",
            "send_viber_campaign",
            "send_viber_message",
            "send_whatsapp_message",
        ),
    ),
)
"""A check, the reason why it is off, and the operations for which it is off.

`positive_data_acceptance` expects that data which is valid by the schema is accepted. These operations have rules that
a schema cannot express, so they refuse some of that data.
"""

REPEATABLE = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
"""The same cases in every run."""

_SETTINGS = Settings(demo=True, rate_limit=1_000_000_000)
_FIRST, _LAST = FROZEN_AT.replace(tzinfo=None), datetime(2036, 1, 1)

schemathesis.openapi.format("sms-datetime", st.datetimes(_FIRST, _LAST).map(lambda time: time.strftime(FORMAT)))


@schemathesis.hook
def filter_body(context: schemathesis.HookContext, body: Any) -> bool:
    """Exclude integers that the sandbox does not read: those of more than 18 digits (assumed)."""
    if isinstance(body, dict):
        return all(filter_body(context, each) for each in body.values())
    if isinstance(body, list):
        return all(filter_body(context, each) for each in body)
    return not isinstance(body, int) or abs(body) < 10**18


class Judge:
    """Sends cases to a sandbox over HTTP, which it restores before each of them."""

    def __init__(self, sandbox: Sandbox, url: str, session: requests.Session) -> None:
        self.sandbox = sandbox
        self._url = url
        self._session = session
        self._snapshot = sandbox.snapshot()
        self._authenticated: set[str] = set()
        application = sandbox.context.spec.operations["get_application_settings"].example("applicationId")
        basic = b64encode(f"{application}:{_SETTINGS.application_secret}".encode()).decode()
        self._headers = {"/oauth/token": {"Authorization": f"Basic {basic}"}}

    def restore(self) -> None:
        """Undo the changes of earlier cases."""
        self.sandbox.restore(self._snapshot)

    def arguments(self, case: schemathesis.Case) -> dict[str, Any]:
        """Address, session and headers for a case."""
        headers = self._headers.get(case.operation.path, {"X-API-KEY": _SETTINGS.api_key})
        return {"base_url": self._url, "session": self._session, "headers": headers}

    def check(self, case: schemathesis.Case) -> None:
        """Send a case, and fail if anything is wrong with the response.

        Whether an operation needs a key is asked until it has passed once: each time costs two more requests.
        """
        self.restore()
        name = case.operation.label
        passed = [ignored_auth] if name in self._authenticated else []
        response = case.call_and_validate(**self.arguments(case), excluded_checks=passed)
        if response.status_code < 400:
            self._authenticated.add(name)

    def check_chains(self, tags: tuple[str, ...], chains: int, calls: int) -> None:
        """Call the operations with these tags one after the other, and fail if anything is wrong with a response."""
        judge = self

        class Chain(schema(tags=tags).as_state_machine()):  # type: ignore[misc] # the base class is made at run time
            def setup(self) -> None:
                judge.restore()

            def get_call_kwargs(self, case: schemathesis.Case) -> dict[str, Any]:
                return judge.arguments(case)

        Chain.run(settings=settings(REPEATABLE, max_examples=chains, stateful_step_count=calls))


@contextmanager
def judge() -> Iterator[Judge]:
    """A judge for a sandbox with the demo data and a frozen clock."""
    sandbox = Sandbox(_SETTINGS, Clock.frozen())
    with Server(sandbox, post=lambda url, body: 200) as server, requests.Session() as session:
        yield Judge(sandbox, server.url, session)
    sandbox.close()


@cache
def _description() -> Any:
    """The description that a sandbox serves, with the changes of the tables above."""
    sandbox = Sandbox()
    served = sandbox.handle(Request("GET", "/_sandbox/openapi.json")).json()
    sandbox.close()
    return _complete(_read(served))


def _read(node: Any) -> Any:
    """Apply the tables above to a part of the description. `oneOf` becomes `anyOf`: the published branches overlap."""
    if isinstance(node, list):
        return [_read(each) for each in node]
    if not isinstance(node, dict):
        return node
    read = {"anyOf" if key == "oneOf" else key: _read(value) for key, value in node.items()}
    properties = read.get("properties", {})
    for name in PROPERTIES.keys() & properties.keys():
        changed = {**properties[name], **PROPERTIES[name]}
        properties[name] = {key: value for key, value in changed.items() if value is not None}
    if read.get("x-module") in OPTIONAL:
        read["required"] = [name for name in read["required"] if name not in OPTIONAL[read["x-module"]]]
    return read


def _complete(description: Any) -> Any:
    """Add the links, and the status 400 where an operation takes parameters and does not list it (assumed)."""
    for item in description["paths"].values():
        for operation in item.values():
            responses = operation["responses"]
            if any(each["in"] == "query" for each in operation.get("parameters", ())):
                responses.setdefault("400", {"$ref": "#/components/responses/400"})
            links = {
                f"{target} by {parameter}": {
                    "operationId": target,
                    "parameters": {parameter: f"$response.body#{pointer}"},
                }
                for source, target, parameter, pointer in LINKS
                if source == operation["operationId"]
            }
            if links:
                responses[min(responses)]["links"] = links
    return description


def _config() -> dict[str, Any]:
    """All phases and all checks, except those in `EXCEPTIONS`."""
    off: dict[str, dict[str, Any]] = {}
    for check, _, operations in EXCEPTIONS:
        for operation in operations:
            off.setdefault(operation, {})[check] = {"enabled": False}
    return {
        "seed": 1,
        "generation": {"with-security-parameters": False},
        "phases": {
            "stateful": {
                "generation": {"mode": "positive"},
                "checks": {
                    "positive_data_acceptance": {"enabled": False}
                },  # whether data is valid depends on earlier calls
            }
        },
        "operations": [{"include-operation-id": operation, "checks": checks} for operation, checks in off.items()],
    }


@cache
def schema(tags: tuple[str, ...] = ()) -> Any:
    """The description for schemathesis: all operations, or those with one of these tags."""
    description = _description()
    paths = {
        path: {method: each for method, each in item.items() if not tags or each["tags"][0] in tags}
        for path, item in description["paths"].items()
    }
    config = schemathesis.Config.from_dict(_config())
    return schemathesis.openapi.from_dict({**description, "paths": paths}, config=config)
