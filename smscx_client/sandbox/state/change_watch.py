"""Which messages, one-time passwords and webhooks have changed since the last look, without a query over all of them.

Triggers of the database record their ids while somebody waits for a change. Otherwise there are no triggers, so that a
send costs nothing more.
"""

from __future__ import annotations

from .store import Store

__all__ = ["CHANGED", "ChangeWatch"]

_TABLES = {"messages": "sent_messages", "pins": "otps", "webhooks": "webhook_deliveries"}
CHANGED = {name: f"id IN (SELECT id FROM temp.changed_{name})" for name in _TABLES}
"""The condition for the recorded rows, by what they are."""

_TRIGGERS = {
    "message_sent": "AFTER INSERT ON main.sent_messages "
    "BEGIN INSERT OR IGNORE INTO changed_messages VALUES (new.id); END",
    "variant_changed": "AFTER UPDATE OF status, channel, updated_at ON main.message_variants "
    "BEGIN INSERT OR IGNORE INTO changed_messages "
    "SELECT id FROM sent_messages WHERE campaign = new.campaign "
    "AND id BETWEEN new.first_message AND new.last_message AND variant = new.id; END",
    "pin_made": "AFTER INSERT ON main.otps BEGIN INSERT OR IGNORE INTO changed_pins VALUES (new.id); END",
    "pin_changed": "AFTER UPDATE ON main.otps BEGIN INSERT OR IGNORE INTO changed_pins VALUES (new.id); END",
    "webhook_queued": "AFTER INSERT ON main.webhook_deliveries "
    "BEGIN INSERT OR IGNORE INTO changed_webhooks VALUES (new.id); END",
    "webhook_changed": "AFTER UPDATE ON main.webhook_deliveries "
    "BEGIN INSERT OR IGNORE INTO changed_webhooks VALUES (new.id); END",
}
_START = (
    *(f"CREATE TEMP TABLE changed_{name} (id INTEGER PRIMARY KEY)" for name in _TABLES),
    *(f"CREATE TEMP TRIGGER {name} {rest}" for name, rest in _TRIGGERS.items()),
)
_STOP = (
    *(f"DROP TRIGGER temp.{name}" for name in _TRIGGERS),
    *(f"DROP TABLE temp.changed_{name}" for name in _TABLES),
)
_FORGET = tuple(f"DELETE FROM temp.changed_{name}" for name in _TABLES)
_MARK_ALL = tuple(
    f"INSERT OR IGNORE INTO temp.changed_{name} SELECT id FROM {table}" for name, table in _TABLES.items()
)


class ChangeWatch:
    """Records changed rows of a store while it is on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_on = False

    def start(self) -> None:
        """Begin to record, if it is off."""
        if not self.is_on:
            self._run(_START)
            self.is_on = True

    def recipients(self) -> set[str]:
        """Return the recipients of the recorded messages."""
        query = f"SELECT DISTINCT recipient FROM sent_messages WHERE {CHANGED['messages']}"
        return {row["recipient"] for row in self._store.all(query)}

    def mark_all(self) -> None:
        """Record all rows, if it is on: triggers do not see that a snapshot is restored."""
        if self.is_on:
            self._run(_MARK_ALL)

    def forget(self, stop: bool = False) -> None:
        """Begin a new record, or stop."""
        self._run(_STOP if stop else _FORGET)
        self.is_on = not stop

    def _run(self, statements: tuple[str, ...]) -> None:
        for statement in statements:
            self._store.execute(statement)
