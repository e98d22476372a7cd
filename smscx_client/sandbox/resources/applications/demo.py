"""The application, as the examples know it."""

from __future__ import annotations

from ...engine import examples
from ...state.context import Context
from . import service as applications


def fill(context: Context) -> None:
    """Give the application that is there the name, age and settings of the example."""
    (listed,) = examples.data(context, "get_applications_list")
    applications.change(context, context.spec.operations["get_application_settings"].response_example["settings"])
    context.store.execute(
        "UPDATE applications SET id = ?, application_name = ?, created_at = ?",
        *(listed["id"], listed["applicationName"], examples.at(context, listed["createdAt"])),
    )
