"""The application of a new sandbox, and its example data."""

from __future__ import annotations

import json

from ...engine import examples
from ...state.context import Context
from . import service as applications


def set_up(context: Context) -> None:
    """Add the application, as the sandbox's settings describe it."""
    settings = context.settings
    application = {
        "application_id": applications.application_id(context),
        "application_secret": settings.application_secret,
        "application_name": "Sandbox",
        "scopes": " ".join(context.spec.scopes),
        "token_lifetime": settings.token_lifetime,
        "settings": json.dumps(applications.DEFAULTS),
        "created_at": context.stamp(),
    }
    context.store.insert("applications", [application])


def fill(context: Context) -> None:
    """Give the application the id, name, creation time and settings of the example."""
    (example,) = examples.data(context, "get_applications_list")
    applications.change(context, context.spec.operations["get_application_settings"].response_example["settings"])
    context.store.execute(
        "UPDATE applications SET id = ?, application_name = ?, created_at = ?",
        *(example["id"], example["applicationName"], examples.at(context, example["createdAt"])),
    )
