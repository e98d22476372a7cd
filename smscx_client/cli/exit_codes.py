"""How the command ends: its exit codes, and an error in one sentence."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from smscx_client.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiExceptionBase,
    InsufficientBalanceException,
    InsufficientScopeException,
    InvalidCredentialsException,
    InvalidPhoneNumberException,
    RateLimitExceededException,
    ServerErrorException,
)

__all__ = ["CommandError", "ExitCode", "description_of", "exit_code_of"]


#: Invalid numbers that an error shows.
_MOST_NUMBERS = 5


class ExitCode(IntEnum):
    """The exit codes of the command."""

    DONE = 0
    """Success."""
    REFUSED = 1
    """The API returned an error, or a check failed. The message has the class and the code of the error."""
    USAGE = 2
    """An argument is missing or wrong, or a question was not confirmed. Nothing was sent."""
    CREDENTIALS = 3
    """There are no credentials, or the API does not accept them."""
    BALANCE = 4
    """The balance of the account is too low. Nothing was sent."""
    UNAVAILABLE = 5
    """No response, or the rate limit. Nothing was done: try again later."""
    UNKNOWN = 6
    """A failure after which the request may have been carried out. Find out before you repeat it."""
    PARTLY = 7
    """It was done, but not for all recipients."""
    INTERRUPTED = 130
    """Ctrl-C."""
    TERMINATED = 143
    """SIGTERM, which ends a command as Ctrl-C does."""
    PIPE_CLOSED = 141
    """The program that reads the output has ended."""


class CommandError(Exception):
    """A command cannot continue. The message says what is wrong and what to do."""

    def __init__(self, message: str, exit_code: ExitCode = ExitCode.USAGE):
        super().__init__(message)
        self.exit_code = exit_code


#: The exit code of each class of exception; the first that fits.
_EXIT_CODES: tuple[tuple[tuple[type[BaseException], ...], ExitCode], ...] = (
    ((InvalidCredentialsException, InsufficientScopeException), ExitCode.CREDENTIALS),
    ((InsufficientBalanceException,), ExitCode.BALANCE),
    ((ApiConnectionException, ServerErrorException, RateLimitExceededException), ExitCode.UNAVAILABLE),
    ((ApiException,), ExitCode.REFUSED),
    ((ApiExceptionBase,), ExitCode.USAGE),
    ((BrokenPipeError,), ExitCode.PIPE_CLOSED),
    ((KeyboardInterrupt,), ExitCode.INTERRUPTED),
    ((FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError), ExitCode.USAGE),  # of a given file
    ((OSError,), ExitCode.REFUSED),
    ((UnicodeDecodeError,), ExitCode.USAGE),
)


def exit_code_of(error: BaseException) -> ExitCode | None:
    """The exit code for an error; None for an error that is a defect of the command."""
    if isinstance(error, CommandError):
        return error.exit_code
    if isinstance(error, ApiException) and error.outcome_unknown:
        return ExitCode.UNKNOWN
    return next((code for classes, code in _EXIT_CODES if isinstance(error, classes)), None)


def description_of(error: BaseException) -> dict[str, Any]:
    """What ``--json`` prints of an error. The sentence of the error is its ``message``."""
    described: dict[str, Any] = {"class": type(error).__name__, "message": _sentence(error)}
    if isinstance(error, ApiException):
        described.update(
            status=error.status,
            type=error.error_type,
            code=error.error_code,
            invalid=error.invalid,
            request_id=error.request_id,
            outcome_unknown=error.outcome_unknown,
            idempotency_id=error.idempotency_id,
        )
    return described


def _sentence(error: BaseException) -> str:
    if isinstance(error, CommandError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    if isinstance(error, UnicodeDecodeError):  # its own message quotes what was read
        return f"the input is not {error.encoding} text (byte {error.start + 1:,})"
    hint = _invalid_numbers(error) if isinstance(error, InvalidPhoneNumberException) else ""
    return f"{type(error).__name__}: {error}{hint}"


def _invalid_numbers(error: InvalidPhoneNumberException) -> str:
    """The numbers that the user gave and the API refused, and how to write a number."""
    shown = ", ".join(error.invalid[:_MOST_NUMBERS])
    more = f" and {len(error.invalid) - _MOST_NUMBERS:,} more" if len(error.invalid) > _MOST_NUMBERS else ""
    return f" {shown}{more}: write a number with + and its country code, such as +31612469333"
