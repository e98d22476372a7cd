"""The generator: its output is what lies in the tree, the same every time, and carries a change everywhere."""

from __future__ import annotations

import copy
import json
import pathlib
import shutil
import subprocess
import sys
from typing import Any

import pytest
import yaml

from codegen import bundle, read
from codegen.__main__ import generated, main
from test.support import ROOT
from test.support.spec import document

PARTS = ("README.md", "docs/README.md", "pyproject.toml", "openapi.yaml", "smscx_client/sandbox/spec/openapi.json")
FOLDERS = (
    "openapi",
    "smscx_client/api",
    "smscx_client/apis",
    "smscx_client/model",
    "smscx_client/models",
    "docs",
    "examples",
)


@pytest.fixture
def checkout(tmp_path: pathlib.Path) -> pathlib.Path:
    """A checkout with everything generated, to change and generate again."""
    for path in FOLDERS:
        shutil.copytree(ROOT / path, tmp_path / path, ignore=shutil.ignore_patterns("__pycache__"))
    for path in PARTS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def edit(checkout: pathlib.Path, file: str, old: str, new: str) -> None:
    """Replace the one place of ``old`` in a file below openapi/, as a maintainer would."""
    path = checkout / "openapi" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def generate(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Generate, and return the files that were written."""
    capsys.readouterr()
    assert main(["--root", str(checkout)]) == 0
    return sorted(line.split()[-1] for line in capsys.readouterr().out.splitlines()[:-1])


def test_the_tree_is_as_generated() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "codegen", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_generating_twice_gives_the_same_bytes_and_all_of_them() -> None:
    first = generated(ROOT)
    assert first == generated(ROOT)
    count = {
        "smscx_client/model/": 261,
        "docs/reference/model/": 261,
        "smscx_client/api/": 17,
        "docs/reference/api/": 17,
        "examples/": 101,
    }
    for folder, number in count.items():
        assert sum(path.startswith(folder) for path in first) == number, folder


def test_check_names_what_is_stale_missing_and_left_over(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (checkout / "smscx_client/model/paging.py").open("a") as file:
        file.write("# changed by hand\n")
    (checkout / "docs/reference/model/paging.md").unlink()
    shutil.copy(checkout / "smscx_client/model/status.py", checkout / "smscx_client/model/gone.py")
    (checkout / "smscx_client/model/mine.py").write_text("# written by hand\n")
    assert main(["--check", "--root", str(checkout)]) == 1
    assert sorted(capsys.readouterr().out.splitlines()[:-1]) == [
        "left over  smscx_client/model/gone.py",
        "missing    docs/reference/model/paging.md",
        "stale      smscx_client/model/paging.py",
    ]
    assert main(["--root", str(checkout)]) == 0
    assert main(["--check", "--root", str(checkout)]) == 0
    assert (checkout / "smscx_client/model/mine.py").exists()


def test_a_new_optional_field(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    field = """
    flashMessage:
      type: boolean
      description: Shows the message at once, without storing it.
    """
    required = (
        "SendSmsMessageRequest:\n  x-module: send_sms_message_request\n  type: object\n  required: [to, from, text]\n"
    )
    edit(checkout, "schemas/sms.yaml", f"{required}  properties:\n", f"{required}  properties:{field.rstrip()}\n")
    assert generate(checkout, capsys) == [
        "docs/reference/model/send-sms-message-request.md",
        "openapi.yaml",
        "smscx_client/model/send_sms_message_request.py",
        "smscx_client/sandbox/spec/openapi.json",
    ]
    code = (checkout / "smscx_client/model/send_sms_message_request.py").read_text()
    assert 'flash_message: bool | None = field("flashMessage", type=bool, default=None, kw_only=True)' in code
    assert "flash_message" in (checkout / "docs/reference/model/send-sms-message-request.md").read_text()


def test_a_new_operation(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = checkout / "openapi/paths/account.yaml"
    balance = source.read_text(encoding="utf-8").split("\n\n")[0]
    limits = balance.replace("/account/balance", "/account/limits").replace("get_account_balance", "get_account_limits")
    source.write_text(f"{limits}\n\n{source.read_text(encoding='utf-8')}", encoding="utf-8")
    examples = checkout / "openapi/examples"
    shutil.copy(examples / "get_account_balance.json", examples / "get_account_limits.json")
    written = generate(checkout, capsys)
    assert {
        "README.md",
        "docs/reference/api/account-api.md",
        "examples/account-api/get-account-limits.py",
        "openapi.yaml",
        "smscx_client/api/account_api.py",
    } <= set(written)
    assert (
        "def get_account_limits(self, **options: Unpack[CallOptions]) -> AccountBalance:"
        in (checkout / "smscx_client/api/account_api.py").read_text()
    )
    assert "## get_account_limits" in (checkout / "docs/reference/api/account-api.md").read_text()
    assert "get_account_limits" in (checkout / "README.md").read_text()


def test_a_new_error_code(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (checkout / "openapi/error-codes.yaml").open("a", encoding="utf-8") as codes:
        codes.write(
            "- code: 1199\n  type: no_coverage\n  status: 403\n  meaning: The network is closed for the night.\n"
        )
    edit(checkout, "paths/account.yaml", "    x-shown: [balance, currency, billing]", "    x-errors: [1199]")
    written = generate(checkout, capsys)
    assert {"docs/reference/api/account-api.md", "smscx_client/api/account_api.py", "openapi.yaml"} <= set(written)
    page = (checkout / "docs/reference/api/account-api.md").read_text()
    (row,) = [line for line in page.splitlines() if "1199" in line]
    assert "The network is closed for the night." in row
    assert "NoCoverageException" in row
    assert "1199" in (checkout / "smscx_client/api/account_api.py").read_text()


def test_an_error_code_that_has_no_row_is_refused(checkout: pathlib.Path) -> None:
    edit(checkout, "paths/account.yaml", "    x-shown: [balance, currency, billing]", "    x-errors: [1199]")
    with pytest.raises(
        ValueError, match="get_account_balance: x-errors lists 1199, but .*error-codes.yaml has no such row"
    ):
        bundle.bundle(checkout / "openapi")


def test_record_takes_the_example_responses_from_the_sandbox(checkout: pathlib.Path) -> None:
    edit(checkout, "examples/send_sms.json", '"status": "ACCEPTED"', '"status": "DELIVERED"')
    comment = "# A comment in the source survives everything.\n"
    source = checkout / "openapi/paths/sms.yaml"
    source.write_text(comment + source.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["--record", "--root", str(checkout)]) == 0
    assert main(["--check", "--root", str(checkout)]) == 0
    assert source.read_text(encoding="utf-8").startswith(comment)
    for path in ("openapi.yaml", "openapi/examples/send_sms.json"):
        assert (checkout / path).read_bytes() == (ROOT / path).read_bytes(), path


def test_the_bundle_is_the_document_that_users_read() -> None:
    bundled = bundle.bundle(ROOT / "openapi")
    assert yaml.safe_load(bundle.as_yaml(bundled)) == bundled == document()
    assert {key: value for key, value in json.loads(bundle.as_json(bundled)).items() if key != "x-generated"} == bundled


def test_a_stale_bundle_is_found(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (checkout / "openapi.yaml").open("a", encoding="utf-8") as bundled:
        bundled.write("x-by-hand: true\n")
    assert main(["--check", "--root", str(checkout)]) == 1
    assert "stale      openapi.yaml" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("../properties.yaml#/nowhere", "the reference ../properties.yaml#/nowhere points to nothing"),
        ("gone.yaml#/from", "the reference gone.yaml#/from points to nothing"),
    ],
)
def test_a_reference_to_nothing_names_its_place(checkout: pathlib.Path, reference: str, problem: str) -> None:
    required = "  required: [to, from, text]\n  properties:\n    to: {$ref: ../properties.yaml#/recipients}\n    from: "
    module = "  x-module: send_sms_message_request\n  type: object\n"
    edit(
        checkout,
        "schemas/sms.yaml",
        f"{module}{required}{{$ref: ../properties.yaml#/from}}",
        f"{module}{required}{{$ref: '{reference}'}}",
    )
    with pytest.raises(ValueError, match=f"openapi/schemas/sms.yaml: {problem}"):
        bundle.bundle(checkout / "openapi")


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        ({"type": "string", "multipleOf": 3}, "Paging.extra: the generator does not know multipleOf"),
        ({"type": "array", "items": {"type": "string", "maxLength": 3}}, "Paging.extra: limits of a list's items"),
    ],
)
def test_a_keyword_that_it_would_ignore_stops_it(schema: dict[str, Any], problem: str) -> None:
    changed = copy.deepcopy(document())
    changed["components"]["schemas"]["Paging"]["properties"]["extra"] = schema
    with pytest.raises(ValueError, match=problem):
        read.read(changed)


def test_a_name_that_is_none_in_python_stops_it() -> None:
    changed = copy.deepcopy(document())
    del changed["components"]["schemas"]["DataSms"]["properties"]["from"]["x-python-name"]
    with pytest.raises(ValueError, match="'from' needs an x-python-name"):
        read.read(changed)
