CREATE TABLE ledger (                      -- every movement of the balance, as a bank statement shows it
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    operation TEXT NOT NULL,               -- an operationId, or the kind of event
    idempotency_id TEXT,
    amount INTEGER NOT NULL,               -- millionths; charged above zero, given back below
    balance INTEGER NOT NULL               -- after it
);
