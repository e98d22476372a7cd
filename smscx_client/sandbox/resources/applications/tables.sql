CREATE TABLE applications (
    id INTEGER PRIMARY KEY,
    application_id TEXT NOT NULL UNIQUE,
    application_secret TEXT NOT NULL,
    application_name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    token_lifetime INTEGER NOT NULL,       -- seconds; 0: no expiry
    settings TEXT NOT NULL,                -- JSON object: settings by section
    created_at TEXT NOT NULL
);
