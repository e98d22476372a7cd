"""The commands in the guide to the command line print the output that it shows."""

from __future__ import annotations

import re
import shlex

import pytest

from smscx_client.cli.exit_codes import ExitCode
from test.cli.conftest import Command
from test.support import ROOT

GUIDE = (ROOT / "docs" / "guides" / "command-line.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SHELL = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
#: Text that differs from run to run: ids and times.
VARYING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def test_the_guide_has_sessions() -> None:
    assert len(SESSIONS) == 3


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_prints_what_the_guide_shows(smscx: Command, session: str) -> None:
    runs = re.findall(r"^\$ smscx (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert runs
    for words, expected in runs:
        assert VARYING.sub("...", smscx(*shlex.split(words)).stdout) == VARYING.sub("...", expected)


def commands() -> list[str]:
    lines = "".join(SHELL).replace("\\\n", "").splitlines()
    return [line.partition(" # ")[0].partition(" > ")[0] for line in lines if line.startswith("smscx ")]


@pytest.mark.parametrize("line", commands())
def test_every_option_in_the_guide_exists(smscx: Command, line: str) -> None:
    words = shlex.split(line)[1:]
    command = words[:2] if words[0] in ("bulk", "webhooks", "otp") else words[:1]
    shown = smscx(*command, "--help").stdout
    options = [word for word in words if word.startswith("--")]
    assert [option for option in options if option not in shown] == []


def test_the_exit_codes_are_those_of_the_command() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| (.*) \|$", GUIDE, re.MULTILINE))
    assert {int(code) for code in rows} == set(ExitCode)
    source = (ROOT / "smscx_client" / "cli" / "exit_codes.py").read_text(encoding="utf-8")
    documented = dict(re.findall(r'^    [A-Z_]+ = (\d+)\n    """(.*)"""$', source, re.MULTILINE))
    assert rows == documented
