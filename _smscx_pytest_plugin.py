"""The pytest plugin: the fixture `smscx_sandbox`, a sandbox of one's own for each test.

Installing the package with its sandbox extra is enough; pytest finds the plugin by its entry point, and imports it in
every run. That is why it stands beside the package and not in it: the package, and all that it imports, comes with the
first test that uses the fixture. Each process has one sandbox, which every test finds as new, so that pytest-xdist
works.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from smscx_client.sandbox.pytest_fixture import SmscxSandbox
    from smscx_client.sandbox.sandbox import Sandbox
    from smscx_client.sandbox.settings import Settings

__all__ = ["smscx_sandbox", "smscx_sandbox_settings"]


@pytest.fixture(scope="session")
def smscx_sandbox_settings() -> Settings:
    """How the sandboxes of the tests are set up. Define a fixture of this name to have another way."""
    from smscx_client.sandbox.settings import Settings

    return Settings()


@pytest.fixture(scope="session")
def _smscx_sandbox(smscx_sandbox_settings: Settings) -> Iterator[Sandbox]:
    try:
        from smscx_client.sandbox import Sandbox
    except ModuleNotFoundError as error:  # the package was installed without its extra
        pytest.fail(str(error), pytrace=False)
    from smscx_client.sandbox.state.clock import Clock

    sandbox = Sandbox(smscx_sandbox_settings, Clock.frozen())
    yield sandbox
    sandbox.close()


@pytest.fixture
def smscx_sandbox(_smscx_sandbox: Sandbox) -> Iterator[SmscxSandbox]:
    """The SMS.CX API for one test: nothing is sent, nothing is charged, and each test begins with the same state.

    It is a :class:`smscx_client.sandbox.pytest_fixture.SmscxSandbox`. ``smscx_sandbox.new_client()`` makes a client for
    it, and ``smscx_sandbox.messages`` are the sent messages.
    """
    from smscx_client.sandbox.pytest_fixture import SmscxSandbox

    _smscx_sandbox.reset()
    given = SmscxSandbox(_smscx_sandbox)
    yield given
    given.close()
