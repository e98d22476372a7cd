"""Post a callback of any type to a URL, with the data of a real one: a sandbox beside this one makes it happen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..engine.http import JSON, Request
from ..settings import Settings
from ..state import webhook_queue
from ..state.clock import Clock
from .endpoint import PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS", "EVENTS"]

_PHONE, _URL = "+31612469333", "http://127.0.0.1/"
_MESSAGE = {"from": "InfoText", "text": "Your table is ready."}
_SEND = ("POST", "/sms", {**_MESSAGE, "to": [_PHONE], "dlrCallbackUrl": _URL})
_CLOCK = ("POST", f"{PREFIX}/clock", {"advance": 1})
_Call = tuple[str, str, dict[str, Any]]


def _callbacks(section: str, name: str) -> _Call:
    return "POST", f"{PREFIX}/application", {section: {name: _URL}}


def _receive(channel: str) -> tuple[_Call, ...]:
    message = {"channel": channel, "from": _PHONE, "to": "InfoText", "text": "Yes, please!"}
    return _callbacks(channel, "receiveCallback"), ("POST", f"{PREFIX}/inbound", message)


def _click(section: str, link: str) -> tuple[_Call, ...]:
    click = {"url": f"https://s.example.com/{link}", "phoneNumber": _PHONE}
    return _callbacks(section, f"{section}Callback"), ("POST", f"{PREFIX}/clicks", click), _CLOCK


_SHORTLINK, _ATTACHMENT = _click("shortlinks", "Xk7Pq"), _click("attachments", "RytK2")
EVENTS: dict[str, tuple[str, tuple[_Call, ...]]] = {
    "dlr_update": ("dlr_update", (_SEND,)),
    "receive_sms": ("receive_sms", _receive("sms")),
    "receive_viber": ("receive_viber", _receive("viber")),
    "receive_whatsapp": ("receive_whatsapp", _receive("whatsapp")),
    "otp_update": (
        "otp_update",
        (("POST", "/otp", {"phoneNumber": _PHONE, "otpCallbackUrl": _URL, "ttl": 60}), ("", "", {"advance": 61})),
    ),
    "number_lookup": (
        "otp_update",
        (("POST", "/numbers/lookup", {"phoneNumbers": [_PHONE], "lookupCallbackUrl": _URL}),),
    ),
    "shortlink_hit": ("shortlink_hit", _SHORTLINK),
    "shortlink_hit_update": ("shortlink_hit_update", _SHORTLINK),
    "attachment_hit": ("attachment_hit", _ATTACHMENT),
    "attachment_hit_update": ("attachment_hit_update", _ATTACHMENT),
    "new_optout": (
        "new_optout",
        (_callbacks("optouts", "optoutsCallback"), ("POST", f"{PREFIX}/optouts", {"phoneNumber": _PHONE})),
    ),
}
"""The event of each type in the body of its callback, and the calls that cause it."""


def _trigger(runtime: Runtime, values: Values) -> Values:
    """Queue a callback for a URL; the sandbox posts it like any other webhook."""
    event, items = _real_callback(runtime, values["event"])
    changed = [{**item, **values.get("data", {})} for item in items]
    webhook_queue.notify(runtime.context, event, values["to"], changed)
    (delivery,) = webhook_queue.log(runtime.context, latest=1)
    return {"webhook": delivery}


def _real_callback(runtime: Runtime, name: str) -> tuple[str, list[Any]]:
    """Return the event and the items of a callback."""
    event, calls = EVENTS[name]
    beside = runtime.accounts.make(Settings(demo=True), Clock(runtime.context.clock.now(), rate=0))
    try:
        for method, path, body in calls:
            if not method:
                beside.advance(body["advance"])
                continue
            headers = {"content-type": JSON, "x-api-key": beside.context.settings.api_key}
            response = beside.handle(Request(method, path, "", headers, json.dumps(body).encode()))
            assert response.status < 300, response.body
        beside.run_due()
        posted = [each for each in webhook_queue.log(beside.context) if each["event"] == event]
        return event, posted[-1]["data"]
    finally:
        beside.close()


ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/trigger",
        _trigger,
        {
            "event": {"type": "string", "enum": list(EVENTS)},
            "to": {"type": "string", "format": "uri"},
            "data": {"type": "object"},
        },
        ("event", "to"),
    ),
)
