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
    UNIQUE (phone_number, group_id)
);
CREATE INDEX contacts_group ON contacts (group_id);

CREATE TABLE contact_totals (              -- of each group and country; the triggers keep them up to date
    group_id INTEGER NOT NULL,
    country_iso TEXT NOT NULL,
    total INTEGER NOT NULL,
    opted_out INTEGER NOT NULL,
    PRIMARY KEY (group_id, country_iso)
) WITHOUT ROWID;
CREATE TRIGGER contact_totals_insert AFTER INSERT ON contacts BEGIN
    INSERT INTO contact_totals VALUES (new.group_id, new.country_iso, 1, EXISTS (SELECT 1 FROM optouts WHERE phone_number = new.phone_number))
    ON CONFLICT DO UPDATE SET total = total + 1, opted_out = opted_out + excluded.opted_out;
END;
CREATE TRIGGER contact_totals_delete AFTER DELETE ON contacts BEGIN
    UPDATE contact_totals SET total = total - 1, opted_out = opted_out - EXISTS (SELECT 1 FROM optouts WHERE phone_number = old.phone_number)
    WHERE group_id = old.group_id AND country_iso = old.country_iso;
END;
CREATE TRIGGER contact_totals_update AFTER UPDATE OF phone_number, country_iso ON contacts BEGIN
    UPDATE contact_totals SET total = total - 1, opted_out = opted_out - EXISTS (SELECT 1 FROM optouts WHERE phone_number = old.phone_number)
    WHERE group_id = old.group_id AND country_iso = old.country_iso;
    INSERT INTO contact_totals VALUES (new.group_id, new.country_iso, 1, EXISTS (SELECT 1 FROM optouts WHERE phone_number = new.phone_number))
    ON CONFLICT DO UPDATE SET total = total + 1, opted_out = opted_out + excluded.opted_out;
END;
