CREATE TABLE campaigns (                   -- one row for every send, to numbers or to groups
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,                    -- empty for a send to numbers, which is not in the campaign list
    channel TEXT NOT NULL,                 -- sms, viber, whatsapp or multichannel
    source TEXT NOT NULL,
    originator TEXT NOT NULL,
    text TEXT NOT NULL,
    groups TEXT NOT NULL,                  -- JSON list of {id, name, phoneNumbers}
    created_at TEXT NOT NULL,
    scheduled_at TEXT
);
CREATE INDEX campaigns_with_links ON campaigns (id)  -- those whose messages can contain a link
    WHERE instr(text, '{{') OR instr(text, '/') OR channel = 'multichannel';
CREATE INDEX campaigns_named ON campaigns (id, scheduled_at, source) WHERE name != '';

CREATE TABLE message_variants (            -- the columns that messages of one campaign have in common
    id INTEGER PRIMARY KEY,
    campaign INTEGER NOT NULL,             -- id in campaigns
    messages INTEGER NOT NULL,             -- how many messages have these columns
    first_message INTEGER NOT NULL,        -- no id of them is lower
    last_message INTEGER NOT NULL,         -- or higher
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    error_code INTEGER,
    scenario TEXT NOT NULL,                -- a name in delivery.SCENARIOS
    batch INTEGER,                         -- messages whose status changes together; NULL if rejected or not yet started
    fallbacks TEXT,                        -- of a multichannel message: JSON list of its columns on the channels to try next
    ttl INTEGER,                           -- of a multichannel message: seconds for delivery on each channel
    late_deliveries TEXT,                  -- JSON list of the columns on earlier channels that can still deliver it
    timeline TEXT,                         -- the statuses after the first one: see timeline.py
    created_at TEXT NOT NULL,
    updated_at TEXT,
    scheduled_at TEXT,
    in_quiet_hours INTEGER NOT NULL,
    country_iso TEXT NOT NULL,
    originator TEXT NOT NULL,
    requested_originator TEXT,             -- the one in the request; NULL if it is the same
    text TEXT,                             -- NULL: that of the campaign
    encoding TEXT NOT NULL,
    parts INTEGER NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    reserve INTEGER NOT NULL,              -- what it may cost in addition on another channel
    track_data TEXT,
    dlr_callback_url TEXT
);
CREATE INDEX message_variants_campaign ON message_variants (campaign);
CREATE INDEX message_variants_batch ON message_variants (batch);
CREATE INDEX message_variants_reserve ON message_variants (reserve) WHERE reserve > 0;
CREATE INDEX message_variants_late_deliveries ON message_variants (id) WHERE late_deliveries IS NOT NULL;

CREATE TABLE sent_messages (               -- the columns that each message has for itself
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    msg_id BLOB NOT NULL UNIQUE,           -- the bytes of the UUID
    campaign INTEGER NOT NULL,             -- id in campaigns
    variant INTEGER NOT NULL,              -- id in message_variants
    recipient TEXT NOT NULL,
    text TEXT                              -- NULL: that of the variant
);
CREATE INDEX sent_messages_campaign ON sent_messages (campaign);
CREATE INDEX sent_messages_recipient ON sent_messages (recipient);

CREATE VIEW messages AS                    -- each message with all its columns; `storage.py` writes them
SELECT
    sent_messages.id,
    lower(
        substr(hex(msg_id), 1, 8) || '-' || substr(hex(msg_id), 9, 4) || '-' || substr(hex(msg_id), 13, 4) || '-'
        || substr(hex(msg_id), 17, 4) || '-' || substr(hex(msg_id), 21)
    ) AS msg_id,
    sent_messages.campaign, variant, campaigns.campaign_id,
    message_variants.channel,
    CASE WHEN fallbacks IS NULL THEN message_variants.channel ELSE 'multichannel' END AS report_channel,
    message_variants.source, status, error_code, scenario, batch, fallbacks, ttl, late_deliveries, timeline,
    message_variants.created_at, updated_at, message_variants.scheduled_at, in_quiet_hours,
    recipient, country_iso, message_variants.originator, requested_originator,
    coalesce(sent_messages.text, message_variants.text, campaigns.text) AS text,
    encoding, parts, cost, reserve, track_data, dlr_callback_url
FROM sent_messages                         -- CROSS JOIN: SQLite reads the tables in this order
CROSS JOIN message_variants ON message_variants.id = variant
CROSS JOIN campaigns ON campaigns.id = sent_messages.campaign;

CREATE TABLE message_totals (              -- sums for reports; the triggers keep them up to date
    created_at TEXT NOT NULL,              -- the day
    report_channel TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    messages INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    first_message INTEGER NOT NULL,        -- no id of these messages is lower
    last_message INTEGER NOT NULL,         -- or higher
    PRIMARY KEY (created_at, report_channel, source, status, country_iso)
) WITHOUT ROWID;
CREATE TRIGGER message_totals_insert AFTER INSERT ON message_variants BEGIN
    INSERT INTO message_totals VALUES (
        substr(new.created_at, 1, 10), CASE WHEN new.fallbacks IS NULL THEN new.channel ELSE 'multichannel' END,
        new.source, new.status, new.country_iso,
        new.messages, new.messages * new.parts, new.messages * new.cost, new.first_message, new.last_message
    ) ON CONFLICT DO UPDATE SET
        messages = messages + excluded.messages, parts = parts + excluded.parts, cost = cost + excluded.cost,
        first_message = min(first_message, excluded.first_message),
        last_message = max(last_message, excluded.last_message);
END;
CREATE TRIGGER message_totals_update
AFTER UPDATE OF messages, channel, status, fallbacks, parts, cost ON message_variants BEGIN
    UPDATE message_totals SET
        messages = messages - old.messages, parts = parts - old.messages * old.parts,
        cost = cost - old.messages * old.cost
    WHERE created_at = substr(old.created_at, 1, 10)
        AND report_channel = CASE WHEN old.fallbacks IS NULL THEN old.channel ELSE 'multichannel' END
        AND source = old.source AND status = old.status AND country_iso = old.country_iso;
    INSERT INTO message_totals VALUES (
        substr(new.created_at, 1, 10), CASE WHEN new.fallbacks IS NULL THEN new.channel ELSE 'multichannel' END,
        new.source, new.status, new.country_iso,
        new.messages, new.messages * new.parts, new.messages * new.cost, new.first_message, new.last_message
    ) ON CONFLICT DO UPDATE SET
        messages = messages + excluded.messages, parts = parts + excluded.parts, cost = cost + excluded.cost,
        first_message = min(first_message, excluded.first_message),
        last_message = max(last_message, excluded.last_message);
END;

CREATE TABLE outcomes (                    -- scenarios set for messages to some numbers
    phone_number TEXT NOT NULL,
    channel TEXT NOT NULL,                 -- empty: every channel without a row of its own
    scenario TEXT NOT NULL,
    PRIMARY KEY (phone_number, channel)
) WITHOUT ROWID;
