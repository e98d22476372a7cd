"""The guide to the recipients of bulk jobs prints what it says."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.server import Server
from test.support import ROOT

GUIDE = ROOT / "docs" / "guides" / "bulk_sources.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_guide_has_blocks() -> None:
    assert len(BLOCKS) == 5


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_prints_its_comments(
    block: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    output = io.StringIO()
    with Server(sandbox) as server, contextlib.redirect_stdout(output):
        monkeypatch.setenv("SMSCX_HOST", server.url)
        key = sandbox.context.settings.api_key
        exec(compile(block.replace("YOUR_API_KEY", key), str(GUIDE), "exec"), {"__name__": "__main__"})
    expected = re.findall(r"(?:^|  )# (.+)$", block, re.MULTILINE)
    assert expected
    shown = output.getvalue().splitlines()
    assert shown[-len(expected) :] == expected
    assert set(shown) == set(expected)
