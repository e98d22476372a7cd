"""The generator: its output is the tree, the same every time, and a change in openapi/ reaches every generated file."""

from __future__ import annotations

import inspect
import json
import pathlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import yaml

from codegen import read, wording, write
from codegen.__main__ import generated, main
from codegen.bundle import bundle
from smscx_client import apis, models
from test.support import ROOT
from test.support.spec import document

FOLDERS = (
    "docs",
    "examples",
    "openapi",
    "smscx_client/aio",
    "smscx_client/api",
    "smscx_client/apis",
    "smscx_client/model",
    "smscx_client/models",
)
FILES = (
    "mkdocs.yml",
    "openapi.yaml",
    "pyproject.toml",
    "smscx_client/_namespaces.py",
    "smscx_client/sandbox/spec/openapi.json",
    "smscx_client/types.py",
)
BUNDLES = {"openapi.yaml", "smscx_client/sandbox/spec/openapi.json"}


@pytest.fixture
def checkout(tmp_path: pathlib.Path) -> pathlib.Path:
    """A checkout with everything generated, to change and generate again."""
    for path in FOLDERS:
        shutil.copytree(ROOT / path, tmp_path / path, ignore=shutil.ignore_patterns("__pycache__"))
    for path in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


@contextmanager
def edited(checkout: pathlib.Path, name: str) -> Iterator[Any]:
    """The content of one file in openapi/, written back after the change."""
    path = checkout / "openapi" / name
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    yield content
    path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def generate(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str], *options: str) -> set[str]:
    """Generate, and return the files that were written."""
    capsys.readouterr()
    assert main(["--root", str(checkout), *options]) == 0
    return {line.split()[-1] for line in capsys.readouterr().out.splitlines()[:-1]}


def test_the_tree_is_as_generated_and_complete() -> None:
    files = generated(ROOT)
    assert write.differences(files, ROOT) == []
    count = {
        "smscx_client/model/": 261,
        "docs/reference/model/": 261,
        "smscx_client/api/": 17,
        "docs/reference/api/": 17,
        "examples/": 101,
    }
    for folder, number in count.items():
        assert sum(path.startswith(folder) for path in files) == number, folder


