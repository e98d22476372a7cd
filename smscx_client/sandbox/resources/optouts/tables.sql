CREATE TABLE optouts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone_number TEXT NOT NULL UNIQUE,     -- E.164
    country_iso TEXT NOT NULL,
    type TEXT NOT NULL,                    -- admin or link
    created_at TEXT NOT NULL,
    campaign_id TEXT,
    group_id INTEGER
);

CREATE TRIGGER optouts_insert AFTER INSERT ON optouts BEGIN
    INSERT INTO row_counts VALUES ('optouts', 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
    UPDATE contact_totals SET opted_out = opted_out + 1 WHERE (group_id, country_iso) IN
        (SELECT group_id, country_iso FROM contacts WHERE phone_number = new.phone_number);
END;
CREATE TRIGGER optouts_delete AFTER DELETE ON optouts BEGIN
    UPDATE row_counts SET rows = rows - 1 WHERE name = 'optouts';
    UPDATE contact_totals SET opted_out = opted_out - 1 WHERE (group_id, country_iso) IN
        (SELECT group_id, country_iso FROM contacts WHERE phone_number = old.phone_number);
END;
