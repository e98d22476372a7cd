CREATE TABLE numbers (                     -- numbers for rent, free or not
    id INTEGER PRIMARY KEY,
    number_id TEXT NOT NULL UNIQUE,
    phone_number TEXT,                     -- E.164; NULL for a pool
    pool TEXT,                             -- first digits of the numbers of a pool; two more follow
    country_iso TEXT NOT NULL,
    network_operator TEXT NOT NULL,
    features INTEGER NOT NULL,             -- 1 receives, 2 sends, 4 voice
    number_type TEXT NOT NULL,
    inbound_sms_cost INTEGER NOT NULL,     -- millionths of the currency, as all costs
    outbound_sms_cost INTEGER,
    setup_cost INTEGER NOT NULL,
    rent_costs TEXT NOT NULL,              -- JSON list of {days, cost}
    min_rent INTEGER NOT NULL,             -- days
    setup_time TEXT NOT NULL,
    registration INTEGER NOT NULL,
    inbound_sms_sender INTEGER NOT NULL,
    listed_at TEXT NOT NULL,
    offered INTEGER NOT NULL DEFAULT 1     -- whether it can be rented, and a rental of it renewed
);

CREATE TABLE rentals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rent_id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,               -- id in numbers
    rented_number TEXT NOT NULL,           -- E.164
    callback_url TEXT,
    auto_renew INTEGER NOT NULL,
    active INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    inbound INTEGER NOT NULL DEFAULT 0,    -- how many SMS it has received
    inbound_cost INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX rentals_active ON rentals (rented_number) WHERE active;

CREATE TABLE rental_periods (              -- consecutive periods of a rental
    id INTEGER PRIMARY KEY,
    rental INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    days INTEGER NOT NULL,
    cost INTEGER NOT NULL
);
CREATE INDEX rental_periods_rental ON rental_periods (rental, id);

CREATE TABLE inbound_sms (
    id INTEGER PRIMARY KEY,
    msg_id TEXT NOT NULL UNIQUE,
    rental INTEGER NOT NULL,
    sender TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    recipient TEXT NOT NULL,
    text TEXT NOT NULL,
    cost INTEGER NOT NULL,
    received_at TEXT NOT NULL
);
CREATE INDEX inbound_sms_rental ON inbound_sms (rental, id);
CREATE TRIGGER inbound_sms_insert AFTER INSERT ON inbound_sms BEGIN
    UPDATE rentals SET inbound = inbound + 1, inbound_cost = inbound_cost + new.cost WHERE id = new.rental;
END;
