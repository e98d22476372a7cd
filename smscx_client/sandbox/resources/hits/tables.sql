CREATE TABLE hits (                        -- visits to short links and attachments
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                    -- shortlink or attachment
    link_id TEXT NOT NULL,
    device TEXT,                           -- mobile, tablet or desktop
    browser TEXT,
    browser_version TEXT,
    os TEXT,
    os_version TEXT,
    brand TEXT,
    model TEXT,
    screen_resolution TEXT,
    accept_language TEXT,
    referrer TEXT,
    ip_address TEXT,                       -- its last byte is zero
    country_iso TEXT,
    city TEXT,
    created_at TEXT NOT NULL,
    phone_number TEXT,                     -- of the recipient, if the URL was that of one recipient
    phone_number_country_iso TEXT,
    campaign_id TEXT,
    group_id INTEGER
);
CREATE INDEX hits_link ON hits (kind, link_id);
CREATE TRIGGER hits_insert AFTER INSERT ON hits BEGIN
    INSERT INTO row_counts VALUES (new.kind || ' ' || new.link_id, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER hits_delete AFTER DELETE ON hits BEGIN
    UPDATE row_counts SET rows = rows - 1 WHERE name = old.kind || ' ' || old.link_id;
END;
