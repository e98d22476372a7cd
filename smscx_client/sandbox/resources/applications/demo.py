"""The application, as the examples know it."""

from __future__ import annotations

from ...spec import examples
from ...state.context import World
from . import service as applications


def fill(world: World) -> None:
    """Give the application that is there the name, age and settings of the example."""
    (listed,) = examples.data(world, "get_applications_list")
    applications.change(world, world.spec.operations["get_application_settings"].answer_example["settings"])
    world.store.execute(
        "UPDATE applications SET id = ?, application_name = ?, created_at = ?",
        *(listed["id"], listed["applicationName"], examples.at(world, listed["createdAt"])),
    )
