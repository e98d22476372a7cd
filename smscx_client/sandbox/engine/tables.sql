CREATE TABLE idempotent_responses (        -- responses to calls with an idempotency id
    operation TEXT NOT NULL,
    idempotency_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,                    -- compressed with zlib
    PRIMARY KEY (operation, idempotency_id)
);

CREATE TABLE faults (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT NOT NULL,               -- an operationId, or * for every operation
    effect TEXT NOT NULL,                  -- JSON: the fields of faults.Fault
    times INTEGER,                         -- how often the rule still applies; null for always
    probability REAL NOT NULL,
    struck INTEGER NOT NULL DEFAULT 0      -- how often the rule was applied
);
