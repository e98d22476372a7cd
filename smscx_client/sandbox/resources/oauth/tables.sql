CREATE TABLE tokens (
    digest TEXT PRIMARY KEY,               -- SHA-256; the token itself is not stored
    application_id TEXT NOT NULL,
    scopes TEXT NOT NULL,
    expires_at REAL NOT NULL
);
