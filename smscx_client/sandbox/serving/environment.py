"""The environment variables that point programs to a sandbox."""

from __future__ import annotations

import os

from ..demo import application_id
from ..state.context import Context

__all__ = ["Environment", "variables"]

_ACCESS_TOKEN = "SMSCX_ACCESS_TOKEN"  # a variable's name, no secret  # nosec B105


def variables(context: Context, url: str) -> dict[str, str]:
    """Return the variables that a program needs to use the sandbox at `url`."""
    return {
        "SMSCX_HOST": url,
        "SMSCX_API_KEY": context.settings.api_key,
        "SMSCX_APPLICATION_ID": application_id(context),
        "SMSCX_APPLICATION_SECRET": context.settings.application_secret,
    }


class Environment(dict[str, str]):
    """Environment variables of this process that are set from now on until `undo` or the end of a `with` block.

    An access token in the environment is removed for this time.
    """

    def __init__(self, values: dict[str, str]) -> None:
        super().__init__(values)
        self._before: dict[str, str | None] = {name: os.environ.get(name) for name in (*values, _ACCESS_TOKEN)}
        os.environ.pop(_ACCESS_TOKEN, None)
        os.environ.update(values)

    def __enter__(self) -> Environment:
        return self

    def __exit__(self, *_: object) -> None:
        self.undo()

    def undo(self) -> None:
        """Set the variables to what they were before. A second call does nothing."""
        while self._before:
            name, value = self._before.popitem()
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
