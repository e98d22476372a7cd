"""The base class of what a job raises, and the error of its journal; ``JobStopped`` is with the results."""

from __future__ import annotations

from smscx_client.exceptions import ApiExceptionBase

__all__ = ["BulkError", "JournalError", "JournalInUse"]


class BulkError(ApiExceptionBase):
    """The base class of what a job raises."""


class JournalError(BulkError):
    """The journal cannot be used for this job.

    It is in use by another process, is no journal, has another job under this name, or has no such job: nothing was
    sent. Or the file cannot be written, such as on a full disk: ``__cause__`` is then the `sqlite3.Error`, and the job
    continues with the same call after you have corrected the cause.
    """


class JournalInUse(JournalError):
    """Another process works on the journal."""

    def __init__(self, path: object):
        super().__init__(f"{path}: another process works on this journal. Wait until it ends, or use another file")
