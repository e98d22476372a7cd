"""Methods and models in an editor, ``help()`` and ``inspect``: documented fields, the required ones first."""

from __future__ import annotations

import inspect
import json
import pydoc
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jedi
import pytest

import smscx_client
from smscx_client import apis, models
from smscx_client.model_utils import Model
from smscx_client.models import SendSmsMessageRequest
from smscx_client.sandbox import spec
from test.support import ROOT

SEND_SMS = ["to", "from_", "text", "country_iso", "allow_invalid", "scheduled_date"]
CLIENT = "import smscx_client\nclient = smscx_client.Client()\n"
ASYNC_CLIENT = "import smscx_client\nasync def main(client: smscx_client.AsyncClient):\n    "
MODELS = "from smscx_client.models import SendSmsMessageRequest\n"


#: The last jedi for Python 3.9 shows the other name of this field.
FROM = "_from" if sys.version_info >= (3, 10) else "from_"


@pytest.fixture(scope="module")
def project() -> jedi.Project:
    return jedi.Project(ROOT, load_unsafe_extensions=False)


def at_the_end_of(source: str, project: jedi.Project) -> tuple[jedi.Script, int, int]:
    lines = source.split("\n")
    return jedi.Script(source, project=project), len(lines), len(lines[-1])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (f"{CLIENT}client.sms.send_sms(", SEND_SMS),
        (f"{CLIENT}client.otp.new_otp(", ["phone_number", "country_iso", "from_"]),
        (f"{ASYNC_CLIENT}client.sms.send_sms(", ["send_sms_message_request", *SEND_SMS]),
        # jedi makes the signature of a model from its fields
        (f"{MODELS}SendSmsMessageRequest(", ["to", FROM, "text", "country_iso"]),
    ],
)
def test_an_editor_shows_the_fields_in_a_call(source: str, shown: list[str], project: jedi.Project) -> None:
    script, line, column = at_the_end_of(source, project)
    signature = script.get_signatures(line, column)[0]
    assert [one.name for one in signature.params][: len(shown)] == shown
    offered = {one.name_with_symbols for one in script.complete(line, column)}
    assert {f"{name}=" for name in shown} <= offered
    assert all(f":param {name}: " in signature.docstring() for name in shown)


def test_an_editor_shows_the_fields_of_a_response_with_their_documentation(project: jedi.Project) -> None:
    source = f'{CLIENT}sent = client.sms.send_sms(to="+3161", from_="InfoText", text="Hi")\nsent.data[0].'
    script, line, column = at_the_end_of(source, project)
    offered = {one.name: one for one in script.complete(line, column)}
    assert {"msg_id", "to", "from_", "status", "cost", "created_at"} <= offered.keys()
    shown = " ".join(offered["cost"].docstring().split())
    assert shown.startswith("Price of the message in EUR or USD, whichever the account uses: price per part")
    assert shown.endswith("Example: ``0.075``.")
    assert offered["from_"].docstring().startswith("Sender name that the message carries")


def test_help_shows_the_fields_of_a_request() -> None:
    shown = pydoc.plain(pydoc.render_doc(SendSmsMessageRequest))
    places = [shown.index(f":param {name}: ") for name in SEND_SMS]
    assert places == sorted(places)
    assert "Required." in shown[places[2] : places[3]]
    assert "Required." not in shown[places[3] :]


def methods() -> Iterator[tuple[str, Any]]:
    for name in apis.__all__:
        for method, function in inspect.getmembers(getattr(apis, name), inspect.isfunction):
            if not method.startswith("_"):
                yield method, function


def object_models() -> Iterator[tuple[str, Any]]:
    for name in models.__all__:
        one = getattr(models, name)
        if one.__init__ is Model.__init__ and name != "CallbackEventTypes":  # it is a single value
            yield name, one


def described_fields(documented: str) -> dict[str, str]:
    """Parameter to description, on one line."""
    found = re.findall(r"^:param (\w+): (.*?)(?=^:|\Z)", documented, flags=re.DOTALL | re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}


def test_every_docstring_has_the_names_and_values_of_python() -> None:
    documents = json.loads(Path(spec.__file__).with_name("openapi.json").read_text(encoding="utf-8"))
    properties = [one.get("properties", {}) for one in documents["components"]["schemas"].values()]
    wire = {name for one in properties for name in one if re.search("[a-z][A-Z]", name)}
    assert len(wire) > 130
    every = [*methods(), *object_models()]
    assert len(every) > 340
    for name, one in every:
        for part in re.findall(r"``([\w.]+)``", inspect.getdoc(one) or ""):
            assert not {*part.split(".")} & {*wire, "true", "false", "null"}, f"{name}: {part}"


def test_every_model_documents_its_fields() -> None:
    count = 0
    for name, one in object_models():
        documented = described_fields(inspect.getdoc(one) or "")
        fields = [field.name for field in one._fields.values()]
        required = [field.name for field in one._fields.values() if field.required]
        assert {"from_" if name == "_from" else name for name in fields} <= documented.keys(), name
        assert all("Required." in documented[{"_from": "from_"}.get(name, name)] for name in required), name
        count += len(fields)
    assert count > 1100


def test_a_description_ends_with_the_default_and_an_example() -> None:
    documented = described_fields(inspect.getdoc(smscx_client.Client().sms.send_sms) or "")
    assert documented["is_utc"].endswith("Default: ``True``.")
    assert 'Example: ``["+31612469333"]``.' in documented["to"]
    assert "A number that is in the list twice gets the message twice, and both are charged." in documented["to"]
    assert "A single string counts as a list of one." in documented["to"]
