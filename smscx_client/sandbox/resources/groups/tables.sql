CREATE TABLE groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
);

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id TEXT NOT NULL UNIQUE,       -- UUID: `phoneNumberId`
    group_id INTEGER NOT NULL,
    phone_number TEXT NOT NULL,            -- E.164
    country_iso TEXT NOT NULL,
    first_name TEXT,
    last_name TEXT,
    email TEXT,
    field1 TEXT,
    field2 TEXT,
    field3 TEXT,
    field4 TEXT,
    field5 TEXT,
    custom_fields TEXT NOT NULL,           -- JSON object: text by name
    created_at TEXT NOT NULL,
    UNIQUE (group_id, phone_number)
);
CREATE INDEX contacts_group ON contacts (group_id);
