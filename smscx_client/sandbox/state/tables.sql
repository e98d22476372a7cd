CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE row_counts (                  -- kept by triggers: a page of a long list does not count it
    name TEXT PRIMARY KEY,                 -- optouts, or kind and id of a link for its hits
    rows INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE events (                      -- events that are due later
    id INTEGER PRIMARY KEY,
    due REAL NOT NULL,
    waits_for INTEGER NOT NULL,            -- 0 its time, 1 a tick, 2 the end of its send
    kind TEXT NOT NULL,
    payload TEXT NOT NULL
);
CREATE INDEX events_due ON events (waits_for, due, id);

CREATE TABLE ledger (                      -- every change of the balance
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    operation TEXT NOT NULL,               -- an operationId, or the kind of event
    idempotency_id TEXT,
    amount INTEGER NOT NULL,               -- millionths; positive for a charge, negative for a refund
    balance INTEGER NOT NULL,              -- after the change
    total INTEGER NOT NULL                 -- the sum of all amounts up to this one
);

CREATE TABLE webhook_deliveries (          -- one POST each, in the order for its URL
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    receiver TEXT NOT NULL,                -- scheme, host and port of the URL
    event TEXT NOT NULL,
    data TEXT NOT NULL,                    -- JSON list of items
    items INTEGER NOT NULL,                -- how many
    state TEXT NOT NULL,                   -- queued, trying, delivered, skipped or dropped
    created_at TEXT NOT NULL,
    due REAL,                              -- when the next attempt is due; NULL if there is none
    replay_of INTEGER
);
CREATE INDEX webhook_deliveries_url ON webhook_deliveries (url, id);
CREATE INDEX webhook_deliveries_open ON webhook_deliveries (url, id) WHERE due IS NOT NULL;

CREATE TABLE webhook_attempts (
    id INTEGER PRIMARY KEY,
    delivery INTEGER NOT NULL,
    status INTEGER,                        -- HTTP status, if there was a response
    error TEXT,                            -- why there was no response
    started_at TEXT NOT NULL,
    duration REAL NOT NULL                 -- seconds
);
CREATE INDEX webhook_attempts_delivery ON webhook_attempts (delivery, id);
