"""The generator: its output is what lies in the tree, the same every time, and carries a change everywhere."""

from __future__ import annotations

import copy
import pathlib
import shutil
import subprocess
import sys
from typing import Any

import pytest
import yaml

from codegen import read
from codegen.__main__ import generated, main
from test.support import ROOT
from test.support.spec import document

PARTS = ("README.md", "docs/README.md", "pyproject.toml")


@pytest.fixture
def checkout(tmp_path: pathlib.Path) -> pathlib.Path:
    """A checkout with everything generated, to change and generate again."""
    for path in ("smscx_client/api", "smscx_client/apis", "smscx_client/model", "smscx_client/models"):
        shutil.copytree(ROOT / path, tmp_path / path, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ("docs", "examples"):
        shutil.copytree(ROOT / path, tmp_path / path, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (*PARTS, "openapi.yaml", "smscx_client/sandbox/spec/openapi.json"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def change(checkout: pathlib.Path, changed: dict[str, Any]) -> None:
    (checkout / "openapi.yaml").write_text(yaml.safe_dump(changed, sort_keys=False), encoding="utf-8")


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
        "docs/model/": 261,
        "smscx_client/api/": 17,
        "docs/api/": 17,
        "examples/": 101,
    }
    for folder, number in count.items():
        assert sum(path.startswith(folder) for path in first) == number, folder


def test_check_names_what_is_stale_missing_and_left_over(
    checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (checkout / "smscx_client/model/paging.py").open("a") as file:
        file.write("# changed by hand\n")
    (checkout / "docs/model/paging.md").unlink()
    shutil.copy(checkout / "smscx_client/model/status.py", checkout / "smscx_client/model/gone.py")
    (checkout / "smscx_client/model/mine.py").write_text("# written by hand\n")
    assert main(["--check", "--root", str(checkout)]) == 1
    assert sorted(capsys.readouterr().out.splitlines()[:-1]) == [
        "left over  smscx_client/model/gone.py",
        "missing    docs/model/paging.md",
        "stale      smscx_client/model/paging.py",
    ]
    assert main(["--root", str(checkout)]) == 0
    assert main(["--check", "--root", str(checkout)]) == 0
    assert (checkout / "smscx_client/model/mine.py").exists()


def test_a_new_optional_field(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = copy.deepcopy(document())
    changed["components"]["schemas"]["SendSmsMessageRequest"]["properties"]["flashMessage"] = {
        "type": "boolean",
        "description": "Shows the message at once, without storing it.",
    }
    change(checkout, changed)
    assert generate(checkout, capsys) == [
        "docs/model/send-sms-message-request.md",
        "smscx_client/model/send_sms_message_request.py",
        "smscx_client/sandbox/spec/openapi.json",
    ]
    code = (checkout / "smscx_client/model/send_sms_message_request.py").read_text()
    assert 'flash_message: bool | None = field("flashMessage", type=bool, default=None, kw_only=True)' in code
    assert "flash_message" in (checkout / "docs/model/send-sms-message-request.md").read_text()


def test_a_new_operation(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = copy.deepcopy(document())
    operation = copy.deepcopy(changed["paths"]["/account/balance"]["get"])
    operation.update(operationId="get_account_limits", summary="Show the limits of the account")
    changed["paths"]["/account/limits"] = {"get": operation}
    change(checkout, changed)
    written = generate(checkout, capsys)
    assert {
        "README.md",
        "docs/api/account-api.md",
        "examples/account-api/get-account-limits.py",
        "smscx_client/api/account_api.py",
    } <= set(written)
    assert (
        "def get_account_limits(self, **options: Unpack[CallOptions]) -> AccountBalance:"
        in (checkout / "smscx_client/api/account_api.py").read_text()
    )
    assert "## get_account_limits" in (checkout / "docs/api/account-api.md").read_text()
    assert "get_account_limits" in (checkout / "README.md").read_text()


def test_a_new_error_code(checkout: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = copy.deepcopy(document())
    error = {"code": 1199, "type": "no_coverage", "status": 403}
    changed["x-error-codes"].append({**error, "meaning": "The network is closed for the night."})
    changed["paths"]["/sms"]["post"]["x-errors"].append(error)
    change(checkout, changed)
    written = generate(checkout, capsys)
    assert {"docs/api/sms-api.md", "smscx_client/api/sms_api.py"} <= set(written)
    page = (checkout / "docs/api/sms-api.md").read_text()
    (row,) = [line for line in page.splitlines() if "1199" in line]
    assert "The network is closed for the night." in row
    assert "NoCoverageException" in row
    assert "1199" in (checkout / "smscx_client/api/sms_api.py").read_text()


def test_record_takes_the_example_answers_from_the_sandbox(checkout: pathlib.Path) -> None:
    changed = copy.deepcopy(document())
    ((_, content),) = changed["paths"]["/sms"]["post"]["responses"]["200"]["content"].items()
    content["example"]["data"][0].update(status="DELIVERED", cost=9.75)
    change(checkout, changed)
    assert main(["--record", "--root", str(checkout)]) == 0
    assert main(["--check", "--root", str(checkout)]) == 0
    assert (checkout / "openapi.yaml").read_bytes() == (ROOT / "openapi.yaml").read_bytes()


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "string", "multipleOf": 3}, "Paging.extra: the generator does not know multipleOf"),
        ({"type": "array", "items": {"type": "string", "maxLength": 3}}, "Paging.extra: limits of a list's items"),
    ],
)
def test_what_it_would_ignore_stops_it(tmp_path: pathlib.Path, schema: dict[str, Any], told: str) -> None:
    changed = copy.deepcopy(document())
    changed["components"]["schemas"]["Paging"]["properties"]["extra"] = schema
    path = tmp_path / "openapi.yaml"
    path.write_text(yaml.safe_dump(changed), encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        read.read(path)


def test_a_name_that_is_none_in_python_stops_it(tmp_path: pathlib.Path) -> None:
    changed = copy.deepcopy(document())
    del changed["components"]["schemas"]["DataSms"]["properties"]["from"]["x-python-name"]
    path = tmp_path / "openapi.yaml"
    path.write_text(yaml.safe_dump(changed), encoding="utf-8")
    with pytest.raises(ValueError, match="'from' needs an x-python-name"):
        read.read(path)
