CREATE TABLE optouts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone_number TEXT NOT NULL UNIQUE,     -- E.164
    country_iso TEXT NOT NULL,
    type TEXT NOT NULL,                    -- admin or link
    created_at TEXT NOT NULL,
    campaign_id TEXT,
    group_id INTEGER
);
