CREATE TABLE webhook_items (               -- what waits to be posted, in order
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    event TEXT NOT NULL,
    item TEXT NOT NULL,                    -- JSON
    created_at TEXT NOT NULL
);
