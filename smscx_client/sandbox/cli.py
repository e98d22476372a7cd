"""The command `smscx-sandbox`: serve the sandbox, or run a script against one and show what it sent."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .core import Sandbox
    from .server import Server

__all__ = ["main"]

DESCRIPTION = "The SMS.CX API on your machine: every call answered, nothing sent, nothing charged."
BANNER = """\
SMS.CX sandbox   {url}
API key          {api_key}
Messages sent    {url}{messages}

Nothing leaves this machine. Ctrl-C ends it."""

_FAILED = 1
_MISUSED = 2
_SIGNAL = 128
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        sandbox = _sandbox(options)
        server = _server(sandbox, options)
    except ModuleNotFoundError as error:
        return _fail(f'it needs the package {error.name}: pip install "smscx_client[sandbox]"')
    except (_UsageError, OSError) as error:
        return _fail(str(error))
    try:
        return options.act(server, options)
    finally:
        sandbox.close()
