"""What became of a batch, as data: packed, so that 25,000 recipients take 450 kB, and JSON for other machines.

A batch has few distinct results (status, cost, country), so that each recipient has the number of its result in a
table, and 16 bytes for the id of its message.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from smscx_client._originators import is_replaced
from smscx_client.exceptions import ApiException, RateLimitExcedeedException, ServerErrorException

__all__ = [
    "ACCEPTED",
    "DUPLICATE",
    "INVALID",
    "NO_COVERAGE",
    "PENDING",
    "REJECTED",
    "STATUSES",
    "STATUS_OF",
    "UNKNOWN",
    "Outcome",
    "Packed",
    "codes_of",
    "money",
]

ACCEPTED, REJECTED, INVALID, NO_COVERAGE = "accepted", "rejected", "invalid", "no coverage"
DUPLICATE, UNKNOWN, PENDING = "duplicate", "unknown", "pending"
STATUSES = (ACCEPTED, REJECTED, INVALID, NO_COVERAGE, DUPLICATE, UNKNOWN, PENDING)

#: Our status for each status of a message; any other is one of an accepted message.
STATUS_OF = {"REJECTED": REJECTED, "NO COVERAGE": NO_COVERAGE}

#: What a batch can come to. After `AGAIN`, nothing was done, and it can be repeated; after `LOST`, it may have acted;
#: after `REFUSED`, nothing was done, and repeating it fails too until the cause is corrected.
DONE, AGAIN, LOST, REFUSED = "done", "again", "lost", "refused"
#: The whole batch is refused because of some of its recipients: it is divided.
DIVIDE = "divide"

_WHOLE = re.compile("[0-9]{1,9}")


def money(amount: Any) -> Decimal:
    """Return an amount of the API, a JSON number, as the decimal number that the API wrote."""
    return Decimal(str(amount or 0))


@dataclass(frozen=True)
class Packed:
    """The result of each recipient of a batch, in the order of the batch."""

    table: Sequence[Mapping[str, Any]]
    """The distinct results: `status`, and more by operation."""
    codes: bytes
    """For each recipient its place in the table, in 2 bytes, the lower one first on every machine; see `codes_of`."""
    ids: bytes = b""
    """For each recipient the id of its message or lookup, in 16 bytes; empty if the operation has none."""

    def counts(self) -> dict[str, int]:
        """The number of recipients by status."""
        counts: Counter[str] = Counter()
        for code, count in Counter(self.numbers()).items():
            counts[self.table[code]["status"]] += count
        return dict(counts)

    def replaced_originators(self, wanted: str | None) -> dict[str, int]:
        """The number of accepted recipients by originator, of those that are not the one that the job names."""
        found = [_replacement(entry, wanted) for entry in self.table]
        counts: Counter[str] = Counter()
        if any(found):
            for code, count in Counter(self.numbers()).items():
                used = found[code]
                if used:
                    counts[used] += count
        return dict(counts)

    def numbers(self) -> array[int]:
        """The codes as numbers."""
        numbers = array("H")
        numbers.frombytes(self.codes)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers


def _replacement(entry: Mapping[str, Any], wanted: str | None) -> str | None:
    """The originator of an accepted message, if it is not the one that the job names."""
    used = entry.get("from")
    is_other = wanted is not None and isinstance(used, str) and is_replaced(wanted, used)
    return used if is_other and entry["status"] == ACCEPTED else None


def codes_of(numbers: Iterable[int]) -> bytes:
    """Return numbers as the `codes` of a :class:`Packed`."""
    codes = array("H", numbers)
    if sys.byteorder == "big":
        codes.byteswap()
    return codes.tobytes()


@dataclass(frozen=True)
class Outcome:
    """What became of one batch. Everything but `failure` survives :meth:`to_json`."""

    state: str
    packed: Packed | None = None
    cost: str = "0"
    """The exact cost as decimal text."""
    campaign_id: str = ""
    group_id: int | None = None
    """The group that the batch made."""
    left_out: Sequence[str] | None = None
    """The numbers that the API did not put into the group; None until the group is filled."""
    error: str = ""
    """Class and code of the failure, without texts and numbers."""
    retry_after: float | None = None
    """Seconds that the API asks to wait for."""
    is_rate_limit: bool = False
    limit: int | None = None
    """The rate limit that the API states in its response, and what remains of it."""
    remaining: int | None = None
    failure: ApiException | None = field(default=None, compare=False)

    @classmethod
    def of_failure(cls, failure: ApiException) -> Outcome:
        """The outcome of a batch whose request failed."""
        state = REFUSED
        if failure.outcome_unknown:
            state = LOST
        elif failure.status == 0 or isinstance(failure, (RateLimitExcedeedException, ServerErrorException)):
            state = AGAIN
        code = f" {failure.error_code}" if failure.error_code else ""
        limit, remaining = limits(failure.headers)
        return cls(
            state,
            error=f"{type(failure).__name__}{code}",
            retry_after=failure.retry_after,
            is_rate_limit=isinstance(failure, RateLimitExcedeedException),
            limit=limit,
            remaining=remaining,
            failure=failure,
        )

    def to_json(self) -> str:
        """Return the outcome as text, for a queue or a result backend."""
        values = {**vars(self), "packed": None, "failure": None}
        if self.packed is not None:
            codes, ids = (b64encode(data).decode() for data in (self.packed.codes, self.packed.ids))
            values["packed"] = {"table": list(self.packed.table), "codes": codes, "ids": ids}
        return json.dumps(values)

    @classmethod
    def from_json(cls, text: str) -> Outcome:
        """Return the outcome that :meth:`to_json` wrote."""
        values = json.loads(text)
        if packed := values.get("packed"):
            codes, ids = b64decode(packed["codes"]), b64decode(packed["ids"])
            values["packed"] = Packed(packed["table"], codes, ids)
        return cls(**values)


def limits(headers: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The rate limit and what remains of it in the headers of a response."""
    limit, remaining = (_whole(headers.get(f"X-Rate-Limit-{name}")) for name in ("Limit", "Remaining"))
    return limit, remaining


def _whole(text: Any) -> int | None:
    return int(text) if _WHOLE.fullmatch(str(text)) else None
