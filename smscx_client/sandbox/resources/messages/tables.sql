CREATE TABLE campaigns (                   -- of every send: to numbers, or to groups under a name
    id INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,                    -- empty for a send to numbers, which the campaign list leaves out
    channel TEXT NOT NULL,                 -- sms, viber, whatsapp or multichannel
    source TEXT NOT NULL,
    originator TEXT NOT NULL,
    text TEXT NOT NULL,
    groups TEXT NOT NULL,                  -- JSON list of {id, name, phoneNumbers}
    created_at TEXT NOT NULL,
    scheduled_at TEXT
);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    msg_id TEXT NOT NULL UNIQUE,
    campaign_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    error_code INTEGER,
    life TEXT NOT NULL,                    -- a name in lifecycle.LIVES
    wave INTEGER,                          -- of messages that take their steps together; NULL before the first
    fallbacks TEXT,                        -- of a multichannel message: JSON list of what to try next, in its order
    ttl INTEGER,                           -- of a multichannel message: seconds that each channel has
    lingering TEXT,                        -- what it was on channels that may still deliver it: JSON list, with wave
    created_at TEXT NOT NULL,
    updated_at TEXT,
    scheduled_at TEXT,
    in_quiet_hours INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    originator TEXT NOT NULL,
    text TEXT NOT NULL,
    encoding TEXT NOT NULL,
    parts INTEGER NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    track_data TEXT,
    dlr_callback_url TEXT
);
CREATE INDEX messages_campaign ON messages (campaign_id);
CREATE INDEX messages_recipient ON messages (recipient);
CREATE INDEX messages_wave ON messages (wave);
CREATE INDEX messages_lingering ON messages (id) WHERE lingering IS NOT NULL;

CREATE TABLE outcomes (                    -- what becomes of messages to some numbers
    phone_number TEXT NOT NULL,
    channel TEXT NOT NULL,                 -- empty: of each for which there is no other row
    life TEXT NOT NULL,
    PRIMARY KEY (phone_number, channel)
) WITHOUT ROWID;
