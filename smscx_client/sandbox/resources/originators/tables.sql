CREATE TABLE originators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    originator TEXT NOT NULL UNIQUE,
    is_default INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    two_way_type TEXT,                     -- VLN, SHORT_CODE or 10DLC; all three or none
    two_way_country TEXT,
    two_way_until TEXT
);
