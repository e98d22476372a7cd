"""What can be chosen about a sandbox. What the API does not state is a setting here, marked *assumed*."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["DELIVERY_MODES", "LOOPBACK_NAMES", "Settings"]

LOOPBACK_NAMES = frozenset({"localhost"})
DELIVERY_MODES = ("immediate", "timed", "manual")


@dataclass(frozen=True)
class Settings:
    """Everything a sandbox starts from; the same settings and calls give the same answers, byte for byte."""

    api_key: str = field(default="sandbox-key", repr=False)
    application_id: str = ""
    """OAuth application id; empty: the one that the examples in `openapi.yaml` name."""
    application_secret: str = field(default="sandbox-application-secret", repr=False)
    token_lifetime: int = 86_400
    """Seconds; 0: tokens never expire (assumed). The dashboard offers one day, one week or never."""

    database: str = ":memory:"
    """A file that keeps the state; named snapshots are kept beside it, in a folder."""
    seed: int = 0
    demo: bool = False
    """Fill in the data that the examples of `openapi.yaml` speak of."""

    balance: str = "5000"
    currency: str = "eur"
    billing: str = "prepaid"
    credit_line: str = "1000"
    """How far below zero the balance of a postpaid account may go (assumed)."""

    approval_time: float = 3600
    """Seconds until an originator, a template for Viber or WhatsApp, or a rented number that takes a registration or
    time to set up is approved (assumed: people do it)."""
    lookup_price: str = "0.005"
    """What the lookup of a number costs, whatever it finds (assumed)."""
    registration_id: str = "0e9b4a63-6d1f-4c3e-8f35-5a7c2d90b1e4"
    """The registration that the account has for numbers which need one (assumed: the dashboard keeps them)."""
    link_host: str = "https://s.example.com"
    """Where short links, attachments and the opt-out link point (assumed; nobody can own this name)."""

    delivery: str = "immediate"
    """`immediate`: reports are final at once; `timed`: they follow the table in `lifecycle.py`; `manual`: by tick."""

    rate_limit: int = 3000
    """Requests per window (assumed; generous, so that it shows only where it is lowered)."""
    rate_window: int = 60
    """Seconds (assumed)."""
    body_limit: int = 16 * 1024 * 1024
    """Bytes (assumed)."""
    webhook_hosts: frozenset[str] | None = None
    """Hosts that webhooks may go to; None: any, but for the names that are reserved for examples and tests."""
    webhook_timeout: float = 10
    """Seconds that a receiver of webhooks has for its answer (assumed)."""
    webhook_retries: tuple[float, ...] = (10, 60, 300, 900, 3600)
    """Seconds before each next attempt at a webhook that failed; the last repeats, as none is dropped (assumed)."""

    hosts: frozenset[str] = LOOPBACK_NAMES
    """Names that the Host header may hold, beside any IP address: keeps web pages from reaching the sandbox by DNS."""
    origins: frozenset[str] = frozenset()
    """Web pages that may call the sandbox from a browser, such as `http://localhost:3000` (CORS)."""

    def __post_init__(self) -> None:
        if self.delivery not in DELIVERY_MODES:
            raise ValueError(f"delivery must be one of {', '.join(DELIVERY_MODES)}, not {self.delivery!r}")
        if not self.webhook_retries or min(self.webhook_retries) <= 0:
            raise ValueError(f"webhook_retries must be one or more times above 0, not {self.webhook_retries!r}")
