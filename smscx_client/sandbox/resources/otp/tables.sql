CREATE TABLE otps (
    id INTEGER PRIMARY KEY,
    otp_id TEXT NOT NULL UNIQUE,
    track_id TEXT,
    phone_number TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    pin TEXT NOT NULL,
    status TEXT NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    parts INTEGER NOT NULL,
    max_attempts INTEGER NOT NULL,
    attempts INTEGER NOT NULL,             -- failed attempts
    ttl INTEGER NOT NULL,                  -- seconds
    callback_url TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX otps_phone_number ON otps (phone_number, id);
