CREATE TABLE lookups (                     -- those of a bulk lookup are in reverse order: its first number has the highest id
    id INTEGER PRIMARY KEY,
    lookup_id TEXT NOT NULL UNIQUE,
    bulk_id TEXT,
    phone_number TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    status TEXT NOT NULL,
    network TEXT NOT NULL,
    ported_to TEXT,                        -- the name of a network
    roaming_in TEXT,                       -- ISO code of a country
    created_at TEXT NOT NULL
);
CREATE INDEX lookups_bulk ON lookups (bulk_id, id);

CREATE TABLE bulk_lookups (
    id INTEGER PRIMARY KEY,
    bulk_id TEXT NOT NULL UNIQUE,
    total_phone_numbers INTEGER NOT NULL,
    total_valid INTEGER NOT NULL,
    total_cost INTEGER NOT NULL,           -- millionths of the currency
    countries TEXT NOT NULL,               -- JSON object: count of numbers by ISO code
    created_at TEXT NOT NULL
);

CREATE TABLE subscribers (                 -- fixed results of lookups
    phone_number TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    ported_to TEXT,
    roaming_in TEXT
) WITHOUT ROWID;
