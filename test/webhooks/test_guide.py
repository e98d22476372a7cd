"""The test that the guide shows passes in a project of its own."""

from __future__ import annotations

import re

import pytest

from test.support import ROOT

pytest_plugins = ("pytester",)
GUIDE = ROOT / "docs" / "guides" / "webhooks.md"


def test_the_test_in_the_guide_passes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (test,) = [block for block in blocks if "def test_" in block]
    pytester.makepyfile(test)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.runpytest_subprocess("-p", "no:schemathesis").assert_outcomes(passed=1)
