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
