"""The guide to texts prints what it says."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "text.md"
BLOCKS = [
    block
    for block in re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if "ApiClient" not in block  # test/docs runs this one, in a sandbox; test/client asserts the message of the warning
]


def test_the_guide_has_blocks() -> None:
    assert len(BLOCKS) == 5


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_prints_its_comments(block: str) -> None:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(block, str(GUIDE), "exec"), {})
    expected = re.findall(r"(?:^|  )# (.+)$", block, re.MULTILINE)
    assert expected
    assert output.getvalue().splitlines()[: len(expected)] == expected
