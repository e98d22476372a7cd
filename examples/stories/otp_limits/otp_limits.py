"""One-time passwords with limits, so that nobody can spend your money by requesting them: against SMS pumping.

Pumping means that a program requests one-time passwords for numbers whose operator shares the price with its author.
Each check here stops a part of it, and all are needed: per number, per address, per country, and a ceiling for the
money."""

from __future__ import annotations

import hashlib
import ipaddress
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from typing import Callable

import smscx_client

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


class Refused(Exception):
    """No one-time password is sent. The text is for your log; tell the user to try again later."""

    def __init__(self, reason: str, retry_after: float | None = None):
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True)
class Limit:
    """At most `most` requests in `seconds`, for each key of a kind."""

    kind: str
    most: int
    seconds: float


#: Requests per phone number, per address of the user, and per country. Adapt them to your traffic.
LIMITS = (
    Limit("number", 1, MINUTE),
    Limit("number", 3, HOUR),
    Limit("number", 6, DAY),
    Limit("address", 5, HOUR),
    Limit("address", 20, DAY),
    Limit("country", 200, HOUR),
)


class Database:
    """A SQLite file that all processes of a program share."""

    def __init__(self, path: str, now: Callable[[], float] = time.time):
        self.path = path
        self.now = now
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with self.transaction() as tables:
            tables.execute("CREATE TABLE IF NOT EXISTS requests (kind, key, at)")
            tables.execute("CREATE INDEX IF NOT EXISTS by_key ON requests (kind, key, at)")
            tables.execute("CREATE TABLE IF NOT EXISTS spent (id INTEGER PRIMARY KEY, at, millionths)")
            tables.execute("CREATE TABLE IF NOT EXISTS otps (id PRIMARY KEY, country, at, verified)")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One process at a time: the data that it reads does not change before it writes."""
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


class RequestLimits:
    """Counts requests by number, address and country."""

    def __init__(self, database: Database, secret: bytes, limits: tuple[Limit, ...] = LIMITS):
        self.database = database
        self.secret = secret
        self.limits = limits

    def count(self, **keys: str) -> None:
        """Count one request for each key, or raise `Refused` and count nothing."""
        hashed = {kind: self._hashed(kind, key) for kind, key in keys.items()}
        now = self.database.now()
        with self.database.transaction() as tables:
            tables.execute("DELETE FROM requests WHERE at <= ?", (now - DAY,))
            for limit in self.limits:
                if limit.kind in hashed:
                    self._check(tables, limit, hashed[limit.kind], now)
            tables.executemany("INSERT INTO requests VALUES (?, ?, ?)", [(*one, now) for one in hashed.items()])

    def _check(self, tables: sqlite3.Connection, limit: Limit, key: str, now: float) -> None:
        newest = tables.execute(
            "SELECT at FROM requests WHERE kind = ? AND key = ? AND at > ? ORDER BY at DESC LIMIT ?",
            (limit.kind, key, now - limit.seconds, limit.most),
        ).fetchall()
        if len(newest) == limit.most:
            raise Refused(f"limit per {limit.kind}", retry_after=newest[-1][0] + limit.seconds - now)

    def _hashed(self, kind: str, key: str) -> str:
        """The database holds no phone numbers and addresses."""
        return hashlib.blake2b(f"{kind} {key}".encode(), key=self.secret, digest_size=16).hexdigest()


class SpendCeiling:
    """Keeps the money that all calls of a client cost in 24 hours below a ceiling. It is a consumer of events.

    `reserve` sets aside the highest price before a call. The event of the call replaces it by the cost. If the response
    is lost, the call may have cost that much, so the reserved amount stays."""

    def __init__(self, database: Database, most: Decimal, highest_price: Decimal, seconds: float = DAY):
        self.database = database
        self.most = most
        self.highest_price = highest_price
        self.seconds = seconds
        self._reserved: ContextVar[int | None] = ContextVar("reserved", default=None)

    def spent(self) -> Decimal:
        """The sum of spent and reserved amounts."""
        with self.database.transaction() as tables:
            return self._spent(tables)

    def _spent(self, tables: sqlite3.Connection) -> Decimal:
        since = self.database.now() - self.seconds
        (total,) = tables.execute("SELECT coalesce(sum(millionths), 0) FROM spent WHERE at > ?", (since,)).fetchone()
        return Decimal(total) / 10**6

    @contextmanager
    def reserve(self) -> Iterator[None]:
        """Set aside the highest price for one call; raise `Refused` if that would exceed the ceiling."""
        with self.database.transaction() as tables:
            if self._spent(tables) + self.highest_price > self.most:
                raise Refused("spend ceiling")
            row = self._insert(tables, self.highest_price)
        token = self._reserved.set(row)
        try:
            yield
        finally:
            self._reserved.reset(token)

    def __call__(self, event: smscx_client.CallEvent) -> None:
        if event.kind != "call" or event.operation == "get_access_token":
            return
        failure = event.exception
        unknown = isinstance(failure, smscx_client.ApiException) and failure.outcome_unknown
        row = self._reserved.get()
        with self.database.transaction() as tables:
            if row is not None and event.operation == "new_otp" and not unknown:
                cost = _millionths(event.cost or Decimal(0))
                tables.execute("UPDATE spent SET millionths = ? WHERE id = ?", (cost, row))
            elif row is None and event.cost:  # another call of the program that costs money
                self._insert(tables, event.cost)

    def _insert(self, tables: sqlite3.Connection, amount: Decimal) -> int | None:
        values = (self.database.now(), _millionths(amount))
        return tables.execute("INSERT INTO spent (at, millionths) VALUES (?, ?)", values).lastrowid


def _millionths(amount: Decimal) -> int:
    return int(amount * 10**6)


@dataclass(frozen=True)
class Verification:
    """Refuse a country while hardly anybody there enters the PIN: the clearest sign of pumping."""

    least_share: float = 0.2
    #: The share is computed from this many of the latest one-time passwords that are over.
    of_last: int = 50
    #: Seconds after which a PIN that was not entered counts as not verified.
    patience: float = 10 * MINUTE


class OtpService:
    """Sends one-time passwords within the limits, and checks PINs."""

    def __init__(
        self,
        client: smscx_client.Client,
        limits: RequestLimits,
        ceiling: SpendCeiling,
        countries: frozenset[str],
        verification: Verification | None = None,
    ):
        self.client = client.with_options(on_event=[ceiling, client.configuration.on_event])
        self.limits = limits
        self.ceiling = ceiling
        self.countries = countries
        self.verification = verification or Verification()
        self.database = ceiling.database

    def send(self, phone_number: str, address: str) -> str:
        """Send a PIN and return the id of the one-time password.

        :param phone_number: as the user entered it, in international form.
        :param address: the IP address of the user, from a source that users cannot forge.
        """
        self.limits.count(address=_network(address))
        try:
            number = self.client.numbers.validate_number(phone_number).data  # costs nothing
        except smscx_client.InvalidPhoneNumberException:
            raise Refused("not a phone number") from None
        if number.country_iso not in self.countries:
            raise Refused("country without users")
        self._check_verification(number.country_iso)
        self.limits.count(number=number.phone_number, country=number.country_iso)
        with self.ceiling.reserve():
            otp = self.client.otp.new_otp({"phone_number": number.phone_number})
        with self.database.transaction() as tables:
            values = (otp.otp_id, number.country_iso, self.database.now())
            tables.execute("INSERT INTO otps VALUES (?, ?, ?, 0)", values)
        return otp.otp_id

    def verify(self, otp_id: str, pin: str) -> None:
        """Check a PIN; the exceptions are those of `verify_otp`."""
        try:
            self.client.otp.verify_otp(otp_id, pin)
        except smscx_client.OtpAlreadyVerifiedException as error:
            if not error.after_unknown:
                raise
        with self.database.transaction() as tables:
            tables.execute("UPDATE otps SET verified = 1 WHERE id = ?", (otp_id,))

    def _check_verification(self, country: str) -> None:
        rule = self.verification
        over = self.database.now() - rule.patience
        with self.database.transaction() as tables:
            found = tables.execute(
                "SELECT verified FROM otps WHERE country = ? AND at <= ? AND at > ? ORDER BY at DESC LIMIT ?",
                (country, over, over - DAY, rule.of_last),
            ).fetchall()
        if len(found) == rule.of_last and sum(verified for (verified,) in found) < rule.least_share * rule.of_last:
            raise Refused(f"hardly anybody verifies in {country}")


def _network(address: str) -> str:
    """The network of an address: with IPv6, one user has as many addresses as he likes, in one /64 network."""
    parsed = ipaddress.ip_address(address)
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address
