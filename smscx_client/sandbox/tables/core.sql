CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE answers (                     -- of calls with an idempotency id
    operation TEXT NOT NULL,
    idempotency_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,                    -- deflated
    PRIMARY KEY (operation, idempotency_id)
);

CREATE TABLE events (                      -- what is to happen later
    id INTEGER PRIMARY KEY,
    due REAL NOT NULL,
    by_tick INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL
);
CREATE INDEX events_due ON events (by_tick, due, id);