def test_check_names_stale_missing_and_superfluous_files(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ("smscx_client/model/paging.py", "openapi.yaml"):
        with (checkout / path).open("a") as file:
            file.write("# changed by hand\n")
    (checkout / "docs/reference/model/paging.md").unlink()
    shutil.copy(checkout / "smscx_client/model/status.py", checkout / "smscx_client/model/gone.py")
    (checkout / "smscx_client/model/mine.py").write_text("# written by hand\n")
    assert main(["--check", "--root", str(checkout)]) == 1
    assert sorted(capsys.readouterr().out.splitlines()[:-1]) == [
        "left over  smscx_client/model/gone.py",
        "missing    docs/reference/model/paging.md",
        "stale      openapi.yaml",
        "stale      smscx_client/model/paging.py",
    ]
    assert main(["--root", str(checkout)]) == 0
    for path in ("smscx_client/model/paging.py", "openapi.yaml", "docs/reference/model/paging.md"):
        assert (checkout / path).read_bytes() == (ROOT / path).read_bytes()
    assert not (checkout / "smscx_client/model/gone.py").exists()
    assert (checkout / "smscx_client/model/mine.py").exists()


def test_check_finds_bundles_older_than_their_source(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with edited(checkout, "openapi.yaml") as root:
        root["info"]["x-note-to-tools"] = "read me"
    assert main(["--check", "--root", str(checkout)]) == 1
    assert {line.split()[-1] for line in capsys.readouterr().out.splitlines()[:-1]} == BUNDLES


def test_the_bundles_say_that_they_are_generated_and_hold_the_same() -> None:
    text = (ROOT / "openapi.yaml").read_text(encoding="utf-8")
    copied = json.loads((ROOT / "smscx_client/sandbox/spec/openapi.json").read_text(encoding="utf-8"))
    mark = copied.pop("x-generated")
    assert text.partition("\n")[0] == f"# {mark}"
    assert "Generated from openapi/" in mark
    assert yaml.safe_load(text) == copied == bundle(ROOT / "openapi")
    assert ".yaml" not in json.dumps(copied), "a reference to a source file is left"


def test_docstrings_have_the_whole_descriptions() -> None:
    api = wording.in_python(read.read(bundle(ROOT / "openapi")))
    described = [(getattr(models, one.name), value) for one in api.models for value in one.fields if value.description]
    described += [
        (getattr(getattr(apis, one.api_class), one.name), value) for one in api.operations for value in one.parameters
    ]
    assert len(described) > 1300
    for owner, value in described:
        documented = " ".join((inspect.getdoc(owner) or "").replace("``", "`").split())
        assert " ".join(value.description.split()) in documented, f"{owner.__name__}.{value.name}"


def test_a_description_in_the_words_of_python(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with edited(checkout, "properties.yaml") as properties:
        properties["isUtc"]["description"] = (
            "`null` or `true`: `scheduledDate` of `from` and `data.textAnalysis`, `{{isUtc}}`"
        )
    generate(checkout, capsys)
    code = (checkout / "smscx_client/model/send_sms_message_request.py").read_text()
    assert "``None`` or ``True``: ``scheduled_date`` of ``from_`` and ``data.text_analysis``, ``{{isUtc}}``" in code


def test_a_new_optional_field(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with edited(checkout, "schemas/sms.yaml") as schemas:
        schemas["SendSmsMessageRequest"]["properties"]["flashMessage"] = {
            "type": "boolean",
            "description": "Shows the message immediately, without storing it.",
        }
    assert generate(checkout, capsys) == BUNDLES | {
        "docs/reference/api/sms-api.md",
        "docs/reference/model/send-sms-message-request.md",
        "smscx_client/aio/sms_api.py",
        "smscx_client/api/sms_api.py",
        "smscx_client/model/send_sms_message_request.py",
        "smscx_client/types.py",
    }
    assert "flash_message: bool | None = UNSET," in (checkout / "smscx_client/api/sms_api.py").read_text()
    assert '"flashMessage": "bool | None"' in (checkout / "smscx_client/types.py").read_text()
    code = (checkout / "smscx_client/model/send_sms_message_request.py").read_text()
    assert 'flash_message: bool | None = field("flashMessage", type=bool, default=None, kw_only=True)' in code
    assert "flash_message" in (checkout / "docs/reference/model/send-sms-message-request.md").read_text()


def test_a_changed_shared_property_reaches_every_model_that_refers_to_it(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with edited(checkout, "properties.yaml") as properties:
        properties["isUtc"]["description"] = "Whether the date is in UTC."
    written = generate(checkout, capsys)
    assert len([path for path in written if path.startswith("smscx_client/model/")]) == 14


def test_a_new_operation(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with edited(checkout, "paths/account.yaml") as paths:
        operation = {**paths["/account/balance"]["get"], "operationId": "get_account_limits"}
        operation["summary"] = "Show the limits of the account"
        paths["/account/limits"] = {"get": operation}
    assert generate(checkout, capsys) >= {
        "docs/reference/README.md",
        "docs/reference/api/account-api.md",
        "examples/account-api/get-account-limits.py",
        "smscx_client/api/account_api.py",
    }
    assert (
        "def get_account_limits(self, **options: Unpack[RequestOptions]) -> AccountBalance:"
        in (checkout / "smscx_client/api/account_api.py").read_text()
    )
    assert "## get_account_limits" in (checkout / "docs/reference/api/account-api.md").read_text()
    assert "get_account_limits" in (checkout / "docs/reference/README.md").read_text()


def test_an_operation_that_becomes_paged_gets_an_iterator(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with edited(checkout, "paths/templates.yaml") as paths:
        paths["/templates"]["get"].setdefault("parameters", []).append({"$ref": "../parameters.yaml#/next"})
    with pytest.raises(ValueError, match="takes `next`, but its response has no `data` and `paging`"):
        generated(checkout)
    with edited(checkout, "schemas/templates.yaml") as schemas:
        schemas["TemplatesListResponse"]["properties"]["paging"] = {"$ref": "../properties.yaml#/paging"}
    example = checkout / "openapi/examples/get_templates_list.json"
    paging = {"next": None, "previous": None, "size": 500}
    example.write_text(json.dumps({**json.loads(example.read_text()), "paging": paging}))
    generate(checkout, capsys)
    assert "def iter_templates_list(" in (checkout / "smscx_client/api/templates_api.py").read_text()
    assert "[`iter_templates_list()`]" in (checkout / "docs/reference/api/templates-api.md").read_text()


def test_a_new_error_code(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with edited(checkout, "error-codes.yaml") as codes:
        meaning = "The network is closed for the night."
        codes.append({"code": 1199, "type": "no_coverage", "status": 403, "meaning": meaning})
    with edited(checkout, "paths/sms.yaml") as paths:
        paths["/sms"]["post"]["x-errors"].append(1199)
    assert generate(checkout, capsys) >= {"docs/reference/api/sms-api.md", "smscx_client/api/sms_api.py"}
    page = (checkout / "docs/reference/api/sms-api.md").read_text()
    (row,) = [line for line in page.splitlines() if "1199" in line]
    assert "The network is closed for the night." in row
    assert "NoCoverageException" in row
    assert "1199" in (checkout / "smscx_client/api/sms_api.py").read_text()


def test_an_example_prints_what_x_shown_lists(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with edited(checkout, "paths/account.yaml") as paths:
        paths["/account/balance"]["get"]["x-shown"] = ["currency"]
        del paths["/account/channels/status"]["get"]["x-shown"]
    for name in ("get_account_balance", "get_channels_status"):
        (checkout / f"openapi/examples/{name}.json").unlink()
    examples = {
        "examples/account-api/get-account-balance.py": ['print("currency:", response.currency)'],
        "examples/account-api/get-channels-status.py": ["print(response)"],
    }
    assert examples.keys() <= generate(checkout, capsys)
    for path, lines in examples.items():
        code = (checkout / path).read_text().splitlines()
        assert [line for line in code if line.startswith("print(")] == lines


def test_record_takes_the_example_responses_from_the_sandbox_and_keeps_the_comments(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = checkout / "openapi/paths/sms.yaml"
    paths.write_text("# Why this is as it is.\n" + paths.read_text(encoding="utf-8"), encoding="utf-8")
    source = paths.read_bytes()
    example = checkout / "openapi/examples/send_sms.json"
    example.write_text(example.read_text(encoding="utf-8").replace('"ACCEPTED"', '"DELIVERED"'), encoding="utf-8")
    assert example.read_bytes() != (ROOT / "openapi/examples/send_sms.json").read_bytes()
    (checkout / "openapi/examples/export_optouts_to_csv.csv").unlink()
    written = generate(checkout, capsys, "--record")
    assert {path for path in written if path.startswith("openapi/")} == {
        "openapi/examples/export_optouts_to_csv.csv",
        "openapi/examples/send_sms.json",
    }
    assert paths.read_bytes() == source
    for path in ("openapi.yaml", "openapi/examples/send_sms.json", "openapi/examples/export_optouts_to_csv.csv"):
        assert (checkout / path).read_bytes() == (ROOT / path).read_bytes()


def broken_reference(checkout: pathlib.Path) -> None:
    with edited(checkout, "schemas/sms.yaml") as schemas:
        schemas["SendSmsMessageRequest"]["properties"]["isUtc"] = {"$ref": "../properties.yaml#/isUTC"}


def reference_to_a_missing_file(checkout: pathlib.Path) -> None:
    with edited(checkout, "schemas/sms.yaml") as schemas:
        schemas["SendSmsMessageRequest"]["properties"]["isUtc"] = {"$ref": "gone.yaml#/isUtc"}


def circular_reference(checkout: pathlib.Path) -> None:
    with edited(checkout, "properties.yaml") as properties:
        properties["isUtc"] = {"$ref": "properties.yaml#/isUtc"}


def schema_in_two_files(checkout: pathlib.Path) -> None:
    with edited(checkout, "schemas/sms.yaml") as schemas:
        schemas["Paging"] = {"type": "object"}


def key_in_one_mapping_twice(checkout: pathlib.Path) -> None:
    with (checkout / "openapi/properties.yaml").open("a") as file:
        file.write("\nisUtc:\n  type: string\n")


def unknown_error_code(checkout: pathlib.Path) -> None:
    with edited(checkout, "paths/sms.yaml") as paths:
        paths["/sms"]["post"]["x-errors"].append(1199)


def ambiguous_error_code(checkout: pathlib.Path) -> None:
    with edited(checkout, "paths/sms.yaml") as paths:
        paths["/sms"]["post"]["x-errors"].append(1600)


def example_of_no_operation(checkout: pathlib.Path) -> None:
    (checkout / "openapi/examples/send_fax.json").write_text("{}")


@pytest.mark.parametrize(
    ("make_error", "message"),
    [
        (broken_reference, r"openapi/schemas/sms.yaml: the reference ../properties.yaml#/isUTC points to nothing"),
        (reference_to_a_missing_file, r"openapi/schemas/sms.yaml: the reference gone.yaml#/isUtc points to nothing"),
        (circular_reference, r"openapi/properties.yaml: the reference properties.yaml#/isUtc leads back to itself"),
        (schema_in_two_files, r"openapi/schemas/sms.yaml: Paging is in another file of the folder, too"),
        (key_in_one_mapping_twice, r"the key isUtc is there twice, .*openapi/properties.yaml\", line \d+"),
        (unknown_error_code, r"send_sms: x-errors lists 1199, but openapi/error-codes.yaml has no such row"),
        (ambiguous_error_code, r"send_sms: x-errors lists 1600, .* has several rows for it"),
        (example_of_no_operation, r"openapi/examples: no operation has a response for send_fax.json"),
    ],
)
def test_an_error_in_the_source_stops_the_generator(checkout: pathlib.Path, make_error: Any, message: str) -> None:
    make_error(checkout)
    with pytest.raises(ValueError, match=message):
        bundle(checkout / "openapi")


def test_a_field_in_x_shown_that_the_response_lacks_stops_the_generator(checkout: pathlib.Path) -> None:
    with edited(checkout, "paths/account.yaml") as paths:
        paths["/account/balance"]["get"]["x-shown"] = ["saldo"]
    with pytest.raises(ValueError, match="get_account_balance: x-shown does not fit the example response: .*saldo"):
        generated(checkout)


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"type": "string", "multipleOf": 3}, "Paging.extra: the generator does not know multipleOf"),
        ({"type": "array", "items": {"type": "string", "maxLength": 3}}, "Paging.extra: limits of a list's items"),
    ],
)
def test_a_key_that_the_generator_would_ignore_stops_it(schema: dict[str, Any], message: str) -> None:
    changed = json.loads(json.dumps(document()))
    changed["components"]["schemas"]["Paging"]["properties"]["extra"] = schema
    with pytest.raises(ValueError, match=message):
        read.read(changed)


def test_a_missing_python_name_stops_the_generator() -> None:
    changed = json.loads(json.dumps(document()))
    del changed["components"]["schemas"]["DataSms"]["properties"]["from"]["x-python-name"]
    with pytest.raises(ValueError, match="'from' needs an x-python-name"):
        read.read(changed)
