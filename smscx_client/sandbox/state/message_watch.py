"""Which messages were sent or have changed since the last look, without a query over all messages.

Triggers of the database record their ids while somebody waits for a message. Otherwise there are no triggers, so that
a send costs nothing more.
"""

from __future__ import annotations

from .store import Store

__all__ = ["CHANGED", "MessageWatch"]

CHANGED = "id IN (SELECT id FROM temp.changed_messages)"
"""The condition for the recorded messages."""

_START = (
    "CREATE TEMP TABLE changed_messages (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TRIGGER message_sent AFTER INSERT ON main.sent_messages "
    "BEGIN INSERT OR IGNORE INTO changed_messages VALUES (new.id); END",
    "CREATE TEMP TRIGGER variant_changed AFTER UPDATE OF status, channel, updated_at ON main.message_variants "
    "BEGIN INSERT OR IGNORE INTO changed_messages "
    "SELECT id FROM sent_messages WHERE campaign = new.campaign "
    "AND id BETWEEN new.first_message AND new.last_message AND variant = new.id; END",
)
_STOP = ("DROP TRIGGER temp.message_sent", "DROP TRIGGER temp.variant_changed", "DROP TABLE temp.changed_messages")


class MessageWatch:
    """Records changed messages of a store while it is on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_on = False

    def start(self) -> None:
        """Begin to record, if it is off."""
        if not self.is_on:
            for statement in _START:
                self._store.execute(statement)
            self.is_on = True

    def recipients(self) -> set[str]:
        """Return the recipients of the recorded messages."""
        return {
            row["recipient"] for row in self._store.all(f"SELECT DISTINCT recipient FROM sent_messages WHERE {CHANGED}")
        }

    def mark_all(self) -> None:
        """Record all messages, if it is on: triggers do not see that a snapshot is restored."""
        if self.is_on:
            self._store.execute("INSERT OR IGNORE INTO temp.changed_messages SELECT id FROM sent_messages")

    def forget(self, stop: bool = False) -> None:
        """Begin a new record, or stop."""
        for statement in _STOP if stop else ("DELETE FROM temp.changed_messages",):
            self._store.execute(statement)
        self.is_on = not stop
