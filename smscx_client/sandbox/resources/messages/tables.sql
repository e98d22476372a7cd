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

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    msg_id TEXT NOT NULL UNIQUE,
    campaign_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    error_code INTEGER,
    scenario TEXT NOT NULL,                -- a name in delivery.SCENARIOS
    batch INTEGER,                         -- messages whose status changes together; NULL if rejected or not yet started
    fallbacks TEXT,                        -- of a multichannel message: JSON list of its columns on the channels to try next
    ttl INTEGER,                           -- of a multichannel message: seconds for delivery on each channel
    late_deliveries TEXT,                  -- JSON list of the columns on earlier channels that can still deliver it
    created_at TEXT NOT NULL,
    updated_at TEXT,
    scheduled_at TEXT,
    in_quiet_hours INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    originator TEXT NOT NULL,
    requested_originator TEXT,             -- the one in the request; NULL if it is the same
    text TEXT NOT NULL,
    encoding TEXT NOT NULL,
    parts INTEGER NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    reserve INTEGER NOT NULL,              -- what it may cost in addition on another channel
    track_data TEXT,
    dlr_callback_url TEXT
);
CREATE INDEX messages_campaign ON messages (campaign_id);
CREATE INDEX messages_recipient ON messages (recipient);
CREATE INDEX messages_batch ON messages (batch);
CREATE INDEX messages_reserve ON messages (reserve) WHERE reserve > 0;
CREATE INDEX messages_late_deliveries ON messages (id) WHERE late_deliveries IS NOT NULL;

CREATE TABLE status_changes (              -- of the messages of a batch
    batch INTEGER PRIMARY KEY,
    changes TEXT NOT NULL                  -- in the order of time: STATUS@SECONDS, each followed by a space
);

CREATE TABLE left_batches (                -- batches that a multichannel message has left for one on another channel
    message INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    channel TEXT NOT NULL,
    changes INTEGER NOT NULL               -- how many characters of `status_changes.changes` were there
);
CREATE INDEX left_batches_message ON left_batches (message);

CREATE TABLE outcomes (                    -- scenarios set for messages to some numbers
    phone_number TEXT NOT NULL,
    channel TEXT NOT NULL,                 -- empty: every channel without a row of its own
    scenario TEXT NOT NULL,
    PRIMARY KEY (phone_number, channel)
) WITHOUT ROWID;
