"""The commands: each module has one of them, or a group, and imports what it needs when it runs."""

from __future__ import annotations

from smscx_client.cli.commands import (
    account,
    bulk,
    call,
    configure,
    doctor,
    export,
    mcp,
    otp,
    sandbox,
    sending,
    text,
    webhooks,
)

__all__ = ["REGISTER"]

#: What adds the commands to the application, in the order of the help.
REGISTER = (
    account.register,
    sending.register,
    otp.register,
    bulk.register,
    export.register,
    webhooks.register,
    text.register,
    call.register,
    sandbox.register,
    mcp.register,
    configure.register,
    doctor.register,
)
