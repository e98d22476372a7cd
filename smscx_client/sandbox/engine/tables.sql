CREATE TABLE answers (                     -- of calls with an idempotency id
    operation TEXT NOT NULL,
    idempotency_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,                    -- deflated
    PRIMARY KEY (operation, idempotency_id)
);

CREATE TABLE faults (
    id INTEGER PRIMARY KEY,
    operation TEXT NOT NULL,               -- an operationId, or * for every operation
    effect TEXT NOT NULL,                  -- JSON, as faults.Effect
    times INTEGER,                         -- how often it still strikes; null for always
    probability REAL NOT NULL,
    struck INTEGER NOT NULL DEFAULT 0
);
