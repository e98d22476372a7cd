CREATE TABLE conversations (               -- one for each phone number that has written
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL UNIQUE,
    phone_number TEXT NOT NULL UNIQUE,     -- E.164
    country_iso TEXT NOT NULL
);

CREATE TABLE received (                    -- messages from contacts
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    msg_id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL,
    channel TEXT NOT NULL,                 -- sms, viber or whatsapp
    originator TEXT NOT NULL,              -- the number or name that the contact wrote to, without a +
    text TEXT NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    received_at TEXT NOT NULL,
    sent_before INTEGER NOT NULL,          -- the highest id in `messages` then: the order within a second
    unread INTEGER NOT NULL
);
CREATE INDEX received_conversation ON received (conversation, id);

CREATE TABLE conversation_originators (    -- originators whose messages are part of the conversation
    conversation INTEGER NOT NULL,
    channel TEXT NOT NULL,
    originator TEXT NOT NULL,
    PRIMARY KEY (conversation, channel, originator)
) WITHOUT ROWID;

CREATE TABLE reply_media (msg_id TEXT PRIMARY KEY, rich_media TEXT NOT NULL) WITHOUT ROWID;
