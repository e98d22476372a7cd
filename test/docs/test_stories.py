"""The tests of the example projects pass, each as a user runs it: with the plugin, from its folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from test.sandbox.test_pytest_fixture import PLUGIN
from test.support import ROOT

#: The project in examples/testing runs in test/sandbox/test_pytest_fixture.py.
PROJECTS = sorted({path.parent for path in (ROOT / "examples").rglob("test_*.py")} - {ROOT / "examples" / "testing"})


def test_the_projects_are_found() -> None:
    assert ROOT / "examples" / "events" in PROJECTS


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_tests_of_an_example_pass(project: Path) -> None:
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "--rootdir", str(project)]
    command = [sys.executable, "-m", "pytest", *PLUGIN, *options, str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout and "failed" not in done.stdout
