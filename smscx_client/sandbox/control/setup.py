"""Settings outside of the API: active channels, the application, approvals, files to attach, numbers for rent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resources.account import service as account
from ..resources.applications import service as applications
from ..resources.attachments import service as attachments
from ..resources.links import service as links
from ..resources.rentals import service as rentals
from ..spec.errors import ApiError
from .endpoint import COUNT, LINE, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]


def _channels(runtime: Runtime, values: Values) -> Values:
    return {**account.channel_status(runtime.context)}


def _switch_channels(runtime: Runtime, values: Values) -> Values:
    account.set_channel_status(runtime.context, values)
    return _channels(runtime, values)


def _application(runtime: Runtime, values: Values) -> Values:
    return applications.settings(runtime.context)


def _set_application(runtime: Runtime, values: Values) -> Values:
    applications.change(runtime.context, values)
    return _application(runtime, values)


def _set_template(runtime: Runtime, values: Values) -> Values:
    store = runtime.context.store
    row = store.one("SELECT * FROM templates WHERE id = ?", values["templateId"])
    if row is None:
        raise ApiError(1800)
    changed = {name: values.get(name, bool(row[name])) for name in ("approved", "locked")}
    store.execute("UPDATE templates SET approved = ?, locked = ? WHERE id = ?", *changed.values(), row["id"])
    return {"templateId": row["id"], **changed}


def _set_originator(runtime: Runtime, values: Values) -> Values:
    statement = "UPDATE originators SET approved = ? WHERE id = ?"
    if not runtime.context.store.execute(statement, values["approved"], values["originatorId"]):
        raise ApiError(1300)
    return values


def _offer(runtime: Runtime, values: Values) -> Values:
    if not rentals.offer(runtime.context, values["numberId"], values["offered"]):
        raise ApiError(1230)
    return values


def _attach(runtime: Runtime, values: Values) -> Values:
    with runtime.context.transaction():
        attachment_id = attachments.add(runtime.context, values["name"], values["fileUrl"])
    return {"id": attachment_id, "shortUrl": links.url_of(runtime.context, attachment_id)}


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/channels", _channels),
    Endpoint("POST", f"{PREFIX}/channels", _switch_channels, {name: {"type": "boolean"} for name in account.CHANNELS}),
    Endpoint(
        "POST",
        f"{PREFIX}/templates/{{templateId}}",
        _set_template,
        {"templateId": COUNT, "approved": {"type": "boolean"}, "locked": {"type": "boolean"}},
        ("templateId",),
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/originators/{{originatorId}}",
        _set_originator,
        {"originatorId": COUNT, "approved": {"type": "boolean"}},
        ("originatorId", "approved"),
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/numbers/{{numberId}}",
        _offer,
        {"numberId": LINE, "offered": {"type": "boolean"}},
        ("numberId", "offered"),
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/attachments",
        _attach,
        {"name": LINE, "fileUrl": {"type": "string", "format": "uri"}},
        ("name", "fileUrl"),
    ),
    Endpoint("GET", f"{PREFIX}/application", _application),
    Endpoint("POST", f"{PREFIX}/application", _set_application, applications.SCHEMA),
)
