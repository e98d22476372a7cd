"""A test suite in JavaScript, run by Node.js against a sandbox on HTTP: two of them at the same time."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from test.support import ROOT

NODE = shutil.which("node")
SUITE = ROOT / "examples" / "javascript" / "signup.test.mjs"


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed: apt-get install -y nodejs")
def test_two_suites_at_the_same_time_do_not_see_each_other() -> None:
    assert NODE
    sandbox = Sandbox(Settings(demo=True))
    before = sandbox.messages()
    with Server(sandbox) as server:
        environment = {**os.environ, "SMSCX_HOST": server.url, "NO_COLOR": "1"}
        running = [
            subprocess.Popen(
                [NODE, "--test", "--test-reporter=tap", SUITE],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for _ in range(2)
        ]
        outputs = [each.communicate(timeout=120)[0] for each in running]
        assert list(sandbox.accounts) == [], "each suite has dropped its account"
    for process, output in zip(running, outputs):
        assert process.returncode == 0, output
        assert "# fail 0" in output and "# pass 3" in output
    assert sandbox.messages() == before
    sandbox.close()
