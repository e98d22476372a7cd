"""For tests of Django projects: the sandbox instead of the API, and the messages that were sent.

    class SignUpTest(SmscxSandboxMixin, TestCase):
        def test_sign_up(self):
            self.client.post("/sign-up", {"phone_number": "+31612469333"})
            self.assertEqual(self.smscx_sandbox.messages[0].to, "+31612469333")

With pytest, use the fixture `smscx_sandbox` and
:func:`smscx_client.integrations.django.override_client`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.integrations.django import override_client

from ..pytest_fixture import SmscxSandbox
from ..sandbox import Sandbox
from ..settings import Settings
from ..state.clock import Clock

if TYPE_CHECKING:
    from django.test import SimpleTestCase as Base
else:
    Base = object

__all__ = ["SmscxSandboxMixin"]


class SmscxSandboxMixin(Base):  # type: ignore[misc]
    """Give each test of a `TestCase` a sandbox of its own: write it before `TestCase` in the list of bases.

    `get_client()` of :mod:`smscx_client.integrations.django` returns a client of the sandbox during the test.
    """

    smscx_sandbox_settings = Settings()
    """How the sandbox is set up. Assign another one in your class."""
    smscx_sandbox: SmscxSandbox
    """The sandbox, with the members of the pytest fixture: `messages`, `otp_pin`, `advance`, `fail` ..."""

    def setUp(self) -> None:
        """Make the sandbox and its client. A `setUp` of your own calls `super().setUp()` first."""
        super().setUp()
        sandbox = Sandbox(self.smscx_sandbox_settings, Clock.frozen())
        self.addCleanup(sandbox.close)
        self.smscx_sandbox = SmscxSandbox(sandbox)
        self.addCleanup(self.smscx_sandbox.close)
        override = override_client(self.smscx_sandbox.new_client())
        override.__enter__()
        self.addCleanup(override.__exit__, None, None, None)
