CREATE TABLE faults (
    id INTEGER PRIMARY KEY,
    operation TEXT NOT NULL,               -- an operationId, or * for every operation
    effect TEXT NOT NULL,                  -- JSON, as faults.Effect
    times INTEGER,                         -- how often it still strikes; null for always
    probability REAL NOT NULL,
    struck INTEGER NOT NULL DEFAULT 0
);
