"""The keywords of jobs are typed, and a wrong one is refused before anything is sent."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from smscx_client import ApiTypeError, Client, bulk, types
from smscx_client.bulk import options
from smscx_client.bulk.operations import OPERATIONS

FUNCTIONS = {
    "send_sms": "send_sms",
    "send_sms_campaign": "send_sms_campaign",
    "send_viber": "send_viber_message",
    "send_viber_campaign": "send_viber_campaign",
    "send_whatsapp": "send_whatsapp_message",
    "send_multichannel": "send_multichannel_message",
    "send_multichannel_campaign": "send_multichannel_campaign",
    "import_contacts": "add_contacts_to_group",
    "validate_numbers": "validate_numbers",
    "lookup_numbers": "lookup_numbers",
}
SET_BY_THE_JOB = {"to", "groups", "phone_numbers", "idempotency_id", "short_response"}


#: A function that estimates a job takes the keywords of the job.
ESTIMATES = {f"estimate_{name}": f"send_{name}" for name in ("sms", "sms_campaign")}


def keywords_of(function: str) -> Any:
    """The typed dict of the keywords of a function."""
    annotation = inspect.signature(getattr(bulk, function)).parameters["options"].annotation
    return getattr(options, annotation.removeprefix("Unpack[").removesuffix("]"))


def written(keywords: Any) -> dict[str, str]:
    """The types of a typed dict as they are in the code."""
    return {name: getattr(kind, "__forward_arg__", kind) for name, kind in keywords.__annotations__.items()}


def test_every_function_with_fields_is_here() -> None:
    assert set(FUNCTIONS) == {name for name in bulk.__all__ if name.startswith(("send", "import", "valid", "lookup"))}


@pytest.mark.parametrize(("function", "operation"), FUNCTIONS.items())
def test_the_keywords_are_those_of_the_request(function: str, operation: str) -> None:
    request = getattr(types, f"{OPERATIONS[operation].model}Dict")
    fields = {name: kind for name, kind in written(request).items() if name not in SET_BY_THE_JOB}
    keywords = keywords_of(function)
    assert written(keywords) == {**written(options.JobOptions), **fields}
    assert keywords.__required_keys__ == request.__required_keys__ - SET_BY_THE_JOB


@pytest.mark.parametrize(("estimate", "job"), ESTIMATES.items())
def test_an_estimate_takes_the_keywords_of_its_job(estimate: str, job: str) -> None:
    assert keywords_of(estimate) is keywords_of(job)


@pytest.mark.parametrize("function", [*FUNCTIONS, "resume"])
def test_help_lists_the_keywords(function: str) -> None:
    documentation = inspect.getdoc(getattr(bulk, function)) or ""
    listed = re.search(r"^(?:Fields|Options of the run): (.*?)\.$", documentation, re.DOTALL | re.MULTILINE)
    assert listed
    fields, _, job = listed[1].replace("\n", " ").partition(". Options of the job: ")
    required, _, optional = fields.rpartition(" (required)")
    keywords = keywords_of(function)
    assert set(re.findall(r"`(\w+)`", required)) == keywords.__required_keys__
    assert sorted(re.findall(r"`(\w+)`", optional + job)) == sorted(keywords.__optional_keys__)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_unknown_keyword_is_refused(function: str, client: Client, journal: Path) -> None:
    group = (31,) if function == "import_contacts" else ()
    required = {"from_": "InfoText", "text": "Hi", "template_id": 1, "strategy": [{"channel": "sms", "text": "Hi"}]}
    given = {name: required[name] for name in keywords_of(function).__required_keys__}
    with pytest.raises(ApiTypeError, match="worker"):
        getattr(bulk, function)(client, *group, ["+31612469333"], name="n", journal=journal, worker=2, **given)
    assert not journal.exists()
