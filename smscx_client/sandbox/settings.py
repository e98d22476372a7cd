"""The settings of a sandbox. What the API does not document is a setting, marked *assumed*."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation

__all__ = ["ANY_HOST", "DELIVERY_MODES", "EXTRA", "LOOPBACK_NAMES", "Settings", "needs"]

#: The packages of the extra `sandbox`, by the names that they are imported under.
EXTRA = frozenset({"jsonschema_rs", "phonenumbers", "starlette", "uvicorn", "xlsxwriter"})

ANY_HOST = "*"
"""Stands for all hosts in `Settings.webhook_hosts`."""

LOOPBACK_NAMES = frozenset({"localhost"})
DELIVERY_MODES = ("immediate", "timed", "manual")
#: The types of a setting, by its annotation.
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "a str"),
    "bool": ((bool,), "True or False"),
    "int": ((int,), "an int"),
    "float": ((int, float), "a number"),
    "frozenset[str]": ((frozenset, set, tuple, list), "a set of texts"),
    "tuple[float, ...]": ((tuple, list), "a tuple of numbers"),
}
#: The settings that are amounts of money.
_AMOUNTS = ("balance", "credit_line", "lookup_price")
_NUMBERS: tuple[type, ...] = (int, float, Decimal)
#: Other types that a setting may have.
_OTHER_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(_AMOUNTS, _NUMBERS),
    "database": (os.PathLike,),
}


@dataclass(frozen=True)
class Settings:
    """The settings of a sandbox; the same settings and calls give the same responses, byte for byte."""

    api_key: str = field(default="sandbox-key", repr=False)
    """The API key of the account."""
    application_id: str = ""
    """OAuth application id; empty: the id in the examples of `openapi.yaml`."""
    application_secret: str = field(default="sandbox-application-secret", repr=False)
    """The secret of the OAuth application."""
    token_lifetime: int = 86_400
    """Seconds; 0: tokens never expire (assumed). The dashboard offers one day, one week or never."""

    database: str = ":memory:"
    """The SQLite file of the state; named snapshots are in a folder next to it."""
    seed: int = 0
    """The seed of all ids, tokens and PINs."""
    demo: bool = False
    """Start with the data that the examples of `openapi.yaml` use."""

    balance: str = "5000"
    """The balance of a new account."""
    currency: str = "eur"
    """`eur` or `usd`."""
    billing: str = "prepaid"
    """`prepaid` or `postpaid`."""
    credit_line: str = "1000"
    """How far the balance of a postpaid account may fall below zero (assumed)."""

    approval_time: float = 3600
    """Seconds until approval of an originator, of a template for Viber or WhatsApp, and of a rented number that needs a
    registration or setup time (assumed: people approve them)."""
    lookup_price: str = "0.005"
    """The price of a number lookup, with any result (assumed)."""
    registration_id: str = "0e9b4a63-6d1f-4c3e-8f35-5a7c2d90b1e4"
    """The account's registration, for numbers that need one (assumed: the dashboard manages them)."""
    link_host: str = "https://s.example.com"
    """The base URL of short links, attachments and the opt-out link (assumed; a reserved name)."""

    strict_originators: bool = False
    """Refuse a send from an originator that is not approved. The API sends it from `InfoText` instead, and so does the
    sandbox by default; a message keeps the requested one as `requested_originator`."""
    delivery: str = "immediate"
    """`immediate`: messages get their final status at once; `timed`: seconds later; `manual`: by tick."""

    rate_limit: int = 3000
    """Requests per window (assumed; so high that only a lower value has an effect)."""
    rate_window: int = 60
    """Seconds (assumed)."""
    body_limit: int = 16 * 1024 * 1024
    """Bytes (assumed)."""
    request_timeout: float = 30
    """Seconds after which the sandbox gives up a request, with status 503 (assumed)."""
    request_log: int = 1000
    """How many of the latest requests `GET /_sandbox/requests` shows; they are in memory."""
    webhook_hosts: frozenset[str] = frozenset()
    """The hosts that may get webhooks, besides this machine; `*`: all. Link-local addresses never get any."""
    webhook_timeout: float = 10
    """Seconds to wait for the response of a webhook receiver (assumed)."""
    webhook_retries: tuple[float, ...] = (10, 60, 300, 900, 3600)
    """Seconds before each retry of a failed webhook; the last one repeats without end (assumed)."""

    hosts: frozenset[str] = LOOPBACK_NAMES
    """The names allowed in the Host header, besides any IP address: prevents DNS rebinding."""
    origins: frozenset[str] = frozenset()
    """Origins of web pages that may call the sandbox from a browser, such as `http://localhost:3000` (CORS)."""

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            wanted, kind = _TYPES[str(one.type)]
            others = _OTHER_TYPES.get(one.name, ())
            if not isinstance(value, (*wanted, *others)) or (isinstance(value, bool) and wanted != (bool,)):
                raise TypeError(f"{one.name} must be {kind}, not {type(value).__name__}")
        for name in _AMOUNTS:
            if not _is_amount(getattr(self, name)):
                raise ValueError(f'{name} must be an amount of money, such as "0.5", not {getattr(self, name)!r}')
        if self.request_log < 0:
            raise ValueError(f"request_log must be 0 or more, not {self.request_log}")
        if self.delivery not in DELIVERY_MODES:
            raise ValueError(f"delivery must be one of {', '.join(DELIVERY_MODES)}, not {self.delivery!r}")
        if not self.webhook_retries or min(self.webhook_retries) <= 0:
            raise ValueError(f"webhook_retries must be one or more times above 0, not {self.webhook_retries!r}")


def _is_amount(value: str | float | Decimal) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def needs(package: str) -> str:
    """Say what to do about a missing package of the extra."""
    return f"the sandbox needs the package {package}. Install it: pip install 'smscx_client[sandbox]'"
