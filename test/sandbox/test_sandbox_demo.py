"""The demo data: at the time of the examples in `openapi.yaml`, lists answer what the examples show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.clock import Clock, moment
from smscx_client.sandbox.spec import Spec

SPEC = Spec()
NOW = "2026-11-02 10:00:00"


@pytest.mark.parametrize(
    "operation_id",
    [
        "get_attachment_hits",
        "get_attachments_list",
        "get_group_details",
        "get_groups_list",
        "get_optouts_list",
        "get_originators_list",
        "get_shortlink_hits",
        "get_shortlinks_list",
        "get_template",
        "get_templates_list",
    ],
)
def test_lists_are_those_of_the_examples(make: Callable[..., Any], operation_id: str) -> None:
    operation = SPEC.operations[operation_id]
    path = {name: each["example"] for name, each in operation.parameters.items() if each["in"] == "path"}
    answer = make(Clock.frozen(moment(NOW)), demo=True)(operation.method, operation.path.format(**path)).json()
    assert {**answer, "paging": None} == {**operation.answer_example, "paging": None}


def test_times_move_with_the_clock(make: Callable[..., Any]) -> None:
    group = make(Clock.frozen(moment("2027-11-02 10:00:00")), demo=True)("GET", "/groups/4501").json()["info"]
    assert group["createdAt"] == "2027-08-20 09:10:00"
